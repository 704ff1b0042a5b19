"""How much of a text its grammars account for. Pure."""

from collections.abc import Iterable

from bot.understanding.facts import Facts
from catalog.lexicon import phrases


def uncovered(facts: Facts, spans: Iterable[tuple[int, int]], wants: bool = True) -> int:
    """How many words stand outside `spans` and are no courtesy, label or (with `wants`) asking word."""
    covered = {place for start, end in spans for place in range(start, end)}
    for start, end, meaning in phrases("wants").find(facts.texts):
        if wants or meaning == "courtesy":
            covered.update(range(start, end))
    labels = bool(facts.codes)
    return sum(
        1
        for at, word in enumerate(facts.texts)
        if at not in covered and not (labels and word in phrases("code_labels")) and word not in ("+", "?", "x")
    )
