"""The books in use: closed to changes, cash on its way, goods that come back in pieces, corrections, a rule that comes
late."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from orders import ledger, payments, service, splits
from orders.dates import financial_year, month
from orders.ledger import About
from orders.money_tables import LedgerEntry, LedgerLine
from orders.shares import Share, in_proportion
from orders.tables import OfficeAct, Order, SellerOrder
from tests.conftest import NOW
from tests.unit.test_ledger import sold
from tests.unit.test_payments import bought
from tests.unit.till import sellers, the_payment

RULE = (Share("wages", 3333), Share("victims", 3333), Share("society", 3334))
APRIL = date(2026, 4, 1)


async def test_nothing_in_the_books_is_changed_or_taken_out(seeded: AsyncSession) -> None:
    await ledger.supplied(seeded, (await sold(seeded))[1], NOW)
    await seeded.commit()
    for statement in (
        update(LedgerEntry).values(memo="better"),
        update(LedgerLine).values(paise=0),
        delete(LedgerLine),
        delete(LedgerEntry),
    ):
        with pytest.raises(DBAPIError, match="append-only"):
            await seeded.execute(statement)
        await seeded.rollback()
    assert await seeded.scalar(select(func.count()).select_from(LedgerLine)) == 7
    assert sum((await ledger.trial_balance(seeded)).values()) == 0


async def sent(db: AsyncSession, payment: str = "cod", **milli: int) -> tuple[Order, SellerOrder]:
    """An order that is on its way."""
    order = await bought(db, payment, "messages:1", **milli)
    (part,) = await service.parts_of(db, order.id)
    await service.move(db, part.id, "accept", "office:cli", NOW)
    await service.move(db, part.id, "dispatch", "office:cli", NOW)
    return order, part


async def test_cash_of_the_door_is_on_its_way_until_it_arrives(seeded: AsyncSession) -> None:
    db = seeded
    await sellers(db)
    order, part = await sent(db)
    await service.move(db, part.id, "deliver", "office:cli", NOW)
    assert await ledger.balance(db, f"buyer:{order.number}") == 0
    assert await ledger.balance(db, "cod:samiti") == 190_000
    await payments.settle(db, await the_payment(db, order), "office:cli", NOW)
    assert await ledger.balance(db, "cod:samiti") == 0
    assert await ledger.balance(db, "cash:samiti") == 190_000


async def test_cash_that_arrives_before_the_parcel_is_noted_is_taken_once(seeded: AsyncSession) -> None:
    db = seeded
    await sellers(db)
    order, part = await sent(db)
    await payments.settle(db, await the_payment(db, order), "office:cli", NOW)
    await service.move(db, part.id, "deliver", "office:cli", NOW)
    balance = await ledger.trial_balance(db)
    assert (balance["cash:samiti"], balance.get("cod:samiti", 0), balance.get(f"buyer:{order.number}", 0)) == (
        190_000, 0, 0,
    )  # fmt: skip


async def test_a_parcel_that_could_not_be_handed_over_leaves_nothing(seeded: AsyncSession) -> None:
    await sellers(seeded)
    _, part = await sent(seeded)
    assert await ledger.trial_balance(seeded)
    await service.move(seeded, part.id, "come_back", "office:cli", NOW)
    assert await ledger.trial_balance(seeded) == {}


async def test_what_came_back_later_goes_back_with_its_refund(seeded: AsyncSession) -> None:
    db = seeded
    await sellers(db)
    await splits.set_rule(db, "kanda", APRIL, RULE, "order 12", "office:cli", NOW)
    order, part = await sent(db)
    await service.move(db, part.id, "deliver", "office:cli", NOW)
    await payments.settle(db, await the_payment(db, order), "office:cli", NOW)
    for move, who in (("ask_return", "buyer:1"), ("agree_return", "office:cli"), ("receive_return", "office:cli")):
        await service.move(db, part.id, move, who, NOW)
    # Paid and back: what is left is her money, to be sent to her.
    assert await ledger.trial_balance(db) == {f"buyer:{order.number}": -190_000, "cash:samiti": 190_000}


async def test_pieces_come_back_one_by_one(seeded: AsyncSession) -> None:
    db = seeded
    await splits.set_rule(db, "kanda", APRIL, RULE, "order 12", "office:cli", NOW)
    order, part = await sold(db)
    (line,) = await service.lines_of(db, part.id)
    await ledger.supplied(db, part, NOW)
    await ledger.returned(db, part, NOW, kept={line.id: 40_000}, with_delivery=False)
    assert await ledger.returned(db, part, NOW, kept={line.id: 40_000}, with_delivery=False) is None
    balance = await ledger.trial_balance(db)
    assert balance[f"buyer:{order.number}"] == 44_000
    assert balance["tax:unknown:cgst"] == balance["tax:unknown:sgst"] == -952  # 40,000 × 2.5 ÷ 105
    assert [balance[f"share:kanda:{to}"] for to in ("wages", "victims", "society")] == [-12_698, -12_697, -12_701]
    with pytest.raises(ValueError, match="lowers"):
        await ledger.returned(db, part, NOW, kept={line.id: 50_000}, with_delivery=False)
    await ledger.returned(db, part, NOW)
    assert await ledger.trial_balance(db) == {}


@given(st.lists(st.integers(0, 10**8), min_size=1, max_size=6).filter(any), st.data())
@settings(max_examples=300, deadline=None)
def test_the_same_proportion_to_the_paisa(weights: list[int], data: st.DataObject) -> None:
    given_ = {str(at): weight for at, weight in enumerate(weights)}
    assert in_proportion(sum(weights), given_) == given_  # nothing returned: nothing moves
    paise = data.draw(st.integers(0, sum(weights)))
    parts = in_proportion(paise, given_)
    assert sum(parts.values()) == paise
    assert all(0 <= parts[to] <= weight for to, weight in given_.items())  # nobody gives back more than she got


async def test_a_rule_that_comes_late_shares_what_waited(seeded: AsyncSession) -> None:
    db = seeded
    _, part = await sold(db)
    await ledger.supplied(db, part, NOW)
    before = await db.scalar(select(func.count()).select_from(LedgerEntry))
    assert await splits.set_rule(db, "kanda", NOW.date() + timedelta(days=1), RULE, "order 12", "office:1", NOW) == 0
    assert await ledger.balance(db, "unshared:kanda") == -90_477  # it holds only for later parcels
    assert await splits.set_rule(db, "kanda", APRIL, RULE, "order 12", "office:1", NOW) == 1
    assert await ledger.balance(db, "unshared:kanda") == 0
    assert await ledger.balance(db, "share:kanda:society") == -30_165
    assert await db.scalar(select(func.count()).select_from(LedgerEntry)) == (before or 0) + 1
    assert await splits.set_rule(db, "kanda", APRIL, (Share("group", 10_000),), "order 13", "office:1", NOW) == 0
    await ledger.returned(db, part, NOW)
    assert await ledger.trial_balance(db) == {}
    acts = [(act.act, act.about) for act in await db.scalars(select(OfficeAct))]
    assert acts == [("split", "kanda")] * 3


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("wages 50, society 49", "99 %"),
        ("wages fifty", "no share"),
        ("ram 100", "nobody"),
        ("", "0 %"),
        ("wages 50 society 50", "nobody"),
        ("member 50, member 50", "nobody"),
        ("wages 50, mazdoori 50", "twice"),
        ("wages 110, society -10", "nobody"),
    ],
)
def test_words_that_are_no_rule(words: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        splits.read_shares(words)


def test_words_that_are_a_rule() -> None:
    assert splits.read_shares("wages 33.33%, victims: 33.33, Society 33.34") == RULE
    assert splits.read_shares("मज़दूरी ३३.३३, पीड़ित परिवार 33.33 प्रतिशत; samiti = 33.34") == RULE
    assert splits.read_shares("member-1 50\nसदस्य 2 50") == (Share("member-1", 5000), Share("member-2", 5000))


async def test_a_correction_has_a_voucher_and_a_reason_and_happens_once(seeded: AsyncSession) -> None:
    lines = {"lost:samiti": 500, "cash:samiti": -500}
    made = await ledger.corrected(seeded, "V-1", lines, "office:cli", "refund sent twice", NOW, About("samiti"))
    assert made is not None
    assert made.memo == "office:cli: refund sent twice"
    assert await ledger.corrected(seeded, "V-1", lines, "office:cli", "again", NOW, About("samiti")) is None
    for voucher, why in (("", "a reason"), ("V-2", ""), ("V-3", "for the murder convict")):
        with pytest.raises(ValueError):
            await ledger.corrected(seeded, voucher, lines, "office:cli", why, NOW, About("samiti"))
    assert await ledger.balance(seeded, "lost:samiti") == 500


async def test_fewer_than_five_people_are_not_told(seeded: AsyncSession) -> None:
    for count, shown in ((4, None), (5, 5), (12, 12)):
        await splits.count_heads(seeded, "kanda", "wages", count, APRIL, "office:cli", NOW)
        assert await splits.people(seeded, "kanda", "wages", NOW) == shown
    assert await splits.people(seeded, "kanda", "victims", NOW) is None
    with pytest.raises(ValueError):
        await splits.count_heads(seeded, "kanda", "ram", 9, APRIL, "office:cli", NOW)


def test_months_and_years_of_india() -> None:
    year = financial_year(date(2026, 3, 31))
    assert (year.name, financial_year(date(2026, 4, 1)).name) == ("2025-26", "2026-27")
    assert year.end == financial_year(APRIL).begin == month(APRIL).begin == month(date(2026, 3, 5)).end
    assert year.end.isoformat() == "2026-03-31T18:30:00+00:00"
    assert month(date(2026, 12, 31)).end == month(date(2027, 1, 1)).begin
