"""Days by their names: aaj, kal by tense, "agle somvar", festivals. Pure."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.understanding.day import Day, following, said, span, spent, word
from bot.understanding.festivals import festival_at, last_day, next_day
from bot.understanding.tense import is_past
from catalog.lexicon import phrases

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEXT = frozenset(["agle", "agla", "agli", "next", "अगले", "अगला", "अगली"])
_LAST = frozenset(["pichle", "pichhle", "pichla", "pichli", "last", "पिछले", "पिछला", "पिछली"])
_THIS = frozenset(["is", "isi", "this", "coming", "इस", "इसी"])
_EVERY = frozenset(["har", "every", "हर"])
_COMING = (("aane", "wale"), ("aane", "wali"), ("आने", "वाले"), ("आने", "वाली"))
_WITHIN = frozenset(["me", "mein", "tak", "में", "तक"])
_FEAST_TOLD = frozenset(["tak", "pe", "par", "ko", "me", "mein", "तक", "पर", "पे", "को", "में"])
_FEAST_SAID_BEFORE = frozenset(["before", "after", "by", "till", "until", "on", "agli", "agle", "अगली", "अगले"])
_FEAST_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in ("se pehle", "se pahle", "से पहले", "ke baad", "ke bad", "के बाद", "ke liye", "के लिए", "ke din", "के दिन")
)
_BY_TENSE = {
    "kal": ("tomorrow", "yesterday"),
    "parson": ("day after tomorrow", "day before yesterday"),
    "narson": ("in 3 days", "3 days ago"),
}
_AWAY = {
    "today": 0,
    "tomorrow": 1,
    "yesterday": -1,
    "day after tomorrow": 2,
    "day before yesterday": -2,
    "in 3 days": 3,
    "3 days ago": -3,
}


def named(words: Sequence[str], at: int, today: date) -> Day | None:
    """The day that a name at `at` means; None when none stands there."""
    return (
        _nowadays(words, at, today)
        or _festival(words, at, today)
        or _weekday(words, at, today)
        or _plainly(words, at, today)
    )


def _nowadays(words: Sequence[str], at: int, today: date) -> Day | None:
    """ "aaj kal" is nowadays, "aaj kal me" within a day, "kal parson" one of two."""
    pair = [phrases("days").at(words, place) for place in (at, at + 1) if place < len(words)]
    names = [found[0] for found in pair if found and found[1] == 1]
    if names == ["today", "kal"]:
        soon = word(words, at + 2) in _WITHIN
        return span(words, at, at + 2, 1, 1, today) if soon else spent(words, at, at + 2)
    if names == ["kal", "parson"] and not is_past(words, at + 2):
        return span(words, at, at + 2, 1, 2, today)
    return None


def _festival(words: Sequence[str], at: int, today: date) -> Day | None:
    """Only where it is spoken of as a day: "rakhi tak", not "rakhi ka box"."""
    found = festival_at(words, at)
    if found is None:
        return None
    name, end, before = found[0], at + found[1], word(words, at - 1)
    as_day = end == len(words) or word(words, end) in _FEAST_TOLD or following(words, end, _FEAST_PHRASES)
    if not as_day and before not in _FEAST_SAID_BEFORE | _LAST:
        return None
    if before in _LAST:
        return said(words, at, end, f"last {name}", last_day(name, today))
    return said(words, at, end, name, last_day(name, today) if is_past(words, end) else next_day(name, today))


def _weekday(words: Sequence[str], at: int, today: date) -> Day | None:
    """A weekday, with "agle", "is", "pichle", "har" before it."""
    kind = words[at] if words[at] in _NEXT | _LAST | _THIS | _EVERY else None
    name_at = at + (following(words, at, _COMING) or (1 if kind else 0))
    found = phrases("days").at(words, name_at) if name_at < len(words) else None
    if found is None or found[0] not in _WEEKDAYS:
        return None
    name, end = found[0], name_at + found[1]
    number = _WEEKDAYS.index(name)
    coming = today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    gone = today - timedelta(days=(today.weekday() - number - 1) % 7 + 1)
    if kind in _EVERY:
        return said(words, at, end, f"every {name}")
    if kind in _LAST:
        return said(words, at, end, f"last {name}", gone)
    if kind in _NEXT:  # in the week after this one, Monday to Sunday
        return said(words, at, end, f"next {name}", today + timedelta(days=7 - today.weekday() + number))
    return said(words, at, end, name, gone if is_past(words, end) else coming)


def _plainly(words: Sequence[str], at: int, today: date) -> Day | None:
    found = phrases("days").at(words, at)
    if found is None:
        return None
    end = at + found[1]
    plain = _BY_TENSE[found[0]][is_past(words, end)] if found[0] in _BY_TENSE else found[0]
    return said(words, at, end, plain, _on(plain, today))


def _on(plain: str, today: date) -> date | None:
    if plain in _AWAY:
        return today + timedelta(days=_AWAY[plain])
    next_month = month_after(today)
    return {
        "weekend": today + timedelta(days=(5 - today.weekday()) % 7),  # its Saturday
        "end of month": next_month - timedelta(days=1),
        "start of next month": next_month,
        "end of next month": month_after(next_month) - timedelta(days=1),
        "end of year": date(today.year, 12, 31),
    }.get(plain)


def month_after(day: date) -> date:
    """The first of the month after `day`."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
