"""What a person of the office must answer: payment trouble, bulk orders, enquiries; and how goods travel."""

from actions import desk, money_in
from actions.items import slot
from actions.messages import Buttons, Option, Phrase, lines, say
from actions.payloads import write
from actions.registry import action, perform
from actions.turn import Turn
from catalog import service
from catalog.words import Words
from catalog.worker_classes import class_of
from orders import book, pincodes, upi
from orders.tables import Order


async def _about(turn: Turn, number: str) -> Order | None:
    """The order of hers that it is about: named, or the latest."""
    named = number or slot(turn, "order_ref")
    mine = await book.orders_of(turn.db, turn.person.id, 20)
    if named:
        return next((order for order in mine if order.number.endswith(named.removeprefix("HT-"))), None)
    return mine[0] if mine else None


async def _ticket(turn: Turn, kind: str, key: str, number: str = "", *, about_order: bool = False) -> None:
    order = await _about(turn, number) if about_order else None
    parts = await book.parts_of(turn.db, order.id) if order is not None else []
    item = next(iter(turn.meaning.items), None) if turn.meaning else None
    words = turn.heard.text.strip() or (order.number if order is not None else kind)
    ticket = await desk.open_ticket(
        turn,
        kind,
        words,
        sku=item.sku if item is not None and not parts else None,
        seller_order_id=parts[0].id if parts else None,
    )
    about = say("handed-about", number=order.number) if order is not None else None
    ways = (Option[Phrase](write("order_status"), say("open-orders")), Option[Phrase](write("menu"), say("menu")))
    turn.reply(Buttons(lines(say(key, ticket=ticket.number), about), ways))


@action("payment_problem")
async def payment_problem(turn: Turn, number: str = "") -> None:
    payment = await money_in.unpaid_of(turn)
    if payment is not None and turn.heard.text.strip():
        await money_in.note_claim(turn, payment, upi.utr_in(turn.heard.text), turn.heard.text)
        return
    await _ticket(turn, "payment", "handed-payment", number, about_order=True)


@action("bulk_order")
async def bulk_order(turn: Turn) -> None:
    await _ticket(turn, "bulk", "handed-bulk")


@action("delivery_info")
async def delivery_info(turn: Turn) -> None:
    """What is known about delivery, and what is not."""
    pincode = slot(turn, "pincode")
    areas = pincodes.areas(pincode) if pincode else ()
    place = None
    if pincode and not areas:
        place = say("checkout-pincode-unknown", pincode=pincode)
    elif pincode:
        place = say("delivery-place", pincode=pincode, district=areas[0].district)
    turn.reply(Buttons(lines(place, say("delivery-info")), (Option(write("menu"), say("see-goods")),)))


@action("enquire")
async def enquire(turn: Turn, sku: str = "") -> None:
    """What cannot be sold here yet, or must be agreed with a worker: a person of the office answers."""
    row = await service.product(turn.db, sku)
    if row is None:
        await perform(turn, "menu")
        return
    if row.service and class_of(sku):
        await perform(turn, "book_class", sku)
        return
    ticket = await desk.open_ticket(turn, "enquiry", turn.heard.text or Words.read(row.name).en, sku=sku)
    turn.state.ask(None)
    turn.state.product = sku
    told = say("browse-enquired", name=Words.read(row.name), ticket=ticket.number)
    turn.reply(Buttons(told, (Option(write("menu"), say("see-goods")),)))
