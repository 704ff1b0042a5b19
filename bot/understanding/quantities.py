"""Amounts with their units: "dhai kilo", "आधा दर्जन", "2 pkt", "pav bhar". Pure; thousandths of the unit."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bot.understanding.numbers import number_at
from catalog.lexicon import phrases

# These name an amount by themselves ("darjan pastry", "pav bhar"); other units only count after a number.
_ALONE = frozenset(["dozen", "pav", "pair"])
_MORE = frozenset(["more", "extra", "aur", "और"])
_NORMAL = {
    "gram": ("kg", 1, 1000),
    "pav": ("kg", 1, 4),
    "quintal": ("kg", 100, 1),
    "dozen": ("piece", 12, 1),
    "ml": ("litre", 1, 1000),
}


@dataclass(frozen=True)
class Quantity:
    """`milli` thousandths of `unit`; `unknown_unit` is a unit the shop does not sell by (ask, never guess)."""

    start: int
    end: int
    milli: int
    unit: str | None = None
    upto_milli: int | None = None
    unknown_unit: str | None = None


def in_kilos_or_pieces(milli: int, unit: str | None) -> tuple[int, str | None]:
    """Gram and pav as kilogram, dozen as pieces; other units stay."""
    if unit not in _NORMAL:
        return milli, unit
    base, times, by = _NORMAL[unit]
    return milli * times // by, base


def unit_places(words: Sequence[str]) -> set[int]:
    """Where a unit begins."""
    return {start for start, _, _ in phrases("units").find(words)}


def quantities(words: Sequence[str], things: Collection[int] = (), skip: Collection[int] = ()) -> list[Quantity]:
    """Every amount, left to right. `things` are the word places where products begin, `skip` the words that
    belong to something else (a pincode, a price, a date)."""
    return list(_found(words, set(things) | unit_places(words), set(skip)))


def _found(words: Sequence[str], things: set[int], skip: set[int]) -> Iterator[Quantity]:
    at = 0
    while at < len(words):
        quantity = None if at in skip else _quantity_at(words, at, things, skip)
        if quantity is None:
            at += 1
            continue
        yield quantity
        at = quantity.end


def _quantity_at(words: Sequence[str], at: int, things: set[int], skip: set[int]) -> Quantity | None:
    number = number_at(words, at, things)
    if number is None:
        unit = phrases("units").at(words, at)
        if unit is None or unit[0] not in _ALONE or (at and words[at - 1] in ("pav", "पाव")):
            return None
        after_article = at and words[at - 1] in ("per", "prati", "प्रति")
        return None if after_article else Quantity(at, _past_full(words, at + unit[1]), 1000, unit[0])
    if any(place in skip for place in range(number.start, number.end)):
        return None
    after = number.end
    if after < len(words) and words[after] in ("x", "*"):
        after += 1
    # "25 more packets", "2 aur packet"
    if after + 1 < len(words) and words[after] in _MORE and phrases("units").at(words, after + 1):
        after += 1
    # "half a kilo", "aadha ka packet"
    if after + 1 < len(words) and words[after] in ("a", "an") and phrases("units").at(words, after + 1):
        after += 1
    unit = phrases("units").at(words, after) if after < len(words) else None
    if unit is None:
        return _without_unit(words, number.start, after, number.milli, number.upto_milli)
    end, milli, kind = after + unit[1], number.milli, unit[0]
    # "1 kg 500 gram", "2 kilo aadha": the smaller part joins the larger one.
    more = number_at(words, end, things) if kind == "kg" and end < len(words) else None
    small = phrases("units").at(words, more.end) if more and more.end < len(words) else None
    if more and small and small[0] == "gram" and more.milli < 1_000_000:
        return Quantity(at, more.end + small[1], milli + more.milli // 1000, kind)
    return Quantity(at, _past_full(words, end), milli, kind, number.upto_milli)


def _without_unit(words: Sequence[str], start: int, end: int, milli: int, upto: int | None) -> Quantity:
    unknown = phrases("unknown_units").at(words, end) if end < len(words) else None
    if unknown:
        return Quantity(start, end + unknown[1], milli, None, upto, words[end])
    return Quantity(start, end, milli, None, upto)


def _past_full(words: Sequence[str], at: int) -> int:
    """ "pav bhar", "kilo bhar": the word for "a full …" belongs to the amount."""
    return at + 1 if at < len(words) and words[at] in ("bhar", "भर") else at
