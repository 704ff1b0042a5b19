"""What WhatsApp sends → pieces → what was heard."""

import hashlib
import hmac
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.heard import Heard
from bot.channels import whatsapp_hear
from bot.channels.outcome import WindowClosed
from bot.channels.whatsapp_hear import hear, signed, split, status
from tests.contract.recorded import bent, load, whatsapp_body

MESSAGES = load("whatsapp_messages")
BATCH = load("whatsapp_batch")
# name → what of Heard differs from an empty one; None: knowingly unanswered.
HEARD: dict[str, dict[str, Any] | None] = {
    "text": {"kind": "text", "text": "namaste, shawl milega?"},
    "text_reply": {"kind": "text", "text": "इसके दो", "reply_to": "wamid.CARD"},
    "text_from_ad": {"kind": "text", "text": "Hi", "extra": {"referral": {"source_type": "ad", "source_id": "120"}}},
    "text_group": None,
    "template_button": {"kind": "tap", "payload": "v1:accept:17", "text": "बना देंगे", "reply_to": "wamid.TPL"},
    "button_reply": {"kind": "tap", "payload": "v1:add:KS-01:1", "text": "टोकरी में", "reply_to": "wamid.CARD"},
    "list_reply": {"kind": "tap", "payload": "v1:category:shawl", "text": "1 शॉल", "reply_to": "wamid.MENU"},
    "list_reply_bare": {"kind": "tap", "payload": "v1:category:shawl", "text": "1 शॉल"},
    "address_form": {
        "kind": "text",
        "text": "Sita Devi\n+919816012345\nWard 3\nNadaun\n177033",
        "reply_to": "wamid.ADDR",
        "extra": {
            "form": {
                "in_pin_code": "177033",
                "city": "Nadaun",
                "name": "Sita Devi",
                "phone_number": "+919816012345",
                "address": "Ward 3",
            }
        },
    },
    "call_permission": None,
    "interactive_new": {"kind": "unsupported", "extra": {"type": "interactive"}},
    "image": {
        "kind": "picture",
        "text": "यह वाला कितने का?",
        "extra": {"id": "100", "mime_type": "image/jpeg", "sha256": "29ed"},
    },
    "voice": {
        "kind": "voice",
        "extra": {"id": "101", "mime_type": "audio/ogg; codecs=opus", "sha256": "29ed", "voice": True},
    },
    "video": {"kind": "video", "extra": {"id": "102", "mime_type": "video/mp4", "sha256": "29ed"}},
    "document": {
        "kind": "document",
        "extra": {"id": "103", "mime_type": "application/pdf", "sha256": "29ed", "filename": "list.pdf"},
    },
    "sticker": {"kind": "sticker", "extra": {"id": "104", "mime_type": "image/webp", "sha256": "29ed"}},
    "location": {"kind": "location", "location": (31.7832, 76.3441), "text": "Bus stand, Nadaun, Hamirpur"},
    "location_text": {"kind": "location", "location": (31.7832, 76.3441)},
    "location_broken": {"kind": "unsupported", "extra": {"type": "location"}},
    "contacts": {"kind": "contact", "phone": "+919816054321", "text": "Ramesh"},
    "contacts_national": {"kind": "contact", "phone": "+919816054321", "text": "Ramesh"},
    "contacts_no_phone": {"kind": "contact"},
    "order": {
        "kind": "order",
        "text": "jaldi",
        "extra": {
            "catalog_id": "7742",
            "items": [{"product_retailer_id": "KS-01", "quantity": 2, "item_price": 950, "currency": "INR"}],
        },
    },
    "reaction": {"kind": "reaction", "extra": {"emoji": "👍", "message_id": "wamid.CARD"}},
    "reaction_taken_back": None,
    "edit": {"kind": "edited", "text": "3 shawl", "extra": {"message_id": "wamid.T1"}},
    "revoke": None,
    "number_changed": {"kind": "system", "extra": {"type": "user_changed_number", "wa_id": "919418012345"}},
    "unsupported": {"kind": "unsupported", "extra": {"type": "unsupported"}},
    "unknown": {"kind": "unsupported", "extra": {"type": "hologram"}},
    "request_welcome": None,
}


def test_every_recorded_message_has_its_row() -> None:
    assert set(HEARD) == set(MESSAGES)
    types = {message["type"] for message in MESSAGES.values()}
    assert set(whatsapp_hear.answers()) - types == {"voice"}  # audio's older name


@pytest.mark.parametrize("name", MESSAGES)
def test_hears(name: str) -> None:
    [piece] = split(whatsapp_body(MESSAGES[name]))
    expected = HEARD[name]
    heard = hear(piece.raw, piece.key)
    if expected is None:
        assert heard is None
    else:
        assert heard == Heard(channel="whatsapp", key=f"messages:{MESSAGES[name]['id']}", name="Sita Devi", **expected)


