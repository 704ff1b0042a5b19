"""The shop's unasked messages, one function each. Pure.

Every notice names a template of data/templates with the same parameters, for people whose WhatsApp window is shut.
Parameters are single lines: WhatsApp refuses line breaks in them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from actions.messages import Notice, Option, Phrase, Quoted, Say, say
from actions.payloads import write
from actions.told import Told, notice
from catalog.money import Money, Quantity
from catalog.words import Words

SHOWN_ITEMS = 6


@dataclass(frozen=True)
class Item:
    """A line of an order as it is told: how much, of what, in which wish (colour, size)."""

    name: Words
    unit: str
    milli: int
    wish: Phrase | None = None


@dataclass(frozen=True)
class About:
    """The facts of one group's part of an order that a notice may tell."""

    id: int
    number: str
    group: Words
    items: tuple[Item, ...]
    by: date


@dataclass(frozen=True)
class Receiver:
    """Where a parcel goes; told only to whom `catalog.contacts.may(…, "see_buyer")` and after acceptance."""

    name: str
    line: str
    pincode: str
    phone: str
    wait: str | None = None  # not to be packed yet: "upi" not paid, "cod" the buyer has not confirmed
    fetched: Phrase | None = None  # the buyer comes for it there: who she is nobody needs to know


def item(one: Item) -> Phrase:
    if one.unit == "piece":  # "3 shawls", not "3 pieces shawls"
        whole, part = divmod(one.milli, 1000)
        told = say("notice-item-count", count=f"{whole}" if not part else f"{one.milli / 1000:g}", name=one.name)
    else:
        told = say("notice-item", quantity=Quantity(one.milli, one.unit), name=one.name)
    return say("notice-item-wish", item=told, wish=one.wish) if one.wish else told


def items(all_items: Sequence[Item]) -> Phrase:
    """All lines in one: "3 shawls, 1 cap"; a very long order ends in "and 4 more"."""
    return listed([item(one) for one in all_items])


def listed(names: Sequence[Phrase]) -> Phrase:
    """ "A, B, C and 2 more"."""
    told: Phrase | None = None
    shown, rest = names[:SHOWN_ITEMS], len(names) - SHOWN_ITEMS
    if rest > 0:
        told = say("notice-items-more", count=rest)
    for one in reversed(shown):
        told = one if told is None else say("notice-items", first=one, rest=told)
    return told if told is not None else say("notice-items-more", count=0)


def address(to: Receiver) -> Phrase:
    told: Phrase = say("notice-address", name=Quoted(to.name), line=Quoted(to.line), pincode=to.pincode, phone=to.phone)
    if to.fetched is not None:
        told = say("pickup-bring", place=to.fetched)
    return say("notice-wait", address=told, why=to.wait) if to.wait else told


def role(name: str) -> Say:
    return say("notice-role", role=name)


def button(key: str, verb: str, *args: str | int) -> Option[Phrase]:
    return Option(write(verb, *args), say(key))


def answer_buttons(order_id: int) -> tuple[Option[Phrase], ...]:
    return (
        button("producer-accept", "accept", order_id),
        button("producer-part", "part", order_id),
        button("producer-decline", "decline", order_id),
    )


def new_order(about: About) -> Notice[Phrase]:
    return notice("new_order", answer_buttons(about.id), number=about.number, items=items(about.items), by=about.by)


def order_reminder(about: About) -> Notice[Phrase]:
    told: Told = {"number": about.number, "items": items(about.items), "by": about.by}
    return notice("order_reminder", answer_buttons(about.id), **told)


def order_answered(about: About, who: str, move: str) -> Notice[Phrase]:
    """To the other contacts of a group: one of them has answered, `who` is her role."""
    return notice("order_answered", number=about.number, who=role(who), answer=say("notice-move", move=move))


def order_to_send(about: About, to: Receiver) -> Notice[Phrase]:
    """To those who send the parcel, after acceptance."""
    options = (button("producer-ready", "ready", about.id), button("producer-dispatch", "dispatch", about.id))
    told: Told = {"number": about.number, "items": items(about.items), "by": about.by, "address": address(to)}
    return notice("order_to_send", options, **told)


def order_packed(about: About, to: Receiver) -> Notice[Phrase]:
    """To those who send the parcel: it is ready."""
    options = (button("producer-dispatch", "dispatch", about.id),)
    return notice("order_packed", options, number=about.number, items=items(about.items), address=address(to))


def part_taken(about: About) -> Notice[Phrase]:
    """To the group: the buyer agrees to the part it offered; `about.items` are that part."""
    options = (button("producer-ready", "ready", about.id),)
    return notice("part_taken", options, number=about.number, items=items(about.items), by=about.by)


def order_stopped(about: About) -> Notice[Phrase]:
    """To the group: the order is not to be made."""
    return notice("order_stopped", number=about.number, items=items(about.items))


def order_accepted(about: About) -> Notice[Phrase]:
    return notice("order_accepted", group=about.group, number=about.number, items=items(about.items), by=about.by)


def part_offered(about: About, promised: Sequence[Item], goods: Money) -> Notice[Phrase]:
    """To the buyer: what the group can make, and what these goods cost together."""
    options = (
        button("notice-take-part", "take_part", about.id),
        button("notice-other-ways", "part_ways", about.id),
        button("notice-refuse-part", "refuse_part", about.id),
    )
    told: Told = {"group": about.group, "number": about.number, "items": items(promised), "goods": goods}
    return notice("part_offered", options, **told)


