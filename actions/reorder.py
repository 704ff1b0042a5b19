"""The same again: the lines of an earlier order into the cart, at today's prices; and starting anew."""

from actions import basket, edits
from actions.items import slot
from actions.meaning import Edit, Item
from actions.messages import Buttons, Option, Phrase, say
from actions.payloads import write
from actions.registry import action
from actions.state import Form
from actions.turn import Turn
from orders import book


@action("reorder")
async def reorder(turn: Turn, number: str = "") -> None:
    named = number or slot(turn, "order_ref")
    mine = await book.orders_of(turn.db, turn.person.id, 20)
    chosen = next((o for o in mine if named and o.number.endswith(named.removeprefix("HT-"))), None)
    order = chosen or (mine[0] if mine and not named else None)
    if order is None:
        turn.reply(Buttons(say("order-none"), (Option(write("menu"), say("see-goods")),)))
        return
    again = [
        Edit("add", Item(sku=line.sku, qty_milli=line.qty_milli, unit=line.unit, attrs=line.attrs))
        for part in await book.parts_of(turn.db, order.id)
        for line in await book.lines_of(turn.db, part.id)
    ]
    await edits.carry_out(turn, again)


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
