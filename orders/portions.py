"""How much of a line is of which colour, size or flavour: 3 shawls, 2 of them maroon and 1 grey. Pure.

A line's attrs hold the wishes by kind ("color": "maroon/grey") and, where it was said, how much of each
("of": {"maroon": 2000, "grey": 1000}, in milli of the unit of sale)."""

from collections.abc import Mapping
from typing import Any

KINDS = ("color", "size", "flavour")
Attrs = Mapping[str, Any]


def amounts(attrs: Attrs) -> dict[str, int]:
    """How much was said to be of which wish; empty when nothing was."""
    return dict(attrs.get("of") or {})


def values(attrs: Attrs, kind: str) -> list[str]:
    """The wishes of a kind, in the order in which they were said."""
    return str(attrs[kind]).split("/") if attrs.get(kind) else []


def merged(before: Attrs, new: Attrs, whole: int) -> dict[str, Any]:
    """The line as it is when `whole` of it is wished `new`: a kind that is wished anew replaces the old wish."""
    attrs = {**before, **new}
    kept = {} if "of" in new else amounts(before)
    for kind in KINDS:
        if new.get(kind) and "of" not in new:
            kept = {value: milli for value, milli in kept.items() if value not in values(before, kind)}
    return _settled({**attrs, "of": amounts(new) or kept}, whole)


def added(before: Attrs, held: int, new: Attrs, milli: int) -> dict[str, Any]:
    """One maroon shawl and then a grey one: the line is of both, and of each so much."""
    attrs, of = {**before, **new}, amounts(before)
    for kind in KINDS:
        had, wished = values(before, kind), values(new, kind)
        if not wished:
            continue
        if len(had) == 1 and had[0] not in of:
            of[had[0]] = held
        for value, more in (amounts(new) or {wished[0]: milli}).items():
            if value in wished and (had or held):
                of[value] = of.get(value, 0) + more
        attrs[kind] = "/".join(dict.fromkeys([*had, *wished]))
        if not had and not held:
            of |= amounts(new)
    return _settled({**attrs, "of": of}, held + milli)


def taken(before: Attrs, held: int, value: str, milli: int | None) -> tuple[dict[str, Any], int]:
    """The line without `milli` (None: all) of one wish, and how much of the whole is left."""
    of = amounts(before)
    mine = of.get(value, held if all(value in values(before, kind) for kind in _kinds(before, value)) else 0)
    less = mine if milli is None else min(milli, mine)
    if value in of:
        of[value] -= less
    return _settled({**before, "of": of}, held - less), held - less


def kind_of(attrs: Attrs, value: str) -> str | None:
    """Which kind of wish of the line `value` is."""
    return next(iter(_kinds(attrs, value)), None)


def unclear(attrs: Attrs, held: int, whole: int) -> str | None:
    """The kind by which nobody can say how `whole` of it would be shared out: all of it was, and not as many."""
    of = amounts(attrs)
    for kind in KINDS:
        shared = [of[value] for value in values(attrs, kind) if value in of]
        if len(shared) > 1 and whole != held and (sum(shared) == held or sum(shared) > whole):
            return kind
    return None


def _kinds(attrs: Attrs, value: str) -> list[str]:
    return [kind for kind in KINDS if value in values(attrs, kind)]


def _settled(attrs: dict[str, Any], whole: int) -> dict[str, Any]:
    """Nothing of a wish is no wish; all of one wish needs no counting; more than there is was not meant so."""
    of = {value: milli for value, milli in dict(attrs.pop("of", {})).items() if _kinds(attrs, value)}
    for kind in KINDS:
        mine = [value for value in values(attrs, kind) if of.get(value, 1) > 0]
        if mine:
            attrs[kind] = "/".join(mine)
        else:
            attrs.pop(kind, None)
        counted = sum(of.get(value, 0) for value in mine)
        if counted > whole or (len(mine) == 1 and counted == whole):
            of = {value: milli for value, milli in of.items() if value not in mine}
    of = {value: milli for value, milli in of.items() if milli > 0}
    return attrs | ({"of": of} if of else {})
