"""What is kept about a person, correcting it, and erasing it. Services flush, never commit.

Of an order only what tax law asks for outlives an erasure (CGST Act, section 36: six years): goods, HSN, amounts, state
of supply and days, under a person's number that leads to nobody. The door erases the chats (`bot.forgetting`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.draft_tables import ProductDraft
from catalog.tables import JoinGuess
from orders import book, bookings, phones
from orders.booking_tables import Booking, Worker
from orders.document_tables import IssuedDocument
from orders.lifecycle import SETTLED
from orders.money_tables import Payment, Refund
from orders.pickup_tables import PickupCode, PickupGuess
from orders.rating_tables import Rating
from orders.tables import Address, CartLine, JournalEntry, LinkCode, Order, OrderLine, Person, SellerOrder, Ticket

_TELLING, _QUOTED = 8, 60  # letters of a ticket by which its words are found where others were told of it
ERASED = ""  # where a column wants words and none are left


@dataclass(frozen=True)
class Traces:
    """By what a person is found in other people's messages after her own rows are erased. Never stored."""

    person_id: int
    numbers: tuple[str, ...]  # of her orders: these are nobody's data
    words: tuple[str, ...]  # her phone numbers, addresses and questions, as they were written to others


def masked_phone(e164: str) -> str:
    """Its last four digits: enough to know it again, nothing for who looks over her shoulder."""
    return f"••••••{e164[-4:]}" if len(e164) >= 6 else "••••"


def masked_line(line: str) -> str:
    """The first word of an address."""
    return f"{line.split()[0][:12]} …" if line.split() else "…"


async def unfinished(db: AsyncSession, person_id: int) -> list[str]:
    """Numbers of her orders that somebody still works on, or whose money is on its way: they need her name and address,
    so nothing is erased before they are done."""
    numbers: list[str] = []
    for order in await book.orders_of(db, person_id, 1000):
        states = {part.state for part in await book.parts_of(db, order.id)}
        claimed = Payment.claimed_at.is_not(None) & (Payment.state == "due")
        money = select(Payment.id).where(Payment.order_id == order.id)
        back = select(Refund.id).where(Refund.payment_id.in_(money), Refund.state.in_(("requested", "sent", "failed")))
        if states - SETTLED or await db.scalar(money.where(claimed)) or await db.scalar(back):
            numbers.append(order.number)
    return numbers + [one.number for one in await bookings.of_person(db, person_id) if one.state != "nobody"]


async def forget_saved(db: AsyncSession, person: Person) -> None:
    """What is kept for the next order: her name and addresses."""
    await db.execute(delete(Address).where(Address.person_id == person.id))
    person.name = None
    await db.flush()


async def erase(db: AsyncSession, person: Person, now: datetime) -> Traces:
    """Erases all that says who she is and what she wrote. The caller has made sure that nothing is unfinished."""
    me = person.id
    await db.execute(delete(CartLine).where(CartLine.person_id == me))
    held = select(Order).where(Order.person_id == me).order_by(Order.id).with_for_update(key_share=True)
    orders = list(await db.scalars(held))
    saved = list(await db.scalars(select(Address).where(Address.person_id == me)))
    asked = await db.scalars(select(Ticket.text).where(Ticket.person_id == me))
    words = (*_words([*orders, *saved]), *(text[:_QUOTED] for text in asked if len(text) >= _TELLING))
    traces = Traces(me, tuple(order.number for order in orders), words)
    await forget_saved(db, person)
    await db.execute(delete(LinkCode).where(LinkCode.person_id == me))
    await db.execute(delete(JoinGuess).where(JoinGuess.person_id == me))
    await db.execute(delete(PickupGuess).where(PickupGuess.person_id == me))
    for order in orders:
        order.name = order.line = order.pincode = order.phone = ERASED
        order.district = None  # the state stays: it decided the tax
        order.cause = f"erased:{order.id}"  # a platform's message id may hold her number
    await db.flush()
    await _erase_work(db, me)
    await _erase_parts(db, me, [order.id for order in orders], now)
    person.quiet_since = None
    return traces


async def _erase_work(db: AsyncSession, person_id: int) -> None:
    """Who she was as a worker, and where she called one: only what was done, and when, is left."""
    gone = {"name": ERASED, "phone": ERASED, "pincode": ERASED, "district": None}
    await db.execute(update(Worker).where(Worker.person_id == person_id).values(**gone, state="refused"))
    mine = Booking.person_id == person_id
    waits = update(Booking).where(mine, Booking.state == "nobody")
    await db.execute(waits.values(state="cancelled"))
    await db.execute(update(Booking).where(mine).values(**gone, line=ERASED, cause="erased:" + Booking.number))
    dropped = update(ProductDraft).where(ProductDraft.person_id == person_id, ProductDraft.state == "open")
    await db.execute(dropped.values(state="dropped"))


async def _erase_parts(db: AsyncSession, person_id: int, order_ids: Sequence[int], now: datetime) -> None:
    parts = select(SellerOrder.id).where(SellerOrder.order_id.in_(order_ids))
    await db.execute(delete(PickupCode).where(PickupCode.seller_order_id.in_(parts)))
    await db.execute(update(SellerOrder).where(SellerOrder.id.in_(parts)).values(tracking=None, match_reason=ERASED))
    await db.execute(update(OrderLine).where(OrderLine.seller_order_id.in_(parts)).values(attrs={}))
    for paper in await db.scalars(select(IssuedDocument).where(IssuedDocument.seller_order_id.in_(parts))):
        # Goods, amounts, tax and the state stay; an invoice to an unregistered buyer needs no name (CGST rule 46(e)).
        buyer = paper.data["buyer"]
        paper.data = {
            **paper.data,
            "buyer": {**buyer, "name": ERASED, "line": ERASED, "pincode": ERASED, "district": None},
        }
    said = JournalEntry.actor != "timer"  # a clock's reason is nobody's words
    await db.execute(update(JournalEntry).where(JournalEntry.seller_order_id.in_(parts), said).values(why=None))
    hers = or_(Ticket.person_id == person_id, Ticket.seller_order_id.in_(parts))
    await db.execute(update(Ticket).where(hers, Ticket.state == "open").values(answered_at=now))
    await db.execute(update(Ticket).where(hers, Ticket.state != "closed").values(state="closed", closed_at=now))
    await db.execute(update(Ticket).where(hers).values(text=ERASED, last_turns=[], answer=None))
    await db.execute(update(Rating).where(Rating.seller_order_id.in_(parts)).values(words=None, let_through=False))


def _words(rows: Sequence[Order | Address]) -> tuple[str, ...]:
    found: set[str] = set()
    for row in rows:
        found |= {row.line}
        if row.phone:
            found |= {row.phone.removeprefix("+91"), phones.shown(row.phone)}
    return tuple(sorted(word for word in found if len(word) >= 8))


async def mend(db: AsyncSession, person: Person, what: str, value: str) -> bool:
    """Corrects her `name`, `phone` (E.164) or address `line` where it is kept for the next order; False when nothing of
    the kind is kept. A line is corrected where she last had a parcel sent."""
    if what == "name" and person.name is not None:
        person.name = value
    saved = await book.addresses_of(db, person.id)
    chosen = saved[:1] if what == "line" else saved
    for one in chosen:
        setattr(one, what, value)
    await db.flush()
    return bool(chosen) or (what == "name" and person.name is not None)
