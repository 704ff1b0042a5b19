"""Two hundred buyers say yes to the last seven shawls at the same time, through the real inbox and real turns."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.tables import Inbox, Outbox
from bot.wiring import load_actions
from catalog.tables import Offer
from orders import service, stock
from orders.tables import Order, SellerOrder
from tests.conftest import NOW
from tests.kill import ready
from tests.unit.engine_parts import Engine

BUYERS, PIECES, WORKERS = 200, 7, 10


async def town_of(engine: AsyncEngine, seeded: AsyncSession, buyers: int) -> Engine:
    """Seven shawls in all, and everybody has just been shown her order of one."""
    load_actions()
    shop = Engine(engine, "unsure")
    await seeded.close()
    async with shop.made.begin() as db:
        await db.execute(update(Offer).values(on_hand_milli=0))
        await db.execute(
            update(Offer).where(Offer.sku == "shawl", Offer.group_id == "kanda").values(on_hand_milli=PIECES * 1000)
        )
    async with shop.made.begin() as db:
        state = None
        for number in range(buyers):
            who = await ready.buyer(db, _address(number), NOW)
            await ready.with_things(db, who, "shawl", 1000, NOW)
            state = state or await ready.before_the_yes(db, who, NOW)  # the same screen for everybody
            await ready.set_state(db, who, state)
    return shop


def _address(number: int) -> str:
    return f"91981{number:07d}"


async def all_say_yes(shop: Engine, buyers: int) -> None:
    """The first button by its number; every one is delivered twice, and the turns begin while they still come in."""

    async def say(number: int) -> None:
        for _ in range(2):
            await shop.hear("1", who=_address(number))

    await asyncio.gather(shop.work(WORKERS), *(say(number) for number in range(buyers)))
    await shop.work(WORKERS)


async def rows(shop: Engine, table: Any) -> list[Any]:
    async with shop.made() as db:
        return list(await db.scalars(select(table).order_by(table.id)))


async def test_seven_pieces_make_seven_orders(engine: AsyncEngine, seeded: AsyncSession) -> None:
    shop = await town_of(engine, seeded, BUYERS)
    await all_say_yes(shop, BUYERS)
    orders = await rows(shop, Order)
    assert len(orders) == PIECES
    assert len({order.person_id for order in orders}) == PIECES
    assert len(await rows(shop, SellerOrder)) == PIECES
    reserved = {(offer.sku, offer.group_id): offer.reserved_milli for offer in await rows(shop, Offer)}
    assert reserved.pop(("shawl", "kanda")) == PIECES * 1000
    assert not any(reserved.values())
    assert [row.state for row in await rows(shop, Inbox)] == ["done"] * BUYERS
    assert {row.state for row in await rows(shop, Outbox)} == {"sent"}
    everybody_heard_once_and_honestly(shop, [order.number for order in orders])


def everybody_heard_once_and_honestly(shop: Engine, numbers: list[str]) -> None:
    told: dict[str, list[str]] = {}
    for address, words in shop.channel.sent:
        told.setdefault(address, []).append(words)
    assert set(told) == {_address(number) for number in range(BUYERS)}
    assert {len(answers) for answers in told.values()} == {1}
    lucky = {address for address, [words] in told.items() if any(number in words for number in numbers)}
    assert len(lucky) == PIECES
    others = {words for address, [words] in told.items() if address not in lucky}
    assert len(others) == 1, "the rest hear the same: it is gone"
    assert "शॉल" in others.pop()


async def test_without_the_guards_of_the_shelf_more_is_sold_than_there_is(
    engine: AsyncEngine, seeded: AsyncSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin: nobody looks at the shelf again at the yes, and nothing is promised on it."""

    async def nothing(*_: object, **__: object) -> None:
        return

    monkeypatch.setattr(stock, "reserve", nothing)
    monkeypatch.setattr(service, "_still_so", nothing)
    few = 3 * PIECES
    shop = await town_of(engine, seeded, few)
    await all_say_yes(shop, few)
    assert len(await rows(shop, Order)) > PIECES
