"""docs/states.md, written from the table of orders.lifecycle: `python -m orders.states_page`."""

from pathlib import Path

from orders.clocks import STEPS, Step
from orders.lifecycle import FINAL, MOVES, STATES, offered, releases_stock

PAGE = Path(__file__).parent.parent / "docs" / "states.md"
_HEAD = """# How a seller order moves

Written by `python -m orders.states_page` from `orders/lifecycle.py`; a test compares the two. A seller order is one
producer group's part of an order. It begins as `placed`, with its stock promised; only `orders.service.move` writes
its state, under lock, and every move is kept in the journal. `timer` is the shop by itself. A part that its group
gives up is `declined` only until another group takes it (`reroute`); the same sale never becomes two.
"""


def page() -> str:
    """The whole page: a drawing, the moves, and what each side may do in each state."""
    return "\n".join([_HEAD, *_drawing(), "", *_moves(), "", *_sides(), "", *_clocks(), ""])


def _drawing() -> list[str]:
    arrows = [
        f"    {source} --> {rule.target}: {name}" for name, rule in MOVES.items() for source in _in_order(rule.sources)
    ]
    ends = [f"    {state} --> [*]" for state in _in_order(FINAL)]
    return ["```mermaid", "stateDiagram-v2", "    [*] --> placed", *arrows, *ends, "```"]


def _moves() -> list[str]:
    rows = [
        _row(name, ", ".join(_in_order(r.sources)), r.target, ", ".join(sorted(r.actors)), _stock(name, r.target))
        for name, r in MOVES.items()
    ]
    return ["## Moves", "", _row("move", "from", "to", "by", "stock"), "|---|---|---|---|---|", *rows]


def _row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"


def _stock(move: str, target: str) -> str:
    if move in _STOCK:
        return _STOCK[move]
    if releases_stock(target):
        return "goes back on the shelf"
    return "stays promised" if target in ("placed", "part_offered", "accepted", "ready") else "–"


_STOCK = {
    "take_part": "what is not made goes back on the shelf",
    "split": "the rest is promised on the other group's shelf",
    "reroute": "is promised on the new group's shelf",
    "refuse": "–",
    "dispatch": "leaves the shelf",
    "come_back": "the group counts what came back",
    "receive_return": "the group counts what came back",
}


def _clocks() -> list[str]:
    head = ["## Clocks", "", "Answer times are counted while people are awake (`orders/clocks.py`).", ""]
    rows = [_row(step.kind, ", ".join(step.states), _when(step), step.does) for step in STEPS.values()]
    return [*head, _row("timer", "state", "when", "what happens"), "|---|---|---|---|", *rows]


def _when(step: Step) -> str:
    begin = "the day it is needed by" if step.after == "needed_by" else f"`{step.after}`" if step.after else ""
    times = [begin] if begin else []
    times += [f"{step.answers:g} answer time{'s' * (step.answers > 1)}"] if step.answers else []
    times += [f"{step.days:g} days" if step.days >= 1 else f"{step.days * 24:g} hours"] if step.days else []
    return " + ".join(times)


def _sides() -> list[str]:
    sides = ("buyer", "contact", "office", "timer")
    rows = [_row(state, *[", ".join(offered(state, side)) or "–" for side in sides]) for state in STATES]
    return ["## What each side may do", "", _row("state", *sides), "|---|---|---|---|---|", *rows]


def _in_order(states: frozenset[str]) -> list[str]:
    return [state for state in STATES if state in states]


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
