"""Work that is booked: asked for, offered to one worker at a time, taken, done or given back.

Services flush, never commit. The booking's row is locked before anything about it changes, so that two answers at
once are one answer and one "too late"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from orders.booking_tables import Booking, BookingOffer, Worker
from orders.job_match import Candidate, next_one

FARTHEST = timedelta(days=60)
OPEN = ("asked", "taken", "nobody")


@dataclass(frozen=True)
class Where:
    """Where the work is and whom to ask for; told to a worker only after both have said yes."""

    name: str
    line: str
    pincode: str
    district: str | None
    phone: str


async def ask(
    db: AsyncSession, person_id: int, cause: str, class_id: str, day: date, where: Where, now: datetime,
    order_id: int | None = None,
) -> tuple[Booking, bool]:  # fmt: skip
    """A new booking "HB-7", or the one that the same message already made; True when it is new."""
    known = await db.scalar(select(Booking).where(Booking.cause == cause))
    if known is not None:
        return known, False
    booking = Booking(
        number=cause[-16:], person_id=person_id, cause=cause, order_id=order_id, class_id=class_id, day=day,
        name=where.name, line=where.line, pincode=where.pincode, district=where.district, phone=where.phone,
        state="asked", worker_id=None, made_at=now, changed_at=now,
    )  # fmt: skip
    db.add(booking)
    await db.flush()
    booking.number = f"HB-{booking.id}"
    await db.flush()
    return booking, True


async def locked(db: AsyncSession, booking_id: int) -> Booking | None:
    return await db.scalar(
        select(Booking).where(Booking.id == booking_id).with_for_update().execution_options(populate_existing=True)
    )


async def of_person(db: AsyncSession, person_id: int) -> Sequence[Booking]:
    """Her open ones, the soonest first."""
    rows = await db.scalars(
        select(Booking).where(Booking.person_id == person_id, Booking.state.in_(OPEN)).order_by(Booking.day, Booking.id)
    )
    return rows.all()


async def worker_of(db: AsyncSession, booking: Booking) -> Worker | None:
    return await db.get(Worker, booking.worker_id) if booking.worker_id else None


async def offer_next(db: AsyncSession, booking: Booking, now: datetime) -> Worker | None:
    """Asks the next worker; None when nobody is left: then the office looks for one. The booking is locked."""
    tried = set(await db.scalars(select(BookingOffer.worker_id).where(BookingOffer.booking_id == booking.id)))
    chosen = next_one(await _candidates(db, booking), booking.pincode, booking.district, tried)
    booking.changed_at = now
    if chosen is None:
        booking.state, booking.worker_id = "nobody", None
        await db.flush()
        return None
    worker = await db.get_one(Worker, chosen.worker_id)
    worker.asked_at = now
    booking.state, booking.worker_id = "asked", worker.id
    db.add(BookingOffer(booking_id=booking.id, worker_id=worker.id, asked_at=now, answer=None, answered_at=None))
    await db.flush()
    return worker


async def _candidates(db: AsyncSession, booking: Booking) -> list[Candidate]:
    """Of its class; locked in the order of their ids, so that one worker is not asked for two jobs at once."""
    workers = await db.scalars(
        select(Worker)
        .where(Worker.class_id == booking.class_id, Worker.state == "working", Worker.person_id != booking.person_id)
        .order_by(Worker.id)
        .with_for_update()
    )
    busy = set(
        await db.scalars(
            select(Booking.worker_id).where(
                Booking.day == booking.day, Booking.state.in_(("asked", "taken")), Booking.id != booking.id
            )
        )
    )
    return [Candidate(one.id, one.pincode, one.district, one.id in busy, one.asked_at) for one in workers]


async def answer(db: AsyncSession, booking: Booking, person_id: int, yes: bool, now: datetime) -> bool:
    """What the worker who is asked says; False when it is not hers to say (any more). The booking is locked."""
    worker = await worker_of(db, booking)
    if booking.state != "asked" or worker is None or worker.person_id != person_id:
        return False
    await _note(db, booking, "yes" if yes else "no", now)
    if yes:
        booking.state = "taken"
    booking.changed_at = now
    await db.flush()
    return True


async def silent(db: AsyncSession, booking: Booking, now: datetime) -> None:
    """She did not answer in time."""
    await _note(db, booking, "silent", now)


async def give_up(db: AsyncSession, booking: Booking, person_id: int, now: datetime) -> bool:
    """A worker who had said yes cannot come; False when the job is not hers. The next one may be asked."""
    worker = await worker_of(db, booking)
    if booking.state != "taken" or worker is None or worker.person_id != person_id:
        return False
    await _note(db, booking, "gave_up", now)
    booking.state, booking.changed_at = "asked", now
    await db.flush()
    return True


async def cancel(db: AsyncSession, booking: Booking, now: datetime) -> bool:
    """The buyer does not want it any more; False when it is over already."""
    if booking.state not in OPEN:
        return False
    booking.state, booking.changed_at = "cancelled", now
    await db.flush()
    return True


async def finish(db: AsyncSession, booking: Booking, now: datetime) -> bool:
    """The buyer says that the work is done."""
    if booking.state != "taken":
        return False
    booking.state, booking.changed_at = "done", now
    await db.flush()
    return True


async def _note(db: AsyncSession, booking: Booking, said: str, now: datetime) -> None:
    offer = await db.scalar(
        select(BookingOffer).where(BookingOffer.booking_id == booking.id, BookingOffer.worker_id == booking.worker_id)
    )
    if offer is not None:
        offer.answer, offer.answered_at = said, now
    await db.flush()
