"""A producer's answer: accept, part, can't, ready, sent; by button, number or words.

A button names its order. Words act only as the answer to the question last asked about one order; any other
words get the button to press.
"""

from typing import Any

from actions import notice_forms as forms
from actions import notices
from actions.door import no_contact
from actions.messages import Buttons, Text, lines, say
from actions.producer_orders import (
    DEEDS,
    OPEN,
    Deed,
    Held,
    asked_about,
    card,
    choose,
    fits,
    held,
    named,
    next_buttons,
    open_orders,
    shows_receiver,
)
from actions.registry import action, perform
from actions.turn import Turn
from catalog import contacts
from catalog.lexicon import phrases
from catalog.refusal import refusal
from catalog.spelling import normalise, tokens
from orders import service
from orders.lifecycle import IllegalMove
from orders.moving import PICKUP


@action("accept")
async def accept(turn: Turn, part_id: str = "") -> None:
    await _press(turn, part_id, "accept")


@action("decline")
async def decline(turn: Turn, part_id: str = "") -> None:
    await _press(turn, part_id, "decline")


@action("ready")
async def ready(turn: Turn, part_id: str = "") -> None:
    await _press(turn, part_id, "ready")


@action("delivered")
async def delivered(turn: Turn, part_id: str = "") -> None:
    await _press(turn, part_id, "delivered")


async def _press(turn: Turn, part_id: str, verb: str) -> None:
    one = await held(turn, part_id, DEEDS[verb].act)
    if one is not None and verb == "delivered" and one.part.delivery == PICKUP:
        await perform(turn, "hand", part_id)
    elif one is not None:
        await do(turn, one, DEEDS[verb].move)


async def do(turn: Turn, one: Held, move: str, **moved_with: Any) -> bool:
    """Makes the move, tells everybody, answers her. When somebody was first she is told how the order stands."""
    actor = f"contact:{one.contact.id}"
    if move in ("accept", "offer_part", "decline"):
        moved_with["taken_by"] = one.contact.id
    try:
        part = await service.move(turn.db, one.part.id, move, actor, turn.now, **moved_with)
    except (IllegalMove, service.NotTheirs):
        await turn.db.refresh(one.part)
        turn.reply(await card(turn, one))
        return False
    done = Held(await notices.facts(turn, part), one.contact)
    turn.state.side = "producer"
    about = done.told.wanted if move == "decline" else done.told.about
    body = lines(
        say("producer-done", move=move, number=part.number, items=forms.items(about.items), by=about.by),
        forms.address(done.told.receiver) if move == "accept" and shows_receiver(done) else None,
    )
    buttons = next_buttons(done)
    if buttons:  # her next words are about the next step of this order
        turn.state.ask("producer_answer", seller_order=part.id)
    else:
        turn.state.ask(None)
    turn.reply(Buttons(body, buttons) if buttons else Text(body))
    await notices.moved(turn, part, move)  # last: what she gives up may be another group's from here on
    return True


async def by_words(turn: Turn, verb: str) -> tuple[Held, bool] | None:
    """The order her words are about, and whether they may act on it without a button.

    None when she was answered here: not a contact, nothing open, several possible, not hers."""
    deed = DEEDS[verb]
    if not await contacts.of_person(turn.db, turn.person.id):
        await no_contact(turn)
        return None
    ref = turn.meaning.slots.get("order_ref") if turn.meaning else None
    if ref is not None:
        part = await named(turn, str(ref))
        if part is None:
            turn.reply(Text(say("producer-no-such-order", number=str(ref)[:20])))
            return None
    else:
        fitting = [p for p in await open_orders(turn) if fits(deed, p.state)]
        if len(fitting) > 1:
            await choose(turn, fitting, verb, say("producer-which"))
            return None
        if not fitting:
            await _nothing_fits(turn)
            return None
        part = fitting[0]
    one = await held(turn, part.id, deed.act)
    if one is None:
        return None
    if not fits(deed, part.state):
        turn.reply(await card(turn, one))
        return None
    return one, asked_about(turn, part)


async def _nothing_fits(turn: Turn) -> None:
    """Her words match no order that could move so; the open ones are shown."""
    if not await open_orders(turn):
        turn.reply(Text(say("producer-nothing-open")))
        return
    await perform(turn, "producer_orders_today")


async def _say_or_ask(turn: Turn, verb: str, sure: bool = True) -> None:
    found = await by_words(turn, verb)
    if found is None:
        return
    one, answers = found
    if answers and sure:
        await do(turn, one, DEEDS[verb].move)
    else:
        confirm(turn, one, DEEDS[verb])


def confirm(turn: Turn, one: Held, deed: Deed) -> None:
    """The button for what her words seem to ask."""
    about = one.told.about
    body = say("producer-press", number=about.number, items=forms.items(about.items), by=about.by)
    turn.reply(Buttons(body, (forms.button(deed.label, deed.verb, about.id), forms.button("cancel", "menu"))))


@action("producer_accept_order")
async def producer_accept_order(turn: Turn) -> None:
    await _say_or_ask(turn, "accept", sure=refusal(tokens(turn.heard.text)) != "no" and not _names_a_day(turn))


def _names_a_day(turn: Turn) -> bool:
    """ "By Monday": it may be later than the day the buyer was told, so the button shows that day first."""
    return turn.meaning is not None and "date_on" in turn.meaning.slots


@action("producer_reject_order")
async def producer_reject_order(turn: Turn) -> None:
    # A bare "no" may mean "not now": refusing for good takes a clear word or the button.
    clear = refusal(tokens(turn.heard.text)) is not None and not _bare_no(turn.heard.text)
    await _say_or_ask(turn, "decline", sure=clear)


def _bare_no(text: str) -> bool:
    """Whether the text is nothing but a no and courtesies."""
    words = normalise(text).split()
    said = list(phrases("yes_no").find(words))
    return sum(end - start for start, end, _ in said) == len(words)


@action("producer_mark_ready")
async def producer_mark_ready(turn: Turn) -> None:
    await _say_or_ask(turn, "ready")


@action("producer_orders_today")
async def producer_orders_today(turn: Turn, number: str = "0") -> None:
    """Open orders of her groups; a single one is shown whole. The office sees those of all, a shop what waits there."""
    groups = {contact.group_id for contact in await contacts.of_person(turn.db, turn.person.id)}
    if not groups:
        await no_contact(turn)
        return
    if groups == {contacts.OFFICE}:
        await perform(turn, "office_orders")
        return
    turn.state.side = "producer"
    if {contact.role for contact in await contacts.of_person(turn.db, turn.person.id)} == {"stall"}:
        await perform(turn, "counter")
        return
    parts = await open_orders(turn, OPEN)
    if not parts:
        turn.reply(Text(say("producer-nothing-open")))
    elif len(parts) == 1:
        await work(turn, str(parts[0].id))
    else:
        await choose(
            turn, parts, "work", say("producer-orders-open", count=len(parts)), int(number) if number.isdecimal() else 0
        )


@action("work")
async def work(turn: Turn, part_id: str = "") -> None:
    """One order, with what she may do with it now; her next words are about it."""
    one = await held(turn, part_id)
    if one is None:
        return
    turn.state.side = "producer"
    turn.state.ask("producer_answer", seller_order=one.part.id)
    turn.reply(await card(turn, one))
