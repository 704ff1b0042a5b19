"""A meaning in the words of the contract, as `haat understand` prints it. Pure."""

from typing import Any

from actions.meaning import Item, Meaning
from bot.understanding.quantities import in_kilos_or_pieces
from catalog.lexicon import listed


def as_contract(meaning: Meaning, id: str | None) -> dict[str, Any]:
    """{"id", "task", "confidence", "script", "expect": {"task", "items", …}, "alternatives"}; quantities are
    numbers (2, 1.5), an amount without a product stands beside the items as `qty` and `unit`."""
    expect: dict[str, Any] = {"task": meaning.task}
    named = [_item(item) for item in meaning.items if item.product]
    loose = next((item for item in meaning.items if not item.product and item.qty_milli is not None), None)
    if named:
        expect["items"] = named
    if loose:
        expect.update(_amount(loose))
    elif meaning.task == "change_quantity" and len(named) == 1:
        expect.update({key: named[0][key] for key in ("qty", "unit", "qty_norm", "unit_norm") if key in named[0]})
    expect.update({name: value for name, value in meaning.slots.items() if name not in ("date_on", "unknown_unit")})
    return {
        "id": id,
        "task": meaning.task,
        "confidence": meaning.confidence,
        "script": meaning.script,
        "expect": expect,
        "alternatives": [{"task": task, "confidence": sure} for task, sure in meaning.alternatives],
    }


def _item(item: Item) -> dict[str, Any]:
    found: dict[str, Any] = {"product": item.product}
    if item.sku:
        found["sku"] = item.sku
    found.update(_amount(item))
    if item.attrs:
        found["attrs"] = dict(item.attrs)
    return found


def _amount(item: Item) -> dict[str, Any]:
    amount: dict[str, Any] = {}
    if item.qty_milli is not None:
        amount["qty"] = _number(item.qty_milli)
    if item.unit in listed("units"):
        amount["unit"] = item.unit
    if item.qty_milli is not None and item.unit:
        milli, unit = in_kilos_or_pieces(item.qty_milli, item.unit)
        if unit != item.unit:
            amount["qty_norm"], amount["unit_norm"] = _number(milli), unit
    return amount


def _number(milli: int) -> int | float:
    return milli // 1000 if milli % 1000 == 0 else milli / 1000
