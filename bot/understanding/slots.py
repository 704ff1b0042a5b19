"""The slots of a meaning: what the text says, under the contract's names, kept to what the task can carry. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from actions.meaning import Edit, Item
from bot.understanding.facts import Facts
from bot.understanding.pairing import Line
from bot.understanding.producers import producer_slots
from bot.understanding.quantities import Quantity
from bot.understanding.rules import changed_part
from bot.understanding.segments import named_in
from bot.understanding.tasks import slots_of
from bot.understanding.things import thing
from catalog.lexicon import is_common, phrases

_ORDERING = frozenset(
    [
        "add_to_cart",
        "checkout",
        "give_address",
        "give_name",
        "give_phone",
        "give_pincode",
        "bulk_order",
        "choose_payment",
        "gift_or_other_recipient",
        "correct_my_data",
        "confirm",
    ]
)
_QUESTION = re.compile(
    r"\?|\b(?:can|could|possible|accept|available|option)\b|क्या|\bkya\b|sakte|सकते|chalega|चलेगा|hota hai", re.I
)
_DIGITS = re.compile(r"[0-9]{2,8}")
_GOODS = frozenset(
    [
        "search_product",
        "product_detail",
        "ask_price",
        "ask_availability",
        "add_to_cart",
        "change_quantity",
        "remove_item",
        "bulk_order",
        "order_status",
        "complaint_return_refund",
        "about_producers",
        "rate_order",
        "reorder",
        "checkout",
        "give_address",
        "producer_register",
        "producer_partial_accept",
        "producer_mark_ready",
        "producer_stock_update",
        "producer_price_change",
        "producer_new_product",
        "producer_accept_order",
        "producer_reject_order",
        "producer_delay",
        "producer_mark_dispatched",
        "delivery_info",
    ]
)
_OF_WHAT_CAME = frozenset(["complaint_return_refund", "rate_order"])
_SOLD = frozenset(["bik", "bika", "biki", "bike", "bech", "sold", "बिक", "बिका", "बिकी", "बेच"])
_COUNTED = frozenset(
    [
        "add_to_cart",
        "change_quantity",
        "remove_item",
        "bulk_order",
        "producer_stock_update",
        "ask_price",
        "producer_mark_ready",
        "product_detail",
        "ask_availability",
        "search_product",
    ]
)
_LOOKING = frozenset(["search_product", "browse_category", "browse_catalogue", "ask_availability", "product_detail"])


def items_of(facts: Facts, task: str, edits: Sequence[Edit] = ()) -> tuple[Item, ...]:
    """The things asked for; an amount without a product is an `Item` without one. Portions are things of their own
    ("2 maroon aur 1 kali shawl"), and what is swapped for something is not asked for."""
    if task not in _GOODS:
        return ()
    if task in _COUNTED and any(edit.shares or edit.op == "swap" for edit in edits):
        named = {edit.item.product for edit in edits} | {edit.old.product for edit in edits if edit.old}
        besides = (line for line in facts.lines if line.mention and line.mention.term not in named)
        return (*(item for edit in edits for item in _of_edit(edit)), *(_item(line, facts, task) for line in besides))
    items = [_item(line, facts, task) for line in facts.lines if line.mention or task in _COUNTED]
    if task == "producer_stock_update" and _SOLD & set(facts.texts):
        return _left_over(items)
    if facts.correction and task == "change_quantity":
        return _corrected(items, facts)
    return tuple(items)


def _of_edit(edit: Edit) -> list[Item]:
    portions = [
        replace(edit.item, qty_milli=share.milli, attrs={**edit.item.attrs, share.name: share.value})
        for share in edit.shares
    ]
    return portions or [edit.item]


def _item(line: Line, facts: Facts, task: str) -> Item:
    mention, quantity = line.mention, line.quantity if task in _COUNTED else None
    item = thing(mention, quantity)
    if task in _OF_WHAT_CAME:  # "the sweater is small": what is wrong with it, not which it is
        item = replace(item, attrs={name: value for name, value in item.attrs.items() if name != "size"})
    if mention and quantity is None and task == "add_to_cart" and facts.texts[max(0, mention.first - 1)] in ("a", "an"):
        item = replace(item, qty_milli=1000)  # "order a shawl"; in "looking for a shawl" it counts nothing
    return replace(item, said=facts.text[mention.start : mention.end] if mention else _after(line.quantity, facts))


def _after(quantity: Quantity | None, facts: Facts) -> str:
    """The word that an amount without known goods counts: "3 chashme"."""
    if quantity is None or quantity.end >= len(facts.words):
        return ""
    word = facts.words[quantity.end]
    odd = word.gap or is_common(word.text) or any(c.start < word.end and word.start < c.end for c in facts.codes)
    return "" if odd else facts.text[word.start : word.end]


def _left_over(items: list[Item]) -> tuple[Item, ...]:
    """ "ghee 4 kilo bik gaya, ab 5 kilo bacha": what is left counts."""
    if len(items) != 2 or not items[0].product or items[1].product or items[1].qty_milli is None:
        return tuple(items)
    return (replace(items[0], qty_milli=items[1].qty_milli, unit=items[1].unit),)


def _corrected(items: list[Item], facts: Facts) -> tuple[Item, ...]:
    assert facts.correction is not None
    named = next((item for item in items if item.product), Item())
    return (
        Item(
            named.product,
            named.sku,
            named.choices,
            facts.correction.milli,
            facts.correction.unit or named.unit,
            named.attrs,
        ),
    )


def slots_for(facts: Facts, task: str, today: date, edited: bool = False) -> dict[str, Any]:
    """Every slot but the items, with ASCII codes, rupees and plain English values. `edited`: the text changes the
    cart, and may say how to pay besides."""
    wanted = slots_of(task)
    slots: dict[str, Any] = {}
    for kind in ("pincode", "phone", "order_ref", "tracking"):
        if facts.code(kind):
            slots[kind] = facts.code(kind)
    for name in ("price_max", "price_min"):
        if getattr(facts.money, name) is not None:
            slots[name] = getattr(facts.money, name)
    if facts.money.price_at is not None and facts.money.price_max is None and task in _LOOKING:
        slots["price_max"] = facts.money.price_at  # "500 wali": what costs more is not it
    if facts.payment and (task in _ORDERING or "payment" in wanted or edited):
        slots["payment"] = facts.payment
        if task == "choose_payment" and _QUESTION.search(facts.text):
            slots["aspect"] = "question"
    if facts.awaiting == "order_ref" and "order_ref" not in slots and _DIGITS.fullmatch(facts.text.strip()):
        slots["order_ref"] = facts.text.strip()
    slots.update(_told_besides(facts) if edited else _whom_and_where(facts, task, wanted))
    _put(slots, wanted, facts, task)
    unknown = next((q.unknown_unit for q in facts.amounts if q.unknown_unit), None)
    if unknown:
        slots["unknown_unit"] = unknown
    if task.startswith("producer_"):
        slots.update(producer_slots(facts, task))
    if task == "correct_my_data" and changed_part(facts):
        slots["aspect"] = changed_part(facts)
    return slots


def _told_besides(facts: Facts) -> dict[str, str]:
    """Beside changes of the cart only what is told as a name or an address: none of the cart's words is one."""
    name, address = named_in(facts), facts.address if facts.awaiting != "address" else None
    return ({"name": name} if name else {}) | ({"address": address} if address else {})


