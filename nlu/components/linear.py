"""A sparse linear text classifier with calibrated confidence: hashed marks, one weight row per mark.

Trained with scikit-learn, read back with numpy alone, stored as plain arrays (no pickle).
"""

import json
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from nlu.components.features import GROUPS, marks, words

_BITS = 22
_FOLDS = 3
# Chosen by cross-validation on the training sentences, never on the held-out ones.
DEFAULTS: dict[str, Any] = {
    "C": 0.4,
    "min_count": 2,
    "weights": {
        "word": 1.0,
        "pair": 0.8,
        "triple": 0.4,
        "piece": 1.3,
        "typed": 0.3,
        "idea": 0.8,
        "frame": 0.5,
    },
}


class LinearIntents:
    """`labels[k]` scores `sum(value * table[mark, k]) + bias[k]`; `scale` turns scores into probabilities."""

    def __init__(
        self,
        labels: list[str],
        marks_seen: np.ndarray,
        rarity: np.ndarray,
        table: np.ndarray,
        bias: np.ndarray,
        scale: float,
        weights: dict[str, float],
    ) -> None:
        self.labels = labels
        self._marks = marks_seen
        self._rarity = rarity
        self._table = table
        self._bias = bias
        self._scale = scale
        self._weights = weights

    def ranking(self, text: str) -> list[tuple[str, float]]:
        """Every label with its probability, likeliest first; the probabilities sum to 1."""
        columns, values = _vector(text, self._marks, self._rarity, self._weights)
        scores = (values @ self._table[columns] + self._bias) * self._scale
        odds = np.exp(scores - scores.max())
        odds /= odds.sum()
        return [(self.labels[k], float(odds[k])) for k in np.argsort(-odds, kind="stable")]

    def knows(self, text: str) -> bool:
        """False when no whole word of the sentence was ever seen: then the pieces only guess."""
        hashes = np.array([_hashed("word", word) for word in words(text)], dtype=np.int64)
        columns = np.minimum(np.searchsorted(self._marks, hashes), len(self._marks) - 1)
        return bool((self._marks[columns] == hashes).any())

    def save(self, folder: Path) -> None:
        """Two files: arrays.npz and labels.json."""
        np.savez(folder / "arrays.npz", marks=self._marks, rarity=self._rarity, table=self._table, bias=self._bias)
        about = {"labels": self.labels, "scale": self._scale, "weights": self._weights}
        (folder / "labels.json").write_text(json.dumps(about), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "LinearIntents":
        about = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        with np.load(folder / "arrays.npz", allow_pickle=False) as arrays:
            return cls(
                about["labels"],
                arrays["marks"],
                arrays["rarity"],
                arrays["table"],
                arrays["bias"],
                about["scale"],
                about["weights"],
            )


def fit(texts: Sequence[str], intents: Sequence[str], settings: dict[str, Any] | None = None) -> LinearIntents:
    """Learn from sentences and their intents (two labels at least). The same input gives the same weights."""
    chosen = {**DEFAULTS, **(settings or {})}
    labels = sorted(set(intents))
    wanted = np.array([labels.index(intent) for intent in intents])
    seen, rarity = _vocabulary(texts, chosen["min_count"])
    matrix = _matrix(texts, seen, rarity, chosen["weights"])
    scale = _calibrated(_out_of_fold(matrix, wanted, len(labels), chosen), wanted)
    table, bias = _weights_for(matrix, wanted, len(labels), chosen)
    return LinearIntents(labels, seen, rarity, table, bias, scale, chosen["weights"])


def _hashed(group: str, mark: str) -> int:
    return zlib.crc32(f"{group}\t{mark}".encode()) & ((1 << _BITS) - 1)


def _vocabulary(texts: Sequence[str], min_count: int) -> tuple[np.ndarray, np.ndarray]:
    """The marks seen (sorted hashes) and how rare each is (inverse document frequency).

    Marks in fewer than `min_count` sentences are left out, but not whole words: `knows` asks for them.
    """
    documents = [
        np.unique([_hashed(group, mark) for group, found in marks(text).items() for mark in found]) for text in texts
    ]
    hashes, counts = np.unique(np.concatenate(documents).astype(np.int64), return_counts=True)
    whole_words = [_hashed("word", word) for text in texts for word in set(words(text))]
    kept = (counts >= min_count) | np.isin(hashes, whole_words)
    rarity = np.log((1 + len(documents)) / (1 + counts[kept])) + 1
    return hashes[kept], rarity.astype(np.float32)


def _vector(
    text: str, seen: np.ndarray, rarity: np.ndarray, weights: dict[str, float]
) -> tuple[np.ndarray, np.ndarray]:
    """Columns and values of one sentence: each group has length 1, then its weight.

    Marks never seen count in the length as the rarest do, so that strange sentences score low everywhere.
    """
    all_columns, all_values = [], []
    found = marks(text)
    rarest = rarity.max()
    for group in GROUPS:
        if not found[group] or not weights.get(group):
            continue
        counted = Counter(_hashed(group, mark) for mark in found[group])
        hashes = np.fromiter(counted.keys(), np.int64, len(counted))
        counts = np.fromiter(counted.values(), np.float32, len(counted))
        columns = np.minimum(np.searchsorted(seen, hashes), len(seen) - 1)
        known = seen[columns] == hashes
        values = (1 + np.log(counts)) * np.where(known, rarity[columns], rarest)
        all_columns.append(columns[known])
        all_values.append(values[known] * (weights[group] / np.sqrt((values**2).sum())))
    if not all_columns:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
    return np.concatenate(all_columns), np.concatenate(all_values).astype(np.float32)


def _matrix(texts: Sequence[str], seen: np.ndarray, rarity: np.ndarray, weights: dict[str, float]) -> Any:
    from scipy.sparse import csr_matrix

    rows = [_vector(text, seen, rarity, weights) for text in texts]
    starts = np.concatenate([[0], np.cumsum([len(columns) for columns, _ in rows])])
    columns = np.concatenate([columns for columns, _ in rows])
    values = np.concatenate([values for _, values in rows])
    return csr_matrix((values.astype(np.float64), columns, starts), shape=(len(texts), len(seen)))


def _weights_for(matrix: Any, wanted: np.ndarray, count: int, chosen: dict[str, Any]) -> tuple[np.ndarray, np.ndarray]:
    from sklearn.svm import LinearSVC

    machine = LinearSVC(C=chosen["C"], class_weight="balanced", random_state=7, tol=1e-3, max_iter=2000)
    machine.fit(matrix, wanted)
    table = np.zeros((matrix.shape[1], count), dtype=np.float32)
    bias = np.full(count, -2.0, dtype=np.float32)
    if len(machine.classes_) == 2:
        table[:, machine.classes_] = np.stack([-machine.coef_[0], machine.coef_[0]], axis=1)
        bias[machine.classes_] = [-machine.intercept_[0], machine.intercept_[0]]
    else:
        table[:, machine.classes_] = machine.coef_.T
        bias[machine.classes_] = machine.intercept_
    return table, bias


def _out_of_fold(matrix: Any, wanted: np.ndarray, count: int, chosen: dict[str, Any]) -> np.ndarray:
    """Scores of sentences by machines that never saw them."""
    folds = np.random.default_rng(7).permutation(len(wanted)) % _FOLDS
    scores = np.zeros((len(wanted), count))
    for fold in range(_FOLDS):
        inside, outside = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        if len(outside) and len(set(wanted[inside])) > 1:
            table, bias = _weights_for(matrix[inside], wanted[inside], count, chosen)
            scores[outside] = matrix[outside] @ table + bias
    return scores


def _calibrated(scores: np.ndarray, wanted: np.ndarray) -> float:
    """The scale at which the probabilities of unseen sentences are the least surprised (temperature)."""
    rows = np.arange(len(wanted))

    def surprise(scale: float) -> float:
        scaled = scores * scale
        top = scaled.max(axis=1)
        return float((np.log(np.exp(scaled - top[:, None]).sum(axis=1)) + top - scaled[rows, wanted]).mean())

    return float(min(np.geomspace(0.5, 12, 60), key=surprise))
