"""One step performed; what came between an open question and its answer is followed by that question again."""

from actions import registry
from actions.meaning import Meaning
from actions.resuming import PRODUCER
from actions.state import GOODS_QUESTIONS
from actions.turn import Turn
from bot.routing import FORM_QUESTIONS, Step


async def act(turn: Turn, step: Step) -> None:
    """Performs the step; a digression from an open question is followed by that question again."""
    before, about = turn.state.awaiting, dict(turn.state.about)
    turn.state.remember("her", turn.heard.text or f"[{turn.heard.kind}]")
    name, args = step.action, step.args
    if not registry.known(name, *args):
        name, args = ("old_button" if turn.heard.kind == "tap" else "unsure"), ()
    if turn.meaning is not None and turn.meaning.parts:
        await _both(turn, name, *turn.meaning.parts)
    else:
        await registry.perform(turn, name, *args)
    if name not in ("unsure", "nlu_away", "out_of_scope"):
        turn.state.misunderstood = 0
    untouched = turn.state.awaiting is None or (turn.state.awaiting == before and turn.state.about == about)
    if untouched and digresses(before, name):
        turn.state.ask(before, **about)
        said = len(turn.said)
        await registry.perform(turn, "resume")
        if len(turn.said) == said:  # a question that cannot be put again: a later yes must not answer it
            turn.state.ask(None)


async def _both(turn: Turn, change: str, first: Meaning, other: Meaning) -> None:
    """A change of the cart and a question in one message: the question is answered first, so that the order's own
    question stands last; the cart is shown, or the order begun, after the change."""
    awaiting, about = turn.state.awaiting, dict(turn.state.about)
    after = other.task in ("checkout", "view_cart")
    if not after:
        turn.meaning = other
        await registry.perform(turn, other.task)
        turn.state.ask(awaiting, **about)
    turn.meaning = first
    await registry.perform(turn, change)
    if after:
        turn.meaning = other
        await registry.perform(turn, other.task)


def digresses(awaiting: str | None, action: str) -> bool:
    """Whether the open question comes back by itself; the cart's own actions put questions about goods again."""
    if awaiting in PRODUCER:
        return action in PRODUCER_DIGRESSIONS
    if awaiting in GOODS_QUESTIONS:
        return action in DIGRESSIONS - CART_ACTIONS
    return awaiting in FORM_QUESTIONS and action in DIGRESSIONS


CART_ACTIONS = frozenset({"add_to_cart", "add", "change_cart", "change_quantity", "remove_item", "set", "drop"})
PRODUCER_DIGRESSIONS = frozenset({"switch_language", "lang"})  # of words that ask for nothing
DIGRESSIONS = frozenset(
    {
        *("ask_price", "ask_availability", "product_detail", "search_product", "product"),
        *("browse_catalogue", "browse_category", "delivery_info", "about_producers", "about_money"),
        *("exhibition_info", "switch_language", "lang", "order_status", "change_quantity", "remove_item"),
        *("complaint_return_refund", "payment_problem", "bulk_order", "book_service", "rate_order", "enquire"),
        *("unsure", "nlu_away", "add_to_cart", "add", "change_cart", "drop", "set", "greet", "bye", "out_of_scope"),
        *(
            "talk_to_human",
            "show_my_data",
            "delete_my_data",
            "terms",
            "grievance",
            "seller",
            "privacy",
            "producer_register",
        ),
        *("heard_voice", "heard_picture", "heard_video", "heard_document", "heard_sticker", "heard_unsupported"),
        *("heard_edited", "empty_message", "old_button"),
    }
)
