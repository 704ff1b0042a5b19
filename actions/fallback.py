"""When a message was not understood, or is of a kind the shop cannot read: clarify, then menu, then a person."""

from actions import checkout, desk, edits, money_in, open_goods
from actions.messages import Buttons, Option, Phrase, Text, say
from actions.payloads import read, write
from actions.registry import action, perform
from actions.turn import Turn
from catalog import contacts
from catalog.lexicon import phrases
from catalog.spelling import tokens

# Tasks that can be offered as "did you mean"; each has a text task-<name>.
OFFERABLE = frozenset(
    {
        *("browse_catalogue", "search_product", "product_detail", "ask_price", "ask_availability", "add_to_cart"),
        *("change_quantity", "remove_item", "view_cart", "clear_cart", "checkout", "order_status", "cancel_order"),
        *("complaint_return_refund", "payment_problem", "delivery_info", "bulk_order", "book_service"),
        *("about_producers", "about_money", "exhibition_info", "switch_language", "talk_to_human", "start_again"),
    }
)


def _ways_on(turn: Turn) -> tuple[Option[Phrase], ...]:
    if turn.state.side == "producer":
        return (
            Option(write("producer_orders_today"), say("producer-open-orders")),
            Option(write("talk_to_human"), say("talk-to-person")),
            Option(write("menu"), say("menu")),
        )
    return (
        Option(write("menu"), say("see-goods")),
        Option(write("view_cart"), say("open-cart")),
        Option(write("order_status"), say("open-orders")),
    )


def _with_person(turn: Turn) -> tuple[Option[Phrase], ...]:
    return (
        Option(write("menu"), say("see-goods")),
        Option(write("order_status"), say("open-orders")),
        Option(write("talk_to_human"), say("talk-to-person")),
    )


@action("unsure")
async def unsure(turn: Turn) -> None:
    """First the likeliest meanings, then the menu, then a person: never the same shrug twice."""
    if await _office(turn):
        return
    if _of_a_person(turn):
        return
    turn.state.misunderstood += 1
    if turn.state.misunderstood > 1:
        await _no_shrug_again(turn)
    else:
        likely = [task for task, _ in _guesses(turn) if task in OFFERABLE][:2]
        if likely and turn.heard.text.strip():
            turn.state.unread = turn.heard.text
            options: list[Option[Phrase]] = [Option(write("mean", task), say(f"task-{task}")) for task in likely]
            options.append(Option(write("menu"), say("something-else")))
            turn.reply(Buttons(say("unsure"), tuple(options)))
            return
        turn.reply(Buttons(say("unsure-none"), _ways_on(turn)))


def _of_a_person(turn: Turn) -> bool:
    """Names, offences, numbers of who is in prison: nothing is told, whatever was meant, and it is said so."""
    asked = phrases("prisoners").first(tokens(turn.heard.text)) is not None
    if asked:
        who = Option[Phrase](write("about_producers"), say("about-row-producers"))
        turn.reply(Buttons(say("about-no-person"), (who, Option(write("menu"), say("see-goods")))))
    return asked


async def _no_shrug_again(turn: Turn) -> None:
    if turn.state.misunderstood == 2:
        turn.reply(Buttons(say("unsure-menu"), _with_person(turn)))
        return
    ticket = await desk.open_ticket(turn, "handover", turn.heard.text or f"[{turn.heard.kind}]")
    turn.state.misunderstood = 0
    turn.reply(Buttons(say("unsure-person", ticket=ticket.number), _ways_on(turn)))


async def _office(turn: Turn) -> bool:
    """Somebody of the office types any word and gets her desk: she is the person that others are led to."""
    if not await contacts.allowed(turn.db, turn.person.id, contacts.OFFICE, "desk"):
        return False
    await perform(turn, "office")
    return True


def _guesses(turn: Turn) -> list[tuple[str, float]]:
    if turn.meaning is None:
        return []
    return [(turn.meaning.task, turn.meaning.confidence), *turn.meaning.alternatives]


@action("nlu_away")
async def nlu_away(turn: Turn) -> None:
    """Free text cannot be read just now: buttons, numbers and menus go on selling, and it is said."""
    turn.reply(Buttons(say("nlu-away"), _ways_on(turn)))


@action("out_of_scope")
async def out_of_scope(turn: Turn) -> None:
    """Not the shop's business, or nonsense: the first time said so, then the same ladder."""
    if await _office(turn):
        return
    if _of_a_person(turn):
        return
    turn.state.misunderstood += 1
    if turn.state.misunderstood > 1:
        await _no_shrug_again(turn)
        return
    turn.reply(Buttons(say("out-of-scope"), _ways_on(turn)))


@action("old_button")
async def old_button(turn: Turn) -> None:
    turn.reply(Buttons(say("old-button"), _ways_on(turn)))


@action("empty_message")
async def empty_message(turn: Turn) -> None:
    turn.reply(Buttons(say("empty-message"), _ways_on(turn)))


@action("heard_voice")
async def heard_voice(turn: Turn) -> None:
    turn.reply(Buttons(say("heard-voice"), _with_person(turn)))


@action("heard_picture")
async def heard_picture(turn: Turn) -> None:
    """The picture of a payment is a claim like a number; the office looks at the bank, not at the picture."""
    payment = await money_in.unpaid_of(turn)
    if payment is not None and payment.state == "due":
        await money_in.note_claim(turn, payment, None, "a picture")
        return
    turn.reply(Buttons(say("heard-picture"), _with_person(turn)))


@action("heard_edited")
async def heard_edited(turn: Turn) -> None:
    """An edit may change words we acted on: it is never acted on itself."""
    turn.reply(Text(say("heard-edited")))


async def _heard_other(turn: Turn) -> None:
    turn.reply(Buttons(say("heard-unknown"), _with_person(turn)))


for _kind in ("video", "document", "sticker", "unsupported", "order"):
    action(f"heard_{_kind}")(_heard_other)


@action("confirm")
async def confirm(turn: Turn) -> None:
    """A yes to no question moves nothing; after her cart or a thing she looked at it goes on to the next step."""
    if await _office(turn):
        return
    if open_goods.of(turn.state) is not None:
        await perform(turn, "resume")
        return
    offered = [read(payload) for payload, *_ in turn.state.shown]
    first = offered[0] if offered else None
    if first is not None and turn.state.side == "buyer" and first.verb in ("checkout", "add"):
        await perform(turn, first.verb, *first.args)
        return
    turn.reply(Buttons(say("unsure-none"), _ways_on(turn)))


@action("deny")
async def deny(turn: Turn) -> None:
    """A no to how much: that thing is left. To a question of the form: it is put again, unless she leaves it all."""
    if open_goods.of(turn.state) is not None:
        await edits.leave(turn)
        return
    if checkout.asks(turn):
        leaves = phrases("leaving").first(tokens(turn.heard.text)) is not None
        saved = turn.state.awaiting == "address" and any("use_address" in payload for payload, *_ in turn.state.shown)
        await perform(turn, "leave_order" if leaves else "new_address" if saved else "resume")
        return
    turn.state.ask(None)
    turn.reply(Buttons(say("fine"), _ways_on(turn)))
