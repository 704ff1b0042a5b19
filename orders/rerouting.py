"""Who else could make what a group cannot: named to the office, which asks before it promises anything."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from catalog import service
from catalog.tables import Offer, ProducerGroup, Product
from orders import book, terms
from orders.tables import OrderLine, SellerOrder


async def other_groups(db: AsyncSession, part: SellerOrder, now: datetime, demo_sells: bool) -> list[ProducerGroup]:
    """Groups that offer every line of `part`, may sell it where it goes and have not too little of it; by the offers'
    rank."""
    able: dict[str, ProducerGroup] | None = None
    today = await terms.read(db, now, demo_sells)
    for line in await book.lines_of(db, part.id):
        product = await db.get_one(Product, line.sku)
        here = {
            group.id: group
            for offer, group in await service.makers(db, line.sku)
            if group.id != part.group_id
            and today.bar(product, group, part.place_of_supply) is None
            and _can(product, offer, line, now, demo_sells)
        }
        able = here if able is None else {group: row for group, row in able.items() if group in here}
    return list((able or {}).values())


def _can(product: Product, offer: Offer, line: OrderLine, now: datetime, demo_sells: bool) -> bool:
    if service.sellable(product, [offer], demo_sells, now):
        return False
    if product.mode == "made_to_order" or offer.on_hand_milli is None:
        return True
    return offer.on_hand_milli - offer.reserved_milli >= line.qty_milli
