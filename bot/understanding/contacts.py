"""Phone numbers, pincodes, order and tracking numbers. Pure: whether a pincode exists is asked of `Places`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from catalog.lexicon import phrases
from catalog.utterance import cut

_DIGITS = {0x0966 + n: ord(str(n)) for n in range(10)}
_APART = r"[ \t.–-]{0,3}"
# Indian mobile numbers: ten digits from 6-9 (National Numbering Plan, DoT 2003), with or without +91, 0091 or 0.
_PHONE = re.compile(rf"(?<!\d)(?:\(?(?:\+|00)?\s?91\)?{_APART}|0)?\(?([6-9](?:{_APART}\d){{9}})(?!\d)")
# Landlines: an STD code of two to four digits and the rest of ten, behind 0 or +91 and set apart or labelled.
_LANDLINE = re.compile(rf"(?<!\d)(?:\+91{_APART}|\(?0)([1-5]\d{{1,3}})\)?({_APART})(\d{{6,8}})(?!\d)")
_PHONE_WORD = re.compile(r"phone|\bph\b|\bmob|call|contact|\btel\b|landline|फोन|फ़ोन|मोबाइल", re.I)
_FOREIGN = re.compile(r"(?<!\d)(?:\+|00)\s?(?!91)\(?([1-9](?:[ \t().–-]{0,3}\d){7,14})(?!\d)")
_PIN = re.compile(r"(?<![\d])([1-9]\d{2})[\s-]?(\d{3})(?![\d])")
_PIN_APART = re.compile(r"(?<![\d])[1-9](?:[ .-]\d){5}(?![\d])")
_PIN_WORD = re.compile(r"pin|पिन", re.I)
_ORDER = re.compile(r"(?<![A-Za-z])(?:HT|एच\s?टी)\s?[-–]?\s?(\d{2,8})(?!\d)", re.I)
_ORDER_NO = re.compile(
    r"(?:(?:order|ordr|oder|ordar|odr|आर्डर|ऑर्डर|ओर्डर|आडर|ऑडर)\s*(?:no|number|num|id|nambar|nmbr|नंबर|नम्बर|नमबर|संख्या|sankhya|न|सं)\.?\s*[:#-]?\s*|#\s?)(\d{2,8})(?!\d)",
    re.I,
)
_ORDER_BARE = re.compile(r"(?:order|ordr|ordar|odr|आर्डर|ऑर्डर|आडर|ऑडर)\s+(\d{3,8})(?!\d)", re.I)
# Thirteen characters of the Universal Postal Union (S10): two letters, nine digits, country.
_POSTAL = re.compile(r"(?<![A-Za-z])([A-Z]{2})\s?(\d{3}\s?\d{3}\s?\d{3})\s?(IN)(?![A-Za-z])", re.I)
_COURIER = re.compile(
    r"(?:tracking|track|awb|docket|doket|consignment|consignment\s+note|lr|bilti|builty|bilty|ट्रैकिंग|डॉकेट|डोकेट|बिल्टी)"
    r"\s*(?:no|number|num|id|code|नंबर|नं)?\s*(?:is|hai|h|है)?\s*\.?\s*[:#=-]?\s*([A-Z0-9-]{0,20}\d[A-Z0-9-]{4,19})(?![A-Za-z0-9])",
    re.I,
)
# A carrier's own number beside its name: DTDC D12345678, Ekart FMPC0123456789, Delhivery 13 digits, Xpressbees 15.
_CARRIER = re.compile(
    r"dtdc|delhivery|delivery\s?hub|blue\s?dart|ekart|xpress\s?bees|shadowfax|ecom\s?express|trackon|professional|courier|kurier"
    r"|speed\s?post|parcel|डीटीडीसी|कूरियर|कुरियर|कोरियर|स्पीड\s?पोस्ट|पार्सल",
    re.I,
)
_CARRIERS_CODE = re.compile(r"(?<![A-Za-z0-9-])([A-Z]{1,4}\d{7,14}|\d{11,15})(?![A-Za-z0-9-])", re.I)
# Sent by bus or truck, its plate is all there is to find the parcel by.
_BY_ROAD = re.compile(r"\bbus\b|hrtc|truck|tempo|gaa?di|transport|बस|ट्रक|गाड़ी|गाडी|टेंपो", re.I)
_PLATE = re.compile(r"(?<![A-Za-z0-9])([A-Z]{2})[\s-]?(\d{1,2})[\s-]?([A-Z]{0,3})[\s-]?(\d{4})(?![A-Za-z0-9])", re.I)
_ANY_CODE = re.compile(r"(?<![A-Za-z0-9-])([A-Z0-9-]{0,20}\d[A-Z0-9-]{4,19})(?![A-Za-z0-9])", re.I)


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
        yield Found("tracking", re.sub(r"\s", "", match[0]).upper(), *match.span())
    for match in _COURIER.finditer(text):
        yield Found("tracking", match[1].upper(), *match.span(1))
    for match in _ORDER.finditer(text):
        yield Found("order_ref", f"HT-{match[1]}", *match.span())
    for match in _ORDER_NO.finditer(text):
        yield Found("order_ref", match[1], *match.span(1))
    yield from _phones(text, places, awaiting)
    if _CARRIER.search(text):
        for match in _CARRIERS_CODE.finditer(text):
            yield Found("tracking", match[1].upper(), *match.span(1))
    if _BY_ROAD.search(text):
        for match in _PLATE.finditer(text):
            yield Found("tracking", "".join(match.groups()).upper(), *match.span())
    yield from _pincodes(text, places, awaiting)
    for match in _ORDER_BARE.finditer(text):
        yield Found("order_ref", match[1], *match.span(1))
    if awaiting == "tracking":
        for match in _ANY_CODE.finditer(text):
            yield Found("tracking", match[1].upper(), *match.span(1))


def _phones(text: str, places: Places | None, awaiting: str | None) -> Iterator[Found]:
    """Foreign ones keep their + and country; mobiles of India are ten digits, landlines eleven from 0."""
    if awaiting == "phone":
        yield from _spoken(text, "phone", 10, "6789")
    for match in _FOREIGN.finditer(text):
        yield Found("phone", "+" + re.sub(r"\D", "", match[1]), *match.span())
    for match in _PHONE.finditer(text):
        first = re.match(r"\d+", match[1])
        pincode = first is not None and len(first[0]) == 6 and places is not None and places.exists(first[0])
        if not pincode:  # "800034 9816" is a pincode and something else
            yield Found("phone", re.sub(r"\D", "", match[1]), *match.span())
    for match in _LANDLINE.finditer(text):
        told = match[2] or awaiting == "phone" or _PHONE_WORD.search(text)
        if told and len(match[1] + match[3]) == 10:
            yield Found("phone", f"0{match[1]}{match[3]}", *match.span())


def _pincodes(text: str, places: Places | None, awaiting: str | None) -> Iterator[Found]:
    if awaiting == "pincode":
        yield from _digit_by_digit(text)
    for match in _PIN.finditer(text):
        pincode = match[1] + match[2]
        split = len(match[0]) > 6
        certain = awaiting == "pincode" or bool(_PIN_WORD.search(text))
        # "177 033" is two numbers unless the post office knows it or the talk is about pincodes.
        if not split or certain or (places is not None and places.exists(pincode)):
            yield Found("pincode", pincode, *match.span())


def _digit_by_digit(text: str) -> Iterator[Found]:
    """ "1 7 1 0 0 9", "one seven one zero zero nine", as it is read aloud."""
    for match in _PIN_APART.finditer(text):
        yield Found("pincode", re.sub(r"\D", "", match[0]), *match.span())
    yield from _spoken(text, "pincode", 6, "123456789")


def _spoken(text: str, kind: str, length: int, first: str) -> Iterator[Found]:
    """ "one seven one zero zero nine", "nau aath ek …": digit words in a row, `length` of them."""
    words = cut(text)
    meant = [phrases("numbers").at([word.text], 0) for word in words]
    digits = [one[0] if one and len(one[0]) == 1 else " " for one in meant]
    at = 0
    while at + length <= len(words):
        said = "".join(digits[at : at + length])
        if " " in said or said[0] not in first:
            at += 1
            continue
        yield Found(kind, said, words[at].start, words[at + length - 1].end)
        at += length
