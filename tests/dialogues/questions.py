"""What may come in between at each question of a sale (at_every_question.yml), and how it must end."""

from pathlib import Path
from typing import Any

import yaml

from tests.dialogues.scripted import Dialogue, Ending, Theatre

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


def cases(kind: str, every_script: bool) -> list[tuple[str, str]]:
    """(script, question): one way of writing for each question, another for the next; or all of them."""
    every = [(SCRIPTS[(len(kind) + at) % len(SCRIPTS)], question) for at, question in enumerate(BEFORE)]
    if every_script:
        every = [(script, question) for question in BEFORE for script in SCRIPTS]
    return [(script, question) for script, question in every if (kind, question) not in ANSWERED]


def next_question(scene: Ending, question: str, form: dict[str, str]) -> str | None:
    """Which question follows when the form holds this: the same, unless it was answered or an order begins by it."""
    if question in ("quantity", "choice", "confirm"):
        return scene.asks
    if question == "saved" and not form.get("line"):  # the saved ones are offered before anything is asked
        return "address"
    if question == "district" and form.get("pincode") == scene.form.get("pincode"):
        return "district"
    return next((asked for name, asked in ASKED.items() if not form.get(name)), "confirm place_order")


async def dialogues(theatre: Theatre, part: str, kind: str, every_script: bool) -> list[Dialogue]:
    """Those of one kind; `part` is cart_changes, form_changes or digressions."""
    found = []
    for script, question in cases(kind, every_script):
        at, says = f"{script} {question}", WRITTEN[part][kind]
        ends: dict[str, Any] = {}
        if part == "cart_changes":
            ends = {"cart": says["cart"]}
        elif part == "form_changes":
            scene = await theatre.prepare(at)
            asks = next_question(scene, question, {**scene.form, **says["form"]})
            ends = {"form": says["form"], "asks": asks}
        found.append(Dialogue(kind, at, says[script], ends=ends))
    return found
