"""The tests of the books would notice: each of these slips makes at least one of them fail."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import open_engine
from catalog.tables import Base
from orders import dates, impact, ledger, payments, payouts, shares, splits, statements
from orders.money_tables import Payment
from orders.shares import Share
from orders.tax import LineTax
from tests.conftest import fill
from tests.unit import test_books as used
from tests.unit import test_ledger as first
from tests.unit import test_receipt as receipts
from tests.unit import test_statements as told

CHECKS: list[Callable[[AsyncSession], Awaitable[None]]] = [
    first.test_a_sale_is_paid_shared_and_balanced,
    first.test_a_return_with_its_refund_leaves_nothing,
    first.test_sending_that_was_done_stays_charged,
    used.test_pieces_come_back_one_by_one,
    used.test_cash_of_the_door_is_on_its_way_until_it_arrives,
    used.test_cash_that_arrives_before_the_parcel_is_noted_is_taken_once,
    used.test_a_parcel_that_could_not_be_handed_over_leaves_nothing,
    used.test_a_rule_that_comes_late_shares_what_waited,
    used.test_fewer_than_five_people_are_not_told,
    told.test_the_last_minute_of_march_and_the_first_of_april,
    told.test_paid_out_only_what_is_due_and_once,
    told.test_what_comes_back_after_it_was_paid_out_is_taken_off_the_next,
    told.test_nothing_is_kept_back_until_the_office_has_said_so,
    told.test_a_member_sees_her_own_line_only,
    receipts.test_random_orders_equal_the_books,
    receipts.test_only_numbers_of_five_and_more_are_told,
    receipts.test_before_she_has_paid_or_it_has_left_nothing_is_told,
]
_sale, _of_order = ledger._sale, payments.of_order


def _rounded_down(paise: int, weights: Mapping[str, int]) -> dict[str, int]:
    whole = sum(weights.values()) or 1
    return {to: paise * weight // whole for to, weight in weights.items()}


def _rest_to_the_first(paise: int, weights: Mapping[str, int]) -> dict[str, int]:
    parts = _rounded_down(paise, weights)
    for to in list(parts)[:1]:
        parts[to] += paise - sum(parts.values())
    return parts


def _with_the_tax(order: Any, part: Any, lines: Any, delivery: int, proceeds: Any) -> dict[str, int]:
    return _sale(order, part, [(amount, LineTax(tax.hsn)) for amount, tax in lines], delivery, proceeds)


def _delivery_shared(order: Any, part: Any, lines: Any, delivery: int, proceeds: Any) -> dict[str, int]:
    found = _sale(order, part, lines, 0, proceeds)
    buyer = next(account for account in found if account.startswith("buyer:"))
    return {**found, buyer: found[buyer] + delivery, f"sales:x:{part.group_id}": -delivery}


async def _rule_of_no_day(db: AsyncSession, group_id: str, at: datetime) -> tuple[Share, ...]:
    rules = await splits.rules_of(db, group_id)
    return shares.checked(rules[-1].shares) if rules else ()


async def _paid_past_the_door(db: AsyncSession, payment: Payment, now: datetime) -> Any:
    return await ledger.post(
        db, "paid", f"paid:{payment.id}",
        {f"cash:{payment.seller_id}": payment.amount_paise, "buyer:HT-1001": -payment.amount_paise},
        now, ledger.About(payment.seller_id, None, payment.order_id),
    )  # fmt: skip


async def _none(*_: Any, **__: Any) -> None:
    return None


async def _always(*_: Any, **__: Any) -> bool:
    return True


def _year_of_utc(day: date) -> dates.Period:
    found = dates.financial_year(day)
    shift = timedelta(hours=5, minutes=30)
    return dates.Period(found.name, found.begin + shift, found.end + shift)


async def _taxable_all(db: AsyncSession, part_id: int | None, value: int) -> int:
    return value


async def _of_order_unpaid(db: AsyncSession, order: Any) -> list[Payment]:
    found = await _of_order(db, order)
    return [Payment(seller_id=one.seller_id, state="paid") for one in found]


SLIPS: dict[str, tuple[Any, str, Any]] = {
    "a paisa is lost": (shares, "in_proportion", _rounded_down),
    "the first gets the rest": (shares, "in_proportion", _rest_to_the_first),
    "what is left is shared anew by nobody": (ledger, "in_proportion", _rounded_down),
    "tax is shared": (ledger, "_sale", _with_the_tax),
    "sending is a sale": (ledger, "_sale", _delivery_shared),
    "what came back is not booked": (ledger, "returned", _none),
    "cash of the door is not booked": (ledger, "cash_received", _none),
    "cash is booked past the door": (ledger, "paid", _paid_past_the_door),
    "the last rule holds always": (ledger, "shares_on", _rule_of_no_day),
    "what waited is not shared": (splits, "_share_what_waits", _none),
    "four people are told": (splits, "FEWEST", 4),
    "four members are told": (impact, "FEWEST", 1),
    "a year of another clock": (statements, "financial_year", _year_of_utc),
    "returns are no part of a month": (statements, "SOLD", ("supply",)),
    "every parcel is settled": (payouts, "_settled", _always),
    "what is paid out is due again": (ledger, "KINDS", tuple(k for k in ledger.KINDS if k != "payout")),
    "every rule binds": (payouts, "confirmed", _always),
    "tax of all goods": (payouts, "_taxable", _taxable_all),
    "a member sees another's line": (statements, "MEMBER", "member-1"),
    "wages stand with the group": (impact, "OF_PEOPLE", ("victims", "staff", "members")),
    "the receipt needs no money": (payments, "of_order", _of_order_unpaid),
}  # fmt: skip


async def _noticed(folder: Path) -> bool:
    for at, check in enumerate(CHECKS):
        engine = open_engine(f"sqlite+aiosqlite:///{folder / f'{at}.db'}")
        try:
            async with engine.begin() as connection:
                await connection.run_sync(Base.metadata.create_all)
            async with AsyncSession(engine, expire_on_commit=False) as db:
                await fill(db)
                await check(db)
        except (AssertionError, ValueError, LookupError, pytest.fail.Exception):
            return True
        finally:
            await engine.dispose()
    return False


async def test_without_a_slip_nothing_is_noticed(tmp_path: Path) -> None:
    assert not await _noticed(tmp_path)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda name: name.replace(" ", "-"))
async def test_a_slip_is_noticed(slip: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where, what, instead = SLIPS[slip]
    assert hasattr(where, what), what
    monkeypatch.setattr(where, what, instead)
    assert await _noticed(tmp_path), slip
