"""Proceeds are shared to the paisa: nothing is lost or invented, and what comes back takes back what was shared."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orders.shares import RECEIVERS, WHOLE, Rule, Share, checked, rule_on, split, taken_back


@st.composite
def shares(draw: st.DrawFn) -> tuple[Share, ...]:
    names = draw(st.lists(st.sampled_from(RECEIVERS), min_size=1, max_size=6, unique=True))
    cuts = sorted(
        draw(st.lists(st.integers(1, WHOLE - 1), min_size=len(names) - 1, max_size=len(names) - 1, unique=True))
    )
    edges = [0, *cuts, WHOLE]
    return tuple(Share(name, edges[at + 1] - edges[at]) for at, name in enumerate(names))


@given(st.integers(0, 10**10), shares())
@settings(max_examples=300, deadline=None)
def test_the_shares_are_the_whole(paise: int, shared: tuple[Share, ...]) -> None:
    parts = split(paise, shared)
    assert sum(parts.values()) == paise
    for share in shared:
        assert abs(parts[share.to] - paise * share.bp / WHOLE) < 1  # nobody is a whole paisa off


def test_ten_thousand_orders_share_all_they_earn() -> None:
    dice = random.Random(7)
    for _ in range(10_000):
        names = dice.sample(RECEIVERS, dice.randint(1, 6))
        edges = [0, *sorted(dice.sample(range(1, WHOLE), len(names) - 1)), WHOLE]
        rule = tuple(Share(name, edges[at + 1] - edges[at]) for at, name in enumerate(names))
        net, kept = dice.randint(0, 10**8), dice.random()
        parts, back = split(net, rule), taken_back(net, int(net * kept), rule)
        assert sum(parts.values()) == net
        assert sum(parts.values()) - sum(back.values()) == int(net * kept)


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=6), shares())
@settings(max_examples=200, deadline=None)
def test_returned_piece_by_piece_leaves_nothing(pieces: list[int], shared: tuple[Share, ...]) -> None:
    left, held = sum(pieces), split(sum(pieces), shared)
    for piece in pieces:
        for to, paise in taken_back(left, left - piece, shared).items():
            held[to] -= paise
        left -= piece
    assert set(held.values()) == {0}


@pytest.mark.parametrize(
    "wrong",
    [
        [{"to": "wages", "bp": 9_999}],
        [{"to": "wages", "bp": 5_000}, {"to": "wages", "bp": 5_000}],
        [{"to": "wages", "bp": 10_000}, {"to": "society", "bp": 0}],
        [{"to": "Ram Lal", "bp": 10_000}],
        [],
    ],
)
def test_a_rule_that_is_none_is_refused(wrong: list[dict[str, object]]) -> None:
    with pytest.raises(ValueError):
        checked(wrong)


def test_the_youngest_rule_that_holds() -> None:
    old, new = (Rule(date(2026, 4, 1), (Share("wages", WHOLE),)), Rule(date(2026, 12, 1), (Share("group", WHOLE),)))
    assert rule_on([new, old], date(2026, 3, 31)) is None
    assert rule_on([new, old], date(2026, 11, 30)) is old
    assert rule_on([new, old], date(2026, 12, 1)) is new
