"""`haat doctor`: which settings and parts are there, which are missing, and how to get them, in plain words."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text

from bot.database import open_engine
from bot.settings import ROOT, Settings


@dataclass(frozen=True)
class Finding:
    """`state`: ok · missing · wrong · note."""

    part: str
    state: str
    says: str


_WHATSAPP = {
    "whatsapp_token": "a permanent token of a system user: business.facebook.com → Settings → System users → Generate",
    "whatsapp_phone_number_id": "developers.facebook.com → your app → WhatsApp → API setup → Phone number ID",
    "whatsapp_business_account_id": "developers.facebook.com → your app → WhatsApp → API setup (needed for templates)",
    "whatsapp_app_secret": "developers.facebook.com → your app → Settings → Basic → App secret",
    "whatsapp_verify_token": "any long random text of your own; type the same one at Meta's webhook settings",
}
_RAZORPAY = {
    "razorpay_key_id": "dashboard.razorpay.com → Account & settings → API keys",
    "razorpay_key_secret": "shown once beside the key id, when the key is made",
    "razorpay_webhook_secret": "any long random text of your own; type the same one at Razorpay → Webhooks",
}
_TELEGRAM = {
    "telegram_token": "talk to @BotFather in Telegram: /newbot gives it",
}


def examine(settings: Settings) -> Iterator[Finding]:
    """Everything that can be judged without a network."""
    if settings.simulated:
        yield Finding("channels", "note", "No channel is configured: the phones page stands in for both.")
    yield from _channel(settings, "WhatsApp", _WHATSAPP, settings.whatsapp_configured)
    yield from _channel(settings, "Telegram", _TELEGRAM, settings.telegram_configured)
    yield from _channel(settings, "Razorpay", _RAZORPAY, settings.razorpay_configured)
    if settings.razorpay_configured and not settings.public:
        yield Finding("Razorpay", "missing", "Razorpay tells of money only to a public https address.")
    if settings.telegram_configured and not settings.telegram_by_webhook:
        why = "HAAT_TELEGRAM_WEBHOOK_SECRET is not set" if settings.public else "HAAT_BASE_URL is not https"
        yield Finding("Telegram", "note", f"{why}: the bot asks Telegram for messages (polling).")
    if settings.whatsapp_configured and not settings.public:
        yield Finding("HAAT_BASE_URL", "missing", "WhatsApp needs a public https address that reaches this machine.")
    yield _exists("Rasa environment", ROOT / "nlu" / ".venv", "run `make setup`")
    yield _exists("trained understanding", ROOT / "nlu" / "models" / "current.json", "run `./haat train`")
    free = shutil.disk_usage(settings.var_dir if settings.var_dir.exists() else ROOT).free
    yield Finding("disk", "ok" if free > 1 << 30 else "wrong", f"{free >> 20} MB free")


def _channel(settings: Settings, name: str, wanted: dict[str, str], configured: bool) -> Iterator[Finding]:
    given = {field: bool(getattr(settings, field)) for field in wanted}
    if not any(given.values()):
        return
    for field, there in given.items():
        variable = f"HAAT_{field.upper()}"
        if there:
            yield Finding(variable, "ok", "set")
        else:
            yield Finding(variable, "missing", wanted[field])


def _exists(part: str, path: Path, how: str) -> Finding:
    there = path.exists()
    return Finding(part, "ok" if there else "missing", "there" if there else how)


async def examine_database(settings: Settings) -> Finding:
    """Whether the database answers and is migrated."""
    engine = open_engine(settings.database_url, connections=1)
    try:
        async with engine.connect() as connection:
            version = (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar()
        return Finding("database", "ok", f"answers, version {version}")
    except Exception as error:
        return Finding("database", "wrong", f"{type(error).__name__}: run `./haat migrate`")
    finally:
        await engine.dispose()
