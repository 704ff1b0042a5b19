"""The cart by tap and by words: putting in, changing, taking out, looking."""

from collections.abc import Sequence
from dataclasses import replace

from actions import basket, booking, checkout, edits, items, makers, open_goods
from actions import line_changes as change
from actions.meaning import Edit, Item, Op
from actions.messages import Buttons, Option, Text, say
from actions.payloads import write
from actions.registry import action, known, perform
from actions.turn import Turn
from catalog.service import product as find_product
from orders import cart as carts

_OPS: dict[str, Op] = {"increase": "increase", "decrease": "decrease", "double": "double"}


@action("add_to_cart")
async def add_to_cart(turn: Turn) -> None:
    """What the message asks for, several things at once; with an address in it, the order goes on by itself."""
    told, problem = await checkout.absorb(turn)
    wanted = await _from_whom(turn, _quoted(turn, _wanted(turn)))
    if not wanted:
        if known("search_product"):
            await perform(turn, "search_product")
        return
    booking.note_with_goods(turn)
    await edits.said(turn, wanted, going_on=told, remarks=[problem] if problem else [])


def _wanted(turn: Turn) -> list[Edit]:
    if turn.meaning and turn.meaning.edits:
        return list(turn.meaning.edits)
    said = turn.meaning.items if turn.meaning else ()
    unnamed = len(said) == 1 and not (said[0].sku or said[0].choices or said[0].product)
    if unnamed and said[0].qty_milli is not None:
        return [Edit("amount", said[0], items.slot(turn, "ref"))]
    return [Edit("add", item) for item in items.asked(turn)]


def _quoted(turn: Turn, wanted: Sequence[Edit]) -> list[Edit]:
    """ "Iske do" in answer to a card is about that card, whatever question is open."""
    return [
        replace(one, item=replace(one.item, sku=turn.quoted)) if turn.quoted and _bare(one) else one for one in wanted
    ]


def _bare(edit: Edit) -> bool:
    named = edit.item.product or edit.item.sku or edit.item.choices
    return not named and edit.ref in (None, "this") and edit.op != "restore"


async def _from_whom(turn: Turn, wanted: Sequence[Edit]) -> list[Edit]:
    """ "2 kanda ke shawl": the group she names gets it, if it makes it; after Kanda's card "iske do" are Kanda's."""
    group = await makers.wanted(turn) if wanted else None
    seen = dict([turn.state.maker]) if turn.state.maker else {}
    found: list[Edit] = []
    for one in wanted:
        of = group.id if group is not None else seen.get(one.item.sku or turn.state.product or "")
        found.append(replace(one, item=_of(one.item, of)) if of and one.op != "remove" else one)
    return found


def _of(item: Item, group_id: str) -> Item:
    return replace(item, attrs={**item.attrs, "group": group_id})


@action("add")
async def add(turn: Turn, sku: str = "", milli: str = "", group: str = "") -> None:
    """A button: one product, with an amount or without, of one group or any; then whatever else the same message had
    asked for."""
    asked = open_goods.of(turn.state)
    wanted = Item(sku=sku, qty_milli=int(milli) if milli.isdigit() else None, attrs={"group": group} if group else {})
    if asked is None or not asked.about(sku):
        await edits.said(turn, [Edit("add", wanted)])
        return
    put = Edit("add", replace(wanted, attrs={**asked.edit.item.attrs, **wanted.attrs}), shares=asked.edit.shares)
    await edits.carry_out(turn, [put, *asked.rest], going_on=asked.going_on)


@action("change_cart")
async def change_cart(turn: Turn) -> None:
    """A message that is nothing but changes: "shawl 3 kar do aur topi hata do", "maroon wali". What is no change of
    anything she has or looked at is taken for what else it may mean."""
    told = turn.meaning.edits if turn.meaning else ()
    if await _about_nothing(turn, told):
        task = turn.meaning.task if turn.meaning else ""
        otherwise = known(task) and task not in ("add_to_cart", "change_quantity", "remove_item", "change_cart")
        await perform(turn, task if otherwise else "search_product")
        return
    await _change(turn, told)


async def _about_nothing(turn: Turn, told: Sequence[Edit]) -> bool:
    """Whether there is nothing that the words could change: an empty cart and nothing looked at, or the colour of a
    thing that she neither has nor looks at ("maroon shawl")."""
    held = {line.sku for line in await carts.lines(turn.db, turn.person.id, turn.now)}
    if open_goods.of(turn.state) is not None:
        return False
    if all(one.op == "wish" and one.item.product for one in told):
        return not any(sku in {*held, turn.state.product} for one in told for sku in (one.item.sku, *one.item.choices))
    unnamed = all(not (one.item.product or one.old or items.in_list(turn, one.ref)) for one in told)
    return unnamed and not held and turn.state.product is None


