"""The shop is killed at every boundary of its commits; started again, everything has happened once.

Around each kill: a person does one thing on her phone, the platform delivers it until it hears 200, the shop dies at
the place, another process takes over. Afterwards orders, stock and cart are as if nothing had been; everybody was told,
and who was told twice was told the very same. Twins with one guard off show that these tests would see a loss."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from actions.messages import Buttons, Option
from bot import outbox
from bot.clock import utc_now
from bot.tables import Inbox, Outbox, Timer
from catalog.tables import Offer
from orders.tables import CartLine, JournalEntry, Order, SellerOrder, Ticket
from tests.kill import ready, victim
from tests.kill.scene import BUYER, Scene, Told

# place → what a kill there means
PLACES = {
    "store:before": "the message is written, not committed; Meta has no answer and will come again",
    "store:after": "the message is committed; Meta has no answer and will come again",
    "claim:before": "a worker has chosen the message; nobody knows",
    "claim:after": "a worker holds the conversation, and is dead",
    "turn:before": "order, stock, answers, timers and state are written, not committed",
    "turn:after": "all of it is committed, nothing is sent",
    "outbox-claim:before": "an answer is chosen for sending; nobody knows",
    "outbox-claim:after": "an answer is held for sending, and its sender is dead",
    "send:before": "the same, at the platform's door",
    "send:after": "the platform has taken it and said so; we have not marked it",
    "mark:before": "our mark is written, not committed",
    "mark:after": "our mark is committed",
    "part:before": "a long answer: the first of two payloads is sent, its mark is not committed",
    "part:after": "the first of two payloads is sent and marked, the second is not sent",
    "second:after": "both payloads are sent, only the first is marked",
    "timer:before": "a reminder's action is written, not committed",
    "timer:after": "a reminder's action is committed, nothing is sent",
    "release:before": "starting after a kill: the dead sender's leases are released, not committed",
    "release:after": "starting after a kill: they are released; and then it dies again",
}
ENGINE = [place for place in PLACES if place.split(":")[0] in ("store", "claim", "turn")]
SENDING = [place for place in PLACES if place.split(":")[0] in ("outbox-claim", "send", "mark")]
PARTS = [place for place in PLACES if place.split(":")[0] in ("part", "second")]
ON_POSTGRESQL = {"store:after", "claim:after", "turn:before", "turn:after", "send:after"}


def on_both(places: list[str]) -> list[object]:
    """Every place on SQLite, some on PostgreSQL too: (database, place)."""
    chosen = [("sqlite", place) for place in places]
    chosen += [("postgresql", place) for place in places if place in ON_POSTGRESQL]
    return [pytest.param(*one, id="-".join(one)) for one in chosen]


@asynccontextmanager
async def scene_of(engine: AsyncEngine, seeded: AsyncSession, folder: Path, **more: float) -> AsyncIterator[Scene]:
    await seeded.close()
    async with Scene(engine, folder, **more) as scene:
        yield scene


async def shown_the_order(scene: Scene) -> None:
    now = utc_now()
    async with scene.made.begin() as db:
        who = await ready.buyer(db, BUYER, now)
        await ready.with_things(db, who, "shawl", 2000, now)
        await ready.set_state(db, who, await ready.before_the_yes(db, who, now))


async def dies_at(scene: Scene, place: str, address: str, text: str = "1") -> None:
    """One message of a person, the shop's death at `place`, and a new process that finishes the work."""
    await scene.open_shop(place)
    await scene.listening()
    scene.arm()
    await scene.writes(address, text)
    await scene.died()
    await scene.open_shop()
    await scene.settled()


def repeats_are_the_same(told: list[Told]) -> None:
    """One key is one message, and no two messages say the same."""
    assert len({(one.address, one.key) for one in told}) == len({(one.address, one.words) for one in told}), told


async def ordered_once(scene: Scene) -> Order:
    [order] = await scene.rows(Order)
    [part] = await scene.rows(SellerOrder)
    assert order.total_paise >= 190000
    shelves = {(offer.sku, offer.group_id): offer.reserved_milli for offer in await scene.rows(Offer)}
    assert shelves.pop(("shawl", part.group_id)) == 2000
    assert not any(shelves.values())
    assert await scene.rows(CartLine) == []
    assert [entry.move for entry in await scene.rows(JournalEntry)][:1] == ["place"]
    assert {row.state for row in await scene.rows(Inbox)} == {"done"}
    assert {row.state for row in await scene.rows(Outbox)} == {"sent"}
    told = await scene.told()
    repeats_are_the_same(told)
    mine = {one.key: one.words for one in told if one.address == BUYER}
    assert sum(order.number in words for words in mine.values()) == 1, mine
    theirs = {one.key: one.words for one in told if one.address == scene.producers[part.group_id]}
    assert sum(order.number in words for words in theirs.values()) == 1, theirs
    return order


@pytest.mark.parametrize(("engine", "place"), on_both(ENGINE + SENDING), indirect=["engine"])
async def test_the_yes_places_one_order(
    engine: AsyncEngine, seeded: AsyncSession, place: str, tmp_path: Path
) -> None:
    async with scene_of(engine, seeded, tmp_path) as scene:
        await shown_the_order(scene)
        await dies_at(scene, place, BUYER)
        await ordered_once(scene)
        assert len(await scene.rows(JournalEntry)) == 1
