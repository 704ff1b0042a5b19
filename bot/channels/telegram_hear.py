"""What Telegram sends us: an update into a piece, a piece into what was heard. Pure; never raises.

Shapes: core.telegram.org/bots/api#update. We read the JSON ourselves: an update newer than the client library
must be ignored on purpose, not lost to an exception.
"""

import hmac
import re
from collections.abc import Callable
from typing import Any

from actions.heard import Heard
from bot.channels import shapes
from bot.channels.channel import Piece
from bot.channels.limits import TG_START_PAYLOAD

Raw = dict[str, Any]
NAME = "telegram"
# What setWebhook and getUpdates ask for: exactly what `hear` answers.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member", "message_reaction")
# Asked for as well, but no part of any talk: answered at once beside it (bot/beside.py).
BESIDE = ("inline_query", "pre_checkout_query")
_START = re.compile(rf"/start(?:@\w+)?(?: ([A-Za-z0-9_-]{{1,{TG_START_PAYLOAD}}}))?")


def trusted(header: str | bytes | None, secret: str) -> bool:
    """Whether `X-Telegram-Bot-Api-Secret-Token` is the one we set. An empty secret trusts nobody."""
    if not header or not secret:
        return False
    try:
        given = header.encode("ascii") if isinstance(header, str) else header
    except UnicodeEncodeError:
        return False
    return hmac.compare_digest(given, secret.encode())


def split(body: Any) -> list[Piece]:
    """The one piece of an update. Groups, channels and polls are notices: nobody's turn."""
    if not isinstance(body, dict):
        return []
    number = body.get("update_id")
    known = isinstance(number, int) and not isinstance(number, bool)
    key = f"update:{number if known else shapes.fingerprint(body)}"
    sender, chat = _who(body)
    if chat is None:
        return [Piece(key, "notice", body)]
    return [Piece(key, "message", body, chat, language=shapes.text(sender, "language_code"))]


def _who(body: Raw) -> tuple[Raw, str | None]:
    """The sender and her private chat's id; no id for what was not said in private."""
    press = shapes.part(body, "callback_query")
    for name in ALLOWED_UPDATES:
        event = shapes.part(body, name)
        if not event:
            continue
        sender = shapes.part(event, "from") or shapes.part(event, "user")
        # A button of an inline message has no chat; its presser's private chat has her own id.
        chat = shapes.part(event, "chat") or shapes.part(shapes.part(press, "message"), "chat")
        if not chat and press:
            return sender, shapes.text(sender, "id")
        if shapes.text(chat, "type") in (None, "private"):
            return sender, shapes.text(chat, "id")
    return {}, None


def hear(piece: Raw, key: str) -> Heard | None:
    """What a person said. None: knowingly unanswered (service messages, groups, channels, polls, newer updates)."""
    sender, chat = _who(piece)
    if chat is None:
        return None
    for name, listen in _UPDATES.items():
        event = shapes.part(piece, name)
        heard = listen(event) if event else None
        if heard is not None:
            reply = _reference(chat, shapes.part(event, "reply_to_message"))
            return Heard(
                channel=NAME,
                key=key,
                name=_name(sender),
                language=shapes.text(sender, "language_code"),
                **{"reply_to": reply, **heard},
            )
    return None


def _name(sender: Raw) -> str | None:
    return " ".join(filter(None, (shapes.text(sender, "first_name"), shapes.text(sender, "last_name")))) or None


def _reference(chat: str, message: Raw) -> str | None:
    """A message's id as `Sent.vendor_id` holds it: Telegram's own number is unique within a chat only."""
    number = shapes.text(message, "message_id")
    return f"{chat}:{number}" if number else None


def _message(message: Raw) -> Raw | None:
    if isinstance(message.get("text"), str):
        return _text(shapes.text(message, "text") or "")
    caption = shapes.text(message, "caption") or ""
    for part, kind in _MEDIA.items():
        found = message.get(part)
        if part == "photo" and isinstance(found, list):
            found = found[-1] if found else None  # sizes ascend
        if isinstance(found, dict):
            extra = {name: found[name] for name in ("file_id", "mime_type", "file_name", "duration") if name in found}
            return {"kind": kind, "text": caption, "extra": extra}
    for listen in (_location, _contact):
        heard = listen(message)
        if heard is not None:
            return heard
    if _SERVICE.intersection(message):
        return None
    return {"kind": "unsupported", "text": caption, "extra": {"fields": sorted(set(message) - _ENVELOPE)[:8]}}


