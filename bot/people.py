"""Who writes: a person behind a channel identity, found or made when her first message comes in."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.tables import Conversation, Identity
from catalog.words import language_of
from orders.tables import Person


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

    Two first messages at once make one identity: the loser of the unique key reads the winner's row."""
    found = await _find(db, channel, address, wa_id)
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


async def best_identity(db: AsyncSession, person_id: int) -> Identity | None:
    """Where a person is best reached unasked: reachable first, then where she wrote last."""
    rows = await db.scalars(select(Identity).where(Identity.person_id == person_id))
    return max(
        rows,
        key=lambda row: (row.reachable, row.heard_at.timestamp() if row.heard_at else 0.0, row.id),
        default=None,
    )
