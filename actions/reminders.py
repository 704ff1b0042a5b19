"""Due timers: who has not answered, a group or a buyer, is asked again; then the office takes over and all hear it."""

from actions import notice_forms as forms
from actions.desk import open_ticket
from actions.notices import asks, asks_part, facts, quiet
from actions.registry import action, perform
from actions.turn import Turn
from catalog import contacts
from orders.tables import SellerOrder


async def _unanswered(turn: Turn, state: str = "placed") -> SellerOrder | None:
    if turn.heard.kind != "timer":  # a button may claim to be one
        await perform(turn, "old_button")
        return None
    part = await turn.db.get(SellerOrder, int(turn.heard.extra["seller_order"]))
    return part if part is not None and part.state == state else None


@action("remind")
async def remind(turn: Turn) -> None:
    part = await _unanswered(turn)
    if part is None:
        return
    notice = forms.order_reminder((await facts(turn, part)).wanted)
    for contact in await contacts.of_group(turn.db, part.group_id, "answer"):
        if contact.person_id is not None:
            turn.tell(contact.person_id, notice, asks(part.id))


@action("escalate")
async def escalate(turn: Turn) -> None:
    part = await _unanswered(turn)
    if part is None:
        return
    told = await facts(turn, part)
    await open_ticket(turn, "no_answer", part.number, seller_order_id=part.id, person_id=told.order.person_id)
    turn.tell(told.order.person_id, forms.order_waiting(told.wanted))


@action("part_remind")
async def part_remind(turn: Turn) -> None:
    """The buyer has not said whether a part will do; who asked for quiet is not reminded."""
    part = await _unanswered(turn, "part_offered")
    if part is None:
        return
    told = await facts(turn, part)
    if not await quiet(turn, told.order.person_id):
        notice = forms.part_reminder(told.about, told.goods)
        turn.tell(told.order.person_id, notice, asks_part(part.id))


@action("part_escalate")
async def part_escalate(turn: Turn) -> None:
    """Still no word from her: the office calls, the group waits; the order stands as it is."""
    part = await _unanswered(turn, "part_offered")
    if part is None:
        return
    told = await facts(turn, part)
    await open_ticket(turn, "part", part.number, seller_order_id=part.id, person_id=told.order.person_id)
    for contact in await contacts.of_group(turn.db, part.group_id, "answer"):
        if contact.person_id is not None:
            turn.tell(contact.person_id, forms.part_unanswered(told.about))
