"""Readings that need no guess: a bare yes, a bare number, a pincode when one was asked for. Pure.

They also carry the shop when the understanding server is away; whatever they do not cover is left to Rasa.
"""

from collections.abc import Iterable, Sequence

from bot.understanding.awaited import awaited
from bot.understanding.covered import uncovered
from bot.understanding.edits import Read, task_of
from bot.understanding.facts import Facts
from bot.understanding.unnamed import unnamed
from catalog.lexicon import phrases
from catalog.whose import is_near

SURE = 0.97
BULK_MILLI = 50_000  # fifty of one thing is an order to talk about

_ANSWERED_BY_CODE = {
    "pincode": ("pincode", "give_pincode"),
    "phone": ("phone", "give_phone"),
    "address": ("pincode", "give_address"),
    "tracking": ("tracking", "producer_mark_dispatched"),
}
# "achar daal do": into the cart; "achar do" may also be asked for to look at.
_PUTS = frozenset(["daal", "dal", "daalo", "dalo", "jod", "jodo", "add", "put", "डाल", "डालो", "जोड", "जोडो", "ऐड"])
_FEATURES = ("colours", "materials", "sizes", "flavours", "people_for", "price_levels")


def sure_task(facts: Facts, side: str, said: Read) -> tuple[str, float] | None:
    """The task and how sure, when the form of the text alone decides; else None. `said`: its changes of the cart."""
    if not facts.words:
        return None
    if waits(facts):
        return _short_answer(facts, side)
    return (
        _short_answer(facts, side)
        or _changes_form(facts, side)
        or awaited(facts, side)
        or _asked_for(facts, side)
        or _buys_herself(facts, side)
        or _whole_order(facts, side)
        or _pointed_order(facts, side)
        or _near_somewhere(facts, side)
        or _codes_only(facts, side)
        or _goods_only(facts, side)
        or _number_only(facts, side)
        or _changes_cart(facts, said)
        or unnamed(facts, side)
    )


def _short_answer(facts: Facts, side: str) -> tuple[str, float] | None:
    """Yes or no and nothing else; to a waiting producer it is her answer to the order."""
    said: str | None = None
    at = 0
    while at < len(facts.texts):
        found = phrases("yes_no").at(facts.texts, at)
        sends = phrases("wants").at(facts.texts, at) if facts.awaiting == "confirm" and said == "yes" else None
        if found is None and sends:  # "haan bhej do", to the question whether to send
            found = ("filler", sends[1])
        if found is None:
            return None
        if found[0] != "filler":
            said = "no" if "no" in (said, found[0]) else "yes"
        at += found[1]
    if said is None:
        return None
    if facts.awaiting == "producer_answer" and side == "producer":
        return ("producer_accept_order" if said == "yes" else "producer_reject_order"), SURE
    return ("confirm" if said == "yes" else "deny"), SURE if facts.awaiting == "confirm" else 0.9


def _changes_cart(facts: Facts, said: Read) -> tuple[str, float] | None:
    """ "shawl 3 kar do aur topi hata do": nothing but changes."""
    task = task_of(said.edits, facts.awaiting) if said.plain else None
    return (task, 0.9) if task else None


def waits(facts: Facts) -> bool:
    """ "ek minute", "ruko zara": patience is asked for, and nothing else."""
    spans = [(start, end) for start, end, _ in phrases("waiting").find(facts.texts)]
    spans += [(start, end) for start, end, meaning in phrases("yes_no").find(facts.texts) if meaning != "no"]
    return phrases("waiting").first(facts.texts) is not None and uncovered(facts, spans) == 0


_FORM = frozenset(["name", "address", "pincode", "district", "phone", "payment", "confirm"])


def _changes_form(facts: Facts, side: str) -> tuple[str, float] | None:
    """ "pata badlo", "haan par number galat hai" while an order is placed: never a yes, and no new value yet."""
    if side != "buyer" or facts.awaiting not in _FORM or facts.codes or facts.mentions or facts.payment:
        return None
    if changed_part(facts) is None or len(facts.texts) > 8:
        return None
    digits = any(word[0].isdigit() for word in facts.texts)
    tells = facts.address if facts.awaiting != "address" else digits or facts.place or facts.housey
    return None if tells else ("correct_my_data", SURE)


def changed_part(facts: Facts) -> str | None:
    """Which part of the form is to be changed: address, pincode, name, phone, payment; None when none is."""
    if phrases("changing").first(facts.texts) is None:
        return None
    return phrases("form_parts").first(facts.texts)


