"""Tables of people who buy or answer, carts, orders, their journal, and what waits for a person of the office."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from catalog.tables import Base


class Person(Base):
    """Somebody who writes to the shop. Channel identities point here; a phone number may be unknown."""

    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(String(8), default="hi")
    language_chosen: Mapped[bool] = mapped_column(default=False)  # chosen by her, not guessed from her writing
    name: Mapped[str | None] = mapped_column(String(120))
    created_at: Mapped[datetime]
    quiet_since: Mapped[datetime | None]  # she asked not to be written to; her next message ends it


class LinkCode(Base):
    """A code by which one person's second chat becomes hers too; only its hash is kept."""

    __tablename__ = "link_code"
    code_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class Address(Base):
    __tablename__ = "address"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    line: Mapped[str] = mapped_column(String(400))
    pincode: Mapped[str] = mapped_column(String(6))
    district: Mapped[str | None] = mapped_column(String(60))
    state: Mapped[str | None] = mapped_column(String(60))
    phone: Mapped[str] = mapped_column(String(16))  # E.164
    used_at: Mapped[datetime]


class CartLine(Base):
    __tablename__ = "cart_line"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    sku: Mapped[str] = mapped_column(ForeignKey("product.sku"))
    qty_milli: Mapped[int]
    attrs: Mapped[dict[str, Any]] = mapped_column(default=dict)
    changed_at: Mapped[datetime]
    group_id: Mapped[str | None] = mapped_column(String(40))  # the group it was last shown with
    matched_for: Mapped[str | None] = mapped_column(String(60))  # the buyer's place at that time
    __table_args__ = (UniqueConstraint("person_id", "sku"),)


class Order(Base):
    """One checkout. `cause` is the inbox key of the message that said yes: the same yes makes one order."""

    __tablename__ = "order"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(16), unique=True)  # "HT-4827"
    cause: Mapped[str] = mapped_column(String(200), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    placed_at: Mapped[datetime]
    name: Mapped[str] = mapped_column(String(120))
    line: Mapped[str] = mapped_column(String(400))
    pincode: Mapped[str] = mapped_column(String(6))
    district: Mapped[str | None] = mapped_column(String(60))
    state: Mapped[str | None] = mapped_column(String(60))
    phone: Mapped[str] = mapped_column(String(16))
    payment: Mapped[str] = mapped_column(String(8))  # cod | upi
    goods_paise: Mapped[int]
    delivery_paise: Mapped[int]
    total_paise: Mapped[int]
    campaign: Mapped[str | None] = mapped_column(String(16))  # code of the scanned QR that led here


class SellerOrder(Base):
    """One producer group's part of an order; its state is moved only by orders.lifecycle's table."""

    __tablename__ = "seller_order"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("order.id"), index=True)
    group_id: Mapped[str] = mapped_column(ForeignKey("producer_group.id"), index=True)
    number: Mapped[str] = mapped_column(String(20), unique=True)  # order number, or "HT-4827-2" for a second group
    state: Mapped[str] = mapped_column(String(16))
    needed_by: Mapped[datetime]
    match_reason: Mapped[str] = mapped_column(String(200))
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("contact.id"))
    carrier: Mapped[str | None] = mapped_column(String(40))
    tracking: Mapped[str | None] = mapped_column(String(40))
    changed_at: Mapped[datetime]
    seller_id: Mapped[str | None] = mapped_column(ForeignKey("seller.id"))  # who sold it, as it was when it was placed
    place_of_supply: Mapped[str | None] = mapped_column(String(40))  # state where it is delivered
    delivery: Mapped[str] = mapped_column(String(8), default="post")  # post | pickup
    outlet_id: Mapped[str | None] = mapped_column(ForeignKey("outlet.id"))  # where it is fetched
    arrives_from: Mapped[date | None]  # the Indian days between which it comes, or lies there; None: not known
    arrives_by: Mapped[date | None]
    arrives_sample: Mapped[bool] = mapped_column(default=False)  # by a way that is made up for practice
    goods_paise: Mapped[int] = mapped_column(default=0)
    delivery_paise: Mapped[int] = mapped_column(default=0)


