"""The groups that could make a line, with all that decides between them, read from the database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog import holidays
from catalog.holidays import Days
from catalog.tables import Offer, ProducerGroup, Product
from orders import delivery
from orders.dates import indian_day
from orders.delivery import TOO_FAR, Way
from orders.matching import Candidate, Place, circle
from orders.tables import SellerOrder
from orders.terms import Terms

NOT_THERE = "not-there"
OPEN = ("placed", "part_offered", "accepted", "ready")  # still to be made or sent

Makers = Sequence[tuple[Offer, ProducerGroup]]


@dataclass(frozen=True)
class Work:
    """What a group has to do: its open seller orders, the last one it was given (their ids grow), and the days from
    today on when it does not work."""

    load: int = 0
    served: int = 0
    closed: Days = frozenset()
    shut: bool = False  # today


async def makers(db: AsyncSession, sku: str) -> list[tuple[Offer, ProducerGroup]]:
    """Every offer of a product, withdrawn ones too, as the database has them now."""
    rows = await db.execute(
        select(Offer, ProducerGroup)
        .join(ProducerGroup, ProducerGroup.id == Offer.group_id)
        .where(Offer.sku == sku)
        .order_by(Offer.rank, Offer.group_id)
        .execution_options(populate_existing=True)
    )
    return [(offer, group) for offer, group in rows]


async def work(db: AsyncSession, groups: Iterable[str], now: datetime) -> dict[str, Work]:
    """For each of `groups`."""
    wanted = sorted(set(groups))
    last = select(SellerOrder.group_id, func.max(SellerOrder.id)).where(SellerOrder.group_id.in_(wanted))
    busy = select(SellerOrder.group_id, func.count()).where(
        SellerOrder.group_id.in_(wanted), SellerOrder.state.in_(OPEN)
    )
    load = {row[0]: row[1] for row in await db.execute(busy.group_by(SellerOrder.group_id))}
    served = {row[0]: row[1] for row in await db.execute(last.group_by(SellerOrder.group_id))}
    today = indian_day(now)
    away = await holidays.closed(db, wanted, today)
    days = {group: away.get(group, frozenset()) for group in wanted}
    return {g: Work(load.get(g, 0), served.get(g, 0), days[g], today in days[g]) for g in wanted}


def candidate(
    offer: Offer, group: ProducerGroup, buyer: Place, doing: Mapping[str, Work], bar: str | None = None
) -> Candidate:
    """`bar`: why its seller may not sell it to this buyer."""
    theirs = doing.get(group.id, Work())
    return Candidate(
        offer_id=offer.id,
        group_id=group.id,
        rank=offer.rank,
        active=offer.active and group.active,
        state=group.state,
        free_milli=None if offer.on_hand_milli is None else offer.on_hand_milli - offer.reserved_milli,
        lead_days=offer.lead_days,
        bar=bar,
        circle=circle(_place(group), buyer),
        load=theirs.load,
        served=theirs.served,
        closed=theirs.closed,
        shut=theirs.shut,
    )


def way(term: str, group: ProducerGroup, buyer: Place, demo_sells: bool) -> Way | Literal["too-far"] | None:
    """How goods of this catalogue term travel from the group to her; None while her state is not known, or nobody has
    said. To an outlet where she fetches them they travel at the seller's cost."""
    if not buyer.state:
        return None
    found = delivery.tariffs().way(term, (group.id, group.seller_id), circle(_place(group), buyer), demo_sells)
    if buyer.fetched is None:
        return found
    return replace(found, paise=0) if isinstance(found, Way) else Way(0, None, None)


def bar(today: Terms, product: Product, group: ProducerGroup, buyer: Place) -> str | None:
    """Why the group's goods may not go to her: what `Terms.bar` says, that they are not sent so far, or not handed over
    at the outlet she has chosen."""
    forbidden = today.bar(product, group, buyer.state)
    if forbidden is None and buyer.fetched is not None and group.seller_id not in buyer.fetched:
        return NOT_THERE
    if forbidden is None and way(product.term, group, buyer, today.demo_sells) == TOO_FAR:
        return TOO_FAR
    return forbidden


def _place(group: ProducerGroup) -> Place:
    return Place(group.pincode, group.district, group.state)
