"""What a button carries: "v1:add:SKU:1". ASCII, at most 64 bytes (Telegram's callback_data), no rights inside:
whatever a payload claims is checked against sender and state when it is pressed. Pure.

Old versions stay readable: a button may be pressed long after a deploy.
"""

import re
from dataclasses import dataclass

LIMIT_BYTES = 64
LIMIT_DIGITS = 18  # of a number: more fits no database's row id
_PART = re.compile(r"[A-Za-z0-9_.\-]*")


@dataclass(frozen=True)
class Payload:
    verb: str
    args: tuple[str, ...] = ()


def write(verb: str, *args: str | int) -> str:
    """Raises ValueError for a part outside [A-Za-z0-9_.-] or more than 64 bytes."""
    parts = [verb, *map(str, args)]
    if not verb or any(not _PART.fullmatch(part) or _too_big(part) for part in parts):
        raise ValueError(f"not a payload part in {parts!r}")
    text = ":".join(["v1", *parts])
    if len(text) > LIMIT_BYTES:
        raise ValueError(f"payload longer than {LIMIT_BYTES} bytes: {text!r}")
    return text


def read(text: str) -> Payload | None:
    """None for anything we never wrote (people can type, and clients can send, what they like)."""
    version, _, rest = text.partition(":")
    parts = rest.split(":")
    if version != "v1" or len(text) > LIMIT_BYTES or not parts[0]:
        return None
    if any(not _PART.fullmatch(part) or _too_big(part) for part in parts):
        return None
    return Payload(parts[0], tuple(parts[1:]))


def _too_big(part: str) -> bool:
    return part.isdecimal() and len(part) > LIMIT_DIGITS