def _whole_order(facts: Facts, side: str) -> tuple[str, float] | None:
    """Goods with amounts, and where they go: an order in one message, whatever courtesies are around it."""
    counted = any(line.mention and line.quantity for line in facts.lines)
    if side != "buyer" or not counted or not facts.code("pincode") or facts.correction or facts.change:
        return None
    if facts.asks_price or "?" in facts.text or facts.code("order_ref") or facts.code("tracking"):
        return None
    if any(q.milli >= BULK_MILLI for q in facts.amounts) or phrases("undoing").first(facts.texts):
        return None
    return "add_to_cart", 0.9


def _pointed_order(facts: Facts, side: str) -> tuple[str, float] | None:
    """ "iske do bhej do, 12 Mall Road Shimla 171001, COD": so many of the thing last shown, and where they go."""
    where = facts.code("pincode") and (facts.address or facts.payment)
    if side != "buyer" or facts.pointer != "this" or not facts.amounts or not where or facts.mentions:
        return None
    return ("add_to_cart", 0.9) if any(_sends(facts.texts)) and not phrases("undoing").first(facts.texts) else None


def _asked_for(facts: Facts, side: str) -> tuple[str, float] | None:
    """The answer to the question asked last, when it has the form that was asked for."""
    awaiting = facts.awaiting
    short = len(facts.texts) <= 6
    if awaiting in _ANSWERED_BY_CODE:
        kind, task = _ANSWERED_BY_CODE[awaiting]
        brief = short or (awaiting == "pincode" and len(facts.texts) <= 9 and not facts.mentions)
        if facts.code(kind) and (brief or awaiting == "address"):
            return task, SURE
    # "nahi, cash hi": before the yes it changes how to pay, it refuses nothing; "upi fail ho gaya" is no choice.
    troubled = phrases("payment_problems").first(facts.texts)
    if awaiting in ("payment", "confirm") and facts.payment and short and not facts.mentions and not troubled:
        return "choose_payment", SURE
    if awaiting == "language" and facts.lang and short:
        return "switch_language", SURE
    if awaiting == "address" and facts.pointer == "saved address" and short and "?" not in facts.text:
        return "give_address", SURE
    if awaiting == "phone" and facts.pointer == "this number" and len(facts.texts) <= 8:
        return "give_phone", SURE
    if awaiting == "quantity" and side == "buyer" and _so_many(facts):
        return "add_to_cart", 0.95
    if awaiting == "address" and facts.housey:
        return "give_address", SURE
    bare = facts.address and facts.code("pincode") and not (facts.mentions or facts.amounts or "?" in facts.text)
    if awaiting in _FORM and bare and side == "buyer":  # "deliver to 14 Station Road, Solan 173212 instead"
        return "give_address", 0.9
    if awaiting == "address" and facts.place and short and not facts.mentions:
        return "give_address", 0.9
    if awaiting == "part" and facts.amounts and side == "producer":
        return "producer_partial_accept", SURE
    if awaiting == "order_ref" and facts.code("order_ref") and short:
        return "order_status", 0.9
    return None


def _so_many(facts: Facts) -> bool:
    """ "let us say seven", "ek hi bahut hai": an amount to the question how much, and nothing of another."""
    asks = facts.asks_price or "?" in facts.text or phrases("days").first(facts.texts)
    plain = len(facts.amounts) == 1 and len(facts.texts) <= 7 and not (facts.mentions or facts.codes or asks)
    return plain and not (facts.correction or facts.change or facts.money.amounts or facts.payment or facts.address)


def _buys_herself(facts: Facts, side: str) -> tuple[str, float] | None:
    """A producer who asks for goods as a buyer does: her own count of them must not change by it."""
    if side != "producer" or not facts.mentions or facts.code("order_ref") or facts.money.amounts:
        return None
    if phrases("buying").first(facts.texts):
        return ("add_to_cart" if facts.amounts else "search_product"), 0.9
    asks = facts.asks_price and not (facts.amounts or facts.correction or facts.change)
    return ("ask_price", 0.9) if asks and not any(word[0].isdigit() for word in facts.texts) else None


def _near_somewhere(facts: Facts, side: str) -> tuple[str, float] | None:
    """ "177033 ke paas kya milta hai": what is made there is asked, nothing is sent there."""
    asked = facts.code("pincode") and any(is_near(facts.texts, at) for at in _coded(facts))
    if side != "buyer" or not asked or facts.awaiting or facts.housey or facts.amounts or facts.payment:
        return None
    return ("search_product" if facts.mentions else "browse_catalogue"), 0.9


