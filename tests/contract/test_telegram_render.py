"""Neutral messages → Telegram payloads: golden renderings (payloads/rendered_telegram.json), Devanagari included."""

import json

import pytest

from actions.messages import Buttons, Menu, Notice, Option, Text
from bot.channels.telegram_render import render
from tests.contract.recorded import golden
from tests.contract.samples import SAMPLES


def labels(key: str, language: str) -> str:
    return {"channel-choose": "चुनिए", "channel-send-location": "📍 जगह भेजिए"}[key]


def test_golden() -> None:
    found = {}
    for name, message in SAMPLES.items():
        rendered = render(message, "hi", labels)
        found[name] = {"payloads": list(rendered.payloads), "degraded": list(rendered.degraded)}
    assert json.loads(json.dumps(found)) == golden("rendered_telegram", found)


def test_a_notice_is_its_message() -> None:
    notice = SAMPLES["notice"]
    assert isinstance(notice, Notice)
    assert render(notice, "hi", labels) == render(notice.inside, "hi", labels)


@pytest.mark.parametrize("words", ["*bold* _x_ `y`", "<b>bold</b>", "[a](tg://user?id=1)", "> quoted"])
def test_nothing_a_person_wrote_formats(words: str) -> None:
    [payload] = render(Text(words), "hi", labels).payloads
    assert payload == {"method": "sendMessage", "text": words}  # and no parse_mode that could read it


def test_length_is_counted_as_telegram_counts_it() -> None:
    payloads = render(Text("🛒" * 2049), "hi", labels).payloads
    assert [len(payload["text"]) for payload in payloads] == [2048, 1]


def test_a_button_no_payload_codec_wrote_is_a_bug_said_loudly() -> None:
    with pytest.raises(ValueError, match="not a payload"):
        render(Menu("?", "!", (Option("x" * 65, "?"),)), "hi", labels)


def test_two_short_answers_stand_side_by_side() -> None:
    options = tuple(Option(f"v1:{n}", label) for n, label in enumerate(("हाँ", "नहीं", "कुछ और देखना है")))
    [payload] = render(Buttons("?", options), "hi", labels).payloads
    rows = payload["reply_markup"]["inline_keyboard"]
    assert [[button["text"] for button in row] for row in rows] == [["हाँ", "नहीं"], ["कुछ और देखना है"]]
