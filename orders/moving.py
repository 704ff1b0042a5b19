"""Moving a seller order: the only place that writes its state, with the journal, the stock and the sums it moves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import CursorResult, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalog import contacts
from catalog.money import amount
from catalog.roles import Act
from catalog.tables import Offer, ProducerGroup
from orders import ledger, lifecycle, payments, stock
from orders.book import lines_of, promised
from orders.dates import indian_day
from orders.delivery import Way, expected
from orders.office_book import CLI
from orders.pickup_tables import PickupCode
from orders.tables import JournalEntry, Order, OrderLine, SellerOrder
from orders.tax import LineTax, split

POST, PICKUP = "post", "pickup"  # a part's `delivery`: it is sent to her, or she fetches it herself
_GIVE_ON = frozenset({"decline", "pass_over", "reroute", "split"})


class NotTheirs(Exception):
    """The actor has nothing to do with this seller order."""


@dataclass(frozen=True)
class Route:
    """Another group that takes a part over. `offers`: order line id → its offer, and how much is held of its shelf
    (nothing of what is made to order or was never counted). `taxes`, when it is another seller's group: line id → the
    tax in the line."""

    group_id: str
    seller_id: str | None
    needed_by: datetime
    reason: str
    offers: Mapping[int, tuple[int, int]]
    taxes: Mapping[int, LineTax] = field(default_factory=dict)
    way: Way | None = None  # how it travels from there


async def move(
    db: AsyncSession,
    seller_order_id: int,
    move: str,
    actor: str,
    now: datetime,
    why: str | None = None,
    *,
    accepted: Mapping[int, int] | None = None,
    route: Route | None = None,
    needed_by: datetime | None = None,
    taken_by: int | None = None,
    carrier: str | None = None,
    tracking: str | None = None,
) -> SellerOrder:
    """Performs one move of orders.lifecycle, journals it, and moves stock and sums with it.

    `actor` is "buyer:<person id>", "contact:<contact id>", "office:<contact id>", "office:cli" or "timer". `accepted`
    (order line id → milli) is what the group can make, for offer_part; `route` is for reroute, `needed_by` for wait.
    Raises IllegalMove, NotTheirs, OutOfStock (a route's shelf is empty now; then the caller's savepoint must be
    undone), LookupError for an unknown id, ValueError for an `accepted` that is not a real part."""
    order_id = await db.scalar(select(SellerOrder.order_id).where(SellerOrder.id == seller_order_id))
    if order_id is None:
        raise LookupError(seller_order_id)
    order, seller_order = await _locked(db, order_id, seller_order_id)
    await _check_actor(db, actor, move, order, seller_order)
    before = seller_order.state
    after = lifecycle.apply(move, before, actor.partition(":")[0])
    lines = await lines_of(db, seller_order_id)
    if move in _GIVE_ON:
        await _hold_makers(db, lines)
    if move == "offer_part":
        _part_promised(lines, accepted)
    facts: dict[str, Any] = {"taken_by": taken_by, "carrier": carrier, "tracking": tracking, "needed_by": needed_by}
    kept = {name: value for name, value in facts.items() if value is not None}
    if move == "reroute":
        kept |= await _given(db, lines, route)
    else:
        kept |= _arrival(seller_order, move, needed_by or now)
    await db.flush()
    await _settle(db, move, after, lines)
    written = await db.execute(
        update(SellerOrder)
        .where(SellerOrder.id == seller_order_id, SellerOrder.state == before)
        .values(state=after, changed_at=now, goods_paise=sum(line.amount_paise for line in lines), **kept)
        .execution_options(synchronize_session=False)
    )
    assert isinstance(written, CursorResult)
    if written.rowcount != 1:
        raise lifecycle.IllegalMove(move, before, actor)
    await db.refresh(seller_order)
    journal(db, seller_order_id, move, before, after, actor, now, why, seller_order.group_id)
    await sum_again(db, order)
    await payments.follow(db, order, seller_order, move, now)
    await _book(db, order, seller_order, move, now)
    return seller_order


async def _book(db: AsyncSession, order: Order, part: SellerOrder, move: str, now: datetime) -> None:
    """The books follow the goods: sold when they leave (tax is due, the proceeds are shared), sold no more when they
    are back; cash is on its way when they are handed over."""
    if move == "dispatch":
        await ledger.supplied(db, part, now)
    elif move == "deliver" and order.payment == "cod":
        await ledger.cash_received(db, part, now)
    elif part.state == "returned":
        await ledger.returned(db, part, now)


async def hold(db: AsyncSession, order_id: int) -> list[SellerOrder]:
    """Before several parts of one order move in one turn: locks the order, its parts and their offers, each by id,
    so that two such turns cannot wait for each other. Returns the parts."""
    await db.execute(select(Order.id).where(Order.id == order_id).with_for_update(key_share=True))
    parts = select(SellerOrder).where(SellerOrder.order_id == order_id).order_by(SellerOrder.id)
    held = parts.with_for_update(key_share=True).execution_options(populate_existing=True)
    found = list(await db.scalars(held))
    offers = select(OrderLine.offer_id).where(OrderLine.seller_order_id.in_([part.id for part in found]))
    await db.execute(select(Offer.id).where(Offer.id.in_(offers)).order_by(Offer.id).with_for_update(key_share=True))
    return found


def journal(
    db: AsyncSession, seller_order_id: int, move: str, before: str | None, after: str, actor: str, now: datetime,
    why: str | None = None, group_id: str | None = None,
) -> None:  # fmt: skip
    """One line of the append-only history; `group_id`: whose part it is now."""
    db.add(
        JournalEntry(
            seller_order_id=seller_order_id,
            move=move,
            from_state=before,
            to_state=after,
            actor=actor,
            why=why and why[:400],
            group_id=group_id,
            at=now,
        )
    )


_NEEDS: dict[str, Act] = {
    "accept": "answer", "offer_part": "answer", "decline": "answer", "agree_return": "answer", "mark_ready": "ready",
    "dispatch": "dispatch", "deliver": "handover", "come_back": "handover", "receive_return": "handover",
}  # fmt: skip


async def _locked(db: AsyncSession, order_id: int, seller_order_id: int) -> tuple[Order, SellerOrder]:
    """Both rows as they are now, held until the commit; the order first (docs/locking.md)."""
    fresh = {"populate_existing": True}
    order = select(Order).where(Order.id == order_id).with_for_update(key_share=True).execution_options(**fresh)
    part = select(SellerOrder).where(SellerOrder.id == seller_order_id)
    part = part.with_for_update(key_share=True).execution_options(**fresh)
    return (await db.scalars(order)).one(), (await db.scalars(part)).one()


async def _check_actor(db: AsyncSession, actor: str, move: str, order: Order, seller_order: SellerOrder) -> None:
    """A buyer moves her own order, a contact that of her group, the office any, as far as the role goes; whoever asks
    only claimed to be one. What is fetched is handed over by its group or its outlet, once the buyer's code has been
    told (`orders.pickup`)."""
    kind, _, number = actor.partition(":")
    if kind == "buyer" and number != str(order.person_id):
        raise NotTheirs(actor)
    if kind == "contact" or (kind == "office" and actor != CLI):
        contact = await contacts.standing(db, int(number))
        groups = {contacts.OFFICE if kind == "office" else seller_order.group_id}
        needs: Act | None = "move_orders" if kind == "office" else _NEEDS.get(move)
        if kind == "contact" and seller_order.delivery == PICKUP and move in ("dispatch", "deliver"):
            told = select(PickupCode.used_at).where(PickupCode.seller_order_id == seller_order.id)
            groups = {seller_order.group_id, seller_order.outlet_id or ""} if await db.scalar(told) else set()
            needs = "handover"
        if contact is None or contact.group_id not in groups:
            raise NotTheirs(actor)
        about = await db.get(ProducerGroup, contact.group_id)
        if needs is not None and not contacts.may(contact.role, needs, about.kind if about else None):
            raise NotTheirs(actor)


def _arrival(part: SellerOrder, move: str, leaves: datetime) -> dict[str, Any]:
    """The days of arrival when it leaves on another day than it was to."""
    fetched = part.delivery == PICKUP and move == "dispatch"  # that is the handing over itself
    if move not in ("wait", "dispatch") or fetched or part.arrives_from is None or part.arrives_by is None:
        return {}
    later = indian_day(leaves) - indian_day(part.needed_by)
    return {"arrives_from": part.arrives_from + later, "arrives_by": part.arrives_by + later}


def _part_promised(lines: Sequence[OrderLine], accepted: Mapping[int, int] | None) -> None:
    """Notes what the group can make of each line (unnamed: nothing of it); all or nothing is no part."""
    amounts = {line.id: (accepted or {}).get(line.id, 0) for line in lines}
    if any(not 0 <= amounts[line.id] <= line.qty_milli for line in lines) or set(accepted or {}) - set(amounts):
        raise ValueError("a part is between nothing and what was ordered")
    if not any(amounts.values()) or all(amounts[line.id] == line.qty_milli for line in lines):
        raise ValueError("a part is more than nothing and less than all")
    for line in lines:
        line.accepted_milli = amounts[line.id]


async def _hold_makers(db: AsyncSession, lines: Sequence[OrderLine]) -> None:
    """A group gives goods up and another takes them in one turn: all offers of these goods are locked first, by id."""
    offers = select(Offer.id).where(Offer.sku.in_({line.sku for line in lines})).order_by(Offer.id)
    await db.execute(offers.with_for_update(key_share=True))


async def _given(db: AsyncSession, lines: Sequence[OrderLine], route: Route | None) -> dict[str, Any]:
    """The lines are the new group's from here on; returns what changes in the part itself."""
    if route is None or set(route.offers) != {line.id for line in lines}:
        raise ValueError("a route names an offer for every line")
    await stock.reserve(db, stock.by_offer(route.offers.values()))
    for line in lines:
        line.offer_id, line.reserved_milli = route.offers[line.id]
        line.accepted_milli = None
        if line.id in route.taxes:
            taxed(line, line.amount_paise, route.taxes[line.id])
    return {
        "group_id": route.group_id,
        "seller_id": route.seller_id,
        "needed_by": route.needed_by,
        "match_reason": route.reason[:200],
        "taken_by": None,
        **expected(route.way, route.needed_by),
    }


