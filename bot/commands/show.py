"""`haat show …`: the state of the shop for people and for tests; every command takes --json."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import budget
from bot.clock import utc_now
from bot.commands import books
from bot.commands.acts import cell
from bot.database import open_engine, reading
from bot.settings import read_settings
from bot.speech import IST
from bot.tables import Conversation, Identity, Inbox, Outbox, Timer
from catalog.tables import Offer, Scan
from orders import cod_past
from orders.money_tables import Payment, Refund
from orders.tables import CartLine, JournalEntry, Order, OrderLine, SellerOrder, Ticket

cli = typer.Typer(no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document instead of a table.")]
Row = dict[str, Any]
Query = Callable[[AsyncSession], Awaitable[list[Row]]]


def _shown(query: Query, as_json: bool) -> None:
    async def rows() -> list[Row]:
        engine = open_engine(read_settings().database_url, connections=2)
        try:
            async with reading(engine) as db:
                return await query(db)
        finally:
            await engine.dispose()

    found = asyncio.run(rows())
    if as_json:
        print(json.dumps(found, ensure_ascii=False, default=_plain))
        return
    if not found:
        Console().print("Nothing there.")
        return
    table = Table(*found[0])
    for row in found:
        table.add_row(*("" if value is None else cell(_word(value)) for value in row.values()))
    Console().print(table)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _word(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(IST).strftime("%d.%m. %H:%M")
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)


def _columns(row: Any, *left_out: str) -> Row:
    return {c.key: getattr(row, c.key) for c in row.__mapper__.column_attrs if c.key not in left_out}


async def orders_of(db: AsyncSession, number: str | None = None) -> list[Row]:
    """Orders with their seller orders and lines; `number` for one."""
    query = select(Order).order_by(Order.id)
    if number:
        query = query.where(Order.number == number)
    found = []
    for order in await db.scalars(query):
        parts = (await db.scalars(select(SellerOrder).where(SellerOrder.order_id == order.id))).all()
        found.append(
            {
                **_columns(order, "cause", "phone", "line"),
                "seller_orders": [await _seller_order(db, part) for part in parts],
            }
        )
    return found


async def _seller_order(db: AsyncSession, part: SellerOrder) -> Row:
    lines = await db.scalars(select(OrderLine).where(OrderLine.seller_order_id == part.id))
    journal = await db.scalars(select(JournalEntry).where(JournalEntry.seller_order_id == part.id))
    return {
        **_columns(part),
        "lines": [_columns(line) for line in lines],
        "journal": [_columns(entry) for entry in journal],
    }


@cli.command()
def orders(as_json: AsJson = False) -> None:
    """All orders."""

    async def query(db: AsyncSession) -> list[Row]:
        found = await orders_of(db)
        if as_json:
            return found
        return [
            {
                "number": row["number"],
                "placed": row["placed_at"],
                "₹": f"{row['total_paise'] / 100:.2f}",
                "payment": row["payment"],
                "parts": ", ".join(f"{part['group_id']}: {part['state']}" for part in row["seller_orders"]),
            }
            for row in found
        ]

    _shown(query, as_json)


@cli.command()
def order(number: str, as_json: AsJson = False) -> None:
    """One order, with its parts, lines and journal."""
    _shown(lambda db: orders_of(db, number.upper()), as_json)


@cli.command()
def cart(person: Annotated[int | None, typer.Argument(help="A person's id; all carts without it.")] = None,
         as_json: AsJson = False) -> None:  # fmt: skip
    """What lies in the carts."""

    async def query(db: AsyncSession) -> list[Row]:
        wanted = select(CartLine).order_by(CartLine.person_id, CartLine.id)
        if person is not None:
            wanted = wanted.where(CartLine.person_id == person)
        return [_columns(line, "id") for line in await db.scalars(wanted)]

    _shown(query, as_json)


@cli.command()
def stock(as_json: AsJson = False) -> None:
    """What each group has on hand and has promised (thousandths of the unit)."""

    async def query(db: AsyncSession) -> list[Row]:
        return [_columns(offer, "id") for offer in await db.scalars(select(Offer).order_by(Offer.sku, Offer.rank))]

    _shown(query, as_json)


@cli.command()
def conversation(as_json: AsJson = False) -> None:
    """Where each conversation stands, and what of it waits."""

    async def query(db: AsyncSession) -> list[Row]:
        found = []
        rows = await db.execute(select(Conversation, Identity).join(Identity).order_by(Identity.id))
        for talk, identity in rows:
            waiting = (
                await db.scalars(select(Inbox.id).where(Inbox.identity_id == identity.id, Inbox.state == "new"))
            ).all()
            found.append(
                {
                    "identity": identity.id,
                    "person": identity.person_id,
                    "channel": identity.channel,
                    "address": f"…{identity.address[-4:]}",
                    "awaiting": talk.state.get("awaiting"),
                    "side": talk.state.get("side", "buyer"),
                    "waiting": len(waiting),
                    **({"state": {k: v for k, v in talk.state.items() if k != "last_turns"}} if as_json else {}),
                }
            )
        return found

    _shown(query, as_json)


@cli.command()
def messages(
    month: Annotated[str | None, typer.Option(help="2026-11; this month without it.")] = None, as_json: AsJson = False
) -> None:
    """What the month's messages cost: by party, each channel's bill, and per order."""
    today = datetime.now(IST).date()
    day = date.fromisoformat(f"{month}-01") if month else today

    async def query(db: AsyncSession) -> list[Row]:
        bills = await budget.bills(db, day)
        sums = [
            {"party": "all", "channel": bill.channel, "category": "billed", "sends": bill.sends,
             "rupees": budget.rupees(bill.billed), "free left": bill.free_left,
             "forecast": budget.rupees(budget.forecast(bill, utc_now())) if month is None else None}
            for bill in bills
        ]  # fmt: skip
        parties = [{**row, "free left": None, "forecast": None} for row in await budget.by_party(db, day)]
        told = await budget.per_order(db, day)
        orders = {"party": f"{told['orders']} orders", "channel": "all", "category": "per order",
                  "sends": told["sends_per_order"], "rupees": told["billed_per_order"], "free left": None,
                  "forecast": None}  # fmt: skip
        return [*parties, *sums, orders] if parties else []

    _shown(query, as_json)


@cli.command()
def ledger(
    order: Annotated[str | None, typer.Option(help="Of one order.")] = None,
    group: Annotated[str | None, typer.Option(help="Of one group's parts.")] = None,
    as_json: AsJson = False,
) -> None:
    """The books: every line of every entry, then what stands on each account; all of it sums to nothing."""
    _shown(lambda db: books.entries(db, order, group), as_json)


@cli.command()
def outbox(as_json: AsJson = False) -> None:
    """What was said and what became of it."""

    async def query(db: AsyncSession) -> list[Row]:
        rows = await db.scalars(select(Outbox).order_by(Outbox.id))
        return [_columns(row, *(() if as_json else ("message", "key", "lease_by", "lease_until"))) for row in rows]

    _shown(query, as_json)


@cli.command()
def timers(as_json: AsJson = False) -> None:
    """What is due when."""

    async def query(db: AsyncSession) -> list[Row]:
        return [_columns(row, "id") for row in await db.scalars(select(Timer).order_by(Timer.due_at))]

    _shown(query, as_json)


@cli.command()
def tickets(as_json: AsJson = False) -> None:
    """What waits for a person of the office."""

    async def query(db: AsyncSession) -> list[Row]:
        rows = await db.scalars(select(Ticket).order_by(Ticket.id))
        return [_columns(row, *(() if as_json else ("last_turns",))) for row in rows]

    _shown(query, as_json)


@cli.command()
def scans(as_json: AsJson = False) -> None:
    """How often each printed code was scanned, and the orders that followed."""

    async def query(db: AsyncSession) -> list[Row]:
        scanned = [row.code for row in await db.scalars(select(Scan))]
        ordered = [row.campaign for row in await db.scalars(select(Order).where(Order.campaign.is_not(None)))]
        codes = sorted({*scanned, *(code for code in ordered if code)})
        return [{"code": code, "scans": scanned.count(code), "orders": ordered.count(code)} for code in codes]

    _shown(query, as_json)


@cli.command("payments")
def payments_(as_json: AsJson = False) -> None:
    """What each buyer owes or has paid each seller."""

    async def query(db: AsyncSession) -> list[Row]:
        found = select(Payment, Order.number).join(Order, Order.id == Payment.order_id).order_by(Payment.id)
        # The address of a pay page is the buyer's own.
        return [{"order": number, **_columns(payment, "token")} for payment, number in await db.execute(found)]

    _shown(query, as_json)


@cli.command()
def refunds(as_json: AsJson = False) -> None:
    """What goes back to buyers, and how far it is."""

    async def query(db: AsyncSession) -> list[Row]:
        return [_columns(row) for row in await db.scalars(select(Refund).order_by(Refund.id))]

    _shown(query, as_json)


@cli.command()
def cod(
    month: Annotated[str | None, typer.Option(help="2026-11; this month without it.")] = None, as_json: AsJson = False
) -> None:
    """How many parcels to be paid at the door came back, of the month's orders."""
    day = date.fromisoformat(f"{month}-01") if month else datetime.now(IST).date()

    async def query(db: AsyncSession) -> list[Row]:
        return [await cod_past.share_returned(db, *budget.month_of(day))]

    _shown(query, as_json)
