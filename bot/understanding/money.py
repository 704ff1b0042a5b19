"""Prices and price limits: "500 से कम", "do sau tak", "under 1k", "₹200-300", "500 wali". Pure; whole rupees as said."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bot.understanding.numbers import Number, number_at
from catalog.lexicon import listed, phrases
from catalog.spelling import normalise, tokens

_TAK = frozenset(["tak", "tk", "taq", "तक"])
_SE = frozenset(["se", "से"])
_KE = frozenset(["ke", "k", "के"])
_OF = frozenset(["ka", "ki", "ke", "का", "की", "के"])
_JOINS = frozenset(["aur", "और", "and"])
_OR = frozenset(["ya", "या", "or"])
_IS = frozenset(
    ["hai", "h", "hain", "hoti", "hota", "milegi", "milega", "padegi", "padega", "है", "हैं", "मिलेगी", "मिलेगा"]
)
_IN = frozenset(["me", "mein", "में"])
_NOT = frozenset(["nahi", "nahin", "nhi", "na", "mat", "not", "नहीं", "नही", "न", "ना", "मत"])
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
    named = end > number.end or _before(words, number.start) in _words("currency")
    joined = None
    if high is None:
        joined = _word(words, end) if _word(words, end) in _SE | _JOINS | _OR | {"to"} else ""
        second = _second(reading, end + bool(joined))
        if second is None or second.milli <= low:
            return None
        low, high = number.milli, second.milli
        end = _past_currency(words, second.end)
        named = named or end > second.end or _word(words, second.start - 1) in _words("currency")
    if high == low or high < 50_000 or _of_something(words, end, reading.things):
        return None
    start = number.start - (_before(words, number.start) in _words("currency"))
    before = _before(words, start)
    end, told = _range_told(words, end)
    start = start - 1 if before in {"between", "from"} | _words("budget") | _words("range") else start
    thousands = joined == "" and words[end - 1] == "k" == words[number.end - 1]  # "1k-2k"
    if not (
        told
        or thousands
        or before in {"between"} | _words("budget") | _words("range")
        or (named and joined not in _JOINS | _OR)
    ):
        return None
    reading.low, reading.high = _rupees(low), _rupees(high)
    reading.places.update(range(start, end))
    return end


def _second(reading: _Reading, at: int) -> Number | None:
    words = reading.words
    at = at + 1 if _word(words, at) in _words("currency") else at
    second = number_at(words, at, reading.things) if at < len(words) else None
    return None if second is None or second.upto_milli else second


def _range_told(words: Sequence[str], end: int) -> tuple[int, bool]:
    """Past the words that make two numbers a range of prices, and whether there are any."""
    if _word(words, end) in _TAK | _IN | _words("kind") | _words("range"):
        return end + 1, True
    if _word(words, end) in _KE | _OF and _word(words, end + 1) in _words("between") | _words("range") | _words(
        "budget"
    ) | _words("less"):
        return end + 2, True
    return (end + 1, True) if _word(words, end) in _words("between") else (end, False)


def _single(reading: _Reading, number: Number) -> int:
    """One sum, by what stands around it; returns the word after it."""
    words, end = reading.words, _past_currency(reading.words, number.end)
    named = end > number.end or _before(words, number.start) in _words("currency")
    start = number.start - (_before(words, number.start) in _words("currency"))
    if not named and (_of_something(words, number.end, reading.things) or _numbered(words, number.start)):
        return number.end
    if named and phrases("units").at(words, end):  # "600 rs kg", "₹600/kg"
        end += 1
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
    reading.places.update(range(start, end))
    return end


def _kind(reading: _Reading, number: Number, start: int, end: int, named: bool) -> tuple[str | None, int, int]:
    """("max" | "min" | "at" | "amount" | None, end, start)."""
    words, after = reading.words, list(reading.words[end : end + 3])
    big = number.milli >= _SMALLEST or named
    if len(after) >= 2 and after[0] in _SE | _KE:
        refused = bool(_NOT & set(words[end + 2 : end + 5]))  # "500 se zyada ki nahi" is at most
        if after[1] in _words("less") and not _is_reduce(words, end + 2):
            return "min" if refused else "max", end + 2, start
        if after[1] in _words("more"):
            return "max" if refused else "min", end + 2, start
    before = _limit_before(reading, start, end, named) if big else None
    if before:
        return before[0], end, before[1]
    if big and after and (after[0] in _TAK or after[:2] in (["or", "less"], ["wala", "budget"])):
        return "max", end + 1, start
    if (
        big
        and after
        and (
            after[0] in _words("budget") | {"max"} or (after[0] in _OF and after[1:2] and after[1] in _words("budget"))
        )
    ):
        return "max", end + 1 + (after[0] in _OF), start
    at = _price_at(reading, number, start, end, named)
    if at:
        return "at", at, start
    return ("amount", end, start) if named else (None, number.end, start)


def _limit_before(reading: _Reading, start: int, end: int, named: bool) -> tuple[str, int] | None:
    """ "under 500", "kam se kam 500 rupaye": ("max" | "min", where it begins); "kam se kam 10 shawl" is no price."""
    said = [(phrase, kind) for kind in ("max", "min") for phrase in _phrases(kind)]
    for phrase, kind in sorted(said, key=lambda one: -len(one[0])):
        begin = start - len(phrase)
        if begin < 0 or tuple(reading.words[begin:start]) != phrase:
            continue
        counting = phrase in _phrases("always_counting") or (phrase in _phrases("counting") and end in reading.things)
        return None if counting and not named else (kind, begin)
    return None


def _price_at(reading: _Reading, number: Number, start: int, end: int, named: bool) -> int | None:
    """ "500 wali", "500 ke aas paas", "around 500", "500 ki shawl", "the 500 rupee shawl": where it ends."""
    words = reading.words
    big = number.milli >= _SMALLEST_AT or named
    if not big or number.upto_milli:
        return None
    if _word(words, end) in _words("kind"):
        return end + 1
    near = next((one for one in _phrases("near") if tuple(words[end : end + len(one)]) == one), None)
    if near:
        return end + len(near)
    if _before(words, start) in _words("about") and end not in reading.things and number.milli >= 50_000:
        return end
    if end in reading.things and end > number.end:
        return end
    of_goods = _word(words, end) in _OF and any(end < place <= end + 2 for place in reading.things)
    of_goods = of_goods or (_word(words, end) in _OF and _word(words, end + 1) in _IS)  # "shawl 1200 ki hai kya"
    return end + 1 if of_goods and (named or number.milli >= 50_000) else None


@lru_cache(maxsize=2)
def _listed(name: str) -> frozenset[str]:
    return frozenset(normalise(word) or word for word in listed("not_amounts")[name])


@lru_cache(maxsize=16)
def _words(kind: str) -> frozenset[str]:
    return frozenset(" ".join(phrase) for phrase in _phrases(kind))


@lru_cache(maxsize=16)
def _phrases(kind: str) -> tuple[tuple[str, ...], ...]:
    """Longest first."""
    return tuple(sorted((tuple(tokens(one) or [one]) for one in listed("money")[kind]), key=lambda one: -len(one)))


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
    return at + 1 if _word(words, at) in _words("currency") else at


def _before(words: Sequence[str], at: int) -> str:
    return words[at - 1] if at else ""


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""


def _rupees(milli: int) -> float | int:
    return milli // 1000 if milli % 1000 == 0 else milli / 1000
