"""A sparse linear text classifier with calibrated confidence: hashed marks, one weight row per mark.

Trained with scikit-learn, read back with numpy alone, stored as plain arrays (no pickle).
"""

import json
import zlib
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from catalog.mending import Mender
from catalog.spelling import tokens
from nlu.components.features import marks, words

_BITS = 22
_LEAST = 4  # a word of fewer sentences is never what was meant by one never seen
_RUN = 8  # neighbours in a file are often one writer's turns of one thought: they are set apart together
# Chosen by `python -m nlu.compare`, on the training sentences alone.
DEFAULTS: dict[str, Any] = {
    "C": 0.8,
    "min_count": 2,
    "balance": 0.5,  # 1 gives every label the same say, 0 every sentence: what is not the shop's business is said often
    "weights": {
        "word": 1.0,
        "pair": 0.8,
        "triple": 0.4,
        "piece": 1.3,
        "bones": 0.6,
        "idea": 0.8,
        "list": 0.5,
        "frame": 0.8,
        "shape": 0.5,
    },
}


class Counted(NamedTuple):
    """The marks of one sentence: hashes, how often each stands there, and where each group begins."""

    hashes: np.ndarray
    counts: np.ndarray
    starts: np.ndarray
    weights: np.ndarray  # one for each group


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
        spelled: dict[str, int] | None = None,
    ) -> None:
        self.labels = labels
        self._marks = marks_seen
        self._rarity = rarity
        self._table = table
        self._bias = bias
        self._scale = scale
        self._weights = weights
        self._spelled = spelled or {}  # every word of the sentences, and in how many places it stands
        self._mender = Mender(self._spelled, _LEAST)

    def ranking(self, text: str) -> list[tuple[str, float]]:
        """Every label with its probability, likeliest first; the probabilities sum to 1."""
        columns, values = row(counted(marks(self._mended(text)), self._weights), self._marks, self._rarity)
        scores = (values @ self._table[columns] + self._bias) * self._scale
        odds = np.exp(scores - scores.max())
        odds /= odds.sum()
        return [(self.labels[k], float(odds[k])) for k in np.argsort(-odds, kind="stable")]

    def knows(self, text: str) -> bool:
        """False when no whole word of the sentence was ever seen: then the pieces only guess."""
        hashes = np.array([_hashed("word", word) for word in words(self._mended(text))], dtype=np.int64)
        columns = np.minimum(np.searchsorted(self._marks, hashes), len(self._marks) - 1)
        return bool((self._marks[columns] == hashes).any())

    def _mended(self, text: str) -> str:
        """Words never seen that are a slip away from a common one are read as that one: "cancle", "infromation"."""
        return " ".join(self._mender.mended(word) for word in tokens(text))

    def save(self, folder: Path) -> None:
        """Two files: arrays.npz and labels.json."""
        np.savez(folder / "arrays.npz", marks=self._marks, rarity=self._rarity, table=self._table, bias=self._bias)
        about = {"labels": self.labels, "scale": self._scale, "weights": self._weights, "spelled": self._spelled}
        (folder / "labels.json").write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")

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
                about["spelled"],
            )


def fit(texts: Sequence[str], intents: Sequence[str], settings: dict[str, Any] | None = None) -> LinearIntents:
    """Learn from sentences and their intents (two labels at least). The same input gives the same weights."""
    chosen = {**DEFAULTS, **(settings or {})}
    labels = sorted(set(intents))
    wanted = np.array([labels.index(intent) for intent in intents])
    rows = [counted(marks(text), chosen["weights"]) for text in texts]
    seen, rarity = vocabulary(rows, texts, chosen["min_count"])
    matrix = matrix_of(rows, seen, rarity)
    # The machine that is kept and the one that sets the scale learn at once, in two processes: the solver has one
    # random generator a process, and two that drew from it would learn something else each time.
    apart = _apart(wanted)
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("fork")) as workers:
        kept = workers.submit(weights_for, matrix, wanted, len(labels), chosen)
        without, base = weights_for(matrix[~apart], wanted[~apart], len(labels), chosen)
        table, bias = kept.result()
    scale = calibrated(matrix[apart] @ without + base, wanted[apart])
    spelled = dict(Counter(word for text in texts for word in tokens(text) if not word[0].isdigit()))
    return LinearIntents(labels, seen, rarity, table, bias, scale, chosen["weights"], spelled)


def _hashed(group: str, mark: str) -> int:
    return zlib.crc32(f"{group}\t{mark}".encode()) & ((1 << _BITS) - 1)


