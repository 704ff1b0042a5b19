"""Misspelt and shortened words as the words that were meant. Pure, standard library only: the understanding server
imports it too."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from catalog.slips import VOWELS, alike_at_start, slips
from catalog.spelling import fold

_TWICE = re.compile(r"(.)\1+")
_LEAST_LETTERS = 4  # in three letters every word is like another
_OFTEN = 15  # a word that is typed without its vowels must be a common one


class Mender:
    """`words`: spelling → how often it is met; what stands there at all is spelled right. Words met less than
    `least` times are never what was meant."""

    def __init__(self, words: Mapping[str, int], least: int = 1, allowed: float = 0.17) -> None:
        self._known: dict[str, str] = {}
        self._often: dict[str, int] = defaultdict(int)
        for word, often in sorted(words.items(), key=lambda one: (-one[1], one[0])):
            self._known.setdefault(fold(word), word)
            self._often[fold(word)] += often
        self._allowed = allowed
        self._near: dict[str, list[str]] = defaultdict(list)
        self._bones: dict[str, list[str]] = defaultdict(list)
        for key, often in self._often.items():
            if often < least or not key.isalpha():
                continue
            if len(key) >= _LEAST_LETTERS:
                for variant in _variants(key):
                    self._near[variant].append(key)
            if often >= _OFTEN and key.isascii():
                self._bones[_TWICE.sub(r"\1", _bare(key))].append(key)

    @lru_cache(maxsize=1 << 14)  # noqa: B019 - it lives as long as the program
    def mended(self, word: str) -> str:
        """The word that was meant, the same one when it is known or like no other."""
        key = fold(word)
        if key in self._known or len(key) < 3 or not key.isalpha():
            return word
        meant = self._mistyped(key) or self._shortened(key)
        return self._known[meant] if meant else word

    def _mistyped(self, key: str) -> str | None:
        if len(key) < _LEAST_LETTERS:
            return None
        near = {other for variant in _variants(key) for other in self._near.get(variant, ())}
        weighed = [
            (slips(key, other) / max(len(key), len(other)), -self._often[other], other)
            for other in near
            if alike_at_start(key, other)
        ]
        best = min(weighed, default=None)
        return best[2] if best and best[0] <= self._allowed else None

    def _shortened(self, key: str) -> str | None:
        """The commonest word that `key` is with vowels left out: "krwana", "thk"."""
        bare = _bare(key)
        if len(bare) < 2 or bare not in key or not key.isascii():
            return None
        left, right = key.split(bare, 1)
        fitting = [
            other
            for other in self._bones.get(_TWICE.sub(r"\1", bare), ())
            if len(other) > len(key) and other.startswith(left) and other.endswith(right)
        ]
        return max(fitting, key=lambda other: (self._often[other], other), default=None)


def _variants(key: str) -> Iterator[str]:
    """`key`, and with any one letter left out: two words that share one of these are a slip apart."""
    yield key
    for at in range(len(key)):
        yield key[:at] + key[at + 1 :]


def _bare(word: str) -> str:
    return "".join(letter for letter in word if letter not in VOWELS)
