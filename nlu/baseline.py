"""`python -m nlu.baseline`: the plain baseline of the open benchmark, learned from the same sentences.

Words and pairs of words weighted by TF-IDF, logistic regression; nothing else, and nothing tuned. Reads JSON lines
{"id", "text"} on standard input and writes {"id", "task"} for each, in order.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from nlu.contract import sentences


def learned() -> Any:
    """The fitted pipeline. Raises `ValueError` when there are no sentences to learn from."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    taught = sentences()
    # Between blanks, because the usual pattern cuts Devanagari words at their vowel signs.
    words = TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"\S+", lowercase=True)
    model = make_pipeline(words, LogisticRegression(max_iter=1000, random_state=0))
    model.fit([text for text, _, _ in taught], [task for _, task, _ in taught])
    return model


def answers(lines: Iterable[str]) -> Iterator[str]:
    asked = [json.loads(line) for line in lines if line.strip()]
    tasks = learned().predict([row["text"] for row in asked])
    for row, task in zip(asked, tasks, strict=True):
        yield json.dumps({"id": row["id"], "task": str(task)})


if __name__ == "__main__":
    for answer in answers(sys.stdin):
        print(answer)
