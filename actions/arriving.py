"""When an order comes, as it stands today. Pure."""

from datetime import datetime

from actions.messages import Phrase, say
from orders.dates import indian_day
from orders.moving import PICKUP
from orders.tables import SellerOrder

COMING = ("placed", "part_offered", "accepted", "ready", "dispatched")
TO_MAKE = ("accepted", "ready")


def told(part: SellerOrder, now: datetime) -> Phrase | None:
    """Between which days it comes, or that it is late: the day it was promised for is over. None when nobody knows, or
    it has come, or lies where she fetches it."""
    today, fetched = indian_day(now), part.delivery == PICKUP
    lies_there = fetched and part.state in ("ready", "dispatched")
    if part.state not in COMING or lies_there:
        return None
    if part.arrives_from is None or part.arrives_by is None:
        late = part.state in TO_MAKE and today > indian_day(part.needed_by)
        return say("arriving-late-made", date=indian_day(part.needed_by)) if late else None
    if today > part.arrives_by:
        return say("arriving-late", date=part.arrives_by)
    mark = "sample" if part.arrives_sample else "sure"
    if part.state in TO_MAKE and today > indian_day(part.needed_by):  # the days told would not be kept
        return say("arriving-late-made", date=indian_day(part.needed_by))
    if fetched:
        return say("pickup-from", first=part.arrives_by, mark=mark)
    return say("sending-arrives", first=max(part.arrives_from, today), last=part.arrives_by, mark=mark)
