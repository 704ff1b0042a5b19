"""Whether those who must make or send an order have been reached, and whom the office has to call."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, String, text
from sqlalchemy.orm import Mapped, mapped_column

from catalog.tables import Base


class Told(Base):
    """One notice of an order to one contact of its group, and whether she has seen it."""

    __tablename__ = "told"
    id: Mapped[int] = mapped_column(primary_key=True)
    outbox_id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer(), "sqlite"), unique=True)
    seller_order_id: Mapped[int] = mapped_column(ForeignKey("seller_order.id"), index=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    what: Mapped[str] = mapped_column(String(40))  # the template: new_order, order_to_send, order_late
    rung: Mapped[str] = mapped_column(String(8))  # first | channel (her other chat) | deputy
    at: Mapped[datetime]
    outcome: Mapped[str | None] = mapped_column(String(8))  # reached | moved (no matter now) | failed | shut | unread
    decided_at: Mapped[datetime | None]


class CallWish(Base):
    """An order whose group no message reaches: the office calls. One open wish an order."""

    __tablename__ = "call_wish"
    id: Mapped[int] = mapped_column(primary_key=True)
    seller_order_id: Mapped[int] = mapped_column(ForeignKey("seller_order.id"))
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"))
    why: Mapped[str] = mapped_column(String(8))  # of the last notice: failed | shut | unread
    since: Mapped[datetime]
    done_at: Mapped[datetime | None]
    done_by: Mapped[str | None] = mapped_column(String(40))  # who spoke with them: "office:7", "office:cli"
    __table_args__ = (
        Index("call_wish_open", "seller_order_id", unique=True, sqlite_where=text("done_at IS NULL"),
              postgresql_where=text("done_at IS NULL")),
    )  # fmt: skip
