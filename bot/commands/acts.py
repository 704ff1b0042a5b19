"""What the commands that change something share: one session, one commit, a table or JSON on the screen."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Annotated, Any, TypeVar

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import open_engine, sessions
from bot.settings import read_settings
from orders.tickets import legible

AsJson = Annotated[bool, typer.Option("--json", help="JSON instead of a table.")]
Row = dict[str, Any]
T = TypeVar("T")


class Refused(Exception):
    """The act is not possible; the text says why in plain words."""


def perform(act: Callable[[AsyncSession], Awaitable[T]]) -> T:
    """Runs one act in one transaction on the configured database; a refusal is a sentence and exit 1."""

    async def run() -> T:
        engine = open_engine(read_settings().database_url, connections=2)
        try:
            async with sessions(engine).begin() as db:
                return await act(db)
        finally:
            await engine.dispose()

    try:
        return asyncio.run(run())
    except Refused as refused:
        Console(stderr=True).print(str(refused))
        raise typer.Exit(1) from refused
    except (OperationalError, ProgrammingError) as missing:
        Console(stderr=True).print(f"The database does not answer: {missing.orig}. After `haat migrate` it may.")
        raise typer.Exit(1) from missing


def show(rows: list[Row], as_json: bool) -> None:
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, default=_plain))
        return
    if not rows:
        Console().print("Nothing there.")
        return
    table = Table(*rows[0])
    for row in rows:
        table.add_row(*("" if value is None else cell(_plain(value)) for value in row.values()))
    Console().print(table)


def tell(row: Row, as_json: bool, sentence: str) -> None:
    """The outcome of one act."""
    print(json.dumps(row, ensure_ascii=False, default=_plain)) if as_json else Console().print(cell(sentence))


def cell(value: str) -> Text:
    """Words as a terminal may show them: what somebody wrote is neither markup nor a terminal's command."""
    return Text("\n".join(legible(line) for line in value.split("\n")))


def _plain(value: object) -> str:
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else str(value)
