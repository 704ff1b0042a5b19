"""The table of shops and stalls where the goods can be fetched."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from catalog.tables import Base


class Outlet(Base):
    """A shop of a seller, or a stall on some days. It has a group's row of the same id (kind "outlet", never among the
    makers): those who stand there join by a code as a group's contacts do. What nobody has said is NULL."""

    __tablename__ = "outlet"
    id: Mapped[str] = mapped_column(ForeignKey("producer_group.id"), primary_key=True)
    seller_id: Mapped[str] = mapped_column(ForeignKey("seller.id"))
    kind: Mapped[str] = mapped_column(String(8))  # store | stall
    name: Mapped[dict[str, Any]]
    short: Mapped[dict[str, Any]]
    place: Mapped[dict[str, Any]]
    district: Mapped[str | None] = mapped_column(String(60))  # the post's name
    state: Mapped[str] = mapped_column(String(60))
    pincode: Mapped[str | None] = mapped_column(String(6))
    line: Mapped[str | None] = mapped_column(String(300))  # the way to its door, as the office says it
    aliases: Mapped[list[str]]  # what people call it
    # seller: its seller's goods; state: those of its state's groups that sell for themselves, too
    serves: Mapped[str] = mapped_column(String(8))
    opens: Mapped[str | None] = mapped_column(String(5))  # "10:00", Indian time
    closes: Mapped[str | None] = mapped_column(String(5))
    closed_on: Mapped[str | None] = mapped_column(String(9))  # a weekday in English, small letters
    from_day: Mapped[date | None]  # a stall's days
    until_day: Mapped[date | None]
    gives_source: Mapped[str | None] = mapped_column(String(80))  # who says that orders are handed over here
    source: Mapped[str] = mapped_column(String(80))  # who says that it is there