def counted(found: dict[str, list[str]], weights: dict[str, float]) -> Counted:
    """`found` by group, without the groups that have no weight."""
    hashes: list[int] = []
    counts: list[int] = []
    starts, heights = [], []
    for group, members in found.items():
        if members and weights.get(group):
            tally = Counter(members)
            starts.append(len(hashes))
            heights.append(weights[group])
            hashes.extend(_hashed(group, mark) for mark in tally)
            counts.extend(tally.values())
    return Counted(
        np.array(hashes, np.int64), np.array(counts, np.float32), np.array(starts, np.int64), np.array(heights)
    )


def vocabulary(rows: Sequence[Counted], texts: Sequence[str], min_count: int) -> tuple[np.ndarray, np.ndarray]:
    """The marks seen (sorted hashes) and how rare each is (inverse document frequency).

    Marks in fewer than `min_count` sentences are left out, but not whole words: `knows` asks for them.
    """
    hashes, counts = np.unique(np.concatenate([one.hashes for one in rows]), return_counts=True)
    whole_words = [_hashed("word", word) for word in {word for text in texts for word in words(text)}]
    kept = (counts >= min_count) | np.isin(hashes, whole_words)
    rarity = np.log((1 + len(rows)) / (1 + counts[kept])) + 1
    return hashes[kept], rarity.astype(np.float32)


def row(one: Counted, seen: np.ndarray, rarity: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Columns and values of one sentence: each group has length 1, then its weight.

    Marks never seen count in the length as the rarest do, so that strange sentences score low everywhere.
    """
    columns = np.minimum(np.searchsorted(seen, one.hashes), len(seen) - 1)
    known = seen[columns] == one.hashes
    values = (1 + np.log(one.counts)) * np.where(known, rarity[columns], rarity.max())
    lengths = np.sqrt(np.add.reduceat(values**2, one.starts))
    sizes = np.diff(one.starts, append=len(values))
    values *= np.repeat(one.weights / lengths, sizes)
    return columns[known], values[known].astype(np.float32)


def matrix_of(rows: Sequence[Counted], seen: np.ndarray, rarity: np.ndarray) -> Any:
    """A sparse matrix (scipy): one row a sentence, one column for each mark of the vocabulary."""
    from scipy.sparse import csr_matrix

    found = [row(one, seen, rarity) for one in rows]
    starts = np.concatenate([[0], np.cumsum([len(columns) for columns, _ in found])])
    columns = np.concatenate([columns for columns, _ in found])
    values = np.concatenate([values for _, values in found])
    return csr_matrix((values.astype(np.float64), columns, starts), shape=(len(found), len(seen)))


def _apart(wanted: np.ndarray) -> np.ndarray:
    """Which sentences only set the scale: of each label every fourth run of neighbours, or every fourth of few."""
    apart = np.zeros(len(wanted), dtype=bool)
    for label in set(wanted):
        rows = np.flatnonzero(wanted == label)
        run = _RUN if len(rows) >= 4 * _RUN else 1
        apart[rows[np.arange(len(rows)) // run % 4 == 3]] = True
    return apart


def weights_for(matrix: Any, wanted: np.ndarray, count: int, chosen: dict[str, Any]) -> tuple[np.ndarray, np.ndarray]:
    """One weight for each column and label, and the labels' bias: one-vs-rest squared hinge."""
    from sklearn.svm import LinearSVC

    labels, often = np.unique(wanted, return_counts=True)
    heights = dict(zip(labels, (len(wanted) / len(labels) / often) ** chosen["balance"], strict=True))
    machine = LinearSVC(C=chosen["C"], class_weight=heights, random_state=7, tol=0.1, max_iter=2000).fit(matrix, wanted)
    return as_table(machine, matrix.shape[1], count)


def as_table(machine: Any, columns: int, count: int) -> tuple[np.ndarray, np.ndarray]:
    """The weights of a fitted linear machine (scikit-learn), also of labels that its sentences do not hold."""
    table = np.zeros((columns, count), dtype=np.float16)  # half the memory and the file, no answer differs
    bias = np.full(count, -2.0, dtype=np.float32)
    if len(machine.classes_) == 2:
        table[:, machine.classes_] = np.stack([-machine.coef_[0], machine.coef_[0]], axis=1)
        bias[machine.classes_] = [-machine.intercept_[0], machine.intercept_[0]]
    else:
        table[:, machine.classes_] = machine.coef_.T
        bias[machine.classes_] = machine.intercept_
    return table, bias


def calibrated(scores: np.ndarray, wanted: np.ndarray) -> float:
    """The scale at which the probabilities of unseen sentences are the least surprised (temperature)."""
    rows = np.arange(len(wanted))

    def surprise(scale: float) -> float:
        scaled = scores * scale
        top = scaled.max(axis=1)
        return float((np.log(np.exp(scaled - top[:, None]).sum(axis=1)) + top - scaled[rows, wanted]).mean())

    return float(min(np.geomspace(0.5, 12, 60), key=surprise))
