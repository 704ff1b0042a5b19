"""What tests of money share: confirmed payees of the small catalogue's sellers."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.tables import Seller
from orders.money_tables import Payee, Payment
from orders.tables import Order
from tests.conftest import NOW


async def sellers(db: AsyncSession, *, paid: bool = True) -> None:
    """`paid`: each seller has its payee."""
    for seller in await db.scalars(select(Seller)):
        if paid:
            db.add(Payee(seller_id=seller.id, vpa=f"{seller.id}@bank", name=seller.id.upper(), proposed_by="office:1",
                         confirmed_by="office:2", since=NOW))  # fmt: skip
    await db.flush()


async def the_payment(db: AsyncSession, order: Order) -> Payment:
    return (await db.scalars(select(Payment).where(Payment.order_id == order.id))).one()
