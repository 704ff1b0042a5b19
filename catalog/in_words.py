"""A whole number written out by the Indian system (lakh, crore), as a bill must show its sum. The words are data."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).parent.parent / "data" / "print" / "numbers.yml"
_UNITS = (("crore", 10_000_000), ("lakh", 100_000), ("thousand", 1_000), ("hundred", 100))


@cache
def _words() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return read


def in_words(number: int, language: str) -> str:
    """1,25,000: "one lakh twenty-five thousand". Raises ValueError below zero, KeyError for an unknown language."""
    if number < 0:
        raise ValueError("a sum is not negative")
    words = _words()[language]
    said: list[str] = []
    for unit, size in _UNITS:
        count, number = divmod(number, size)
        if count:
            said += [in_words(count, language), words[unit]]
    if number or not said:
        said.append(words["below_hundred"][number])
    return " ".join(said)
