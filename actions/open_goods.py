"""A question about goods that is open: how much of it, which of these, in which colour. Pure.

It stands in the state as the edit that waits for the answer, with what the same message had asked for besides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from actions import items
from actions.meaning import Edit, Item, Share
from actions.state import GOODS_QUESTIONS as QUESTIONS
from actions.state import State
from orders.portions import KINDS


@dataclass(frozen=True)
class OpenGoods:
    """`kind` is one of QUESTIONS; `going_on`: the order goes on by itself afterwards."""

    kind: str
    edit: Edit
    rest: tuple[Edit, ...] = ()
    going_on: bool = False

    def about(self, sku: str) -> bool:
        return sku == self.edit.item.sku or sku in self.edit.item.choices


def of(state: State) -> OpenGoods | None:
    """The open question about goods; None when another one is open, or none. Also as earlier versions kept it."""
    about = state.about
    if state.awaiting not in QUESTIONS:
        return None
    if "edit" in about:
        edit = read(about["edit"])
    elif state.awaiting == "choice":
        edit = Edit("add", Item(choices=tuple(about.get("choices", ()))))
    else:
        edit = Edit("add" if about.get("new", True) else "set", Item(sku=about.get("sku")))
    rest = tuple(read(one) for one in about.get("rest", ()))
    return OpenGoods(state.awaiting or "", edit, rest, bool(about.get("going_on")))


def answered(asked: OpenGoods, said: Edit) -> tuple[Edit, ...] | None:
    """What the open question's edit becomes by `said`: () when she leaves it; None when `said` is about something
    else."""
    item, wanted = said.item, asked.edit.item
    named = bool(item.product or item.sku or item.choices)
    same = _same(asked, item) or (not named and said.ref in (None, "this"))
    if said.op == "swap" and said.old is not None and _same(asked, said.old):
        qty = item.qty_milli if item.qty_milli is not None else wanted.qty_milli
        return (Edit("add", replace(item, qty_milli=qty)),)
    if said.op == "remove" and same and item.qty_milli is None:
        return ()
    if not same or said.op not in ("add", "amount", "set", "increase", "wish"):
        return None
    if asked.kind == "choice":
        return (replace(asked.edit, item=_chosen(wanted, item)),)
    if asked.kind == "shade":
        wish = next(((name, value) for name, value in item.attrs.items() if name in KINDS), None)
        return (replace(asked.edit, item=replace(wanted, attrs=dict([wish]))),) if wish else None
    return (replace(asked.edit, item=_filled(wanted, item), shares=said.shares),)


def _same(asked: OpenGoods, item: Item) -> bool:
    return any(asked.about(sku) for sku in (item.sku, *item.choices) if sku)


def _chosen(wanted: Item, said: Item) -> Item:
    filled = _filled(wanted, said)
    narrower = [sku for sku in (said.sku, *said.choices) if sku and sku in wanted.choices]
    if len(narrower) == 1:
        return replace(filled, sku=narrower[0], choices=())
    return replace(filled, choices=tuple(narrower) or wanted.choices)


def _filled(wanted: Item, said: Item) -> Item:
    attrs = {**wanted.attrs, **said.attrs}
    if said.qty_milli is None:
        return replace(wanted, attrs=attrs, unit=said.unit or wanted.unit)
    return replace(wanted, attrs=attrs, qty_milli=said.qty_milli, unit=said.unit)


def stored(edit: Edit) -> dict[str, Any]:
    """For the conversation's state."""
    return {
        "op": edit.op,
        "item": items.stored(edit.item),
        "ref": edit.ref,
        "old": items.stored(edit.old) if edit.old else None,
        "shares": [[share.milli, share.name, share.value] for share in edit.shares],
    }


def read(data: Mapping[str, Any]) -> Edit:
    """An edit out of the state; before there were edits a thing to be put in was kept alone."""
    if "op" not in data:
        return Edit("add", items.read(data))
    old = data.get("old")
    shares: Sequence[Any] = data.get("shares", ())
    return Edit(
        data["op"],
        items.read(data["item"]),
        data.get("ref"),
        items.read(old) if old else None,
        tuple(Share(milli, name, value) for milli, name, value in shares),
    )