async def _settle(db: AsyncSession, move: str, after: str, lines: Sequence[OrderLine]) -> None:
    """Stock and amounts follow the move: a part taken frees the rest, a parcel leaves the shelf, an end frees all."""
    if move == "wait":
        for line in lines:
            line.accepted_milli = None
    elif move in ("take_part", "split"):
        for line in lines:
            retaxed(line, amount(line.unit_price_paise, promised(line)))
        await _keep(db, lines, {line.id: promised(line) for line in lines})
        if move == "split":  # the rest is ordered elsewhere (orders.splitting)
            for line in lines:
                line.qty_milli, line.accepted_milli = promised(line), None
    elif move == "dispatch":
        await stock.consume(db, stock.by_offer((line.offer_id, line.reserved_milli) for line in lines))
        for line in lines:
            line.reserved_milli = 0
    elif lifecycle.releases_stock(after):
        await _keep(db, lines, {})
    await db.flush()


def retaxed(line: OrderLine, amount_paise: int) -> None:
    """A line's new amount, with the tax in it at the rate and to the state that were agreed when it was ordered."""
    taxed(line, amount_paise, agreed_tax(line, amount_paise))


def agreed_tax(line: OrderLine, amount_paise: int) -> LineTax:
    """The tax in so much of a line, at the rate and to the state that were agreed."""
    if line.rate_bp is None:
        return LineTax(line.hsn)
    return split(amount_paise, line.rate_bp, line.igst_paise > 0, line.hsn)


