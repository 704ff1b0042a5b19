"""Tables of money: who is paid, what was asked and came, what goes back, and the ledger that an auditor reads.

Every amount is paise. A payment belongs to one seller: nobody's money is pooled by the shop.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Connection, ForeignKey, Index, String, Table, event
from sqlalchemy.orm import Mapped, mapped_column

from catalog.tables import Base


class Payee(Base):
    """Where a seller's money goes. It counts only when a second person of the office has confirmed it."""

    __tablename__ = "payee"
    id: Mapped[int] = mapped_column(primary_key=True)
    seller_id: Mapped[str] = mapped_column(ForeignKey("seller.id"), index=True)
    vpa: Mapped[str | None] = mapped_column(String(80))  # UPI address
    name: Mapped[str] = mapped_column(String(80))  # as the bank shows it
    gateway_account: Mapped[str | None] = mapped_column(String(60))
    proposed_by: Mapped[str] = mapped_column(String(40))
    confirmed_by: Mapped[str | None] = mapped_column(String(40))
    since: Mapped[datetime]
    until: Mapped[datetime | None]


class Payment(Base):
    """What a buyer owes or has paid one seller for one order. `token` is the opaque address of its pay page."""

    __tablename__ = "payment"
    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(32), unique=True)
    reference: Mapped[str] = mapped_column(String(35), unique=True)  # UPI's tr: at most 35 characters (NPCI)
    order_id: Mapped[int] = mapped_column(ForeignKey("order.id"), index=True)
    seller_id: Mapped[str | None] = mapped_column(ForeignKey("seller.id"), index=True)
    method: Mapped[str] = mapped_column(String(8))  # upi | gateway | cod | cash
    amount_paise: Mapped[int]
    state: Mapped[str] = mapped_column(String(12))  # due | paid | expired | cancelled
    gateway_id: Mapped[str | None] = mapped_column(String(60), unique=True)
    utr: Mapped[str | None] = mapped_column(String(22), unique=True)  # the buyer's claim, or what the bank says
    claimed_at: Mapped[datetime | None]
    paid_at: Mapped[datetime | None]
    paid_by: Mapped[str | None] = mapped_column(String(40))  # who says so: "gateway", "bank", "office:3", "contact:5"
    expires_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    __table_args__ = (Index("payment_open", "state", "expires_at"),)


class Refund(Base):
    """Money that goes back to the buyer, asked for once and followed until it is there."""

    __tablename__ = "refund"
    id: Mapped[int] = mapped_column(primary_key=True)
    cause: Mapped[str] = mapped_column(String(120), unique=True)  # the same cause asks once
    payment_id: Mapped[int] = mapped_column(ForeignKey("payment.id"), index=True)
    seller_order_id: Mapped[int | None] = mapped_column(ForeignKey("seller_order.id"))
    amount_paise: Mapped[int]
    reason: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(12))  # requested | sent | done | failed
    reference: Mapped[str | None] = mapped_column(String(60))
    requested_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    done_by: Mapped[str | None] = mapped_column(String(40))


class LedgerEntry(Base):
    """One event in the books: append-only, its lines sum to nothing. `cause` makes it happen once."""

    __tablename__ = "ledger_entry"
    id: Mapped[int] = mapped_column(primary_key=True)
    cause: Mapped[str] = mapped_column(String(120), unique=True)  # "supply:12", "paid:7", "refund:3"
    kind: Mapped[str] = mapped_column(String(16))  # orders.ledger.KINDS
    seller_id: Mapped[str | None] = mapped_column(ForeignKey("seller.id"), index=True)
    group_id: Mapped[str | None] = mapped_column(ForeignKey("producer_group.id"), index=True)
    order_id: Mapped[int | None] = mapped_column(ForeignKey("order.id"), index=True)
    seller_order_id: Mapped[int | None] = mapped_column(ForeignKey("seller_order.id"))
    at: Mapped[datetime]
    memo: Mapped[str | None] = mapped_column(String(200))


class LedgerLine(Base):
    """A debit (positive) or a credit (negative) on one account."""

    __tablename__ = "ledger_line"
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("ledger_entry.id"), index=True)
    account: Mapped[str] = mapped_column(String(80), index=True)
    paise: Mapped[int]


class SplitRule(Base):
    """How a group's net proceeds are shared from a day on: `shares` are {"to", "bp"} that sum to 10,000. None is
    shipped: an officer enters what the order of the department or the group's resolution says."""

    __tablename__ = "split_rule"
    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[str] = mapped_column(ForeignKey("producer_group.id"), index=True)
    from_day: Mapped[date]
    shares: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    source: Mapped[str] = mapped_column(String(200))  # which order or resolution says so
    set_by: Mapped[str] = mapped_column(String(40))
    set_at: Mapped[datetime]


class Headcount(Base):
    """How many people a receiver of shares is on a day: a number the office says, never a list (features X1)."""

    __tablename__ = "headcount"
    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[str] = mapped_column(ForeignKey("producer_group.id"), index=True)
    receiver: Mapped[str] = mapped_column(String(16))  # of orders.shares.RECEIVERS, or "members"
    people: Mapped[int]
    from_day: Mapped[date]
    set_by: Mapped[str] = mapped_column(String(40))
    set_at: Mapped[datetime]


# The books are closed to changes in the database too: whoever has its password can add, and not rewrite. The same
# statements stand in the migration "books".
APPEND_ONLY = ("ledger_entry", "ledger_line")
_SQLITE = """CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END"""
_FUNCTION = """CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the books are append-only'; END $$"""
_POSTGRESQL = """CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION append_only()"""


def _close(table: Table, connection: Connection, **_: Any) -> None:
    """Closes a table that was made just now."""
    if connection.dialect.name == "sqlite":
        statements = [_SQLITE.format(table=table.name, verb=verb) for verb in ("update", "delete")]
    else:
        statements = [_FUNCTION, _POSTGRESQL.format(table=table.name)]
    for statement in statements:
        connection.exec_driver_sql(statement)


for _name in APPEND_ONLY:
    event.listen(Base.metadata.tables[_name], "after_create", _close)
