"""Rules of the house that no linter knows: sizes, names, contracts between folders. Each names what went wrong once."""

import ast
import re
import subprocess

import pytest
import yaml

from actions import registry
from bot.settings import ROOT
from bot.wiring import load_actions

ROOMS = ("bot", "actions", "orders", "catalog", "nlu")
MODULES = sorted(
    file
    for room in ROOMS
    for file in (ROOT / room).rglob("*.py")
    if not {".venv", "versions"} & set(file.parts) and file.stat().st_size
)
HINDI = re.compile(r"[\u0900-\u097f]{2,} [\u0900-\u097f]{2,}")


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_module_is_at_most_300_lines(file: object) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= 300  # type: ignore[attr-defined]


@pytest.mark.parametrize("room", ["bot", "actions", "orders"])
def test_no_hindi_sentence_stands_in_python(room: str) -> None:
    """Words for people live in data/texts; understanding's tables and comments aside."""
    for file in (ROOT / room).rglob("*.py"):
        if "understanding" in file.parts or file.name == "routing.py":
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and HINDI.search(node.value):
                assert _is_docstring(file.read_text("utf-8"), node), f"{file}:{node.lineno}"


def _is_docstring(source: str, wanted: ast.Constant) -> bool:
    return any(
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and node.value.lineno == wanted.lineno
        for node in ast.walk(ast.parse(source))
    )


def test_names_say_what_a_thing_is() -> None:
    for file in MODULES:
        assert not re.search(r"utils|helpers?$|managers?$|misc|common$", file.stem), file
        assert not re.search(r"^class \w*(Manager|Helper|Base)\b(?!\(Declarative)", file.read_text(), re.M) or (
            file.name == "tables.py"
        ), file


def test_every_task_of_the_contract_has_its_action() -> None:
    load_actions()
    contract = yaml.safe_load((ROOT / "nlu" / "intents.yml").read_text("utf-8"))
    tasks = contract.get("tasks", contract)
    names = [entry["task"] for entry in tasks] if isinstance(tasks, list) else list(tasks)
    missing = sorted(name for name in names if not registry.known(name))
    assert missing == []


def test_every_button_leads_to_an_action() -> None:
    """A verb written into a payload that no action answers is a dead button."""
    load_actions()
    verbs = set()
    for file in (ROOT / "actions").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "write":
                verbs |= {str(first.value) for first in node.args[:1] if isinstance(first, ast.Constant)}
    assert len(verbs) > 10
    assert sorted(verb for verb in verbs if not registry.known(verb) and verb not in ("confirm", "deny", "mean")) == []


def test_nothing_of_one_machine_and_no_secret_is_committed() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    assert ".env" not in tracked
    pattern = r"EAA[A-Za-z0-9]{30,}|[0-9]{8,10}:AA[A-Za-z0-9_-]{33}|/home/|/ro{1}ot/|-----BEGIN [A-Z ]*PRIVATE KEY"
    found = subprocess.run(
        ["git", "grep", "-nIE", pattern, "--", ".", ":!tests/house/test_house.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert found.stdout == ""


def test_no_link_is_committed() -> None:
    """Two links into one machine's folders were: checked out there, they took the place of what they pointed to."""
    tracked = subprocess.run(["git", "ls-files", "-s"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [line for line in tracked.splitlines() if line.startswith("120000")] == []
