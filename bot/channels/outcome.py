"""What can become of a send. The channels read it out of their platforms' errors; delivery acts on it. Pure."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Sent:
    """The platform took it. `vendor_id` is its id for the message (Telegram: "<chat>:<message>", else not unique)."""

    vendor_id: str


@dataclass(frozen=True)
class Wait:
    """Too fast: nothing was sent. Hold this chat's lane, or the whole number, at least `seconds` and send the same.

    `exact`: the platform named the time; otherwise it is the first step of a growing back-off."""

    seconds: float
    scope: Literal["chat", "number"]
    exact: bool = False


@dataclass(frozen=True)
class Retry:
    """A passing fault. `ambiguous`: the answer was lost, the message may have arrived; look for a status first."""

    ambiguous: bool
    detail: str = ""


@dataclass(frozen=True)
class WindowClosed:
    """More than 24 hours since she wrote: only an approved template goes."""


@dataclass(frozen=True)
class PersonGone:
    """She cannot be reached here now: never repeat, tell the office, try the other channel."""

    reason: str


@dataclass(frozen=True)
class OurFault:
    """The platform refuses this payload: never repeat it as it is; alarm.

    `remedy`: "plain" the text-only form may pass · "media" upload again or leave the picture out ·
    "spare_template" another approved template · "none"."""

    detail: str
    remedy: Literal["plain", "media", "spare_template", "none"] = "plain"


@dataclass(frozen=True)
class StopAll:
    """Token, permission or account: nothing can be sent. Keep the queue, alarm the operator; resumed by hand."""

    reason: str


@dataclass(frozen=True)
class BackOff:
    """The platform limits unasked messages: not again within `seconds` (None: never again)."""

    seconds: float | None
    reason: str = ""


@dataclass(frozen=True)
class AlreadyDone:
    """Nothing to do: the message already looks like that, or the tap was answered too late to matter."""


Outcome = Sent | Wait | Retry | WindowClosed | PersonGone | OurFault | StopAll | BackOff | AlreadyDone
