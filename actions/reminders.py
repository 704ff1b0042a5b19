"""Due timers: a group that has not answered is asked again, then the office takes over and the buyer hears it."""

from actions import notice_forms as forms
from actions.desk import open_ticket
from actions.notices import asks, facts
from actions.registry import action
from actions.turn import Turn
from catalog import contacts
from orders.tables import SellerOrder


async def _unanswered(turn: Turn) -> SellerOrder | None:
    part = await turn.db.get(SellerOrder, int(turn.heard.extra["seller_order"]))
    return part if part is not None and part.state == "placed" else None


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
