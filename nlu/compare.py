"""`nlu/.venv/bin/python -m nlu.compare`: ways to tell what a message means, side by side, on people never met.

Each way learns from three quarters of (a sample of) the training sentences and is asked the fourth, four times;
near-duplicates and neighbours in a file are never parted. Then it learns from all and is asked the held-out and the
practice sentences. The settings of nlu/components/linear.py come from here; the frozen benchmark is not opened.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from catalog.spelling import normalise
from nlu.compare_ways import WAYS, Way
from nlu.components.features import marks
from nlu.components.linear import DEFAULTS, calibrated, counted, matrix_of, vocabulary
from nlu.contract import LANGUAGES, ROOT, contract, sentences

FOLDS = 4
RUN = 8  # neighbours in a file are often one writer's turns of one thought
NEAR = 0.6  # two sentences of a task with this share of common pieces are never parted
ASKED = ("heldout", "practice")
ELSEWHERE = "out_of_scope"


@dataclass(frozen=True)
class Lines:
    """Sentences with what is meant (a number), how written, and which numbers their side may mean."""

    texts: list[str]
    wanted: np.ndarray
    languages: np.ndarray
    allowed: np.ndarray


@dataclass(frozen=True)
class Result:
    """Scores of the sentences (each by a machine that never saw it) and of those asked, with what they cost."""

    scores: np.ndarray
    asked: dict[str, np.ndarray]
    milliseconds: float
    seconds: float
    megabytes: float


_SIDE_OF = {task: entry["side"] for task, entry in contract().items()}
LABELS = sorted(_SIDE_OF)
_SIDES = {side: np.array([_SIDE_OF[label] in ("both", side) for label in LABELS]) for side in ("buyer", "producer")}


def taught(sample: int) -> Lines:
    """`sample` training sentences, whole runs of neighbours together; all of them when there are no more."""
    rows = sentences()
    runs = [rows[at : at + RUN] for at in range(0, len(rows), RUN)]
    order = np.random.default_rng(7).permutation(len(runs))[: max(1, sample // RUN)]
    chosen = [row for at in sorted(order) for row in runs[at]]
    return _lines([(text, task, language, _SIDE_OF[task]) for text, task, language in chosen])


def asked(name: str) -> Lines:
    """The sentences of tests/nlu/<name> that answer no question."""
    rows = []
    for path in sorted((ROOT / "tests" / "nlu" / name).glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            said = json.loads(line)
            if not said["awaiting"]:
                rows.append((said["text"], said.get("task") or said["expect"]["task"], path.stem, said["side"]))
    return _lines(rows)


def _lines(rows: Sequence[tuple[str, str, str, str]]) -> Lines:
    return Lines(
        [normalise(row[0]) for row in rows],
        np.array([LABELS.index(row[1]) for row in rows]),
        np.array([row[2] for row in rows]),
        np.stack([_SIDES["producer" if row[3] == "producer" else "buyer"] for row in rows]),
    )


def folds(lines: Lines) -> np.ndarray:
    """A fold for each sentence: runs take turns, then near-duplicates follow the first of them."""
    found = np.arange(len(lines.texts)) // RUN % FOLDS
    pieces = [frozenset(marks(text)["piece"]) for text in lines.texts]
    for label in set(lines.wanted.tolist()):
        rows = np.flatnonzero(lines.wanted == label)
        rows_of: dict[str, int] = {}
        together = np.zeros((len(rows), len({p for row in rows for p in pieces[row]})), dtype=np.float32)
        for at, row in enumerate(rows):
            for piece in pieces[row]:
                together[at, rows_of.setdefault(piece, len(rows_of))] = 1
        common, sizes = together @ together.T, together.sum(axis=1)
        near = common >= NEAR * (sizes[:, None] + sizes[None] - common)
        for at in range(len(rows)):
            found[rows[np.flatnonzero(near[at, at:]) + at]] = found[rows[at]]
    return found


def tried(way: Way, lines: Lines, fold: np.ndarray, others: dict[str, Lines]) -> Result:
    chosen = {**DEFAULTS, **way.settings}
    dense = None
    if way.dense:
        texts = [*lines.texts, *(text for other in others.values() for text in other.texts)]
        dense = dict(zip(texts, way.dense(texts), strict=True))
    scores = np.zeros((len(lines.texts), len(LABELS)))
    for number in range(FOLDS):
        inside, outside = np.flatnonzero(fold != number), np.flatnonzero(fold == number)
        machine = _Machine(way, chosen, [lines.texts[at] for at in inside], lines.wanted[inside], dense)
        scores[outside] = machine.scores([lines.texts[at] for at in outside])
    started = time.process_time()
    machine = _Machine(way, chosen, lines.texts, lines.wanted, dense)
    seconds = time.process_time() - started
    answers = {name: machine.scores(other.texts) for name, other in others.items()}
    took = []
    for text in [text for other in others.values() for text in other.texts][:300]:
        started = time.process_time()
        machine.scores([text])
        took.append((time.process_time() - started) * 1000)
    milliseconds = float(np.median(took))
    return Result(scores, answers, milliseconds, seconds, machine.columns * len(LABELS) * 2 / 1e6)


class _Machine:
    """One way, taught."""

    def __init__(
        self, way: Way, chosen: dict[str, Any], texts: list[str], wanted: np.ndarray, dense: dict[str, Any] | None
    ) -> None:
        self._way, self._chosen, self._dense = way, chosen, dense
        if way.more:
            twins = [(twin, meant) for text, meant in zip(texts, wanted, strict=True) for twin in way.more(text)]
            texts = [*texts, *(twin for twin, _ in twins)]
            wanted = np.array([*wanted, *(meant for _, meant in twins)])
        rows = [counted(way.read(text), chosen["weights"]) for text in texts]
        self._seen, self._rarity = vocabulary(rows, texts, chosen["min_count"])
        matrix = self._with_dense(matrix_of(rows, self._seen, self._rarity), texts)
        self.columns = matrix.shape[1]
        self._learned = way.learn(matrix, wanted, len(LABELS), chosen)

    def scores(self, texts: Sequence[str]) -> np.ndarray:
        rows = [counted(self._way.read(text), self._chosen["weights"]) for text in texts]
        return self._learned(self._with_dense(matrix_of(rows, self._seen, self._rarity), texts))

    def _with_dense(self, matrix: Any, texts: Sequence[str]) -> Any:
        if self._dense is None:
            return matrix
        from scipy.sparse import csr_matrix, hstack

        return hstack([matrix, csr_matrix(np.stack([self._dense[text] for text in texts]))]).tocsr()


def _guesses(scores: np.ndarray, lines: Lines) -> np.ndarray:
    return np.asarray(np.where(lines.allowed, scores, -np.inf).argmax(axis=1))


def macro_f1(guessed: np.ndarray, wanted: np.ndarray) -> float:
    found = []
    for label in set(wanted.tolist()):
        both = ((guessed == label) & (wanted == label)).sum()
        found.append(2 * both / ((guessed == label).sum() + (wanted == label).sum()))
    return float(np.mean(found))


def calibration(scores: np.ndarray, lines: Lines, scale: float) -> tuple[float, float]:
    """Expected calibration error in ten steps of confidence, and the mean confidence, at this scale."""
    shown = np.where(lines.allowed, scores, -np.inf) * scale
    odds = np.exp(shown - shown.max(axis=1, keepdims=True))
    sure = (odds / odds.sum(axis=1, keepdims=True)).max(axis=1)
    right = _guesses(scores, lines) == lines.wanted
    step = np.minimum((sure * 10).astype(int), 9)
    parts = [step == at for at in range(10) if (step == at).any()]
    return float(sum(part.mean() * abs(right[part].mean() - sure[part].mean()) for part in parts)), float(sure.mean())


HEAD = f"{'way':34}{'new':>7}" + "".join(f"{name:>9}" for name in (*LANGUAGES, "macro-F1", *ASKED))
HEAD += "".join(f"{name:>9}" for name in ("ms", "train s", "MB"))


def line(way: Way, result: Result, lines: Lines, others: dict[str, Lines]) -> str:
    guessed = _guesses(result.scores, lines)
    right = guessed == lines.wanted
    shares = [right.mean(), *(right[lines.languages == language].mean() for language in LANGUAGES)]
    shares.append(macro_f1(guessed, lines.wanted))
    shares += [(_guesses(result.asked[name], other) == other.wanted).mean() for name, other in others.items()]
    shown = f"{way.name:34}{shares[0]:>7.3f}" + "".join(f"{share:>9.3f}" for share in shares[1:])
    return shown + f"{result.milliseconds:>9.2f}{result.seconds:>9.1f}{result.megabytes:>9.1f}"


def honesty(result: Result, lines: Lines, others: dict[str, Lines]) -> list[str]:
    """How far confidence may be believed, and how well what is not the shop's business is told."""
    scale = calibrated(result.scores, lines.wanted)
    found = [f"scale {scale:.2f}"]
    for name, scores, these in [("new", result.scores, lines), *((n, result.asked[n], others[n]) for n in others)]:
        error, sure = calibration(scores, these, scale)
        guessed, elsewhere = _guesses(scores, these), LABELS.index(ELSEWHERE)
        said, meant = guessed == elsewhere, these.wanted == elsewhere
        precision, recall = (said & meant).sum() / max(1, said.sum()), (said & meant).sum() / max(1, meant.sum())
        found.append(
            f"{name}: calibration error {error:.3f}, mean confidence {sure:.3f}, right "
            f"{(guessed == these.wanted).mean():.3f}; out of scope precision {precision:.3f}, recall {recall:.3f}"
        )
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m nlu.compare", description=__doc__)
    parser.add_argument("--sample", type=int, default=12_000, help="training sentences used; 0 for all")
    parser.add_argument("--only", default="", help="only ways whose name holds this")
    arguments = parser.parse_args()
    lines = taught(arguments.sample or sys.maxsize)
    others, fold = {name: asked(name) for name in ASKED}, folds(lines)
    print(f"{len(lines.texts)} sentences; asked {', '.join(f'{n} {len(o.texts)}' for n, o in others.items())}\n{HEAD}")
    for way in WAYS:
        if arguments.only not in way.name:
            continue
        try:
            result = tried(way, lines, fold, others)
        except ImportError as missing:
            print(f"{way.name:34} left out: {missing}")
            continue
        print(line(way, result, lines, others), flush=True)
        if way.name.startswith("shipped:"):
            print("\n".join(f"    {said}" for said in honesty(result, lines, others)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
