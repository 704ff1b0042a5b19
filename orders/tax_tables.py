"""Rates of GST that the office has said, for codes that data/tax does not know."""

from datetime import date, datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from catalog.tables import Base


class TaxRate(Base):
    """One rate for a code from a day on: append-only, a newer day replaces an older one."""

    __tablename__ = "tax_rate"
    id: Mapped[int] = mapped_column(primary_key=True)
    hsn: Mapped[str] = mapped_column(String(8), index=True)
    rate_bp: Mapped[int]
    from_day: Mapped[date]
    source: Mapped[str] = mapped_column(String(200))  # which notification or whose advice
    set_by: Mapped[str] = mapped_column(String(40))
    set_at: Mapped[datetime]
