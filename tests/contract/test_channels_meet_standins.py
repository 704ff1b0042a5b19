"""Our channels against the stand-ins, which were written from the platforms' documentation by themselves: what we
render they take, and what they send we hear."""

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from PIL import Image

from actions.messages import Notice, Spoken, Text
from bot.channels.channel import Channel, Status
from bot.channels.outcome import Sent, WindowClosed
from bot.channels.telegram import Telegram
from bot.channels.whatsapp import WhatsApp
from bot.simulator import telegram_hand, whatsapp_hand
from bot.simulator.app import Simulator
from tests.contract.echo_shop import ACCOUNT, BOT, BUYER, TELEGRAM_BUYER, EchoShop, practice
from tests.contract.samples import SAMPLES

Practice = tuple[EchoShop, Simulator]


@pytest_asyncio.fixture
async def both(tmp_path: Path) -> AsyncIterator[Practice]:
    async with practice(tmp_path / "sim.sqlite") as ready:
        yield ready


def media(name: str) -> bytes:
    if name.endswith(".pdf"):
        return b"%PDF-1.4"
    file = io.BytesIO()
    Image.new("RGB", (64, 48), "#7a3b2e").save(file, "PNG")
    return file.getvalue()


@pytest_asyncio.fixture
async def whatsapp(both: Practice) -> AsyncIterator[WhatsApp]:
    shop, _ = both
    made = WhatsApp(
        token=ACCOUNT.token, phone_number_id=ACCOUNT.phone_number_id, api_url=f"{shop.url}/sim/graph", media=media
    )
    await made.open()
    yield made
    await made.close()


@pytest_asyncio.fixture
async def telegram(both: Practice) -> AsyncIterator[Telegram]:
    shop, _ = both
    made = Telegram(token=BOT.token, api_url=f"{shop.url}/sim", media=media)
    await made.open()
    yield made
    await made.close()


async def all_sent(channel: Channel, address: str, message: Spoken) -> list[object]:
    rendered = channel.render(message, "hi", True)
    return [await channel.send(address, payload, f"out-{n}") for n, payload in enumerate(rendered.payloads)]


async def test_whatsapp_takes_every_kind(both: Practice, whatsapp: WhatsApp) -> None:
    shop, simulator = both
    [early] = await all_sent(whatsapp, BUYER.address, Text("hello"))
    assert isinstance(early, Sent)  # taken, and refused afterwards: the window is closed
    told = None
    while told is None or told.status == "sent":
        told = whatsapp.status({"status": await asyncio.wait_for(shop.statuses.get(), 20)})
    assert told == Status(early.vendor_id, "failed", "out-0", WindowClosed())
    whatsapp_hand.perform(simulator.world, BUYER, {"act": "text", "text": "namaste"})
    event = await asyncio.wait_for(shop.heard.get(), 20)
    [piece] = whatsapp.split(event["whole"])
    heard = whatsapp.hear(piece.raw, piece.key)
    assert heard is not None
    assert (heard.kind, heard.text, piece.wa_id) == ("text", "namaste", BUYER.address)
    await whatsapp.typing(BUYER.address, heard)
    for name, message in SAMPLES.items():
        for outcome in await all_sent(whatsapp, piece.address or "", message):
            assert isinstance(outcome, Sent), (name, outcome)


async def test_whatsapp_takes_its_own_bills(both: Practice, whatsapp: WhatsApp) -> None:
    _, simulator = both
    whatsapp._own_bills = True
    whatsapp_hand.perform(simulator.world, BUYER, {"act": "text", "text": "namaste"})
    for name in ("pay", "paid"):
        for outcome in await all_sent(whatsapp, BUYER.address, SAMPLES[name]):
            assert isinstance(outcome, Sent), (name, outcome)
    shown = [m.body["interactive"] for m in simulator.world.store.messages("whatsapp", BUYER.address) if not m.mine]
    assert [one["type"] for one in shown] == ["order_details", "order_status"]


async def test_telegram_takes_every_kind(both: Practice, telegram: Telegram) -> None:
    shop, simulator = both
    await telegram.set_webhook(f"{shop.url}/webhooks/telegram", BOT.webhook_secret or "")
    telegram_hand.perform(simulator.world, TELEGRAM_BUYER, {"act": "text", "text": "/start"})
    update = await asyncio.wait_for(shop.updates.get(), 20)
    [piece] = telegram.split(update)
    heard = telegram.hear(piece.raw, piece.key)
    assert heard is not None
    assert heard.kind == "deep_link"
    await telegram.typing(piece.address or "", heard)
    for name, message in SAMPLES.items():
        inner = message.inside if isinstance(message, Notice) else message
        for outcome in await all_sent(telegram, piece.address or "", inner):
            assert isinstance(outcome, Sent), (name, outcome)
