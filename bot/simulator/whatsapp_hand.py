"""What a hand on a WhatsApp phone can do: type, tap, choose, attach. It becomes a bubble and a signed event."""

import hashlib
import secrets
import time
from typing import Any

from bot.simulator.meta_events import message_event, user_id
from bot.simulator.phone import Phone
from bot.simulator.store import Message
from bot.simulator.world import World

Act = dict[str, Any]


class NoSuchThing(Exception):
    """The act names a button, row or message that is not on this phone."""


def perform(world: World, phone: Phone, act: Act) -> Message:
    """Do one act; the bubble it makes. Raises NoSuchThing, KeyError on a missing field."""
    body = _body(world, phone, act)
    context = _context(world, phone, str(act.get("message") or act.get("reply_to") or ""))
    if context and body["type"] != "reaction":
        body["context"] = context
    vendor_id = "wamid." + secrets.token_urlsafe(24)
    body = {"id": vendor_id, "timestamp": str(int(time.time())), **body}
    world.wrote(phone)
    message = world.store.add_message(
        "whatsapp", phone.address, mine=True, vendor_id=vendor_id, kind=body["type"], body=body, status="sent"
    )
    event = message_event(world.account, phone.address, phone.name, body)
    world.store.post("whatsapp", phone.address, event, message.id)
    return message


def _body(world: World, phone: Phone, act: Act) -> Act:
    match act["act"]:
        case "text":
            return {"type": "text", "text": {"body": str(act["text"])}}
        case "tap":
            return _tap(_seen(world, phone, act["message"]), str(act["id"]))
        case "location":
            place = {"latitude": float(act["latitude"]), "longitude": float(act["longitude"])}
            return {"type": "location", "location": place | ({"name": act["name"]} if act.get("name") else {})}
        case "contact":
            number = str(act["number"])
            return {"type": "contacts", "contacts": [
                {"name": {"formatted_name": act["name"], "first_name": act["name"]},
                 "phones": [{"phone": "+" + number, "wa_id": number, "type": "CELL"}]}]}  # fmt: skip
        case "photo" | "document" as what:
            return _file(world, "image" if what == "photo" else "document", act)
        case "voice":
            body = _file(world, "audio", act)
            body["audio"] |= {"voice": True, "mime_type": "audio/ogg; codecs=opus"}
            return body
        case "reaction":
            target = _seen(world, phone, act["message"])
            return {"type": "reaction", "reaction": {"message_id": target.vendor_id, "emoji": str(act["emoji"])}}
        case "unsupported":
            error = {"code": 131051, "title": "Message type unknown", "message": "Message type unknown",
                     "error_data": {"details": "Message type is currently not supported."}}  # fmt: skip
            return {"type": "unsupported", "errors": [error], "unsupported": {"type": "poll_creation"}}
        case unknown:
            raise NoSuchThing(str(unknown))


def _tap(message: Message, wanted: str) -> Act:
    """A reply button, a list row or a template's quick reply, found in the message by its id."""
    for button in message.body.get("shown", {}).get("buttons", ()):
        if button["payload"] == wanted:
            return {"type": "button", "button": {"payload": wanted, "text": button["text"]}}
    interactive = message.body.get("interactive", {})
    action = interactive.get("action", {})
    for button in action.get("buttons", ()):
        if button["reply"]["id"] == wanted:
            reply = {"id": wanted, "title": button["reply"]["title"]}
            return {"type": "interactive", "interactive": {"type": "button_reply", "button_reply": reply}}
    for row in (row for section in action.get("sections", ()) for row in section["rows"]):
        if row["id"] == wanted:
            chosen = {name: row[name] for name in ("id", "title", "description") if row.get(name)}
            return {"type": "interactive", "interactive": {"type": "list_reply", "list_reply": chosen}}
    raise NoSuchThing(wanted)


def _file(world: World, kind: str, act: Act) -> Act:
    found = world.store.media(str(act["media"]))
    if found is None:
        raise NoSuchThing(str(act["media"]))
    mime, filename, data = found
    told = {"id": str(act["media"]), "mime_type": mime, "sha256": hashlib.sha256(data).hexdigest()}
    if act.get("caption"):
        told["caption"] = str(act["caption"])
    if kind == "document":
        told["filename"] = filename
    return {"type": kind, kind: told}


def _context(world: World, phone: Phone, vendor_id: str) -> Act | None:
    """Which message this answers; list and button replies always say it."""
    if not vendor_id:
        return None
    target = _seen(world, phone, vendor_id)
    sender = phone.address if target.mine else world.account.display_number
    context = {"from": sender, "id": target.vendor_id}
    return context | ({"from_user_id": user_id(world.account, phone.address)} if target.mine else {})


def _seen(world: World, phone: Phone, vendor_id: str) -> Message:
    message = world.store.message("whatsapp", str(vendor_id), phone.address)
    if message is None or message.status == "failed":
        raise NoSuchThing(str(vendor_id))
    return message
