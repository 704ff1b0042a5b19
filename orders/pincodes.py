"""Where a pincode lies, from India Post's directory inside the `indian-pincode` package: no network."""

import re
from dataclasses import dataclass
from functools import lru_cache

import indian_pincode

from catalog.spelling import fold


@dataclass(frozen=True)
class Area:
    district: str
    state: str


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
    """The one area whose district stands in `text`, in any script; None when none or several do."""
    said = f" {_heard(text)} "
    hits = [area for area in among if f" {_heard(area.district)} " in said]
    return hits[0] if len(hits) == 1 else None


def _heard(text: str) -> str:
    """As it sounds; ड़ is written r or d (Kangra, काँगड़ा)."""
    words = (re.sub(r"[^a-z]", "", fold(word)) for word in text.replace(",", " ").split())
    return " ".join(word for word in words if word).replace("d", "r")
