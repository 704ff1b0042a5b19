"""What must stand on packed food before it is sold, and marks that need a certificate. Pure.

Packaged Commodities Rules 2011, rules 6 and 6(10) for goods shown online; FSSAI licence of the maker. All of it comes
from the office: no source tells it of any product.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from catalog.money import Quantity

WHAT = ("net", "mrp", "best_before", "maker", "licence", "care")
"""net: what one unit of sale holds; mrp: the printed price, taxes included; best_before: days after making; maker: name
and address; licence: FSSAI number; care: where a buyer complains."""
MARKS = ("handloom-mark", "gi")
LONGEST = 200
_NET = re.compile(r"(\d+(?:\.\d{1,3})?)\s*([a-z]+)")
_UNITS = {
    "g": ("gram", 1), "gm": ("gram", 1), "gram": ("gram", 1), "grams": ("gram", 1), "kg": ("kg", 1), "kilo": ("kg", 1),
    "ml": ("litre", 1000), "l": ("litre", 1), "litre": ("litre", 1), "piece": ("piece", 1), "pieces": ("piece", 1),
    "pcs": ("piece", 1),
}  # fmt: skip


@dataclass(frozen=True)
class Declarations:
    """What is declared so far; None is not yet."""

    net: Quantity | None = None
    mrp_paise: int | None = None
    best_before_days: int | None = None
    maker: str | None = None
    licence: str | None = None
    care: str | None = None

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "Declarations":
        net = stored.get("net")
        return cls(
            Quantity(int(net[0]), str(net[1])) if net else None,
            stored.get("mrp"),
            stored.get("best_before"),
            stored.get("maker"),
            stored.get("licence"),
            stored.get("care"),
        )


def wanting(stored: Mapping[str, Any]) -> tuple[str, ...]:
    """What is not declared yet, in the order in which it is asked."""
    return tuple(what for what in WHAT if not stored.get(what))


def declared(what: str, said: str) -> Any:
    """A declaration as it is stored: "200 gram", "60", "180", or words. Raises ValueError for what cannot be one."""
    said = " ".join(said.split())
    match what:
        case "net":
            return _net(said)
        case "mrp":
            return _number(said.removeprefix("₹"), 100)
        case "best_before":
            return _number(said, 1)
        case "licence":
            digits = said.replace(" ", "")
            if len(digits) != 14 or not digits.isdecimal() or int(digits[0]) not in (1, 2):
                raise ValueError("an FSSAI number has 14 digits and begins with 1 or 2")
            return str(int(digits))
        case "maker" | "care":
            if not 5 <= len(said) <= LONGEST:
                raise ValueError(f"between 5 and {LONGEST} letters")
            return said
    raise ValueError(f"nothing is declared as {what}")


def certificate(number: str, on: date) -> dict[str, str]:
    """A certificate as it is stored. Raises ValueError without a number."""
    number = " ".join(number.split())
    if not 2 <= len(number) <= 60:
        raise ValueError("a certificate has a number")
    return {"number": number, "on": on.isoformat()}


def _net(said: str) -> list[int | str]:
    found = _NET.fullmatch(said.lower())
    unit, divided = _UNITS.get(found[2], ("", 1)) if found else ("", 1)
    milli = _number(found[1], 1000) if found else 0
    if not unit or milli % divided:
        raise ValueError('an amount and its unit, like "200 gram"')
    return [milli // divided, unit]


def _number(said: str, by: int) -> int:
    """A number above nothing, times `by`; in any script's digits."""
    found = re.fullmatch(r"\d+(?:\.\d{1,3})?", said.replace(",", ""))
    value = Decimal(found[0]) * by if found else Decimal(0)
    if value <= 0 or value != int(value):
        raise ValueError("a number above nothing")
    return int(value)
