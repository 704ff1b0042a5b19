"""Misspelt words read as the words that were meant, and words that are right left alone."""

import pytest

from catalog.mending import Mender
from catalog.spelt import as_listed

COMMON = {"cancel": 40, "order": 90, "karwana": 30, "theek": 50, "price": 60, "chahiye": 80, "raining": 1}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cancle", "cancel"),
        ("ordre", "order"),
        ("prcie", "price"),
        ("krwana", "karwana"),
        ("order", "order"),
        ("raining", "raining"),
        ("lawyer", "lawyer"),
        ("ok", "ok"),
        ("123", "123"),
    ],
)
def test_a_word_never_met_is_the_common_one_a_slip_away(typed: str, meant: str) -> None:
    assert Mender(COMMON, least=4).mended(typed) == meant


def test_a_rare_word_is_never_what_was_meant() -> None:
    assert Mender(COMMON, least=4).mended("rainning") == "rainning"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("i need an electrcian", "i need an electrician"),
        ("delivary kitne ki", "delivery kitne ki"),
        ("which person booked it", "which person booked it"),
        ("the wheat letters", "the wheat letters"),
    ],
)
def test_words_of_the_lists_are_mended_and_no_others(typed: str, read: str) -> None:
    assert as_listed(typed.split()) == tuple(read.split())


def test_words_that_belong_to_something_else_are_left() -> None:
    assert as_listed(["electrcian"], {0}) == ("electrcian",)
