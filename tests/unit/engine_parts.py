"""A channel that says what it is told to say, and turns whose actions are the test's own."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from actions.heard import Heard
from actions.meaning import Meaning
from actions.messages import Spoken
from actions.turn import Shop
from bot.channels.channel import Piece, Rendered, Status
from bot.channels.outcome import Outcome, Sent
from bot.database import sessions
from bot.delivery import Delivery
from bot.speech import plain, speech
from bot.throttle import Throttle
from bot.turn import Turns
from bot.webhooks import Ingress
from catalog.search import Index
from tests.conftest import NOW

NOTHING = Index([])


@dataclass
class Plain:
    """Messages {"id", "from", "text"} come in; `answers` are the outcomes of the next sends, then all arrive."""

    name: str = "whatsapp"
    answers: list[Outcome] = field(default_factory=list)
    sent: list[tuple[str, str]] = field(default_factory=list)
    parts: int = 1
    windows: list[bool] = field(default_factory=list)

    def split(self, body: Any) -> list[Piece]:
        return [Piece(f"messages:{m['id']}", "message", m, address=m["from"], wa_id=m["from"]) for m in body]

    def hear(self, piece: dict[str, Any], key: str) -> Heard | None:
        if piece.get("ignored"):
            return None
        return Heard(self.name, key, "text", text=piece["text"])

    def status(self, piece: dict[str, Any]) -> Status | None:
        return None

    def render(self, message: Spoken, language: str, window_open: bool) -> Rendered:
        self.windows.append(window_open)
        return Rendered(tuple({"text": plain(message), "part": part} for part in range(self.parts)))

    async def send(self, address: str, payload: dict[str, Any], key: str) -> Outcome:
        outcome = self.answers.pop(0) if self.answers else Sent(f"v{len(self.sent)}")
        if isinstance(outcome, Sent):
            self.sent.append((address, payload["text"]))
        return outcome

    async def typing(self, address: str, heard: Heard) -> None:
        return

    async def open(self) -> None:
        return

    async def close(self) -> None:
        return


Act = Callable[[Any], Awaitable[None]]


class Engine:
    """Ingress, turns and delivery over a database, with a clock that is moved by hand."""

    def __init__(self, engine: AsyncEngine, task: str, *, per_minute: int = 1000) -> None:
        self.now = NOW
        self.made = sessions(engine)
        self.channel = Plain()
        self.understanding: Callable[[str], Awaitable[None]] = _at_once
        self.turns = Turns(
            self.made,
            self.clock,
            speech(),
            {"whatsapp": self.channel},
            self._read,
            self._shop,
            messages_per_minute=per_minute,
        )
        self._task = task
        self.delivery = Delivery(self.made, self.clock, {"whatsapp": self.channel}, Throttle({}))
        self.ingress = Ingress(self.made, self.clock, lambda: None)

    def clock(self) -> datetime:
        return self.now

    def later(self, **by: float) -> None:
        self.now += timedelta(**by)

    async def _shop(self, db: AsyncSession) -> Shop:
        return Shop(True, "http://127.0.0.1:8000", NOTHING)

    async def _read(self, text: str, side: str, awaiting: str | None, shop: Shop, today: date) -> Meaning | None:
        await self.understanding(text)
        return Meaning(self._task, 1.0, "en")

    async def hear(self, *texts: str, who: str = "919800000001", start: int = 0) -> None:
        body = [{"id": f"{who}-{start + at}", "from": who, "text": text} for at, text in enumerate(texts)]
        await self.ingress.take(self.channel, body)

    async def work(self, workers: int = 1) -> None:
        """Every waiting turn and every send that is due."""

        async def one(name: str) -> None:
            while await self.turns.take(name) or await self.delivery.take(f"{name}-d"):
                pass

        await asyncio.gather(*(one(f"w{number}") for number in range(workers)))


async def _at_once(text: str) -> None:
    return
