"""What of the money waits: the office's daily list (features P6). Nothing here writes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from orders import payments, refunds
from orders.money_tables import Payment, Refund
from orders.tables import Order

# claimed: the buyer says she has paid · due: asked for, not there · expired: over without money · cash: taken at the
# door, not noted yet · late: came when the order was over, its refund waits
Why = Literal["claimed", "due", "expired", "cash", "late"]
SHOWN_EXPIRED = timedelta(days=7)  # after that nobody expects the money any more
CASH_AFTER = timedelta(days=2)  # after delivery
AT_HER_DOOR = frozenset({"delivered", "return_asked", "return_agreed", "returned"})  # it was, and was paid there


@dataclass(frozen=True)
class Stuck:
    payment: Payment
    order: Order
    why: Why


async def stuck(db: AsyncSession, now: datetime) -> list[Stuck]:
    """Every payment that waits for somebody: first what a buyer says she has paid, then the oldest."""
    rows = await db.execute(
        select(Payment, Order)
        .join(Order, Order.id == Payment.order_id)
        .where(Payment.state.in_(("due", "expired", "paid", "cancelled")))
        .order_by(Payment.id)
    )
    late = {refund.payment_id for refund in await refunds.waiting(db) if refund.reason == "late"}
    found = []
    for payment, order in rows:
        why = "late" if payment.id in late else await _why(db, payment, now)
        if why is not None:
            found.append(Stuck(payment, order, why))
    return sorted(found, key=lambda one: (one.why != "claimed", one.payment.id))


async def _why(db: AsyncSession, payment: Payment, now: datetime) -> Why | None:
    if payment.state == "paid":
        return None
    if payment.method == "cod":
        parts = await payments.parts_paid(db, payment)
        there = any(part.state in AT_HER_DOOR and part.changed_at <= now - CASH_AFTER for part in parts)
        return "cash" if payment.state == "due" and there else None
    if payment.claimed_at is not None:
        return "claimed"
    if payment.state == "due":
        return "due" if payment.expires_at is not None else None
    return "expired" if payment.state == "expired" and payment.changed_at > now - SHOWN_EXPIRED else None


async def going_back(db: AsyncSession) -> Sequence[Refund]:
    """Every refund that is not done, the oldest first."""
    return await refunds.waiting(db)
