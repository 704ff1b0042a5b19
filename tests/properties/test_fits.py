"""Every message fits both channels: random messages, checked against the platforms' documented limits.

The limits are written out here again, from the documentation, on purpose: a wrong constant must not excuse itself."""

import unicodedata
from typing import Any

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.messages import (
    AskLocation,
    Buttons,
    Card,
    Document,
    Menu,
    Notice,
    Option,
    Picture,
    Spoken,
    Text,
    options_of,
)
from actions.payloads import write
from bot.channels import telegram_render, whatsapp_render
from bot.channels.channel import Rendered, symbols
from bot.channels.graphemes import cut, split, utf16

SYLLABLES = ["क्ष", "त्रि", "न्दी", "शॉ", "ल", "र्‍य", "कि", "ज्ञा", "श्री", "₹", "१", " ", "।", "\n", "\n\n"]
LETTERS = st.sampled_from([*SYLLABLES, "a", "Z", "*", "_", "🛒", "👨‍👩‍👧", "🇮🇳", "\u200d", "\u202e", "\x00", "\ud800"])
DEVANAGARI = st.lists(LETTERS, max_size=40).map("".join)
LONG = st.tuples(st.lists(LETTERS, min_size=1, max_size=12).map("".join), st.integers(1, 1500)).map(
    lambda parts: (parts[0] * parts[1])[:6000]
)
ZALGO = st.integers(1, 5000).map(lambda n: "क" + "\u0301" * n)
# Texts of about a limit's length, where an error by one shows.
EDGE = st.builds(
    lambda limit, off, letter: letter * (limit + off),
    st.sampled_from([20, 24, 72, 240, 512, 1024, 4096]),
    st.integers(-2, 4),
    st.sampled_from("कa🛒"),
)
WORDS = st.one_of(EDGE, DEVANAGARI, st.text(max_size=60), LONG, ZALGO)
NAMES = st.sampled_from(["a.png", "b.jpg"])
PART = st.text("ABCxyz019_.-", min_size=1, max_size=20)
IDS = st.builds(write, st.sampled_from(["add", "product", "menu"]), PART, st.integers(0, 10**9))
OPTION = st.builds(Option[str], IDS, WORDS, st.none() | WORDS, st.none() | WORDS)


def options(least: int = 0, most: int = 14) -> st.SearchStrategy[tuple[Option[str], ...]]:
    return st.lists(OPTION, min_size=least, max_size=most).map(tuple)


BUTTONS = st.builds(Buttons[str], WORDS, options())
MESSAGES: st.SearchStrategy[Spoken] = st.one_of(
    st.builds(Text[str], WORDS),
    BUTTONS,
    st.builds(Menu[str], WORDS, WORDS, options()),
    st.builds(Card[str], st.none() | NAMES, WORDS, options(0, 4)),
    st.builds(Picture[str], NAMES, WORDS),
    st.builds(Document[str], NAMES, WORDS, WORDS),
    st.builds(AskLocation[str], WORDS),
    st.builds(
        Notice[str], st.just("order_new"), st.lists(WORDS, max_size=5).map(tuple), BUTTONS | st.builds(Text[str], WORDS)
    ),
)


def seen(text: str) -> bool:
    """A letter that no font has shows as a box: it is seen."""
    unseen = {"Cc", "Cf", "Cs"}
    return any(unicodedata.category(c) not in unseen and unicodedata.category(c)[0] not in "ZM" for c in text)


def fits(text: Any, limit: int, units: Any = len) -> None:
    assert isinstance(text, str)
    assert seen(text), repr(text[:40])
    assert units(text) <= limit, (units(text), limit)
    text.encode("utf-8")
    assert not regex.search(r"[\x00\u202a-\u202e\u2066-\u2069]", text)


def check_whatsapp(payload: dict[str, Any]) -> None:
    assert set(payload) == {"type", payload["type"]}
    part = payload[payload["type"]]
    match payload["type"]:
        case "text":
            fits(part["body"], 4096)
        case "image" | "document":
            assert part["media"]
            if "caption" in part:
                fits(part["caption"], 1024)
            if "filename" in part:
                fits(part["filename"], 240)
        case "template":
            check_template(part)
        case "interactive":
            check_interactive(part)
        case other:
            raise AssertionError(other)


def check_template(part: dict[str, Any]) -> None:
    assert part["language"]["code"] in ("en", "hi")
    texts = [p["text"] for c in part["components"] if c["type"] == "body" for p in c["parameters"]]
    for text in texts:
        fits(text, 1024)
        assert not regex.search(r"[\n\t]| {5}", text)
    assert sum(map(len, texts)) <= 1024
    presses = [c for c in part["components"] if c["type"] == "button"]
    assert [c["index"] for c in presses] == [str(n) for n in range(len(presses))]
    assert len(presses) <= 10
    assert all(1 <= len(c["parameters"][0]["payload"]) <= 128 for c in presses)


