"""What a producer says about her goods: her count and her price change at once, the rest the office does."""

from sqlalchemy import select

from actions import notice_forms as forms
from actions import prices
from actions.desk import open_ticket
from actions.door import admitted, admitted_somewhere, no_contact, noted
from actions.messages import Buttons, Text, say
from actions.registry import action
from actions.turn import Turn
from catalog import contacts, service
from catalog.money import Money, Quantity
from catalog.roles import Act
from catalog.tables import Offer, Product
from catalog.words import Words
from orders import quantities, terms


async def her_offer(turn: Turn, act: Act = "stock") -> Offer | None:
    """The one offer of her groups that her words name, or that is talked about, when she may `act` on goods there."""
    named = {item.sku for item in turn.meaning.items if item.sku} if turn.meaning else set()
    unnamed = turn.meaning is not None and not any(item.product or item.choices for item in turn.meaning.items)
    skus = named or ({turn.state.product} if unnamed and turn.state.product else set())
    if len(skus) != 1:
        return None
    found = []
    for contact in await contacts.able(turn.db, turn.person.id, act):
        offer = await turn.db.scalar(
            select(Offer).where(Offer.sku.in_(skus), Offer.group_id == contact.group_id, Offer.active)
        )
        if offer is not None:
            found.append(offer)
    return found[0] if len(found) == 1 else None


@action("producer_stock_update")
async def producer_stock_update(turn: Turn) -> None:
    """ "12 pickles left", "6 more shawls", "shawl finished": one product of hers and an amount, else the office."""
    if not await admitted_somewhere(turn, "stock"):
        return
    offer = await her_offer(turn)
    product = await turn.db.get(Product, offer.sku) if offer else None
    counted = _counted(turn, offer, product) if offer and product else None
    if offer is None or product is None or counted is None:
        await to_office(turn, "stock")
        return
    before, turn.state.product = offer.on_hand_milli, offer.sku
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
    await noted(turn, offer.group_id, "stock", f"{offer.sku} {offer.group_id}", str(milli))
    free = Quantity(max(0, milli - offer.reserved_milli), product.unit or "piece")
    body = say("producer-counted", name=Words.read(product.name), free=free)
    if before is None or before == milli:
        turn.reply(Text(body))
    else:
        turn.reply(Buttons(body, (forms.button("producer-recount", "recount", offer.id, before),)))


@action("recount")
async def recount(turn: Turn, offer_id: str = "", milli: str = "") -> None:
    """Takes a count back to what it was; the right is looked up again, whatever the button says."""
    offer = await turn.db.get(Offer, int(offer_id)) if offer_id.isdecimal() and milli.isdecimal() else None
    if offer is None:
        turn.reply(Text(say("producer-not-yours")))
    if offer is None or not await admitted(turn, offer.group_id, "stock"):
        return
    await _count(turn, offer, await turn.db.get_one(Product, offer.sku), int(milli), None)


async def to_office(turn: Turn, kind: str) -> None:
    """Her words as a ticket, and the honest answer that the office does it."""
    if not await contacts.of_person(turn.db, turn.person.id):
        await no_contact(turn)
        return
    ticket = await open_ticket(turn, kind, turn.heard.text)
    turn.reply(Text(say("producer-office-will", number=ticket.number)))


@action("producer_price_change")
async def producer_price_change(turn: Turn) -> None:
    """ "topi ka daam 150 kar do": at once, when her group alone makes it; a great step is asked about by a button."""
    if not await admitted_somewhere(turn, "price"):
        return
    offer = await her_offer(turn, "price")
    product = await turn.db.get(Product, offer.sku) if offer else None
    paise = prices.told(turn.meaning.slots, product.price_paise) if product and turn.meaning else None
    if offer is None or product is None or paise is None or len(await service.makers(turn.db, product.sku)) > 1:
        await to_office(turn, "price")
    elif product.price_paise and prices.far(product.price_paise, paise):
        change = forms.button("producer-price-yes", "reprice", offer.id, paise)
        name, old = Words.read(product.name), Money(product.price_paise)
        turn.reply(Buttons(say("producer-price-sure", name=name, old=old, price=Money(paise)), (change,)))
    else:
        await _price(turn, product, offer, paise)


@action("reprice")
async def reprice(turn: Turn, offer_id: str = "", paise: str = "") -> None:
    """The price a button tells; the right is looked up again, whatever the button says."""
    offer = await turn.db.get(Offer, int(offer_id)) if offer_id.isdecimal() and paise.isdecimal() else None
    if offer is None:
        turn.reply(Text(say("producer-not-yours")))
    if offer is None or not await admitted(turn, offer.group_id, "price"):
        return
    if len(await service.makers(turn.db, offer.sku)) > 1 or not 0 < int(paise) <= prices.MOST_PAISE:
        await to_office(turn, "price")
        return
    await _price(turn, await turn.db.get_one(Product, offer.sku), offer, int(paise))


async def _price(turn: Turn, product: Product, offer: Offer, paise: int) -> None:
    """Buyers see it with their next message; what is ordered already keeps its price."""
    name, before = Words.read(product.name), product.price_paise
    strict = await terms.read(turn.db, turn.now, demo_sells=False)
    none = strict.gap(product, await service.makers(turn.db, product.sku), paise)
    if none is not None:
        low, high = Money(none.above_paise + 1), Money(none.up_to_paise)
        turn.reply(Text(say("office-price-between", low=low, high=high, below=Money(none.above_paise))))
        return
    printed = product.declarations.get("mrp")
    if printed is not None and paise > printed:
        turn.reply(Text(say("producer-above-mrp", name=name, mrp=Money(printed))))
        return
    await service.set_price(turn.db, product.sku, paise, source="producer")
    await noted(turn, offer.group_id, "price", product.sku, str(paise))
    turn.state.product = product.sku
    body = say("producer-priced", name=name, price=Money(paise), unit=Quantity(1000, product.unit or "piece"))
    if before is None or before == paise:
        turn.reply(Text(body))
    else:
        turn.reply(Buttons(body, (forms.button("producer-recount", "reprice", offer.id, before),)))


@action("producer_delay")
async def producer_delay(turn: Turn) -> None:
    await to_office(turn, "delay")


@action("producer_undo")
async def producer_undo(turn: Turn) -> None:
    await to_office(turn, "undo")
