"""One person on two apps: she proves it by a code that one of her chats gives and the other sends.

Services flush, never commit."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalog import contacts
from catalog.codes import ALPHABET
from catalog.draft_tables import ProductDraft
from orders.booking_tables import Booking
from orders.linking_code import LENGTH
from orders.privacy_tables import Consent
from orders.tables import Address, CartLine, LinkCode, Order, Person, Ticket

VALID_FOR = timedelta(minutes=15)
_HERS: tuple[Any, ...] = (Address, Order, Ticket, Consent, Booking, ProductDraft)


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


async def new_code(db: AsyncSession, person_id: int, now: datetime) -> str:
    """A code that lives a quarter of an hour and works once; only its hash is kept."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    db.add(LinkCode(code_hash=_hash(code), person_id=person_id, expires_at=now + VALID_FOR, used_at=None))
    await db.flush()
    return f"LINK-{code}"


async def link(db: AsyncSession, person: Person, code: str, now: datetime) -> Person | None:
    """Makes `person` one with whoever was given the code, and returns that person; None for a code that is not
    valid. Her cart, addresses, orders and questions go over; the caller points her chat to the person.

    Never a group's rights, in either direction: a contact talked into sending (or telling) a code would hand her
    group's orders to a stranger. She joins from her other chat by a code of the office."""
    used = await db.execute(
        update(LinkCode)
        .where(LinkCode.code_hash == _hash(code), LinkCode.used_at.is_(None), LinkCode.expires_at > now)
        .values(used_at=now)
        .returning(LinkCode.person_id)
    )
    owner_id = used.scalar()
    if owner_id is None:
        return None
    owner = await db.get_one(Person, owner_id)
    if owner.id == person.id:
        return owner
    for one in (person.id, owner.id):
        if await contacts.of_person(db, one) or await contacts.suspended(db, one):
            return None
    for table in _HERS:
        await db.execute(update(table).where(table.person_id == person.id).values(person_id=owner.id))
    await _one_cart(db, person.id, owner.id, now)
    owner.name = owner.name or person.name
    await db.flush()
    return owner


async def _one_cart(db: AsyncSession, old: int, new: int, now: datetime) -> None:
    held = {line.sku: line for line in await db.scalars(select(CartLine).where(CartLine.person_id == new))}
    for line in (await db.scalars(select(CartLine).where(CartLine.person_id == old).order_by(CartLine.sku))).all():
        same = held.get(line.sku)
        if same is None:
            line.person_id, line.changed_at = new, now
        else:
            same.qty_milli, same.changed_at = same.qty_milli + line.qty_milli, now
            await db.delete(line)
    await db.flush()
