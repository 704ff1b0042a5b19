"""Many bills at once, some of which fail: the numbers have no gap and no double. Without the guard they have."""

import asyncio

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from orders import series
from orders.document_tables import NumberSeries
from tests.conftest import NOW, fill

WRITERS = 8


async def _take(engine: AsyncEngine, turn: int) -> str | None:
    """Every third turn fails after it has its number."""
    async with AsyncSession(engine) as db:
        number = await series.take(db, "samiti", "invoice", NOW)
        await asyncio.sleep(0)
        if turn % 3 == 2:
            await db.rollback()
            return None
        await db.commit()
        return number


async def _all(engine: AsyncEngine) -> list[str]:
    async with AsyncSession(engine, expire_on_commit=False) as db:
        await fill(db)
    taken = await asyncio.gather(*(_take(engine, turn) for turn in range(WRITERS)))
    return sorted(number for number in taken if number)


async def test_numbers_have_no_gap_and_no_double(engine: AsyncEngine) -> None:
    kept = WRITERS - WRITERS // 3
    assert await _all(engine) == [f"INV/26-27/{count:04d}" for count in range(1, kept + 1)]


async def test_without_the_guard_a_number_is_given_twice(engine: AsyncEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    if engine.dialect.name == "sqlite":
        pytest.skip("SQLite's writers stand in one queue")
    readers = asyncio.Barrier(2)

    async def read_then_write(db: AsyncSession, seller_id: str, kind: str, year: str) -> int:
        last = int(await db.scalar(select(NumberSeries.last)) or 0)
        await readers.wait()
        await db.execute(update(NumberSeries).values(last=last + 1))
        return last + 1

    async with AsyncSession(engine, expire_on_commit=False) as db:
        await fill(db)
        await series.take(db, "samiti", "invoice", NOW)
        await db.commit()
    monkeypatch.setattr(series, "_raise", read_then_write)
    assert await asyncio.gather(*(_take(engine, turn) for turn in range(2))) == ["INV/26-27/0002"] * 2
