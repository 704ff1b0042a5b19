"""Rates the office says for codes the rate table does not know. Services flush; the caller commits."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from orders.tax import WHOLE
from orders.tax_tables import TaxRate


async def set_rate(
    db: AsyncSession, hsn: str, rate_bp: int, from_day: date, source: str, actor: str, now: datetime
) -> TaxRate:
    """The rate of a code from a day on, with the notification or the advice it comes from. Raises ValueError."""
    if not (hsn.isascii() and hsn.isdigit() and len(hsn) in (4, 6, 8)):
        raise ValueError("an HSN has 4, 6 or 8 digits")
    if not 0 <= rate_bp <= WHOLE // 2:
        raise ValueError("a rate is between 0 and 50 percent")
    if len(source.strip()) < 3:
        raise ValueError("a rate has a source")
    row = TaxRate(hsn=hsn, rate_bp=rate_bp, from_day=from_day, source=source.strip()[:200], set_by=actor, set_at=now)
    db.add(row)
    await db.flush()
    return row
