"""The cart of a person: what she wants, and the same as it can be sold just now. Services flush, never commit."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.money import Quantity
from catalog.product import DEMO, price_mark
from catalog.service import believed
from catalog.tables import Offer, ProducerGroup, Product
from catalog.words import Words
from orders import portions, terms
from orders.dates import needed_by
from orders.matching import Candidate, choose
from orders.quantities import check
from orders.tables import CartLine
from orders.terms import Terms
from orders.totals import Cart, Item, Part, Refused

Attrs = Mapping[str, Any]  # what was said about it: colour, size …
KEPT = timedelta(days=7)  # a cart nobody has touched for longer is empty


async def lines(db: AsyncSession, person_id: int, now: datetime) -> list[CartLine]:
    """The lines in the order in which they came, locked for this transaction; an old cart is thrown away."""
    found = list(
        await db.scalars(
            select(CartLine)
            .where(CartLine.person_id == person_id)
            .order_by(CartLine.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
    )
    if found and max(line.changed_at for line in found) < now - KEPT:
        await clear(db, person_id)
        return []
    return found


async def put(
    db: AsyncSession,
    person_id: int,
    product: Product,
    qty_milli: int,
    now: datetime,
    attrs: Attrs | None = None,
) -> CartLine:
    """Sets the amount of a product, new or already in the cart. Raises NotSoldSo or TooMuch (orders.quantities)."""
    check(qty_milli, product.step_milli)
    line = await _line(db, person_id, product.sku, now)
    if line is None:
        line = CartLine(
            person_id=person_id,
            sku=product.sku,
            qty_milli=qty_milli,
            attrs=portions.merged({}, attrs or {}, qty_milli),
            changed_at=now,
        )
        db.add(line)
    else:
        line.qty_milli, line.changed_at = qty_milli, now
        line.attrs = portions.merged(line.attrs, attrs or {}, qty_milli)
    await db.flush()
    return line


async def add(
    db: AsyncSession,
    person_id: int,
    product: Product,
    qty_milli: int,
    now: datetime,
    attrs: Attrs | None = None,
) -> CartLine:
    """Adds to what is there already. Raises like `put`."""
    check(qty_milli, product.step_milli)
    line = await _line(db, person_id, product.sku, now)
    if line is None:
        return await put(db, person_id, product, qty_milli, now, attrs)
    both = portions.added(line.attrs, line.qty_milli, attrs or {}, qty_milli)
    return await exactly(db, person_id, product, qty_milli + line.qty_milli, both, now)


async def exactly(
    db: AsyncSession, person_id: int, product: Product, qty_milli: int, attrs: Attrs, now: datetime
) -> CartLine:
    """The line with this amount and these wishes, whatever it was before. Raises like `put`."""
    line = await put(db, person_id, product, qty_milli, now)
    line.attrs = dict(attrs)
    await db.flush()
    return line


async def remove(db: AsyncSession, person_id: int, sku: str) -> bool:
    """Whether there was such a line."""
    line = await db.scalar(select(CartLine).where(CartLine.person_id == person_id, CartLine.sku == sku))
    if line is None:
        return False
    await db.delete(line)
    await db.flush()
    return True


async def clear(db: AsyncSession, person_id: int) -> None:
    await db.execute(delete(CartLine).where(CartLine.person_id == person_id))
    await db.flush()


async def view(
    db: AsyncSession, person_id: int, now: datetime, demo_sells: bool, buyer_state: str | None = None
) -> Cart:
    """The cart as it would be ordered now: one group for each line, one part for each group, sums in paise."""
    return await priced(db, await lines(db, person_id, now), now, demo_sells, buyer_state)


async def priced(
    db: AsyncSession, wanted: Sequence[CartLine], now: datetime, demo_sells: bool, buyer_state: str | None = None
) -> Cart:
    """`wanted` as it can be sold now, at today's prices, to a buyer in this state (None: she has not said)."""
    today = await terms.read(db, now, demo_sells)
    items: list[Item] = []
    refused: list[Refused] = []
    makers: dict[str, ProducerGroup] = {}
    for line in wanted:
        product = (await db.scalars(select(Product).where(Product.sku == line.sku))).one()
        found = await _offers(db, line.sku)
        makers.update({group.id: group for _, group in found})
        item = _item(line, product, found, now, today, buyer_state)
        items.append(item) if isinstance(item, Item) else refused.append(item)
    groups = dict.fromkeys(item.group_id for item in items)
    parts = [_part(makers[g], today, tuple(i for i in items if i.group_id == g)) for g in groups]
    return Cart(tuple(parts), tuple(refused))


