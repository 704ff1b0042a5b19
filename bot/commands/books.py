"""What is made of the money, for a terminal: shares, statements, payouts (commands: bot.commands.proceeds)."""

import csv
import sys
from collections.abc import Iterable
from datetime import date, datetime
from io import StringIO

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import utc_now
from bot.commands.acts import Refused, Row, show
from bot.commands.office import scaled
from catalog.tables import ProducerGroup, Seller
from orders import accounts, book, ledger, office_book, payouts, splits, statements
from orders.dates import Period, financial_year, indian_day, month
from orders.ledger import About
from orders.money_tables import LedgerEntry, LedgerLine
from orders.office_book import CLI
from orders.shares import checked
from orders.tables import Order

# A cell that begins so is taken for a formula by spreadsheets.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


async def set_split(db: AsyncSession, group: str, words: str, from_day: date, source: str, now: datetime) -> Row:
    """Raises Refused when it is no rule, or nobody says which paper says so."""
    try:
        shares = splits.read_shares(words)
        shared = await splits.set_rule(db, group, from_day, shares, source, CLI, now)
    except LookupError as gone:
        raise Refused(f"There is no group {group}.") from gone
    except ValueError as wrong:
        raise Refused(f"Not noted: {wrong}.") from wrong
    return {"group": group, "from": from_day.isoformat(), "shares": splits.told(shares), "shared_now": shared}


async def show_splits(db: AsyncSession, group: str | None) -> list[Row]:
    """Every rule of a group or of all, and which groups have none."""
    rows: list[Row] = []
    wanted = select(ProducerGroup.id).where(ProducerGroup.active).order_by(ProducerGroup.id)
    for group_id in await db.scalars(wanted if group is None else wanted.where(ProducerGroup.id == group)):
        rules = await splits.rules_of(db, group_id)
        rows += [
            {"group": group_id, "from": rule.from_day.isoformat(), "shares": splits.told(checked(rule.shares)),
             "source": rule.source, "by": rule.set_by}
            for rule in rules
        ]  # fmt: skip
        if not rules:
            rows.append({"group": group_id, "from": None, "shares": "none yet", "source": None, "by": None})
    return rows


async def count_heads(db: AsyncSession, group: str, receiver: str, people: int, on: date, now: datetime) -> Row:
    try:
        await splits.count_heads(db, group, receiver, people, on, CLI, now)
    except LookupError as gone:
        raise Refused(f"There is no group {group}.") from gone
    except ValueError as wrong:
        raise Refused(f"Not noted: {wrong}.") from wrong
    return {"group": group, "receiver": receiver, "people": people, "from": on.isoformat()}


async def correct(
    db: AsyncSession, voucher: str, debit: str, credit: str, rupees: str, why: str, now: datetime,
    order: str | None = None,
) -> Row:  # fmt: skip
    """Moves a sum between two accounts. Raises Refused for an account of nobody, or without a reason."""
    about = About()
    if order is not None:
        found = await book.by_number(db, order)
        if found is None:
            raise Refused(f"There is no order {order}.")
        about = About(order_id=found.id)
    for account in (debit, credit):
        if not await accounts.known(db, account):
            raise Refused(f"There is no account {account}.")
    try:
        paise = scaled(rupees, 100)
        if paise <= 0 or debit == credit:
            raise ValueError("a sum goes from one account to another")
        group_id = next((a.split(":")[1] for a in (debit, credit) if a.startswith(("share:", "unshared:"))), None)
        about = About(group_id=group_id, order_id=about.order_id)
        entry = await ledger.corrected(db, voucher, {debit: paise, credit: -paise}, CLI, why, now, about)
    except ValueError as wrong:
        raise Refused(f"Not noted: {wrong}.") from wrong
    if entry is None:
        raise Refused(f"The voucher {voucher} is in the books already.")
    await office_book.note(db, CLI, "correction", voucher, f"{debit} {credit} {paise}", now)
    return {"entry": entry.cause, "debit": debit, "credit": credit, "rupees": in_rupees(paise)}


