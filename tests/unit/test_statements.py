"""Statements equal the books to the paisa, at the edges of India's months and years too; payouts never exceed what is
due; what is not confirmed is not kept back."""

import random
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.commands import books
from bot.commands.acts import Refused, Row
from catalog.tables import ProducerGroup
from orders import ledger, payments, payouts, service, splits, statements
from orders.dates import IST, financial_year, month
from orders.money_tables import SplitRule
from orders.shares import Share
from orders.tables import Order, OrderLine, SellerOrder
from orders.tax import split as tax_in
from tests.conftest import NOW
from tests.unit.test_books import sent
from tests.unit.till import sellers, the_payment

APRIL = date(2025, 4, 1)
RULE = (Share("wages", 4111), Share("victims", 2222), Share("society", 3667))
EDGE = datetime(2026, 3, 31, 23, 59, tzinfo=IST)


async def sale(db: AsyncSession, group: str, paise: int, at: datetime, bp: int = 500, number: int = 1) -> SellerOrder:
    """A part of an order that left at `at`."""
    order = Order(number=f"HT-{number}", cause=f"c{number}", person_id=1, placed_at=at, name="A", line="B",
                  pincode="177033", district=None, state="Himachal Pradesh", phone="+919800000001", payment="upi",
                  goods_paise=paise, delivery_paise=0, total_paise=paise, campaign=None)  # fmt: skip
    db.add(order)
    await db.flush()
    part = SellerOrder(order_id=order.id, group_id=group, number=order.number, state="dispatched", needed_by=at,
                       match_reason="", changed_at=at, seller_id="samiti", goods_paise=paise)  # fmt: skip
    db.add(part)
    await db.flush()
    tax = tax_in(paise, bp, False, "6214")
    db.add(OrderLine(seller_order_id=part.id, sku="shawl", offer_id=1, name={"en": "Shawl"}, unit="piece",
                     qty_milli=1000, unit_price_paise=paise, amount_paise=paise, hsn="6214", rate_bp=bp,
                     taxable_paise=paise - tax.paise, cgst_paise=tax.cgst_paise, sgst_paise=tax.sgst_paise,
                     igst_paise=tax.igst_paise))  # fmt: skip
    await db.flush()
    await ledger.supplied(db, part, at)
    return part


async def rule(db: AsyncSession, group: str = "kanda", day: date = APRIL) -> None:
    shares = [{"to": share.to, "bp": share.bp} for share in RULE]
    db.add(SplitRule(group_id=group, from_day=day, shares=shares, source="order 12", set_by="x", set_at=NOW))
    await db.flush()


async def test_the_last_minute_of_march_and_the_first_of_april(seeded: AsyncSession) -> None:
    db = seeded
    await sale(db, "kanda", 105_000, EDGE, number=1)
    late = await sale(db, "kanda", 210_000, EDGE + timedelta(minutes=1), number=2)
    await sale(db, "nahan", 21_000, EDGE + timedelta(minutes=1), number=3)
    await ledger.returned(db, late, EDGE + timedelta(days=40))
    told = [(one.year, one.of, one.parcels, one.net, one.tax) for one in await statements.turnover(db)]
    assert told == [
        ("2025-26", "kanda", 1, 100_000, 5_000),
        ("2026-27", "kanda", 1, 0, 0),
        ("2026-27", "nahan", 1, 20_000, 1_000),
    ]
    march = await statements.of_group(db, "kanda", month(date(2026, 3, 1)))
    april = await statements.of_group(db, "kanda", month(date(2026, 4, 1)))
    may = await statements.of_group(db, "kanda", month(date(2026, 5, 1)))
    assert [(m.parcels, m.back, m.net, m.unshared) for m in (march, april, may)] == [
        (1, 0, 100_000, 100_000), (1, 0, 200_000, 200_000), (0, 1, -200_000, -200_000),
    ]  # fmt: skip


