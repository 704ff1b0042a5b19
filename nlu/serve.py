"""`HAAT_RASA_TOKEN=… python -m nlu.serve --port P`: the private server, POST /model/parse on loopback only."""

import argparse
import asyncio
import logging
import os
import signal
import sys
import threading
import time
import warnings
from pathlib import Path
from typing import Any

from nlu import inert
from nlu.model_files import MODELS, ModelRefused, checked_model

# Rasa also offers to load models from addresses, to train and to converse: none of it is this server's work.
OFFERED = {("GET", "/"), ("GET", "/version"), ("GET", "/status"), ("POST", "/model/parse")}
MAX_BODY = 64 * 1024  # bytes; the shop sends 1,000 characters at most


def serve(port: int, token: str, models: Path = MODELS) -> None:
    """Answer until SIGTERM or SIGINT, or until the parent process is gone.

    Raises `ModelRefused` before listening when the current model is not the file that was trained.
    """
    model = checked_model(models)
    quiet_rasa(inert.ABSENT | inert.TRAINING_ONLY)
    app = _app(model, token)

    @app.after_server_start
    async def tell(*_: Any) -> None:
        # A little later: Sanic forgets a signal that comes while its start listeners still run.
        ready = f"understanding ready on 127.0.0.1:{port}, model {model.name}"
        asyncio.get_running_loop().call_later(0.05, lambda: print(ready, flush=True))

    threading.Thread(target=_leave_with_parent, args=(os.getppid(),), daemon=True).start()
    app.run(host="127.0.0.1", port=port, workers=1, access_log=False, motd=False)


def quiet_rasa(absent: frozenset[str] = inert.ABSENT) -> None:
    """Before the first `import rasa`: no unused vendor, no telemetry, no line of a log that shows a message."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ["SQLALCHEMY_SILENCE_UBER_WARNING"] = "1"
    inert.install(absent)
    # SQLAlchemy and Rasa put their own filters in front; showing nothing is the only lasting way.
    warnings.showwarning = lambda *_args, **_kwargs: None
    from rasa.utils.log_utils import configure_structlog

    logging.basicConfig(level=logging.WARNING)
    configure_structlog(logging.WARNING)


def _app(model: Path, token: str) -> Any:
    import rasa.server
    from rasa.core.agent import Agent
    from sanic.response import empty

    app = rasa.server.create_app(Agent.load(str(model)), cors_origins=[], auth_token=token)
    app.config.REQUEST_MAX_SIZE = MAX_BODY

    @app.on_request
    async def only_what_is_offered(request: Any) -> Any:
        if (request.method, request.path) not in OFFERED:
            return empty(status=404)
        return None

    return app


def _leave_with_parent(parent: int) -> None:
    """A launcher killed with -9 must not leave a server behind.

    Asking is used rather than Linux's parent-death signal: that one fires when the launching *thread* ends.
    """
    while os.getppid() == parent:
        time.sleep(0.5)
    os.kill(os.getpid(), signal.SIGTERM)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m nlu.serve", description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--models", type=Path, default=MODELS, help="folder with current.json")
    arguments = parser.parse_args()
    token = os.environ.get("HAAT_RASA_TOKEN", "")
    if len(token) < 16:
        print("not started: HAAT_RASA_TOKEN needs 16 characters or more", file=sys.stderr)
        return 2
    try:
        serve(arguments.port, token, arguments.models)
    except ModelRefused as refused:
        print(f"not started: {refused}", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
