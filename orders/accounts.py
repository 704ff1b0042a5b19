"""Which accounts the books can have: a correction goes to none that is only misspelt."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.tables import ProducerGroup, Seller
from orders.ledger import NOBODY
from orders.shares import MEMBER, RECEIVERS
from orders.tables import Order

OF_SELLER = ("cash", "cod", "delivery", "lost")
OF_GROUP = ("passed_on", "unshared")
TAXES = ("cgst", "sgst", "igst")


async def known(db: AsyncSession, account: str) -> bool:
    """Whether the account is one of orders.ledger's, of a seller, group or order that exists."""
    kind, _, rest = account.partition(":")
    owner, _, more = rest.partition(":")
    if kind == "buyer":
        return await db.scalar(select(Order.id).where(Order.number == rest)) is not None
    if kind in OF_SELLER:
        return not more and await _seller(db, owner)
    if kind == "tax":
        return more in TAXES and await _seller(db, owner)
    if kind == "sales":
        return await _seller(db, owner) and await db.get(ProducerGroup, more) is not None
    if kind in OF_GROUP:
        return not more and await db.get(ProducerGroup, owner) is not None
    if kind == "share":
        member = more.startswith(MEMBER) and more.removeprefix(MEMBER).isdecimal()
        return (more in RECEIVERS or member) and await db.get(ProducerGroup, owner) is not None
    return False


async def _seller(db: AsyncSession, seller_id: str) -> bool:
    return seller_id == NOBODY or await db.get(Seller, seller_id) is not None
