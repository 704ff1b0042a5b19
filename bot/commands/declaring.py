"""`haat office declare` and `certify`: what stands on a packet, and the certificates behind a mark."""

from datetime import date, datetime
from typing import Annotated

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import utc_now
from bot.commands.acts import AsJson, Refused, Row, perform, tell
from catalog import declarations, service
from orders import office_book


async def declare(db: AsyncSession, sku: str, said: dict[str, str], now: datetime) -> Row:
    """Takes declarations by their names in `catalog.declarations.WHAT`, all or none. Raises Refused."""
    row = await service.product(db, sku)
    if row is None:
        raise Refused(f"There is no product {sku}.")
    for what, words in said.items():
        try:
            await service.declare(db, sku, what, words)
        except ValueError as wrong:
            raise Refused(f"Not written: {what.replace('_', ' ')} is {wrong}.") from wrong
        await office_book.note(db, office_book.CLI, what, sku, words, now)
    return {"sku": sku, "missing": list(declarations.wanting(row.declarations))}


async def certify(db: AsyncSession, sku: str, mark: str, number: str, on: date, now: datetime) -> Row:
    if await service.product(db, sku) is None:
        raise Refused(f"There is no product {sku}.")
    try:
        await service.certify(db, sku, mark, number, on)
    except ValueError as wrong:
        raise Refused(f"Not written: {wrong}.") from wrong
    await office_book.note(db, office_book.CLI, mark, sku, f"{number} of {on}", now)
    return {"sku": sku, "mark": mark, "number": number, "on": on.isoformat()}


def declare_command(
    sku: str,
    net: Annotated[str | None, typer.Option(help='What one holds: "200 gram".')] = None,
    mrp: Annotated[str | None, typer.Option(help="The printed price in rupees.")] = None,
    best_before: Annotated[str | None, typer.Option(help="Days after making.")] = None,
    maker: Annotated[str | None, typer.Option(help="Name and address as printed.")] = None,
    licence: Annotated[str | None, typer.Option(help="FSSAI number, 14 digits.")] = None,
    care: Annotated[str | None, typer.Option(help="Where a buyer complains.")] = None,
    as_json: AsJson = False,
) -> None:
    """Writes what stands on a packet; food is not sold on real channels without all of it."""
    told = {"net": net, "mrp": mrp, "best_before": best_before, "maker": maker, "licence": licence, "care": care}
    said = {what: words for what, words in told.items() if words is not None}
    row = perform(lambda db: declare(db, sku, said, utc_now()))
    missing = ", ".join(row["missing"])
    tell(row, as_json, f"Noted. Still missing: {missing}." if missing else f"Noted. {sku} declares all it must.")


def certify_command(
    sku: str,
    mark: Annotated[str, typer.Argument(help=", ".join(declarations.MARKS))],
    number: str,
    on: Annotated[datetime, typer.Argument(formats=["%Y-%m-%d"], help="Its date, 2026-03-04.")],
    as_json: AsJson = False,
) -> None:
    """Notes a certificate that the office has seen; only then its mark is shown."""
    row = perform(lambda db: certify(db, sku, mark, number, on.date(), utc_now()))
    tell(row, as_json, f"{sku} shows {mark}, certificate {number}.")
