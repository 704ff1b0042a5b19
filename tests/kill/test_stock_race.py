"""Fifty buyers for seven pieces: seven are sold, on both databases; and without the guard, more are."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.database import open_engine
from catalog.tables import Offer, Product
from orders import cart as carts
from orders import stock
from orders.service import OutOfStock, Recipient, hold, move, place
from orders.tables import OrderLine, Person
from tests.conftest import NOW, clone, fill

BUYERS, PIECES = 50, 7
HOME = Recipient("Sunita", "Ward 3", "171001", "+919816012345", "Shimla", "Himachal Pradesh")


@pytest.fixture
async def crowd(seeded: AsyncSession) -> list[int]:
    """Buyers, each with one shawl in her cart; seven shawls in the only workshop that has any."""
    people = [Person(language="hi", name=None, created_at=NOW) for _ in range(BUYERS)]
    seeded.add_all(people)
    await seeded.execute(update(Offer).where(Offer.sku == "shawl").values(on_hand_milli=0))
    kanda = Offer.sku == "shawl", Offer.group_id == "kanda"
    await seeded.execute(update(Offer).where(*kanda).values(on_hand_milli=PIECES * 1000))
    await seeded.flush()
    shawl = await seeded.get_one(Product, "shawl")
    for person in people:
        await carts.put(seeded, person.id, shawl, 1000, NOW)
    await seeded.commit()
    return [person.id for person in people]


async def test_exactly_as_many_are_sold_as_there_are(engine: AsyncEngine, crowd: list[int]) -> None:
    start = asyncio.Event()
    seen = asyncio.Semaphore(0)

    async def buy(person_id: int) -> str:
        async with AsyncSession(engine, expire_on_commit=False) as db:
            person = await db.get_one(Person, person_id)
            cart = await carts.view(db, person_id, NOW, False)
        seen.release()
        await start.wait()  # everybody has seen seven pieces before anybody buys
        async with AsyncSession(engine, expire_on_commit=False) as db:
            try:
                await place(db, person, cart, HOME, "cod", f"messages:{person_id}", NOW, False)
            except OutOfStock as gone:
                return "gone" if gone.left_milli == 0 else f"{gone.left_milli} left?"
            await db.commit()
            return "sold"

    answers = await _together(buy, crowd, seen, start)
    assert (answers.count("sold"), answers.count("gone")) == (PIECES, BUYERS - PIECES)
    async with AsyncSession(engine) as db:
        assert await db.scalar(select(func.sum(OrderLine.qty_milli))) == PIECES * 1000
        assert await db.scalar(select(func.sum(Offer.reserved_milli)).where(Offer.sku == "shawl")) == PIECES * 1000


async def test_without_the_guard_more_are_sold_than_there_are(engine: AsyncEngine, crowd: list[int]) -> None:
    """The negative control: look first, then write, as one would without thinking of the others."""
    start = asyncio.Event()
    seen = asyncio.Semaphore(0)

    async def buy(_: int) -> str:
        kanda = Offer.sku == "shawl", Offer.group_id == "kanda"
        async with AsyncSession(engine) as db:
            free = await db.scalar(select(Offer.on_hand_milli - Offer.reserved_milli).where(*kanda))
        seen.release()
        await start.wait()
        if (free or 0) < 1000:
            return "gone"
        async with AsyncSession(engine) as db:
            await db.execute(update(Offer).where(*kanda).values(reserved_milli=Offer.reserved_milli + 1000))
            await db.commit()
        return "sold"

    assert (await _together(buy, crowd, seen, start)).count("sold") == BUYERS


async def test_carts_filled_in_opposite_order_never_wait_for_each_other(engine: AsyncEngine, crowd: list[int]) -> None:
    """Two products, put in either way round: offers are locked by id, so no two buyers hold what the other wants."""
    async with AsyncSession(engine) as db:
        await db.execute(update(Offer).values(on_hand_milli=1_000_000))
        socks = await db.get_one(Product, "socks")
        pickle = await db.get_one(Product, "pickle")
        for place_in_row, person_id in enumerate(crowd[:20]):
            await carts.clear(db, person_id)
            for product in (socks, pickle) if place_in_row % 2 else (pickle, socks):
                await carts.put(db, person_id, product, product.step_milli, NOW)
        await db.commit()

    async def buy(person_id: int) -> str:
        async with AsyncSession(engine, expire_on_commit=False) as db:
            person = await db.get_one(Person, person_id)
            cart = await carts.view(db, person_id, NOW, False)
            order = await place(db, person, cart, HOME, "cod", f"messages:{person_id}", NOW, False)
            await db.commit()
        async with AsyncSession(engine) as db:
            for part in reversed(await hold(db, order.id)):
                await move(db, part.id, "cancel", f"buyer:{person_id}", NOW)
            await db.commit()
        return "done"

    assert await asyncio.gather(*map(buy, crowd[:20])) == ["done"] * 20
    async with AsyncSession(engine) as db:
        assert await db.scalar(select(func.sum(Offer.reserved_milli))) == 0


async def test_offers_taken_in_any_order_do_wait_for_each_other(postgres: str) -> None:
    """The negative control of the lock order: two turns give back the same two offers, each in its own order. Only
    on PostgreSQL: SQLite lets one writer in at a time."""
    engine = open_engine(await clone(postgres))
    async with AsyncSession(engine) as db:
        await fill(db)
        first, second = list(await db.scalars(select(Offer.id).order_by(Offer.id).limit(2)))
        await db.execute(update(Offer).values(reserved_milli=9000))
        await db.commit()
    meeting = asyncio.Barrier(2)

    async def give_back(*offers: int) -> str:
        async with AsyncSession(engine) as db:
            await stock.release(db, {offers[0]: 1000})
            await meeting.wait()
            try:
                await stock.release(db, {offers[1]: 1000})
            except OperationalError:
                return "deadlock"
            await db.commit()
            return "done"

    assert sorted(await asyncio.gather(give_back(first, second), give_back(second, first))) == ["deadlock", "done"]
    await engine.dispose()


async def _together(
    buy: Callable[[int], Awaitable[str]], crowd: list[int], seen: asyncio.Semaphore, start: asyncio.Event
) -> list[str]:
    buyers = [asyncio.ensure_future(buy(person_id)) for person_id in crowd]
    for _ in crowd:
        await seen.acquire()
    start.set()
    return list(await asyncio.gather(*buyers))
