"""A linear-chain conditional random field over words, in numpy: sparse marks, and one hidden layer over vectors.

The score of a tag at a word is linear in the word's marks plus linear in a rectified layer over the vectors of the word
and its neighbours; tags that follow one another have a score of their own. Trained by Adam on the exact likelihood
(forward-backward, scaled), with dropout. The same input and seed give the same weights.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

FORBIDDEN = 0.0  # the weight of a tag that cannot follow: I-x after anything but B-x and I-x


@dataclass
class Settings:
    """What is chosen on sentences that are neither learned nor tested."""

    epochs: int = 20
    batch: int = 64
    rate: float = 2e-3
    hidden: int = 200
    keep_marks: float = 0.7
    keep_vectors: float = 0.7
    keep_hidden: float = 0.6
    seed: int = 7


@dataclass
class Sentence:
    """One sentence: the columns of each word's marks, the words' vectors [words, width], its tags when learned."""

    marks: list[np.ndarray]
    vectors: np.ndarray
    tags: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int64))


class Tagger:
    """`labels` are BIO tags; `fit` learns, `marginals` tells how likely each tag is at each word."""

    def __init__(self, labels: Sequence[str], mark_count: int, width: int, settings: Settings) -> None:
        self.labels = list(labels)
        self.settings = settings
        self._dice = np.random.default_rng(settings.seed)
        tags, hidden = len(labels), settings.hidden
        self.allowed = follows(self.labels)
        self.weights = {
            "marks": np.zeros((mark_count, tags), np.float32),
            "in": self._dice.normal(0, np.sqrt(2 / max(1, width)), (width, hidden)).astype(np.float32),
            "in_bias": np.zeros(hidden, np.float32),
            "out": self._dice.normal(0, np.sqrt(1 / max(1, hidden)), (hidden, tags)).astype(np.float32),
            "bias": np.zeros(tags, np.float32),
            "next": np.zeros((tags, tags), np.float32),
            "first": np.where([label.startswith("I-") for label in labels], -20, 0).astype(np.float32),
            "last": np.zeros(tags, np.float32),
        }

    def fit(self, sentences: Sequence[Sentence]) -> Iterator[int]:
        """Yields after each epoch, so that a caller may look at how it goes."""
        steps, order = _Adam(self.weights), np.arange(len(sentences))
        total = self.settings.epochs * -(-len(order) // self.settings.batch)
        done = 0
        for epoch in range(self.settings.epochs):
            self._dice.shuffle(order)
            for start in range(0, len(order), self.settings.batch):
                batch = _Batch([sentences[k] for k in order[start : start + self.settings.batch]])
                # Warm up over the first twentieth, then down to nothing in a straight line.
                rate = self.settings.rate * min(1.0, 20 * (done + 1) / total) * (1 - done / total)
                steps.take(self._gradients(batch), rate, {"marks": batch.rows})
                done += 1
            yield epoch

    def marginals(self, sentences: Sequence[Sentence], batch: int = 256) -> list[np.ndarray]:
        """For each sentence [words, tags]: how likely each tag is there."""
        found: list[np.ndarray] = []
        for start in range(0, len(sentences), batch):
            part = _Batch(sentences[start : start + batch])
            odds, _, _ = self._chain(part, self._scores(part))
            found += [odds[row, :length] for row, length in enumerate(part.lengths)]
        return found

    def _scores(self, batch: "_Batch", drop: dict[str, np.ndarray] | None = None) -> np.ndarray:
        weights = self.weights
        vectors = batch.vectors * drop["vectors"] if drop else batch.vectors
        hidden = np.maximum(vectors @ weights["in"] + weights["in_bias"], 0)
        if drop is not None:
            hidden = hidden * drop["hidden"]
            drop["seen"], drop["through"] = hidden, vectors
        marks = batch.matrix(drop["marks"] if drop else None)
        if drop is not None:
            drop["matrix"] = marks
        return np.asarray(marks @ weights["marks"][batch.rows]) + hidden @ weights["out"] + weights["bias"]

    def _gradients(self, batch: "_Batch") -> dict[str, np.ndarray]:
        keep = self.settings
        drop: dict[str, Any] = {
            "vectors": self._kept((len(batch.vectors), batch.vectors.shape[1]), keep.keep_vectors),
            "hidden": self._kept((len(batch.vectors), keep.hidden), keep.keep_hidden),
            "marks": self._kept((len(batch.columns),), keep.keep_marks),
        }
        odds, pairs, edges = self._chain(batch, self._scores(batch, drop))
        count = len(batch.lengths)
        wrong = odds[batch.present]
        wrong[np.arange(len(wrong)), batch.tags] -= 1
        wrong /= count
        back = (wrong @ self.weights["out"].T) * drop["hidden"] * (drop["seen"] > 0)
        gold = np.zeros_like(pairs)
        np.add.at(gold, (batch.tags[batch.before], batch.tags[batch.before + 1]), 1)
        first, last = edges
        np.add.at(first, batch.tags[batch.starts], -1)
        np.add.at(last, batch.tags[batch.starts + batch.lengths - 1], -1)
        return {
            "marks": np.asarray(drop["matrix"].T @ wrong),
            "in": drop["through"].T @ back,
            "in_bias": back.sum(axis=0),
            "out": drop["seen"].T @ wrong,
            "bias": wrong.sum(axis=0),
            "next": (pairs - gold) / count,
            "first": first / count,
            "last": last / count,
        }

    def _kept(self, shape: tuple[int, ...], share: float) -> np.ndarray:
        return (self._dice.random(shape, dtype=np.float32) < share).astype(np.float32) / np.float32(share)

    def _chain(
        self, batch: "_Batch", scores: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, tuple[np.ndarray, np.ndarray]]:
        """Odds [sentences, longest, tags] of each tag, expected pairs [tags, tags], expected first and last tags."""
        rows, longest = batch.present.shape
        tags = scores.shape[1]
        here = np.ones((rows, longest, tags), np.float32)
        here[batch.present] = np.exp(scores - scores.max(axis=1, keepdims=True))
        step = np.exp(self.weights["next"] - self.weights["next"].max()) * self.allowed
        forth = np.empty_like(here)
        forth[:, 0] = _shared(here[:, 0] * np.exp(self.weights["first"]))
        for at in range(1, longest):
            moved = _shared((forth[:, at - 1] @ step) * here[:, at])
            forth[:, at] = np.where(batch.present[:, at, None], moved, forth[:, at - 1])
        back = np.empty_like(here)
        back[:, -1] = _shared(np.broadcast_to(np.exp(self.weights["last"]), (rows, tags)))
        pairs = np.zeros((tags, tags), np.float32)
        for at in range(longest - 1, 0, -1):
            ahead = here[:, at] * back[:, at]
            moved = ahead @ step.T
            whole = (forth[:, at - 1] * moved).sum(axis=1, keepdims=True)
            pairs += forth[:, at - 1].T @ (ahead / np.maximum(whole, 1e-30) * batch.present[:, at, None])
            back[:, at - 1] = np.where(batch.present[:, at, None], _shared(moved), back[:, at])
        odds = forth * back
        odds /= np.maximum(odds.sum(axis=2, keepdims=True), 1e-30)
        ends = odds[np.arange(rows), batch.lengths - 1]
        return odds, pairs * step, (odds[:, 0].sum(axis=0), ends.sum(axis=0))


class _Batch:
    """Sentences laid side by side: words in one long row, and where each sentence's words lie in a padded table."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.lengths = np.array([len(one.marks) for one in sentences])
        self.present = np.arange(self.lengths.max())[None, :] < self.lengths[:, None]
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)[:-1]])
        self.before = np.setdiff1d(np.arange(self.lengths.sum()), self.starts + self.lengths - 1)
        self.vectors = np.concatenate([one.vectors for one in sentences]).astype(np.float32)
        self.tags = np.concatenate([one.tags for one in sentences])
        columns = np.concatenate([columns for one in sentences for columns in one.marks])
        # Only the marks that occur here are looked up and changed.
        self.rows, self.columns = np.unique(columns, return_inverse=True)
        self.ends = np.concatenate([[0], np.cumsum([len(columns) for one in sentences for columns in one.marks])])

    def matrix(self, kept: np.ndarray | None) -> Any:
        from scipy.sparse import csr_matrix

        values = np.ones(len(self.columns), np.float32) if kept is None else kept
        return csr_matrix((values, self.columns, self.ends), shape=(len(self.ends) - 1, len(self.rows)))


