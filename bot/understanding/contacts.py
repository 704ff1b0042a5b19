"""Phone numbers, pincodes, order and tracking numbers. Pure: whether a pincode exists is asked of `Places`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

_DIGITS = {0x0966 + n: ord(str(n)) for n in range(10)}
# Indian mobile numbers: ten digits from 6-9 (National Numbering Plan, DoT 2003), with or without +91 / 0.
_PHONE = re.compile(r"(?<![\d])(?:\+?\s?91[\s-]*|0)?([6-9](?:[\s-]?\d){9})(?!\d)")
_FOREIGN = re.compile(r"\+(?!91)\s?([1-9](?:[\s-]?\d){7,14})(?!\d)")
_PIN = re.compile(r"(?<![\d])([1-9]\d{2})[\s-]?(\d{3})(?![\d])")
_PIN_WORD = re.compile(r"pin|पिन", re.I)
_ORDER = re.compile(r"(?<![A-Za-z])(HT)\s?[-–]?\s?(\d{2,8})(?!\d)", re.I)
_ORDER_NO = re.compile(
    r"(?:(?:order|ordr|oder|आर्डर|ऑर्डर|ओर्डर)\s*(?:no|number|num|id|nambar|नंबर|नम्बर|न|सं)\.?\s*[:#-]?\s*|#\s?)(\d{2,8})(?!\d)",
    re.I,
)
_ORDER_BARE = re.compile(r"(?:order|ordr|आर्डर|ऑर्डर)\s+(\d{3,8})(?!\d)", re.I)
# Thirteen characters of the Universal Postal Union (S10): two letters, nine digits, country.
_POSTAL = re.compile(r"(?<![A-Za-z])([A-Z]{2})\s?(\d{9})\s?(IN)(?![A-Za-z])", re.I)
_COURIER = re.compile(
    r"(?:tracking|track|awb|docket|consignment|lr|bilti|ट्रैकिंग|डॉकेट|बिल्टी)\s*(?:no|number|id|नंबर|नं|is|hai|है)?\.?\s*[:#-]?\s*"
    r"([A-Z0-9-]*\d[A-Z0-9-]{4,19})(?![A-Za-z0-9])",
    re.I,
)
_ANY_CODE = re.compile(r"(?<![A-Za-z0-9])([A-Z0-9-]*\d[A-Z0-9-]{4,19})(?![A-Za-z0-9])", re.I)


class Places(Protocol):
    """What is known about pincodes (offline)."""

    def exists(self, pincode: str) -> bool: ...

    def state(self, pincode: str) -> str | None: ...

    def districts(self, pincode: str) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class Found:
    """A value in ASCII without spaces, and where it stood in the typed text."""

    kind: str  # phone | pincode | order_ref | tracking
    value: str
    start: int
    end: int


def codes(text: str, places: Places | None = None, awaiting: str | None = None) -> list[Found]:
    """Every phone, pincode, order number and tracking number of `text`, none overlapping another."""
    plain = text.translate(_DIGITS)
    found: list[Found] = []
    for candidate in _candidates(plain, places, awaiting):
        if all(candidate.end <= other.start or candidate.start >= other.end for other in found):
            found.append(candidate)
    return sorted(found, key=lambda one: one.start)


def _candidates(text: str, places: Places | None, awaiting: str | None) -> Iterator[Found]:
    for match in _POSTAL.finditer(text):
        yield Found("tracking", "".join(match.groups()).upper(), *match.span())
    for match in _COURIER.finditer(text):
        yield Found("tracking", match[1].upper(), *match.span(1))
    for match in _ORDER.finditer(text):
        yield Found("order_ref", f"HT-{match[2]}", *match.span())
    for match in _ORDER_NO.finditer(text):
        yield Found("order_ref", match[1], *match.span(1))
    for match in _FOREIGN.finditer(text):
        yield Found("phone", "+" + re.sub(r"\D", "", match[1]), *match.span())
    for match in _PHONE.finditer(text):
        yield Found("phone", re.sub(r"\D", "", match[1]), *match.span())
    yield from _pincodes(text, places, awaiting)
    for match in _ORDER_BARE.finditer(text):
        yield Found("order_ref", match[1], *match.span(1))
    if awaiting == "tracking":
        for match in _ANY_CODE.finditer(text):
            yield Found("tracking", match[1].upper(), *match.span(1))


def _pincodes(text: str, places: Places | None, awaiting: str | None) -> Iterator[Found]:
    for match in _PIN.finditer(text):
        pincode = match[1] + match[2]
        split = len(match[0]) > 6
        certain = awaiting == "pincode" or bool(_PIN_WORD.search(text))
        # "177 033" is two numbers unless the post office knows it or the talk is about pincodes.
        if not split or certain or (places is not None and places.exists(pincode)):
            yield Found("pincode", pincode, *match.span())
