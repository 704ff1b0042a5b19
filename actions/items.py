"""What she asked for in this turn: the items of the understanding, or what the talk points at. Pure."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.meaning import Item
from actions.turn import Turn


def asked(turn: Turn) -> tuple[Item, ...]:
    """The items of this message; an amount without a name means what was last talked about ("do bhej do")."""
    items = turn.meaning.items if turn.meaning else ()
    pointed = pointed_at(turn)
    if not items:
        return (Item(sku=pointed),) if pointed else ()
    if len(items) == 1 and pointed and not (items[0].sku or items[0].choices or items[0].product):
        return (replace(items[0], sku=pointed),)
    return items


def pointed_at(turn: Turn) -> str | None:
    """The sku "this", "the second one" or nothing at all points at."""
    return in_list(turn, slot(turn, "ref")) or turn.state.product


def in_list(turn: Turn, ref: str | None) -> str | None:
    """The sku at a place ("2", "last") of what was listed; None for any other pointer and past its end."""
    listed = turn.state.products
    if ref == "last" and listed:
        return listed[-1]
    if ref and ref.isdigit() and 1 <= int(ref) <= len(listed):
        return listed[int(ref) - 1]
    return None


def slot(turn: Turn, name: str) -> str | None:
    """A slot of this message as clean text; None when it says nothing about it."""
    value = turn.meaning.slots.get(name) if turn.meaning else None
    return str(value).strip() or None if value is not None else None


def stored(item: Item) -> dict[str, Any]:
    """For the conversation's state, until the question before it is answered."""
    return {
        "product": item.product,
        "sku": item.sku,
        "choices": list(item.choices),
        "qty_milli": item.qty_milli,
        "unit": item.unit,
        "attrs": dict(item.attrs),
        "said": item.said,
    }


def read(data: Mapping[str, Any]) -> Item:
    return Item(**{**data, "choices": tuple(data.get("choices", ()))})
