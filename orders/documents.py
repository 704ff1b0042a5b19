"""The bill of a part of an order, as the seller's tax status allows: issued once, printed the same for ever.

A registered seller issues a tax invoice (CGST Act 2017, section 31(1), particulars in rule 46), one under composition a
bill of supply (section 31(3)(c), rule 49), one who is not registered a plain receipt that shows no tax (section 32).
Taxed and untaxed goods of one order stand on one paper, as rule 46A allows towards a buyer who is not registered.
"""

import json
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.product import CONFIRMED
from catalog.tables import Seller
from orders import book, series
from orders.dates import indian_day
from orders.document_tables import IssuedDocument
from orders.tables import Order, OrderLine, SellerOrder

SUPPLIED = frozenset({"ready", "dispatched", "delivered", "return_asked", "return_agreed", "returned"})


class NoBill(Exception):
    """Why there is none yet; the text is for the office."""


def kind_for(status: str | None, lines: list[OrderLine]) -> str:
    """Which paper the seller may issue. Raises NoBill for a status that nobody has said."""
    if status == "registered":
        return "invoice" if any(line.rate_bp for line in lines) else "bill_of_supply"
    kinds = {"composition": "bill_of_supply", "unregistered": "receipt"}
    if status not in kinds:
        raise NoBill("nobody has said the seller's GST status")
    return kinds[status]


async def bill(db: AsyncSession, part: SellerOrder, now: datetime) -> IssuedDocument:
    """The part's bill: the one that was issued, else a new one with the next number. Raises NoBill."""
    held = select(SellerOrder).where(SellerOrder.id == part.id).with_for_update(key_share=True)
    part = (await db.scalars(held.execution_options(populate_existing=True))).one()
    made = select(IssuedDocument).where(
        IssuedDocument.seller_order_id == part.id, IssuedDocument.kind.in_(series.PREFIXES)
    )
    found = await db.scalar(made)
    return found if found is not None else await _issued(db, part, now)


async def _issued(db: AsyncSession, part: SellerOrder, now: datetime) -> IssuedDocument:
    if part.state not in SUPPLIED:
        raise NoBill(f"{part.number} is {part.state}: its bill is made when the goods are ready")
    seller = await db.get(Seller, part.seller_id) if part.seller_id else None
    if seller is None:
        raise NoBill(f"nobody has said who sells {part.number}")
    lines = await book.lines_of(db, part.id)
    if not any(book.promised(line) for line in lines):
        raise NoBill(f"nothing of {part.number} is left to bill")
    kind = kind_for(seller.gst_status, lines)
    practice = seller.source not in CONFIRMED
    if kind != "receipt" and not seller.gstin and not practice:
        raise NoBill(f"the GSTIN of {seller.id} is missing")
    number = await series.take(db, seller.id, kind, now)
    order = await db.get_one(Order, part.order_id)
    data = _data(kind, number, seller, order, part, lines, now, practice)
    row = IssuedDocument(
        seller_id=seller.id, seller_order_id=part.id, kind=kind, number=number, at=now, data=data, sha256=digest(data)
    )
    db.add(row)
    await db.flush()
    return row


def digest(data: dict[str, Any]) -> str:
    return sha256(json.dumps(data, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _data(
    kind: str, number: str, seller: Seller, order: Order, part: SellerOrder, lines: list[OrderLine], now: datetime,
    practice: bool,
) -> dict[str, Any]:  # fmt: skip
    """What is printed: amounts in paise, quantities in thousandths, the day India's."""
    kept = [line for line in lines if book.promised(line)]
    return {
        "kind": kind,
        "number": number,
        "day": indian_day(now).isoformat(),
        "order": part.number,
        "practice": practice,
        "payment": order.payment,
        "seller": {"name": seller.name, "state": seller.state, "gstin": seller.gstin, "address": seller.address,
                   "pincode": seller.pincode, "enrolment": seller.enrolment, "composition":
                   seller.gst_status == "composition"},
        "buyer": {"name": order.name, "line": order.line, "pincode": order.pincode, "district": order.district,
                  "state": order.state},
        "place_of_supply": part.place_of_supply or order.state,
        "lines": [_line(line) for line in kept],
        "delivery_paise": part.delivery_paise,
        "total_paise": sum(line.amount_paise for line in kept) + part.delivery_paise,
    }  # fmt: skip


def _line(line: OrderLine) -> dict[str, Any]:
    taxed = line.rate_bp is not None
    return {
        "name": line.name,
        "unit": line.unit,
        "qty_milli": book.promised(line),
        "unit_price_paise": line.unit_price_paise,
        "amount_paise": line.amount_paise,
        "hsn": line.hsn,
        "rate_bp": line.rate_bp,
        "taxable_paise": line.taxable_paise if taxed else line.amount_paise,
        "cgst_paise": line.cgst_paise,
        "sgst_paise": line.sgst_paise,
        "igst_paise": line.igst_paise,
    }
