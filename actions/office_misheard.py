"""Once a week the office hears what the shop did not understand."""

from datetime import timedelta

from actions import notice_forms as forms
from actions.messages import Quoted
from actions.registry import action, perform
from actions.turn import Turn
from catalog import contacts
from orders import misheard

WEEK = timedelta(days=7)
SHOWN = 3


@action("misheard_week")
async def misheard_week(turn: Turn) -> None:
    """A timer: how many, and the most frequent in the people's own words, redacted when they were kept."""
    if turn.heard.kind != "timer":
        await perform(turn, "old_button")
        return
    found = await misheard.since(turn.db, turn.now - WEEK)
    if not found:
        return
    words = " · ".join(f"“{one.words[:80]}” ({one.times})" for one in found[:SHOWN])
    notice = forms.misheard_week(sum(one.times for one in found), Quoted(words))
    for contact in await contacts.of_group(turn.db, contacts.OFFICE, "office"):
        if contact.person_id is not None:
            turn.tell(contact.person_id, notice)
