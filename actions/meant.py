"""Which line of the cart, or which thing looked at, words are about: the conversation decides."""

from actions import items
from actions import line_changes as change
from actions.meaning import Edit
from actions.turn import Turn
from orders import cart as carts
from orders import portions
from orders.tables import CartLine


async def line_meant(turn: Turn, edit: Edit) -> str | None:
    """The sku that is meant: named, pointed at in a list, the line in that colour or of the old amount, what is
    talked about, the only line, the one that changed last."""
    lines_now = {line.sku: line for line in await carts.lines(turn.db, turn.person.id, turn.now)}
    item = edit.item
    if item.sku:
        return item.sku
    if item.choices:
        in_cart = [sku for sku in item.choices if sku in lines_now]
        return in_cart[0] if len(in_cart) == 1 else None
    pointed = items.in_list(turn, edit.ref)
    if pointed:
        return pointed
    among = await _so_far(turn, edit, lines_now)
    looked_at = turn.state.product
    if looked_at in among or (looked_at and edit.ref == "this"):
        return looked_at
    if looked_at and edit.op == "wish" and not among:
        return looked_at
    if looked_at and edit.op == "amount":
        return looked_at  # "3 packet de do" about the card just seen: it goes in
    if not lines_now:
        return looked_at
    return max(among.values(), key=lambda line: (line.changed_at, line.id)).sku if among else None


async def _so_far(turn: Turn, edit: Edit, every: dict[str, CartLine]) -> dict[str, CartLine]:
    """The lines that fit what was said of them: their colour, the colours they come in, their amount till now."""
    old = turn.meaning.slots.get("qty_old") if turn.meaning else None
    if isinstance(old, int | float):
        same = {sku: line for sku, line in every.items() if line.qty_milli == round(old * 1000)}
        return same if len(same) == 1 else every
    wished = {kind: str(edit.item.attrs[kind]) for kind in portions.KINDS if edit.item.attrs.get(kind)}
    wished |= {share.name: share.value for share in edit.shares}
    if edit.op in ("remove", "decrease"):
        own = {
            sku: line for sku, line in every.items() if any(portions.kind_of(line.attrs, v) for v in wished.values())
        }
        return own or every
    if not wished:
        return every
    return {sku: line for sku, line in every.items() if await change.comes_in(turn, sku, wished)}
