"""Reads data/tax: the rate table and who may sell to whom, strictly; an entry that is not understood names itself."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from orders.eligibility import STATUSES, Rule
from orders.tax import RateRow, Slab

FOLDER = Path(__file__).resolve().parent.parent / "data" / "tax"
GST_BEGAN = date(2017, 7, 1)  # old rates hold from then on, as far as anybody will ask


class StatuteWrong(Exception):
    """What is wrong in data/tax, one line for each entry."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=True)


class _Slab(_Entry):
    percent: int = Field(ge=0, le=100)
    up_to: Annotated[int, Field(gt=0)] | None = None


class _Dated(_Entry):
    from_: date | None = Field(None, alias="from")
    until: date | None = None
    percent: int | None = Field(None, ge=0, le=100)
    slabs: tuple[_Slab, ...] = Field((), strict=False)

    @model_validator(mode="after")
    def _one_rate(self) -> Self:
        if (self.from_ is None) == (self.until is None):
            raise ValueError("a rate holds from a day or until a day")
        if (self.percent is None) != bool(self.slabs):
            raise ValueError("a rate is a percent or a list of slabs")
        limits = [slab.up_to or 0 for slab in self.slabs]
        if self.slabs and (limits.pop() or not all(limits) or limits != sorted(set(limits))):
            raise ValueError("slabs rise, and only the last one has no limit")
        return self

    def stored(self) -> tuple[Slab, ...]:
        slabs = self.slabs or (_Slab(percent=self.percent or 0),)
        return tuple(Slab(slab.percent * 100, slab.up_to and slab.up_to * 100) for slab in slabs)


class _Row(_Entry):
    what: str
    hsn: tuple[Annotated[str, Field(pattern=r"^\d{2,8}$")], ...] = Field(strict=False, min_length=1)
    with_: tuple[str, ...] = Field((), alias="with", strict=False)
    without: tuple[str, ...] = Field((), strict=False)
    rates: tuple[_Dated, ...] = Field(strict=False, min_length=1)
    source: str = Field(min_length=3)

    @model_validator(mode="after")
    def _no_day_without(self) -> Self:
        for old, new in pairwise(self.rates):
            if old.until is None or new.from_ != old.until + timedelta(days=1):
                raise ValueError("a new rate begins the day after the old one ends")
        if self.rates[-1].from_ is None:
            raise ValueError("the last rate holds from a day on")
        return self

    def rows(self) -> list[RateRow]:
        with_tags, without_tags = frozenset(self.with_), frozenset(self.without)
        return [
            RateRow(code, dated.from_ or GST_BEGAN, dated.stored(), with_tags, without_tags, self.source)
            for code in self.hsn
            for dated in self.rates
        ]


class _Status(_Entry):
    sells: Literal["anywhere", "own-state"]
    papers: tuple[Literal["gstin", "pan", "enrolment"], ...] = Field(strict=False)
    source: str = Field(min_length=3)


class _Eligibility(_Entry):
    operator: bool
    statuses: dict[Literal["registered", "composition", "unregistered"], _Status]
    without_operator: dict[Literal["registered", "composition", "unregistered"], _Status]

    @model_validator(mode="after")
    def _every_status(self) -> Self:
        missing = [status for status in STATUSES if status not in self.statuses]
        if missing:
            raise ValueError(f"nothing is said about {', '.join(missing)}")
        return self


def read_rates(text: str) -> tuple[RateRow, ...]:
    """The rows of data/tax/rates.yml. Raises StatuteWrong naming each wrong entry."""
    found: list[RateRow] = []
    troubles: list[str] = []
    for number, raw in enumerate(yaml.safe_load(text) or (), start=1):
        try:
            found += _Row.model_validate(raw).rows()
        except ValidationError as wrong:
            name = raw.get("what", number) if isinstance(raw, dict) else number
            troubles += [f"rates.yml, {name}: {_told(error)}" for error in wrong.errors(include_url=False)]
    if troubles:
        raise StatuteWrong("\n".join(troubles))
    return tuple(found)


def read_rules(text: str) -> Mapping[str, Rule]:
    """What data/tax/eligibility.yml says of each status. Raises StatuteWrong."""
    try:
        law = _Eligibility.model_validate(yaml.safe_load(text))
    except ValidationError as wrong:
        troubles = [f"eligibility.yml: {_told(error)}" for error in wrong.errors(include_url=False)]
        raise StatuteWrong("\n".join(troubles)) from wrong
    holds = law.statuses if law.operator else {**law.statuses, **law.without_operator}
    return {status: Rule(said.sells == "anywhere", frozenset(said.papers)) for status, said in holds.items()}


def _told(error: object) -> str:
    assert isinstance(error, dict)
    return f"{' '.join(str(part) for part in error['loc'])} {error['msg'].removeprefix('Value error, ')}".strip()


@lru_cache(maxsize=1)
def rates() -> tuple[RateRow, ...]:
    """The shop's own rate table, read once."""
    return read_rates((FOLDER / "rates.yml").read_text("utf-8"))


@lru_cache(maxsize=1)
def rules() -> Mapping[str, Rule]:
    return read_rules((FOLDER / "eligibility.yml").read_text("utf-8"))
