"""At each question of a sale: a correction changes what it names and nothing else, a digression changes nothing, and
the question stands again. The way of writing changes from case to case; ALL_SCRIPTS=1 plays every one."""

import os
from collections.abc import AsyncIterator

import pytest

from bot.understanding.nlu_client import NluClient
from bot.wiring import load_actions, reader
from tests.conftest import NOW
from tests.dialogues.conftest import TOKEN
from tests.dialogues.questions import WRITTEN, dialogues, scenes
from tests.dialogues.scripted import Dialogue, Theatre, wrong

EVERY = bool(os.environ.get("ALL_SCRIPTS"))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Theatre:
    load_actions()
    return Theatre(tmp_path_factory.mktemp("scenes"), NOW, "whatsapp", scenes())


@pytest.fixture
async def theatre(shared: Theatre, rasa_url: str) -> AsyncIterator[Theatre]:
    nlu = NluClient([rasa_url], TOKEN, timeout=10)
    shared.reader = reader(nlu)
    yield shared
    await nlu.close()


async def faults_of(theatre: Theatre, dialogue: Dialogue, *, comes_back: bool = False) -> list[str]:
    """`comes_back`: the question's own buttons stand under the last message, so that a number answers it."""
    scene = await theatre.prepare(dialogue.at)
    played = await theatre.play(dialogue)
    faults = wrong(dialogue, scene, played)
    if comes_back and scene.asks and played.options != scene.options:
        faults.append(f"buttons {played.options}, wanted {scene.options}")
    return [f"{dialogue.at}: {played.told}", *faults] if faults else []


async def faults_in(theatre: Theatre, part: str, kind: str) -> list[str]:
    faults = list[str]()
    for dialogue in await dialogues(theatre, part, kind, EVERY):
        faults += await faults_of(theatre, dialogue, comes_back=part == "digressions")
    return faults


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", WRITTEN["cart_changes"])
async def test_a_change_of_the_cart_changes_only_that(kind: str, theatre: Theatre) -> None:
    faults = await faults_in(theatre, "cart_changes", kind)
    assert not faults, "\n".join(faults)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", WRITTEN["form_changes"])
async def test_a_change_of_the_form_changes_only_that(kind: str, theatre: Theatre) -> None:
    faults = await faults_in(theatre, "form_changes", kind)
    assert not faults, "\n".join(faults)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", WRITTEN["digressions"])
async def test_a_digression_changes_nothing_and_the_question_comes_back(kind: str, theatre: Theatre) -> None:
    faults = await faults_in(theatre, "digressions", kind)
    assert not faults, "\n".join(faults)
