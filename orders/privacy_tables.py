"""What a person was told of her data, and what she said to it."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from catalog.tables import Base


class Consent(Base):
    """One purpose, one version of the notice: shown, agreed to by an explicit act, taken back. Rows are never deleted:
    who was told what, and when, must be provable (DPDP Act 2023, section 6(10)); after an erasure the person behind the
    id is nobody."""

    __tablename__ = "consent"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    purpose: Mapped[str] = mapped_column(String(8))  # orders | news
    version: Mapped[str] = mapped_column(String(12))  # of the notice (data/privacy.yml)
    language: Mapped[str] = mapped_column(String(8))
    channel: Mapped[str] = mapped_column(String(12))
    shown_at: Mapped[datetime]
    given_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
