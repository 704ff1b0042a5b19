"""One conversation, one message at a time, in order: claiming a turn, and giving it back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from actions.state import State
from bot.routing import FORM_QUESTIONS
from bot.tables import Conversation, Identity, Inbox, Opening
from orders.tables import Person

LEASE = timedelta(seconds=30)  # renewed every few seconds while the process lives


class LeaseLost(Exception):
    """Another process took the conversation over: this turn must change nothing."""


@dataclass(frozen=True)
class Claimed:
    """One message whose turn is ours until the lease ends."""

    inbox_id: int
    key: str
    raw: dict[str, Any]
    received_at: datetime
    attempts: int
    identity_id: int
    channel: str
    address: str
    wa_id: str | None  # her number, where WhatsApp shows it
    person_id: int
    language: str
    state: State
    openings: tuple[int, ...]


async def claim(db: AsyncSession, worker: str, now: datetime) -> Claimed | None:
    """The oldest message of a conversation nobody holds; the caller commits at once (no lock over a network call)."""
    found = (
        await db.execute(
            select(Conversation.identity_id)
            .join(Inbox, Inbox.identity_id == Conversation.identity_id)
            .where(
                Inbox.state == "new",
                or_(Conversation.lease_until.is_(None), Conversation.lease_until < now),
                or_(Conversation.hold_until.is_(None), Conversation.hold_until <= now),
            )
            .order_by(Inbox.id)
            .limit(1)
            .with_for_update(skip_locked=True, of=Conversation)
        )
    ).scalar()
    if found is None:
        return None
    # Asked again after the lock: the row seen before it may have been answered meanwhile.
    message = await db.scalar(
        select(Inbox).where(Inbox.identity_id == found, Inbox.state == "new").order_by(Inbox.id).limit(1)
    )
    if message is None:
        return None
    conversation = await db.get_one(Conversation, found)
    conversation.lease_by, conversation.lease_until = worker, now + LEASE
    identity = await db.get_one(Identity, found)
    person = await db.get_one(Person, identity.person_id)
    state, openings = await _opened(db, found, State.read(dict(conversation.state)))
    return Claimed(
        inbox_id=message.id,
        key=f"{message.channel}:{message.key}",
        raw=message.raw,
        received_at=message.received_at,
        attempts=message.attempts,
        identity_id=identity.id,
        channel=identity.channel,
        address=identity.address,
        wa_id=identity.wa_id,
        person_id=person.id,
        language=person.language,
        state=state,
        openings=openings,
    )


async def _opened(db: AsyncSession, identity_id: int, state: State) -> tuple[State, tuple[int, ...]]:
    """The state with every question merged that was put to her since her last turn."""
    rows = (await db.scalars(select(Opening).where(Opening.identity_id == identity_id).order_by(Opening.id))).all()
    for row in rows:
        # A contact who is buying gives her address first: the notice's buttons answer it all the same.
        busy = state.side == "buyer" and state.awaiting in FORM_QUESTIONS
        opened = {name: value for name, value in row.data.items() if not busy or name == "shown"}
        state = State.read({**state.stored(), **opened})
    return state, tuple(row.id for row in rows)


async def hold_lease(db: AsyncSession, claimed: Claimed, worker: str) -> None:
    """Locks the conversation for the turn's one commit; raises LeaseLost when it is no longer ours."""
    mine = await db.execute(
        update(Conversation)
        .where(Conversation.identity_id == claimed.identity_id, Conversation.lease_by == worker)
        .values(lease_by=None, lease_until=None)
        .returning(Conversation.identity_id)
    )
    taken = await db.execute(
        update(Inbox)
        .where(Inbox.id == claimed.inbox_id, Inbox.state == "new")
        .values(attempts=Inbox.attempts + 1)
        .returning(Inbox.id)
    )
    if mine.scalar() is None or taken.scalar() is None:
        raise LeaseLost(f"turn of inbox {claimed.inbox_id}")


async def give_back(db: AsyncSession, claimed: Claimed, worker: str, hold_until: datetime | None = None) -> None:
    """Ends the claim without answering; with `hold_until` her messages wait till then."""
    await db.execute(
        update(Conversation)
        .where(Conversation.identity_id == claimed.identity_id, Conversation.lease_by == worker)
        .values(lease_by=None, lease_until=None, hold_until=hold_until)
    )


async def renew(db: AsyncSession, workers: list[str], now: datetime) -> None:
    """The heartbeat of every turn this process is in."""
    await db.execute(update(Conversation).where(Conversation.lease_by.in_(workers)).values(lease_until=now + LEASE))


async def release_all(db: AsyncSession) -> None:
    """At start on SQLite, when the lock file proves that no other process lives."""
    await db.execute(
        update(Conversation).where(Conversation.lease_by.is_not(None)).values(lease_by=None, lease_until=None)
    )


async def answered_since(db: AsyncSession, identity_id: int, since: datetime) -> int:
    """How many of her messages were answered since a time, for the limit per minute."""
    count = await db.scalar(
        select(func.count())
        .select_from(Inbox)
        .where(Inbox.identity_id == identity_id, Inbox.state == "done", Inbox.done_at >= since)
    )
    return int(count or 0)
