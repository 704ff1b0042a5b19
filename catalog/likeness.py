"""When two words are the same word: inflections of Hindi and English, and typing mistakes. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from catalog.slips import VOWELS, alike_at_start, slips
from catalog.spelling import fold

# What is left, what may stand in its place, and how long it must be, when an ending of number or case goes:
# topiyan → topi, mojon → moja/moje, kursiyo → kursi, chadaren → chadar, caps → cap.
_ENDINGS = (
    *((ending, ("e",), 3) for ending in ("aian", "aion", "aiyon", "aiyo")),  # mithaiyan: mithai is folded to mithe
    ("iyon", ("i",), 3),
    ("iyan", ("i",), 3),
    ("iyo", ("i",), 3),
    ("ion", ("i",), 3),
    ("ian", ("i",), 3),
    ("ies", ("i",), 3),
    ("io", ("i",), 4),
    ("ia", ("i",), 4),
    ("on", ("", "a", "e", "i"), 3),
    ("en", ("", "a"), 3),
    ("es", ("", "e"), 4),
    ("o", ("", "a", "e"), 3),
    ("e", ("",), 4),
    ("e", ("a",), 3),
    ("s", ("",), 3),
)
# The same as it is written: स्वेटरों is स्वेटर before it is read aloud, for its silent vowels come back.
_WRITTEN = (
    *(("ियों", ("ी",)), ("ियां", ("ी",)), ("ों", ("", "ा")), ("ें", ("",)), ("ओं", ("", "ू")), ("एं", ("",)), ("े", ("",))),
    *(("्स", ("",)), ("्ज", ("",)), ("'s", ("",))),
)
_CH = re.compile(r"c?ch(?:ch)?")  # achar, acchar, achchar
_YY = re.compile(r"y+$")
_AI = re.compile(r"(?:ae|ayi)$")
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=16384)
def forms(word: str) -> tuple[str, ...]:
    """Keys under which `word` may stand in a vocabulary, the word's own key first."""
    key = _folded(word)
    found = [key]
    for ending, instead, least in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= least and not word.endswith(("sh", "श")):
            found += [key[: -len(ending)] + other for other in instead]
    for ending, instead in _WRITTEN:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            found += [_folded(word[: -len(ending)] + other) for other in instead]
    return tuple(dict.fromkeys(_sharp(form, word) for form in found))


def _folded(word: str) -> str:
    key = fold(_YY.sub("y", _CH.sub("ch", word)))
    # चटाई and chatayi are chatai, which is folded to chate; "jaai" and "फेल" are left alone.
    return _AI.sub("e", key) if len(key) > 4 and word.endswith(("ाई", "ayi")) else key


def _sharp(key: str, word: str) -> str:
    """The soft fold makes one of शाल (shawl) and साल (year): short words keep their sh."""
    return "sh" + key[1:] if len(key) <= 3 and key[:1] == "s" and word.startswith(("sh", "श", "ष")) else key


class Vocabulary:
    """A set of keys that is asked which of them a mistyped word may be."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = sorted(set(keys))
        self._known = frozenset(self._keys)

    def __contains__(self, key: object) -> bool:
        return key in self._known

    def near(self, word: str) -> dict[str, float]:
        """Keys a slip or two of the finger away, same first letter or its neighbour swapped, with 0-1 likeness.
        Short words are not guessed at: in four letters every word is like another."""
        return dict(self._near(forms(word)[0]))

    @lru_cache(maxsize=4096)  # noqa: B019 - an index lives as long as the program
    def _near(self, key: str) -> tuple[tuple[str, float], ...]:
        if len(key) < 5 or not key.isalpha():
            return ()
        allowed = 1 if len(key) < 7 else 2
        found = process.extract(key, self._keys, scorer=OSA.distance, processor=None, score_cutoff=allowed, limit=6)
        cost_of = {other: slips(key, other) for other, _, _ in found if len(other) >= 5 and alike_at_start(key, other)}
        sure = {other: 1.0 - cost / max(len(key), len(other)) for other, cost in cost_of.items()}
        return tuple((other, likeness) for other, likeness in sure.items() if likeness >= 1.0 - _ALLOWED)


# How much of a word may be mistyped.
_ALLOWED = 0.125


class Consonants:
    """Words typed without their vowels, as in an SMS: kmbl, hldi, achr. Roman letters, three consonants at least; a
    vowel may be left at the beginning or the end only, or every word would be a shorter other one ("star", sweater)."""

    def __init__(self, words: Iterable[str]) -> None:
        self._written: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for word in filter(str.isascii, words):
            self._written[_TWICE.sub(r"\1", _bare(word))].append((word, forms(word)[0]))

    def near(self, word: str) -> dict[str, float]:
        """Keys of the listed words that `word` is with vowels left out."""
        bare = _bare(word)
        if len(bare) < 3 or bare not in word or not (word.isascii() and word.isalpha()):
            return {}
        left, right = word.split(bare)
        fitting = [(full, key) for full, key in self._written.get(bare, ()) if len(full) > len(word)]
        return {key: _SHORTENED for full, key in fitting if full.startswith(left) and full.endswith(right)}


_SHORTENED = 0.85


def _bare(word: str) -> str:
    return "".join(letter for letter in word if letter not in VOWELS)
