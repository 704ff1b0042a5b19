"""Tables of what is sold and by whom. Names and stories are JSON {"en", "hi", "hi-Latn"}."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    String,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime, stored in UTC; naive values are refused (SQLite would lose the zone silently)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    type_annotation_map = {  # noqa: RUF012
        datetime: UtcDateTime(),
        dict[str, Any]: JSON,
        list[str]: JSON,
        int: BigInteger().with_variant(Integer, "sqlite"),
    }


class Category(Base):
    __tablename__ = "category"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("category.id"))
    name: Mapped[dict[str, Any]]
    short: Mapped[dict[str, Any]]
    position: Mapped[int] = mapped_column(default=0)


class Seller(Base):
    """Who sells by law: whose name stands on the bill, whose tax status decides where goods may go, who is paid. A
    society may sell for many groups, a group for itself. What nobody has confirmed is NULL."""

    __tablename__ = "seller"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))  # society | government | group
    name: Mapped[dict[str, Any]]  # legal name
    state: Mapped[str] = mapped_column(String(40))  # of registration: the place of supply is compared with it
    gst_status: Mapped[str | None] = mapped_column(String(16))  # registered | unregistered | composition
    gstin: Mapped[str | None] = mapped_column(String(15))
    enrolment: Mapped[str | None] = mapped_column(String(20))  # of an unregistered seller (Notification 34/2023)
    pan_on_file: Mapped[bool] = mapped_column(default=False)
    address: Mapped[str | None] = mapped_column(String(300))
    pincode: Mapped[str | None] = mapped_column(String(6))
    phone: Mapped[str | None] = mapped_column(String(16))
    email: Mapped[str | None] = mapped_column(String(120))
    grievance_name: Mapped[str | None] = mapped_column(String(120))
    grievance_role: Mapped[str | None] = mapped_column(String(80))
    grievance_contact: Mapped[str | None] = mapped_column(String(120))
    source: Mapped[str | None] = mapped_column(String(80))  # "demo" | "officer" | a citation


class ProducerGroup(Base):
    """A prison workshop, a self-help group or a worker group; never a person."""

    __tablename__ = "producer_group"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    kind: Mapped[str] = mapped_column(String(24))  # prison_workshop | self_help_group | worker_group
    brand: Mapped[str | None] = mapped_column(String(40))  # Himkara | Mukti | HimIra
    name: Mapped[dict[str, Any]]
    short: Mapped[dict[str, Any]]
    place: Mapped[dict[str, Any]]
    district: Mapped[str | None] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(40))
    pincode: Mapped[str | None] = mapped_column(String(6))
    scheme: Mapped[dict[str, Any]]
    story: Mapped[dict[str, Any]]
    aliases: Mapped[list[str]]  # words people use for it: "kanda jail", "कंडा"
    seller_id: Mapped[str | None] = mapped_column(ForeignKey("seller.id"))  # NULL: nobody has said who sells for it
    active: Mapped[bool] = mapped_column(default=True)


class Product(Base):
    __tablename__ = "product"
    sku: Mapped[str] = mapped_column(String(40), primary_key=True)
    category_id: Mapped[str] = mapped_column(ForeignKey("category.id"))
    term: Mapped[str] = mapped_column(String(40))  # plain English term of the contract: "shawl"
    name: Mapped[dict[str, Any]]
    short: Mapped[dict[str, Any]]  # ≤ 20 graphemes and code points, for buttons and rows
    aliases: Mapped[list[str]]
    attrs: Mapped[dict[str, Any]] = mapped_column(default=dict)
    story: Mapped[dict[str, Any]]
    unit: Mapped[str | None] = mapped_column(String(12))
    unit_source: Mapped[str | None] = mapped_column(String(80))
    step_milli: Mapped[int] = mapped_column(default=1000)  # smallest sold quantity (250 = a quarter kilo)
    price_paise: Mapped[int | None]
    price_source: Mapped[str | None] = mapped_column(String(80))  # "demo" | "officer" | a cited source
    mode: Mapped[str] = mapped_column(String(16))  # stock | made_to_order | seasonal
    season: Mapped[dict[str, Any] | None]
    hsn: Mapped[str | None] = mapped_column(String(8))
    hsn_source: Mapped[str | None] = mapped_column(String(80))
    tax_tags: Mapped[list[str]] = mapped_column(default=list)  # what its rate depends on: handmade, framed (data/tax)
    food: Mapped[bool] = mapped_column(default=False)  # declares what catalog.declarations names, or does not sell
    declarations: Mapped[dict[str, Any]] = mapped_column(default=dict)
    service: Mapped[bool] = mapped_column(default=False)  # work that is booked with the group, not bought
    certificates: Mapped[dict[str, Any]] = mapped_column(default=dict)  # mark → {"number", "on"}; else no badge
    picture: Mapped[str | None] = mapped_column(String(80))  # media name
    position: Mapped[int] = mapped_column(default=0)  # order on the shelf
    active: Mapped[bool] = mapped_column(default=True)


class Offer(Base):
    """That a group makes a product, with its own stock and lead time; `rank` orders the groups of one product."""

    __tablename__ = "offer"
    id: Mapped[int] = mapped_column(primary_key=True)
    sku: Mapped[str] = mapped_column(ForeignKey("product.sku"))
    group_id: Mapped[str] = mapped_column(ForeignKey("producer_group.id"))
    rank: Mapped[int] = mapped_column(default=0)
    on_hand_milli: Mapped[int | None]  # None: nothing counted yet
    reserved_milli: Mapped[int] = mapped_column(default=0)
    stock_source: Mapped[str | None] = mapped_column(String(80))  # "demo" | "officer" | "producer"
    lead_days: Mapped[int | None]
    active: Mapped[bool] = mapped_column(default=True)
    __table_args__ = (UniqueConstraint("sku", "group_id"),)


class Contact(Base):
    """Who answers for a group: an officer or a lead, known by role; the person joins by a one-time code."""

    __tablename__ = "contact"
    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[str] = mapped_column(ForeignKey("producer_group.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    role: Mapped[str] = mapped_column(String(16))  # of catalog.roles
    active: Mapped[bool] = mapped_column(default=True)
    joined_at: Mapped[datetime | None]
    suspended_at: Mapped[datetime | None]  # may nothing, and is sent nothing, until a fresh code is written
    doubt: Mapped[str | None] = mapped_column(String(12))  # why: number | silent | office
    lessons: Mapped[int] = mapped_column(default=0, server_default="0")  # of actions.training, how far she has come
    practised_at: Mapped[datetime | None]  # she has brought the practice order to its end


class Invite(Base):
    """A one-time code by which a contact joins a group; only its hash is kept."""

    __tablename__ = "invite"
    code_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class JoinGuess(Base):
    """A joining code that did not work; counted, so that nobody guesses for long."""

    __tablename__ = "join_guess"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    at: Mapped[datetime]


class QrCode(Base):
    """A printed code: opens the chat on a product, or on a stall: all goods, or those of one group."""

    __tablename__ = "qr_code"
    code: Mapped[str] = mapped_column(String(16), primary_key=True)
    sku: Mapped[str | None] = mapped_column(ForeignKey("product.sku"))
    stall: Mapped[str | None] = mapped_column(String(80))
    group_id: Mapped[str | None] = mapped_column(ForeignKey("producer_group.id"))
    label: Mapped[str] = mapped_column(String(120))
    created_at: Mapped[datetime]


class Scan(Base):
    __tablename__ = "scan"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(ForeignKey("qr_code.code"), index=True)
    at: Mapped[datetime]
    opened: Mapped[str | None] = mapped_column(String(12))  # channel the visitor chose, when known
