"""Tables of the papers a seller issues: where each series of numbers stands, and every paper that has a number."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from catalog.tables import Base


class NumberSeries(Base):
    """The last number given out in one series; raised under its row's lock, in the turn that issues the paper."""

    __tablename__ = "number_series"
    seller_id: Mapped[str] = mapped_column(ForeignKey("seller.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)  # orders.series.PREFIXES
    year: Mapped[str] = mapped_column(String(7), primary_key=True)  # "26-27"
    last: Mapped[int]


class IssuedDocument(Base):
    """A paper as it was issued: `data` is all that is printed, so that it prints the same for ever."""

    __tablename__ = "issued_document"
    id: Mapped[int] = mapped_column(primary_key=True)
    seller_id: Mapped[str] = mapped_column(ForeignKey("seller.id"))
    seller_order_id: Mapped[int] = mapped_column(ForeignKey("seller_order.id"))
    kind: Mapped[str] = mapped_column(String(16))
    number: Mapped[str] = mapped_column(String(16))  # "INV/26-27/0001"
    at: Mapped[datetime]
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    sha256: Mapped[str] = mapped_column(String(64))  # of the data as canonical JSON
    __table_args__ = (UniqueConstraint("seller_id", "number"), UniqueConstraint("seller_order_id", "kind"))
