"""A shop of a few lines with the real clients of both platforms, to try the simulator against before and beside
the real shop: it answers with one message of every kind, named by the text it hears."""

import asyncio
import contextlib
import io
import json
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from PIL import Image
from pywa.types import Button, Section, SectionList, SectionRow
from pywa.types.callback import URLButton
from pywa_async import WhatsApp
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.request import HTTPXRequest

from bot.simulator.app import Simulator, simulator_app
from bot.simulator.meta_events import signature
from bot.simulator.phone import MetaAccount, Phone, TelegramBot

ACCOUNT = MetaAccount("wa-token", "110000000000001", "app-secret", "verify-token")
BOT = TelegramBot("700000000:tg-token", "webhook-secret")
BUYER = Phone("whatsapp", "919876500001", "Asha", "buyer")
TELEGRAM_BUYER = Phone("telegram", "700000001", "Ravi", "buyer")
WORKSHOP = Phone("whatsapp", "919816000001", "Kanda desk", "producer", {"en": "Kanda workshop", "hi": "कंडा कार्यशाला"})
OFFICE = Phone("whatsapp", "919816000009", "Office", "office", {"en": "Shop's office", "hi": "दुकान का दफ़्तर"})
TEMPLATE = {
    "name": "new_order",
    "language": "hi",
    "category": "UTILITY",
    "components": [
        {"type": "BODY", "text": "नया ऑर्डर {{1}}: {{2}} चाहिए।"},
        {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "बना देंगे"}]},
    ],
}


def picture(color: str = "#7a3b2e") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (640, 480), color).save(file, "JPEG")
    return file.getvalue()


@dataclass
class EchoShop:
    """Hears both webhooks, keeps what it heard in queues, answers texts through pywa and python-telegram-bot."""

    url: str
    heard: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)
    statuses: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)
    updates: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)
    refused: asyncio.Queue[int] = field(default_factory=asyncio.Queue)
    answer_with: int = 200
    echo: bool = False

    def __post_init__(self) -> None:
        session = httpx.AsyncClient()
        self.whatsapp = WhatsApp(phone_id=ACCOUNT.phone_number_id, token=ACCOUNT.token, session=session)
        session.base_url = httpx.URL(f"{self.url}/sim/graph/v25.0")
        self.telegram = Bot(
            BOT.token,
            base_url=f"{self.url}/sim/bot",
            base_file_url=f"{self.url}/sim/file/bot",
            request=HTTPXRequest(connection_pool_size=8),
        )

    def routes(self) -> list[Route]:
        return [
            Route("/webhooks/whatsapp", self.hear_whatsapp, methods=["GET", "POST"]),
            Route("/webhooks/telegram", self.hear_telegram, methods=["POST"]),
        ]

    async def hear_whatsapp(self, request: Request) -> Response:
        if request.method == "GET":
            asked = request.query_params
            known = asked.get("hub.verify_token") == ACCOUNT.verify_token
            return PlainTextResponse(asked["hub.challenge"] if known else "no", 200 if known else 403)
        raw = await request.body()
        assert request.headers["x-hub-signature-256"] == signature(ACCOUNT.app_secret, raw)
        if self.answer_with != 200:
            self.refused.put_nowait(self.answer_with)
            return PlainTextResponse("busy", self.answer_with)
        value = json.loads(raw)["entry"][0]["changes"][0]["value"]
        for status in value.get("statuses", ()):
            self.statuses.put_nowait(status)
        for message in value.get("messages", ()):
            self.heard.put_nowait({"whole": json.loads(raw), **message})
            if self.echo:
                asyncio.get_running_loop().create_task(self.answer_whatsapp(message))
        return PlainTextResponse("ok")

    async def hear_telegram(self, request: Request) -> Response:
        assert request.headers["x-telegram-bot-api-secret-token"] == BOT.webhook_secret
        update = await request.json()
        self.updates.put_nowait(update)
        if self.echo:
            asyncio.get_running_loop().create_task(self.answer_telegram(Update.de_json(update, self.telegram)))
        return PlainTextResponse("ok")

    async def answer_whatsapp(self, message: dict[str, Any]) -> None:
        to, wa = message["from"], self.whatsapp
        await wa.indicate_typing(message["id"])
        heard = message.get("text", {}).get("body", message["type"])
        if "interactive" in message:
            kind = message["interactive"]["type"]
            heard = message["interactive"][kind]["title"]
        if heard == "menu":
            rows = [
                SectionRow(title=f"कुल्लू शॉल {n}", callback_data=f"row:{n}", description="₹950 · 3 रंग")
                for n in range(1, 11)
            ]
            await wa.send_message(to, "क्या देखेंगे?", buttons=SectionList("चुनिए", [Section("सामान", rows)]))
        elif heard == "card":
            await wa.send_image(to, picture(), caption="*कुल्लू शॉल*\nऊनी · ₹950", mime_type="image/jpeg",
                                buttons=[Button("टोकरी में डालें", "add"), Button("और दिखाइए", "more")])  # fmt: skip
        elif heard == "paper":
            await wa.send_document(
                to, b"%PDF-1.4 bill", filename="bill.pdf", caption="आपका बिल", mime_type="application/pdf"
            )
        elif heard == "link":
            await wa.send_message(to, "भुगतान का पन्ना", buttons=URLButton("खोलिए", "https://example.org/pay"))
        elif heard == "where":
            await wa.request_location(to, "कहाँ भेजें?")
        else:
            await wa.send_message(
                to, f"आपने कहा: {heard}", buttons=[Button("हाँ", "yes"), Button("नहीं", "no")], tracker="outbox-1"
            )

    async def answer_telegram(self, update: Update) -> None:
        bot = self.telegram
        if update.callback_query:
            await bot.answer_callback_query(update.callback_query.id)
        chat = update.effective_chat
        if chat is None or update.my_chat_member:
            return
        await bot.send_chat_action(chat.id, "typing")
        heard = update.callback_query.data if update.callback_query else (update.effective_message.text or "something")
        keys = InlineKeyboardMarkup([[InlineKeyboardButton("हाँ", callback_data="yes"),
                                      InlineKeyboardButton("नहीं", callback_data="no")]])  # fmt: skip
        if heard == "card":
            await bot.send_photo(
                chat.id, picture(), caption="<b>कुल्लू शॉल</b>\nऊनी · ₹950", parse_mode="HTML", reply_markup=keys
            )
        elif heard == "paper":
            await bot.send_document(chat.id, b"%PDF-1.4 bill", filename="bill.pdf", caption="आपका बिल")
        else:
            await bot.send_message(chat.id, f"आपने कहा: {heard}", reply_markup=keys)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextlib.asynccontextmanager
async def practice(store: Path, *, echo: bool = False) -> AsyncIterator[tuple[EchoShop, Simulator]]:
    """The echo shop and the simulator in one server, as the real shop runs with it."""
    port = free_port()
    shop = EchoShop(f"http://127.0.0.1:{port}", echo=echo)

    async def phones() -> list[Phone]:
        return [WORKSHOP, OFFICE]

    simulator = simulator_app(store, shop.url, ACCOUNT, BOT, phones, [TEMPLATE])
    app = Starlette(routes=[*shop.routes(), *simulator.routes])
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning", timeout_graceful_shutdown=1))
    serving = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 uvicorn has no event for it
        await asyncio.sleep(0.01)
    async with simulator.running(), shop.telegram:
        yield shop, simulator
    simulator.hang_up()
    server.should_exit = True
    await serving
    simulator.world.store.close()