def check_interactive(part: dict[str, Any]) -> None:
    action = part["action"]
    match part["type"]:
        case "button":
            fits(part["body"]["text"], 1024)
            replies = [button["reply"] for button in action["buttons"]]
            assert 1 <= len(replies) <= 3
            assert len({reply["id"] for reply in replies}) == len({reply["title"] for reply in replies}) == len(replies)
            for reply in replies:
                fits(reply["title"], 20)
                assert 1 <= len(reply["id"]) <= 256
        case "list":
            fits(part["body"]["text"], 4096)
            fits(action["button"], 20)
            rows = [row for section in action["sections"] for row in section["rows"]]
            assert 1 <= len(rows) <= 10
            assert len({row["id"] for row in rows}) == len(rows)
            for row in rows:
                fits(row["title"], 24)
                assert 1 <= len(row["id"]) <= 200
                if "description" in row:
                    fits(row["description"], 72)
        case "location_request_message":
            fits(part["body"]["text"], 1024)
        case other:
            raise AssertionError(other)


def check_telegram(payload: dict[str, Any]) -> None:
    def units(text: str) -> int:
        return len(text.encode("utf-16-le")) // 2

    assert "parse_mode" not in payload
    match payload["method"]:
        case "sendMessage":
            fits(payload["text"], 4096, units)
        case "sendPhoto" | "sendDocument":
            assert (payload.get("photo") or payload["document"])["media"]
            if "caption" in payload:
                fits(payload["caption"], 1024, units)
        case other:
            raise AssertionError(other)
    buttons = [button for row in payload.get("reply_markup", {}).get("inline_keyboard", ()) for button in row]
    assert len(buttons) <= 100
    for button in buttons:
        fits(button["text"], 64, units)
        assert 1 <= len(button["callback_data"].encode()) <= 64


def tapped(rendered: Rendered) -> set[str]:
    """Every payload that can be pressed, whatever the form."""
    return set(regex.findall(r"'(v1:[^']*)'", repr(rendered.payloads)))


@settings(max_examples=250, deadline=None)
@given(MESSAGES, st.sampled_from(["en", "hi", "hi-Latn"]), st.booleans())
def test_every_message_fits_whatsapp(message: Spoken, language: str, window_open: bool) -> None:
    rendered = whatsapp_render.render(message, language, window_open, symbols)
    for payload in rendered.payloads:
        check_whatsapp(payload)
    if window_open or not isinstance(message, Notice):
        assert tapped(rendered) == {option.id for option in options_of(message)}


@settings(max_examples=250, deadline=None)
@given(MESSAGES, st.sampled_from(["en", "hi", "hi-Latn"]))
def test_every_message_fits_telegram(message: Spoken, language: str) -> None:
    rendered = telegram_render.render(message, language, symbols)
    for payload in rendered.payloads:
        check_telegram(payload)
    assert tapped(rendered) == {option.id for option in options_of(message)}


def squeezed(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=300, deadline=None)
@given(DEVANAGARI | LONG, st.integers(8, 200), st.integers(8, 200), st.booleans())
def test_splitting_loses_nothing_and_breaks_no_letter(text: str, limit: int, last: int, telegram: bool) -> None:
    text = text.replace("\ud800", "").replace("\x00", "")
    measure = utf16 if telegram else len
    pieces = split(text, limit, measure, last=min(last, limit))
    assert all(measure(piece) <= limit for piece in pieces)
    assert measure(pieces[-1]) <= min(last, limit)
    if seen(text):
        visible = [squeezed(piece) for piece in pieces]
        kept = regex.sub(r"[\u200d\u202e]|\s", "", "".join(visible)).removesuffix("…")
        assert kept == regex.sub(r"[\u200d\u202e]|\s", "", text)
    letters = set(regex.findall(r"\X", text)) | {"…"}
    if max(map(measure, letters)) <= min(last, limit):  # else a monstrous one has to be broken
        for piece in pieces:
            strange = {letter for letter in regex.findall(r"\X", piece) if seen(letter)} - letters
            assert not strange


@settings(max_examples=300, deadline=None)
@given(DEVANAGARI, st.integers(2, 40))
def test_cutting_breaks_no_letter(text: str, limit: int) -> None:
    short = cut(text, limit)
    assert len(short) <= limit
    if len(text) > limit:
        assert short.endswith("…")
        kept = short.removesuffix("…")
        letters = regex.findall(r"\X", text)
        boundaries = {"".join(letters[:n]).rstrip() for n in range(len(letters) + 1)}
        assert kept in boundaries or len(letters[0]) > limit - 1


@pytest.mark.parametrize(
    ("part", "limit"),
    [({"type": "text", "text": {}}, 4096), ({"type": "image", "image": {"media": "a.png"}}, 1024)],
)
def test_the_checker_itself_refuses(part: dict[str, Any], limit: int) -> None:
    """Negative control: one past a limit is caught."""
    field = {"text": "body", "image": "caption"}[part["type"]]
    check_whatsapp({**part, part["type"]: {**part[part["type"]], field: "क" * limit}})
    with pytest.raises(AssertionError):
        check_whatsapp({**part, part["type"]: {**part[part["type"]], field: "क" * (limit + 1)}})
