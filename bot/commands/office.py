"""`haat office …`: what waits for a person of the office, done from a terminal."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Annotated

import typer
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions.notice_forms import office_answer
from bot import outbox
from bot.clock import utc_now
from bot.commands import calls, clocks, declaring, door, group, office_moves, outlets, publishing
from bot.commands.acts import AsJson, Refused, Row, perform, show, tell
from bot.people import best_identity
from bot.speech import rupees, speech
from catalog import service
from catalog.words import language_of
from orders import office_book, rates, terms, tickets
from orders.dates import IST
from orders.tables import Person, SellerOrder

cli = typer.Typer(no_args_is_help=True, callback=door.enter)
cli.command("move")(office_moves.move_command)
cli.command("give")(office_moves.give_command)
cli.command("declare")(declaring.declare_command)
cli.command("goods")(publishing.goods_command)
cli.command("publish")(publishing.publish_command)
cli.command("certify")(declaring.certify_command)
cli.command("clocks")(clocks.clocks_command)
cli.command("ratings")(clocks.ratings_command)
cli.command("outlets")(outlets.outlets_command)
cli.command("outlet")(outlets.outlet_command)
cli.command("handover")(outlets.handover_command)
cli.command("people")(group.list_contacts)
cli.command("invite")(group.invite_command)
cli.command("revoke")(group.revoke_command)
cli.command("confirm")(group.confirm_command)
cli.command("calls")(calls.calls_command)
cli.command("call")(calls.call_command)
cli.command("told")(calls.told_command)
cli.command("silent")(calls.silent_command)


async def waiting(db: AsyncSession) -> list[Row]:
    """Open tickets with the order they are about."""
    rows = []
    for ticket in await tickets.waiting(db):
        part = await db.get(SellerOrder, ticket.seller_order_id) if ticket.seller_order_id else None
        rows.append(
            {
                "number": ticket.number,
                "kind": ticket.kind,
                "opened_at": ticket.opened_at,
                "order": part.number if part else None,
                "sku": ticket.sku,
                "reason": ticket.reason,
                "wish": ticket.wish,
                "text": ticket.text,
                "last_turns": ticket.last_turns,
            }
        )
    return rows


async def answer(db: AsyncSession, number: str, text: str, now: datetime) -> Row:
    """Answers a ticket and puts the answer on its way. Raises Refused without ticket, words or a chat."""
    ticket = await tickets.by_number(db, number)
    if ticket is None:
        raise Refused(f"There is no ticket {number}.")
    identity = await best_identity(db, ticket.person_id) if ticket.person_id else None
    if identity is None:
        raise Refused(f"{ticket.number} came from nobody in a chat.")
    try:
        words = await tickets.answer(db, ticket, text, now)
    except tickets.GivesAway as wrong:
        raise Refused("Not sent: it tells of a prisoner or a victim. Write it without that.") from wrong
    except ValueError as wrong:
        raise Refused("An answer needs words.") from wrong
    await office_book.note(db, office_book.CLI, "answer", ticket.number, None, now)
    person = await db.get_one(Person, identity.person_id)
    spoken = speech().message(office_answer(ticket.number, words), language_of(person.language))
    await outbox.put(db, identity.id, spoken, now)
    return {"number": ticket.number, "state": ticket.state, "answer": words}


async def close(db: AsyncSession, number: str, now: datetime) -> Row:
    ticket = await tickets.by_number(db, number)
    if ticket is None:
        raise Refused(f"There is no ticket {number}.")
    await tickets.close(db, ticket, now)
    await office_book.note(db, office_book.CLI, "close", ticket.number, None, now)
    return {"number": ticket.number, "state": ticket.state}


async def unanswered(db: AsyncSession) -> list[Row]:
    """Orders that wait for a group's answer."""
    placed = select(SellerOrder).where(SellerOrder.state == "placed").order_by(SellerOrder.id)
    return [
        {"number": p.number, "group": p.group_id, "needed_by": p.needed_by, "since": p.changed_at}
        for p in await db.scalars(placed)
    ]


