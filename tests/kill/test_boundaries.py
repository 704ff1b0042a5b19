"""The shop is killed at every boundary of its commits; started again, everything has happened once.

Around each kill: a person does one thing on her phone, the platform delivers it until it hears 200, the shop dies at
the place, another process takes over. Afterwards orders, stock and cart are as if nothing had been; everybody was told,
and who was told twice was told the very same. Twins with one guard off show that these tests would see a loss."""

from collections.abc import AsyncIterator, Awaitable, Callable
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
from tests.kill.scene import BUYER, Scene, Told, until

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
LONG = "A long answer. " * 90  # more than the 1,024 characters that go with buttons: it takes two payloads
ENGINE = [place for place in PLACES if place.split(":")[0] in ("store", "claim", "turn")]
SENDING = [place for place in PLACES if place.split(":")[0] in ("outbox-claim", "send", "mark")]
PARTS = [place for place in PLACES if place.split(":")[0] in ("part", "second", "send")]
ROUTE = ("kanda", "nahan")
TAPS = ["store:after", "claim:after", "turn:before", "turn:after"]
ON_POSTGRESQL = ["store:after", "claim:after", "turn:before", "turn:after", "send:after"]


def on_both(places: list[str], postgresql: list[str]) -> list[object]:
    """Every place on SQLite, some on PostgreSQL too: (database, place)."""
    chosen = [("sqlite", place) for place in places] + [("postgresql", place) for place in postgresql]
    return [pytest.param(*one, id="-".join(one)) for one in chosen]


@asynccontextmanager
async def scene_of(
    engine: AsyncEngine, seeded: AsyncSession, folder: Path, answer_hours: float = 4.0
) -> AsyncIterator[Scene]:
    await seeded.close()
    async with Scene(engine, folder, answer_hours) as scene:
        yield scene


async def shown_the_order(scene: Scene) -> None:
    now = utc_now()
    async with scene.made.begin() as db:
        who = await ready.buyer(db, BUYER, now)
        await ready.with_things(db, who, "shawl", 2000, now)
        await ready.set_state(db, who, await ready.before_the_yes(db, who, now))


async def dies_at(scene: Scene, place: str, act: Callable[[], Awaitable[None]], twin: str | None = None) -> None:
    """One act of a person, the shop's death at `place`, and a new process that finishes the work."""
    await scene.open_shop(place, twin)
    await scene.listening()
    scene.arm()
    await act()
    await scene.died()
    await scene.open_shop(twin=twin)
    await scene.settled()


def repeats_are_the_same(told: list[Told]) -> None:
    """One key is one message, and no two messages say the same."""
    assert len({(one.address, one.key) for one in told}) == len({(one.address, one.words) for one in told}), told


async def ordered_once(scene: Scene) -> None:
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


@pytest.mark.parametrize(("engine", "place"), on_both(ENGINE + SENDING, ON_POSTGRESQL), indirect=["engine"])
async def test_the_yes_places_one_order(engine: AsyncEngine, seeded: AsyncSession, place: str, tmp_path: Path) -> None:
    async with scene_of(engine, seeded, tmp_path) as scene:
        await shown_the_order(scene)
        await dies_at(scene, place, scene.says_yes)
        await ordered_once(scene)
        assert len(await scene.rows(JournalEntry)) == 1


@pytest.mark.parametrize(("engine", "place"), on_both(TAPS, ["turn:after"]), indirect=["engine"])
async def test_a_tap_counts_once(engine: AsyncEngine, seeded: AsyncSession, place: str, tmp_path: Path) -> None:
    """Adding is not forgiving as ordering is: what is heard twice would be in the cart twice."""
    async with scene_of(engine, seeded, tmp_path) as scene:
        await dies_at(scene, place, scene.taps_the_card)
        assert [line.qty_milli for line in await scene.rows(CartLine)] == [3000]
        assert len({one.key for one in await scene.told(BUYER)}) == 1


