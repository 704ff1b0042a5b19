"""Indian days, months and years; when a part of an order is needed. Pure; times are returned aware, in UTC."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

IST = ZoneInfo("Asia/Kolkata")
STOCK_DAYS = 2  # working days to pack what lies on the shelf
_CLOSING = time(18, 0)
_SUNDAY = 6


def needed_by(now: datetime, lead_days: int | None = None, closed: Collection[date] = ()) -> datetime:
    """Closing time (18:00 IST) of the day: `lead_days` calendar days on, moved off a Sunday; without a lead time
    two working days on (Monday to Saturday). On `closed` days nothing is made or packed: they count for neither."""
    day = now.astimezone(IST).date()
    left = STOCK_DAYS if lead_days is None else lead_days
    while left > 0:
        day += timedelta(days=1)
        left -= day not in closed and (lead_days is not None or day.weekday() != _SUNDAY)
    return datetime.combine(first_open(day, closed), _CLOSING, IST).astimezone(UTC)


def first_open(today: date, closed: Collection[date]) -> date:
    """Today or the first day after it that is neither a Sunday nor closed."""
    while today.weekday() == _SUNDAY or today in closed:
        today += timedelta(days=1)
    return today


@dataclass(frozen=True)
class Period:
    """Indian days from `begin` up to, and without, `end`; both as aware times."""

    name: str  # "2026-11" or "2026-27"
    begin: datetime
    end: datetime


def month(day: date) -> Period:
    """The calendar month of an Indian day."""
    after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return Period(f"{day:%Y-%m}", _midnight(day.replace(day=1)), _midnight(after))


def financial_year(day: date) -> Period:
    """April to March, India's, of an Indian day: "2026-27"."""
    first = day.year - (day.month < 4)
    name = f"{first}-{(first + 1) % 100:02d}"
    return Period(name, _midnight(date(first, 4, 1)), _midnight(date(first + 1, 4, 1)))


def indian_day(at: datetime) -> date:
    return at.astimezone(IST).date()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), IST).astimezone(UTC)