def _codes_only(facts: Facts, side: str) -> tuple[str, float] | None:
    """A phone or pincode and next to nothing else."""
    if side != "buyer" or len(facts.codes) != 1 or facts.mentions:
        return None
    left = uncovered(facts, [(word_at, word_at + 1) for word_at in _coded(facts)])
    if left > 0:
        return None
    kind = facts.codes[0].kind
    return {"phone": ("give_phone", SURE), "pincode": ("give_pincode", SURE)}.get(kind)


def _goods_only(facts: Facts, side: str) -> tuple[str, float] | None:
    """Products and amounts, colours and courtesies: with an amount an order, without one a search."""
    if side != "buyer" or not facts.mentions or facts.codes or facts.correction or facts.change:
        return None
    spans = [(m.first, m.last) for m in facts.mentions]
    spans += [(q.start, q.end) for q in facts.amounts]
    spans += [(place, place + 1) for place in facts.money.places]
    spans += [(place, place + 1) for place in facts.maker_words]
    for listing in _FEATURES:
        spans += [(start, end) for start, end, _ in phrases(listing).find(facts.texts)]
    spans += [(at, at + 1) for at, word in enumerate(facts.texts) if word in ("one", "ones")]  # "green one"
    spans += [(start, end) for start, end, _ in phrases("units").find(facts.texts)] if facts.amounts else []
    asks_only = uncovered(facts, spans, wants=False) == 0
    if uncovered(facts, spans) > 0:
        return None
    if facts.amounts:
        named = [line.quantity for line in facts.lines if line.quantity and line.mention]
        big = any(q.milli >= BULK_MILLI and q.unit in (None, "piece", "pair") for q in named)
        return ("bulk_order", 0.8) if big else ("add_to_cart", SURE if named else 0.8)
    if facts.awaiting in ("name", "reason"):
        return None
    sends = any(start for start in _sends(facts.texts))
    if sends and not asks_only:
        return ("add_to_cart", 0.85) if _PUTS & set(facts.texts) else None
    return "search_product", 0.95 if asks_only else 0.85


def _number_only(facts: Facts, side: str) -> tuple[str, float] | None:
    """One amount and nothing else: how many, when that was asked (or may have been)."""
    if len(facts.amounts) != 1 or facts.mentions or facts.codes or facts.pointer:
        return None
    quantity = facts.amounts[0]
    if uncovered(facts, [(quantity.start, quantity.end)]) > 0:
        return None
    if side == "producer":
        return ("producer_partial_accept", 0.7) if facts.awaiting in ("producer_answer", "part") else None
    return ("add_to_cart", SURE) if facts.awaiting == "quantity" else ("change_quantity", 0.55)


def likely_task(facts: Facts, side: str) -> tuple[str, float] | None:
    """What goods and amounts make likely when nobody can be asked what the rest of the words mean; a message that
    also takes back, complains or asks after an order is left alone."""
    if side != "buyer" or not facts.mentions or facts.codes or facts.correction or facts.change:
        return None
    asking = {at for start, end, _ in phrases("price_questions").find(facts.texts) for at in range(start, end)}
    other = [word for at, word in enumerate(facts.texts) if at not in asking]
    if facts.awaiting not in (None, "quantity", "choice") or phrases("undoing").first(other):
        return None
    if facts.asks_price:
        return "ask_price", 0.8
    counted = any(line.mention and line.quantity for line in facts.lines)
    if counted:
        return ("bulk_order", 0.7) if any(q.milli >= BULK_MILLI for q in facts.amounts) else ("add_to_cart", 0.7)
    return None


def goods_named(facts: Facts) -> tuple[str, float] | None:
    """Goods named and nothing taken back: she may look at them, whatever else she wrote."""
    shown = any(mention.skus for mention in facts.mentions) and not facts.codes
    return ("search_product", 0.5) if shown and not phrases("undoing").first(facts.texts) else None


def _sends(words: Sequence[str]) -> Iterable[bool]:
    return (meaning == "send" for _, _, meaning in phrases("wants").find(words))


def _coded(facts: Facts) -> list[int]:
    return [
        at
        for at, word in enumerate(facts.words)
        if any(code.start < word.end and word.start < code.end for code in facts.codes)
    ]
