"""The notice of what is kept about her: by itself, before the first personal detail is asked, once a version.

DPDP Rules 2025, rule 3: understandable by itself, itemised, in her language, with the way to take consent back. Her yes
to the order is the explicit act by which she consents (`orders.consent`)."""

from actions.messages import Buttons, Option, Phrase, Text, lines, say
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from orders import consent


async def once(turn: Turn, note: Phrase | None, *, all_told: bool) -> Phrase | None:
    """Shows it when she has not seen this version: as a message of its own before the first question; `all_told`: she
    has told everything unasked, and it stands first on the screen she says yes to. Returns what that screen begins
    with."""
    if not await consent.show(turn.db, turn.person, turn.heard.channel, turn.now):
        return note
    if all_told:
        return lines(say("privacy-notice"), note)
    turn.reply(Buttons(say("privacy-notice"), (Option(write("privacy"), say("privacy-more")),)))
    return note


@action("privacy")
async def privacy(turn: Turn) -> None:
    """The whole notice: what, what for, who sees it, how long, what she may ask, and of whom."""
    keeps, runs = consent.policy(), turn.shop.operator
    turn.reply(Text(say("privacy-full", version=keeps.notice, inbox=str(keeps.inbox), words=str(keeps.words))))
    ways: tuple[Option[Phrase], ...] = (
        Option(write("show_my_data"), say("privacy-show")),
        Option(write("withdraw_consent"), say("privacy-withdraw")),
        Option(write("delete_my_data"), say("privacy-erase")),
    )
    whom = say("privacy-asks", whom=runs.officer) if runs.officer else say("privacy-asks-unsaid")
    turn.reply(Buttons(whom, ways))
