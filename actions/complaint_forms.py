"""What is told about complaints and ratings, one function each. Pure."""

from collections.abc import Sequence

from actions import notice_forms as forms
from actions.messages import Notice, Option, Phrase, Quoted, say
from actions.payloads import write
from actions.told import notice
from orders.ratings import STARS
from orders.tables import Ticket


def reason(code: str | None) -> Phrase:
    return say("complaint-reason", reason=code or "none")


def wish(code: str | None) -> Phrase:
    return say("complaint-wish", wish=code or "none")


def said(ticket: Ticket) -> Phrase | None:
    """What she has told by buttons, once there is something."""
    if ticket.reason is None:
        return None
    return say("complaint-said", reason=reason(ticket.reason), wish=wish(ticket.wish))


def complaint_told(number: str, items: Sequence[forms.Item], why: str, wanted: str) -> Notice[Phrase]:
    """To who answers for the group: goods, reason and wish; never the buyer's own words, name, number or address."""
    return notice("complaint_told", number=number, items=forms.items(items), reason=reason(why), wish=wish(wanted))


def complaint_overdue(ticket_id: int, number: str, step: str, words: str) -> Notice[Phrase]:
    """To the office: a term of the law is near. `step`: unanswered | unsettled."""
    options = (forms.button("office-reply", "reply", ticket_id),)
    return notice(
        "complaint_overdue", options, number=number, what=say("complaint-term", step=step), words=Quoted(words)
    )


def rating_asked(about: forms.About) -> Notice[Phrase]:
    """To the buyer, a day after the goods have reached her."""
    options = tuple(Option[Phrase](write("rate", about.id, stars), say("rating-stars", stars=stars)) for stars in STARS)
    return notice("rating_asked", options, number=about.number, items=forms.items(about.items))
