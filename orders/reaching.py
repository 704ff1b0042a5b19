"""How long a contact may be out of reach, and what is done then. The numbers are in data/reaching.yml."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

_FILE = Path(__file__).parent.parent / "data" / "reaching.yml"


@dataclass(frozen=True)
class Reach:
    """Days and waking hours; see the file."""

    silent_days: int
    unread_hours: int
    never_answers: int
    never_days: int


@lru_cache(maxsize=1)
def reach(file: Path = _FILE) -> Reach:
    return Reach(**yaml.safe_load(file.read_text("utf-8")))
