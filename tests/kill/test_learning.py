"""A learning is ended at every line and every touch of a file while it takes over: the shop has a whole model and
sentences that can be read, whenever that is."""

import hashlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
import yaml

from bot import learning
from bot.kept_apart import kept_apart
from bot.learning import Line
from nlu.model_files import checked_model

LINES = [
    Line("greet", "en", "zulu quebec romeo"),
    Line("bye", "en", "zulu quebec sierra"),
    Line("bye", "en", "kilo lima"),
]
KILLED = 9
TOUCHES = ("open", "os.rename", "os.remove", "shutil.move")
HEAD = 'version: "3.1"\nnlu:\n- intent: {}\n  examples: |\n    - hi\n'


def described(folder: Path, name: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    (folder / "current.json").write_text(json.dumps({"model": name, "sha256": sha256, "sources": name}), "utf-8")


def furnished(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sentences, a model with its forerunner, and a trained candidate."""
    for task in ("greet", "bye"):
        (folder / "nlu" / "en").mkdir(parents=True, exist_ok=True)
        (folder / "nlu" / "en" / f"{task}.yml").write_text(HEAD.format(task), "utf-8")
    described(folder / "models", "haat-first.tar.gz", "the first model")
    described(folder / "models", "haat-old.tar.gz", "the old model" * 1000)
    described(folder / "models" / "candidate-x" / "models", "haat-new.tar.gz", "the new model" * 1000)
    monkeypatch.setattr(learning, "SENTENCES", folder / "nlu")
    monkeypatch.setattr(learning, "MODELS", folder / "models")
    kept_apart()  # read once, before the children begin


def stepping(at: Callable[[], None]) -> Callable[[FrameType, str, Any], Any]:
    """Calls `at` before each line of the learning's own code that writes."""

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        if frame.f_code.co_name not in ("_take_over", "_put", "written_over"):
            return None
        if event == "line":
            at()
        return trace

    return trace


def ended_at(step: int | None, folder: Path) -> int:
    """Takes over in a child process that ends without a word before that step; how many steps there were."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        count = 0

        def at() -> None:
            nonlocal count
            if count == step:
                os._exit(KILLED)
            count += 1

        def touched(event: str, args: tuple[Any, ...]) -> None:
            if event in TOUCHES and str(folder) in str(args[0]):
                at()

        before = (folder / "models" / "current.json").read_text("utf-8")
        sys.addaudithook(touched)
        sys.settrace(stepping(at))
        try:
            learning._take_over(LINES, folder / "models" / "candidate-x" / "models", before)
        finally:
            sys.settrace(None)
            os.write(writer, str(count).encode())
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as told:
        steps = told.read()
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == (0 if step is None else KILLED)
    return int(steps or 0)


def faults(folder: Path) -> list[str]:
    """What a shop that starts now would stumble over."""
    found = []
    try:
        text = checked_model(folder / "models").read_text("utf-8")
        if text not in ("the old model" * 1000, "the new model" * 1000):
            found.append("the model is cut off")
    except Exception as refused:
        found.append(f"no model: {refused}")
    for task in ("greet", "bye"):
        new = "".join(f"    - {line.text}\n" for line in LINES if line.task == task)
        text = (folder / "nlu" / "en" / f"{task}.yml").read_text("utf-8")
        if text not in (HEAD.format(task), HEAD.format(task) + new) or not yaml.safe_load(text):
            found.append(f"{task}.yml: {text!r}")
    return found


def written_over(path: Path, text: str) -> None:
    """As it would be without a rename."""
    with path.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()


def test_every_end_leaves_a_whole_shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    furnished(tmp_path / "whole", monkeypatch)
    steps = ended_at(None, tmp_path / "whole")
    assert steps > 40
    assert json.loads(learning._described())["model"] == "haat-new.tar.gz"
    assert sorted(path.name for path in (tmp_path / "whole" / "models").iterdir()) == [
        "candidate-x", "current.json", "haat-new.tar.gz", "haat-old.tar.gz",
    ]  # fmt: skip
    served = set()
    for step in range(steps):
        folder = tmp_path / str(step)
        furnished(folder, monkeypatch)
        ended_at(step, folder)
        assert faults(folder) == [], step
        served.add(checked_model(folder / "models").name)
        with learning._alone():
            pass
        assert not [path for path in folder.rglob("*") if path.name.endswith(".new") or "candidate" in path.name]
        assert faults(folder) == [], step
    assert served == {"haat-old.tar.gz", "haat-new.tar.gz"}


def test_without_the_rename_an_end_leaves_half_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "_put", written_over)
    furnished(tmp_path / "whole", monkeypatch)
    found = []
    for step in range(ended_at(None, tmp_path / "whole")):
        furnished(tmp_path / str(step), monkeypatch)
        ended_at(step, tmp_path / str(step))
        found += faults(tmp_path / str(step))
    assert "greet.yml: ''" in found
    assert "no model: no model yet: run python -m nlu.train" in found
