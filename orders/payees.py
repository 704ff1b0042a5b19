"""Where each seller's money goes: proposed by one person of the office, confirmed by another. Services flush only.

Without a confirmed payee nothing can be paid to a seller online: the shop pools nobody's money.
"""

import re
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.tables import Contact, Seller
from orders import upi
from orders.money_tables import Payee
from orders.office_book import CLI
from orders.tickets import legible

_ACCOUNT = re.compile(r"acc_[A-Za-z0-9]{6,40}", re.ASCII)  # Razorpay Route's linked account


class SamePerson(Exception):
    """Who proposed a payee cannot confirm it."""


async def propose(
    db: AsyncSession, seller_id: str, vpa: str, name: str, by: str, now: datetime, gateway_account: str | None = None
) -> Payee:
    """A payee that counts for nothing yet; an older proposal for the seller is dropped. `name` as the bank shows it.

    Raises ValueError for a VPA, name or account that cannot be one, LookupError for an unknown seller."""
    if await db.get(Seller, seller_id) is None:
        raise LookupError(f"there is no seller {seller_id}")
    address, shown = upi.vpa(vpa), legible(name, 80)
    if address is None:
        raise ValueError(f"{vpa} is no UPI address")
    if not shown:
        raise ValueError("the name the bank shows is missing")
    if gateway_account is not None and not _ACCOUNT.fullmatch(gateway_account):
        raise ValueError(f"{gateway_account} is no linked account")
    for older in await _held(db, seller_id):
        if older.confirmed_by is None:
            older.until = now
    made = Payee(
        seller_id=seller_id, vpa=address, name=shown, gateway_account=gateway_account, proposed_by=by, since=now
    )
    db.add(made)
    await db.flush()
    return made


async def confirm(db: AsyncSession, payee_id: int, by: str, now: datetime) -> Payee:
    """From now on this payee is the seller's only one. Confirmed twice it stays as it is.

    Raises SamePerson when one person did both, LookupError for a proposal that is no more."""
    seller_id = await db.scalar(select(Payee.seller_id).where(Payee.id == payee_id))
    rows = await _held(db, seller_id) if seller_id is not None else []
    wanted = next((row for row in rows if row.id == payee_id), None)
    if wanted is None:
        raise LookupError(f"there is no proposed payee {payee_id}")
    if wanted.confirmed_by is not None:
        return wanted
    if await _person(db, wanted.proposed_by) == await _person(db, by):
        raise SamePerson(by)
    for row in rows:
        if row.id != payee_id:
            row.until = now
    wanted.confirmed_by, wanted.since = by, now
    await db.flush()
    return wanted


async def of_seller(db: AsyncSession, seller_id: str | None) -> Payee | None:
    """Where the seller's money goes now; None when nobody has confirmed it."""
    if seller_id is None:
        return None
    found = select(Payee).where(Payee.seller_id == seller_id, Payee.until.is_(None), Payee.confirmed_by.is_not(None))
    return await db.scalar(found.order_by(Payee.id.desc()).limit(1))


async def proposed(db: AsyncSession) -> Sequence[Payee]:
    """What waits for its second person."""
    found = select(Payee).where(Payee.until.is_(None), Payee.confirmed_by.is_(None)).order_by(Payee.id)
    return (await db.scalars(found)).all()


async def every(db: AsyncSession) -> Sequence[Payee]:
    return (await db.scalars(select(Payee).order_by(Payee.seller_id, Payee.id))).all()


async def _held(db: AsyncSession, seller_id: str) -> Sequence[Payee]:
    """The seller's payees that are not over, locked behind the seller's own row: two officers take turns."""
    await db.execute(select(Seller.id).where(Seller.id == seller_id).with_for_update(key_share=True))
    found = select(Payee).where(Payee.seller_id == seller_id, Payee.until.is_(None)).order_by(Payee.id)
    return (await db.scalars(found.with_for_update().execution_options(populate_existing=True))).all()


async def _person(db: AsyncSession, by: str) -> str:
    """Two contacts may be one person. Everybody at the terminal is taken for the same one."""
    kind, _, number = by.partition(":")
    if by == CLI or kind != "office" or not number.isdecimal():
        return by
    contact = await db.get(Contact, int(number))
    return f"person:{contact.person_id}" if contact is not None else by
