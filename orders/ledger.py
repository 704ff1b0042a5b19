"""The books: double entry, append-only, each event once. Services flush, never commit.

A debit is positive, a credit negative, and the lines of an entry sum to nothing. Accounts:

    cash:<seller>             money that has arrived at a seller's payee
    cod:<seller>              taken at the door and on its way to the payee
    buyer:<order number>      what the buyer owes; below nothing when she has paid ahead
    sales:<seller>:<group>    sold goods, without tax and delivery
    tax:<seller>:cgst|sgst|igst    collected for the government
    delivery:<seller>         charged for sending
    passed_on:<group>         the proceeds given to those they belong to
    share:<group>:<to>        owed to wages, victims' families, members … until it is paid out
    unshared:<group>          proceeds of a group that has no rule yet (orders.splits shares them when it has one)
    lost:<seller>             refunded although nothing came back
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.leaks import tells_of_a_prisoner
from catalog.tables import ProducerGroup
from orders.dates import IST
from orders.money_tables import LedgerEntry, LedgerLine, Payment, Refund, SplitRule
from orders.shares import Rule, Share, checked, in_proportion, rule_on, split
from orders.tables import Order, OrderLine, SellerOrder
from orders.tax import LineTax
from orders.tax import split as tax_in
from orders.tickets import legible

KINDS = ("paid", "cash", "supply", "return", "share", "refund", "payout", "correction")
SOLD = ("supply", "return", "share")  # what says how a part of an order stands
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
    """The buyer's money has arrived at the seller's payee; cash that was on its way is there."""
    order = await db.get_one(Order, payment.order_id)
    taken = max(0, min(await on_its_way(db, payment), payment.amount_paise))
    lines = {
        _cash(payment.seller_id): payment.amount_paise,
        _cod(payment.seller_id): -taken,
        _buyer(order): taken - payment.amount_paise,
    }
    return await post(db, "paid", f"paid:{payment.id}", lines, now, About(payment.seller_id, None, order.id))


async def on_its_way(db: AsyncSession, payment: Payment) -> int:
    """Paise taken at the door for this payment that the payee has not got yet."""
    return await of_order(db, payment.order_id, payment.seller_id, _cod(payment.seller_id))


async def cash_received(db: AsyncSession, part: SellerOrder, now: datetime) -> LedgerEntry | None:
    """A part to be paid at the door was handed over: what the buyer owed for it is on its way to the payee."""
    order = await db.get_one(Order, part.order_id)
    owed = await of_order(db, order.id, part.seller_id, _buyer(order))
    taken = min(owed, (await standing(db, part.id)).get(_buyer(order), 0))
    if taken <= 0:  # it has arrived before the parcel was noted as handed over
        return None
    lines = {_cod(part.seller_id): taken, _buyer(order): -taken}
    return await post(db, "cash", f"cash:{part.id}", lines, now, About(part.seller_id, None, order.id, part.id))


async def supplied(db: AsyncSession, part: SellerOrder, now: datetime) -> LedgerEntry | None:
    """Goods have left for the buyer: she owes them, the tax is due, and the proceeds are shared by the group's rule of
    the day of dispatch. What is supplied is what the lines say now (a part taken has lowered them)."""
    order = await db.get_one(Order, part.order_id)
    lines = [(line.amount_paise, _tax_of(line)) for line in await _lines(db, part)]
    if not sum(amount for amount, _ in lines) + part.delivery_paise:
        return None
    await hold_rules(db, part.group_id)
    shares = await shares_on(db, part.group_id, now)
    net = sum(amount - tax.paise for amount, tax in lines)
    postings = _sale(order, part, lines, part.delivery_paise, shared(part.group_id, net, shares))
    return await post(db, "supply", f"supply:{part.id}", postings, now, _about(part))


async def returned(
    db: AsyncSession, part: SellerOrder, now: datetime, *, with_delivery: bool = True,
    kept: Mapping[int, int] | None = None,
) -> LedgerEntry | None:  # fmt: skip
    """Goods of a supplied part came back: the sale is lowered to what she kept. `kept`: order line id → paise of it
    that stay sold (unnamed, or without `kept`: nothing). Shares go back in the proportion in which they were given; a
    whole return leaves nothing, to the paisa. `with_delivery`: the sending is not charged either.

    None when nothing was supplied or all of this came back before; ValueError when more is kept than is sold."""
    await hold_rules(db, part.group_id)
    held = await standing(db, part.id)
    if not held:
        return None
    order = await db.get_one(Order, part.order_id)
    rows = {line.id: line for line in await _lines(db, part)}
    left = {line_id: paise for line_id, paise in (kept or {}).items() if paise}
    if set(left) - set(rows) or any(not 0 <= paise <= rows[at].amount_paise for at, paise in left.items()):
        raise ValueError("more is kept than was sold")
    lines = [(paise, _tax_in(rows[at], paise)) for at, paise in left.items()]
    gross, net = sum(paise for paise, _ in lines), sum(paise - tax.paise for paise, tax in lines)
    delivery = 0 if with_delivery else -held.get(_delivery(part.seller_id), 0)
    given = {account: -paise for account, paise in held.items() if account.startswith(("share:", "unshared:"))}
    if gross + delivery > held.get(_buyer(order), 0):
        raise ValueError("a return lowers the sale")
    target = _sale(order, part, lines, delivery, in_proportion(net, given))
    postings = {account: target.get(account, 0) - held.get(account, 0) for account in {**held, **target}}
    if not any(postings.values()):
        return None
    cause = f"return:{part.id}" + (f":{gross}" if gross else "")
    return await post(db, "return", cause, postings, now, _about(part))


async def refunded(db: AsyncSession, refund: Refund, now: datetime) -> LedgerEntry | None:
    """Money has gone back to the buyer."""
    payment = await db.get_one(Payment, refund.payment_id)
    order = await db.get_one(Order, payment.order_id)
    lines = {_buyer(order): refund.amount_paise, _cash(payment.seller_id): -refund.amount_paise}
    about = About(payment.seller_id, None, order.id, refund.seller_order_id)
    return await post(db, "refund", f"refund:{refund.id}", lines, now, about)


async def corrected(
    db: AsyncSession, voucher: str, lines: Mapping[str, int], by: str, why: str, now: datetime, about: About
) -> LedgerEntry | None:
    """An officer's correction under the number of its voucher, which makes it happen once. Nothing is ever rewritten.
    Raises Unbalanced, and ValueError without a voucher or a reason, or when the reason tells of a prisoner."""
    number, reason = legible(voucher, 40), legible(why, 150)
    if not number or len(reason) < 3:
        raise ValueError("a correction has a voucher and a reason")
    if tells_of_a_prisoner(reason):
        raise ValueError("the books tell of no prisoner and no victim")
    return await post(db, "correction", f"correction:{number}", lines, now, about, f"{by}: {reason}")


async def standing(db: AsyncSession, part_id: int) -> dict[str, int]:
    """How a part stands as sold, account by account: its supply, less what came back, as it is shared now."""
    found = (
        select(LedgerLine.account, func.sum(LedgerLine.paise))
        .join(LedgerEntry, LedgerEntry.id == LedgerLine.entry_id)
        .where(LedgerEntry.seller_order_id == part_id, LedgerEntry.kind.in_(SOLD))
        .group_by(LedgerLine.account)
    )
    rows = await db.execute(found.order_by(func.min(LedgerLine.id)))  # shares as the rule names them
    return {account: int(paise) for account, paise in rows if paise}


async def hold_rules(db: AsyncSession, group_id: str, *, changing: bool = False) -> None:
    """Whoever shares proceeds and whoever changes the rule take turns behind the group's row (docs/locking.md)."""
    row = select(ProducerGroup.id).where(ProducerGroup.id == group_id)
    await db.execute(row.with_for_update(read=not changing, key_share=changing))


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


