"""The buyer says that a parcel has reached her."""

from actions import notices
from actions.messages import Buttons, Text, say
from actions.notice_forms import button
from actions.registry import action, perform
from actions.turn import Turn
from orders import service


@action("received")
async def received(turn: Turn, part_id: str = "") -> None:
    """The id is a claim: the order must be hers, and on its way. A second tap changes nothing."""
    try:
        part = await service.move(turn.db, int(part_id or 0), "deliver", f"buyer:{turn.person.id}", turn.now)
    except (ValueError, LookupError, service.NotTheirs):
        turn.reply(Text(say("received-not-yours")))
        return
    except service.IllegalMove:
        await perform(turn, "order_status")
        return
    await notices.moved(turn, part, "deliver")
    options = (button("see-goods", "browse_catalogue"), button("received-not-right", "complaint_return_refund"))
    turn.reply(Buttons(say("received-thanks", number=part.number), options))
