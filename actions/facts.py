"""What there is to tell of a seller order, and whom of its group to tell it to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from actions import notice_forms as forms
from actions.fetch_notices import where
from actions.messages import Notice, Phrase, Watch
from actions.payloads import write
from actions.turn import Turn
from actions.wishes import wish
from catalog import contacts
from catalog.money import Money, Quantity, amount
from catalog.outlet_tables import Outlet
from catalog.tables import Contact, ProducerGroup
from catalog.words import Words
from orders import book, clocks, payments, phones, service
from orders.dates import IST
from orders.reaching import WATCHED
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
    outlet: Outlet | None = None  # where she fetches it

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
            fetched=where(self.outlet) if self.outlet else None,
        )


async def facts(turn: Turn, part: SellerOrder) -> Facts:
    order = await turn.db.get_one(Order, part.order_id)
    group = await turn.db.get_one(ProducerGroup, part.group_id)
    lines = await service.lines_of(turn.db, part.id)
    outlet = await turn.db.get(Outlet, part.outlet_id) if part.outlet_id else None
    return Facts(order, part, group, lines, await payments.secured(turn.db, part), outlet)


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


def asks_other(part_id: int, group_id: str) -> dict[str, Any]:
    """A plain yes or no of the buyer answers whether another seller's group may make it."""
    return {
        "side": "buyer",
        "awaiting": "confirm",
        "about": {"yes": write("other_yes", part_id, group_id), "no": write("other_no", part_id)},
    }


def mover(turn: Turn) -> int | None:
    """Who makes a move and is answered for it, so that she is not told of it too; None when the shop acts by itself
    (a timer's turn is in the name of the buyer, but she knows of nothing)."""
    return None if turn.heard.kind == "timer" else turn.person.id


async def quiet(turn: Turn, person_id: int) -> bool:
    """Whether she asked not to be written to: she hears only what her own open orders need."""
    return (await turn.db.get_one(Person, person_id)).quiet_since is not None


async def taker(turn: Turn, part: SellerOrder) -> Contact | None:
    """The contact who answered for the group, if it was one."""
    return await turn.db.get(Contact, part.taken_by) if part.taken_by else None


async def tell_group(
    turn: Turn,
    part: SellerOrder,
    act: contacts.Act | None,
    notice: Notice[Phrase],
    *,
    besides: Collection[int] = (),
    opens: dict[str, Any] | None = None,
) -> set[int]:
    """Tells the group's contacts who may `act`, once each, but none of `besides`; returns all of them."""
    able = {c.person_id: c for c in await contacts.of_group(turn.db, part.group_id, act) if c.person_id is not None}
    for person in sorted(set(able) - set(besides)):
        must = Watch(part.id, able[person].id, notice.template) if notice.template in WATCHED else None
        turn.tell(person, notice, opens, must)
    return set(able)


async def set_clock(turn: Turn, part: SellerOrder, *kinds: str) -> None:
    """Sets steps of orders.clocks; whatever moves the part first makes them fall silent."""
    moves = await book.moves_so_far(turn.db, part.id)
    buyer = (await turn.db.get_one(Order, part.order_id)).person_id
    for kind in kinds:
        at = clocks.due(kind, turn.now, turn.shop.answer_within, part.needed_by, turn.shop.awake)
        turn.later(f"{kind}:{part.id}:{moves}", kind, at, seller_order=part.id, person_id=buyer, moves=moves)
