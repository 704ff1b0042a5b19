"""The open question once more: after a digression, after "one minute", after a thank-you."""

from actions import checkout, edits, open_goods
from actions.messages import Buttons, Option, Phrase, Text, say
from actions.payloads import read, write
from actions.registry import action, perform
from actions.turn import Turn

# Open questions of a producer, and the action that puts each again; its argument is the order's id.
PRODUCER = {"producer_answer": "work", "part": "part_again", "tracking": "dispatch"}
# What a yes would do, and the action that asks for that yes.
_ASKING = {"clear_yes": "clear_cart", "cancel_yes": "cancel_order", "take_part": "part_offered"}


async def again(turn: Turn, note: Phrase | None = None) -> bool:
    """Puts the open question again, after `note`. False when none is open that can be put again."""
    state = turn.state
    if open_goods.of(state) is not None:
        await edits.ask_again(turn, note)
        return True
    if checkout.asks(turn):
        await checkout.go_on(turn, note)
        return True
    claimed = read(str(state.about.get("yes", ""))) if state.awaiting == "confirm" else None
    name = _ASKING.get(claimed.verb) if claimed else PRODUCER.get(state.awaiting or "")
    if name is None:
        return False
    if note is not None:
        turn.reply(Text(note))
    args = claimed.args if claimed else (str(state.about.get("seller_order", "")),)
    await perform(turn, name, *args)
    return True


@action("resume")
async def resume(turn: Turn) -> None:
    """Nothing is said when no question is open."""
    await again(turn)


@action("wait")
async def wait(turn: Turn) -> None:
    """ "Ek minute": everything stays as it is, and the question too."""
    if not await again(turn, say("wait")):
        turn.reply(Buttons(say("wait"), (Option(write("menu"), say("see-goods")),)))
