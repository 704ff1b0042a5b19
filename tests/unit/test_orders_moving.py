"""Moving a seller order: who may, what is journalled, and the stock and sums that move with it."""

import asyncio

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from catalog.tables import Contact, Offer
from orders.service import IllegalMove, NotTheirs, lines_of, move, parts_of
from orders.tables import JournalEntry, Order, Person, SellerOrder
from tests.conftest import NOW
from tests.unit.test_orders_placing import order, wants


async def contact(db: AsyncSession, group: str = "kanda") -> str:
    made = Contact(group_id=group, person_id=None, role="officer", joined_at=NOW)
    db.add(made)
    await db.flush()
    return f"contact:{made.id}"


async def placed(db: AsyncSession, **milli: int) -> SellerOrder:
    await wants(db, **(milli or {"shawl": 3000}))
    return (await parts_of(db, (await order(db)).id))[0]


async def shelf(db: AsyncSession, sku: str = "shawl", group: str = "kanda") -> tuple[int | None, int]:
    found = select(Offer.on_hand_milli, Offer.reserved_milli).where(Offer.sku == sku, Offer.group_id == group)
    on_hand, reserved = (await db.execute(found)).one()
    return on_hand, reserved


async def test_the_straight_way(seeded: AsyncSession) -> None:
    part, officer = await placed(seeded), await contact(seeded)
    for name in ("accept", "mark_ready"):
        part = await move(seeded, part.id, name, officer, NOW)
        assert await shelf(seeded) == (10000, 3000)
    part = await move(seeded, part.id, "dispatch", officer, NOW, carrier="India Post", tracking="EH1")
    assert (part.state, part.carrier, part.tracking) == ("dispatched", "India Post", "EH1")
    assert await shelf(seeded) == (7000, 0)
    await move(seeded, part.id, "deliver", "buyer:1", NOW)
    history = list(await seeded.scalars(select(JournalEntry).order_by(JournalEntry.id)))
    assert [(h.move, h.from_state, h.to_state, h.actor) for h in history] == [
        ("place", None, "placed", "buyer:1"),
        ("accept", "placed", "accepted", officer),
        ("mark_ready", "accepted", "ready", officer),
        ("dispatch", "ready", "dispatched", officer),
        ("deliver", "dispatched", "delivered", "buyer:1"),
    ]


@pytest.mark.parametrize("name", ["cancel", "decline"])
async def test_an_end_gives_everything_back(seeded: AsyncSession, name: str) -> None:
    part = await placed(seeded)
    actor = "buyer:1" if name == "cancel" else await contact(seeded)
    await move(seeded, part.id, name, actor, NOW, why="no wool")
    assert await shelf(seeded) == (10000, 0)
    whole = (await seeded.scalars(select(Order))).one()
    assert (whole.goods_paise, whole.total_paise) == (0, 0)


async def test_a_part_is_offered_taken_and_paid(seeded: AsyncSession) -> None:
    part, officer = await placed(seeded), await contact(seeded)
    line = (await lines_of(seeded, part.id))[0]
    await move(seeded, part.id, "offer_part", officer, NOW, accepted={line.id: 2000})
    assert await shelf(seeded) == (10000, 3000)
    part = await move(seeded, part.id, "take_part", "buyer:1", NOW)
    assert part.state == "accepted"
    assert await shelf(seeded) == (10000, 2000)
    whole = (await seeded.scalars(select(Order))).one()
    assert (line.amount_paise, whole.goods_paise, whole.total_paise) == (190000, 190000, 190000)
    await move(seeded, part.id, "dispatch", officer, NOW)
    assert await shelf(seeded) == (8000, 0)


async def test_a_part_refused_is_cancelled(seeded: AsyncSession) -> None:
    part, officer = await placed(seeded), await contact(seeded)
    line = (await lines_of(seeded, part.id))[0]
    await move(seeded, part.id, "offer_part", officer, NOW, accepted={line.id: 1000})
    part = await move(seeded, part.id, "refuse_part", "buyer:1", NOW)
    assert part.state == "cancelled"
    assert await shelf(seeded) == (10000, 0)


@pytest.mark.parametrize("milli", [0, 3000, 4000, -1000])
async def test_all_or_nothing_is_no_part(seeded: AsyncSession, milli: int) -> None:
    part, officer = await placed(seeded), await contact(seeded)
    line = (await lines_of(seeded, part.id))[0]
    with pytest.raises(ValueError):
        await move(seeded, part.id, "offer_part", officer, NOW, accepted={line.id: milli})


async def test_only_her_own(seeded: AsyncSession) -> None:
    part, other = await placed(seeded), await contact(seeded, "anmol")
    with pytest.raises(NotTheirs):
        await move(seeded, part.id, "cancel", "buyer:2", NOW)
    with pytest.raises(NotTheirs):
        await move(seeded, part.id, "accept", other, NOW)
    with pytest.raises(IllegalMove):
        await move(seeded, part.id, "accept", "buyer:1", NOW)
    with pytest.raises(LookupError):
        await move(seeded, 999, "cancel", "buyer:1", NOW)


async def test_what_is_made_to_order_touches_no_shelf(seeded: AsyncSession) -> None:
    part = await placed(seeded, table=1000)
    await move(seeded, part.id, "cancel", "buyer:1", NOW)
    assert await shelf(seeded, "table") == (None, 0)


async def test_of_two_who_answer_at_once_one_is_first(seeded: AsyncSession, engine: AsyncEngine) -> None:
    part, officer = await placed(seeded), await contact(seeded)
    await seeded.commit()

    async def answer(name: str, actor: str) -> str:
        async with AsyncSession(engine, expire_on_commit=False) as session:
            try:
                moved = await move(session, part.id, name, actor, NOW)
            except IllegalMove:
                return "late"
            await session.commit()
            return moved.state

    answers = await asyncio.gather(answer("accept", officer), answer("decline", officer), answer("accept", officer))
    assert sorted(answers).count("late") == 2
    seeded.expire_all()
    assert (await seeded.scalars(select(SellerOrder.state))).one() in answers
    assert (await seeded.scalars(select(Person))).one().id == 1
