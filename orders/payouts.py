"""When proceeds are due to those they belong to, and that they were paid out; cash and parcels on their way; what an
operator may have to keep back. Services flush, never commit.

The shop moves no money: a person of the office has paid, and says so with the bank's reference.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.tables import ProducerGroup
from orders import ledger, office_book
from orders.dates import Period, indian_day
from orders.ledger import NOBODY, SOLD, About
from orders.money_tables import LedgerEntry, LedgerLine
from orders.tables import OfficeAct, Order, OrderLine, SellerOrder
from orders.tax import half_up
from orders.tickets import legible

DATA = Path(__file__).parent.parent / "data"
COMING_BACK = ("return_asked", "return_agreed")


class NotDue(ValueError):
    """More than is due to them."""


@lru_cache(maxsize=1)
def days_after_delivery() -> int:
    return int(yaml.safe_load((DATA / "payouts.yml").read_text("utf-8"))["days_after_delivery"])


@dataclass(frozen=True)
class Owed:
    """What a receiver of a group's proceeds has earned and not had yet; `due` of it may be paid now, the rest waits
    for its parcels, their money, or the time for returns."""

    group_id: str
    to: str
    paise: int
    due: int


async def owed(db: AsyncSession, group_id: str, now: datetime) -> list[Owed]:
    """Every receiver of the group to whom something stands in the books."""
    begins = f"share:{group_id}:"
    rows = await db.execute(
        select(LedgerLine.account, func.sum(LedgerLine.paise))
        .where(LedgerLine.account.startswith(begins, autoescape=True))
        .group_by(LedgerLine.account)
        .order_by(LedgerLine.account)
    )
    waits = await _waiting(db, group_id, now)
    found = []
    for account, paise in rows:
        standing = -int(paise)
        due = max(0, standing - waits.get(account, 0))
        if standing:
            found.append(Owed(group_id, account.removeprefix(begins), standing, due))
    return found


async def _waiting(db: AsyncSession, group_id: str, now: datetime) -> dict[str, int]:
    """By account: shares of parcels that are not settled yet."""
    parts = select(SellerOrder).join(LedgerEntry, LedgerEntry.seller_order_id == SellerOrder.id)
    supplied = parts.where(LedgerEntry.kind == "supply", LedgerEntry.group_id == group_id)
    waits: dict[str, int] = {}
    for part in (await db.scalars(supplied)).all():
        if await _settled(db, part, now):
            continue
        for account, paise in (await ledger.standing(db, part.id)).items():
            if account.startswith("share:"):
                waits[account] = waits.get(account, 0) - paise
    return waits


async def _settled(db: AsyncSession, part: SellerOrder, now: datetime) -> bool:
    """Delivered, its time for returns over, and the buyer's money at the payee."""
    if part.state == "returned":
        return True
    if part.state != "delivered" or part.changed_at + timedelta(days=days_after_delivery()) > now:
        return False
    order = await db.get_one(Order, part.order_id)
    open_sums = [
        await ledger.of_order(db, order.id, part.seller_id, account)
        for account in (f"buyer:{order.number}", f"cod:{part.seller_id or NOBODY}")
    ]
    return all(paise <= 0 for paise in open_sums)


async def pay_out(
    db: AsyncSession, group_id: str, to: str, paise: int, reference: str, by: str, now: datetime
) -> LedgerEntry | None:
    """Somebody of the office has paid a receiver; the bank's `reference` makes it happen once (then None).

    Raises LookupError for no such group, ValueError without reference, NotDue."""
    group = await db.get(ProducerGroup, group_id)
    number = legible(reference, 40)
    if group is None:
        raise LookupError(group_id)
    if not number or paise <= 0:
        raise ValueError("a payout has a sum and the bank's reference")
    await ledger.hold_rules(db, group_id, changing=True)
    cause = f"payout:{group_id}:{to}:{number}"
    if await db.scalar(select(LedgerEntry.id).where(LedgerEntry.cause == cause)) is not None:
        return None
    due = next((one.due for one in await owed(db, group_id, now) if one.to == to), 0)
    if paise > due:
        raise NotDue(f"{due / 100:.2f} rupees are due to {to} of {group_id}")
    lines = {f"share:{group_id}:{to}": paise, f"cash:{group.seller_id or NOBODY}": -paise}
    entry = await ledger.post(db, "payout", cause, lines, now, About(group.seller_id, group_id), f"{by}: {number}")
    await office_book.note(db, by, "payout", f"{group_id} {to}", f"{paise / 100:.2f} {number}", now)
    return entry


@dataclass(frozen=True)
class OnItsWay:
    """Cash taken at the door that has not arrived, or a parcel on its way back (`paise`: what is sold of it now)."""

    what: str  # cash | back
    number: str
    group_id: str
    since: datetime
    paise: int
    carrier: str | None


