"""How what stands in the text bears on what Rasa thinks it means: factors on each task's confidence. Pure.

A statistical reading of words cannot see that "176045" is a pincode or that a question is open; this can.
"""

from collections.abc import Callable, Mapping, Sequence

from bot.understanding.facts import Facts
from bot.understanding.rules import BULK_MILLI
from bot.understanding.tasks import tasks_of
from catalog.lexicon import phrases
from catalog.refusal import promise, refusal

# The question asked last makes the tasks that answer it likelier.
_ANSWERS: Mapping[str, Mapping[str, float]] = {
    "address": {"give_address": 6.0, "give_pincode": 2.0},
    "pincode": {"give_pincode": 4.0},
    "phone": {"give_phone": 4.0},
    "name": {"give_name": 8.0},
    "quantity": {"add_to_cart": 3.0, "change_quantity": 1.5},
    "payment": {"choose_payment": 5.0},
    "confirm": {"confirm": 4.0, "deny": 4.0, "checkout": 0.15},
    "language": {"switch_language": 5.0},
    "order_ref": {"order_status": 2.0, "cancel_order": 2.0},
    "reason": {
        "cancel_order": 12.0,
        "complaint_return_refund": 1.5,
        "producer_reject_order": 20.0,
        "producer_holiday": 0.02,
        "producer_delay": 0.3,
        "producer_undo": 0.1,
        "producer_stock_update": 0.1,
        "out_of_scope": 0.1,
        "thanks": 0.1,
    },
    "date": {"book_service": 5.0, "bulk_order": 2.0, "producer_accept_order": 2.0, "producer_delay": 5.0},
    "tracking": {"producer_mark_dispatched": 4.0},
    "part": {"producer_partial_accept": 8.0, "producer_stock_update": 0.1},
    "producer_answer": {
        "producer_accept_order": 3.0,
        "producer_reject_order": 3.0,
        "producer_partial_accept": 3.0,
        "producer_delay": 1.5,
        "confirm": 0.2,
        "deny": 0.2,
    },
}

_ADDRESS_WORDS = frozenset(["address", "adress", "pata", "pate", "पता", "पते", "एड्रेस"])
_HERS = frozenset(
    [
        *(
            "friend",
            "sister",
            "brother",
            "bhabhi",
            "behan",
            "bahan",
            "bhai",
            "dost",
            "wife",
            "husband",
            "mother",
            "father",
        ),
        *(
            "aunt",
            "uncle",
            "didi",
            "cousin",
            "pati",
            "patni",
            "mausi",
            "bua",
            "beti",
            "beta",
            "saheli",
            "mummy",
            "papa",
        ),
        *("पति", "पत्नी", "बहन", "भाई", "दोस्त", "माँ", "मां", "मौसी", "बुआ", "बेटी", "बेटा", "सहेली", "दीदी", "भाभी"),
    ]
)
_TO = frozenset(["ko", "to", "को"])
_SEEING = ("dikha", "dekh", "show", "दिखा", "देख")
_ORDER_WORDS = frozenset(["order", "orders", "ordar", "oder", "ऑर्डर", "आर्डर", "ओर्डर"])

# (what the text holds, the tasks it speaks for, factor, the tasks it speaks against, factor)
_Signal = tuple[Callable[[Facts], bool], Sequence[str], float, Sequence[str], float]


def _has_amount_of_goods(facts: Facts) -> bool:
    return any(line.mention and line.quantity for line in facts.lines)


def _points_with_amount(facts: Facts) -> bool:
    """ "iske do": two of the thing last shown."""
    return facts.pointer == "this" and bool(facts.amounts)


def _goods_without_order(facts: Facts) -> bool:
    """ "shawl cancel karo" takes goods out of the cart; "order cancel karo" is about an order."""
    return bool(facts.mentions) and not facts.code("order_ref") and not _ORDER_WORDS & set(facts.texts)


def _producer_goods(facts: Facts) -> bool:
    return bool(facts.mentions) and facts.awaiting != "producer_answer" and not facts.code("order_ref")


def _yes_but(facts: Facts) -> bool:
    """ "haan par 3 kar do" is no yes to what was shown: an order must never be placed on it."""
    return facts.awaiting == "confirm" and bool(facts.amounts or facts.correction or facts.mentions)


