"""New goods as a producer tells them: "आंवला कैंडी 200 ग्राम 60 रुपये 30 पैकेट". Pure; nothing that is not said."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from actions.meaning import Listing
from bot.understanding.numbers import number_at
from catalog.lexicon import Phrases, listed, phrases
from catalog.spelling import normalise
from catalog.utterance import Word, cut

_MEASURES = frozenset(["gram", "ml", "kg", "litre", "metre", "pound", "pav", "quintal"])
_LOOSE = frozenset(["kg", "litre", "metre"])  # what is also sold by the measure itself
_SMALLER = {"kg": ("gram", 1000), "litre": ("ml", 1000)}
_SIZED = frozenset(["size", "saiz", "no", "number", "nambar", "x", "साइज", "नंबर", "नम्बर"])
_OF = frozenset(["ka", "ki", "ke", "wala", "wali", "wale", "का", "की", "के", "वाला", "वाली", "वाले", "of"])
_IN = frozenset(["me", "mein", "में"])  # "60 mein": what it costs
_ONE = frozenset(["per", "prati", "har", "ek", "one", "each", "a", "an", "1", "प्रति", "हर", "एक"])
_BINDS = frozenset(["ka", "ki", "ke", "aur", "and", "with", "of", "wala", "wali", "wale", "me", "mein", "in", "the"])
_BINDS |= frozenset(["का", "की", "के", "और", "वाला", "वाली", "वाले", "में", "se", "से"])
_SMALLEST_PRICE = 10_000  # milli: a bare number below ten is no price
_LONGEST_NAME = 60


@dataclass(frozen=True)
class _Figure:
    """A number of the words `start:end` with its unit. `price`: rupees are named beside it; `per`: the unit it is the
    price of, or what holds it ("48 piece ka dabba"); `counted`: a word beside it says that so many are there."""

    start: int
    end: int
    milli: int
    unit: str | None = None
    price: bool = False
    per: str | None = None
    counted: bool = False


def listing(text: str) -> Listing:
    """Reads one message; fields that are not said stay None. Never raises."""
    words = cut(text)
    texts = [word.text for word in words]
    figures = _first_offer(_figures(texts))
    price = _price(figures)
    taken = {place for one in figures for place in range(one.start, one.end)}
    found = _amounts([one for one in figures if one is not price], price)
    return replace(
        found, name=_name(text, words, taken), price_paise=price.milli // 10 if price and price.milli >= 1000 else None
    )


def _figures(texts: Sequence[str]) -> list[_Figure]:
    units = {start for start, _, _ in phrases("units").find(texts)}
    found: list[_Figure] = []
    at = 0
    while at < len(texts):
        number = number_at(texts, at, units)
        sized = at and texts[at - 1] in _SIZED
        if number is None or number.upto_milli or sized:
            at = number.end if number else at + 1
            continue
        found.append(_figure(texts, number.start, number.end, number.milli, found[-1].end if found else 0))
        at = found[-1].end
    return found


def _figure(texts: Sequence[str], start: int, end: int, milli: int, free_from: int) -> _Figure:
    """What stands around a number; nothing before the word `free_from` is looked at."""
    before = texts[start - 1] if start > free_from else ""
    labelled = _ends_with(texts, free_from, start, "price")
    behind = end < len(texts) and texts[end] in _words("currency")
    if before in _words("currency") or behind or labelled:
        first = start - (labelled or before in _words("currency"))
        per, past = _per(texts, end + behind)
        if per is None:
            per, first = _unit_before(texts, free_from, first)
        return _Figure(first, past, milli, price=True, per=per)
    unit = phrases("units").at(texts, end) if end < len(texts) else None
    if unit is None and end < len(texts) and texts[end] in _OF | _IN and milli >= _SMALLEST_PRICE:
        holder = phrases("units").at(texts, end + 1) if end + 1 < len(texts) and texts[end] in _OF else None
        if holder:  # "6 ka set"
            return _Figure(start, end + 1 + holder[1], milli, "piece", per=holder[0])
        per, first = _unit_before(texts, free_from, start)
        return _Figure(first, end + 1, milli, price=True, per=per)
    past = end + unit[1] if unit else end
    holder = phrases("units").at(texts, past + 1) if past + 1 < len(texts) and texts[past] in _OF else None
    if holder and holder[0] not in _MEASURES:
        return _Figure(start, past + 1 + holder[1], milli, unit[0] if unit else "piece", per=holder[0])
    told = bool(_ends_with(texts, free_from, start, "stock")) or _starts_with(texts, past, "stock")
    counted = told and milli != 1000  # "banaya hai, ek packet 60 rupaye": one is no count
    return _Figure(start, past, milli, unit[0] if unit else None, counted=counted)


def _per(texts: Sequence[str], at: int) -> tuple[str | None, int]:
    """ "… rupaye (per) kilo": the unit a price is for, and the word after it."""
    skip = at + 1 if at < len(texts) and texts[at] in _ONE | _OF else at
    unit = phrases("units").at(texts, skip) if skip < len(texts) else None
    return (unit[0], skip + unit[1]) if unit else (None, at)


def _unit_before(texts: Sequence[str], free_from: int, start: int) -> tuple[str | None, int]:
    """ "jodi 150 rs", "ek packet ka 60": the unit, and where it begins."""
    end = start - 1 if start > free_from and texts[start - 1] in _OF else start
    if end > free_from and (unit := phrases("units").at(texts, end - 1)):
        first = end - 1
        return unit[0], first - 1 if first > free_from and texts[first - 1] in _ONE else first
    return None, start


def _first_offer(figures: list[_Figure]) -> list[_Figure]:
    """ "1 kg 220 rs, 500 g 120 rs" are two offers: the second begins with the measure before its price."""
    prices = [at for at, one in enumerate(figures) if one.price]
    if len(prices) < 2:
        return figures
    end = prices[1]
    while end - 1 > prices[0] and figures[end - 1].unit:
        end -= 1
    return figures[:end]


def _price(figures: Sequence[_Figure]) -> _Figure | None:
    """The one with rupees; else, of bare numbers, the first that may be a price."""
    named = next((one for one in figures if one.price), None)
    if named:
        return named
    bare = [one for one in figures if one.unit is None and one.milli >= _SMALLEST_PRICE]
    alone = len(figures) == 1 and figures[0].milli >= 10 * _SMALLEST_PRICE  # "bag banaya 350"
    return next((one for one in bare if alone or not one.counted), None)


def _amounts(figures: Sequence[_Figure], price: _Figure | None) -> Listing:
    """What one holds, what it is sold by, how many there are."""
    unit = price.per if price else None
    held = next((one for one in figures if one.per), None)  # "200 gram ka packet"
    figures = [one for one in figures if one is not held and not one.price]
    containers = [one for one in figures if one.unit not in _MEASURES]
    measures = [one for one in figures if one.unit in _MEASURES]
    if unit is None and held is None and price:
        one = _beside(price, figures, bool([c for c in containers if c.milli != 1000 or c.counted]))
        if one:
            unit = one.unit
            containers, measures = ([f for f in some if f is not one] for some in (containers, measures))
    stock = next((one for one in (*containers, *measures) if one.counted), None) or next(iter(containers), None)
    if stock is None and measures and (unit in _LOOSE or held or len(measures) > 1):
        stock = measures[-1]
    pack = held or next((one for one in measures if one is not stock), None)
    if pack and pack.milli == 1000 and pack.unit in _LOOSE and unit is None and not held and not containers:
        unit, pack = pack.unit, None  # "shahad 1 kilo 600 rupaye"
    if held:
        unit = unit or held.per
    if stock and unit is None and stock.unit in _LOOSE and pack is None:
        unit = stock.unit
    if stock and unit is None and stock.unit not in _MEASURES:
        unit = stock.unit
    holds: tuple[int | None, str | None] = _smallest(pack) if pack else (None, None)
    count = _in_units(stock, unit, pack) if stock else None
    return Listing(pack_milli=holds[0], pack_unit=holds[1], unit=unit, stock_milli=count)


def _beside(price: _Figure, figures: Sequence[_Figure], counted_else: bool) -> _Figure | None:
    """ "ek packet 60 rupaye", "1 kilo 200 rs" with no other packets: what the price is for."""
    for one in figures:
        near = 0 <= price.start - one.end <= 1 or 0 <= one.start - price.end <= 1
        if one.milli == 1000 and one.unit and near and not one.counted and (one.unit in _LOOSE) <= (not counted_else):
            return one
    return None


def _smallest(one: _Figure) -> tuple[int, str]:
    """Half a kilo as 500 gram, a pav as 250 gram."""
    unit, milli = one.unit or "piece", one.milli
    if unit == "pav":
        return milli * 250, "gram"
    if unit in _SMALLER and milli % 1000:
        return milli * _SMALLER[unit][1], _SMALLER[unit][0]
    return milli, unit


def _in_units(stock: _Figure, unit: str | None, pack: _Figure | None) -> int | None:
    """The count in what is sold: dozens as pieces, kilos of packed goods as packs; None when they do not fit."""
    if stock.unit == "dozen" and unit != "dozen":
        return stock.milli * 12
    if stock.unit in _MEASURES and pack is not None:
        (much, of), (holds, small) = _base(stock.milli, stock.unit), _base(pack.milli, pack.unit)
        return much * 1000 // holds if of == small and holds else None
    if stock.unit in _MEASURES and unit != stock.unit:
        much, of = _base(stock.milli, stock.unit)
        one, base = _base(1000, unit)
        return much * 1000 // one if of == base else None
    return stock.milli


def _base(milli: int, unit: str | None) -> tuple[int, str | None]:
    """In the smallest measure."""
    if unit == "pav":
        return milli * 250, "gram"
    if unit == "quintal":
        return milli * 100_000, "gram"
    small = _SMALLER.get(unit or "")
    return (milli * small[1], small[0]) if small else (milli, unit)


def _name(text: str, words: Sequence[Word], taken: set[int]) -> str | None:
    """The longest run of words that is neither a figure nor talk around the goods, as typed."""
    talk, binds = _talk([word.text for word in words]), [word.text in _BINDS for word in words]
    runs: list[list[int]] = [[]]
    for at, word in enumerate(words):
        ends = at in taken or (talk[at] and not binds[at])
        if ends or word.gap:
            runs.append([])
        if not ends:
            runs[-1].append(at)
    best: list[int] = []
    for run in runs:
        while run and binds[run[0]]:
            run = run[1:]
        while run and binds[run[-1]]:
            run = run[:-1]
        best = run if len(run) > len(best) else best
    return (
        text[words[best[0]].start : words[best[-1]].end].strip(" .:-–—=*\"'")[:_LONGEST_NAME] or None if best else None
    )


def _talk(texts: Sequence[str]) -> list[bool]:
    """Which words belong to the talk around the goods; units without a number too."""
    around = [False] * len(texts)
    for kinds in ("price", "stock", "frame"):
        for start, end, _ in _phrases(kinds).find(texts):
            around[start:end] = [True] * (end - start)
    for start, end, _ in phrases("units").find(texts):
        around[start:end] = [True] * (end - start)
    return [here or text in _words("currency") for here, text in zip(around, texts, strict=True)]


def _ends_with(texts: Sequence[str], free_from: int, start: int, kind: str) -> int:
    """How many words of this kind (and a word between) stand right before `start`."""
    for gap in (0, 1):
        for length in (3, 2, 1):
            first = start - gap - length
            if first >= free_from and _phrases(kind).at(texts[first : start - gap], 0) == (kind, length):
                return length + gap if not gap or texts[start - 1] in _OF | {"is", "hai", "h", "है", "rs", ":"} else 0
    return 0


def _starts_with(texts: Sequence[str], at: int, kind: str) -> bool:
    return any(_phrases(kind).at(texts, place) is not None for place in (at, at + 1) if place < len(texts))


@lru_cache(maxsize=8)
def _phrases(kind: str) -> Phrases:
    return Phrases({kind: listed("goods/listing")[kind]})


@lru_cache(maxsize=2)
def _words(kind: str) -> frozenset[str]:
    return frozenset(normalise(word) for word in listed("money")[kind])
