"""The simulator as a process of its own, so that a test may kill the shop and keep the platforms:

python -m bot.simulator --port 8100 --app-url http://127.0.0.1:8000 --store var/simulator.sqlite
"""

import argparse
import contextlib
import json
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from bot.simulator.app import simulator_app
from bot.simulator.phone import MetaAccount, Phone, TelegramBot


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=8100)
    parser.add_argument("--app-url", default="http://127.0.0.1:8000")
    parser.add_argument("--store", type=Path, default=Path("var/simulator.sqlite"))
    parser.add_argument("--whatsapp-token", default="simulated-token")
    parser.add_argument("--phone-number-id", default="110000000000001")
    parser.add_argument("--app-secret", default="simulated-app-secret")
    parser.add_argument("--verify-token", default="simulated-verify-token")
    parser.add_argument("--telegram-token", default="700000000:simulated-telegram-token")
    parser.add_argument("--webhook-secret", default="simulated-webhook-secret", help="empty: the shop polls")
    parser.add_argument("--phones", type=Path, help="JSON list of phones: channel, address, name, role, title")
    parser.add_argument("--templates", type=Path, help="JSON list of message templates as submitted to Meta")
    args = parser.parse_args()

    async def phones() -> list[Phone]:
        return [Phone(**phone) for phone in json.loads(args.phones.read_text("utf-8"))] if args.phones else []

    simulator = simulator_app(
        args.store,
        args.app_url,
        MetaAccount(args.whatsapp_token, args.phone_number_id, args.app_secret, args.verify_token),
        TelegramBot(args.telegram_token, args.webhook_secret or None),
        phones,
        json.loads(args.templates.read_text("utf-8")) if args.templates else (),
    )

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with simulator.running():
            yield

    app = Starlette(routes=simulator.routes, lifespan=lifespan)

    class Server(uvicorn.Server):
        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            simulator.hang_up()
            await super().shutdown(sockets)

    Server(uvicorn.Config(app, port=args.port, log_level="warning", timeout_graceful_shutdown=1)).run()


if __name__ == "__main__":
    main()
