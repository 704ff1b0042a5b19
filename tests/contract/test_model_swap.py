"""A newer model is taken over while messages keep coming: none is left unread, and a broken one changes nothing."""

import asyncio
import json
import shutil
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.rasa_process import RasaProcess
from bot.understanding.nlu_client import NluClient

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / "nlu" / ".venv" / "bin" / "python"
FEW = ("greet", "thanks", "bye")
PATIENCE = 120
pytestmark = pytest.mark.skipif(not PYTHON.exists(), reason="NO NLU ENVIRONMENT: no model was swapped (make setup)")


def small(folder: Path, tasks: tuple[str, ...]) -> Path:
    """A few sentences of a few tasks, as data/nlu has them."""
    for language in ("en", "hi", "hi-Latn"):
        (folder / language).mkdir(parents=True)
        for task in tasks:
            rows = (ROOT / "data" / "nlu" / language / f"{task}.yml").read_text("utf-8").splitlines()
            (folder / language / f"{task}.yml").write_text("\n".join(rows[:24]) + "\n", "utf-8")
    return folder


def trained(sentences: Path, models: Path) -> Path:
    words = [str(PYTHON), "-m", "nlu.train", "--sentences", str(sentences), "--models", str(models)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True, timeout=300)
    return models


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two folders with a model each: the second knows one task more."""
    folder = tmp_path_factory.mktemp("models")
    one = trained(small(folder / "some", FEW), folder / "one")
    return one, trained(small(folder / "more", (*FEW, "ask_price")), folder / "two")


@pytest.fixture
async def served(both: tuple[Path, Path], tmp_path: Path) -> AsyncIterator[tuple[RasaProcess, NluClient]]:
    models = tmp_path / "models"
    shutil.copytree(both[0], models)
    process = RasaProcess(tmp_path / "rasa.log", models=models, look_every=0.2, ready_within=PATIENCE)
    client = process.client = NluClient([process.url], process.token, timeout=30)
    await process.start()
    assert await process.ready(PATIENCE)
    yield process, client
    await client.close()
    await process.stop()


def put(models: Path, new: Path) -> str:
    """As `haat learn add` does: the file first, then its name. The name."""
    described = json.loads((new / "current.json").read_text("utf-8"))
    shutil.copy(new / described["model"], models / described["model"])
    (models / "next").write_text(json.dumps(described), "utf-8")
    (models / "next").replace(models / "current.json")
    return str(described["model"])


async def tasks(client: NluClient) -> set[str]:
    """What the model behind the client knows; raises NluAway when nobody answers."""
    return {task for task, _ in await client.ranking("namaste ji")}


async def test_no_message_is_left_unread_while_models_change(
    served: tuple[RasaProcess, NluClient], both: tuple[Path, Path]
) -> None:
    process, client = served
    before = process.pid
    done, heard = asyncio.Event(), 0

    async def talk() -> None:
        nonlocal heard
        while not done.is_set():
            assert "greet" in await tasks(client)
            heard += 1

    talking = [asyncio.create_task(talk()) for _ in range(3)]
    put(process.models, both[1])
    async with asyncio.timeout(PATIENCE):
        while "ask_price" not in await tasks(client):
            assert not any(one.done() for one in talking), [one.exception() for one in talking if one.done()]
    done.set()
    await asyncio.gather(*talking)
    assert heard
    assert process.pid != before
    assert process.trouble is None


async def test_a_model_that_does_not_start_leaves_the_old_one(served: tuple[RasaProcess, NluClient]) -> None:
    process, client = served
    before = process.pid
    broken = json.loads((process.models / "current.json").read_text("utf-8")) | {"model": "haat-broken.tar.gz"}
    (process.models / "haat-broken.tar.gz").write_bytes(b"no model at all")
    (process.models / "current.json").write_text(json.dumps(broken), "utf-8")
    async with asyncio.timeout(PATIENCE):
        while process.trouble is None:
            assert "greet" in await tasks(client)
    assert "haat-broken" in process.trouble
    assert process.pid == before
    assert "haat-broken" not in str(process.current())  # a restart finds the model that works
    assert "greet" in await tasks(client)