def _part(group: ProducerGroup, today: Terms, items: tuple[Item, ...]) -> Part:
    seller = today.seller(group)
    name = Words.read(group.name)
    if seller is None:
        return Part(group.id, name, items)
    return Part(group.id, name, items, seller.id, Words.read(seller.name), seller.source == DEMO)


def _item(
    line: CartLine,
    product: Product,
    found: Sequence[tuple[Offer, ProducerGroup]],
    now: datetime,
    today: Terms,
    buyer_state: str | None,
) -> Item | Refused:
    name, short = Words.read(product.name), Words.read(product.short)
    asked = str(line.attrs.get("group", "")) or None
    candidates = {
        group.id: _candidate(offer, group, today.bar(product, group, buyer_state))
        for offer, group in believed(found, today.demo_sells)
    }
    choice = choose(product.mode, line.qty_milli, candidates.values(), buyer_state, asked)
    reasons = today.hindrances(product, found, now) or (() if choice else _barred(candidates.values()))
    if reasons or choice is None or product.price_paise is None or product.unit is None:
        quantity = Quantity(line.qty_milli, product.unit or "piece")
        return Refused(line.sku, name, short, quantity, reasons)
    made = product.mode == "made_to_order"
    taken, groups = choice.candidate, {group.id: group for _, group in found}
    seller = today.seller(groups[taken.group_id])
    return Item(
        sku=product.sku,
        name=name,
        short=short,
        unit=product.unit,
        qty_milli=line.qty_milli,
        unit_price_paise=product.price_paise,
        mark=price_mark(product.price_source),
        offer_id=taken.offer_id,
        group_id=taken.group_id,
        reason=choice.reason,
        needed_by=needed_by(now, taken.lead_days if made else None),
        left_milli=None if made or taken.free_milli is None else max(0, taken.free_milli),
        attrs=line.attrs,
        tax=today.line_tax(product, seller, product.price_paise, line.qty_milli, buyer_state),
        instead_of=Words.read(groups[asked].name) if asked in candidates and candidates[asked].bar else None,
    )


def _candidate(offer: Offer, group: ProducerGroup, bar: str | None) -> Candidate:
    free = None if offer.on_hand_milli is None else offer.on_hand_milli - offer.reserved_milli
    active = offer.active and group.active
    return Candidate(offer.id, group.id, offer.rank, active, group.state, free, offer.lead_days, bar)


def _barred(candidates: Iterable[Candidate]) -> tuple[str, ...]:
    """Why nobody who makes it may sell it to her; nobody, when nobody makes it."""
    return tuple(dict.fromkeys(c.bar for c in candidates if c.active and c.bar)) or ("nobody",)


async def _offers(db: AsyncSession, sku: str) -> list[tuple[Offer, ProducerGroup]]:
    rows = await db.execute(
        select(Offer, ProducerGroup)
        .join(ProducerGroup, ProducerGroup.id == Offer.group_id)
        .where(Offer.sku == sku)
        .order_by(Offer.rank, Offer.group_id)
        .execution_options(populate_existing=True)
    )
    return [(offer, group) for offer, group in rows]


async def _line(db: AsyncSession, person_id: int, sku: str, now: datetime) -> CartLine | None:
    return next((line for line in await lines(db, person_id, now) if line.sku == sku), None)