class OrderLine(Base):
    __tablename__ = "order_line"
    id: Mapped[int] = mapped_column(primary_key=True)
    seller_order_id: Mapped[int] = mapped_column(ForeignKey("seller_order.id"), index=True)
    sku: Mapped[str] = mapped_column(ForeignKey("product.sku"))
    offer_id: Mapped[int] = mapped_column(ForeignKey("offer.id"))
    name: Mapped[dict[str, Any]]  # as sold
    unit: Mapped[str] = mapped_column(String(12))
    qty_milli: Mapped[int]
    accepted_milli: Mapped[int | None]  # what the group promised, after a partial acceptance
    reserved_milli: Mapped[int] = mapped_column(default=0)  # of the offer's shelf, held for this line just now
    unit_price_paise: Mapped[int]
    amount_paise: Mapped[int]  # taxable_paise and the taxes: prices include all taxes
    hsn: Mapped[str | None] = mapped_column(String(8))
    rate_bp: Mapped[int | None]  # GST in hundredths of a percent (500: 5 %); None: no tax is charged
    taxable_paise: Mapped[int] = mapped_column(default=0)
    cgst_paise: Mapped[int] = mapped_column(default=0)
    sgst_paise: Mapped[int] = mapped_column(default=0)
    igst_paise: Mapped[int] = mapped_column(default=0)
    attrs: Mapped[dict[str, Any]] = mapped_column(default=dict)


class JournalEntry(Base):
    """Every move of a seller order: append-only."""

    __tablename__ = "journal_entry"
    id: Mapped[int] = mapped_column(primary_key=True)
    seller_order_id: Mapped[int] = mapped_column(ForeignKey("seller_order.id"), index=True)
    move: Mapped[str] = mapped_column(String(24))
    from_state: Mapped[str | None] = mapped_column(String(16))
    to_state: Mapped[str] = mapped_column(String(16))
    actor: Mapped[str] = mapped_column(String(40))  # "buyer:12", "contact:3", "office:1", "office:cli", "timer"
    group_id: Mapped[str | None] = mapped_column(String(40))  # whose part it was after the move
    why: Mapped[str | None] = mapped_column(String(400))
    at: Mapped[datetime]


class Ticket(Base):
    """Something a person of the office must answer: hand-over, enquiry, complaint, bulk quote, booking, alarm."""

    __tablename__ = "ticket"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(16), unique=True)  # "T-31"
    kind: Mapped[str] = mapped_column(String(16))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    seller_order_id: Mapped[int | None] = mapped_column(ForeignKey("seller_order.id"))
    sku: Mapped[str | None] = mapped_column(ForeignKey("product.sku"))
    text: Mapped[str] = mapped_column(String(2000))
    last_turns: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    state: Mapped[str] = mapped_column(String(12), default="open")  # open | answered | closed
    opened_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    answer: Mapped[str | None] = mapped_column(String(2000))
    reason: Mapped[str | None] = mapped_column(String(12))  # of a complaint: what is wrong (orders.complaints)
    wish: Mapped[str | None] = mapped_column(String(12))
    closed_at: Mapped[datetime | None]
    __table_args__ = (Index("ticket_open", "state", "opened_at"),)


class OfficeAct(Base):
    """What somebody of the office did besides moving an order: append-only. Answers' words are in their ticket."""

    __tablename__ = "office_act"
    id: Mapped[int] = mapped_column(primary_key=True)
    actor: Mapped[str] = mapped_column(String(40))  # "office:7" (a contact), "office:cli"
    act: Mapped[str] = mapped_column(String(24))  # answer | close | unit | price | hsn | stock | lead_days
    about: Mapped[str] = mapped_column(String(90))  # ticket, sku, or sku and group
    value: Mapped[str | None] = mapped_column(String(80))
    at: Mapped[datetime]
