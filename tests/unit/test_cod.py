"""Who may pay at the door: a table of reach, amount and history."""

import pytest

from orders import cod
from orders.cod import History, Home

RULES = cod.rules()
KANDA, NAHAN, PATNA = Home("Shimla", "HIMACHAL PRADESH"), Home("Sirmaur", "Himachal Pradesh"), Home("Patna", "Bihar")


@pytest.mark.parametrize(
    ("buyer", "makers", "reach"),
    [
        (Home("SHIMLA", "Himachal Pradesh"), [KANDA], "near"),
        (Home("SHIMLA", "Himachal Pradesh"), [KANDA, NAHAN], "state"),
        (Home("SHIMLA", "Himachal Pradesh"), [KANDA, PATNA], "far"),
        (Home(None, "Himachal Pradesh"), [KANDA], "state"),
        (Home(None, None), [KANDA], "far"),
        (Home("Shimla", None), [Home("Shimla", None)], "far"),
        (Home("Shimla", "Himachal Pradesh"), [], "far"),
    ],
)
def test_reach(buyer: Home, makers: list[Home], reach: str) -> None:
    assert cod.reach(buyer, makers) == reach


@pytest.mark.parametrize("reach", ["near", "state", "far"])
def test_the_amount_is_bounded_by_reach(reach: cod.Reach) -> None:
    most = RULES.most_paise[reach]
    assert cod.bar(RULES, most, reach, History()) is None
    assert cod.bar(RULES, most + 1, reach, History()) == "amount"


@pytest.mark.parametrize(
    ("past", "why"),
    [
        (History(open=RULES.most_open), "open"), (History(open=RULES.most_open - 1), None),
        (History(returned=RULES.most_returned + 1), "returned"), (History(returned=RULES.most_returned), None),
        (History(unanswered=RULES.most_unanswered + 1), "unanswered"),
        (History(taken=9, returned=RULES.most_returned + 1), "returned"),
    ],
)  # fmt: skip
def test_history(past: History, why: str | None) -> None:
    assert cod.bar(RULES, 100, "near", past) == why


def test_limits_grow_with_nearness() -> None:
    assert RULES.most_paise["near"] >= RULES.most_paise["state"] >= RULES.most_paise["far"] > 0


def test_trust_is_earned_by_parcels_taken() -> None:
    assert not cod.trusted(RULES, History())
    assert cod.trusted(RULES, History(taken=RULES.trusted_after))
    assert not cod.trusted(RULES, History(taken=5, returned=1))
