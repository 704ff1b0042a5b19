"""`haat office goods` and `haat office publish`: goods that producers have told of, and putting them on the shelf."""

from datetime import datetime
from typing import Annotated

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from actions.notice_forms import goods_live
from bot import outbox
from bot.clock import utc_now
from bot.commands.acts import AsJson, Refused, Row, perform, show, tell
from bot.people import best_identity
from bot.speech import speech
from catalog import drafts, service
from catalog.words import Words, language_of
from orders import office_book, tickets
from orders.tables import Person, Ticket


async def waiting(db: AsyncSession) -> list[Row]:
    """What producers have told of and nobody has put on the shelf yet."""
    return [
        {
            "sku": draft.sku,
            "group": draft.group_id,
            "name": draft.name,
            "one_holds": f"{draft.pack_milli / 1000:g} {draft.pack_unit}" if draft.pack_milli else None,
            "price_paise": draft.price_paise,
            "unit": draft.unit,
            "since": draft.changed_at,
        }
        for draft in await drafts.sent(db)
    ]


async def publish(db: AsyncSession, sku: str, now: datetime, english: str | None = None) -> Row:
    """Puts a product on the shelf and tells its producer. Raises Refused with what must be said first."""
    product = await service.product(db, sku)
    if product is None:
        raise Refused(f"There is no product {sku}.")
    if english:
        await service.rename(db, sku, english)
    try:
        await service.publish(db, sku)
    except service.NotReady as wanting:
        raise Refused(f"Not yet: {', '.join(wanting.reasons)}. See ./haat office fill {sku} --help.") from wanting
    await office_book.note(db, office_book.CLI, "publish", sku, None, now)
    draft = await drafts.of_sku(db, sku)
    if draft is not None and draft.state == "sent":
        draft.state = "live"
        ticket = await db.get(Ticket, draft.ticket_id) if draft.ticket_id else None
        if ticket is not None:
            await tickets.close(db, ticket, now)
        identity = await best_identity(db, draft.person_id)
        if identity is not None:
            person = await db.get_one(Person, identity.person_id)
            notice = goods_live(Words.read(product.name))
            await outbox.put(db, identity.id, speech().message(notice, language_of(person.language)), now)
    return {"sku": sku, "active": product.active}


def goods_command(as_json: AsJson = False) -> None:
    """Goods that producers have told of in the chat and that wait for the office."""
    show(perform(waiting), as_json)


def publish_command(
    sku: str,
    english: Annotated[str | None, typer.Option(help="Its English name.")] = None,
    as_json: AsJson = False,
) -> None:
    """Puts a product on the shelf once all that the law asks for has been said."""
    row = perform(lambda db: publish(db, sku, utc_now(), english))
    tell(row, as_json, f"{sku} is on the shelf; its producer hears it.")
