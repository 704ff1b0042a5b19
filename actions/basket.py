"""How a cart looks in a message: its lines, its sums, the questions about one line."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from actions import sending, wishes
from actions.meaning import Edit, Item
from actions.messages import Buttons, Menu, Option, Phrase, Unspoken, lines, say
from actions.paging import page
from actions.payloads import write
from actions.turn import Turn
from catalog.money import Money, Quantity
from catalog.tables import Product
from catalog.words import Words
from orders import candidates
from orders import cart as carts
from orders.quantities import BULK_MILLI, MEASURED, NotSoldSo, convert, in_packs
from orders.totals import Cart


@dataclass(frozen=True)
class Question:
    """Something to ask before an item can go in: the open question, what it is about, its words and answers, and the
    change that waits for the answer. `awaiting` None: it cannot be done, and this is what can be done instead."""

    awaiting: str | None
    about: dict[str, Any] = field(default_factory=dict)
    body: Phrase = field(default_factory=lambda: say("cart-which"))
    options: tuple[Option[Phrase], ...] = ()
    edit: Edit | None = None


async def view(turn: Turn) -> Cart:
    """The cart as it would be ordered now, for the buyer's place as far as it is known."""
    form = turn.state.form
    return await carts.view(
        turn.db, turn.person.id, turn.now, turn.shop.demo_sells, form.state, form.pincode, form.outlet
    )


def line(name: Phrase, quantity: Quantity, sum_: Money) -> Phrase:
    return say("cart-line", qty=quantity, name=name, sum=sum_)


def lines_of(cart: Cart) -> list[Phrase]:
    """One line an item, by group; what cannot be sold or is short is said on its own line."""
    shown: list[Phrase] = []
    for part in cart.parts:
        for item in part.items:
            shown.append(
                line(wishes.named(item.name, item.attrs, item.quantity), item.quantity, Money(item.amount_paise))
            )
            if item.short_of:
                shown.append(say("cart-left", left=Quantity(item.left_milli or 0, item.unit)))
            if item.instead_of:
                shown.append(sending.replaced(item))
    shown.extend(why_not(refused.name, refused.reasons) for refused in cart.refused)
    return shown


def told(cart: Cart) -> Phrase:
    """The lines, their sum, what is not sure about the prices, and who makes it."""
    makers = [say("cart-maker", name=part.name) for part in cart.parts]
    total = say("cart-total", total=cart.total) if cart.items else None
    return lines(say("cart-head"), *lines_of(cart), sending.charged(cart), total, prices(cart), *makers)


def shown(cart: Cart) -> Unspoken:
    options = (
        Option[Phrase](write("checkout"), say("cart-order")),
        Option[Phrase](write("edit_cart"), say("cart-edit")),
        Option[Phrase](write("menu"), say("cart-more")),
    )
    return Buttons(told(cart), options)


def prices(cart: Cart) -> Phrase | None:
    """That some of what was summed is a sample or an old printed price; None when all of it is sure."""
    marks = {item.mark for item in cart.items} - {"sure"}
    if not marks:
        return None
    return say("cart-prices", mark="both" if len(marks) > 1 else marks.pop())


def next_options() -> tuple[Option[Phrase], ...]:
    return (
        Option(write("checkout"), say("cart-order")),
        Option(write("menu"), say("cart-more")),
        Option(write("view_cart"), say("open-cart")),
    )


def nothing(note: Phrase | None = None) -> Unspoken:
    return Buttons(lines(note, say("cart-empty")), (Option(write("menu"), say("see-goods")),))


def to_edit(cart: Cart, number: int) -> Unspoken:
    options = [
        Option[Phrase](write("line", item.sku), item.name, item.short, say("cart-qty", qty=item.quantity))
        for item in cart.items
    ]
    options += [Option[Phrase](write("line", refused.sku), refused.name, refused.short) for refused in cart.refused]
    options.append(Option(write("clear_cart"), say("cart-clear")))
    return Menu(say("cart-edit-which"), say("cart-choose"), page(options, number, lambda n: write("edit_cart", n)))


