"""What a producer says about her goods. Her own count changes at once; the rest the office does in this release."""

from sqlalchemy import select

from actions.desk import open_ticket
from actions.messages import Buttons, Text, say
from actions.notice_forms import button
from actions.registry import action
from actions.turn import Turn
from catalog import contacts, service
from catalog.money import Quantity
from catalog.tables import Offer, Product
from catalog.words import Words
from orders import quantities


async def _her_offer(turn: Turn) -> Offer | None:
    """The one offer of her groups that her words name, when she may count goods there."""
    skus = {item.sku for item in turn.meaning.items if item.sku} if turn.meaning else set()
    if len(skus) != 1:
        return None
    found = []
    for contact in await contacts.of_person(turn.db, turn.person.id):
        if contacts.may(contact.role, "goods"):
            offer = await turn.db.scalar(
                select(Offer).where(Offer.sku.in_(skus), Offer.group_id == contact.group_id, Offer.active)
            )
            if offer is not None and offer not in found:
                found.append(offer)
    return found[0] if len(found) == 1 else None


@action("producer_stock_update")
async def producer_stock_update(turn: Turn) -> None:
    """ "12 pickles left", "6 more shawls", "shawl finished": one product of hers and an amount, else the office."""
    offer = await _her_offer(turn)
    product = await turn.db.get(Product, offer.sku) if offer else None
    counted = _counted(turn, offer, product) if offer and product else None
    if offer is None or product is None or counted is None:
        await to_office(turn, "stock")
        return
    before = offer.on_hand_milli
    await _count(turn, offer, product, counted, before)


def _counted(turn: Turn, offer: Offer, product: Product) -> int | None:
    """The new count in milli; None when her words give none that fits the unit."""
    if turn.meaning is None or product.unit is None:
        return None
    op = turn.meaning.slots.get("op", "set")
    if op == "close":
        return offer.reserved_milli
    said = next((item for item in turn.meaning.items if item.qty_milli is not None), None)
    milli = quantities.convert(said.qty_milli or 0, said.unit, product.unit) if said else None
    if milli is None or op not in ("set", "add"):
        return None
    return milli + (offer.on_hand_milli or 0) if op == "add" else milli


async def _count(turn: Turn, offer: Offer, product: Product, milli: int, before: int | None) -> None:
    await service.set_stock(turn.db, offer.sku, offer.group_id, on_hand_milli=milli, source="producer")
    free = Quantity(max(0, milli - offer.reserved_milli), product.unit or "piece")
    body = say("producer-counted", name=Words.read(product.name), free=free)
    if before is None or before == milli:
        turn.reply(Text(body))
    else:
        turn.reply(Buttons(body, (button("producer-recount", "recount", offer.id, before),)))


@action("recount")
async def recount(turn: Turn, offer_id: str = "", milli: str = "") -> None:
    """Takes a count back to what it was; the right is looked up again, whatever the button says."""
    offer = await turn.db.get(Offer, int(offer_id)) if offer_id.isdecimal() and milli.isdecimal() else None
    if offer is None or not await contacts.allowed(turn.db, turn.person.id, offer.group_id, "goods"):
        turn.reply(Text(say("producer-not-yours")))
        return
    await _count(turn, offer, await turn.db.get_one(Product, offer.sku), int(milli), None)


async def to_office(turn: Turn, kind: str) -> None:
    """Her words as a ticket, and the honest answer that the office does it."""
    if not await contacts.of_person(turn.db, turn.person.id):
        turn.reply(Text(say("producer-not-joined")))
        return
    ticket = await open_ticket(turn, kind, turn.heard.text)
    turn.reply(Text(say("producer-office-will", number=ticket.number)))


@action("producer_price_change")
async def producer_price_change(turn: Turn) -> None:
    await to_office(turn, "price")


@action("producer_new_product")
async def producer_new_product(turn: Turn) -> None:
    await to_office(turn, "new_product")


@action("producer_earnings")
async def producer_earnings(turn: Turn) -> None:
    await to_office(turn, "earnings")


@action("producer_holiday")
async def producer_holiday(turn: Turn) -> None:
    await to_office(turn, "holiday")


@action("producer_delay")
async def producer_delay(turn: Turn) -> None:
    await to_office(turn, "delay")


@action("producer_undo")
async def producer_undo(turn: Turn) -> None:
    await to_office(turn, "undo")


@action("producer_register")
async def producer_register(turn: Turn) -> None:
    """Somebody offers herself or her group: the office writes to her."""
    ticket = await open_ticket(turn, "register", turn.heard.text)
    turn.reply(Text(say("producer-register", number=ticket.number)))
