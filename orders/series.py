"""Numbers of the papers a seller issues: without a gap, per seller, kind and financial year.

CGST Rules 2017, rule 46(b): a consecutive serial number of at most sixteen characters (letters, digits, dash, slash),
unique for a financial year. Two sellers may have the same number: it is unique within the seller.
"""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from orders.dates import financial_year, indian_day
from orders.document_tables import NumberSeries

PREFIXES = {"invoice": "INV", "bill_of_supply": "BOS", "receipt": "RCT"}
LONGEST = 16


def written(kind: str, year: str, count: int) -> str:
    """ "INV/26-27/0001". Raises ValueError for a number that is longer than the law allows."""
    number = f"{PREFIXES[kind]}/{year}/{count:04d}"
    if len(number) > LONGEST:
        raise ValueError(f"the series {PREFIXES[kind]}/{year} is full")
    return number


async def take(db: AsyncSession, seller_id: str, kind: str, now: datetime) -> str:
    """The next number. It counts only if the turn is committed: one that fails gives it back. Whoever comes second
    waits for the first, on the series' row."""
    year = financial_year(indian_day(now)).name[2:]
    insert = postgresql.insert if db.get_bind().dialect.name == "postgresql" else sqlite.insert
    first = {"seller_id": seller_id, "kind": kind, "year": year, "last": 0}
    await db.execute(insert(NumberSeries).values(first).on_conflict_do_nothing())
    return written(kind, year, await _raise(db, seller_id, kind, year))


async def _raise(db: AsyncSession, seller_id: str, kind: str, year: str) -> int:
    """One statement: what it reads is what it raises."""
    same = (NumberSeries.seller_id == seller_id, NumberSeries.kind == kind, NumberSeries.year == year)
    raised = update(NumberSeries).where(*same).values(last=NumberSeries.last + 1).returning(NumberSeries.last)
    return int(await db.scalar(raised.execution_options(synchronize_session=False)) or 0)


async def given(db: AsyncSession, seller_id: str, kind: str, year: str) -> int:
    """How many numbers of a series are out."""
    same = (NumberSeries.seller_id == seller_id, NumberSeries.kind == kind, NumberSeries.year == year)
    return int(await db.scalar(select(NumberSeries.last).where(*same)) or 0)
