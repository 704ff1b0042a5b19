"""When a product may be sold, and what can honestly be said about getting it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

DEMO = "demo"
CONFIRMED = frozenset({"officer", "producer"})
"""Sources whose word counts today. A printed price of years ago is history until an officer repeats it."""


def price_mark(source: str | None) -> str:
    """sure: the office or the group has said the price; sample: made up for the demo; old: printed long ago."""
    if source in CONFIRMED:
        return "sure"
    return "sample" if source == DEMO else "old"


MODES = ("stock", "made_to_order", "seasonal")
UNITS = frozenset(
    ["piece", "pair", "kg", "gram", "litre", "packet", "box", "bottle", "jar", "metre", "set", "pound", "dozen"]
)

Reason = Literal[
    "inactive",
    "service",
    "no-price",
    "no-unit",
    "no-maker",
    "out-of-season",
    "sold-out",
    "price-unconfirmed",
    "unit-unconfirmed",
    "supply-unconfirmed",
    "no-hsn",
    "no-declarations",
    "above-mrp",
]


@dataclass(frozen=True)
class Supply:
    """What one group can give: pieces not promised to anybody (None: not counted), days it takes to make one."""

    free_milli: int | None
    lead_days: int | None
    source: str | None


@dataclass(frozen=True)
class Goods:
    """What decides about a sale. `months` (1-12) only for seasonal goods; `supplies` of the active groups."""

    mode: str
    supplies: tuple[Supply, ...]
    price_paise: int | None = None
    price_source: str | None = None
    unit: str | None = None
    unit_source: str | None = None
    hsn: str | None = None
    months: tuple[int, ...] = ()
    active: bool = True
    service: bool = False
    undeclared: bool = False  # food that lacks what catalog.declarations names
    mrp_paise: int | None = None


@dataclass(frozen=True)
class Availability:
    """`kind`: in_stock (`milli` pieces ready), made (ready in `days`), sold_out, off_season, booked (a service),
    unknown (nobody has counted: the office will say)."""

    kind: Literal["in_stock", "made", "sold_out", "off_season", "booked", "unknown"]
    milli: int = 0
    days: int = 0


def availability(goods: Goods, month: int | None) -> Availability:
    """What can be said about getting one now; `month` None: the season is not asked about."""
    if goods.service:
        return Availability("booked")
    if goods.mode == "seasonal" and month is not None and month not in goods.months:
        return Availability("off_season")
    if goods.mode == "made_to_order":
        days = [supply.lead_days for supply in goods.supplies if supply.lead_days is not None]
        return Availability("made", days=min(days)) if days else Availability("unknown")
    counted = [supply.free_milli for supply in goods.supplies if supply.free_milli is not None]
    if not counted:
        return Availability("unknown")
    free = sum(max(0, milli) for milli in counted)
    return Availability("in_stock", milli=free) if free else Availability("sold_out")


def reasons(goods: Goods, demo_sells: bool, month: int | None = None) -> tuple[Reason, ...]:
    """Why it cannot be sold now, weightiest first; empty: it sells. `demo_sells`: unconfirmed values do."""
    found: list[Reason] = []
    if not goods.active:
        found.append("inactive")
    if goods.service:
        found.append("service")
    if goods.price_paise is None:
        found.append("no-price")
    if goods.unit is None:
        found.append("no-unit")
    if not goods.supplies:
        found.append("no-maker")
    kind = availability(goods, month).kind
    if kind == "off_season":
        found.append("out-of-season")
    if kind == "sold_out":
        found.append("sold-out")
    return (*found, *(() if demo_sells else unconfirmed(goods)))


def unconfirmed(goods: Goods) -> tuple[Reason, ...]:
    """What an officer must still say before it sells for real money.

    Without an HSN no tax rate can be chosen (GST rate notification of 22 September 2025 is by HSN). Food declares what
    the Packaged Commodities Rules ask for, and never costs more than its printed price (rule 18(2))."""
    found: list[Reason] = []
    if goods.price_paise is not None and goods.price_source not in CONFIRMED:
        found.append("price-unconfirmed")
    if goods.unit is not None and goods.unit_source == DEMO:
        found.append("unit-unconfirmed")
    if goods.supplies and not _supply_confirmed(goods.supplies):
        found.append("supply-unconfirmed")
    if goods.hsn is None and not goods.service:
        found.append("no-hsn")
    if goods.undeclared:
        found.append("no-declarations")
    if goods.price_paise is not None and goods.mrp_paise is not None and goods.price_paise > goods.mrp_paise:
        found.append("above-mrp")
    return tuple(found)


def _supply_confirmed(supplies: Sequence[Supply]) -> bool:
    return any(supply.source in CONFIRMED for supply in supplies)
