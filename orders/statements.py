"""What a group has earned, to the paisa as it stands in the books. Nothing here writes.

A month or a financial year is India's. What came back in it is taken off in it, also when it was sold before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.tables import ProducerGroup
from orders import splits
from orders.dates import Period, financial_year, indian_day
from orders.ledger import NOBODY, SOLD
from orders.money_tables import LedgerEntry, LedgerLine
from orders.shares import MEMBER

HISTORY = Path(__file__).parent.parent / "data" / "history" / "turnover.yml"
BY = ("unit", "brand", "district", "seller")


@dataclass(frozen=True)
class Statement:
    """One group in one period; paise. `shares` and `paid_out` by receiver."""

    group_id: str
    period: Period
    parcels: int  # sent in it
    back: int  # of any time, wholly or partly back in it
    net: int  # goods without tax and sending
    tax: int
    delivery: int
    shares: Mapping[str, int] = field(default_factory=dict)
    unshared: int = 0
    paid_out: Mapping[str, int] = field(default_factory=dict)

    @property
    def gross(self) -> int:
        """What buyers pay for the goods."""
        return self.net + self.tax


async def of_group(db: AsyncSession, group_id: str, period: Period) -> Statement:
    """Everything the books say of a group in a period; empty when they say nothing."""
    sums = await _sums(db, group_id, period)
    sold = {(kind, account): paise for (kind, account), paise in sums.items() if kind in SOLD}
    shares: dict[str, int] = {}
    out: dict[str, int] = {}
    begins = f"share:{group_id}:"
    for (kind, account), paise in sums.items():
        if account.startswith(begins):
            to, one = account.removeprefix(begins), out if kind == "payout" else shares
            one[to] = one.get(to, 0) + (paise if kind == "payout" else -paise)
    return Statement(
        group_id,
        period,
        parcels=await _count(db, group_id, period, "supply"),
        back=await _count(db, group_id, period, "return"),
        net=-_starting(sold, "sales:"),
        tax=-_starting(sold, "tax:"),
        delivery=-_starting(sold, "delivery:"),
        shares={to: paise for to, paise in shares.items() if paise},
        unshared=-_starting(sums, f"unshared:{group_id}"),
        paid_out={to: paise for to, paise in out.items() if paise},
    )


def of_member(statement: Statement, number: int) -> tuple[int, int]:
    """What one numbered member of a self-help group earned and was paid: her own line and nobody else's."""
    to = f"{MEMBER}{number}"
    return statement.shares.get(to, 0), statement.paid_out.get(to, 0)


@dataclass(frozen=True)
class Wages:
    """A workshop's wages; both None when they would tell of fewer people than may be told, or nobody counted them."""

    paise: int | None
    people: int | None


async def wages(db: AsyncSession, group_id: str, period: Period) -> Wages:
    """For the prison's own report: a sum and a number of people, no list and nobody's line (privacy, M7)."""
    people = await splits.people(db, group_id, "wages", _last_moment(period))
    if people is None:
        return Wages(None, None)
    return Wages((await of_group(db, group_id, period)).shares.get("wages", 0), people)


@dataclass(frozen=True)
class Turnover:
    """What one unit, brand, district or seller has sold in a financial year, returns taken off; paise."""

    year: str
    of: str
    parcels: int
    net: int
    tax: int


async def turnover(db: AsyncSession, by: str = "unit") -> list[Turnover]:
    """Every financial year in the books. Raises ValueError for another `by` than BY."""
    if by not in BY:
        raise ValueError(f"turnover is told by {', '.join(BY)}")
    groups = {group.id: group for group in await db.scalars(select(ProducerGroup))}
    found: list[Turnover] = []
    for period in await _years(db):
        sums: dict[str, list[int]] = {}
        for entry, account, paise in await _sold_in(db, period):
            seller, group_id = entry.seller_id or NOBODY, entry.group_id or ""
            row = sums.setdefault(_named(by, groups.get(group_id), group_id, seller), [0, 0, 0])
            if account.startswith("sales:"):
                row[0] += entry.kind == "supply"
                row[1] -= paise
            else:
                row[2] -= paise
        found += [Turnover(period.name, of, *row) for of, row in sorted(sums.items())]
    return found


def _named(by: str, group: ProducerGroup | None, group_id: str, seller_id: str) -> str:
    if by == "seller":
        return seller_id
    if by == "unit" or group is None:
        return group_id
    return (group.brand if by == "brand" else group.district) or "none"


async def _sold_in(db: AsyncSession, period: Period) -> Sequence[tuple[LedgerEntry, str, int]]:
    found = (
        select(LedgerEntry, LedgerLine.account, LedgerLine.paise)
        .join(LedgerLine, LedgerLine.entry_id == LedgerEntry.id)
        .where(LedgerEntry.kind.in_(SOLD), LedgerEntry.at >= period.begin, LedgerEntry.at < period.end)
        .where(LedgerLine.account.startswith("sales:") | LedgerLine.account.startswith("tax:"))
    )
    return [(entry, account, paise) for entry, account, paise in (await db.execute(found)).all()]


async def _years(db: AsyncSession) -> list[Period]:
    first, last = (await db.execute(select(func.min(LedgerEntry.at), func.max(LedgerEntry.at)))).one()
    if first is None:
        return []
    years = [financial_year(indian_day(first))]
    while years[-1].end <= last:
        years.append(financial_year(indian_day(years[-1].end)))
    return years


@lru_cache(maxsize=1)
def history(file: Path = HISTORY) -> tuple[dict[str, Any], ...]:
    """What others have published of earlier years, each with its source. It is cited, never added to our sums."""
    return tuple(yaml.safe_load(file.read_text("utf-8")))


async def _sums(db: AsyncSession, group_id: str, period: Period) -> dict[tuple[str, str], int]:
    rows = await db.execute(
        select(LedgerEntry.kind, LedgerLine.account, func.sum(LedgerLine.paise))
        .join(LedgerLine, LedgerLine.entry_id == LedgerEntry.id)
        .where(LedgerEntry.group_id == group_id, LedgerEntry.at >= period.begin, LedgerEntry.at < period.end)
        .group_by(LedgerEntry.kind, LedgerLine.account)
        .order_by(func.min(LedgerLine.id))
    )
    return {(kind, account): int(paise) for kind, account, paise in rows}


async def _count(db: AsyncSession, group_id: str, period: Period, kind: str) -> int:
    found = select(func.count(func.distinct(LedgerEntry.seller_order_id))).where(
        LedgerEntry.group_id == group_id, LedgerEntry.kind == kind,
        LedgerEntry.at >= period.begin, LedgerEntry.at < period.end,
    )  # fmt: skip
    return int(await db.scalar(found) or 0)


def _starting(sums: Mapping[tuple[str, str], int], begins: str) -> int:
    return sum(paise for (_, account), paise in sums.items() if account.startswith(begins))


def _last_moment(period: Period) -> datetime:
    return period.end - timedelta(microseconds=1)
