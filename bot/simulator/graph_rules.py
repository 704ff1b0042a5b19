"""What the Cloud API refuses, by its own documentation. Pure; imports nothing of the shop.

Lengths are counted in code points ("characters" in Meta's words). Sources, all below
https://developers.facebook.com/docs/whatsapp/cloud-api/: MSG reference/messages, BTN
messages/interactive-reply-buttons-messages, LST messages/interactive-list-messages, URL
messages/interactive-cta-url-messages, LOC guides/send-messages/location-request-messages, MED reference/media,
TPL guides/send-message-templates, ERR support/error-codes.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bot.simulator import graph_payments

TEXT_BODY = 4096  # MSG text.body
CAPTION = 1024  # MSG media caption
BUTTON_BODY = 1024  # BTN body
LIST_BODY = 4096  # LST body
HEADER_TEXT = FOOTER_TEXT = 60  # BTN, LST
BUTTONS = 3  # BTN
BUTTON_TITLE = 20  # BTN title; LST button; URL display_text
BUTTON_ID = 256  # BTN id
SECTIONS = 10  # LST
ROWS = 10  # LST, over all sections together
SECTION_TITLE = 24  # LST
ROW_TITLE = 24  # LST
ROW_DESCRIPTION = 72  # LST
ROW_ID = 200  # LST
CALLBACK_DATA = 512  # MSG biz_opaque_callback_data
TEMPLATE_PAYLOAD = 128  # TPL quick reply payload
MEDIA_BYTES = {
    "image": 5 << 20,
    "audio": 16 << 20,
    "video": 16 << 20,
    "document": 100 << 20,
    "sticker": 500 << 10,
}  # MED
MEDIA_TYPES = {  # MED "Supported media types"
    "image/jpeg": "image", "image/png": "image", "image/webp": "sticker",
    "audio/aac": "audio", "audio/amr": "audio", "audio/mpeg": "audio", "audio/mp4": "audio", "audio/ogg": "audio",
    "video/mp4": "video", "video/3gp": "video", "text/plain": "document", "application/pdf": "document",
    "application/msword": "document", "application/vnd.ms-excel": "document",
    "application/vnd.ms-powerpoint": "document",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "document",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "document",
}  # fmt: skip
MESSAGE_TYPES = frozenset(MEDIA_BYTES) | {"text", "location", "contacts", "reaction", "interactive", "template"}  # MSG
WINDOW_SECONDS = 24 * 3600  # ERR 131047

ERRORS: dict[int, tuple[int, str]] = {  # ERR: code -> HTTP status, title
    0: (401, "AuthException"),
    4: (429, "Application request limit reached"),
    10: (403, "Application does not have permission for this action"),
    33: (400, "Parameter value is not valid"),
    100: (400, "Invalid parameter"),
    190: (401, "Error validating access token: Session has expired or is not valid"),
    368: (403, "Temporarily blocked for policies violations"),
    80007: (429, "Rate limit hit"),
    130429: (429, "Rate limit hit"),
    130472: (400, "User's number is part of an experiment"),
    130497: (403, "Business account is restricted from messaging users in this country"),
    131000: (500, "Something went wrong"),
    131005: (403, "Access denied"),
    131008: (400, "Required parameter is missing"),
    131009: (400, "Parameter value is not valid"),
    131016: (500, "Service unavailable"),
    131021: (400, "Recipient cannot be sender"),
    131026: (400, "Message undeliverable"),
    131030: (400, "Recipient phone number not in allowed list"),
    131031: (403, "Account has been locked"),
    131042: (400, "Business eligibility payment issue"),
    131047: (400, "Re-engagement message"),
    131048: (400, "Spam rate limit hit"),
    131049: (400, "This message was not delivered to maintain healthy ecosystem engagement."),
    131051: (400, "Unsupported message type"),
    131052: (400, "Media download error"),
    131053: (400, "Media upload error"),
    131056: (429, "(Business Account, Consumer Account) pair rate limit hit"),
    131057: (500, "Account in maintenance mode"),
    132000: (400, "Number of parameters does not match the expected number of params"),
    132001: (404, "Template name does not exist in the translation"),
    132005: (400, "Translated text too long"),
    132012: (400, "Parameter format does not match format in the created template"),
    132015: (400, "Template is paused"),
    132016: (400, "Template is disabled"),
    133010: (400, "Phone number not registered"),
}


@dataclass
class Refusal(Exception):
    """A request Meta answers with an error: its code, and `details` as in error_data."""

    code: int
    details: str

    @property
    def status(self) -> int:
        return ERRORS.get(self.code, (400, ""))[0]

    @property
    def title(self) -> str:
        return ERRORS.get(self.code, (400, "Unknown error"))[1]

    def body(self) -> dict[str, Any]:
        """The error as JSON, in Meta's shape."""
        return {
            "error": {
                "message": f"(#{self.code}) {self.title}",
                "type": "OAuthException",
                "code": self.code,
                "error_data": {"messaging_product": "whatsapp", "details": self.details},
                "fbtrace_id": "Asimulated0000000000000",
            }
        }


