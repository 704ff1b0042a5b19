"""What goes out: rows written with the turn, claimed by delivery, one identity's messages in order."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from actions.messages import Notice, Spoken
from bot import spoken
from bot.budget import book
from bot.channels.channel import Status
from bot.channels.outcome import Sent, WindowClosed
from bot.tables import Identity, Outbox, Timer
from orders.tables import Person

LEASE = timedelta(seconds=60)
AMBIGUOUS_WAIT = timedelta(seconds=20)  # a status callback may still tell that the send arrived
_STEPS = {"sent": 1, "delivered": 2, "read": 3}


@dataclass(frozen=True)
class Claimed:
    """One row to send, held by this process until its lease ends."""

    id: int
    key: str
    identity_id: int
    channel: str
    address: str
    heard_at: datetime | None
    language: str
    message: Spoken
    part: int
    attempts: int
    created_at: datetime


async def claimed(db: AsyncSession, row_id: int) -> Claimed:
    """The claimed row with what sending it needs."""
    row = await db.get_one(Outbox, row_id)
    identity = await db.get_one(Identity, row.identity_id)
    person = await db.get_one(Person, identity.person_id)
    return Claimed(
        id=row.id,
        key=row.key,
        identity_id=identity.id,
        channel=identity.channel,
        address=identity.address,
        heard_at=identity.heard_at,
        language=person.language,
        message=spoken.read(row.message),
        part=row.part,
        attempts=row.attempts,
        created_at=row.created_at,
    )


async def put(db: AsyncSession, identity_id: int, message: Spoken, now: datetime) -> int:
    """Writes a message for sending and returns its row's id; the turn commits it."""
    row = Outbox(
        key=uuid.uuid4().hex,
        identity_id=identity_id,
        message=spoken.write(message),
        not_before=None,
        lease_by=None,
        lease_until=None,
        vendor_id=None,
        status=None,
        error=None,
        created_at=now,
        sent_at=None,
    )
    db.add(row)
    await db.flush()
    return row.id


async def claim(db: AsyncSession, worker: str, now: datetime, paused: frozenset[str] = frozenset()) -> int | None:
    """Marks the oldest sendable row as ours and returns its id; the caller commits before sending.

    A row waits while an earlier one of its identity is unsent: one chat's messages keep their order."""
    earlier = aliased(Outbox)
    query = (
        select(Outbox.id)
        .join(Identity, Identity.id == Outbox.identity_id)
        .where(
            Outbox.state.in_(("queued", "sending")),
            or_(Outbox.not_before.is_(None), Outbox.not_before <= now),
            or_(Outbox.lease_until.is_(None), Outbox.lease_until < now),
            ~exists().where(
                earlier.identity_id == Outbox.identity_id,
                earlier.id < Outbox.id,
                earlier.state.in_(("queued", "sending")),
            ),
        )
        .order_by(Outbox.id)
        .limit(1)
        .with_for_update(skip_locked=True, of=Outbox)
    )
    if paused:
        query = query.where(Identity.channel.not_in(paused))
    row_id = await db.scalar(query)
    if row_id is None:
        return None
    row = await db.get_one(Outbox, row_id)
    if row.state == "sending" and row.lease_by is not None:
        # Its sender died between the send and its mark: give a status callback time to tell, then repeat once.
        row.state, row.lease_by, row.lease_until = "queued", None, None
        row.attempts += 1
        row.not_before = now + AMBIGUOUS_WAIT
        return None
    row.state, row.lease_by, row.lease_until = "sending", worker, now + LEASE
    return row_id


async def settle(
    db: AsyncSession,
    row_id: int,
    worker: str,
    *,
    state: str,
    now: datetime,
    part: int | None = None,
    vendor_id: str | None = None,
    not_before: datetime | None = None,
    error: str | None = None,
    attempted: bool = False,
) -> bool:
    """Writes what became of a send; False when a status callback or another process settled it meanwhile."""
    values: dict[str, object] = {"state": state, "not_before": not_before, "error": error}
    if state != "sending":
        values |= {"lease_by": None, "lease_until": None}
    if part is not None:
        values["part"] = part
    if vendor_id is not None:
        values["vendor_id"] = vendor_id
    if state == "sent":
        values["sent_at"] = now
    if attempted:
        values["attempts"] = Outbox.attempts + 1
    result = await db.execute(
        update(Outbox)
        .where(Outbox.id == row_id, Outbox.lease_by == worker, Outbox.state == "sending")
        .values(**values)
        .returning(Outbox.id)
    )
    settled = result.scalar() is not None
    if settled and state in ("failed", "parked"):
        await _hasten(db, row_id, now)
    return settled