def _text(text: str) -> Raw:
    start = _START.fullmatch(text)
    if start is None:
        return {"kind": "text", "text": text}
    return {"kind": "deep_link", "text": text, "payload": start[1]}


def _location(message: Raw) -> Raw | None:
    venue = shapes.part(message, "venue")
    location = shapes.part(venue, "location") or shapes.part(message, "location")
    place = shapes.point(location.get("latitude"), location.get("longitude"))
    if place is None:
        return None
    words = [shapes.text(venue, name) for name in ("title", "address")]
    return {"kind": "location", "location": place, "text": ", ".join(filter(None, words))}


def _contact(message: Raw) -> Raw | None:
    contact = shapes.part(message, "contact")
    if not contact:
        return None
    own = shapes.text(contact, "user_id") is not None and shapes.text(contact, "user_id") == shapes.text(
        shapes.part(message, "from"), "id"
    )
    written = shapes.text(contact, "phone_number")
    digits = written.lstrip("+") if written else None
    # Telegram writes her own number internationally; one typed into a card may be a national one.
    phone = shapes.phone(digits if own else None, written)
    return {"kind": "contact", "phone": phone, "text": _name(contact) or "", "extra": {"own": own}}


def _edited(message: Raw) -> Raw | None:
    """A corrected text. A live location moves by edits, every few seconds: nothing to answer."""
    text = shapes.text(message, "text") or shapes.text(message, "caption")
    return {"kind": "edited", "text": text, "extra": {"message_id": message.get("message_id")}} if text else None


def _press(press: Raw) -> Raw:
    message = shapes.part(press, "message")
    chat = shapes.text(shapes.part(message, "chat"), "id")
    extra = {"callback_id": shapes.text(press, "id")}
    data = shapes.text(press, "data")
    heard: Raw = {"kind": "tap" if data else "unsupported", "payload": data, "extra": extra}
    heard["text"] = _label(message, data) if data else ""
    heard["reply_to"] = _reference(chat, message) if chat else None
    return heard


def _label(message: Raw, data: str) -> str:
    """What stood on the pressed button."""
    rows = shapes.part(message, "reply_markup").get("inline_keyboard")
    for row in rows if isinstance(rows, list) else ():
        for button in row if isinstance(row, list) else ():
            if isinstance(button, dict) and button.get("callback_data") == data:
                return shapes.text(button, "text") or ""
    return ""


def _member(change: Raw) -> Raw | None:
    """She blocked the bot. Unblocking is followed by /start, which is the thing to answer."""
    status = shapes.text(shapes.part(change, "new_chat_member"), "status")
    return {"kind": "blocked"} if status == "kicked" else None


def _reaction(change: Raw) -> Raw | None:
    emoji = "".join(shapes.text(one, "emoji") or "" for one in shapes.dicts(change, "new_reaction"))
    # Not her words: an emoji on an old message must not answer the question now open.
    return {"kind": "reaction", "extra": {"emoji": emoji, "message_id": change.get("message_id")}} if emoji else None


_UPDATES: dict[str, Callable[[Raw], Raw | None]] = {
    "message": _message,
    "edited_message": _edited,
    "callback_query": _press,
    "my_chat_member": _member,
    "message_reaction": _reaction,
}
_MEDIA = {
    "photo": "picture",
    "voice": "voice",
    "audio": "voice",
    "video": "video",
    "video_note": "video",
    "animation": "video",
    "document": "document",
    "sticker": "sticker",
}
# Told by Telegram about the chat, said by nobody (core.telegram.org/bots/api#message).
_SERVICE = frozenset(
    """
    new_chat_members left_chat_member new_chat_title new_chat_photo delete_chat_photo group_chat_created
    supergroup_chat_created channel_chat_created message_auto_delete_timer_changed migrate_to_chat_id
    migrate_from_chat_id pinned_message successful_payment refunded_payment users_shared chat_shared
    connected_website write_access_allowed proximity_alert_triggered boost_added chat_background_set
    forum_topic_created forum_topic_edited forum_topic_closed forum_topic_reopened general_forum_topic_hidden
    general_forum_topic_unhidden video_chat_scheduled video_chat_started video_chat_ended
    video_chat_participants_invited gift unique_gift paid_message_price_changed
    """.split()  # noqa: SIM905
)
# Fields of every message, whatever it holds.
_ENVELOPE = frozenset(
    """
    message_id from chat date reply_to_message forward_origin entities via_bot
    """.split()  # noqa: SIM905
)