def check_message(message: Mapping[str, Any]) -> str:
    """The type of a message fit to be sent. Raises Refusal."""
    if message.get("messaging_product") != "whatsapp":
        raise Refusal(100, "Param messaging_product must be 'whatsapp'")
    kind = message.get("type", "text")
    if kind not in MESSAGE_TYPES:
        raise Refusal(100, f"Param type must be one of {sorted(MESSAGE_TYPES)}")
    content = message.get(kind)
    if not isinstance(content, Mapping) and not (kind == "contacts" and isinstance(content, Sequence)):
        raise Refusal(131008, f"Parameter '{kind}' is mandatory for type '{kind}'")
    _length("biz_opaque_callback_data", message.get("biz_opaque_callback_data"), CALLBACK_DATA, missing_ok=True)
    if isinstance(content, Mapping):
        _check_content(kind, content)
    return str(kind)


def _check_content(kind: str, content: Mapping[str, Any]) -> None:
    if kind == "text":
        _length("text.body", content.get("body"), TEXT_BODY)
    elif kind in MEDIA_BYTES:
        check_media(kind, content)
    elif kind == "interactive":
        check_interactive(content)
    elif kind == "location" and not {"latitude", "longitude"} <= content.keys():
        raise Refusal(131008, "location needs latitude and longitude")
    elif kind == "reaction" and not content.get("message_id"):
        raise Refusal(131008, "reaction needs message_id")


def check_media(kind: str, content: Mapping[str, Any]) -> None:
    if bool(content.get("id")) == bool(content.get("link")):
        raise Refusal(100, f"{kind} needs either id or link")
    if content.get("link") and urlsplit(str(content["link"])).scheme not in ("http", "https"):
        raise Refusal(100, f"{kind}.link is not a URL")
    if content.get("caption") is not None:
        if kind in ("audio", "sticker"):
            raise Refusal(100, f"{kind} takes no caption")
        _length(f"{kind}.caption", content["caption"], CAPTION)


def check_interactive(content: Mapping[str, Any]) -> None:
    kind, action = content.get("type"), content.get("action")
    if kind not in ("button", "list", "cta_url", "location_request_message", *graph_payments.KINDS):
        raise Refusal(100, "Param interactive['type'] is not one of the supported types")
    if not isinstance(action, Mapping):
        raise Refusal(131008, "interactive.action is required")
    body = content.get("body")
    _length("body.text", body.get("text") if isinstance(body, Mapping) else None,
            LIST_BODY if kind == "list" else BUTTON_BODY)  # fmt: skip
    if footer := content.get("footer"):
        _length("footer.text", footer.get("text"), FOOTER_TEXT)
    if header := content.get("header"):
        _check_header(str(kind), header)
    if kind == "button":
        _check_buttons(action.get("buttons") or ())
    elif kind == "list":
        _check_list(action)
    elif kind == "cta_url":
        _check_url(action)
    elif kind in graph_payments.KINDS:
        if problem := graph_payments.wrong(str(kind), action):
            raise Refusal(131009, problem)
    elif action.get("name") != "send_location":
        raise Refusal(131009, "action.name must be send_location")


