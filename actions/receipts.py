"""Where her money went: what the books say of her own order, signed, with an address at which anybody can check it."""

from actions.messages import Buttons, Lines, Option, Phrase, Text, say
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from catalog.money import Money
from orders import book, impact
from orders.receipt import Cell
from orders.tables import Order

LATEST = 5


async def of_hers(turn: Turn, order: Order) -> Option[Phrase] | None:
    """The button, once the books can say it."""
    if turn.shop.seal is None or order.person_id != turn.person.id:
        return None
    found = await impact.of_order(turn.db, order, turn.now)
    return Option(write("receipt", order.number), say("receipt-open")) if found is not None else None


async def of_her_latest(turn: Turn) -> Option[Phrase] | None:
    for order in await book.orders_of(turn.db, turn.person.id, LATEST):
        found = await of_hers(turn, order)
        if found is not None:
            return found
    return None


@action("receipt")
async def receipt(turn: Turn, number: str = "") -> None:
    """Only ever of her own order, whatever number the button has."""
    order = await book.by_number(turn.db, number)
    if order is None or order.person_id != turn.person.id:
        turn.reply(Text(say("order-not-found")))
        return
    found = await impact.of_order(turn.db, order, turn.now)
    if found is None or turn.shop.seal is None:
        turn.reply(Text(say("receipt-not-yet", number=order.number)))
        return
    link = f"{turn.shop.base_url}/r/{turn.shop.seal(found)}"
    head = say("receipt-title", number=order.number, amount=Money(found.paise))
    body = Lines((head, *(told(cell) for cell in found.cells), say("receipt-check", link=link)))
    turn.reply(Buttons(body, (Option(write("order_status", order.number), say("open-orders")),)))


def name(cell: Cell) -> Phrase:
    """Whose a cell is."""
    return say("receipt-cell", name=cell.name)


def told(cell: Cell) -> Phrase:
    row = say("receipt-row", who=name(cell), amount=Money(cell.paise))
    return row if cell.people is None else say("receipt-among", row=row, count=cell.people)
