"""Lessons and the practice order: by buttons and by words, marked in every message, in no table but the progress."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions.heard import Heard
from actions.meaning import Meaning
from actions.messages import options_of
from actions.state import State
from bot import routing
from bot.commands import group as group_commands
from catalog import contacts
from catalog.roles import GROUP_ROLES, may
from catalog.tables import Base
from tests.conftest import NOW
from tests.unit.stage import Stage

MARKS = ("अभ्यास: ", "PRACTICE: ", "Abhyas: ")


@pytest.fixture
def stage(seeded: AsyncSession) -> Stage:
    return Stage(seeded)


async def tables(db: AsyncSession) -> dict[str, list[Any]]:
    await db.flush()
    return {
        table.name: [tuple(map(repr, row)) for row in await db.execute(select(table))]
        for table in Base.metadata.sorted_tables
        if table.name != "contact"
    }


async def test_a_new_group_ends_the_practice_order_unaided(stage: Stage) -> None:
    """She only ever taps the first button she is shown, from joining on."""
    who = await stage.person()
    await stage.write(who, "join", await contacts.new_invite(stage.db, "anmol", "lead", NOW))
    before = await tables(stage.db)
    assert "v1:learn" in stage.buttons_to(who)
    payload, seen = "v1:learn", []
    while payload != "v1:producer_orders_today":
        await stage.tap(who, payload)
        seen.append(stage.text_to(who))
        payload = stage.buttons_to(who)[0]
    assert len(seen) == 5 + 4
    assert all(text.startswith("अभ्यास: ") for text in seen[5:])
    assert len({text.partition("\n")[2] for text in seen}) == len(seen)
    assert await tables(stage.db) == before
    (mine,) = await contacts.of_person(stage.db, who)
    assert (mine.lessons, mine.practised_at) == (5, NOW)
    (row,) = await group_commands.all_contacts(stage.db, "anmol")
    assert (row["lessons"], row["practised"]) == (5, NOW)


@pytest.mark.parametrize("role", GROUP_ROLES)
async def test_each_role_practises_its_own_work(stage: Stage, role: str) -> None:
    who = await stage.contact("anmol", role)
    before = await tables(stage.db)
    await stage.tap(who, "v1:practice")
    steps = []
    while stage.buttons_to(who)[0].startswith("v1:practice:"):
        steps.append(stage.buttons_to(who)[0].removeprefix("v1:practice:"))
        await stage.tap(who, stage.buttons_to(who)[0])
        assert stage.text_to(who).startswith(MARKS)
        if steps[-1] == "accept":
            assert ("अभ्यास गली" in stage.text_to(who)) is may(role, "see_buyer")
    able = {"accept": may(role, "answer"), "ready": may(role, "ready"), "sent": may(role, "dispatch")}
    assert steps == [step for step, mine in able.items() if mine]
    assert await tables(stage.db) == before


async def test_every_answer_is_practice_and_leads_on(stage: Stage) -> None:
    who = await stage.contact("anmol", "lead")
    _, (real,) = await stage.place(pickle=1000)
    before = await tables(stage.db)
    for said in ("part", "decline", "accept", "ready", "sent", "nonsense", ""):
        await stage.tap(who, f"v1:practice:{said}")
        assert stage.text_to(who).startswith(MARKS)
        assert real.number not in stage.text_to(who)
    assert await tables(stage.db) == before
    assert real.state == "placed"


async def test_only_who_answers_for_a_group_learns(stage: Stage) -> None:
    for payload in ("v1:learn", "v1:practice", "v1:practice:accept", "v1:producer_help"):
        await stage.tap(1, payload)
        assert not [button for button in stage.buttons_to(1) if "practice" in button or "learn" in button]
    assert stage.states[1].side == "buyer"


@pytest.mark.parametrize(
    ("task", "said"),
    [("producer_accept_order", "accept"), ("confirm", "accept"), ("producer_reject_order", "decline"),
     ("producer_partial_accept", "part"), ("producer_mark_ready", "ready"), ("producer_mark_dispatched", "sent")],
)  # fmt: skip
async def test_words_answer_what_was_shown_last(stage: Stage, task: str, said: str) -> None:
    """After the practice order they are practice; after a real one they are real."""
    who = await stage.contact("anmol", "lead")
    await stage.tap(who, "v1:practice")
    state = stage.states[who]
    state.shown = [[option.id, option.label, ""] for message in stage.to(who) for option in options_of(message)]
    meaning = Meaning(task, 0.9, "latin_hi")
    assert routing.meant(meaning, state) == routing.Step("practice", (said,))
    state.shown = [["v1:accept:7", "x", ""]]
    assert routing.meant(meaning, state).action != "practice"


@pytest.mark.parametrize(
    ("text", "action"),
    [("seekhna", "learn"), ("सीखना है", "learn"), ("teach me", "learn"), ("practice order", "practice"),
     ("अभ्यास", "practice"), ("naya saathi", "colleagues"), ("हमारे साथी", "colleagues")],
)  # fmt: skip
def test_a_groups_own_questions(text: str, action: str) -> None:
    heard = Heard("whatsapp", "k", "text", text=text)
    assert routing.tapped(heard, State(side="producer")) == routing.Step(action)
    assert routing.tapped(heard, State(side="buyer")) != routing.Step(action)
    assert routing.tapped(heard, State(side="producer", awaiting="part")) != routing.Step(action)


async def test_help_of_a_group(stage: Stage) -> None:
    who, other = await stage.contact("anmol", "lead"), await stage.contact("anmol", "member")
    await stage.tap(who, "v1:help")
    assert {"v1:learn", "v1:practice", "v1:colleagues"} <= set(stage.buttons_to(who))
    await stage.tap(other, "v1:help")
    assert "v1:colleagues" not in stage.buttons_to(other)
