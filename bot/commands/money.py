"""`haat money …`: payees, what has come, what is stuck, what goes back; done from a terminal."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions.money_in import arrived
from actions.office_money import tell_step
from actions.office_payees import tell_office
from actions.turn import Shop
from bot.clock import utc_now
from bot.commands import door, proceeds
from bot.commands.acts import AsJson, Refused, Row, perform, show, tell
from bot.commands.office import scaled
from bot.commands.office_moves import shop_here
from bot.unasked import nobodys_turn
from catalog.tables import Seller
from orders import bank_file, office_book, payees, payments, refunds
from orders.money_tables import Payee, Payment
from orders.office_book import CLI
from orders.stuck import stuck
from orders.tables import Order

cli = typer.Typer(no_args_is_help=True, callback=door.enter)
payee_cli = typer.Typer(no_args_is_help=True, callback=door.enter)
refund_cli = typer.Typer(no_args_is_help=True, callback=door.enter)
cli.add_typer(payee_cli, name="payee", help="Where each seller's money goes: two people say it.")
proceeds.join(cli)
cli.add_typer(refund_cli, name="refund", help="Money that goes back: list, sent, done, failed.")


async def propose(
    db: AsyncSession, shop: Shop, seller: str, vpa: str, name: str, now: datetime, account: str | None = None
) -> Row:
    """Raises Refused for an unknown seller or an address that cannot be one."""
    try:
        made = await payees.propose(db, seller, vpa, name, CLI, now, account)
    except (ValueError, LookupError) as wrong:
        raise Refused(f"Not noted: {wrong}.") from wrong
    await office_book.note(db, CLI, "payee_proposed", seller, made.vpa, now)
    async with nobodys_turn(db, shop, now, f"payee:{made.id}") as turn:
        await tell_office(turn, made)
    return _payee(made)


async def confirm(db: AsyncSession, payee_id: int, now: datetime) -> Row:
    """Raises Refused when it was proposed at a terminal too, or is settled."""
    try:
        made = await payees.confirm(db, payee_id, CLI, now)
    except payees.SamePerson as same:
        raise Refused("It was proposed at a terminal: somebody of the office confirms it in her chat.") from same
    except LookupError as gone:
        raise Refused(f"There is no proposed payee {payee_id}.") from gone
    await office_book.note(db, CLI, "payee_confirmed", made.seller_id, made.vpa, now)
    return _payee(made)


def _payee(one: Payee) -> Row:
    state = "over" if one.until else "confirmed" if one.confirmed_by else "proposed"
    return {
        "id": one.id,
        "seller": one.seller_id,
        "vpa": one.vpa,
        "name": one.name,
        "account": one.gateway_account,
        "state": state,
        "proposed_by": one.proposed_by,
        "confirmed_by": one.confirmed_by,
        "since": one.since,
    }


async def all_payees(db: AsyncSession) -> list[Row]:
    """Every payee, and every seller that has none."""
    rows = [_payee(one) for one in await payees.every(db)]
    named = {row["seller"] for row in rows if row["state"] != "over"}
    for seller in await db.scalars(select(Seller).order_by(Seller.id)):
        if seller.id not in named:
            rows.append({**dict.fromkeys(rows[0] if rows else ("id", "seller", "state")), "seller": seller.id,
                         "state": "none"})  # fmt: skip
    return rows


async def waits(db: AsyncSession, now: datetime) -> list[Row]:
    """Every payment and refund that waits for somebody."""
    found = [_waits(one.why, one.payment, one.order, one.payment.amount_paise) for one in await stuck(db, now)]
    for refund in await refunds.waiting(db):
        payment = await db.get_one(Payment, refund.payment_id)
        order = await db.get_one(Order, payment.order_id)
        row = _waits(f"refund {refund.state}", payment, order, refund.amount_paise)
        found.append({**row, "utr": refund.reference, "refund": refund.id})
    return found


def _waits(what: str, payment: Payment, order: Order, paise: int) -> Row:
    return {
        "what": what,
        "order": order.number,
        "rupees": _rupees(paise),
        "by": payment.method,
        "reference": payment.reference,
        "utr": payment.utr,
        "until": payment.expires_at,
        "refund": None,
    }


async def paid(db: AsyncSession, shop: Shop, reference: str, now: datetime, rupees: str, utr: str | None = None) -> Row:
    """What somebody has seen at the bank, or taken in cash. Raises Refused for no payment, or no number."""
    payment = await payments.by_reference(db, reference)
    if payment is None:
        raise Refused(f"There is no payment {reference}.")
    try:
        came = scaled(rupees, 100)
    except ValueError as wrong:
        raise Refused(f"Not noted: {wrong}.") from wrong
    async with nobodys_turn(db, shop, now, f"paid:{payment.id}") as turn:
        how = await arrived(turn, payment, CLI, utr=utr, came=came)
    if how in ("paid", "late"):
        await office_book.note(db, CLI, "paid", payment.reference, str(came), now)
    return {"reference": payment.reference, "state": payment.state, "how": how}


async def import_bank(db: AsyncSession, shop: Shop, text: str, now: datetime) -> list[Row]:
    """Every sum of the file that names a payment of ours; the same file again changes nothing. Raises Refused."""
    rows: list[Row] = []
    try:
        read = list(bank_file.read(text))
    except bank_file.NotAStatement as wrong:
        raise Refused(f"This is no bank's statement: {wrong}.") from wrong
    for one in read:
        if isinstance(one, bank_file.Unread):
            rows.append({"row": one.row, "rupees": None, "utr": None, "reference": None, "how": f"not read: {one.why}"})
            continue
        payment = await _meant(db, one)
        how = "not ours"
        if payment is not None:
            async with nobodys_turn(db, shop, now, f"bank:{one.row}") as turn:
                how = await arrived(turn, payment, "bank", utr=one.utr, came=one.paise)
        rows.append({"row": one.row, "rupees": _rupees(one.paise), "utr": one.utr,
                     "reference": payment.reference if payment else None, "how": how})  # fmt: skip
    taken = sum(row["how"] in ("paid", "late") for row in rows)
    await office_book.note(db, CLI, "bank_file", f"{len(rows)} rows", f"{taken} taken", now)
    return rows


async def _meant(db: AsyncSession, credit: bank_file.Credit) -> Payment | None:
    """By our reference in the bank's words; else by the number a buyer has told us."""
    named = await payments.by_reference(db, credit.note)
    if named is not None or credit.utr is None:
        return named
    return await db.scalar(select(Payment).where(Payment.utr == credit.utr))


