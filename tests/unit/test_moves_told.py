"""Every move of the table: legal for these and for nobody else in the database too, journalled, and told."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions import notices
from actions.heard import Heard
from actions.messages import say
from actions.office_orders import moves
from bot.speech import plain, speech
from catalog.words import LANGUAGES, Language
from orders import rerouting
from orders.lifecycle import MOVES, STATES, IllegalMove
from orders.moving import NotTheirs, move
from orders.service import lines_of
from orders.tables import JournalEntry, SellerOrder
from tests.conftest import NOW
from tests.unit.stage import Stage

BUYER = 1
# What one side is not told, and why.
UNTOLD = {
    ("buyer", "reroute"): "told by passing_on, with the group's name and day",
    ("buyer", "decline"): "told by what follows: another group, a question, or the office",
    ("buyer", "pass_over"): "the same",
    ("group", "refuse"): "it gave the order up itself",
    ("group", "reroute"): "the new group gets the order itself",
    ("group", "dispatch"): "its own members see it sent; a message for it would cost more than it tells",
    ("group", "deliver"): "the same",
    ("group", "wait"): "it is asked anew, as for any order",
}


@pytest.fixture
def stage(seeded: AsyncSession) -> Stage:
    return Stage(seeded)


async def brought_to(stage: Stage, part: SellerOrder, state: str) -> None:
    """Writes the state down without asking: these tests are about what may come next."""
    part.state, part.tracking = state, None
    for line in await lines_of(stage.db, part.id):
        line.accepted_milli = 2000 if state == "part_offered" else None
    await stage.db.flush()


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_the_whole_table_in_the_database(stage: Stage) -> None:
    """Every state, every move, every kind of actor: what the table does not allow changes nothing at all."""
    await stage.contact("kanda", "officer")
    await stage.contact("office", "office")
    _, (part,) = await stage.place(shawl=3000)
    actors = {"buyer": "buyer:1", "contact": "contact:1", "office": "office:2", "timer": "timer", "nobody": "root:1"}
    tried = 0
    for state in STATES:
        await brought_to(stage, part, state)
        before = list(await stage.db.scalars(select(JournalEntry.id)))
        for name, rule in MOVES.items():
            for kind, actor in actors.items():
                if state in rule.sources and kind in rule.actors:
                    continue
                with pytest.raises(IllegalMove):
                    await move(stage.db, part.id, name, actor, NOW)
                tried += 1
        await stage.db.refresh(part)
        assert part.state == state
        assert list(await stage.db.scalars(select(JournalEntry.id))) == before
    assert tried > 1000


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_somebody_elses_order_is_nobodys(stage: Stage) -> None:
    """The right kind of actor, but of another order, group or none: each move is refused."""
    await stage.contact("nahan", "officer")
    _, (part,) = await stage.place(table=1000)
    others = {"buyer": "buyer:99", "contact": "contact:1", "office": "office:1"}
    for name, rule in MOVES.items():
        for kind in rule.actors & set(others):
            await brought_to(stage, part, min(rule.sources))
            with pytest.raises(NotTheirs):
                await move(stage.db, part.id, name, others[kind], NOW)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", MOVES)
async def test_every_move_is_journalled_and_told_in_three_languages(stage: Stage, name: str) -> None:
    officer = await stage.contact("kanda", "officer")
    await stage.contact("nahan", "officer")
    whole, (part,) = await stage.place(shawl=3000)
    rule = MOVES[name]
    await brought_to(stage, part, min(rule.sources))
    lines = await lines_of(stage.db, part.id)
    more = {}
    if name == "offer_part":
        more = {"accepted": {lines[0].id: 1000}}
    elif name == "wait":
        more = {"needed_by": part.needed_by}
    elif name == "reroute":
        more = {"route": (await rerouting.routes(stage.db, part, NOW, False))[0]}
    actor = "timer" if "timer" in rule.actors else "office:cli" if "office" in rule.actors else "contact:1"
    moved = await move(stage.db, part.id, name, actor, NOW, "because", **more)  # type: ignore[arg-type]
    assert moved.state == rule.target
    entry = (await stage.db.scalars(select(JournalEntry).order_by(JournalEntry.id.desc()).limit(1))).one()
    assert (entry.move, entry.from_state, entry.to_state) == (name, min(rule.sources), rule.target)
    assert (entry.actor, entry.why, entry.at, entry.group_id) == (actor, "because", NOW, moved.group_id)
    # what the office moved, both sides hear
    await stage._begin(await stage.contact("office", "office"), Heard("whatsapp", "k", "tap"))
    assert stage.turn is not None
    told = await notices.facts(stage.turn, moved)
    await notices._tell_group(stage.turn, told, name)
    await notices._tell_buyer(stage.turn, told, name)
    for side, person in (("buyer", BUYER), ("group", officer)):
        said = [outgoing.message for outgoing in stage.turn.said if outgoing.person_id == person]
        assert bool(said) is ((side, name) not in UNTOLD), (side, name)
        for message in said:
            words = {plain(speech().message(message, language)) for language in LANGUAGES}
            assert len(words) == 3
            assert all(whole.number in each for each in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_its_own_words_for_all_sides(language: Language) -> None:
    by, day = {"name": "Kanda", "who": "X", "number": "HT-1"}, NOW.date()
    for key in ("order-state-{}", "producer-state", "office-about-order"):
        words = {
            speech().phrase(say(key.format(state.replace("_", "-")), state=state, date=day, **by), language)
            for state in STATES
        }
        assert len(words) == len(STATES), (key, words)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["office-act", "office-act-done"])
def test_every_button_of_the_office_has_its_own_words(key: str, language: Language) -> None:
    shown = {move for state in STATES for move in moves(state)} - {"withdraw", "refuse_part"}  # these are cancellations
    words = {speech().phrase(say(key, move=move, number="HT-1"), language) for move in shown}
    assert len(words) == len(shown), words
