"""Who may pay at the door, and whom the shop asks once more before the goods are packed. Pure.

Parcels to be paid at the door come back far more often than paid ones (needs and law: People).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml

RULES = Path(__file__).parent.parent / "data" / "cod.yml"
Reach = Literal["near", "state", "far"]
Bar = Literal["amount", "open", "returned", "unanswered"]


@dataclass(frozen=True)
class Rules:
    """Amounts in paise by reach; counts of a person's earlier orders."""

    most_paise: dict[str, int]
    most_open: int
    most_returned: int
    most_unanswered: int
    trusted_after: int
    confirm_after_hours: float
    lapses_after_hours: float


@dataclass(frozen=True)
class History:
    """What became of a person's orders to be paid at the door."""

    open: int = 0
    taken: int = 0
    returned: int = 0
    unanswered: int = 0


@dataclass(frozen=True)
class Home:
    """Where somebody lives or works, as far as it is known."""

    district: str | None
    state: str | None


@lru_cache(maxsize=1)
def rules(file: Path = RULES) -> Rules:
    said: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    amounts = {reach: int(rupees) * 100 for reach, rupees in said.pop("most_rupees").items()}
    return Rules(most_paise=amounts, **said)


def reach(buyer: Home, makers: Iterable[Home]) -> Reach:
    """How far the farthest parcel of an order goes; what is not known counts as far."""
    steps: list[Reach] = ["near", "state", "far"]
    return max((_reach(buyer, maker) for maker in makers), key=steps.index, default="far")


def _reach(buyer: Home, maker: Home) -> Reach:
    if not _same(buyer.state, maker.state):
        return "far"
    return "near" if _same(buyer.district, maker.district) else "state"


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one.casefold() == other.casefold()


def bar(said: Rules, paise: int, how_far: Reach, past: History) -> Bar | None:
    """Why this order is not paid at the door; None when it may be."""
    if past.returned > said.most_returned:
        return "returned"
    if past.unanswered > said.most_unanswered:
        return "unanswered"
    if past.open >= said.most_open:
        return "open"
    return "amount" if paise > said.most_paise[how_far] else None


def trusted(said: Rules, past: History) -> bool:
    """Whether she has taken parcels at the door before and let none come back: she is not asked again."""
    return past.taken >= said.trusted_after and not past.returned
