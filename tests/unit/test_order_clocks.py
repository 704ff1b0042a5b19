"""What the shop does by itself when an order stands still, with a clock that is moved by hand."""

import asyncio
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from actions import notices
from actions.heard import Heard
from actions.turn import Due
from bot import timers
from bot.tables import Outbox, Timer
from bot.turn import set_timers
from catalog.tables import Contact
from orders import tickets
from orders.clocks import STEPS, awake_after, due
from orders.dates import IST
from orders.lifecycle import SETTLED, STATES
from orders.moving import move
from orders.tables import JournalEntry, Person, SellerOrder
from tests.conftest import NOW
from tests.unit.engine_parts import Engine
from tests.unit.stage import Stage
from tests.unit.test_office_desk import sells
from tests.unit.test_orders_moving import placed
from tests.unit.test_rerouting import journal, offered

BUYER = 1
HOURS = timedelta(hours=4)


@pytest.fixture
def stage(seeded: AsyncSession) -> Stage:
    return Stage(seeded)


def clock(stage: Stage, kind: str) -> Due:
    """The step of this kind that the last turn set."""
    assert stage.turn is not None
    (found,) = (step for step in stage.turn.due if step.kind == kind)
    return found


def kinds(stage: Stage) -> list[str]:
    assert stage.turn is not None
    return [step.kind for step in stage.turn.due]


async def open_tickets(stage: Stage) -> list[str]:
    return [ticket.kind for ticket in await tickets.waiting(stage.db)]


# --- the times


@given(st.integers(0, 24 * 60), st.integers(0, 72 * 60), st.integers(0, 22), st.integers(1, 24))
def test_nobody_is_called_late_at_night(minutes: int, wait: int, opens: int, closes: int) -> None:
    start = NOW + timedelta(minutes=minutes)
    if opens >= closes:
        with pytest.raises(ValueError):
            awake_after(start, timedelta(minutes=wait), (opens, closes))
        return
    at = awake_after(start, timedelta(minutes=wait), (opens, closes)).astimezone(IST)
    assert at - start >= timedelta(minutes=wait)
    into_day = at - at.replace(hour=0, minute=0)
    assert timedelta(hours=opens) <= into_day <= timedelta(hours=closes) or wait == 0
    # minute by minute, what the sum of waking time is
    awake, moment = 0, start.astimezone(IST)
    while moment < at:
        awake += opens * 60 <= moment.hour * 60 + moment.minute < closes * 60
        moment += timedelta(minutes=1)
    assert awake == wait


def test_an_evening_order_waits_for_the_morning() -> None:
    evening = datetime(2026, 11, 23, 19, 0, tzinfo=IST)
    told = [due(kind, evening, HOURS, NOW, (8, 20)).astimezone(IST) for kind in ("remind", "escalate")]
    assert [(at.day, at.hour) for at in told] == [(24, 11), (24, 15)]


def test_every_state_that_waits_for_somebody_has_a_clock() -> None:
    timed = {state for step in STEPS.values() for state in step.states}
    # on the road, and a return that a person of the office follows (the clocks of tickets)
    assert set(STATES) - timed == {*SETTLED, "dispatched", "return_asked", "return_agreed"}


# --- a group that does not answer