def in_unit_of_sale(item: Item, product: Product) -> int | None:
    """In the unit of sale; None when it must be asked (said in a unit that does not fit, or a weight left open)."""
    unit = product.unit or "piece"
    if item.qty_milli is not None and item.attrs.get("pack") and unit in MEASURED:
        return in_packs(item.qty_milli, item.attrs["pack"], unit)
    if item.qty_milli is not None:
        return convert(item.qty_milli, item.unit, unit)
    if item.unit in (None, unit):
        return None if unit in MEASURED else max(1000, product.step_milli)
    return convert(1000, item.unit, unit)


def choice(item: Item, product: Product) -> Option[Phrase]:
    qty = in_unit_of_sale(item, product)
    args = (product.sku,) if qty is None else (product.sku, str(qty))
    return Option(write("add", *args), Words.read(product.name), Words.read(product.short))


def shade(sku: str, value: str) -> Option[Phrase]:
    return Option(write("shade", sku, value.replace(" ", "-")), say("wish", value=value.replace(" ", "-")))


def steps(product: Product, refused: NotSoldSo) -> Question:
    step = Quantity(refused.step_milli, product.unit or "piece")
    return how_much(product, say("cart-steps", name=Words.read(product.name), step=step))


def about_line(product: Product, qty_milli: int) -> Question:
    name, unit = Words.read(product.name), product.unit or "piece"
    amounts = [milli for milli in (qty_milli - product.step_milli, qty_milli + product.step_milli) if milli > 0]
    options = [_amount_option("set", product, unit, milli) for milli in amounts]
    options.append(Option(write("drop", product.sku), say("cart-drop")))
    body = say("cart-line-now", name=name, qty=Quantity(qty_milli, unit))
    return Question("quantity", {"sku": product.sku, "new": False}, body, tuple(options))


def how_much(product: Product, body: Phrase, *, new: bool = True) -> Question:
    """`new`: the answer puts it in, else it sets the amount of the line that is there."""
    unit, step = product.unit or "piece", product.step_milli
    usual = (500, 1000, 2000) if unit in MEASURED else (1000, 2000, 3000)
    amounts = [milli for milli in usual if milli % step == 0 and milli >= step] or [step, 2 * step, 3 * step]
    verb = "add" if new else "set"
    options = tuple(_amount_option(verb, product, unit, milli) for milli in amounts)
    return Question("quantity", {"sku": product.sku, "new": new}, body, options)


def _amount_option(verb: str, product: Product, unit: str, milli: int) -> Option[Phrase]:
    return Option(write(verb, product.sku, milli), say("cart-qty", qty=Quantity(milli, unit)))


def cannot_sell(product: Product, reasons: Sequence[str]) -> Question:
    options: tuple[Option[Phrase], ...] = (
        Option(write("enquire", product.sku), say("cart-ask-office")),
        Option(write("menu"), say("cart-more")),
    )
    return Question(None, {}, why_not(Words.read(product.name), reasons), options)


def why_not(name: Words, reasons: Sequence[str]) -> Phrase:
    """Why it cannot be had now, as far as it helps the buyer."""
    if "sold-out" in reasons:
        return say("checkout-gone", name=name)
    if "other-state" in reasons:
        return say("cart-other-state", name=name)
    if candidates.NOT_THERE in reasons:
        return say("pickup-not-there", name=name)
    if "too-far" in reasons:
        return say("sending-too-far", name=name)
    if "out-of-season" in reasons:
        return say("cart-off-season", name=name)
    return say("cart-cannot", name=name)


def bulk(product: Product) -> Question:
    """From a certain amount on, an officer gives price and date (a promise no chat can keep)."""
    most = Quantity(BULK_MILLI, product.unit or "piece")
    options: tuple[Option[Phrase], ...] = (
        Option(write("enquire", product.sku), say("cart-ask-office")),
        Option(write("add", product.sku), say("cart-fewer")),
    )
    return Question(None, {}, say("cart-bulk", name=Words.read(product.name), most=most), options)
