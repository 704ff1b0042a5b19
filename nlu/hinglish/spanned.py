"""`python -m nlu.hinglish.spanned`: learn spans from some sentences, find them in others.

Reads JSON lines on standard input: {"text", "awaiting", "spans": [[first character, character after the last, label]]}
is learned; {"id", "text", "awaiting"} is asked, and answered in order by {"id", "spans", "milliseconds"}.
"""

import json
import re
import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any

from nlu.hinglish.members import Spans
from nlu.hinglish.words import Asked


def answers(lines: Iterable[str]) -> Iterator[str]:
    rows = [json.loads(line) for line in lines if line.strip()]
    tagger = Spans([_asked(row) for row in rows if "spans" in row], None, 1)
    for row in rows:
        if "id" in row:
            started = time.perf_counter()
            (found,) = tagger.spans([_asked(row)], None)
            took = (time.perf_counter() - started) * 1000
            places = _places(row["text"])
            spans = [[places[one - 1][0], places[after - 2][1], label] for one, after, label in sorted(found) if one]
            yield json.dumps({"id": row["id"], "spans": spans, "milliseconds": took})


def _asked(row: dict[str, Any]) -> Asked:
    """The open question stands before the sentence as a word of its own, so that each word can see it."""
    places = _places(row["text"])
    spans = set()
    for start, end, label in row.get("spans", []):
        inside = [at for at, (one, after) in enumerate(places, 1) if one < end and start < after]
        if inside:
            spans.add((inside[0], inside[-1] + 1, label))
    return Asked(row["text"], (f"?{row['awaiting']}", *row["text"].split()), "", frozenset(spans))


def _places(text: str) -> list[tuple[int, int]]:
    return [word.span() for word in re.finditer(r"\S+", text)]


if __name__ == "__main__":
    for answer in answers(sys.stdin):
        print(answer)
