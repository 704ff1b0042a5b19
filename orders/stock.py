"""Stock of an offer: promised when an order is placed, given back or taken off the shelf when it moves.

Each change is one guarded UPDATE, so that two buyers cannot be promised the same piece on either database; several
offers are always touched in the order of their ids (docs/locking.md). What is made to order, or was never counted,
never comes here: the group says whether it can.
"""

from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, CursorResult, Update, case, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.tables import Offer


class OutOfStock(Exception):
    """Less is left than was wanted; `left_milli` in thousandths of the product's unit."""

    def __init__(self, sku: str, left_milli: int) -> None:
        super().__init__(f"{left_milli} milli of {sku} left")
        self.sku, self.left_milli = sku, left_milli


async def reserve(db: AsyncSession, wanted: Mapping[int, int]) -> None:
    """Promises `wanted` (offer id → milli). Raises OutOfStock; the caller's savepoint must then be undone."""
    for offer_id, qty in sorted(wanted.items()):
        guard = Offer.on_hand_milli - Offer.reserved_milli >= qty
        if not await _changed(db, offer_id, guard, reserved_milli=Offer.reserved_milli + qty):
            left = select(Offer.sku, Offer.on_hand_milli, Offer.reserved_milli).where(Offer.id == offer_id)
            sku, on_hand, reserved = (await db.execute(left)).one()
            raise OutOfStock(sku, max(0, (on_hand or 0) - reserved))


async def release(db: AsyncSession, promised: Mapping[int, int]) -> None:
    """Puts promised goods back on the shelf."""
    for offer_id, qty in sorted(promised.items()):
        await _must(db, offer_id, Offer.reserved_milli >= qty, reserved_milli=Offer.reserved_milli - qty)


async def consume(db: AsyncSession, sent: Mapping[int, int]) -> None:
    """Promised goods leave the shelf with the parcel. The shelf never goes below nothing: a producer may have
    counted it anew since the promise."""
    for offer_id, qty in sorted(sent.items()):
        left = case((Offer.on_hand_milli > qty, Offer.on_hand_milli - qty), else_=0)
        await _must(
            db, offer_id, Offer.reserved_milli >= qty, reserved_milli=Offer.reserved_milli - qty, on_hand_milli=left
        )


def by_offer(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Sums of (offer id, milli), without zeros."""
    total: dict[int, int] = {}
    for offer_id, qty in pairs:
        total[offer_id] = total.get(offer_id, 0) + qty
    return {offer_id: qty for offer_id, qty in total.items() if qty}


async def _changed(db: AsyncSession, offer_id: int, guard: ColumnElement[bool], **values: object) -> bool:
    statement: Update = update(Offer).where(Offer.id == offer_id, guard).values(**values)
    result = await db.execute(statement.execution_options(synchronize_session=False))
    assert isinstance(result, CursorResult)
    return result.rowcount == 1


async def _must(db: AsyncSession, offer_id: int, guard: ColumnElement[bool], **values: object) -> None:
    if not await _changed(db, offer_id, guard, **values):
        raise RuntimeError(f"offer {offer_id} holds less than its orders were promised")
