"""Looking round the shop: the menu, a shelf, one thing, what it costs, whether it is there."""

from collections.abc import Sequence

from actions import cards, finding, items, likewise, wishes
from actions.meaning import Item
from actions.messages import Buttons, Menu, Option, Phrase, lines, say
from actions.paging import ROWS, asked
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from catalog import service
from catalog.money import Money, Quantity, amount
from catalog.tables import Category, Product
from catalog.words import Words
from orders.quantities import convert

ANSWERED_AT_ONCE = 3  # things whose price is told in one message


@action("menu")
async def menu(turn: Turn) -> None:
    """The shelves, and one row for everything else: any product is two taps away."""
    turn.state.ask(None)
    await _shelves(turn, say("browse-menu"))


@action("browse_catalogue")
async def browse_catalogue(turn: Turn) -> None:
    if finding.limited(turn):
        await finding.search_product(turn)
        return
    if await finding.of_makers(turn):
        return
    turn.state.ask(None)
    await _shelves(turn, say("browse-all"))


async def _shelves(turn: Turn, body: Phrase, only: Sequence[str] = ()) -> None:
    found = [shelf for shelf in await service.categories(turn.db) if not only or shelf.id in only]
    rows = [Option[Phrase](write("category", s.id), Words.read(s.name), Words.read(s.short)) for s in found]
    rows.append(Option(write("help"), say("browse-help")))
    turn.reply(Menu(body, say("browse-choose"), tuple(rows[-ROWS:])))


@action("browse_category")
async def browse_category(turn: Turn) -> None:
    wanted = finding.SHELVES.get(items.slot(turn, "category") or "", ())
    if wanted and await finding.of_makers(turn, wanted):
        return
    if await finding.of_goods(turn):
        return
    if len(wanted) == 1:
        await category(turn, wanted[0])
    elif wanted:
        turn.state.ask(None)
        await _shelves(turn, say("browse-all"), wanted)
    elif turn.meaning and turn.meaning.items:
        await finding.search_product(turn)
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
    turn.reply(await cards.shelf(turn, body, list(found), asked(number), "category", category_id))


async def _under(turn: Turn, name: Words, below: Sequence[Category]) -> None:
    rows = tuple(Option[Phrase](write("category", s.id), Words.read(s.name), Words.read(s.short)) for s in below)
    turn.reply(Menu(say("browse-shelf", name=name), say("browse-choose"), rows[:ROWS]))


@action("product")
async def product(turn: Turn, sku: str = "", group: str = "") -> None:
    """One product's card; of the group whose list it was tapped in."""
    row = await service.product(turn.db, sku)
    if row is None or not row.active:
        await finding.instead(turn)
        return
    turn.state.ask(None)
    turn.state.product = sku
    turn.reply(await cards.card(turn, row, await service.group(turn.db, group) if group else None))


async def _meant(turn: Turn) -> list[tuple[Product, Item]]:
    """What the question is about: named in it, pointed at, or talked of last; several candidates count each."""
    found: list[tuple[Product, Item]] = []
    for item in items.asked(turn):
        found += [(row, item) for row in await service.products(turn.db, finding.candidates(turn, item))]
    return found


@action("product_detail")
async def product_detail(turn: Turn) -> None:
    """The card; asked again about the same thing, who makes it and how."""
    meant = await _meant(turn)
    if len(meant) != 1:
        await finding.search_product(turn)
        return
    row, item = meant[0]
    if await likewise.kinds(turn, row):
        return
    if turn.state.product != row.sku or wishes.refusal(row, item.attrs):
        await finding.one(turn, row, item.attrs)
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
    """Its card, which says how much is ready; of the thing talked about only that."""
    meant = await _meant(turn)
    if len(meant) == 1 and meant[0][0].sku != turn.state.product and not turn.state.form.open:
        await finding.one(turn, meant[0][0], meant[0][1].attrs)
        return
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
            await finding.instead(turn)
        else:
            await _shelves(turn, say("browse-which"))
        return
    if len(meant) > ANSWERED_AT_ONCE:
        await finding.search_product(turn)
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
