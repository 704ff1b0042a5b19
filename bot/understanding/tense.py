"""Whether a day is spoken of as past: "kal mangaya tha" against "kal bhej do". Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache

from catalog.lexicon import listed
from catalog.spelling import normalise

_WILL = re.compile(
    r".{2,}(?:ega|egi|enge|oge|unga|ungi|aega|aegi|एगा|एगी|एंगे|ेगा|ेगी|ेंगे|ोगे|ूंगा|ूंगी|ेंगी|hoga|hogi|honge)$|(?:होगा|होगी|होंगे)$"
)


@lru_cache(maxsize=4)
def _listed(kind: str) -> frozenset[str]:
    return frozenset(normalise(word) for word in listed("tense")[kind])


def is_past(words: Sequence[str], after: int) -> bool:
    """Whether the first verb that stands at or behind word `after` is past; nothing said is not past."""
    for at in range(after, len(words)):
        said = words[at]
        if said in _listed("past"):
            return True
        were = at + 1 < len(words) and words[at + 1] in ("tha", "था")
        if said in _listed("gone") and (at > after or were):
            return True
        if said == "the" and at > after and words[at - 1] in _listed("were_after"):
            return True
        if said in _listed("to_come") or _WILL.match(said):
            return False
    return False
