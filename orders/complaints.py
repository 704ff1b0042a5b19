"""Complaints: what is asked about them, by when the law wants them answered and settled, and how often they were.

Consumer Protection (E-Commerce) Rules 2020, rule 4(5): a complaint is acknowledged within forty-eight hours and settled
within one month from the day it was received. The ticket's number acknowledges it at once; what is counted here is the
stricter thing, an answer by a person. Services flush, never commit.
"""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from orders.dates import IST
from orders.tables import Order, OrderLine, SellerOrder, Ticket
from orders.tickets import legible

REASONS = ("broken", "wrong", "missing", "quality", "late", "other")
WISHES = ("money", "another", "repair", "say")
WANTS_RETURN = frozenset({"money", "another"})
ANSWER_WITHIN = timedelta(hours=48)
ALARM_UNANSWERED = timedelta(hours=40)
ALARM_OPEN = timedelta(days=25)
STILL_TOLD = timedelta(hours=1)  # words that come meanwhile belong to the complaint that is being told


def month_after(at: datetime) -> datetime:
    """The same hour of the next month's same day in India, or of its last day when it has no such day."""
    day = at.astimezone(IST)
    year, month = day.year + day.month // 12, day.month % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return day.replace(year=year, month=month, day=min(day.day, last)).astimezone(at.tzinfo)


@dataclass(frozen=True)
class Kept:
    """How often a term was kept, of the complaints for which that is already decided."""

    in_time: int
    decided: int

    @property
    def percent(self) -> int | None:
        return 100 * self.in_time // self.decided if self.decided else None


def kept(terms: Sequence[tuple[datetime, datetime | None]], now: datetime) -> Kept:
    """`terms`: by when each was due, and when it was done. What still has time is not counted."""
    in_time = sum(done is not None and done <= due for due, done in terms)
    return Kept(in_time, in_time + sum(not (done and done <= due) and due < now for due, done in terms))


async def all_of(db: AsyncSession) -> Sequence[Ticket]:
    return (await db.scalars(select(Ticket).where(Ticket.kind == "complaint").order_by(Ticket.id))).all()


def answered(complaints: Sequence[Ticket], now: datetime) -> Kept:
    return kept([(one.opened_at + ANSWER_WITHIN, one.answered_at) for one in complaints], now)


def settled(complaints: Sequence[Ticket], now: datetime) -> Kept:
    return kept([(month_after(one.opened_at), one.closed_at) for one in complaints], now)


async def of_person(db: AsyncSession, person_id: int, limit: int = 5) -> Sequence[Ticket]:
    """Her complaints, the newest first."""
    hers = select(Ticket).where(Ticket.kind == "complaint", Ticket.person_id == person_id)
    return (await db.scalars(hers.order_by(Ticket.id.desc()).limit(limit))).all()


async def being_told(db: AsyncSession, person_id: int, now: datetime) -> Ticket | None:
    """The complaint she has not said everything about yet."""
    for last in await of_person(db, person_id, 1):
        if last.state == "open" and last.wish is None and last.opened_at > now - STILL_TOLD:
            return last
    return None


def say_more(ticket: Ticket, words: str) -> None:
    ticket.text = legible(f"{ticket.text} / {words}" if words and words not in ticket.text else ticket.text)


async def line_of_hers(db: AsyncSession, person_id: int, line_id: int) -> OrderLine | None:
    """A line of one of her own orders; any other one is not there for her."""
    hers = select(OrderLine).join(SellerOrder, SellerOrder.id == OrderLine.seller_order_id)
    hers = hers.join(Order, Order.id == SellerOrder.order_id)
    line: OrderLine | None = await db.scalar(hers.where(OrderLine.id == line_id, Order.person_id == person_id))
    return line


async def stands_against(db: AsyncSession, seller_order_id: int) -> bool:
    """Whether somebody has complained about this part and it is not settled."""
    open_one = select(Ticket.id).where(Ticket.kind == "complaint", Ticket.seller_order_id == seller_order_id)
    return await db.scalar(open_one.where(Ticket.state != "closed").limit(1)) is not None
