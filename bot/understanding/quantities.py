"""Amounts with their units: "dhai kilo", "आधा दर्जन", "2 pkt", "shawl aur topi 2-2". Pure; thousandths of the unit."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.understanding.numbers import Number, number_at
from catalog.lexicon import listed, phrases
from catalog.spelling import normalise

# These name an amount by themselves ("darjan pastry", "pav bhar"); other units only count after a number.
_PACKING = frozenset(["pack", "packed", "पैक"])
_DOING = frozenset(
    [
        "kar",
        "karo",
        "kr",
        "kro",
        "kardo",
        "krdo",
        "karke",
        "kijiye",
        "karwa",
        "kara",
        "कर",
        "करो",
        "कीजिए",
        "करके",
        "करवा",
    ]
)
_TH = frozenset(["st", "nd", "rd", "th"])
# Behind figures and before goods only: "2 कि हल्दी, 1 ली तेल".
_SHORT = {"कि": "kg", "क": "kg", "ली": "litre", "लि": "litre", "पै": "packet", "पी": "piece", "ग्रा": "gram", "ग": "gram"}
_ALONE = frozenset(["dozen", "pav", "pair"])
_MORE = frozenset(["more", "extra", "aur", "और"])
_ARTICLE = frozenset(["a", "an"])
_AND = frozenset(["and", "aur", "और", "n", "+"])
_BETWEEN = frozenset(["se", "से", "to", "ya", "या", "or"])
_HALF_MORE = frozenset(["aadha", "aadhi", "aadhe", "adha", "adhi", "adhe", "half", "आधा", "आधी", "आधे"])
_ASKING = frozenset(
    ["do", "दो", "de", "दे", "chahiye", "चाहिए", "bhej", "भेज", "dena", "देना", "dijiye", "दीजिए", "please", "plz"]
)
_FULL = frozenset(["bhar", "भर"])
_CLASSIFIERS = frozenset(["go", "goo", "tho", "ठो", "गो"])  # Bhojpuri and Magahi: "dui go", "तीन ठो"
_EACH_BEFORE = frozenset(
    ["har", "हर", "each", "dono", "donon", "teeno", "charo", "दोनों", "दोनो", "तीनों", "चारों", "sab", "sabhi", "सब"]
)
_NOT_OVER = frozenset(["per", "prati", "प्रति"])
_NORMAL = {
    "gram": ("kg", 1, 1000),
    "pav": ("kg", 1, 4),
    "quintal": ("kg", 100, 1),
    "dozen": ("piece", 12, 1),
    "ml": ("litre", 1, 1000),
}


@dataclass(frozen=True)
class Pack:
    """What is in one of them: "packets of 500 gram"."""

    milli: int
    unit: str


@dataclass(frozen=True)
class Quantity:
    """`milli` thousandths of `unit`, up to `upto_milli` ("2-3"); `unknown_unit` is a unit the shop does not sell by
    (ask, never guess); `each`: so much of each of several things; `pack`: how much one of them holds."""

    start: int
    end: int
    milli: int
    unit: str | None = None
    upto_milli: int | None = None
    unknown_unit: str | None = None
    each: bool = False
    pack: Pack | None = None


def in_kilos_or_pieces(milli: int, unit: str | None) -> tuple[int, str | None]:
    """Gram and pav as kilogram, dozen as pieces; other units stay."""
    if unit not in _NORMAL:
        return milli, unit
    base, times, by = _NORMAL[unit]
    return milli * times // by, base


def unit_places(words: Sequence[str]) -> set[int]:
    """Where a unit begins."""
    return {start for start, end, _ in phrases("units").find(words) if not _packing(words, start, end)}


def unit_at(words: Sequence[str], at: int) -> tuple[str, int] | None:
    """The unit that begins at `at` and how many words it takes; "pack kar do" is no packet."""
    found = phrases("units").at(words, at) if 0 <= at < len(words) else None
    return None if found and _packing(words, at, at + found[1]) else found


def _packing(words: Sequence[str], start: int, end: int) -> bool:
    return words[start] in _PACKING and _word(words, end) in _DOING


def quantities(words: Sequence[str], things: Collection[int] = (), skip: Collection[int] = ()) -> list[Quantity]:
    """Every amount, left to right. `things` are the word places where products begin, `skip` the words that
    belong to something else (a pincode, a price, a date)."""
    return list(_found(words, set(things), set(things) | unit_places(words), set(skip)))


def _found(words: Sequence[str], goods: set[int], things: set[int], skip: set[int]) -> Iterator[Quantity]:
    at, last = 0, None
    while at < len(words):
        quantity = None if at in skip else _quantity_at(words, at, goods, things, skip)
        if quantity is None and last and _two_at_the_end(words, at, last, goods):
            quantity = Quantity(at, at + 1, 2000)
        if quantity is None or not _counts(words, quantity, goods):
            at = max(at + 1, quantity.end if quantity else 0)
            continue
        yield quantity
        at, last = quantity.end, quantity


def _two_at_the_end(words: Sequence[str], at: int, last: Quantity, goods: set[int]) -> bool:
    """ "shawl ek, topi ek, muffler do": behind goods that are counted behind their names, it is no "give"."""
    ends = words[at] in ("do", "दो") and at == len(words) - 1 and at - 1 in goods
    return ends and last.end == at - 1 and last.unit is None and last.start - 1 in goods


@lru_cache(maxsize=4)
def _listed(name: str) -> frozenset[str]:
    return frozenset(normalise(word) or word for word in listed("not_amounts")[name])


def _counts(words: Sequence[str], quantity: Quantity, goods: set[int]) -> bool:
    """Whether it is an amount of goods at all: not "2 baar", "5 log", "size 40", "this one"."""
    before = words[quantity.start - 1] if quantity.start else ""
    after = _word(words, quantity.end)
    if quantity.unit or quantity.unknown_unit:
        return True
    if after in _listed("after") or (before in _listed("before") and quantity.end not in goods):
        return False
    if quantity.end != quantity.start + 1 or words[quantity.start] not in ("one", "ek", "एक"):
        return True
    if after in _listed("one_after") or (
        after in ("hi", "ही") and _word(words, quantity.end + 1) in _listed("one_after")
    ):
        return False
    if words[quantity.start] != "one" or quantity.end in goods:
        return True
    if after == "for" and quantity.start:  # "2 shawls, one for me one for mom": the two again
        return False
    return not (before in _listed("one_before") or (before and before in phrases("colours")))


def _quantity_at(words: Sequence[str], at: int, goods: set[int], things: set[int], skip: set[int]) -> Quantity | None:
    if words[at] == "one" and at + 1 not in goods and at and words[at - 1] in _listed("one_before") | _TH:
        return None  # "the second one, two pieces"
    number = number_at(words, at, things)
    if number is None:
        return _without_number(words, at, things)
    taken = next((place for place in range(number.start, number.end) if place in skip), None)
    if taken is not None:  # "shawl 2 2. topi 3": the second two only numbers a list
        number = number_at(words[:taken], at, things)
        if number is None:
            return None
    number = _up_to(words, number, things)
    each = number.upto_milli == number.milli
    upto = None if each else number.upto_milli
    before = words[at - 1] if at else ""
    each = each or _word(words, number.end) == "each" or before in _EACH_BEFORE
    place = _unit_after(words, number.end)
    unit = unit_at(words, place)
    if unit is None:
        found = _without_unit(words, number, place, upto, goods)
        end = found.end + 1 if _word(words, found.end) == "each" else found.end
        return replace(found, end=end, each=each)
    end = _past_full(words, place + unit[1])
    if _word(words, end) == "each":
        end, each = end + 1, True
    quantity = Quantity(at, end, number.milli, unit[0], upto, each=each)
    return _with_smaller(words, quantity, things, skip)


def _up_to(words: Sequence[str], number: Number, things: set[int]) -> Number:
    """ "2 se 3 kilo", "two or three shawls": an amount between the two, when what is counted follows."""
    if number.upto_milli or _word(words, number.end) not in _BETWEEN or number.end + 1 >= len(words):
        return number
    second = number_at(words, number.end + 1, things)
    if second is None or second.upto_milli or not number.milli < second.milli <= 3 * number.milli:
        return number
    return Number(number.start, second.end, number.milli, second.milli) if second.end in things else number


def _unit_after(words: Sequence[str], at: int) -> int:
    """Where the unit of a number that ends at `at` would stand: past "x", "25 more packets", "half a kilo"."""
    following, then = _word(words, at), at + 1 < len(words) and phrases("units").at(words, at + 1)
    if following == "x":
        return at + 1
    if following == "of" and _word(words, at + 1) in _ARTICLE and phrases("units").at(words, at + 2):
        return at + 2
    return at + 1 if then and (following in _MORE or following in _ARTICLE) else at


def _without_number(words: Sequence[str], at: int, things: set[int]) -> Quantity | None:
    """ "darjan pastry", "a kilo of pickle", "kilo bhar", "kilo do kilo"."""
    article = words[at] in _ARTICLE
    unit = phrases("units").at(words, at + article) if at + article < len(words) else None
    if unit is None:
        return None
    end = at + article + unit[1]
    if unit[0] not in _ALONE and not article and _word(words, end) not in _FULL:
        more = number_at(words, end, things) if unit[0] == "kg" and end < len(words) else None
        again = phrases("units").at(words, more.end) if more and more.end < len(words) else None
        if more and again and again[0] == unit[0] and 1000 < more.milli <= 3000 and more.upto_milli is None:
            return Quantity(at, more.end + again[1], 1000, unit[0], more.milli)
        return None
    if at and (words[at - 1] in _NOT_OVER or phrases("units").at(words, at - 1) == (unit[0], 1)):
        return None
    each = phrases("units").at(words, end) == unit if end < len(words) else False  # "पाव पाव भर"
    end = _past_full(words, end + unit[1] if each else end)
    half = _half_after(words, end)
    return Quantity(at, half or end, 1500 if half else 1000, unit[0], each=each)


def _half_after(words: Sequence[str], at: int) -> int | None:
    """ "a kilo and a half": where it ends."""
    if _word(words, at) not in _AND:
        return None
    at = at + 2 if _word(words, at + 1) == "a" else at + 1
    return at + 1 if _word(words, at) in _HALF_MORE else None


def _with_smaller(words: Sequence[str], quantity: Quantity, things: set[int], skip: set[int]) -> Quantity:
    """ "1 kg 500 gram", "ek kilo ek pav", "do kilo aadha": the smaller part joins the larger one."""
    if quantity.unit not in ("kg", "litre", "dozen") or quantity.upto_milli or quantity.each:
        return quantity
    at = quantity.end + 1 if _word(words, quantity.end) in _AND else quantity.end
    if at >= len(words) or at in skip:
        return quantity
    small = {"kg": {"gram": 1, "pav": 250}, "litre": {"ml": 1}}.get(quantity.unit, {})
    more = number_at(words, at, things)
    unit = phrases("units").at(words, more.end) if more and more.end < len(words) else None
    if more and unit and unit[0] in small and more.milli * small[unit[0]] < 1_000_000:
        added = more.milli * small[unit[0]] // 1000
        return replace(quantity, end=more.end + unit[1], milli=quantity.milli + added)
    alone = phrases("units").at(words, at)
    if alone and alone[0] == "pav" and quantity.unit == "kg":
        return replace(quantity, end=at + alone[1], milli=quantity.milli + 250)
    # "do darjan aadhe", but not "do darjan, aadhe laal aadhe neele"
    if words[at] in _HALF_MORE and quantity.milli % 1000 == 0:
        after = _word(words, at + 1)
        if not after or after in _ASKING or (at + 1 in things and not phrases("units").at(words, at + 1)):
            return replace(quantity, end=at + 1, milli=quantity.milli + 500)
    return quantity


def _without_unit(words: Sequence[str], number: Number, end: int, upto: int | None, goods: set[int]) -> Quantity:
    unknown = phrases("unknown_units").at(words, end) if end < len(words) else None
    if unknown and end in goods and not goods & {end + unknown[1], end + unknown[1] + 1}:
        unknown = None  # "ek balti": the bucket itself
    short = _SHORT.get(_word(words, end)) if words[number.start].isdigit() and end + 1 in goods else None
    if short:
        return Quantity(number.start, end + 1, number.milli, short, upto)
    if unknown:
        return Quantity(number.start, end + unknown[1], number.milli, None, upto, words[end])
    if _word(words, end) in _CLASSIFIERS and end + 1 < len(words):
        return Quantity(number.start, end + 1, number.milli, None, upto)
    return Quantity(number.start, end, number.milli, None, upto)


def _past_full(words: Sequence[str], at: int) -> int:
    """ "pav bhar", "kilo bhar": the word for "a full …" belongs to the amount."""
    return at + 1 if _word(words, at) in _FULL else at


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""