def reach_key(row_id: int) -> str:
    """The timer that looks whether a notice has been seen."""
    return f"reach:{row_id}"


async def _hasten(db: AsyncSession, row_id: int, now: datetime) -> None:
    """What has failed is known to be unseen: nobody waits for that."""
    waiting = Timer.key == reach_key(row_id), Timer.state == "waiting"
    await db.execute(update(Timer).where(*waiting).values(due_at=now))


def sending_key(key: str, part: int) -> str:
    """What travels with one payload of a message and comes back in its statuses."""
    return f"{key}.{part}"


async def record_status(db: AsyncSession, channel: str, status: Status, now: datetime) -> None:
    """A platform's word about a message: progress only forwards; an ambiguous send is settled by it."""
    key, _, part = (status.key or "").partition(".")
    match = Outbox.vendor_id == status.vendor_id
    if key:
        match = or_(match, Outbox.key == key)
    row = await db.scalar(select(Outbox).join(Identity).where(match, Identity.channel == channel).with_for_update())
    if row is None:
        return
    if status.status == "failed":
        if status.outcome is not None and not isinstance(status.outcome, Sent):
            row.status, row.error = "failed", repr(status.outcome)[:500]
            row.state = "failed"  # the office sees it
            if isinstance(status.outcome, WindowClosed):
                again = await window_shut(db, row.identity_id, spoken.read(row.message), row.attempts)
                row.state, row.part, row.attempts = ("queued" if again else "parked"), 0, row.attempts + 1
            if row.state in ("failed", "parked"):
                await _hasten(db, row.id, now)
        return
    if _STEPS.get(status.status, 0) > _STEPS.get(row.status or "", 0):
        row.status = status.status
    if row.state == "queued" and row.attempts and row.part == int(part or 0):
        # It had arrived after all: delivery goes on behind it, and finds nothing left to send if it was the last.
        row.part, row.vendor_id, row.not_before = row.part + 1, status.vendor_id, None
        await book(db, row.id, row.part, row.identity_id, channel, "service", row.created_at)


async def window_shut(db: AsyncSession, identity_id: int, message: Spoken, attempts: int) -> bool:
    """The platform says her 24 hours are over, so they are. True when the message can go again as a template
    (once more: a template needs no window); all else waits until she writes."""
    identity = await db.get_one(Identity, identity_id)
    identity.heard_at = None
    return isinstance(message, Notice) and attempts < 2


async def unpark(db: AsyncSession, identity_id: int) -> None:
    """What waited for her to write goes out."""
    await db.execute(
        update(Outbox)
        .where(Outbox.identity_id == identity_id, Outbox.state == "parked")
        .values(state="queued", not_before=None)
    )


async def said_as(db: AsyncSession, identity_id: int, vendor_id: str) -> Spoken | None:
    """The message the platform knows by this id, if it went to this chat."""
    row = await db.scalar(select(Outbox).where(Outbox.vendor_id == vendor_id, Outbox.identity_id == identity_id))
    return spoken.read(row.message) if row is not None else None


async def other_chat(db: AsyncSession, gone: Identity) -> Identity | None:
    """Another chat of the same person that can be reached."""
    return (
        await db.scalars(
            select(Identity)
            .where(Identity.person_id == gone.person_id, Identity.id != gone.id, Identity.reachable.is_(True))
            .order_by(Identity.heard_at.desc())
            .limit(1)
        )
    ).first()


async def release_all(db: AsyncSession, now: datetime) -> None:
    """At start, when every lease is known to be a dead process's: what was being sent is ambiguous, not lost."""
    await db.execute(
        update(Outbox)
        .where(Outbox.state == "sending")
        .values(
            state="queued",
            lease_by=None,
            lease_until=None,
            attempts=Outbox.attempts + 1,
            not_before=now + timedelta(seconds=2),
        )
    )
