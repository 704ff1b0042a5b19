"""What is said of the thing talked about without naming it: so many, what it costs, by when. Pure."""

from bot.understanding.covered import uncovered
from bot.understanding.facts import Facts
from bot.understanding.pointers import points
from catalog.lexicon import phrases

_TOTAL = frozenset(["total", "kul", "bill", "कुल", "टोटल", "बिल"])
_UNTIL = frozenset(["tak", "ko", "by", "till", "on", "तक", "को"])


def unnamed(facts: Facts, side: str) -> tuple[str, float] | None:
    """The task and how sure, when all words are accounted for; else None."""
    return _pointed_only(facts, side) or _price_of_this(facts, side) or _day_alone(facts, side)


def _pointed_only(facts: Facts, side: str) -> tuple[str, float] | None:
    """ "iske do", "pehli wali 2 de do": so many of what is pointed at."""
    pointed = facts.pointer == "this" or (facts.pointer or "").isdigit()
    if side != "buyer" or not pointed or len(facts.amounts) != 1 or facts.mentions or facts.codes or facts.change:
        return None
    spans = [(facts.amounts[0].start, facts.amounts[0].end)]
    spans += [(at, at + 1) for at, word in enumerate(facts.texts) if points(word)]
    return ("add_to_cart", 0.9) if uncovered(facts, spans) == 0 and not facts.correction else None


def _price_of_this(facts: Facts, side: str) -> tuple[str, float] | None:
    """ "3 ki kitni hongi", "ye kitne ka": of what is talked about. "Dono kitne ke hue", "total kitna": of the cart."""
    if side != "buyer" or not facts.asks_price or facts.mentions or facts.codes or facts.correction or facts.payment:
        return None
    spans = [(start, end) for start, end, _ in phrases("price_questions").find(facts.texts)]
    spans += [(quantity.start, quantity.end) for quantity in facts.amounts]
    edits = list(phrases("edits").find(facts.texts))
    spans += [(start, end) for start, end, meaning in edits if meaning in ("all", "label", "lead", "want")]
    spans += [(at, at + 1) for at, word in enumerate(facts.texts) if points(word)]
    if uncovered(facts, spans) > 0:
        return None
    whole = any(meaning == "all" for _, _, meaning in edits) or _TOTAL & set(facts.texts)
    return ("view_cart", 0.85) if whole else ("ask_price", 0.9)


def _day_alone(facts: Facts, side: str) -> tuple[str, float] | None:
    """ "Kal", "parso tak": a buyer asks whether it comes by then, a group says until when it makes the order."""
    spans = [(day.start, day.end) for day in facts.days]
    spans += [(at, at + 1) for at, word in enumerate(facts.texts) if word in _UNTIL and facts.days]
    if not spans or facts.codes or facts.mentions or facts.awaiting in ("date", "name", "address"):
        return None
    if uncovered(facts, spans) > 0:
        return None
    if side == "buyer":
        return "delivery_info", 0.85
    return ("producer_accept_order", 0.85) if facts.awaiting == "producer_answer" else None
