"""What is told to contacts about reaching them, one function each. Pure."""

from actions.messages import Notice, Phrase
from actions.told import notice


def contact_confirm() -> Notice[Phrase]:
    """To a contact: nothing of the shop's orders reaches her until she writes a fresh code."""
    return notice("contact_confirm")
