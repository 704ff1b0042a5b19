"""Telegram's Bot API, through python-telegram-bot's Bot. No updater, no handlers: our inbox takes the updates."""

import asyncio
import logging
import re
from collections.abc import Sequence
from typing import Any

import structlog
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputFile,
    InputTextMessageContent,
    LinkPreviewOptions,
    Message,
    ReplyKeyboardMarkup,
)
from telegram.constants import ChatAction
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from actions.heard import Heard
from actions.messages import Spoken
from bot.channels import limits, telegram_hear, telegram_render
from bot.channels.channel import Labels, Media, Piece, Rendered, Shared, Status, symbols
from bot.channels.outcome import AlreadyDone, OurFault, Outcome, Sent
from bot.channels.telegram_faults import outcome_of
from bot.channels.telegram_hear import ALLOWED_UPDATES, BESIDE, trusted
from catalog import qr

__all__ = ["Telegram", "trusted"]
log = structlog.get_logger()
API = "https://api.telegram.org"
CHAT = re.compile(r"-?\d{1,20}", re.ASCII)
Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup


class _Bot(Bot):
    """The library's bot, and updates as Telegram wrote them.

    `Bot.get_updates` makes objects of a whole batch: one update it cannot read (a newer Bot API) would stop polling."""

    async def raw_updates(self, offset: int | None, wait: int) -> list[dict[str, Any]]:
        data: dict[str, Any] = {"offset": offset, "timeout": wait, "limit": limits.TG_POLL_UPDATES}
        data |= {"allowed_updates": [*ALLOWED_UPDATES, *BESIDE]}
        updates = await self._post("getUpdates", data, read_timeout=wait + 10)
        found = updates if isinstance(updates, list) else []
        return [update for update in found if isinstance(update, dict) and isinstance(update.get("update_id"), int)]