async def entries(db: AsyncSession, order: str | None = None, group: str | None = None) -> list[Row]:
    """Of one order or one group, or all; the balance is of what is listed, so that it too sums to nothing."""
    wanted = select(LedgerEntry, LedgerLine).join(LedgerLine, LedgerLine.entry_id == LedgerEntry.id)
    if order:
        wanted = wanted.join(Order, Order.id == LedgerEntry.order_id).where(Order.number == order.upper())
    if group:
        wanted = wanted.where(LedgerEntry.group_id == group)
    rows = (await db.execute(wanted.order_by(LedgerLine.id))).all()
    told: list[Row] = [
        {"at": entry.at, "entry": entry.cause, "account": line.account, "paise": line.paise, "memo": entry.memo}
        for entry, line in rows
    ]
    balance: dict[str, int] = {}
    for _, line in rows:
        balance[line.account] = balance.get(line.account, 0) + line.paise
    standing = [(account, paise) for account, paise in sorted(balance.items()) if paise]
    told += [{"at": None, "entry": "balance", "account": a, "paise": p, "memo": None} for a, p in standing]
    total = sum(balance.values())
    return [*told, {"at": None, "entry": "total", "account": "", "paise": total, "memo": None}] if told else []


async def statement(db: AsyncSession, group: str, period: Period, member: int | None = None) -> list[Row]:
    """What the books say of a group, line by line; of a member her own line only. Raises Refused for no group."""
    if await db.get(ProducerGroup, group) is None:
        raise Refused(f"There is no group {group}.")
    found = await statements.of_group(db, group, period)
    if member is not None:
        earned, paid = statements.of_member(found, member)
        return _lines(found, [(f"member-{member}", earned), (f"paid out to member-{member}", paid)])
    told = [
        ("sold, with tax", found.gross), ("tax in it", -found.tax), ("proceeds", found.net),
        *((f"for {to}", paise) for to, paise in found.shares.items()),
        ("not shared yet", found.unshared),
        *((f"paid out to {to}", paise) for to, paise in found.paid_out.items()),
    ]  # fmt: skip
    counted = [("parcels sent", found.parcels), ("parcels back", found.back)]
    heads = [{"group": group, "period": period.name, "what": what, "value": str(count)} for what, count in counted]
    return [*heads, *_lines(found, told)]


def _lines(found: statements.Statement, told: Iterable[tuple[str, int]]) -> list[Row]:
    return [
        {"group": found.group_id, "period": found.period.name, "what": what, "value": in_rupees(paise)}
        for what, paise in told
    ]


async def turnover(db: AsyncSession, by: str) -> list[Row]:
    try:
        found = await statements.turnover(db, by)
    except ValueError as wrong:
        raise Refused(f"{wrong}.") from wrong
    return [
        {"year": one.year, by: one.of, "parcels": one.parcels, "net": in_rupees(one.net), "tax": in_rupees(one.tax)}
        for one in found
    ]


def history() -> list[Row]:
    """What others have published; each row says so."""
    return [
        {"cited": row["of"], "period": row["period"], "turnover": _whole(row["turnover_rupees"]),
         "wages": _whole(row["wages_rupees"]), "source": row["source"]}
        for row in statements.history()
    ]  # fmt: skip


def _whole(rupees: int | None) -> str | None:
    return None if rupees is None else f"{rupees}.00"


async def wages(db: AsyncSession, period: Period) -> list[Row]:
    """Every prison workshop: a sum and a count, or that they would tell of too few."""
    rows: list[Row] = []
    wanted = select(ProducerGroup).where(ProducerGroup.kind == "prison_workshop", ProducerGroup.active)
    for group in await db.scalars(wanted.order_by(ProducerGroup.id)):
        found = await statements.wages(db, group.id, period)
        told = None if found.paise is None else in_rupees(found.paise)
        note = "" if told else f"not counted, or fewer than {splits.FEWEST} people"
        rows.append({"group": group.id, "period": period.name, "wages": told, "people": found.people, "note": note})
    return rows


