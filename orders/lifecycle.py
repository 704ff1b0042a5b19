"""The one table that moves a seller order. Pure.

A seller order is one producer group's part of an order. `MOVES[move]` lists from which states it is legal,
where it leads and who may do it; `offered` decides which buttons a person sees. `docs/states.md` is generated
from here.

    placed          a group is asked
    part_offered    it can make only a part; the buyer is asked
    declined        it cannot, or does not answer: another group is sought, nothing is held for the order meanwhile
    accepted, ready, dispatched, delivered
    return_asked, return_agreed, returned
    cancelled       somebody said no, or nothing was paid in time; expired: nobody answered in time

Actors: buyer, contact (somebody of the group), office, timer (the shop by itself, when a clock has run out or a
group has given an order up).
"""

from dataclasses import dataclass

STATES = (
    *("placed", "accepted", "part_offered", "declined", "ready", "dispatched", "delivered"),
    *("return_asked", "return_agreed", "returned", "cancelled", "expired"),
)
FINAL = frozenset({"returned", "cancelled", "expired"})
OFF = frozenset({"declined", "cancelled", "expired"})  # no group makes it
UNOWED = OFF | {"returned"}  # nothing for which the buyer pays
SETTLED = FINAL | {"delivered"}  # nobody has to do anything


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
    "pass_over": _move("placed", "declined", "timer"),  # the group did not answer, and another one could make it
    "reroute": _move("declined", "placed", "timer buyer office"),  # another group is asked
    "refuse": _move("declined", "cancelled", "timer office"),  # nobody else can make it
    "take_part": _move("part_offered", "accepted", "buyer office"),
    "split": _move("part_offered", "accepted", "buyer office"),  # this part here, the rest from another group
    "wait": _move("part_offered", "placed", "buyer office"),  # all of it here, by a later day: the group is asked again
    "refuse_part": _move("part_offered", "cancelled", "buyer office"),
    "mark_ready": _move("accepted", "ready", "contact office"),
    "dispatch": _move("accepted ready", "dispatched", "contact office"),
    "deliver": _move("dispatched", "delivered", "buyer contact office"),
    "come_back": _move("dispatched", "returned", "contact office"),  # the parcel could not be handed over
    "ask_return": _move("delivered", "return_asked", "buyer office"),
    "agree_return": _move("return_asked", "return_agreed", "contact office"),
    "close_return": _move("return_asked return_agreed", "delivered", "buyer office"),
    "receive_return": _move("return_agreed", "returned", "contact office"),
    # free until the parcel leaves (a buyer is never charged for changing her mind before that); by the shop itself
    # when nothing was paid in time, or nobody confirmed what is to be paid at the door
    "cancel": _move("placed part_offered declined accepted ready", "cancelled", "buyer office timer"),
    "withdraw": _move("accepted ready", "cancelled", "office"),
    "expire": _move("placed part_offered", "expired", "timer"),  # nobody answered in time
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
    """Whether goods reserved for the order go back on the shelf when it reaches `state`. What comes back from a buyer
    does not go there by itself: the group looks at it and counts it."""
    return state in OFF
