"""The slots of what a producer says about her shelf, her orders and her prices. Pure."""

from typing import Any

from bot.understanding.facts import Facts
from bot.understanding.prices import price_slots
from bot.understanding.quantities import in_kilos_or_pieces
from catalog.lexicon import phrases

_ABOUT_GOODS = ("producer_stock_update", "producer_price_change", "producer_new_product")
_OF_THEM = (("me", "se"), ("mein", "se"), ("में", "से"), ("of", "the"), ("out", "of"))
_HALF = 500  # milli: "aadha maal, bees jodi" tells the number after the share


def producer_slots(facts: Facts, task: str) -> dict[str, Any]:
    """Price, pieces ready, what happens to the shelf or the days, and the order's number, as far as they are said."""
    slots: dict[str, Any] = {}
    if task in ("producer_price_change", "producer_new_product"):
        slots.update(price_slots(facts, task))
    if task in ("producer_partial_accept", "producer_mark_ready"):
        ready = _ready(facts)
        if ready is not None:
            slots["qty_ready"] = ready
    if task == "producer_stock_update":
        slots["op"] = _shelf(facts)
    if task == "producer_holiday":
        slots["op"] = "open" if phrases("stock_words").first(facts.texts) == "opened" or _opens(facts) else "close"
    if not facts.code("order_ref") and task not in _ABOUT_GOODS:
        bare = _bare_order_number(facts)
        if bare:
            slots["order_ref"] = bare
    return slots


def _shelf(facts: Facts) -> str:
    """close and open need no number; beside a number only the words of more make it come on top."""
    said = {meaning for _, _, meaning in phrases("stock_words").find(facts.texts)}
    if "closed" in said and not any(quantity.milli for quantity in facts.amounts):
        return "close"
    if not facts.amounts and "opened" in said:
        return "open"
    return "add" if "added" in said or facts.change == "increase" else "set"


def _opens(facts: Facts) -> bool:
    return any(word in ("khul", "khulega", "khulegi", "khulenge", "खुल", "खुलेगा", "खुलेगी") for word in facts.texts)


def _ready(facts: Facts) -> int | float | None:
    """ "paanch me se teen" → 3, "3 of the 5" → 3, "bas do" → 2, "a dozen" → 12."""
    if facts.correction:  # "2 shawls, not 5"
        milli = facts.correction.milli
        return milli // 1000 if milli % 1000 == 0 else milli / 1000
    number = _bare_order_number(facts)
    amounts = [q for q in facts.amounts if facts.texts[q.start] != number]
    if not amounts:
        return None
    first = amounts[0]
    of_them = facts.texts[first.end : first.end + 2] in _OF_THEM
    # "3 of the 5": the first; "paanch me se teen": the second.
    later = of_them and len(amounts) > 1 and facts.texts[first.end : first.end + 1] in (("me",), ("mein",), ("में",))
    share = first.milli == _HALF and first.unit is None and len(amounts) > 1
    chosen = amounts[1] if later or share else first
    milli = in_kilos_or_pieces(chosen.milli, chosen.unit)[0] if chosen.unit == "dozen" else chosen.milli
    return milli // 1000 if milli % 1000 == 0 else milli / 1000


def _bare_order_number(facts: Facts) -> str | None:
    """ "745 nahi le sakte", "decline 745": a long number that counts nothing is the order's."""
    for line in facts.lines:
        if line.quantity and not line.mention and line.quantity.unit is None:
            word = facts.texts[line.quantity.start]
            if word.isdigit() and len(word) >= 3:
                return word
    return None
