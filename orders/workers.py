"""Who can be called home: offering oneself, the office's yes or no, resting. Services flush, never commit."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from orders.booking_tables import Worker


async def offer_self(
    db: AsyncSession, person_id: int, class_id: str, name: str, pincode: str, district: str | None, phone: str,
    now: datetime,
) -> Worker:  # fmt: skip
    """A worker who waits for the office; telling it again changes her words, and she waits again."""
    row = await db.scalar(select(Worker).where(Worker.person_id == person_id, Worker.class_id == class_id))
    if row is None:
        row = Worker(person_id=person_id, class_id=class_id, ticket_id=None, asked_at=None, since=now)
        db.add(row)
    row.name, row.pincode, row.district, row.phone, row.state = name[:80], pincode, district, phone, "asked"
    await db.flush()
    return row


async def of_person(db: AsyncSession, person_id: int) -> Sequence[Worker]:
    rows = await db.scalars(select(Worker).where(Worker.person_id == person_id).order_by(Worker.id))
    return rows.all()


async def waiting(db: AsyncSession) -> Sequence[Worker]:
    """Those the office has not answered, the oldest first."""
    return (await db.scalars(select(Worker).where(Worker.state == "asked").order_by(Worker.id))).all()


async def settle(db: AsyncSession, worker: Worker, yes: bool) -> bool:
    """The office's word; False when it was given before."""
    if worker.state != "asked":
        return False
    worker.state = "working" if yes else "refused"
    await db.flush()
    return True


async def rest(db: AsyncSession, person_id: int, resting: bool) -> int:
    """Takes no work for now, or takes it again; how many of her classes that changed."""
    old, new = ("working", "resting") if resting else ("resting", "working")
    changed = [worker for worker in await of_person(db, person_id) if worker.state == old]
    for worker in changed:
        worker.state = new
    await db.flush()
    return len(changed)
