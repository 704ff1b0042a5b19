"""Telegram's objects as updates carry them. Pure. Source: https://core.telegram.org/bots/api#available-types"""

import re
from typing import Any

from bot.simulator.botapi_rules import units
from bot.simulator.phone import Phone, TelegramBot


def bot_user(bot: TelegramBot) -> dict[str, Any]:
    return {"id": bot.id, "is_bot": True, "first_name": bot.name, "username": bot.username}


def user(phone: Phone) -> dict[str, Any]:
    return {"id": int(phone.address), "is_bot": False, "first_name": phone.name, "language_code": "en"}


def private_chat(phone: Phone) -> dict[str, Any]:
    return {"id": int(phone.address), "first_name": phone.name, "type": "private"}


def written_message(phone: Phone, number: int, at: float, content: dict[str, Any]) -> dict[str, Any]:
    """A message of the phone; a leading /command gets its entity."""
    message = {"message_id": number, "from": user(phone), "chat": private_chat(phone), "date": int(at), **content}
    if command := re.match(r"/[A-Za-z0-9_]{1,32}", str(content.get("text", ""))):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": units(command[0])}]
    return message


def blocked_update(phone: Phone, bot: TelegramBot, at: float, blocked: bool) -> dict[str, Any]:
    """my_chat_member: the person stopped or restarted the bot."""
    member, kicked = (
        {"user": bot_user(bot), "status": "member"},
        {"user": bot_user(bot), "status": "kicked", "until_date": 0},
    )
    old, new = (member, kicked) if blocked else (kicked, member)
    change = {
        "chat": private_chat(phone),
        "from": user(phone),
        "date": int(at),
        "old_chat_member": old,
        "new_chat_member": new,
    }
    return {"my_chat_member": change}