def shared(group_id: str, net: int, shares: Sequence[Share]) -> dict[str, int]:
    """Whose `net` is, by account."""
    if not shares:
        return {f"unshared:{group_id}": net}
    return {f"share:{group_id}:{to}": paise for to, paise in split(net, shares).items()}


def _sale(
    order: Order, part: SellerOrder, lines: Sequence[tuple[int, LineTax]], delivery: int, proceeds: Mapping[str, int]
) -> dict[str, int]:
    """What a sale of these lines (amount, tax in it) is in the books."""
    seller, net = part.seller_id or NOBODY, sum(amount - tax.paise for amount, tax in lines)
    return {
        _buyer(order): sum(amount for amount, _ in lines) + delivery,
        f"tax:{seller}:cgst": -sum(tax.cgst_paise for _, tax in lines),
        f"tax:{seller}:sgst": -sum(tax.sgst_paise for _, tax in lines),
        f"tax:{seller}:igst": -sum(tax.igst_paise for _, tax in lines),
        _delivery(part.seller_id): -delivery,
        f"sales:{seller}:{part.group_id}": -net,
        f"passed_on:{part.group_id}": net,
        **{account: -paise for account, paise in proceeds.items()},
    }


def _tax_of(line: OrderLine) -> LineTax:
    return LineTax(line.hsn, line.rate_bp, line.cgst_paise, line.sgst_paise, line.igst_paise)


def _tax_in(line: OrderLine, paise: int) -> LineTax:
    """The tax in so much of a line, at the rate and to the state that were agreed."""
    if line.rate_bp is None or paise == line.amount_paise:
        return _tax_of(line) if paise == line.amount_paise else LineTax(line.hsn)
    return tax_in(paise, line.rate_bp, line.igst_paise > 0, line.hsn)


async def of_order(db: AsyncSession, order_id: int, seller_id: str | None, account: str) -> int:
    """Paise on an account as far as they come from one seller's part in one order."""
    found = (
        select(func.sum(LedgerLine.paise))
        .join(LedgerEntry, LedgerEntry.id == LedgerLine.entry_id)
        .where(LedgerEntry.order_id == order_id, LedgerEntry.seller_id.is_not_distinct_from(seller_id))
        .where(LedgerLine.account == account)
    )
    return int(await db.scalar(found) or 0)


def _about(part: SellerOrder) -> About:
    return About(part.seller_id, part.group_id, part.order_id, part.id)


def _cash(seller_id: str | None) -> str:
    return f"cash:{seller_id or NOBODY}"


def _cod(seller_id: str | None) -> str:
    return f"cod:{seller_id or NOBODY}"


def _delivery(seller_id: str | None) -> str:
    return f"delivery:{seller_id or NOBODY}"


def _buyer(order: Order) -> str:
    return f"buyer:{order.number}"
