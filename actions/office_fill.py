"""The office confirms what no source tells: unit, price, HSN and stock, one question at a time."""

import re
from collections.abc import Sequence

from sqlalchemy import select

from actions import notice_forms as forms
from actions.messages import Buttons, Menu, Option, Phrase, Text, lines, say
from actions.office import in_office, note
from actions.paging import page
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from catalog import declarations, service
from catalog.money import Money, Quantity
from catalog.product import CONFIRMED
from catalog.tables import Offer, ProducerGroup, Product
from catalog.words import Words
from orders import rates, tax, terms
from orders.dates import IST
from orders.tax import NoRate
from orders.terms import Terms

UNITS = ("piece", "pair", "kg", "litre", "packet", "box", "bottle", "jar", "metre", "set")  # a menu's ten rows
_NUMBER = re.compile(r"\d+(?:\.\d{1,3})?")


Gap = tuple[str, Offer | None]


def first_gap(product: Product, found: Sequence[tuple[Offer, ProducerGroup]], today: Terms) -> Gap | None:
    """What is asked next about a product: unit, price, hsn, rate, a declaration of food, stock (with the group's
    offer); None when nothing is."""
    if product.unit is None or product.unit_source not in CONFIRMED:
        return "unit", None
    if product.price_paise is None or product.price_source not in CONFIRMED:
        return "price", None
    if product.service:
        return None
    if product.hsn is None:
        return "hsn", None
    bars = {today.bar(product, group) for _, group in found}
    if bars & {"no-rate-fits", "no-rate"}:
        return ("price" if "no-rate-fits" in bars else "rate"), None
    if product.food and declarations.wanting(product.declarations):
        return declarations.wanting(product.declarations)[0], None
    if product.mode == "stock":
        uncounted = [offer for offer, _ in found if offer.stock_source not in CONFIRMED]
        if uncounted:
            return "stock", uncounted[0]
    return None


async def _strict(turn: Turn) -> Terms:
    """The terms of real money, also in the simulator: they decide what is still missing."""
    return await terms.read(turn.db, turn.now, demo_sells=False)


@action("gaps")
async def gaps(turn: Turn, number: str = "0") -> None:
    """Products on the shelf that still miss a value."""
    if not await in_office(turn):
        return
    today = await _strict(turn)
    rows = await turn.db.scalars(select(Product).where(Product.active).order_by(Product.sku))
    wanting = [row for row in rows if first_gap(row, await service.makers(turn.db, row.sku), today)]
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
    gap = first_gap(product, await service.makers(turn.db, sku), await _strict(turn)) if product else None
    if product is None or gap is None:
        turn.state.ask(None)
        shelve = product is not None and not product.active  # all is said: it may go on the shelf
        next_step = (
            forms.button("office-goods-publish", "publish", sku) if shelve else forms.button("office-gaps", "gaps")
        )
        turn.reply(Buttons(say("office-no-gaps-here"), (next_step,)))
        return
    await _ask(turn, product, *gap)


async def _ask(turn: Turn, product: Product, what: str, offer: Offer | None, remark: Phrase | None = None) -> None:
    name, unit = Words.read(product.name), Quantity(1000, product.unit or "piece")
    if what == "unit":
        options = tuple(
            Option[Phrase](write("fill_unit", product.sku, unit), say("notice-value", value=Quantity(1000, unit)))
            for unit in UNITS
        )
        turn.reply(Menu(say("office-ask-unit", name=name), say("office-choose-button"), options))
        return
    if what == "rate" or what in declarations.WHAT:
        turn.state.ask("declaration", sku=product.sku, what=what)
        question = say("office-declare-ask", name=name, what=what, unit=unit, hsn=product.hsn or "")
    else:
        group = await turn.db.get_one(ProducerGroup, offer.group_id) if offer else None
        turn.state.ask(what, sku=product.sku, group=offer.group_id if offer else None)
        whose = Words.read(group.short) if group else name
        question = say("office-gap", name=name, what=what, unit=unit, group=whose)
    turn.reply(Buttons(lines(remark, question), (forms.button("cancel", "gaps"),)))


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
    except _Between as between:
        turn.reply(Text(_between(between.none)))
        return
    except (ValueError, LookupError):
        turn.reply(Text(say("office-not-filled")))
        return
    if what == "hsn" and await _ask_tags(turn, sku):
        return
    await fill(turn, sku)