async def owed(db: AsyncSession, group: str | None, now: datetime) -> list[Row]:
    rows: list[Row] = []
    wanted = select(ProducerGroup.id).order_by(ProducerGroup.id)
    for group_id in await db.scalars(wanted if group is None else wanted.where(ProducerGroup.id == group)):
        rows += [
            {"group": one.group_id, "to": one.to, "earned": in_rupees(one.paise), "due now": in_rupees(one.due)}
            for one in await payouts.owed(db, group_id, now)
        ]
    return rows


async def pay_out(db: AsyncSession, group: str, to: str, rupees: str, reference: str, now: datetime) -> Row:
    try:
        entry = await payouts.pay_out(db, group, to, scaled(rupees, 100), reference, CLI, now)
    except LookupError as gone:
        raise Refused(f"There is no group {group}.") from gone
    except ValueError as wrong:
        raise Refused(f"Not noted: {wrong}.") from wrong
    if entry is None:
        raise Refused(f"{reference} is in the books already.")
    return {"group": group, "to": to, "rupees": rupees, "reference": reference}


async def transit(db: AsyncSession) -> list[Row]:
    return [
        {"what": one.what, "order": one.number, "group": one.group_id, "since": one.since,
         "rupees": in_rupees(one.paise), "carrier": one.carrier}
        for one in await payouts.on_its_way(db)
    ]  # fmt: skip


async def switch(db: AsyncSession, rule: str, on: bool, now: datetime) -> Row:
    try:
        await payouts.confirm(db, rule, on, CLI, now)
    except LookupError as gone:
        raise Refused(f"There is no rule {rule}.") from gone
    return {"rule": rule, "on": on}


async def rules(db: AsyncSession, on: date) -> list[Row]:
    """Every rule, its rate of the day, and whether the office has confirmed that it binds the shop."""
    return [
        {"rule": rule.id, "what": rule.what, "percent": None if (bp := rule.bp_on(on)) is None else f"{bp / 100:g}",
         "on": await payouts.confirmed(db, rule.id), "source": rule.source}
        for rule in payouts.withholdings()
    ]  # fmt: skip


async def kept_back(db: AsyncSession, period: Period) -> list[Row]:
    names = {seller.id: seller.name.get("en") for seller in await db.scalars(select(Seller))}
    return [
        {"rule": one.rule_id, "seller": names.get(one.seller_id, one.seller_id), "period": period.name,
         "of": in_rupees(one.base), "kept back": in_rupees(one.paise)}
        for one in await payouts.kept_back(db, period)
    ]  # fmt: skip


def in_rupees(paise: int) -> str:
    return f"{'-' if paise < 0 else ''}{abs(paise) // 100}.{abs(paise) % 100:02d}"


def table(rows: list[Row]) -> str:
    """As CSV. Words that a spreadsheet would run are quoted; sums are sums."""
    out = StringIO()
    if rows:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    number = text.removeprefix("-").replace(".", "", 1)
    if text.startswith(_FORMULA) and not (number.isascii() and number.isdecimal()):
        return f"'{text}"
    return text


def period_of(words: str | None) -> Period:
    """ "2026-11", "2026-27" (a financial year), or this month. Raises Refused."""
    today = indian_day(utc_now())
    try:
        if words is None:
            return month(today)
        first, _, second = words.partition("-")
        if len(second) == 2 and int(second) == (int(first) + 1) % 100 and not 1 <= int(second) <= 12:
            return financial_year(date(int(first), 4, 1))
        return month(date(int(first), int(second), 1))
    except ValueError as wrong:
        raise Refused(f"{words} is neither a month (2026-11) nor a financial year (2026-27).") from wrong


def listed(rows: list[Row], as_json: bool, as_csv: bool = False) -> None:
    sys.stdout.write(table(rows)) if as_csv else show(rows, as_json)
