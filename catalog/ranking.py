"""How like a product is to a free query: rare words of its names weigh most, words of its makers less. Pure."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from catalog.likeness import Vocabulary, forms
from catalog.naming import Entry, alone, idle
from catalog.spelling import tokens


class Documents:
    """The words by which every product is found, with their weight (1: of its name)."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._holding: dict[str, dict[str, float]] = defaultdict(dict)
        for entry in entries:
            for key, weight in _weights(entry).items():
                self._holding[key][entry.sku] = weight
        self._rarity = {key: math.log(1 + len(entries) / len(skus)) for key, skus in self._holding.items()}
        self._unknown = math.log(1 + max(1, len(entries)))
        self._words = Vocabulary(self._holding)

    def points(self, asked: Iterable[str]) -> tuple[dict[str, float], float]:
        """What each product has of the words asked for, and what one with all of them would have (never 0)."""
        points: dict[str, float] = defaultdict(float)
        whole = 0.0
        for word in asked:
            readings = {form: 1.0 for form in forms(word) if form in self._rarity} or self._words.near(word)
            whole += max((self._rarity[key] for key in readings), default=self._unknown)
            best: dict[str, float] = defaultdict(float)
            for key, sure in readings.items():
                for sku, weight in self._holding[key].items():
                    best[sku] = max(best[sku], weight * sure * self._rarity[key])
            for sku, score in best.items():
                points[sku] += score
        return points, whole or 1.0


def keys_of(texts: Iterable[str]) -> frozenset[str]:
    """The telling words of some names, as they are compared."""
    return frozenset(forms(word)[0] for text in texts for word in tokens(text) if not idle(word) and len(word) > 1)


def _weights(entry: Entry) -> dict[str, float]:
    weights: dict[str, float] = {}
    for weight, texts in (
        (0.45, (entry.category, *entry.category_words, *entry.attrs.values())),
        (0.7, entry.group_words),
        (0.95, entry.aliases),
        (1.0, (*entry.names, entry.term)),
    ):
        for key in keys_of(texts):
            weights[key] = max(weight, weights.get(key, 0.0))
    for word in filter(idle, alone((entry,))):  # ordinary words that are a name of it by themselves: copy, deepak
        weights.setdefault(forms(word)[0], 0.9)
    return weights