class _Adam:
    """Adam; of a table in `rows` only these rows move, and only their averages age."""

    def __init__(self, weights: dict[str, np.ndarray]) -> None:
        self._weights = weights
        self._mean = {name: np.zeros_like(value) for name, value in weights.items()}
        self._square = {name: np.zeros_like(value) for name, value in weights.items()}
        self._taken = 0

    def take(self, gradients: dict[str, np.ndarray], rate: float, rows: dict[str, np.ndarray]) -> None:
        self._taken += 1
        sure, wide = 1 - 0.9**self._taken, 1 - 0.98**self._taken
        for name, gradient in gradients.items():
            place: Any = rows.get(name, slice(None))
            mean = self._mean[name][place] * np.float32(0.9) + np.float32(0.1) * gradient
            square = self._square[name][place] * np.float32(0.98) + np.float32(0.02) * gradient**2
            self._mean[name][place], self._square[name][place] = mean, square
            step = mean / (np.sqrt(square / np.float32(wide)) + np.float32(1e-8))
            self._weights[name][place] -= np.float32(rate / sure) * step


def follows(labels: Sequence[str]) -> np.ndarray:
    """[tags, tags] of 0 and 1: which tag may come after which."""
    return np.array(
        [[float(not then.startswith("I-") or one[2:] == then[2:]) for then in labels] for one in labels], np.float32
    )


def best_path(odds: np.ndarray, labels: Sequence[str]) -> list[str]:
    """The likeliest tags that may follow one another, from each word's odds."""
    can = np.log(follows(labels) + 1e-30)
    scores = np.log(odds + 1e-12)
    scores[0] += np.where([label.startswith("I-") for label in labels], -1e4, 0)
    best, came = scores[0], []
    for row in scores[1:]:
        ways = best[:, None] + can
        came.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + row
    path = [int(best.argmax())]
    for back in reversed(came):
        path.append(int(back[path[-1]]))
    return [labels[k] for k in reversed(path)]


def _shared(rows: np.ndarray) -> np.ndarray:
    return np.asarray(rows / np.maximum(rows.sum(axis=1, keepdims=True), 1e-30))
