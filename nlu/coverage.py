"""`python -m nlu.coverage`: how many truly different sentences teach each task, in each language.

Sentences that differ only in a number, a product, a colour or a place are one frame: a hundred of them teach what one
teaches. Prints a table, and with --thin only the cells below their bar.
"""

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

from catalog.frames import frame
from nlu.contract import LANGUAGES, contract, sentences

ENOUGH = {"critical": 60, "high": 60, "normal": 40}  # frames a task should have in each language


def frames(folder: Path | None = None) -> dict[tuple[str, str], Counter[str]]:
    """(task, language) → how many sentences each frame has."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for text, task, language in sentences(folder) if folder else sentences():
        found[task, language][frame(text)] += 1
    return found


def table(thin_only: bool = False) -> list[str]:
    """One line a task: sentences and, behind the stroke, frames in each language."""
    found = frames()
    lines = [f"{'task':28}{'importance':>12}" + "".join(f"{language:>14}" for language in LANGUAGES)]
    for task, entry in contract().items():
        cells = [found[task, language] for language in LANGUAGES]
        thin = [len(cell) < ENOUGH[entry["importance"]] for cell in cells]
        if thin_only and not any(thin):
            continue
        shown = [f"{cell.total()}/{len(cell)}{'*' if few else ''}" for cell, few in zip(cells, thin, strict=True)]
        lines.append(f"{task:28}{entry['importance']:>12}" + "".join(f"{one:>14}" for one in shown))
    sums = [Counter[str]() for _ in LANGUAGES]
    for (_, language), cell in found.items():
        sums[LANGUAGES.index(language)].update(cell)
    lines.append(f"{'all':40}" + "".join(f"{f'{one.total()}/{len(one)}':>14}" for one in sums))
    return [*lines, "sentences/frames; * fewer frames than " + ", ".join(f"{n} ({i})" for i, n in ENOUGH.items())]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m nlu.coverage", description=__doc__)
    parser.add_argument("--thin", action="store_true", help="only tasks with too few frames somewhere")
    print("\n".join(table(parser.parse_args().thin)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
