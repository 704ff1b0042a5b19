"""The table of goods that producers have told of and the office has not yet put on the shelf."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from catalog.tables import Base


class ProductDraft(Base):
    """One product as its producer tells it, message by message; None is not said yet. `pack_milli` of `pack_unit`:
    what one holds. `state`: open (she is telling) | sent (the office looks) | live | refused | dropped."""

    __tablename__ = "product_draft"
    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[str] = mapped_column(ForeignKey("producer_group.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    state: Mapped[str] = mapped_column(String(12))
    name: Mapped[str | None] = mapped_column(String(60))
    hindi: Mapped[str | None] = mapped_column(String(60))
    pack_milli: Mapped[int | None]
    pack_unit: Mapped[str | None] = mapped_column(String(12))
    unit: Mapped[str | None] = mapped_column(String(12))
    price_paise: Mapped[int | None]
    stock_milli: Mapped[int | None]
    lead_days: Mapped[int | None]  # made to order: days to make one
    category_id: Mapped[str | None] = mapped_column(ForeignKey("category.id"))
    sku: Mapped[str | None] = mapped_column(ForeignKey("product.sku"))
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"))
    made_at: Mapped[datetime]
    changed_at: Mapped[datetime]
