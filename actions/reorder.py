"""The same again: an earlier order's goods, place and payment, at today's prices, up to the yes; and starting anew."""

from collections.abc import Sequence

from actions import basket, edits
from actions.items import slot
from actions.meaning import Edit, Item
from actions.messages import Buttons, Option, Phrase, say
from actions.payloads import write
from actions.registry import action
from actions.state import Form
from actions.turn import Turn
from catalog import service
from catalog.money import Money
from catalog.words import Words
from orders import book
from orders.tables import Order, OrderLine


@action("reorder")
async def reorder(turn: Turn, number: str = "") -> None:
    named = number or slot(turn, "order_ref")
    mine = await book.orders_of(turn.db, turn.person.id, 20)
    chosen = next((o for o in mine if named and o.number.endswith(named.removeprefix("HT-"))), None)
    order = chosen or (mine[0] if mine and not named else None)
    if order is None:
        turn.reply(Buttons(say("order-none"), (Option(write("menu"), say("see-goods")),)))
        return
    lines = [line for part in await book.parts_of(turn.db, order.id) for line in await book.lines_of(turn.db, part.id)]
    again = [
        Edit("add", Item(sku=line.sku, qty_milli=line.qty_milli, unit=line.unit, attrs=line.attrs)) for line in lines
    ]
    first = (await book.parts_of(turn.db, order.id))[0]
    _as_before(turn.state.form, order, first.outlet_id)
    await edits.carry_out(turn, again, going_on=True, remarks=await _dearer_or_cheaper(turn, lines))


def _as_before(form: Form, order: Order, outlet_id: str | None) -> None:
    """Name, place and payment of last time: her yes to the last screen is all that is missing, and there she may
    change each of them."""
    if form.line is None and form.outlet is None and outlet_id is not None:
        form.outlet = outlet_id
    elif form.line is None and form.outlet is None:
        form.line, form.pincode, form.district, form.state = order.line, order.pincode, order.district, order.state
    form.name, form.phone = form.name or order.name, form.phone or order.phone
    form.payment, form.open = form.payment or order.payment, True


async def _dearer_or_cheaper(turn: Turn, lines: Sequence[OrderLine]) -> list[Phrase]:
    """What does not cost what it did, said before anything else."""
    told: list[Phrase] = []
    for line in lines:
        now = await service.product(turn.db, line.sku)
        if now is not None and now.price_paise not in (None, line.unit_price_paise):
            old, price = Money(line.unit_price_paise), Money(now.price_paise or 0)
            told.append(say("reorder-price", name=Words.read(now.name), old=old, price=price))
    return told


@action("start_again")
async def start_again(turn: Turn) -> None:
    """A clean talk: no open question, an empty form. The cart is hers and stays until she empties it."""
    turn.state.form = Form()
    turn.state.ask(None)
    turn.state.product, turn.state.products, turn.state.wished, turn.state.earlier = None, [], {}, []
    view = await basket.view(turn)
    options = [Option[Phrase](write("menu"), say("see-goods"))]
    if not view.empty:
        options += [Option(write("view_cart"), say("open-cart")), Option(write("clear_cart"), say("cart-clear"))]
    turn.reply(Buttons(say("cart-anew-kept" if not view.empty else "cart-anew"), tuple(options)))
