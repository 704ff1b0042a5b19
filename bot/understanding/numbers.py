"""Numbers as spoken in Hindi and English: digits, words, halves and quarters. Pure; results in thousandths."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from catalog.lexicon import listed, phrases
from catalog.spelling import normalise

_DIGITS = re.compile(r"\d{1,15}(?:\.\d{1,6})?$")
_RANGE = re.compile(r"(\d{1,9}(?:\.\d{1,3})?)-(\d{1,9}(?:\.\d{1,3})?)$")
_SLASH = re.compile(r"(\d{1,2})/(\d{1,2})$")
_AND = frozenset(["and", "aur", "और", "+", "n"])
_ENGLISH_TENS = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
_ENGLISH_ONES = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
_OR_SO = frozenset(["aadh", "adh", "आध", "aad"])
_OF_IT = frozenset(  # "iske do": two of it; "bas do": only two
    ["iske", "inke", "uske", "unke", "इसके", "इनके", "उसके", "उनके", "bas", "sirf", "keval", "बस", "सिर्फ", "केवल"]
)
_ALL_OF_THEM = frozenset(
    ["dono", "donon", "teeno", "charo", "sab", "sabhi", "दोनों", "दोनो", "तीनों", "चारों", "सब", "सभी"]
)
_TWO_OR_GIVE = frozenset(["do", "दो", "doo"])
_HELPERS = frozenset(["will", "we'll", "i'll", "can", "could", "would", "shall", "must"])
_SIXTY_OR_WITH = frozenset(["saath", "sath"])
_ONE_AND = frozenset(["a", "ek", "one", "1", "एक"])
# "500 k andar": the k is a short "ke".
_AFTER_KE = frozenset(
    [
        "liye",
        "lie",
        "liy",
        "pas",
        "paas",
        "aas",
        "saath",
        "sath",
        "andar",
        "andr",
        "under",
        "neeche",
        "niche",
        "upar",
        "beech",
    ]
)
_AFTER_SAATH = frozenset(
    ["rupaye", "rupay", "rupees", "rs", "₹", "percent", "%", "din", "hazar", "hazaar", "lakh", "sau"]
)


@dataclass(frozen=True)
class Number:
    """`milli` thousandths, read from the words `start:end`; `upto_milli` the upper end of "2-3", "do teen"; the same
    as `milli` when so many of each are meant ("2-2", "ek ek")."""

    start: int
    end: int
    milli: int
    upto_milli: int | None = None


@dataclass(frozen=True)
class _Part:
    """A number up to its scale word: thousandths, where it ends, its scale in thousandths or None."""

    milli: int
    end: int
    scale: int | None


def is_give(words: Sequence[str], at: int, things: Collection[int] = ()) -> bool:
    """Whether "do/दो" at `at` means *give*. `things` are the places where a product or a unit begins."""
    if words[at] not in _TWO_OR_GIVE:
        return False
    before = words[at - 1] if at else ""
    if before in _HELPERS:  # "we'll do half": the English verb
        return True
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
        return _range(words, at, _milli(ranged[1]), _milli(ranged[2]))
    total, position, last_scale = 0, at, None
    while position < len(words):
        # "one hundred and twenty"
        joined = last_scale is not None and words[position] == "and" and position + 1 < len(words)
        part = _part(words, position + joined, things)
        if part is None or (joined and part.scale):
            break
        # "do sau, teen sau" are two numbers; in "do sau pachas" the smaller part is added.
        if last_scale is not None and (part.milli if not part.scale else part.scale) >= last_scale:
            break
        total, position = total + part.milli, part.end
        if part.scale is None:
            break
        last_scale = part.scale
    if position == at:
        return None
    return _ending(words, at, position, total, last_scale, things)


def _range(words: Sequence[str], at: int, low: int, high: int) -> Number:
    """ "2-3", and "2-3 hazar", "1k-2k" once the scale has been read."""
    scale = _scale(words, at + 1, alone=False)
    return Number(at, at + 2, low * scale // 1000, high * scale // 1000) if scale else Number(at, at + 1, low, high)


def _ending(
    words: Sequence[str], at: int, end: int, total: int, last_scale: int | None, things: Collection[int]
) -> Number:
    """What may follow a number: "and a half", "ek aadh", "do teen", "ek ek"."""
    following = _word(words, end)
    if following in _OR_SO and last_scale is None and words[at] in _ONE_AND:
        return Number(at, end + 1, total)
    if following in _AND:
        after = end + 2 if _word(words, end + 1) == "a" else end + 1
        if after < len(words) and phrases("fractions").at(words, after) == ("half", 1):
            return Number(at, after + 1, total + 500)
    if following and words[at:end] == words[end : 2 * end - at] and _doubled(words, at, end, things):
        return Number(at, 2 * end - at, total, total)
    if following and not words[at][0].isdigit() and not following[0].isdigit():
        found = _estimate(words, at, end, total, last_scale, things)
        if found:
            return found
    return Number(at, end, total)


def _doubled(words: Sequence[str], at: int, end: int, things: Collection[int]) -> bool:
    """Whether a number said twice means so many of each; "do do" may be "give two", "2 2" two numbers."""
    counted = 2 * end - at in things or (at > 0 and words[at - 1] in _ALL_OF_THEM)
    return counted or (words[at] not in _TWO_OR_GIVE and not words[at][0].isdigit())


def _estimate(
    words: Sequence[str], at: int, end: int, total: int, last_scale: int | None, things: Collection[int]
) -> Number | None:
    """Two number words in a row are an estimate: do teen, das bees, do teen sau, dedh do, hazar do hazar."""
    next_part = _part(words, end, things)
    if next_part is None:
        return None
    if last_scale is not None:
        grows = next_part.scale == last_scale and total < next_part.milli <= 3 * total
        return Number(at, next_part.end, total, next_part.milli) if grows else None
    if end != at + 1:
        return None
    low = total * next_part.scale // 1000 if next_part.scale else total
    if low < next_part.milli <= 2 * low + (next_part.scale or 1000):
        return Number(at, next_part.end, low, next_part.milli)
    return None


def _part(words: Sequence[str], at: int, things: Collection[int]) -> _Part | None:
    if at >= len(words):
        return None
    value, end = _simple(words, at, things) or (None, at)
    scale = _scale(words, end, alone=value is None)
    if value is None:
        spoken = words[at] not in ("so", "k", "soo", "सो", "kodi", "कोडी")
        return _Part(scale, at + 1, scale) if scale and spoken else None
    if scale:
        return _Part(value * scale // 1000, end + 1, scale)
    return _Part(value, end, None)


def _scale(words: Sequence[str], at: int, alone: bool) -> int | None:
    found = phrases("scales").at(words, at) if at < len(words) else None
    if found is None or (words[at] == "k" and (alone or not words[at - 1][0].isdigit())):
        return None
    if words[at] == "k" and at + 1 < len(words) and words[at + 1] in _AFTER_KE:
        return None
    return int(found[0]) * 1000


def _simple(words: Sequence[str], at: int, things: Collection[int]) -> tuple[int, int] | None:
    word = words[at]
    if _DIGITS.match(word):
        more = _slash(_word(words, at + 1)) if len(word) <= 3 else None  # "1 1/2 kg"
        return (_milli(word) + more, at + 2) if more else _of_quarters(words, _milli(word), at + 1)
    part = _slash(word)
    if part:
        return part, at + 1
    if word in _SIXTY_OR_WITH:
        return (60_000, at + 1) if _sixty(words, at) else None
    fraction = phrases("fractions").at(words, at)
    if fraction:
        return _fraction(words, at, fraction[0])
    found = phrases("numbers").at(words, at)
    if found is None or is_give(words, at, things):
        return None
    value = int(found[0]) * 1000
    if word in _ENGLISH_TENS and at + 1 < len(words) and words[at + 1] in _ENGLISH_ONES:
        ones = phrases("numbers").at(words, at + 1)
        return value + int(ones[0] if ones else 0) * 1000, at + 2
    end = at + 2 if word == "couple" and _word(words, at + 1) == "of" else at + 1
    return _of_quarters(words, value, end)


def _slash(word: str) -> int | None:
    """ "1/2" in thousandths; "3/11" may be a date, "12/4" a house."""
    slash = _SLASH.match(word)
    fraction = slash is not None and 0 < int(slash[1]) < int(slash[2]) <= 8
    return int(slash[1]) * 1000 // int(slash[2]) if slash and fraction else None


def _of_quarters(words: Sequence[str], milli: int, end: int) -> tuple[int, int]:
    """ "three quarters", "ek chauthai"."""
    quarters = end < len(words) and milli in (1000, 2000, 3000) and phrases("fractions").at(words, end)
    return (milli // 4, end + 1) if quarters == ("quarter", 1) else (milli, end)


def _sixty(words: Sequence[str], at: int) -> bool:
    """ "saath kilo" is sixty; in "shawl ke saath topi" it is "with"."""
    if at and words[at - 1] in ("ke", "k", "mere", "uske", "iske", "saath", "sath"):
        return False
    following = _word(words, at + 1)
    return following in _AFTER_SAATH or bool(following and phrases("units").at(words, at + 1))


def _fraction(words: Sequence[str], at: int, kind: str) -> tuple[int, int] | None:
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


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _milli(digits: str) -> int:
    whole, _, part = digits.partition(".")
    return int(whole) * 1000 + int((part + "000")[:3])
