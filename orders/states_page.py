"""docs/states.md, written from the table of orders.lifecycle: `python -m orders.states_page`."""

from pathlib import Path

from orders.lifecycle import FINAL, MOVES, STATES, offered, releases_stock

PAGE = Path(__file__).parent.parent / "docs" / "states.md"
_HEAD = """# How a seller order moves

Written by `python -m orders.states_page` from `orders/lifecycle.py`; a test compares the two. A seller order is one
producer group's part of an order. It begins as `placed`, with its stock promised; only `orders.service.move` writes
its state, under lock, and every move is kept in the journal.
"""


def page() -> str:
    """The whole page: a drawing, the moves, and what each side may do in each state."""
    return "\n".join([_HEAD, *_drawing(), "", *_moves(), "", *_sides(), ""])


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
    if move == "take_part":
        return "what is not made goes back on the shelf"
    if move == "dispatch":
        return "leaves the shelf"
    return "goes back on the shelf" if releases_stock(target) else "stays promised" if target not in FINAL else "–"


def _sides() -> list[str]:
    sides = ("buyer", "contact", "office")
    rows = [_row(state, *[", ".join(offered(state, side)) or "–" for side in sides]) for state in STATES]
    return ["## What each side may do", "", _row("state", *sides), "|---|---|---|---|", *rows]


def _in_order(states: frozenset[str]) -> list[str]:
    return [state for state in STATES if state in states]


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
