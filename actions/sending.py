"""What sending costs and when it comes, in words."""

from actions.messages import Phrase, say
from catalog.money import Money
from orders.totals import Cart, Item


def charges(cart: Cart) -> list[Phrase]:
    """What is charged, and that some of it is not known; "nothing" only when somebody has said so."""
    told = [phrase for phrase in (charged(cart), say("sending-unsaid") if cart.delivery_unsaid else None) if phrase]
    return told or [say("checkout-free")]


def charged(cart: Cart) -> Phrase | None:
    if not cart.delivery_paise:
        return None
    return say("sending-charge", delivery=Money(cart.delivery_paise), mark=_mark(cart))


def arrival(cart: Cart) -> Phrase | None:
    """Between which days all of it comes, counted from the day it is ready."""
    if cart.arrives is None:
        return None
    first, last = cart.arrives
    return say("sending-arrives", first=first, last=last, mark=_mark(cart))


def lies_there(cart: Cart) -> Phrase:
    """From which day all of it can be fetched, as far as that is known."""
    if cart.arrives is None:
        return say("pickup-when-ready")
    return say("pickup-from", first=cart.arrives[1], mark=_mark(cart))


def replaced(item: Item) -> Phrase:
    """The group she asked for cannot send or sell it to her."""
    assert item.instead_of is not None
    return say("sending-not-from" if item.instead_far else "cart-not-from", name=item.instead_of)


def _mark(cart: Cart) -> str:
    return "sample" if cart.made_up_way else "sure"
