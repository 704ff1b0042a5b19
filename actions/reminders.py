"""Due timers: who has not answered, a group or a buyer, is asked again; then another group, the office, and an end."""

from collections.abc import Sequence

from actions import notice_forms as forms
from actions.desk import open_ticket
from actions.facts import asks, asks_part, facts, quiet, set_clock, tell_group
from actions.notices import moved
from actions.passing_on import pass_on
from actions.registry import action, perform
from actions.turn import Turn
from catalog import contacts
from catalog.tables import Contact
from orders import book, rerouting, service
from orders.clocks import STEPS
from orders.tables import SellerOrder

BY = "timer"


async def _standing(turn: Turn, step: str) -> SellerOrder | None:
    """The order a step is about, if it still stands where it stood when the clock was set."""
    if turn.heard.kind != "timer":  # a button may claim to be one
        await perform(turn, "old_button")
        return None
    told = turn.heard.extra
    part = await turn.db.get(SellerOrder, int(told["seller_order"]))
    if part is None or part.state not in STEPS[step].states:
        return None
    moves = await book.moves_so_far(turn.db, part.id)
    packed = part.state == "ready" and moves == int(told.get("moves", moves)) + 1  # ready: as late as before
    return part if packed or moves == int(told.get("moves", moves)) else None


async def _ask_again(turn: Turn, part: SellerOrder, whom: Sequence[Contact]) -> None:
    notice = forms.order_reminder((await facts(turn, part)).wanted)
    for person in sorted({contact.person_id for contact in whom if contact.person_id is not None}):
        turn.tell(person, notice, asks(part.id))


@action("remind")
async def remind(turn: Turn) -> None:
    """First who leads; the deputies only when there is nobody else, or later."""
    part = await _standing(turn, "remind")
    if part is None:
        return
    able = await contacts.of_group(turn.db, part.group_id, "answer")
    first = [contact for contact in able if contact.role != "deputy"]
    await _ask_again(turn, part, first or able)
    if first and len(first) < len(able):
        await set_clock(turn, part, "remind_deputy")


@action("remind_deputy")
async def remind_deputy(turn: Turn) -> None:
    part = await _standing(turn, "remind_deputy")
    if part is not None:
        able = await contacts.of_group(turn.db, part.group_id, "answer")
        await _ask_again(turn, part, [contact for contact in able if contact.role == "deputy"])


@action("escalate")
async def escalate(turn: Turn) -> None:
    """No answer: a sister workshop takes over; where there is none, the office asks and the group may still answer."""
    part = await _standing(turn, "escalate")
    if part is None:
        return
    found = await rerouting.routes(turn.db, part, turn.now, turn.shop.demo_sells)
    if rerouting.same_seller(part, found) is not None:
        passed = await service.move(turn.db, part.id, "pass_over", BY, turn.now, "no answer in time")
        await moved(turn, passed, "pass_over")
        await pass_on(turn, passed, "no answer")
        return
    told = await facts(turn, part)
    await open_ticket(turn, "no_answer", part.number, seller_order_id=part.id, person_id=told.order.person_id)
    turn.tell(told.order.person_id, forms.order_waiting(told.wanted))
    await set_clock(turn, part, "expire")


@action("part_remind")
async def part_remind(turn: Turn) -> None:
    """The buyer has not said whether a part will do; who asked for quiet is not reminded."""
    part = await _standing(turn, "part_remind")
    if part is None:
        return
    told = await facts(turn, part)
    if not await quiet(turn, told.order.person_id):
        notice = forms.part_reminder(told.about, told.goods)
        turn.tell(told.order.person_id, notice, asks_part(part.id))


@action("part_escalate")
async def part_escalate(turn: Turn) -> None:
    """Still no word from her: the office calls, the group waits; the order stands as it is for now."""
    part = await _standing(turn, "part_escalate")
    if part is None:
        return
    told = await facts(turn, part)
    await open_ticket(turn, "part", part.number, seller_order_id=part.id, person_id=told.order.person_id)
    await tell_group(turn, part, "answer", forms.part_unanswered(told.about))
    await set_clock(turn, part, "expire")


@action("expire")
async def expire(turn: Turn) -> None:
    await _end(turn, "expire", "nobody answered in time")


@action("seek")
async def seek(turn: Turn) -> None:
    """The buyer has not said whether another seller's group may make it."""
    part = await _standing(turn, "seek")
    if part is not None:
        person = (await facts(turn, part)).order.person_id
        await open_ticket(turn, "declined", part.number, seller_order_id=part.id, person_id=person)


@action("refuse")
async def refuse(turn: Turn) -> None:
    await _end(turn, "refuse", "no other group can make it")


async def _end(turn: Turn, move: str, why: str) -> None:
    part = await _standing(turn, move)
    if part is not None:
        await moved(turn, await service.move(turn.db, part.id, move, BY, turn.now, why), move)


@action("late")
async def late(turn: Turn) -> None:
    """The day it was needed by has come: those who make and send it are asked."""
    part = await _standing(turn, "late")
    if part is not None:
        await tell_group(turn, part, "ready", forms.order_late((await facts(turn, part)).about), opens=asks(part.id))


@action("late_office")
async def late_office(turn: Turn) -> None:
    """Still here the next morning: the office is told, and the buyer honestly, who may cancel."""
    part = await _standing(turn, "late_office")
    if part is None:
        return
    told = await facts(turn, part)
    await open_ticket(turn, "late", part.number, seller_order_id=part.id, person_id=told.order.person_id)
    turn.tell(told.order.person_id, forms.order_delayed(told.about))
