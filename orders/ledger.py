"""The books: double entry, append-only, each event once. Services flush, never commit.

A debit is positive, a credit negative, and the lines of an entry sum to nothing. Accounts:

    cash:<seller>             money that has arrived at a seller's payee, or was taken at the door
    buyer:<order number>      what the buyer owes; below nothing when she has paid ahead
    sales:<seller>:<group>    sold goods, without tax and delivery
    tax:<seller>:cgst|sgst|igst    collected for the government
    delivery:<seller>         charged for sending
    passed_on:<group>         the proceeds given to those they belong to
    share:<group>:<to>        owed to wages, victims' families, members … until it is paid out
    unshared:<group>          proceeds of a group that has no rule yet
    lost:<seller>             refunded although nothing came back
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from orders.dates import IST
from orders.money_tables import LedgerEntry, LedgerLine, Payment, Refund, SplitRule
from orders.shares import Rule, Share, checked, rule_on, split
from orders.tables import Order, OrderLine, SellerOrder

KINDS = ("paid", "supply", "return", "refund", "payout", "correction")
NOBODY = "unknown"  # a seller that nobody has named yet (simulator, orders of before)


class Unbalanced(ValueError):
    """The lines of an entry do not sum to nothing."""


@dataclass(frozen=True)
class About:
    """What an entry belongs to."""

    seller_id: str | None = None
    group_id: str | None = None
    order_id: int | None = None
    seller_order_id: int | None = None


async def post(
    db: AsyncSession,
    kind: str,
    cause: str,
    lines: Mapping[str, int],
    at: datetime,
    about: About,
    memo: str | None = None,
) -> LedgerEntry | None:
    """Writes one entry; None when `cause` was posted before. Lines of nothing are left out.

    Raises Unbalanced, and ValueError for a kind nobody knows or an entry without lines."""
    kept = {account: paise for account, paise in lines.items() if paise}
    if kind not in KINDS or not kept:
        raise ValueError(f"no entry: {kind} {cause}")
    if sum(kept.values()):
        raise Unbalanced(f"{cause}: {sum(kept.values())} paise too many")
    if await db.scalar(select(LedgerEntry.id).where(LedgerEntry.cause == cause)) is not None:
        return None
    entry = LedgerEntry(
        cause=cause,
        kind=kind,
        seller_id=about.seller_id,
        group_id=about.group_id,
        order_id=about.order_id,
        seller_order_id=about.seller_order_id,
        at=at,
        memo=memo and memo[:200],
    )
    db.add(entry)
    await db.flush()
    db.add_all([LedgerLine(entry_id=entry.id, account=account, paise=paise) for account, paise in kept.items()])
    await db.flush()
    return entry


async def paid(db: AsyncSession, payment: Payment, now: datetime) -> LedgerEntry | None:
    """The buyer's money has arrived at the seller's payee (or in the hand that brought the parcel)."""
    order = await db.get_one(Order, payment.order_id)
    lines = {_cash(payment.seller_id): payment.amount_paise, _buyer(order): -payment.amount_paise}
    return await post(db, "paid", f"paid:{payment.id}", lines, now, About(payment.seller_id, None, order.id))


async def supplied(db: AsyncSession, part: SellerOrder, now: datetime) -> LedgerEntry | None:
    """Goods have left for the buyer: she owes them, the tax is due, and the proceeds are shared by the group's rule of
    the day of the order's dispatch. What is supplied is what the lines say now (a part taken has lowered them)."""
    order = await db.get_one(Order, part.order_id)
    lines = await _lines(db, part)
    gross = sum(line.amount_paise for line in lines)
    net = gross - sum(line.cgst_paise + line.sgst_paise + line.igst_paise for line in lines)
    if not gross + part.delivery_paise:
        return None
    shares = await shares_on(db, part.group_id, now)
    postings = {
        _buyer(order): gross + part.delivery_paise,
        **_taxes(part.seller_id, lines, -1),
        f"delivery:{part.seller_id or NOBODY}": -part.delivery_paise,
        f"sales:{part.seller_id or NOBODY}:{part.group_id}": -net,
        f"passed_on:{part.group_id}": net,
        **{account: -paise for account, paise in _shared(part.group_id, net, shares).items()},
    }
    about = About(part.seller_id, part.group_id, order.id, part.id)
    return await post(db, "supply", f"supply:{part.id}", postings, now, about)


