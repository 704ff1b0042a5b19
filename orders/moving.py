"""Moving a seller order: the only place that writes its state, with the journal, the stock and the sums it moves."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import CursorResult, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalog import contacts
from catalog.money import amount
from catalog.tables import Contact, Offer
from orders import lifecycle, payments, stock
from orders.book import lines_of, promised
from orders.office_book import CLI
from orders.tables import JournalEntry, Order, OrderLine, SellerOrder
from orders.tax import LineTax, split


class NotTheirs(Exception):
    """The actor has nothing to do with this seller order."""


async def move(
    db: AsyncSession,
    seller_order_id: int,
    move: str,
    actor: str,
    now: datetime,
    why: str | None = None,
    *,
    accepted: Mapping[int, int] | None = None,
    taken_by: int | None = None,
    carrier: str | None = None,
    tracking: str | None = None,
) -> SellerOrder:
    """Performs one move of orders.lifecycle, journals it, and moves stock and sums with it.

    `actor` is "buyer:<person id>", "contact:<contact id>", "office:<contact id>", "office:cli" or "timer". `accepted`
    (order line id → milli) is what the group can make, for offer_part. Raises IllegalMove, NotTheirs, LookupError
    for an unknown id, ValueError for an `accepted` that is not a real part."""
    order_id = await db.scalar(select(SellerOrder.order_id).where(SellerOrder.id == seller_order_id))
    if order_id is None:
        raise LookupError(seller_order_id)
    order, seller_order = await _locked(db, order_id, seller_order_id)
    await _check_actor(db, actor, order, seller_order)
    before = seller_order.state
    after = lifecycle.apply(move, before, actor.partition(":")[0])
    lines = await lines_of(db, seller_order_id)
    if move == "offer_part":
        _part_promised(lines, accepted)
    await db.flush()
    await _settle(db, move, after, lines)
    facts = {"taken_by": taken_by, "carrier": carrier, "tracking": tracking}
    kept = {name: value for name, value in facts.items() if value is not None}
    written = await db.execute(
        update(SellerOrder)
        .where(SellerOrder.id == seller_order_id, SellerOrder.state == before)
        .values(state=after, changed_at=now, goods_paise=sum(line.amount_paise for line in lines), **kept)
        .execution_options(synchronize_session=False)
    )
    assert isinstance(written, CursorResult)
    if written.rowcount != 1:
        raise lifecycle.IllegalMove(move, before, actor)
    journal(db, seller_order_id, move, before, after, actor, now, why)
    await db.flush()
    await db.refresh(seller_order)
    await _sum_again(db, order)
    await payments.follow(db, order, seller_order, move, now)
    return seller_order


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
    why: str | None = None,
) -> None:  # fmt: skip
    """One line of the append-only history."""
    db.add(
        JournalEntry(
            seller_order_id=seller_order_id,
            move=move,
            from_state=before,
            to_state=after,
            actor=actor,
            why=why and why[:400],
            at=now,
        )
    )


async def _locked(db: AsyncSession, order_id: int, seller_order_id: int) -> tuple[Order, SellerOrder]:
    """Both rows as they are now, held until the commit; the order first (docs/locking.md)."""
    fresh = {"populate_existing": True}
    order = select(Order).where(Order.id == order_id).with_for_update(key_share=True).execution_options(**fresh)
    part = select(SellerOrder).where(SellerOrder.id == seller_order_id)
    part = part.with_for_update(key_share=True).execution_options(**fresh)
    return (await db.scalars(order)).one(), (await db.scalars(part)).one()


async def _check_actor(db: AsyncSession, actor: str, order: Order, seller_order: SellerOrder) -> None:
    """A buyer moves her own order, a contact that of her group, the office any; whoever asks only claimed to be one."""
    kind, _, number = actor.partition(":")
    if kind == "buyer" and number != str(order.person_id):
        raise NotTheirs(actor)
    if kind == "contact" or (kind == "office" and actor != CLI):
        contact = await db.get(Contact, int(number))
        group = contacts.OFFICE if kind == "office" else seller_order.group_id
        if contact is None or not contact.active or contact.group_id != group:
            raise NotTheirs(actor)


def _part_promised(lines: Sequence[OrderLine], accepted: Mapping[int, int] | None) -> None:
    """Notes what the group can make of each line (unnamed: nothing of it); all or nothing is no part."""
    amounts = {line.id: (accepted or {}).get(line.id, 0) for line in lines}
    if any(not 0 <= amounts[line.id] <= line.qty_milli for line in lines) or set(accepted or {}) - set(amounts):
        raise ValueError("a part is between nothing and what was ordered")
    if not any(amounts.values()) or all(amounts[line.id] == line.qty_milli for line in lines):
        raise ValueError("a part is more than nothing and less than all")
    for line in lines:
        line.accepted_milli = amounts[line.id]


async def _settle(db: AsyncSession, move: str, after: str, lines: Sequence[OrderLine]) -> None:
    """Stock and amounts follow the move: a part taken frees the rest, a parcel leaves the shelf, an end frees all."""
    if move == "take_part":
        for line in lines:
            retaxed(line, amount(line.unit_price_paise, promised(line)))
        await _keep(db, lines, {line.id: promised(line) for line in lines})
    elif move == "dispatch":
        await stock.consume(db, stock.by_offer((line.offer_id, line.reserved_milli) for line in lines))
        for line in lines:
            line.reserved_milli = 0
    elif lifecycle.releases_stock(after):
        await _keep(db, lines, {})
    await db.flush()


def retaxed(line: OrderLine, amount_paise: int) -> None:
    """A line's new amount, with the tax in it at the rate and to the state that were agreed when it was ordered."""
    found = LineTax(line.hsn)
    if line.rate_bp is not None:
        found = split(amount_paise, line.rate_bp, line.igst_paise > 0, line.hsn)
    line.amount_paise, line.taxable_paise = amount_paise, amount_paise - found.paise
    line.cgst_paise, line.sgst_paise, line.igst_paise = found.cgst_paise, found.sgst_paise, found.igst_paise


async def _keep(db: AsyncSession, lines: Sequence[OrderLine], wanted: Mapping[int, int]) -> None:
    """Holds at most `wanted` (line id → milli) of what is reserved and gives back the rest."""
    kept = {line.id: min(line.reserved_milli, wanted.get(line.id, 0)) for line in lines}
    await stock.release(db, stock.by_offer((line.offer_id, line.reserved_milli - kept[line.id]) for line in lines))
    for line in lines:
        line.reserved_milli = kept[line.id]


async def _sum_again(db: AsyncSession, order: Order) -> None:
    """What the buyer pays: the parts that are still coming (or have come)."""
    off = ("declined", "cancelled")
    living = select(func.coalesce(func.sum(OrderLine.amount_paise), 0)).join(
        SellerOrder, SellerOrder.id == OrderLine.seller_order_id
    )
    goods = await db.scalar(living.where(SellerOrder.order_id == order.id, SellerOrder.state.not_in(off)))
    order.goods_paise = int(goods or 0)
    order.delivery_paise = order.delivery_paise if order.goods_paise else 0
    order.total_paise = order.goods_paise + order.delivery_paise
    await db.flush()
