"""What the shop's word lists (data/lexicon) say about a sentence: which lists it touches, and its bare frame.

The frame is the sentence with its goods, amounts, places … by their kind: what is asked about a shawl is asked about
a stool in the same words, and a word put on a list tomorrow is understood without one new sentence.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from catalog.lexicon import list_names, listed, spelling_key
from catalog.spelling import tokens

# List → the kind its phrases are in a frame; where phrases begin at one word, the longest and then the first wins.
KINDS = {
    "products": "[goods]", "other_goods": "[other goods]", "categories": "[category]", "services": "[service]",
    "prisoners": "[prisoner]", "places": "[place]", "makers": "[maker]", "colours": "[colour]",
    "materials": "[material]", "flavours": "[flavour]", "sizes": "[size]", "numbers": "[number]",
    "scales": "[number]", "fractions": "[number]", "units": "[unit]", "unknown_units": "[unit]", "days": "[day]",
    "months": "[day]", "people_for": "[person]", "surnames": "[surname]", "carriers": "[carrier]",
    "languages": "[language]", "payments": "[payment]",
}  # fmt: skip
# Names, not meanings: which shawl or which town it is does not tell what is wanted.
_NAMES = frozenset({"products", "places", "surnames"})
_RANK = {name: rank for rank, name in enumerate(KINDS)}


class Found(NamedTuple):
    """The phrase `words[start:end]` stands on the list `name` under `meaning`."""

    start: int
    end: int
    name: str
    meaning: str


def _read() -> tuple[dict[tuple[str, ...], list[tuple[str, str]]], dict[str, int]]:
    """Every phrase with its (list, meaning), and for each first word the length of its longest phrase."""
    phrases: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    longest: dict[str, int] = {}
    for name in list_names():
        if name in ("common", "right_words"):  # they mean nothing to the shop
            continue
        for meaning, spellings in listed(name).items():
            for spelling in spellings:
                key = tuple(spelling_key(word) for word in tokens(spelling) or [spelling])
                held = phrases.setdefault(key, [])
                if name not in (one for one, _ in held):
                    held.append((name, meaning))
                longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return phrases, longest


_PHRASES, _LONGEST = _read()


def find(words: Sequence[str]) -> Iterator[Found]:
    """Every listed phrase of normalised words, by its start; of one list the longest, without overlaps."""
    keys = [spelling_key(word) for word in words]
    taken: dict[str, int] = {}
    for start, key in enumerate(keys):
        for length in range(min(_LONGEST.get(key, 0), len(keys) - start), 0, -1):
            for name, meaning in _PHRASES.get(tuple(keys[start : start + length]), ()):
                if taken.get(name, 0) <= start:
                    taken[name] = start + length
                    yield Found(start, start + length, name, meaning)


def lists_of(found: Sequence[Found]) -> list[str]:
    """The lists touched, once each, and what was said of those that tell meanings."""
    touched = dict.fromkeys(one.name for one in found)
    return [*touched, *(f"{one.name}:{one.meaning}" for one in found if one.name not in _NAMES)]


def frame_of(folded: Sequence[str], found: Sequence[Found]) -> list[str]:
    """`folded` (one for each word that `find` saw) with each phrase that has a kind replaced by it."""
    longest: dict[int, Found] = {}
    for one in sorted(found, key=lambda one: (one.start, one.start - one.end, _RANK.get(one.name, 0))):
        if one.name in KINDS:
            longest.setdefault(one.start, one)
    frame, at = [], 0
    while at < len(folded):
        one = longest.get(at)
        frame.append(KINDS[one.name] if one else folded[at])
        at = one.end if one else at + 1
    return frame
