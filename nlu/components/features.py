"""What the intent classifier looks at: a sentence as groups of small marks. Pure, standard library only.

Both scripts meet in the soft romanised fold, so a sentence learned in Devanagari helps its romanised twin.
"""

import re
from itertools import pairwise

from catalog.spelling import fold, romanise, tokens

_NUMBER = re.compile(r"\d[\d./-]*$")

GROUPS = ("word", "pair", "triple", "piece", "typed", "frame")


def marks(text: str) -> dict[str, list[str]]:
    """The marks of one sentence by group; see `GROUPS`. An empty sentence gives only its frame."""
    typed = [_class_of(token) for token in tokens(text)]
    folded = [word if word.startswith("#") else fold(word) for word in map(_class_of, romanise(text).split())]
    edged = ["^", *folded, "$"]
    return {
        "word": folded,
        "pair": [f"{one} {other}" for one, other in pairwise(edged)]
        + [f"{one} _ {other}" for one, other in zip(edged, edged[2:], strict=False)],
        "triple": [" ".join(edged[at : at + 3]) for at in range(len(edged) - 2)],
        "piece": [piece for word in folded for piece in _pieces(word)],
        "typed": typed + [f"{one} {other}" for one, other in pairwise(typed)],
        "frame": _frame(typed),
    }


def _class_of(token: str) -> str:
    """Numbers by length only: 6 digits are a pincode, 10 a phone, whatever they are."""
    if not _NUMBER.match(token):
        return token
    return "#" + str(min(len(token), 12)) if token.isdigit() else "#" + re.sub(r"\d+", "d", token)


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
