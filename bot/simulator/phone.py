"""The phones of the simulator: plain numbers and chat ids, nothing the shop knows about them but names."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Channel = Literal["whatsapp", "telegram"]
Role = Literal["buyer", "producer", "office", "spare"]


@dataclass(frozen=True)
class Phone:
    """One telephone with one of the two apps. `address` is a WhatsApp number (E.164 digits, no plus) or a
    Telegram chat id in digits; `name` the owner's profile name; `title` what the page calls it, by language
    (a group's name for a producer's phone). A phone that is no buyer's has pressed Telegram's Start before.
    `wrote_at`: when it wrote to the shop before the simulator knew it (Unix seconds), None for never."""

    channel: Channel
    address: str
    name: str
    role: Role
    title: Mapping[str, str] = field(default_factory=dict)
    wrote_at: float | None = None


Phones = Callable[[], Awaitable[Sequence[Phone]]]


@dataclass(frozen=True)
class MetaAccount:
    """The Cloud API account the stand-in plays; the secrets are the ones the shop is given."""

    token: str
    phone_number_id: str
    app_secret: str
    verify_token: str
    business_account_id: str = "210000000000001"
    display_number: str = "919000000000"
    verified_name: str = "Haat"


@dataclass(frozen=True)
class TelegramBot:
    """The bot the stand-in plays. With a `webhook_secret` updates are posted to the shop from the start, as
    after setWebhook; without one they wait for getUpdates."""

    token: str
    webhook_secret: str | None
    username: str = "haat_bot"
    name: str = "Haat"

    @property
    def id(self) -> int:
        return int(self.token.partition(":")[0])


@dataclass(frozen=True)
class RazorpayAccount:
    """The gateway account the stand-in plays."""

    key_id: str
    key_secret: str
    webhook_secret: str


async def no_phones() -> Sequence[Phone]:
    return ()
