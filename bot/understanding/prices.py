"""What a producer says about a price: the new one, the old one, a step, a discount. Pure; rupees as said."""

import re
from collections.abc import Sequence
from typing import Any

from bot.understanding.facts import Facts
from bot.understanding.numbers import number_at
from catalog.lexicon import phrases

_PERCENT = frozenset(["%", "percent", "parsent", "pratishat", "fisadi", "परसेंट", "प्रतिशत", "फीसदी", "pc"])
_TO_THAT = re.compile(r"\bto\s+(?:rs\.?\s*|₹\s*)?\d", re.I)
# "750 se 800", "420 ki jagah 450", "was 280, make it 260", "pehle 60 tha ab 70": the old price and the new.
_BETWEEN = re.compile(
    r"(?:\bse\b|\bto\b|->|ki\s+ja?ga?h|ke\s+badle|\btha\b|\bthi\b|\bthe\b|\bnow\b|\bab\b|make\s+it|nahi|\bnhi\b|"
    r"(?<!\S)(?:से|था|थी|अब|नहीं)(?!\S)|की\s+जगह|के\s+बदले)",
    re.I,
)
_WAS = re.compile(r"\bwas\b|\bpehle\b|\bpahle\b|\bearlier\b|\bold\b|instead\s+of|पहले", re.I)
# "480 from today, earlier 450", "ab 70 ka, pehle 60 tha": the word stands right before the old price.
_WAS_LAST = re.compile(
    r"(?:\bearlier|\bpehle|\bpahle|\bwas|\bold\s+price|पहले)\s+(?:rs\.?\s*|₹\s*|it\s+was\s+)?([\w.]+)\W*(?:tha|thi|था|थी)?\W*$",
    re.I,
)
_LEAST_PRICE = 20
_EACH = frozenset(["each", "a", "per", "ka", "ki", "ke", "का", "की", "के", "प्रति", "prati", "/"])
_SOLD_BY = frozenset(["kg", "litre", "packet", "bottle", "metre", "box"])
_INSTEAD_OF = re.compile(r"instead\s+of", re.I)


def price_slots(facts: Facts, task: str) -> dict[str, Any]:
    """`price`, `price_old`, `price_delta` (signed) and `discount_percent`, as far as they are said."""
    if facts.correction:
        return {"price": _plain(facts.correction.milli), "price_old": _plain(facts.correction.old_milli)}
    for at in range(len(facts.texts)):
        number = number_at(facts.texts, at)
        if number and number.end < len(facts.texts) and facts.texts[number.end] in _PERCENT:
            return {"discount_percent": _plain(number.milli)}
    said = list(facts.money.amounts)
    if task == "producer_price_change":
        said += [_plain(q.milli) for q in facts.amounts if q.unit is None]
    said += [limit for limit in (facts.money.price_max,) if limit is not None and not said]
    listed_at = facts.money.price_at
    if not said and listed_at is None and task == "producer_new_product":
        said = _for_each(facts)
    if not said:
        return {} if listed_at is None else {"price": listed_at}
    old = {} if listed_at is None else {"price_old": listed_at}  # "450 wali shawl 500 ki kar do"
    if task == "producer_price_change":
        return _two(facts, said) or _step(facts, said) or {"price": said[-1], **old}
    return {"price": said[-1], **old}


def _for_each(facts: Facts) -> list[int | float]:
    """ "bamboo lamps, 450 each", "papaya sweet, 320 a kilo", "90 ka packet": what one of the new thing costs."""
    at = 0
    found = list[int | float]()
    while at < len(facts.texts):
        number = number_at(facts.texts, at)
        if number and number.milli >= _LEAST_PRICE * 1000:
            after = facts.texts[number.end] if number.end < len(facts.texts) else ""
            unit = phrases("units").at(facts.texts, number.end) if after else None
            if after in _EACH or not after or (unit and unit[0] in _SOLD_BY):
                found.append(_plain(number.milli))
        at = number.end if number else at + 1
    return found[-1:]


def _two(facts: Facts, said: Sequence[int | float]) -> dict[str, Any] | None:
    """The old price and the new one, when two are said."""
    numbers = [n for n in _numbers(facts.texts) if n in said or len(said) == 1]
    if len(numbers) != 2 or numbers[0] == numbers[1]:
        return None
    if _INSTEAD_OF.search(facts.text):
        return {"price": numbers[0], "price_old": numbers[1]}
    if _WAS_LAST.search(facts.text):
        return {"price": numbers[0], "price_old": numbers[1]}
    if _BETWEEN.search(facts.text) or _WAS.search(facts.text):
        return {"price": numbers[1], "price_old": numbers[0]}
    return None


def _numbers(texts: Sequence[str]) -> list[int | float]:
    found, at = [], 0
    while at < len(texts):
        number = number_at(texts, at)
        if number is not None:
            found.append(_plain(number.milli))
        at = number.end if number else at + 1
    return found


def _step(facts: Facts, said: Sequence[int | float]) -> dict[str, Any] | None:
    """ "10 rs cut", "das rupaye badhao": by how much, below nothing when it goes down."""
    if _TO_THAT.search(facts.text):
        return None
    moves = phrases("price_moves").first(facts.texts)
    return None if moves is None else {"price_delta": said[0] if moves == "up" else -said[0]}


def _plain(milli: int) -> int | float:
    return milli // 1000 if milli % 1000 == 0 else milli / 1000
