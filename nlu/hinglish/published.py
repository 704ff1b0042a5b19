"""The published files of Hinglish-TOP: one parse tree a line, of which the root intent and the leaf slots are read.

[IN:CREATE_ALARM [SL:DATE_TIME do ghante ke liye ] alarm set kardo ]
"""

import csv
from pathlib import Path

from nlu.hinglish.words import Asked

FILES = {"train": "train.tsv", "dev": "validation.tsv", "test": "test.tsv"}


def read_tsv(path: Path) -> list[Asked]:
    """The code-mixed sentences of a file with the columns cs_query and cs_parse."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [asked(row["cs_parse"]) for row in rows]


def asked(parse: str) -> Asked:
    """A slot that holds another intent is no leaf; what stands in it is read on its own."""
    words: list[str] = []
    spans: set[tuple[int, int, str]] = set()
    opened: list[tuple[str, int, bool]] = []
    intent = ""
    for piece in parse.split():
        if piece.startswith(("[IN:", "[SL:")):
            opened = [(name, at, False) for name, at, _ in opened]
            opened.append((piece[1:], len(words), True))
            intent = intent or piece[4:]
        elif piece == "]":
            name, at, leaf = opened.pop()
            if leaf and name.startswith("SL:") and at < len(words):
                spans.add((at, len(words), name[3:]))
        else:
            words.append(piece)
    return Asked(" ".join(words), tuple(words), intent, frozenset(spans))
