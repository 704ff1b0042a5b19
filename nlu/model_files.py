"""Which model is current, what it was trained from, and whether the file is still the one that was trained."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from nlu.contract import ROOT, SENTENCES

MODELS = ROOT / "nlu" / "models"


class ModelRefused(Exception):
    """The model is missing, was changed after training, or was not described when it was trained."""


@dataclass(frozen=True)
class Current:
    """nlu/models/current.json: the file, its SHA-256, and the fingerprint of what it was trained from."""

    model: str
    sha256: str
    sources: str


def sources_fingerprint(sentences: Path = SENTENCES) -> str:
    """SHA-256 over the sentences, the word lists, the pipeline, its code and the locked packages."""
    nlu = ROOT / "nlu"
    paths = [
        *sorted(sentences.glob("*/*.yml")),
        *sorted((nlu / "components").glob("*.py")),
        nlu / "components" / "ideas.yml",
        *(nlu / name for name in ("config.yml", "domain.yml", "requirements.lock", "train.py")),
        *(ROOT / "catalog" / name for name in ("figures.py", "lexicon.py", "spelling.py")),
        *sorted((ROOT / "data" / "lexicon").glob("*.yml")),
    ]
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.parent.name}/{path.name}\0{len(path.read_bytes())}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def describe(model: Path, sources: str) -> None:
    """Make `model` the current one."""
    current = Current(model.name, _sha256(model), sources)
    partial = model.parent / "current.json.new"
    partial.write_text(json.dumps(asdict(current), indent=2) + "\n", encoding="utf-8")
    partial.replace(model.parent / "current.json")


def current(models: Path = MODELS) -> Current | None:
    """What current.json says; None when there is none or it cannot be read."""
    try:
        return Current(**json.loads((models / "current.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def checked_model(models: Path = MODELS) -> Path:
    """The current model's path after its SHA-256 was compared; `ModelRefused` otherwise."""
    described = current(models)
    if described is None:
        raise ModelRefused("no model yet: run python -m nlu.train")
    path = models / Path(described.model).name
    if not path.is_file():
        raise ModelRefused(f"{path.name} is missing: run python -m nlu.train")
    if _sha256(path) != described.sha256:
        raise ModelRefused(f"{path.name} is not the file that was trained: delete it and run python -m nlu.train")
    return path


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
