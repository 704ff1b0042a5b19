"""The two answers of a producer that need a question: how much of it, and by which number it was sent."""

import re
from collections.abc import Mapping

from actions import notice_forms as forms
from actions.messages import Buttons, Option, Phrase, Text, lines, say
from actions.payloads import write
from actions.producer import by_words, confirm, do
from actions.producer_orders import DEEDS, Held, card, fits, held, next_buttons
from actions.registry import action, known, perform
from actions.turn import Turn
from catalog.lexicon import phrases
from catalog.spelling import normalise
from catalog.words import Words
from orders import pickup, quantities
from orders.moving import PICKUP
from orders.tables import OrderLine
from orders.tickets import legible

# S10 of the Universal Postal Union, as India Post numbers its parcels: EM123456789IN.
_POST = re.compile(r"\b([A-Z]{2})\s?(\d{9})\s?(IN)\b")
_NUMBER = re.compile(r"\b(?=[A-Z\-]*\d)[A-Z0-9][A-Z0-9\-]{5,38}\b")
SURE = 0.5
_AMOUNT = re.compile(r"\d+(?:[.,]\d+)?")


@action("part")
async def part(turn: Turn, part_id: str = "") -> None:
    """Asks for each line how much the group can make."""
    one = await held(turn, part_id, "answer")
    if one is None:
        return
    if not fits(DEEDS["part"], one.part.state):
        turn.reply(await card(turn, one))
        return
    await _ask_next(turn, one, {})


async def _ask_next(turn: Turn, one: Held, amounts: Mapping[str, int]) -> None:
    """The next line's question, or the offer when every line has its amount. JSON keys are line ids as text."""
    for line in one.told.lines:
        if str(line.id) not in amounts:
            turn.state.side = "producer"
            turn.state.ask("part", seller_order=one.part.id, line=line.id, amounts=dict(amounts))
            whole = forms.item(forms.Item(Words.read(line.name), line.unit, line.qty_milli))
            body = say("producer-how-many", number=one.part.number, item=whole)
            turn.reply(Buttons(body, (_amount(one, line, line.qty_milli), _amount(one, line, 0))))
            return
    await _offer(turn, one, {int(line_id): milli for line_id, milli in amounts.items()})


def _amount(one: Held, line: OrderLine, milli: int) -> Option[Phrase]:
    key = "producer-none-of-it" if milli == 0 else "producer-all-of-it"
    return Option(write("part_of", one.part.id, line.id, milli), say(key))


async def _offer(turn: Turn, one: Held, amounts: Mapping[int, int]) -> None:
    """All is an acceptance and nothing a refusal: those have buttons of their own."""
    turn.state.ask(None)
    if not any(amounts.values()):
        confirm(turn, one, DEEDS["decline"])
    elif all(amounts[line.id] == line.qty_milli for line in one.told.lines):
        confirm(turn, one, DEEDS["accept"])
    else:
        await do(turn, one, "offer_part", accepted=amounts)


@action("part_again")
async def part_again(turn: Turn, part_id: str = "") -> None:
    """The same question once more; the amounts told so far stay."""
    one = await held(turn, part_id, "answer")
    if one is not None:
        await _ask_next(turn, one, _noted(turn, one))


@action("part_of")
async def part_of(turn: Turn, part_id: str = "", line_id: str = "", milli: str = "") -> None:
    """How much of one line, as a button said it."""
    one = await held(turn, part_id, "answer")
    if one is None:
        return
    line = next((line for line in one.told.lines if str(line.id) == line_id), None)
    if not fits(DEEDS["part"], one.part.state) or line is None or not milli.isdecimal():
        turn.reply(await card(turn, one))
        return
    await _note(turn, one, line, int(milli))


async def _note(turn: Turn, one: Held, line: OrderLine, milli: int) -> None:
    if milli > line.qty_milli or (milli % 1000 and line.unit not in quantities.MEASURED):
        whole = forms.item(forms.Item(Words.read(line.name), line.unit, line.qty_milli))
        turn.state.ask("part", seller_order=one.part.id, line=line.id, amounts=_noted(turn, one))
        turn.reply(Text(say("producer-not-that-many", item=whole)))
        return
    await _ask_next(turn, one, {**_noted(turn, one), str(line.id): milli})


def _noted(turn: Turn, one: Held) -> dict[str, int]:
    """Amounts told so far in answer to this order's questions."""
    about = turn.state.about
    if turn.state.awaiting != "part" or about.get("seller_order") != one.part.id:
        return {}
    return {str(line): int(milli) for line, milli in about.get("amounts", {}).items()}


@action("answered_part")
async def answered_part(turn: Turn) -> None:
    """Words in answer to "how much of it"."""
    one = await held(turn, turn.state.about.get("seller_order", ""), "answer")
    if one is None:
        return
    line = next((line for line in one.told.lines if line.id == turn.state.about.get("line")), None)
    milli = spoken_amount(turn, line.unit if line else None)
    if milli is None and await _meant_otherwise(turn, "producer_partial_accept"):
        return
    if line is None or milli is None or not fits(DEEDS["part"], one.part.state):
        await part(turn, str(one.part.id))
        return
    await _note(turn, one, line, milli)


