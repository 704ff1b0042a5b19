"""Who is told what when an order is placed or moved, unasked. The words are in notice_forms."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from actions import asking_pay
from actions import notice_forms as forms
from actions.desk import open_ticket
from actions.messages import Notice, Phrase, Quoted, Unspoken, say
from actions.payloads import write
from actions.turn import Turn
from actions.wishes import wish
from catalog import contacts
from catalog.money import Money, Quantity, amount
from catalog.tables import Contact, ProducerGroup
from catalog.words import Words
from orders import payments, phones, service
from orders.dates import IST
from orders.tables import Order, OrderLine, Person, SellerOrder
from orders.tickets import legible


@dataclass(frozen=True)
class Facts:
    """A seller order with all that is told of it."""

    order: Order
    part: SellerOrder
    group: ProducerGroup
    lines: Sequence[OrderLine]
    secured: bool = True  # paid, or sure to be paid at the door

    @property
    def about(self) -> forms.About:
        """What is to be made: after a partial acceptance the part."""
        return self._about([(line, service.promised(line)) for line in self.lines])

    @property
    def wanted(self) -> forms.About:
        """What the buyer asked for."""
        return self._about([(line, line.qty_milli) for line in self.lines])

    @property
    def goods(self) -> Money:
        """What the promised goods cost together."""
        return Money(sum(amount(line.unit_price_paise, service.promised(line)) for line in self.lines))

    def _about(self, amounts: Sequence[tuple[OrderLine, int]]) -> forms.About:
        told = tuple(
            forms.Item(Words.read(line.name), line.unit, milli, wish(line.attrs, Quantity(milli, line.unit)))
            for line, milli in amounts
            if milli
        )
        day = self.part.needed_by.astimezone(IST).date()
        return forms.About(self.part.id, self.part.number, Words.read(self.group.short), told, day)

    @property
    def receiver(self) -> forms.Receiver:
        return forms.Receiver(
            legible(self.order.name, 120),
            legible(self.order.line, 300),
            self.order.pincode,
            phones.shown(self.order.phone),
            wait=None if self.secured else self.order.payment,
        )


async def facts(turn: Turn, part: SellerOrder) -> Facts:
    order = await turn.db.get_one(Order, part.order_id)
    group = await turn.db.get_one(ProducerGroup, part.group_id)
    lines = await service.lines_of(turn.db, part.id)
    return Facts(order, part, group, lines, await payments.secured(turn.db, part))


def asks(part_id: int) -> dict[str, Any]:
    """What a notice about a new order opens in the contact's conversation: her next words answer it."""
    return {"side": "producer", "awaiting": "producer_answer", "about": {"seller_order": part_id}}


def asks_part(part_id: int) -> dict[str, Any]:
    """A plain yes or no of the buyer answers what the group can make."""
    return {
        "side": "buyer",
        "awaiting": "confirm",
        "about": {"yes": write("take_part", part_id), "no": write("refuse_part", part_id)},
    }


async def offer(turn: Turn, part: SellerOrder) -> Unspoken:
    """What a group offered to make of the buyer's order, as a message of her own talk."""
    told = await facts(turn, part)
    return forms.part_offered(told.wanted, told.about.items, told.goods).inside


async def order_placed(turn: Turn, order: Order) -> None:
    """Tells every group of an order what to make, and sets the timers that ask again. A group that nobody
    answers for goes to the office at once."""
    for part in await service.parts_of(turn.db, order.id):
        told = await facts(turn, part)
        if not await _tell(turn, part, "answer", forms.new_order(told.wanted), opens=asks(part.id)):
            await open_ticket(turn, "no_contact", told.part.number, seller_order_id=part.id, person_id=order.person_id)
            continue
        for kind, times in (("remind", 1), ("escalate", 2)):
            at = turn.now + times * turn.shop.answer_within
            turn.later(f"{kind}:{part.id}", kind, at, seller_order=part.id, person_id=order.person_id)


async def moved(turn: Turn, part: SellerOrder, move: str) -> None:
    """Tells the buyer and the group's contacts of a move that has been made; who made it is answered by the
    action that made it, and not told again here."""
    asked = await asking_pay.follow(turn, await turn.db.get_one(Order, part.order_id), part, move)
    told = await facts(turn, part)
    if not (move == "accept" and part.seller_id in asked):  # her bill has said what was agreed
        await _tell_buyer(turn, told, move)
    await _tell_group(turn, told, move)


