"""Festivals as days: which one is named, and when it is next (data/lexicon/festivals.yml). Pure."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from catalog.lexicon import Phrases, content


def festival_at(words: Sequence[str], at: int) -> tuple[str, int] | None:
    """The festival named at word `at`, and how many words that takes."""
    return _names().at(words, at)


def next_day(festival: str, today: date) -> date | None:
    """Its next day from today on; None when the list ends before it."""
    return next((day for day in _days(festival, today.year) if day >= today), None)


def last_day(festival: str, today: date) -> date | None:
    """Its last day before today; None when the list begins after it."""
    return next((day for day in reversed(_days(festival, today.year)) if day < today), None)


@lru_cache(maxsize=1)
def _names() -> Phrases:
    return Phrases({festival: entry["names"] for festival, entry in content("festivals").items()})


@lru_cache(maxsize=256)
def _days(festival: str, year: int) -> tuple[date, ...]:
    entry = content("festivals")[festival]
    if "every" in entry:
        return tuple(date.fromisoformat(f"{one}-{entry['every']}") for one in (year - 1, year, year + 1))
    return tuple(date.fromisoformat(day) for day in entry["days"])
