"""The same person on WhatsApp and on Telegram: one cart, one list of orders."""

from actions.messages import Buttons, Option, Text, say
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from orders import linking
from orders.linking_code import link_code


@action("link_chats")
async def link_chats(turn: Turn) -> None:
    """Gives the code she sends from her other app."""
    turn.reply(Text(say("link-code", code=await linking.new_code(turn.db, turn.person.id, turn.now))))


@action("link")
async def link(turn: Turn) -> None:
    """A message that holds such a code: from here on both chats are one person's."""
    code = link_code(turn.heard.text)
    owner = await linking.link(turn.db, turn.person, code, turn.now) if code else None
    if owner is None:
        turn.reply(Buttons(say("link-not-valid"), (Option(write("link_chats"), say("link-row")),)))
        return
    turn.person = owner
    turn.state.ask(None)
    turn.reply(Buttons(say("link-done"), (Option(write("view_cart"), say("open-cart")),)))
