"""GST by HSN, day, slab and tag; the tax inside a price; what data/tax must look like. No test here has arguments:
tests/properties/test_money_mutations.py runs them against broken rules."""

from datetime import date

import pytest

from orders import statutes, tax
from orders.statutes import StatuteWrong
from orders.tax import LineTax, NoRate, Rate

BEFORE, AFTER = date(2025, 9, 21), date(2025, 9, 22)
HP, BIHAR = "Himachal Pradesh", "Bihar"


def rate(hsn: str, rupees: float, *tags: str, on: date = AFTER) -> int | str:
    """The rate in percent, or why there is none."""
    found = tax.rate(statutes.rates(), hsn, round(rupees * 100), on, tags)
    return found.why if isinstance(found, NoRate) else found.bp // 100


def test_the_rates_of_the_day_of_the_switch() -> None:
    switched = {
        ("1905", ()): (18, 5), ("1806", ()): (18, 5), ("2001", ()): (12, 5), ("2006", ()): (12, 5),
        ("2007", ()): (12, 5), ("2106", ()): (18, 5), ("0405", ()): (12, 5), ("0406", ("paneer", "prepacked")): (5, 0),
        ("4420", ()): (12, 5), ("44219990", ()): (12, 5), ("4416", ()): (12, 5), ("4414", ()): (12, 5),
        ("3406", ("handcrafted",)): (12, 5), ("4202", ("handicraft",)): (12, 5), ("700992", ("framed",)): (12, 5),
        ("19059020", ()): (18, 5),  # a longer code of the same goods
    }  # fmt: skip
    found = {(hsn, tags): (rate(hsn, 30, *tags, on=BEFORE), rate(hsn, 30, *tags, on=AFTER)) for hsn, tags in switched}
    assert found == switched


def test_clothes_by_the_taxable_value_of_a_piece() -> None:
    """₹2,501 of taxable value cost ₹2,951.18 with 18 %; ₹2,501 with the tax in it are ₹2,381.90 and 5 %."""
    for chapter in ("6101", "6203", "6301"):
        assert rate(chapter, 2499) == rate(chapter, 2501) == rate(chapter, 2625) == 5
        assert rate(chapter, 2951.18) == rate(chapter, 2950.01) == 18
        assert rate(chapter, 2499, on=BEFORE) == 12
        assert rate(chapter, 1050, on=BEFORE) == 5
        assert rate(chapter, 1120.01, on=BEFORE) == 12


def test_between_two_slabs_no_rate_fits() -> None:
    for price in (2625.01, 2700, 2800, 2950):
        assert rate("6101", price) == "gap", price
    none = tax.rate(statutes.rates(), "6101", 270_000, AFTER)
    assert none == NoRate("gap", 262_500, 295_000)
    for paise in range(262_400, 295_100):  # exactly the gap, to the paisa
        fits = isinstance(tax.rate(statutes.rates(), "6101", paise, AFTER), Rate)
        assert fits == (paise <= 262_500 or paise > 295_000), paise


def test_a_handmade_shawl_at_any_price() -> None:
    for hsn in ("6214", "6117"):
        assert rate(hsn, 2600, "handmade") == rate(hsn, 2700, "handmade") == rate(hsn, 12_000, "handmade") == 5
        assert rate(hsn, 2600) == 5
        assert rate(hsn, 2700) == "gap"
        assert rate(hsn, 12_000) == 18
        assert rate(hsn, 12_000, "handmade", on=BEFORE) == 12
    assert rate("6203", 12_000, "handmade") == 18  # no shawl


def test_what_is_not_in_the_table_is_unknown() -> None:
    for hsn in ("6505", "9403", "1514", "0904", "0910", "0409", "0713", "3401", "9701", "5112", "998821", ""):
        assert rate(hsn, 500) == "unknown", hsn
    assert rate("1905", 35, "bread") == rate("2106", 35, "pan-masala") == rate("3406", 35) == "unknown"
    assert rate("0406", 380, "paneer") == rate("4421", 450) == rate("700991", 450) == "unknown"
    assert isinstance(tax.rate(statutes.rates(), None, 500, AFTER), NoRate)
    assert rate("1905", 40, on=date(2017, 6, 30)) == "unknown"


