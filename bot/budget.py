"""What the shop's messages cost: each send is booked as it goes out, and a month's bill is read from the book.

A booking is the list price of the day; the messages of a month that are free are taken off the bill, not off a
booking, so that no send has to know how many there were before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.speech import IST
from bot.tables import Identity, SendCost
from catalog import contacts
from orders.tables import Order

PRICES = Path(__file__).parent.parent / "data" / "prices" / "messages.yml"
MICRO = 1_000_000


@dataclass(frozen=True)
class Price:
    """Micro-rupees a message by category, from a day on; `free` of them a month cost nothing."""

    channel: str
    since: date
    free: int
    by_category: dict[str, int]


@dataclass(frozen=True)
class Bill:
    """One month's sends on one channel; amounts in micro-rupees."""

    channel: str
    sends: int
    free_left: int
    listed: int
    billed: int


@lru_cache(maxsize=1)
def prices(file: Path = PRICES) -> tuple[Price, ...]:
    """The dated list, the youngest of each channel first."""
    rows = yaml.safe_load(file.read_text("utf-8"))
    found = [Price(r["channel"], r["from"], int(r["free"]), dict(r["micro_rupees"])) for r in rows]
    return tuple(sorted(found, key=lambda price: price.since, reverse=True))


def price_on(channel: str, day: date) -> Price | None:
    """The price that holds on an Indian day; None for a channel that costs nothing (Rasa's own shell)."""
    return next((price for price in prices() if price.channel == channel and price.since <= day), None)


def category_of(payload: dict[str, Any]) -> str:
    """utility: an approved template; service: a reply inside the window."""
    return "utility" if payload.get("type") == "template" else "service"


async def book(
    db: AsyncSession, outbox_id: int, part: int, identity_id: int, channel: str, category: str, now: datetime
) -> None:
    """Writes one send down, in the commit that marks it as sent. The same part is booked once."""
    known = select(SendCost.id).where(SendCost.outbox_id == outbox_id, SendCost.part == part)
    if await db.scalar(known) is not None:
        return
    price = price_on(channel, now.astimezone(IST).date())
    db.add(
        SendCost(
            outbox_id=outbox_id,
            part=part,
            channel=channel,
            party=await _party(db, identity_id),
            category=category,
            micro_rupees=price.by_category.get(category, 0) if price else 0,
            at=now,
        )
    )
    await db.flush()


async def _party(db: AsyncSession, identity_id: int) -> str:
    """buyer, producer or office: by what the hearer answers for."""
    identity = await db.get_one(Identity, identity_id)
    groups = {contact.group_id for contact in await contacts.of_person(db, identity.person_id)}
    if contacts.OFFICE in groups:
        return "office"
    return "producer" if groups else "buyer"


def month_of(day: date) -> tuple[datetime, datetime]:
    """The first moment of an Indian month and of the next."""
    first = datetime(day.year, day.month, 1, tzinfo=IST)
    following = (first + timedelta(days=32)).replace(day=1)
    return first, following


async def bills(db: AsyncSession, day: date) -> list[Bill]:
    """The month of `day`, a bill a channel: the free messages are the cheapest to take off first, so the dearest go
    free last and the bill is never told too low."""
    begin, end = month_of(day)
    rows = await db.execute(
        select(SendCost.channel, SendCost.micro_rupees, func.count())
        .where(SendCost.at >= begin, SendCost.at < end)
        .group_by(SendCost.channel, SendCost.micro_rupees)
        .order_by(SendCost.channel, SendCost.micro_rupees)
    )
    by_channel: dict[str, list[tuple[int, int]]] = {}
    for channel, price, count in rows:
        by_channel.setdefault(channel, []).append((int(price), int(count)))
    return [_bill(channel, sums, day) for channel, sums in by_channel.items()]


def _bill(channel: str, sums: Sequence[tuple[int, int]], day: date) -> Bill:
    price = price_on(channel, day)
    left = free = price.free if price else 0
    listed = billed = 0
    for micro, count in sums:
        listed += micro * count
        taken = min(left, count) if micro else 0
        left -= taken
        billed += micro * (count - taken)
    return Bill(channel, sum(count for _, count in sums), left if free else 0, listed, billed)


async def by_party(db: AsyncSession, day: date) -> list[dict[str, Any]]:
    """The month's sends by party, channel and category."""
    begin, end = month_of(day)
    rows = await db.execute(
        select(SendCost.party, SendCost.channel, SendCost.category, func.count(), func.sum(SendCost.micro_rupees))
        .where(SendCost.at >= begin, SendCost.at < end)
        .group_by(SendCost.party, SendCost.channel, SendCost.category)
        .order_by(SendCost.party, SendCost.channel, SendCost.category)
    )
    return [
        {"party": party, "channel": channel, "category": category, "sends": int(count), "rupees": rupees(int(sum_))}
        for party, channel, category, count, sum_ in rows
    ]


async def per_order(db: AsyncSession, day: date) -> dict[str, Any]:
    """How many sends and how much money an order of the month cost; nothing is divided by no orders."""
    begin, end = month_of(day)
    placed = select(func.count(Order.id)).where(Order.placed_at >= begin, Order.placed_at < end)
    orders = int(await db.scalar(placed) or 0)
    found = await bills(db, day)
    sends, billed = sum(bill.sends for bill in found), sum(bill.billed for bill in found)
    return {
        "orders": orders,
        "sends": sends,
        "sends_per_order": round(sends / orders, 2) if orders else None,
        "billed": rupees(billed),
        "billed_per_order": rupees(billed // orders) if orders else None,
    }


def forecast(bill: Bill, now: datetime) -> int:
    """Micro-rupees the channel's month will cost if it goes on as it did until `now`, free messages counted once."""
    begin, end = month_of(now.astimezone(IST).date())
    gone = (now - begin) / (end - begin)
    if not bill.sends or gone <= 0:
        return 0
    price = price_on(bill.channel, now.astimezone(IST).date())
    mean = bill.listed / bill.sends
    return round(mean * max(0.0, bill.sends / gone - (price.free if price else 0)))


def rupees(micro: int) -> str:
    """Micro-rupees as rupees with four decimals."""
    return f"{micro / MICRO:.4f}"
