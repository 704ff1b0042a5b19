"""`python -m tests.nlu.practice [--wrong] [--task T]`: the understanding on the practice sets, mistakes shown.

The practice sets are read freely while the rules are made, so their figures flatter; the frozen benchmark is never
read. The second was written later, before any training sentence was opened: new, it scored .929 (slots F1 .898,
amounts 129 of 141); the third, of slots and amounts, .962 (.936; 96 of 107). All have one format
(tests/nlu/benchmark/README.md) and one arithmetic (tests/nlu/figures.py).
"""

import argparse
import asyncio
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.nlu.benchmark import answers, tasks
from tests.nlu.figures import Answer, amounts, by, pairs, quantities, slots
from tests.nlu.score import server

FOLDER = Path(__file__).resolve().parent / "practice"
SETS = {"first": FOLDER, "second": FOLDER / "second", "third": FOLDER / "third"}


def report(found: Sequence[Answer]) -> list[str]:
    figures = tasks(found)
    lines = ["task {task:.3f} of {messages}".format(**figures["all"])]
    for part in ("script", "noise", "side"):
        lines += [f"  {key:10} {'{task:.3f} of {messages}'.format(**one)}" for key, one in figures[part].items()]
    lines.append("out of scope: precision {precision:.3f}, recall {recall:.3f}".format(**figures["out_of_scope"]))
    for script in ("all", *by(found, "script")):
        part = slots([a for a in found if script in ("all", a.asked["script"])])
        lines.append("slots {}: F1 {f1:.3f} (precision {precision:.3f}, recall {recall:.3f})".format(script, **part))
    lines.append("quantities exact: {exact} of {asked}".format(**quantities(found)))
    return lines


def wrong(found: Sequence[Answer], task: str | None = None) -> list[str]:
    """One line for each mistake: of the task, else of the slots or the amounts."""
    lines = []
    for answer in found:
        asked, expect = answer.asked, answer.asked["expect"]
        if task and task not in (expect["task"], answer.task):
            continue
        about = f"{asked['id']} [{asked['side'][0]} {asked['awaiting']}] {asked['text']!r}"
        if not answer.right:
            lines.append(f"{about}: {expect['task']} -> {answer.task} {answer.confidence:.2f} (model {answer.alone})")
            continue
        wanted, got = pairs(expect, False), pairs(answer.expect, False)
        if wanted != got:
            lines.append(f"{about}: {expect['task']} lacks {sorted(wanted - got)} adds {sorted(got - wanted)}")
        if amounts(expect) and amounts(expect) != amounts(answer.expect):
            lines.append(f"{about}: amounts {amounts(answer.expect)} not {amounts(expect)}")
    return lines


def confused(found: Sequence[Answer]) -> list[str]:
    pairs_of = Counter((a.asked["expect"]["task"], a.task) for a in found if not a.right)
    return [f"{many:4} {meant} -> {understood}" for (meant, understood), many in pairs_of.most_common(40)]


async def all_answers(url: str, token: str | None, names: Sequence[str]) -> dict[str, list[Answer]]:
    return {name: await answers(url, token, SETS[name]) for name in names}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.nlu.practice", description=__doc__)
    parser.add_argument("--url", help="a running server; its token in HAAT_RASA_TOKEN")
    parser.add_argument("--set", choices=SETS, help="only this one")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--task", help="only mistakes about this task")
    arguments = parser.parse_args()
    names = [arguments.set] if arguments.set else list(SETS)
    if arguments.url:
        said = asyncio.run(all_answers(arguments.url, os.environ.get("HAAT_RASA_TOKEN"), names))
    else:
        with server() as (url, token):
            said = asyncio.run(all_answers(url, token, names))
    for name, found in said.items():
        print(f"--- {name}", *report(found), sep="\n")
        if arguments.wrong:
            print("\n".join([*confused(found), *wrong(found, arguments.task)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
