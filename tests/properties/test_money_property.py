"""Taxes and totals: whatever is in a cart, every sum is the sum of its parts, to the paisa. Tests that draw their own
carts are also run against broken rules by test_money_mutations."""

import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from catalog.money import amount
from catalog.words import Words
from orders import statutes, tax
from orders.dates import IST
from orders.moving import retaxed
from orders.tables import OrderLine
from orders.tax import LineTax, NoRate, Rate
from orders.totals import Cart, Item, Part, fingerprint
from tests.conftest import NOW

NAME = Words("Shawl", "शॉल", "Shawl")
RATES = (None, 0, 500, 1200, 1800)
STATES = ("Himachal Pradesh", "Bihar")
CARTS = 10_000


def drawn(chance: random.Random) -> Cart:
    """A cart of up to four groups, each selling from one state at any rate, or charging no tax."""
    place = chance.choice(STATES)
    parts = []
    for group in range(chance.randint(1, 4)):
        at, bp = chance.choice(STATES), chance.choice(RATES)
        items = []
        for n in range(chance.randint(1, 5)):
            price, qty = chance.randint(1, 2_000_000), chance.choice([250, 333, 500, 1000, 1500, 3000, 49_999])
            sum_ = amount(price, qty)
            found = LineTax() if bp is None else tax.line_tax(sum_, bp, at, place, "6214")
            items.append(
                Item(f"p{group}-{n}", NAME, NAME, "piece", qty, price, "sure", n, f"g{group}", "", NOW, None, tax=found)
            )
        parts.append(Part(f"g{group}", NAME, tuple(items), f"s{group % 2}", NAME))
    return Cart(tuple(parts))


def test_ten_thousand_carts_add_up() -> None:
    chance = random.Random(2017_07_01)
    for _ in range(CARTS):
        cart = drawn(chance)
        assert cart.goods_paise == sum(part.goods_paise for part in cart.parts)
        assert cart.goods_paise == sum(item.amount_paise for item in cart.items)
        assert cart.tax_paise == sum(part.tax_paise for part in cart.parts)
        assert cart.total_paise == cart.goods_paise + cart.delivery_paise
        for item in cart.items:
            found = item.tax
            assert item.taxable_paise + found.cgst_paise + found.sgst_paise + found.igst_paise == item.amount_paise
            assert found.cgst_paise == found.sgst_paise
            assert not (found.cgst_paise and found.igst_paise)
            assert 0 <= found.paise <= item.amount_paise
            if found.rate_bp is None:
                assert found.paise == 0
            else:
                exact = item.taxable_paise * found.rate_bp / 10_000
                assert abs(found.paise - exact) <= 1.2


def test_a_fingerprint_knows_tax_and_seller() -> None:
    chance = random.Random(1)
    for _ in range(200):
        cart = drawn(chance)
        first, *rest = cart.parts
        seller = Part(first.group_id, first.name, first.items, "another", first.seller)
        assert fingerprint(cart) == fingerprint(Cart(cart.parts))
        assert fingerprint(cart) != fingerprint(Cart((seller, *rest)))
        item = first.items[0]
        other = LineTax("9999", item.tax.rate_bp, item.tax.cgst_paise, item.tax.sgst_paise, item.tax.igst_paise)
        facts = {name: getattr(item, name) for name in item.__dataclass_fields__} | {"tax": other}
        taxed = Part(first.group_id, first.name, (Item(**facts), *first.items[1:]), first.seller_id, first.seller)
        assert fingerprint(cart) != fingerprint(Cart((taxed, *rest)))


def test_a_smaller_part_keeps_its_rate_and_its_kind_of_tax() -> None:
    chance = random.Random(2)
    for _ in range(2000):
        bp, apart = chance.choice(RATES), chance.random() < 0.5
        whole, less = chance.randint(1000, 5_000_000), chance.randint(1, 999)
        found = LineTax() if bp is None else tax.split(whole, bp, apart, "6214")
        line = OrderLine(hsn=found.hsn, rate_bp=found.rate_bp, amount_paise=whole, taxable_paise=whole - found.paise,
                         cgst_paise=found.cgst_paise, sgst_paise=found.sgst_paise,
                         igst_paise=found.igst_paise)  # fmt: skip
        retaxed(line, less)
        now = LineTax(line.hsn, line.rate_bp, line.cgst_paise, line.sgst_paise, line.igst_paise)
        assert now == (LineTax() if bp is None else tax.split(less, bp, apart, "6214"))
        assert line.taxable_paise + now.paise == line.amount_paise == less


@given(st.integers(0, 10**12), st.integers(0, 5000), st.booleans())
def test_value_and_taxes_are_exactly_the_amount(paise: int, bp: int, apart: bool) -> None:
    found = tax.split(paise, bp, apart, None)
    assert 0 <= found.paise <= paise
    assert found.cgst_paise == found.sgst_paise
    assert (found.igst_paise == 0) or apart
    assert abs(found.paise * (10_000 + bp) - paise * bp) <= 10_000 + bp


@given(st.integers(1, 2_000_000), st.sampled_from(["6101", "6214", "6301", "1905", "3406"]), st.booleans())
def test_a_rate_never_contradicts_its_own_slab(price: int, hsn: str, handmade: bool) -> None:
    """The taxable value that a found rate leaves lies in that rate's slab; in a gap no rate of the row would."""
    tags = {"handmade"} if handmade else set()
    on = NOW.astimezone(IST).date()
    row = tax.row_for(statutes.rates(), hsn, on, tags)
    found = tax.rate(statutes.rates(), hsn, price, on, tags)
    if row is None:
        assert found == NoRate("unknown")
        return
    low, fits = 0, []
    for slab in row.slabs:
        value = price * 10_000 / (10_000 + slab.rate_bp)
        if value > low and (slab.up_to_paise is None or value <= slab.up_to_paise):
            fits.append(slab.rate_bp)
        low = slab.up_to_paise or 0
    if isinstance(found, Rate):
        assert fits[0] == found.bp
    else:
        assert fits == []
        assert found.above_paise < price <= found.up_to_paise


@given(st.dates(date(2017, 7, 1), date(2030, 1, 1)))
def test_a_row_holds_from_its_day(on: date) -> None:
    found = tax.rate(statutes.rates(), "1905", 4000, on)
    assert isinstance(found, Rate)
    assert found.bp == (500 if on >= date(2025, 9, 22) else 1800)
