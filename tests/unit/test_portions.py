"""How much of a line is of which colour: added, taken, set anew, and never more than there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.portions import added, amounts, kind_of, merged, taken, unclear, values

BOTH = {"color": "maroon/grey", "of": {"maroon": 2000, "grey": 1000}}


def test_another_colour_makes_the_line_one_of_both() -> None:
    assert added({}, 0, {"color": "maroon"}, 1000) == {"color": "maroon"}
    assert added({"color": "maroon"}, 1000, {"color": "maroon"}, 1000) == {"color": "maroon"}
    assert added({"color": "maroon"}, 2000, {"color": "grey"}, 1000) == BOTH
    assert added({}, 2000, {"color": "grey"}, 1000) == {"color": "grey", "of": {"grey": 1000}}
    assert added(BOTH, 3000, {"color": "grey"}, 1000)["of"] == {"maroon": 2000, "grey": 2000}


def test_one_colour_for_all_forgets_the_portions() -> None:
    assert merged(BOTH, {"color": "black"}, 3000) == {"color": "black"}
    assert merged({"group": "kanda"}, BOTH, 3000) == {"group": "kanda", **BOTH}
    assert merged(BOTH, {}, 2000) == {"color": "maroon/grey"}  # fewer than were shared out: nobody knows of which


def test_what_is_taken_out_is_of_the_colour_that_was_named() -> None:
    assert taken(BOTH, 3000, "maroon", 1000) == ({"color": "maroon/grey", "of": {"maroon": 1000, "grey": 1000}}, 2000)
    assert taken(BOTH, 3000, "grey", None) == ({"color": "maroon"}, 2000)
    assert taken({"color": "maroon"}, 3000, "maroon", None) == ({"color": "maroon"}, 0)


@pytest.mark.parametrize(
    ("attrs", "held", "whole", "kind"),
    [
        (BOTH, 3000, 4000, "color"),
        (BOTH, 3000, 2000, "color"),
        (BOTH, 3000, 3000, None),
        (BOTH, 5000, 6000, None),  # two of the five were left open
        ({"color": "maroon"}, 3000, 4000, None),
        ({"color": "maroon", "of": {"maroon": 1000}}, 3000, 4000, None),
        ({}, 3000, 4000, None),
    ],
)
def test_which_colour_is_asked_only_where_all_was_shared_out(
    attrs: dict[str, object], held: int, whole: int, kind: str | None
) -> None:
    assert unclear(attrs, held, whole) == kind


STEPS = st.lists(st.tuples(st.sampled_from(["maroon", "grey", "black", None]), st.integers(1, 5)), max_size=8)


@given(STEPS, STEPS)
def test_portions_are_never_more_than_the_line(
    put: list[tuple[str | None, int]], out: list[tuple[str | None, int]]
) -> None:
    attrs, whole = dict[str, object](), 0
    for colour, pieces in put:
        attrs = added(attrs, whole, {"color": colour} if colour else {}, pieces * 1000)
        whole += pieces * 1000
        _holds(attrs, whole)
    for colour, pieces in out:
        if colour and kind_of(attrs, colour):
            attrs, whole = taken(attrs, whole, colour, pieces * 1000)
            _holds(attrs, whole)


def _holds(attrs: dict[str, object], whole: int) -> None:
    of = amounts(attrs)
    assert 0 <= sum(of.values()) <= whole
    assert set(of) <= set(values(attrs, "color"))
    assert all(milli > 0 for milli in of.values())
