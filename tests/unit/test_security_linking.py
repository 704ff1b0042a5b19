"""A linking code joins two chats of a buyer; it never carries the right to answer for a group."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalog import contacts
from orders import linking
from orders.tables import Order, Person
from tests.conftest import NOW
from tests.unit.stage import Stage


async def link(stage: Stage, sender: int, giver: int) -> Person | None:
    code = await linking.new_code(stage.db, giver, NOW)
    return await linking.link(stage.db, await stage.db.get_one(Person, sender), code.removeprefix("LINK-"), NOW)


@pytest.mark.parametrize("group", ["kanda", "office"])
@pytest.mark.parametrize("sends", [True, False], ids=["she sends a stranger's code", "a stranger sends hers"])
async def test_a_groups_rights_stay_where_they_joined(seeded: AsyncSession, group: str, sends: bool) -> None:
    stage = Stage(seeded)
    contact = await stage.contact(group, "office" if group == "office" else "officer")
    stranger = await stage.person()
    assert await link(stage, *((contact, stranger) if sends else (stranger, contact))) is None
    assert len(await contacts.of_person(stage.db, contact)) == 1
    assert not await contacts.of_person(stage.db, stranger)


async def test_a_buyers_orders_do_go_over(seeded: AsyncSession) -> None:
    """The control."""
    stage = Stage(seeded)
    placed, _ = await stage.place(shawl=1000)
    other = await stage.person()
    owner = await link(stage, 1, other)
    assert owner is not None
    assert (await stage.db.get_one(Order, placed.id, populate_existing=True)).person_id == other
