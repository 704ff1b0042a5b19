"""At the checkout: she fetches the goods herself instead of having them sent."""

from actions import basket, outlets
from actions.checkout import go_on
from actions.fetch_notices import where
from actions.messages import Buttons, Option, Phrase, lines, say
from actions.payloads import write
from actions.registry import action, known, perform
from actions.turn import Turn
from catalog.lexicon import phrases
from catalog.spelling import tokens
from orders import outlets as places
from orders.dates import indian_day

SURE = 0.5


@action("fetch")
async def fetch(turn: Turn) -> None:
    """By the button of the "where" question, or in words; without goods she hears where it is possible at all."""
    form = turn.state.form
    if (await basket.view(turn)).empty:
        await _tell_where(turn)
        return
    form.open, form.outlet = True, None
    form.fetch = turn.heard.text[:200] if turn.heard.kind == "text" else ""
    await go_on(turn)


async def _tell_where(turn: Turn) -> None:
    found = [
        one
        for one in await places.all_outlets(turn.db)
        if places.gives(one, indian_day(turn.now), turn.shop.demo_sells)
    ]
    named = [where(one) for one in outlets.meant(found, turn.heard.text)[: outlets.SHOWN]]
    body = lines(say("pickup-where" if named else "pickup-nowhere"), *named)
    turn.reply(Buttons(body, (Option(write("menu"), say("see-goods")),)))


@action("fetch_at")
async def fetch_at(turn: Turn, outlet_id: str = "") -> None:
    """The id is a claim: only where all of her goods are handed over."""
    found = {one.id: one for one in await outlets.offered(turn)}
    note: Phrase | None = None
    if outlet_id in found:
        outlets.choose(turn, found[outlet_id])
        note = say("pickup-chosen", place=where(found[outlet_id]))
    await go_on(turn, note)


@action("answered_outlet")
async def answered_outlet(turn: Turn) -> None:
    """Words in answer to "from which place"; what is clearly something else is taken for that."""
    words, found = tokens(turn.heard.text), await outlets.offered(turn)
    named = outlets.meant(found, turn.heard.text)
    if not found:
        await go_on(turn)
    elif len(named) == 1:
        await fetch_at(turn, named[0].id)
    elif phrases("pickup/words").first(words) == "home":
        await send_home(turn)
    elif len(named) < len(found):
        outlets.ask(turn, named, None)
    elif turn.meaning is not None and turn.meaning.confidence >= SURE and _elsewhere(turn.meaning.task):
        if turn.meaning.task == "give_address":  # sent there after all
            turn.state.form.fetch = None
        await perform(turn, turn.meaning.task)
    else:
        outlets.ask(turn, found, None)


def _elsewhere(task: str) -> bool:
    """Whether it is another matter than this question."""
    return known(task) and task not in ("answered_outlet", "confirm", "deny", "greet", "delivery_info", "give_name")


@action("send_home")
async def send_home(turn: Turn) -> None:
    """Sent to her after all: the address is asked."""
    turn.state.form.outlet = turn.state.form.fetch = None
    turn.state.form.open = True
    await go_on(turn)