def test_what_the_rate_depends_on_is_asked_for() -> None:
    assert tax.tags_for(statutes.rates(), "6214", AFTER) == ["handmade"]
    assert tax.tags_for(statutes.rates(), "0406", AFTER) == ["paneer", "prepacked"]
    assert tax.tags_for(statutes.rates(), "1905", AFTER) == ["bread"]
    assert tax.tags_for(statutes.rates(), "1806", AFTER) == []


def test_half_a_paisa_goes_up() -> None:
    assert [tax.half_up(n, 10) for n in (0, 4, 5, 14, 15, 16)] == [0, 0, 1, 1, 2, 2]
    # 5 % of ₹2.10 holds 10 paise; half of it each way; of ₹0.21: 1 paisa, half a paisa each
    assert tax.split(210, 500, False, None) == LineTax(None, 500, 5, 5, 0)
    assert tax.split(21, 500, True, None).igst_paise == 1
    assert tax.split(21, 500, False, None) == LineTax(None, 500, 1, 1, 0)


def test_the_tax_is_inside_the_amount() -> None:
    assert tax.line_tax(95_000, 500, HP, HP, "6214") == LineTax("6214", 500, 2262, 2262, 0)
    assert tax.line_tax(95_000, 500, HP, BIHAR, "6214") == LineTax("6214", 500, 0, 0, 4524)
    assert tax.line_tax(118_000, 1800, HP, HP, "6101") == LineTax("6101", 1800, 9000, 9000, 0)
    assert tax.line_tax(118_000, 1800, HP, BIHAR, "6101") == LineTax("6101", 1800, 0, 0, 18_000)
    assert tax.line_tax(38_000, 0, HP, HP, "0406").paise == 0
    assert tax.line_tax(95_000, 500, "HIMACHAL PRADESH", "himachal pradesh", None).igst_paise == 0
    assert LineTax() == LineTax(None, None, 0, 0, 0)


def test_both_halves_are_the_same_and_an_odd_paisa_is_no_tax() -> None:
    for amount in range(1, 3000):
        for bp in (500, 1200, 1800, 2800):
            inside, whole = tax.split(amount, bp, False, None), tax.split(amount, bp, True, None)
            assert inside.cgst_paise == inside.sgst_paise
            assert inside.igst_paise == whole.cgst_paise == whole.sgst_paise == 0
            assert abs(inside.paise - whole.igst_paise) <= 1
            assert abs(whole.igst_paise * (10_000 + bp) - amount * bp) * 2 <= 10_000 + bp  # nearest paisa
    with pytest.raises(ValueError):
        tax.split(-1, 500, False, None)
    with pytest.raises(ValueError):
        tax.split(1, -500, False, None)


ROW = "- {what: Things, hsn: ['1905'], rates: [{from: 2025-09-22, percent: 5}], source: a source}"
WRONG = {
    "hsn: ['1905']": ("hsn: ['x']", "hsn: []"),
    "percent: 5": ("percent: 500", "percent: -1", "slabs: []", "percent: 5, slabs: [{percent: 5}]",
                   "slabs: [{percent: 5, up_to: 9}]", "slabs: [{percent: 5}, {percent: 18}]",
                   "slabs: [{percent: 5, up_to: 9}, {percent: 5, up_to: 9}, {percent: 18}]"),
    "from: 2025-09-22": ("until: 2025-09-22", "from: 2025-09-22, until: 2025-09-23", "from: soon"),
    "source: a source": ("source: ''", "sauce: a source"),
    "[{from: 2025-09-22, percent: 5}]": ("[]", "[{until: 2025-09-20, percent: 5}, {from: 2025-09-22, percent: 5}]"),
}  # fmt: skip


def test_a_row_that_is_not_understood_is_named() -> None:
    assert len(statutes.read_rates(ROW)) == 1
    for right, wrongs in WRONG.items():
        for wrong in wrongs:
            with pytest.raises(StatuteWrong, match="Things"):
                statutes.read_rates(ROW.replace(right, wrong))


def test_every_row_has_its_source() -> None:
    assert all("2025" in row.source for row in statutes.rates())
