"""`python -m nlu.shell`: Rasa's own `rasa shell`, with the running shop behind it (endpoints.yml).

Rasa only carries the words: one rule hands every message to `action_haat` at the shop's door, where the buyer is
anonymous and her words go through the inbox like any channel's. Options after `--` are passed on to `rasa shell`.
"""

import argparse
import os
import socket
import sys
import tempfile
from pathlib import Path

from nlu.contract import ROOT
from nlu.serve import quiet_rasa

HERE = Path(__file__).resolve().parent


def train(folder: Path) -> Path:
    """The small assistant, learned into `folder` in a second or two. Raises RuntimeError when Rasa refuses it."""
    from rasa.api import train as rasa_train

    os.environ["RASA_CACHE_DIRECTORY"] = str(folder / "cache")
    made = rasa_train(
        domain=str(HERE / "domain.yml"),
        config=str(HERE / "config.yml"),
        training_files=[str(HERE / "rules.yml")],
        output=str(folder),
        fixed_model_name="haat-shell",
    )
    if made.code != 0 or made.model is None:
        raise RuntimeError(f"Rasa did not train the shell's rules (code {made.code})")
    return Path(made.model)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m nlu.shell", description=__doc__)
    parser.add_argument("--endpoints", type=Path, default=ROOT / "endpoints.yml", help="where the shop's actions are")
    arguments, more = parser.parse_known_args()
    quiet_rasa()
    with tempfile.TemporaryDirectory() as made:
        model = train(Path(made))
        from rasa.__main__ import main as rasa

        # Rasa would listen on every interface of the machine while it chats.
        sys.argv = ["rasa", "shell", "-i", "127.0.0.1", "--port", str(_free_port()), "--model", str(model)]
        sys.argv += ["--endpoints", str(arguments.endpoints.resolve())]
        sys.argv += [word for word in more if word != "--"]
        rasa()
    return 0


if __name__ == "__main__":
    sys.exit(main())