async def on_its_way(db: AsyncSession) -> list[OnItsWay]:
    """The longest on its way first."""
    found = []
    taken = select(SellerOrder, LedgerEntry).join(LedgerEntry, LedgerEntry.seller_order_id == SellerOrder.id)
    for part, entry in (await db.execute(taken.where(LedgerEntry.kind == "cash"))).all():
        account = f"cod:{part.seller_id or NOBODY}"
        taken_now = sum(line.paise for line in await ledger.lines_of(db, entry.id) if line.account == account)
        left = min(taken_now, await ledger.of_order(db, part.order_id, part.seller_id, account))
        if left > 0:
            found.append(OnItsWay("cash", part.number, part.group_id, entry.at, left, part.carrier))
    for part in (await db.scalars(select(SellerOrder).where(SellerOrder.state.in_(COMING_BACK)))).all():
        sold = (await ledger.standing(db, part.id)).get(f"passed_on:{part.group_id}", 0)
        found.append(OnItsWay("back", part.number, part.group_id, part.changed_at, sold, part.carrier))
    return sorted(found, key=lambda one: (one.since, one.number))


@dataclass(frozen=True)
class Withholding:
    """One rule of data/tax/withholding.yml. `rates`: (from this day, hundredths of a percent or None), oldest first."""

    id: str
    what: str
    base: str  # taxable | value
    rates: tuple[tuple[date, int | None], ...]
    source: str

    def bp_on(self, day: date) -> int | None:
        return next((bp for since, bp in reversed(self.rates) if since <= day), None)


@lru_cache(maxsize=1)
def withholdings() -> tuple[Withholding, ...]:
    rows: list[dict[str, Any]] = yaml.safe_load((DATA / "tax" / "withholding.yml").read_text("utf-8"))
    return tuple(
        Withholding(
            row["id"],
            row["what"],
            row["base"],
            tuple((rate["from"], _bp(rate["percent"])) for rate in row["rates"]),
            row["source"],
        )
        for row in rows
    )


def _bp(percent: str | None) -> int | None:
    return None if percent is None else int(Decimal(percent) * 100)


async def confirmed(db: AsyncSession, rule_id: str) -> bool:
    """Whether the office has said last that this rule binds the shop: off until then."""
    said = select(OfficeAct.value).where(OfficeAct.act == "withholding", OfficeAct.about == rule_id)
    return await db.scalar(said.order_by(OfficeAct.id.desc()).limit(1)) == "on"


async def confirm(db: AsyncSession, rule_id: str, on: bool, by: str, now: datetime) -> None:
    """Raises LookupError for no such rule."""
    if rule_id not in {rule.id for rule in withholdings()}:
        raise LookupError(rule_id)
    await office_book.note(db, by, "withholding", rule_id, "on" if on else "off", now)


@dataclass(frozen=True)
class Kept:
    """What a confirmed rule keeps back of a seller's sales in a period; paise."""

    rule_id: str
    seller_id: str
    base: int
    paise: int


async def kept_back(db: AsyncSession, period: Period) -> list[Kept]:
    """By confirmed rule and seller, of what was sold in the period less what came back; nothing of a rule that is off,
    and nothing below nothing."""
    rules = [rule for rule in withholdings() if await confirmed(db, rule.id)]
    bases: dict[tuple[str, str], int] = {}
    sums: dict[tuple[str, str], int] = {}
    for at, seller, value, taxable in await _values(db, period) if rules else ():
        for rule in rules:
            bp = rule.bp_on(indian_day(at))
            if bp is not None:
                base = value if rule.base == "value" else taxable
                key = (rule.id, seller)
                bases[key] = bases.get(key, 0) + base
                sums[key] = sums.get(key, 0) + base * bp
    return [Kept(*key, base, max(0, half_up(max(0, sums[key]), 10_000))) for key, base in sorted(bases.items())]


async def _values(db: AsyncSession, period: Period) -> Sequence[tuple[datetime, str, int, int]]:
    """(when, seller, value without tax, of it goods on which tax was charged) of every supply and return."""
    found = (
        select(LedgerEntry, LedgerLine.account, LedgerLine.paise)
        .join(LedgerLine, LedgerLine.entry_id == LedgerEntry.id)
        .where(LedgerEntry.kind.in_(SOLD), LedgerEntry.at >= period.begin, LedgerEntry.at < period.end)
        .where(LedgerLine.account.startswith("sales:"))
        .order_by(LedgerEntry.id)
    )
    rows = []
    for entry, _, paise in (await db.execute(found)).all():
        value = -paise
        rows.append((entry.at, entry.seller_id or NOBODY, value, await _taxable(db, entry.seller_order_id, value)))
    return rows


async def _taxable(db: AsyncSession, part_id: int | None, value: int) -> int:
    """The share of `value` on which tax was charged, as in the whole part."""
    lines = (await db.scalars(select(OrderLine).where(OrderLine.seller_order_id == part_id))).all()
    whole = sum(line.taxable_paise for line in lines)
    taxed = sum(line.taxable_paise for line in lines if line.rate_bp)
    if not whole:
        return 0
    return half_up(abs(value) * taxed, whole) * (1 if value >= 0 else -1)
