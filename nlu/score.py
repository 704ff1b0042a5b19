"""`python -m nlu.score`: how often the trained model means what the person meant, on sentences it never saw.

Prints counts only, never a held-out sentence, so that nobody tunes towards them.
"""

import argparse
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlu.contract import LANGUAGES, ROOT, contract, sentences
from nlu.model_files import MODELS, ModelRefused, checked_model
from nlu.serve import quiet_rasa

HELD_OUT = ROOT / "tests" / "nlu" / "heldout"


@dataclass(frozen=True)
class Scored:
    """One held-out sentence: its language, the task meant, and the tasks understood, likeliest first."""

    language: str
    task: str
    understood: list[str]
    confidence: float
    learned: bool  # the same sentence is also a training sentence


def score(folder: Path, models: Path = MODELS, sided: bool = True) -> list[Scored]:
    """Every line of `<folder>/<language>.jsonl` through the whole pipeline, in this process.

    `sided` leaves out the tasks that the sentence's side never says, as the shop does.
    """
    from catalog.spelling import normalise

    agent_parse = _parser(checked_model(models))
    sides = {task: entry["side"] for task, entry in contract().items()}
    learned = {normalise(text) for text, _, _ in sentences()}
    found = []
    for language in LANGUAGES:
        path = folder / f"{language}.jsonl"
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
            asked = json.loads(line)
            ranking = agent_parse(asked["text"])
            if sided:
                ranking = [r for r in ranking if sides[r["name"]] in ("both", asked["side"])]
            names = [r["name"] for r in ranking]
            known = normalise(asked["text"]) in learned
            found.append(Scored(language, asked["task"], names, ranking[0]["confidence"], known))
    return found


def _parser(model: Path) -> Any:
    import asyncio

    quiet_rasa()
    from rasa.core.agent import Agent

    agent = Agent.load(str(model))
    loop = asyncio.new_event_loop()
    return lambda text: loop.run_until_complete(agent.parse_message(text))["intent_ranking"]


def report(found: list[Scored]) -> list[str]:
    """Lines: per language, how many, right at once, among the first three, and how honest the confidence is."""
    lines = [
        f"{'':10}{'sentences':>10}{'right':>9}{'in 3':>8}{'mean confidence':>17}"
        f"{'also learned':>14}{'right, fresh':>14}"
    ]
    for language in (*LANGUAGES, "all"):
        part = [s for s in found if language in (s.language, "all")]
        if part:
            right = sum(s.understood[0] == s.task for s in part) / len(part)
            near = sum(s.task in s.understood[:3] for s in part) / len(part)
            sure = sum(s.confidence for s in part) / len(part)
            same = sum(s.learned for s in part)
            fresh = [s.understood[0] == s.task for s in part if not s.learned]
            line = f"{language:10}{len(part):>10}{right:>9.3f}{near:>8.3f}{sure:>17.3f}{same:>14}"
            lines.append(f"{line}{sum(fresh) / max(1, len(fresh)):>14.3f}")
    return lines


def confusions(found: list[Scored]) -> list[str]:
    """Lines `meant -> understood: count`, the most frequent first."""
    wrong = Counter((s.task, s.understood[0]) for s in found if s.understood[0] != s.task)
    return [f"{meant} -> {understood}: {count}" for (meant, understood), count in wrong.most_common()]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m nlu.score", description=__doc__)
    parser.add_argument("--folder", type=Path, default=HELD_OUT)
    parser.add_argument("--confusions", action="store_true", help="counts of meant -> understood")
    parser.add_argument("--all-sides", action="store_true", help="rank every task, whoever speaks")
    parser.add_argument("--at-least", type=float, default=0.0, help="fail under this share of right answers")
    arguments = parser.parse_args()
    try:
        found = score(arguments.folder, sided=not arguments.all_sides)
    except ModelRefused as refused:
        print(f"not scored: {refused}", file=sys.stderr)
        return 3
    print("\n".join(report(found)))
    if arguments.confusions:
        print("\n".join(confusions(found)))
    right = sum(s.understood[0] == s.task for s in found) / max(1, len(found))
    return 0 if right >= arguments.at_least else 1


if __name__ == "__main__":
    sys.exit(main())
