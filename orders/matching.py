"""Which producer group gets a line. Pure, and the same answer every time for the same facts.

Only active groups with an active offer that may sell to the buyer (`bar`) are asked. Of them, in this order: who has
any to give; who is not on holiday today; who has enough (then who has not counted, then who has too little, the most
first); the group she asked for, or was shown; a
group in her own state; the nearest (`circle`); who has fewer open orders; who was given an order longest ago; the
offer's rank; the group's id, so that nothing is left to chance.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

SAME_PINCODE, SAME_DISTRICT, SAME_STATE, ELSEWHERE = range(4)


@dataclass(frozen=True)
class Place:
    """Where somebody is, as far as it is known; the post's names, in any case of letters."""

    pincode: str | None = None
    district: str | None = None
    state: str | None = None
    fetched: frozenset[str] | None = None  # sellers whose goods she fetches there herself; None: they are sent to her


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
    circle: int = ELSEWHERE  # how far from the buyer
    load: int = 0  # seller orders it has not sent yet
    served: int = 0  # when it last was given an order: any number that grows; 0: never
    closed: frozenset[date] = frozenset()  # days from today on when it does not work
    shut: bool = False  # today is one of them


@dataclass(frozen=True)
class Choice:
    candidate: Candidate
    reason: str


def circle(maker: Place, buyer: Place) -> int:
    """SAME_PINCODE … ELSEWHERE; what is not known is far."""
    for near, pair in (
        (SAME_PINCODE, (maker.pincode, buyer.pincode)),
        (SAME_DISTRICT, (maker.district, buyer.district)),
        (SAME_STATE, (maker.state, buyer.state)),
    ):
        if pair[0] and _key(pair[0]) == _key(pair[1]):
            return near
    return ELSEWHERE


def choose(
    mode: str,
    qty_milli: int,
    candidates: Iterable[Candidate],
    buyer_state: str | None = None,
    wanted: str | None = None,
    kept: str | None = None,
) -> Choice | None:
    """The group for a line; None when nobody makes it, or nobody who does may sell it to this buyer. When nobody has
    enough, the one that has most is named, so that the buyer can be told how much is left. `wanted`: the group she
    asked for; `kept`: the one she was shown. `mode` is the product's: made_to_order needs no stock."""
    active = [c for c in candidates if c.active]
    told = (wanted, kept)
    keys = {c.group_id: _order(mode, qty_milli, c, buyer_state, told) for c in active if c.bar is None}
    if not keys:
        return None
    first, *others = sorted((c for c in active if c.group_id in keys), key=lambda c: keys[c.group_id])
    reason = f"{first.group_id}: {_how(mode, qty_milli, first)}; "
    reason += _before(first, others, keys) if others else "the only group"
    barred = ", ".join(f"{c.group_id} may not ({c.bar})" for c in active if c.bar)
    return Choice(first, f"{reason}; {barred}"[:200] if barred else reason[:200])


def able(mode: str, qty_milli: int, c: Candidate) -> bool:
    """Whether the group may sell it to this buyer and, as far as is known, has enough of it."""
    return c.active and c.bar is None and _supply(mode, qty_milli, c) != _TOO_LITTLE


_Key = tuple[bool, bool, int, int, bool, bool, bool, int, int, int, int, str]
_NEAR = ("same pincode", "same district", "same state", "elsewhere")
_WHY: tuple[Callable[[Candidate, Candidate], str], ...] = (
    lambda a, b: "better supplied than",
    lambda a, b: "at work today, unlike",
    lambda a, b: "better supplied than",
    lambda a, b: "has more left than",
    lambda a, b: "asked for by the buyer, before",
    lambda a, b: "shown to the buyer, before",
    lambda a, b: "in the buyer's state, before",
    lambda a, b: f"nearer ({_NEAR[a.circle]}) than",
    lambda a, b: f"fewer open orders ({a.load}) than ({b.load})",
    lambda a, b: "waiting longer for an order than",
    lambda a, b: f"rank {a.rank}, before",
    lambda a, b: "equal in everything, first by name before",
)
_ENOUGH, _UNCOUNTED, _TOO_LITTLE = range(3)


def _order(
    mode: str, qty_milli: int, c: Candidate, buyer_state: str | None, told: tuple[str | None, str | None]
) -> _Key:
    supply = _supply(mode, qty_milli, c)
    short = supply == _TOO_LITTLE
    lacking = -(c.free_milli or 0) if short else 0
    away = _key(c.state) != _key(buyer_state)
    wanted, kept = (c.group_id != group for group in told)
    return (
        short,
        c.shut and not short,
        supply,
        lacking,
        wanted,
        kept,
        away,
        c.circle,
        c.load,
        c.served,
        c.rank,
        c.group_id,
    )


def _before(first: Candidate, others: Sequence[Candidate], keys: Mapping[str, _Key]) -> str:
    """The first thing in which the chosen group differs from the next one."""
    pairs = zip(keys[first.group_id], keys[others[0].group_id], strict=True)
    decided = next(n for n, (ours, theirs) in enumerate(pairs) if ours != theirs)
    more = f" and {len(others) - 1} more" if len(others) > 1 else ""
    return f"{_WHY[decided](first, others[0])} {others[0].group_id}{more}"


def _supply(mode: str, qty_milli: int, c: Candidate) -> int:
    if mode == "made_to_order":
        return _ENOUGH
    if c.free_milli is None:
        return _UNCOUNTED
    return _ENOUGH if c.free_milli >= qty_milli else _TOO_LITTLE


def _how(mode: str, qty_milli: int, c: Candidate) -> str:
    if mode == "made_to_order":
        return f"makes it to order in {c.lead_days} days" if c.lead_days is not None else "makes it to order"
    says = ("has enough on the shelf", "has not counted its shelf", "has the most on the shelf")
    return says[_supply(mode, qty_milli, c)]


def _key(text: str | None) -> str:
    return (text or "").casefold()
