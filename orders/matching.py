"""Which producer group gets a line. Pure, and the same answer every time for the same facts.

Only active groups with an active offer are asked. First those who have enough on the shelf, then the offer's rank,
then a group in the buyer's own state, then the group's id, so that nothing is left to chance.
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


@dataclass(frozen=True)
class Choice:
    candidate: Candidate
    reason: str


def choose(mode: str, qty_milli: int, candidates: Iterable[Candidate], buyer_state: str | None = None) -> Choice | None:
    """The group for a line; None when nobody makes it. When nobody has enough, the one that has most is named,
    so that the buyer can be told how much is left. `mode` is the product's: made_to_order needs no stock."""
    able = [c for c in candidates if c.active]
    if not able:
        return None

    def order(c: Candidate) -> tuple[bool, int, int, bool, str]:
        enough = mode == "made_to_order" or (c.free_milli or 0) >= qty_milli
        lacking = 0 if enough else -(c.free_milli or 0)
        return (not enough, lacking, c.rank, _key(c.state) != _key(buyer_state), c.group_id)

    first, *others = sorted(able, key=order)
    return Choice(first, _reason(mode, qty_milli, first, others, buyer_state))


def _key(state: str | None) -> str:
    return (state or "").casefold()


def _reason(mode: str, qty_milli: int, chosen: Candidate, others: list[Candidate], buyer_state: str | None) -> str:
    if mode == "made_to_order":
        how = f"makes it to order in {chosen.lead_days} days" if chosen.lead_days is not None else "makes it to order"
    elif (chosen.free_milli or 0) >= qty_milli:
        how = "has enough on the shelf"
    else:
        how = "has the most on the shelf"
    if not others:
        return f"{chosen.group_id}: {how}; the only group"
    near = ", in the buyer's state" if _key(chosen.state) == _key(buyer_state) else ""
    return f"{chosen.group_id}: {how}, rank {chosen.rank}{near}; before {', '.join(c.group_id for c in others)}"[:200]
