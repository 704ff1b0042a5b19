"""The channels of this installation: real ones from the settings, or the stand-ins' when nothing is configured."""

import asyncio
import contextlib
import json
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import structlog
from sqlalchemy import select
from telegram.error import TelegramError

from bot.channels.channel import Channel
from bot.channels.rasa import RasaDoor
from bot.channels.telegram import Telegram
from bot.channels.whatsapp import WhatsApp, signed
from bot.gateway import Razorpay
from bot.settings import Settings, SettingsWrong
from bot.speech import speech
from bot.tables import Setting
from bot.webhooks import Ingress
from catalog.words import language_of

log = structlog.get_logger()
POLL_SECONDS = 25
OFFSET = "telegram_offset"
RAZORPAY_KEY = "rzp_test_simulated"


@dataclass(frozen=True)
class Secrets:
    """What both ends of the channels share."""

    whatsapp_token: str
    phone_number_id: str
    app_secret: str
    verify_token: str
    telegram_token: str
    webhook_secret: str


@dataclass
class Connections:
    """The open channels and how their webhooks are checked."""

    whatsapp: WhatsApp | None = None
    telegram: Telegram | None = None
    app_secret: str = ""
    whatsapp_verify_token: str | None = None
    telegram_secret: str | None = None
    whatsapp_number: str | None = None
    telegram_username: str | None = None
    webhook_url: str | None = None  # told to Telegram at start
    polls: bool = False
    gateway: Razorpay | None = None
    door: RasaDoor = field(default_factory=RasaDoor)

    @property
    def channels(self) -> dict[str, Channel]:
        found: list[Channel | None] = [self.whatsapp, self.telegram, self.door]
        return {channel.name: channel for channel in found if channel is not None}

    def whatsapp_signed(self, raw: bytes, header: str | None) -> bool:
        return signed(raw, header, self.app_secret)

    async def close(self) -> None:
        for channel in self.channels.values():
            await channel.close()
        if self.gateway is not None:
            await self.gateway.close()

    @contextlib.asynccontextmanager
    async def listening(self, ingress: Ingress) -> AsyncIterator[None]:
        """Brings Telegram's updates in: by polling, or by telling Telegram where our webhook is."""
        task: asyncio.Task[None] | None = None
        if self.telegram is not None and self.polls:
            task = asyncio.create_task(_poll(self.telegram, ingress))
        elif self.telegram is not None and self.webhook_url and self.telegram_secret:
            task = asyncio.create_task(_announce(self.telegram, self.webhook_url, self.telegram_secret))
        try:
            yield
        finally:
            if task is not None:
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)


def check(settings: Settings) -> None:
    """Raises SettingsWrong when a channel's secrets are half given."""
    if settings.whatsapp_configured and not settings.whatsapp_app_secret:
        raise SettingsWrong("HAAT_WHATSAPP_APP_SECRET is missing: without it nobody's messages can be trusted.")


async def connect(settings: Settings) -> Connections:
    """Opens what the settings name. Raises SettingsWrong when a channel's secrets are half given."""
    made = _simulated(settings) if settings.simulated else _real(settings)
    for channel in made.channels.values():
        await channel.open()
    return made