def taxed(line: OrderLine, amount_paise: int, found: LineTax) -> None:
    """Writes a line's amount and the tax in it."""
    line.hsn, line.rate_bp = found.hsn, found.rate_bp
    line.amount_paise, line.taxable_paise = amount_paise, amount_paise - found.paise
    line.cgst_paise, line.sgst_paise, line.igst_paise = found.cgst_paise, found.sgst_paise, found.igst_paise


async def _keep(db: AsyncSession, lines: Sequence[OrderLine], wanted: Mapping[int, int]) -> None:
    """Holds at most `wanted` (line id → milli) of what is reserved and gives back the rest."""
    kept = {line.id: min(line.reserved_milli, wanted.get(line.id, 0)) for line in lines}
    await stock.release(db, stock.by_offer((line.offer_id, line.reserved_milli - kept[line.id]) for line in lines))
    for line in lines:
        line.reserved_milli = kept[line.id]


async def sum_again(db: AsyncSession, order: Order) -> None:
    """What the buyer pays: the parts that are still coming, or have come and stayed."""
    living = (SellerOrder.order_id == order.id, SellerOrder.state.not_in(lifecycle.UNOWED))
    lines = select(func.coalesce(func.sum(OrderLine.amount_paise), 0))
    goods = lines.join(SellerOrder, SellerOrder.id == OrderLine.seller_order_id).where(*living)
    sending = select(func.coalesce(func.sum(SellerOrder.delivery_paise), 0)).where(*living)
    order.goods_paise = int(await db.scalar(goods) or 0)
    order.delivery_paise = int(await db.scalar(sending) or 0)
    order.total_paise = order.goods_paise + order.delivery_paise
    await db.flush()
