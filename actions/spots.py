"""Where work is: a village, a pincode and perhaps a phone number in one short text."""

import re
from dataclasses import dataclass

from orders import phones, pincodes

_PINCODE = re.compile(r"(?<!\d)[1-9]\d{2} ?\d{3}(?!\d)")
LONGEST = 200


@dataclass(frozen=True)
class Spot:
    """`pincode` only when there is such a one; `unknown` is one that was told and does not exist."""

    line: str
    pincode: str | None = None
    district: str | None = None
    phone: str | None = None
    unknown: str | None = None


def spot(text: str) -> Spot:
    told = " ".join("".join(str(int(c)) if c.isdecimal() else c for c in text).split())
    phone, rest = phones.within(told) or (None, told)
    found = _PINCODE.search(rest)
    pincode = found[0].replace(" ", "") if found else None
    line = (rest[: found.start()] + rest[found.end() :] if found else rest).strip(" ,.-")[:LONGEST]
    areas = pincodes.areas(pincode) if pincode else ()
    if not areas:
        return Spot(line, phone=phone, unknown=pincode)
    return Spot(line, pincode, areas[0].district, phone)
