"""Settings from the environment or `.env`. Secrets have no default and are never printed."""

from pathlib import Path
from typing import Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).parent.parent


class SettingsWrong(Exception):
    """The settings contradict each other; the text says which and what to do."""


class Settings(BaseSettings):
    """See docs/runbook.md for each name; `haat doctor` checks them."""

    model_config = SettingsConfigDict(env_prefix="HAAT_", env_file=ROOT / ".env", extra="ignore", env_ignore_empty=True)

    database_url: str = ""
    var_dir: Path = ROOT / "var"
    base_url: str = ""
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=1, le=65535)
    simulator: bool | None = None

    whatsapp_token: SecretStr | None = None
    whatsapp_phone_number_id: str | None = None
    whatsapp_business_account_id: str | None = None
    whatsapp_app_secret: SecretStr | None = None
    whatsapp_verify_token: SecretStr | None = None
    whatsapp_api_url: str | None = None
    whatsapp_number: str | None = None  # the number people write to, digits only; for wa.me links

    telegram_token: SecretStr | None = None
    telegram_webhook_secret: SecretStr | None = None
    telegram_api_url: str | None = None
    telegram_username: str | None = None

    whatsapp_payments: bool = False  # Meta has opened payments (order_details) for this account

    razorpay_key_id: str | None = None
    razorpay_key_secret: SecretStr | None = None
    razorpay_webhook_secret: SecretStr | None = None
    razorpay_api_url: str | None = None

    rasa_url: str | None = None
    rasa_token: SecretStr | None = None

    operator_name: str | None = None  # who runs the shop by law: shown to every buyer who asks
    operator_address: str | None = None
    operator_contact: str | None = None
    grievance_officer: str | None = None  # name, post and how to reach them

    metrics_token: SecretStr | None = None
    workers: int = Field(4, ge=1, le=64)
    messages_per_minute: int = Field(20, ge=1)
    answer_hours: float = Field(4.0, gt=0)  # a producer's time to answer before the reminder
    awake_from: int = Field(8, ge=0, le=23)  # hours of the Indian day in which that time runs
    awake_to: int = Field(20, ge=1, le=24)

    @model_validator(mode="after")
    def _fill(self) -> Self:
        if self.awake_from >= self.awake_to:
            raise ValueError("HAAT_AWAKE_FROM must be an earlier hour than HAAT_AWAKE_TO")
        if not self.database_url:
            self.database_url = f"sqlite+aiosqlite:///{self.var_dir / 'haat.db'}"
        self.database_url = _driver(self.database_url)
        if not self.base_url:
            self.base_url = f"http://127.0.0.1:{self.port}"
        self.base_url = self.base_url.rstrip("/")
        return self

    @property
    def secrets(self) -> tuple[str, ...]:
        """Every secret value, for keeping them out of the logs."""
        values = (getattr(self, name) for name in type(self).model_fields)
        return tuple(value.get_secret_value() for value in values if isinstance(value, SecretStr))

    @property
    def whatsapp_configured(self) -> bool:
        return bool(self.whatsapp_token and self.whatsapp_phone_number_id)

    @property
    def razorpay_configured(self) -> bool:
        return bool(self.razorpay_key_id and self.razorpay_key_secret and self.razorpay_webhook_secret)

    @property
    def telegram_configured(self) -> bool:
        return bool(self.telegram_token)

    @property
    def simulated(self) -> bool:
        """Whether the local stand-ins are the channels. Refused beside real tokens: demo values would sell."""
        real = self.whatsapp_configured or self.telegram_configured
        if self.simulator and real:
            raise SettingsWrong(
                "HAAT_SIMULATOR=1 does not go with real channel tokens: take the tokens out, or set HAAT_SIMULATOR=0."
            )
        return self.simulator if self.simulator is not None else not real

    @property
    def public(self) -> bool:
        """Whether platforms can reach our webhooks."""
        return self.base_url.startswith("https://")

    @property
    def telegram_by_webhook(self) -> bool:
        """Whether Telegram posts to us; without a public address or a secret to know it by, the bot polls."""
        return self.public and self.telegram_webhook_secret is not None


def _driver(url: str) -> str:
    """Plain SQLAlchemy URLs get our async drivers."""
    for plain, ours in (
        ("sqlite:///", "sqlite+aiosqlite:///"),
        ("postgresql://", "postgresql+psycopg://"),
        ("postgres://", "postgresql+psycopg://"),
    ):
        if url.startswith(plain):
            return ours + url.removeprefix(plain)
    return url


def read_settings() -> Settings:
    """Raises SettingsWrong for contradictions and pydantic's ValidationError for values of the wrong kind."""
    settings = Settings.model_validate({})
    _ = settings.simulated
    return settings
