"""What a buyer owes each seller of an order, and how that becomes paid. Services flush, never commit.

There is one payment for an order and a seller, made with the order and lowered with it. Nothing a buyer says or taps
makes it paid: `settle` does, for the gateway, the bank's file or a person of the office, and nobody else writes that
state. Locks: the order, then its payments by id (docs/locking.md).
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from orders import ledger, lifecycle, payees, refunds, upi
from orders.book import lines_of, parts_of
from orders.dates import IST
from orders.money_tables import Payment, Refund
from orders.tables import Order, SellerOrder

OFF = lifecycle.UNOWED
ENDED = lifecycle.FINAL  # what was paid for it goes back
ASKING = frozenset({"placed", "part_offered", "declined"})  # what the buyer will pay is not known yet
GONE = frozenset({"dispatched", "delivered", "return_asked", "return_agreed"})  # the goods are with her, or on the way
PAY_DAYS = 1  # until the end of the next Indian day


class AmountDiffers(Exception):
    """Another amount came than is due: a person must look (paise both)."""

    def __init__(self, due: int, came: int) -> None:
        super().__init__(f"{came} paise came, {due} are due")
        self.due, self.came = due, came


class PaidTwice(Exception):
    """Money for a payment that is paid already by another transfer, or a transfer that has paid another payment."""


@dataclass(frozen=True)
class Settled:
    """`fresh`: it became paid just now; `late`: the refund of money that came when its order was over."""

    payment: Payment
    fresh: bool
    late: Refund | None = None


async def begin(db: AsyncSession, order: Order, now: datetime, *, confirmed: bool = False) -> list[Payment]:
    """The payments of a new order, in the turn that places it. `confirmed`: she need not say again that she will
    take what is paid at the door."""
    made = []
    for seller_id, paise in (await _owed(db, order.id)).items():
        made.append(await _new(db, order, seller_id, paise, now, confirmed))
    return made


async def follow(db: AsyncSession, order: Order, part: SellerOrder, move: str, now: datetime) -> None:
    """After a part has moved: what is due follows what is still coming, and what was paid for nothing is asked back.
    The caller holds the order's lock."""
    rows = {payment.seller_id: payment for payment in await held(db, order.id)}
    for seller_id, paise in (await _owed(db, order.id)).items():
        payment = rows.get(seller_id)
        if payment is None and paise:
            await _new(db, order, seller_id, paise, now, confirmed=True)
        elif payment is not None and payment.state in ("due", "cancelled"):
            _lower(payment, max(paise, await _taken_at_the_door(db, payment)), now)
        elif payment is not None and payment.state == "paid" and seller_id == part.seller_id and (
            part.state in ENDED or move == "take_part"
        ):  # fmt: skip
            over = payment.amount_paise - paise - await refunds.asked(db, payment.id)
            await refunds.ask(db, part, over, move, now)
    await db.flush()


async def of_order(db: AsyncSession, order_id: int) -> Sequence[Payment]:
    return (await db.scalars(select(Payment).where(Payment.order_id == order_id).order_by(Payment.id))).all()


async def held(db: AsyncSession, order_id: int) -> Sequence[Payment]:
    """The order's payments as they are now, locked behind the order."""
    await db.execute(select(Order.id).where(Order.id == order_id).with_for_update(key_share=True))
    found = select(Payment).where(Payment.order_id == order_id).order_by(Payment.id)
    return (await db.scalars(found.with_for_update().execution_options(populate_existing=True))).all()


async def by_token(db: AsyncSession, token: str) -> Payment | None:
    plain = token.isascii() and token.isprintable()  # PostgreSQL takes no NUL
    return await db.scalar(select(Payment).where(Payment.token == token)) if plain else None


async def by_reference(db: AsyncSession, text: str) -> Payment | None:
    """The payment a bank's or a gateway's words name by our reference; one of an earlier amount names it too."""
    for found in upi.references_in(text):
        payment = await db.get(Payment, upi.payment_id(found))
        if payment is not None and payment.reference.rpartition("R")[0] == found.rpartition("R")[0]:
            return payment
    return None


