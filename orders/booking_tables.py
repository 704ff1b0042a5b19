"""Tables of work that is booked: who can be called, what was asked for, who was asked and what they said."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from catalog.tables import Base


class Worker(Base):
    """Somebody who can be called home, once the office has said yes. `state`: asked (waits for the office) | working |
    resting (takes no work now) | refused. Where she works: her pincode, and her district around it."""

    __tablename__ = "worker"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    class_id: Mapped[str] = mapped_column(String(40), index=True)
    name: Mapped[str] = mapped_column(String(80))
    pincode: Mapped[str] = mapped_column(String(6))
    district: Mapped[str | None] = mapped_column(String(60))
    phone: Mapped[str] = mapped_column(String(16))  # E.164; shown to a buyer only when both have said yes
    state: Mapped[str] = mapped_column(String(12))
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"))
    asked_at: Mapped[datetime | None]  # when work was last offered to her
    since: Mapped[datetime]
    __table_args__ = (UniqueConstraint("person_id", "class_id"),)


class Booking(Base):
    """Work asked for on a day at a place. `state`: asked (a worker is being asked) | taken | done | cancelled | nobody
    (the office looks for one)."""

    __tablename__ = "booking"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(16), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    cause: Mapped[str] = mapped_column(String(160), unique=True)  # the message that said yes
    order_id: Mapped[int | None] = mapped_column(ForeignKey("order.id"))
    class_id: Mapped[str] = mapped_column(String(40))
    day: Mapped[date] = mapped_column(Date)  # in India
    name: Mapped[str] = mapped_column(String(120))
    line: Mapped[str] = mapped_column(String(400))
    pincode: Mapped[str] = mapped_column(String(6))
    district: Mapped[str | None] = mapped_column(String(60))
    phone: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(12))
    worker_id: Mapped[int | None] = mapped_column(ForeignKey("worker.id"))  # who is asked now, or has taken it
    made_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class BookingOffer(Base):
    """That a worker was asked, and what she said: yes | no | silent | gave_up (after a yes); None: nothing yet."""

    __tablename__ = "booking_offer"
    id: Mapped[int] = mapped_column(primary_key=True)
    booking_id: Mapped[int] = mapped_column(ForeignKey("booking.id"), index=True)
    worker_id: Mapped[int] = mapped_column(ForeignKey("worker.id"))
    asked_at: Mapped[datetime]
    answer: Mapped[str | None] = mapped_column(String(8))
    answered_at: Mapped[datetime | None]
    __table_args__ = (UniqueConstraint("booking_id", "worker_id"),)
