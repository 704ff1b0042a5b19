"""The office confirms what no source tells: unit, price, HSN and stock, one question at a time."""

import re

from sqlalchemy import select

from actions import notice_forms as forms
from actions.messages import Buttons, Menu, Option, Phrase, Text, say
from actions.office import in_office, note
from actions.paging import page
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from catalog import service
from catalog.money import Quantity
from catalog.product import CONFIRMED
from catalog.tables import Offer, ProducerGroup, Product
from catalog.words import Words

UNITS = ("piece", "pair", "kg", "litre", "packet", "box", "bottle", "jar", "metre", "set")  # a menu's ten rows
_NUMBER = re.compile(r"\d+(?:\.\d{1,3})?")


def first_gap(product: Product, offers: list[Offer]) -> tuple[str, Offer | None] | None:
    """What is asked next about a product: unit, price, hsn, stock (with the group's offer); None when nothing is."""
    if product.unit is None or product.unit_source not in CONFIRMED:
        return "unit", None
    if product.price_paise is None or product.price_source not in CONFIRMED:
        return "price", None
    if product.hsn is None:
        return "hsn", None
    if product.mode == "stock":
        uncounted = [offer for offer in offers if offer.stock_source not in CONFIRMED]
        if uncounted:
            return "stock", uncounted[0]
    return None


@action("gaps")
async def gaps(turn: Turn, number: str = "0") -> None:
    """Products on the shelf that still miss a value."""
    if not await in_office(turn):
        return
    rows = await turn.db.scalars(select(Product).where(Product.active).order_by(Product.sku))
    wanting = [row for row in rows if first_gap(row, await service.offers(turn.db, row.sku))]
    if not wanting:
        turn.reply(Text(say("office-no-gaps")))
        return
    options: list[Option[Phrase]] = [
        Option(write("fill", row.sku), Words.read(row.name), Words.read(row.short)) for row in wanting
    ]
    shown = page(options, int(number) if number.isdecimal() else 0, lambda n: write("gaps", n))
    turn.reply(Menu(say("office-gap-list", count=len(wanting)), say("office-choose-button"), shown))


@action("fill")
async def fill(turn: Turn, sku: str = "") -> None:
    """Asks for the next missing value of a product."""
    if not await in_office(turn):
        return
    product = await service.product(turn.db, sku)
    gap = first_gap(product, await service.offers(turn.db, sku)) if product else None
    if product is None or gap is None:
        turn.state.ask(None)
        turn.reply(Buttons(say("office-no-gaps-here"), (forms.button("office-gaps", "gaps"),)))
        return
    what, offer = gap
    name = Words.read(product.name)
    if what == "unit":
        options = tuple(
            Option[Phrase](write("fill_unit", sku, unit), say("notice-value", value=Quantity(1000, unit)))
            for unit in UNITS
        )
        turn.reply(Menu(say("office-ask-unit", name=name), say("office-choose-button"), options))
        return
    group = await turn.db.get_one(ProducerGroup, offer.group_id) if offer else None
    turn.state.ask(what, sku=sku, group=offer.group_id if offer else None)
    question = say(
        "office-gap",
        name=name,
        what=what,
        unit=Quantity(1000, product.unit or "piece"),
        group=Words.read(group.short) if group else name,
    )
    turn.reply(Buttons(question, (forms.button("cancel", "gaps"),)))


@action("fill_unit")
async def fill_unit(turn: Turn, sku: str = "", unit: str = "") -> None:
    if await in_office(turn) and await service.product(turn.db, sku) and unit in UNITS:
        await service.set_unit(turn.db, sku, unit)
        await note(turn, "unit", sku, unit)
        await fill(turn, sku)


async def _answered(turn: Turn) -> None:
    """A number in answer to the question last asked; then the product's next one."""
    if not await in_office(turn):
        return
    what, sku = str(turn.state.awaiting), str(turn.state.about.get("sku", ""))
    # int() reads Devanagari digits too
    text = "".join(str(int(c)) if c.isdecimal() else c for c in turn.heard.text).replace(",", "")
    found = _NUMBER.search(text)
    try:
        if found is None:
            raise ValueError("no number")
        await _set(turn, what, sku, found[0])
        await note(turn, what, _about(turn, sku), found[0])
    except (ValueError, LookupError):
        turn.reply(Text(say("office-not-filled")))
        return
    await fill(turn, sku)


def _about(turn: Turn, sku: str) -> str:
    group = turn.state.about.get("group")
    return f"{sku} {group}" if group else sku


async def _set(turn: Turn, what: str, sku: str, number: str) -> None:
    """Raises ValueError for a number that cannot be such a value."""
    whole, _, part = number.partition(".")
    match what:
        case "price":
            if len(part) > 2:
                raise ValueError("a price has at most two decimals")
            await service.set_price(turn.db, sku, int(whole) * 100 + int(part.ljust(2, "0")))
        case "hsn":
            await service.set_hsn(turn.db, sku, number)
        case "stock":
            milli = int(whole) * 1000 + int(part.ljust(3, "0"))
            await service.set_stock(turn.db, sku, str(turn.state.about.get("group", "")), on_hand_milli=milli)
        case _:
            raise ValueError(f"nobody asked for {what}")


for _what in ("price", "hsn", "stock"):
    action(f"answered_{_what}")(_answered)
