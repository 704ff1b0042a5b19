"""Prices and price limits: "500 से कम", "do sau tak", "under 1k", "₹200-300". Pure; whole rupees as said."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.understanding.numbers import Number, number_at

_CURRENCY = frozenset(
    [
        "₹",
        "rs",
        "rupees",
        "rupee",
        "rupaye",
        "rupay",
        "rupaiye",
        "rupya",
        "rupiya",
        "inr",
        "रुपए",
        "रुपये",
        "रुपया",
        "रु",
        "रुपयों",
        "rupee's",
        "bucks",
        "rps",
    ]
)
_UNDER = frozenset(["under", "below", "within", "upto", "max", "maximum", "budget", "बजट"])
_OVER = frozenset(["above", "over", "min", "minimum"])
_LESS = frozenset(["kam", "neeche", "niche", "कम", "नीचे", "less", "andar", "अंदर"])
_MORE = frozenset(["zyada", "jyada", "upar", "ज्यादा", "ऊपर", "more", "अधिक", "adhik"])
_TAK = frozenset(["tak", "तक"])
_SE = frozenset(["se", "से"])
_KE = frozenset(["ke", "के"])
_NOT_MONEY_BEFORE_TAK = frozenset(["baje", "din", "बजे", "दिन"])


@dataclass(frozen=True)
class Money:
    """Rupees found, and `places`: the words they took."""

    price_max: float | int | None = None
    price_min: float | int | None = None
    amounts: tuple[float | int, ...] = ()
    places: frozenset[int] = frozenset()


def money(words: Sequence[str], things: Collection[int] = ()) -> Money:
    """The price limits and plain amounts of rupees in the words; `amounts` only where a currency is named."""
    low = high = None
    amounts: list[float | int] = []
    places: set[int] = set()
    at = 0
    while at < len(words):
        number = number_at(words, at, things)
        if number is None:
            at += 1
            continue
        between = _between(words, number, things)
        if between:
            low, high, end = between
            places.update(range(number.start, end))
            at = end
            continue
        kind, end, start = _kind(words, number)
        if kind:
            places.update(range(start, end))
            if kind == "max":
                high = _rupees(number.upto_milli or number.milli)
            elif kind == "min":
                low = _rupees(number.milli)
            else:
                amounts.append(_rupees(number.milli))
        at = max(end, number.end)
    return Money(high, low, tuple(amounts), frozenset(places))


def _between(
    words: Sequence[str], number: Number, things: Collection[int]
) -> tuple[float | int, float | int, int] | None:
    """ "200 se 500 (tak | ke beech)", "between 200 and 500", "₹200-300"."""
    end = _past_currency(words, number.end)
    before = words[number.start - 1] if number.start else ""
    money_named = end > number.end or before in _CURRENCY
    if number.upto_milli and number.milli >= 50_000 and (money_named or before in ("budget", "बजट")):
        return _rupees(number.milli), _rupees(number.upto_milli), end
    if end + 1 >= len(words) or words[end] not in _SE | {"to", "and", "aur", "और"}:
        return None
    second = number_at(words, end + 1, things)
    if second is None or second.milli <= number.milli:
        return None
    after = _past_currency(words, second.end)
    closing = words[after : after + 2]
    if before == "between" or (closing and (closing[0] in _TAK or closing[-1] in ("beech", "bich", "बीच"))):
        return _rupees(number.milli), _rupees(second.milli), after + len(closing) if closing[:1] else after
    return None


def _kind(words: Sequence[str], number: Number) -> tuple[str | None, int, int]:
    """Which limit stands beside the number: ("max" | "min" | "amount" | None, end, start)."""
    end = _past_currency(words, number.end)
    start = number.start
    named = end > number.end
    if start and words[start - 1] in _CURRENCY:
        start, named = start - 1, True
    after = list(words[end : end + 3])
    before = list(words[max(0, start - 2) : start])
    big = number.milli >= 20_000 or named
    if len(after) >= 2 and (after[0] in _SE | _KE):
        if after[1] in _LESS and not _is_reduce(words, end + 2):
            return "max", end + 2, start
        if after[1] in _MORE:
            return "min", end + 2, start
    if big and after and (after[0] in _TAK or after[:2] in (["or", "less"], ["wala", "budget"])):
        return "max", end + 1, start
    if big and after[:1] and after[0] in ("budget", "max", "बजट"):
        return "max", end + 1, start
    if big and before and (before[-1] in _UNDER or before in (["less", "than"], ["up", "to"], ["kam", "se"])):
        return "max", end, start - 1
    if big and before and (before[-1] in _OVER or before == ["more", "than"]):
        return "min", end, start - 1
    if named:
        return "amount", end, start
    return None, number.end, start


def _is_reduce(words: Sequence[str], at: int) -> bool:
    """ "5 se kam kar do" changes a quantity; "500 se kam" limits a price."""
    return at < len(words) and words[at] in ("kar", "karo", "kardo", "कर", "करो")


def _past_currency(words: Sequence[str], at: int) -> int:
    if at < len(words) and words[at] in _CURRENCY:
        return at + 1
    return at


def _rupees(milli: int) -> float | int:
    return milli // 1000 if milli % 1000 == 0 else milli / 1000
