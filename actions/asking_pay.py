"""Asking for money: the bill when all of a seller's groups have answered, the question before a parcel to be paid at
the door, and what goes back when a part is not made. Nothing here makes anything paid."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from actions import notice_forms as forms
from actions import payment_forms as bills
from actions.messages import Charge, Phrase, say
from actions.turn import Turn
from actions.wishes import wish
from catalog.money import Money, Quantity
from catalog.words import Words
from orders import book, cod, payees, payments, refunds, upi
from orders.dates import IST
from orders.money_tables import Payment
from orders.tables import Order, OrderLine, SellerOrder

MORNING = 9  # o'clock in India


async def placed(turn: Turn, order: Order) -> bool:
    """A new order's money comes on the office's list. Whether the office must say how to pay: a seller has no payee."""
    every_morning(turn, order.person_id)
    mine = await payments.of_order(turn.db, order.id)
    return order.payment == "upi" and not all([await payable(turn, payment) for payment in mine])


async def payable(turn: Turn, payment: Payment) -> bool:
    """Whether a buyer can pay this by herself: the seller has a confirmed payee, and UPI takes so much at once."""
    return payment.amount_paise <= upi.MOST_PAISE and await payees.of_seller(turn.db, payment.seller_id) is not None


def every_morning(turn: Turn, person_id: int) -> None:
    """The office's list of the next morning; the action sets the one after it while anything is stuck."""
    today = turn.now.astimezone(IST)
    day = today.date() + timedelta(days=today.hour >= MORNING)
    at = datetime(day.year, day.month, day.day, MORNING, tzinfo=IST)
    turn.later(f"money_morning:{day}", "money_morning", at, person_id=person_id)


async def follow(turn: Turn, order: Order, part: SellerOrder, move: str) -> frozenset[str | None]:
    """After a move: tells of a refund it asked for, and asks for what can be paid now. Returns the sellers asked for:
    their bill says what was agreed."""
    refund = await refunds.by_cause(turn.db, f"{move}:{part.id}")
    if refund is not None:
        turn.tell(order.person_id, bills.refund_asked(part.number, Money(refund.amount_paise)))
    if order.payment == "cod" and move in ("accept", "take_part", "split"):
        await _ask_at_the_door(turn, order, move)
    asked = set()
    for payment in await payments.ready(turn.db, order.id):
        await _ask(turn, order, payment)
        asked.add(payment.seller_id)
    return frozenset(asked)


async def _ask_at_the_door(turn: Turn, order: Order, move: str) -> None:
    """Two hours after the order, and not before somebody makes it, she says once that she will take it; who has just
    taken a part has said so."""
    if move != "accept" and turn.person.id == order.person_id:
        await payments.confirm_cod(turn.db, order.id, turn.now)
        return
    if any(payment.claimed_at is None for payment in await payments.of_order(turn.db, order.id)):
        at = max(turn.now, order.placed_at + timedelta(hours=cod.rules().confirm_after_hours))
        turn.later(f"cod_confirm:{order.id}", "cod_confirm", at, order=order.id, person_id=order.person_id)


async def _ask(turn: Turn, order: Order, payment: Payment) -> None:
    until = await payments.asked_for(turn.db, payment, turn.now)
    bill = await bill_of(turn.db, turn.shop.base_url, order, payment)
    assert bill is not None, "ready: there is a payee"
    goods = [item for part in await _coming(turn.db, payment) for item in await _items(turn.db, part)]
    turn.tell(order.person_id, bills.pay_request(bill, forms.items([item for item, _ in goods])))
    key = payment.reference
    morning = datetime(until.year, until.month, until.day, MORNING + 1, tzinfo=IST)
    turn.later(f"pay_remind:{key}", "pay_remind", morning, payment=payment.id, person_id=order.person_id)
    turn.later(f"pay_expire:{key}", "pay_expire", until, payment=payment.id, person_id=order.person_id)


async def bill_of(db: AsyncSession, base_url: str, order: Order, payment: Payment) -> bills.Bill | None:
    """The bill as it stands in the database now; None without a payee or when nobody has been asked."""
    payee = await payees.of_seller(db, payment.seller_id)
    if payee is None or payee.vpa is None or payment.expires_at is None:
        return None
    charges: list[Charge[Phrase]] = []
    for part in await _coming(db, payment):
        charges += [Charge(forms.item(item), paise) for item, paise in await _items(db, part)]
        if part.delivery_paise:
            charges.append(Charge(say("pay-delivery"), part.delivery_paise))
    return bills.Bill(
        number=order.number,
        charges=tuple(charges),
        by=payment.expires_at.astimezone(IST).date(),
        until=int(payment.expires_at.timestamp()),
        page=page(base_url, payment),
        upi=upi.link(payee.vpa, payee.name, payment.amount_paise, payment.reference, f"Order {order.number}"),
        reference=payment.reference,
        payee=payee.name,
    )


def page(base_url: str, payment: Payment) -> str:
    return f"{base_url}/pay/{payment.token}"


async def _coming(db: AsyncSession, payment: Payment) -> list[SellerOrder]:
    return [part for part in await payments.parts_paid(db, payment) if part.state not in payments.OFF]


async def _items(db: AsyncSession, part: SellerOrder) -> list[tuple[forms.Item, int]]:
    """What is to be made of a part, each with its amount in paise."""
    return [(_item(line), line.amount_paise) for line in await book.lines_of(db, part.id) if book.promised(line)]


def _item(line: OrderLine) -> forms.Item:
    made = book.promised(line)
    return forms.Item(Words.read(line.name), line.unit, made, wish(line.attrs, Quantity(made, line.unit)))
