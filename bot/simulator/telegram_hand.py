"""What a hand on a Telegram phone can do. It becomes a bubble and an update."""

import time
from typing import Any

from bot.simulator.botapi import new_query
from bot.simulator.phone import Phone
from bot.simulator.store import Message
from bot.simulator.telegram_events import blocked_update, user, written_message
from bot.simulator.whatsapp_hand import Act, NoSuchThing
from bot.simulator.world import World


def perform(world: World, phone: Phone, act: Act) -> Message | None:
    """Do one act; the bubble it makes, None for a pressed inline button. Raises NoSuchThing, KeyError."""
    if act["act"] == "tap":
        _press(world, phone, act)
        return None
    kind, content = _content(world, act)
    if reply_to := act.get("reply_to"):
        target = _seen(world, phone, str(reply_to))
        content["reply_to_message"] = {k: v for k, v in target.body.items() if k != "reply_to_message"}
    world.wrote(phone)
    number = world.store.new_message_id()
    body = written_message(phone, number, time.time(), content)
    message = world.store.add_message(
        "telegram", phone.address, mine=True, vendor_id=str(number), kind=kind, body=body, status="sent"
    )
    world.store.post("telegram", phone.address, {"message": body}, message.id)
    return message


def block(world: World, phone: Phone, blocked: bool) -> None:
    """The owner blocks or unblocks the bot."""
    world.chat(phone)
    world.store.change_chat("telegram", phone.address, blocked=int(blocked))
    world.store.post("telegram", phone.address, blocked_update(phone, world.bot, time.time(), blocked))


def _press(world: World, phone: Phone, act: Act) -> None:
    message = _seen(world, phone, str(act["message"]))
    rows = message.body.get("reply_markup", {}).get("inline_keyboard", ())
    if not any(button.get("callback_data") == act["id"] for row in rows for button in row):
        raise NoSuchThing(str(act["id"]))
    query: dict[str, Any] = {"id": new_query(world), "from": user(phone), "message": message.body,
                             "chat_instance": phone.address, "data": str(act["id"])}  # fmt: skip
    world.store.post("telegram", phone.address, {"callback_query": query})


def _content(world: World, act: Act) -> tuple[str, dict[str, Any]]:
    match act["act"]:
        case "text":
            return "text", {"text": str(act["text"])}
        case "location":
            place = {"latitude": float(act["latitude"]), "longitude": float(act["longitude"])}
            return "location", {"location": place}
        case "contact":
            return "contact", {"contact": {"phone_number": "+" + str(act["number"]), "first_name": str(act["name"])}}
        case "photo":
            size = _file(world, act) | {"width": 800, "height": 800}
            return "photo", {"photo": [size]} | ({"caption": str(act["caption"])} if act.get("caption") else {})
        case "document":
            mime, filename, _ = world.store.media(str(act["media"])) or ("", "", b"")
            return "document", {"document": _file(world, act) | {"file_name": filename, "mime_type": mime}}
        case "voice":
            return "voice", {"voice": _file(world, act) | {"duration": 3, "mime_type": "audio/ogg"}}
        case unknown:
            raise NoSuchThing(str(unknown))


def _file(world: World, act: Act) -> dict[str, Any]:
    media_id = str(act["media"])
    found = world.store.media(media_id)
    if found is None:
        raise NoSuchThing(media_id)
    return {"file_id": media_id, "file_unique_id": media_id, "file_size": len(found[2])}


def _seen(world: World, phone: Phone, vendor_id: str) -> Message:
    message = world.store.message("telegram", vendor_id, phone.address)
    if message is None or message.kind == "deleted":
        raise NoSuchThing(vendor_id)
    return message