async def _tell_buyer(turn: Turn, told: Facts, move: str) -> None:
    buyer = told.order.person_id
    match move:
        case "accept":
            turn.tell(buyer, forms.order_accepted(told.about))
        case "offer_part":
            notice = forms.part_offered(told.wanted, told.about.items, told.goods)
            turn.tell(buyer, notice, asks_part(told.part.id))
            _wait_for_buyer(turn, told)
        case "decline":
            turn.tell(buyer, forms.order_declined(told.wanted))
            await open_ticket(turn, "declined", told.part.number, seller_order_id=told.part.id, person_id=buyer)
        case "mark_ready":
            turn.tell(buyer, forms.order_ready(told.about))
        case "dispatch" if told.part.tracking:
            turn.tell(buyer, forms.order_dispatched(told.about, carrier(told.part.carrier), told.part.tracking))
        case "dispatch":
            turn.tell(buyer, forms.order_sent(told.about))
        case "deliver" if turn.person.id != buyer and not await quiet(turn, buyer):
            turn.tell(buyer, forms.order_delivered(told.about))
        case "withdraw" | "cancel" | "refuse_part" if turn.person.id != buyer:
            turn.tell(buyer, forms.order_cancelled(told.wanted))


def _wait_for_buyer(turn: Turn, told: Facts) -> None:
    """A part that was offered does not wait for ever: she is asked once more, then people talk."""
    for kind, times in (("part_remind", 1), ("part_escalate", 2)):
        at = turn.now + times * turn.shop.answer_within
        turn.later(f"{kind}:{told.part.id}", kind, at, seller_order=told.part.id, person_id=told.order.person_id)


async def quiet(turn: Turn, person_id: int) -> bool:
    """Whether she asked not to be written to: she hears only what her own open orders need."""
    return (await turn.db.get_one(Person, person_id)).quiet_since is not None


async def _tell_group(turn: Turn, told: Facts, move: str) -> None:
    part, me = told.part, {turn.person.id}
    match move:
        case "accept":
            send = forms.order_to_send(told.about, told.receiver)
            await _tell_answered(turn, told, move, me | await _tell(turn, part, "see_buyer", send, besides=me))
        case "offer_part" | "decline":
            await _tell_answered(turn, told, move, me)
        case "take_part":
            send = forms.order_to_send(told.about, told.receiver)
            informed = await _tell(turn, part, "see_buyer", send, besides=me)
            await _tell(turn, part, "answer", forms.part_taken(told.about), besides=me | informed)
        case "mark_ready":
            await _tell(turn, part, "see_buyer", forms.order_packed(told.about, told.receiver), besides=me)
        case "refuse_part" | "cancel" | "withdraw":
            await _tell(turn, part, None, forms.order_stopped(told.wanted), besides=me)


async def _tell_answered(turn: Turn, told: Facts, move: str, besides: set[int]) -> None:
    who = await taker(turn, told.part)
    notice = forms.order_answered(told.wanted, who.role if who else contacts.OFFICE, move)
    await _tell(turn, told.part, "answer", notice, besides=besides)


async def taker(turn: Turn, part: SellerOrder) -> Contact | None:
    """The contact who answered for the group, if it was one."""
    return await turn.db.get(Contact, part.taken_by) if part.taken_by else None


async def _tell(
    turn: Turn,
    part: SellerOrder,
    act: contacts.Act | None,
    notice: Notice[Phrase],
    *,
    besides: Collection[int] = (),
    opens: dict[str, Any] | None = None,
) -> set[int]:
    """Tells the group's contacts who may `act`, once each, but none of `besides`; returns all of them."""
    people = {c.person_id for c in await contacts.of_group(turn.db, part.group_id, act) if c.person_id is not None}
    for person in sorted(people - set(besides)):
        turn.tell(person, notice, opens)
    return people


def carrier(name: str | None) -> Phrase:
    """Ways of sending that have a name of their own are shown as written."""
    if name is None or name in ("courier", "bus", "hand", "transport"):
        return say("notice-carrier", carrier=name or "courier")
    return Quoted(name)
