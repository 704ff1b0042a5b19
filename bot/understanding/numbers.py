"""Numbers as spoken in Hindi and English: digits, words, halves and quarters. Pure; results in thousandths."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from catalog.lexicon import listed, phrases
from catalog.spelling import normalise

_DIGITS = re.compile(r"\d+(?:\.\d+)?$")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$")
_SLASH = re.compile(r"(\d{1,2})/(\d{1,2})$")
_AND = frozenset(["and", "aur", "और", "+"])
_ENGLISH_TENS = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
_ENGLISH_ONES = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
_OR_SO = frozenset(["aadh", "adh", "आध", "aad"])
_OF_IT = frozenset(["iske", "inke", "uske", "unke", "इसके", "इनके", "उसके", "उनके"])  # "iske do": two of it
_TWO_OR_GIVE = frozenset(["do", "दो", "doo"])


@dataclass(frozen=True)
class Number:
    """`milli` thousandths, read from the words `start:end`; `upto_milli` the upper end of "2-3", "do teen"."""

    start: int
    end: int
    milli: int
    upto_milli: int | None = None


def is_give(words: Sequence[str], at: int, things: Collection[int] = ()) -> bool:
    """Whether "do/दो" at `at` means *give*. `things` are the places where a product or a unit begins."""
    if words[at] not in _TWO_OR_GIVE:
        return False
    before = words[at - 1] if at else ""
    following = words[at + 1] if at + 1 < len(words) else None
    goods_follow = any(at < place <= at + 3 for place in things) and following not in _AND
    if before in _listed("give_after") or (before in _listed("give_after_unless_goods") and not goods_follow):
        return True
    if following is None:
        return at > 0 and before not in _OF_IT
    counted = phrases("scales").at(words, at + 1) or phrases("unknown_units").at(words, at + 1)
    return not (goods_follow or counted or following in _listed("two_before"))


@lru_cache(maxsize=4)
def _listed(name: str) -> frozenset[str]:
    return frozenset(normalise(word) for word in listed("two_or_give")[name])


def number_at(words: Sequence[str], at: int, things: Collection[int] = ()) -> Number | None:
    """The number that begins at word `at`, as long as it can be, or None."""
    ranged = _RANGE.match(words[at])
    if ranged:
        return Number(at, at + 1, _milli(ranged[1]), _milli(ranged[2]))
    total, position, last_scale = 0, at, None
    while position < len(words):
        part = _part(words, position, things)
        if part is None:
            break
        value, after, scaled = part
        if last_scale is not None and ((not scaled and value >= last_scale) or (scaled and scaled >= last_scale)):
            break
        total, position = total + value, after
        if scaled is None:
            break
        last_scale = scaled
    if position == at:
        return None
    return _ending(words, at, position, total, things)


def _ending(words: Sequence[str], at: int, end: int, total: int, things: Collection[int]) -> Number:
    """What may follow a number: "and a half", "ek aadh", "do teen"."""
    rest = list(words[end : end + 3])
    if rest and rest[0] in _OR_SO:
        return Number(at, end + 1, total)
    if rest and rest[0] in _AND:
        half = rest.index("a") + 1 if rest[1:2] == ["a"] else 1
        after = end + half
        if after < len(words) and phrases("fractions").at(words, after) == ("half", 1):
            return Number(at, after + 1, total + 500)
    if rest and end == at + 1 and words[end] == words[at] and end + 1 in things and not words[at][0].isdigit():
        return Number(at, end + 1, total, total)  # ek ek: one of each
    following = _part(words, end, things) if rest and end == at + 1 and not words[at][0].isdigit() else None
    # Two small number words in a row are an estimate: do teen, das bees.
    if following and following[2] is None and not words[end][0].isdigit() and total < following[0] <= 2 * total + 1000:
        is_fraction = phrases("fractions").at(words, end) or phrases("fractions").at(words, at)
        if not is_fraction:
            return Number(at, following[1], total, following[0])
    return Number(at, end, total)


def _part(words: Sequence[str], at: int, things: Collection[int]) -> tuple[int, int, int | None] | None:
    """A number up to its scale word: (thousandths, end, the scale in thousandths or None)."""
    if at >= len(words):
        return None
    value, end = _simple(words, at, things) or (None, at)
    scale = _scale(words, end, alone=value is None)
    if value is None:
        return (scale, at + 1, scale) if scale and words[at] not in ("so", "k", "soo", "सो") else None
    if scale:
        return value * scale // 1000, end + 1, scale
    return value, end, None


def _scale(words: Sequence[str], at: int, alone: bool) -> int | None:
    found = phrases("scales").at(words, at) if at < len(words) else None
    if found is None or (words[at] == "k" and (alone or not words[at - 1][0].isdigit())):
        return None
    if words[at] == "k" and at + 1 < len(words) and words[at + 1] in ("liye", "lie", "liy", "pas", "saath"):
        return None
    return int(found[0]) * 1000


def _simple(words: Sequence[str], at: int, things: Collection[int]) -> tuple[int, int] | None:
    word = words[at]
    if _DIGITS.match(word):
        return _milli(word), at + 1
    slash = _SLASH.match(word)
    if slash and 0 < int(slash[1]) < int(slash[2]) <= 8:
        return int(slash[1]) * 1000 // int(slash[2]), at + 1
    fraction = phrases("fractions").at(words, at)
    if fraction:
        return _fraction(words, at, fraction[0], things)
    found = phrases("numbers").at(words, at)
    if found is None or is_give(words, at, things):
        return None
    value = int(found[0]) * 1000
    if word in _ENGLISH_TENS and at + 1 < len(words) and words[at + 1] in _ENGLISH_ONES:
        ones = phrases("numbers").at(words, at + 1)
        return value + int(ones[0] if ones else 0) * 1000, at + 2
    return value, at + 1


def _fraction(words: Sequence[str], at: int, kind: str, things: Collection[int]) -> tuple[int, int] | None:
    alone = {"half": 500, "three_quarters": 750, "quarter": 250, "one_and_half": 1500, "two_and_half": 2500}
    if kind in alone:
        return alone[kind], at + 1
    step = {"less": -250, "quarter_more": 250, "half_more": 500}[kind]
    following = at + 1
    if following < len(words) and (
        _DIGITS.match(words[following]) or (phrases("numbers").at(words, following) and words[following] != "so")
    ):
        found = phrases("numbers").at(words, following)
        whole = int(found[0]) * 1000 if found else _milli(words[following])
        return whole + step, at + 2
    if kind == "quarter_more":  # sawa kilo, sawa sau: one and a quarter
        return 1250, at + 1
    if kind == "less":  # paune kilo, paune sau: three quarters
        return 750, at + 1
    return None


def _milli(digits: str) -> int:
    whole, _, part = digits.partition(".")
    return int(whole) * 1000 + int((part + "000")[:3])
