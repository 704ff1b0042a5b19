"""Hinglish-TOP as this project reads it: sentences, their words, tags B-/I-/O, and the marks of each word."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from catalog.spelling import fold, romanise

_KINDS = {
    "number": """ek do teen tin char chaar paanch panch chhah che saat aath nau das bees tees pachas sau one two three
        four five six seven eight nine ten twenty thirty forty fifty hundred aadha aadhe dedh dhai sawa paune
        sadhe half""",
    "time": """aaj kal parso abhi raat subah shaam dopahar din hafte week mahine month saal year baje am pm minute
        minutes ghante hour hours second seconds ghanta today tomorrow tonight morning evening night noon monday tuesday
        wednesday thursday friday saturday sunday somvar mangalvar budhvar guruvar shukravar shanivar ravivar weekend
        agle pichle""",
    "post": """ko ke ka ki se tak me mein par pe liye lie wala wale wali baad pehle paas saath for to in on at of from
        by until""",
}
_KIND = {word: kind for kind, words in _KINDS.items() for word in words.split()}


@dataclass(frozen=True)
class Asked:
    """One sentence: words as written, intent, and spans (first word, word after the last, label)."""

    text: str
    words: tuple[str, ...]
    intent: str
    spans: frozenset[tuple[int, int, str]]

    @property
    def tags(self) -> list[str]:
        found = ["O"] * len(self.words)
        for first, after, label in self.spans:
            found[first:after] = [f"B-{label}"] + [f"I-{label}"] * (after - first - 1)
        return found


def read(path: Path) -> list[Asked]:
    """One part of the data set. Raises `ValueError` where a slot does not begin and end with a word."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        places = [(word.start(), word.end()) for word in re.finditer(r"\S+", row["text"])]
        first = {start: at for at, (start, _) in enumerate(places)}
        last = {end: at for at, (_, end) in enumerate(places)}
        try:
            spans = frozenset((first[e["start"]], last[e["end"]] + 1, e["entity"]) for e in row["entities"])
        except KeyError:
            raise ValueError(f"{path.name}: a slot that cuts a word: {row['text']}") from None
        found.append(Asked(row["text"], tuple(row["text"].split()), row["intent"], spans))
    return found


def spans_of(tags: Sequence[str]) -> frozenset[tuple[int, int, str]]:
    """The spans that a row of tags means; a stray I- begins one."""
    found, begun = [], 0
    for at, tag in enumerate([*tags, "O"]):
        before = tags[at - 1] if at else "O"
        if before != "O" and (at == len(tags) or tag == "O" or tag.startswith("B-") or tag[2:] != before[2:]):
            found.append((begun, at, before[2:]))
        if tag != "O" and (at == 0 or tag.startswith("B-") or tag[2:] != before[2:]):
            begun = at
    return frozenset(found)


def marks_of(words: Sequence[str]) -> list[list[str]]:
    """What the tagger looks at for each word: the word and its neighbours folded, pieces, shape, kind."""
    plain = [word.casefold() for word in words]
    folded = [_folded(word) for word in plain]
    shapes = [_shape(word) for word in words]
    kinds = [_kind(word) for word in plain]
    edge = ["^^"] * 3

    def padded(row: Sequence[str]) -> list[str]:
        return [*edge, *row, *edge]

    f, s, k = padded(folded), padded(shapes), padded(kinds)
    found = []
    for at, word in enumerate(plain, 3):
        own = [f"w={word}", f"f={f[at]}", f"s={s[at]}", f"k={k[at]}", f"s2={s[at - 1]}/{s[at]}/{s[at + 1]}"]
        own += [f"f{d}={f[at + d]}" for d in (-3, -2, -1, 1, 2, 3)]
        own += [f"k{d}={k[at + d]}" for d in (-2, -1, 1, 2)] + [f"k3={k[at - 1]}/{k[at]}/{k[at + 1]}"]
        own += [f"p{n}={word[:n]}" for n in (1, 2, 3, 4)] + [f"e{n}={word[-n:]}" for n in (1, 2, 3, 4)]
        own += [f"b-={f[at - 1]} {f[at]}", f"b+={f[at]} {f[at + 1]}", f"b0={f[at - 1]} _ {f[at + 1]}"]
        own += [f"b++={f[at + 1]} {f[at + 2]}", f"b--={f[at - 2]} {f[at - 1]}"]
        own += [f"in={other}" for other in set(folded)]
        own += [f"e-={f[at - 1][-3:]}", f"e+={f[at + 1][-3:]}"]
        found.append(own)
    return found


def _folded(word: str) -> str:
    if word.isdigit():
        return f"#{len(word)}"
    return fold(romanise(word)) or word


def _kind(word: str) -> str:
    if word[0].isdigit():
        return "number"
    return _KIND.get(word, "word" if word[0].isalpha() else "sign")


def _shape(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^\W\d_]", "x", re.sub(r"[A-Z]", "X", re.sub(r"\d", "d", word))))


class Columns:
    """Numbers for the marks that at least `least` words of the learned sentences have."""

    def __init__(self, sentences: Sequence[Sequence[Sequence[str]]], least: int = 2) -> None:
        times = Counter(mark for marks in sentences for own in marks for mark in own)
        self._number = {mark: at for at, mark in enumerate(sorted(m for m, n in times.items() if n >= least))}

    def __len__(self) -> int:
        return len(self._number)

    def of(self, marks: Sequence[Sequence[str]]) -> list[np.ndarray]:
        return [np.array(sorted({self._number[m] for m in own if m in self._number}), np.int32) for own in marks]
