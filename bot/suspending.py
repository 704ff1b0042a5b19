"""Contacts that must confirm who they are before orders reach them again: a number that changed, a long silence.

Numbers are given to somebody else after some months (Telecom Commercial Communications, TRAI: 90 days), and a phone
changes hands in an office; whoever holds it then must not read who ordered what. Nothing that waits for such a contact
goes out."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from actions.turn import Due
from bot.tables import Identity, Inbox, Opening, Outbox, Timer
from catalog import contacts
from catalog.tables import Contact
from orders.reaching import reach

KIND = "drop_unsent"


async def suspend_person(db: AsyncSession, person_id: int, why: contacts.Doubt, now: datetime) -> None:
    """All that this person answers for waits for fresh codes; the caller commits."""
    for contact in await contacts.of_person(db, person_id):
        await suspend(db, contact, why, now)


async def suspend(db: AsyncSession, contact: Contact, why: contacts.Doubt, now: datetime) -> None:
    """Suspends one contact, drops what waits to be sent to her, and sets the timer that tells her and the office."""
    await contacts.suspend(db, contact, why, now)
    for due in await drop_unsent(db, {"contact": contact.id}, now):
        db.add(Timer(key=due.key, kind=due.kind, args=due.args, due_at=due.at, state="waiting", attempts=0))
    await db.flush()


async def drop_unsent(db: AsyncSession, args: dict[str, Any], now: datetime) -> list[Due]:
    """The timer, when a chat has suspended a contact. What waits for her may hold an order: it is not sent."""
    contact = await db.get_one(Contact, int(args["contact"]))
    if contact.person_id is None or contact.suspended_at is None:
        return []
    hers = select(Identity.id).where(Identity.person_id == contact.person_id)
    waiting = Outbox.identity_id.in_(hers), Outbox.state.in_(("queued", "parked"))
    await db.execute(update(Outbox).where(*waiting).values(state="failed", error=f"suspended: {contact.doubt}"))
    await db.execute(delete(Opening).where(Opening.identity_id.in_(hers)))
    told = {"person_id": contact.person_id, "contact": contact.id}
    return [Due(f"contact_suspended:{contact.id}:{now.isoformat()}", "contact_suspended", now, told)]


async def suspend_silent(db: AsyncSession, now: datetime) -> None:
    """Each night: who has not written for so many days as `data/reaching.yml` says. Messages count, and not only
    `heard_at`, which is emptied when WhatsApp says that her 24 hours are over."""
    before = now - timedelta(days=reach().silent_days)
    hers = Identity.person_id == Contact.person_id
    wrote = exists().where(hers, Identity.heard_at >= before)
    came = exists().where(hers, Inbox.identity_id == Identity.id, Inbox.received_at >= before)
    quiet = select(Contact).where(
        Contact.active, Contact.suspended_at.is_(None), Contact.joined_at < before, ~wrote, ~came
    )
    for contact in (await db.scalars(quiet.order_by(Contact.id))).all():
        await suspend(db, contact, "silent", now)