@pytest.mark.parametrize(
    ("engine", "place"), on_both(["turn:before", "turn:after"], ["turn:after"]), indirect=["engine"]
)
async def test_the_producers_yes_counts_once(
    engine: AsyncEngine, seeded: AsyncSession, place: str, tmp_path: Path
) -> None:
    async with scene_of(engine, seeded, tmp_path) as scene:
        await shown_the_order(scene)
        await scene.open_shop(place)
        await scene.listening()
        await scene.says_yes()
        await until(lambda: has(scene, Order), "the order")
        await scene.settled()
        [part] = await scene.rows(SellerOrder)
        before = len(await scene.told(BUYER))
        scene.arm()
        await scene.writes(scene.producers[part.group_id], "1")
        await scene.died()
        await scene.open_shop()
        await scene.settled()
        assert [entry.move for entry in await scene.rows(JournalEntry)] == ["place", "accept"]
        await ordered_once_of_two(scene, before)


async def ordered_once_of_two(scene: Scene, before: int) -> None:
    [part] = await scene.rows(SellerOrder)
    assert part.state == "accepted"
    told = await scene.told()
    repeats_are_the_same(told)
    assert len({one.key for one in told if one.address == BUYER}) == before + 1


@pytest.mark.parametrize(
    ("engine", "place"), on_both(["turn:before", "turn:after"], ["turn:before", "turn:after"]), indirect=["engine"]
)
async def test_the_producers_no_moves_the_order_once(
    engine: AsyncEngine, seeded: AsyncSession, place: str, tmp_path: Path
) -> None:
    """Declined, given to the sister workshop, promised on its shelf, told to all three: one commit, once."""
    async with scene_of(engine, seeded, tmp_path) as scene:
        await shown_the_order(scene)
        await scene.open_shop(place)
        await scene.listening()
        await scene.says_yes()
        await until(lambda: has(scene, Order), "the order")
        await scene.settled()
        [part] = await scene.rows(SellerOrder)
        first, before = part.group_id, len(await scene.told(BUYER))
        scene.arm()
        await scene.writes(scene.producers[first], "3")
        await scene.died()
        await scene.open_shop()
        await scene.settled()
        assert [entry.move for entry in await scene.rows(JournalEntry)] == ["place", "decline", "reroute"]
        [part] = await scene.rows(SellerOrder)
        assert part.group_id != first
        assert part.state == "placed"
        shelves = {(offer.sku, offer.group_id): offer.reserved_milli for offer in await scene.rows(Offer)}
        assert shelves.pop(("shawl", part.group_id)) == 2000
        assert not any(shelves.values())
        told = await scene.told()
        repeats_are_the_same(told)
        assert len({one.key for one in told if one.address == BUYER}) == before + 1
        assert len({one.key for one in told if one.address == scene.producers[part.group_id]}) == 1


async def has(scene: Scene, table: type) -> bool:
    return bool(await scene.rows(table))


@pytest.mark.parametrize(("engine", "place"), on_both(PARTS, ["part:before"]), indirect=["engine"])
async def test_a_long_answer_arrives_whole(
    engine: AsyncEngine, seeded: AsyncSession, place: str, tmp_path: Path
) -> None:
    async with scene_of(engine, seeded, tmp_path) as scene:
        async with scene.made.begin() as db:
            who = await ready.buyer(db, BUYER, utc_now())
            await outbox.put(db, who.id, Buttons(LONG, (Option("v1:menu", "Menu"),)), utc_now())
        scene.arm()
        await scene.open_shop(place)
        await scene.died()
        await scene.open_shop()
        await scene.settled()
        parts = [one.words for one in await scene.told(BUYER)]
        assert len(dict.fromkeys(parts)) == 2, parts
        assert "interactive" in parts[-1], "the part with the buttons is missing, or not the last"
        assert {row.state for row in await scene.rows(Outbox)} == {"sent"}


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("place", ["timer:before", "timer:after"])
async def test_what_is_due_happens_once(engine: AsyncEngine, seeded: AsyncSession, place: str, tmp_path: Path) -> None:
    """Nobody accepts: a reminder, then the sister workshop; its reminder, then one ticket for the office; each step is
    one word to the buyer."""
    async with scene_of(engine, seeded, tmp_path, answer_hours=1 / 3600) as scene:
        await shown_the_order(scene)
        await dies_at(scene, place, scene.says_yes)
        await until(lambda: nothing_due(scene), "the timers")
        await scene.settled()
        assert [kind for kind, _ in await order_timers(scene)] == ["remind", "escalate"] * 2 + ["expire"]
        assert [entry.move for entry in await scene.rows(JournalEntry)] == ["place", "pass_over", "reroute"]
        # nobody has said yet what sending costs, so the office is asked that as well
        assert [ticket.kind for ticket in await scene.rows(Ticket)] == ["delivery", "no_answer"]
        told = await scene.told()
        repeats_are_the_same(told)
        # asked, asked again, and who did not answer first hears that another one makes it
        heard = {group: len({one.key for one in told if one.address == scene.producers[group]}) for group in ROUTE}
        assert heard == {"kanda": 3, "nahan": 2}
        assert len({one.key for one in told if one.address == BUYER}) == 3
        assert len({one.key for one in told if one.address == scene.producers["office"]}) == 2