def simulator_secrets(settings: Settings) -> Secrets:
    """Made once for an installation and kept: the stand-ins' chats outlive a restart."""
    file = settings.var_dir / "simulator.json"
    if file.exists():
        return Secrets(**json.loads(file.read_text("utf-8")))
    made = Secrets(
        whatsapp_token=secrets.token_hex(16),
        phone_number_id="110000000000001",
        app_secret=secrets.token_hex(16),
        verify_token=secrets.token_hex(8),
        telegram_token=f"700000000:{secrets.token_hex(16)}",
        webhook_secret=secrets.token_hex(16),
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.write_text(json.dumps(vars(made)), "utf-8")
    return made


def _label(key: str, language: str) -> str:
    return speech().text(key, language_of(language), {})


def _simulated(settings: Settings) -> Connections:
    shared = simulator_secrets(settings)
    here = f"http://127.0.0.1:{settings.port}/sim"
    media = _media(settings.var_dir)
    return Connections(
        whatsapp=WhatsApp(
            token=shared.whatsapp_token,
            phone_number_id=shared.phone_number_id,
            api_url=f"{here}/graph",
            base_url=settings.base_url,
            media=media,
            labels=_label,
            own_bills=settings.whatsapp_payments,
        ),
        telegram=Telegram(token=shared.telegram_token, api_url=f"{here}/bot", media=media, labels=_label),
        app_secret=shared.app_secret,
        whatsapp_verify_token=shared.verify_token,
        telegram_secret=shared.webhook_secret,
        # The stand-in of Razorpay shares what the others share; another pair of secrets would prove no more.
        gateway=Razorpay(RAZORPAY_KEY, shared.app_secret, shared.webhook_secret, f"{here}/razorpay"),
    )


def _real(settings: Settings) -> Connections:
    made = Connections(whatsapp_number=settings.whatsapp_number, telegram_username=settings.telegram_username)
    made.gateway = _gateway(settings)
    media = _media(settings.var_dir)
    if settings.whatsapp_token and settings.whatsapp_phone_number_id:
        check(settings)
        made.whatsapp = WhatsApp(
            token=settings.whatsapp_token.get_secret_value(),
            phone_number_id=settings.whatsapp_phone_number_id,
            api_url=settings.whatsapp_api_url,
            base_url=settings.base_url,
            media=media,
            labels=_label,
            own_bills=settings.whatsapp_payments,
        )
        secret = settings.whatsapp_app_secret
        made.app_secret = secret.get_secret_value() if secret else ""
        verify = settings.whatsapp_verify_token
        made.whatsapp_verify_token = verify.get_secret_value() if verify else None
    if settings.telegram_token:
        made.telegram = Telegram(
            token=settings.telegram_token.get_secret_value(),
            api_url=settings.telegram_api_url,
            media=media,
            labels=_label,
        )
        webhook = settings.telegram_webhook_secret
        made.telegram_secret = webhook.get_secret_value() if webhook else None
        made.polls = not settings.telegram_by_webhook
        if not made.polls:
            made.webhook_url = f"{settings.base_url}/webhooks/telegram"
    return made


def _gateway(settings: Settings) -> Razorpay | None:
    """Razorpay when all of it is configured; half of it is for the doctor to name."""
    key, secret, webhook = settings.razorpay_key_id, settings.razorpay_key_secret, settings.razorpay_webhook_secret
    if not (key and secret and webhook):
        return None
    return Razorpay(key, secret.get_secret_value(), webhook.get_secret_value(), settings.razorpay_api_url)


def _media(var_dir: Path) -> "_Folder":
    return _Folder(var_dir / "media")


class _Folder:
    """Pictures and documents by name; a name can not leave the folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, name: str) -> bytes:
        if Path(name).name != name:
            raise LookupError(name)
        return (self._path / name).read_bytes()


async def _poll(telegram: Telegram, ingress: Ingress) -> None:
    """Asks Telegram for updates; the offset moves only after they are stored."""
    pause = 1.0
    webhook_gone = False
    while True:
        try:
            if not webhook_gone:
                await telegram.delete_webhook()
                webhook_gone = True
            async with ingress.sessions() as db:
                row = await db.scalar(select(Setting).where(Setting.name == OFFSET))
                offset = int(row.value) if row else None
            updates = await telegram.get_updates(offset, POLL_SECONDS)
            for update in updates:
                await ingress.take(telegram, update)
            if updates:
                await _advance(ingress, max(int(update["update_id"]) for update in updates) + 1)
            pause = 1.0
        except Exception as error:  # a busy database too: whatever failed, Telegram keeps what was not confirmed
            log.warning("polling_failed", error=type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(60.0, pause * 2)


async def _advance(ingress: Ingress, offset: int) -> None:
    async with ingress.sessions.begin() as db:
        await db.merge(Setting(name=OFFSET, value=str(offset)))


async def _announce(telegram: Telegram, url: str, secret: str) -> None:
    pause = 1.0
    while True:
        try:
            await telegram.set_webhook(url, secret)
            return
        except TelegramError as error:
            log.warning("webhook_not_set", error=type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(60.0, pause * 2)
