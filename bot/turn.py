"""One message, one turn, one commit: state, orders, what will be said, timers and the message's own mark."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import delete, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from actions.heard import Heard
from actions.meaning import Meaning
from actions.messages import Outgoing, options_of, say
from actions.messages import Text as TextMessage
from actions.state import State
from actions.turn import Due, Shop, Turn
from bot import conversation, forgetting, misheard, outbox, quoting, reaching, routing
from bot.acting import act
from bot.channels.channel import Channel
from bot.clock import Clock
from bot.conversation import Claimed, LeaseLost
from bot.database import Sessions
from bot.languages import language_after
from bot.people import best_identity
from bot.routing import Step
from bot.speech import IST, Speech, plain
from bot.tables import Conversation, Identity, Inbox, Opening, Timer
from catalog.words import language_of
from orders.tables import Person

log = structlog.get_logger()
ATTEMPTS = 3
MINUTE = timedelta(minutes=1)
# She blocked us, her number changed, an emoji on an old message: an answer would only disturb.
SAID_NOTHING = frozenset({"blocked", "system", "reaction"})

Reader = Callable[[str, str, str | None, Shop, date], Awaitable[Meaning | None]]


class NluAway(Exception):
    """No Rasa server answered."""


@dataclass
class Turns:
    """Everything a turn needs; made once by the wiring."""

    sessions: Sessions
    clock: Clock
    speech: Speech
    channels: Mapping[str, Channel]
    read: Reader
    shop: Callable[[AsyncSession], Awaitable[Shop]]
    messages_per_minute: int = 20
    wake_delivery: Callable[[], None] = field(default=lambda: None)
    _typing: set[asyncio.Task[None]] = field(default_factory=set)

    async def take(self, worker: str) -> bool:
        """Handles one waiting message; False when none waits."""
        async with self.sessions.begin() as db:
            claimed = await conversation.claim(db, worker, self.clock())
        if claimed is None:
            return False
        try:
            await self._answer(claimed, worker)
        except LeaseLost:
            log.warning("lease_lost", inbox=claimed.inbox_id)
        except Exception as error:
            await self._failed(claimed, worker, error)
        self.wake_delivery()
        return True

    async def _answer(self, claimed: Claimed, worker: str) -> None:
        heard = self.channels[claimed.channel].hear(claimed.raw, claimed.key)
        if heard is None or heard.kind in SAID_NOTHING:
            await self._close(claimed, worker, gone=heard is not None and heard.kind == "blocked")
            return
        if await self._too_fast(claimed, worker):
            return
        if claimed.wa_id:
            heard = replace(heard, extra={**heard.extra, "wa_id": claimed.wa_id})
        self._show_typing(claimed, heard)
        async with self.sessions() as db:
            shop = await self.shop(db)
            quote = await quoting.quoted(db, claimed.identity_id, heard, shop.index)
        if quote is not None:
            quoting.look_at(claimed.state, quote)
        step, meaning = await self._decide(heard, claimed.state, shop, quote)
        async with self.sessions.begin() as db:
            await conversation.hold_lease(db, claimed, worker)
            person = await db.get_one(Person, claimed.person_id)
            _notice_language(person, heard, meaning, claimed.state)
            turn = Turn(db, self.clock(), shop, person, claimed.identity_id, heard, claimed.state, meaning)
            turn.quoted = quote.sku if quote is not None else None
            await _came_back(db, claimed)
            person.quiet_since = None  # she writes again: her "stop" is over
            await act(turn, step)
            await misheard.note(turn, step.action)
            await self._finish(turn, claimed)

    def _show_typing(self, claimed: Claimed, heard: Heard) -> None:
        """She sees at once that an answer is coming; the turn does not wait for it, nor fail with it."""
        task = asyncio.create_task(self.channels[claimed.channel].typing(claimed.address, heard))
        self._typing.add(task)
        task.add_done_callback(self._typing.discard)

    async def _decide(
        self, heard: Heard, state: State, shop: Shop, quote: quoting.Quoted | None
    ) -> tuple[Step, Meaning | None]:
        step = (quoting.chosen(heard, state, quote) if quote else None) or routing.tapped(heard, state)
        if step is not None and step.action != "mean":
            return step, None
        text = heard.text
        if step is not None:  # "did you mean": the buyer chose the task of her earlier words
            text = state.unread
        today = self.clock().astimezone(IST).date()
        try:
            meaning = await self.read(text, state.side, state.awaiting, shop, today)
        except NluAway:
            return routing.unread(state), None
        if meaning is None:
            return routing.unread(state), None
        if step is not None and step.args:
            meaning = replace(meaning, task=step.args[0], confidence=1.0)
        return routing.meant(meaning, state), meaning

    async def _finish(self, turn: Turn, claimed: Claimed) -> None:
        """Writes everything the turn caused; the caller's `begin()` commits it as one."""
        if turn.forgotten is not None:
            turn.due.append(
                await forgetting.cut(turn.db, turn.forgotten, claimed.identity_id, claimed.inbox_id, turn.now)
            )
        await commit_said(turn, self.speech)
        await set_timers(turn.db, turn.due)
        if turn.person.id != claimed.person_id:  # she proved to be somebody we know from another chat
            identity = await turn.db.get_one(Identity, claimed.identity_id)
            identity.person_id = turn.person.id
        await turn.db.execute(
            update(Conversation)
            .where(Conversation.identity_id == claimed.identity_id)
            .values(state=turn.state.stored(), hold_until=None)
        )
        if claimed.openings:
            await turn.db.execute(delete(Opening).where(Opening.id.in_(claimed.openings)))
        await _mark(turn.db, claimed, "done", self.clock())

    async def _close(self, claimed: Claimed, worker: str, gone: bool = False) -> None:
        async with self.sessions.begin() as db:
            await conversation.hold_lease(db, claimed, worker)
            if gone:
                await db.execute(update(Identity).where(Identity.id == claimed.identity_id).values(reachable=False))
            await _mark(db, claimed, "done", self.clock())

    async def _too_fast(self, claimed: Claimed, worker: str) -> bool:
        """Over the limit her messages wait, and she is told once; nothing is lost."""
        now = self.clock()
        async with self.sessions.begin() as db:
            count = await conversation.answered_since(db, claimed.identity_id, now - MINUTE)
            if count < self.messages_per_minute:
                return False
            told = (await db.get_one(Conversation, claimed.identity_id)).hold_until
            if told is None or told < now - MINUTE:
                words = self.speech.message(TextMessage(say("slow-down")), language_of(claimed.language))
                await outbox.put(db, claimed.identity_id, words, now)
            await conversation.give_back(db, claimed, worker, hold_until=now + timedelta(seconds=10))
        return True

    async def _failed(self, claimed: Claimed, worker: str, error: Exception) -> None:
        """A turn that cannot be done is tried again, then set aside where the office sees it; she is told."""
        final = claimed.attempts + 1 >= ATTEMPTS and not isinstance(error, DBAPIError)
        log.error("turn_failed", inbox=claimed.inbox_id, attempt=claimed.attempts + 1, exc_info=error)
        now = self.clock()
        async with self.sessions.begin() as db:
            await conversation.give_back(db, claimed, worker, hold_until=None if final else now + timedelta(seconds=1))
            values: dict[str, Any] = {"attempts": Inbox.attempts + 1, "error": repr(error)[:2000]}
            if final:
                values |= {"state": "dead", "done_at": now}
                words = self.speech.message(TextMessage(say("trouble")), language_of(claimed.language))
                await outbox.put(db, claimed.identity_id, words, now)
            await db.execute(update(Inbox).where(Inbox.id == claimed.inbox_id, Inbox.state == "new").values(**values))


