"""What a producer says about a price: the new one, the old one, a step, a discount. Pure; rupees as said."""

import re
from typing import Any

from bot.understanding.facts import Facts
from bot.understanding.numbers import number_at

_UP = re.compile(r"mehnga|mahnga|mahanga|महंगा|महँगा|increase|raise|hike|badha|बढ़ा|costlier|\bup\b", re.I)
_DOWN = re.compile(r"sasta|सस्ता|decrease|reduce|lower|ghata|घटा|\bkam\b|कम|cheaper|\bdown\b", re.I)
_PERCENT = frozenset(["%", "percent", "parsent", "pratishat", "fisadi", "परसेंट", "प्रतिशत", "फीसदी", "pc"])
_TO_THAT = re.compile(r"\bto\s+(?:rs\.?\s*|₹\s*)?\d|\bko\b", re.I)


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
    if not said:
        return {} if listed_at is None else {"price": listed_at}
    if task == "producer_price_change" and not _TO_THAT.search(facts.text):
        if _UP.search(facts.text):
            return {"price_delta": said[0]}
        if _DOWN.search(facts.text):
            return {"price_delta": -said[0]}
    old = {} if listed_at is None else {"price_old": listed_at}  # "450 wali shawl 500 ki kar do"
    return {"price": said[-1], **old}


def _plain(milli: int) -> int | float:
    return milli // 1000 if milli % 1000 == 0 else milli / 1000
