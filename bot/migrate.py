"""Brings a database to this version's tables, by alembic; run once before the app, never by two at a time."""

from pathlib import Path

from alembic import command
from alembic.config import Config

from bot.settings import Settings


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["url"] = url
    return config


def migrate(settings: Settings) -> None:
    """To the newest version; safe to repeat."""
    command.upgrade(_config(settings.database_url), "head")


def write_revision(settings: Settings, message: str) -> None:
    """A new migration file from the difference between the tables in code and the database (for developers)."""
    command.revision(_config(settings.database_url), message=message, autogenerate=True)
