"""Goods typed together or apart: "amlacandy", and what voice typing makes of a word, "kul lu shawl". Pure."""

from collections.abc import Container, Sequence

from catalog.lexicon import is_common, phrases
from catalog.likeness import forms
from catalog.naming import CONNECTORS
from catalog.utterance import Word

_LONGEST = 3  # pieces of one word
_SHORTEST = 5  # letters of a word that is put together


def mended(words: Sequence[Word], known: Container[str]) -> tuple[list[Word], list[int]]:
    """`words` with the pieces of one product word put together, and where each of them began (one place more: the
    end). `known` are the keys of product words. Only where a piece is no word itself: "sab un" stays apart."""
    found: list[Word] = []
    places: list[int] = []
    at = 0
    while at < len(words):
        size = _pieces(words, at, known)
        places.append(at)
        if size > 1:
            whole = "".join(word.text for word in words[at : at + size])
            found.append(Word(whole, words[at].start, words[at + size - 1].end, words[at].gap))
        else:
            found.append(words[at])
        at += size
    return found, [*places, len(words)]


def _pieces(words: Sequence[Word], at: int, known: Container[str]) -> int:
    """How many words from `at` on are pieces of one product word; 1 when none are."""
    for size in range(min(_LONGEST, len(words) - at), 1, -1):
        part = words[at : at + size]
        texts = [word.text for word in part]
        if any(word.gap for word in part[1:]) or not all(text.isalpha() or not text.isascii() for text in texts):
            continue
        whole = "".join(texts)
        if len(forms(whole)[0]) < _SHORTEST or any(text in CONNECTORS for text in texts):
            continue
        if all(_is_word(text, known) for text in texts):
            continue
        if forms(whole)[0] in known and not any(forms(text)[0] in known for text in texts):
            return size
    return 1


def _is_word(text: str, known: Container[str]) -> bool:
    return is_common(text) or forms(text)[0] in known or text in phrases("materials") or text in phrases("places")