def part_reminder(about: About, goods: Money) -> Notice[Phrase]:
    """To the buyer, who has not answered yet; `about.items` are the part that was offered."""
    options = (button("notice-take-part", "take_part", about.id), button("notice-refuse-part", "refuse_part", about.id))
    return notice("part_reminder", options, number=about.number, items=items(about.items), goods=goods)


def part_unanswered(about: About) -> Notice[Phrase]:
    """To the group: the buyer has not answered, the office asks her now."""
    return notice("part_unanswered", number=about.number, items=items(about.items))


def part_settled(about: About, move: str) -> Notice[Phrase]:
    """To the buyer: what the office has written down for her about a part."""
    told: Told = {"number": about.number, "items": items(about.items), "by": about.by}
    return notice("part_settled", (), **told, what=say("notice-settled", move=move))


def order_declined(about: About) -> Notice[Phrase]:
    return notice("order_declined", group=about.group, number=about.number, items=items(about.items))


def other_offered(about: About, other_id: str, other: Words, by: date) -> Notice[Phrase]:
    """To the buyer: another seller's group could make it; `by` is its day."""
    options = (
        button("notice-other-yes", "other_yes", about.id, other_id),
        button("notice-other-no", "other_no", about.id),
    )
    told: Told = {"group": about.group, "number": about.number, "items": items(about.items)}
    return notice("other_offered", options, **told, other=other, by=by)


def order_rerouted(about: About, other: Words, by: date) -> Notice[Phrase]:
    """To the buyer: `about` is what its first group could not take, `other` has been asked and needs until `by`."""
    options = (button("notice-cancel", "cancel_order", about.number),)
    told: Told = {"group": about.group, "number": about.number, "items": items(about.items)}
    return notice("order_rerouted", options, **told, other=other, by=by)


def order_passed_over(about: About) -> Notice[Phrase]:
    """To a group that has not answered: another one makes it."""
    return notice("order_passed_over", number=about.number, items=items(about.items))


def order_ended(about: About, move: str) -> Notice[Phrase]:
    """To the buyer: nobody makes it (`refuse`), or nobody answered (`expire`)."""
    told: Told = {"number": about.number, "items": items(about.items)}
    return notice("order_ended", (), **told, why=say("notice-ended", move=move))


def order_late(about: About) -> Notice[Phrase]:
    """To the group, on the day its order was needed by."""
    options = (button("producer-ready", "ready", about.id), button("producer-dispatch", "dispatch", about.id))
    return notice("order_late", options, number=about.number, items=items(about.items), by=about.by)


def order_delayed(about: About) -> Notice[Phrase]:
    """To the buyer, the day after it was promised; she is free to cancel."""
    options = (button("notice-cancel", "cancel_order", about.number),)
    told: Told = {"number": about.number, "items": items(about.items), "by": about.by}
    return notice("order_delayed", options, **told, group=about.group)


def return_moved(about: About, move: str) -> Notice[Phrase]:
    """To the buyer: how far her return is."""
    told: Told = {"number": about.number, "items": items(about.items)}
    return notice("return_moved", (), **told, what=say("notice-return", move=move))


def return_work(about: About, move: str) -> Notice[Phrase]:
    """To the group: how far a return is, and what it has to do."""
    told: Told = {"number": about.number, "items": items(about.items)}
    return notice("return_work", (), **told, what=say("notice-return-work-move", move=move))


def order_ready(about: About) -> Notice[Phrase]:
    return notice("order_ready", number=about.number, items=items(about.items))


def order_dispatched(about: About, carrier: Phrase, tracking: str) -> Notice[Phrase]:
    told: Told = {"number": about.number, "items": items(about.items), "carrier": carrier, "tracking": tracking}
    return notice("order_dispatched", (_received(about),), **told)


def order_sent(about: About) -> Notice[Phrase]:
    """Sent without a number to follow."""
    return notice("order_sent", (_received(about),), number=about.number, items=items(about.items))


def order_delivered(about: About) -> Notice[Phrase]:
    options = (button("talk-to-person", "talk_to_human"),)
    return notice("order_delivered", options, number=about.number, items=items(about.items))


def order_cancelled(about: About) -> Notice[Phrase]:
    """To the buyer, when it was not she who cancelled."""
    return notice("order_cancelled", number=about.number, items=items(about.items))


def order_waiting(about: About) -> Notice[Phrase]:
    """To the buyer: the group has not answered, the office asks it now, and she is free to cancel."""
    options = (button("notice-cancel", "cancel_order", about.number),)
    return notice("order_waiting", options, group=about.group, number=about.number, items=items(about.items))


def office_alert(ticket_id: int, number: str, kind: str, words: Phrase) -> Notice[Phrase]:
    options = (button("office-reply", "reply", ticket_id),)
    told: Told = {"number": number, "kind": say("ticket-kind", kind=kind), "words": words}
    return notice("office_alert", options, **told)


def office_answer(number: str, text: str) -> Notice[Phrase]:
    """To the person a ticket is about: what the office says, in its own words."""
    options = (button("notice-ask-again", "talk_to_human"),)
    return notice("office_answer", options, number=number, words=Quoted(text[:700]))


def goods_proposed(sku: str, group: Words, name: Words) -> Notice[Phrase]:
    """To the office: a group has told of goods of its own."""
    return notice("goods_proposed", (button("office-goods-see", "new_goods", sku),), group=group, name=name)


def goods_live(name: Words) -> Notice[Phrase]:
    """To her who told of it: the office has put it on the shelf."""
    return notice("goods_live", name=name)


def misheard_week(times: int, words: Phrase) -> Notice[Phrase]:
    """To the office: what was not understood in seven days."""
    return notice("misheard_week", times=str(times), words=words)


def _received(about: About) -> Option[Phrase]:
    return button("notice-received", "received", about.id)
