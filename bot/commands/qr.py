"""`haat qr …`: printed codes that open the chat on a product or at a stall."""

from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import utc_now
from bot.commands.acts import AsJson, Refused, Row, perform, show, tell
from bot.settings import read_settings
from catalog import qr
from catalog.tables import QrCode

cli = typer.Typer(no_args_is_help=True)
Folder = Annotated[Path, typer.Option("--out", help="Where the images are written.")]


def _images(code: QrCode, folder: Path) -> Row:
    """The code as PNG (for screens and offices) and SVG (for printers); both hold only the short address."""
    address = qr.address(read_settings().base_url, code.code)
    folder.mkdir(parents=True, exist_ok=True)
    png, svg = folder / f"{code.code}.png", folder / f"{code.code}.svg"
    png.write_bytes(qr.png(address))
    svg.write_bytes(qr.svg(address))
    return {"code": code.code, "for": code.label, "address": address, "png": str(png), "svg": str(svg)}


def _made(folder: Path, as_json: bool, **wanted: str | None) -> None:
    async def act(db: AsyncSession) -> Row:
        try:
            return _images(await qr.make(db, utc_now(), **wanted), folder)
        except (LookupError, ValueError) as wrong:
            raise Refused(f"No code was made: {wrong}.") from wrong

    row = perform(act)
    tell(row, as_json, f"{row['code']} opens {row['for']}: {row['address']}\n{row['png']}\n{row['svg']}")


@cli.command()
def product(
    sku: str,
    label: Annotated[str | None, typer.Option(help="What stands beside the code in lists.")] = None,
    out: Folder = Path("var/qr"),
    as_json: AsJson = False,
) -> None:
    """A code for one product."""
    _made(out, as_json, sku=sku, label=label)


@cli.command()
def stall(
    name: str,
    group: Annotated[str | None, typer.Option(help="Only this group's goods.")] = None,
    out: Folder = Path("var/qr"),
    as_json: AsJson = False,
) -> None:
    """A code for a stall at an exhibition: all goods, or one group's."""
    _made(out, as_json, stall=name, group_id=group)


@cli.command("list")
def list_codes(as_json: AsJson = False) -> None:
    """All codes and how often each was scanned."""

    async def act(db: AsyncSession) -> list[Row]:
        return [
            {"code": code.code, "for": code.label, "sku": code.sku, "stall": code.stall, "scans": scans}
            for code, scans in await qr.counts(db)
        ]

    show(perform(act), as_json)
