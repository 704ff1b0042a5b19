"""What WhatsApp sends us: webhook bodies into single pieces, pieces into what was heard. Pure; never raises.

Shapes: developers.facebook.com/docs/whatsapp/cloud-api/webhooks/{components,payload-examples} and
…/business-messaging/whatsapp/business-scoped-user-ids (a person may hide her number: `wa_id` is then missing).
"""

import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from typing import Any

from actions.heard import Heard
from bot.channels import shapes
from bot.channels.channel import Moved, Piece, Status
from bot.channels.whatsapp_faults import of_status

Raw = dict[str, Any]
NAME = "whatsapp"
# Fields of India's address message in the order a person would write them.
_ADDRESS = (
    "name",
    "phone_number",
    "house_number",
    "floor_number",
    "tower_number",
    "building_name",
    "address",
    "landmark_area",
    "city",
    "state",
    "in_pin_code",
)


def signed(body: bytes, header: str | bytes | None, secret: str) -> bool:
    """Whether `X-Hub-Signature-256` is ours over the raw body. An empty secret trusts nobody."""
    if not header or not secret:
        return False
    try:
        given = header.encode("ascii") if isinstance(header, str) else header
    except UnicodeEncodeError:
        return False
    expected = "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(given, expected.encode())


def split(body: Any) -> list[Piece]:
    """One piece for each message, status and notice in a webhook body: every entry × change × item."""
    pieces: list[Piece] = []
    for entry in shapes.dicts(body, "entry"):
        for change in shapes.dicts(entry, "changes"):
            value = shapes.part(change, "value")
            if change.get("field") == "messages" and (value.get("messages") or value.get("statuses")):
                pieces += [_message(value, message) for message in shapes.dicts(value, "messages")]
                pieces += [_status(value, status) for status in shapes.dicts(value, "statuses")]
            else:
                pieces.append(_notice(entry, change))
    return pieces


def _message(value: Raw, message: Raw) -> Piece:
    contact = _contact(value, message)
    wa_id = shapes.text(contact, "wa_id") or shapes.text(message, "from")
    known = shapes.text(message, "from_user_id") or shapes.text(contact, "user_id")
    system = shapes.part(message, "system")
    # After a change of number the old one (`from`) leads to her identity, the new one is where answers go.
    moved = shapes.text(system, "wa_id") or shapes.text(system, "new_wa_id")
    user_id = shapes.text(system, "user_id") or known
    raw = {"message": message, "contact": contact, "metadata": shapes.part(value, "metadata")}
    key = shapes.text(message, "id") or shapes.fingerprint(raw)
    address = None if message.get("group_id") else user_id or moved or wa_id
    changed = (shapes.text(system, "type") or "").startswith("user_changed")
    who = Moved(tuple(old for old in (known, wa_id) if old), moved) if changed else None
    return Piece(f"messages:{key}", "message", raw, address, wa_id, moved=who)


def _contact(value: Raw, message: Raw) -> Raw:
    """The sender's card among the contacts of a batch; the only one when it names nobody."""
    contacts = list(shapes.dicts(value, "contacts"))
    for contact in contacts:
        if contact.get("wa_id") and contact.get("wa_id") == message.get("from"):
            return contact
        if contact.get("user_id") and contact.get("user_id") == message.get("from_user_id"):
            return contact
    alone = len(contacts) == 1 and len(list(shapes.dicts(value, "messages"))) == 1
    return contacts[0] if alone else {}


def _status(value: Raw, status: Raw) -> Piece:
    raw = {"status": status, "metadata": shapes.part(value, "metadata")}
    name = shapes.text(status, "id") or shapes.fingerprint(raw)
    wa_id = shapes.text(status, "recipient_id")
    address = shapes.text(status, "recipient_user_id") or wa_id
    return Piece(f"statuses:{name}:{shapes.text(status, 'status') or 'unknown'}", "status", raw, address, wa_id)


def _notice(entry: Raw, change: Raw) -> Piece:
    """Account, template and quality updates; the entry's time tells two equal ones from one delivered twice."""
    raw = {"field": change.get("field"), "value": change.get("value"), "id": entry.get("id"), "time": entry.get("time")}
    field = shapes.text(change, "field") or "unknown"
    return Piece(f"{field}:{shapes.fingerprint(raw)}", "notice", raw)


def status(piece: Raw) -> Status | None:
    """What became of a message of ours; None for anything that is no status."""
    told = shapes.part(piece, "status")
    vendor_id, word = shapes.text(told, "id"), shapes.text(told, "status")
    if not vendor_id or not word:
        return None
    outcome = of_status(told.get("errors")) if word == "failed" else None
    return Status(vendor_id, word, shapes.text(told, "biz_opaque_callback_data"), outcome)


def hear(piece: Raw, key: str) -> Heard | None:
    """What a person said. None: knowingly unanswered (deleted message, group talk, odd event of the platform)."""
    message = shapes.part(piece, "message")
    kind = shapes.text(message, "type")
    if not message or message.get("group_id") or kind in _SILENT:
        return None
    heard = _KINDS.get(kind or "", _unsupported)(message)
    if heard is None:
        return None
    context = shapes.part(message, "context")
    return Heard(
        channel=NAME,
        key=key,
        reply_to=shapes.text(context, "id"),
        name=shapes.text(shapes.part(shapes.part(piece, "contact"), "profile"), "name"),
        **heard,
    )


# request_welcome: the chat was opened, nothing said yet · revoke: she took her message back · ephemeral: gone.
_SILENT = frozenset({"request_welcome", "revoke", "ephemeral"})


