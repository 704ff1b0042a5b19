"""Long lists in pages of nine and a "more" row; platforms allow ten rows. Pure."""

from collections.abc import Callable, Sequence

from actions.messages import Option, Phrase, say

ROWS = 10


def page(options: Sequence[Option[Phrase]], number: int, more: Callable[[int], str]) -> tuple[Option[Phrase], ...]:
    """Page `number` (from 0) of `options`; `more(n)` gives the payload that shows page n. Past the end: page 0."""
    if len(options) <= ROWS:
        return tuple(options)
    size = ROWS - 1
    start = number * size if 0 <= number * size < len(options) else 0
    shown = tuple(options[start : start + size])
    if start + size < len(options):
        shown += (Option(more(start // size + 1), say("more")),)
    return shown


def asked(number: str) -> int:
    """The page a button's argument asks for; 0 for anything that is no small number."""
    return int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0
