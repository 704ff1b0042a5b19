"""What is told to contacts about reaching them, one function each. Pure."""

from actions import notice_forms as forms
from actions.messages import Notice, Phrase
from actions.told import notice


def contact_confirm() -> Notice[Phrase]:
    """To a contact: nothing of the shop's orders reaches her until she writes a fresh code."""
    return notice("contact_confirm")


def calls_morning(count: int, never: Phrase) -> Notice[Phrase]:
    """To the office: how many orders no message reaches anybody about; `never`: the groups that never answer."""
    return notice("calls_morning", (forms.button("office-calls", "calls"),), count=str(count), groups=never)
