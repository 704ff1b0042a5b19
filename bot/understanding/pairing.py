"""Which amount belongs to which product in "2 shawl aur stole 3, ek topi". Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.understanding.quantities import Quantity, unit_at
from catalog.lexicon import listed
from catalog.search import Mention
from catalog.utterance import Word

_OF = frozenset(["ke", "ka", "ki", "के", "का", "की"])
_MEASURES = frozenset(["kg", "gram", "pound", "litre", "metre"])


@dataclass(frozen=True)
class Line:
    """One thing asked for: at least one of the two is there."""

    mention: Mention | None
    quantity: Quantity | None


def lines(words: Sequence[Word], mentions: Sequence[Mention], quantities: Sequence[Quantity]) -> list[Line]:
    """Pairs in the order of the text; an amount without a product, or a product without an amount, stands alone."""
    amount_of: dict[int, Quantity] = {}
    loose: list[Quantity] = []
    for part in _parts(words, mentions, quantities):
        named = [one for one in part if isinstance(one, Mention)]
        amounts_first = bool(part) and isinstance(part[0], Quantity)
        for place, one in enumerate(part):
            if isinstance(one, Mention):
                continue
            owner = _owner(part, place, amounts_first, amount_of) if named else None
            if owner is None and not named:
                owner = _left_without(mentions, one, amount_of)
            if owner is None:
                loose.append(one)
            else:
                amount_of[owner.first] = _with_unit_after(words, owner, one)
    for line in list(amount_of.items()):
        _hand_out(words, line, mentions, amount_of)
    bare = [m for m in mentions if m.first not in amount_of]
    # "shawls for a wedding, about 100 pcs": one product and one amount belong together wherever they stand.
    if len(mentions) == len(bare) == len(loose) == 1:
        amount_of[bare[0].first] = loose.pop()
    _measure(mentions, loose, amount_of)
    found = [(m.first, Line(m, amount_of.get(m.first))) for m in mentions]
    found += [(q.start, Line(None, q)) for q in loose]
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]


def _measure(mentions: Sequence[Mention], loose: list[Quantity], amount_of: dict[int, Quantity]) -> None:
    """ "ek cake 3 pound": the measure is how much, not the one."""
    for mention in mentions:
        count = amount_of.get(mention.first)
        near = (q for q in loose if 0 <= q.start - mention.last <= 1 and q.unit in _MEASURES)
        measure = next(near, None) if count and count.milli == 1000 and count.unit is None else None
        if measure:
            amount_of[mention.first] = measure
            loose.remove(measure)


def _hand_out(
    words: Sequence[Word], line: tuple[int, Quantity], mentions: Sequence[Mention], amount_of: dict[int, Quantity]
) -> None:
    """ "2-2 shawl aur topi": so many of each that follows; "shawl aur topi 2-2": of each before."""
    first, quantity = line
    if quantity.each:
        for mention in mentions:
            if (mention.first > first) == (quantity.start < first):
                amount_of.setdefault(mention.first, quantity)


def _with_unit_after(words: Sequence[Word], mention: Mention, quantity: Quantity) -> Quantity:
    """ "2 biscuit ke packet": the unit after the product belongs to the bare number before it."""
    if quantity.unit or quantity.unknown_unit:
        return quantity
    if quantity.start > mention.first:  # "biscuit ke packet 4", "honey bottle 2"
        between = [word.text for word in words[mention.last : quantity.start]]
        at = 1 if between[:1] and between[0] in _OF else 0
        unit = unit_at(between, at)
        return replace(quantity, unit=unit[0]) if unit and at + unit[1] == len(between) else quantity
    after = [word.text for word in words[mention.last : mention.last + 3]]
    at = 1 if after[:1] and after[0] in _OF else 0
    unit = unit_at(after, at)
    return replace(quantity, unit=unit[0]) if unit else quantity


def _parts(
    words: Sequence[Word], mentions: Sequence[Mention], quantities: Sequence[Quantity]
) -> list[list[Mention | Quantity]]:
    """The text cut at commas and at "and"."""
    joiners = frozenset(listed("common")["joiners"])
    events: dict[int, Mention | Quantity] = {m.first: m for m in mentions}
    inside = {place for m in mentions for place in range(m.first + 1, m.last)}
    inside |= {place for q in quantities for place in range(q.start + 1, q.end)}
    events.update({q.start: q for q in quantities})
    parts: list[list[Mention | Quantity]] = [[]]
    for place, word in enumerate(words):
        if place not in inside and (word.gap or word.text in joiners):
            parts.append([])
        if place in events:
            parts[-1].append(events[place])
    return [part for part in parts if part]


def _owner(
    part: Sequence[Mention | Quantity], place: int, amounts_first: bool, amount_of: dict[int, Quantity]
) -> Mention | None:
    """Amounts come before their products, or after them, all through one part of a sentence."""
    order = (part[place + 1 :], part[:place][::-1]) if amounts_first else (part[:place][::-1], part[place + 1 :])
    for side in order:
        for one in side:
            if isinstance(one, Quantity):
                break
            if one.first not in amount_of:
                return one
    return None


def _left_without(mentions: Sequence[Mention], quantity: Quantity, amount_of: dict[int, Quantity]) -> Mention | None:
    """ "shawl, 2": the product just before the comma."""
    before = [m for m in mentions if m.last <= quantity.start]
    return (
        before[-1] if before and before[-1].first not in amount_of and quantity.start - before[-1].last <= 1 else None
    )
