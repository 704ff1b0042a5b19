"""What Telegram sends → one piece → what was heard."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.heard import Heard
from bot.channels.telegram_hear import ALLOWED_UPDATES, hear, split, trusted
from tests.contract.recorded import bent, load

UPDATES = load("telegram_updates")
LARGE = {"file_id": "large"}
# name → what of Heard differs from an empty one; None: knowingly unanswered.
HEARD: dict[str, dict[str, Any] | None] = {
    "text": {"kind": "text", "text": "शॉल दिखाओ", "name": "Sita Devi", "language": "hi"},
    "text_reply": {"kind": "text", "text": "इसके दो", "reply_to": "501:9"},
    "start": {"kind": "deep_link", "text": "/start"},
    "start_code": {"kind": "deep_link", "text": "/start p_KS-01", "payload": "p_KS-01"},
    "start_newline": {"kind": "text", "text": "/start abc\n"},
    "photo": {"kind": "picture", "text": "यह वाला कितने का?", "extra": LARGE},
    "voice": {"kind": "voice", "extra": {"file_id": "v", "mime_type": "audio/ogg", "duration": 3}},
    "video_note": {"kind": "video", "extra": {"file_id": "n", "duration": 3}},
    "document": {
        "kind": "document",
        "extra": {"file_id": "d", "mime_type": "application/pdf", "file_name": "list.pdf"},
    },
    "sticker": {"kind": "sticker", "extra": {"file_id": "st"}},
    "location": {"kind": "location", "location": (31.7832, 76.3441)},
    "venue": {"kind": "location", "location": (31.7832, 76.3441), "text": "Bus stand, Nadaun"},
    "contact_own": {"kind": "contact", "phone": "+919816012345", "text": "Sita", "extra": {"own": True}},
    "contact_other": {"kind": "contact", "phone": "+919816054321", "text": "Ramesh", "extra": {"own": False}},
    "poll_in_chat": {"kind": "unsupported", "extra": {"fields": ["poll"]}},
    "pinned": None,
    "edited": {"kind": "edited", "text": "3 शॉल", "extra": {"message_id": 11}},
    "live_location": None,
    "press": {
        "kind": "tap",
        "payload": "v1:add:KS-01:1",
        "text": "टोकरी में",
        "reply_to": "501:30",
        "language": "en",
        "extra": {"callback_id": "7766"},
    },
    "press_old_message": {
        "kind": "tap",
        "payload": "v1:menu",
        "reply_to": "501:3",
        "extra": {"callback_id": "7767"},
    },
    "press_inline": {"kind": "tap", "payload": "v1:menu", "extra": {"callback_id": "7768"}},
    "press_game": {"kind": "unsupported", "reply_to": "501:3", "extra": {"callback_id": "7769"}},
    "blocked": {"kind": "blocked"},
    "unblocked": None,
    "reaction": {"kind": "reaction", "extra": {"emoji": "👍", "message_id": 9}},
    "group_text": None,
    "channel_post": None,
    "poll": None,
    "inline_query": None,
    "unknown_update": None,
    "unknown_content": {"kind": "unsupported", "extra": {"fields": ["hologram"]}},
}
NOBODY = {"group_text", "channel_post", "poll", "inline_query", "unknown_update"}


def test_every_recorded_update_has_its_row() -> None:
    assert set(HEARD) == set(UPDATES)
    assert set(ALLOWED_UPDATES) <= {kind for update in UPDATES.values() for kind in update}


@pytest.mark.parametrize("name", UPDATES)
def test_hears(name: str) -> None:
    update = UPDATES[name]
    [piece] = split(update)
    assert piece.key == f"update:{update['update_id']}"
    assert piece.raw == update
    assert (piece.kind, piece.address) == (("notice", None) if name in NOBODY else ("message", "501"))
    expected = HEARD[name]
    heard = hear(piece.raw, piece.key)
    if expected is None:
        assert heard is None
    else:
        assert heard == Heard(**{"channel": "telegram", "key": piece.key, "name": "Sita", **expected})


def test_the_language_of_the_client_comes_with_the_piece() -> None:
    assert [piece.language for piece in split(UPDATES["text"]) + split(UPDATES["start"])] == ["hi", None]


@pytest.mark.parametrize(
    ("text", "payload"),
    [
        ("/start abc", "abc"),
        ("/start@haat_bot abc", "abc"),
        ("/start " + "a" * 64, "a" * 64),
        ("/start " + "a" * 65, None),
        ("/start abc\n", None),
        ("/start a b", None),
        ("/start हाट", None),
        ("/start v1:add:X", None),
        ("/started abc", None),
        ("x/start abc", None),
    ],
)
def test_only_a_whole_deep_link_is_one(text: str, payload: str | None) -> None:
    update = {"update_id": 1, "message": {**UPDATES["text"]["message"], "text": text}}
    heard = hear(update, "update:1")
    assert heard is not None
    assert (heard.kind, heard.payload) == (("deep_link", payload) if payload else ("text", None))


@pytest.mark.parametrize(
    ("header", "secret", "expected"),
    [
        ("s3cret", "s3cret", True),
        (b"s3cret", "s3cret", True),
        ("S3cret", "s3cret", False),
        ("", "", False),
        ("x", "", False),
        (None, "s3cret", False),
        ("sécret", "s3cret", False),
        ("\ud800", "s3cret", False),
    ],
)
def test_secret_token(header: str | bytes | None, secret: str, expected: bool) -> None:
    assert trusted(header, secret) is expected


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(list(UPDATES.values())).flatmap(bent))
def test_odd_shapes_never_raise(body: Any) -> None:
    for piece in split(body):
        assert piece.key.startswith("update:")
        hear(piece.raw, piece.key)
        json.dumps(piece.raw)


@pytest.mark.parametrize("body", [None, 7, "x", [], [{}]])
def test_a_body_of_another_kind_holds_nothing(body: Any) -> None:
    assert split(body) == []
