"""Cutting and splitting text where a reader would: at paragraphs, lines, words, and never inside a written letter.

A letter is an extended grapheme cluster; the package `regex` keeps Devanagari conjuncts (क्ष, न्दी) in one. Pure.
"""

import unicodedata
from collections.abc import Callable

import regex

Measure = Callable[[str], int]
ELLIPSIS = "…"
_CLUSTER = regex.compile(r"\X")
# Line and tab stay; joiners stay, Devanagari and emoji need them; lone surrogates cannot be sent at all.
_UNSENDABLE = regex.compile(r"[\p{Cc}\p{Cs}--[\n\t]]|[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]", regex.V1)
# Where to break, best first: after a paragraph, a line, a sentence, a word.
_SEAMS = ("\n\n", "\n", "। ", ". ", "? ", " ")


def utf16(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text) + sum(character > "\uffff" for character in text)


def clean(text: str) -> str:
    """Without what no screen should get: control and bidi marks, lone surrogates, outer blanks."""
    return _UNSENDABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def blank(text: str) -> bool:
    """Whether nothing of it can be seen; platforms refuse such a text as empty."""
    return all(unicodedata.category(c)[0] in "CZM" or c in "\u115f\u1160\u3164\u2800\uffa0" for c in text)


def cut(text: str, limit: int, measure: Measure = len) -> str:
    """At most `limit`, ended by … when something was left out."""
    if measure(text) <= limit:
        return text
    return _head(text, limit - measure(ELLIPSIS), measure).rstrip() + ELLIPSIS


def split(text: str, limit: int, measure: Measure = len, last: int | None = None) -> list[str]:
    """Pieces of at most `limit`, the last one of at most `last`; at least one. Only blanks are lost."""
    room = limit if last is None else last
    pieces: list[str] = []
    while measure(text) > room:
        # What fits a full piece but not the last one is broken at the last one's size, so that it ends the row.
        head = _head(text, limit if measure(text) > limit else room, measure)
        place = _seam(head)
        piece, text = text[:place].rstrip(), text[place:].lstrip()
        if not blank(piece):
            pieces.append(piece)
    return [*pieces, ELLIPSIS if pieces and blank(text) else text]


def _head(text: str, limit: int, measure: Measure) -> str:
    """The longest beginning of whole letters within `limit`; a single letter beyond it is broken after all."""
    used, end = 0, 0
    for match in _CLUSTER.finditer(text):
        size = measure(match[0])
        if used + size > limit:
            break
        used, end = used + size, match.end()
    if end == 0 and limit > 0:
        while end < len(text) and measure(text[: end + 1]) <= limit:
            end += 1
    return text[:end]


def _seam(head: str) -> int:
    """Where to break `head`: the best seam in its second half, else its end."""
    for seam in _SEAMS:
        place = head.rfind(seam)
        if place > len(head) // 2:
            return place + len(seam)
    return len(head)
