"""`haat print …`: papers of an order as PDF and PNG."""

from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import utc_now
from bot.commands.acts import AsJson, Refused, Row, perform, tell
from bot.print.bill import bill as set_bill
from bot.print.paper import NoFont
from catalog.words import LANGUAGES, Language
from orders import book, documents
from orders.document_tables import IssuedDocument

cli = typer.Typer(no_args_is_help=True)


@cli.callback()
def papers() -> None:
    """Without it typer would take the only command's name away."""


@cli.command()
def bill(
    number: Annotated[str, typer.Argument(help="Of the order's part, e.g. HT-1001 or HT-1001-2.")],
    language: Annotated[str, typer.Option(help=f"{', '.join(LANGUAGES)}; English or Hindi stands beside it.")] = "hi",
    out: Annotated[Path, typer.Option("--out", help="Where the files are written.")] = Path("var/print"),
    as_json: AsJson = False,
) -> None:
    """The bill of a part; issues it, with the seller's next number, when there is none yet."""
    if language not in LANGUAGES:
        raise typer.BadParameter(f"one of {', '.join(LANGUAGES)}", param_hint="--language")

    async def act(db: AsyncSession) -> Row:
        return await made(db, number, language, out)

    row = perform(act)
    tell(row, as_json, f"{row['number']}\n" + "\n".join(row["files"]))


async def made(db: AsyncSession, number: str, language: Language, out: Path) -> Row:
    """Files that hold a buyer's address: readable by their owner alone. Raises Refused."""
    part = await book.seller_order_by_number(db, number)
    if part is None:
        raise Refused(f"There is no order {number}.")
    try:
        issued = await documents.bill(db, part, utc_now())
        pdf, pngs = set_bill(issued, language, "pdf"), set_bill(issued, language, "png")
    except (documents.NoBill, NoFont) as wrong:
        raise Refused(f"No bill: {wrong}.") from wrong
    return {"number": issued.number, "kind": issued.kind, "files": _written(issued, part.number, pdf + pngs, out)}


def _written(issued: IssuedDocument, part: str, files: list[bytes], out: Path) -> list[str]:
    """The PDF, then its pages as PNG."""
    out.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = f"{part}-{issued.number.replace('/', '-')}"
    named = [f"{name}.pdf", *(f"{name}-{at}.png" for at in range(1, len(files)))]
    for file, content in zip(named, files, strict=True):
        (out / file).touch(mode=0o600)
        (out / file).write_bytes(content)
    return [str(out / file) for file in named]
