"""The cart of a person: what she wants, and the same as it can be sold just now. Services flush, never commit."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.money import Quantity
from catalog.outlet_tables import Outlet
from catalog.product import DEMO, price_mark
from catalog.service import believed
from catalog.tables import ProducerGroup, Product
from catalog.words import Words
from orders import candidates, delivery, outlets, pincodes, portions, terms
from orders.candidates import Makers, Work
from orders.dates import first_open, indian_day, needed_by
from orders.matching import Candidate, Choice, Place, choose
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
    db: AsyncSession,
    person_id: int,
    now: datetime,
    demo_sells: bool,
    buyer_state: str | None = None,
    pincode: str | None = None,
    outlet_id: str | None = None,
) -> Cart:
    """The cart as it would be ordered now: one group for each line, one part for each group, sums in paise."""
    return await priced(db, await lines(db, person_id, now), now, demo_sells, buyer_state, pincode, outlet_id)


async def priced(
    db: AsyncSession,
    wanted: Sequence[CartLine],
    now: datetime,
    demo_sells: bool,
    buyer_state: str | None = None,
    pincode: str | None = None,
    outlet_id: str | None = None,
    *,
    keep: bool = False,
) -> Cart:
    """`wanted` as it can be sold now, at today's prices, to a buyer in this state and pincode (None: she has not said),
    or to one who fetches it at this outlet.
    A line keeps the group it was shown with for that place (`keep`: for any), as long as that group can make it: while
    she reads, another buyer's order must not move hers."""
    today = await terms.read(db, now, demo_sells)
    items: list[Item] = []
    refused: list[Refused] = []
    makers: dict[str, ProducerGroup] = {}
    kinds: dict[str, str] = {}  # sku → catalogue term
    outlet = await db.get(Outlet, outlet_id) if outlet_id else None
    buyer = outlets.place(outlet, today.sellers.values()) if outlet else _place(buyer_state, pincode)
    for line in wanted:
        product = (await db.scalars(select(Product).where(Product.sku == line.sku))).one()
        kinds[line.sku] = product.term
        found = await candidates.makers(db, line.sku)
        doing = await candidates.work(db, [group.id for _, group in found], now)
        makers.update({group.id: group for _, group in found})
        if not keep and line.matched_for != _where(buyer):
            line.group_id = None
        item = _item(line, product, found, now, today, buyer, doing)
        items.append(item) if isinstance(item, Item) else refused.append(item)
    groups = dict.fromkeys(item.group_id for item in items)
    parts = [_part(makers[g], today, tuple(i for i in items if i.group_id == g), buyer, kinds) for g in groups]
    return Cart(tuple(parts), tuple(refused))


def _part(group: ProducerGroup, today: Terms, items: tuple[Item, ...], buyer: Place, kinds: Mapping[str, str]) -> Part:
    seller = today.seller(group)
    name = Words.read(group.name)
    ways = [candidates.way(kinds[item.sku], group, buyer, today.demo_sells) for item in items]
    way = delivery.together(None if way == delivery.TOO_FAR else way for way in ways)
    if seller is None:
        return Part(group.id, name, items, way=way)
    return Part(group.id, name, items, seller.id, Words.read(seller.name), seller.source == DEMO, way)


def _place(state: str | None, pincode: str | None) -> Place:
    areas = pincodes.areas(pincode or "")
    return Place(pincode, areas[0].district if len(areas) == 1 else None, state)


def _item(
    line: CartLine,
    product: Product,
    found: Makers,
    now: datetime,
    today: Terms,
    buyer: Place,
    doing: Mapping[str, Work],
) -> Item | Refused:
    name, short = Words.read(product.name), Words.read(product.short)
    asked = str(line.attrs.get("group", "")) or None
    able = {
        group.id: candidates.candidate(offer, group, buyer, doing, candidates.bar(today, product, group, buyer))
        for offer, group in believed(found, today.demo_sells)
    }
    choice = _match(line, product.mode, able.values(), buyer, asked)
    reasons = today.hindrances(product, found, now) or (() if choice else _barred(able.values()))
    if reasons or choice is None or product.price_paise is None or product.unit is None:
        quantity = Quantity(line.qty_milli, product.unit or "piece")
        return Refused(line.sku, name, short, quantity, reasons)
    made = product.mode == "made_to_order"
    barred = able[asked].bar if asked in able else None
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
        needed_by=needed_by(now, taken.lead_days if made else None, taken.closed),
        again=first_open(indian_day(now), taken.closed) if taken.shut else None,
        left_milli=None if made or taken.free_milli is None else max(0, taken.free_milli),
        attrs=line.attrs,
        tax=today.line_tax(product, seller, product.price_paise, line.qty_milli, buyer.state),
        instead_of=Words.read(groups[asked].name) if asked and barred else None,
        instead_far=barred == delivery.TOO_FAR,
    )


def _barred(able: Iterable[Candidate]) -> tuple[str, ...]:
    """Why nobody who makes it may sell it to her; nobody, when nobody makes it."""
    return tuple(dict.fromkeys(c.bar for c in able if c.active and c.bar)) or ("nobody",)


def _match(line: CartLine, mode: str, able: Collection[Candidate], buyer: Place, asked: str | None) -> Choice | None:
    """The group for a line, noted on it; the one noted before, if it is as well supplied."""
    choice = choose(mode, line.qty_milli, able, buyer.state, asked)
    if choice is not None and line.group_id is not None and choice.candidate.group_id not in (line.group_id, asked):
        choice = choose(mode, line.qty_milli, able, buyer.state, asked, kept=line.group_id)
    if choice is not None:
        line.group_id, line.matched_for = choice.candidate.group_id, _where(buyer)
    return choice


def _where(buyer: Place) -> str:
    fetched = "" if buyer.fetched is None else " fetched"
    return f"{buyer.state or ''} {buyer.pincode or ''}{fetched}"[:60]


async def _line(db: AsyncSession, person_id: int, sku: str, now: datetime) -> CartLine | None:
    return next((line for line in await lines(db, person_id, now) if line.sku == sku), None)
