"""The tests of tax and of lawful selling would notice: each of these slips makes at least one of them fail."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from catalog import money
from orders import eligibility, matching, moving, statutes, tax, terms, totals
from orders.tax import LineTax, NoRate, Rate
from tests.properties import test_money_property as sums
from tests.unit import test_eligibility as lawful
from tests.unit import test_tax as taxes

CHECKS: list[Callable[[], None]] = [
    taxes.test_the_rates_of_the_day_of_the_switch,
    taxes.test_clothes_by_the_taxable_value_of_a_piece,
    taxes.test_between_two_slabs_no_rate_fits,
    taxes.test_a_handmade_shawl_at_any_price,
    taxes.test_what_is_not_in_the_table_is_unknown,
    taxes.test_half_a_paisa_goes_up,
    taxes.test_the_tax_is_inside_the_amount,
    taxes.test_both_halves_are_the_same_and_an_odd_paisa_is_no_tax,
    lawful.test_the_whole_matrix,
    lawful.test_before_her_state_is_known_only_what_holds_for_all,
    lawful.test_a_group_that_may_not_is_not_able,
    lawful.test_status_state_slab_and_paper_together,
    sums.test_ten_thousand_carts_add_up,
    sums.test_a_fingerprint_knows_tax_and_seller,
    sums.test_a_smaller_part_keeps_its_rate_and_its_kind_of_tax,
]
_rate, _split, _bar, _row_for, _rates = tax.rate, tax.split, eligibility.bar, tax.row_for, statutes.rates


def _odd_paisa_to_cgst(amount: int, bp: int, apart: bool, hsn: str | None) -> LineTax:
    whole = _split(amount, bp, True, hsn)
    if apart:
        return whole
    half = whole.igst_paise // 2
    return LineTax(hsn, bp, whole.igst_paise - half, half)


def _on_top(amount: int, bp: int, apart: bool, hsn: str | None) -> LineTax:
    return _split(amount * (10_000 + bp) // 10_000, bp, apart, hsn)


def _both_taxes(amount: int, bp: int, apart: bool, hsn: str | None) -> LineTax:
    return replace(_split(amount, bp, False, hsn), igst_paise=_split(amount, bp, True, hsn).igst_paise)


def _slab_by_the_price(rows: Any, hsn: Any, price: int, on: Any, tags: Any = ()) -> Rate | NoRate:
    row = _row_for(rows, hsn, on, tags)
    if row is None:
        return NoRate("unknown")
    return next(Rate(s.rate_bp, "") for s in row.slabs if s.up_to_paise is None or price <= s.up_to_paise)


def _lower_rate_in_the_gap(*facts: Any) -> Rate | NoRate:
    found = _rate(*facts)
    return Rate(500, "") if isinstance(found, NoRate) and found.why == "gap" else found


def _limit_moved(*facts: Any) -> Rate | NoRate:
    rows, hsn, price, *rest = facts
    return _rate(rows, hsn, price + 1, *rest)


def _without_tags(rows: Any, hsn: Any, on: Any, tags: Any = ()) -> Any:
    return _row_for([replace(row, with_tags=frozenset(), without_tags=frozenset()) for row in rows], hsn, on)


def _shortest(rows: Any, hsn: Any, on: Any, tags: Any = ()) -> Any:
    fits = [row for row in rows if hsn and row.fits(hsn, on, tags)]
    return min(fits, key=lambda row: (len(row.hsn), row.from_day), default=None)


def _any_state(seller: Any, state: Any, rules: Any, *, practice: bool = False) -> Any:
    return _bar(seller, None, rules, practice=practice)


def _no_papers(seller: Any, state: Any, rules: Any, *, practice: bool = False) -> Any:
    return _bar(seller, state, rules, practice=True)


def _unknown_may(seller: Any, state: Any, rules: Any, *, practice: bool = False) -> Any:
    found = _bar(seller, state, rules, practice=practice)
    return None if found == "status-unknown" else found


def _only_amount(line: Any, amount_paise: int) -> None:
    line.amount_paise = amount_paise


SLIPS: dict[str, tuple[Any, str, Any]] = {
    "rounded down": (tax, "half_up", lambda n, d: n // d),
    "rounded up": (tax, "half_up", lambda n, d: -(-n // d)),
    "the odd paisa is CGST": (tax, "split", _odd_paisa_to_cgst),
    "the tax comes on top": (tax, "split", _on_top),
    "all three taxes": (tax, "split", _both_taxes),
    "always within the state": (tax, "interstate", lambda at, to: False),
    "always between states": (tax, "interstate", lambda at, to: True),
    "states by their spelling": (tax, "interstate", lambda at, to: at != to),
    "the slab by the price": (tax, "rate", _slab_by_the_price),
    "the lower rate in the gap": (tax, "rate", _lower_rate_in_the_gap),
    "the limit off by a paisa": (tax, "rate", _limit_moved),
    "tags do not matter": (tax, "row_for", _without_tags),
    "the shortest code wins": (tax, "row_for", _shortest),
    "only the old rates": (statutes, "rates", lambda: tuple(r for r in _rates() if r.from_day.year < 2025)),
    "any state may buy": (lawful, "bar", _any_state),
    "no paper is asked for": (lawful, "bar", _no_papers),
    "an unknown status may sell": (lawful, "bar", _unknown_may),
    "a bar is not looked at": (matching.Candidate, "bar", property(lambda self: None, lambda self, value: None)),
    "a part keeps the tax of the whole": (sums, "retaxed", _only_amount),
    "a part forgets its tax": (moving, "split", lambda amount, bp, apart, hsn: LineTax(hsn, bp)),
    "a part changes the kind of tax": (moving, "split", lambda a, bp, apart, hsn: _split(a, bp, not apart, hsn)),
    "an amount rounded down": (sums, "amount", lambda price, qty: price * qty // 1000),
    "a total without its last part": (totals.Cart, "goods_paise", property(lambda c: c.parts[0].goods_paise)),
    "who charges no tax pays by a slab": (terms, "REGISTERED", "unregistered"),
    "a made-up seller sells": (terms, "CONFIRMED", frozenset({"officer", "demo"})),
    "the value with the tax in it": (totals.Item, "taxable_paise", property(lambda i: i.amount_paise)),
    "a yes that knows no seller": (sums, "fingerprint", lambda cart: totals.fingerprint(
        totals.Cart(tuple(replace(part, seller_id=None) for part in cart.parts)))),
}  # fmt: skip


def _noticed() -> bool:
    for check in CHECKS:
        try:
            check()
        except (AssertionError, pytest.fail.Exception):
            return True
    return False


def test_without_a_slip_nothing_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sums, "CARTS", 300)
    assert not _noticed()
    assert money.amount(1, 500) == 1  # half a paisa of goods goes up too


@pytest.mark.parametrize("slip", SLIPS, ids=lambda name: name.replace(" ", "-"))
def test_a_slip_is_noticed(slip: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sums, "CARTS", 300)
    where, what, instead = SLIPS[slip]
    monkeypatch.setattr(where, what, instead, raising=False)
    assert _noticed(), slip
