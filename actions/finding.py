"""From words to goods: the one that is meant, the few that may be, or the nearest things there are."""

from collections.abc import Mapping, Sequence

from actions import cards, likewise, makers, wishes
from actions.meaning import Item
from actions.messages import Buttons, Menu, Option, Phrase, Text, lines, say
from actions.paging import ROWS, asked, page
from actions.payloads import LIMIT_BYTES, write
from actions.registry import action
from actions.turn import Turn
from catalog import service
from catalog.lexicon import listed, phrases
from catalog.search import Hit
from catalog.spelling import tokens
from catalog.tables import ProducerGroup, Product
from catalog.words import Words

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
INSTEAD = ("kullu-shawl", "pickle", "biscuits")  # shown when nothing is like what was asked
A_FEW = 3  # as many as there are buttons
_MORE_BYTES = LIMIT_BYTES - len("v1::999")
_LIKELY = 0.5  # of the best one's score: what is less like it is not offered beside it


@action("search_product")
async def search_product(turn: Turn) -> None:
    """One that fits: its card. Two or three: a button each. More: a list. None: three real things instead."""
    if await likewise.cheaper(turn) or await likewise.pointed_at(turn):
        return
    said = turn.meaning.items if turn.meaning else ()
    if not said and not limited(turn) and await of_makers(turn):
        return
    found = [sku for item in said for sku in candidates(turn, item)]
    if not said and limited(turn):  # "what is there under 500": anything
        found = list(turn.shop.index.entries)
    elif not said:
        found = list(likely(turn.shop.index.search(turn.heard.text, ROWS)))
    products = await service.products(turn.db, found)
    fits = [row for row in products if _affordable(turn, row)]
    if not products:
        await instead(turn)
    elif len(fits) == 1:
        await one(turn, fits[0], {name: value for item in said for name, value in item.attrs.items()})
    elif fits and len(fits) <= A_FEW:
        await _few(turn, fits)
    else:
        turn.state.ask(None)
        body = say("browse-found" if fits else "browse-not-at-this-price")
        turn.reply(await cards.shelf(turn, body, (fits or products)[:ROWS], 0, "menu"))


def candidates(turn: Turn, item: Item) -> tuple[str, ...]:
    """The skus an item may be, best first."""
    if item.sku:
        return (item.sku,)
    if item.choices:
        return item.choices
    return likely(turn.shop.index.search(item.product, A_FEW)) if item.product else ()


def likely(hits: Sequence[Hit]) -> tuple[str, ...]:
    """Those that are nearly as like it as the best one."""
    return tuple(hit.sku for hit in hits if hit.score >= _LIKELY * hits[0].score)


async def one(turn: Turn, row: Product, attrs: Mapping[str, str]) -> None:
    """Its card, of the group she named, with what it does not come in said first."""
    turn.state.ask(None)
    turn.state.product = row.sku
    turn.reply(await cards.card(turn, row, await makers.wanted(turn), wishes.refusal(row, attrs)))


async def _few(turn: Turn, products: Sequence[Product]) -> None:
    """Several may be meant: each with its price, one tap away."""
    turn.state.ask(None)
    turn.state.products = [row.sku for row in products]
    told = [say("card-price-of", name=Words.read(row.name), price=cards.price(row)) for row in products]
    turn.reply(Buttons(lines(say("browse-found"), *told), _taps(products)))


def _taps(products: Sequence[Product]) -> tuple[Option[Phrase], ...]:
    return tuple(Option(write("product", row.sku), Words.read(row.name), Words.read(row.short)) for row in products)


async def of_goods(turn: Turn) -> bool:
    """ "masale dikhao": a family that is goods as well, where few of them are; else False."""
    named = [sku for mention in turn.shop.index.mentions(turn.heard.text) for sku in mention.skus]
    products = await service.products(turn.db, named)
    if not 1 < len(products) <= A_FEW:
        return False
    await _few(turn, products)
    return True


async def of_makers(turn: Turn, shelves: Sequence[str] = ()) -> bool:
    """The goods of the groups, places or brands the message names, on these shelves if it names any; else False."""
    return await _made_by(turn, await makers.named(turn), shelves, 0)


@action("made_by")
async def made_by(turn: Turn, group_ids: str = "", shelves: str = "", number: str = "0") -> None:
    """A further page of what some groups make."""
    found = [await service.group(turn.db, group_id) for group_id in group_ids.split(".")]
    if not await _made_by(
        turn, [group for group in found if group], shelves.split(".") if shelves else (), asked(number)
    ):
        await instead(turn)


async def _made_by(turn: Turn, groups: Sequence[ProducerGroup], shelves: Sequence[str], number: int) -> bool:
    found = {row.sku: row for group in groups for row in await service.of_group(turn.db, group.id)}
    rows = [row for row in found.values() if not shelves or row.category_id in shelves]
    if not rows:
        return False
    turn.state.ask(None)
    more = ("made_by", ".".join(group.id for group in groups), ".".join(shelves))
    if len(rows) > ROWS and len(":".join(more)) > _MORE_BYTES:
        _whose(turn, groups)
        return True
    wanted = groups[0] if len(groups) == 1 else None
    turn.reply(await cards.shelf(turn, say("browse-found"), rows, number, *more, wanted=wanted))
    return True


def _whose(turn: Turn, groups: Sequence[ProducerGroup]) -> None:
    """Too many to list their goods together: one of them first."""
    rows = [Option[Phrase](write("group", g.id), Words.read(g.name), Words.read(g.short)) for g in groups]
    rows = list(page(rows, 0, lambda number: write("about_producers", number)))
    turn.reply(Menu(say("browse-whose"), say("browse-choose"), tuple(rows)))


async def instead(turn: Turn) -> None:
    """Nothing is like it: the three nearest things we do have, one tap each; what can be had now comes first."""
    turn.state.ask(None)
    found: list[Product] = []
    for skus in await _nearest(turn):
        some = [row for row in await service.products(turn.db, skus) if row.sku not in {f.sku for f in found}]
        found += await _to_be_had_first(turn, some)
        if len(found) >= A_FEW:
            break
    if not found:
        turn.reply(Text(say("browse-shop-empty")))
        return
    turn.state.products = [row.sku for row in found[:A_FEW]]
    turn.reply(Buttons(say("browse-nothing-like-it"), _taps(found[:A_FEW])))


async def _nearest(turn: Turn) -> list[list[str]]:
    """Skus by how near they are: like her words, on the shelf where it would stand, what sells best, all there is."""
    items = turn.meaning.items if turn.meaning else ()
    terms = {item.product for item in items} | {mention.term for mention in turn.shop.index.mentions(turn.heard.text)}
    shelves = [shelf for shelf, near in listed("near_goods").items() if terms & set(near)]
    family = phrases("categories").first(tokens(turn.heard.text))
    shelves += [shelf for shelf in SHELVES.get(family or "", ()) if shelf not in shelves]
    goods = [[row.sku for row in await service.in_category(turn.db, shelf)] for shelf in shelves]
    like = [hit.sku for hit in turn.shop.index.search(turn.heard.text, A_FEW)] if turn.heard.text else []
    return [like, *goods, list(INSTEAD), list(turn.shop.index.entries)]


async def _to_be_had_first(turn: Turn, products: Sequence[Product]) -> list[Product]:
    shown = [await cards.look_at(turn, row) for row in products]
    return [
        each.product for each in sorted(shown, key=lambda each: (not each.sells, each.available.kind != "in_stock"))
    ]


def limited(turn: Turn) -> bool:
    """Whether she names a price she will go to."""
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
