"""Where a pincode lies, from India Post's directory inside the `indian-pincode` package: no network."""

from functools import lru_cache

import indian_pincode

from catalog.spelling import tokens
from orders.districts import Area, namings

__all__ = ["Area", "areas", "named"]


@lru_cache(maxsize=4096)
def areas(pincode: str) -> tuple[Area, ...]:
    """Every district the post office serves under it, the main state first; empty when there is no such pincode.

    1,478 of 19,586 pincodes lie in several districts: then the buyer is asked which."""
    if not (pincode.isascii() and pincode.isdigit() and len(pincode) == 6):
        return ()
    found = indian_pincode.get_details(pincode)
    if found is None:
        return ()
    main = found["state"]
    states = sorted(found["states"], key=lambda state: (state != main, state))
    pairs = [
        Area(district.title(), state.title())
        for state in states
        for district in sorted(set(found["districts"]) & set(indian_pincode.list_districts(state)))
        if len(states) == 1 or pincode in indian_pincode.get_pincodes(state=state, district=district)
    ]
    return tuple(pairs)


def state_of(pincode: str) -> str | None:
    """Its main state; None when there is no such pincode."""
    return next((area.state for area in areas(pincode)), None)


def named(among: tuple[Area, ...], text: str) -> Area | None:
    """The one area whose district, or a town of it, `text` names, in any script; None when none or several do."""
    told = {area for one in namings(tokens(text), among) if one.kind != "state" for area in one.areas & set(among)}
    return told.pop() if len(told) == 1 else None
