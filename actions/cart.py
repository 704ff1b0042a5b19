"""The cart by tap, by number and by words: putting in, changing, taking out, looking."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from actions import basket, checkout, items, makers, wishes
from actions.meaning import Item
from actions.messages import Buttons, Option, Phrase, Text, lines, say
from actions.payloads import write
from actions.registry import action, known, perform
from actions.turn import Turn
from catalog.money import Money, Quantity, amount
from catalog.service import makers as find_makers
from catalog.service import product as find_product
from catalog.tables import Product
from catalog.words import Words
from orders import cart as carts
from orders import terms
from orders.quantities import NotSoldSo, TooMuch, changed, convert
from orders.tables import CartLine

CHOICES = 3


@action("add_to_cart")
async def add_to_cart(turn: Turn) -> None:
    """What the message asks for, several things at once; with an address in it, the order goes on by itself."""
    told = await checkout.absorb(turn)
    wanted = await _from_whom(turn, items.asked(turn))
    if not wanted:
        if known("search_product"):
            await perform(turn, "search_product")
        return
    await take(turn, wanted, going_on=told)


async def _from_whom(turn: Turn, wanted: Sequence[Item]) -> list[Item]:
    """ "2 kanda ke shawl": the group she names gets it, if it makes it."""
    group = await makers.wanted(turn) if wanted else None
    if group is None:  # "iske do" after Kanda's card: Kanda's
        return [_of(one, turn.state.maker[1]) if one.sku in turn.state.maker[:1] else one for one in wanted]
    return [_of(one, group.id) for one in wanted]


def _of(item: Item, group_id: str) -> Item:
    return replace(item, attrs={**item.attrs, "group": group_id})


@action("add")
async def add(turn: Turn, sku: str = "", milli: str = "", group: str = "") -> None:
    """A button: one product, with an amount or without, of one group or any; then whatever else the same message had
    asked for."""
    rest = [items.read(data) for data in turn.state.about.get("rest", ())] if _answers_open_question(turn, sku) else []
    qty = int(milli) if milli.isdigit() else None
    going_on = bool(turn.state.about.get("going_on")) if rest else False
    attrs = {"group": group} if group else {}
    await take(turn, [Item(sku=sku, qty_milli=qty, attrs=attrs), *rest], going_on=going_on)


def _answers_open_question(turn: Turn, sku: str) -> bool:
    about = turn.state.about
    return turn.state.awaiting in ("choice", "quantity") and (
        about.get("sku") == sku or sku in about.get("choices", ())
    )


async def take(turn: Turn, wanted: Sequence[Item], *, going_on: bool = False) -> None:
    """Puts items into the cart one by one; the first that needs a question stops it, the rest waits in the state."""
    done: dict[str, Phrase] = {}  # of one product only how it stands at the end
    remarks: list[Phrase] = []
    for place, item in enumerate(wanted):
        note = await _take_one(turn, item)
        if isinstance(note, basket.Question):
            rest = [items.stored(one) for one in wanted[place + 1 :]]
            turn.state.ask(note.awaiting, **note.about, rest=rest, going_on=going_on)
            turn.reply(Buttons(lines(*remarks, *done.values(), note.body), note.options))
            return
        remarks += note.remarks
        if note.line is not None:
            done[note.sku] = note.line
    if going_on and checkout.missing(turn.state.form) is None:  # the whole order is shown next: not twice
        told: Phrase | None = lines(*remarks) if remarks else None
    else:
        told = lines(*remarks, *done.values(), checkout.heard(turn) if going_on else None)
    await after_change(turn, told, going_on=going_on)
    if len(wanted) == 1 and wanted[0].qty_milli is None and wanted[0].sku and turn.state.awaiting is None:
        turn.state.ask(None, guessed=wanted[0].sku)


@dataclass(frozen=True)
class _Taken:
    """What came of one item: its line in the cart, and what must be said about it besides."""

    sku: str = ""
    line: Phrase | None = None
    remarks: tuple[Phrase, ...] = ()


async def _take_one(turn: Turn, item: Item) -> _Taken | basket.Question:
    sku = item.sku or (item.choices[0] if len(item.choices) == 1 else None)
    if sku is None:
        return await _which(turn, item)
    product = await find_product(turn.db, sku)
    if product is None or not product.active:
        return _Taken(remarks=(say("cart-not-found"),))
    turn.state.product = product.sku
    today = await terms.read(turn.db, turn.now, turn.shop.demo_sells)
    reasons = today.hindrances(product, await find_makers(turn.db, sku), turn.now)
    if reasons:
        return basket.cannot_sell(product, reasons)
    qty = basket.in_unit_of_sale(item, product)
    if qty is None and item.unit not in (None, product.unit):
        return basket.steps(product, NotSoldSo(product.step_milli))
    if qty is None:
        return basket.how_much(product, say("cart-ask-quantity", name=Words.read(product.name)))
    # "one" was our guess when she only tapped: an amount said right after it is the amount, not more of it
    put = carts.put if turn.state.about.get("guessed") == sku and item.qty_milli is not None else carts.add
    try:
        line = await put(turn.db, turn.person.id, product, qty, turn.now, wishes.chosen(product, item.attrs))
    except NotSoldSo as refused:
        return basket.steps(product, refused)
    except TooMuch:
        return basket.bulk(product)
    refusal = wishes.refusal(product, item.attrs)
    return _Taken(sku, _put(product, line), (refusal,) if refusal else ())


async def _which(turn: Turn, item: Item) -> _Taken | basket.Question:
    found = [await find_product(turn.db, sku) for sku in item.choices[:CHOICES]]
    among = [product for product in found if product is not None and product.active]
    if not among:
        return _Taken(remarks=(say("cart-not-found"),))
    options = tuple(basket.choice(item, product) for product in among)
    return basket.Question("choice", {"choices": [p.sku for p in among]}, say("cart-which"), options)


def _put(product: Product, held: CartLine) -> Phrase:
    sum_ = Money(amount(product.price_paise or 0, held.qty_milli))
    name = wishes.named(Words.read(product.name), held.attrs)
    return basket.line(name, Quantity(held.qty_milli, product.unit or "piece"), sum_)


async def after_change(turn: Turn, note: Phrase | None, *, going_on: bool = False) -> None:
    """Says what changed, then the form's open question if an order is being placed, else what can be done next."""
    turn.state.ask(None)
    if going_on or turn.state.form.open:
        await checkout.go_on(turn, note)
        return
    cart = await basket.view(turn)
    if cart.empty:
        turn.reply(basket.nothing(note))
        return
    total = say("cart-total", total=cart.total) if len(cart.items) > 1 else None
    turn.reply(Buttons(lines(note, total, basket.prices(cart)), basket.next_options()))


