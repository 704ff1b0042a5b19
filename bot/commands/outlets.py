"""`haat office outlets`, `outlet` and `handover`: where goods are fetched, and handing them over without a code."""

from datetime import datetime
from typing import Annotated

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from actions import notices
from actions.turn import Shop
from bot.clock import utc_now
from bot.commands.acts import AsJson, Refused, Row, perform, show, tell
from bot.commands.office_moves import shop_here
from bot.unasked import nobodys_turn
from catalog.outlet_tables import Outlet
from orders import office_book, outlets, pickup, service
from orders.moving import PICKUP
from orders.office_book import CLI


async def all_outlets(db: AsyncSession) -> list[Row]:
    """Every outlet, and what is known of it."""
    return [_row(one) for one in await outlets.all_outlets(db)]


def _row(one: Outlet) -> Row:
    hours = f"{one.opens}-{one.closes}" if one.opens else None
    days = " to ".join(str(day) for day in (one.from_day, one.until_day) if day)
    return {"id": one.id, "seller": one.seller_id, "name": one.name["en"], "serves": one.serves, "line": one.line,
            "pincode": one.pincode, "hours": hours, "closed": one.closed_on, "days": days or None,
            "gives": one.gives_source}  # fmt: skip


async def set_facts(db: AsyncSession, outlet_id: str, facts: dict[str, str], now: datetime) -> Row:
    """Takes what the office says of an outlet, all or nothing, and notes it in the office's book. Raises Refused."""
    if not facts:
        raise Refused("Nothing to write: `haat office outlet --help` names what can be said.")
    try:
        row = await outlets.tell(db, outlet_id, facts)
    except (ValueError, LookupError) as wrong:
        raise Refused(f"Not written: {wrong}.") from wrong
    for what, said in facts.items():
        await office_book.note(db, CLI, f"outlet_{what}"[:24], f"outlet {outlet_id}", said[:80], now)
    return _row(row)


async def hand_over(db: AsyncSession, shop: Shop, number: str, why: str, now: datetime) -> Row:
    """The office saw to it that the buyer got her goods; journalled with the reason. Raises Refused."""
    part = await service.seller_order_by_number(db, number)
    if part is None or part.delivery != PICKUP:
        raise Refused(f"There is no order {number} that is fetched.")
    if not why.strip():
        raise Refused("Say why it is handed over without the code.")
    if not await pickup.hand_over(db, part, CLI, now):
        raise Refused(f"{part.number} is {part.state}; only what lies at the outlet is handed over.")
    await office_book.note(db, CLI, "handover", part.number, why[:80], now)
    async with nobodys_turn(db, shop, now, f"move:{part.id}:deliver") as turn:
        await notices.moved(turn, part, "deliver")
    return {"number": part.number, "state": part.state}


def outlets_command(as_json: AsJson = False) -> None:
    """Where goods are fetched."""
    rows = perform(all_outlets)
    narrow = ("id", "hours", "closed", "days", "gives")
    show(rows if as_json else [{what: row[what] for what in narrow} for row in rows], as_json)


def outlet_command(
    outlet_id: str,
    gives: Annotated[str | None, typer.Option(help="yes when orders are handed over there, no when not.")] = None,
    line: Annotated[str | None, typer.Option(help="The way to its door.")] = None,
    pincode: Annotated[str | None, typer.Option()] = None,
    opens: Annotated[str | None, typer.Option(help="10:00")] = None,
    closes: Annotated[str | None, typer.Option(help="19:00")] = None,
    closed: Annotated[str | None, typer.Option(help="A weekday: sunday.")] = None,
    from_day: Annotated[str | None, typer.Option(help="A stall's first day, 2026-12-01.")] = None,
    until_day: Annotated[str | None, typer.Option(help="A stall's last day.")] = None,
    as_json: AsJson = False,
) -> None:
    """Writes what the office says of an outlet; an empty word takes a fact back."""
    said = {"gives": gives, "line": line, "pincode": pincode, "opens": opens, "closes": closes, "closed_on": closed,
            "from_day": from_day, "until_day": until_day}  # fmt: skip
    facts = {what: words for what, words in said.items() if words is not None}
    row = perform(lambda db: set_facts(db, outlet_id, facts, utc_now()))
    gives_it = "Orders are handed over there." if row["gives"] else "Orders are not handed over there yet."
    tell(row, as_json, f"Noted. {gives_it}")


def handover_command(
    number: str,
    why: Annotated[str, typer.Option(help="Kept in the office's book.")] = "",
    as_json: AsJson = False,
) -> None:
    """Hands goods that wait at an outlet to their buyer, without her code."""
    row = perform(lambda db: hand_over(db, shop_here(), number, why, utc_now()))
    tell(row, as_json, f"{row['number']} is now {row['state']}. The buyer is told.")