def test_splits_a_batch_into_every_message_status_and_notice() -> None:
    pieces = split(BATCH)
    assert [(piece.kind, piece.key.split(":")[0], piece.address, piece.wa_id) for piece in pieces] == [
        ("message", "messages", "IN.13491208655302741918", "919816012345"),
        ("message", "messages", "IN.A9z88", None),
        ("message", "messages", "918000000001", "918000000001"),
        ("status", "statuses", "919816012345", "919816012345"),
        ("status", "statuses", "919816012345", "919816012345"),
        ("status", "statuses", "919816012345", "919816012345"),
        ("notice", "message_template_status_update", None, None),
        ("notice", "account_update", None, None),
    ]
    assert [piece.key for piece in pieces[3:6]] == [
        "statuses:wamid.OUT1:delivered",
        "statuses:wamid.OUT1:read",
        "statuses:wamid.OUT2:failed",
    ]
    assert len({piece.key for piece in pieces}) == len(pieces)
    assert [hear(piece.raw, piece.key).name for piece in pieces[:3]] == ["Sita Devi", "Kamla", None]  # type: ignore[union-attr]


def test_the_same_delivery_has_the_same_keys_again() -> None:
    again = json.loads(json.dumps(BATCH))
    assert [piece.key for piece in split(again)] == [piece.key for piece in split(BATCH)]


def test_two_equal_notices_at_different_times_are_two() -> None:
    later = json.loads(json.dumps(BATCH))
    later["entry"][1]["time"] += 60
    changed = [a.key == b.key for a, b in zip(split(BATCH), split(later), strict=True)]
    assert changed.count(False) == 1


def test_statuses_tell_what_became_of_a_message() -> None:
    told = [status(piece.raw) for piece in split(BATCH)]
    assert [(one.vendor_id, one.status, one.key, one.outcome) for one in told if one] == [
        ("wamid.OUT1", "delivered", "out-1", None),
        ("wamid.OUT1", "read", "out-1", None),
        ("wamid.OUT2", "failed", "out-2", WindowClosed()),
    ]


@pytest.mark.parametrize(
    ("system", "sender", "address"),
    [
        ({"type": "user_changed_number", "wa_id": "919418012345"}, {}, "919418012345"),
        ({"type": "user_changed_number", "wa_id": "919418012345"}, {"from_user_id": "IN.1"}, "IN.1"),
        ({"type": "user_changed_user_id", "user_id": "IN.2"}, {"from_user_id": "IN.1"}, "IN.2"),
    ],
)
def test_a_changed_number_keeps_the_old_one_beside_the_new_address(
    system: dict[str, str], sender: dict[str, str], address: str
) -> None:
    message = {"from": "919816012345", "id": "wamid.S", "type": "system", "system": system, **sender}
    [piece] = split(whatsapp_body(message))
    assert (piece.address, piece.wa_id) == (address, "919816012345")


BODY = b'{"a":"\\u0928\\/"}'
GOOD = "sha256=" + hmac.new(b"secret", BODY, hashlib.sha256).hexdigest()


@pytest.mark.parametrize(
    ("header", "secret", "expected"),
    [
        (GOOD, "secret", True),
        (GOOD.encode(), "secret", True),
        (GOOD, "other", False),
        (GOOD, "", False),
        (None, "secret", False),
        ("", "secret", False),
        (GOOD[:-1], "secret", False),
        (GOOD.removeprefix("sha256="), "secret", False),
        ("sha256=é", "secret", False),
        ("sha256=\ud800", "secret", False),
        (b"\xff\xfe", "secret", False),
    ],
)
def test_signature(header: str | bytes | None, secret: str, expected: bool) -> None:
    assert signed(BODY, header, secret) is expected


def test_signature_is_over_the_raw_bytes() -> None:
    assert not signed(json.dumps(json.loads(BODY)).encode(), GOOD, "secret")


@settings(max_examples=400, deadline=None)
@given(st.sampled_from([whatsapp_body(message) for message in MESSAGES.values()] + [BATCH]).flatmap(bent))
def test_odd_shapes_never_raise(body: Any) -> None:
    for piece in split(body):
        assert piece.key
        hear(piece.raw, piece.key)
        status(piece.raw)
        json.dumps(piece.raw)


@pytest.mark.parametrize("body", [None, 7, "x", [], [{}], {}, {"entry": 5}, {"entry": [None, {"changes": {}}]}])
def test_a_body_of_another_kind_holds_no_message(body: Any) -> None:
    assert split(body) == []