@action("change_quantity")
async def change_quantity(turn: Turn) -> None:
    """A new amount: "nahi 3 kar do", "ek aur", "shawl double"; also the answer to how much of something."""
    item = next(iter(turn.meaning.items), None) if turn.meaning else None
    if item is None and turn.heard.text.strip().isdecimal():
        item = Item(qty_milli=int(turn.heard.text) * 1000)
    item = item or Item()
    open_sku = turn.state.about.get("sku") if turn.state.awaiting == "quantity" else None
    if open_sku and item.sku in (None, open_sku) and turn.state.about.get("new"):
        rest = [items.read(data) for data in turn.state.about.get("rest", ())]
        going_on = bool(turn.state.about.get("going_on"))
        await take(turn, [replace(item, sku=str(open_sku), choices=()), *rest], going_on=going_on)
        return
    sku = item.sku or open_sku or await basket.line_meant(turn, item)
    if sku is None:
        await view_cart(turn)
        return
    await _set(turn, str(sku), item)


async def _set(turn: Turn, sku: str, item: Item, op: str | None = None) -> None:
    product = await find_product(turn.db, sku)
    held = {line.sku: line.qty_milli for line in await carts.lines(turn.db, turn.person.id, turn.now)}
    if product is None:
        await view_cart(turn)
        return
    if sku not in held and op == "decrease":
        await view_cart(turn)
        return
    if sku not in held:
        await take(turn, [replace(item, sku=sku, choices=())])
        return
    turn.state.product = sku
    op = op or items.slot(turn, "op") or "set"
    said = None if item.qty_milli is None else convert(item.qty_milli, item.unit, product.unit or "piece")
    if said is None and (op == "set" or item.qty_milli is not None):
        _ask(turn, basket.how_much(product, say("cart-ask-quantity", name=Words.read(product.name)), new=False))
        return
    qty = changed(held[sku], op, said)
    if qty == 0:
        await drop(turn, sku)
        return
    try:
        held_now = await carts.put(turn.db, turn.person.id, product, qty, turn.now, wishes.chosen(product, item.attrs))
    except NotSoldSo as refused:
        _ask(turn, basket.steps(product, refused))
        turn.state.about["new"] = False
    except TooMuch:
        _ask(turn, basket.bulk(product))
    else:
        await after_change(turn, say("cart-changed", line=_put(product, held_now)))


