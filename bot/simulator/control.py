"""Switches for tests and practice, below /sim/control: faults, duplicates, what was sent."""

import json
from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.simulator.world import World


class Control:
    def __init__(self, world: World) -> None:
        self.world = world

    def routes(self) -> list[Route]:
        return [
            Route("/sim/control/faults", self.faults, methods=["GET", "POST", "DELETE"]),
            Route("/sim/control/twice", self.twice, methods=["POST", "DELETE"]),
            Route("/sim/control/sent", self.sent),
            Route("/sim/control/waiting", self.waiting),
        ]

    async def faults(self, request: Request) -> Response:
        """POST one fault (fields of `bot.simulator.faults.Fault`), DELETE all, GET those still armed."""
        if request.method == "POST":
            try:
                self.world.faults.arm(json.loads(await request.body()))
            except (TypeError, ValueError) as wrong:
                return PlainTextResponse(str(wrong), 400)
        elif request.method == "DELETE":
            self.world.faults.clear()
        return JSONResponse([asdict(fault) for fault in self.world.faults.armed])

    async def twice(self, request: Request) -> Response:
        """POST: every event is posted two times from now on; DELETE: once again."""
        self.world.faults.twice = request.method == "POST"
        return JSONResponse({"twice": self.world.faults.twice})

    async def sent(self, request: Request) -> Response:
        """What the shop has sent since a message id (`?since=`), failed messages included, oldest first."""
        since = int(request.query_params.get("since") or 0)
        told = [asdict(m) for m in self.world.store.changed_messages(0) if not m.mine and m.id > since]
        return JSONResponse(told)

    async def waiting(self, request: Request) -> Response:
        """How many events the shop has not taken over yet, by channel."""
        return JSONResponse({c: len(self.world.store.waiting_posts(c)) for c in ("whatsapp", "telegram")})