async def test_turnover_by_brand_district_and_seller(seeded: AsyncSession) -> None:
    db = seeded
    for group in ("kanda", "nahan"):
        (await db.get_one(ProducerGroup, group)).brand = "Himkara"
    (await db.get_one(ProducerGroup, "kanda")).district = "Shimla"
    await sale(db, "kanda", 105_000, NOW, number=1)
    await sale(db, "nahan", 210_000, NOW, number=2)
    by = {kind: [(one.of, one.net) for one in await statements.turnover(db, kind)] for kind in statements.BY}
    assert by == {
        "unit": [("kanda", 100_000), ("nahan", 200_000)],
        "brand": [("Himkara", 300_000)],
        "district": [("Shimla", 100_000), ("none", 200_000)],
        "seller": [("samiti", 300_000)],
    }
    with pytest.raises(ValueError):
        await statements.turnover(db, "person")


async def test_what_others_published_is_cited_and_in_no_sum(seeded: AsyncSession) -> None:
    await sale(seeded, "kanda", 105_000, NOW)
    assert len(await books.turnover(seeded, "unit")) == 1
    cited = books.history()
    assert {"period": "2016-2024", "turnover": "323500000.00"}.items() <= cited[0].items()
    assert all(row["cited"] and row["source"] for row in cited)


