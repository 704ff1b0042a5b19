"""The open benchmark stays as it was published: hashes, tasks, unique texts, enough of everything."""

import json
import re
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = Path(__file__).resolve().parent / "benchmark"
SCRIPTS = {"en": "en", "hi": "deva", "hi-Latn": "latin_hi", "mixed": "mixed"}
TASKS = yaml.safe_load((ROOT / "nlu" / "intents.yml").read_text("utf-8"))
UNITS = {
    "kg",
    "gram",
    "pav",
    "dozen",
    "pair",
    "packet",
    "piece",
    "box",
    "metre",
    "pound",
    "bottle",
    "set",
    "litre",
    "ml",
}


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]


def test_the_files_are_the_published_ones() -> None:
    published = dict(reversed(line.split()) for line in (FOLDER / "HASH").read_text("utf-8").splitlines())
    assert published == {f"{n}.jsonl": sha256((FOLDER / f"{n}.jsonl").read_bytes()).hexdigest() for n in SCRIPTS}


@pytest.mark.parametrize("name", SCRIPTS)
def test_lines_speak_the_contract(name: str) -> None:
    for row in rows(name):
        assert set(row) == {"id", "text", "script", "side", "awaiting", "noise", "expect"}, row["id"]
        assert row["script"] == SCRIPTS[name]
        assert row["noise"] in {"clean", "typo", "sms", "mixed", "dialect"}
        assert TASKS[row["expect"]["task"]]["side"] in {"both", row["side"]}, row["id"]
        for amount in [row["expect"], *row["expect"].get("items", [])]:
            assert amount.get("unit", "kg") in UNITS, row["id"]
        assert re.fullmatch(r"[1-9]\d{5}", row["expect"].get("pincode", "100000")), row["id"]
        assert re.fullmatch(r"\d{10}", row["expect"].get("phone", "0" * 10)), row["id"]


def test_no_text_and_no_id_twice() -> None:
    everything = [row for name in SCRIPTS for row in rows(name)]
    texts = Counter(" ".join(row["text"].casefold().split()) for row in everything)
    assert [text for text, times in texts.items() if times > 1] == []
    assert len({row["id"] for row in everything}) == len(everything)


@pytest.mark.parametrize("name", ["en", "hi", "hi-Latn"])
def test_enough_of_every_task(name: str) -> None:
    tasks = Counter(row["expect"]["task"] for row in rows(name))
    assert {task: tasks[task] for task in TASKS if tasks[task] < 5} == {}
    assert tasks["out_of_scope"] >= 50
    assert sum(tasks.values()) >= 400


def test_enough_mixed_script() -> None:
    mixed = rows("mixed")
    assert len(mixed) >= 100
    for row in mixed:
        assert re.search(r"[ऀ-ॿ]", row["text"]), row["id"]
        assert re.search(r"[A-Za-z]", row["text"]), row["id"]
