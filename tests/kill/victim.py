"""The real shop as a process that kills itself at a named place, as a power cut would.

Nothing in the shop knows of this: everything is wrapped from here. A place is "point:before" or "point:after": before
or after the commit (for `send` and `second`: the platform's taking) that POINTS names. It is armed by a file, so that
the same process may first do what leads to the place."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from bot import conversation, inbox, outbox, timers
from bot.app import serve
from bot.channels.channel import Channel, Piece
from bot.channels.outcome import Outcome, Sent
from bot.channels.whatsapp import WhatsApp
from bot.delivery import Delivery
from bot.rasa_process import understanding
from bot.settings import Settings
from bot.simulator.__main__ import main as simulator
from bot.speech import speech
from bot.tables import Outbox
from bot.turn import Turns
from bot.understanding.reading import read_without_nlu
from bot.webhooks import Ingress
from bot.wiring import load_actions
from catalog.search import Index

# Done once in the process that all others are forked from: words, grammars and actions are loaded.
load_actions()
speech()
read_without_nlu("namaste", "buyer", None, Index([]), datetime.now(UTC).date())

Happened = Callable[[Any, tuple[Any, ...], dict[str, Any]], AsyncSession | None]
TAG = "kill_point"


class Trap:
    def __init__(self, place: str, armed: Path) -> None:
        self._point, _, self._phase = place.partition(":")
        self._armed = armed

    def here(self, point: str, phase: str) -> None:
        if (point, phase) == (self._point, self._phase) and self._armed.exists():
            os.kill(os.getpid(), signal.SIGKILL)

    def before_commit(self, session: Session) -> None:
        if session.info.get(TAG) == self._point and not session.in_nested_transaction():
            session.flush()  # all of it is written; only the commit is missing
            self.here(self._point, "before")

    def after_commit(self, session: Session) -> None:
        if session.info.get(TAG) == self._point and not session.in_nested_transaction():
            self.here(self._point, "after")

    def set(self) -> None:
        event.listen(Session, "before_commit", self.before_commit)
        event.listen(Session, "after_commit", self.after_commit)
        for point, (owner, name, happened) in POINTS.items():
            if point == self._point:
                _wrap(owner, name, point, happened)
        if self._point in ("send", "second"):
            self._wrap_send()

    def _wrap_send(self) -> None:
        plain = WhatsApp.send
        parts: dict[str, int] = {}

        async def send(self: WhatsApp, address: str, payload: dict[str, Any], key: str) -> Outcome:
            message = key.partition(".")[0]
            parts[message] = parts.get(message, 0) + 1
            points = ("send", "second") if parts[message] == 2 else ("send",)
            for point in points:
                trap.here(point, "before")
            outcome = await plain(self, address, payload, key)
            assert isinstance(outcome, Sent), outcome
            for point in points:
                trap.here(point, "after")
            return outcome

        trap = self
        WhatsApp.send = send  # type: ignore[method-assign]


def _wrap(owner: Any, name: str, point: str, happened: Happened) -> None:
    plain: Callable[..., Awaitable[Any]] = getattr(owner, name)

    async def wrapped(*args: Any, **named: Any) -> Any:
        result = await plain(*args, **named)
        db = happened(result, args, named)
        if db is not None:
            db.sync_session.info[TAG] = point
        return result

    setattr(owner, name, wrapped)


def _always(result: Any, args: tuple[Any, ...], named: dict[str, Any]) -> AsyncSession | None:
    return args[0]  # type: ignore[no-any-return]


def _if_found(result: Any, args: tuple[Any, ...], named: dict[str, Any]) -> AsyncSession | None:
    return args[0] if result is not None else None


def _if_settled(state: str) -> Happened:
    return lambda result, args, named: args[0] if named["state"] == state else None


# point → the function whose transaction it is, and whether this call of it is the one
POINTS: dict[str, tuple[Any, str, Happened]] = {
    "store": (inbox, "store", _always),
    "claim": (conversation, "claim", _if_found),
    "turn": (Turns, "_finish", lambda result, args, named: args[1].db),
    "outbox-claim": (outbox, "claim", _if_found),
    "part": (outbox, "settle", _if_settled("sending")),
    "mark": (outbox, "settle", _if_settled("sent")),
    "timer": (timers, "set_timers", _always),
    "release": (outbox, "release_all", _always),
}


# --- twins: the shop with one guard off, to show that the tests would see it


def answer_first() -> None:
    """Meta hears 200 before the message is stored."""
    plain, under_way = Ingress.take, set()

    async def late(self: Ingress, channel: Channel, body: Any) -> None:
        await asyncio.sleep(0.5)
        await plain(self, channel, body)

    async def take(self: Ingress, channel: Channel, body: Any) -> None:
        task = asyncio.create_task(late(self, channel, body))
        under_way.add(task)
        task.add_done_callback(under_way.discard)

    Ingress.take = take  # type: ignore[method-assign]


def forget_keys() -> None:
    """A message that is delivered again is taken for a new one."""
    plain = WhatsApp.split

    def split(self: WhatsApp, body: Any) -> list[Piece]:
        return [
            Piece(f"{piece.key}:{uuid4()}", piece.kind, piece.raw, piece.address, piece.wa_id, piece.language)
            for piece in plain(self, body)
        ]

    WhatsApp.split = split  # type: ignore[method-assign]


def mark_first() -> None:
    """A message is marked as sent, and then sent."""
    plain = Delivery._attempt

    async def attempt(self: Delivery, channel: Channel, claimed: outbox.Claimed, *rest: Any) -> Outcome:
        async with self.sessions.begin() as db:
            row = await db.get_one(Outbox, claimed.id)
            row.state, row.sent_at, row.lease_by = "sent", self.clock(), None
        return await plain(self, channel, claimed, *rest)

    Delivery._attempt = attempt  # type: ignore[method-assign,assignment]


TWINS = {"answer-first": answer_first, "forget-keys": forget_keys, "mark-first": mark_first}


def run(settings: dict[str, Any], place: str | None, armed: str, twin: str | None, log: str) -> None:
    """The process: serves until it is told to end or kills itself. Leases are short where no lock file ends them."""
    file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(file, sys.stdout.fileno())
    os.dup2(file, sys.stderr.fileno())
    if not settings["database_url"].startswith("sqlite"):
        conversation.LEASE = outbox.LEASE = outbox.AMBIGUOUS_WAIT = timedelta(seconds=2)
    if twin is not None:
        TWINS[twin]()
    if place is not None:
        Trap(place, Path(armed)).set()
    # Told outright, with no `.env` read: a developer's real tokens have no business here.
    asyncio.run(_serve(Settings(_env_file=None, **settings)))  # type: ignore[call-arg]


async def _serve(settings: Settings) -> None:
    async with understanding(settings) as nlu:
        await serve(settings, nlu.client)


def stand_in(arguments: list[str]) -> None:
    """The platforms' process (`python -m bot.simulator`)."""
    sys.argv = ["simulator", *arguments]
    simulator()
