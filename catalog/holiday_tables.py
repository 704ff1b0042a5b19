"""The table of the days on which a group does no work."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from catalog.tables import Base


class ClosedDays(Base):
    """Indian days, the first and the last of them closed too; `undone_at`: she took it back, it counts no more."""

    __tablename__ = "closed_days"
    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[str] = mapped_column(ForeignKey("producer_group.id"), index=True)
    from_day: Mapped[date]
    until_day: Mapped[date]
    said_at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    undone_at: Mapped[datetime | None]