async def commit_said(turn: Turn, speech: Speech) -> None:
    """Speaks what the turn said, each in its hearer's language, into the outbox; remembers what can be answered."""
    for outgoing in turn.said:
        identity_id = outgoing.identity_id
        person = turn.person
        if identity_id is None or outgoing.person_id != turn.person.id:
            person = await turn.db.get_one(Person, outgoing.person_id)
            if identity_id is None:
                identity = await best_identity(turn.db, outgoing.person_id)
                if identity is None:
                    log.error("nobody_to_tell", person=outgoing.person_id)
                    continue
                identity_id = identity.id
        spoken = speech.message(outgoing.message, language_of(person.language))
        row_id = await outbox.put(turn.db, identity_id, spoken, turn.now)
        if outgoing.watch is not None:
            await reaching.watch(turn.db, row_id, outgoing.watch, turn.now, turn.shop.awake)
        shown = [[option.id, option.label, option.short or ""] for option in options_of(spoken)]
        if identity_id == turn.identity_id and outgoing.opens is None:
            # A question without buttons makes older buttons' numbers stale.
            if shown or turn.state.awaiting:
                turn.state.shown = shown
            turn.state.remember("us", plain(spoken))
        else:
            await _open(turn, outgoing, identity_id, shown)


async def _open(turn: Turn, outgoing: Outgoing, identity_id: int, shown: list[list[str]]) -> None:
    data: dict[str, Any] = dict(outgoing.opens or {})
    if shown:
        data["shown"] = shown
    if data:
        turn.db.add(Opening(identity_id=identity_id, data=data))
        await turn.db.flush()


async def set_timers(db: AsyncSession, due: list[Due]) -> None:
    """Timers of a turn; a key that exists is left as it is."""
    insert = postgresql_insert if db.get_bind().dialect.name == "postgresql" else sqlite_insert
    for timer in due:
        await db.execute(
            insert(Timer)
            .values(key=timer.key, kind=timer.kind, args=timer.args, due_at=timer.at, state="waiting", attempts=0)
            .on_conflict_do_nothing(index_elements=["key"])
        )


async def _came_back(db: AsyncSession, claimed: Claimed) -> None:
    """She wrote: WhatsApp's 24-hour window is open, she can be reached, and what waited for that goes out."""
    identity = await db.get_one(Identity, claimed.identity_id)
    identity.heard_at, identity.reachable = claimed.received_at, True
    await outbox.unpark(db, claimed.identity_id)


async def _mark(db: AsyncSession, claimed: Claimed, state: str, now: datetime) -> None:
    await db.execute(update(Inbox).where(Inbox.id == claimed.inbox_id).values(state=state, done_at=now, error=None))


def _notice_language(person: Person, heard: Heard, meaning: Meaning | None, state: State) -> None:
    """The answer follows her own way of writing, until she chooses a language herself."""
    if person.language_chosen or heard.kind != "text":
        return
    person.language = language_after(language_of(person.language), heard.text, first=not _has_written(state))


def _has_written(state: State) -> bool:
    """Whether she has typed words before: a pressed Start says nothing about her language."""
    return any(turn["who"] == "her" and not turn["text"].startswith("[") for turn in state.last_turns)
