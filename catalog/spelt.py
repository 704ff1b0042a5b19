"""Misspelt words of the shop's lists as they are listed: "blak", "electrcian", "tommorow". Pure."""

from collections.abc import Collection, Sequence
from functools import lru_cache

from catalog.lexicon import common_words, list_names, listed
from catalog.mending import Mender
from catalog.spelling import fold, tokens

# What is chosen, paid, asked or told by one word; words of grammar are too many and too alike to be guessed at.
_LISTS = (
    *("colours", "sizes", "people_for", "units", "payments", "services", "categories", "price_questions"),
    *("payment_problems", "places", "days", "stock_words", "flavours", "materials"),
)
_LEAST_LETTERS = 5
_ALLOWED = 0.13  # one light slip in five letters, one heavy slip in seven


def as_listed(words: Sequence[str], but: Collection[int] = ()) -> tuple[str, ...]:
    """`words` with each that is on no list, and a slip away from one, as that one; not those at the places `but`."""
    return tuple(word if at in but else _as_listed(word) for at, word in enumerate(words))


def _as_listed(word: str) -> str:
    guessed = word.isascii() and word.isalpha() and len(fold(word)) >= _LEAST_LETTERS
    return _mender().mended(word) if guessed else word


@lru_cache(maxsize=1)
def _mender() -> Mender:
    often = dict.fromkeys(common_words(), 0)
    for name in list_names():
        meant = name in _LISTS
        for spellings in listed(name).values():
            for word in (word for spelling in spellings for word in tokens(spelling)):
                sought = meant and word.isascii() and len(fold(word)) >= _LEAST_LETTERS
                often[word] = max(often.get(word, 0), int(sought))
    return Mender(often, least=1, allowed=_ALLOWED)
