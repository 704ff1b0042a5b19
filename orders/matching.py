"""Which producer group gets a line. Pure, and the same answer every time for the same facts.

Only active groups with an active offer, whose seller may sell it to the buyer, are asked. First those who have enough
on the shelf, then those who have not counted, then those who have too little; then the offer's rank, then a group in
the buyer's own state, then the group's id, so that nothing is left to chance.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Candidate:
    offer_id: int
    group_id: str
    rank: int
    active: bool  # the offer and its group
    state: str
    free_milli: int | None  # on hand and not promised; None: nothing counted
    lead_days: int | None
    bar: str | None = None  # why its seller may not sell it to this buyer (orders.terms)


@dataclass(frozen=True)
class Choice:
    candidate: Candidate
    reason: str


def choose(
    mode: str,
    qty_milli: int,
    candidates: Iterable[Candidate],
    buyer_state: str | None = None,
    wanted: str | None = None,
) -> Choice | None:
    """The group for a line; None when nobody makes it, or nobody who does may sell it to this buyer. The one she asked
    for goes first among those who have it. When nobody has enough, the one that has most is named, so that the buyer
    can be told how much is left. `mode` is the product's: made_to_order needs no stock."""
    active = [c for c in candidates if c.active]
    able = [c for c in active if c.bar is None]
    if not able:
        return None

    def order(c: Candidate) -> tuple[int, int, bool, int, bool, str]:
        supply = _supply(mode, qty_milli, c)
        lacking = -(c.free_milli or 0) if supply == _TOO_LITTLE else 0
        return (supply, lacking, c.group_id != wanted, c.rank, _key(c.state) != _key(buyer_state), c.group_id)

    first, *others = sorted(able, key=order)
    barred = ", ".join(f"{c.group_id} may not ({c.bar})" for c in active if c.bar)
    reason = _reason(mode, qty_milli, first, others, buyer_state)
    return Choice(first, f"{reason}; {barred}"[:200] if barred else reason)


_ENOUGH, _UNCOUNTED, _TOO_LITTLE = range(3)


def _supply(mode: str, qty_milli: int, c: Candidate) -> int:
    if mode == "made_to_order":
        return _ENOUGH
    if c.free_milli is None:
        return _UNCOUNTED
    return _ENOUGH if c.free_milli >= qty_milli else _TOO_LITTLE


def _key(state: str | None) -> str:
    return (state or "").casefold()


def _reason(mode: str, qty_milli: int, chosen: Candidate, others: list[Candidate], buyer_state: str | None) -> str:
    if mode == "made_to_order":
        how = f"makes it to order in {chosen.lead_days} days" if chosen.lead_days is not None else "makes it to order"
    else:
        says = ("has enough on the shelf", "has not counted its shelf", "has the most on the shelf")
        how = says[_supply(mode, qty_milli, chosen)]
    if not others:
        return f"{chosen.group_id}: {how}; the only group"
    near = ", in the buyer's state" if _key(chosen.state) == _key(buyer_state) else ""
    return f"{chosen.group_id}: {how}, rank {chosen.rank}{near}; before {', '.join(c.group_id for c in others)}"[:200]
