"""Whether a seller may sell to a buyer's state through this shop. Pure; what the law says is data/tax/eligibility.yml.

Goods only: what a worker does at a buyer's door is booked with the office and sold by nobody here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

REGISTERED = "registered"
STATUSES = (REGISTERED, "composition", "unregistered")

Bar = Literal["no-seller", "status-unknown", "papers-missing", "other-state"]
"""Why not: nobody sells for the group; nobody has said how the seller is taxed; a paper the law asks for is not on
file; the buyer lives in a state to which this seller may not sell."""


@dataclass(frozen=True)
class Rule:
    """What holds for sellers of one status; `papers` of gstin, pan, enrolment."""

    anywhere: bool
    papers: frozenset[str]


@dataclass(frozen=True)
class Standing:
    """A seller as the law sees him: the state he is registered in, his GST status, the papers on file."""

    state: str
    status: str | None
    papers: frozenset[str] = frozenset()


def bar(
    seller: Standing | None, buyer_state: str | None, rules: Mapping[str, Rule], *, practice: bool = False
) -> Bar | None:
    """What forbids the sale; None when it is lawful. Without a buyer's state only what is forbidden towards every
    state is found: ask again once it is known. `practice`: a made-up seller of the simulator has no papers to show."""
    if seller is None:
        return "no-seller"
    rule = rules.get(seller.status or "")
    if rule is None:
        return "status-unknown"
    if not practice and not rule.papers <= seller.papers:
        return "papers-missing"
    if buyer_state is not None and not rule.anywhere and seller.state.casefold() != buyer_state.casefold():
        return "other-state"
    return None
