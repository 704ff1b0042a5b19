"""Who of a group has been reached about an order, whom the office must call, and which groups never answer.

How long is waited stands in data/reaching.yml. Services flush; the caller commits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

import yaml
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.roles import Act
from orders.reaching_tables import CallWish, Told
from orders.tables import JournalEntry, SellerOrder

_FILE = Path(__file__).parent.parent / "data" / "reaching.yml"


@dataclass(frozen=True)
class Reach:
    """Days and waking hours; see the file."""

    silent_days: int
    unread_hours: int
    never_answers: int
    never_days: int


@lru_cache(maxsize=1)
def reach(file: Path = _FILE) -> Reach:
    return Reach(**yaml.safe_load(file.read_text("utf-8")))


@dataclass(frozen=True)
class Watched:
    """A notice that somebody of the group must see: the states in which it still matters, and whose work it is."""

    states: frozenset[str]
    act: Act


WATCHED = {
    "new_order": Watched(frozenset({"placed"}), "answer"),
    "order_to_send": Watched(frozenset({"accepted", "ready"}), "see_buyer"),
    "order_late": Watched(frozenset({"accepted", "ready"}), "ready"),
}


async def told_of(db: AsyncSession, part_id: int, what: str | None = None) -> Sequence[Told]:
    """What was told of a seller order, the oldest first."""
    query = select(Told).where(Told.seller_order_id == part_id).order_by(Told.id)
    return (await db.scalars(query if what is None else query.where(Told.what == what))).all()


async def want_call(db: AsyncSession, part_id: int, contact_id: int | None, why: str, now: datetime) -> CallWish:
    """The open wish of this order; made when there is none."""
    open_one = await db.scalar(select(CallWish).where(CallWish.seller_order_id == part_id, CallWish.done_at.is_(None)))
    if open_one is None:
        open_one = CallWish(seller_order_id=part_id, contact_id=contact_id, why=why, since=now)
        db.add(open_one)
        await db.flush()
    return open_one


async def to_call(db: AsyncSession) -> Sequence[tuple[CallWish, SellerOrder]]:
    """Open wishes of orders that still wait for their group, the longest waiting first."""
    waits = frozenset[str]().union(*[one.states for one in WATCHED.values()])
    query = select(CallWish, SellerOrder).join(SellerOrder, SellerOrder.id == CallWish.seller_order_id)
    query = query.where(CallWish.done_at.is_(None), SellerOrder.state.in_(waits)).order_by(CallWish.since, CallWish.id)
    return [(wish, part) for wish, part in await db.execute(query)]


async def spoke(db: AsyncSession, wish: CallWish, by: str, now: datetime) -> bool:
    """The office has spoken with the group; False when somebody has noted that before."""
    await db.refresh(wish, with_for_update=True)
    if wish.done_at is not None:
        return False
    wish.done_at, wish.done_by = now, by
    await db.flush()
    return True


@dataclass(frozen=True)
class Silent:
    """A group that does not answer: how often in the last days, and since when."""

    group_id: str
    unanswered: int
    last: datetime


async def never_answering(db: AsyncSession, now: datetime) -> list[Silent]:
    """Groups whose last orders all went unanswered, at least as many as the file says, the worst first.

    Unanswered: passed over, or ended because nobody answered. One answer of the group, and it is no more among them."""
    ours = reach()
    since = now - timedelta(days=ours.never_days)
    # A part that was passed over belongs to another group since: who was asked stands in the journal's entry.
    missed = JournalEntry.move.in_(("pass_over", "expire")), JournalEntry.at >= since
    rows = await db.execute(
        select(JournalEntry.group_id, func.count(), func.min(JournalEntry.at), func.max(JournalEntry.at))
        .where(*missed, JournalEntry.group_id.is_not(None))
        .group_by(JournalEntry.group_id)
    )
    found = []
    for group_id, count, first, last in rows:
        answered = await db.scalar(
            select(func.max(JournalEntry.at)).where(
                JournalEntry.group_id == group_id, JournalEntry.actor.startswith("contact:"), JournalEntry.at >= first
            )
        )
        if answered is None and count >= ours.never_answers:
            found.append(Silent(str(group_id), count, last))
    return sorted(found, key=lambda one: (-one.unanswered, one.group_id))
