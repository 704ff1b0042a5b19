"""What the law wants said on request: who runs the shop, where a complaint goes, the terms of selling.

Consumer Protection (E-Commerce) Rules 2020, rules 4 to 6. What nobody has said yet is said to be so."""

from actions import sellers
from actions.messages import Buttons, Option, Phrase, lines, say
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn


@action("terms")
async def terms(turn: Turn) -> None:
    """Who runs the shop; price, delivery, cancelling, returns, refunds, where goods come from, complaints."""
    runs = turn.shop.operator
    who: Phrase = say("terms-operator-unsaid")
    if runs.name and runs.address and runs.contact:
        who = say("terms-operator", name=runs.name, address=runs.address, contact=runs.contact)
    ways = (
        Option[Phrase](write("grievance"), say("duties-complain")),
        Option[Phrase](write("sellers"), say("duties-sellers")),
        Option[Phrase](write("privacy"), say("duties-privacy")),
    )
    turn.reply(Buttons(lines(who, say("terms-selling")), ways))


@action("grievance")
async def grievance(turn: Turn) -> None:
    """To whom one complains and by when that is answered: the shop's officer, and the seller's of what she has here."""
    officer = turn.shop.operator.officer
    facts: list[Phrase] = [
        say("grievance-officer", whom=officer) if officer else say("grievance-officer-unsaid"),
        *[told for row in await sellers.meant(turn) if (told := sellers.complaints_to(row)) is not None],
        say("grievance-when"),
    ]
    ways = (
        Option[Phrase](write("complaint_return_refund"), say("order-help")),
        Option[Phrase](write("seller"), say("duties-seller")),
        Option[Phrase](write("terms"), say("duties-terms")),
    )
    turn.reply(Buttons(lines(*facts), ways))
