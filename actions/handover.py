"""Asking for a person: the office gets the talk so far, and she keeps a number and the shop."""

from actions import checkout, rating
from actions.desk import open_ticket
from actions.messages import Buttons, Option, Phrase, say
from actions.notice_forms import button
from actions.registry import action, perform
from actions.turn import Turn


@action("talk_to_human")
async def talk_to_human(turn: Turn) -> None:
    ticket = await open_ticket(turn, "handover", turn.heard.text)
    options: tuple[Option[Phrase], ...] = (
        button("see-goods", "browse_catalogue"),
        button("open-orders", "order_status"),
    )
    if turn.state.side == "producer":
        options = (button("producer-open-orders", "producer_orders_today"),)
    turn.reply(Buttons(say("office-handover", number=ticket.number), options))


@action("rate_order")
async def rate_order(turn: Turn) -> None:
    """Praise and blame in her own words; the office passes it on to the group."""
    ticket = await open_ticket(turn, "rating", turn.heard.text)
    if await rating.offer(turn, say("office-rating", number=ticket.number)):
        return
    turn.reply(Buttons(say("office-rating", number=ticket.number), (button("open-orders", "order_status"),)))


@action("gift_or_other_recipient")
async def gift_or_other_recipient(turn: Turn) -> None:
    """A parcel may go to anybody: checkout asks for the receiver. What else she wishes is kept for the office."""
    if checkout.asks(turn):
        await perform(turn, "other_recipient")
        return
    ticket = await open_ticket(turn, "gift", turn.heard.text)
    options: tuple[Option[Phrase], ...] = (button("see-goods", "browse_catalogue"), button("open-cart", "view_cart"))
    turn.reply(Buttons(say("office-gift", number=ticket.number), options))
