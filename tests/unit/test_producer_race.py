"""Two contacts of a group answer at the same moment: one answer holds, the other hears how the order stands."""

import asyncio

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from actions.heard import Heard
from actions.registry import perform
from actions.state import State
from actions.turn import Turn
from bot.speech import plain
from catalog import contacts
from catalog.tables import Offer
from orders.tables import JournalEntry, Person, SellerOrder
from tests.conftest import NOW
from tests.unit.stage import SHOP, Stage, spoken

ANSWERS = ("accept", "decline")


async def ask_two(seeded: AsyncSession, sku: str = "table") -> tuple[int, list[int]]:
    """Only Kanda makes tables; shawls are made in Nahan too."""
    stage = Stage(seeded)
    people = [await stage.contact("kanda", "officer"), await stage.contact("kanda", "deputy")]
    _, (part,) = await stage.place(**{sku: 1000})
    await seeded.commit()
    return part.id, people


async def tap(engine: AsyncEngine, who: int, verb: str, part_id: int) -> str:
    """One contact's turn in a transaction of its own; what she reads."""
    async with AsyncSession(engine, expire_on_commit=False) as db, db.begin():
        person = await db.get_one(Person, who)
        turn = Turn(db, NOW, SHOP, person, who, Heard("whatsapp", f"k{who}", "tap"), State())
        await perform(turn, verb, str(part_id))
        return "\n".join(plain(spoken(said)) for said in turn.said if said.person_id == who)


async def test_the_first_answer_holds(engine: AsyncEngine, seeded: AsyncSession) -> None:
    part_id, people = await ask_two(seeded)
    read = await asyncio.gather(*(tap(engine, who, verb, part_id) for who, verb in zip(people, ANSWERS, strict=True)))
    part = await seeded.get_one(SellerOrder, part_id, populate_existing=True)
    moves = list(await seeded.scalars(select(JournalEntry.move).where(JournalEntry.seller_order_id == part_id)))
    won = ANSWERS.index(moves[1])
    assert len(moves) == 2
    assert part.state == {"accept": "accepted", "decline": "declined"}[moves[1]]
    (winner,) = await contacts.of_person(seeded, people[won])
    assert part.taken_by == winner.id
    role = {"officer": "प्रभारी अधिकारी", "deputy": "सहायक"}[winner.role]
    assert role in read[1 - won]


async def test_without_the_guard_both_would_answer(engine: AsyncEngine, seeded: AsyncSession) -> None:
    """The twin: the same two taps written as read-then-write with no lock and no expected state."""
    part_id, people = await ask_two(seeded)
    seen = asyncio.Barrier(2)

    async def unguarded(who: int, state: str) -> bool:
        async with AsyncSession(engine) as db:
            before = await db.scalar(select(SellerOrder.state).where(SellerOrder.id == part_id))
            await db.rollback()  # SQLite's write lock must not stand in for the guard
            await seen.wait()
            await db.execute(update(SellerOrder).where(SellerOrder.id == part_id).values(state=state))
            await db.commit()
            return before == "placed"

    both = await asyncio.gather(unguarded(people[0], "accepted"), unguarded(people[1], "declined"))
    assert both == [True, True]


@pytest.mark.parametrize("verb", ["accept", "part", "decline", "ready", "dispatch"])
async def test_a_double_tap_changes_nothing(engine: AsyncEngine, seeded: AsyncSession, verb: str) -> None:
    part_id, (officer, _) = await ask_two(seeded)
    if verb in ("ready", "dispatch"):
        await tap(engine, officer, "accept", part_id)
    await tap(engine, officer, verb, part_id)
    before = list(await seeded.scalars(select(JournalEntry.id)))
    await seeded.commit()  # on SQLite a session that has begun holds the lock
    await tap(engine, officer, verb, part_id)
    assert list(await seeded.scalars(select(JournalEntry.id))) == before


@pytest.mark.parametrize("verbs", [("decline",) * 6, ("decline", "accept") * 3, ("decline", "part", "decline")])
async def test_taps_repeated_and_reordered_make_one_answer(
    engine: AsyncEngine, seeded: AsyncSession, verbs: tuple[str, ...]
) -> None:
    """Everything at once and everything again, as webhooks come: one answer, at most one other group, one promise."""
    part_id, people = await ask_two(seeded, "shawl")
    for _ in range(2):
        taps = (tap(engine, people[at % 2], verb, part_id) for at, verb in enumerate(verbs))
        await asyncio.gather(*taps)
    seeded.expire_all()
    moves = list(await seeded.scalars(select(JournalEntry.move).where(JournalEntry.seller_order_id == part_id)))
    part = await seeded.get_one(SellerOrder, part_id)
    assert moves in (["place", "accept"], ["place", "decline", "reroute"])
    assert (part.group_id, part.state) == (("kanda", "accepted") if moves[1] == "accept" else ("nahan", "placed"))
    reserved = {row[0]: row[1] for row in await seeded.execute(
        select(Offer.group_id, Offer.reserved_milli).where(Offer.sku == "shawl")
    )}  # fmt: skip
    assert reserved == {"kanda": 0, "nahan": 0} | {part.group_id: 1000}
