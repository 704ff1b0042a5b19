"""How long an order may stand still: what the shop does by itself, and when. Pure.

Each step is a timer that is set when an order comes into its state, or by the step before it, and does nothing once
the order has moved. `answers` are multiples of the time a group has for its answer (a setting, in hours), counted while
people are awake; `days` come on top of them, or of the day a part is needed by.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from orders.dates import IST


@dataclass(frozen=True)
class Step:
    kind: str  # the timer, and the action it leads to
    states: tuple[str, ...]
    does: str
    answers: float = 0
    days: float = 0
    after: str = ""  # the step that sets it; needed_by: counted from that day; else from the coming into the state


STEPS = {
    step.kind: step
    for step in (
        Step("remind", ("placed",), "the group's officer or lead is asked again", 1),
        Step("remind_deputy", ("placed",), "its deputies are asked too", 0.5, after="remind"),
        Step("escalate", ("placed",), "a sister workshop is asked; without one the office, and the buyer hears it", 2),
        Step("part_remind", ("part_offered",), "the buyer is asked again", 1),
        Step("part_escalate", ("part_offered",), "the office asks her", 2),
        Step("expire", ("placed", "part_offered"), "the order ends, unanswered", 0, 2, "escalate"),
        Step("seek", ("declined",), "the office is told that the buyer has not chosen another group", 2),
        Step("refuse", ("declined",), "the order ends: nobody makes it", 0, 2),
        Step("late", ("accepted", "ready"), "the group is asked where it is", after="needed_by"),
        Step("late_office", ("accepted", "ready"), "the office hears it, and the buyer, who may cancel", 0, 0.625,
             "needed_by"),
    )
}  # fmt: skip


def due(kind: str, now: datetime, answer_within: timedelta, needed_by: datetime, awake: tuple[int, int]) -> datetime:
    """When the step `kind` is due when it is set at `now`; `awake` as in `awake_after`."""
    step = STEPS[kind]
    begin = needed_by if step.after == "needed_by" else awake_after(now, step.answers * answer_within, awake)
    return begin + timedelta(days=step.days)


def awake_after(now: datetime, wait: timedelta, awake: tuple[int, int]) -> datetime:
    """`now` and then `wait`, counting only the hours `awake` (from, to) of each Indian day: nobody is called late for
    not answering at night. (0, 24) counts every hour. Raises ValueError for a day without hours."""
    opens, closes = awake
    if not 0 <= opens < closes <= 24:
        raise ValueError(f"awake from {opens} to {closes}")
    at = now.astimezone(IST)
    while True:
        day = at.replace(hour=0, minute=0, second=0, microsecond=0)
        begin, end = max(at, day + timedelta(hours=opens)), day + timedelta(hours=closes)
        if begin < end and wait <= end - begin:
            return (begin + wait).astimezone(now.tzinfo)
        wait -= max(timedelta(0), end - begin)
        at = day + timedelta(days=1)
