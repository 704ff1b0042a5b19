"""Where a group's goods are sent, for how much, and how long they travel. Pure; data/delivery.yml says it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from orders.dates import indian_day
from orders.matching import ELSEWHERE, SAME_DISTRICT, SAME_PINCODE, SAME_STATE

RULES = Path(__file__).resolve().parent.parent / "data" / "delivery.yml"
DEMO = "demo"
TOO_FAR: Final = "too-far"

Zone = Literal["pincode", "district", "state", "country"]
Goods = Literal["parcel", "bulky"]
_WIDTH: dict[Zone, int] = {
    "pincode": SAME_PINCODE, "district": SAME_DISTRICT, "state": SAME_STATE, "country": ELSEWHERE,
}  # fmt: skip


@dataclass(frozen=True)
class Way:
    """One consignment's: what the buyer pays (paise), calendar days from leaving to arriving (None: nobody has said),
    whether made up."""

    paise: int
    fewest_days: int | None
    most_days: int | None
    sample: bool = False

    def arrives(self, leaves: datetime) -> tuple[date, date] | None:
        """Indian days, from and to."""
        if self.fewest_days is None or self.most_days is None:
            return None
        day = indian_day(leaves)
        return day + timedelta(days=self.fewest_days), day + timedelta(days=self.most_days)


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=True)


class _Zone(_Entry):
    rupees: Annotated[int, Field(ge=0, le=100_000)]
    days: tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(le=90)]] = Field(strict=False)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.days[0] > self.days[1]:
            raise ValueError("the fewest days come first")
        return self


class Tariff(_Entry):
    goods: Goods
    for_: str | None = Field(None, alias="for")
    zones: dict[Zone, _Zone] = Field(min_length=1)
    source: str = Field(min_length=3)

    def way(self, circle: int) -> Way | None:
        """None: so far it is not sent."""
        wide_enough = [zone for zone in self.zones if _WIDTH[zone] >= circle]
        if not wide_enough:
            return None
        said = self.zones[min(wide_enough, key=_WIDTH.__getitem__)]
        return Way(said.rupees * 100, *said.days, sample=self.source == DEMO)


class Tariffs(_Entry):
    bulky: tuple[str, ...] = Field((), strict=False)
    tariffs: tuple[Tariff, ...] = Field((), strict=False)

    @model_validator(mode="after")
    def _said_once(self) -> Self:
        said = [(tariff.goods, tariff.for_, tariff.source == DEMO) for tariff in self.tariffs]
        if len(said) != len(set(said)):
            raise ValueError("two tariffs for the same goods and the same senders")
        return self

    def way(
        self, term: str, senders: Sequence[str | None], circle: int, demo_sells: bool
    ) -> Way | Literal["too-far"] | None:
        """How goods of this catalogue term go from one of `senders` (the group, then its seller) to a buyer so far off
        (`orders.matching.circle`). None: nobody has said. What is made up holds only where `demo_sells`, and only
        where nothing else is said."""
        goods = "bulky" if term in self.bulky else "parcel"
        for demo in (False, True)[: 1 + demo_sells]:
            for sender in (*filter(None, senders), None):
                for tariff in self.tariffs:
                    if (tariff.goods, tariff.for_, tariff.source == DEMO) == (goods, sender, demo):
                        return tariff.way(circle) or TOO_FAR
        return None


def together(ways: Iterable[Way | None]) -> Way | None:
    """Of one consignment with all of it inside: the dearest charge, once, and the slowest way; None when any of it is
    not known."""
    known = list(ways)
    if not known or None in known:
        return None
    sent = [way for way in known if way is not None]
    return Way(
        max(way.paise for way in sent),
        _slowest([way.fewest_days for way in sent]),
        _slowest([way.most_days for way in sent]),
        any(way.sample for way in sent),
    )


def _slowest(days: Sequence[int | None]) -> int | None:
    known = [one for one in days if one is not None]
    return max(known) if len(known) == len(days) else None


def expected(way: Way | None, leaves: datetime) -> dict[str, Any]:
    """The days between which it comes, as a seller order keeps them."""
    days = way.arrives(leaves) if way else None
    first, last = days or (None, None)
    return {"arrives_from": first, "arrives_by": last, "arrives_sample": bool(days and way and way.sample)}


def read(text: str) -> Tariffs:
    """Raises ValueError (pydantic's) naming what is wrong."""
    return Tariffs.model_validate(yaml.safe_load(text))


@lru_cache(maxsize=1)
def tariffs() -> Tariffs:
    """The shop's own, read once."""
    return read(RULES.read_text("utf-8"))
