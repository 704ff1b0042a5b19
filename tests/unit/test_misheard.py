"""Words that were not understood: kept without anybody in them, counted, gone after sixty days."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions.heard import Heard
from actions.meaning import Meaning
from actions.state import State
from actions.turn import Turn
from bot import misheard, retention
from bot.redacting import ADDRESS, LIMIT, NAME, NUMBER, redact
from orders.misheard import Misheard, since
from orders.tables import Person
from tests.conftest import NOW
from tests.unit.stage import SHOP, Stage

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "redacted.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "gone"), ROWS)
def test_nothing_by_which_somebody_is_found_is_left(text: str, gone: str) -> None:
    shown = redact(text)
    for part in gone.split(";"):
        assert part.casefold() not in shown.casefold(), shown


@pytest.mark.parametrize("text", [
    "kya ye shawl garam hai", "शॉल पर कढ़ाई होती है क्या", "do you gift wrap", "2 kilo achar me kitna tel hai",
    "sabse sasta kambal dikhao", "कल तक पहुँच जाएगा क्या", "discount milega 500 ke upar", "ye nakli to nahi",
])  # fmt: skip
def test_ordinary_words_stay(text: str) -> None:
    assert redact(text) == text


@given(st.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_text_is_redacted(text: str) -> None:
    shown = redact(text)
    assert len(shown) <= 2 * LIMIT
    assert not any(sum(letter.isdecimal() for letter in word) >= 6 for word in shown.split())


def test_marks_say_what_was_there() -> None:
    shown = redact("mera naam Sunita Devi hai, 9816012345")
    assert NAME in shown
    assert NUMBER in shown
    assert ADDRESS in redact("House 12, Ward 3, Hamirpur 177001")


async def heard(db: AsyncSession, text: str, did: str = "unsure", days: int = 0) -> None:
    person = await db.get_one(Person, 1)
    meaning = Meaning("search_product", 0.3, "latin_hi")
    turn = Turn(
        db, NOW - timedelta(days=days), SHOP, person, 1, Heard("whatsapp", "k", "text", text=text), State(), meaning
    )
    await misheard.note(turn, did)
    await db.flush()


async def test_what_sounds_alike_is_counted_together(seeded: AsyncSession) -> None:
    for text in ("bhaiya kuch toh batao", "bhaiya kuch to batao", "9816012345 pe batao"):
        await heard(seeded, text)
    await heard(seeded, "menu", did="menu")
    found = await since(seeded, NOW - timedelta(days=7))
    assert [one.times for one in found] == [2, 1]
    assert found[0].likeliest == {"search_product": 2}
    assert not any("9816012345" in row.words for row in await seeded.scalars(select(Misheard)))


async def test_it_is_gone_after_sixty_days(seeded: AsyncSession) -> None:
    await heard(seeded, "purani baat", days=61)
    await heard(seeded, "nayi baat")
    assert [row.words for row in await seeded.scalars(select(Misheard))] == ["nayi baat"]


async def test_the_night_drops_it_though_nothing_is_misheard(seeded: AsyncSession) -> None:
    await heard(seeded, "purani baat", days=61)
    await heard(seeded, "kal ki baat", days=59)
    assert len(list(await seeded.scalars(select(Misheard)))) == 2
    await retention.sweep(seeded, {}, NOW)
    assert [row.words for row in await seeded.scalars(select(Misheard))] == ["kal ki baat"]


async def test_the_office_hears_of_it_on_monday(seeded: AsyncSession) -> None:
    stage = Stage(seeded)
    boss = await stage.contact("office", "office")
    await heard(seeded, "bhaiya kuch toh batao")
    await heard(seeded, "bhaiya kuch to batao")
    person = await seeded.get_one(Person, 1)
    turn = Turn(seeded, NOW, SHOP, person, 1, Heard("whatsapp", "k", "text", text="kuch"), State(),
                Meaning("greet", 0.2, "latin_hi"))  # fmt: skip
    await misheard.note(turn, "unsure")
    (due,) = turn.due
    assert due.at.weekday() == 0
    await seeded.flush()
    await stage.timer(due)
    told = stage.text_to(boss)
    assert "3" in told
    assert "bhaiya kuch toh batao" in told