async def _change(turn: Turn, told: Sequence[Edit]) -> None:
    said, problem = await checkout.absorb(turn)
    wanted = await _from_whom(turn, _quoted(turn, told))
    await edits.said(turn, wanted, going_on=said, remarks=[problem] if problem else [])


@action("change_quantity")
async def change_quantity(turn: Turn) -> None:
    """A new amount: "nahi 3 kar do", "ek aur", "shawl double"; also the answer to how much of something."""
    told = _told(turn, _OPS.get(items.slot(turn, "op") or "", "set"))
    if not told and turn.heard.text.strip().isdecimal():
        told = [Edit("amount", Item(qty_milli=int(turn.heard.text) * 1000))]
    if told:
        await _change(turn, told)
    elif open_goods.of(turn.state) is not None:
        await edits.ask_again(turn)
    else:
        await view_cart(turn)


@action("remove_item")
async def remove_item(turn: Turn) -> None:
    told = _told(turn, "remove")
    if told or open_goods.of(turn.state) is not None:
        await _change(turn, told or [Edit("remove")])
    else:
        await view_cart(turn)


def _told(turn: Turn, op: Op) -> list[Edit]:
    """The changes the words spell out, else one for each thing the message names."""
    if turn.meaning is None:
        return []
    ref = items.slot(turn, "ref")
    without = [Edit(op, ref=ref)] if ref or "op" in turn.meaning.slots else []
    return list(turn.meaning.edits) or [Edit(op, item, ref) for item in turn.meaning.items] or without


@action("set")
async def set_amount(turn: Turn, sku: str = "", milli: str = "") -> None:
    """A button with the new amount of a line."""
    if not milli.isdigit():
        await view_cart(turn)
        return
    await edits.said(turn, [Edit("set", Item(sku=sku, qty_milli=int(milli)))])


@action("drop")
async def drop(turn: Turn, sku: str = "") -> None:
    if await change.held(turn, sku) is None:
        await view_cart(turn)
        return
    await edits.said(turn, [Edit("remove", Item(sku=sku))])


@action("view_cart")
async def view_cart(turn: Turn) -> None:
    """Lines by group, the sum, and the next steps; typed in the middle of a question, its question again."""
    cart = await basket.view(turn)
    turn.state.products = [item.sku for item in cart.items] or turn.state.products
    if turn.heard.kind == "text" and not cart.empty and (checkout.asks(turn) or open_goods.of(turn.state)):
        turn.reply(Text(basket.told(cart)))
        await perform(turn, "resume")
        return
    turn.state.ask(None)
    turn.reply(basket.shown(cart) if not cart.empty else basket.nothing())


@action("cart")
async def cart(turn: Turn) -> None:
    await view_cart(turn)


@action("edit_cart")
async def edit_cart(turn: Turn, page: str = "0") -> None:
    """The lines as a list: tap one to change or remove it."""
    view = await basket.view(turn)
    turn.reply(basket.to_edit(view, int(page) if page.isdigit() else 0) if not view.empty else basket.nothing())


@action("line")
async def line(turn: Turn, sku: str = "") -> None:
    held, product = await change.held(turn, sku), await find_product(turn.db, sku)
    if product is None or held is None:
        await view_cart(turn)
        return
    question = basket.about_line(product, held.qty_milli)
    turn.state.ask(question.awaiting, **question.about)
    turn.reply(Buttons(question.body, question.options))


@action("clear_cart")
async def clear_cart(turn: Turn) -> None:
    view = await basket.view(turn)
    if view.empty:
        turn.reply(basket.nothing())
        return
    yes, no = write("clear_yes"), write("view_cart")
    turn.state.ask("confirm", yes=yes, no=no, asked=turn.heard.key)
    turn.reply(Buttons(say("cart-clear-sure"), (Option(yes, say("cart-clear-yes")), Option(no, say("cart-clear-no")))))


@action("clear_yes")
async def clear_yes(turn: Turn) -> None:
    await edits.empty(turn)
    turn.state.ask(None)
    turn.state.form.open = False
    turn.reply(basket.nothing(say("cart-cleared")))