async def test_lead_then_deputy_then_a_sister_workshop(stage: Stage) -> None:
    officer, deputy = await stage.contact("kanda", "officer"), await stage.contact("kanda", "deputy")
    other, boss = await stage.contact("nahan", "officer"), await stage.contact("office", "office")
    _, (part,) = await stage.place(shawl=3000)
    remind, escalate = clock(stage, "remind"), clock(stage, "escalate")
    assert (remind.at, escalate.at) == (NOW + HOURS, NOW + 2 * HOURS)
    await stage.timer(remind)
    assert stage.buttons_to(officer)[0] == f"v1:accept:{part.id}"
    assert not stage.to(deputy)
    second = clock(stage, "remind_deputy")
    assert second.at == NOW + 1.5 * HOURS
    await stage.timer(second)
    assert stage.buttons_to(deputy)[0] == f"v1:accept:{part.id}"
    assert not stage.to(officer)
    await stage.timer(escalate)
    assert (part.group_id, part.state) == ("nahan", "placed")
    assert "अब नाहन कार्यशाला से पूछा है" in stage.text_to(BUYER)
    for who in (officer, deputy):
        assert "अब दूसरी जगह बनेगा" in stage.text_to(who)
    assert stage.buttons_to(other)[0] == f"v1:accept:{part.id}"
    assert not stage.to(boss)
    assert [name for name, *_ in await journal(stage.db)] == ["place", "pass_over", "reroute"]
    assert kinds(stage) == ["remind", "escalate"]
    again = clock(stage, "escalate")
    for step in (remind, second, escalate):  # of the first asking: they are silent
        assert await stage.timer(step) == []
    await stage.timer(again)
    assert part.state == "placed"  # nobody else: the office asks, and Nahan may still answer
    assert await open_tickets(stage) == ["no_answer"]
    assert "नाहन" in stage.text_to(BUYER)
    await stage.tap(other, f"v1:accept:{part.id}")
    assert part.state == "accepted"


async def test_a_deputy_alone_is_asked_first(stage: Stage) -> None:
    deputy = await stage.contact("kanda", "deputy")
    await stage.place(table=1000)
    await stage.timer(clock(stage, "remind"))
    assert stage.to(deputy)
    assert kinds(stage) == []


