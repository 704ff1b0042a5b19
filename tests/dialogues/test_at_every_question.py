"""At each question of a sale: a correction changes what it names and nothing else, a digression changes nothing, and
the question stands again. The way of writing changes from case to case; ALL_SCRIPTS=1 plays every one."""

import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.understanding.nlu_client import NluClient
from bot.wiring import load_actions, reader
from tests.conftest import NOW
from tests.dialogues.conftest import TOKEN
from tests.dialogues.scripted import Dialogue, Ending, Theatre, wrong

WRITTEN: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("at_every_question.yml").read_text("utf-8"))
SCRIPTS = tuple(WRITTEN["sale"])
BEFORE = (
    "cart",
    "quantity",
    "choice",
    "name",
    "address",
    "saved",
    "pincode",
    "district",
    "phone",
    "payment",
    "confirm",
)
ASKED = {"name": "name", "line": "address", "pincode": "pincode", "phone": "phone", "payment": "payment"}
ANSWERED = {(kind, at) for kind in ("agreement", "smile") for at in ("cart", "confirm")}  # there it is a yes
EVERY = bool(os.environ.get("ALL_SCRIPTS"))


def scenes() -> dict[str, list[str]]:
    """What is typed to come to each question."""
    found: dict[str, list[str]] = {"new": []}
    for script, sale in WRITTEN["sale"].items():
        steps = dict(
            zip(("cart", "name", "address", "pincode", "phone", "payment", "confirm"), range(1, 8), strict=True)
        )
        found |= {f"{script} {question}": sale[:count] for question, count in steps.items()}
        found |= {
            f"{script} quantity": [sale[0], WRITTEN["pickle"][script]],
            f"{script} choice": [sale[0], WRITTEN["bag"][script]],
            f"{script} district": [*sale[:4], "177033"],
            f"{script} saved": [*sale, WRITTEN["agreed"][script], *sale[:2]],
        }
    return found


def cases(kind: str) -> list[tuple[str, str]]:
    """(script, question): one way of writing for each question, another for the next; all with ALL_SCRIPTS."""
    every = [(SCRIPTS[(len(kind) + at) % len(SCRIPTS)], question) for at, question in enumerate(BEFORE)]
    if EVERY:
        every = [(script, question) for question in BEFORE for script in SCRIPTS]
    return [(script, question) for script, question in every if (kind, question) not in ANSWERED]


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


def next_question(scene: Ending, question: str, form: dict[str, str]) -> str | None:
    """Which question follows when the form holds this: the same, unless it was answered or an order begins by it."""
    if question in ("quantity", "choice", "confirm"):
        return scene.asks
    if question == "saved" and not form.get("line"):  # the saved ones are offered before anything is asked
        return "address"
    if question == "district" and form.get("pincode") == scene.form.get("pincode"):
        return "district"
    return next((asked for name, asked in ASKED.items() if not form.get(name)), "confirm place_order")


async def faults_of(theatre: Theatre, dialogue: Dialogue, *, comes_back: bool = False) -> list[str]:
    """`comes_back`: the question's own buttons stand under the last message, so that a number answers it."""
    scene = await theatre.prepare(dialogue.at)
    played = await theatre.play(dialogue)
    faults = wrong(dialogue, scene, played)
    if comes_back and scene.asks and played.options != scene.options:
        faults.append(f"buttons {played.options}, wanted {scene.options}")
    return [f"{dialogue.at}: {played.told}", *faults] if faults else []


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", WRITTEN["cart_changes"])
async def test_a_change_of_the_cart_changes_only_that(kind: str, theatre: Theatre) -> None:
    change, faults = WRITTEN["cart_changes"][kind], list[str]()
    for script, question in cases(kind):
        dialogue = Dialogue(kind, f"{script} {question}", change[script], ends={"cart": change["cart"]})
        faults += await faults_of(theatre, dialogue)
    assert not faults, "\n".join(faults)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", WRITTEN["form_changes"])
async def test_a_change_of_the_form_changes_only_that(kind: str, theatre: Theatre) -> None:
    change, faults = WRITTEN["form_changes"][kind], list[str]()
    for script, question in cases(kind):
        scene = await theatre.prepare(f"{script} {question}")
        asks = next_question(scene, question, {**scene.form, **change["form"]})
        ends = {"form": change["form"], "asks": asks}
        faults += await faults_of(theatre, Dialogue(kind, f"{script} {question}", change[script], ends=ends))
    assert not faults, "\n".join(faults)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", WRITTEN["digressions"])
async def test_a_digression_changes_nothing_and_the_question_comes_back(kind: str, theatre: Theatre) -> None:
    faults = list[str]()
    for script, question in cases(kind):
        dialogue = Dialogue(kind, f"{script} {question}", WRITTEN["digressions"][kind][script])
        faults += await faults_of(theatre, dialogue, comes_back=True)
    assert not faults, "\n".join(faults)
