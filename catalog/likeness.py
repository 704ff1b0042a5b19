"""When two words are the same word: inflections of Hindi and English, and typing mistakes. Pure."""

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from catalog.spelling import fold

# What is left, and what may stand in its place, when an ending of number or case goes:
# टोपियाँ → topi, mojon → moja/moje, kursiyon → kursi, chadaren → chadar, boxes → box.
_ENDINGS = (
    ("iyon", ("i",)),
    ("iyan", ("i",)),
    ("ion", ("i",)),
    ("ian", ("i",)),
    ("ies", ("i",)),
    ("io", ("i",)),
    ("ia", ("i",)),
    ("on", ("", "a", "e", "i")),
    ("en", ("", "a")),
    ("es", ("", "e")),
    ("o", ("", "a", "e")),
    ("e", ("", "a")),
    ("s", ("",)),
)


@lru_cache(maxsize=16384)
def forms(word: str) -> tuple[str, ...]:
    """Keys under which `word` may stand in a vocabulary, the word's own key first."""
    key = _key(word)
    found = [key]
    for ending, instead in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= 3:
            found += [key[: -len(ending)] + other for other in instead]
    return tuple(dict.fromkeys(found))


def _key(word: str) -> str:
    """The soft fold; but it makes one of शाल (shawl) and साल (year), so short words keep their sh."""
    folded = fold(word)
    if len(folded) <= 3:
        romanised = fold(word.replace("sh", "Sh")) if word.isascii() else folded
        return "sh" + folded[1:] if folded.startswith("s") and _begins_sh(word) else romanised.casefold()
    return folded


def _begins_sh(word: str) -> bool:
    return word.startswith(("sh", "श", "ष"))


class Vocabulary:
    """A set of keys that is asked which of them a mistyped word may be."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = sorted(set(keys))
        self._known = frozenset(self._keys)

    def __contains__(self, key: str) -> bool:
        return key in self._known

    def near(self, word: str) -> dict[str, float]:
        """Keys one slip away (two in a long word), same first letter or its neighbour swapped, with 0-1 likeness.
        Short words are not guessed at: in three letters every word is like another."""
        return dict(self._near(_key(word)))

    @lru_cache(maxsize=4096)  # noqa: B019 - an index lives as long as the program
    def _near(self, key: str) -> tuple[tuple[str, float], ...]:
        if len(key) < 4 or not key.isalpha():
            return ()
        allowed = 1 if len(key) < 7 else 2
        found = process.extract(
            key, self._keys, scorer=OSA.distance, processor=None, score_cutoff=allowed, limit=6
        )
        return tuple(
            (other, 1.0 - distance / len(key) * 0.8)
            for other, distance, _ in found
            if len(other) >= 4 and _alike_at_start(key, other)
        )


def _alike_at_start(one: str, other: str) -> bool:
    return one[0] == other[0] or one[:2] == other[1::-1]
