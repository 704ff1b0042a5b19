"""What the question asked last makes of a text that has the form of its answer, or sets an answer right. Pure."""

from bot.understanding.facts import Facts
from catalog.lexicon import phrases

_FORM = frozenset(["name", "address", "pincode", "district", "phone", "payment", "confirm"])
_SHORT = 6  # words


def awaited(facts: Facts, side: str) -> tuple[str, float] | None:
    """The task and how sure; None when the question decides nothing."""
    return _set_right(facts, side) or _order_asked_for(facts, side) or _day_asked_for(facts, side)


def _set_right(facts: Facts, side: str) -> tuple[str, float] | None:
    """ "phone galat hai, 98… karo", "naya pata likho: …": a new value for what is kept, said to be one."""
    if side != "buyer" or facts.mentions or facts.correction or facts.code("order_ref"):
        return None
    part = phrases("form_parts").first(facts.texts)
    if part is None or phrases("changing").first(facts.texts) is None:
        return None
    told = facts.codes or (part == "name" and facts.name) or (part == "address" and facts.address)
    if not told or phrases("payment_problems").first(facts.texts):
        return None
    if facts.awaiting == part and not phrases("wrong").first(facts.texts):
        return None  # "dusra number 98…" is simply the answer
    return "correct_my_data", 0.9


def _order_asked_for(facts: Facts, side: str) -> tuple[str, float] | None:
    """ "3187", when asked which order."""
    numbers = [word for word in facts.texts if word.isdigit() and 2 <= len(word) <= 8]
    if facts.awaiting != "order_ref" or side != "buyer" or len(numbers) != 1 or len(facts.texts) > 3:
        return None
    return "order_status", 0.9


def _day_asked_for(facts: Facts, side: str) -> tuple[str, float] | None:
    """A day, when asked for one: of a booking, or until when a group needs."""
    timed = bool(facts.days) or phrases("day_times").first(facts.texts) is not None
    if facts.awaiting != "date" or not timed or facts.mentions or facts.codes or len(facts.texts) > _SHORT + 2:
        return None
    return ("producer_delay" if side == "producer" else "book_service"), 0.9
