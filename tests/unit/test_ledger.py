"""The books: balanced, each event once, and a whole return leaves every account as it was."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from orders import ledger
from orders.ledger import About, Unbalanced
from orders.money_tables import LedgerEntry, LedgerLine, Payment, Refund, SplitRule
from orders.tables import Order, OrderLine, SellerOrder
from tests.conftest import NOW

SHARES = [{"to": "wages", "bp": 3333}, {"to": "victims", "bp": 3333}, {"to": "society", "bp": 3334}]


async def sold(db: AsyncSession) -> tuple[Order, SellerOrder]:
    """An order for a shawl (tax inside it) that is on its way, with ₹40 for sending."""
    order = Order(number="HT-1001", cause="c1", person_id=1, placed_at=NOW, name="A", line="B", pincode="177033",
                  district=None, state="Himachal Pradesh", phone="+919800000001", payment="upi", goods_paise=95_001,
                  delivery_paise=4_000, total_paise=99_001, campaign=None)  # fmt: skip
    db.add(order)
    await db.flush()
    part = SellerOrder(order_id=order.id, group_id="kanda", number=order.number, state="dispatched", needed_by=NOW,
                       match_reason="", changed_at=NOW, seller_id=None, goods_paise=95_001,
                       delivery_paise=4_000)  # fmt: skip
    db.add(part)
    await db.flush()
    db.add(OrderLine(seller_order_id=part.id, sku="shawl", offer_id=1, name={"en": "Shawl"}, unit="piece",
                     qty_milli=1000, unit_price_paise=95_001, amount_paise=95_001, hsn="6214", rate_bp=500,
                     taxable_paise=90_477, cgst_paise=2_262, sgst_paise=2_262))  # fmt: skip
    await db.flush()
    return order, part


def payment_of(order: Order, paise: int) -> Payment:
    return Payment(token="t", reference="r", order_id=order.id, seller_id=None, method="upi", amount_paise=paise,
                   state="paid", created_at=NOW, changed_at=NOW)  # fmt: skip


async def test_a_sale_is_paid_shared_and_balanced(seeded: AsyncSession) -> None:
    db = seeded
    order, part = await sold(db)
    db.add(SplitRule(group_id="kanda", from_day=date(2026, 4, 1), shares=SHARES, source="order 12", set_by="office:cli",
                     set_at=NOW))  # fmt: skip
    payment = payment_of(order, 99_001)
    db.add(payment)
    await db.flush()
    await ledger.paid(db, payment, NOW)
    assert await ledger.balance(db, "buyer:HT-1001") == -99_001  # paid ahead
    await ledger.supplied(db, part, NOW)
    assert await ledger.balance(db, "buyer:HT-1001") == 0
    shares = {to: -await ledger.balance(db, f"share:kanda:{to}") for to in ("wages", "victims", "society")}
    assert shares == {"wages": 30_156, "victims": 30_156, "society": 30_165}
    assert sum(shares.values()) == 90_477
    assert await ledger.balance(db, "tax:unknown:cgst") == -2_262
    assert sum((await ledger.trial_balance(db)).values()) == 0


async def test_each_event_is_posted_once(seeded: AsyncSession) -> None:
    order, part = await sold(seeded)
    assert await ledger.supplied(seeded, part, NOW) is not None
    assert await ledger.supplied(seeded, part, NOW) is None
    assert await seeded.scalar(select(func.count()).select_from(LedgerEntry)) == 1
    assert await ledger.balance(seeded, "unshared:kanda") == -90_477  # no rule: it waits, nobody's share is guessed
    assert order.number == "HT-1001"


async def test_a_return_with_its_refund_leaves_nothing(seeded: AsyncSession) -> None:
    db = seeded
    order, part = await sold(db)
    payment = payment_of(order, 99_001)
    db.add(payment)
    await db.flush()
    await ledger.paid(db, payment, NOW)
    await ledger.supplied(db, part, NOW)
    await ledger.returned(db, part, NOW + timedelta(days=3), with_delivery=True)
    refund = Refund(cause="x", payment_id=payment.id, amount_paise=99_001, reason="returned", state="done",
                    requested_at=NOW)  # fmt: skip
    db.add(refund)
    await db.flush()
    await ledger.refunded(db, refund, NOW + timedelta(days=4))
    assert await ledger.trial_balance(db) == {}


async def test_sending_that_was_done_stays_charged(seeded: AsyncSession) -> None:
    order, part = await sold(seeded)
    await ledger.supplied(seeded, part, NOW)
    await ledger.returned(seeded, part, NOW, with_delivery=False)
    assert await ledger.balance(seeded, f"buyer:{order.number}") == 4_000
    assert await ledger.balance(seeded, "delivery:unknown") == -4_000


async def test_what_does_not_balance_is_not_written(seeded: AsyncSession) -> None:
    with pytest.raises(Unbalanced):
        await ledger.post(seeded, "correction", "x", {"cash:a": 5, "buyer:b": -4}, NOW, About())
    with pytest.raises(ValueError):
        await ledger.post(seeded, "gift", "x", {"cash:a": 5, "buyer:b": -5}, NOW, About())
    assert await seeded.scalar(select(func.count()).select_from(LedgerLine)) == 0


async def test_goods_that_leave_are_in_the_books(seeded: AsyncSession) -> None:
    """Placed, accepted, sent: what the buyer owes is the order's total, and the books sum to nothing."""
    from orders import service
    from tests.unit.test_orders_placing import order as place
    from tests.unit.test_orders_placing import wants

    await wants(seeded, shawl=2000)
    placed = await place(seeded)
    (part,) = await service.parts_of(seeded, placed.id)
    await service.move(seeded, part.id, "accept", "office:cli", NOW)
    assert await ledger.trial_balance(seeded) == {}
    await service.move(seeded, part.id, "dispatch", "office:cli", NOW)
    assert await ledger.balance(seeded, f"buyer:{placed.number}") == placed.total_paise
    assert sum((await ledger.trial_balance(seeded)).values()) == 0
