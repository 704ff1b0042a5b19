"""Money that goes back to a buyer: asked for once, sent by a person of the office, done when it is there.

Services flush, never commit. Nothing is asked for what was never paid: then the buyer simply owes less.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from orders import ledger
from orders.money_tables import Payment, Refund
from orders.tables import SellerOrder
from orders.tickets import legible

OPEN = ("requested", "sent", "failed")
# The stage a refund comes to, and from where.
STAGES = {
    "sent": frozenset({"requested", "failed"}),
    "done": frozenset({"requested", "sent"}),
    "failed": frozenset({"sent"}),
}


class WrongStage(Exception):
    """The refund is not where this step begins (somebody else has done it)."""


async def ask(db: AsyncSession, part: SellerOrder, paise: int, reason: str, now: datetime) -> Refund | None:
    """A request to give `paise` back of what was paid to the part's seller, never more than is left of it; None when
    nothing was paid. The caller holds the order's lock. The same reason asks once for a part."""
    payment = await db.scalar(
        select(Payment).where(
            Payment.order_id == part.order_id, Payment.seller_id == part.seller_id, Payment.state == "paid"
        )
    )
    return None if payment is None else await ask_of(db, payment, paise, f"{reason}:{part.id}", reason, now, part.id)


async def ask_of(
    db: AsyncSession, payment: Payment, paise: int, cause: str, reason: str, now: datetime, part_id: int | None = None
) -> Refund | None:
    """The same of one payment, in one's own words of cause; None when it was asked before or nothing is left."""
    if await db.scalar(select(Refund.id).where(Refund.cause == cause)) is not None:
        return None
    amount = min(paise, payment.amount_paise - await asked(db, payment.id))
    if amount <= 0:
        return None
    refund = Refund(
        cause=cause,
        payment_id=payment.id,
        seller_order_id=part_id,
        amount_paise=amount,
        reason=reason,
        state="requested",
        requested_at=now,
    )
    db.add(refund)
    await db.flush()
    return refund


async def asked(db: AsyncSession, payment_id: int) -> int:
    """Paise that are going back of a payment, or are back."""
    found = select(func.sum(Refund.amount_paise)).where(Refund.payment_id == payment_id)
    return int(await db.scalar(found) or 0)


async def by_cause(db: AsyncSession, cause: str) -> Refund | None:
    return await db.scalar(select(Refund).where(Refund.cause == cause))


async def step(
    db: AsyncSession, refund_id: int, to: str, by: str, now: datetime, reference: str | None = None
) -> Refund:
    """`sent` with the bank's reference, `done` (the books then say so), `failed` (the bank gave it back).

    Raises WrongStage, LookupError for an unknown id, ValueError when it goes without a reference."""
    order_id = await db.scalar(
        select(Payment.order_id).join(Refund, Refund.payment_id == Payment.id).where(Refund.id == refund_id)
    )
    if order_id is None:
        raise LookupError(refund_id)
    found = select(Refund).where(Refund.id == refund_id).with_for_update()
    refund = (await db.scalars(found.execution_options(populate_existing=True))).one()
    if refund.state not in STAGES[to]:
        raise WrongStage(f"refund {refund_id} is {refund.state}")
    said = legible(reference or "", 60) or (refund.reference if to != "sent" else None)
    if not said:
        raise ValueError("a refund is sent with the bank's reference")
    refund.state, refund.reference, refund.done_by = to, said, by
    if to == "done":
        refund.done_at = now
        await ledger.refunded(db, refund, now)
    await db.flush()
    return refund


async def waiting(db: AsyncSession) -> Sequence[Refund]:
    """What is not back yet, the oldest first."""
    return (await db.scalars(select(Refund).where(Refund.state.in_(OPEN)).order_by(Refund.id))).all()


async def bound_to_seller(db: AsyncSession, part: SellerOrder) -> bool:
    """Whether the buyer has paid this part's seller, or says so: then no other seller may take it over."""
    found = select(Payment.id).where(
        Payment.order_id == part.order_id,
        Payment.seller_id == part.seller_id,
        Payment.method != "cod",
        (Payment.state == "paid") | Payment.claimed_at.is_not(None),
    )
    return await db.scalar(found.limit(1)) is not None
