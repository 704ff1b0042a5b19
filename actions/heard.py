"""One message of a person, neutral of channel. Pure."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Heard:
    """`kind`: text | tap | location | contact | picture | voice | document | sticker | video | order | reaction |
    edited | deep_link | joined | blocked | unsupported. `text` is what she typed (or a caption), `payload` what a
    button or a deep link carried, `reply_to` the platform's id of the message she answered to, `key` the inbox key."""

    channel: str
    key: str
    kind: str
    text: str = ""
    payload: str | None = None
    reply_to: str | None = None
    location: tuple[float, float] | None = None
    phone: str | None = None  # shared contact, E.164 if it could be read
    name: str | None = None  # the profile's name
    language: str | None = None  # what the client says (Telegram's language_code)
    extra: dict[str, Any] = field(default_factory=dict)
