"""Whether a notice of an order has been seen, and the next way when it has not: her other chat, the deputies, the
office's list of calls.

A notice is seen when the platform says that it was read, or when she has written since. It is looked at when its
sending has failed, when it waits because her 24 hours are over, or when it has stayed unread for so many waking hours
as data/reaching.yml says. Telegram tells of nobody's reading: there only her own word counts."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions.facts import asks
from actions.messages import Spoken, Watch, options_of
from actions.turn import Due
from bot import outbox, spoken
from bot.tables import Identity, Opening, Outbox, Timer
from catalog.tables import Contact
from orders.clocks import awake_after
from orders.reaching import WATCHED, reach
from orders.reaching_tables import Told
from orders.tables import SellerOrder

KIND = "reach"


async def watch(db: AsyncSession, outbox_id: int, about: Watch, now: datetime, awake: tuple[int, int]) -> None:
    """Notes a notice that must be seen, and when it is looked at."""
    db.add(
        Told(
            outbox_id=outbox_id,
            seller_order_id=about.seller_order_id,
            contact_id=about.contact_id,
            what=about.what,
            rung=about.rung,
            at=now,
        )
    )
    at = awake_after(now, timedelta(hours=reach().unread_hours), awake)
    args = {"outbox": outbox_id, "awake": list(awake)}
    db.add(Timer(key=outbox.reach_key(outbox_id), kind=KIND, args=args, due_at=at, state="waiting", attempts=0))
    await db.flush()


async def look(db: AsyncSession, args: dict[str, Any], now: datetime) -> list[Due]:
    """The timer: what became of one notice. What follows in words is a timer of its own (`reach_next`)."""
    told = await db.scalar(select(Told).where(Told.outbox_id == int(args["outbox"])).with_for_update())
    if told is None or told.outcome is not None:
        return []
    row = await db.get_one(Outbox, told.outbox_id, populate_existing=True)
    identity = await db.get_one(Identity, row.identity_id)
    part = await db.get_one(SellerOrder, told.seller_order_id)
    contact = await db.get_one(Contact, told.contact_id)
    told.decided_at, told.outcome = now, _outcome(row, identity, told, part)
    if told.outcome in ("reached", "moved"):
        return []
    if contact.active and contact.suspended_at is None and contact.person_id == identity.person_id:
        other = await _untried(db, told, identity)
        if other is not None:
            await again(db, told, spoken.read(row.message), other, now, args["awake"])
            return []
    about = {"person_id": identity.person_id, "seller_order": part.id, "what": told.what, "why": told.outcome}
    return [Due(f"reach_next:{told.outbox_id}", "reach_next", now, {**about, "contact": told.contact_id})]


def _outcome(row: Outbox, identity: Identity, told: Told, part: SellerOrder) -> str:
    if part.state not in WATCHED[told.what].states:
        return "moved"
    wrote = identity.heard_at is not None and identity.heard_at >= (row.sent_at or row.created_at)
    if row.status == "read" or (wrote and row.state == "sent"):
        return "reached"
    return {"failed": "failed", "parked": "shut"}.get(row.state, "unread")


async def _untried(db: AsyncSession, told: Told, tried: Identity) -> Identity | None:
    """Another chat of hers that has not had this notice."""
    had = select(Outbox.identity_id).join(Told, Told.outbox_id == Outbox.id)
    had = had.where(Told.seller_order_id == told.seller_order_id, Told.what == told.what)
    others = select(Identity).where(
        Identity.person_id == tried.person_id,
        Identity.id != tried.id,
        Identity.reachable.is_(True),
        Identity.channel != "rasa",
        Identity.id.not_in(had),
    )
    return await db.scalar(others.order_by(Identity.heard_at.desc()).limit(1))


async def again(
    db: AsyncSession, told: Told, message: Spoken, to: Identity, now: datetime, awake: tuple[int, int]
) -> None:
    """The same words in her other chat, where they can be answered too."""
    row_id = await outbox.put(db, to.id, message, now)
    shown = [[option.id, option.label, option.short or ""] for option in options_of(message)]
    db.add(Opening(identity_id=to.id, data={**asks(told.seller_order_id), "shown": shown}))
    about = Watch(told.seller_order_id, told.contact_id, told.what, "channel")
    await watch(db, row_id, about, now, (int(awake[0]), int(awake[1])))


async def watched(db: AsyncSession, outbox_id: int) -> bool:
    """Whether this is such a notice: then the next way is found here, when its timer fires."""
    return await db.scalar(select(Told.id).where(Told.outbox_id == outbox_id)) is not None