async def parts_paid(db: AsyncSession, payment: Payment) -> list[SellerOrder]:
    """The parts of the order that a payment is for."""
    return [part for part in await parts_of(db, payment.order_id) if part.seller_id == payment.seller_id]


async def secured(db: AsyncSession, part: SellerOrder) -> bool:
    """Whether a part may be packed: paid, or to be paid at the door by one who has said she will take it."""
    payment = await db.scalar(
        select(Payment).where(Payment.order_id == part.order_id, Payment.seller_id == part.seller_id)
    )
    if payment is None or payment.state == "paid":
        return True
    if payment.method == "cod":
        return payment.claimed_at is not None
    return await payees.of_seller(db, payment.seller_id) is None  # the office asks for the money in its own way


async def ready(db: AsyncSession, order_id: int) -> list[Payment]:
    """Payments by UPI that can be asked for now: every group of the seller has answered, nobody has asked yet, and
    the seller has a confirmed payee. Nobody pays before: what is declined would have to go back."""
    found = []
    for payment in await held(db, order_id):
        if payment.method != "upi" or payment.state != "due" or payment.expires_at is not None:
            continue
        waiting = any(part.state in ASKING for part in await parts_paid(db, payment))
        if not waiting and payment.amount_paise <= upi.MOST_PAISE and await payees.of_seller(db, payment.seller_id):
            found.append(payment)
    return found


async def asked_for(db: AsyncSession, payment: Payment, now: datetime) -> datetime:
    """The buyer is asked from now on; returns until when."""
    day = now.astimezone(IST).date() + timedelta(days=PAY_DAYS + 1)
    payment.expires_at = datetime(day.year, day.month, day.day, tzinfo=IST) - timedelta(seconds=1)
    payment.changed_at = now
    await db.flush()
    return payment.expires_at


async def claim(db: AsyncSession, payment_id: int, utr: str | None, now: datetime) -> Payment:
    """The buyer says she has paid. It stays due: a number she writes is looked up at the bank, and one that another
    payment has is not written here. Raises LookupError."""
    order_id = await db.scalar(select(Payment.order_id).where(Payment.id == payment_id))
    if order_id is None:
        raise LookupError(payment_id)
    payment = next(row for row in await held(db, order_id) if row.id == payment_id)
    if payment.state in ("due", "expired", "cancelled"):
        payment.claimed_at, payment.changed_at = now, now
        if utr is not None and await _with_utr(db, utr) is None:
            payment.utr = utr
        await db.flush()
    return payment


async def settle(
    db: AsyncSession, payment: Payment, by: str, now: datetime, *, utr: str | None = None, came_paise: int | None = None
) -> Settled:
    """The money is there. `by` says who knows: "gateway", "bank", "office:<contact>" or "office:cli"; `came_paise` is
    what came, as far as it was told. Money for an order that is over goes back.

    Raises AmountDiffers and PaidTwice; then nothing has been written."""
    payment = next(row for row in await held(db, payment.order_id) if row.id == payment.id)
    if by.partition(":")[0] not in ("gateway", "bank", "office"):
        raise ValueError(f"{by} cannot know that money has come")
    other = await _with_utr(db, utr) if utr else None
    if payment.state == "paid":
        if utr and payment.utr and payment.utr != utr:
            raise PaidTwice(payment.reference)
        return Settled(payment, fresh=False)
    if other is not None and other.id != payment.id:
        if other.state == "paid":
            raise PaidTwice(other.reference)
        other.utr = None  # it was only said of the other one
        await db.flush()
    if came_paise is not None and came_paise != payment.amount_paise:
        raise AmountDiffers(payment.amount_paise, came_paise)
    over = payment.state in ("expired", "cancelled") or not await _still_coming(db, payment)
    payment.state, payment.paid_at, payment.paid_by, payment.changed_at = "paid", now, by, now
    payment.utr = utr or payment.utr
    await db.flush()
    await ledger.paid(db, payment, now)
    kept = 0 if over else (await _owed(db, payment.order_id)).get(payment.seller_id, 0)
    too_much = payment.amount_paise - kept if over or payment.method == "cod" else 0
    late = await refunds.ask_of(db, payment, too_much, f"late:{payment.id}", "late", now) if too_much > 0 else None
    return Settled(payment, fresh=True, late=late)


