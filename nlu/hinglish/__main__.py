"""`nlu/.venv/bin/python -m nlu.hinglish [--data FOLDER]`: this pipeline on a public set that others have scored.

Hinglish-TOP, the code-mixed part written by people: commands to a telephone in romanised Hindi and English. Learns from
train.jsonl alone, settings chosen on dev.jsonl, prints figures for both and for test.jsonl: intent accuracy, and F1 of
the leaf slots (first and last word and label exact, all counted together). How the files are made from the published
ones: docs/benchmarks.md. With `./setup.sh hinglish` done before, word vectors of multilingual-e5-small are used too.
"""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from nlu.contract import ROOT
from nlu.hinglish.words import Asked, read

PARTS = ("train", "dev", "test")
BESIDE = ROOT.parent / "shared" / "benchmarks" / "hinglish_top"


def accuracy(asked: Sequence[Asked], said: Sequence[str]) -> float:
    return sum(one.intent == intent for one, intent in zip(asked, said, strict=True)) / max(1, len(asked))


def f1(asked: Sequence[Asked], found: Sequence[frozenset[tuple[int, int, str]]]) -> float:
    """Over the spans of all sentences together."""
    both = sum(len(one.spans & spans) for one, spans in zip(asked, found, strict=True))
    return 2 * both / max(1, sum(len(one.spans) for one in asked) + sum(map(len, found)))


def folder_of(given: str | None) -> Path | None:
    """The folder named, else $HAAT_HINGLISH, else the one beside the checkout; None when a file is missing there."""
    place = Path(given or os.environ.get("HAAT_HINGLISH") or BESIDE)
    return place if all((place / f"{part}.jsonl").is_file() for part in PARTS) else None


def report(folder: Path, members: int) -> list[str]:
    from nlu.hinglish.members import Intents, Spans
    from nlu.hinglish.vectors import MODEL, word_vectors

    parts = {part: read(folder / f"{part}.jsonl") for part in PARTS}
    with_vectors = MODEL.exists()
    vectors = {part: word_vectors([o.words for o in asked]) if with_vectors else None for part, asked in parts.items()}
    intents = Intents(parts["train"], vectors["train"], members)
    spans = Spans(parts["train"], vectors["train"], members)
    about = f"{members} networks " + ("over e5 word vectors" if with_vectors else "without word vectors")
    lines = [f"learned from {len(parts['train'])} sentences; {about}"]
    lines.append(f"{'':12}{'sentences':>10}{'shop linear':>13}{'all intents':>13}{'leaf-slot F1':>14}")
    for part in PARTS[1:]:
        asked, own = parts[part], vectors[part]
        linear = intents.linear(asked)
        alone, voted = (
            accuracy(asked, [intents.labels[k] for k in odds.argmax(axis=1)])
            for odds in (linear, intents.odds(asked, own, linear))
        )
        score = f1(asked, spans.spans(asked, own))
        lines.append(f"{part:12}{len(asked):>10}{100 * alone:>13.2f}{100 * voted:>13.2f}{100 * score:>14.2f}")
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m nlu.hinglish", description=__doc__)
    parser.add_argument("--data", help="folder with train.jsonl, dev.jsonl and test.jsonl")
    parser.add_argument("--members", type=int, default=5, help="how many networks vote")
    arguments = parser.parse_args()
    folder = folder_of(arguments.data)
    if folder is None:
        print(
            "not scored: no folder with train.jsonl, dev.jsonl and test.jsonl. The data is published at "
            "github.com/google-research-datasets/Hinglish-TOP-Dataset; docs/benchmarks.md tells how the three files "
            "are made of it. Name their folder with --data or in HAAT_HINGLISH.",
            file=sys.stderr,
        )
        return 2
    started = time.monotonic()
    print("\n".join(report(folder, arguments.members)))
    print(f"{time.monotonic() - started:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
