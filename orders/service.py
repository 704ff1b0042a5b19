"""Placing an order, and the door to the rest of selling (orders.moving moves it, orders.book looks it up).

Services flush and never commit: one turn is one commit. Locks are taken in the order of docs/locking.md.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from orders import cart as carts
from orders import cod_past, payments, pincodes, stock
from orders.book import (
    addresses_of,
    by_number,
    lines_of,
    of_group,
    orders_of,
    parts_of,
    promised,
    seller_order_by_number,
)
from orders.delivery import expected
from orders.lifecycle import IllegalMove
from orders.moving import PICKUP, POST, NotTheirs, hold, journal, move
from orders.stock import OutOfStock
from orders.tables import Address, CartLine, Order, OrderLine, Person, SellerOrder
from orders.totals import Cart, Part

__all__ = [  # one door to the rules of selling
    "CartChanged", "IllegalMove", "NotTheirs", "OutOfStock", "Recipient", "addresses_of", "by_number", "hold",
    "lines_of",
    "move", "of_group", "orders_of", "parts_of", "place", "promised", "seller_order_by_number",
]  # fmt: skip
FIRST_NUMBER = 1001


class CartChanged(Exception):
    """The cart is no longer what the buyer said yes to (empty, other amounts, something that cannot be sold)."""


@dataclass(frozen=True)
class Recipient:
    """Who gets the parcel; `phone` in E.164, district and state as the post knows them. `outlet_id`: she fetches it
    there, and line, pincode, district and state are the outlet's."""

    name: str
    line: str
    pincode: str
    phone: str
    district: str | None = None
    state: str | None = None
    outlet_id: str | None = None


async def place(
    db: AsyncSession,
    person: Person,
    cart: Cart,
    form: Recipient,
    payment: str,
    cause: str,
    now: datetime,
    demo_sells: bool,
    campaign: str | None = None,
) -> Order:
    """The order for `cart`, exactly as it was shown: one seller order a group, stock promised, address remembered,
    cart emptied. The same `cause` (inbox key of the yes) gives the same order again.

    `payment` is cod or upi. Raises CartChanged, or OutOfStock with what is left; then nothing has been written."""
    placed = await db.scalar(select(Order).where(Order.cause == cause))
    if placed is not None:
        return placed
    trusted = await cod_past.trusted(db, person.id)
    try:
        async with db.begin_nested():
            lines = await carts.lines(db, person.id, now)
            state = form.state or pincodes.state_of(form.pincode) or ""  # nowhere: only who may sell anywhere sells
            await _still_so(db, lines, cart, now, demo_sells, state, form)
            order = await _order(db, person, cart, form, payment, cause, now, campaign)
            for place_in_order, part in enumerate(cart.parts, start=1):
                await _seller_order(db, order, part, place_in_order, state, f"buyer:{person.id}", now, form.outlet_id)
            await stock.reserve(db, _shelf(cart))
            await carts.clear(db, person.id)
            if form.outlet_id is None:
                await _remember(db, person, form, now)
            await payments.begin(db, order, now, confirmed=trusted or form.outlet_id is not None)
    except (CartChanged, IntegrityError):  # perhaps another worker held the same yes and was first
        placed = await db.scalar(select(Order).where(Order.cause == cause))
        if placed is None:
            raise
        return placed
    return order


async def _still_so(
    db: AsyncSession,
    lines: Sequence[CartLine],
    cart: Cart,
    now: datetime,
    demo_sells: bool,
    state: str,
    to: Recipient,
) -> None:
    """The locked cart is the one that was shown, and all of it can be sold today, to this state, by the shown sellers
    at the shown prices, taxes and charges."""
    if not lines or cart.refused or {n.sku: n.qty_milli for n in lines} != {i.sku: i.qty_milli for i in cart.items}:
        raise CartChanged
    today = await carts.priced(db, lines, now, demo_sells, state, to.pincode, to.outlet_id, keep=True)
    for gone in (item for item in today.items if item.short_of):
        raise OutOfStock(gone.sku, gone.left_milli or 0)
    for empty in (refused for refused in today.refused if "sold-out" in refused.reasons):
        raise OutOfStock(empty.sku, 0)
    if today.refused or _agreed(today) != _agreed(cart):
        raise CartChanged


