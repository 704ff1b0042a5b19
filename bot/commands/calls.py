"""`haat office calls`, `call`, `silent`, `told`: whom no message reaches, and who never answers."""

from datetime import datetime
from typing import Annotated

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import utc_now
from bot.commands import door
from bot.commands.acts import AsJson, Refused, Row, perform, show, tell
from bot.people import phone_of
from bot.tables import Identity, Outbox
from catalog import contacts
from catalog.tables import Contact
from orders import office_book, reaching, service
from orders.reaching_tables import CallWish
from orders.tables import SellerOrder


async def calls(db: AsyncSession) -> list[Row]:
    """Orders whose group must be called, the longest waiting first."""
    return [
        {"order": part.number, "group": part.group_id, "state": part.state, "why": wish.why, "since": wish.since,
         "needed_by": part.needed_by}
        for wish, part in await reaching.to_call(db)
    ]  # fmt: skip


async def call(db: AsyncSession, number: str, now: datetime, result: str | None = None) -> list[Row]:
    """Whom to call about an order, with the numbers; that they were looked at, and what came of it, is written down.

    `result`: spoke | nobody. Raises Refused for an order that is not on the list."""
    wish, part = await _wish(db, number)
    await office_book.note(db, door.actor(), "called" if result else "numbers", part.number, result, now)
    if result == "spoke":
        await reaching.spoke(db, wish, door.actor(), now)
    rows = []
    for contact in await contacts.of_group(db, part.group_id):
        phone = await phone_of(db, contact.person_id) if contact.person_id is not None else None
        rows.append({"contact": contact.id, "role": contact.role, "phone": phone})
    return rows


async def _wish(db: AsyncSession, number: str) -> tuple[CallWish, SellerOrder]:
    for wish, part in await reaching.to_call(db):
        if part.number == number.upper():
            return wish, part
    raise Refused(f"Nobody has to be called about {number}.")


async def told(db: AsyncSession, number: str) -> list[Row]:
    """What was told of an order, to whom, and what became of each message."""
    part = await service.seller_order_by_number(db, number.upper())
    if part is None:
        raise Refused(f"There is no order {number}.")
    rows = []
    for one in await reaching.told_of(db, part.id):
        row, contact = await db.get_one(Outbox, one.outbox_id), await db.get_one(Contact, one.contact_id)
        identity = await db.get_one(Identity, row.identity_id)
        rows.append(
            {"at": one.at, "contact": contact.id, "role": contact.role, "what": one.what, "rung": one.rung,
             "channel": identity.channel, "message": row.state, "receipt": row.status, "outcome": one.outcome}
        )  # fmt: skip
    return rows


async def silent(db: AsyncSession, now: datetime) -> list[Row]:
    return [vars(one) for one in await reaching.never_answering(db, now)]


def calls_command(as_json: AsJson = False) -> None:
    """Orders whose group no message reaches: call them."""
    show(perform(calls), as_json)


def call_command(
    number: str,
    spoke: Annotated[bool, typer.Option("--spoke", help="You have spoken: it leaves the list.")] = False,
    nobody: Annotated[bool, typer.Option("--nobody", help="Nobody answered: it stays.")] = False,
    as_json: AsJson = False,
) -> None:
    """The group's contacts with their numbers; then what came of the call."""
    result = "spoke" if spoke else "nobody" if nobody else None
    rows = perform(lambda db: call(db, number, utc_now(), result))
    if result:
        tell({"order": number, "result": result}, as_json, f"Noted for {number}.")
    else:
        show(rows, as_json)


def told_command(number: str, as_json: AsJson = False) -> None:
    """What was told of an order to its group, and whether it was seen."""
    show(perform(lambda db: told(db, number)), as_json)


def silent_command(as_json: AsJson = False) -> None:
    """Groups that have answered none of their last orders."""
    show(perform(lambda db: silent(db, utc_now())), as_json)
