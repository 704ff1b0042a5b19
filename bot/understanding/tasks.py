"""The tasks of the contract (nlu/intents.yml): who says them, and which slots they carry."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_CONTRACT = Path(__file__).resolve().parent.parent.parent / "nlu" / "intents.yml"


@lru_cache(maxsize=1)
def _contract() -> dict[str, dict[str, Any]]:
    read: dict[str, dict[str, Any]] = yaml.safe_load(_CONTRACT.read_text("utf-8"))
    return read


@lru_cache(maxsize=4)
def tasks_of(side: str) -> frozenset[str]:
    """The tasks that a buyer or a producer may say."""
    return frozenset(task for task, entry in _contract().items() if entry["side"] in ("both", side))


@lru_cache(maxsize=128)
def slots_of(task: str) -> frozenset[str]:
    """The slots the contract gives a task (empty for an unknown one)."""
    return frozenset(_contract().get(task, {}).get("slots", ()))
