"""Teaching the understanding new sentences: a candidate is trained beside the model in use, and taken only when no
measure of the held-out sentences falls.

Everything happens in a folder of its own until the last step; `kill -9` at any instant leaves data and model as they
were, or the data newer than the model, which the next start trains (docs/runbook.md says what to do)."""

import fcntl
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from bot.kept_apart import kept_apart
from bot.settings import ROOT
from catalog.frames import sound

LANGUAGES = ("en", "hi", "hi-Latn")
SENTENCES = ROOT / "data" / "nlu"
MODELS = ROOT / "nlu" / "models"
PYTHON = ROOT / "nlu" / ".venv" / "bin" / "python"
LONGEST = 200
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where the wheel has it
# Would be read as another line, a command or a mark of Rasa's.
_ODD = re.compile(r"^[-/\[\s]|\s$|[\x00-\x1f\x7f-\x9f\u2028\u2029]|\][({]")


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
    before: tuple[float, float]
    after: tuple[float, float]

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


def check(lines: Sequence[Line]) -> None:
    """Raises NotLearned for an unknown task or language, a sentence that already means something else, or one that
    the understanding is measured with, nearly or to the letter (which is never shown)."""
    if not lines:
        raise NotLearned("there is no sentence to learn")
    tasks = set(yaml.load((ROOT / "nlu" / "intents.yml").read_text("utf-8"), Loader=_LOADER))
    taught = _taught()
    apart = kept_apart()
    for number, line in enumerate(lines, 1):
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
        if apart.holds(line.text):
            raise NotLearned(f"sentence {number} is among those the understanding is measured with, or nearly one")
        taught[heard] = line.task


def _taught() -> dict[str, str]:
    """By its sound, the task of every training sentence."""
    found: dict[str, str] = {}
    for path in sorted(SENTENCES.glob("*/*.yml")):
        for heard in _sounds(path.read_text("utf-8")):
            found.setdefault(heard, path.stem)
    return found


@lru_cache(maxsize=512)
def _sounds(text: str) -> tuple[str, ...]:
    """How the sentences of one file sound; few files change between two looks."""
    rows = (row for row in text.splitlines() if row.strip().startswith("- ") and not row.startswith("- intent"))
    return tuple(sound(row.strip()[2:]) for row in rows)


def learn(lines: Sequence[Line], *, only_say: bool = False) -> list[Change]:
    """Trains with the new sentences, compares, and takes both over when nothing falls (unless `only_say`). Raises
    NotLearned with the measures that fall, or with what was changed meanwhile; then nothing has changed."""
    check(lines)
    with _alone(), tempfile.TemporaryDirectory(prefix="candidate-", dir=MODELS) as room:
        before = _described()
        sentences, models = Path(room) / "nlu", Path(room) / "models"
        shutil.copytree(SENTENCES, sentences)
        for path, text in added(sentences, lines).items():
            _put(path, text)
        _run([str(PYTHON), "-m", "nlu.train", "--sentences", str(sentences), "--models", str(models)])
        changes = compare(_measured(MODELS), _measured(models))
        falling = [change for change in changes if change.falls]
        if falling:
            told = "; ".join(
                f"{one.language} {one.measure}: {one.before[0]:g} of {one.before[1]:g} before, "
                f"{one.after[0]:g} of {one.after[1]:g} now"
                for one in falling
            )
            raise NotLearned(f"not taken, it would be understood worse: {told}")
        if not only_say:
            _take_over(lines, models, before)
    return changes


@contextmanager
def _alone() -> Iterator[None]:
    """One learning at a time; what a killed one left is cleared away first. Raises NotLearned."""
    MODELS.mkdir(parents=True, exist_ok=True)
    held = os.open(MODELS, os.O_RDONLY)
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as busy:
            raise NotLearned("another `haat learn add` is at work; try again when it has ended") from busy
        for left in MODELS.glob("candidate-*"):
            shutil.rmtree(left, ignore_errors=True)
        for unfinished in (*SENTENCES.glob("*/.*.new"), *MODELS.glob(".*.new")):
            unfinished.unlink(missing_ok=True)
        yield
    finally:
        os.close(held)


def added(folder: Path, lines: Sequence[Line]) -> dict[Path, str]:
    """The files of the lines, each as it reads with them at its end. Raises NotLearned when a file takes none."""
    texts: dict[Path, str] = {}
    for line in lines:
        path = folder / line.language / f"{line.task}.yml"
        if path not in texts and not path.is_file():
            raise NotLearned(f"there is no file {line.language}/{path.name}")
        text = texts.get(path) or path.read_text("utf-8")
        texts[path] = text.rstrip("\n") + f"\n    - {line.text}\n"
        if _last(texts[path], line.task) != line.text:
            raise NotLearned(f"no sentence can be added to {line.language}/{path.name} as it stands")
    return texts


def _last(text: str, task: str) -> str | None:
    """The last sentence of a file; None when the file does not read as sentences of this task alone."""
    try:
        (block,) = yaml.load(text, Loader=_LOADER)["nlu"]
        rows = [row.strip() for row in block["examples"].splitlines()]
    except (yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError):
        return None
    return rows[-1][2:] if block.get("intent") == task and all(row.startswith("- ") for row in rows) else None


def _put(path: Path, text: str) -> None:
    """Whole or not at all, whenever the process ends."""
    fresh = path.with_name(f".{path.name}.new")
    with fresh.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(path)


def _described() -> str:
    """current.json of the model in use; empty when there is none."""
    path = MODELS / "current.json"
    return path.read_text("utf-8") if path.exists() else ""


def _measured(models: Path) -> dict[str, dict[str, list[float]]]:
    out = _run([sys.executable, "-m", "tests.nlu.score", "--json", "--models", str(models)])
    read: dict[str, dict[str, list[float]]] = json.loads(out.splitlines()[-1])
    return read


def compare(before: dict[str, dict[str, list[float]]], after: dict[str, dict[str, list[float]]]) -> list[Change]:
    return [
        Change(language, measure, (was[0], was[1]), (now[0], now[1]))
        for language, measures in before.items()
        for measure, was in measures.items()
        for now in (after[language][measure],)
    ]


def _take_over(lines: Sequence[Line], models: Path, before: str) -> None:
    """The sentences first, at the end of the files as they stand now; then the model, and its name last: a server
    looks at that file alone. The model before stays, for a server that has it loaded. Raises NotLearned."""
    if _described() != before:
        raise NotLearned("not taken: another model became current during the training; try again")
    try:
        check(lines)
        texts = added(SENTENCES, lines)
    except NotLearned as collides:
        raise NotLearned(f"not taken, data/nlu was edited during the training: {collides}") from collides
    for path, text in texts.items():
        _put(path, text)
    described = json.loads((models / "current.json").read_text("utf-8"))
    name = made = str(described["model"])
    if (MODELS / name).exists():  # trained from the same sentences once: its bytes may be another's
        name = f"{made.removesuffix('.tar.gz')}-{described['sha256'][:8]}.tar.gz"
    (models / made).replace(MODELS / name)
    _put(MODELS / "current.json", json.dumps(described | {"model": name}, indent=2) + "\n")
    kept = {name, json.loads(before)["model"] if before else name}
    for old in MODELS.glob("haat-*.tar.gz"):
        if old.name not in kept:
            old.unlink(missing_ok=True)


def _run(words: Sequence[str]) -> str:
    done = subprocess.run(
        words, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-3:]
        raise NotLearned(f"{' '.join(words[1:3])} ended with {done.returncode}: {' '.join(last)}")
    return done.stdout
