"""Looking round the shop: the menu, a shelf, one thing, searching, what it costs, whether it is there."""

from collections.abc import Mapping, Sequence

from actions import cards, items, likewise, makers, wishes
from actions.meaning import Item
from actions.messages import Buttons, Menu, Option, Phrase, Text, lines, say
from actions.paging import ROWS
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from catalog import service
from catalog.money import Money, Quantity, amount
from catalog.tables import Category, Product
from catalog.words import Words
from orders.quantities import convert

# The contract's families of goods, and our shelves.
SHELVES: dict[str, tuple[str, ...]] = {
    "woollens": ("woollens",),
    "handloom": ("woollens",),
    "clothes": ("clothes-bags", "woollens"),
    "furniture": ("home",),
    "bakery": ("bakery",),
    "food": ("bakery", "pickles-spices", "dairy-farm", "grains"),
    "dairy": ("dairy-farm",),
    "spices": ("pickles-spices",),
    "handicrafts": ("crafts",),
    "gifts": ("crafts",),
    "services": ("services",),
}
ANSWERED_AT_ONCE = 3  # things whose price is told in one message
INSTEAD = ("kullu-shawl", "pickle", "biscuits")  # shown when nothing is like what was asked


@action("menu")
async def menu(turn: Turn) -> None:
    """The shelves, and one row for everything else: any product is two taps away."""
    turn.state.ask(None)
    await _shelves(turn, say("browse-menu"))


@action("browse_catalogue")
async def browse_catalogue(turn: Turn) -> None:
    if _limited(turn):
        await search_product(turn)
        return
    if await _of_makers(turn):
        return
    turn.state.ask(None)
    await _shelves(turn, say("browse-all"))


async def _of_makers(turn: Turn, shelves: Sequence[str] = ()) -> bool:
    """The goods of the groups, places or brands the message names, on these shelves if it names any; else False."""
    named = await makers.named(turn)
    found = {row.sku: row for group in named for row in await service.of_group(turn.db, group.id)}
    rows = [row for row in found.values() if not shelves or row.category_id in shelves]
    if not rows:
        return False
    turn.state.ask(None)
    turn.reply(
        await cards.shelf(
            turn, say("browse-found"), rows[:ROWS], 0, "menu", wanted=named[0] if len(named) == 1 else None
        )
    )
    return True


async def _shelves(turn: Turn, body: Phrase, only: Sequence[str] = ()) -> None:
    found = [shelf for shelf in await service.categories(turn.db) if not only or shelf.id in only]
    rows = [Option[Phrase](write("category", s.id), Words.read(s.name), Words.read(s.short)) for s in found]
    rows.append(Option(write("help"), say("browse-help")))
    turn.reply(Menu(body, say("browse-choose"), tuple(rows[-ROWS:])))


@action("browse_category")
async def browse_category(turn: Turn) -> None:
    wanted = SHELVES.get(items.slot(turn, "category") or "", ())
    if wanted and await _of_makers(turn, wanted):
        return
    if len(wanted) == 1:
        await category(turn, wanted[0])
    elif wanted:
        turn.state.ask(None)
        await _shelves(turn, say("browse-all"), wanted)
    elif turn.meaning and turn.meaning.items:
        await search_product(turn)
    else:
        await browse_catalogue(turn)


@action("category")
async def category(turn: Turn, category_id: str = "", number: str = "0") -> None:
    """One shelf, in pages; shelves under it come first."""
    turn.state.ask(None)
    below = await service.categories(turn.db, category_id)
    found = await service.in_category(turn.db, category_id)
    shelf = await service.category(turn.db, category_id)
    if shelf is None or not (below or found):
        await browse_catalogue(turn)
        return
    if below and not found:
        await _under(turn, Words.read(shelf.name), below)
        return
    body = say("browse-shelf", name=Words.read(shelf.name))
    turn.reply(await cards.shelf(turn, body, list(found), _page(number), "category", category_id))


async def _under(turn: Turn, name: Words, below: Sequence[Category]) -> None:
    rows = tuple(Option[Phrase](write("category", s.id), Words.read(s.name), Words.read(s.short)) for s in below)
    turn.reply(Menu(say("browse-shelf", name=name), say("browse-choose"), rows[:ROWS]))


def _page(number: str) -> int:
    return int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0


@action("product")
async def product(turn: Turn, sku: str = "", group: str = "") -> None:
    """One product's card; of the group whose list it was tapped in."""
    row = await service.product(turn.db, sku)
    if row is None or not row.active:
        await _instead(turn)
        return
    turn.state.ask(None)
    turn.state.product = sku
    turn.reply(await cards.card(turn, row, await service.group(turn.db, group) if group else None))


@action("search_product")
async def search_product(turn: Turn) -> None:
    """One that fits: its card. Several: a list. None: three real things instead."""
    if await likewise.cheaper(turn) or await likewise.pointed_at(turn):
        return
    said = turn.meaning.items if turn.meaning else ()
    found = [sku for item in said for sku in candidates(turn, item)]
    if not said:  # "what is there under 500": anything
        hits = [hit.sku for hit in turn.shop.index.search(turn.heard.text, ROWS)]
        found = list(turn.shop.index.entries) if _limited(turn) else hits
    products = await service.products(turn.db, found)
    fits = [row for row in products if _affordable(turn, row)]
    if not products:
        await _instead(turn)
    elif len(fits) == 1:
        await _one(turn, fits[0], {name: value for item in said for name, value in item.attrs.items()})
    else:
        body = say("browse-found" if fits else "browse-not-at-this-price")
        turn.state.ask(None)
        turn.reply(await cards.shelf(turn, body, (fits or products)[:ROWS], 0, "menu"))


