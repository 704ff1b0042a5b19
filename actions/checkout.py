"""Placing an order, one question at a time: name, address, pincode, phone, payment, and then the explicit yes.

What is known is not asked again; several answers in one message are all taken; a digression loses nothing.
"""

from actions import answers, basket, cod_talk, confirming, consent_notice, open_goods, outlets
from actions.messages import Buttons, Option, Phrase, Quoted, Text, lines, say
from actions.payloads import write
from actions.registry import action, perform
from actions.state import Form
from actions.turn import Turn
from catalog.money import Quantity
from orders import book, candidates, phones, pincodes
from orders.tables import Address
from orders.totals import Cart

ASKED_PLACE = "outlet"
QUESTIONS = ("name", "address", "pincode", "district", "phone", "payment")


@action("checkout")
async def checkout(turn: Turn) -> None:
    turn.state.form.open = True
    _, problem = answers.absorb(turn)
    await go_on(turn, problem)


async def absorb(turn: Turn) -> tuple[bool, Phrase | None]:
    """Takes what an ordering message says about address, phone or payment. True when it said any of it, so that the
    order goes on by itself; and what is to be said when a part of it could not be taken."""
    told, problem = answers.absorb(turn)
    turn.state.form.open = turn.state.form.open or told
    return told, problem


def heard(turn: Turn) -> Phrase | None:
    """What an ordering message said besides the goods, shown back in one line."""
    form = turn.state.form
    place = " ".join(part for part in (form.line, form.pincode) if part)
    phone = Quoted(phones.shown(form.phone)) if form.phone else None
    payment = say(f"checkout-{form.payment}") if form.payment else None
    told: Phrase | None = None
    for part in (payment, phone, Quoted(place) if place else None, Quoted(form.name) if form.name else None):
        told = part if told is None else say("checkout-heard", first=part, rest=told) if part else told
    return told


def asks(turn: Turn) -> bool:
    """Whether the open question is one of this order's, its last yes among them."""
    state = turn.state
    last = state.awaiting == "confirm" and str(state.about.get("yes", "")).startswith(write("place_order"))
    return state.form.open and (state.awaiting in QUESTIONS or state.awaiting == ASKED_PLACE or last)


async def go_on(turn: Turn, note: Phrase | None = None) -> None:
    """Asks the next thing that is not known, after `note`; when all is known, shows the order to say yes to."""
    form = turn.state.form
    if open_goods.of(turn.state) is not None:  # how much of something comes first
        form.open = True
        if note is not None:
            turn.reply(Text(note))
        await perform(turn, "resume")
        return
    note, asked = await outlets.settle(turn, note)
    if asked:
        return
    cart = await basket.view(turn)
    if cart.empty:
        form.open = False
        turn.state.ask(None)
        turn.reply(basket.nothing(note))
        return
    form.open = True
    if cart.refused or any(item.short_of for item in cart.items):
        await _ask_about_goods(turn, cart, note)
        return
    note = await consent_notice.once(turn, note, all_told=missing(form) is None)
    saved = await book.addresses_of(turn.db, turn.person.id)
    if saved and form.line is None and form.outlet is None and not form.fresh:
        await _offer_saved(turn, saved, note)
        return
    refused = await cod_talk.refusal(turn, cart)
    if refused is not None:
        form.payment, note = None, lines(note, refused)
    question = missing(form)
    if question is None:
        await confirming.show(turn, cart, note)
    else:
        await _ask(turn, question, note)


def missing(form: Form) -> str | None:
    """The first question without an answer."""
    known = {
        "name": form.name,
        "address": form.line or form.outlet,
        "pincode": form.pincode or form.outlet,
        "district": form.district or form.outlet,
        "phone": form.phone,
        "payment": form.payment,
    }
    return next((question for question in QUESTIONS if not known[question]), None)


