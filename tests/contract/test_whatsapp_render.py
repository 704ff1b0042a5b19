"""Neutral messages → WhatsApp payloads: golden renderings (payloads/rendered_whatsapp.json), Devanagari included."""

import json

import pytest

from actions.messages import Buttons, Menu, Notice, Option, Text
from bot.channels.whatsapp_render import render
from tests.contract.recorded import golden
from tests.contract.samples import SAMPLES


def labels(key: str, language: str) -> str:
    return {"channel-choose": "चुनिए", "channel-send-location": "📍 जगह भेजिए"}[key]


def test_golden() -> None:
    found = {}
    for name, message in SAMPLES.items():
        rendered = render(message, "hi", False, labels)
        found[name] = {"payloads": list(rendered.payloads), "degraded": list(rendered.degraded)}
    assert json.loads(json.dumps(found)) == golden("rendered_whatsapp", found)


def test_a_notice_inside_the_window_is_its_message() -> None:
    notice = SAMPLES["notice"]
    assert isinstance(notice, Notice)
    assert render(notice, "hi", True, labels) == render(notice.inside, "hi", True, labels)


@pytest.mark.parametrize(("language", "code"), [("en", "en"), ("hi", "hi"), ("hi-Latn", "hi"), ("xx", "hi")])
def test_a_template_is_in_a_language_meta_knows(language: str, code: str) -> None:
    [payload] = render(SAMPLES["notice"], language, False, labels).payloads
    assert payload["template"]["language"] == {"code": code}


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("*bold*", "∗bold∗"),
        ("_x_ ~y~ ```z```", "ˍxˍ ∼y∼ ʼʼʼzʼʼʼ"),
        ("*शॉल* है", "∗शॉल∗ है"),
        ("> quoted\na > b", "› quoted\na > b"),
        ("2*3 a_b श_ल", "2*3 a_b श_ल"),
        ("3 * 4", "3 * 4"),
        ("see https://haat.in/q/_a_*b* now", "see https://haat.in/q/_a_*b* now"),
        ("a\u202eb\u2066c\x07d", "abcd"),
        ("क्\u200dष", "क्\u200dष"),
    ],
)
def test_nothing_a_person_wrote_formats(words: str, shown: str) -> None:
    [payload] = render(Text(words), "hi", True, labels).payloads
    assert payload["text"]["body"] == shown


def test_a_button_no_payload_codec_wrote_is_a_bug_said_loudly() -> None:
    with pytest.raises(ValueError, match="not a payload"):
        render(Menu("?", "!", (Option("x" * 65, "?"),)), "hi", True, labels)


def test_a_repeated_row_goes_but_numbers_stay() -> None:
    options = (Option("v1:a", "A"), Option("v1:a", "B"), Option("v1:c", "C"))
    [payload] = render(Buttons("?", options), "en", True, labels).payloads
    rows = payload["interactive"]["action"]["sections"][0]["rows"]
    assert [row["title"] for row in rows] == ["1 A", "3 C"]
