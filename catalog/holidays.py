"""Days on which a group does no work: told, taken back, ended early. Services flush; the caller commits."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.holiday_tables import ClosedDays

LONGEST = 60  # days; what is longer the office looks at
UNDO_FOR = timedelta(minutes=10)
_DAY = timedelta(days=1)

Days = frozenset[date]


async def close(
    db: AsyncSession, group_id: str, from_day: date, until_day: date, person_id: int, now: datetime
) -> ClosedDays:
    """The same days told twice are one row. Raises ValueError for days that end before they begin, or are too many."""
    if not timedelta(0) <= until_day - from_day < LONGEST * _DAY:
        raise ValueError(f"closed from {from_day} until {until_day}")
    for row in await _standing(db, [group_id], from_day):
        if (row.from_day, row.until_day) == (from_day, until_day):
            return row
    row = ClosedDays(
        group_id=group_id, from_day=from_day, until_day=until_day, said_at=now, person_id=person_id, undone_at=None
    )
    db.add(row)
    await db.flush()
    return row


async def undo(db: AsyncSession, row: ClosedDays, now: datetime) -> bool:
    """False when it is too late, or undone already: from then on a holiday is ended by reopening."""
    if row.undone_at is not None or now > row.said_at + UNDO_FOR:
        return False
    row.undone_at = now
    await db.flush()
    return True


async def reopen(db: AsyncSession, group_id: str, day: date, now: datetime) -> bool:
    """The group works from `day` on; False when it was not to be closed then."""
    rows = await _standing(db, [group_id], day)
    for row in rows:
        if row.from_day >= day:
            row.undone_at = now
        else:
            row.until_day = day - _DAY
    await db.flush()
    return bool(rows)


async def closed(db: AsyncSession, groups: Iterable[str], today: date) -> dict[str, Days]:
    """The closed days, from `today` on, of each of `groups` that has any."""
    found: dict[str, set[date]] = {}
    for row in await _standing(db, sorted(set(groups)), today):
        first = max(row.from_day, today)
        days = {first + n * _DAY for n in range((row.until_day - first).days + 1)}
        found.setdefault(row.group_id, set()).update(days)
    return {group: frozenset(days) for group, days in found.items()}


async def none_works(db: AsyncSession, groups: Sequence[str], today: date) -> Days:
    """The days, from `today` on, on which all of `groups` are closed."""
    away = await closed(db, groups, today)
    days = [away.get(group, frozenset()) for group in groups]
    return frozenset.intersection(*days) if days else frozenset()


async def _standing(db: AsyncSession, groups: Sequence[str], day: date) -> Sequence[ClosedDays]:
    """Not taken back, and not over before `day`."""
    rows = await db.scalars(
        select(ClosedDays)
        .where(ClosedDays.group_id.in_(groups), ClosedDays.undone_at.is_(None), ClosedDays.until_day >= day)
        .order_by(ClosedDays.id)
    )
    return rows.all()
