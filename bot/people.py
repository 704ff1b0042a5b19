"""Who writes: a person behind a channel identity, found or made when her first message comes in."""

from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from bot import suspending
from bot.channels.channel import Moved
from bot.tables import Conversation, Identity, Outbox
from catalog.words import language_of
from orders.tables import Person

GONE = "gone:"  # the address of a chat whose number is somebody else's now


async def identity_for(
    db: AsyncSession,
    channel: str,
    address: str,
    now: datetime,
    *,
    wa_id: str | None = None,
    language: str | None = None,
) -> Identity:
    """The identity that `address` (or, when WhatsApp hid or changed it, `wa_id`) belongs to; flushed, not committed.

    Two first messages at once make one identity: the loser of the unique key reads the winner's row. A number whose
    id has changed without a word of the platform is somebody else's now: she is a stranger."""
    found = await _find(db, channel, address, wa_id)
    if found is not None and _another(found.address, address):
        await _gone(db, found, now)
        found = None
    if found is None:
        try:
            async with db.begin_nested():
                person = Person(language=language_of(language), name=None, created_at=now)
                db.add(person)
                await db.flush()
                found = Identity(
                    person_id=person.id, channel=channel, address=address, wa_id=wa_id, heard_at=None, created_at=now
                )
                db.add(found)
                await db.flush()
                db.add(Conversation(identity_id=found.id, state={}, lease_by=None, lease_until=None))
                await db.flush()
        except IntegrityError:
            found = await _find(db, channel, address, wa_id)
            if found is None:
                raise
    if wa_id and found.wa_id != wa_id:
        found.wa_id = wa_id
    if found.address != address:
        found.address = address  # a hidden number became known, or a number changed: the history stays
    return found


async def _find(db: AsyncSession, channel: str, address: str, wa_id: str | None) -> Identity | None:
    query = select(Identity).where(Identity.channel == channel)
    found = await db.scalar(query.where(Identity.address == address))
    if found is None and wa_id:
        found = await db.scalar(query.where(Identity.wa_id == wa_id))
    return found


async def move(db: AsyncSession, channel: str, address: str, moved: Moved, now: datetime) -> Identity | None:
    """Her identity under its new address, when the platform says that it has changed; None for somebody we do not know.

    What she is to the shop as a buyer goes with her; her rights for a group wait for a fresh code. Where somebody
    already writes from the new address, nothing goes over to that chat."""
    known = [part for part in moved.before if part]
    query = select(Identity).where(Identity.channel == channel)
    found = await db.scalar(query.where(or_(Identity.address.in_(known), Identity.wa_id.in_(known))))
    if found is None:
        return None
    taken = await db.scalar(query.where(Identity.address == address, Identity.id != found.id))
    if taken is not None:
        await _gone(db, found, now)
        return taken
    found.address, found.wa_id = address, moved.wa_id
    await suspending.suspend_person(db, found.person_id, "number", now)
    return found


async def _gone(db: AsyncSession, identity: Identity, now: datetime) -> None:
    """Nobody is reached there any more: the chat keeps its history, under an address that no message comes from."""
    identity.address, identity.wa_id, identity.reachable = f"{GONE}{identity.id}", None, False
    unsent = Outbox.identity_id == identity.id, Outbox.state.in_(("queued", "parked"))
    await db.execute(update(Outbox).where(*unsent).values(state="failed", error="somebody else has the number"))
    await suspending.suspend_person(db, identity.person_id, "number", now)
    await db.flush()


def _another(before: str, now: str) -> bool:
    """Whether two addresses are business-scoped ids of two people; digits alone are a number."""
    return before != now and not before.isdigit() and not now.isdigit()


async def best_identity(db: AsyncSession, person_id: int) -> Identity | None:
    """Where a person is best reached unasked: reachable first, then where she wrote last."""
    rows = await db.scalars(select(Identity).where(Identity.person_id == person_id, ~Identity.address.startswith(GONE)))
    return max(
        rows,
        key=lambda row: (row.reachable, row.heard_at.timestamp() if row.heard_at else 0.0, row.id),
        default=None,
    )


async def phone_of(db: AsyncSession, person_id: int) -> str | None:
    """The number she writes from on WhatsApp, in E.164; None when it is hidden or she is on Telegram alone."""
    known = select(Identity.wa_id).where(
        Identity.person_id == person_id, Identity.wa_id.is_not(None), ~Identity.address.startswith(GONE)
    )
    number = await db.scalar(known.order_by(Identity.id.desc()).limit(1))
    return f"+{number}" if number else None
