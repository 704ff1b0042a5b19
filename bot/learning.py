"""Teaching the understanding new sentences: a candidate is trained beside the model in use, and taken only when no
measure of the held-out sentences falls.

Everything happens in a folder of its own until the last step; `kill -9` at any instant leaves data and model as they
were, or the data newer than the model, which the next start trains."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.settings import ROOT
from catalog.spelling import fold, romanise

LANGUAGES = ("en", "hi", "hi-Latn")
SENTENCES = ROOT / "data" / "nlu"
MODELS = ROOT / "nlu" / "models"
PYTHON = ROOT / "nlu" / ".venv" / "bin" / "python"
KEPT_APART = ROOT / "tests" / "nlu"  # what is measured with is never learned
LONGEST = 200
_ODD = re.compile(r"^[-/\[]|[\x00-\x1f\x85\u2028\u2029]|\]\(")  # would be read as another line, a command or a mark


class NotLearned(Exception):
    """Why the sentences were not taken, in plain words."""


@dataclass(frozen=True)
class Line:
    """A sentence and what it means."""

    task: str
    language: str
    text: str


@dataclass(frozen=True)
class Change:
    """One measure of one language: right answers of so many, before and with the new sentences."""

    language: str
    measure: str
    before: tuple[int, int]
    after: tuple[int, int]

    @property
    def falls(self) -> bool:
        """By more than one sentence weighs."""
        (old, of_old), (new, of_new) = self.before, self.after
        return old * of_new - new * of_old > of_new if of_old and of_new else new < old


def read_lines(text: str) -> list[Line]:
    """`task<TAB>language<TAB>sentence` a line; empty lines and those with # are left out. Raises NotLearned."""
    found = []
    for number, row in enumerate(text.splitlines(), 1):
        if not row.strip() or row.startswith("#"):
            continue
        parts = row.split("\t")
        if len(parts) != 3:
            raise NotLearned(f"line {number}: write task, language and sentence with tabs between them")
        found.append(Line(*(part.strip() for part in parts)))
    return found


def sound(text: str) -> str:
    """What the classifier hears: both scripts meet here."""
    return " ".join(fold(word) for word in romanise(text).split())


def check(lines: Sequence[Line]) -> None:
    """Raises NotLearned for an unknown task or language, a sentence that already means something else, or one that
    the understanding is measured with (which is never shown)."""
    if not lines:
        raise NotLearned("there is no sentence to learn")
    tasks = set(yaml.safe_load((ROOT / "nlu" / "intents.yml").read_text("utf-8")))
    taught = _taught()
    apart = _kept_apart()
    for line in lines:
        if line.task not in tasks:
            raise NotLearned(f"there is no task {line.task}; nlu/intents.yml lists them")
        if line.language not in LANGUAGES:
            raise NotLearned(f"there is no language {line.language}; write {', '.join(LANGUAGES)}")
        heard = sound(line.text)
        if not heard or len(line.text) > LONGEST or _ODD.search(line.text):
            raise NotLearned(f"not a sentence a person types: {line.text!r}")
        meant = taught.get(heard)
        if meant == line.task:
            raise NotLearned(f"already known as {meant}: {line.text!r}")
        if meant is not None:
            raise NotLearned(f"already means {meant}: {line.text!r}")
        if heard in apart:
            raise NotLearned("one of the sentences is among those the understanding is measured with")
        taught[heard] = line.task


def _taught() -> dict[str, str]:
    """By its sound, the task of every training sentence."""
    found: dict[str, str] = {}
    for path in sorted(SENTENCES.glob("*/*.yml")):
        for row in path.read_text("utf-8").splitlines():
            if row.strip().startswith("- ") and not row.startswith("- intent"):
                found.setdefault(sound(row.strip()[2:]), path.stem)
    return found


def _kept_apart() -> frozenset[str]:
    paths = [path for folder in ("heldout", "benchmark", "practice") for path in (KEPT_APART / folder).glob("*.jsonl")]
    rows = (row for path in paths for row in path.read_text("utf-8").splitlines() if row.strip())
    return frozenset(sound(str(json.loads(row)["text"])) for row in rows)


def learn(lines: Sequence[Line], *, only_say: bool = False) -> list[Change]:
    """Trains with the new sentences, compares, and takes both over when nothing falls (unless `only_say`). Raises
    NotLearned with the measures that fall; then nothing has changed."""
    check(lines)
    MODELS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="candidate-", dir=MODELS) as room:
        sentences, models = Path(room) / "nlu", Path(room) / "models"
        shutil.copytree(SENTENCES, sentences)
        touched = add(sentences, lines)
        _run([str(PYTHON), "-m", "nlu.train", "--sentences", str(sentences), "--models", str(models)])
        changes = compare(_measured(MODELS), _measured(models))
        falling = [change for change in changes if change.falls]
        if falling:
            told = "; ".join(
                f"{one.language} {one.measure}: {one.before[0]} of {one.before[1]} before, {one.after[0]} now"
                for one in falling
            )
            raise NotLearned(f"not taken, it would be understood worse: {told}")
        if not only_say:
            _take_over(sentences, touched, models)
    return changes


def add(folder: Path, lines: Sequence[Line]) -> list[Path]:
    """Writes the lines at the end of their files; the files touched, relative to the folder."""
    touched: dict[Path, None] = {}
    for line in lines:
        path = folder / line.language / f"{line.task}.yml"
        text = path.read_text("utf-8").rstrip("\n")
        path.write_text(f"{text}\n    - {line.text}\n", "utf-8")
        touched[path.relative_to(folder)] = None
    return list(touched)


def _measured(models: Path) -> dict[str, dict[str, list[int]]]:
    out = _run([sys.executable, "-m", "tests.nlu.score", "--json", "--models", str(models)])
    read: dict[str, dict[str, list[int]]] = json.loads(out.splitlines()[-1])
    return read


def compare(before: dict[str, dict[str, list[int]]], after: dict[str, dict[str, list[int]]]) -> list[Change]:
    return [
        Change(language, measure, (was[0], was[1]), (now[0], now[1]))
        for language, measures in before.items()
        for measure, was in measures.items()
        for now in (after[language][measure],)
    ]


def _take_over(sentences: Path, touched: Sequence[Path], models: Path) -> None:
    """The sentences first, each by a rename; the model's name last: a server looks at that file alone."""
    for path in touched:
        fresh = SENTENCES / path.parent / f".{path.name}.new"
        shutil.copy(sentences / path, fresh)
        fresh.replace(SENTENCES / path)
    described = json.loads((models / "current.json").read_text("utf-8"))
    (models / described["model"]).replace(MODELS / described["model"])
    (models / "current.json").replace(MODELS / "current.json")


def _run(words: Sequence[str]) -> str:
    done = subprocess.run(
        words, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-3:]
        raise NotLearned(f"{' '.join(words[1:3])} ended with {done.returncode}: {' '.join(last)}")
    return done.stdout
