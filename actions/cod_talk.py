"""Paying at the door: whether it may be, and the one question before the goods are packed (features P2)."""

from datetime import timedelta

from actions import notice_forms as forms
from actions import outlets
from actions import payment_forms as bills
from actions.messages import Buttons, Option, Phrase, Text, say
from actions.money_in import end, tell_packers
from actions.notices import facts
from actions.payloads import write
from actions.registry import action, perform
from actions.turn import Turn
from catalog.money import Money
from orders import cod, cod_past, payments, service
from orders.tables import Order, SellerOrder
from orders.totals import Cart


async def refusal(turn: Turn, cart: Cart) -> Phrase | None:
    """Why this order is not paid at the door, in words; None when it may be, or she pays otherwise."""
    form = turn.state.form
    if form.payment != "cod":
        return None
    outlet = await outlets.chosen(turn)
    place = outlet if outlet is not None else form
    bar = await cod_past.bar(turn.db, turn.person.id, cart, place.district, place.state)
    return say("cod-not-here", why=bar) if bar is not None else None


async def _unconfirmed(turn: Turn) -> Order | None:
    if turn.heard.kind != "timer":
        await perform(turn, "old_button")
        return None
    order = await turn.db.get_one(Order, int(turn.heard.extra["order"]))
    mine = await payments.of_order(turn.db, order.id)
    open_ = any(payment.state == "due" and payment.claimed_at is None for payment in mine)
    packing = any(part.state in ("placed", "part_offered", "accepted", "ready") for part in await _parts(turn, order))
    return order if open_ and packing else None


async def _parts(turn: Turn, order: Order) -> list[SellerOrder]:
    return await service.parts_of(turn.db, order.id)


@action("cod_confirm")
async def cod_confirm(turn: Turn) -> None:
    """Two hours after: will she take it and pay at the door? One tap; a day without it ends the order."""
    order = await _unconfirmed(turn)
    if order is None:
        return
    notice = bills.cod_confirm(order.id, order.number, await _goods(turn, order), Money(order.total_paise))
    yes, no = write("cod_yes", order.id), write("cancel_order", order.number)
    opens = {"side": "buyer", "awaiting": "confirm", "about": {"yes": yes, "no": no}}
    turn.tell(order.person_id, notice, opens)
    at = turn.now + timedelta(hours=cod.rules().lapses_after_hours)
    turn.later(f"cod_lapse:{order.id}", "cod_lapse", at, order=order.id, person_id=order.person_id)


@action("cod_yes")
async def cod_yes(turn: Turn, order_id: str = "") -> None:
    """Her tap: it moves no money, but the group may pack. The id is a claim; the order must be hers."""
    turn.state.ask(None)
    order = await turn.db.get(Order, int(order_id)) if order_id.isdecimal() else None
    if order is None or order.person_id != turn.person.id:
        turn.reply(Text(say("order-not-found")))
        return
    for payment in await payments.confirm_cod(turn.db, order.id, turn.now):
        await tell_packers(turn, payment, "cod")
    if not order.total_paise:
        await perform(turn, "order_status", order.number)
        return
    body = say("cod-confirmed", number=order.number, total=Money(order.total_paise))
    turn.reply(Buttons(body, (Option(write("order_status"), say("open-orders")),)))


@action("cod_lapse")
async def cod_lapse(turn: Turn) -> None:
    order = await _unconfirmed(turn)
    if order is None:
        return
    goods = await _goods(turn, order)
    ended = [await end(turn, part, cod_past.UNCONFIRMED) for part in await service.hold(turn.db, order.id)]
    if any(ended):
        turn.tell(order.person_id, bills.cod_lapsed(order.number, goods))


async def _goods(turn: Turn, order: Order) -> Phrase:
    """What is still coming of an order, in one line."""
    coming = [part for part in await _parts(turn, order) if part.state not in payments.OFF]
    return forms.items([item for part in coming for item in (await facts(turn, part)).about.items])
