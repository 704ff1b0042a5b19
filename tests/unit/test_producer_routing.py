"""What a contact's or the office's message leads to, before anything is performed."""

import pytest

from actions.heard import Heard
from actions.meaning import Meaning
from actions.state import State
from bot.routing import Step, meant, tapped


def heard(text: str) -> Heard:
    return Heard("whatsapp", "k", "text", text=text)


def asking(question: str | None, side: str = "producer") -> State:
    return State(side=side, awaiting=question, about={"seller_order": 7})


@pytest.mark.parametrize(
    ("question", "text", "step"),
    [
        ("reply", "haan, 3 din mein", Step("answered_reply")),
        ("reply", "yes", Step("answered_reply")),
        ("price", "950", Step("answered_price")),
        ("hsn", "6214", Step("answered_hsn")),
        ("stock", "१४", Step("answered_stock")),
        ("part", "2", Step("answered_part")),
        ("part", "१.५", Step("answered_part")),
        ("part", "do hi ban payenge", None),
        ("tracking", "EM123456785IN", Step("answered_tracking")),
        ("tracking", "speed post se bheja", None),
        (None, "mera code ACDEF-34679", Step("join")),
        ("producer_answer", "acdef 34679", Step("join")),
        ("tracking", "ACDEF34679", Step("answered_tracking")),
        (None, "aaj ke order", None),
    ],
)
def test_a_text(question: str | None, text: str, step: Step | None) -> None:
    assert tapped(heard(text), asking(question)) == step


@pytest.mark.parametrize(
    ("question", "task", "step"),
    [
        ("producer_answer", "confirm", Step("producer_accept_order")),
        ("producer_answer", "deny", Step("producer_reject_order")),
        (None, "confirm", Step("confirm")),
        ("part", "producer_partial_accept", Step("answered_part")),
        ("tracking", "producer_mark_dispatched", Step("answered_tracking")),
        ("producer_answer", "producer_mark_ready", Step("producer_mark_ready")),
    ],
)
def test_an_understood_text(question: str | None, task: str, step: Step) -> None:
    assert meant(Meaning(task, 0.9, "latin_hi"), asking(question)) == step


def test_a_number_is_the_button_of_the_notice() -> None:
    state = asking("producer_answer")
    state.shown = [["v1:accept:7", "बना देंगे", ""], ["v1:part:7", "कुछ ही", ""], ["v1:decline:7", "नहीं हो पाएगा", ""]]
    assert tapped(heard("१"), state) == Step("accept", ("7",))
    assert tapped(heard("कुछ ही"), state) == Step("part", ("7",))
    assert tapped(heard("3"), state) == Step("decline", ("7",))
