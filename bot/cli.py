"""`haat …`: everything that is done to the shop from outside the chat."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Coroutine
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from rich.console import Console

from bot.commands import group, keep, learn, money, office, printing, qr, receipt, seller, show, templates
from bot.settings import ROOT, Settings, SettingsWrong, read_settings

cli = typer.Typer(
    help="Haat: a shop inside WhatsApp and Telegram.", no_args_is_help=True, pretty_exceptions_enable=False
)
cli.add_typer(group.cli, name="group", help="Who makes the goods: list, add, invite contacts.")
cli.add_typer(group.contact_cli, name="contact", help="Who answers for the groups: list, revoke.")
cli.add_typer(seller.cli, name="seller", help="Who sells by law: list, show, set, assign.")
cli.add_typer(office.cli, name="office", help="What waits for the office: tickets, answers, values to confirm.")
cli.add_typer(qr.cli, name="qr", help="Printed codes that open the chat on a product or at a stall.")
cli.add_typer(printing.cli, name="print", help="Papers of an order as PDF and PNG: its bill.")
cli.add_typer(learn.cli, name="learn")
cli.add_typer(money.cli, name="money", help="Payees, money that came, what is stuck, refunds.")
cli.command(name="templates")(templates.templates)
money.cli.command(name="receipt")(receipt.receipt)
cli.command(name="verify")(receipt.verify)
cli.command(name="backup")(keep.backup)
cli.command(name="restore")(keep.restore)
cli.add_typer(show.cli, name="show", help="What stands in the database, for people and for tests.")
out, err = Console(), Console(stderr=True)


def settings() -> Settings:
    """The settings, or a plain sentence and exit 2."""
    try:
        return read_settings()
    except SettingsWrong as wrong:
        err.print(str(wrong))
    except ValidationError as wrong:
        for problem in wrong.errors():
            err.print(f"HAAT_{str(problem['loc'][0]).upper() if problem['loc'] else '?'}: {problem['msg']}")
    raise typer.Exit(2)


def work(coroutine: Coroutine[Any, Any, None]) -> None:
    asyncio.run(coroutine)


@cli.command()
def run() -> None:
    """Starts the shop: database, understanding, channels (or the phones page); Ctrl-C ends it."""
    from bot.commands import shop  # the whole shop is loaded only where it is run

    work(shop.run(settings(), out))


@cli.command()
def migrate() -> None:
    """Brings the database to this version's tables."""
    from bot.migrate import migrate as bring_up

    bring_up(settings())
    out.print("The database is up to date.")


@cli.command()
def seed() -> None:
    """Writes the catalogue of data/catalog into the database; an officer's values are kept."""
    from bot.commands import shop

    work(shop.seed(settings(), out))


@cli.command()
def train(force: Annotated[bool, typer.Option(help="Even when nothing changed.")] = False) -> None:
    """Trains the understanding when its sentences or its pipeline changed."""
    python = ROOT / "nlu" / ".venv" / "bin" / "python"
    if not python.exists():
        err.print("The Rasa environment is missing: run `make setup`.")
        raise typer.Exit(2)
    call = [str(python), "-m", "nlu.train", *(["--force"] if force else [])]
    raise typer.Exit(subprocess.run(call, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}).returncode)


@cli.command()
def understand() -> None:
    """Reads JSON lines {"id", "text", "side", "awaiting"} and writes what each means, one JSON line each."""
    from bot.commands import shop

    work(shop.understand(settings(), sys.stdin, sys.stdout))


@cli.command()
def bench(
    seconds: Annotated[float, typer.Option(min=0.1, max=8, help="For each measured row.")] = 3.0,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Measures in throw-away folders, in about a minute; the shop's own data is not touched."""
    from bot.commands import bench as measured

    measured.bench(seconds, as_json)


@cli.command()
def doctor(as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """Says which settings and parts are missing, and how to get them."""
    from bot.doctor import examine, examine_database

    ours = settings()
    found = [*examine(ours), asyncio.run(examine_database(ours))]
    if as_json:
        print(json.dumps([vars(finding) for finding in found], ensure_ascii=False))
    else:
        marks = {"ok": "[green]✓[/]", "missing": "[red]✗[/]", "wrong": "[red]✗[/]", "note": "[yellow]•[/]"}
        for finding in found:
            out.print(f"{marks[finding.state]} {finding.part}: {finding.says}")
    raise typer.Exit(1 if any(finding.state in ("missing", "wrong") for finding in found) else 0)


def main() -> None:
    cli()


if __name__ == "__main__":
    main()
