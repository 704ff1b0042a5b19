"""Words that are goods in one sentence and ordinary talk in the next: "do file bhej do", "bill ki file bhejo". Pure."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from catalog.lexicon import common_words, is_common, listed, phrases, sounds_common
from catalog.likeness import forms
from catalog.spelling import fold, tokens

Standing = Literal["goods", "either", "talk"]

_NAMING = frozenset(["naam", "nam", "name", "नाम", "नां"])  # what stands after these is somebody's name
# Lists whose words may always stand beside goods: how many, of what kind, where to.
_WITH_GOODS = (
    "numbers",
    "units",
    "scales",
    "fractions",
    "colours",
    "sizes",
    "materials",
    "flavours",
    "places",
    "payments",
)


def standing(word: str, key: str, named: frozenset[str]) -> Standing:
    """What a normalised word is when nothing but it names a product, by the `key` it was found under; `named` are the
    words that are a name of the catalogue by themselves. A word of ordinary talk that only sounds like goods ("rakh",
    रैक; "जो", जौ) is talk."""
    if word in common_words() or word in _either():
        return "either" if word in named or word in _goods_words() else "talk"
    if word in _goods_words():
        return "goods"
    if is_common(word) or sounds_common(word) or fold(word) in common_words():
        return "either" if word in named else "talk"
    if word in named or key in _goods_keys():
        return "goods"
    return "either" if is_common(key) or key in _either() else "goods"


def asked_for(words: Sequence[str], gaps: Sequence[bool], first: int, last: int, other_goods: frozenset[int]) -> bool:
    """Whether a word of two meanings is goods here: it is counted, or the clause around `first:last` only asks for
    things. `gaps` tells where a comma or stop stands before a word; `other_goods` are places of other goods."""
    begin, end = _clause(gaps, first, last)
    if begin < first and words[first - 1] in _listing("whatever"):
        return False
    near = (*words[max(begin, first - 1) : first], *words[last : min(end, last + 2)])
    measured = any(word in phrases("units") for word in near)
    counted = measured or (begin < first and _many(words[first - 1]))
    rest = [at for at in range(begin, end) if not first <= at < last]
    only_asking = all(at in other_goods or _beside(words[at]) for at in rest)
    readings = {words[first], *forms(words[first])}
    if readings & _listing("measured"):
        return measured and only_asking
    if readings & _listing("counted"):
        return counted and only_asking
    return counted or only_asking


def is_somebody(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a name stands there: "mera naam Madhu hai", "Madhu Sharma"."""
    surname = last < len(words) and words[last] in phrases("surnames") and not _beside(words[last])
    return surname or (first > 0 and words[first - 1] in _NAMING)


def _clause(gaps: Sequence[bool], first: int, last: int) -> tuple[int, int]:
    """The words between two commas or stops."""
    begin, end = first, last
    while begin and not gaps[begin]:
        begin -= 1
    while end < len(gaps) and not gaps[end]:
        end += 1
    return begin, end


def _many(word: str) -> bool:
    """A number above one: "ek cheez" is any one thing."""
    if word[0].isdigit():
        return word != "1"
    if word in phrases("scales"):  # "ek hazar diye"
        return True
    found = phrases("numbers").at([word], 0)
    return found is not None and found[0] not in ("0", "1")


@lru_cache(maxsize=8192)
def _beside(word: str) -> bool:
    if word[0].isdigit() or word in _joiners() or word in _listing("beside"):
        return True
    return any(word in phrases(name) for name in _WITH_GOODS)


@lru_cache(maxsize=8)
def _listing(name: str) -> frozenset[str]:
    return frozenset(word for spelling in listed("two_meanings")[name] for word in tokens(spelling))


@lru_cache(maxsize=1)
def _either() -> frozenset[str]:
    return _listing("goods") | _listing("counted") | _listing("measured")


@lru_cache(maxsize=1)
def _goods_words() -> frozenset[str]:
    """What the word lists name goods by, one word alone."""
    listings = [tokens(spelling) for term, spellings in listed("products").items() for spelling in (term, *spellings)]
    return frozenset(words[0] for words in listings if len(words) == 1)


@lru_cache(maxsize=1)
def _goods_keys() -> frozenset[str]:
    return frozenset(forms(word)[0] for word in _goods_words() - _either() - common_words())


@lru_cache(maxsize=1)
def _joiners() -> frozenset[str]:
    return frozenset(listed("common")["joiners"])
