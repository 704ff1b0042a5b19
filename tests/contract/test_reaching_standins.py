"""The ladder against the stand-ins of both platforms, with their faults switched on: an order reaches its officer on
WhatsApp, else on Telegram, else the office's list of calls."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot import outbox
from bot.channels.telegram import Telegram
from bot.channels.whatsapp import WhatsApp
from bot.delivery import Delivery
from bot.simulator import telegram_hand, whatsapp_hand
from bot.simulator.app import Simulator
from bot.simulator.graph import Graph
from bot.throttle import Throttle
from tests.contract.echo_shop import ACCOUNT, BOT, BUYER, TELEGRAM_BUYER, EchoShop, practice
from tests.unit.test_reaching import Post


@pytest_asyncio.fixture
async def both(tmp_path: Path) -> AsyncIterator[tuple[EchoShop, Simulator]]:
    async with practice(tmp_path / "sim.sqlite") as ready:
        yield ready


@pytest_asyncio.fixture
async def post(engine: AsyncEngine, seeded: AsyncSession, both: tuple[EchoShop, Simulator]) -> AsyncIterator[Post]:
    """The shop of the unit tests, sending through its real clients; the officer has written to both bots."""
    shop, simulator = both
    await seeded.commit()
    made = Post(engine)
    whatsapp = WhatsApp(token=ACCOUNT.token, phone_number_id=ACCOUNT.phone_number_id, api_url=f"{shop.url}/sim/graph")
    telegram = Telegram(token=BOT.token, api_url=f"{shop.url}/sim")
    channels: Any = {"whatsapp": whatsapp, "telegram": telegram}
    for channel in channels.values():
        await channel.open()
    made.delivery = Delivery(made.made, made.clock, channels, Throttle({}))
    await telegram.set_webhook(f"{shop.url}/webhooks/telegram", BOT.webhook_secret or "")
    whatsapp_hand.perform(simulator.world, BUYER, {"act": "text", "text": "namaste"})
    telegram_hand.perform(simulator.world, TELEGRAM_BUYER, {"act": "text", "text": "/start"})
    await asyncio.wait_for(shop.updates.get(), 20)
    made.joined = await made.joins("officer", BUYER.address, TELEGRAM_BUYER.address)
    yield made
    for channel in channels.values():
        await channel.close()


def on_telegram(simulator: Simulator, number: str) -> bool:
    shown = simulator.world.store.messages("telegram", TELEGRAM_BUYER.address)
    return any(number in str(message.body) for message in shown if not message.mine)


async def statuses(post: Post, shop: EchoShop, until: Callable[[], Awaitable[bool]]) -> None:
    """What the platform tells of the messages reaches the shop, until something has followed from it."""
    reader = WhatsApp(token="t", phone_number_id="1")
    while not await until():
        told = reader.status({"status": await asyncio.wait_for(shop.statuses.get(), 20)})
        assert told is not None
        async with post.made.begin() as db:
            await outbox.record_status(db, "whatsapp", told, post.now)
        await post.goes_on()


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("how", ["refuse", "late"])
async def test_a_dead_whatsapp_goes_to_telegram(post: Post, both: tuple[EchoShop, Simulator], how: str) -> None:
    shop, simulator = both
    simulator.world.faults.arm({"api": "graph", "code": 131026, "times": 9, "how": how})
    part = await post.orders()

    async def climbed() -> bool:
        return [rung for _, rung, _ in await post.ladder()] == ["first", "channel"]

    await statuses(post, shop, climbed)
    assert on_telegram(simulator, part.number)
    assert not await post.calls()


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_both_dead_is_a_call(post: Post, both: tuple[EchoShop, Simulator]) -> None:
    _, simulator = both
    simulator.world.faults.arm({"api": "graph", "code": 131026, "times": 9})
    simulator.world.faults.arm({"api": "botapi", "code": 403, "times": 9, "method": "sendMessage",
                                "description": "Forbidden: bot was blocked by the user"})  # fmt: skip
    await post.orders()
    assert [outcome for _, _, outcome in await post.ladder()] == ["failed", "failed"]
    assert await post.calls() == ["failed"]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_both_well_and_read(post: Post, both: tuple[EchoShop, Simulator]) -> None:
    """The receipt comes from the phone: delivered is not yet seen, read is."""
    shop, simulator = both
    part = await post.orders()

    async def read() -> bool:
        for message in simulator.world.store.messages("whatsapp", BUYER.address):
            if not message.mine and message.status == "delivered":
                Graph(simulator.world).read_by_phone(message)
        async with post.made() as db:
            rows = await post._rows(db, post.joined)
            return [row.status for row in rows] == ["read"]

    await statuses(post, shop, read)
    await post.goes_on(hours=5)
    assert [outcome for _, _, outcome in await post.ladder()] == ["reached"]
    assert not on_telegram(simulator, part.number)
