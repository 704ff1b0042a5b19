"""What an order can be asked: queries, and the amounts that hold. Nothing here writes."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from orders import lifecycle
from orders.tables import Address, JournalEntry, Order, OrderLine, SellerOrder


async def by_number(db: AsyncSession, number: str) -> Order | None:
    """By "HT-1001", also typed small, without the dash, or as the bare number."""
    digits = number.upper().removeprefix("HT").strip(" -#").split("-")[0]
    return await db.scalar(select(Order).where(Order.number == f"HT-{digits}"))


async def by_cause(db: AsyncSession, cause: str) -> Order | None:
    """The order that this message has already made."""
    return await db.scalar(select(Order).where(Order.cause == cause))


async def orders_of(db: AsyncSession, person_id: int, limit: int = 10) -> list[Order]:
    """Her orders, newest first."""
    found = select(Order).where(Order.person_id == person_id).order_by(Order.id.desc()).limit(limit)
    return list(await db.scalars(found))


async def parts_of(db: AsyncSession, order_id: int) -> list[SellerOrder]:
    return list(await db.scalars(select(SellerOrder).where(SellerOrder.order_id == order_id).order_by(SellerOrder.id)))


async def lines_of(db: AsyncSession, seller_order_id: int) -> list[OrderLine]:
    found = select(OrderLine).where(OrderLine.seller_order_id == seller_order_id).order_by(OrderLine.id)
    return list(await db.scalars(found))


async def of_group(
    db: AsyncSession, group_id: str, states: Sequence[str] = lifecycle.STATES, limit: int = 50
) -> list[SellerOrder]:
    """Seller orders of a group in these states, most urgent first."""
    found = select(SellerOrder).where(SellerOrder.group_id == group_id, SellerOrder.state.in_(states))
    return list(await db.scalars(found.order_by(SellerOrder.needed_by, SellerOrder.id).limit(limit)))


async def seller_order_by_number(db: AsyncSession, number: str) -> SellerOrder | None:
    return await db.scalar(select(SellerOrder).where(SellerOrder.number == number.strip().upper()))


async def moves_so_far(db: AsyncSession, seller_order_id: int) -> int:
    """How often it has moved, its placing included: it only grows, so that a clock knows whether its time is over."""
    counted = select(func.count()).where(JournalEntry.seller_order_id == seller_order_id)
    return int(await db.scalar(counted) or 0)


async def addresses_of(db: AsyncSession, person_id: int, limit: int = 3) -> list[Address]:
    """Where she had parcels sent, last used first."""
    found = select(Address).where(Address.person_id == person_id).order_by(Address.used_at.desc(), Address.id.desc())
    return list(await db.scalars(found.limit(limit)))


def promised(line: OrderLine) -> int:
    """What is to be made of a line, in milli: the part that was agreed on, else all of it."""
    return line.qty_milli if line.accepted_milli is None else line.accepted_milli
