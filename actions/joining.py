"""Joining a group by its one-time code, and changing between buying and answering."""

from actions.door import no_contact
from actions.messages import Buttons, Option, Phrase, say
from actions.notice_forms import button, role
from actions.registry import action, perform
from actions.turn import Turn
from catalog import contacts
from catalog.tables import Contact, ProducerGroup
from catalog.words import Words


@action("join")
async def join(turn: Turn, code: str = "") -> None:
    """A message or a deep link that holds a joining code."""
    joined = await contacts.join(turn.db, turn.person.id, code or turn.heard.text, turn.now)
    if not isinstance(joined, Contact):
        key = "joining-too-many" if joined == "too_many" else "joining-not-valid"
        turn.reply(Buttons(say(key), (button("talk-to-person", "talk_to_human"),)))
        return
    turn.state.ask(None)
    group = await turn.db.get_one(ProducerGroup, joined.group_id)
    body = say("joining-done", group=Words.read(group.name), who=role(joined.role))
    if joined.group_id == contacts.OFFICE:
        turn.reply(Buttons(body, (button("office-tickets", "tickets"), button("office-waiting", "waiting"))))
        return
    turn.state.side = "producer"
    options = (button("producer-open-orders", "producer_orders_today"), button("training-learn", "learn"), _buy())
    turn.reply(Buttons(body, options))


def _buy() -> Option[Phrase]:
    return button("joining-buy", "side", "buyer")


@action("want_to_buy")
async def want_to_buy(turn: Turn) -> None:
    """Somebody who answers for a group asks for goods: one tap makes her a buyer, at what she asked for."""
    named = {item.sku for item in turn.meaning.items if item.sku} if turn.meaning else set()
    buy = button("joining-buy", "side", "buyer", *named) if len(named) == 1 else _buy()
    turn.reply(Buttons(say("buying-here"), (buy, button("producer-open-orders", "producer_orders_today"))))


@action("side")
async def side(turn: Turn, which: str = "buyer", sku: str = "") -> None:
    """One tap between her two sides; only who answers for a group has the second."""
    turn.state.ask(None)
    if which == "producer":
        if not await contacts.of_person(turn.db, turn.person.id):
            await no_contact(turn)
            return
        turn.state.side = "producer"
        await perform(turn, "producer_orders_today")
        return
    turn.state.side = "buyer"
    if sku:
        await perform(turn, "product", sku)
        return
    turn.reply(Buttons(say("joining-now-buying"), (button("see-goods", "browse_catalogue"), _answer())))


def _answer() -> Option[Phrase]:
    return button("joining-answer", "side", "producer")
