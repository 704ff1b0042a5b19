"""Stand-in for Telegram's Bot API: the methods a shop calls, below /sim/bot<token>/METHOD."""

import asyncio
import json
import logging
import secrets
import time
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.simulator import media
from bot.simulator.botapi_fields import Fields, caption, read_fields, told, words
from bot.simulator.botapi_rules import (
    CALLBACK_ANSWER,
    COMMANDS,
    PHOTO_BYTES,
    UPLOAD_BYTES,
    Refused,
    bad,
    check_markup,
    check_text,
)
from bot.simulator.faults import LostAnswer
from bot.simulator.phone import Phone
from bot.simulator.store import Message
from bot.simulator.telegram_events import bot_user, private_chat
from bot.simulator.world import World

ACTION_SECONDS = 5  # API sendChatAction: "The status is set for 5 seconds or less"
log = logging.getLogger("haat.simulator")
QUERY_SECONDS = 3600  # a callback query older than this is "too old"; Telegram does not say how long


class BotApi:
    def __init__(self, world: World) -> None:
        self.world = world

    def routes(self) -> list[Route]:
        return [
            Route("/sim/bot{token}/{method}", self.call, methods=["GET", "POST"]),
            Route("/sim/file/bot{token}/{path:path}", self.file),
        ]

    async def call(self, request: Request) -> Response:
        try:
            if request.path_params["token"] != self.world.bot.token:
                raise Refused(401, "Unauthorized")
            name = request.path_params["method"]
            method = getattr(self, f"do_{name}", None)
            if method is None:
                raise Refused(404, "Not Found")
            fields = await read_fields(request)
            fault = self.world.faults.take("botapi", name, str(fields.get("chat_id", "")))
            if fault and fault.how == "refuse":
                parameters = {"retry_after": fault.retry_after} if fault.code == 429 else {}
                usual = {429: f"Too Many Requests: retry after {fault.retry_after}",
                        403: "Forbidden: bot was blocked by the user"}  # fmt: skip
                description = fault.description or usual.get(fault.code, "Internal Server Error")
                raise Refused(fault.code, description, parameters)
            result = await method(fields)
            return LostAnswer() if fault and fault.how == "lose" else JSONResponse({"ok": True, "result": result})
        except Refused as refused:
            log.info("refused like Telegram: %s %s", refused.code, refused.description)
            return JSONResponse(refused.body(), refused.code)

    # sending

    async def do_getMe(self, fields: Fields) -> Fields:
        return bot_user(self.world.bot) | {"can_join_groups": True, "can_read_all_group_messages": False}

    async def do_sendMessage(self, fields: Fields) -> Fields:
        text, entities = words(fields, "text", "entities")
        check_text(text, entities)
        return await self._send(fields, "text", {"text": text, "entities": entities})

    async def do_sendPhoto(self, fields: Fields) -> Fields:
        file = await self._file_of(fields, "photo", PHOTO_BYTES)
        found = self.world.store.media(file)
        if found is None or found[0] not in ("image/jpeg", "image/png", "image/webp"):
            raise bad("IMAGE_PROCESS_FAILED")
        size = {"file_id": file, "file_unique_id": file, "width": 800, "height": 800, "file_size": len(found[2])}
        return await self._send(fields, "photo", {"photo": [size], **caption(fields)})

    async def do_sendDocument(self, fields: Fields) -> Fields:
        file = await self._file_of(fields, "document", UPLOAD_BYTES)
        mime, filename, data = self.world.store.media(file) or ("", "", b"")
        whole = {"file_id": file, "file_unique_id": file, "file_name": filename, "mime_type": mime}
        return await self._send(fields, "document", {"document": whole | {"file_size": len(data)}, **caption(fields)})

    async def do_sendLocation(self, fields: Fields) -> Fields:
        place = {"latitude": float(fields["latitude"]), "longitude": float(fields["longitude"])}
        return await self._send(fields, "location", {"location": place})

    async def do_sendChatAction(self, fields: Fields) -> bool:
        phone = await self._phone(fields)
        self.world.store.change_chat("telegram", phone.address, typing_until=time.time() + ACTION_SECONDS)
        return True

    async def _send(self, fields: Fields, kind: str, content: Fields) -> Fields:
        phone = await self._phone(fields)
        if (markup := fields.get("reply_markup")) is not None:
            check_markup(markup, self.world.app_url)
        number = self.world.store.new_message_id()
        message: Fields = {"message_id": number, "from": bot_user(self.world.bot), "chat": private_chat(phone),
                           "date": int(time.time())}  # fmt: skip
        message |= {name: value for name, value in content.items() if value not in ([], "", None)}
        if markup is not None:
            message["reply_markup"] = markup
        if reply := self._replied(fields, phone):
            message["reply_to_message"] = {k: v for k, v in reply.body.items() if k != "reply_to_message"}
        self.world.store.add_message("telegram", phone.address, mine=False, vendor_id=str(number), kind=kind,
                                     body=message, status="delivered")  # fmt: skip
        self.world.store.change_chat("telegram", phone.address, typing_until=0)
        return told(message)

    def _replied(self, fields: Fields, phone: Phone) -> Message | None:
        wanted = fields.get("reply_parameters") or {}
        if not wanted:
            return None
        found = self.world.store.message("telegram", str(wanted.get("message_id")), phone.address)
        if found is None and not wanted.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
        return found

    async def _phone(self, fields: Fields) -> Phone:
        """The chat a message is for: one that has pressed Start and has not blocked the bot."""
        phone = await self.world.find("telegram", str(fields.get("chat_id", "")))
        chat = self.world.chat(phone) if phone else None
        if phone is None or chat is None or (chat.wrote_at is None and phone.role in ("buyer", "spare")):
            raise bad("chat not found")
        if chat.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        return phone

    async def _file_of(self, fields: Fields, name: str, most: int) -> str:
        """The stored file a field names: an upload, a file_id, or a link. Its id."""
        value = fields.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            value = fields.get(value.removeprefix("attach://"))
        if isinstance(value, UploadFile):
            data = await value.read()
            if not data:
                raise bad("file must be non-empty")
            if len(data) > most:
                raise Refused(413, "Request Entity Too Large")
            return media.keep(self.world.store, data, value.content_type, value.filename or name)
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            if fetched := await media.fetch(self.world.store, value, self.world.app_url):
                return fetched
            raise bad("failed to get HTTP URL content")
        if value is None or self.world.store.media(str(value)) is None:
            raise bad("wrong file identifier/HTTP URL specified")
        return str(value)

    # changing and answering

    async def do_answerCallbackQuery(self, fields: Fields) -> bool:
        query = self.world.store.setting(f"query:{fields.get('callback_query_id')}")
        if not query or time.time() - float(query.split()[0]) > QUERY_SECONDS:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if len(str(fields.get("text", ""))) > CALLBACK_ANSWER:
            raise bad("MESSAGE_TOO_LONG")
        self.world.store.put_setting(f"query:{fields['callback_query_id']}", None)
        return True

    async def do_editMessageText(self, fields: Fields) -> Fields:
        text, entities = words(fields, "text", "entities")
        check_text(text, entities)
        return await self._edit(fields, {"text": text, "entities": entities})

    async def do_editMessageCaption(self, fields: Fields) -> Fields:
        return await self._edit(fields, caption(fields))

    async def do_editMessageReplyMarkup(self, fields: Fields) -> Fields:
        return await self._edit(fields, {})

    async def _edit(self, fields: Fields, content: Fields) -> Fields:
        phone = await self._phone(fields)
        old = self.world.store.message("telegram", str(fields.get("message_id")), phone.address)
        if old is None:
            raise bad("message to edit not found")
        if old.mine or (("text" in content) != (old.kind == "text") and content):
            raise bad("message can't be edited" if old.mine else "there is no text in the message to edit")
        if (markup := fields.get("reply_markup")) is not None:
            check_markup(markup, self.world.app_url)
        new = {name: value for name, value in old.body.items() if name not in ("reply_markup", "edit_date")}
        new |= {name: value for name, value in content.items() if value not in ([], "", None)}
        if markup is not None:
            new["reply_markup"] = markup
        if new == {name: value for name, value in old.body.items() if name != "edit_date"}:
            raise bad("message is not modified: specified new message content and reply markup are exactly the same "
                      "as a current content and reply markup of the message")  # fmt: skip
        new["edit_date"] = int(time.time())
        self.world.store.change_message(old.id, body=new)
        return told(new)

    async def do_deleteMessage(self, fields: Fields) -> bool:
        phone = await self._phone(fields)
        old = self.world.store.message("telegram", str(fields.get("message_id")), phone.address)
        if old is None:
            raise bad("message to delete not found")
        self.world.store.change_message(old.id, kind="deleted", body={})
        return True

    # updates

    async def do_setWebhook(self, fields: Fields) -> bool:
        url = str(fields.get("url") or "")
        if url and not (url.startswith(("https://", self.world.app_url))):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        self.world.store.put_setting("telegram_webhook", url)
        self.world.store.put_setting("telegram_secret", str(fields.get("secret_token") or ""))
        self.world.store.ring()
        return True

    async def do_deleteWebhook(self, fields: Fields) -> bool:
        self.world.store.put_setting("telegram_webhook", "")
        return True

    async def do_getWebhookInfo(self, fields: Fields) -> Fields:
        waiting = self.world.store.waiting_posts("telegram")
        return {"url": self.world.store.setting("telegram_webhook") or "", "has_custom_certificate": False,
                "pending_update_count": len(waiting)}  # fmt: skip

    async def do_getUpdates(self, fields: Fields) -> list[Fields]:
        """Long polling; an offset confirms every update before it."""
        if self.world.store.setting("telegram_webhook"):
            raise Refused(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to "
                               "delete the webhook first")  # fmt: skip
        offset, limit = int(fields.get("offset") or 0), int(fields.get("limit") or 100)
        end = time.monotonic() + min(float(fields.get("timeout") or 0), 50)
        for post in self.world.store.waiting_posts("telegram", 1000):
            if post.id < offset:
                self.world.store.posted(post)
        while True:
            bell = self.world.store.bell
            waiting = self.world.store.waiting_posts("telegram", limit)
            left = end - time.monotonic()
            if waiting or left <= 0:
                return [{"update_id": post.id, **post.body} for post in waiting]
            try:
                await asyncio.wait_for(bell.wait(), left)
            except TimeoutError:
                continue

    # the rest

    async def do_setMyCommands(self, fields: Fields) -> bool:
        commands = fields.get("commands") or []
        if len(commands) > COMMANDS or any(not 1 <= len(c.get("description", "")) <= 256 for c in commands):
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        self.world.store.put_setting(f"commands:{fields.get('language_code') or ''}", json.dumps(commands))
        return True

    async def do_getMyCommands(self, fields: Fields) -> Any:
        return json.loads(self.world.store.setting(f"commands:{fields.get('language_code') or ''}") or "[]")

    async def do_getFile(self, fields: Fields) -> Fields:
        found = self.world.store.media(str(fields.get("file_id")))
        if found is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        file_id = str(fields["file_id"])
        return {
            "file_id": file_id,
            "file_unique_id": file_id,
            "file_size": len(found[2]),
            "file_path": f"files/{file_id}",
        }

    async def file(self, request: Request) -> Response:
        found = self.world.store.media(request.path_params["path"].removeprefix("files/"))
        if request.path_params["token"] != self.world.bot.token or found is None:
            return PlainTextResponse("Not Found", 404)
        return Response(found[2], media_type=found[0])


def new_query(world: World) -> str:
    """The id of a fresh callback query, to be answered once."""
    query = str(secrets.randbelow(9 * 10**17) + 10**17)
    world.store.put_setting(f"query:{query}", f"{time.time()} open")
    return query
