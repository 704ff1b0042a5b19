"""Money that has come, is said to have come, or has not come in time: who is told, and what happens to the order.

What makes a payment paid is decided in orders.payments, by who says it; the words of a buyer never do."""

from actions import desk, notices
from actions import notice_forms as forms
from actions import payment_forms as bills
from actions.asking_pay import bill_of
from actions.messages import Buttons, Option, Text, say
from actions.payloads import write
from actions.registry import action, perform
from actions.turn import Turn
from catalog import contacts
from catalog.money import Money
from orders import payments, service, upi
from orders.lifecycle import IllegalMove
from orders.money_tables import Payment
from orders.payments import AmountDiffers, PaidTwice
from orders.tables import Order, SellerOrder

UNPAID = "not paid in time"  # the journal's reason
PACKED = ("accepted", "ready")


async def arrived(turn: Turn, payment: Payment, by: str, *, utr: str | None = None, came: int | None = None) -> str:
    """Money is said to be there, by one who knows (`by` as in payments.settle; `came` paise). Returns "paid", "late",
    "known", "differs" or "twice"; the last two go to a person of the office."""
    order = await turn.db.get_one(Order, payment.order_id)
    try:
        settled = await payments.settle(turn.db, payment, by, turn.now, utr=utr, came_paise=came)
    except AmountDiffers as wrong:
        rupees = f"{wrong.came / 100:.2f} came, {wrong.due / 100:.2f} due"
        await _ask_office(turn, order, payment, f"{payment.reference} {utr or ''}: {rupees}")
        return "differs"
    except PaidTwice as twice:
        await _ask_office(turn, order, payment, f"{payment.reference} {utr or ''}: paid before ({twice})")
        return "twice"
    if not settled.fresh:
        return "known"
    amount = Money(payment.amount_paise)
    if settled.late is not None:
        back = Money(settled.late.amount_paise)
        cash = payment.method == "cod"  # the parcel was paid at the door, and sent back before the cash was counted
        turn.tell(order.person_id, (bills.refund_asked if cash else bills.payment_late)(order.number, back))
        return "late"
    if payment.method == "cod":  # she gave it to the postman, and has her parcel
        return "paid"
    at = int(turn.now.timestamp())
    turn.tell(order.person_id, bills.payment_received(order.number, amount, payment.reference, at))
    await tell_packers(turn, payment, "paid")
    return "paid"


async def _ask_office(turn: Turn, order: Order, payment: Payment, words: str) -> None:
    parts = await payments.parts_paid(turn.db, payment)
    part_id = parts[0].id if parts else None
    await desk.open_ticket(turn, "money", words, seller_order_id=part_id, person_id=order.person_id)


async def tell_packers(turn: Turn, payment: Payment, how: str) -> None:
    """Those who pack what is agreed hear that they may; what is not answered yet is told with its acceptance."""
    for part in await payments.parts_paid(turn.db, payment):
        if part.state not in PACKED:
            continue
        about = (await notices.facts(turn, part)).about
        notice = bills.order_secured(part.number, forms.items(about.items), how)
        able = await contacts.of_group(turn.db, part.group_id, "ready")
        for person in sorted({c.person_id for c in able if c.person_id is not None} - {turn.person.id}):
            turn.tell(person, notice)


async def unpaid_of(turn: Turn) -> Payment | None:
    """The payment she may mean when she says she has paid: asked for, and not known to be there; the latest."""
    for order in await service.orders_of(turn.db, turn.person.id, 20):
        for payment in await payments.of_order(turn.db, order.id):
            if payment.method == "upi" and payment.expires_at is not None and payment.state in ("due", "expired"):
                return payment
    return None


@action("claim_paid")
async def claim_paid(turn: Turn) -> None:
    """A bank's number (UTR): noted and looked up by a person; it makes nothing paid."""
    payment, utr = await unpaid_of(turn), upi.utr_in(turn.heard.text)
    if payment is None or utr is None:
        await perform(turn, "unsure")
        return
    await note_claim(turn, payment, utr, turn.heard.text)


async def note_claim(turn: Turn, payment: Payment, utr: str | None, words: str) -> None:
    first = payment.claimed_at is None
    claimed = await payments.claim(turn.db, payment.id, utr, turn.now)
    order = await turn.db.get_one(Order, claimed.order_id)
    if first or utr is not None:
        await _ask_office(
            turn, order, claimed, f"{claimed.reference} {Money(claimed.amount_paise).paise / 100:.2f}: {words}"
        )
    key = "pay-claim-noted" if claimed.utr else "pay-claim-number"
    turn.reply(Buttons(say(key, number=order.number), (Option(write("order_status"), say("open-orders")),)))


async def _waiting(turn: Turn) -> Payment | None:
    """The payment a timer is about, while it is due and its time has not been changed."""
    if turn.heard.kind != "timer":
        await perform(turn, "old_button")
        return None
    payment = await turn.db.get(Payment, int(turn.heard.extra["payment"]))
    return payment if payment is not None and payment.state == "due" else None


@action("pay_remind")
async def pay_remind(turn: Turn) -> None:
    payment = await _waiting(turn)
    if payment is None or payment.claimed_at is not None:
        return
    order = await turn.db.get_one(Order, payment.order_id)
    bill = await bill_of(turn.db, turn.shop.base_url, order, payment)
    if bill is not None and not await notices.quiet(turn, order.person_id):
        turn.tell(order.person_id, bills.pay_reminder(bill))


@action("pay_expire")
async def pay_expire(turn: Turn) -> None:
    """Nobody paid in time: the order's parts of this seller end, and she hears that she must not pay any more."""
    payment = await _waiting(turn)
    if payment is None:
        return
    await service.hold(turn.db, payment.order_id)
    expired = await payments.expire(turn.db, payment.id, turn.now)
    if expired is None:
        return
    order = await turn.db.get_one(Order, expired.order_id)
    for part in await payments.parts_paid(turn.db, expired):
        await end(turn, part, UNPAID)
    notice = bills.payment_expired(order.number, Money(expired.amount_paise), expired.reference)
    turn.tell(order.person_id, notice)


async def end(turn: Turn, part: SellerOrder, why: str) -> bool:
    """The shop itself ends a part that has not left; the group hears it, the buyer is told by the caller."""
    try:
        moved = await service.move(turn.db, part.id, "cancel", "timer", turn.now, why)
    except IllegalMove:  # it is on its way, or over
        return False
    await notices.moved(turn, moved, "cancel")
    return True


@action("pay_again")
async def pay_again(turn: Turn, number: str = "") -> None:
    """The bill once more, as it stands now; only ever her own."""
    order = await service.by_number(turn.db, number)
    mine = await payments.of_order(turn.db, order.id) if order and order.person_id == turn.person.id else ()
    for payment in mine:
        bill = await bill_of(turn.db, turn.shop.base_url, order, payment) if order and payment.state == "due" else None
        if bill is not None:
            turn.reply(bills.pay_reminder(bill).inside)
            return
    turn.reply(Text(say("pay-nothing-due")))