def _to_a_relation(facts: Facts) -> bool:
    """ "mere pati Suresh ko bhejo, number …": to somebody of hers, and how to reach them."""
    told = facts.code("phone") is not None or facts.address is not None
    return told and any(
        word in _HERS and facts.texts[at + 1 : at + 4] and _TO & {*facts.texts[at + 1 : at + 4], *facts.texts[:at][-3:]}
        for at, word in enumerate(facts.texts)
    )


def _shows(facts: Facts) -> bool:
    """ "ek sweater dekhna hai": she wants to see it."""
    return bool(facts.mentions) and any(word.startswith(_SEEING) for word in facts.texts)


def _so_much_to_how_much(facts: Facts) -> bool:
    return facts.awaiting == "quantity" and bool(facts.amounts) and not (facts.mentions or facts.correction)


def _has_price_limit(facts: Facts) -> bool:
    return facts.money.price_max is not None or facts.money.price_min is not None


def _is_big(facts: Facts) -> bool:
    return any(q.milli >= BULK_MILLI and q.unit in (None, "piece", "box", "pair", "set") for q in facts.amounts)


def _of_others(facts: Facts) -> bool:
    return phrases("elsewhere").first(facts.texts) is not None


_FOR: Sequence[_Signal] = (
    (_of_others, ["out_of_scope"], 25.0, ["about_producers", "order_status", "complaint_return_refund"], 0.2),
    (_has_amount_of_goods, ["add_to_cart", "producer_stock_update"], 2.5, ["search_product", "out_of_scope"], 0.3),
    (_goods_without_order, ["remove_item"], 2.0, ["cancel_order"], 0.5),
    (_producer_goods, ["producer_stock_update", "producer_price_change"], 2.0, ["producer_reject_order"], 0.5),
    (lambda f: bool(f.change and f.amounts), ["change_quantity"], 3.0, ["ask_price"], 0.5),
    (lambda f: f.change == "double" and bool(f.mentions), ["change_quantity"], 4.0, ["search_product"], 0.3),
    (
        lambda f: f.payment is not None and bool(_ORDER_WORDS & set(f.texts)) and not f.mentions,
        ["checkout", "payment_problem"],
        4.0,
        ["choose_payment"],
        0.5,
    ),
    (_to_a_relation, ["gift_or_other_recipient"], 6.0, ["give_phone", "give_address"], 0.3),
    (_so_much_to_how_much, ["add_to_cart"], 4.0, ["change_quantity"], 0.1),
    (_shows, ["search_product", "product_detail"], 4.0, ["add_to_cart"], 0.2),
    (_yes_but, ["change_quantity", "remove_item"], 4.0, ["confirm"], 0.02),
    (lambda f: bool(_ADDRESS_WORDS & set(f.texts)), ["correct_my_data", "give_address"], 2.0, ["deny"], 0.05),
    (_is_big, ["bulk_order"], 5.0, ["add_to_cart", "change_quantity"], 0.4),
    (
        lambda f: bool(f.mentions),
        ["search_product", "ask_price", "product_detail"],
        1.3,
        ["out_of_scope", "greet", "thanks", "bye", "confirm", "deny", "view_cart", "clear_cart"],
        0.3,
    ),
    (lambda f: bool(f.mentions), [], 1.0, ["greet"], 0.2),  # "namaste, achar hai kya" is about the pickle
    (lambda f: bool(f.mentions), [], 1.0, ["exhibition_info"], 0.3),  # "saw your stall, do you have socks?"
    (lambda f: f.asks_price and bool(f.mentions), ["ask_price"], 4.0, ["add_to_cart"], 0.5),
    (lambda f: f.correction is not None, ["change_quantity", "producer_price_change"], 6.0, ["deny"], 0.3),
    (lambda f: f.code("pincode") is not None, ["give_pincode", "give_address", "delivery_info"], 4.0, [], 1.0),
    (
        lambda f: f.code("phone") is not None,
        ["give_phone", "gift_or_other_recipient", "correct_my_data", "producer_register"],
        6.0,
        ["talk_to_human"],
        0.5,
    ),
    (lambda f: f.housey, ["give_address"], 5.0, ["out_of_scope", "exhibition_info"], 0.3),
    (lambda f: f.payment is not None, ["choose_payment", "payment_problem"], 2.0, [], 1.0),
    (lambda f: f.code("tracking") is not None, ["producer_mark_dispatched", "order_status"], 8.0, [], 1.0),
    (
        lambda f: f.code("order_ref") is not None,
        [
            "order_status",
            "cancel_order",
            "complaint_return_refund",
            "producer_accept_order",
            "producer_reject_order",
            "producer_partial_accept",
            "producer_mark_ready",
            "producer_mark_dispatched",
            "producer_delay",
        ],
        2.5,
        ["change_quantity", "add_to_cart", "confirm", "deny"],
        0.4,
    ),
    (
        lambda f: phrases("aspects").first(f.texts) == "time" and not f.mentions,
        ["delivery_info"],
        3.0,
        ["ask_price"],
        0.3,
    ),
    (lambda f: f.service is not None, ["book_service"], 3.0, ["order_status"], 0.2),  # "mera plumber kab aayega"
    (lambda f: f.category is not None, ["browse_category"], 2.0, [], 1.0),
    (lambda f: f.lang is not None, ["switch_language"], 2.0, [], 1.0),
    # "हो पाएगा" against "नहीं हो पाएगा": one word decides, and Rasa weighs it little.
    (lambda f: refusal(f.texts) is None, [], 1.0, ["producer_reject_order"], 0.002),
    (lambda f: promise(f.texts), ["producer_accept_order"], 8.0, ["producer_holiday"], 0.2),
    (lambda f: refusal(f.texts) == "no", [], 1.0, ["producer_accept_order"], 0.002),
    (_has_price_limit, ["search_product", "browse_category", "browse_catalogue"], 4.0, ["producer_register"], 0.2),
    (lambda f: bool(f.money.amounts), ["producer_price_change", "producer_new_product"], 2.0, [], 1.0),
)

