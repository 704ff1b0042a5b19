"""What one change does to a line of the cart. Each says what came of it, or which question must be asked first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from actions import basket, cards, wishes
from actions.basket import Question
from actions.meaning import Edit, Item, Share
from actions.messages import Phrase, Quoted, lines, say
from actions.turn import Turn
from catalog.money import Money, Quantity, amount
from catalog.service import makers as find_makers
from catalog.service import product as find_product
from catalog.tables import Product
from catalog.words import Words
from orders import cart as carts
from orders import portions, terms
from orders.quantities import MEASURED, NotSoldSo, TooMuch, changed, convert
from orders.tables import CartLine

CHOICES = 3


@dataclass
class Done:
    """What came of it: by product how it stands now, and what must be said besides."""

    told: dict[str, Phrase] = field(default_factory=dict)
    remarks: list[Phrase] = field(default_factory=list)

    def join(self, other: "Done") -> None:
        self.told |= other.told
        self.remarks += other.remarks


def remark(*told: Phrase | None) -> Done:
    return Done(remarks=[one for one in told if one is not None])


async def held(turn: Turn, sku: str) -> CartLine | None:
    return next((one for one in await carts.lines(turn.db, turn.person.id, turn.now) if one.sku == sku), None)


async def comes_in(turn: Turn, sku: str, wished: Mapping[str, Any]) -> bool:
    """Whether a product can be had in that colour, size or flavour."""
    product = await find_product(turn.db, sku)
    kinds = [kind for kind in portions.KINDS if wished.get(kind)]
    return product is not None and all(wishes.offered(product, kind, str(wished[kind])) for kind in kinds)


async def put_back(turn: Turn, sku: str, milli: int, attrs: Mapping[str, Any]) -> Done | Question:
    """The line as it was before."""
    product = await find_product(turn.db, sku)
    if product is None:
        return remark(say("cart-not-found"))
    return await _stand(turn, product, milli, attrs)


async def put_in(turn: Turn, edit: Edit) -> Done | Question:
    """A thing goes into the cart, or more of it."""
    done = await _put_in(turn, edit)
    return replace(done, edit=edit) if isinstance(done, Question) else done


async def _put_in(turn: Turn, edit: Edit) -> Done | Question:
    item = edit.item
    sku = item.sku or (item.choices[0] if len(item.choices) == 1 else None)
    if sku is None:
        return await _which(turn, edit)
    product = await find_product(turn.db, sku)
    if product is None or not product.active:
        return remark(_not_here(item))
    turn.state.product = sku
    today = await terms.read(turn.db, turn.now, turn.shop.demo_sells)
    reasons = today.hindrances(product, await find_makers(turn.db, sku), turn.now)
    if reasons:
        return basket.cannot_sell(product, reasons)
    qty = basket.in_unit_of_sale(item, product)
    if qty is None and item.unit not in (None, product.unit):
        return basket.steps(product, NotSoldSo(product.step_milli))
    if qty is None:
        return basket.how_much(product, say("cart-ask-quantity", name=_named(product, item.attrs)))
    wished = turn.state.wished.pop(sku, {}) | dict(item.attrs)
    wished, refusal = _with_portions(product, wished, _in_sale_units(edit, product))
    # "one" was our guess when she only tapped: an amount said right after it is the amount, not more of it
    put = carts.put if turn.state.about.get("guessed") == sku and item.qty_milli is not None else carts.add
    try:
        line = await put(turn.db, turn.person.id, product, qty, turn.now, wishes.chosen(product, wished))
    except NotSoldSo as refused:
        return basket.steps(product, refused)
    except TooMuch:
        return basket.bulk(product)
    return Done({sku: shown(product, line)}, [refusal] if refusal else [])


async def _which(turn: Turn, edit: Edit) -> Done | Question:
    found = [await find_product(turn.db, sku) for sku in edit.item.choices[:CHOICES]]
    among = [product for product in found if product is not None and product.active]
    if not among:
        return remark(_not_here(edit.item))
    options = tuple(basket.choice(edit.item, product) for product in among)
    return Question("choice", {"choices": [p.sku for p in among]}, say("cart-which"), options)


def _not_here(item: Item) -> Phrase:
    return say("cart-not-here", thing=Quoted(item.said[:40])) if item.said else say("cart-not-found")


def shown(product: Product, line: CartLine) -> Phrase:
    """A line of the cart as it stands now."""
    quantity = Quantity(line.qty_milli, product.unit or "piece")
    sum_ = Money(amount(product.price_paise or 0, line.qty_milli))
    return basket.line(wishes.named(Words.read(product.name), line.attrs, quantity), quantity, sum_)


def _changed(product: Product, line: CartLine) -> Phrase:
    return say("cart-changed", line=shown(product, line))


async def resize(turn: Turn, sku: str, edit: Edit) -> Done | Question:
    """Another amount of a line; what is not in the cart is put in, unless there was to be less of it."""
    product, line, item = await find_product(turn.db, sku), await held(turn, sku), edit.item
    if product is None:
        return remark(_not_here(item))
    if line is None:
        if edit.op in ("decrease", "remove", "double"):
            return remark(say("cart-not-in", name=Words.read(product.name)))
        return await put_in(turn, replace(edit, op="add", item=replace(item, sku=sku, choices=())))
    turn.state.product = sku
    unit = product.unit or "piece"
    said = None if item.qty_milli is None else convert(item.qty_milli, item.unit, unit)
    if said is None and (edit.op == "set" or item.qty_milli is not None):
        asked = basket.how_much(product, say("cart-ask-quantity", name=Words.read(product.name)), new=False)
        return replace(asked, edit=Edit("set", replace(item, sku=sku, choices=(), qty_milli=None, unit=None)))
    wish = next((str(item.attrs[kind]) for kind in portions.KINDS if item.attrs.get(kind)), None)
    if edit.op == "decrease" and wish and portions.kind_of(line.attrs, wish):
        attrs, qty = portions.taken(line.attrs, line.qty_milli, wish, 1000 if said is None else said)
        return await _stand(turn, product, qty, attrs)
    if edit.op == "increase" and wish:
        return await put_in(turn, Edit("add", replace(item, sku=sku, choices=(), qty_milli=said or 1000, unit=unit)))
    qty = changed(line.qty_milli, edit.op, said)
    if qty == 0:
        return await take_out(turn, sku)
    kind = portions.unclear(line.attrs, line.qty_milli, qty)
    if kind and not wish:
        return _which_shade(product, line, kind, qty)
    attrs, refusal = _with_portions(product, dict(item.attrs), ())
    whole = portions.merged(line.attrs, wishes.chosen(product, attrs), qty)
    return await _stand(turn, product, qty, whole, refusal)


async def _stand(
    turn: Turn, product: Product, qty: int, attrs: Mapping[str, Any], refusal: Phrase | None = None
) -> Done | Question:
    """The line with this amount and these wishes."""
    if qty == 0:
        return await take_out(turn, product.sku)
    try:
        line = await carts.exactly(turn.db, turn.person.id, product, qty, attrs, turn.now)
    except NotSoldSo as refused:
        about = {"sku": product.sku, "new": False}
        return replace(basket.steps(product, refused), about=about, edit=Edit("set", Item(sku=product.sku)))
    except TooMuch:
        return basket.bulk(product)
    turn.state.product = product.sku
    return Done({product.sku: _changed(product, line)}, [refusal] if refusal else [])


def _which_shade(product: Product, line: CartLine, kind: str, qty: int) -> Question:
    """Two maroon and one grey are to be four: of which colour is the fourth?"""
    values = portions.values(line.attrs, kind)
    more = qty > line.qty_milli
    left = Quantity(abs(qty - line.qty_milli), product.unit or "piece")
    body = say("cart-which-more" if more else "cart-which-less", name=Words.read(product.name), qty=left)
    item = Item(sku=product.sku, qty_milli=left.milli, unit=left.unit)
    options = tuple(basket.shade(product.sku, value) for value in values)
    about = {"sku": product.sku, "kind": kind}
    return Question("shade", about, body, options, Edit("increase" if more else "decrease", item))


async def take_out(turn: Turn, sku: str) -> Done:
    product = await find_product(turn.db, sku)
    if product is None:
        return remark(say("cart-not-found"))
    name = Words.read(product.name)
    if not await carts.remove(turn.db, turn.person.id, sku):
        return remark(say("cart-not-in", name=name))
    return Done({sku: say("cart-removed", name=name)})


async def take_out_shade(turn: Turn, sku: str, value: str) -> Done | Question:
    """ "maroon wali hata do": of two maroon and one grey the grey one stays."""
    product, line = await find_product(turn.db, sku), await held(turn, sku)
    if product is None or line is None:
        return remark(say("cart-not-found"))
    attrs, left = portions.taken(line.attrs, line.qty_milli, value, None)
    return await _stand(turn, product, left, attrs)


async def wish_for(turn: Turn, sku: str, attrs: Mapping[str, Any]) -> Done | Question:
    """The whole line in this colour or size; of what she only looks at it is remembered until it goes in."""
    product, line = await find_product(turn.db, sku), await held(turn, sku)
    if product is None:
        return remark(say("cart-not-found"))
    turn.state.product = sku
    kept, refusal = wishes.chosen(product, attrs), wishes.refusal(product, attrs)
    if refusal:
        return remark(refusal)
    if line is not None:
        return await _stand(turn, product, line.qty_milli, portions.merged(line.attrs, kept, line.qty_milli))
    turn.state.wished[sku] = kept
    body = say("card-price-of", name=wishes.named(Words.read(product.name), kept), price=cards.price(product))
    return Question(None, {}, body, cards.options(await cards.look_at(turn, product)))


async def share_out(turn: Turn, sku: str, edit: Edit) -> Done | Question:
    """So much of it in this colour, so much in that: "2 maroon 1 grey"."""
    product, line = await find_product(turn.db, sku), await held(turn, sku)
    if product is None:
        return remark(_not_here(edit.item))
    said = _in_sale_units(edit, product)
    if line is None or edit.op in ("add", "increase"):
        return await put_in(turn, replace(edit, op="add", item=replace(edit.item, sku=sku, choices=())))
    if len(said) == 1:
        attrs, qty = _one_portion(line, said[0])
        refusal = wishes.refusal(product, {said[0].name: said[0].value})
        if refusal:
            return remark(refusal)
        return await _stand(turn, product, qty, attrs)
    whole = convert(edit.item.qty_milli or 0, edit.item.unit, product.unit or "piece") or 0
    qty = max(whole, sum(share.milli for share in said))
    wished, refusal = _with_portions(product, {}, said)
    return await _stand(turn, product, qty, portions.merged(line.attrs, wishes.chosen(product, wished), qty), refusal)


def _one_portion(line: CartLine, share: Share) -> tuple[dict[str, Any], int]:
    """ "ek grey kar do": one of them; as many as there are or more: all of them."""
    of, had = portions.amounts(line.attrs), portions.values(line.attrs, share.name)
    if share.milli >= line.qty_milli and not of:
        return portions.merged(line.attrs, {share.name: share.value}, share.milli), share.milli
    if len(had) == 1 and had[0] != share.value and not of:
        of = {had[0]: line.qty_milli - share.milli}
    all_shared = bool(of) and share.value in of and sum(of.values()) == line.qty_milli
    of[share.value] = share.milli
    qty = sum(of.values()) if all_shared else max(line.qty_milli, sum(of.values()))
    names = "/".join(dict.fromkeys([*had, share.value]))
    return portions.merged(line.attrs, {share.name: names, "of": of}, qty), qty


def _in_sale_units(edit: Edit, product: Product) -> tuple[Share, ...]:
    unit = product.unit or "piece"
    counted = [(share, convert(share.milli, edit.item.unit, unit)) for share in edit.shares]
    return tuple(replace(share, milli=milli) for share, milli in counted if milli)


def _with_portions(
    product: Product, attrs: Mapping[str, Any], said: Sequence[Share]
) -> tuple[dict[str, Any], Phrase | None]:
    """The wishes with their portions; what it does not come in is left out and said."""
    refusal = wishes.refusal(product, attrs)
    wished = dict(attrs)
    fits = [share for share in said if wishes.offered(product, share.name, share.value)]
    odd = [share for share in said if share not in fits]
    if odd:
        refusal = lines(refusal, wishes.refusal(product, {odd[0].name: "/".join(share.value for share in odd)}))
    for share in fits:
        wished[share.name] = "/".join(dict.fromkeys([*portions.values(wished, share.name), share.value]))
        wished.setdefault("of", {})[share.value] = share.milli
    return wished, refusal


def _named(product: Product, attrs: Mapping[str, Any]) -> Phrase:
    return wishes.named(Words.read(product.name), wishes.chosen(product, attrs))


async def in_place(turn: Turn, old_sku: str, edit: Edit) -> Done | Question:
    """One thing instead of another: as many of it, unless an amount was said or they are not counted alike."""
    old, line = await find_product(turn.db, old_sku), await held(turn, old_sku)
    item = edit.item
    sku = item.sku or (item.choices[0] if len(item.choices) == 1 else None)
    new = await find_product(turn.db, sku) if sku else None
    if new is None and line is not None and item.choices and item.qty_milli is None:
        item = replace(item, qty_milli=line.qty_milli)
    if new is not None and line is not None and old is not None and item.qty_milli is None:
        alike = old.unit == new.unit or not {old.unit, new.unit} & MEASURED
        item = replace(item, qty_milli=line.qty_milli, unit=new.unit) if alike else item
    if sku == old_sku:
        return await resize(turn, old_sku, replace(edit, op="set", item=item))
    done = await put_in(turn, Edit("add", item, shares=edit.shares))
    gone_in = done.awaiting is not None if isinstance(done, Question) else bool(done.told)
    if line is None or old is None or not gone_in:  # what cannot be had takes nothing's place
        return done
    await take_out(turn, old_sku)
    if isinstance(done, Question):
        return replace(done, body=lines(say("cart-removed", name=Words.read(old.name)), done.body))
    name, now = Words.read(old.name), done.told.pop(str(sku))
    return Done({str(sku): say("cart-swapped", old=name, line=now)}, done.remarks)