class _Between(Exception):
    """A price that no rate of tax fits."""

    def __init__(self, none: NoRate) -> None:
        super().__init__()
        self.none = none


def _between(none: NoRate) -> Phrase:
    below, low, high = Money(none.above_paise), Money(none.above_paise + 1), Money(none.up_to_paise)
    return say("office-price-between", low=low, high=high, below=below)


async def _ask_tags(turn: Turn, sku: str) -> bool:
    """After its code: what else the rate depends on, as long as nothing of it has been said. Whether it was asked."""
    product, today = await turn.db.get_one(Product, sku), await _strict(turn)
    tags = [tag for tag in tax.tags_for(today.rates, product.hsn or "", today.on) if tag not in product.tax_tags]
    if not tags:
        return False
    turn.state.ask(None)
    options = [Option[Phrase](write("fill_tag", sku, tag), say("office-tag", tag=tag)) for tag in tags]
    options.append(Option(write("fill", sku), say("office-tags-none")))
    turn.reply(Buttons(say("office-tags-ask", name=Words.read(product.name)), tuple(options)))
    return True


@action("fill_tag")
async def fill_tag(turn: Turn, sku: str = "", tag: str = "") -> None:
    product = await service.product(turn.db, sku) if await in_office(turn) else None
    if product is None or product.hsn is None:
        return
    if tag in tax.tags_for((await _strict(turn)).rates, product.hsn, turn.now.astimezone(IST).date()):
        await service.set_hsn(turn.db, sku, product.hsn, tags=[*product.tax_tags, tag])
        await note(turn, "tax_tags", sku, tag)
    if not await _ask_tags(turn, sku):
        await fill(turn, sku)


@action("answered_declaration")
async def answered_declaration(turn: Turn) -> None:
    """A rate of tax or a declaration of packed food, in her own words."""
    sku, what = str(turn.state.about.get("sku", "")), str(turn.state.about.get("what", ""))
    mine = await in_office(turn)
    product = await service.product(turn.db, sku) if mine else None
    if mine is None or product is None:
        return
    said = " ".join(turn.heard.text.split())
    try:
        if what == "rate":
            await _set_rate(turn, product, said, f"office:{mine.id}")
        else:
            await service.declare(turn.db, sku, what, said)
    except ValueError:
        await _ask(turn, product, what, None, say("office-fact-odd"))
        return
    await note(turn, what, sku, said)
    await fill(turn, sku)


async def _set_rate(turn: Turn, product: Product, said: str, actor: str) -> None:
    found = _NUMBER.fullmatch("".join(str(int(c)) if c.isdecimal() else c for c in said).rstrip("% "))
    if found is None:
        raise ValueError("no number")
    whole, _, part = found[0].partition(".")
    basis_points = int(whole) * 100 + int(part.ljust(2, "0")[:2])
    today, source = turn.now.astimezone(IST).date(), "said in the office's chat"
    await rates.set_rate(turn.db, product.hsn or "", basis_points, today, source, actor, turn.now)


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
            paise = int(whole) * 100 + int(part.ljust(2, "0"))
            product = await turn.db.get_one(Product, sku)
            none = (await _strict(turn)).gap(product, await service.makers(turn.db, sku), paise)
            if none is not None:
                raise _Between(none)
            await service.set_price(turn.db, sku, paise)
        case "hsn":
            await service.set_hsn(turn.db, sku, number)
        case "stock":
            milli = int(whole) * 1000 + int(part.ljust(3, "0"))
            await service.set_stock(turn.db, sku, str(turn.state.about.get("group", "")), on_hand_milli=milli)
        case _:
            raise ValueError(f"nobody asked for {what}")


for _what in ("price", "hsn", "stock"):
    action(f"answered_{_what}")(_answered)
