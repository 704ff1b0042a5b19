"""The explicit yes: it places exactly the order she saw, once."""

from actions import asking_pay, basket, booking, checkout, cod_talk, desk, notices, outlets, placed
from actions.confirming import mark
from actions.messages import Buttons, Option, lines, say
from actions.payloads import write
from actions.plain_yes import sure
from actions.registry import action
from actions.state import Form
from actions.turn import Turn
from catalog.words import Words, language_of
from orders import book, consent, service
from orders.service import CartChanged, OutOfStock, Recipient
from orders.totals import Cart


@action("place_order")
async def place_order(turn: Turn, seen: str = "") -> None:
    """The yes: places exactly the order she saw. The same message twice, or a second tap, makes no second order."""
    form = turn.state.form
    cart = await basket.view(turn)
    placed_before = await book.by_cause(turn.db, turn.heard.key)
    if placed_before is not None or cart.empty or not _complete(form):
        await placed.already(turn)
        return
    if not sure(turn):
        await checkout.go_on(turn, say("checkout-say-yes"))
        return
    if seen != mark(cart, form):
        await checkout.go_on(turn, say("checkout-changed"))
        return
    refused = await cod_talk.refusal(turn, cart)
    if refused is not None:
        form.payment = None
        await checkout.go_on(turn, refused)
        return
    to = await _recipient(turn)
    try:
        order = await service.place(
            turn.db, turn.person, cart, to, form.payment or "cod", turn.heard.key, turn.now, turn.shop.demo_sells,
            turn.state.campaign,
        )  # fmt: skip
    except (OutOfStock, CartChanged):  # somebody was quicker: how it stands now is said, and she decides
        await checkout.go_on(turn, say("checkout-changed"))
        return
    await consent.give(turn.db, turn.person, consent.ORDERS, turn.heard.channel, turn.now)
    turn.person.name = order.name
    turn.state.form, turn.state.earlier = Form(), []
    turn.state.ask(None)
    by_office = await asking_pay.placed(turn, order)
    _thank(turn, order.number, cart, order.payment, by_office)
    await notices.order_placed(turn, order)
    await booking.with_order(turn, order)
    first = (await book.parts_of(turn.db, order.id))[0]
    if by_office:
        await desk.open_ticket(turn, "upi", order.number, seller_order_id=first.id)
    if cart.delivery_unsaid:  # she was told that the office says what sending costs
        await desk.open_ticket(turn, "delivery", order.number, seller_order_id=first.id)


def _complete(form: Form) -> bool:
    return all((form.name, form.outlet or (form.line and form.pincode), form.phone, form.payment))


async def _recipient(turn: Turn) -> Recipient:
    form, outlet = turn.state.form, await outlets.chosen(turn)
    name, phone = form.name or "", form.phone or ""
    if outlet is None:
        return Recipient(name, form.line or "", form.pincode or "", phone, form.district, form.state)
    named = Words.read(outlet.name)
    line = outlet.line or named.spoken(language_of(turn.person.language))
    return Recipient(name, line, outlet.pincode or "", phone, outlet.district, outlet.state, outlet.id)


def _thank(turn: Turn, number: str, cart: Cart, payment: str, by_office: bool) -> None:
    hours = max(1, round(turn.shop.answer_within.total_seconds() / 3600))
    body = lines(
        say("checkout-placed", number=number, total=cart.total),
        say("checkout-told", name=cart.parts[0].name, hours=hours)
        if len(cart.parts) == 1
        else say("checkout-told-all", count=len(cart.parts), hours=hours),
        say("checkout-upi-later" if by_office else "checkout-upi-after") if payment == "upi" else None,
    )
    turn.reply(Buttons(body, (Option(write("order_status"), say("open-orders")), Option(write("menu"), say("menu")))))
