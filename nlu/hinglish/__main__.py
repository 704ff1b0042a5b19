"""`nlu/.venv/bin/python -m nlu.hinglish [--data FOLDER]`: this pipeline on a public set that others have scored.

Hinglish-TOP, the code-mixed part written by people: commands to a telephone in romanised Hindi and English. Learns from
the train part alone, settings chosen on the validation part, prints figures for that and for the test part: intent
accuracy, and F1 of the leaf slots (first and last word and label exact, all counted together). With `./setup.sh
hinglish` done before, word vectors of multilingual-e5-small are used too.
"""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from nlu.contract import ROOT
from nlu.hinglish.published import FILES, read_tsv
from nlu.hinglish.words import Asked, read

PARTS = ("train", "dev", "test")
BESIDE = ROOT.parent / "shared" / "benchmarks" / "hinglish_top"


def accuracy(asked: Sequence[Asked], said: Sequence[str]) -> float:
    return sum(one.intent == intent for one, intent in zip(asked, said, strict=True)) / max(1, len(asked))


def f1(asked: Sequence[Asked], found: Sequence[frozenset[tuple[int, int, str]]]) -> float:
    """Over the spans of all sentences together."""
    both = sum(len(one.spans & spans) for one, spans in zip(asked, found, strict=True))
    return 2 * both / max(1, sum(len(one.spans) for one in asked) + sum(map(len, found)))


def parts_in(given: str | None) -> dict[str, list[Asked]] | None:
    """The three parts in the folder named, else in $HAAT_HINGLISH, else beside the checkout; None when it has them not.

    The published .tsv files and one JSON object a line ({"text", "intent", "entities"}) are read alike.
    """
    place = Path(given or os.environ.get("HAAT_HINGLISH") or BESIDE)
    if all((place / f"{part}.jsonl").is_file() for part in PARTS):
        return {part: read(place / f"{part}.jsonl") for part in PARTS}
    if all((place / name).is_file() for name in FILES.values()):
        return {part: read_tsv(place / FILES[part]) for part in PARTS}
    return None


def report(parts: dict[str, list[Asked]], members: int) -> list[str]:
    from nlu.hinglish.members import Intents, Spans
    from nlu.hinglish.vectors import MODEL, word_vectors

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
    parser.add_argument("--data", help="folder with train.tsv, validation.tsv and test.tsv")
    parser.add_argument("--members", type=int, default=5, help="how many networks vote")
    arguments = parser.parse_args()
    parts = parts_in(arguments.data)
    if parts is None:
        print(
            "not scored: the data is not here and is not copied into this project. Clone "
            "github.com/google-research-datasets/Hinglish-TOP-Dataset and name its folder "
            "'Dataset/Human Annotated Data' with --data or in HAAT_HINGLISH.",
            file=sys.stderr,
        )
        return 2
    started = time.monotonic()
    print("\n".join(report(parts, arguments.members)))
    print(f"{time.monotonic() - started:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
