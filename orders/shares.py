"""How the proceeds of a group are shared, to the paisa. Pure.

A rule is a list of shares in hundredths of a percent ("bp") that sum to the whole. Which shares there are is told by an
order of the department or a group's resolution; the shop ships none (S2, S4, S5 name receivers, not percentages).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

WHOLE = 10_000
# Whom a share may go to. Members of a self-help group are numbered, never named: "member-3".
RECEIVERS = ("wages", "victims", "staff", "society", "materials", "group")
MEMBER = "member-"


@dataclass(frozen=True)
class Share:
    """`bp` hundredths of a percent go to `to`."""

    to: str
    bp: int


@dataclass(frozen=True)
class Rule:
    """The shares that hold from a day (IST) on, until a later rule."""

    from_day: date
    shares: tuple[Share, ...]


def checked(shares: Iterable[Mapping[str, Any]]) -> tuple[Share, ...]:
    """Raises ValueError unless every receiver is known and named once, each gets something, and all is given away."""
    found = tuple(Share(str(one["to"]), int(one["bp"])) for one in shares)
    for share in found:
        member = share.to.startswith(MEMBER) and share.to.removeprefix(MEMBER).isdecimal()
        if share.to not in RECEIVERS and not member:
            raise ValueError(f"nobody is called {share.to}: {', '.join(RECEIVERS)} or {MEMBER}1, {MEMBER}2 …")
        if share.bp <= 0:
            raise ValueError(f"{share.to} would get nothing")
    if len({share.to for share in found}) != len(found):
        raise ValueError("somebody is named twice")
    if sum(share.bp for share in found) != WHOLE:
        raise ValueError(f"the shares sum to {sum(share.bp for share in found) / 100:g} %, not to 100 %")
    return found


def split(paise: int, shares: Sequence[Share]) -> dict[str, int]:
    """What each gets of `paise` (not negative): whole paise, together exactly `paise`. What rounding leaves over goes
    to the largest remainders, the first named first, so that the same amount is always shared the same way."""
    return in_proportion(paise, {share.to: share.bp for share in shares})


def in_proportion(paise: int, weights: Mapping[str, int]) -> dict[str, int]:
    """The same by any weights: what is left of a sale is shared as the sale was."""
    if paise < 0 or min(weights.values(), default=0) < 0:
        raise ValueError("what is shared is not negative")
    whole = sum(weights.values())
    if not whole:
        if paise:
            raise ValueError("nobody is there to share it")
        return dict.fromkeys(weights, 0)
    parts = {to: paise * weight // whole for to, weight in weights.items()}
    left = paise - sum(parts.values())
    first_named = {to: at for at, to in enumerate(weights)}
    by_remainder = sorted(weights, key=lambda to: (-(paise * weights[to] % whole), first_named[to]))
    for to in by_remainder[:left]:
        parts[to] += 1
    return parts


def taken_back(before: int, after: int, shares: Sequence[Share]) -> dict[str, int]:
    """What each gives back when the proceeds fall from `before` to `after`: the difference of the two splits, so that
    a whole order returned piece by piece takes back exactly what was shared."""
    if not 0 <= after <= before:
        raise ValueError("a return lowers the proceeds")
    old, new = split(before, shares), split(after, shares)
    return {to: old[to] - new[to] for to in old}


R = TypeVar("R", bound=Rule)


def rule_on(rules: Iterable[R], day: date) -> R | None:
    """The youngest rule that holds on `day`; None before the first."""
    return max((rule for rule in rules if rule.from_day <= day), key=lambda rule: rule.from_day, default=None)
