"""Handing something over to the office: a ticket, kept and told."""

from actions import notice_forms as forms
from actions.complaint_clocks import set_terms
from actions.door import right_to
from actions.messages import Phrase, Quoted, say
from actions.turn import Turn
from catalog import contacts
from catalog.tables import ProducerGroup
from catalog.words import Words
from orders import tickets
from orders.rerouting import routes
from orders.tables import SellerOrder, Ticket

# What another group may yet make.
REROUTABLE = frozenset({"declined", "no_answer", "no_contact"})


async def open_ticket(
    turn: Turn,
    kind: str,
    text: str,
    *,
    sku: str | None = None,
    seller_order_id: int | None = None,
    person_id: int | None = None,
) -> Ticket:
    """A numbered ticket with the last turns of the talk; every contact of the office is told.

    `person_id`: who is to get the answer, when that is not whose turn it is; then her talk is not attached.
    With nobody in the office the ticket waits (`haat office tickets`). Returns the ticket ("T-31")."""
    person = turn.person.id if person_id is None else person_id
    ticket = await tickets.open_one(
        turn.db,
        kind,
        text,
        turn.now,
        person_id=person or None,  # 0: a bank's news, nobody's talk
        seller_order_id=seller_order_id,
        sku=sku,
        last_turns=turn.state.last_turns if person == turn.person.id else (),
    )
    if kind == "complaint":
        set_terms(turn, ticket)
    notice = forms.office_alert(ticket.id, ticket.number, ticket.kind, await told(turn, ticket, 300))
    for contact in await contacts.of_group(turn.db, contacts.OFFICE, right_to(ticket)):
        if contact.person_id is not None:
            turn.tell(contact.person_id, notice)
    return ticket


async def told(turn: Turn, ticket: Ticket, limit: int) -> Phrase:
    """A ticket's words; for an order its group does not make, who else could, as the shelves stand now."""
    words = Quoted(ticket.text[:limit])
    part = await turn.db.get(SellerOrder, ticket.seller_order_id) if ticket.seller_order_id else None
    if part is None or ticket.kind not in REROUTABLE:
        return words
    found = await routes(turn.db, part, turn.now, turn.shop.demo_sells)
    if not found:
        return say("office-nobody-else", words=words)
    others = [await turn.db.get_one(ProducerGroup, route.group_id) for route in found]
    return say("office-could-make", words=words, groups=forms.listed([Words.read(group.short) for group in others]))
