"""Packs of so much: "500 gram ke 2 packet", "2x250g", "4 packets 250 gm each". Pure."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.understanding.quantities import Pack, Quantity
from catalog.lexicon import phrases

_MEASURES = frozenset(["kg", "gram", "pav", "litre", "ml", "metre", "pound"])
_COUNTED = frozenset([None, "packet", "box", "bottle", "piece", "set"])
_KIND = frozenset(["wale", "wala", "wali", "vale", "vali", "वाले", "वाला", "वाली"])
_OF = frozenset(["ke", "ka", "ki", "wale", "wala", "wali", "vale", "vali", "के", "का", "की", "वाले", "वाला", "वाली"])


def packed(words: Sequence[str], found: Sequence[Quantity], things: Collection[int] = ()) -> list[Quantity]:
    """`found` with a count and what one of them holds made one amount; all others as they were. `things` are the
    places where products begin."""
    kept: list[Quantity] = []
    for quantity in found:
        joined = _joined(words, kept[-1], quantity, things) if kept else None
        if joined:
            kept[-1] = joined
        else:
            kept.append(quantity)
    return kept


def _joined(words: Sequence[str], first: Quantity, second: Quantity, things: Collection[int]) -> Quantity | None:
    between = list(words[first.end : second.start])
    if first.pack or first.unknown_unit:
        return None
    if first.unit in _MEASURES and second.unit in _COUNTED:
        container = phrases("units").at(between, 1) if len(between) == 2 and between[0] in _OF else None
        if container and second.unit is None and container[0] in _COUNTED:  # "1 kg ka dabba 2"
            return _pack(replace(second, unit=container[0]), first, first.start, second.end)
        said = len(between) == 1 and (between[0] in _OF or between[0] == "x")
        return _pack(second, first, first.start, second.end) if said or (first.each and not between) else None
    if first.unit not in _COUNTED or second.unit not in _MEASURES:
        return None
    after = second.end + 1 if second.end < len(words) and words[second.end] in _OF else second.end
    if first.unit is None:
        container = phrases("units").at(words, after) if after < len(words) else None
        if not between and words[first.end - 1] == "x":
            return _pack(first, second, first.start, second.end)
        if not between and container and container[0] in _COUNTED:  # "two 500 gram packets"
            return _pack(replace(first, unit=container[0]), second, first.start, after + container[1])
        return None
    goods_between = 0 < len(between) <= 3 and first.end in things and after not in things
    if goods_between and after > second.end and words[second.end] in _KIND:  # "10 packet haldi 100 gm wale"
        return _pack(first, second, first.start, first.end)
    if between == ["of"] or (not between and (second.each or after > second.end)):
        return _pack(first, second, first.start, after)
    return None


def _pack(count: Quantity, holds: Quantity, start: int, end: int) -> Quantity:
    each = count.each and holds.unit is None
    return replace(count, start=start, end=end, each=each, pack=Pack(holds.milli, holds.unit or ""))
