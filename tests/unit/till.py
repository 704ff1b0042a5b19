"""What tests of money share: sellers with confirmed payees for the groups of the small catalogue."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.tables import ProducerGroup, Seller
from orders.money_tables import Payee, Payment
from orders.tables import Order
from tests.conftest import NOW, words

VPA = "himkara@bank"


async def sellers(db: AsyncSession, *, paid: bool = True) -> None:
    """Both workshops sell through one society, the self-help group for itself; `paid`: each has its payee."""
    named = {"himkara": words("Himkara Samiti", "हिमकारा समिति"), "anmol": words("Anmol group", "अनमोल समूह")}
    for seller, name in named.items():
        db.add(Seller(id=seller, kind="society", name=name, state="HIMACHAL PRADESH", source="officer"))
    await db.flush()
    for group in await db.scalars(select(ProducerGroup).where(ProducerGroup.id != "office")):
        group.seller_id = "anmol" if group.id == "anmol" else "himkara"
    for seller in named if paid else ():
        db.add(Payee(seller_id=seller, vpa=f"{seller}@bank", name=seller.upper(), proposed_by="office:1",
                     confirmed_by="office:2", since=NOW))  # fmt: skip
    await db.flush()


async def the_payment(db: AsyncSession, order: Order) -> Payment:
    return (await db.scalars(select(Payment).where(Payment.order_id == order.id))).one()
