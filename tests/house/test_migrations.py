"""The migrations make exactly the tables the code knows, on both databases."""

import asyncio
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from bot.database import open_engine
from bot.migrate import migrate
from bot.schema import Base
from bot.settings import Settings


def _differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))


async def _migrated(url: str) -> list[object]:
    settings = Settings.model_validate({"database_url": url})
    await asyncio.to_thread(migrate, settings)
    await asyncio.to_thread(migrate, settings)  # again changes nothing
    engine = open_engine(url)
    async with engine.connect() as connection:
        found = await connection.run_sync(_differences)
    await engine.dispose()
    return found


async def test_on_sqlite(tmp_path: Path) -> None:
    assert await _migrated(f"sqlite+aiosqlite:///{tmp_path / 'new.db'}") == []


async def test_on_postgresql(postgres: str) -> None:
    admin = create_async_engine(postgres.format(db="postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool)
    async with admin.connect() as connection:
        await connection.execute(text("CREATE DATABASE migrated"))
    await admin.dispose()
    assert await _migrated(postgres.format(db="migrated")) == []
