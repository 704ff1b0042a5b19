"""Ratings of seller orders, and what they say of a product together. Services flush; the caller commits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.leaks import tells_of_a_prisoner
from orders.rating_tables import Rating
from orders.tables import Order, OrderLine, SellerOrder
from orders.tickets import GivesAway, legible

STARS = (1, 2, 3, 4, 5)  # in this order: the number she writes instead of tapping is then the number she means
SHOWN_FROM = 5  # buyers: fewer say little, and one of them might be recognised
WORDS_LIMIT = 500


@dataclass(frozen=True)
class Shown:
    """`tenths`: 46 is 4.6."""

    tenths: int
    buyers: int


def together(given: Sequence[tuple[int, int]]) -> Shown | None:
    """(buyer, stars) of a product as it is shown; None while too few have said something. Each buyer counts once, with
    the mean of what she gave, so that nobody lifts or lowers a product by many orders."""
    by_buyer: dict[int, list[int]] = {}
    for buyer, stars in given:
        by_buyer.setdefault(buyer, []).append(stars)
    if len(by_buyer) < SHOWN_FROM:
        return None
    means = [sum(stars) / len(stars) for stars in by_buyer.values()]
    return Shown(int(10 * sum(means) / len(means) + 0.5), len(means))


async def of_product(db: AsyncSession, sku: str) -> Shown | None:
    given = (
        select(Order.person_id, Rating.stars)
        .join(SellerOrder, SellerOrder.id == Rating.seller_order_id)
        .join(Order, Order.id == SellerOrder.order_id)
        .where(SellerOrder.id.in_(select(OrderLine.seller_order_id).where(OrderLine.sku == sku)))
    )
    return together([(buyer, stars) for buyer, stars in await db.execute(given)])


async def of_order(db: AsyncSession, seller_order_id: int) -> Rating | None:
    return await db.scalar(select(Rating).where(Rating.seller_order_id == seller_order_id))


async def give(db: AsyncSession, person_id: int, seller_order_id: int, stars: int, now: datetime) -> bool:
    """False when it is rated already. Raises LookupError for what is not hers or has not reached her, ValueError for
    other stars than 1 to 5."""
    if stars not in STARS:
        raise ValueError(f"{stars} stars")
    part = await delivered_to(db, person_id, seller_order_id)
    if part is None:
        raise LookupError(seller_order_id)
    if await of_order(db, part.id) is not None:
        return False
    db.add(Rating(seller_order_id=part.id, stars=stars, words=None, at=now))
    await db.flush()
    return True


async def say(db: AsyncSession, person_id: int, seller_order_id: int, words: str) -> None:
    """Her words to a rating of hers, kept for the office. Raises LookupError without one, GivesAway for words that
    tell of a prisoner or a victim."""
    part = await delivered_to(db, person_id, seller_order_id)
    rating = await of_order(db, part.id) if part is not None else None
    if rating is None:
        raise LookupError(seller_order_id)
    if tells_of_a_prisoner(words):
        raise GivesAway("a rating tells of no prisoner and no victim")
    rating.words, rating.let_through = legible(words, WORDS_LIMIT) or None, False
    await db.flush()


async def delivered_to(db: AsyncSession, person_id: int, seller_order_id: int) -> SellerOrder | None:
    part = await db.get(SellerOrder, seller_order_id)
    order = await db.get(Order, part.order_id) if part is not None else None
    hers = part is not None and order is not None and order.person_id == person_id and part.state == "delivered"
    return part if hers else None


async def unrated(db: AsyncSession, person_id: int) -> SellerOrder | None:
    """The last of her orders that reached her and that she has not rated."""
    found = (
        select(SellerOrder)
        .join(Order, Order.id == SellerOrder.order_id)
        .where(Order.person_id == person_id, SellerOrder.state == "delivered")
        .where(SellerOrder.id.not_in(select(Rating.seller_order_id)))
    )
    part: SellerOrder | None = await db.scalar(found.order_by(SellerOrder.id.desc()).limit(1))
    return part


async def with_words(db: AsyncSession) -> Sequence[tuple[Rating, SellerOrder]]:
    found = select(Rating, SellerOrder).join(SellerOrder, SellerOrder.id == Rating.seller_order_id)
    return [(rating, part) for rating, part in await db.execute(found.order_by(Rating.id.desc()))]
