"""The one table that moves a seller order. Pure.

A seller order is one producer group's part of an order. `MOVES[move]` lists from which states it is legal,
where it leads and who may do it; `offered` decides which buttons a person sees. `docs/states.md` is generated
from here. States: placed, accepted, part_offered (the group can make only a part; the buyer is asked), declined,
ready, dispatched, delivered, cancelled.
"""

from dataclasses import dataclass

STATES = ("placed", "accepted", "part_offered", "declined", "ready", "dispatched", "delivered", "cancelled")
FINAL = frozenset({"declined", "delivered", "cancelled"})


class IllegalMove(Exception):
    """The move is not in the table for this state and actor."""

    def __init__(self, move: str, state: str, actor: str) -> None:
        super().__init__(f"{actor} may not {move} a seller order that is {state}")
        self.move, self.state, self.actor = move, state, actor


@dataclass(frozen=True)
class Move:
    sources: frozenset[str]
    target: str
    actors: frozenset[str]  # buyer | contact | office | timer


def _move(sources: str, target: str, actors: str) -> Move:
    return Move(frozenset(sources.split()), target, frozenset(actors.split()))


MOVES: dict[str, Move] = {
    "accept": _move("placed", "accepted", "contact office"),
    "offer_part": _move("placed", "part_offered", "contact office"),
    "decline": _move("placed", "declined", "contact office"),
    "take_part": _move("part_offered", "accepted", "buyer office"),
    "refuse_part": _move("part_offered", "cancelled", "buyer office"),
    "mark_ready": _move("accepted", "ready", "contact office"),
    "dispatch": _move("accepted ready", "dispatched", "contact office"),
    "deliver": _move("dispatched", "delivered", "buyer contact office"),
    # free until the parcel leaves (a buyer is never charged for changing her mind before that); by the shop itself
    # when nothing was paid in time, or nobody confirmed what is to be paid at the door
    "cancel": _move("placed part_offered accepted ready", "cancelled", "buyer office timer"),
    "withdraw": _move("accepted ready", "cancelled", "office"),
}


def apply(move: str, state: str, actor: str) -> str:
    """The state after `move` by an actor of kind `actor`; raises IllegalMove."""
    rule = MOVES.get(move)
    if rule is None or state not in rule.sources or actor not in rule.actors:
        raise IllegalMove(move, state, actor)
    return rule.target


def offered(state: str, actor: str) -> tuple[str, ...]:
    """Moves that `actor` may do now, in the order in which they are shown."""
    return tuple(name for name, rule in MOVES.items() if state in rule.sources and actor in rule.actors)


def releases_stock(state: str) -> bool:
    """Whether goods reserved for the order go back on the shelf when it reaches `state`."""
    return state in ("declined", "cancelled")
