"""Every scripted dialogue of edits.yml comes out as it is written, on WhatsApp and on Telegram."""

from collections.abc import AsyncIterator

import pytest

from bot.understanding.nlu_client import NluClient
from bot.wiring import load_actions, reader
from tests.conftest import NOW
from tests.dialogues.conftest import TOKEN
from tests.dialogues.scripted import Dialogue, Theatre, load, wrong
from tests.dialogues.solved import CHANNELS, FILE

SCENES, DIALOGUES = load(FILE)


@pytest.fixture(scope="module", params=CHANNELS)
def stage(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Theatre:
    load_actions()
    return Theatre(tmp_path_factory.mktemp(request.param), NOW, request.param, SCENES)


@pytest.fixture
async def theatre(stage: Theatre, rasa_url: str) -> AsyncIterator[Theatre]:
    nlu = NluClient([rasa_url], TOKEN, timeout=10)
    stage.reader = reader(nlu)
    yield stage
    await nlu.close()


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda dialogue: dialogue.name)
async def test_dialogue(dialogue: Dialogue, theatre: Theatre) -> None:
    scene = await theatre.prepare(dialogue.at)
    played = await theatre.play(dialogue)
    assert not wrong(dialogue, scene, played), played.told


def test_each_way_of_writing_has_its_share() -> None:
    written = [one.name.split(":")[0] for one in DIALOGUES]
    assert len(DIALOGUES) >= 80
    assert all(written.count(script) >= 25 for script in ("hi", "ro", "en"))
    assert len({one.name for one in DIALOGUES}) == len(DIALOGUES)
