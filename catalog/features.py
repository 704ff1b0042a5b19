"""What is said beside a product: its colour, size, flavour, and for whom it is. Pure."""

from collections.abc import Sequence
from functools import lru_cache

from catalog.lexicon import listed, phrases

_NAMING = frozenset(["naam", "nam", "name", "नाम"])
_FEATURES = {
    "color": "colours",
    "material": "materials",
    "size": "sizes",
    "for": "people_for",
    "price_level": "price_levels",
    "flavour": "flavours",
}
FLAVOURED = frozenset(["pickle", "biscuits", "cake", "pastry", "chocolate", "chutney", "jam", "amla candy", "bread"])


def around_of(texts: Sequence[str], gaps: Sequence[bool], before: tuple[int, int], after: tuple[int, int]) -> range:
    """The words that may tell of the product between `before[1]` and `after[0]`; other goods end at `before[0]` and
    begin at `after[1]`. `gaps` tells where a comma or stop stands before a word."""
    left, right = _from_and(texts, gaps, *before), _until_and(texts, gaps, *after)
    for begin, end in _names(texts, gaps):  # "3 topi, naam Mohan Lal": no red one
        if begin >= after[0]:
            right = min(right, begin)
        elif end <= before[1]:
            left = max(left, end)
    return range(max(left, before[1] - 5), min(right, after[0] + 4))


def _names(texts: Sequence[str], gaps: Sequence[bool]) -> list[tuple[int, int]]:
    found = []
    for at, word in enumerate(texts):
        if word in _NAMING:
            ends = (end for end in range(at + 1, min(at + 4, len(texts))) if gaps[end])
            found.append((at, next(ends, min(at + 4, len(texts)))))
    return found


def _from_and(texts: Sequence[str], gaps: Sequence[bool], left: int, first: int) -> int:
    """Behind other goods the own words begin after the last "and" or comma: "sweater (large) and a muffler"."""
    cuts = [at for at in range(left, first) if left and (gaps[at] or texts[at] in _joiners())]
    return cuts[-1] if cuts else left


def _until_and(texts: Sequence[str], gaps: Sequence[bool], last: int, right: int) -> int:
    """Before other goods the own words end at the last "and" or comma: "topi aur ek neeli stole"."""
    cuts = [at for at in range(last, right) if right < len(texts) and (gaps[at] or texts[at] in _joiners())]
    return cuts[-1] if cuts else right


@lru_cache(maxsize=1)
def _joiners() -> frozenset[str]:
    return frozenset(listed("common")["joiners"])


def attrs_of(texts: Sequence[str], around: range, first: int, last: int, term: str) -> dict[str, str]:
    """Colour, material, size … said beside a product: before it, or right after it ("shawl laal rang ki")."""
    attrs: dict[str, str] = {}
    for name, listing in _FEATURES.items():
        if name == "flavour" and term not in FLAVOURED:
            continue
        for start, end, meaning in phrases(listing).find([texts[place] for place in around]):
            inside = around.start + start >= first and around.start + end <= last
            if not (inside and name != "flavour") and meaning.split()[0] not in term:
                attrs.setdefault(name, meaning)
    if attrs.get("flavour") == "black forest":
        attrs.pop("color", None)
    return attrs
