"""GST of a line: which rate holds, and how much tax lies in a price that includes it. Pure.

Prices include all taxes, so the tax is taken out of the amount (CGST Rules 2017, rule 35: amount × rate ÷ (100 +
rate)). Amounts are paise, rates hundredths of a percent ("bp": 500 is 5 %).

Rounding: to the paisa, half up, each tax of a line by itself; the taxable value is what is left, so that value and
taxes are exactly the amount. CGST and SGST are each the tax at half the rate and always the same: an odd paisa stays in
the taxable value. (Section 170's whole rupees are for the return, not for a line.)
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

WHOLE = 10_000  # bp of 100 %


@dataclass(frozen=True)
class Slab:
    """A rate for pieces whose taxable value is at most `up_to_paise` (None: any above the slab before)."""

    rate_bp: int
    up_to_paise: int | None = None


@dataclass(frozen=True)
class RateRow:
    """One row of the rate table: for codes that begin with `hsn`, from a day on. A row that asks for more tags is the
    more special one."""

    hsn: str
    from_day: date
    slabs: tuple[Slab, ...]
    with_tags: frozenset[str] = frozenset()
    without_tags: frozenset[str] = frozenset()
    source: str = ""

    def fits(self, hsn: str, on: date, tags: Collection[str]) -> bool:
        has = frozenset(tags)
        right = self.with_tags <= has and not self.without_tags & has
        return right and hsn.startswith(self.hsn) and self.from_day <= on


@dataclass(frozen=True)
class Rate:
    bp: int
    source: str


@dataclass(frozen=True)
class NoRate:
    """Why there is none. gap: whichever rate is taken, no slab fits a price above `above_paise` and at most
    `up_to_paise`."""

    why: Literal["unknown", "gap"]
    above_paise: int = 0
    up_to_paise: int = 0


@dataclass(frozen=True)
class LineTax:
    """The taxes in the amount of one line. Nothing by default: the seller is not registered and charges none."""

    hsn: str | None = None
    rate_bp: int | None = None
    cgst_paise: int = 0
    sgst_paise: int = 0  # in a union territory without a legislature it is called UTGST
    igst_paise: int = 0

    @property
    def paise(self) -> int:
        return self.cgst_paise + self.sgst_paise + self.igst_paise


def rate(
    rows: Sequence[RateRow], hsn: str | None, unit_price_paise: int, on: date, tags: Collection[str] = ()
) -> Rate | NoRate:
    """The rate of a piece sold at `unit_price_paise` (tax included) on a day. The slab goes by the taxable value of a
    piece: with 5 % up to ₹2,500 and 18 % above, ₹2,625 holds 5 % and ₹2,950.01 holds 18 %; between them every rate
    would contradict its own slab (`NoRate("gap")`)."""
    row = row_for(rows, hsn, on, tags)
    if row is None:
        return NoRate("unknown")
    price, limit, below = unit_price_paise * WHOLE, 0, 0  # limit: of the slab before; below: with its own tax
    for slab in row.slabs:
        above = limit * (WHOLE + slab.rate_bp)
        if price <= above:
            return NoRate("gap", below // WHOLE, above // WHOLE)
        if slab.up_to_paise is None or price <= slab.up_to_paise * (WHOLE + slab.rate_bp):
            return Rate(slab.rate_bp, row.source)
        limit, below = slab.up_to_paise, slab.up_to_paise * (WHOLE + slab.rate_bp)
    return NoRate("unknown")


def row_for(rows: Iterable[RateRow], hsn: str | None, on: date, tags: Collection[str] = ()) -> RateRow | None:
    """The row that holds: of the longest code, then with most tags, then the newest."""
    if not hsn:
        return None
    found = [row for row in rows if row.fits(hsn, on, tags)]
    return max(found, key=lambda row: (len(row.hsn), len(row.with_tags), row.from_day), default=None)


def tags_for(rows: Iterable[RateRow], hsn: str, on: date) -> list[str]:
    """What must be known of goods with this code before their rate is certain, in the alphabet's order."""
    about = [row for row in rows if hsn.startswith(row.hsn) and row.from_day <= on]
    return sorted({tag for row in about for tag in row.with_tags | row.without_tags})


def interstate(seller_state: str, place_of_supply: str) -> bool:
    """Whether IGST is charged (IGST Act 2017, sections 7 and 8): the goods end their way in another state."""
    return seller_state.casefold() != place_of_supply.casefold()


def line_tax(amount_paise: int, rate_bp: int, seller_state: str, place_of_supply: str, hsn: str | None) -> LineTax:
    """The taxes in `amount_paise`, as the module's first lines say."""
    return split(amount_paise, rate_bp, interstate(seller_state, place_of_supply), hsn)


def split(amount_paise: int, rate_bp: int, to_another_state: bool, hsn: str | None) -> LineTax:
    """Raises ValueError for a negative amount or rate."""
    if amount_paise < 0 or rate_bp < 0:
        raise ValueError("neither amount nor rate of a sale is negative")
    if to_another_state:
        return LineTax(hsn, rate_bp, igst_paise=half_up(amount_paise * rate_bp, WHOLE + rate_bp))
    half = half_up(amount_paise * rate_bp, 2 * (WHOLE + rate_bp))
    return LineTax(hsn, rate_bp, cgst_paise=half, sgst_paise=half)


def half_up(numerator: int, denominator: int) -> int:
    """A quotient of two amounts rounded to a whole one; exactly a half goes up."""
    return (2 * numerator + denominator) // (2 * denominator)
