"""Prices and price limits: "500 से कम", "do sau tak", "under 1k", "₹200-300", "500 wali". Pure; whole rupees as said."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bot.understanding.numbers import Number, number_at
from catalog.lexicon import listed, phrases

_CURRENCY = frozenset(
    [
        "₹",
        "@",
        "rs",
        "rupees",
        "rupee",
        "rupaye",
        "rupay",
        "rupaiye",
        "rupaya",
        "rupya",
        "rupiya",
        "rupye",
        "inr",
        "रुपए",
        "रुपये",
        "रुपया",
        "रु",
        "रुपयों",
        "rupee's",
        "bucks",
        "rps",
    ]
)
_LESS = frozenset(
    [
        "kam",
        "km",
        "neeche",
        "niche",
        "andar",
        "under",
        "bheetar",
        "bhitar",
        "less",
        "sasta",
        "sasti",
        "saste",
        "कम",
        "नीचे",
        "अंदर",
        "भीतर",
        "सस्ता",
        "सस्ती",
        "सस्ते",
    ]
)
_MORE = frozenset(
    [
        "zyada",
        "jyada",
        "upar",
        "oopar",
        "more",
        "adhik",
        "mehnga",
        "mehngi",
        "mehnge",
        "mahanga",
        "mahangi",
        "ज्यादा",
        "ऊपर",
        "उपर",
        "अधिक",
        "महंगा",
        "महंगी",
        "महंगे",
    ]
)
_TAK = frozenset(["tak", "तक"])
_SE = frozenset(["se", "से"])
_KE = frozenset(["ke", "के"])
_OF = frozenset(["ka", "ki", "ke", "का", "की", "के"])
_KIND = frozenset(["wala", "wali", "wale", "vala", "vali", "vale", "वाला", "वाली", "वाले"])
_BEECH = frozenset(["beech", "bich", "beach", "बीच"])
_RANGE = frozenset(["range", "रेंज"])
_BUDGET = frozenset(["budget", "बजट", "bajat"])
_NEAR = (("ke", "aas", "paas"), ("ke", "aaspaas"), ("ke", "aas", "pas"), ("के", "आसपास"), ("के", "आस", "पास"))
_ABOUT = frozenset(["around", "about", "approx", "lagbhag", "karib", "kareeb", "लगभग", "करीब"])
_COUNTED_AT_LEAST = (("kam", "se", "kam"), ("कम", "से", "कम"), ("at", "least"))
# What stands before a sum and limits it, longest first.
_BEFORE: tuple[tuple[tuple[str, ...], str], ...] = (
    *((words, "min") for words in (*_COUNTED_AT_LEAST, ("not", "less", "than"))),
    (("not", "more", "than"), "max"),
    (("no", "more", "than"), "max"),
    *((words, "max") for words in (("zyada", "se", "zyada"), ("jyada", "se", "jyada"), ("ज्यादा", "से", "ज्यादा"))),
    (("budget", "is"), "max"),
    (("less", "than"), "max"),
    (("cheaper", "than"), "max"),
    (("up", "to"), "max"),
    (("more", "than"), "min"),
    *(((word,), "max") for word in ("under", "below", "within", "upto", "max", "maximum", *sorted(_BUDGET))),
    *(((word,), "min") for word in ("above", "over", "min", "minimum")),
)
_OF_A_COUNT = frozenset(["max", "maximum", "min", "minimum", "kam", "कम", "least", "zyada", "jyada", "ज्यादा"])
_SMALLEST = 20_000  # a bare number below twenty is no price
_SMALLEST_AT = 30_000  # "2 wali" points at the second; from thirty on it is a price


@dataclass(frozen=True)
class Money:
    """Rupees found. `price_at`: what the goods asked for cost ("500 wali", "around 500"); `amounts`: other sums, only
    where a currency is named; `places`: the words they took."""

    price_max: float | int | None = None
    price_min: float | int | None = None
    price_at: float | int | None = None
    amounts: tuple[float | int, ...] = ()
    places: frozenset[int] = frozenset()


@dataclass
class _Reading:
    words: Sequence[str]
    things: Collection[int]
    low: float | int | None = None
    high: float | int | None = None
    at: float | int | None = None
    amounts: list[float | int] = field(default_factory=list)
    places: set[int] = field(default_factory=set)


def money(words: Sequence[str], things: Collection[int] = (), skip: Collection[int] = ()) -> Money:
    """The price limits and plain amounts of rupees in the words. `things` are the places where products begin, `skip`
    the words that belong to something else (a pincode, an address)."""
    reading = _Reading(words, things)
    at = 0
    while at < len(words):
        number = None if at in skip else number_at(words, at, things)
        if number is None:
            at += 1
            continue
        at = max(_range(reading, number) or _single(reading, number), number.end)
    return Money(reading.high, reading.low, reading.at, tuple(reading.amounts), frozenset(reading.places))


def _range(reading: _Reading, number: Number) -> int | None:
    """ "200 se 500 (tak | ke beech)", "between 200 and 500", "₹200-300", "500-700 wali": where it ends, or None."""
    words = reading.words
    low, high, end, named = number.milli, number.upto_milli, _past_currency(words, number.end), False
    named = end > number.end or _before(words, number.start) in _CURRENCY
    joined = None
    if high is None:
        joined = _word(words, end) if _word(words, end) in _SE | {"to", "and", "aur", "और"} else ""
        second = _second(reading, end + bool(joined))
        if second is None or second.milli <= low:
            return None
        low, high = number.milli, second.milli
        end = _past_currency(words, second.end)
        named = named or end > second.end or _word(words, second.start - 1) in _CURRENCY
    if high == low or high < 50_000 or _of_something(words, end, reading.things):
        return None
    start = number.start - (_before(words, number.start) in _CURRENCY)
    before = _before(words, start)
    end, told = _range_told(words, end)
    start = start - 1 if before in {"between", "from"} | _BUDGET | _RANGE else start
    thousands = joined == "" and words[end - 1] == "k" == words[number.end - 1]  # "1k-2k"
    if not (
        told or thousands or before in {"between"} | _BUDGET | _RANGE or (named and joined not in ("and", "aur", "और"))
    ):
        return None
    reading.low, reading.high = _rupees(low), _rupees(high)
    reading.places.update(range(start, end))
    return end


def _second(reading: _Reading, at: int) -> Number | None:
    words = reading.words
    at = at + 1 if _word(words, at) in _CURRENCY else at
    second = number_at(words, at, reading.things) if at < len(words) else None
    return None if second is None or second.upto_milli else second


def _range_told(words: Sequence[str], end: int) -> tuple[int, bool]:
    """Past the words that make two numbers a range of prices, and whether there are any."""
    if _word(words, end) in _TAK | _KIND | _RANGE:
        return end + 1, True
    if _word(words, end) in _KE | _OF and _word(words, end + 1) in _BEECH | _RANGE | _BUDGET | _LESS:
        return end + 2, True
    return (end + 1, True) if _word(words, end) in _BEECH else (end, False)


def _single(reading: _Reading, number: Number) -> int:
    """One sum, by what stands around it; returns the word after it."""
    words, end = reading.words, _past_currency(reading.words, number.end)
    named = end > number.end or _before(words, number.start) in _CURRENCY
    start = number.start - (_before(words, number.start) in _CURRENCY)
    if not named and (_of_something(words, number.end, reading.things) or _numbered(words, number.start)):
        return number.end
    kind, end, start = _kind(reading, number, start, end, named)
    if kind is None:
        return number.end
    value = _rupees(number.upto_milli if kind == "max" and number.upto_milli else number.milli)
    if kind == "max":
        reading.high = value
    elif kind == "min":
        reading.low = value
    elif kind == "at":
        reading.at = value
    else:
        reading.amounts.append(value)
    if named and phrases("units").at(words, end):  # "600 rs kg", "₹600/kg"
        end += 1
    reading.places.update(range(start, end))
    return end


def _kind(reading: _Reading, number: Number, start: int, end: int, named: bool) -> tuple[str | None, int, int]:
    """("max" | "min" | "at" | "amount" | None, end, start)."""
    words, after = reading.words, list(reading.words[end : end + 3])
    big = number.milli >= _SMALLEST or named
    if len(after) >= 2 and after[0] in _SE | _KE:
        if after[1] in _LESS and not _is_reduce(words, end + 2):
            return "max", end + 2, start
        if after[1] in _MORE:
            return "min", end + 2, start
    before = _limit_before(reading, start, end, named) if big else None
    if before:
        return before[0], end, before[1]
    if big and after and (after[0] in _TAK or after[:2] in (["or", "less"], ["wala", "budget"])):
        return "max", end + 1, start
    if big and after and (after[0] in _BUDGET | {"max"} or (after[0] in _OF and after[1:2] and after[1] in _BUDGET)):
        return "max", end + 1 + (after[0] in _OF), start
    at = _price_at(reading, number, start, end, named)
    if at:
        return "at", at, start
    return ("amount", end, start) if named else (None, number.end, start)


def _limit_before(reading: _Reading, start: int, end: int, named: bool) -> tuple[str, int] | None:
    words = reading.words
    for said, kind in _BEFORE:
        begin = start - len(said)
        if begin < 0 or tuple(words[begin:start]) != said:
            continue
        counted = said[-1] in _OF_A_COUNT and not named and (end in reading.things or said in _COUNTED_AT_LEAST)
        return None if counted else (kind, begin)
    return None


def _price_at(reading: _Reading, number: Number, start: int, end: int, named: bool) -> int | None:
    """ "500 wali", "500 ke aas paas", "around 500", "500 ki shawl", "the 500 rupee shawl": where it ends."""
    words = reading.words
    big = number.milli >= _SMALLEST_AT or named
    if not big or number.upto_milli:
        return None
    if _word(words, end) in _KIND:
        return end + 1
    near = next((phrase for phrase in _NEAR if tuple(words[end : end + len(phrase)]) == phrase), None)
    if near:
        return end + len(near)
    if _before(words, start) in _ABOUT and end not in reading.things and number.milli >= 50_000:
        return end
    if end in reading.things and end > number.end:
        return end
    of_goods = _word(words, end) in _OF and any(end < place <= end + 2 for place in reading.things)
    return end + 1 if of_goods and (named or number.milli >= 50_000) else None


@lru_cache(maxsize=2)
def _listed(name: str) -> frozenset[str]:
    return frozenset(listed("not_amounts")[name])


def _of_something(words: Sequence[str], at: int, things: Collection[int]) -> bool:
    """Whether the number before `at` counts grams, days, people …"""
    if at >= len(words):
        return False
    counted = (
        phrases("units").at(words, at) or phrases("unknown_units").at(words, at) or phrases("months").at(words, at)
    )
    return bool(counted) or words[at] in _listed("after") or words[at] == "x"


def _numbered(words: Sequence[str], start: int) -> bool:
    """ "ward 25", "size 40"."""
    return _before(words, start) in _listed("before")


def _is_reduce(words: Sequence[str], at: int) -> bool:
    """ "5 se kam kar do" changes a quantity; "500 se kam" limits a price."""
    return _word(words, at) in ("kar", "karo", "kardo", "krdo", "kr", "कर", "करो")


def _past_currency(words: Sequence[str], at: int) -> int:
    return at + 1 if _word(words, at) in _CURRENCY else at


def _before(words: Sequence[str], at: int) -> str:
    return words[at - 1] if at else ""


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""


def _rupees(milli: int) -> float | int:
    return milli // 1000 if milli % 1000 == 0 else milli / 1000
