"""What the door needs of a channel; WhatsApp and Telegram each do it their own way and do not know each other."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from actions.heard import Heard
from actions.messages import Spoken
from bot.channels.outcome import Outcome


@dataclass(frozen=True)
class Piece:
    """One message or status out of a webhook body, before anything is understood.

    `key` is unique within the channel; `address` is where an answer goes (None for a notice of the platform). `moved`:
    the platform says that her number or id has changed; what she was known by, and her number now."""

    key: str
    kind: Literal["message", "status", "notice"]
    raw: dict[str, Any]
    address: str | None = None
    wa_id: str | None = None
    language: str | None = None
    moved: "Moved | None" = None


@dataclass(frozen=True)
class Moved:
    """A person's change of number or id: `before` holds what she was known by, `wa_id` is her number now, if told."""

    before: tuple[str, ...]
    wa_id: str | None


@dataclass(frozen=True)
class Status:
    """What the platform says became of a message: `outcome` is set when it failed after all."""

    vendor_id: str
    status: str
    key: str | None = None  # our own key, travelled as biz_opaque_callback_data
    outcome: Outcome | None = None


@dataclass(frozen=True)
class Rendered:
    """Payloads in sending order; what had to be changed to fit is named in `degraded`."""

    payloads: tuple[dict[str, Any], ...]
    degraded: tuple[str, ...] = field(default=())


# A word of the channel's own furniture in a language: "channel-choose" (opens a list), "channel-send-location".
Labels = Callable[[str, str], str]
# The bytes of a picture or document by its media name; raises OSError or LookupError when there is none.
Media = Callable[[str], bytes]


def symbols(key: str, language: str) -> str:
    """Labels that need no words."""
    return {"channel-choose": "☰", "channel-send-location": "📍"}[key]


@dataclass(frozen=True)
class Shared:
    """A product as it is shared into another chat: what the list shows, what is written there, and the way to it."""

    sku: str
    title: str
    hint: str
    words: str
    link: str


class Channel(Protocol):
    name: str

    def split(self, body: Any) -> list[Piece]: ...

    def hear(self, piece: dict[str, Any], key: str) -> Heard | None: ...

    def status(self, piece: dict[str, Any]) -> Status | None: ...

    def render(self, message: Spoken, language: str, window_open: bool) -> Rendered: ...

    async def send(self, address: str, payload: dict[str, Any], key: str) -> Outcome: ...

    async def typing(self, address: str, heard: Heard) -> None: ...

    async def open(self) -> None: ...

    async def close(self) -> None: ...
