"""Who is asked next for a job: near first, then who was asked longest ago. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Candidate:
    """One who does this kind of work. `busy`: has taken, or is being asked for, another job on that day."""

    worker_id: int
    pincode: str
    district: str | None
    busy: bool
    asked_at: datetime | None


def next_one(
    among: Iterable[Candidate], pincode: str, district: str | None, tried: Collection[int]
) -> Candidate | None:
    """The same pincode before the same district, nobody from farther away; ties go to who has waited longest."""
    near = [
        (far, one)
        for one in among
        if not one.busy and one.worker_id not in tried and (far := _far(one, pincode, district)) is not None
    ]
    best = min(near, key=lambda pair: (pair[0], pair[1].asked_at or _NEVER, pair[1].worker_id), default=None)
    return best[1] if best else None


def _far(one: Candidate, pincode: str, district: str | None) -> int | None:
    if one.pincode == pincode:
        return 0
    return 1 if district is not None and one.district == district else None
