"""Portions of one thing that are said in several parts of a message: "2 maroon aur 1 kali shawl". Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from actions.meaning import Edit, Share
from orders.portions import KINDS


def joined(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Last first; portions of one thing said in several parts are one edit: "2 maroon aur 1 kali shawl"."""
    held: Edit | None = None
    for edit in reversed(edits):
        one = _one_of(edit, held) if held is not None else None
        if one is None and held is not None:
            yield held
        held = one or edit
    if held is not None:
        yield held


def _one_of(one: Edit, other: Edit) -> Edit | None:
    if not (one.shares or other.shares) or (one.item.product and other.item.product):
        return None
    if not {one.op, other.op} <= {"add", "set", "amount"}:
        return None
    mine, its = _portions(one), _portions(other)
    whole = one.item.qty_milli or 0
    if mine:  # "3 shawl, 2 maroon 1 grey" says how many in all
        whole += other.item.qty_milli or 0
    named = one.item if one.item.product else other.item
    op = one.op if one.item.product or other.op == "amount" else other.op
    attrs = {name: value for name, value in named.attrs.items() if name not in KINDS}
    unit = one.item.unit or other.item.unit
    return Edit(op, replace(named, qty_milli=whole, unit=unit, attrs=attrs), one.ref or other.ref, shares=(*mine, *its))


def _portions(edit: Edit) -> tuple[Share, ...]:
    if edit.shares:
        return edit.shares
    wish = next(((name, value) for name, value in edit.item.attrs.items() if name in KINDS), None)
    return (Share(edit.item.qty_milli, *wish),) if wish and edit.item.qty_milli else ()
