"""Which order a producer's contact means, whether it is hers, and what she may do with it now."""

from collections.abc import Sequence
from dataclasses import dataclass

from actions import notice_forms as forms
from actions.door import admitted, refuse
from actions.messages import Buttons, Menu, Option, Phrase, Say, Text, Unspoken, lines, say
from actions.notices import Facts, facts, taker
from actions.paging import page
from actions.payloads import write
from actions.turn import Turn
from catalog import contacts
from catalog.tables import Contact
from orders import lifecycle, service
from orders.moving import PICKUP
from orders.tables import SellerOrder

OPEN = ("placed", "part_offered", "accepted", "ready")
NUMBER_PREFIX = "HT-"


@dataclass(frozen=True)
class Deed:
    """What a contact does to an order: the button's verb, the move it makes, the right it needs."""

    verb: str
    move: str
    act: contacts.Act
    label: str


DEEDS = {
    deed.verb: deed
    for deed in (
        Deed("accept", "accept", "answer", "producer-accept"),
        Deed("part", "offer_part", "answer", "producer-part"),
        Deed("decline", "decline", "answer", "producer-decline"),
        Deed("ready", "mark_ready", "ready", "producer-ready"),
        Deed("dispatch", "dispatch", "dispatch", "producer-dispatch"),
        Deed("delivered", "deliver", "handover", "producer-delivered"),
    )
}


@dataclass(frozen=True)
class Held:
    """A seller order together with the right by which this person may touch it."""

    told: Facts
    contact: Contact

    @property
    def part(self) -> SellerOrder:
        return self.told.part


def fits(deed: Deed, state: str) -> bool:
    return deed.move in lifecycle.offered(state, "contact")


def next_buttons(held: Held) -> tuple[Option[Phrase], ...]:
    """What this contact may do with the order as it stands."""
    if held.part.delivery == PICKUP:
        return _fetched_buttons(held)
    return tuple(
        forms.button(deed.label, deed.verb, held.part.id)
        for deed in DEEDS.values()
        if fits(deed, held.part.state) and contacts.may(held.contact.role, deed.act, held.told.group.kind)
    )


def _fetched_buttons(held: Held) -> tuple[Option[Phrase], ...]:
    """What she fetches is never sent: it is brought to the outlet, and handed over for the code."""
    found: list[Option[Phrase]] = []
    for deed in (DEEDS["accept"], DEEDS["part"], DEEDS["decline"], DEEDS["ready"]):
        if fits(deed, held.part.state) and contacts.may(held.contact.role, deed.act, held.told.group.kind):
            label = "pickup-lies-there" if deed.verb == "ready" else deed.label
            found.append(forms.button(label, deed.verb, held.part.id))
    waits = held.part.state in ("ready", "dispatched")
    if waits and contacts.may(held.contact.role, "handover", held.told.group.kind):
        found.append(forms.button("pickup-hand", "hand", held.part.id))
    return tuple(found)


async def held(turn: Turn, part_id: str | int, act: contacts.Act | None = None) -> Held | None:
    """The order a button claims, if the person who pressed it answers for its group; else she is told why not."""
    part = await turn.db.get(SellerOrder, int(part_id)) if str(part_id).isdecimal() else None
    mine = [c for c in await contacts.of_person(turn.db, turn.person.id) if part and c.group_id == part.group_id]
    if part is None or not mine:
        await refuse(turn, (), act or "answer", say("producer-not-yours"))
        return None
    contact = mine[0] if act is None else await admitted(turn, part.group_id, act)
    return None if contact is None else Held(await facts(turn, part), contact)


async def open_orders(turn: Turn, states: Sequence[str] = OPEN) -> list[SellerOrder]:
    """Orders in these states of every group she answers for, most urgent first."""
    groups = {contact.group_id for contact in await contacts.of_person(turn.db, turn.person.id)}
    found = [part for group in sorted(groups) for part in await service.of_group(turn.db, group, states)]
    return sorted(found, key=lambda part: (part.needed_by, part.id))


async def named(turn: Turn, ref: str) -> SellerOrder | None:
    """Her group's order by the number she typed: "HT-1004", "1004", "HT-1004-2"."""
    wanted = NUMBER_PREFIX + ref.upper().strip(" #").removeprefix("HT").strip(" -#")
    found = [part for part in await open_orders(turn, lifecycle.STATES) if part.number == wanted]
    if not found:  # a group's part of a shared order has a number of its own behind the dash
        found = [p for p in await open_orders(turn, lifecycle.STATES) if p.number.startswith(wanted + "-")]
    return found[0] if len(found) == 1 else None


def asked_about(turn: Turn, part: SellerOrder) -> bool:
    """Whether her words answer the question last put to her about this very order."""
    return turn.state.awaiting == "producer_answer" and turn.state.about.get("seller_order") == part.id


async def row(turn: Turn, part: SellerOrder, verb: str) -> Option[Phrase]:
    told = await facts(turn, part)
    hint = say("producer-row-hint", items=forms.items(told.about.items), by=told.about.by)
    label = say("producer-row", number=part.number, state=part.state)
    return Option(write(verb, part.id), label, None, hint)


async def choose(turn: Turn, parts: Sequence[SellerOrder], verb: str, question: Say, number: int = 0) -> None:
    """Asks which of several orders is meant; each answer is a button with `verb`."""
    options = [await row(turn, part, verb) for part in parts]
    shown = page(options, number, lambda n: write("producer_orders_today", n))
    turn.reply(Menu(question, say("producer-choose-button"), shown))


async def card(turn: Turn, one: Held) -> Unspoken:
    """An order as it stands, with what she may do next; the address only for those who send parcels."""
    told, part = one.told, one.part
    about = told.wanted if part.state in {"placed", *lifecycle.OFF} else told.about
    who = await taker(turn, part)
    body = lines(
        say("producer-card", number=part.number, items=forms.items(about.items), by=about.by),
        say("producer-state", state=part.state, who=forms.role(who.role if who else contacts.OFFICE)),
        forms.address(told.receiver) if shows_receiver(one) else None,
    )
    buttons = next_buttons(one)
    return Buttons(body, buttons) if buttons else Text(body)


def shows_receiver(one: Held) -> bool:
    """Name, address and phone: after acceptance, while there is something to send, to those who send it."""
    return one.part.state in ("accepted", "ready", "dispatched") and contacts.may(
        one.contact.role, "see_buyer", one.told.group.kind
    )