def _text(message: Raw) -> Raw:
    found: Raw = {"kind": "text", "text": shapes.text(shapes.part(message, "text"), "body") or ""}
    referral = shapes.part(message, "referral")
    if referral:
        found["extra"] = {"referral": referral}
    return found


def _button(message: Raw) -> Raw:
    button = shapes.part(message, "button")
    return _tap(shapes.text(button, "payload"), shapes.text(button, "text"))


def _interactive(message: Raw) -> Raw | None:
    interactive = shapes.part(message, "interactive")
    kind = shapes.text(interactive, "type")
    if kind in ("button_reply", "list_reply"):
        reply = shapes.part(interactive, kind)
        return _tap(shapes.text(reply, "id"), shapes.text(reply, "title"))
    if kind == "nfm_reply":
        return _form(shapes.part(interactive, "nfm_reply"))
    if kind == "call_permission_reply":
        return None
    return _unsupported(message)


def _tap(payload: str | None, label: str | None) -> Raw:
    """A press; one that lost its payload still says its label."""
    if payload is None:
        return {"kind": "text", "text": label or ""}
    return {"kind": "tap", "payload": payload, "text": label or ""}


def _form(reply: Raw) -> Raw:
    """A filled form. An address is heard as the lines she would have typed."""
    try:
        answers = json.loads(reply.get("response_json") or "{}")
    except (TypeError, ValueError, RecursionError):
        answers = {}
    values = shapes.part(answers, "values") or (answers if isinstance(answers, dict) else {})
    lines = [str(values[name]).strip() for name in _ADDRESS if isinstance(values.get(name), str | int)]
    return {"kind": "text", "text": "\n".join(filter(None, lines)), "extra": {"form": values}}


def _media(kind: str, part: str) -> Callable[[Raw], Raw]:
    def hear_media(message: Raw) -> Raw:
        media = shapes.part(message, part)
        extra = {name: media[name] for name in ("id", "mime_type", "sha256", "filename", "voice") if name in media}
        return {"kind": kind, "text": shapes.text(media, "caption") or "", "extra": extra}

    return hear_media


def _location(message: Raw) -> Raw:
    location = shapes.part(message, "location")
    place = shapes.point(location.get("latitude"), location.get("longitude"))
    if place is None:
        return _unsupported(message)
    words = [shapes.text(location, name) for name in ("name", "address")]
    return {"kind": "location", "location": place, "text": ", ".join(filter(None, words))}


def _contacts(message: Raw) -> Raw:
    for contact in shapes.dicts(message, "contacts"):
        name = shapes.text(shapes.part(contact, "name"), "formatted_name")
        for phone in shapes.dicts(contact, "phones"):
            number = shapes.phone(shapes.text(phone, "wa_id"), shapes.text(phone, "phone"))
            if number:
                return {"kind": "contact", "phone": number, "text": name or ""}
    return {"kind": "contact"}


def _order(message: Raw) -> Raw:
    order = shapes.part(message, "order")
    items = [
        {name: item[name] for name in ("product_retailer_id", "quantity", "item_price", "currency") if name in item}
        for item in shapes.dicts(order, "product_items")
    ]
    extra = {"catalog_id": order.get("catalog_id"), "items": items}
    return {"kind": "order", "text": shapes.text(order, "text") or "", "extra": extra}


def _reaction(message: Raw) -> Raw | None:
    """An emoji on a message of ours; one taken back says nothing."""
    reaction = shapes.part(message, "reaction")
    emoji = shapes.text(reaction, "emoji")
    if not emoji:
        return None
    # Not her words: an emoji on an old message must not answer the question now open.
    return {"kind": "reaction", "extra": {"emoji": emoji, "message_id": shapes.text(reaction, "message_id")}}


def _edit(message: Raw) -> Raw:
    edit = shapes.part(message, "edit")
    inner = shapes.part(edit, "message")
    text = shapes.text(shapes.part(inner, "text"), "body")
    for part in ("image", "video", "document"):
        text = text or shapes.text(shapes.part(inner, part), "caption")
    return {"kind": "edited", "text": text or "", "extra": {"message_id": shapes.text(edit, "original_message_id")}}


def _system(message: Raw) -> Raw | None:
    """A changed number or identity: nobody spoke, but who writes must be confirmed anew."""
    system = shapes.part(message, "system")
    extra = {name: system[name] for name in ("type", "wa_id", "new_wa_id", "user_id", "customer") if name in system}
    return {"kind": "system", "extra": extra}


def _unsupported(message: Raw) -> Raw:
    return {"kind": "unsupported", "extra": {"type": shapes.text(message, "type")}}


_KINDS: dict[str, Callable[[Raw], Raw | None]] = {
    "text": _text,
    "button": _button,
    "interactive": _interactive,
    "image": _media("picture", "image"),
    "audio": _media("voice", "audio"),
    "voice": _media("voice", "voice"),
    "video": _media("video", "video"),
    "document": _media("document", "document"),
    "sticker": _media("sticker", "sticker"),
    "location": _location,
    "contacts": _contacts,
    "order": _order,
    "reaction": _reaction,
    "edit": _edit,
    "system": _system,
    "unsupported": _unsupported,
}


def message_id(heard: Heard) -> str:
    """The platform's id of a heard message, out of its inbox key."""
    return heard.key.partition("messages:")[2]


def answers() -> Iterator[str]:
    """The message types that are heard, for the contract table."""
    yield from _KINDS