async def order_timers(scene: Scene) -> list[tuple[str, str]]:
    """(kind, state) of each timer but those of every day, the office's own and the dropping of old words, and those
    that look whether a notice was seen."""
    daily = ("money_morning", "retention", "calls_morning", "reach", "reach_next")
    return [(timer.kind, timer.state) for timer in await scene.rows(Timer) if timer.kind not in daily]


async def nothing_due(scene: Scene) -> bool:
    states = await order_timers(scene)
    return states[-1:] == [("expire", "waiting")] and {state for _, state in states[:-1]} == {"done"}


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("place", ["release:before", "release:after"])
async def test_a_second_death_while_starting_changes_nothing(
    engine: AsyncEngine, seeded: AsyncSession, place: str, tmp_path: Path
) -> None:
    async with scene_of(engine, seeded, tmp_path) as scene:
        await shown_the_order(scene)
        await scene.open_shop("send:after")
        await scene.listening()
        scene.arm()
        await scene.says_yes()
        await scene.died()
        scene.arm()
        await scene.open_shop(place)
        await scene.died()
        await scene.open_shop()
        await scene.settled()
        await ordered_once(scene)


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
@pytest.mark.parametrize("place", ["turn:before", "outbox-claim:after"])
async def test_a_second_process_takes_over(
    engine: AsyncEngine, seeded: AsyncSession, place: str, tmp_path: Path
) -> None:
    """Another process has no lock file to tell it who is dead: it takes over when the dead one's leases run out."""
    async with scene_of(engine, seeded, tmp_path) as scene:
        await shown_the_order(scene)
        await scene.open_shop(place)
        await scene.listening()
        scene.arm()
        await scene.says_yes()
        await scene.died()
        scene.open_another_shop()
        await until(lambda: has(scene, Order), "the order")
        await until(scene.queues_are_empty, "the answers")
        await ordered_once(scene)


# --- the same kills with one guard off: the fault must show


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_without_storing_before_200_the_yes_is_lost(
    engine: AsyncEngine, seeded: AsyncSession, tmp_path: Path
) -> None:
    async with scene_of(engine, seeded, tmp_path) as scene:
        await shown_the_order(scene)
        await dies_at(scene, "store:before", scene.says_yes, "answer-first")
        assert await scene.rows(Order) == []
        assert await scene.told(BUYER) == []


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_without_unique_keys_a_tap_counts_twice(
    engine: AsyncEngine, seeded: AsyncSession, tmp_path: Path
) -> None:
    async with scene_of(engine, seeded, tmp_path) as scene:
        await dies_at(scene, "store:after", scene.taps_the_card, "forget-keys")
        assert [line.qty_milli for line in await scene.rows(CartLine)] == [6000]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_with_the_mark_before_the_send_somebody_is_not_told(
    engine: AsyncEngine, seeded: AsyncSession, tmp_path: Path
) -> None:
    async with scene_of(engine, seeded, tmp_path) as scene:
        await shown_the_order(scene)
        await dies_at(scene, "send:before", scene.says_yes, "mark-first")
        told = {one.key for one in await scene.told()}
        assert any(row.state == "sent" and row.key not in told for row in await scene.rows(Outbox))


def test_every_point_is_killed() -> None:
    assert {place.split(":")[0] for place in PLACES} == {*victim.POINTS, "send", "second"}
