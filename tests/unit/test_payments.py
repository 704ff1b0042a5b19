"""What is due, and how it becomes paid: by who knows, to the paisa, once; what comes late goes back."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from orders import cart as carts
from orders import ledger, payees, payments, refunds, service
from orders.money_tables import LedgerEntry, Payment, Refund
from orders.payments import AmountDiffers, PaidTwice
from orders.stuck import stuck
from orders.tables import Order, Person
from tests.conftest import NOW
from tests.unit.test_orders_moving import contact
from tests.unit.test_orders_placing import HOME, wants
from tests.unit.till import sellers, the_payment

LATER = NOW + timedelta(days=2)


async def bought(db: AsyncSession, payment: str = "upi", cause: str = "messages:1", **milli: int) -> Order:
    await wants(db, **(milli or {"shawl": 2000}))
    person = await db.get_one(Person, 1)
    cart = await carts.view(db, 1, NOW, False)
    return await service.place(db, person, cart, HOME, payment, cause, NOW, False)


async def agreed(db: AsyncSession, order: Order) -> Payment:
    """Every group has accepted, and the buyer has been asked."""
    for part in await service.parts_of(db, order.id):
        await service.move(db, part.id, "accept", "office:cli", NOW)
    (ready,) = await payments.ready(db, order.id)
    await payments.asked_for(db, ready, NOW)
    return ready


async def test_one_payment_for_each_seller(seeded: AsyncSession) -> None:
    await sellers(seeded)
    order = await bought(seeded, shawl=1000, socks=1000, pickle=1000)
    due = {p.seller_id: (p.amount_paise, p.state, p.method) for p in await payments.of_order(seeded, order.id)}
    assert due == {"samiti": (110000, "due", "upi"), "anmol": (24000, "due", "upi")}
    assert len({p.token for p in await payments.of_order(seeded, order.id)}) == 2
    assert sum(amount for amount, _, _ in due.values()) == order.total_paise


async def test_nothing_is_asked_before_every_group_has_answered(seeded: AsyncSession) -> None:
    await sellers(seeded)
    order = await bought(seeded, shawl=1000, socks=1000)
    first, second = await service.parts_of(seeded, order.id)
    assert await payments.ready(seeded, order.id) == []
    await service.move(seeded, first.id, "accept", "office:cli", NOW)
    assert await payments.ready(seeded, order.id) == []
    await service.move(seeded, second.id, "decline", "office:cli", NOW)
    assert await payments.ready(seeded, order.id) == []  # another group may yet make it, and be paid with it
    await service.move(seeded, second.id, "refuse", "office:cli", NOW)
    (ready,) = await payments.ready(seeded, order.id)
    assert ready.amount_paise == 95000


async def test_without_a_confirmed_payee_nobody_is_asked(seeded: AsyncSession) -> None:
    await sellers(seeded, paid=False)
    order = await bought(seeded)
    await payees.propose(seeded, "samiti", "samiti@bank", "SAMITI", "office:1", NOW)
    for part in await service.parts_of(seeded, order.id):
        await service.move(seeded, part.id, "accept", "office:cli", NOW)
    assert await payments.ready(seeded, order.id) == []


async def test_a_part_lowers_what_is_due_and_changes_the_reference(seeded: AsyncSession) -> None:
    await sellers(seeded)
    order, officer = await bought(seeded, shawl=3000), await contact(seeded)
    (part,) = await service.parts_of(seeded, order.id)
    before = (await the_payment(seeded, order)).reference
    (line,) = await service.lines_of(seeded, part.id)
    await service.move(seeded, part.id, "offer_part", officer, NOW, accepted={line.id: 2000})
    await service.move(seeded, part.id, "take_part", "buyer:1", NOW)
    payment = await the_payment(seeded, order)
    assert (payment.amount_paise, payment.state) == (190000, "due")
    assert payment.reference != before
    found = await payments.by_reference(seeded, f"UPI/{before}/SBI")
    assert found is not None
    assert found.id == payment.id


async def test_paid_to_the_paisa_and_posted_once(seeded: AsyncSession) -> None:
    await sellers(seeded)
    payment = await agreed(seeded, await bought(seeded))
    for wrong in (payment.amount_paise - 1, payment.amount_paise + 1):
        with pytest.raises(AmountDiffers):
            await payments.settle(seeded, payment, "bank", NOW, came_paise=wrong)
    assert payment.state == "due"
    first = await payments.settle(seeded, payment, "bank", NOW, utr="632812345678", came_paise=190000)
    again = await payments.settle(seeded, payment, "gateway", LATER, utr="632812345678", came_paise=190000)
    assert (first.fresh, again.fresh, payment.state, payment.paid_by) == (True, False, "paid", "bank")
    assert await ledger.balance(seeded, "cash:samiti") == 190000
    assert await seeded.scalar(select(func.count()).select_from(LedgerEntry)) == 1


@pytest.mark.parametrize("who", ["buyer:1", "contact:1", "timer", "", "gate"])
async def test_nobody_else_can_say_that_money_has_come(seeded: AsyncSession, who: str) -> None:
    await sellers(seeded)
    payment = await agreed(seeded, await bought(seeded))
    with pytest.raises(ValueError):
        await payments.settle(seeded, payment, who, NOW)
    assert (await the_payment(seeded, await seeded.get_one(Order, payment.order_id))).state == "due"


async def test_a_claim_pays_nothing_and_cannot_hold_anothers_number(seeded: AsyncSession) -> None:
    await sellers(seeded)
    mine = await agreed(seeded, await bought(seeded))
    hers = await agreed(seeded, await bought(seeded, cause="messages:2"))
    claimed = await payments.claim(seeded, mine.id, "632812345678", NOW)
    assert (claimed.state, claimed.utr, claimed.claimed_at) == ("due", "632812345678", NOW)
    second = await payments.claim(seeded, hers.id, "632812345678", NOW)  # the same number twice
    assert (second.utr, second.claimed_at) == (None, NOW)
    await payments.settle(seeded, hers, "bank", NOW, utr="632812345678", came_paise=190000)
    assert (hers.state, hers.utr, mine.state, mine.utr) == ("paid", "632812345678", "due", None)
    with pytest.raises(PaidTwice):
        await payments.settle(seeded, mine, "bank", NOW, utr="632812345678", came_paise=190000)
    with pytest.raises(PaidTwice):
        await payments.settle(seeded, hers, "bank", NOW, utr="632800000000", came_paise=190000)


async def test_not_in_time_and_then_late_goes_back(seeded: AsyncSession) -> None:
    await sellers(seeded)
    payment = await agreed(seeded, await bought(seeded))
    assert payment.expires_at is not None
    assert await payments.expire(seeded, payment.id, payment.expires_at - timedelta(seconds=1)) is None
    assert await payments.expire(seeded, payment.id, payment.expires_at) is not None
    assert [one.why for one in await stuck(seeded, LATER)] == ["expired"]
    settled = await payments.settle(seeded, payment, "gateway", LATER, came_paise=190000)
    assert settled.late is not None
    assert (settled.late.amount_paise, settled.late.state, settled.late.reason) == (190000, "requested", "late")
    assert [one.why for one in await stuck(seeded, LATER)] == ["late"]
    await refunds.step(seeded, settled.late.id, "sent", "office:cli", LATER, "632899999999")
    await refunds.step(seeded, settled.late.id, "done", "office:cli", LATER)
    assert await ledger.trial_balance(seeded) == {}
    assert await stuck(seeded, LATER) == []


async def test_what_left_unpaid_is_still_owed(seeded: AsyncSession) -> None:
    """She must not hear that her order is over while its parcel is on the way; the office sees the money missing."""
    await sellers(seeded)
    payment = await agreed(seeded, await bought(seeded))
    part = (await payments.parts_paid(seeded, payment))[0]
    await service.move(seeded, part.id, "dispatch", "office:cli", NOW)
    assert await payments.expire(seeded, payment.id, LATER) is None
    assert [one.why for one in await stuck(seeded, LATER)] == ["due"]
    await payments.settle(seeded, payment, "bank", LATER, came_paise=190000)
    assert await stuck(seeded, LATER) == []


async def test_cash_given_at_the_door_goes_back_with_the_goods_though_nobody_has_counted_it(
    seeded: AsyncSession,
) -> None:
    await sellers(seeded)
    order = await bought(seeded, "cod", shawl=1000, socks=1000)
    back, kept = await service.parts_of(seeded, order.id)
    for part in (back, kept):
        for move in ("accept", "dispatch", "deliver"):
            await service.move(seeded, part.id, move, "office:cli", NOW)
    for move in ("ask_return", "agree_return", "receive_return"):
        await service.move(seeded, back.id, move, "office:cli", NOW)
    (payment,) = await payments.of_order(seeded, order.id)
    assert (payment.state, payment.amount_paise) == ("due", order.total_paise + 95000)
    assert [one.why for one in await stuck(seeded, LATER)] == ["cash"]
    settled = await payments.settle(seeded, payment, "office:cli", LATER, came_paise=payment.amount_paise)
    assert settled.late is not None
    assert settled.late.amount_paise == 95000
    await refunds.step(seeded, settled.late.id, "sent", "office:cli", LATER, "632899999999")
    await refunds.step(seeded, settled.late.id, "done", "office:cli", LATER)
    assert await ledger.of_order(seeded, order.id, "samiti", f"buyer:{order.number}") == 0
    assert await ledger.balance(seeded, "cod:samiti") == 0


async def test_a_parcel_that_was_never_taken_owes_no_cash(seeded: AsyncSession) -> None:
    await sellers(seeded)
    order = await bought(seeded, "cod")
    (part,) = await service.parts_of(seeded, order.id)
    for move in ("accept", "dispatch", "come_back"):
        await service.move(seeded, part.id, move, "office:cli", NOW)
    (payment,) = await payments.of_order(seeded, order.id)
    assert payment.state == "cancelled"
    assert await stuck(seeded, LATER) == []


async def test_who_says_she_has_paid_does_not_lose_her_order_by_the_clock(seeded: AsyncSession) -> None:
    await sellers(seeded)
    payment = await agreed(seeded, await bought(seeded))
    await payments.claim(seeded, payment.id, None, NOW)
    assert await payments.expire(seeded, payment.id, LATER) is None
    assert [one.why for one in await stuck(seeded, LATER)] == ["claimed"]


async def test_a_cancelled_part_that_was_paid_goes_back_once(seeded: AsyncSession) -> None:
    await sellers(seeded)
    order = await bought(seeded, shawl=1000, socks=2000)
    payment = await agreed(seeded, order)
    await payments.settle(seeded, payment, "bank", NOW, came_paise=125000)
    socks = next(p for p in await service.parts_of(seeded, order.id) if p.group_id == "nahan")
    await service.move(seeded, socks.id, "withdraw", "office:cli", NOW)
    (refund,) = await refunds.waiting(seeded)
    assert (refund.amount_paise, refund.seller_order_id, refund.cause) == (30000, socks.id, f"withdraw:{socks.id}")
    shawl = next(p for p in await service.parts_of(seeded, order.id) if p.group_id == "kanda")
    await service.move(seeded, shawl.id, "cancel", "buyer:1", NOW)
    assert sorted(r.amount_paise for r in await refunds.waiting(seeded)) == [30000, 95000]
    assert await refunds.asked(seeded, payment.id) == payment.amount_paise


async def test_what_was_never_paid_is_only_not_owed(seeded: AsyncSession) -> None:
    await sellers(seeded)
    order = await bought(seeded, "cod")
    (part,) = await service.parts_of(seeded, order.id)
    await service.move(seeded, part.id, "cancel", "buyer:1", NOW)
    assert ((await the_payment(seeded, order)).state, list(await refunds.waiting(seeded))) == ("cancelled", [])


async def test_refunds_go_step_by_step(seeded: AsyncSession) -> None:
    await sellers(seeded)
    order = await bought(seeded)
    payment = await agreed(seeded, order)
    await payments.settle(seeded, payment, "bank", NOW)
    (part,) = await service.parts_of(seeded, order.id)
    await service.move(seeded, part.id, "cancel", "buyer:1", NOW)
    (refund,) = await refunds.waiting(seeded)
    with pytest.raises(ValueError):
        await refunds.step(seeded, refund.id, "sent", "office:1", NOW)
    await refunds.step(seeded, refund.id, "sent", "office:1", NOW, "AXIS1")
    with pytest.raises(refunds.WrongStage):
        await refunds.step(seeded, refund.id, "sent", "office:2", NOW, "AXIS2")
    await refunds.step(seeded, refund.id, "failed", "office:1", NOW)
    await refunds.step(seeded, refund.id, "sent", "office:1", NOW, "AXIS3")
    done = await refunds.step(seeded, refund.id, "done", "office:2", LATER)
    assert (done.state, done.reference, done.done_by, done.done_at) == ("done", "AXIS3", "office:2", LATER)
    assert await ledger.balance(seeded, "cash:samiti") == 0
    with pytest.raises(refunds.WrongStage):
        await refunds.step(seeded, refund.id, "done", "office:2", LATER)


async def test_a_payee_needs_two_people(seeded: AsyncSession) -> None:
    await sellers(seeded, paid=False)
    proposed = await payees.propose(seeded, "samiti", " Samiti@SBI ", "SAMITI", "office:cli", NOW)
    assert (proposed.vpa, await payees.of_seller(seeded, "samiti")) == ("samiti@sbi", None)
    with pytest.raises(payees.SamePerson):
        await payees.confirm(seeded, proposed.id, "office:cli", NOW)
    await payees.confirm(seeded, proposed.id, "office:7", NOW)
    found = await payees.of_seller(seeded, "samiti")
    assert found is not None
    assert found.vpa == "samiti@sbi"
    other = await payees.propose(seeded, "samiti", "new@sbi", "SAMITI", "office:7", NOW)
    assert (await payees.of_seller(seeded, "samiti")) is found  # until somebody else confirms, the old one counts
    await payees.confirm(seeded, other.id, "office:8", LATER)
    assert (await payees.of_seller(seeded, "samiti")) is other
    assert found.until == LATER


@pytest.mark.parametrize(("vpa", "name"), [("no address", "X"), ("a@b.example", "X"), ("shop@bank", "\u202e ")])
async def test_a_payee_that_cannot_be_one(seeded: AsyncSession, vpa: str, name: str) -> None:
    await sellers(seeded, paid=False)
    with pytest.raises(ValueError):
        await payees.propose(seeded, "samiti", vpa, name, "office:1", NOW)
    with pytest.raises(LookupError):
        await payees.propose(seeded, "nobody", "shop@bank", "X", "office:1", NOW)


async def test_two_who_know_at_once_pay_once(seeded: AsyncSession, engine: AsyncEngine) -> None:
    await sellers(seeded)
    payment = await agreed(seeded, await bought(seeded))
    await seeded.commit()

    async def knows(by: str) -> bool:
        async with AsyncSession(engine, expire_on_commit=False) as session:
            row = await session.get_one(Payment, payment.id)
            settled = await payments.settle(session, row, by, NOW, came_paise=190000)
            await session.commit()
            return settled.fresh

    assert sorted(await asyncio.gather(*map(knows, ("gateway", "office:3", "bank", "office:4")))) == [False] * 3 + [
        True
    ]
    assert await ledger.balance(seeded, "cash:samiti") == 190000


async def test_money_and_a_cancellation_at_once_lose_nothing(seeded: AsyncSession, engine: AsyncEngine) -> None:
    """Whichever is first: the buyer's money is kept for goods that come, or goes back."""
    await sellers(seeded)
    order = await bought(seeded)
    payment = await agreed(seeded, order)
    (part,) = await service.parts_of(seeded, order.id)
    await seeded.commit()

    async def pays() -> None:
        async with AsyncSession(engine, expire_on_commit=False) as session:
            await payments.settle(session, await session.get_one(Payment, payment.id), "gateway", NOW)
            await session.commit()

    async def cancels() -> None:
        async with AsyncSession(engine, expire_on_commit=False) as session:
            await service.hold(session, order.id)
            await service.move(session, part.id, "cancel", "buyer:1", NOW)
            await session.commit()

    await asyncio.gather(pays(), cancels())
    async with AsyncSession(engine) as fresh:
        assert (await fresh.get_one(Payment, payment.id)).state == "paid"
        assert await fresh.scalar(select(func.sum(Refund.amount_paise))) == 190000