def _check_header(kind: str, header: Mapping[str, Any]) -> None:
    what = header.get("type")
    if what == "text":
        _length("header.text", header.get("text"), HEADER_TEXT)
    elif what in ("image", "video", "document") and kind in ("button", "cta_url"):
        check_media(str(what), header.get(what) or {})
    else:
        raise Refusal(131009, f"header type {what} is not allowed for {kind}")


def _check_buttons(buttons: Sequence[Mapping[str, Any]]) -> None:
    if not 1 <= len(buttons) <= BUTTONS:
        raise Refusal(131009, f"Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: {BUTTONS}")
    replies = [button.get("reply") or {} for button in buttons]
    for button, reply in zip(buttons, replies, strict=True):
        if button.get("type") != "reply":
            raise Refusal(131009, "button type must be reply")
        _length("Button title", reply.get("title"), BUTTON_TITLE)
        _id("Button id", reply.get("id"), BUTTON_ID)
    _unique("Button id", [reply["id"] for reply in replies])
    _unique("Button title", [reply["title"] for reply in replies])


def _check_list(action: Mapping[str, Any]) -> None:
    _length("action.button", action.get("button"), BUTTON_TITLE)
    sections = action.get("sections") or ()
    if not 1 <= len(sections) <= SECTIONS:
        raise Refusal(131009, f"Invalid sections count. Min: 1, Max: {SECTIONS}")
    rows = [row for section in sections for row in section.get("rows") or ()]
    if not 1 <= len(rows) <= ROWS:
        raise Refusal(131009, f"Total row count exceed max allowed count: {ROWS}")
    for section in sections:
        _length("Section title", section.get("title"), SECTION_TITLE, missing_ok=len(sections) == 1)
        if not section.get("rows"):
            raise Refusal(131009, "Each section needs at least one row")
    for row in rows:
        _length("Row title", row.get("title"), ROW_TITLE)
        _length("Row description", row.get("description"), ROW_DESCRIPTION, missing_ok=True)
        _id("Row id", row.get("id"), ROW_ID)
    _unique("Row id", [row["id"] for row in rows])


def _check_url(action: Mapping[str, Any]) -> None:
    parameters = action.get("parameters") or {}
    if action.get("name") != "cta_url":
        raise Refusal(131009, "action.name must be cta_url")
    _length("display_text", parameters.get("display_text"), BUTTON_TITLE)
    if urlsplit(str(parameters.get("url"))).scheme not in ("http", "https"):
        raise Refusal(131009, "url must begin with http:// or https://")


def recipient(message: Mapping[str, Any]) -> str:
    """The address a message is for: digits of a number, or a business-scoped user id. Raises Refusal."""
    to = str(message.get("to") or message.get("recipient") or "")
    if not to:
        raise Refusal(131008, "The parameter to is required")
    if message.get("recipient_type", "individual") != "individual":
        raise Refusal(100, "Param recipient_type: groups are not open to this number")
    if re.fullmatch(r"[A-Z]{2}\.[0-9A-Za-z]{1,128}", to):
        return to
    digits = re.sub(r"[\s()+-]", "", to)
    if not re.fullmatch(r"[1-9]\d{6,14}", digits):
        raise Refusal(131009, "to is not a phone number")
    return digits


def _length(name: str, value: Any, most: int, *, missing_ok: bool = False) -> None:
    if value in (None, "") and missing_ok:
        return
    if not isinstance(value, str) or not value.strip():
        raise Refusal(131008 if value is None else 131009, f"{name} is required and may not be empty")
    if len(value) > most:
        raise Refusal(131009, f"{name} length invalid. Min length: 1, Max length: {most}")


def _id(name: str, value: Any, most: int) -> None:
    _length(name, value, most)
    if value != value.strip():
        raise Refusal(131009, f"{name} may not begin or end with a space")


def _unique(name: str, values: Sequence[str]) -> None:
    if len(set(values)) != len(values):
        raise Refusal(131009, f"{name}s must be unique")
