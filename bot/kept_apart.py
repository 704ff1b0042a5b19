"""The sentences the understanding is measured with, and whether another is one of them or nearly one: such a sentence
is never learned, for it would only teach the answer."""

import json
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from bot.settings import ROOT
from catalog.frames import frame, sound

KEPT_APART = ROOT / "tests" / "nlu"
_WHOLE = 3  # words; a lone name, number or yes has only so many spellings
_FRAMED = 4  # words and classes of words: a shorter frame ("kya GOODS hai") is anybody's
_NEAR = 90  # of 100: one ending or spelling apart


@dataclass(frozen=True)
class KeptApart:
    """How it sounds; which of it are whole sentences, those by their words, and all by their frames."""

    sounds: frozenset[str]
    whole: tuple[str, ...]
    words: frozenset[tuple[str, ...]]
    frames: frozenset[str]

    def holds(self, text: str) -> bool:
        """Whether a sentence is one of them, or one with its words in another order, with other goods, numbers or
        places, or a letter or two apart."""
        heard = sound(text)
        if heard in self.sounds:
            return True
        if len(heard.split()) < _WHOLE:
            return False
        if tuple(sorted(heard.split())) in self.words or frame(text) in self.frames:
            return True
        return process.extractOne(heard, self.whole, scorer=fuzz.ratio, score_cutoff=_NEAR) is not None


@cache
def kept_apart() -> KeptApart:
    paths = (path for folder in ("heldout", "benchmark", "practice") for path in (KEPT_APART / folder).rglob("*.jsonl"))
    rows = (row for path in paths for row in path.read_text("utf-8").splitlines() if row.strip())
    texts = [str(json.loads(row)["text"]) for row in rows]
    sounds = frozenset(sound(text) for text in texts)
    whole = tuple(sorted(heard for heard in sounds if len(heard.split()) >= _WHOLE))
    framed = (frame(text) for text in texts)
    return KeptApart(
        sounds,
        whole,
        frozenset(tuple(sorted(heard.split())) for heard in whole),
        frozenset(one for one in framed if len(one.split()) >= _FRAMED),
    )
