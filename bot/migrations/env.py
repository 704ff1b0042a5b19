"""alembic's entry: one connection, under a lock, so that two starts at once do not migrate side by side."""

import asyncio
from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection, text

from bot.database import open_engine
from bot.schema import Base
from catalog.tables import UtcDateTime


def _render(kind: str, item: Any, _: Any) -> str | Literal[False]:
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


def _run(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(4711)"))
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_item=_render,
        render_as_batch=connection.dialect.name == "sqlite",
    )
    with context.begin_transaction():
        context.run_migrations()


async def _main() -> None:
    engine = open_engine(context.config.attributes["url"])
    async with engine.begin() as connection:
        await connection.run_sync(_run)
    await engine.dispose()


asyncio.run(_main())
