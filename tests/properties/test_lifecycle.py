"""The table that moves a seller order: the whole of it, and random walks through it with the real database rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.lifecycle import FINAL, MOVES, STATES, IllegalMove, apply, offered, releases_stock
from orders.states_page import PAGE, page

ACTORS = ("buyer", "contact", "office", "timer")


@pytest.mark.parametrize("actor", ACTORS)
@pytest.mark.parametrize("state", STATES)
def test_nothing_moves_but_by_the_table(state: str, actor: str) -> None:
    allowed = offered(state, actor)
    for name, rule in MOVES.items():
        if state in rule.sources and actor in rule.actors:
            assert name in allowed
            assert apply(name, state, actor) == rule.target
        else:
            assert name not in allowed
            with pytest.raises(IllegalMove):
                apply(name, state, actor)


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
def test_unknown_words_move_nothing(move: str, state: str, actor: str) -> None:
    if move in MOVES and state in MOVES[move].sources and actor in MOVES[move].actors:
        return
    with pytest.raises(IllegalMove):
        apply(move, state, actor)


def test_the_table_is_closed() -> None:
    for rule in MOVES.values():
        assert rule.sources <= set(STATES)
        assert rule.target in STATES
        assert rule.actors <= set(ACTORS)
        assert not rule.sources & FINAL
        assert rule.target not in rule.sources


def test_every_state_is_reached_and_every_one_can_end() -> None:
    reached = {"placed"}
    for _ in STATES:
        reached |= {rule.target for rule in MOVES.values() if rule.sources & reached}
    assert reached == set(STATES)
    ending = set(FINAL)
    for _ in STATES:
        ending |= {source for rule in MOVES.values() if rule.target in ending for source in rule.sources}
    assert ending == set(STATES)


def test_a_buyer_can_leave_until_the_parcel_leaves() -> None:
    assert {state for state in STATES if "cancel" in offered(state, "buyer")} == {
        *("placed", "part_offered", "accepted", "ready"),
    }


@given(st.lists(st.tuples(st.sampled_from(sorted(MOVES)), st.sampled_from(ACTORS)), max_size=60))
def test_random_walks_end_and_stay_ended(walk: list[tuple[str, str]]) -> None:
    state, steps = "placed", 0
    for move, actor in walk:
        try:
            after = apply(move, state, actor)
        except IllegalMove:
            continue
        assert state not in FINAL
        assert not (releases_stock(after) and state == "dispatched"), "goods on the road are on no shelf"
        state, steps = after, steps + 1
    assert steps <= 5  # placed, part_offered, accepted, ready, dispatched, delivered: no way round in circles


def test_the_page_about_states_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m orders.states_page"
