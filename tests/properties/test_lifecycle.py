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
        *("placed", "part_offered", "declined", "accepted", "ready"),
    }


AGAIN = frozenset({"reroute", "wait", "close_return"})  # moves that lead back to where an order has been


def test_only_another_group_a_later_day_or_a_kept_parcel_lead_back() -> None:
    """Without these moves there is no way round in circles; each of them is bounded: a group is asked once for the
    same goods, a day is later than the last, a return is asked by the buyer."""
    after: dict[str, set[str]] = {state: set() for state in STATES}
    for name, rule in MOVES.items():
        for source in rule.sources if name not in AGAIN else ():
            after[source].add(rule.target)
    for state in STATES:
        reached, edge = set[str](), after[state]
        while edge - reached:
            reached |= edge
            edge = {target for source in edge for target in after[source]}
        assert state not in reached


@given(st.lists(st.tuples(st.sampled_from(sorted(MOVES)), st.sampled_from(ACTORS)), max_size=60))
def test_random_walks_end_and_stay_ended(walk: list[tuple[str, str]]) -> None:
    state = "placed"
    for move, actor in walk:
        try:
            after = apply(move, state, actor)
        except IllegalMove:
            continue
        assert state not in FINAL
        assert not (releases_stock(after) and state in ("dispatched", "delivered", "return_asked", "return_agreed"))
        state = after


def test_nobody_may_act_for_another() -> None:
    """The group promises, the buyer chooses, the shop by itself only asks others and ends what stands still."""
    does = {actor: {name for name, rule in MOVES.items() if actor in rule.actors} for actor in ACTORS}
    assert does["timer"] == {"pass_over", "reroute", "refuse", "expire", "cancel"}
    assert does["contact"].isdisjoint({"take_part", "split", "wait", "refuse_part", "cancel", "reroute", "ask_return"})
    assert does["buyer"].isdisjoint({"accept", "offer_part", "decline", "mark_ready", "dispatch", "agree_return"})


def test_the_page_about_states_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m orders.states_page"
