"""Who else could make what a group cannot, and what is needed to hand it over (`orders.moving` does it, under lock)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog import service
from catalog.outlet_tables import Outlet
from catalog.tables import ProducerGroup, Product
from orders import book, candidates, delivery, matching, outlets, pincodes, refunds, terms
from orders.dates import needed_by
from orders.matching import Candidate, Place
from orders.moving import Route, move
from orders.tables import JournalEntry, Order, OrderLine, SellerOrder
from orders.tax import LineTax
from orders.terms import Terms


async def routes(
    db: AsyncSession,
    part: SellerOrder,
    now: datetime,
    demo_sells: bool,
    wanted: Mapping[int, int] | None = None,
) -> list[Route]:
    """Every group that could take all lines of `part` over and may sell them where they go, as `orders.matching` ranks
    them. Who was asked before for these goods is not asked again.

    `wanted` (order line id → milli): only so much of these lines is sought. Who has enough is as the shelves stand
    now; `move` holds them and says so when somebody was quicker."""
    lines = [line for line in await book.lines_of(db, part.id) if wanted is None or wanted.get(line.id)]
    amounts = {line.id: line.qty_milli if wanted is None else wanted[line.id] for line in lines}
    if not lines:
        return []
    asked = await _asked_before(db, part, lines)
    bound = await refunds.bound_to_seller(db, part)
    today = await terms.read(db, now, demo_sells)
    buyer = await _place(db, part, today)
    found: dict[str, list[_Able]] = {}
    for line in lines:
        for able in await _able(db, line, amounts[line.id], buyer, now, today):
            group = able.group
            if group.id not in asked and not (bound and group.seller_id != part.seller_id):
                found.setdefault(group.id, []).append(able)
    whole = [ables for ables in found.values() if len(ables) == len(lines)]
    ranked = _ranked(whole, amounts[lines[0].id], buyer)
    return [_route(part, ables, reason, now, today, buyer) for ables, reason in ranked]


def same_seller(part: SellerOrder, found: Sequence[Route]) -> Route | None:
    """The first route that changes nothing of the bargain but the workshop; another seller is the buyer's to choose."""
    return next((route for route in found if route.seller_id == part.seller_id), None)


@dataclass(frozen=True)
class _Able:
    """One line at one group that can make it."""

    line: OrderLine
    product: Product
    group: ProducerGroup
    fact: Candidate
    milli: int

    @property
    def held(self) -> int:
        made = self.product.mode == "made_to_order" or self.fact.free_milli is None
        return 0 if made else self.milli

    def needed_by(self, now: datetime) -> datetime:
        days = self.fact.lead_days if self.product.mode == "made_to_order" else None
        return needed_by(now, days, self.fact.closed)


async def _able(
    db: AsyncSession, line: OrderLine, milli: int, buyer: Place, now: datetime, today: Terms
) -> list[_Able]:
    product = await db.get_one(Product, line.sku)
    makers = service.believed(await candidates.makers(db, line.sku), today.demo_sells)
    doing = await candidates.work(db, [group.id for _, group in makers], now)
    able = []
    for offer, group in makers:
        bar = candidates.bar(today, product, group, buyer)
        fact = candidates.candidate(offer, group, buyer, doing, bar)
        if matching.able(product.mode, milli, fact) and not today.hindrances(product, [(offer, group)], now):
            able.append(_Able(line, product, group, fact, milli))
    return able


def _ranked(whole: Sequence[Sequence[_Able]], milli: int, buyer: Place) -> list[tuple[Sequence[_Able], str]]:
    """By the first line: a group that makes all of them is chosen as for that one."""
    left = {ables[0].group.id: ables for ables in whole}
    ranked = []
    while left:
        first = next(iter(left.values()))[0]
        choice = matching.choose(first.product.mode, milli, [ables[0].fact for ables in left.values()], buyer.state)
        assert choice is not None
        ranked.append((left.pop(choice.candidate.group_id), choice.reason))
    return ranked


def _route(part: SellerOrder, ables: Sequence[_Able], reason: str, now: datetime, today: Terms, buyer: Place) -> Route:
    group, seller = ables[0].group, today.seller(ables[0].group)
    offers = {able.line.id: (able.fact.offer_id, able.held) for able in ables}
    taxes: dict[int, LineTax] = {}
    if group.seller_id != part.seller_id:
        for able in ables:
            price = able.line.unit_price_paise
            taxes[able.line.id] = today.line_tax(able.product, seller, price, able.milli, part.place_of_supply)
    ways = [candidates.way(able.product.term, group, buyer, today.demo_sells) for able in ables]
    way = delivery.together(None if way == delivery.TOO_FAR else way for way in ways)
    return Route(group.id, group.seller_id, max(able.needed_by(now) for able in ables), reason, offers, taxes, way)


async def take_over(
    db: AsyncSession, part: SellerOrder, route: Route, actor: str, now: datetime, why: str
) -> SellerOrder:
    """The declined part is the other group's from now on. Raises like `orders.moving.move`, with nothing written."""
    async with db.begin_nested():
        return await move(db, part.id, "reroute", actor, now, f"{why}: {route.reason}", route=route)


async def _asked_before(db: AsyncSession, part: SellerOrder, lines: Sequence[OrderLine]) -> set[str]:
    """Groups that have had any of these goods of this order."""
    had = (
        select(JournalEntry.group_id)
        .join(SellerOrder, SellerOrder.id == JournalEntry.seller_order_id)
        .join(OrderLine, OrderLine.seller_order_id == SellerOrder.id)
        .where(SellerOrder.order_id == part.order_id, OrderLine.sku.in_({line.sku for line in lines}))
    )
    return {part.group_id, *(group for group in await db.scalars(had) if group is not None)}


async def _place(db: AsyncSession, part: SellerOrder, today: Terms) -> Place:
    outlet = await db.get(Outlet, part.outlet_id) if part.outlet_id else None
    if outlet is not None:
        return outlets.place(outlet, today.sellers.values())
    order = await db.get_one(Order, part.order_id)
    areas = pincodes.areas(order.pincode)
    district = order.district or (areas[0].district if len(areas) == 1 else None)
    return Place(order.pincode, district, part.place_of_supply or order.state or "")  # "": only who may sell anywhere
