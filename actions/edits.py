"""Changes of the cart carried out one after the other; the first that needs a question stops, the rest waits."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from actions import basket, checkout, open_goods
from actions import line_changes as change
from actions.basket import Question
from actions.line_changes import Done
from actions.meaning import Edit, Item, Op
from actions.meant import line_meant
from actions.messages import Buttons, Phrase, lines, say
from actions.registry import action
from actions.turn import Turn
from catalog.service import product as find_product
from catalog.words import Words
from orders import cart as carts
from orders import portions

EARLIER = 10  # changes that can be taken back


async def carry_out(
    turn: Turn, edits: Sequence[Edit], *, going_on: bool = False, remarks: Iterable[Phrase] = ()
) -> None:
    """`going_on`: afterwards the order's form goes on by itself. `remarks` are said first."""
    before = await _lines(turn)
    done, blocked = Done(remarks=list(remarks)), list[Question]()
    for place, edit in enumerate(edits):
        came = await _one(turn, edit)
        if isinstance(came, Done):
            done.join(came)
        elif came.awaiting is None:
            blocked.append(came)
        else:
            _keep_earlier(turn, before, await _lines(turn))
            _ask(turn, came, edit, edits[place + 1 :], going_on)
            turn.reply(Buttons(lines(*done.remarks, *done.told.values(), *_bodies(blocked), came.body), came.options))
            return
    _keep_earlier(turn, before, await _lines(turn))
    if blocked and not done.told and not done.remarks:
        turn.state.ask(None)
        turn.reply(Buttons(lines(*_bodies(blocked)), blocked[0].options))
        return
    await _tell(turn, done, blocked, going_on)
    only = edits[0].item if len(edits) == 1 else Item()
    if edits and edits[0].op == "add" and only.qty_milli is None and only.sku and turn.state.awaiting is None:
        turn.state.ask(None, guessed=only.sku)


def _bodies(blocked: Sequence[Question]) -> list[Phrase]:
    return [question.body for question in blocked]


def _ask(turn: Turn, question: Question, edit: Edit, rest: Sequence[Edit], going_on: bool) -> None:
    # `asked` makes each asking its own: what was asked again in this turn is not asked a third time.
    turn.state.ask(
        question.awaiting,
        **question.about,
        edit=open_goods.stored(question.edit or edit),
        rest=[open_goods.stored(one) for one in rest],
        going_on=going_on,
        asked=turn.heard.key,
    )


async def _tell(turn: Turn, done: Done, blocked: Sequence[Question], going_on: bool) -> None:
    told: list[Phrase | None] = [*done.remarks, *done.told.values(), *_bodies(blocked)]
    if going_on and checkout.missing(turn.state.form) is None:  # the whole order is shown next: not twice
        told = [*done.remarks, *_bodies(blocked)]
    elif going_on:
        told.append(checkout.heard(turn))
    instead = blocked[0].options[:1] if blocked else ()
    await after_change(turn, lines(*told) if told else None, done.told, going_on=going_on, first=instead)


async def after_change(
    turn: Turn, note: Phrase | None, told: Collection[str] = (), *, going_on: bool = False, first: Any = ()
) -> None:
    """Says what changed, then the form's open question if an order is being placed, else what can be done next. `told`:
    the products whose lines stand in the note; a cart of one of them alone needs no total."""
    turn.state.ask(None)
    if going_on or turn.state.form.open:
        await checkout.go_on(turn, note)
        return
    cart = await basket.view(turn)
    if cart.empty:
        turn.reply(basket.nothing(note))
        return
    alone = len(cart.items) == 1 and cart.items[0].sku in told
    total = None if alone else say("cart-total", total=cart.total)
    options = (*first, *basket.next_options())[:3]
    turn.reply(Buttons(lines(note, total, basket.prices(cart)), options))


async def said(turn: Turn, edits: Sequence[Edit], *, going_on: bool = False, remarks: Iterable[Phrase] = ()) -> None:
    """Changes she said: the first may answer the open question about goods; otherwise that is put again after them."""
    asked = open_goods.of(turn.state)
    if asked is None:
        await carry_out(turn, edits, going_on=going_on, remarks=remarks)
        return
    answer = open_goods.answered(asked, edits[0]) if edits else None
    on = going_on or asked.going_on
    if answer is None:
        await carry_out(turn, [*edits, asked.edit, *asked.rest], going_on=on, remarks=remarks)
        return
    left = [await _left_out(turn, asked)] if not answer else []
    await carry_out(turn, [*answer, *edits[1:], *asked.rest], going_on=on, remarks=[*remarks, *left])


async def leave(turn: Turn) -> None:
    """ "Rehne do" to a question about goods: that thing stays as it is, whatever else was asked for goes on."""
    asked = open_goods.of(turn.state)
    if asked is not None:
        left = await _left_out(turn, asked)
        await carry_out(turn, asked.rest, going_on=asked.going_on, remarks=[left])


async def _left_out(turn: Turn, asked: open_goods.OpenGoods) -> Phrase:
    product = await find_product(turn.db, asked.edit.item.sku or "")
    if product is None or asked.edit.op != "add":
        return say("cart-as-it-was")
    return say("cart-left-out", name=Words.read(product.name))


async def ask_again(turn: Turn, note: Phrase | None = None) -> None:
    """The open question about goods once more, after a digression."""
    asked = open_goods.of(turn.state)
    if asked is not None:
        remarks = [note] if note is not None else []
        await carry_out(turn, [asked.edit, *asked.rest], going_on=asked.going_on, remarks=remarks)


async def empty(turn: Turn) -> None:
    """Everything out at once; it can still be put back."""
    before = await _lines(turn)
    await carts.clear(turn.db, turn.person.id)
    _keep_earlier(turn, before, {})