class Telegram:
    """The shop's bot. `media` gives the bytes behind a media name; they are uploaded once and then sent by id."""

    name = telegram_hear.NAME

    def __init__(
        self,
        *,
        token: str,
        api_url: str | None = None,
        media: Media | None = None,
        labels: Labels = symbols,
    ) -> None:
        self._token = token
        self._base_url = f"{(api_url or API).rstrip('/').removesuffix('/bot')}/bot"
        self._media = media
        self._labels = labels
        self._files: dict[str, str] = {}  # media name → Telegram's file id; lost without harm
        self._requests: tuple[HTTPXRequest, HTTPXRequest] | None = None
        self._open_bot: _Bot | None = None

    async def open(self) -> None:
        """Makes the client; nothing is asked of the platform, so that the shop opens while Telegram is away."""
        # At INFO httpx writes each address, and in Telegram's stands the token.
        for name in ("httpx", "httpcore", "telegram"):
            logging.getLogger(name).setLevel(logging.WARNING)
        polling = HTTPXRequest(connection_pool_size=2, connect_timeout=10)
        calls = HTTPXRequest(connection_pool_size=32, read_timeout=30, connect_timeout=10, pool_timeout=30)
        self._requests = (polling, calls)
        self._open_bot = _Bot(self._token, base_url=self._base_url, request=calls, get_updates_request=polling)

    async def close(self) -> None:
        for request in self._requests or ():
            await request.shutdown()
        self._requests = self._open_bot = None

    @property
    def _bot(self) -> _Bot:
        if self._open_bot is None:
            raise RuntimeError("the channel is not open")
        return self._open_bot

    def split(self, body: Any) -> list[Piece]:
        return telegram_hear.split(body)

    def hear(self, piece: dict[str, Any], key: str) -> Heard | None:
        return telegram_hear.hear(piece, key)

    def status(self, piece: dict[str, Any]) -> Status | None:
        return None  # Telegram tells nothing after the answer to a send

    def render(self, message: Spoken, language: str, window_open: bool) -> Rendered:
        return telegram_render.render(message, language, self._labels)

    async def send(self, address: str, payload: dict[str, Any], key: str) -> Outcome:
        """Makes one rendered call. Telegram carries no key of ours; a lost answer stays ambiguous."""
        if not CHAT.fullmatch(address):
            return OurFault("not a Telegram chat", "none")
        try:
            return await self._call(int(address), payload)
        except TelegramError as fault:
            outcome = outcome_of(fault)
            if not (isinstance(outcome, OurFault) and outcome.remedy == "media" and self._forget(payload)):
                return outcome
        try:  # the remembered file went stale: once more with its bytes
            return await self._call(int(address), payload)
        except TelegramError as fault:
            return outcome_of(fault)

    async def _call(self, chat: int, payload: dict[str, Any]) -> Outcome:
        markup = _markup(payload.get("reply_markup"))
        match payload["method"]:
            case "sendMessage":
                message = await self._say(chat, payload["text"], markup)
            case "sendPhoto":
                photo = await self._file(payload["photo"], limits.TG_PHOTO_BYTES)
                if photo is None:
                    return await self._words(chat, payload, markup)
                message = await self._bot.send_photo(chat, photo, caption=payload.get("caption"), reply_markup=markup)
                self._remember(payload["photo"], message.photo[-1].file_id if message.photo else None)
            case "sendDocument":
                file = await self._file(payload["document"], limits.TG_DOCUMENT_BYTES)
                if file is None:
                    return await self._words(chat, payload, markup)
                message = await self._bot.send_document(chat, file, caption=payload.get("caption"), reply_markup=markup)
            case method:
                return OurFault(f"no call {method!r}", "none")
        return Sent(f"{chat}:{message.message_id}")

    async def _say(self, chat: int, text: str, markup: Markup | None) -> Message:
        preview = LinkPreviewOptions(is_disabled=True)
        return await self._bot.send_message(chat, text, reply_markup=markup, link_preview_options=preview)

    async def _words(self, chat: int, payload: dict[str, Any], markup: Markup | None) -> Outcome:
        """The picture cannot be had: its words alone, and nothing where a text of its own follows."""
        if not payload.get("caption"):
            return AlreadyDone()
        message = await self._say(chat, payload["caption"], markup)
        return Sent(f"{chat}:{message.message_id}")

    async def _file(self, slot: dict[str, Any], limit: int) -> str | InputFile | None:
        if "qr" in slot:
            return InputFile(await asyncio.to_thread(qr.png, slot["qr"], False), filename="upi.png")
        name = slot["media"]
        if name in self._files:
            return self._files[name]
        try:
            data = await asyncio.to_thread(self._media, name) if self._media else b""
        except (OSError, LookupError, ValueError) as fault:
            log.warning("media_missing", media=name, fault=type(fault).__name__)
            return None
        if not data or len(data) > limit:
            log.warning("media_unfit", media=name, size=len(data))
            return None
        return InputFile(data, filename=slot.get("filename", name))

    def _remember(self, slot: dict[str, Any], file_id: str | None) -> None:
        if file_id and "media" in slot:
            self._files[slot["media"]] = file_id

    def _forget(self, payload: dict[str, Any]) -> bool:
        slot = payload.get("photo") or payload.get("document") or {}
        return self._files.pop(slot.get("media", ""), None) is not None

    async def typing(self, address: str, heard: Heard) -> None:
        """Ends the pressed button's waiting sign, or shows that an answer is coming; as good as it goes."""
        callback = heard.extra.get("callback_id")
        try:
            if callback:
                await self._bot.answer_callback_query(str(callback))
            elif CHAT.fullmatch(address):
                await self._bot.send_chat_action(int(address), ChatAction.TYPING)
        except TelegramError as fault:
            log.info("typing_not_shown", channel=self.name, fault=type(fault).__name__)

    async def answer_inline(self, query: str, goods: Sequence[Shared], open_label: str) -> None:
        """Cards to share in any chat; each opens the shop on its product. Raises telegram.error.TelegramError."""
        found = [
            InlineQueryResultArticle(
                id=one.sku,
                title=one.title,
                description=one.hint or None,
                input_message_content=InputTextMessageContent(one.words),
                reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton(open_label, url=one.link)]]),
            )
            for one in goods[: limits.TG_INLINE_RESULTS]
        ]
        await self._bot.answer_inline_query(query, found, cache_time=60)

    async def refuse_checkout(self, query: str, why: str) -> None:
        """Telegram waits ten seconds for this. Raises telegram.error.TelegramError."""
        await self._bot.answer_pre_checkout_query(query, ok=False, error_message=why)

    async def get_updates(self, offset: int | None, wait: int) -> list[dict[str, Any]]:
        """Updates from `offset` on, waiting up to `wait` seconds for one. Raises telegram.error.TelegramError.

        Asking with a higher offset makes Telegram forget the earlier ones: store them first."""
        return await self._bot.raw_updates(offset, wait)

    async def set_webhook(self, url: str, secret: str) -> None:
        """Has updates posted to `url` with our secret. Raises telegram.error.TelegramError."""
        await self._bot.set_webhook(url, secret_token=secret, allowed_updates=[*ALLOWED_UPDATES, *BESIDE])

    async def delete_webhook(self) -> None:
        """Needed before polling; waiting updates are kept. Raises telegram.error.TelegramError."""
        await self._bot.delete_webhook(drop_pending_updates=False)


def _markup(data: dict[str, Any] | None) -> Markup | None:
    if data is None:
        return None
    return InlineKeyboardMarkup.de_json(data) if "inline_keyboard" in data else ReplyKeyboardMarkup.de_json(data)
