"""Five tiny lessons and a practice order for who answers for a group. Every message says that it is practice.

A practice order stands in no table: what comes next is in the buttons, and only how far she has come is noted at her
contact."""

from actions import notice_forms as forms
from actions.door import no_contact
from actions.messages import Buttons, Option, Phrase, lines, say
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from catalog import contacts, service
from catalog.words import Words

LESSONS = ("coming", "answers", "sending", "goods", "rest")
_NEEDS: dict[str, contacts.Act] = {"accept": "answer", "ready": "ready", "sent": "dispatch"}
_STEPS = tuple(_NEEDS)
# The buttons of real orders, so that she knows them when one comes.
_LABELS = {
    "accept": "producer-accept", "part": "producer-part", "decline": "producer-decline", "ready": "producer-ready",
    "sent": "producer-dispatch",
}  # fmt: skip


@action("learn")
async def learn(turn: Turn, number: str = "1") -> None:
    """One lesson; the last one leads to the practice order."""
    mine = await contacts.of_person(turn.db, turn.person.id)
    if not mine:
        await no_contact(turn)
        return
    turn.state.side = "producer"
    turn.state.ask(None)
    at = int(number) if number in map(str, range(1, len(LESSONS) + 1)) else 1
    for contact in mine:
        contact.lessons = max(contact.lessons, at)
    following = forms.button("training-next", "learn", at + 1)
    if at == len(LESSONS):
        following = forms.button("training-practise", "practice")
    body = lines(
        say("training-head", number=str(at), of=str(len(LESSONS))), say("training-lesson", about=LESSONS[at - 1])
    )
    turn.reply(Buttons(body, (following, forms.button("producer-open-orders", "producer_orders_today"))))


@action("practice")
async def practice(turn: Turn, said: str = "") -> None:
    """The practice order: what she says to it, and what would follow. Without an answer it is put."""
    mine = await contacts.of_person(turn.db, turn.person.id)
    if not mine:
        await no_contact(turn)
        return
    turn.state.side = "producer"
    turn.state.ask(None)
    mays = [step for step in _STEPS if await contacts.able(turn.db, turn.person.id, _NEEDS[step])]
    if said in ("part", "decline") and "accept" in mays:
        again = (_answer("accept"), forms.button("training-again", "practice"))
        turn.reply(Buttons(lines(say("training-mark"), say("training-said", said=said)), again))
        return
    if said not in mays:
        await _put(turn, mays)
        return
    later = mays[mays.index(said) + 1 :]
    body = lines(
        say("training-mark"),
        say("training-said", said=said),
        say("training-address") if said == "accept" and await _sees(turn) else None,
        None if later else say("training-finished"),
    )
    if later:
        turn.reply(Buttons(body, (_answer(later[0]), forms.button("training-leave", "producer_orders_today"))))
        return
    for contact in mine:
        contact.practised_at = contact.practised_at or turn.now
    turn.reply(Buttons(body, (_orders(), forms.button("training-again", "practice"))))


async def _put(turn: Turn, mays: list[str]) -> None:
    """The order itself, of goods that her group makes, with what is hers to say to it."""
    name = await _goods(turn)
    if not mays:  # a stall's seller: orders are not hers, the lessons are
        turn.reply(Buttons(lines(say("training-mark"), say("training-finished")), (_orders(),)))
        return
    first = mays[0]
    choices = ("accept", "part", "decline") if first == "accept" else (first,)
    body = lines(say("training-mark"), say("training-order", name=name, first=first))
    turn.reply(Buttons(body, tuple(_answer(choice) for choice in choices)))


async def _goods(turn: Turn) -> Phrase:
    for contact in await contacts.of_person(turn.db, turn.person.id):
        for product in await service.of_group(turn.db, contact.group_id):
            return Words.read(product.name)
    return say("training-goods")


async def _sees(turn: Turn) -> bool:
    return bool(await contacts.able(turn.db, turn.person.id, "see_buyer"))


def _answer(said: str) -> Option[Phrase]:
    return Option(write("practice", said), say(_LABELS[said]))


def _orders() -> Option[Phrase]:
    return forms.button("producer-open-orders", "producer_orders_today")


@action("producer_help")
async def producer_help(turn: Turn) -> None:
    """What somebody who answers for a group may want beside her orders."""
    mine = await contacts.of_person(turn.db, turn.person.id)
    if not mine:
        await no_contact(turn)
        return
    invites = await contacts.able(turn.db, turn.person.id, "invite")
    options = (
        _orders(),
        forms.button("training-learn", "learn"),
        forms.button("training-practise", "practice"),
        *((forms.button("colleagues-button", "colleagues"),) if invites else ()),
        forms.button("joining-buy", "side", "buyer"),
        forms.button("language-change", "switch_language"),
        forms.button("talk-to-person", "talk_to_human"),
    )
    turn.reply(Buttons(say("training-help"), options))
