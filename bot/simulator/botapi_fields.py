"""Reading a Bot API call and writing a message back to the bot."""

import json
from typing import Any

from starlette.requests import Request

from bot.simulator.botapi_rules import UPLOAD_BYTES, bad, check_caption, formatted

Fields = dict[str, Any]


async def read_fields(request: Request) -> Fields:
    """The fields of a call, JSON values read; uploads stay UploadFile."""
    if request.headers.get("content-type", "").startswith("application/json"):
        return dict(json.loads(await request.body() or b"{}"))
    form = await request.form(max_part_size=UPLOAD_BYTES + 1024)
    fields: Fields = dict(request.query_params) | dict(form.items())
    for name in (
        "reply_markup",
        "entities",
        "caption_entities",
        "reply_parameters",
        "commands",
        "link_preview_options",
    ):
        if isinstance(fields.get(name), str):
            try:
                fields[name] = json.loads(fields[name])
            except ValueError:
                raise bad(f"can't parse {name} JSON object") from None
    return fields


def words(fields: Fields, text: str, entities: str) -> tuple[str, list[Fields]]:
    plain, found = formatted(str(fields.get(text) or ""), fields.get("parse_mode"))
    return plain, found or list(fields.get(entities) or [])


def caption(fields: Fields) -> Fields:
    text, entities = words(fields, "caption", "caption_entities")
    check_caption(text, entities)
    return {"caption": text, "caption_entities": entities}


def told(message: Fields) -> Fields:
    """The message as the bot is told: custom keyboards are not repeated to it."""
    markup = message.get("reply_markup") or {}
    return {k: v for k, v in message.items() if k != "reply_markup" or "inline_keyboard" in markup}
