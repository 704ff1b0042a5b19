"""`haat money split|heads|correct|statement|turnover|history|wages|owed|paid-out|transit|withholding|kept-back`."""

from datetime import datetime
from typing import Annotated

import typer

from bot.clock import utc_now
from bot.commands import books
from bot.commands.acts import AsJson, Refused, perform, tell
from orders.dates import Period, indian_day

split_cli = typer.Typer(no_args_is_help=True)
withholding_cli = typer.Typer(no_args_is_help=True)

AsCsv = Annotated[bool, typer.Option("--csv", help="For a spreadsheet.")]
From = Annotated[datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="The day; today without it.")]
When = Annotated[str | None, typer.Option("--of", help="A month (2026-11) or a year (2026-27); this month without it.")]


@split_cli.command("set")
def split_set(
    group: str,
    shares: Annotated[str, typer.Argument(help='Percent: "wages 50, victims 20, society 30"; 100 together.')],
    source: Annotated[str, typer.Option(help="The order or the resolution that says so.")],
    since: From = None,
    as_json: AsJson = False,
) -> None:
    """Says how a group's proceeds are shared from a day on; what waited without a rule is shared by it now."""
    day = since.date() if since else indian_day(utc_now())
    row = perform(lambda db: books.set_split(db, group, shares, day, source, utc_now()))
    tell(row, as_json, f"From {row['from']} {group} shares: {row['shares']}. {row['shared_now']} parcels that waited.")


@split_cli.command("show")
def split_show(group: Annotated[str | None, typer.Argument()] = None, as_json: AsJson = False) -> None:
    """Every rule that was ever said, and who has none."""
    books.listed(perform(lambda db: books.show_splits(db, group)), as_json)


def heads(
    group: str,
    receiver: Annotated[str, typer.Argument(help="wages, victims, staff, members, …")],
    people: int,
    since: From = None,
    as_json: AsJson = False,
) -> None:
    """How many people share: a number, never a list. Fewer than five are never told."""
    day = since.date() if since else indian_day(utc_now())
    row = perform(lambda db: books.count_heads(db, group, receiver, people, day, utc_now()))
    tell(row, as_json, f"Noted: {people} for {receiver} of {group} from {row['from']}.")


def correct(
    voucher: Annotated[str, typer.Argument(help="The number of its paper: it makes the correction happen once.")],
    debit: Annotated[str, typer.Argument(help="The account that gets it, as `haat show ledger` names it.")],
    credit: Annotated[str, typer.Argument(help="The account that gives it.")],
    rupees: str,
    why: Annotated[str, typer.Option(help="The reason, as an auditor reads it.")],
    order: Annotated[str | None, typer.Option(help="The order it is about.")] = None,
    as_json: AsJson = False,
) -> None:
    """Corrects the books by an entry of its own; nothing in them is ever rewritten."""
    row = perform(lambda db: books.correct(db, voucher, debit, credit, rupees, why, utc_now(), order))
    tell(row, as_json, f"{row['rupees']} from {credit} to {debit}, {row['entry']}.")


def statement(
    group: str,
    of: When = None,
    member: Annotated[int | None, typer.Option(help="A member's number: her own line only.")] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """What a group has earned in a month or a financial year."""
    period = _period(of)
    books.listed(perform(lambda db: books.statement(db, group, period, member)), as_json, as_csv)


def turnover(
    by: Annotated[str, typer.Option(help="unit, brand, district or seller.")] = "unit",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """What was sold by financial year, from the books alone."""
    books.listed(perform(lambda db: books.turnover(db, by)), as_json, as_csv)


def history(as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """What others have published of earlier years, with the source. It is in no sum of ours."""
    books.listed(books.history(), as_json, as_csv)


def wages(of: When = None, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Wages of the prison workshops: sums and counts, nobody's line."""
    period = _period(of)
    books.listed(perform(lambda db: books.wages(db, period)), as_json, as_csv)


def owed(group: Annotated[str | None, typer.Argument()] = None, as_json: AsJson = False) -> None:
    """What each receiver has earned and not had yet, and how much of it is due."""
    books.listed(perform(lambda db: books.owed(db, group, utc_now())), as_json)


def paid_out(
    group: str,
    to: Annotated[str, typer.Argument(help="As `haat money owed` names it.")],
    rupees: str,
    reference: Annotated[str, typer.Option(help="The bank's number.")],
    as_json: AsJson = False,
) -> None:
    """Notes that a receiver has been paid; never more than is due."""
    row = perform(lambda db: books.pay_out(db, group, to, rupees, reference, utc_now()))
    tell(row, as_json, f"{rupees} paid out to {to} of {group}.")


def transit(as_json: AsJson = False) -> None:
    """Cash of the door that has not arrived, parcels on their way back; the longest on its way first."""
    books.listed(perform(books.transit), as_json)


@withholding_cli.command("show")
def withholding_show(as_json: AsJson = False) -> None:
    """What an operator may have to keep back, and whether the office has said that it binds this shop."""
    books.listed(perform(lambda db: books.rules(db, indian_day(utc_now()))), as_json)


@withholding_cli.command("on")
def withholding_on(rule: str, as_json: AsJson = False) -> None:
    """The office says that a rule binds this shop; a chartered accountant has confirmed rate and base."""
    row = perform(lambda db: books.switch(db, rule, True, utc_now()))
    tell(row, as_json, f"{rule} is counted from now on.")


@withholding_cli.command("off")
def withholding_off(rule: str, as_json: AsJson = False) -> None:
    row = perform(lambda db: books.switch(db, rule, False, utc_now()))
    tell(row, as_json, f"{rule} is not counted.")


@withholding_cli.command("sums")
def withholding_sums(of: When = None, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """What the rules that are on keep back, by seller."""
    period = _period(of)
    books.listed(perform(lambda db: books.kept_back(db, period)), as_json, as_csv)


def _period(of: str | None) -> Period:
    try:
        return books.period_of(of)
    except Refused as refused:
        raise typer.BadParameter(str(refused)) from refused


def join(money: typer.Typer) -> None:
    """Puts these beside the other commands of `haat money`."""
    money.add_typer(split_cli, name="split", help="How each group's proceeds are shared: set, show.")
    money.add_typer(withholding_cli, name="withholding", help="What may have to be kept back: show, on, off, sums.")
    for command in (heads, correct, statement, turnover, history, wages, owed, paid_out, transit):
        money.command(command.__name__.replace("_", "-"))(command)
