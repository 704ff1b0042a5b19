"""Several small networks that vote: for the intent of a sentence, and for the tag of each word."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from nlu.components.features import marks
from nlu.components.linear import fit
from nlu.hinglish.tagger import Sentence, Settings, Tagger, best_path
from nlu.hinglish.words import Asked, Columns, marks_of, spans_of

# Chosen on the validation part.
INTENT_SETTINGS = Settings(epochs=25, hidden=300, keep_marks=0.5, keep_vectors=0.7, keep_hidden=0.5)
SPAN_SETTINGS = Settings(epochs=20, hidden=200, keep_marks=0.7, keep_vectors=0.7, keep_hidden=0.6)


class Scale:
    """Vectors as the learned ones are spread: each number less its mean, over its deviation."""

    def __init__(self, rows: np.ndarray) -> None:
        self._mean, self._spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6

    def of(self, rows: np.ndarray) -> np.ndarray:
        return (rows - self._mean) / self._spread


class Intents:
    """The shop's own classifier and `members` networks over its marks and the sentence's vectors, from `taught`.

    `vectors` are the words' vectors of each sentence; without them the networks see the marks alone.
    """

    def __init__(self, taught: Sequence[Asked], vectors: Sequence[np.ndarray] | None, members: int) -> None:
        self._linear = fit([one.text for one in taught], [one.intent for one in taught])
        self.labels = self._linear.labels
        self._columns = Columns([[_sentence_marks(one)] for one in taught])
        self._scale = Scale(_pooled(vectors)) if vectors else None
        tags = [np.array([self.labels.index(one.intent)]) for one in taught]
        self._networks = []
        for seed in range(members):
            learned = self._sentences(taught, vectors, seed, tags)
            settings = replace(INTENT_SETTINGS, seed=seed)
            self._networks.append(_learned(self.labels, len(self._columns), learned, settings))

    def linear(self, asked: Sequence[Asked]) -> np.ndarray:
        """[sentences, labels]: the odds by the shop's own classifier alone."""
        rankings = [dict(self._linear.ranking(one.text)) for one in asked]
        return np.array([[ranking[label] for label in self.labels] for ranking in rankings])

    def odds(self, asked: Sequence[Asked], vectors: Sequence[np.ndarray] | None, linear: np.ndarray) -> np.ndarray:
        """The geometric mean of both opinions."""
        votes = [
            np.concatenate(network.marginals(self._sentences(asked, vectors, seed)))
            for seed, network in enumerate(self._networks)
        ]
        return np.asarray(np.sqrt(linear * (np.mean(votes, axis=0) + 1e-6)))

    def _sentences(
        self,
        asked: Sequence[Asked],
        vectors: Sequence[np.ndarray] | None,
        seed: int,
        tags: Sequence[np.ndarray] | None = None,
    ) -> list[Sentence]:
        pooled = np.zeros((len(asked), 1), np.float32)
        if self._scale and vectors:
            pooled = _turn(self._scale.of(_pooled(vectors)), seed)
        return [
            Sentence(self._columns.of([_sentence_marks(one)]), pooled[at : at + 1], tags[at] if tags else _NO_TAGS)
            for at, one in enumerate(asked)
        ]


class Spans:
    """`members` taggers learned from `taught`; the likeliest spans by the mean of their odds."""

    def __init__(self, taught: Sequence[Asked], vectors: Sequence[np.ndarray] | None, members: int) -> None:
        self.labels = sorted({tag for one in taught for tag in one.tags})
        number = {label: at for at, label in enumerate(self.labels)}
        self._columns = Columns([marks_of(one.words) for one in taught])
        self._scale = Scale(np.concatenate(vectors)) if vectors else None
        tags = [np.array([number[tag] for tag in one.tags]) for one in taught]
        self._networks = []
        for seed in range(members):
            learned = self._sentences(taught, vectors, seed, tags)
            self._networks.append(_learned(self.labels, len(self._columns), learned, replace(SPAN_SETTINGS, seed=seed)))

    def spans(
        self, asked: Sequence[Asked], vectors: Sequence[np.ndarray] | None
    ) -> list[frozenset[tuple[int, int, str]]]:
        votes = [
            network.marginals(self._sentences(asked, vectors, seed)) for seed, network in enumerate(self._networks)
        ]
        return [spans_of(best_path(np.mean(odds, axis=0), self.labels)) for odds in zip(*votes, strict=True)]

    def _sentences(
        self,
        asked: Sequence[Asked],
        vectors: Sequence[np.ndarray] | None,
        seed: int,
        tags: Sequence[np.ndarray] | None = None,
    ) -> list[Sentence]:
        found = []
        for at, one in enumerate(asked):
            if self._scale and vectors:
                own = _with_neighbours(_turn(self._scale.of(vectors[at]), seed))
            else:
                own = np.zeros((len(one.words), 1), np.float32)
            found.append(Sentence(self._columns.of(marks_of(one.words)), own, tags[at] if tags else _NO_TAGS))
        return found


_NO_TAGS = np.zeros(0, np.int64)


def _learned(labels: Sequence[str], width: int, taught: Sequence[Sentence], settings: Settings) -> Tagger:
    network = Tagger(labels, width, taught[0].vectors.shape[1], settings)
    for _ in network.fit(taught):
        pass
    return network


def _sentence_marks(one: Asked) -> list[str]:
    return [f"{group}={mark}" for group, found in marks(one.text).items() for mark in found]


def _turn(rows: np.ndarray, seed: int) -> np.ndarray:
    """[rows, layers, width] → [rows, width]: the members take turns at the layers, so that they differ."""
    return np.asarray(rows[:, seed % rows.shape[1]])


def _pooled(vectors: Sequence[np.ndarray]) -> np.ndarray:
    """[sentences, layers, 2 * width]: mean and maximum over the words."""
    return np.array([np.concatenate([own.mean(axis=0), own.max(axis=0)], axis=1) for own in vectors])


def _with_neighbours(own: np.ndarray) -> np.ndarray:
    """Each word's vector between those of the words before and after it."""
    nothing = np.zeros((1, own.shape[1]), own.dtype)
    return np.concatenate([np.concatenate([nothing, own[:-1]]), own, np.concatenate([own[1:], nothing])], axis=1)
