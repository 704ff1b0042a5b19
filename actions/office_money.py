"""The office and the money, in its own chat: what is stuck, money that has come, refunds step by step."""

from actions import notice_forms as forms
from actions import payment_forms as bills
from actions.asking_pay import every_morning
from actions.messages import Buttons, Lines, Menu, Option, Phrase, Quoted, Text, say
from actions.money_in import arrived
from actions.office import in_office, note
from actions.paging import page
from actions.payloads import write
from actions.registry import action, perform
from actions.turn import Turn
from catalog import contacts
from catalog.money import Money
from catalog.tables import Seller
from catalog.words import Words
from orders import refunds, upi
from orders.dates import IST
from orders.money_tables import Payment, Refund
from orders.refunds import WrongStage
from orders.stuck import going_back, stuck
from orders.tables import Order

STEP_BUTTONS = {
    "requested": ("refund_sent",),
    "failed": ("refund_sent",),
    "sent": ("refund_done", "refund_failed"),
}


def _id(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 19 else 0


@action("money")
async def money(turn: Turn, number: str = "0") -> None:
    """Every payment and refund that waits for somebody."""
    if not await in_office(turn):
        return
    options: list[Option[Phrase]] = []
    for one in await stuck(turn.db, turn.now):
        label = say("office-money-row", number=one.order.number, why=one.why)
        amount = say("notice-value", value=Money(one.payment.amount_paise))
        options.append(Option(write("money_payment", one.payment.id), label, None, amount))
    for refund in await going_back(turn.db):
        order = await _order(turn, refund)
        label = say("office-refund-row", number=order.number, state=refund.state)
        amount = say("notice-value", value=Money(refund.amount_paise))
        options.append(Option(write("money_refund", refund.id), label, None, amount))
    if not options:
        turn.reply(Buttons(say("office-no-money"), (forms.button("office-payees", "payees"),)))
        return
    shown = page(options, int(number) if number.isdecimal() else 0, lambda n: write("money", n))
    turn.reply(Menu(say("office-money-list", count=len(options)), say("office-choose-button"), shown))


@action("money_morning")
async def money_morning(turn: Turn) -> None:
    """Each morning on which something is stuck: everybody of the office hears how much."""
    if turn.heard.kind != "timer":
        await perform(turn, "old_button")
        return
    waiting, back = await stuck(turn.db, turn.now), await going_back(turn.db)
    if not waiting and not back:
        return
    notice = bills.money_morning(len(waiting), len(back))
    for contact in await contacts.of_group(turn.db, contacts.OFFICE, "money"):
        if contact.person_id is not None:
            turn.tell(contact.person_id, notice)
    every_morning(turn, int(turn.heard.extra["person_id"]))


async def _payment(turn: Turn, payment_id: str) -> Payment | None:
    """A payment for somebody of the office; else she is answered here."""
    if not await in_office(turn):
        return None
    payment = await turn.db.get(Payment, _id(payment_id))
    if payment is None:
        turn.reply(Text(say("office-no-such-payment")))
    return payment


@action("money_payment")
async def money_payment(turn: Turn, payment_id: str = "") -> None:
    payment = await _payment(turn, payment_id)
    if payment is None:
        return
    order = await turn.db.get_one(Order, payment.order_id)
    seller = await turn.db.get(Seller, payment.seller_id) if payment.seller_id else None
    body = Lines((
        say("office-payment", number=order.number, amount=Money(payment.amount_paise), state=payment.state,
            method=payment.method),
        say("office-payment-seller", seller=Words.read(seller.name)) if seller else None,
        say("office-payment-utr", utr=payment.utr) if payment.utr else None,
        say("office-payment-reference", reference=payment.reference),
    ))  # fmt: skip
    ways = () if payment.state == "paid" else (forms.button("office-arrived", "money_arrived", payment.id),)
    turn.reply(Buttons(body, (*ways, forms.button("office-money", "money"))))


@action("money_arrived")
async def money_arrived(turn: Turn, payment_id: str = "", sure: str = "") -> None:
    """A person of the office has seen it at the bank: asked once more with the sum, then it is paid in her name."""
    payment = await _payment(turn, payment_id)
    mover = await contacts.allowed(turn.db, turn.person.id, contacts.OFFICE, "money")
    if payment is None or mover is None:
        return
    order = await turn.db.get_one(Order, payment.order_id)
    amount = Money(payment.amount_paise)
    if sure != f"{payment.amount_paise}":  # the sum she was shown: when it has changed, she is asked again
        yes = Option[Phrase](write("money_arrived", payment.id, payment.amount_paise), say("office-arrived-yes"))
        no = forms.button("cancel", "money_payment", payment.id)
        turn.reply(Buttons(say("office-arrived-sure", number=order.number, amount=amount), (yes, no)))
        return
    how = await arrived(turn, payment, f"office:{mover.id}", came=payment.amount_paise)
    if how in ("paid", "late"):
        await note(turn, "paid", payment.reference, str(payment.amount_paise))
    body = say("office-arrived-done", number=order.number, how=how)
    turn.reply(Buttons(body, (forms.button("office-money", "money"),)))


async def _order(turn: Turn, refund: Refund) -> Order:
    payment = await turn.db.get_one(Payment, refund.payment_id)
    return await turn.db.get_one(Order, payment.order_id)


async def _refund(turn: Turn, refund_id: str) -> Refund | None:
    if not await in_office(turn):
        return None
    refund = await turn.db.get(Refund, _id(refund_id))
    if refund is None:
        turn.reply(Text(say("office-no-such-payment")))
    return refund


@action("money_refund")
async def money_refund(turn: Turn, refund_id: str = "") -> None:
    refund = await _refund(turn, refund_id)
    if refund is None:
        return
    order = await _order(turn, refund)
    since = refund.requested_at.astimezone(IST).date()
    body = Lines((
        say("office-refund", number=order.number, amount=Money(refund.amount_paise), state=refund.state, since=since),
        say("office-refund-to", name=Quoted(order.name)),
        say("office-payment-utr", utr=refund.reference) if refund.reference else None,
    ))  # fmt: skip
    ways = [forms.button(verb.replace("_", "-"), verb, refund.id) for verb in STEP_BUTTONS.get(refund.state, ())]
    turn.reply(Buttons(body, (*ways, forms.button("office-money", "money"))))


@action("refund_sent")
async def refund_sent(turn: Turn, refund_id: str = "") -> None:
    """Asks for the bank's reference; her next message is it."""
    refund = await _refund(turn, refund_id)
    if refund is None:
        return
    turn.state.ask("refund_reference", refund=refund.id)
    order = await _order(turn, refund)
    body = say("office-ask-reference", number=order.number, amount=Money(refund.amount_paise))
    turn.reply(Buttons(body, (forms.button("cancel", "money_refund", refund.id),)))


@action("answered_refund_reference")
async def answered_refund_reference(turn: Turn) -> None:
    refund = await _refund(turn, str(turn.state.about.get("refund", "")))
    if refund is not None:
        said = upi.utr_in(turn.heard.text) or turn.heard.text
        await _step(turn, refund, "sent", said)


@action("refund_done")
async def refund_done(turn: Turn, refund_id: str = "") -> None:
    refund = await _refund(turn, refund_id)
    if refund is not None:
        await _step(turn, refund, "done")


@action("refund_failed")
async def refund_failed(turn: Turn, refund_id: str = "") -> None:
    refund = await _refund(turn, refund_id)
    if refund is not None:
        await _step(turn, refund, "failed")


async def _step(turn: Turn, refund: Refund, to: str, reference: str | None = None) -> None:
    mover = await contacts.allowed(turn.db, turn.person.id, contacts.OFFICE, "money")
    assert mover is not None, "the office only"
    try:
        stepped = await refunds.step(turn.db, refund.id, to, f"office:{mover.id}", turn.now, reference)
    except (WrongStage, ValueError):
        turn.state.ask(None)
        await money_refund(turn, str(refund.id))
        return
    turn.state.ask(None)
    await note(turn, f"refund_{to}", stepped.cause, stepped.reference)
    await tell_step(turn, stepped)
    order = await _order(turn, stepped)
    body = say("office-refund-noted", number=order.number, state=stepped.state)
    turn.reply(Buttons(body, (forms.button("office-money", "money"),)))


async def tell_step(turn: Turn, refund: Refund) -> None:
    """The buyer hears that her money is on its way, and that it is there; a failed try is the office's own matter."""
    order = await _order(turn, refund)
    made = {"sent": bills.refund_sent, "done": bills.refund_done}.get(refund.state)
    if made is not None:
        turn.tell(order.person_id, made(order.number, Money(refund.amount_paise), refund.reference or ""))
