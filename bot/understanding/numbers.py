"""Numbers as spoken in Hindi and English: digits, words, halves and quarters. Pure; results in thousandths."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from catalog.lexicon import phrases

_DIGITS = re.compile(r"\d+(?:\.\d+)?$")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$")
_SLASH = re.compile(r"(\d{1,2})/(\d{1,2})$")
_AND = frozenset(["and", "aur", "और", "+"])
_ENGLISH_TENS = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
_ENGLISH_ONES = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
_OR_SO = frozenset(["aadh", "adh", "आध", "aad"])
_TWO_OR_GIVE = frozenset(["do", "दो", "doo"])

# After the stem of a verb "do" is the verb "give" (bhej do, kar do); before these words it is the number.
_STEMS = frozenset(
    ["bhej", "de", "kar", "kr", "dal", "daal", "hata", "bata", "dikha", "nikal", "rakh", "likh", "laga", "bana", "badha", "ghata", "mita", "karwa", "karva", "pack", "add", "order", "la", "bech", "cancel", "change", "band", "khol", "chhod", "chod", "rehne", "rahne", "sunaa", "suna", "bol", "jod", "hta", "dikhaa", "dila", "lga", "krwa", "kara", "mangwa", "badal", "sudhar", "samjha", "pahuncha", "pahucha", "pohcha", "delete", "remove", "clear", "list", "milwa", "padha", "hone", "jaane", "jane", "aane", "भेज", "दे", "कर", "डाल", "हटा", "बता", "दिखा", "निकाल", "रख", "लिख", "लगा", "बना", "बढ़ा", "बढा", "घटा", "मिटा", "करवा", "पैक", "ला", "बेच", "कैंसल", "कैंसिल", "बदल", "बंद", "खोल", "छोड़", "छोड", "रहने", "जोड़", "जोड", "सुना", "बोल", "दिला", "करा", "मंगवा", "सुधार", "ऐड", "एड", "ऑर्डर", "आर्डर", "होने", "जाने", "आने"]
)
_TAKES_TWO = frozenset(
    ["kar", "kr", "karo", "kardo", "krdo", "chahiye", "chaiye", "chahie", "chaaiye", "bhej", "bhejo", "bhejna", "bhejdo", "hi", "de", "dena", "dedo", "dijiye", "daal", "dal", "dalo", "daalo", "hai", "hain", "h", "rakh", "rakho", "likh", "likho", "lunga", "lungi", "lena", "leni", "le", "lelo", "pack", "add", "nahi", "nahin", "nhi", "ki", "din", "hafte", "hafta", "mahine", "baje", "baar", "bar", "log", "ghante", "saal", "rupaye", "rupay", "rs", "number", "no", "wala", "wali", "wale", "order", "aur", "badha", "badhao", "ghata", "kam", "se", "bhi", "ya", "hazar", "hazaar", "laga", "laga", "bana", "mazdoor", "majdoor", "mistri", "aadmi", "kamre", "teen", "char", "mangwa", "mangwao", "book", "कर", "करो", "चाहिए", "भेज", "भेजो", "भेजना", "ही", "दे", "देना", "दीजिए", "डाल", "डालो", "है", "हैं", "रख", "रखो", "लिख", "लिखो", "लूंगा", "लूंगी", "लेना", "ले", "लेलो", "पैक", "नहीं", "की", "दिन", "हफ्ते", "हफ्ता", "महीने", "बजे", "बार", "लोग", "घंटे", "साल", "रुपए", "रुपये", "नंबर", "वाला", "वाली", "वाले", "ऑर्डर", "और", "बढ़ा", "बढा", "बढ़ाओ", "घटा", "कम", "से", "भी", "या", "हजार", "सौ", "लाख", "लगा", "बना", "मजदूर", "मिस्त्री", "आदमी", "कमरे", "तीन", "चार", "मंगवा"]
)


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
    following = words[at + 1] if at + 1 < len(words) else None
    thing_follows = any(at < place <= at + 3 for place in things) and following not in _AND
    if at and words[at - 1] in _STEMS:
        return True
    if following is None:
        return at > 0
    if following in things or thing_follows or phrases("scales").at(words, at + 1):
        return False
    return following not in _TAKES_TWO


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