async def _ask(turn: Turn, question: str, note: Phrase | None) -> None:
    form, options = turn.state.form, _answers(turn, question)
    if question == "address" and await outlets.offered(turn):
        options = (Option(write("fetch"), say("pickup-fetch")),)
    keeps = question == "pincode" and form.doubted is not None
    yes = {"yes": write("keep_pincode"), "no": write("resume")} if keeps else {}
    # `asked` makes each asking its own: a question already put again in this turn is not put a third time.
    turn.state.ask(question, asked=turn.heard.key, numbered=bool(options), **yes)
    key = "checkout-ask-pincode-again" if keeps else f"checkout-ask-{question}"
    if form.outlet and question in ("name", "phone"):
        key = f"pickup-ask-{question}"
    body: Phrase = say(key, pincode=form.pincode or form.doubted or "")
    turn.reply(Buttons(lines(note, body), options))


def _answers(turn: Turn, question: str) -> tuple[Option[Phrase], ...]:
    """What can be answered by one tap."""
    match question:
        case "name" if turn.heard.name and len(turn.heard.name) <= 40:
            return (Option(write("my_name"), Quoted(turn.heard.name)),)
        case "pincode" if turn.state.form.doubted:
            yes = say("checkout-keep-pincode", pincode=turn.state.form.doubted)
            return (Option(write("keep_pincode"), yes),)
        case "phone" if own_number(turn):
            return (Option(write("my_phone"), Quoted(phones.shown(own_number(turn) or ""))),)
        case "district":
            areas = pincodes.areas(turn.state.form.pincode or "")
            return tuple(
                Option(write("district", place), Quoted(area.district), None, Quoted(area.state))
                for place, area in enumerate(areas[:10])
            )
        case "payment":
            cash = say("pickup-cash" if turn.state.form.outlet else "checkout-cod")
            return (Option(write("pay", "cod"), cash), Option(write("pay", "upi"), say("checkout-upi")))
    return ()


def own_number(turn: Turn) -> str | None:
    """The number she writes from, on WhatsApp, unless she hides it."""
    said = turn.heard.extra.get("wa_id")
    return phones.read(f"+{said}") if said else None


async def _offer_saved(turn: Turn, saved: list[Address], note: Phrase | None) -> None:
    turn.state.ask("address", asked=turn.heard.key, numbered=True)
    options = [
        Option[Phrase](write("use_address", one.id), say("checkout-saved", pincode=one.pincode)) for one in saved[:2]
    ]
    options.append(Option(write("new_address"), say("checkout-new-address")))
    if await outlets.offered(turn):
        options.append(Option(write("fetch"), say("pickup-fetch")))
    shown = [_saved_line(one) for one in saved[:2]]
    turn.reply(Buttons(lines(note, say("checkout-ask-saved"), *shown), tuple(options)))


def _saved_line(one: Address) -> Phrase:
    return say("checkout-saved-line", name=Quoted(one.name), line=Quoted(one.line), pincode=one.pincode)


async def _ask_about_goods(turn: Turn, cart: Cart, note: Phrase | None) -> None:
    """Before any form: something cannot be sold, or there is less of it. Said plainly, with the honest ways on."""
    turn.state.ask(None)
    for item in cart.items:
        if item.short_of:
            left = Quantity(item.left_milli or 0, item.unit)
            options: list[Option[Phrase]] = []
            if item.left_milli:
                options.append(Option(write("set", item.sku, item.left_milli), say("cart-take-left", left=left)))
            options.append(Option(write("drop", item.sku), say("cart-drop")))
            options.append(Option(write("menu"), say("cart-more")))
            body = say("checkout-short" if item.left_milli else "checkout-gone", name=item.name, left=left)
            turn.reply(Buttons(lines(note, body), tuple(options)))
            return
    refused, elsewhere = cart.refused[0], {"other-state", "too-far", candidates.NOT_THERE}
    place_is_why = elsewhere & {*refused.reasons}
    out = await outlets.way_out(turn) if place_is_why else None
    told, near = out if out else (None, False)
    ask = Option[Phrase](write("enquire", refused.sku), say("cart-ask-office"))
    ways = [Option[Phrase](write("drop", refused.sku), say("cart-drop"))]
    ways.append(Option(write("fetch"), say("pickup-fetch")) if near else ask)
    another = Option[Phrase](write("again", "address"), say("checkout-new-address"))
    ways.append(another if place_is_why else Option(write("menu"), say("cart-more")))
    turn.reply(Buttons(lines(note, basket.why_not(refused.name, refused.reasons), told), tuple(ways)))
