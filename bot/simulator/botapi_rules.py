"""What the Bot API refuses, in its own words. Pure; imports nothing of the shop.

Sources: API https://core.telegram.org/bots/api (limits and fields by method), SRV the descriptions of the open
server tdlib/telegram-bot-api (telegram-bot-api/Client.cpp) and of Telegram itself (errors in capitals). Lengths of
texts are UTF-16 units, after entities are taken out of the text (API "Formatting options", MessageEntity.offset).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

TEXT = 4096  # API sendMessage.text
CAPTION = 1024  # API sendPhoto.caption
CALLBACK_DATA = 64  # API InlineKeyboardButton.callback_data, bytes
BUTTONS = 100  # SRV: more buttons in one inline keyboard are refused ("reply markup is too long")
CALLBACK_ANSWER = 200  # API answerCallbackQuery.text
START_PAYLOAD = 64  # API Deep linking: A-Z a-z 0-9 _ -
PHOTO_BYTES = 10 << 20  # API Sending files
UPLOAD_BYTES = 50 << 20  # API Sending files
COMMANDS = 100  # API setMyCommands
TAGS = {  # API HTML style
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip


@dataclass
class Refused(Exception):
    """An answer with ok=false: HTTP status and error_code, description, parameters."""

    code: int
    description: str
    parameters: dict[str, Any] = field(default_factory=dict)

    def body(self) -> dict[str, Any]:
        told: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return told | ({"parameters": self.parameters} if self.parameters else {})


def bad(description: str) -> Refused:
    return Refused(400, f"Bad Request: {description}")


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def check_text(text: str, entities: list[dict[str, Any]]) -> None:
    if not text.strip():
        raise bad("message text is empty")
    if units(text) > TEXT:
        raise bad("message is too long")
    _check_entities(text, entities)


def check_caption(text: str, entities: list[dict[str, Any]]) -> None:
    if units(text) > CAPTION:
        raise bad("message caption is too long")
    _check_entities(text, entities)


def _check_entities(text: str, entities: list[dict[str, Any]]) -> None:
    for entity in entities:
        if entity["offset"] < 0 or entity["length"] < 1 or entity["offset"] + entity["length"] > units(text):
            raise bad("entity beginning or length is out of the text: ENTITY_BOUNDS_INVALID")


def check_markup(markup: Any, own_address: str) -> None:
    """A reply_markup. Buttons may open https (SRV: other addresses are "Wrong HTTP URL"); the stand-in allows the
    shop's own address beside it, because a practice shop has no certificate."""
    if not isinstance(markup, Mapping):
        raise bad("object expected as reply markup")
    if "inline_keyboard" not in markup:
        if not ({"keyboard", "remove_keyboard", "force_reply"} & markup.keys()):
            raise bad("can't parse reply keyboard markup JSON object")
        return
    buttons = [button for row in markup["inline_keyboard"] for button in row]
    if len(buttons) > BUTTONS:
        raise bad("reply markup is too long")
    for button in buttons:
        _check_button(button, own_address)


def _check_button(button: Mapping[str, Any], own_address: str) -> None:
    if not str(button.get("text", "")).strip():
        raise bad('can\'t parse inline keyboard button: Field "text" must be of type String and not empty')
    if "callback_data" in button:
        if not 1 <= len(str(button["callback_data"]).encode()) <= CALLBACK_DATA:
            raise bad("BUTTON_DATA_INVALID")
    elif "url" in button:
        url = str(button["url"])
        if urlsplit(url).scheme not in ("https", "tg") and not url.startswith(own_address + "/"):
            raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    elif not ({"switch_inline_query", "switch_inline_query_current_chat", "web_app", "copy_text", "pay"}
              & button.keys()):  # fmt: skip
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[tuple[str, int, str | None]] = []
        self.entities: list[dict[str, Any]] = []

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            raise bad(f'can\'t parse entities: Unsupported start tag "{tag}"')
        self.open.append((tag, units(self.text), dict(attrs).get("href")))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            raise bad(f'can\'t parse entities: Unmatched end tag "{tag}"')
        _, offset, href = self.open.pop()
        entity = {"type": TAGS[tag], "offset": offset, "length": units(self.text) - offset}
        if entity["length"]:
            self.entities.append(entity | ({"url": href} if href else {}))


def formatted(text: str, parse_mode: str | None) -> tuple[str, list[dict[str, Any]]]:
    """The text without its markup, and the entities. Only HTML is played; the shop uses no other."""
    if not parse_mode:
        return text, []
    if parse_mode.lower() != "html":
        raise bad("unsupported parse_mode")
    parser = _Tags()
    parser.feed(text)
    parser.close()
    if parser.open:
        raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{parser.open[-1][0]}\"")
    return parser.text, parser.entities
