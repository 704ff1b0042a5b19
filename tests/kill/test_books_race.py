"""A rule is entered while the goods come back: nothing is left in the books; without the lock, something is.

On PostgreSQL alone: SQLite's writers stand in one queue."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.database import open_engine
from orders import ledger, splits
from orders.shares import Share
from orders.tables import SellerOrder
from tests.conftest import NOW, clone, fill
from tests.unit.test_ledger import sold

RULE = (Share("wages", 6000), Share("society", 4000))


@pytest.fixture
async def engine(postgres: str) -> AsyncIterator[AsyncEngine]:
    made = open_engine(await clone(postgres))
    yield made
    await made.dispose()


@pytest.fixture
async def part(engine: AsyncEngine) -> SellerOrder:
    """On its way, its proceeds not shared yet."""
    async with AsyncSession(engine, expire_on_commit=False) as db:
        await fill(db)
        _, made = await sold(db)
        await ledger.supplied(db, made, NOW)
        await db.commit()
        return made


async def _comes_back(engine: AsyncEngine, part: SellerOrder) -> None:
    async with AsyncSession(engine, expire_on_commit=False) as db:
        await ledger.returned(db, await db.get_one(SellerOrder, part.id), NOW)
        await db.commit()


async def _somebody_waits(engine: AsyncEngine) -> None:
    async with engine.connect() as looking:
        while not await looking.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")):  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def _left(engine: AsyncEngine) -> dict[str, int]:
    async with AsyncSession(engine) as db:
        return await ledger.trial_balance(db)


async def test_a_rule_and_a_return_take_turns(engine: AsyncEngine, part: SellerOrder) -> None:
    async with AsyncSession(engine, expire_on_commit=False) as office:
        assert await splits.set_rule(office, "kanda", date(2026, 4, 1), RULE, "order 12", "office:1", NOW) == 1
        back = asyncio.create_task(_comes_back(engine, part))
        await asyncio.wait_for(_somebody_waits(engine), 30)
        assert not back.done()
        await office.commit()
    await back
    assert await _left(engine) == {}


async def test_without_the_lock_a_share_of_nothing_stays(
    engine: AsyncEngine, part: SellerOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unlocked(*_: Any, **__: Any) -> None:
        return None

    monkeypatch.setattr(ledger, "hold_rules", unlocked)
    async with AsyncSession(engine, expire_on_commit=False) as office:
        await splits.set_rule(office, "kanda", date(2026, 4, 1), RULE, "order 12", "office:1", NOW)
        await _comes_back(engine, part)
        await office.commit()
    left = await _left(engine)
    assert left["share:kanda:wages"] < 0 < left["unshared:kanda"]
