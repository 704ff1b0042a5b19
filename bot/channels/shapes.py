"""Reading what the outside sends without trusting its shape: a missing or odd part is simply not there. Pure."""

import hashlib
import json
import math
from collections.abc import Iterator
from typing import Any

import phonenumbers

Raw = dict[str, Any]


def part(data: Any, name: str) -> Raw:
    """The object under `name`, or an empty one."""
    found = data.get(name) if isinstance(data, dict) else None
    return found if isinstance(found, dict) else {}


def dicts(data: Any, name: str) -> Iterator[Raw]:
    """The objects of the list under `name`; anything else in it is passed over."""
    found = data.get(name) if isinstance(data, dict) else None
    for item in found if isinstance(found, list) else ():
        if isinstance(item, dict):
            yield item


def text(data: Raw, name: str) -> str | None:
    """A non-empty text under `name`, without what no database stores (NUL, halves of characters).

    A number counts as its digits, for ids that come as either."""
    found = data.get(name)
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found)[:64]
    if not isinstance(found, str):
        return None
    return found.encode("utf-8", "ignore").decode().replace("\0", "") or None


def point(latitude: Any, longitude: Any) -> tuple[float, float] | None:
    """A place on earth, in degrees, or None."""
    try:
        place = float(latitude), float(longitude)
    except (TypeError, ValueError, OverflowError):
        return None
    inside = all(map(math.isfinite, place)) and abs(place[0]) <= 90 and abs(place[1]) <= 180
    return place if inside else None


def phone(wa_id: str | None, number: str | None) -> str | None:
    """E.164 of a shared contact. The platform's own id is international; a typed number is read as Indian."""
    for written in (f"+{wa_id}" if wa_id else None, number):
        if not written:
            continue
        try:
            read = phonenumbers.parse(written, "IN")
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(read):
            return phonenumbers.format_number(read, phonenumbers.PhoneNumberFormat.E164)
    return None


def fingerprint(data: Any) -> str:
    """A stable name for something that came without an id."""
    return hashlib.sha256(json.dumps(data, sort_keys=True, default=str).encode()).hexdigest()[:32]
