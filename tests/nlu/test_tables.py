"""Amounts, money and days as people type them: every row of tests/nlu/tables exact.

`text<TAB>what it says`; tests/nlu/tables/README.md tells how that is written."""

from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from bot.understanding.dates import Day
from bot.understanding.facts import Facts, gather
from bot.understanding.pairing import Line
from bot.understanding.places import IndianPincodes
from catalog.search import Index
from tests.nlu.shelf import shelf

FOLDER = Path(__file__).resolve().parent / "tables"
SUNDAY = date(2026, 11, 22)
PLACES = IndianPincodes()


def rows(name: str) -> list[list[str]]:
    lines = (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()
    return [line.replace("\\n", "\n").split("\t") for line in lines if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def goods() -> Index:
    return shelf()


def facts(text: str, today: date = SUNDAY) -> Facts:
    return gather(text, goods(), None, today, PLACES)


def number(milli: int) -> str:
    return f"{milli / 1000:.3f}".rstrip("0").rstrip(".")


def line_told(line: Line) -> str:
    """ "2-3 kg @pickle", "?2 tola @honey", "2 packet of 500 gram @ghee", "@shawl"."""
    told = []
    quantity = line.quantity
    if quantity:
        upto = f"-{number(quantity.upto_milli)}" if quantity.upto_milli else ""
        told.append(("?" if quantity.unknown_unit else "") + number(quantity.milli) + upto)
        told += [unit for unit in (quantity.unit or quantity.unknown_unit,) if unit]
        if quantity.pack:
            told += ["of", number(quantity.pack.milli), quantity.pack.unit]
    if line.mention:
        told.append(f"@{line.mention.term}")
    return " ".join(told)


def lines_told(found: Facts) -> str:
    return " ; ".join(line_told(line) for line in found.lines) or "-"


def money_told(found: Facts) -> str:
    money = found.money
    limits = {"min": money.price_min, "max": money.price_max, "at": money.price_at}
    told = [f"{name}={value:g}" for name, value in limits.items() if value is not None]
    return " ".join(sorted([*told, *(f"={value:g}" for value in money.amounts)])) or "-"


def day_told(day: Day) -> str:
    on = f" = {day.on.isoformat()}" if day.on else ""
    return day.plain + on + (f" @{day.time}" if day.time else "")


def _money_rows() -> list[tuple[str, str, str | None]]:
    apart = [(text, *told.partition("&")) for text, told in rows("money")]
    return [(text, " ".join(sorted(money.split())), lines.strip() or None) for text, money, _, lines in apart]


@pytest.mark.parametrize(("text", "told"), rows("quantities"))
def test_amounts_of_goods(text: str, told: str) -> None:
    assert lines_told(facts(text)) == told


@pytest.mark.parametrize(("text", "money", "lines"), _money_rows())
def test_money(text: str, money: str, lines: str | None) -> None:
    found = facts(text)
    assert money_told(found) == money
    assert lines is None or lines_told(found) == lines


@pytest.mark.parametrize(("today", "text", "told"), rows("dates"))
def test_days(today: str, text: str, told: str) -> None:
    found = facts(text, date.fromisoformat(today))
    assert (" ; ".join(day_told(day) for day in found.days) or "-") == told


@pytest.mark.parametrize("name", ["quantities", "money", "dates"])
def test_a_table_is_long_enough_and_says_nothing_twice(name: str) -> None:
    asked = [tuple(row[:-1]) for row in rows(name)]
    assert len(asked) >= 250
    assert len(set(asked)) == len(asked)
