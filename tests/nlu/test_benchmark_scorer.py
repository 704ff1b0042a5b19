"""The benchmark's arithmetic, on answers whose figures can be worked out by hand."""

import pytest

from tests.nlu import benchmark
from tests.nlu.benchmark import unsure
from tests.nlu.figures import Answer, accuracy, amounts, calibration, elsewhere, macro_f1, quantities, slots


def answer(meant: str, understood: str, labelled: dict[str, object], read: dict[str, object]) -> Answer:
    asked = {"script": "en", "expect": {"task": meant, **labelled}}
    return Answer(asked, understood, {"task": understood, **read})


FOUND = [
    answer("greet", "greet", {}, {}),
    answer("greet", "bye", {}, {}),
    answer("bye", "bye", {}, {}),
    answer("out_of_scope", "greet", {}, {}),
]


def test_task_figures() -> None:
    assert accuracy(FOUND)["task"] == 0.5
    assert 0 <= accuracy(FOUND)["low"] < 0.5 < accuracy(FOUND)["high"] <= 1
    # greet 2·1/(2+2), bye 2·1/(1+2), out_of_scope 0
    assert macro_f1(FOUND) == pytest.approx((1 / 2 + 2 / 3 + 0) / 3)
    assert elsewhere(FOUND) == {"precision": 0.0, "recall": 0.0}


def test_slots_count_values_not_names() -> None:
    red = {"items": [{"product": "shawl", "qty": 2, "attrs": {"color": "red"}}], "payment": "cod"}
    blue = {"items": [{"product": "shawl", "qty": 2, "attrs": {"color": "blue"}}], "payment": "cod"}
    found = slots([answer("add_to_cart", "add_to_cart", red, blue)])
    assert found == pytest.approx({"precision": 2 / 3, "recall": 2 / 3, "f1": 2 / 3})


def test_a_town_inside_an_address_is_not_counted() -> None:
    home = {"address": "ward 2, Mandi", "place": "Mandi", "pincode": "175001"}
    found = slots([answer("give_address", "give_address", home, {"pincode": "175001", "place": "Shimla"})])
    assert found["f1"] == 1
    assert slots([answer("delivery_info", "delivery_info", {"place": "Mandi"}, {"place": "Shimla"})])["f1"] == 0


def test_every_amount_of_a_message_must_be_right() -> None:
    two = {"items": [{"product": "shawl", "qty": 2}, {"product": "honey", "qty": 0.5, "unit": "kg"}]}
    one = {"items": [{"product": "shawl", "qty": 2}, {"product": "honey", "qty": 0.5}]}
    add = "add_to_cart"
    found = [answer(add, add, two, two), answer(add, add, two, one), answer(add, "greet", two, two)]
    assert quantities(found) == {"asked": 2, "exact": 1}
    assert amounts({"task": add, "qty": 3, "unit": "packet"}) == [("", "3", "packet")]


def test_asking_again_is_counted_apart() -> None:
    def said(task: str, confidence: float, awaiting: str | None) -> Answer:
        return Answer({"awaiting": awaiting, "expect": {"task": "greet"}}, task, {}, confidence=confidence)

    found = [said("greet", 0.9, None), said("bye", 0.9, None), said("bye", 0.2, None), said("bye", 0.2, "name")]
    assert unsure(found) == {"asked_again": 1, "of_them_wrong": 1, "wrong": 3}


def test_stock_rasa_is_counted_by_its_first_guess_even_where_it_falls_back(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{"id": str(at), "awaiting": None, **one.asked} for at, one in enumerate(FOUND)]
    said = [("greet", False), ("bye", True), ("bye", True), ("greet", False)]
    told = [(row, {"task": task, "fallback": fallback}) for row, (task, fallback) in zip(rows, said, strict=True)]
    monkeypatch.setattr(benchmark, "_asked_of", lambda python, module: told)
    assert accuracy(benchmark.diet())["task"] == 0.5
    assert unsure(benchmark.diet()) == {"asked_again": 2, "of_them_wrong": 1, "wrong": 2}
    assert benchmark.diet_epochs() > 0


def test_confidence_is_compared_with_what_was_right() -> None:
    def said(right: bool, confidence: float) -> Answer:
        return Answer({"expect": {"task": "greet"}}, "greet" if right else "bye", {}, confidence=confidence)

    honest = [said(True, 0.75), said(True, 0.75), said(True, 0.75), said(False, 0.75)]
    assert calibration(honest) == pytest.approx({"error": 0.0, "confidence": 0.75})
    # Two of two right at .55, none of two at .95: (2·.45 + 2·.95) / 4
    boasting = [said(True, 0.55), said(True, 0.55), said(False, 0.95), said(False, 0.95)]
    assert calibration(boasting) == pytest.approx({"error": 0.7, "confidence": 0.75})
