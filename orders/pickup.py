"""Handing goods over at an outlet: the buyer's one-time code, and the moves it allows. Services flush, never commit.

A code belongs to one part, works once, and only its hash is kept. Locks: the order, its parts and offers
(`orders.moving.hold`), then the code's row (docs/locking.md)."""

import hashlib
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import CursorResult, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from catalog import contacts
from catalog.pickup_code import new_pickup_code, pickup_code
from catalog.tables import Contact
from orders import payments
from orders.moving import PICKUP, NotTheirs, hold, move
from orders.pickup_tables import PickupCode, PickupGuess
from orders.tables import SellerOrder

WAITING = ("ready", "dispatched")  # it lies there
GUESSES_AN_HOUR = 5

Refusal = Literal["not_valid", "too_many", "done", "unpaid"]


def _hash(code: str) -> str:
    # Slow on purpose: a stolen table must not give away the codes of goods that still lie there.
    return hashlib.scrypt(code.encode(), salt=b"haat pickup", n=2**14, r=8, p=1, dklen=32).hex()


async def new_code(db: AsyncSession, part: SellerOrder, now: datetime) -> str:
    """A code for a part that waits to be fetched; one made before it is worth nothing from now on."""
    await hold(db, part.order_id)
    row = await db.get(PickupCode, part.id, with_for_update=True)
    while True:
        code = new_pickup_code()
        try:
            async with db.begin_nested():
                if row is None:
                    row = PickupCode(seller_order_id=part.id)
                    db.add(row)
                row.code_hash, row.made_at, row.used_at = _hash(code), now, None
                await db.flush()
        except IntegrityError:  # another part has this very code
            row = await db.get(PickupCode, part.id, with_for_update=True)
            continue
        return code


async def by_code(db: AsyncSession, person_id: int, text: str, now: datetime) -> SellerOrder | Refusal:
    """The part that this person may hand over for the code she was told. Unknown codes, old ones and those of other
    outlets get one and the same refusal; who has guessed `GUESSES_AN_HOUR` times is not listened to for an hour."""
    recent = select(func.count()).where(PickupGuess.person_id == person_id, PickupGuess.at > now - timedelta(hours=1))
    if (await db.scalar(recent) or 0) >= GUESSES_AN_HOUR:
        return "too_many"
    code = pickup_code(text)
    row = await db.scalar(select(PickupCode).where(PickupCode.code_hash == _hash(code))) if code else None
    part = await db.get(SellerOrder, row.seller_order_id) if row else None
    if row is None or part is None or await giver(db, person_id, part) is None:
        db.add(PickupGuess(person_id=person_id, at=now))
        await db.flush()
        return "not_valid"
    if row.used_at is not None or part.state not in WAITING:
        return "done"
    return part if await payments.secured(db, part) else "unpaid"


async def giver(db: AsyncSession, person_id: int, part: SellerOrder) -> Contact | None:
    """The contact by which this person may hand the part over: somebody of its outlet or of its group."""
    for group_id in filter(None, (part.outlet_id, part.group_id)):
        contact = await contacts.allowed(db, person_id, group_id, "handover")
        if contact is not None and part.delivery == PICKUP:
            return contact
    return None


async def hand_over(db: AsyncSession, part: SellerOrder, actor: str, now: datetime, code: str | None = None) -> bool:
    """The goods are the buyer's: sold, and paid when it is cash. A contact needs the code, the office does not. False
    when somebody was quicker or the code is no longer the one. Raises IllegalMove and NotTheirs."""
    if code is None and actor.startswith("contact:"):
        raise NotTheirs(actor)
    await hold(db, part.order_id)
    if part.state not in WAITING:
        return False
    used = update(PickupCode).where(PickupCode.seller_order_id == part.id, PickupCode.used_at.is_(None))
    if code is not None:
        used = used.where(PickupCode.code_hash == _hash(pickup_code(code) or ""))
    written = await db.execute(used.values(used_at=now).execution_options(synchronize_session=False))
    assert isinstance(written, CursorResult)
    if code is not None and written.rowcount != 1:
        return False
    if part.state == "ready":
        await move(db, part.id, "dispatch", actor, now)
    await move(db, part.id, "deliver", actor, now)
    return True


async def waiting(db: AsyncSession, groups: Collection[str]) -> list[SellerOrder]:
    """What lies ready at these outlets, or is to be fetched of these groups' making, in the order it came."""
    theirs = SellerOrder.outlet_id.in_(groups) | SellerOrder.group_id.in_(groups)
    found = select(SellerOrder).where(SellerOrder.delivery == PICKUP, SellerOrder.state.in_(WAITING), theirs)
    return list(await db.scalars(found.order_by(SellerOrder.id)))
