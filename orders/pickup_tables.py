"""Tables of the codes by which goods are fetched."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from catalog.tables import Base


class PickupCode(Base):
    """The one code of a part that lies ready at an outlet; only its hash is kept, a new one takes its place."""

    __tablename__ = "pickup_code"
    seller_order_id: Mapped[int] = mapped_column(ForeignKey("seller_order.id"), primary_key=True)
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class PickupGuess(Base):
    """A code that was none of this person's; counted, so that nobody guesses for long."""

    __tablename__ = "pickup_guess"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    at: Mapped[datetime]
