"""Terms of a complaint that come near: the office hears it while there is still time."""

from actions import complaint_forms as told
from actions.registry import action, perform
from actions.turn import Turn
from catalog import contacts
from orders import complaints
from orders.tables import Ticket


def set_terms(turn: Turn, ticket: Ticket) -> None:
    """With a new complaint of a person."""
    if ticket.person_id is None:
        return
    for kind, wait in (
        ("complaint_unanswered", complaints.ALARM_UNANSWERED),
        ("complaint_open", complaints.ALARM_OPEN),
    ):
        at = ticket.opened_at + wait
        turn.later(f"{kind}:{ticket.id}", kind, at, person_id=ticket.person_id, ticket=ticket.id)


@action("complaint_unanswered")
async def complaint_unanswered(turn: Turn) -> None:
    ticket = await _due(turn)
    if ticket is not None and ticket.answered_at is None:
        await _alarm(turn, ticket, "unanswered")


@action("complaint_open")
async def complaint_open(turn: Turn) -> None:
    ticket = await _due(turn)
    if ticket is not None and ticket.state != "closed":
        await _alarm(turn, ticket, "unsettled")


async def _due(turn: Turn) -> Ticket | None:
    if turn.heard.kind != "timer":  # a button may claim to be one
        await perform(turn, "old_button")
        return None
    return await turn.db.get(Ticket, int(turn.heard.extra["ticket"]))


async def _alarm(turn: Turn, ticket: Ticket, step: str) -> None:
    notice = told.complaint_overdue(ticket.id, ticket.number, step, ticket.text[:300] or ticket.number)
    for contact in await contacts.of_group(turn.db, contacts.OFFICE, "complaints"):
        if contact.person_id is not None:
            turn.tell(contact.person_id, notice)
