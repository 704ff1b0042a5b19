"""The contract (intents.yml), Rasa's domain made from it, and the check that the sentences keep to it."""

from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
INTENTS = ROOT / "nlu" / "intents.yml"
DOMAIN = ROOT / "nlu" / "domain.yml"
SENTENCES = ROOT / "data" / "nlu"
LANGUAGES = ("en", "hi", "hi-Latn")
# libyaml where the wheel has it: reading the sentences takes a tenth of the time.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ContractBroken(Exception):
    """What people may say and what the shop knows differ; the text names each difference."""


def contract() -> dict[str, dict[str, Any]]:
    """Task → {side, importance, slots, example}, in the file's order."""
    read: dict[str, dict[str, Any]] = yaml.safe_load(INTENTS.read_text(encoding="utf-8"))
    return read


def domain_text() -> str:
    """domain.yml as it must be."""
    names = "\n".join(f"  - {task}" for task in contract())
    return (
        "# Made from intents.yml by `python -m nlu.contract`; a test compares them.\n"
        f'version: "3.1"\nintents:\n{names}\n'
    )


def sentences(folder: Path = SENTENCES) -> list[tuple[str, str, str]]:
    """(text, task, language) of every training sentence, in a fixed order; entity marks are left as written."""
    found = []
    for path in sorted(folder.glob("*/*.yml")):
        for block in _blocks(path):
            for line in str(block.get("examples", "")).splitlines():
                if line.strip().startswith("- "):
                    found.append((line.strip()[2:].strip(), str(block["intent"]), path.parent.name))
    return found


def _blocks(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER).get("nlu", [])
    return found


def differences(folder: Path = SENTENCES) -> list[str]:
    """Each way the sentences leave the contract: an unknown task, a file under a wrong name."""
    known = set(contract())
    found = []
    for path in sorted(folder.glob("*/*.yml")):
        intents = {block.get("intent") for block in _blocks(path)}
        if path.parent.name not in LANGUAGES:
            found.append(f"{path.parent.name}: no such language")
        if intents != {path.stem} or path.stem not in known:
            found.append(f"{path.parent.name}/{path.name}: holds {sorted(map(str, intents))}")
    return found


if __name__ == "__main__":
    DOMAIN.write_text(domain_text(), encoding="utf-8")
    print(f"{DOMAIN.relative_to(ROOT)}: {len(contract())} intents")