async def returned(db: AsyncSession, part: SellerOrder, now: datetime, *, with_delivery: bool) -> LedgerEntry | None:
    """All of a supplied part came back: its entry is reversed to the paisa, account by account."""
    entry = await db.scalar(select(LedgerEntry).where(LedgerEntry.cause == f"supply:{part.id}"))
    if entry is None:
        return None
    postings = {line.account: -line.paise for line in await lines_of(db, entry.id)}
    delivery, buyer = f"delivery:{part.seller_id or NOBODY}", _buyer(await db.get_one(Order, part.order_id))
    if not with_delivery and postings.get(delivery):
        postings[buyer] += postings.pop(delivery)  # the sending was done: it stays charged
    about = About(part.seller_id, part.group_id, part.order_id, part.id)
    return await post(db, "return", f"return:{part.id}", postings, now, about)


async def refunded(db: AsyncSession, refund: Refund, now: datetime) -> LedgerEntry | None:
    """Money has gone back to the buyer."""
    payment = await db.get_one(Payment, refund.payment_id)
    order = await db.get_one(Order, payment.order_id)
    lines = {_buyer(order): refund.amount_paise, _cash(payment.seller_id): -refund.amount_paise}
    about = About(payment.seller_id, None, order.id, refund.seller_order_id)
    return await post(db, "refund", f"refund:{refund.id}", lines, now, about)


async def shares_on(db: AsyncSession, group_id: str, at: datetime) -> tuple[Share, ...]:
    """The group's shares on the Indian day of `at`; empty when no rule holds."""
    rows = await db.scalars(select(SplitRule).where(SplitRule.group_id == group_id).order_by(SplitRule.id))
    # Of two rules for one day the one entered last counts.
    rules = {row.from_day: Rule(row.from_day, checked(row.shares)) for row in rows}
    found = rule_on(rules.values(), at.astimezone(IST).date())
    return found.shares if found else ()


async def balance(db: AsyncSession, account: str) -> int:
    """Paise on an account; its debits less its credits."""
    found = await db.scalar(select(func.sum(LedgerLine.paise)).where(LedgerLine.account == account))
    return int(found or 0)


async def trial_balance(db: AsyncSession) -> dict[str, int]:
    """Every account that is not at nothing; together they are nothing."""
    rows = await db.execute(select(LedgerLine.account, func.sum(LedgerLine.paise)).group_by(LedgerLine.account))
    return {account: int(paise) for account, paise in sorted((a, p) for a, p in rows) if paise}


async def lines_of(db: AsyncSession, entry_id: int) -> Sequence[LedgerLine]:
    found = select(LedgerLine).where(LedgerLine.entry_id == entry_id).order_by(LedgerLine.id)
    return (await db.scalars(found)).all()


async def _lines(db: AsyncSession, part: SellerOrder) -> Sequence[OrderLine]:
    return (await db.scalars(select(OrderLine).where(OrderLine.seller_order_id == part.id))).all()


def _shared(group_id: str, net: int, shares: Sequence[Share]) -> dict[str, int]:
    if not shares:
        return {f"unshared:{group_id}": net}
    return {f"share:{group_id}:{to}": paise for to, paise in split(net, shares).items()}


def _taxes(seller_id: str | None, lines: Sequence[OrderLine], sign: int) -> dict[str, int]:
    sums = {
        "cgst": sum(line.cgst_paise for line in lines),
        "sgst": sum(line.sgst_paise for line in lines),
        "igst": sum(line.igst_paise for line in lines),
    }
    return {f"tax:{seller_id or NOBODY}:{kind}": sign * paise for kind, paise in sums.items()}


def _cash(seller_id: str | None) -> str:
    return f"cash:{seller_id or NOBODY}"


def _buyer(order: Order) -> str:
    return f"buyer:{order.number}"
