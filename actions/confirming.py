"""The order as it will be placed, and the explicit yes to exactly that."""

from actions import basket, desk, notices, placed
from actions.messages import Buttons, Option, Phrase, Quoted, Text, lines, say
from actions.payloads import write
from actions.registry import action
from actions.state import Form
from actions.turn import Turn
from catalog.money import Money, Quantity
from orders import book, phones, service
from orders.dates import IST
from orders.service import CartChanged, OutOfStock, Recipient
from orders.totals import Cart, Item, fingerprint

AT_ONCE = 6  # item lines that fit above the buttons; more go ahead in their own message


def mark(cart: Cart, form: Form) -> str:
    """Which order was shown: a yes to another one (an older screen, a changed price) is no yes."""
    return fingerprint(cart, form.name, form.line, form.pincode, form.district, form.phone, form.payment)


async def show(turn: Turn, cart: Cart, note: Phrase | None = None) -> None:
    """Everything the law and a careful buyer want to see before the yes; nothing is ordered by it."""
    form = turn.state.form
    yes, no = write("place_order", mark(cart, form)), write("leave_order")
    turn.state.ask("confirm", yes=yes, no=no, asked=turn.heard.key)
    items = [_line(item) for item in cart.items]
    if len(items) > AT_ONCE:
        turn.reply(Text(lines(note, *items)))
        note, items = None, [say("checkout-things", n=len(cart.items))]
    sample = say("cart-sample") if any(item.demo for item in cart.items) else None
    body = lines(
        note,
        say("checkout-head"),
        *items,
        sample,
        say("checkout-delivery", delivery=Money(cart.delivery_paise)) if cart.delivery_paise else say("checkout-free"),
        say("checkout-total", total=cart.total),
        *[say("checkout-seller", name=part.name, date=part.needed_by.astimezone(IST).date()) for part in cart.parts],
        say("checkout-to", name=Quoted(form.name or ""), line=Quoted(form.line or ""), pincode=form.pincode or ""),
        say("checkout-phone", phone=phones.shown(form.phone or ""), payment=say(f"checkout-{form.payment}")),
        say("checkout-terms"),
    )
    options: tuple[Option[Phrase], ...] = (
        Option(yes, say("checkout-yes")),
        Option(write("change_order"), say("checkout-change")),
        Option(no, say("cancel")),
    )
    turn.reply(Buttons(body, options))


def _line(item: Item) -> Phrase:
    return say(
        "checkout-line",
        qty=item.quantity,
        name=item.name,
        price=Money(item.unit_price_paise),
        sum=Money(item.amount_paise),
    )


@action("place_order")
async def place_order(turn: Turn, seen: str = "") -> None:
    """The yes: places exactly the order she saw. The same message twice, or a second tap, makes no second order."""
    form = turn.state.form
    again = await book.by_cause(turn.db, turn.heard.key)
    cart = await basket.view(turn)
    if again is None and (cart.empty or not _complete(form)):
        await placed.already(turn)
        return
    if again is None and seen != mark(cart, form):
        await show(turn, cart, say("checkout-changed"))
        return
    to = Recipient(form.name or "", form.line or "", form.pincode or "", form.phone or "", form.district, form.state)
    try:
        order = again or await service.place(
            turn.db, turn.person, cart, to, form.payment or "cod", turn.heard.key, turn.now, turn.shop.demo_sells,
            turn.state.campaign,
        )  # fmt: skip
    except OutOfStock as gone:
        await _gone(turn, cart, gone)
        return
    except CartChanged:
        await show(turn, await basket.view(turn), say("checkout-changed"))
        return
    turn.person.name = order.name
    turn.state.form = Form()
    turn.state.ask(None)
    await _thank(turn, order.number, cart, order.payment)
    if again is None:
        await notices.order_placed(turn, order)
    if order.payment == "upi" and again is None:
        first = (await book.parts_of(turn.db, order.id))[0]
        await desk.open_ticket(turn, "upi", order.number, seller_order_id=first.id)


def _complete(form: Form) -> bool:
    return all((form.name, form.line, form.pincode, form.phone, form.payment))


async def _thank(turn: Turn, number: str, cart: Cart, payment: str) -> None:
    hours = max(1, round(turn.shop.answer_within.total_seconds() / 3600))
    body = lines(
        say("checkout-placed", number=number, total=cart.total),
        *[say("checkout-told", name=part.name, hours=hours) for part in cart.parts],
        say("checkout-upi-later") if payment == "upi" else None,
    )
    turn.reply(Buttons(body, (Option(write("order_status"), say("open-orders")), Option(write("menu"), say("menu")))))


async def _gone(turn: Turn, cart: Cart, gone: OutOfStock) -> None:
    """Somebody was quicker: how much is left is said, and she decides."""
    turn.state.ask(None)
    item = next(item for item in cart.items if item.sku == gone.sku)
    left = Quantity(gone.left_milli, item.unit)
    options: list[Option[Phrase]] = []
    if gone.left_milli:
        options.append(Option(write("set", gone.sku, gone.left_milli), say("cart-take-left", left=left)))
    options += [Option(write("drop", gone.sku), say("cart-drop")), Option(write("menu"), say("cart-more"))]
    key = "checkout-short" if gone.left_milli else "checkout-gone"
    turn.reply(Buttons(say(key, name=item.name, left=left), tuple(options)))
