"""How every unasked message is made: one name for its text and its template, one order for what it tells. Pure."""

from datetime import date

from actions.messages import Buttons, Notice, Option, Phrase, Text, say
from catalog.money import Money

Told = dict[str, str | date | Money | Phrase]


def notice(
    template: str, options: tuple[Option[Phrase], ...] = (), **told: str | date | Money | Phrase
) -> Notice[Phrase]:
    """Text and template have one name ("new_order": `notice-new-order`) and are told the same, in the same order."""
    body = say("notice-" + template.replace("_", "-"), **told)
    inside: Buttons[Phrase] | Text[Phrase] = Buttons(body, options) if options else Text(body)
    return Notice(template, tuple(_phrase(value) for value in told.values()), inside)


def _phrase(value: str | date | Money | Phrase) -> Phrase:
    return say("notice-value", value=value) if isinstance(value, str | date | Money) else value
