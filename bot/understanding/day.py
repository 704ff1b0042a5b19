"""A day or a length of time out of a sentence, and small questions to its words. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Day:
    """`phrase` as said (normalised), `plain` in English; `on` the day it is, None for a span such as "next week";
    `days` a length of time ("5 din"); `time` of that day ("17:00", "morning"). `start:end` are word places."""

    start: int
    end: int
    phrase: str
    plain: str
    on: date | None = None
    days: int | None = None
    time: str | None = None


def said(words: Sequence[str], start: int, end: int, plain: str, on: date | None = None) -> Day:
    """The words `start:end` as a day."""
    return Day(start, end, " ".join(words[start:end]), plain, on)


def spent(words: Sequence[str], start: int, end: int) -> Day:
    """Words that look like a day and are none ("aaj kal", "31 tarikh" of a short month): nothing else may take them."""
    return said(words, start, end, "")


def span(words: Sequence[str], start: int, end: int, low: int, high: int, today: date) -> Day:
    """A length of time of `low` to `high` days from today."""
    plain = f"{low}-{high} days" if low != high else f"{high} day" + ("s" if high > 1 else "")
    return Day(start, end, " ".join(words[start:end]), plain, today + timedelta(days=high), high)


def word(words: Sequence[str], at: int) -> str:
    """The word at `at`, or "" past the end."""
    return words[at] if 0 <= at < len(words) else ""


def following(words: Sequence[str], at: int, among: Sequence[Sequence[str]]) -> int:
    """How many words the first phrase of `among` takes that stands at `at`; 0 when none does."""
    return next((len(phrase) for phrase in among if list(words[at : at + len(phrase)]) == list(phrase)), 0)
