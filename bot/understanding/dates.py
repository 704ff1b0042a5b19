"""Days as people say them: aaj, kal by tense, "5 din mein", "15 november", "Diwali se pehle", "kal shaam 5 baje".

Pure; `today` is the day in IST."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.understanding.day import Day, following, word
from bot.understanding.day_names import named
from bot.understanding.day_numbers import numbered
from bot.understanding.times import Time, time_at

__all__ = ["Day", "days_in"]

_BEFORE = (("se", "pehle"), ("se", "pahle"), ("से", "पहले"))
_AFTER = (("ke", "baad"), ("ke", "bad"), ("के", "बाद"))
_JOINS = frozenset(["at", "ko", "ki", "ke", "by", "को", "के", "की"])


def days_in(words: Sequence[str], today: date) -> list[Day]:
    """Every day, length of time or time of day named, left to right."""
    found: list[Day] = []
    at = 0
    while at < len(words):
        day = numbered(words, at, today) or named(words, at, today)
        time = None if day else time_at(words, at, bool(found) and found[-1].end == at)
        if day and day.plain:
            found.append(_timed(words, found, _bounded(words, day)))
        elif time:
            _take(words, found, time)
        at = max(at + 1, day.end if day else 0, found[-1].end if found else 0)
    return found


def _bounded(words: Sequence[str], day: Day) -> Day:
    """ "somvar se pehle" is the day before at the latest, "Diwali ke baad" the day after at the earliest."""
    if day.days is not None or day.on is None:
        return day
    before, after = following(words, day.end, _BEFORE), following(words, day.end, _AFTER)
    said = word(words, day.start - 1)
    if before or said == "before":
        return _moved(words, day, before, "before", -1)
    return _moved(words, day, after, "after", 1) if after or said == "after" else day


def _moved(words: Sequence[str], day: Day, taken: int, how: str, by: int) -> Day:
    start, end = day.start if taken else day.start - 1, day.end + taken
    on = day.on + timedelta(days=by) if day.on else None
    return replace(day, start=start, end=end, phrase=" ".join(words[start:end]), plain=f"{how} {day.plain}", on=on)


def _timed(words: Sequence[str], found: list[Day], day: Day) -> Day:
    """A time said right before the day belongs to it: "shaam 5 baje kal"."""
    time = found[-1] if found else None
    if time is None or time.plain != time.time or time.end != day.start:
        return day
    found.pop()
    return replace(day, start=time.start, phrase=" ".join(words[time.start : day.end]), time=time.time)


def _take(words: Sequence[str], found: list[Day], time: Time) -> None:
    """A time belongs to the day before it ("kal shaam ko", "tomorrow at 4 pm"), else it stands alone."""
    day = found[-1] if found else None
    apart = words[day.end : time.start] if day else ()
    if day and day.time is None and day.days is None and len(apart) <= 1 and all(one in _JOINS for one in apart):
        found[-1] = replace(day, end=time.end, phrase=" ".join(words[day.start : time.end]), time=time.value)
    else:
        phrase = " ".join(words[time.start : time.end])
        found.append(Day(time.start, time.end, phrase, time.value, time=time.value))