def _whom_and_where(facts: Facts, task: str, wanted: frozenset[str]) -> dict[str, str]:
    slots: dict[str, str] = {}
    if facts.name and (task in _ORDERING or "name" in wanted) and task != "checkout" and not _bare(facts, task):
        slots["name"] = facts.name
    if facts.address and task in _ORDERING | {"add_to_cart"} and not _stray(facts, task):
        slots["address"] = facts.address
    return slots


def _bare(facts: Facts, task: str) -> bool:
    """Whether the whole text was only taken for a name because one was asked for, and means something else: "upi"."""
    whole = (facts.name or "").casefold() == facts.text.strip(" .,!").casefold()
    return facts.awaiting == "name" and task != "give_name" and whole


def _stray(facts: Facts, task: str) -> bool:
    """The same for an address."""
    told = facts.housey or facts.code("pincode") is not None
    return facts.awaiting == "address" and task not in ("give_address", "confirm") and not told


def _put(slots: dict[str, Any], wanted: frozenset[str], facts: Facts, task: str) -> None:
    """Slots that are read only where the task has a use for them."""
    simple: Mapping[str, str | None] = {
        "place": facts.place,
        "service": facts.service,
        "category": facts.category,
        "lang": facts.lang,
        "ref": facts.pointer if not facts.mentions or facts.pointer not in (None, "this") else None,
        "carrier": phrases("carriers").first(facts.texts),
        "reason": phrases("reasons").first(facts.texts),
        "for": phrases("purposes").first(facts.texts),
        "problem": phrases("payment_problems").first(facts.texts),
        "topic": phrases("topics").first(facts.texts),
    }
    for name, value in simple.items():
        if name in wanted and value:
            slots[name] = value
    if "aspect" in wanted and task != "choose_payment":
        aspect = phrases("aspects").first(facts.texts)
        if aspect:
            slots["aspect"] = aspect
    if "kind" in wanted:
        slots["kind"] = phrases("complaint_kinds").first(facts.texts) or "complaint"
    if facts.days and wanted & {"date", "duration"}:
        _day(slots, wanted, facts)
    if task == "change_quantity":
        if facts.correction:
            old = facts.correction.old_milli
            slots["qty_old"] = old // 1000 if old % 1000 == 0 else old / 1000
            slots["op"] = "set"
        else:
            slots["op"] = facts.change or "set"


def _day(slots: dict[str, Any], wanted: frozenset[str], facts: Facts) -> None:
    for day in facts.days:
        if day.days is not None and "duration" in wanted and "duration" not in slots:
            slots["duration"] = day.plain
        elif "date" in wanted and "date" not in slots:
            slots["date"], slots["date_norm"] = day.phrase, day.plain
        if day.on and "date_on" not in slots:
            slots["date_on"] = day.on.isoformat()
