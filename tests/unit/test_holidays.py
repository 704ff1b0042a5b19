"""A group's closed days: told by its contact, taken back, ended early; other groups and later days for buyers."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog import contacts, holidays
from catalog.holiday_tables import ClosedDays
from catalog.tables import Contact
from orders import service
from orders.dates import IST, indian_day, needed_by
from tests.conftest import NOW
from tests.unit.stage import Stage

TODAY = date(2026, 11, 23)  # Monday
SAID = [
    ("Diwali tak band", {"date_on": "2026-11-28", "date_norm": "diwali"}, 23, 28),
    ("दिवाली तक बंद", {"date_on": "2026-11-28", "date_norm": "diwali"}, 23, 28),
    ("3 din chutti", {"duration": "3 days", "date_on": "2026-11-26"}, 23, 25),
    ("kal se 3 din band", {"duration": "3 days", "date_norm": "tomorrow", "date_on": "2026-11-24"}, 24, 26),
    ("3 din band kal se", {"duration": "3 days", "date_norm": "tomorrow", "date_on": "2026-11-26"}, 24, 26),
    ("kal chutti hai", {"date_on": "2026-11-24", "date_norm": "tomorrow"}, 24, 24),
]


@pytest.fixture
def stage(seeded: AsyncSession) -> Stage:
    return Stage(seeded)


async def days(stage: Stage, group: str = "kanda") -> list[int]:
    found = await holidays.closed(stage.db, [group], TODAY)
    return sorted(day.day for day in found.get(group, ()))


@pytest.mark.parametrize(("text", "slots", "first", "last"), SAID)
async def test_what_she_says_is_noted_and_shown_back(
    stage: Stage, text: str, slots: dict[str, str], first: int, last: int
) -> None:
    lead = await stage.contact("kanda", "lead")
    await stage.write(lead, "producer_holiday", text, op="close", **slots)
    assert await days(stage) == list(range(first, last + 1))
    assert "छुट्टी" in stage.text_to(lead)
    (undo,) = stage.buttons_to(lead)
    await stage.tap(lead, undo, NOW + timedelta(minutes=9))
    assert await days(stage) == []


async def test_undo_works_ten_minutes_and_for_her_alone(stage: Stage) -> None:
    lead, other = await stage.contact("kanda", "lead"), await stage.contact("nahan", "lead")
    await stage.write(lead, "producer_holiday", "3 din chutti", op="close", duration="3 days")
    (undo,) = stage.buttons_to(lead)
    await stage.tap(other, undo)
    await stage.tap(lead, undo, NOW + timedelta(minutes=11))
    assert await days(stage) == [23, 24, 25]


async def test_reopening_ends_it_early(stage: Stage) -> None:
    lead = await stage.contact("kanda", "lead")
    await stage.write(lead, "producer_holiday", "3 din chutti", op="close", duration="3 days")
    await stage.write(lead, "producer_holiday", "kal se shuru", op="open", date_on="2026-11-24")
    assert await days(stage) == [23]
    await stage.write(lead, "producer_holiday", "shuru", op="open")
    assert await days(stage) == []
    await stage.write(lead, "producer_holiday", "shuru", op="open")
    assert "नहीं" in stage.text_to(lead)


async def test_without_a_day_she_is_asked(stage: Stage) -> None:
    lead = await stage.contact("kanda", "lead")
    await stage.write(lead, "producer_holiday", "band rahega", op="close")
    assert await days(stage) == []
    buttons = stage.buttons_to(lead)
    assert [button.rsplit(":", 1)[1] for button in buttons] == ["1", "3", "7"]
    await stage.tap(lead, buttons[2])
    assert await days(stage) == list(range(23, 30))


async def test_of_several_groups_she_is_asked_which(stage: Stage) -> None:
    lead = await stage.contact("kanda", "lead")
    code = await contacts.new_invite(stage.db, "nahan", "lead", NOW)
    await stage.write(lead, "join", code)
    await stage.write(lead, "producer_holiday", "kal chutti hai", op="close", date_on="2026-11-24")
    _, nahan = stage.buttons_to(lead)
    await stage.tap(lead, nahan)
    assert (await days(stage), await days(stage, "nahan")) == ([], [24])


async def test_who_has_no_right_closes_nothing(stage: Stage) -> None:
    sender, stranger = await stage.contact("kanda", "dispatcher"), await stage.person()
    lead = await stage.contact("kanda", "lead")
    contact = await stage.db.scalar(select(Contact).where(Contact.person_id == lead))
    assert contact is not None
    await stage.write(sender, "producer_holiday", "3 din chutti", op="close", duration="3 days")
    assert "हिस्से का नहीं" in stage.text_to(sender)
    for who in (sender, stranger):
        await stage.tap(who, f"v1:shut:{contact.id}:20261124:20261125")
        await stage.tap(who, f"v1:shut_days:{contact.id}:3")
    for claim in ("20261101:20261124", "20261124:20271124", "x:y"):
        await stage.tap(lead, f"v1:shut:{contact.id}:{claim}")
    assert (await stage.db.scalars(select(ClosedDays))).all() == []


async def test_another_group_is_taken_and_orders_in_hand_stay(stage: Stage) -> None:
    lead = await stage.contact("kanda", "lead")
    _, (before,) = await stage.place(shawl=1000)
    await stage.write(lead, "producer_holiday", "3 din chutti", op="close", duration="3 days")
    _, (after,) = await stage.place(shawl=1000)
    assert (before.group_id, before.state, after.group_id) == ("kanda", "placed", "nahan")


async def test_where_nobody_else_makes_it_the_day_is_later_and_told(stage: Stage) -> None:
    lead = await stage.contact("kanda", "lead")
    _, (before,) = await stage.place(table=1000)
    await stage.write(lead, "producer_holiday", "3 din chutti", op="close", duration="3 days")
    await stage.tap(1, "v1:product:table")
    assert "गुरुवार, 26" in stage.text_to(1)
    _, (after,) = await stage.place(table=1000)
    assert after.needed_by > before.needed_by
    assert (await service.parts_of(stage.db, before.order_id))[0].needed_by == before.needed_by


@settings(max_examples=60, deadline=None)
@given(st.none() | st.integers(0, 30), st.frozensets(st.integers(0, 40)))
def test_the_day_is_never_a_closed_one(lead: int | None, ahead: frozenset[int]) -> None:
    closed = frozenset(TODAY + timedelta(days=n) for n in ahead)
    day = indian_day(needed_by(NOW, lead, closed).astimezone(IST))
    assert day not in closed
    assert day.weekday() != 6
    assert day >= indian_day(needed_by(NOW, lead))
