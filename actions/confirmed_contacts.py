"""A contact that must confirm anew: told so herself and to the office; a fresh code ends it."""

from actions.desk import open_ticket
from actions.reach_forms import contact_confirm
from actions.registry import action, perform
from actions.turn import Turn
from catalog import contacts
from catalog.roles import OFFICE
from catalog.tables import Contact, ProducerGroup
from orders import service


@action("contact_suspended")
async def contact_suspended(turn: Turn) -> None:
    """She hears that a fresh code is wanted, without a word of any order; the office gets it to do. An order that now
    nobody could answer goes to the office too."""
    if turn.heard.kind != "timer":  # a button may claim to be one
        await perform(turn, "old_button")
        return
    one = await turn.db.get(Contact, int(turn.heard.extra["contact"]))
    if one is None or one.suspended_at is None or one.person_id is None:
        return
    turn.tell(one.person_id, contact_confirm())
    group = await turn.db.get_one(ProducerGroup, one.group_id)
    about = f"{group.id}: {one.role}, no. {one.id}, {one.doubt}"
    await open_ticket(turn, "contact", about, person_id=0)
    if one.group_id == OFFICE or await contacts.of_group(turn.db, one.group_id, "answer"):
        return
    for part in await service.of_group(turn.db, one.group_id, ("placed",)):
        await open_ticket(turn, "no_contact", part.number, seller_order_id=part.id, person_id=0)
