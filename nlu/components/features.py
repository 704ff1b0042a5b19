"""What the intent classifier looks at: a sentence as groups of small marks.

Both scripts meet in the soft romanised fold, so a sentence learned in Devanagari helps its romanised twin;
ideas.yml lets the languages meet as well.
"""

import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import yaml

from catalog.spelling import fold, tokens
from nlu.components.listed import find, frame_of, lists_of

_NUMBER = re.compile(r"\d[\d./-]*$")
_SOFT_LETTERS = re.compile("[aeiouyh]")
_DOUBLED = re.compile(r"(.)\1+")

GROUPS = ("word", "pair", "triple", "piece", "bones", "idea", "list", "frame", "shape")


def _read_ideas() -> dict[str, list[str]]:
    listed = yaml.safe_load((Path(__file__).parent / "ideas.yml").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for idea, words in listed.items():
        for word in str(words).split():
            found.setdefault(fold(word), set()).add(idea)
    return {word: sorted(ideas) for word, ideas in found.items()}


IDEAS = _read_ideas()


def marks(text: str) -> dict[str, list[str]]:
    """The marks of one sentence by group; see `GROUPS`. An empty sentence gives only its edges and its shape."""
    said = tokens(text)
    folded = [_folded(token) for token in said]
    edged = ["^", *folded, "$"]
    phrases = list(find(said))
    bare = ["^", *frame_of(folded, phrases), "$"]
    return {
        "word": folded,
        "pair": _pairs(edged),
        "triple": _triples(edged),
        "piece": [piece for word in folded for piece in _pieces(word)],
        "bones": _bones(folded),
        "idea": _ideas(folded),
        "list": lists_of(phrases),
        "frame": [mark for mark in [*bare, *_pairs(bare), *_triples(bare)] if "[" in mark],
        "shape": _shape(said, folded),
    }


def words(text: str) -> list[str]:
    """The words softly folded into roman letters; numbers by their length."""
    return [_folded(token) for token in tokens(text)]


def _folded(token: str) -> str:
    return fold(token) if not _NUMBER.match(token) else _class_of(token)


def _pairs(edged: list[str]) -> list[str]:
    """Neighbours, and those with one word between them."""
    return [f"{one} {other}" for one, other in pairwise(edged)] + [
        f"{one} _ {other}" for one, other in zip(edged, edged[2:], strict=False)
    ]


def _triples(edged: list[str]) -> list[str]:
    return [" ".join(edged[at : at + 3]) for at in range(len(edged) - 2)]


def _class_of(number: str) -> str:
    """Numbers by length only: 6 digits are a pincode, 10 a phone, whatever they are."""
    return "#" + str(min(len(number), 12)) if number.isdigit() else "#" + re.sub(r"\d+", "d", number)


def _ideas(folded: list[str]) -> list[str]:
    told = [IDEAS[word] for word in folded if word in IDEAS]
    singles = [idea for ideas in told for idea in ideas]
    return singles + [f"{min(a, b)}&{max(a, b)}" for n, a in enumerate(singles) for b in singles[n + 1 :] if a != b]


def _bones(folded: list[str]) -> list[str]:
    """Words and neighbours by their first letter and consonants: krdo is kardo, bjna bhejna, chahye chahiye."""
    bones = [_bare_bones(word) for word in folded]
    return [*bones, *(f"{one} {other}" for one, other in pairwise(["^", *bones, "$"]))]


@lru_cache(maxsize=1 << 14)
def _bare_bones(word: str) -> str:
    if word.startswith("#") or not word.isascii():
        return word
    return _DOUBLED.sub(r"\1", word[:1] + _SOFT_LETTERS.sub("", word[1:]))


@lru_cache(maxsize=1 << 14)
def _pieces(word: str) -> list[str]:
    padded = f"<{word}>"
    return [padded[at : at + size] for size in (2, 3, 4, 5) for at in range(len(padded) - size + 1)]


def _shape(said: list[str], folded: list[str]) -> list[str]:
    count = len(said)
    numbers = sum(1 for word in folded if word.startswith("#"))
    return [
        f"length {count if count < 4 else 4 + (count > 6) + (count > 10) + (count > 16)}",
        f"numbers {min(numbers, 3)} of {'all' if count and numbers == count else 'some'}",
        f"question {'?' in said}",
    ]
