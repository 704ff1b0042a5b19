"""What became of a person's orders to be paid at the door, and of everybody's. Nothing here writes."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.tables import ProducerGroup
from orders import cod, payments
from orders.tables import JournalEntry, Order, SellerOrder
from orders.totals import Cart

UNCONFIRMED = "not confirmed by the buyer"  # the journal's reason


async def past(db: AsyncSession, person_id: int) -> cod.History:
    rows = list(await db.execute(_parts().where(Order.person_id == person_id)))
    states = [state for _, _, state in rows]
    on_the_way = {order for order, _, state in rows if state not in payments.OFF and state != "delivered"}
    lapsed = select(func.count(func.distinct(SellerOrder.order_id))).join(
        JournalEntry, JournalEntry.seller_order_id == SellerOrder.id
    )
    mine = lapsed.join(Order, Order.id == SellerOrder.order_id).where(Order.person_id == person_id)
    unanswered = await db.scalar(mine.where(JournalEntry.actor == "timer", JournalEntry.why == UNCONFIRMED))
    return cod.History(
        open=len(on_the_way),
        taken=states.count("delivered"),
        returned=states.count("returned"),
        unanswered=int(unanswered or 0),
    )


async def bar(db: AsyncSession, person_id: int, cart: Cart, district: str | None, state: str | None) -> cod.Bar | None:
    """Why this cart is not paid at the door by this person there; None when it may be."""
    groups = [await db.get_one(ProducerGroup, part.group_id) for part in cart.parts]
    how_far = cod.reach(cod.Home(district, state), [cod.Home(group.district, group.state) for group in groups])
    return cod.bar(cod.rules(), cart.total_paise, how_far, await past(db, person_id))


async def trusted(db: AsyncSession, person_id: int) -> bool:
    return cod.trusted(cod.rules(), await past(db, person_id))


async def share_returned(db: AsyncSession, begin: datetime, end: datetime) -> dict[str, Any]:
    """Of the parcels to be paid at the door, ordered in this time and sent: how many came back. `share` in percent."""
    rows = list(await db.execute(_parts().where(Order.placed_at >= begin, Order.placed_at < end)))
    back = sum(state == "returned" for _, _, state in rows)
    sent = back + sum(state in ("dispatched", "delivered", "return_asked", "return_agreed") for _, _, state in rows)
    share = round(100 * back / sent, 1) if sent else None
    return {"parcels": len(rows), "sent": sent, "returned": back, "share": share}


def _parts() -> Any:
    """(order id, part id, state) of what is paid at the door."""
    found = select(SellerOrder.order_id, SellerOrder.id, SellerOrder.state)
    return found.join(Order, Order.id == SellerOrder.order_id).where(Order.payment == "cod")
