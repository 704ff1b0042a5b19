"""How the goods were: asked once, a day after they came; one to five, and words if she likes."""

from datetime import timedelta

from actions import complaint_forms as told
from actions.facts import facts, quiet
from actions.messages import Buttons, Phrase, Text, lines, say
from actions.notice_forms import button
from actions.registry import action, perform
from actions.turn import Turn
from orders import clocks, complaints, ratings
from orders.tables import Order, SellerOrder
from orders.tickets import GivesAway

ASKED_AFTER = timedelta(days=1)


async def ask_later(turn: Turn, part: SellerOrder) -> None:
    """With the delivery; a second delivery of the same part (a return that was dropped) asks no second time."""
    buyer = (await turn.db.get_one(Order, part.order_id)).person_id
    at = clocks.awake_after(turn.now + ASKED_AFTER, timedelta(0), turn.shop.awake)
    turn.later(f"rating:{part.id}", "ask_rating", at, person_id=buyer, seller_order=part.id)


@action("ask_rating")
async def ask_rating(turn: Turn) -> None:
    """Not of somebody who asked for quiet, nor of goods she has complained about."""
    if turn.heard.kind != "timer":
        await perform(turn, "old_button")
        return
    part = await turn.db.get(SellerOrder, int(turn.heard.extra["seller_order"]))
    if part is None or part.state != "delivered" or await ratings.of_order(turn.db, part.id) is not None:
        return
    about = await facts(turn, part)
    if await quiet(turn, about.order.person_id) or await complaints.stands_against(turn.db, part.id):
        return
    turn.tell(about.order.person_id, told.rating_asked(about.about))


async def offer(turn: Turn, lead: Phrase | None) -> bool:
    """She speaks of it herself: the last goods that reached her and are not rated; False when there are none."""
    part = await ratings.unrated(turn.db, turn.person.id)
    if part is None:
        return False
    asked = told.rating_asked((await facts(turn, part)).about).inside
    if not isinstance(asked, Buttons):
        return False
    turn.reply(Buttons(lines(lead, asked.body), asked.options))
    return True


@action("rate")
async def rate(turn: Turn, part_id: str = "", stars: str = "") -> None:
    """The id is a claim: only her own order, only once it has reached her, and once."""
    try:
        new = await ratings.give(turn.db, turn.person.id, int(part_id or 0), int(stars or 0), turn.now)
    except (ValueError, LookupError):
        turn.reply(Text(say("rating-not-yours")))
        return
    if not new:
        turn.reply(Buttons(say("rating-already"), (button("menu", "menu"),)))
        return
    options = [button("rating-write", "rating_words", part_id), button("menu", "menu")]
    if int(stars) <= 2:
        options.insert(0, button("order-help", "complaint_return_refund"))
    turn.reply(Buttons(say("rating-thanks", stars=stars), tuple(options)))


@action("rating_words")
async def rating_words(turn: Turn, part_id: str = "") -> None:
    part = await ratings.delivered_to(turn.db, turn.person.id, int(part_id)) if part_id.isdecimal() else None
    if part is None or await ratings.of_order(turn.db, part.id) is None:
        turn.reply(Text(say("rating-not-yours")))
        return
    turn.state.ask("rating_words", seller_order=part.id)
    turn.reply(Buttons(say("rating-ask-words"), (button("cancel", "rating_none"),)))


@action("rating_none")
async def rating_none(turn: Turn) -> None:
    turn.state.ask(None)
    turn.reply(Buttons(say("rating-kept"), (button("menu", "menu"),)))


@action("answered_rating_words")
async def answered_rating_words(turn: Turn) -> None:
    """Her words as they stand, kept for the office: nobody else reads them until it has let them through."""
    part_id = int(turn.state.about.get("seller_order", 0))
    try:
        await ratings.say(turn.db, turn.person.id, part_id, turn.heard.text)
    except GivesAway:  # the question stays open
        turn.reply(Buttons(say("rating-gives-away"), (button("cancel", "rating_none"),)))
        return
    except LookupError:
        turn.state.ask(None)
        turn.reply(Text(say("rating-not-yours")))
        return
    turn.state.ask(None)
    turn.reply(Buttons(say("rating-kept"), (button("menu", "menu"),)))