async def test_what_nobody_answers_ends(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    whole, (part,) = await stage.place(table=1000)
    await stage.timer(clock(stage, "escalate"))
    end = clock(stage, "expire")
    assert end.at == NOW + 2 * HOURS + timedelta(days=2)
    await stage.timer(end)
    assert part.state == "expired"
    assert "समय पर जवाब नहीं आया" in stage.text_to(BUYER)
    assert part.number in stage.text_to(officer)
    await stage.db.refresh(whole)
    assert whole.total_paise == 0
    await stage.tap(officer, f"v1:accept:{part.id}")
    assert part.state == "expired"
    assert await stage.timer(end) == []


async def test_a_group_of_nobody_goes_to_the_office_and_ends(stage: Stage) -> None:
    _, (part,) = await stage.place(table=1000)
    assert await open_tickets(stage) == ["no_contact"]
    await stage.timer(clock(stage, "expire"))
    assert part.state == "expired"
    assert stage.text_to(BUYER)


# --- a buyer who does not answer


async def test_a_part_nobody_wants_ends(stage: Stage) -> None:
    officer, boss = await stage.contact("kanda", "officer"), await stage.contact("office", "office")
    _, part = await offered(stage, officer)
    await stage.timer(clock(stage, "part_escalate"))
    assert part.number in stage.text_to(boss)
    await stage.timer(clock(stage, "expire"))
    assert part.state == "expired"
    assert part.number in stage.text_to(officer)
    assert part.number in stage.text_to(BUYER)


async def test_another_seller_she_says_nothing_about(stage: Stage) -> None:
    await sells(stage.db, nahan="another")
    officer, boss = await stage.contact("kanda", "officer"), await stage.contact("office", "office")
    _, (part,) = await stage.place(shawl=3000)
    await stage.tap(officer, f"v1:decline:{part.id}")
    assert kinds(stage) == ["refuse", "seek"]
    seek, refuse = clock(stage, "seek"), clock(stage, "refuse")
    await stage.timer(seek)
    assert part.number in stage.text_to(boss)
    await stage.timer(refuse)
    assert part.state == "cancelled"
    assert "अभी कोई इसे नहीं बना पाएगा" in stage.text_to(BUYER)


async def test_a_yes_to_the_other_seller_stops_both_clocks(stage: Stage) -> None:
    await sells(stage.db, nahan="another")
    officer = await stage.contact("kanda", "officer")
    await stage.contact("nahan", "officer")
    _, (part,) = await stage.place(shawl=3000)
    await stage.tap(officer, f"v1:decline:{part.id}")
    seek, refuse = clock(stage, "seek"), clock(stage, "refuse")
    await stage.tap(BUYER, f"v1:other_yes:{part.id}:nahan")
    assert await stage.timer(seek) == []
    assert await stage.timer(refuse) == []
    assert part.state == "placed"


# --- a day that passes


@pytest.mark.parametrize("packed", [False, True])
async def test_a_late_part_alarms_the_group_then_the_office_and_the_buyer_hears_it(stage: Stage, packed: bool) -> None:
    officer, boss = await stage.contact("kanda", "officer"), await stage.contact("office", "office")
    whole, (part,) = await stage.place(shawl=3000)
    await stage.tap(officer, f"v1:accept:{part.id}")
    late, next_morning = clock(stage, "late"), clock(stage, "late_office")
    assert late.at == part.needed_by
    assert next_morning.at.astimezone(IST).hour == 9
    assert next_morning.at.date() > late.at.date()
    if packed:
        await stage.tap(officer, f"v1:ready:{part.id}")
    await stage.timer(late)
    assert part.number in stage.text_to(officer)
    assert not stage.to(BUYER)
    await stage.timer(next_morning)
    assert await open_tickets(stage) == ["late"]
    assert "T-1" in stage.text_to(boss)
    assert "देर हो गई" in stage.text_to(BUYER)
    assert stage.buttons_to(BUYER) == [f"v1:cancel_order:{whole.number}"]
    await stage.tap(BUYER, f"v1:cancel_yes:{whole.number}")
    assert part.state == "cancelled"


async def test_what_was_sent_in_time_is_never_late(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(shawl=3000)
    await stage.tap(officer, f"v1:accept:{part.id}")
    late, next_morning = clock(stage, "late"), clock(stage, "late_office")
    await stage.tap(officer, f"v1:ready:{part.id}")
    await stage.tap(officer, f"v1:dispatch:{part.id}:plain")
    assert await stage.timer(late) == []
    assert await stage.timer(next_morning) == []


async def test_a_button_cannot_be_a_clock(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(shawl=3000)
    for kind in STEPS:
        for who in (officer, BUYER):
            await stage.tap(who, f"v1:{kind}")
            assert (part.group_id, part.state) == ("kanda", "placed")


# --- through the real timers


async def test_a_clock_fired_by_many_at_once_moves_once(seeded: AsyncSession, engine: AsyncEngine) -> None:
    """Five processes wake at the same moment on both databases: the order goes to one other group, once."""
    part = await placed(seeded)
    for group in ("kanda", "nahan"):
        seeded.add(Contact(group_id=group, person_id=None, role="officer", joined_at=NOW))
    await seeded.flush()
    shop = Engine(engine, "unsure")
    stage = Stage(seeded)
    await stage._begin(BUYER, Heard("whatsapp", "k", "tap"))
    assert stage.turn is not None
    await notices.set_clock(stage.turn, part, "escalate")
    await set_timers(seeded, stage.turn.due)
    await seeded.commit()
    shop.later(hours=9)
    await asyncio.gather(*(timers.fire(shop.turns) for _ in range(5)))
    seeded.expire_all()
    assert [row[0] for row in await journal(seeded)] == ["place", "pass_over", "reroute"]
    part = (await seeded.scalars(select(SellerOrder))).one()
    assert (part.group_id, part.state) == ("nahan", "placed")
    assert (await seeded.scalars(select(Timer).where(Timer.kind == "escalate"))).one().state == "done"
    assert not list(await seeded.scalars(select(Outbox)))  # nobody here has a phone
    assert await seeded.scalar(select(JournalEntry.actor).where(JournalEntry.move == "reroute")) == "timer"
    assert (await seeded.scalars(select(Person))).one().id == BUYER
    with pytest.raises(Exception, match="may not"):
        await move(seeded, part.id, "pass_over", "office:cli", NOW)