def _agreed(cart: Cart) -> set[tuple[object, ...]]:
    return {
        (item.sku, item.unit_price_paise, item.tax, part.group_id, part.seller_id, part.delivery_paise)
        for part in cart.parts
        for item in part.items
    }


async def _order(
    db: AsyncSession,
    person: Person,
    cart: Cart,
    to: Recipient,
    payment: str,
    cause: str,
    now: datetime,
    campaign: str | None,
) -> Order:
    """Its number follows from the id the database gave it, so that no two workers can choose the same."""
    order = Order(
        number=secrets.token_hex(8),
        cause=cause,
        person_id=person.id,
        placed_at=now,
        name=to.name,
        line=to.line,
        pincode=to.pincode,
        district=to.district,
        state=to.state,
        phone=to.phone,
        payment=payment,
        goods_paise=cart.goods_paise,
        delivery_paise=cart.delivery_paise,
        total_paise=cart.total_paise,
        campaign=campaign,
    )
    db.add(order)
    await db.flush()
    order.number = f"HT-{FIRST_NUMBER - 1 + order.id}"
    await db.flush()
    return order


async def _seller_order(
    db: AsyncSession, order: Order, part: Part, place_in_order: int, state: str, actor: str, now: datetime,
    outlet_id: str | None,
) -> None:  # fmt: skip
    seller_order = SellerOrder(
        order_id=order.id,
        group_id=part.group_id,
        number=order.number if place_in_order == 1 else f"{order.number}-{place_in_order}",
        state="placed",
        needed_by=part.needed_by,
        match_reason=part.items[0].reason,
        taken_by=None,
        carrier=None,
        tracking=None,
        changed_at=now,
        seller_id=part.seller_id,
        place_of_supply=state or None,
        goods_paise=part.goods_paise,
        delivery_paise=part.delivery_paise,
        delivery=POST if outlet_id is None else PICKUP,
        outlet_id=outlet_id,
        **expected(part.way, part.needed_by),
    )
    db.add(seller_order)
    await db.flush()
    for item in part.items:
        db.add(
            OrderLine(
                seller_order_id=seller_order.id,
                sku=item.sku,
                offer_id=item.offer_id,
                name=item.name.stored(),
                unit=item.unit,
                qty_milli=item.qty_milli,
                accepted_milli=None,
                reserved_milli=0 if item.left_milli is None else item.qty_milli,
                unit_price_paise=item.unit_price_paise,
                amount_paise=item.amount_paise,
                hsn=item.tax.hsn,
                rate_bp=item.tax.rate_bp,
                taxable_paise=item.taxable_paise,
                cgst_paise=item.tax.cgst_paise,
                sgst_paise=item.tax.sgst_paise,
                igst_paise=item.tax.igst_paise,
                attrs=dict(item.attrs),
            )
        )
    journal(db, seller_order.id, "place", None, "placed", actor, now, part.items[0].reason, part.group_id)
    await db.flush()


def _shelf(cart: Cart) -> dict[int, int]:
    return stock.by_offer((item.offer_id, item.qty_milli) for item in cart.items if item.left_milli is not None)


async def _remember(db: AsyncSession, person: Person, to: Recipient, now: datetime) -> None:
    """The address for the next order; the same one is only marked as used."""
    same = select(Address).where(
        Address.person_id == person.id,
        Address.name == to.name,
        Address.line == to.line,
        Address.pincode == to.pincode,
        Address.phone == to.phone,
    )
    known = await db.scalar(same)
    if known is not None:
        known.used_at = now
    else:
        db.add(
            Address(
                person_id=person.id,
                name=to.name,
                line=to.line,
                pincode=to.pincode,
                district=to.district,
                state=to.state,
                phone=to.phone,
                used_at=now,
            )
        )
    await db.flush()
