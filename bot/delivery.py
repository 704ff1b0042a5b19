"""Outbox to platform: render, send through the channel's own client, and act on the answer by its family.

A reply may be repeated when a process is killed between a send and its mark; it is never lost. A message of
several payloads continues after the last one that was marked."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, assert_never

import structlog

from actions.messages import Spoken, Text, options_of
from bot import outbox, reaching
from bot.budget import book, category_of
from bot.channels.channel import Channel
from bot.channels.outcome import (
    AlreadyDone,
    BackOff,
    OurFault,
    Outcome,
    PersonGone,
    Retry,
    Sent,
    StopAll,
    Wait,
    WindowClosed,
)
from bot.clock import Clock
from bot.database import Sessions
from bot.outbox import Claimed
from bot.speech import plain
from bot.tables import Identity
from bot.throttle import Throttle

log = structlog.get_logger()
WINDOW = timedelta(hours=24)  # WhatsApp's customer service window, counted from her last message
GIVE_UP_AFTER = timedelta(hours=24)
PULLED = frozenset({"rasa"})  # its door reads the outbox itself
MARGIN = timedelta(minutes=2)  # a window about to shut is treated as shut


@dataclass
class Delivery:
    """Everything sending needs; made once by the wiring."""

    sessions: Sessions
    clock: Clock
    channels: Mapping[str, Channel]
    throttle: Throttle
    paused: dict[str, datetime] = field(default_factory=dict)  # channel → until; lost with the process, harmless
    stopped: dict[str, str] = field(default_factory=dict)  # channel → why nothing goes out (shown by /health)

    async def take(self, worker: str) -> bool:
        """Sends one waiting message; False when none can be sent now."""
        now = self.clock()
        async with self.sessions.begin() as db:
            row_id = await outbox.claim(db, worker, now, self._held(now))
            claimed = await outbox.claimed(db, row_id) if row_id is not None else None
        if claimed is None:
            return False
        await self._send(claimed, worker)
        return True

    def _held(self, now: datetime) -> frozenset[str]:
        return PULLED | frozenset(name for name, until in self.paused.items() if until > now)

    async def _send(self, claimed: Claimed, worker: str) -> None:
        channel = self.channels.get(claimed.channel)
        if channel is None:
            await self._settle(claimed, worker, "parked", error="this channel is not configured")
            return
        payloads = self._payloads(channel, claimed.message, claimed)
        part = claimed.part
        vendor_id: str | None = None
        cost: str | None = None
        for payload in payloads[part:]:
            await self.throttle.wait(claimed.channel, claimed.address)
            outcome = await self._attempt(channel, claimed, payload, part)
            if not isinstance(outcome, Sent | AlreadyDone):
                await self._act_on(outcome, claimed, worker, part, channel)
                return
            vendor_id = outcome.vendor_id if isinstance(outcome, Sent) else vendor_id
            cost = category_of(payload) if isinstance(outcome, Sent) else None
            part += 1
            if part < len(payloads):
                await self._settle(claimed, worker, "sending", part=part, vendor_id=vendor_id, cost=cost)
        self.stopped.pop(claimed.channel, None)
        await self._settle(claimed, worker, "sent", part=part, vendor_id=vendor_id, cost=cost)

    def _payloads(self, channel: Channel, message: Spoken, claimed: Claimed) -> tuple[dict[str, Any], ...]:
        heard_at = claimed.heard_at
        window_open = heard_at is not None and self.clock() - heard_at < WINDOW - MARGIN
        rendered = channel.render(message, claimed.language, window_open)
        if rendered.degraded:
            log.info("degraded", outbox=claimed.id, channel=channel.name, how=rendered.degraded)
        return rendered.payloads

    async def _attempt(self, channel: Channel, claimed: Claimed, payload: dict[str, Any], part: int) -> Outcome:
        try:
            return await channel.send(claimed.address, payload, outbox.sending_key(claimed.key, part))
        except Exception as error:  # a client may raise anything; the message must survive it
            log.error("send_failed", outbox=claimed.id, exc_info=error)
            return Retry(ambiguous=True)

    async def _act_on(self, outcome: Outcome, claimed: Claimed, worker: str, part: int, channel: Channel) -> None:
        now = self.clock()
        log.info("not_sent", outbox=claimed.id, channel=channel.name, outcome=repr(outcome))
        error = repr(outcome)[:500]
        match outcome:
            case Wait(seconds=seconds, scope=scope, exact=exact):
                grown = seconds if exact else min(60.0, seconds * 2**claimed.attempts)
                until = now + timedelta(seconds=grown)
                if scope == "number":
                    self.paused[channel.name] = until
                await self._settle(claimed, worker, "queued", part=part, not_before=until, error=error, attempted=True)
            case Retry(ambiguous=ambiguous):
                late = now - claimed.created_at > GIVE_UP_AFTER or (ambiguous and claimed.attempts >= 8)
                wait = max(_backoff(claimed.attempts), outbox.AMBIGUOUS_WAIT if ambiguous else timedelta(0))
                await self._settle(
                    claimed,
                    worker,
                    "failed" if late else "queued",
                    part=part,
                    not_before=now + wait,
                    error=error,
                    attempted=True,
                )
            case WindowClosed():
                await self._window_shut(claimed, worker, part, error)
            case PersonGone():
                await self._gone(claimed, worker, error)
            case OurFault(remedy="plain" | "media"):
                await self._plainly(claimed, worker, part, channel, error)
            case OurFault():
                log.error("refused_payload", outbox=claimed.id, kind=type(claimed.message).__name__, error=error)
                await self._settle(claimed, worker, "failed", part=part, error=error)
            case BackOff(seconds=None):
                await self._settle(claimed, worker, "failed", part=part, error=error)
            case BackOff(seconds=seconds):
                later = now + timedelta(seconds=seconds or 0)
                await self._settle(claimed, worker, "queued", part=part, not_before=later, error=error)
            case StopAll(reason=reason):
                self.stopped[channel.name] = reason
                self.paused[channel.name] = now + timedelta(seconds=60)
                await self._settle(claimed, worker, "queued", part=part, error=error)
            case Sent() | AlreadyDone():
                raise AssertionError("a sent message is settled elsewhere")
            case _:
                assert_never(outcome)

    async def _plainly(self, claimed: Claimed, worker: str, part: int, channel: Channel, error: str) -> None:
        """The platform refused our shape: its words go out as plain text with numbers, once; then the alarm stays."""
        log.error("refused_payload", outbox=claimed.id, kind=type(claimed.message).__name__, error=error)
        vendor_id: str | None = None
        for payload in self._payloads(channel, as_text(claimed.message), claimed):
            outcome = await self._attempt(channel, claimed, payload, part)
            if not isinstance(outcome, Sent):
                # A refused template: its words go out when she writes.
                state = "parked" if isinstance(outcome, WindowClosed) else "failed"
                await self._settle(claimed, worker, state, part=part, error=error)
                return
            vendor_id = outcome.vendor_id
        await self._settle(claimed, worker, "sent", part=part + 1, vendor_id=vendor_id, error=error, cost="service")

    async def _window_shut(self, claimed: Claimed, worker: str, part: int, error: str) -> None:
        """Our clock was wrong about the window: a notice goes again as its template, all else waits for her."""
        async with self.sessions.begin() as db:
            again = await outbox.window_shut(db, claimed.identity_id, claimed.message, claimed.attempts)
            await outbox.settle(
                db,
                claimed.id,
                worker,
                state="queued" if again else "parked",
                part=part,
                now=self.clock(),
                error=error,
                attempted=True,
            )

    async def _gone(self, claimed: Claimed, worker: str, error: str) -> None:
        """This chat cannot be reached: say it on the person's other channel if she has one."""
        async with self.sessions.begin() as db:
            identity = await db.get_one(Identity, claimed.identity_id)
            identity.reachable = False
            await outbox.settle(db, claimed.id, worker, state="failed", now=self.clock(), error=error)
            other = await outbox.other_chat(db, identity)
            if other is not None and not await reaching.watched(db, claimed.id):
                await outbox.put(db, other.id, claimed.message, self.clock())

    async def _settle(
        self,
        claimed: Claimed,
        worker: str,
        state: str,
        *,
        part: int | None = None,
        vendor_id: str | None = None,
        not_before: datetime | None = None,
        error: str | None = None,
        attempted: bool = False,
        cost: str | None = None,
    ) -> None:
        """`cost` is the category of the payload that has just gone out: it is booked in the same commit."""
        async with self.sessions.begin() as db:
            if cost is not None and part is not None:
                await book(db, claimed.id, part, claimed.identity_id, claimed.channel, cost, self.clock())
            await outbox.settle(
                db,
                claimed.id,
                worker,
                state=state,
                now=self.clock(),
                part=part,
                vendor_id=vendor_id,
                not_before=not_before,
                error=error,
                attempted=attempted,
            )


def as_text(message: Spoken) -> Spoken:
    """Any message as plain text with its options numbered; they still work by number."""
    rows = [f"{number}. {option.label}" for number, option in enumerate(options_of(message), 1)]
    return Text("\n".join([plain(message), *rows]))


def _backoff(attempts: int) -> timedelta:
    """1, 2, 4 … 300 s with jitter."""
    seconds = min(300.0, 2.0**attempts)
    return timedelta(seconds=seconds * random.uniform(0.8, 1.2))
