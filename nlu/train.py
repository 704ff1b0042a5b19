"""`python -m nlu.train`: learn from data/nlu into nlu/models, only when something changed."""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from nlu.contract import DOMAIN, LANGUAGES, ROOT, SENTENCES, ContractBroken, differences, domain_text, sentences
from nlu.model_files import MODELS, ModelRefused, checked_model, current, describe, sources_fingerprint
from nlu.serve import quiet_rasa


def train(folder: Path = SENTENCES, models: Path = MODELS, force: bool = False) -> Path:
    """The current model's path, trained first if sentences, pipeline or code differ from the last time.

    Raises `ContractBroken` when the sentences or domain.yml do not fit intents.yml.
    """
    sources = sources_fingerprint(folder)
    last = current(models)
    if not force and last is not None and last.sources == sources:
        try:
            return checked_model(models)
        except ModelRefused:
            pass  # lost or changed: train it again
    _check(folder)
    model = _trained(folder, models, f"haat-{sources[:12]}")
    describe(model, sources)
    for old in models.glob("haat-*.tar.gz"):
        if old != model:
            old.unlink()
    return model


def _check(folder: Path) -> None:
    broken = differences(folder)
    if DOMAIN.read_text(encoding="utf-8") != domain_text():
        broken.append("domain.yml is older than intents.yml: run python -m nlu.contract")
    if broken:
        raise ContractBroken("\n".join(broken))
    found = sentences(folder)
    counts = ", ".join(f"{language} {sum(1 for s in found if s[2] == language)}" for language in LANGUAGES)
    print(f"learning {len({task for _, task, _ in found})} tasks from {len(found)} sentences ({counts})", flush=True)


def _trained(folder: Path, models: Path, name: str) -> Path:
    models.mkdir(parents=True, exist_ok=True)
    quiet_rasa()
    with tempfile.TemporaryDirectory() as cache:
        # Our own fingerprint decides; Rasa's cache would only grow.
        os.environ["RASA_CACHE_DIRECTORY"] = cache
        learned = Path(cache) / "nlu.yml"
        learned.write_text(in_one_file(folder), encoding="utf-8")
        from rasa.model_training import train_nlu

        path = train_nlu(
            str(ROOT / "nlu" / "config.yml"),
            str(learned),
            str(models),
            fixed_model_name=name,
            domain=str(DOMAIN),
        )
    if path is None:
        raise ContractBroken(f"no sentence found in {folder}")
    return Path(path)


def in_one_file(folder: Path) -> str:
    """Rasa checks each file against a schema, twice and slowly: 170 files took 12 s, one takes 1 s."""
    by_task: dict[str, list[str]] = {}
    for text, task, _ in sentences(folder):
        by_task.setdefault(task, []).append(f"    - {text}")
    blocks = [f"- intent: {task}\n  examples: |\n" + "\n".join(lines) for task, lines in by_task.items()]
    return 'version: "3.1"\nnlu:\n' + "\n".join(blocks) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m nlu.train", description=__doc__)
    parser.add_argument("--force", action="store_true", help="train even when nothing changed")
    parser.add_argument("--sentences", type=Path, default=SENTENCES, help="folder of the sentences")
    parser.add_argument("--models", type=Path, default=MODELS, help="folder the model goes into")
    arguments = parser.parse_args()
    started = time.monotonic()
    try:
        model = train(arguments.sentences, arguments.models, arguments.force)
    except ContractBroken as broken:
        print(f"not trained:\n{broken}", file=sys.stderr)
        return 1
    print(f"model {model.name} ready after {time.monotonic() - started:.1f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