@action("producer_partial_accept")
async def producer_partial_accept(turn: Turn) -> None:
    """ "Only 3 are ready": with one line and an amount it is the answer, else the question is asked."""
    if turn.state.awaiting == "part":
        await answered_part(turn)
        return
    found = await by_words(turn, "part")
    if found is None:
        return
    one, answers = found
    line = one.told.lines[0]
    milli = spoken_amount(turn, line.unit) if len(one.told.lines) == 1 else None
    if milli is None:
        await _ask_next(turn, one, {})
    elif answers:
        await _note(turn, one, line, milli)
    else:
        offer = forms.item(forms.Item(Words.read(line.name), line.unit, milli))
        options = (forms.button("producer-offer-it", "part_of", one.part.id, line.id, milli),)
        turn.reply(Buttons(say("producer-press-part", number=one.part.number, item=offer), options))


def spoken_amount(turn: Turn, unit: str | None) -> int | None:
    """The amount in her words in milli of `unit`; a bare number is in that unit."""
    if turn.meaning is not None:
        ready = turn.meaning.slots.get("qty_ready")
        if isinstance(ready, int | float):
            return round(ready * 1000)
        for item in turn.meaning.items:
            if item.qty_milli is not None:
                return quantities.convert(item.qty_milli, item.unit, unit or "piece")
    digits = _AMOUNT.search("".join(str(int(c)) if c.isdecimal() else c for c in turn.heard.text))
    return round(float(digits[0].replace(",", ".")) * 1000) if digits else None


@action("dispatch")
async def dispatch(turn: Turn, part_id: str = "", how: str = "") -> None:
    """Asks for the parcel's number; `how` "plain": there is none."""
    one = await held(turn, part_id, "dispatch")
    if one is None or _is_fetched(turn, one):
        return
    if how == "plain" or not fits(DEEDS["dispatch"], one.part.state):
        await do(turn, one, "dispatch")
        return
    turn.state.side = "producer"
    turn.state.ask("tracking", seller_order=one.part.id)
    plain = forms.button("producer-no-tracking", "dispatch", one.part.id, "plain")
    body = lines(
        say("producer-ask-tracking", number=one.part.number),
        forms.address(one.told.receiver),
    )
    turn.reply(Buttons(body, (plain,)))


def _is_fetched(turn: Turn, one: Held) -> bool:
    """Goods that the buyer fetches are not sent: what there is to do with them is shown instead."""
    if one.part.delivery != PICKUP:
        return False
    turn.state.ask("producer_answer", seller_order=one.part.id)
    buttons = next_buttons(one)
    number, place = one.part.number, forms.address(one.told.receiver)
    lies = one.part.state in pickup.WAITING
    body = say("pickup-ask-code", number=number) if lies else say("pickup-not-sent", number=number, place=place)
    turn.reply(Buttons(body, buttons) if buttons else Text(body))
    return True


@action("answered_tracking")
async def answered_tracking(turn: Turn) -> None:
    """The number in answer to "by which number was it sent"; other words are taken for what they mean."""
    number, carrier = tracking_in(turn)
    one = await held(turn, turn.state.about.get("seller_order", ""), "dispatch")
    if one is None or _is_fetched(turn, one):
        return
    if number or carrier:
        await do(turn, one, "dispatch", tracking=number, carrier=carrier)
    elif not await _meant_otherwise(turn, "producer_mark_dispatched"):
        await dispatch(turn, str(one.part.id))


async def _meant_otherwise(turn: Turn, answer: str) -> bool:
    """Words that do not answer the open question, but clearly say something else, are taken for that."""
    if turn.meaning is None or turn.meaning.confidence < SURE:
        return False
    task = turn.meaning.task
    if task in (answer, "confirm", "deny") or not known(task):
        return False
    turn.state.ask(None)
    await perform(turn, task)
    return True


@action("producer_mark_dispatched")
async def producer_mark_dispatched(turn: Turn) -> None:
    """ "Sent by speed post EM123456789IN"."""
    if turn.state.awaiting == "tracking":
        await answered_tracking(turn)
        return
    found = await by_words(turn, "dispatch")
    if found is None:
        return
    one, answers = found
    if _is_fetched(turn, one):
        return
    number, carrier = tracking_in(turn)
    if answers and number:
        await do(turn, one, "dispatch", tracking=number, carrier=carrier)
    else:
        await dispatch(turn, str(one.part.id))


def tracking_in(turn: Turn) -> tuple[str | None, str | None]:
    """The parcel's number and who carries it, as far as her words tell."""
    slots = turn.meaning.slots if turn.meaning else {}
    text = turn.heard.text.upper()
    post = _POST.search(text)
    if post:
        return "".join(post.groups()), "India Post"
    told = slots.get("carrier") or phrases("carriers").first(normalise(turn.heard.text).split())
    number = slots.get("tracking")
    if number is None and turn.state.awaiting == "tracking":
        found = _NUMBER.search(text)
        number = found[0] if found else None
    return legible(str(number or ""), 40) or None, legible(str(told or ""), 40) or None
