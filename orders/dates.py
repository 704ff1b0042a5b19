"""When a part of an order is needed. Pure; Indian days, returned as an aware time in UTC."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

IST = ZoneInfo("Asia/Kolkata")
STOCK_DAYS = 2  # working days to pack what lies on the shelf
_CLOSING = time(18, 0)
_SUNDAY = 6


def needed_by(now: datetime, lead_days: int | None = None) -> datetime:
    """Closing time (18:00 IST) of the day: `lead_days` calendar days on, moved off a Sunday; without a lead time
    two working days on (Monday to Saturday)."""
    day = now.astimezone(IST).date()
    if lead_days is None:
        left = STOCK_DAYS
        while left:
            day += timedelta(days=1)
            left -= day.weekday() != _SUNDAY
    else:
        day += timedelta(days=lead_days)
        day += timedelta(days=day.weekday() == _SUNDAY)
    return datetime.combine(day, _CLOSING, IST).astimezone(UTC)