_WITHOUT: Sequence[tuple[Callable[[Facts], bool], Sequence[str], float]] = (
    (lambda f: bool(f.amounts or f.correction or f.change or f.mentions), ["change_quantity"], 0.3),
    (lambda f: bool(f.mentions or f.amounts or f.pointer), ["add_to_cart", "remove_item"], 0.4),
    (lambda f: f.code("pincode") is not None, ["give_pincode"], 0.1),
    (lambda f: f.code("phone") is not None or f.pointer == "this number", ["give_phone"], 0.1),
    (lambda f: f.payment is not None, ["choose_payment"], 0.5),
    (lambda f: f.name is not None, ["give_name"], 0.5),
    (lambda f: bool(f.address or f.place or f.housey or f.pointer), ["give_address"], 0.4),
)


def weighed(ranking: Sequence[tuple[str, float]], facts: Facts, side: str) -> list[tuple[str, float]]:
    """`ranking` with the side's tasks only, each times its factors, summing to 1, likeliest first."""
    allowed = tasks_of(side)
    factors = _factors(facts)
    scored = [(task, sure * factors.get(task, 1.0)) for task, sure in ranking if task in allowed]
    whole = sum(score for _, score in scored) or 1.0
    return sorted(((task, score / whole) for task, score in scored), key=lambda one: -one[1])


def _factors(facts: Facts) -> dict[str, float]:
    factors = dict(_ANSWERS.get(facts.awaiting or "", {}))

    def times(tasks: Sequence[str], factor: float) -> None:
        for task in tasks:
            factors[task] = factors.get(task, 1.0) * factor

    for holds, speaks_for, up, against, down in _FOR:
        if holds(facts):
            times(speaks_for, up)
            times(against, down)
    for present, tasks, factor in _WITHOUT:
        if not present(facts):
            times(tasks, factor)
    # Goods with amounts and where or how to pay: an order in one message, whatever else it holds.
    if (_has_amount_of_goods(facts) or _points_with_amount(facts)) and (
        facts.code("pincode") or facts.code("phone") or facts.payment or facts.address
    ):
        times(["add_to_cart"], 12.0)
        times(["give_address", "give_pincode", "give_phone", "give_name", "choose_payment"], 0.1)
    return factors
