"""`haat backup` and `haat restore`: one file of the SQLite database, taken while the shop is open."""

import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from sqlalchemy.engine import make_url

from bot.database import AlreadyRunning, lock_file
from bot.settings import read_settings
from bot.speech import IST


def _database() -> Path:
    url = make_url(read_settings().database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        Console(stderr=True).print("For PostgreSQL use pg_dump and pg_restore: they are made for it.")
        raise typer.Exit(2)
    return Path(url.database)


def _copy(source: Path, target: Path) -> None:
    """SQLite's own online copy: a consistent picture, whatever is written meanwhile."""
    with sqlite3.connect(source) as old, sqlite3.connect(target) as new:
        old.backup(new)


def backup(
    target: Annotated[Path | None, typer.Argument(help="By default backup-<time>.db beside the database.")] = None,
) -> None:
    """Copies the database to a file."""
    database = _database()
    if not database.exists():
        Console(stderr=True).print(f"There is no database at {database}.")
        raise typer.Exit(1)
    written = target or database.parent / f"backup-{datetime.now(IST):%Y%m%d-%H%M%S}.db"
    _copy(database, written)
    written.chmod(0o600)  # names and addresses are in it
    print(written)


def _whole(source: Path) -> bool:
    """Whether it is an undamaged database of a shop."""
    try:
        with sqlite3.connect(f"file:{source}?mode=ro", uri=True) as candidate:
            (problem,) = candidate.execute("PRAGMA integrity_check").fetchone()
            shop = candidate.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    except sqlite3.DatabaseError:
        return False
    return problem == "ok" and shop is not None


def restore(source: Path) -> None:
    """Puts a backup in the database's place; the shop must be closed, and what was there is kept beside it."""
    database = _database()
    if not _whole(source):
        Console(stderr=True).print(f"{source} is no whole backup of a shop.")
        raise typer.Exit(1)
    try:
        held = lock_file(read_settings().database_url)
    except AlreadyRunning:
        Console(stderr=True).print("Close the shop first: it is running on this database.")
        raise typer.Exit(1) from None
    try:
        if database.exists():
            _copy(database, database.parent / f"before-restore-{datetime.now(IST):%Y%m%d-%H%M%S}.db")
        _copy(source, database)
    finally:
        if held is not None:
            held.close()
    print(database)
