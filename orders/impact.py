"""What each part of a buyer's money did, read from the books once she has paid and her goods have left (features X1).

Nobody is named, and no sum is told of fewer people than orders.splits.FEWEST: what cannot be told apart stands with
the group. Nothing here writes.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from orders import ledger, payments, splits
from orders.book import parts_of
from orders.dates import indian_day
from orders.money_tables import LedgerEntry
from orders.receipt import CELLS, Cell, Receipt
from orders.splits import FEWEST, MEMBERS, is_member
from orders.tables import Order, SellerOrder

OF_PEOPLE = ("wages", "victims", "staff", MEMBERS)
_PLAIN = ("society", "materials", "group")


async def of_order(db: AsyncSession, order: Order, now: datetime) -> Receipt | None:
    """Of the parts that are paid and have left; None while there is none."""
    paid = {one.seller_id for one in await payments.of_order(db, order.id) if one.state == "paid"}
    sums: dict[str, int] = {}
    people: dict[str, int] = {}
    for part in await parts_of(db, order.id):
        if part.seller_id in paid:
            for name, (paise, heads) in (await _cells(db, part)).items():
                sums[name] = sums.get(name, 0) + paise
                if heads is not None:
                    people[name] = people.get(name, 0) + heads
    cells = tuple(Cell(name, sums[name], people.get(name)) for name in CELLS if sums.get(name))
    return Receipt(order.number, indian_day(now), cells) if cells else None


async def _cells(db: AsyncSession, part: SellerOrder) -> dict[str, tuple[int, int | None]]:
    """One part's cells: paise, and how many people share them."""
    held = await ledger.standing(db, part.id)
    sold_at = await db.scalar(select(LedgerEntry.at).where(LedgerEntry.cause == f"supply:{part.id}"))
    if not held or sold_at is None:
        return {}
    cells: dict[str, tuple[int, int | None]] = {
        "tax": (-_starting(held, "tax:"), None),
        "delivery": (-_starting(held, "delivery:"), None),
        "unshared": (-_starting(held, "unshared:"), None),
    }
    with_group = 0
    shares, members = _shares(held, part.group_id)
    for to, paise in shares.items():
        if to in OF_PEOPLE:
            heads = await splits.people(db, part.group_id, to, sold_at)
            if heads is None and to == MEMBERS and members >= FEWEST:
                heads = members
            if heads is None:
                with_group += paise
            else:
                cells[to] = (paise, heads)
        elif to in _PLAIN and to != "group":
            cells[to] = (paise, None)
        else:
            with_group += paise
    cells["group"] = (with_group, None)
    return cells


def _shares(held: Mapping[str, int], group_id: str) -> tuple[dict[str, int], int]:
    """Paise by receiver, all members together; and how many members there are."""
    begins = f"share:{group_id}:"
    found: dict[str, int] = {}
    members = 0
    for account, paise in held.items():
        if account.startswith(begins):
            to = account.removeprefix(begins)
            members += is_member(to)
            name = MEMBERS if is_member(to) else to
            found[name] = found.get(name, 0) - paise
    return found, members


def _starting(held: Mapping[str, int], begins: str) -> int:
    return sum(paise for account, paise in held.items() if account.startswith(begins))
