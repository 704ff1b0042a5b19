"""The order as it will be placed, shown for the explicit yes to exactly that."""

from actions import basket, outlets, sending, wishes
from actions.fetch_notices import where
from actions.messages import Buttons, Option, Phrase, Quoted, Text, lines, say
from actions.payloads import write
from actions.state import Form
from actions.turn import Turn
from catalog.money import Money
from catalog.outlet_tables import Outlet
from orders import phones
from orders.dates import IST
from orders.totals import Cart, Item, Part, fingerprint

AT_ONCE = 6  # item lines that fit above the buttons; more go ahead in their own message


def mark(cart: Cart, form: Form) -> str:
    """Which order was shown: a yes to another one (an older screen, a changed price) is no yes."""
    return fingerprint(cart, form.name, form.line, form.pincode, form.district, form.phone, form.payment, form.outlet)


async def show(turn: Turn, cart: Cart, note: Phrase | None = None) -> None:
    """Everything the law and a careful buyer want to see before the yes; nothing is ordered by it. What she has just
    been shown and nothing of it changed is not all said again."""
    form = turn.state.form
    yes, no = write("place_order", mark(cart, form)), write("leave_order")
    seen = turn.state.awaiting == "confirm" and turn.state.about.get("yes") == yes
    turn.state.ask("confirm", yes=yes, no=no, asked=turn.heard.key)
    outlet = await outlets.chosen(turn)
    body = _again(cart, note) if seen else _in_full(turn, cart, note, outlet, await _way_out(turn, cart))
    options: tuple[Option[Phrase], ...] = (
        Option(yes, say("checkout-yes")),
        Option(write("change_order"), say("checkout-change")),
        Option(no, say("cancel")),
    )
    turn.reply(Buttons(body, options))


def _again(cart: Cart, note: Phrase | None) -> Phrase:
    ready = max(part.needed_by for part in cart.parts).astimezone(IST).date()
    by = cart.arrives[1] if cart.arrives else ready
    return lines(say("checkout-again", total=cart.total, date=by), note or say("checkout-say-yes"))


async def _way_out(turn: Turn, cart: Cart) -> Phrase | None:
    """Nobody can say what sending costs: she may fetch it for nothing."""
    out = await outlets.way_out(turn) if cart.delivery_unsaid else None
    return lines(out[0], say("pickup-way-out-write")) if out else None


def _in_full(turn: Turn, cart: Cart, note: Phrase | None, outlet: Outlet | None, way_out: Phrase | None) -> Phrase:
    form = turn.state.form
    items = [line for item in cart.items for line in _lines(item)]
    if len(items) > AT_ONCE:
        turn.reply(Text(lines(note, *items)))
        note, items = None, [say("checkout-things", n=len(cart.items))]
    return lines(
        note,
        say("checkout-head"),
        *items,
        basket.prices(cart),
        *([] if outlet else sending.charges(cart)),
        way_out,
        _total(cart),
        *[_seller(part) for part in cart.parts],
        *(_fetched(cart, form, outlet) if outlet else _sent(cart, form)),
        say("checkout-terms"),
    )


def _sent(cart: Cart, form: Form) -> list[Phrase | None]:
    return [
        sending.arrival(cart),
        say("checkout-to", name=Quoted(form.name or ""), line=Quoted(form.line or ""), pincode=form.pincode or ""),
        say("checkout-phone", phone=phones.shown(form.phone or ""), payment=say(f"checkout-{form.payment}")),
    ]


def _fetched(cart: Cart, form: Form, outlet: Outlet) -> list[Phrase | None]:
    payment = say("pickup-cash" if form.payment == "cod" else "checkout-upi")
    return [
        say("pickup-at", name=Quoted(form.name or ""), place=where(outlet)),
        sending.lies_there(cart),
        say("checkout-phone", phone=phones.shown(form.phone or ""), payment=payment),
    ]


def _lines(item: Item) -> list[Phrase]:
    line = say(
        "checkout-line",
        qty=item.quantity,
        name=wishes.named(item.name, item.attrs, item.quantity),
        price=Money(item.unit_price_paise),
        sum=Money(item.amount_paise),
    )
    away = [say("checkout-again-from", day=item.again)] if item.again else []
    return [line, *([sending.replaced(item)] if item.instead_of else []), *away]


def _total(cart: Cart) -> Phrase:
    """With the tax that is in it, when a seller charges any."""
    if not cart.tax_paise and cart.delivery_unsaid:
        return say("cart-total", total=cart.total)
    if not cart.tax_paise:
        return say("checkout-total", total=cart.total)
    mark = "sample" if any(part.sample and part.tax_paise for part in cart.parts) else "sure"
    return say("checkout-total-tax", total=cart.total, tax=Money(cart.tax_paise), mark=mark)


def _seller(part: Part) -> Phrase:
    """Whose name stands on the bill, and by when; a group that sells what it makes is named once."""
    date = part.needed_by.astimezone(IST).date()
    if part.seller is None or part.seller == part.name:
        return say("checkout-seller", name=part.name, date=date)
    return say("checkout-sold-by", seller=part.seller, name=part.name, date=date)
