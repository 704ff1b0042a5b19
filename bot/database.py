"""Engines and sessions: SQLite (WAL, FULL) or PostgreSQL, the same code on both."""

import fcntl
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO, Any

from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

Sessions = async_sessionmaker[AsyncSession]


class AlreadyRunning(Exception):
    """Another app process holds this SQLite database."""


def open_engine(url: str, connections: int = 12) -> AsyncEngine:
    """`connections` must exceed the workers: a turn that waits for a second connection under a lock stalls all.

    An error names no values: they are what people wrote and where they live, and errors are logged."""
    if make_url(url).get_backend_name() != "sqlite":
        return create_async_engine(url, pool_size=connections, max_overflow=4, pool_pre_ping=True, hide_parameters=True)
    file = make_url(url).database
    if file:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(
        url, pool_size=connections, max_overflow=4, hide_parameters=True, connect_args={"timeout": 30}
    )
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_immediate)
    return engine


def _prepare_sqlite(connection: Any, _: ConnectionPoolEntry) -> None:
    # The driver's own BEGIN is deferred: two readers that both want to write would fail instead of waiting.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin_immediate(connection: Any) -> None:
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def sessions(engine: AsyncEngine) -> Sessions:
    return async_sessionmaker(engine, expire_on_commit=False)


@asynccontextmanager
async def reading(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    """A session that only reads: on SQLite it takes no write lock."""
    async with engine.connect() as connection:
        await connection.execution_options(reading=True)
        async with AsyncSession(bind=connection, expire_on_commit=False) as session:
            yield session


def is_sqlite(engine: AsyncEngine) -> bool:
    return engine.dialect.name == "sqlite"


def lock_file(url: str) -> IO[str] | None:
    """Holds a SQLite database for this process until it ends, however it ends; None on PostgreSQL.

    Whoever gets it knows that every lease in the database is a dead process's. Raises AlreadyRunning."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        return None
    path = Path(parsed.database + ".lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = path.open("a+")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as busy:
        handle.close()
        raise AlreadyRunning(f"another haat already serves {parsed.database}") from busy
    handle.truncate(0)
    handle.write(str(os.getpid()))
    handle.flush()
    return handle


def check_free(url: str) -> None:
    """Raises AlreadyRunning while another process serves this SQLite database."""
    held = lock_file(url)
    if held is not None:
        held.close()
