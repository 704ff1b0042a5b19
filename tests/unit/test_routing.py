"""What a message leads to: every option also by its number, ordinal and label; words only as answers; old buttons."""

import pytest

from actions.heard import Heard
from actions.meaning import Meaning
from actions.payloads import write
from actions.state import State
from bot.routing import FORM_QUESTIONS, NUMBERS, Step, meant, tapped, unread

DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")
LABELS = ["सामान देखें", "मेरी टोकरी", "My orders", "हाँ, ऑर्डर कीजिए", "2 किलो", "Kullu shawl", "और", "मेनू", "Back", "नहीं"]
ORDINALS = {1: ["पहला", "pehla wala", "first one"], 2: ["दूसरी", "2nd", "dusra"], 3: ["तीसरा", "third"]}


def typed(text: str) -> Heard:
    return Heard("whatsapp", "k", "text", text=text)


def with_options(count: int, awaiting: str | None = None) -> State:
    shown = [[write("pick", at), LABELS[at - 1], ""] for at in range(1, count + 1)]
    return State(awaiting=awaiting, shown=shown)


@pytest.mark.parametrize("awaiting", [None, "confirm", "payment", "district", "producer_answer"])
@pytest.mark.parametrize("count", range(1, 11))
def test_number_label_and_tap_lead_to_the_same(count: int, awaiting: str | None) -> None:
    state = with_options(count, awaiting)
    for at in range(1, count + 1):
        tap = tapped(Heard("whatsapp", "k", "tap", payload=write("pick", at)), state)
        assert tap == Step("pick", (str(at),))
        ways = [str(at), f"{at}.", str(at).translate(DEVANAGARI), LABELS[at - 1], LABELS[at - 1].upper()]
        for words in [*ways, *ORDINALS.get(at, [])]:
            assert tapped(typed(words), state) == tap, words


@pytest.mark.parametrize("awaiting", sorted(NUMBERS))
def test_a_number_answers_a_question_for_a_number(awaiting: str) -> None:
    step = tapped(typed("2"), with_options(3, awaiting))
    assert step is None or step.action.startswith("answered_")


def test_a_number_beyond_the_list_is_not_an_option() -> None:
    assert tapped(typed("4"), with_options(3)) is None
    assert tapped(typed("0"), with_options(3)) is None


def test_no_options_no_numbers() -> None:
    assert tapped(typed("1"), State()) is None


@pytest.mark.parametrize("payload", ["", "v1:", "v2:add:x", "add:x", "v1:add:x y", "v1:" + "a" * 80, "{json}", "v1:::"])
def test_a_payload_we_never_wrote_is_an_old_button(payload: str) -> None:
    assert tapped(Heard("telegram", "k", "tap", payload=payload), State()) == Step("old_button")


@pytest.mark.parametrize("task", ["confirm", "deny"])
def test_yes_and_no_answer_only_the_question_that_is_open(task: str) -> None:
    meaning = Meaning(task, 1.0, "en")
    asked = State(awaiting="confirm", about={"yes": write("place_order", "x"), "no": write("leave_order")})
    assert meant(meaning, asked) == (Step("place_order", ("x",)) if task == "confirm" else Step("leave_order"))
    assert meant(meaning, State()) == Step(task)


@pytest.mark.parametrize("awaiting", sorted(FORM_QUESTIONS - {"confirm"}))
def test_a_bare_yes_to_a_question_of_the_form_asks_it_again(awaiting: str) -> None:
    assert meant(Meaning("confirm", 1.0, "en"), State(awaiting=awaiting)) == Step("resume")


def test_what_is_not_sure_is_asked() -> None:
    assert meant(Meaning("cancel_order", 0.2, "en"), State()) == Step("unsure")
    assert meant(Meaning("cancel_order", 0.9, "en"), State()) == Step("cancel_order")


def test_while_nobody_understands_the_form_goes_on() -> None:
    assert unread(State(awaiting="address")) == Step("give_address")
    assert unread(State()) == Step("nlu_away")


@pytest.mark.parametrize("kind", ["voice", "picture", "video", "document", "sticker", "unsupported"])
def test_a_kind_we_cannot_read_has_its_answer_and_its_caption_is_read(kind: str) -> None:
    assert tapped(Heard("whatsapp", "k", kind), State()) == Step(f"heard_{kind}")
    assert tapped(Heard("whatsapp", "k", kind, text="ye kitne ka hai"), State()) is None


def test_an_edit_and_an_empty_message() -> None:
    assert tapped(Heard("telegram", "k", "edited", text="1"), with_options(2)) == Step("heard_edited")
    assert tapped(typed("  \n"), State()) == Step("empty_message")


def test_a_linking_code_is_one_whatever_its_letters_look_like() -> None:
    heard = Heard("telegram", "k", "text", text="code hai LINK-QRQXM6M4WT")
    assert tapped(heard, State()) == Step("link")
