"""Inline queries and pre-checkout queries through the real Bot to a recorder on loopback, from the real catalogue."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from actions.turn import Shop
from bot.beside import Beside
from bot.channels.channel import Piece
from bot.channels.telegram import Telegram
from bot.database import open_engine, sessions
from bot.speech import speech
from bot.webhooks import Ingress
from catalog import service
from catalog.importers import seed
from catalog.tables import Base, Product
from tests.conftest import NOW
from tests.contract.loopback import Loopback, serving


@pytest.fixture
async def api() -> AsyncIterator[Loopback]:
    async with serving(Loopback({"ok": True, "result": True})) as platform:
        yield platform


@pytest.fixture
async def beside(api: Loopback, tmp_path: Path) -> AsyncIterator[Beside]:
    engine = open_engine(f"sqlite+aiosqlite:///{tmp_path / 'haat.db'}")
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    made = sessions(engine)
    async with made.begin() as db:
        await seed(db)
        await service.set_price(db, "kullu-shawl", 95000)
        index = await service.load_index(db)

    async def shop(_: Any) -> Shop:
        return Shop(False, "http://shop.test", index, telegram_username="haat_bot")

    telegram = Telegram(token="123456:canary", api_url=api.url)
    await telegram.open()
    yield Beside(telegram, made, shop, speech())
    await telegram.close()
    await engine.dispose()


def query(text: str, language: str = "hi") -> dict[str, Any]:
    return {"update_id": 7, "inline_query": {"id": "99", "from": {"id": 501, "language_code": language}, "query": text}}


async def test_goods_are_shared_into_any_chat(api: Loopback, beside: Beside) -> None:
    await beside.answer(query("kullu shol"))
    (asked,) = api.asked
    assert asked.path.endswith("/answerInlineQuery")
    first = json.loads(asked.fields["results"])[0]
    assert (first["id"], first["title"]) == ("kullu-shawl", "कुल्लू शॉल")
    assert "₹950" in first["description"]
    (((button,),),) = (first["reply_markup"]["inline_keyboard"],)
    assert button["url"] == "https://t.me/haat_bot?start=g-kullu-shawl"
    assert len(button["url"].partition("start=")[2]) <= 64


async def test_a_price_nobody_stands_for_stays_inside(api: Loopback, beside: Beside) -> None:
    async with beside.sessions.begin() as db:
        row = await db.get_one(Product, "kullu-shawl")
        row.price_source = "demo"
    assert not any("₹" in one.words for one in await beside.goods("kullu shawl", "hi"))


async def test_without_words_each_shelf_shows_something(beside: Beside) -> None:
    found = await beside.goods("", "en")
    assert 5 <= len(found) <= 10
    assert len({one.sku for one in found}) == len(found)


async def test_a_payment_of_telegrams_own_is_refused_at_once(api: Loopback, beside: Beside) -> None:
    await beside.answer(
        {"update_id": 8, "pre_checkout_query": {"id": "55", "from": {"id": 501, "language_code": "en"}}}
    )
    (asked,) = api.asked
    assert asked.path.endswith("/answerPreCheckoutQuery")
    assert (asked.fields["pre_checkout_query_id"], str(asked.fields["ok"]).lower()) == ("55", "false")
    assert asked.fields["error_message"]


async def test_the_door_answers_beside_the_talk(api: Loopback, beside: Beside) -> None:
    heard: list[Any] = []
    ingress = Ingress(beside.sessions, lambda: NOW, lambda: heard.append("woken"), beside.take)
    await ingress.take(beside.telegram, query("achar"))
    while beside._tasks:
        await next(iter(beside._tasks))
    assert api.asked[0].path.endswith("/answerInlineQuery")
    assert not heard  # nobody's talk is woken
    pieces: list[Piece] = beside.telegram.split(query("achar"))
    assert [piece.kind for piece in pieces] == ["notice"]


@pytest.mark.parametrize(
    "odd", [{}, [], {"inline_query": []}, {"inline_query": {"id": "1"}}, {"pre_checkout_query": {}}]
)
async def test_odd_updates_harm_nothing(beside: Beside, odd: Any) -> None:
    beside.take(odd)
    while beside._tasks:
        await next(iter(beside._tasks))
