"""Days and lengths of time by number: "15 tarikh", 15/12, "15 december", "2-3 din me", "4 din pehle". Pure."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.understanding.day import Day, following, said, span, spent, word
from bot.understanding.day_names import month_after
from bot.understanding.numbers import Number, number_at
from bot.understanding.tense import is_past
from catalog.lexicon import phrases

_SPANS = {
    1: frozenset(["day", "days", "din", "dino", "dinon", "दिन", "दिनों"]),
    7: frozenset(["week", "weeks", "hafte", "hafta", "haftay", "haftey", "saptah", "हफ्ते", "हफ्ता", "सप्ताह"]),
    30: frozenset(["month", "months", "mahine", "mahina", "maah", "महीने", "महीना", "माह"]),
    365: frozenset(["year", "years", "saal", "sal", "साल"]),
}
_LONGEST = 400  # days
_LONG_BACK = 60  # days; nobody asks after an order that old by its date, so next year's is meant
_TARIKH = frozenset(["tarikh", "tareekh", "tarik", "तारीख", "date"])
_FIRST = {"pehli": 1, "pahli": 1, "पहली": 1, "dusri": 2, "doosri": 2, "दूसरी": 2, "teesri": 3, "तीसरी": 3}
_ORDINAL = frozenset(["th", "st", "nd", "rd"])
_FIGURES = re.compile(r"(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?$")
_ISO = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})$")
_AGO = tuple((one,) for one in ["pehle", "pahle", "पहले", "ago", "back"])
_SINCE = tuple(
    tuple(one.split())
    for one in ("ho gaye", "ho gye", "ho gae", "ho gaya", "ho gya", "hue", "हो गए", "हो गये", "हो गया", "हुए")
)
_SE = frozenset(["se", "से"])
_LIMITS = frozenset(["kam", "zyada", "jyada", "pehle", "pahle", "कम", "ज्यादा", "पहले"])
_LAST = frozenset(["pichle", "pichhle", "last", "past", "पिछले"])
_TO = frozenset(["se", "to", "ya", "or", "से", "या"])
_OF = frozenset(["ki", "ke", "of", "की", "के"])
_WITHIN = frozenset(["me", "mein", "tak", "में", "तक"])
_FULL = frozenset(["bhar", "भर"])
_MAY = frozenset(["may", "mai"])
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


def numbered(words: Sequence[str], at: int, today: date) -> Day | None:
    """The day or length of time that begins at `at` by number; None when none does."""
    return (
        _in_figures(words, at, today)
        or _ordinal(words, at, today)
        or _of_month(words, at, today)
        or _month_first(words, at, today)
        or _counted(words, at, today)
        or _whole(words, at, today)
    )


def _in_figures(words: Sequence[str], at: int, today: date) -> Day | None:
    """15/12, 15-12-2026, 2026-12-15. "2-3" is an amount, "1/2" a half."""
    iso = _ISO.match(words[at])
    found = _FIGURES.match(words[at])
    if iso:
        return _as_said(words, at, at + 1, date_of(int(iso[3]), int(iso[2]), int(iso[1])))
    if not found or not (found[3] or ("/" in words[at] and number_at(words, at) is None)):
        return None
    year = int(found[3]) + (2000 if len(found[3]) == 2 else 0) if found[3] else None
    on = date_of(int(found[1]), int(found[2]), year) if year else _nearest(int(found[1]), int(found[2]), today, False)
    return _as_said(words, at, at + 1, on)


def _ordinal(words: Sequence[str], at: int, today: date) -> Day | None:
    """ "pehli tarikh"."""
    day = _FIRST.get(words[at])
    if day is None or word(words, at + 1) not in _TARIKH:
        return None
    return _tarikh(words, at, at + 2, Number(at, at + 1, day * 1000), today)


def _number_of(words: Sequence[str], at: int) -> Number | None:
    if at >= len(words):
        return None
    day = _FIRST.get(words[at])
    return Number(at, at + 1, day * 1000) if day else number_at(words, at)


def _of_month(words: Sequence[str], at: int, today: date) -> Day | None:
    """ "agle mahine ki 10 tarikh", "is mahine ki 28", "mahine ki 5 tarikh"."""
    found = phrases("days").at(words, at)
    if found and found[0] in ("next month", "this month"):
        after, month = at + found[1], month_after(today) if found[0] == "next month" else today
    elif words[at] in _SPANS[30]:
        after, month = at + 1, None
    else:
        return None
    number = _number_of(words, after + 1) if word(words, after) in _OF else None
    if number is None or word(words, number.end) not in _TARIKH:
        return None
    end = number.end + 1
    if month is None:
        return _tarikh(words, at, end, number, today)
    return _as_said(words, at, end, date_of(number.milli // 1000, month.month, month.year))


def _month_first(words: Sequence[str], at: int, today: date) -> Day | None:
    """ "december 15", "dec 15th", "december me"."""
    month = phrases("months").at(words, at)
    if month is None:
        return None
    after = at + month[1]
    number = number_at(words, after) if after < len(words) else None
    if number and not number.milli % 1000 and 0 < number.milli <= 31_000 and not number.upto_milli:
        end = number.end + 1 if word(words, number.end) in _ORDINAL else number.end
        if not _spans(words, number.end):
            on = _nearest(number.milli // 1000, int(month[0]), today, is_past(words, end))
            return _as_said(words, at, end, on)
    return said(words, at, after, _MONTHS[int(month[0]) - 1]) if word(words, after) in _WITHIN else None


def _counted(words: Sequence[str], at: int, today: date) -> Day | None:
    last = words[at] in _LAST  # "pichle 2 din"
    start = at + last
    article = word(words, start) in ("a", "an")
    number = Number(start, start + 1, 1000) if article else number_at(words, start) if start < len(words) else None
    if number is None:
        return None
    return _length(words, at, number, today, last) or (None if last or article else _dated(words, at, number, today))


def _length(words: Sequence[str], at: int, number: Number, today: date, last: bool) -> Day | None:
    """ "5 din", "2-3 din", "do se teen din", "4 din pehle", "3 din ho gaye"."""
    number = _up_to(words, number)
    length = _spans(words, number.end)
    if not length:
        return None
    low, high = number.milli * length, (number.upto_milli or number.milli) * length
    if low % 1000 or high % 1000 or not 0 < high // 1000 <= _LONGEST:
        return None
    low, high, end = low // 1000, high // 1000, number.end + 1
    ago = following(words, end, _AGO) or following(words, end, _SINCE)
    since = word(words, end) in _SE and word(words, end + 1) not in _LIMITS
    if ago or since or last:
        plain = f"{high} day{'s' if high > 1 else ''} ago"
        return said(words, at, end + (ago or since), plain, today - timedelta(days=high))
    return span(words, at, end, low, high, today)


def _up_to(words: Sequence[str], number: Number) -> Number:
    if word(words, number.end) not in _TO or number.end + 1 >= len(words):
        return number
    second = number_at(words, number.end + 1)
    grows = second is not None and number.milli < second.milli and _spans(words, second.end)
    return Number(number.start, second.end, number.milli, second.milli) if second and grows else number


def _spans(words: Sequence[str], at: int) -> int:
    """The days in one of the spans named at `at`; 0 when none is."""
    return next((days for days, names in _SPANS.items() if word(words, at) in names), 0)


def _dated(words: Sequence[str], at: int, number: Number, today: date) -> Day | None:
    """ "15 dec", "15th december 2027", "15 tarikh", "15 se 20 tarikh"."""
    if number.milli % 1000 or number.upto_milli:
        return None
    end = number.end + 1 if word(words, number.end) in _ORDINAL else number.end
    month = phrases("months").at(words, end) if end < len(words) else None
    if month is None and word(words, end) in _MAY and word(words, end + 1) in _WITHIN | {"", "ko", "se", "को", "से"}:
        month = ("5", 1)
    if month:
        end += month[1]
        year = word(words, end) if re.fullmatch(r"20\d\d", word(words, end)) else None
        if year:
            return _as_said(words, at, end + 1, date_of(number.milli // 1000, int(month[0]), int(year)))
        return _as_said(words, at, end, _nearest(number.milli // 1000, int(month[0]), today, is_past(words, end)))
    if word(words, end) in _TARIKH:
        return _tarikh(words, at, end + 1, number, today)
    second = number_at(words, end + 1) if word(words, end) in _TO and end + 1 < len(words) else None
    if second and second.milli > number.milli and word(words, second.end) in _TARIKH:
        return _tarikh(words, at, end, number, today)
    return None


def _tarikh(words: Sequence[str], at: int, end: int, number: Number, today: date) -> Day:
    """The next such day of a month, or the last one when it is spoken of as past."""
    wanted = number.milli // 1000
    months, month = [], today.replace(day=1)
    past = is_past(words, end)
    for _ in range(3):
        months.append(date_of(wanted, month.month, month.year))
        month = (month - timedelta(days=1)).replace(day=1) if past else month_after(month)
    fits = (day for day in months if day and (day <= today if past else day >= today))
    return _as_said(words, at, end, next(fits, None))


def _whole(words: Sequence[str], at: int, today: date) -> Day | None:
    """ "hafte bhar me", "mahine bhar", "hafte do hafte"."""
    length = _spans(words, at)
    more = number_at(words, at + 1) if length and at + 1 < len(words) else None
    if more and _spans(words, more.end) == length and 1000 < more.milli <= 3000 and more.milli % 1000 == 0:
        return span(words, at, more.end + 1, length, length * more.milli // 1000, today)
    full = length > 1 and word(words, at + 1) in _FULL
    return span(words, at, at + 2, length, length, today) if full else None


def _as_said(words: Sequence[str], start: int, end: int, on: date | None) -> Day:
    return said(words, start, end, on.isoformat(), on) if on else spent(words, start, end)


def _nearest(day: int, month: int, today: date, past: bool) -> date | None:
    """This year's, unless it lies long back or is told as past and yet to come."""
    on = date_of(day, month, today.year)
    if on and past and on > today:
        return date_of(day, month, today.year - 1)
    if on is None or (today - on).days > _LONG_BACK:
        return date_of(day, month, today.year + 1)
    return on


def date_of(day: int, month: int, year: int) -> date | None:
    """None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