async def _one(turn: Turn, row: Product, attrs: Mapping[str, str]) -> None:
    """Its card, of the group she named, with what it does not come in said first."""
    turn.state.ask(None)
    turn.state.product = row.sku
    turn.reply(await cards.card(turn, row, await makers.wanted(turn), wishes.refusal(row, attrs)))


def candidates(turn: Turn, item: Item) -> tuple[str, ...]:
    """The skus an item may be, best first."""
    if item.sku:
        return (item.sku,)
    if item.choices:
        return item.choices
    return tuple(hit.sku for hit in turn.shop.index.search(item.product, 3)) if item.product else ()


def _limited(turn: Turn) -> bool:
    return _rupees(turn, "price_min") is not None or _rupees(turn, "price_max") is not None


def _affordable(turn: Turn, row: Product) -> bool:
    """Within the prices she named (rupees), if she named any."""
    low, high = _rupees(turn, "price_min"), _rupees(turn, "price_max")
    if low is None and high is None:
        return True
    return row.price_paise is not None and (low or 0) * 100 <= row.price_paise <= (high or 10**9) * 100


def _rupees(turn: Turn, name: str) -> float | None:
    value = turn.meaning.slots.get(name) if turn.meaning else None
    return float(value) if isinstance(value, int | float) else None


async def _instead(turn: Turn) -> None:
    """Nothing is like it: three things we do have, one tap each."""
    turn.state.ask(None)
    near = [hit.sku for hit in turn.shop.index.search(turn.heard.text, 3)] if turn.heard.text else []
    everything = [*near, *INSTEAD, *turn.shop.index.entries]
    found = (await service.products(turn.db, everything))[:3]
    if not found:
        turn.reply(Text(say("browse-shop-empty")))
        return
    turn.state.products = [row.sku for row in found]
    rows = tuple(Option[Phrase](write("product", r.sku), Words.read(r.name), Words.read(r.short)) for r in found)
    turn.reply(Buttons(say("browse-nothing-like-it"), rows))


async def _meant(turn: Turn) -> list[tuple[Product, Item]]:
    """What the question is about: named in it, pointed at, or talked of last; several candidates count each."""
    found: list[tuple[Product, Item]] = []
    for item in items.asked(turn):
        found += [(row, item) for row in await service.products(turn.db, candidates(turn, item))]
    return found


@action("product_detail")
async def product_detail(turn: Turn) -> None:
    """The card; asked again about the same thing, who makes it and how."""
    meant = await _meant(turn)
    if len(meant) != 1:
        await search_product(turn)
        return
    row, item = meant[0]
    if await likewise.kinds(turn, row):
        return
    if turn.state.product != row.sku or wishes.refusal(row, item.attrs):
        await _one(turn, row, item.attrs)
        return
    shown = await cards.look_at(turn, row)
    if shown.maker is None:
        await product(turn, row.sku)
        return
    about = say("card-about-maker", group=Words.read(shown.maker.name), scheme=Words.read(shown.maker.scheme))
    turn.reply(Buttons(lines(about, Words.read(shown.maker.story)), cards.options(shown)))


@action("ask_price")
async def ask_price(turn: Turn) -> None:
    """What it costs; with an amount, what that costs."""
    await _tell(turn, _price_line)


@action("ask_availability")
async def ask_availability(turn: Turn) -> None:
    await _tell(turn, _ready_line)


def _price_line(turn: Turn, shown: cards.Shown, item: Item) -> Phrase:
    row = shown.product
    line: Phrase = say("card-price-of", name=wishes.named(Words.read(row.name), _so(row, item)), price=cards.price(row))
    refusal = wishes.refusal(row, item.attrs)
    if refusal:
        line = lines(refusal, line)
    said = convert(item.qty_milli, item.unit, row.unit or "piece") if item.qty_milli is not None else None
    if said is None or said == 1000 or row.price_paise is None or row.unit is None:
        return line
    return lines(line, say("card-sum", qty=Quantity(said, row.unit), sum=Money(amount(row.price_paise, said))))


def _ready_line(turn: Turn, shown: cards.Shown, item: Item) -> Phrase:
    row = shown.product
    line = say("card-ready-of", name=Words.read(row.name), ready=cards.ready(turn, shown))
    refusal = wishes.refusal(row, item.attrs)
    return lines(refusal, line) if refusal else line


def _so(row: Product, item: Item) -> dict[str, str]:
    return {name: value for name, value in wishes.chosen(row, item.attrs).items() if name != "group"}


async def _tell(turn: Turn, line: cards.Telling) -> None:
    if await likewise.cheaper(turn):
        return
    meant = await _meant(turn)
    if not meant:
        if turn.meaning and turn.meaning.items:
            await _instead(turn)
        else:
            await _shelves(turn, say("browse-which"))
        return
    if len(meant) > ANSWERED_AT_ONCE:
        await search_product(turn)
        return
    told = [(await cards.look_at(turn, row), item) for row, item in meant]
    turn.state.products = [row.sku for row, _ in meant]
    turn.state.product = meant[0][0].sku
    if len(told) == 1:
        options = cards.options(told[0][0])
    else:
        options = tuple(
            Option[Phrase](write("product", s.product.sku), Words.read(s.product.name), Words.read(s.product.short))
            for s, _ in told
        )
    turn.reply(Buttons(lines(*(line(turn, shown, item) for shown, item in told)), options))
