"""Wishes about one's own data (in this release the office fulfils them) and about being written to."""

from actions import basket
from actions.desk import open_ticket
from actions.messages import Buttons, Text, say
from actions.notice_forms import button
from actions.registry import action, perform
from actions.turn import Turn
from catalog import contacts


async def _note(turn: Turn, kind: str) -> None:
    ticket = await open_ticket(turn, kind, turn.heard.text)
    turn.reply(Text(say("office-data-wish", kind=kind, number=ticket.number)))


@action("stop_messages")
async def stop_messages(turn: Turn) -> None:
    """ "STOP": from now on only what her own open orders need; her next message ends it. A group's orders must reach
    somebody: when a contact stops, the office looks for another."""
    turn.person.quiet_since = turn.now
    if await contacts.of_person(turn.db, turn.person.id):
        await open_ticket(turn, "stop", turn.heard.text)
        turn.reply(Text(say("quiet-group")))
        return
    turn.reply(Buttons(say("quiet-noted"), (button("open-orders", "order_status"),)))


@action("delete_my_data")
async def delete_my_data(turn: Turn) -> None:
    await _note(turn, "delete_data")


@action("show_my_data")
async def show_my_data(turn: Turn) -> None:
    await _note(turn, "show_data")


@action("correct_my_data")
async def correct_my_data(turn: Turn) -> None:
    if turn.state.form.open or not (await basket.view(turn)).empty:  # "change the address" is about this order
        await perform(turn, "correct_order")
        return
    await _note(turn, "correct_data")


@action("withdraw_consent")
async def withdraw_consent(turn: Turn) -> None:
    await _note(turn, "consent")
