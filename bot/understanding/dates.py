"""Days as people say them: aaj, kal by tense, "5 din mein", "15 november". Pure: `today` is the day in IST."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.understanding.numbers import number_at
from catalog.lexicon import phrases

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPAN = {
    1: frozenset(["day", "days", "din", "dino", "dinon", "दिन", "दिनों"]),
    7: frozenset(["week", "weeks", "hafte", "hafta", "haftay", "saptah", "हफ्ते", "हफ्ता", "सप्ताह"]),
    30: frozenset(["month", "months", "mahine", "mahina", "maah", "महीने", "महीना", "माह"]),
}
_PAST = re.compile(
    r"(?:tha|thi|the|gaya|gayi|gye|gaye|kiya|kiye|diya|diye|bheja|bheji|mangaya|mangwaya|aaya|aayi|liya|hua|hui|"
    r"ordered|came|was|got|paid|bought|placed|था|थी|थे|गया|गई|गए|किया|दिया|भेजा|भेजी|मंगाया|मंगवाया|आया|आई|लिया|हुआ|हुई)$"
)
_DATE_WORD = frozenset(["tarikh", "tareekh", "तारीख", "date", "th", "st", "nd", "rd"])
_NUMERIC = re.compile(r"(\d{1,2})[/-](\d{1,2})(?:[/-](\d{2,4}))?$")


@dataclass(frozen=True)
class Day:
    """`phrase` as said (normalised), `plain` in English; `on` the day it is, None for a span such as "next week";
    `days` a length of time ("5 din"). `start:end` are word places."""

    start: int
    end: int
    phrase: str
    plain: str
    on: date | None = None
    days: int | None = None


def days_in(words: Sequence[str], today: date) -> list[Day]:
    """Every day or length of time named, left to right."""
    found: list[Day] = []
    at = 0
    while at < len(words):
        day = _day_at(words, at, today)
        if day:
            found.append(day)
        at = day.end if day else at + 1
    return found


def _day_at(words: Sequence[str], at: int, today: date) -> Day | None:
    named = phrases("days").at(words, at)
    if named:
        plain = _by_tense(named[0], words)
        end = at + named[1]
        return Day(at, end, " ".join(words[at:end]), plain, _on(plain, today))
    numeric = _NUMERIC.match(words[at])
    # "2-3" without a year is an amount, "2/3" between goods too; "12/11" is a day.
    if numeric and (numeric[3] or ("/" in words[at] and int(numeric[1]) > 4)):
        on = _date(numeric[1], numeric[2], numeric[3], today)
        return Day(at, at + 1, words[at], on.isoformat(), on) if on else None
    number = number_at(words, at)
    if number is None or number.milli % 1000 or number.end >= len(words):
        return None
    return _counted(words, at, number.milli // 1000, number.end, today)


def _counted(words: Sequence[str], at: int, count: int, end: int, today: date) -> Day | None:
    for length, names in _SPAN.items():
        if words[end] in names and 0 < count <= 400:
            days = count * length
            plain = f"{days} day" + ("s" if days > 1 else "")
            return Day(at, end + 1, " ".join(words[at : end + 1]), plain, today + timedelta(days=days), days)
    ordinal = end + 1 if words[end] in _DATE_WORD else end
    month = phrases("months").at(words, ordinal) if ordinal < len(words) else None
    if month:
        on = _date(str(count), month[0], None, today)
        return Day(at, ordinal + month[1], " ".join(words[at : ordinal + month[1]]), on.isoformat(), on) if on else None
    if ordinal > end and words[end] in ("tarikh", "tareekh", "तारीख", "date"):
        on = _date(str(count), str(today.month), None, today)
        return Day(at, ordinal, " ".join(words[at:ordinal]), on.isoformat(), on) if on else None
    return None


def _by_tense(name: str, words: Sequence[str]) -> str:
    if name not in ("kal", "parson"):
        return name
    past = any(_PAST.match(word) for word in words[-3:])
    return {
        ("kal", True): "yesterday",
        ("kal", False): "tomorrow",
        ("parson", True): "day before yesterday",
        ("parson", False): "day after tomorrow",
    }[(name, past)]


def _on(plain: str, today: date) -> date | None:
    away = {"today": 0, "tomorrow": 1, "yesterday": -1, "day after tomorrow": 2, "day before yesterday": -2}
    if plain in away:
        return today + timedelta(days=away[plain])
    if plain in _WEEKDAYS:
        return today + timedelta(days=(_WEEKDAYS.index(plain) - today.weekday() - 1) % 7 + 1)
    return None


def _date(day: str, month: str, year: str | None, today: date) -> date | None:
    try:
        full = int(year) + (2000 if len(year) == 2 else 0) if year else today.year
        on = date(full, int(month), int(day))
    except ValueError:
        return None
    # A day that has long passed is meant for next year.
    if not year and (today - on).days > 180:
        return on.replace(year=on.year + 1) if (on.month, on.day) != (2, 29) else None
    return on
