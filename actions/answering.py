"""Her answers to the order's form, in words or by a tap, in whatever order they come."""

from actions import answers, basket
from actions.checkout import go_on, own_number
from actions.items import slot
from actions.messages import Buttons, Option, Phrase, Text, say
from actions.payloads import write
from actions.registry import action, perform
from actions.state import Form
from actions.turn import Turn
from catalog.lexicon import phrases
from catalog.spelling import tokens
from orders import book, pincodes


async def _answered(turn: Turn, question: str) -> None:
    """An answer to the form in words: its slots first, else the whole message when that was the question."""
    told, problem = answers.absorb(turn)
    form = turn.state.form
    if not told and problem is None and turn.state.awaiting == question:
        problem = answers.plain_answer(turn, question)
    elif not told and problem is None and form.open and _to_change(turn):
        await again(turn, "address" if question == "pincode" else question)
        return
    if not form.open and (await basket.view(turn)).empty:
        turn.reply(basket.nothing(problem or say("checkout-noted")))
        return
    await go_on(turn, problem)


def _to_change(turn: Turn) -> bool:
    """ "pata badlo", not "Hamirpur": only who asks for it is asked anew."""
    return turn.meaning is not None and phrases("changing").first(tokens(turn.heard.text)) is not None


@action("give_name")
async def give_name(turn: Turn) -> None:
    await _answered(turn, "name")


@action("give_address")
async def give_address(turn: Turn) -> None:
    if slot(turn, "ref") == "saved address" and not slot(turn, "pincode"):  # "wahi purana pata"
        saved = await book.addresses_of(turn.db, turn.person.id)
        if saved and (turn.state.form.open or not (await basket.view(turn)).empty):
            await use_address(turn, str(saved[0].id))
            return
    await _answered(turn, "address")


@action("give_pincode")
async def give_pincode(turn: Turn) -> None:
    await _answered(turn, "pincode")


@action("give_phone")
async def give_phone(turn: Turn) -> None:
    number = own_number(turn)
    if turn.meaning and turn.meaning.slots.get("ref") and not turn.meaning.slots.get("phone") and number:
        turn.state.form.phone = number  # "isi number pe"
        await go_on(turn)
        return
    await _answered(turn, "phone")


@action("choose_payment")
async def choose_payment(turn: Turn) -> None:
    told, problem = answers.absorb(turn)
    if told or problem:
        await after_tap(turn, problem)
    else:
        await after_tap(turn, say("checkout-payments"))


async def after_tap(turn: Turn, note: Phrase | None = None) -> None:
    """Goes on with the order; without one, says what there is."""
    if turn.state.form.open or not (await basket.view(turn)).empty:
        await go_on(turn, note)
    else:
        turn.reply(basket.nothing(note or say("checkout-noted")))


@action("pay")
async def pay(turn: Turn, how: str = "") -> None:
    if how in ("cod", "upi"):
        turn.state.form.payment = how
    await after_tap(turn)


@action("my_name")
async def my_name(turn: Turn) -> None:
    if turn.heard.name:
        turn.state.form.name = turn.heard.name[: answers.NAME_LONGEST]
    await after_tap(turn)


@action("my_phone")
async def my_phone(turn: Turn) -> None:
    turn.state.form.phone = own_number(turn) or turn.state.form.phone
    await after_tap(turn)


@action("district")
async def district(turn: Turn, place: str = "") -> None:
    areas = pincodes.areas(turn.state.form.pincode or "")
    if place.isdigit() and int(place) < len(areas):
        area = areas[int(place)]
        turn.state.form.district, turn.state.form.state = area.district, area.state
    await after_tap(turn)


@action("keep_pincode")
async def keep_pincode(turn: Turn) -> None:
    answers.keep_pincode(turn.state.form)
    await after_tap(turn)


@action("use_address")
async def use_address(turn: Turn, address_id: str = "") -> None:
    """A saved address in one tap; only ever one of her own."""
    saved = {one.id: one for one in await book.addresses_of(turn.db, turn.person.id, limit=50)}
    one = saved.get(int(address_id)) if address_id.isdigit() else None
    if one is not None:
        form = turn.state.form
        form.name, form.line, form.pincode, form.phone = one.name, one.line, one.pincode, one.phone
        form.district, form.state, form.address_id = one.district, one.state, one.id
        form.outlet = form.fetch = None
        form.doubted = one.pincode  # parcels have gone there
        answers.settle_district(form)
    await after_tap(turn)


@action("new_address")
async def new_address(turn: Turn) -> None:
    turn.state.form = Form(open=True, fresh=True, payment=turn.state.form.payment)
    await after_tap(turn)


@action("change_order")
async def change_order(turn: Turn) -> None:
    """What she wants to change before saying yes."""
    turn.state.ask(None)
    asked = ("name", "address", "phone", "payment")
    options = [Option[Phrase](write("again", what), say(f"checkout-change-{what}")) for what in asked]
    options.append(Option(write("edit_cart"), say("cart-edit")))
    turn.reply(Buttons(say("checkout-change-what"), tuple(options)))


@action("again")
async def again(turn: Turn, what: str = "") -> None:
    """Forgets one answer and asks it again."""
    form = turn.state.form
    match what:
        case "name":
            form.name = None
        case "address":
            form.line, form.pincode, form.district, form.state, form.fresh = None, None, None, None, True
            form.doubted = form.outlet = form.fetch = None
        case "phone":
            form.phone = None
        case "payment":
            form.payment = None
    await after_tap(turn)


@action("correct_order")
async def correct_order(turn: Turn) -> None:
    """ "Change the address" while an order is being placed: what she says now counts, else what she named is asked
    again; named nothing, she is asked what."""
    told, problem = answers.absorb(turn)
    part = slot(turn, "aspect")
    if told or problem:
        await go_on(turn, problem)
    elif part:
        await again(turn, "address" if part == "pincode" else part)
    else:
        await change_order(turn)


@action("other_recipient")
async def other_recipient(turn: Turn) -> None:
    """ "Send it to my sister instead": nobody's old name and address stay on it; a yes must not send it to them."""
    form = turn.state.form
    form.name, form.line, form.pincode, form.phone, form.fresh = None, None, None, None, True
    form.district, form.state, form.address_id = None, None, None
    form.outlet = form.fetch = None
    _, problem = answers.absorb(turn)
    await go_on(turn, problem)


@action("leave_order")
async def leave_order(turn: Turn) -> None:
    """Not now: the cart stays, nothing was ordered."""
    turn.state.form.open = False
    turn.state.ask(None)
    turn.reply(Buttons(say("checkout-left"), basket.next_options()))


@action("heard_contact")
async def heard_contact(turn: Turn) -> None:
    """A shared contact is an answer to the phone question, and to nothing else."""
    if not turn.state.form.open or not turn.heard.phone or not answers.take_phone(turn.state.form, turn.heard.phone):
        turn.reply(Buttons(say("checkout-contact-odd"), basket.next_options()))
        return
    await go_on(turn)


@action("heard_location")
async def heard_location(turn: Turn) -> None:
    """A pin on the map helps nobody find a house in the hills: the words are asked for."""
    turn.reply(Text(say("heard-location")))
    await perform(turn, "resume")
