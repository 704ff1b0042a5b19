"""Telegram without a public address: the bot asks for updates, and confirms only what it has stored."""

import sqlite3
import time
from collections.abc import Iterator

import pytest

from tests.contract.outside import Town, town

MEENA = "710000031"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    settings = {"HAAT_RASA_URL": "http://127.0.0.1:9", "HAAT_BASE_URL": ""}
    with town(tmp_path_factory.mktemp("polling"), {MEENA: "telegram"}, webhook=False, **settings) as opened:
        yield opened


def test_updates_are_fetched_and_answered_once(shop: Town) -> None:
    assert len(shop.says(MEENA, "namaste")) == 1
    assert len(shop.says(MEENA, "namaste")) == 1


def test_nothing_is_confirmed_before_it_is_stored(shop: Town) -> None:
    """The database is held by another while an update is fetched, and the shop is killed there. Telegram still has
    the update: were it confirmed on arrival, nobody would ever answer it."""
    since = shop.last()
    held = sqlite3.connect(shop.folder / "shop.db", isolation_level=None)
    held.execute("BEGIN IMMEDIATE")
    shop.act(MEENA, act="text", text="are you there?")
    time.sleep(1.5)  # the update is on its way to a shop that cannot store it; nothing outside shows its arrival
    assert shop.waiting()["telegram"] == 1
    shop.kill_shop()
    held.execute("ROLLBACK")
    held.close()
    shop.open_shop()
    assert len(shop.answers(MEENA, since)) == 1
    assert shop.waiting()["telegram"] == 0
