"""One part of an order becomes two: what a group can make stays with it, the rest goes to another one."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from catalog.money import amount
from orders import payments, stock
from orders.book import lines_of, parts_of, promised
from orders.delivery import expected
from orders.moving import Route, agreed_tax, journal, move, sum_again, taxed
from orders.tables import Order, OrderLine, SellerOrder


def rest(lines: Sequence[OrderLine]) -> dict[int, int]:
    """What a group that offered a part leaves open (order line id → milli)."""
    return {line.id: line.qty_milli - promised(line) for line in lines if promised(line) < line.qty_milli}


async def split(db: AsyncSession, part: SellerOrder, route: Route, actor: str, now: datetime) -> SellerOrder:
    """The buyer takes the offered part and has the rest made by `route`: a seller order of its own, which its group is
    asked to accept like any other. Returns it. Raises like `orders.moving.move`, with nothing written."""
    async with db.begin_nested():
        return await _split(db, part, route, actor, now)


async def _split(db: AsyncSession, part: SellerOrder, route: Route, actor: str, now: datetime) -> SellerOrder:
    lines = await lines_of(db, part.id)
    left = rest(lines)
    order = await db.get_one(Order, part.order_id)
    more = [_rest(line, left[line.id], route) for line in lines if line.id in left]
    await move(db, part.id, "split", actor, now, route.reason)
    await stock.reserve(db, stock.by_offer(route.offers.values()))
    new = SellerOrder(
        order_id=order.id,
        group_id=route.group_id,
        number=f"{order.number}-{len(await parts_of(db, order.id)) + 1}",
        state="placed",
        needed_by=route.needed_by,
        match_reason=route.reason[:200],
        changed_at=now,
        seller_id=route.seller_id,
        place_of_supply=part.place_of_supply,
        delivery=part.delivery,
        outlet_id=part.outlet_id,
        **expected(route.way, route.needed_by),
        goods_paise=sum(line.amount_paise for line in more),
    )
    db.add(new)
    await db.flush()
    for line in more:
        line.seller_order_id = new.id
    db.add_all(more)
    journal(db, new.id, "place", None, "placed", actor, now, route.reason, new.group_id)
    await db.flush()
    await sum_again(db, order)
    await payments.follow(db, order, new, "place", now)
    return new


def _rest(line: OrderLine, milli: int, route: Route) -> OrderLine:
    """The rest of a line in the new part, at the price that was agreed."""
    offer_id, held = route.offers[line.id]
    paise = amount(line.unit_price_paise, milli)
    new = OrderLine(
        sku=line.sku,
        offer_id=offer_id,
        name=line.name,
        unit=line.unit,
        qty_milli=milli,
        reserved_milli=held,
        unit_price_paise=line.unit_price_paise,
        attrs=line.attrs,
    )
    taxed(new, paise, route.taxes.get(line.id) or agreed_tax(line, paise))
    return new
