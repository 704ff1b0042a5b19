"""`haat money receipt` and `haat verify`: what a buyer's money did, signed; and whether a code is this shop's."""

import json
from datetime import datetime
from typing import Annotated

import typer
from rich.console import Console
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import utc_now
from bot.commands.acts import AsJson, Refused, Row, perform
from bot.commands.books import in_rupees, listed
from bot.receipts import Forged, Seal, read
from bot.settings import read_settings
from orders import book, impact
from orders.receipt import Receipt


async def made(db: AsyncSession, seal: Seal, number: str, now: datetime) -> Row:
    """Raises Refused for no such order, or one of which the books say nothing yet."""
    order = await book.by_number(db, number)
    found = await impact.of_order(db, order, now) if order is not None else None
    if found is None:
        raise Refused(f"{number} is no order, or it is not paid and on its way yet.")
    return {"order": found.order, "rupees": in_rupees(found.paise), "code": seal.code(found)}


def rows(found: Receipt) -> list[Row]:
    cells: list[Row] = [
        {"order": found.order, "day": found.day.isoformat(), "for": cell.name, "rupees": in_rupees(cell.paise),
         "people": cell.people}
        for cell in found.cells
    ]  # fmt: skip
    total = {"order": found.order, "day": found.day.isoformat(), "for": "all", "rupees": in_rupees(found.paise)}
    return [*cells, {**total, "people": None}]


def receipt(number: str, as_json: AsJson = False) -> None:
    """The signed code of an order."""
    settings = read_settings()
    seal = Seal.kept_in(settings.var_dir)
    row = perform(lambda db: made(db, seal, number, utc_now()))
    # Not through the console, which would break the address over two lines.
    print(json.dumps(row) if as_json else f"{settings.base_url}/r/{row['code']}")


def verify(
    code: Annotated[str, typer.Argument(help="What stands behind /r/ in the address.")],
    key: Annotated[str | None, typer.Option(help="The public key of /r/key; this shop's without it.")] = None,
    as_json: AsJson = False,
) -> None:
    """Says whether a code is genuine, and what it tells; asks neither the network nor the database."""
    public = key or Seal.kept_in(read_settings().var_dir).public
    try:
        found = read(code.strip().rpartition("/")[2], public)
    except Forged as forged:
        Console(stderr=True).print(f"Not genuine: {forged}.")
        raise typer.Exit(1) from forged
    listed(rows(found), as_json)