def _ask(turn: Turn, question: basket.Question) -> None:
    turn.state.ask(question.awaiting, **question.about)
    turn.reply(Buttons(question.body, question.options))


@action("set")
async def set_amount(turn: Turn, sku: str = "", milli: str = "") -> None:
    """A button with the new amount of a line."""
    qty = int(milli) if milli.isdigit() else None
    await _set(turn, sku, Item(sku=sku, qty_milli=qty))


@action("remove_item")
async def remove_item(turn: Turn) -> None:
    item = next(iter(turn.meaning.items), None) if turn.meaning else None
    sku = await basket.line_meant(turn, item or Item())
    if sku is None:
        await view_cart(turn)
        return
    if item is not None and item.qty_milli is not None:  # "remove one shawl": of three two stay
        await _set(turn, sku, item, "decrease")
        return
    await drop(turn, sku)


@action("drop")
async def drop(turn: Turn, sku: str = "") -> None:
    product = await find_product(turn.db, sku)
    if product is None or not await carts.remove(turn.db, turn.person.id, sku):
        await view_cart(turn)
        return
    await after_change(turn, say("cart-removed", name=Words.read(product.name)))


@action("view_cart")
async def view_cart(turn: Turn) -> None:
    """Lines by group, the sum, and the next steps; in the middle of an order its open question again."""
    cart = await basket.view(turn)
    turn.state.products = [item.sku for item in cart.items] or turn.state.products
    if turn.heard.kind == "text" and not cart.empty and checkout.asks(turn):
        turn.reply(Text(basket.told(cart)))
        await checkout.resume(turn)
        return
    turn.state.ask(None)
    turn.reply(basket.shown(cart) if not cart.empty else basket.nothing())


@action("cart")
async def cart(turn: Turn) -> None:
    await view_cart(turn)


@action("edit_cart")
async def edit_cart(turn: Turn, page: str = "0") -> None:
    """The lines as a list: tap one to change or remove it."""
    view = await basket.view(turn)
    turn.reply(basket.to_edit(view, int(page) if page.isdigit() else 0) if not view.empty else basket.nothing())


@action("line")
async def line(turn: Turn, sku: str = "") -> None:
    held = {line.sku: line.qty_milli for line in await carts.lines(turn.db, turn.person.id, turn.now)}
    product = await find_product(turn.db, sku)
    if product is None or sku not in held:
        await view_cart(turn)
        return
    _ask(turn, basket.about_line(product, held[sku]))


@action("clear_cart")
async def clear_cart(turn: Turn) -> None:
    view = await basket.view(turn)
    if view.empty:
        turn.reply(basket.nothing())
        return
    yes, no = write("clear_yes"), write("view_cart")
    turn.state.ask("confirm", yes=yes, no=no)
    turn.reply(Buttons(say("cart-clear-sure"), (Option(yes, say("cart-clear-yes")), Option(no, say("cart-clear-no")))))


@action("clear_yes")
async def clear_yes(turn: Turn) -> None:
    await carts.clear(turn.db, turn.person.id)
    turn.state.ask(None)
    turn.state.form.open = False
    turn.reply(basket.nothing(say("cart-cleared")))
