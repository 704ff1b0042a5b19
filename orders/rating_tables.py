"""What buyers say of goods that reached them."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from catalog.tables import Base


class Rating(Base):
    """One for each seller order. It is about goods and the group that sent them, never about somebody who made them."""

    __tablename__ = "rating"
    id: Mapped[int] = mapped_column(primary_key=True)
    seller_order_id: Mapped[int] = mapped_column(ForeignKey("seller_order.id"), unique=True)
    stars: Mapped[int]  # 1 to 5
    words: Mapped[str | None] = mapped_column(String(500))
    let_through: Mapped[bool] = mapped_column(default=False)  # by the office; other words are shown to nobody else
    at: Mapped[datetime]