async def fill(
    db: AsyncSession,
    sku: str,
    *,
    price: str | None = None,
    unit: str | None = None,
    hsn: str | None = None,
    tags: Sequence[str] = (),
    gst: str | None = None,
    gst_source: str = "",
    group: str | None = None,
    stock: str | None = None,
    lead_days: int | None = None,
    now: datetime | None = None,
) -> Row:
    """Confirms values of a product in the officer's name. `price` in rupees, `stock` in the product's unit, `gst` in
    percent, for the product's HSN from today on."""
    at = now or utc_now()
    row = await service.product(db, sku)
    if row is None:
        raise Refused(f"There is no product {sku}.")
    if group is None and (stock is not None or lead_days is not None):
        raise Refused("Stock and lead time belong to a group: add --group.")
    try:
        if unit:
            await service.set_unit(db, sku, unit)
        if price:
            await service.set_price(db, sku, scaled(price, 100))
        if hsn or tags:
            await service.set_hsn(db, sku, hsn or row.hsn or "", tags=tags or None)
        if gst:
            today = at.astimezone(IST).date()
            await rates.set_rate(db, row.hsn or "", scaled(gst, 100), today, gst_source, office_book.CLI, at)
        if group:
            milli = None if stock is None else scaled(stock, 1000)
            await service.set_stock(db, sku, group, on_hand_milli=milli, lead_days=lead_days)
        about = f"{sku} {group}"
        for act, told, whose in (("unit", unit, sku), ("price", price, sku), ("hsn", hsn, sku), ("stock", stock, about),
                                 ("lead_days", lead_days, about), ("tax_tags", " ".join(tags) or None, sku),
                                 ("gst_rate", gst and f"{gst}: {gst_source}", row.hsn or "")):  # fmt: skip
            if told is not None:
                await office_book.note(db, office_book.CLI, act, whose, str(told), at)
    except (ValueError, LookupError) as wrong:
        raise Refused(f"Not written: {wrong}.") from wrong
    terms_now = await terms.read(db, at, demo_sells=False)
    makers = await service.makers(db, sku)
    none = terms_now.gap(row, makers, row.price_paise or 0)
    if none is not None and (price or hsn or tags):
        low, high = rupees(none.above_paise + 1), rupees(none.up_to_paise)
        raise Refused(f"Not written: between {low} and {high} no GST rate fits its own slab. Choose another price.")
    why = terms_now.hindrances(row, makers)
    return {"sku": sku, "sells": not why, "missing": list(why)}


def scaled(number: str, by: int) -> int:
    """ "950.50" as 95050; raises ValueError for anything finer than `by` or not a number."""
    try:
        value = Decimal(number) * by
    except InvalidOperation as wrong:
        raise ValueError(f"{number} is no number") from wrong
    if not value.is_finite() or value != value.to_integral_value():
        raise ValueError(f"{number} is too fine")
    return int(value)


@cli.command("tickets")
def tickets_command(as_json: AsJson = False) -> None:
    """What waits for an answer, the oldest first."""
    rows = perform(waiting)
    show(rows if as_json else [{k: v for k, v in row.items() if k != "last_turns"} for row in rows], as_json)


@cli.command("answer")
def answer_command(number: str, text: str, as_json: AsJson = False) -> None:
    """Answers a ticket; the words go to the person's chat as they are."""
    row = perform(lambda db: answer(db, number, text, utc_now()))
    tell(row, as_json, f"The answer to {row['number']} is on its way.")


@cli.command("close")
def close_command(number: str, as_json: AsJson = False) -> None:
    """Closes a ticket that was settled outside the chat."""
    row = perform(lambda db: close(db, number, utc_now()))
    tell(row, as_json, f"{row['number']} is closed.")


@cli.command("waiting")
def waiting_command(as_json: AsJson = False) -> None:
    """Orders that wait for a group's answer."""
    show(perform(unanswered), as_json)


@cli.command("fill")
def fill_command(
    sku: str,
    price: Annotated[str | None, typer.Option(help="Rupees for one unit, tax included.")] = None,
    unit: Annotated[str | None, typer.Option()] = None,
    hsn: Annotated[str | None, typer.Option(help="4, 6 or 8 digits.")] = None,
    tag: Annotated[list[str] | None, typer.Option(help="What the rate depends on: handmade, handcrafted, …")] = None,
    gst: Annotated[str | None, typer.Option(help="Percent, for an HSN whose rate is not known yet.")] = None,
    gst_source: Annotated[str, typer.Option(help="The notification or advice that says so.")] = "",
    group: Annotated[str | None, typer.Option(help="Whose stock and lead time.")] = None,
    stock: Annotated[str | None, typer.Option(help="On the shelf now, in the product's unit.")] = None,
    lead_days: Annotated[int | None, typer.Option(help="Days to make one.")] = None,
    as_json: AsJson = False,
) -> None:
    """Confirms a product's values, so that it sells on real channels."""
    row = perform(
        lambda db: fill(
            db, sku, price=price, unit=unit, hsn=hsn, tags=tag or (), gst=gst, gst_source=gst_source, group=group,
            stock=stock, lead_days=lead_days,
        )
    )  # fmt: skip
    missing = ", ".join(row["missing"])
    tell(row, as_json, f"{sku} sells." if row["sells"] else f"Noted. {sku} does not sell yet: {missing}.")
