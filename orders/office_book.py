"""What the office has done, line by line. Services flush; the caller commits."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from orders.tables import OfficeAct

CLI = "office:cli"


async def note(db: AsyncSession, actor: str, act: str, about: str, value: str | None, now: datetime) -> None:
    """Appends one act; `actor` is "office:<contact id>" or `CLI`."""
    db.add(OfficeAct(actor=actor, act=act, about=about[:90], value=value and value[:80], at=now))
    await db.flush()
