"""Whether a producer's words hold a refusal or a promise. Pure.

"हो पाएगा" and "नहीं हो पाएगा" differ by one small word that a statistical reading of the whole weighs little;
an order is lost or promised on it.
"""

from collections.abc import Sequence
from typing import Literal

from catalog.lexicon import phrases

Refusal = Literal["no", "reason"]


def refusal(words: Sequence[str]) -> Refusal | None:
    """ "no" for a refusing word, "reason" for what only speaks for one ("the machine is broken"), None without any.

    `words` as `catalog.spelling.tokens` cuts them. "No problem, we'll make it" refuses nothing."""
    found = {meaning for _, _, meaning in phrases("refusals").find(words)}
    return "no" if "no" in found else "reason" if "reason" in found else None


def promise(words: Sequence[str]) -> bool:
    """Whether the words say "we can" and refuse nothing; asking it ("kya ho payega?") promises nothing either."""
    asks = bool({"kya", "क्या", "?"} & set(words))
    return not asks and refusal(words) is None and phrases("can_do").first(words) is not None
