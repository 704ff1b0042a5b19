"""What is told of goods that are fetched: the place, and the shop's unasked messages. Pure."""

from actions.messages import Notice, Phrase, Quoted, say
from actions.notice_forms import About, Receiver, address, button, items
from actions.told import Told, notice
from catalog.outlet_tables import Outlet
from catalog.pickup_code import shown
from catalog.words import Words


def where(outlet: Outlet) -> Phrase:
    """Its name, the way to its door when the office has said it, its hours when known: one line."""
    door = Quoted(outlet.line) if outlet.line else Words.read(outlet.place)
    named = say("pickup-place", name=Words.read(outlet.name), door=door) if outlet.line else Words.read(outlet.name)
    told = hours(outlet)
    return say("pickup-place-open", place=named, hours=told) if told else named


def hours(outlet: Outlet) -> Phrase | None:
    if outlet.opens is None or outlet.closes is None:
        return None
    return say("pickup-hours", opens=outlet.opens, closes=outlet.closes, closed=outlet.closed_on or "never")


def pickup_accepted(about: About, place: Phrase) -> Notice[Phrase]:
    """To the buyer: it is being made, and where she will fetch it."""
    told: Told = {"group": about.group, "number": about.number, "items": items(about.items), "by": about.by}
    return notice("pickup_accepted", (), **told, place=place)


def pickup_ready(about: About, place: Phrase, code: str) -> Notice[Phrase]:
    """To the buyer: it lies there, and the code for which she gets it."""
    told: Told = {"number": about.number, "items": items(about.items), "place": place, "code": shown(code)}
    return notice("pickup_ready", (), **told)


def pickup_to_bring(about: About, to: Receiver) -> Notice[Phrase]:
    """To those who send parcels, after acceptance: this one goes to an outlet, and nobody's address is needed."""
    told: Told = {"number": about.number, "items": items(about.items), "by": about.by, "place": address(to)}
    return notice("pickup_to_bring", (button("pickup-lies-there", "ready", about.id),), **told)
