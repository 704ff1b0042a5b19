"""A message cut into words that remember where they stood, so that a span can be given back as typed. Pure."""

import re
from dataclasses import dataclass

from catalog.spelling import tokens

_CHUNK = re.compile(r"(?:\d,(?=\d)|[^\s,;।|()!\"])+")
_GAP = re.compile(r"[,;।|()!\n]|[.:](?:\s|$)")


@dataclass(frozen=True)
class Word:
    """One normalised word. `start`/`end` are offsets in the typed text of the chunk it came from
    (``2kg`` gives two words of one chunk); `gap` tells that a comma, stop or new line stands before it."""

    text: str
    start: int
    end: int
    gap: bool = False


def cut(text: str) -> tuple[Word, ...]:
    """The words of `text` in order; never raises."""
    words: list[Word] = []
    last = 0
    for chunk in _CHUNK.finditer(text):
        # A full stop that ends the chunk before counts as a gap too.
        gap = bool(words) and bool(_GAP.search(text[last - 1 if last else 0 : chunk.start()]))
        for part in tokens(chunk.group()):
            words.append(Word(part, chunk.start(), chunk.end(), gap))
            gap = False
        last = chunk.end()
    return tuple(words)