async def test_a_year_of_statements_is_the_books(seeded: AsyncSession) -> None:
    """Sales, returns in pieces, a rule from the middle of the year: twelve months are what stands on each account."""
    db, dice = seeded, random.Random(5)
    await rule(db, day=date(2026, 9, 1))
    begin = financial_year(date(2026, 6, 1)).begin
    for number in range(1, 41):
        at = begin + timedelta(minutes=dice.randrange(360 * 24 * 60))
        part = await sale(db, "kanda", dice.randrange(1, 900_000), at, dice.choice((0, 500, 1800)), number)
        (line,) = await service.lines_of(db, part.id)
        for kept in sorted(dice.sample(range(line.amount_paise + 1), min(2, line.amount_paise)), reverse=True):
            if dice.random() < 0.4:
                back = min(at + timedelta(days=dice.randrange(5)), begin + timedelta(days=364))
                await ledger.returned(db, part, back, kept={line.id: kept})
    months = [await statements.of_group(db, "kanda", month(date(2026 + m // 12, m % 12 + 1, 1))) for m in range(3, 15)]
    year = await statements.of_group(db, "kanda", financial_year(date(2026, 6, 1)))
    balance = await ledger.trial_balance(db)
    assert sum(m.net for m in months) == year.net == -balance["sales:samiti:kanda"] == balance["passed_on:kanda"]
    assert sum(m.tax for m in months) == year.tax == -sum(p for a, p in balance.items() if a.startswith("tax:"))
    assert sum(m.unshared for m in months) == year.unshared == -balance["unshared:kanda"]
    for to in ("wages", "victims", "society"):
        assert sum(m.shares.get(to, 0) for m in months) == year.shares[to] == -balance[f"share:kanda:{to}"]
    assert year.net == year.unshared + sum(year.shares.values())
    (turned,) = await statements.turnover(db)
    assert (turned.net, turned.tax, turned.parcels) == (year.net, year.tax, 40)
    assert sum(balance.values()) == 0


async def test_a_member_sees_her_own_line_only(seeded: AsyncSession) -> None:
    shares = (Share("member-1", 6000), Share("member-2", 4000))
    await splits.set_rule(seeded, "anmol", APRIL, shares, "resolution 3", "office:cli", NOW)
    await sale(seeded, "anmol", 10_001, NOW, bp=0)
    rows = await books.statement(seeded, "anmol", month(NOW.date()), member=2)
    assert [(row["what"], row["value"]) for row in rows] == [("member-2", "40.00"), ("paid out to member-2", "0.00")]
    assert "member-1" not in str(rows)


async def test_wages_tell_of_no_fewer_than_five(seeded: AsyncSession) -> None:
    db = seeded
    await rule(db)
    await sale(db, "kanda", 105_000, NOW)
    period = month(NOW.date())
    (kanda, _) = await books.wages(db, period)
    assert (kanda["wages"], kanda["people"]) == (None, None)
    await splits.count_heads(db, "kanda", "wages", 4, APRIL, "office:cli", NOW)
    assert (await statements.wages(db, "kanda", period)).paise is None
    await splits.count_heads(db, "kanda", "wages", 12, APRIL, "office:cli", NOW)
    assert await statements.wages(db, "kanda", period) == statements.Wages(41_110, 12)


def test_a_cell_that_a_spreadsheet_would_run_is_quoted() -> None:
    rows: list[Row] = [
        {"a": "=1+1", "b": "-5.20"},
        {"a": "@SUM(A1)", "b": "+91"},
        {"a": "-x", "b": "\tx"},
        {"a": "plain", "b": 3},
    ]
    assert books.table(rows).splitlines() == ["a,b", "'=1+1,-5.20", "'@SUM(A1),'+91", "'-x,'\tx", "plain,3"]


async def test_paid_out_only_what_is_due_and_once(seeded: AsyncSession) -> None:
    db = seeded
    await sellers(db)
    await rule(db)
    order, part = await sent(db, "cod", shawl=1000)
    wages = -await ledger.balance(db, "share:kanda:wages")

    async def due() -> int:
        return next(one.due for one in await payouts.owed(db, "kanda", NOW) if one.to == "wages")

    assert await due() == 0  # on its way
    await service.move(db, part.id, "deliver", "office:cli", NOW)
    assert await due() == 0  # the postman has the money
    await payments.settle(db, await the_payment(db, order), "office:cli", NOW)
    assert await due() == wages > 0
    await service.move(db, part.id, "ask_return", "buyer:1", NOW)
    assert await due() == 0  # she may send it back
    await service.move(db, part.id, "close_return", "buyer:1", NOW)
    with pytest.raises(payouts.NotDue):
        await payouts.pay_out(db, "kanda", "wages", wages + 1, "N1", "office:cli", NOW)
    assert await payouts.pay_out(db, "kanda", "wages", wages - 1, "N1", "office:cli", NOW) is not None
    assert await payouts.pay_out(db, "kanda", "wages", wages - 1, "N1", "office:cli", NOW) is None
    assert await due() == 1
    paid = (await statements.of_group(db, "kanda", month(NOW.date()))).paid_out
    assert paid == {"wages": wages - 1}
    assert sum((await ledger.trial_balance(db)).values()) == 0


async def test_what_comes_back_after_it_was_paid_out_is_taken_off_the_next(seeded: AsyncSession) -> None:
    db = seeded
    await sellers(db)
    await rule(db)
    order, part = await sent(db, "cod", shawl=1000)
    await service.move(db, part.id, "deliver", "office:cli", NOW)
    await payments.settle(db, await the_payment(db, order), "office:cli", NOW)
    wages = -await ledger.balance(db, "share:kanda:wages")
    await payouts.pay_out(db, "kanda", "wages", wages, "N1", "office:cli", NOW)
    for move in ("ask_return", "agree_return", "receive_return"):
        await service.move(db, part.id, move, "office:cli", NOW)
    (one,) = [one for one in await payouts.owed(db, "kanda", NOW) if one.to == "wages"]
    assert (one.paise, one.due) == (-wages, 0)


async def test_cash_and_parcels_on_their_way(seeded: AsyncSession) -> None:
    db = seeded
    await sellers(db)
    order, part = await sent(db, "cod", shawl=1000)
    assert await payouts.on_its_way(db) == []
    await service.move(db, part.id, "deliver", "office:cli", NOW)
    assert [(one.what, one.paise) for one in await payouts.on_its_way(db)] == [("cash", 95_000)]
    await payments.settle(db, await the_payment(db, order), "office:cli", NOW)
    await service.move(db, part.id, "ask_return", "buyer:1", NOW)
    assert [(one.what, one.number) for one in await payouts.on_its_way(db)] == [("back", order.number)]


async def test_nothing_is_kept_back_until_the_office_has_said_so(seeded: AsyncSession) -> None:
    db = seeded
    period = financial_year(date(2024, 7, 1))
    old, new = datetime(2024, 7, 9, 23, 59, tzinfo=IST), datetime(2024, 7, 10, 0, 0, tzinfo=IST)
    first = await sale(db, "kanda", 105_000, old, number=1)
    await sale(db, "kanda", 210_000, new, number=2)
    await sale(db, "kanda", 50_000, new, bp=0, number=3)
    assert await payouts.kept_back(db, period) == []
    await payouts.confirm(db, "tcs-52", True, "office:1", NOW)
    await payouts.confirm(db, "services-9-5", True, "office:1", NOW)  # no rate is known: nothing is kept
    assert await payouts.kept_back(db, period) == [payouts.Kept("tcs-52", "samiti", 300_000, 1_000 + 1_000)]
    await ledger.returned(db, first, new)
    (kept,) = await payouts.kept_back(db, period)
    assert (kept.base, kept.paise) == (200_000, 1_500)  # it came back at the rate of the day on which it did
    await payouts.confirm(db, "tcs-52", False, "office:1", NOW)
    assert await payouts.kept_back(db, period) == []
    with pytest.raises(LookupError):
        await payouts.confirm(db, "tcs-53", True, "office:1", NOW)


async def test_the_commands_refuse_what_is_wrong(seeded: AsyncSession) -> None:
    db = seeded
    with pytest.raises(Refused, match="99 %"):
        await books.set_split(db, "kanda", "wages 99", APRIL, "order 12", NOW)
    with pytest.raises(Refused, match="no group"):
        await books.set_split(db, "kandy", "wages 100", APRIL, "order 12", NOW)
    with pytest.raises(Refused, match="resolution"):
        await books.set_split(db, "kanda", "wages 100", APRIL, "", NOW)
    row = await books.set_split(db, "kanda", "wages 100", APRIL, "order 12", NOW)
    assert (row["shares"], row["shared_now"]) == ("wages 100 %", 0)
    assert [one["shares"] for one in await books.show_splits(db, None)][:2] == ["none yet", "wages 100 %"]
    await sale(db, "kanda", 10_500, NOW)
    wrong = [
        ("cash:nobody", "lost:samiti", "5"),
        ("lost:samiti", "sales:samiti:kandy", "5"),
        ("lost:samiti", "cash:samiti", "-5"),
        ("cash:samiti", "cash:samiti", "5"),
    ]
    for debit, credit, rupees in wrong:
        with pytest.raises(Refused):
            await books.correct(db, "V-1", debit, credit, rupees, "counted wrong", NOW)
    await books.correct(db, "V-1", "lost:samiti", "cash:samiti", "5", "counted wrong", NOW, order="HT-1")
    with pytest.raises(Refused, match="already"):
        await books.correct(db, "V-1", "lost:samiti", "cash:samiti", "5", "counted wrong", NOW)
    with pytest.raises(Refused, match="rupees are due"):
        await books.pay_out(db, "kanda", "wages", "5", "N1", NOW)


def test_a_month_or_a_financial_year() -> None:
    assert (books.period_of("2026-11").name, books.period_of("2026-27").name) == ("2026-11", "2026-27")
    assert books.period_of("2026-12").begin == month(date(2026, 12, 1)).begin
    for wrong in ("2026", "2026-28", "2026-13", "x-y", ""):
        with pytest.raises(Refused):
            books.period_of(wrong)


async def test_the_rows_of_a_statement_add_up(seeded: AsyncSession) -> None:
    db = seeded
    await rule(db)
    await sale(db, "kanda", 105_000, NOW)
    rows = {row["what"]: row["value"] for row in await books.statement(db, "kanda", month(NOW.date()))}
    assert rows == {
        "parcels sent": "1", "parcels back": "0", "sold, with tax": "1050.00", "tax in it": "-50.00",
        "proceeds": "1000.00", "for wages": "411.10", "for victims": "222.20", "for society": "366.70",
        "not shared yet": "0.00",
    }  # fmt: skip
    assert await db.scalar(select(SplitRule.group_id)) == "kanda"


async def test_the_books_as_they_are_shown_sum_to_nothing(seeded: AsyncSession) -> None:
    db = seeded
    await sale(db, "kanda", 105_000, NOW, number=1)
    await sale(db, "nahan", 21_000, NOW, number=2)
    assert await books.entries(db, "HT-7") == []
    for order, group, sold in ((None, None, 2), ("ht-1", None, 1), (None, "nahan", 1)):
        rows = await books.entries(db, order, group)
        assert rows[-1] == {"at": None, "entry": "total", "account": "", "paise": 0, "memo": None}
        assert len({row["entry"] for row in rows if row["at"]}) == sold
        standing = {row["account"]: row["paise"] for row in rows if row["entry"] == "balance"}
        assert sum(standing.values()) == 0
        assert ("buyer:HT-1" in standing, "buyer:HT-2" in standing) == (group is None, order is None)