async def expire(db: AsyncSession, payment_id: int, now: datetime) -> Payment | None:
    """Nobody has paid in time; None when it is paid, not over yet, or the buyer says she has paid (then the office
    looks). What has left for her unpaid is still owed: it stays due. The order's parts are the caller's."""
    order_id = await db.scalar(select(Payment.order_id).where(Payment.id == payment_id))
    rows = await held(db, order_id) if order_id is not None else []
    payment = next((row for row in rows if row.id == payment_id), None)
    if payment is None or payment.state != "due" or payment.expires_at is None or payment.claimed_at is not None:
        return None
    if now < payment.expires_at or any(part.state in GONE for part in await parts_paid(db, payment)):
        return None
    payment.state, payment.changed_at = "expired", now
    await db.flush()
    return payment


async def confirm_cod(db: AsyncSession, order_id: int, now: datetime) -> list[Payment]:
    """She will take it and pay at the door. Returns what is confirmed only now."""
    fresh = [
        row for row in await held(db, order_id) if row.method == "cod" and row.state == "due" and not row.claimed_at
    ]
    for payment in fresh:
        payment.claimed_at = payment.changed_at = now
    await db.flush()
    return fresh


async def _owed(db: AsyncSession, order_id: int) -> dict[str | None, int]:
    """Paise by seller, for the parts that are still coming or have come and stayed; nothing for those that are not."""
    owed: dict[str | None, int] = {}
    for part in await parts_of(db, order_id):
        goods = sum(line.amount_paise for line in await lines_of(db, part.id))
        coming = 0 if part.state in OFF else goods + part.delivery_paise
        owed[part.seller_id] = owed.get(part.seller_id, 0) + coming
    return owed


async def _taken_at_the_door(db: AsyncSession, payment: Payment) -> int:
    """Paise that she has given for parcels and that are still on their way to the payee: they stay expected, and go
    back when the goods do."""
    if payment.method != "cod":
        return 0
    return max(0, await ledger.on_its_way(db, payment))


async def _still_coming(db: AsyncSession, payment: Payment) -> bool:
    return any(part.state not in ENDED for part in await parts_paid(db, payment))


async def _new(
    db: AsyncSession, order: Order, seller_id: str | None, paise: int, now: datetime, confirmed: bool
) -> Payment:
    payment = Payment(
        token=secrets.token_urlsafe(16),
        reference=secrets.token_hex(16),  # the real one follows from the id
        order_id=order.id,
        seller_id=seller_id,
        method=order.payment,
        amount_paise=paise,
        state="due",
        claimed_at=now if confirmed and order.payment == "cod" else None,
        created_at=now,
        changed_at=now,
    )
    db.add(payment)
    await db.flush()
    payment.reference = upi.reference(order.number, payment.id, 1)
    await db.flush()
    return payment


def _lower(payment: Payment, paise: int, now: datetime) -> None:
    """Another amount is another reference and asked for anew: whoever pays by the old one is not taken for paid."""
    if payment.state == "due" and payment.amount_paise == paise:
        return
    if paise == 0:
        payment.state, payment.changed_at = "cancelled", now
        return
    base, _, old = payment.reference.rpartition("R")
    payment.state, payment.amount_paise, payment.changed_at = "due", paise, now
    payment.reference, payment.gateway_id, payment.expires_at = f"{base}R{int(old) + 1}", None, None


async def _with_utr(db: AsyncSession, utr: str) -> Payment | None:
    return await db.scalar(select(Payment).where(Payment.utr == utr))