@action("shade")
async def shade(turn: Turn, sku: str = "", value: str = "") -> None:
    """Of which colour one more or one less is, as a button said it."""
    asked, line = open_goods.of(turn.state), await change.held(turn, sku)
    value = value.replace("-", " ")
    kind = portions.kind_of(line.attrs, value) if line is not None else None
    if asked is None or asked.kind != "shade" or not asked.about(sku) or kind is None:
        await after_change(turn, None)
        return
    await said(turn, [Edit("wish", Item(attrs={kind: value}))])


async def _one(turn: Turn, edit: Edit) -> Done | Question:
    if edit.op == "restore":
        return await _restored(turn, edit)
    if edit.op == "add":
        return await change.put_in(turn, edit)
    if edit.ref == "all":
        return await _of_all(turn, edit)
    named = bool(edit.item.product and not edit.item.sku and not edit.item.choices)
    sku = None if named else await line_meant(turn, edit)
    if edit.op == "amount" and edit.item.qty_milli is None:  # "topi rakho": it stays, or comes in
        kept = sku is not None and await change.held(turn, sku) is not None
        return Done() if kept else await change.put_in(turn, replace(edit, op="add"))
    if edit.op == "only":
        return await _only(turn, sku, edit)
    if edit.op == "swap":
        old = await line_meant(turn, replace(edit, item=edit.old or Item()))
        return await change.in_place(turn, old or "", edit)
    if sku is None:
        return await _unclear(turn, edit)
    if edit.shares:
        return await change.share_out(turn, sku, edit)
    if edit.op == "wish":
        return await change.wish_for(turn, sku, edit.item.attrs)
    if edit.op == "remove" and edit.item.qty_milli is None:
        value = await _value_of(turn, sku, edit)
        return await (change.take_out_shade(turn, sku, value) if value else change.take_out(turn, sku))
    return await change.resize(turn, sku, replace(edit, op=_amount_op(edit)))


def _amount_op(edit: Edit) -> Op:
    ops: dict[Op, Op] = {"amount": "set", "remove": "decrease"}
    return ops.get(edit.op, edit.op)


async def _value_of(turn: Turn, sku: str, edit: Edit) -> str | None:
    """The colour of which alone is spoken: "maroon wali hata do"."""
    line = await change.held(turn, sku)
    values = [str(edit.item.attrs[kind]) for kind in portions.KINDS if edit.item.attrs.get(kind)]
    return next((one for one in values if line is not None and portions.kind_of(line.attrs, one)), None)


async def _unclear(turn: Turn, edit: Edit) -> Done | Question:
    """Several things may be meant, or none: asked, or said."""
    if edit.item.choices or edit.item.product:
        if edit.op in ("remove", "decrease", "double"):
            among = [sku for sku in edit.item.choices if await change.held(turn, sku)]
            return await change.put_in(turn, edit) if len(among) > 1 else change.remark(say("cart-none-of-it"))
        return await change.put_in(turn, replace(edit, op="add"))
    return change.remark(say("cart-nothing-meant"))


async def _of_all(turn: Turn, edit: Edit) -> Done | Question:
    done = Done()
    for line in await carts.lines(turn.db, turn.person.id, turn.now):
        if edit.op == "wish" and not await change.comes_in(turn, line.sku, edit.item.attrs):
            continue
        one = replace(edit, ref=None, item=replace(edit.item, sku=line.sku))
        came = await _one(turn, one)
        if isinstance(came, Question):
            return came
        done.join(came)
    return done


async def _only(turn: Turn, sku: str | None, edit: Edit) -> Done | Question:
    """ "Bas shawl rakho": everything else goes; a thing that is not in the cart takes nothing out."""
    every = await carts.lines(turn.db, turn.person.id, turn.now)
    if sku is None or sku not in {line.sku for line in every}:
        return await change.put_in(turn, replace(edit, op="add"))
    done = Done()
    for line in every:
        if line.sku != sku:
            done.join(await change.take_out(turn, line.sku))
    turn.state.product = sku
    return done if done.told else change.remark(say("cart-as-it-was"))


async def _restored(turn: Turn, edit: Edit) -> Done | Question:
    """What was changed last is as before; a thing that is named, as it was before it went."""
    named = {sku for sku in (edit.item.sku, *edit.item.choices) if sku}
    for group in reversed(turn.state.earlier):
        whole = not named or (edit.ref == "all" and named & set(group))
        skus = [sku for sku, (milli, _) in group.items() if whole or (sku in named and milli)]
        if skus:
            done = Done()
            for sku in skus:
                came = await change.put_back(turn, sku, *group.pop(sku))
                done.join(came if isinstance(came, Done) else change.remark(came.body))
            turn.state.earlier = [one for one in turn.state.earlier if one]
            return done
    if named:
        return await change.put_in(turn, replace(edit, op="add"))
    return change.remark(say("cart-nothing-back"))


async def _lines(turn: Turn) -> dict[str, list[Any]]:
    return {
        line.sku: [line.qty_milli, dict(line.attrs)] for line in await carts.lines(turn.db, turn.person.id, turn.now)
    }


def _keep_earlier(turn: Turn, before: dict[str, list[Any]], now: dict[str, list[Any]]) -> None:
    """Remembers how the changed lines were, so that "wapas daal do" finds them; what only came in is no loss."""
    if any(now.get(sku) != line for sku, line in before.items()):
        changed = {sku: before.get(sku, [0, {}]) for sku in {*before, *now} if before.get(sku) != now.get(sku)}
        turn.state.earlier = [*turn.state.earlier, changed][-EARLIER:]
