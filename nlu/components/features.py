"""What the intent classifier looks at: a sentence as groups of small marks.

Both scripts meet in the soft romanised fold, so a sentence learned in Devanagari helps its romanised twin;
ideas.yml lets the languages meet as well.
"""

import re
from itertools import pairwise
from pathlib import Path

import yaml

from catalog.spelling import fold, romanise, tokens

_NUMBER = re.compile(r"\d[\d./-]*$")

GROUPS = ("word", "pair", "triple", "piece", "typed", "idea", "frame")


def _read_ideas() -> dict[str, list[str]]:
    listed = yaml.safe_load((Path(__file__).parent / "ideas.yml").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for idea, words in listed.items():
        for word in str(words).split():
            found.setdefault(fold(word), set()).add(idea)
    return {word: sorted(ideas) for word, ideas in found.items()}


IDEAS = _read_ideas()


def marks(text: str) -> dict[str, list[str]]:
    """The marks of one sentence by group; see `GROUPS`. An empty sentence gives only its frame."""
    typed = [_class_of(token) for token in tokens(text)]
    folded = words(text)
    edged = ["^", *folded, "$"]
    return {
        "word": folded,
        "pair": [f"{one} {other}" for one, other in pairwise(edged)]
        + [f"{one} _ {other}" for one, other in zip(edged, edged[2:], strict=False)],
        "triple": [" ".join(edged[at : at + 3]) for at in range(len(edged) - 2)],
        "piece": [piece for word in folded for piece in _pieces(word)],
        "typed": typed + [f"{one} {other}" for one, other in pairwise(typed)],
        "idea": _ideas(folded),
        "frame": _frame(typed),
    }


def words(text: str) -> list[str]:
    """The words softly folded into roman letters; numbers by their length."""
    classes = map(_class_of, romanise(text).split())
    return [word if word.startswith("#") else fold(word) for word in classes]


def _class_of(token: str) -> str:
    """Numbers by length only: 6 digits are a pincode, 10 a phone, whatever they are."""
    if not _NUMBER.match(token):
        return token
    return "#" + str(min(len(token), 12)) if token.isdigit() else "#" + re.sub(r"\d+", "d", token)


def _ideas(folded: list[str]) -> list[str]:
    told = [IDEAS[word] for word in folded if word in IDEAS]
    singles = [idea for ideas in told for idea in ideas]
    return singles + [f"{min(a, b)}&{max(a, b)}" for n, a in enumerate(singles) for b in singles[n + 1 :] if a != b]


def _pieces(word: str) -> list[str]:
    padded = f"<{word}>"
    return [padded[at : at + size] for size in (2, 3, 4, 5) for at in range(len(padded) - size + 1)]


def _frame(typed: list[str]) -> list[str]:
    count = len(typed)
    numbers = sum(1 for token in typed if token.startswith("#"))
    return [
        f"length {count if count < 4 else 4 + (count > 6) + (count > 10) + (count > 16)}",
        f"numbers {min(numbers, 3)} of {'all' if count and numbers == count else 'some'}",
        f"question {'?' in typed}",
    ]