async def step(
    db: AsyncSession, shop: Shop, refund_id: int, to: str, now: datetime, reference: str | None = None
) -> Row:
    """Raises Refused when the refund is not at that stage, or the bank's number is missing."""
    try:
        refund = await refunds.step(db, refund_id, to, CLI, now, reference)
    except (refunds.WrongStage, LookupError, ValueError) as wrong:
        raise Refused(f"Not noted: {wrong}.") from wrong
    await office_book.note(db, CLI, f"refund_{to}", refund.cause, refund.reference, now)
    async with nobodys_turn(db, shop, now, f"refund:{refund.id}:{to}") as turn:
        await tell_step(turn, refund)
    return {"refund": refund.id, "state": refund.state, "reference": refund.reference}


def _rupees(paise: int) -> str:
    return f"{paise / 100:.2f}"


@payee_cli.command("list")
def payee_list(as_json: AsJson = False) -> None:
    """Every seller's payee, and who has none."""
    show(perform(all_payees), as_json)


@payee_cli.command("propose")
def payee_propose(
    seller: str,
    vpa: Annotated[str, typer.Option(help="UPI address, shop@bank.")],
    name: Annotated[str, typer.Option(help="As the bank shows it.")],
    account: Annotated[str | None, typer.Option(help="Razorpay's linked account, acc_….")] = None,
    as_json: AsJson = False,
) -> None:
    """Says where a seller's money goes; somebody of the office must confirm it."""
    row = perform(lambda db: propose(db, shop_here(), seller, vpa, name, utc_now(), account))
    tell(row, as_json, f"Noted as {row['id']}. Nothing goes to {row['vpa']} until somebody of the office confirms it.")


@payee_cli.command("confirm")
def payee_confirm(payee_id: int, as_json: AsJson = False) -> None:
    """Confirms what somebody of the office proposed in her chat."""
    row = perform(lambda db: confirm(db, payee_id, utc_now()))
    tell(row, as_json, f"From now on the money of {row['seller']} goes to {row['vpa']}.")


@cli.command("stuck")
def stuck_command(as_json: AsJson = False) -> None:
    """Every payment that is due, claimed, expired or came late, and every refund that is not done."""
    show(perform(lambda db: waits(db, utc_now())), as_json)


@cli.command("paid")
def paid_command(
    reference: Annotated[str, typer.Argument(help="Of `haat money stuck`, HT1001P7R1.")],
    rupees: Annotated[str, typer.Option("--rupees", help="Exactly what came.")],
    utr: Annotated[str | None, typer.Option(help="The bank's number.")] = None,
    as_json: AsJson = False,
) -> None:
    """Notes money that somebody has seen at the bank, or cash that was taken at the door."""
    row = perform(lambda db: paid(db, shop_here(), reference, utc_now(), rupees, utr))
    tell(row, as_json, f"{row['reference']} is {row['state']} ({row['how']}).")


@cli.command("bank")
def bank_command(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The bank's statement as CSV.")],
    as_json: AsJson = False,
) -> None:
    """Takes over what the bank says has come; the same file twice changes nothing."""
    text = file.read_text("utf-8-sig", errors="replace")
    show(perform(lambda db: import_bank(db, shop_here(), text, utc_now())), as_json)


@refund_cli.command("sent")
def refund_sent(refund: int, reference: str, as_json: AsJson = False) -> None:
    """The money is on its way back, under the bank's number."""
    _stepped(refund, "sent", as_json, reference)


@refund_cli.command("done")
def refund_done(refund: int, as_json: AsJson = False) -> None:
    """The buyer has it."""
    _stepped(refund, "done", as_json)


@refund_cli.command("failed")
def refund_failed(refund: int, as_json: AsJson = False) -> None:
    """The bank gave it back; it must be sent again."""
    _stepped(refund, "failed", as_json)


def _stepped(refund: int, to: str, as_json: bool, reference: str | None = None) -> None:
    row = perform(lambda db: step(db, shop_here(), refund, to, utc_now(), reference))
    tell(row, as_json, f"Refund {row['refund']} is {row['state']}.")
