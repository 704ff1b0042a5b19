"""`python -m tests.nlu.benchmark [--url …] [--json]`: the open benchmark, beside two plainer ones.

Without --url it starts the trained server itself. Prints figures only, never a message, so that nobody tunes on it.
`--counts` prints what the set holds and scores nothing. `--diet` adds Rasa as its makers ship it (`./setup.sh diet`
first; trained when needed, which takes long). What is scored, and why: tests/nlu/benchmark/README.md.
"""

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from bot.routing import UNSURE_BELOW
from bot.understanding.contract import as_contract
from bot.understanding.nlu_client import NluClient
from bot.understanding.reading import read
from bot.understanding.tasks import tasks_of
from catalog.spelling import normalise
from nlu.contract import sentences
from tests.nlu.figures import Answer, accuracy, by, calibration, elsewhere, macro_f1, quantities, slots
from tests.nlu.score import PYTHON, ROOT, TODAY, server
from tests.nlu.shelf import shelf

FOLDER = Path(__file__).resolve().parent / "benchmark"
NAMES = ("en", "hi", "hi-Latn", "mixed")


def messages(folder: Path = FOLDER) -> list[dict[str, Any]]:
    lines = (line for name in NAMES for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines())
    return [json.loads(line) for line in lines]


async def answers(url: str, token: str | None, folder: Path = FOLDER) -> list[Answer]:
    """Every message through the shop's own understanding, one after the other."""
    nlu, index, found = NluClient([url], token, timeout=10.0), shelf(), []
    try:
        # The first message loads word lists: it is asked once before the clock runs.
        await read("hello", "buyer", None, index, nlu, TODAY)
        for asked in messages(folder):
            started = time.perf_counter()
            meaning = await read(asked["text"], asked["side"], asked["awaiting"], index, nlu, TODAY)
            took = (time.perf_counter() - started) * 1000
            said = tasks_of(asked["side"])
            alone = next(task for task, _ in await nlu.ranking(asked["text"]) if task in said)
            expect = as_contract(meaning, asked["id"])["expect"]
            found.append(Answer(asked, meaning.task, expect, took, meaning.confidence, alone))
    finally:
        await nlu.close()
    return found


def baseline() -> list[Answer]:
    """The same messages through `nlu.baseline`. Raises `CalledProcessError` when it cannot learn."""
    return [Answer(row, said["task"], {}) for row, said in _asked_of(PYTHON, "nlu.baseline")]


def diet() -> list[Answer]:
    """The same messages through `nlu.diet`; certainty 0 where Rasa would have fallen back.

    Raises `CalledProcessError` when it cannot learn, `FileNotFoundError` without its environment.
    """
    found = _asked_of(ROOT / "var" / "diet" / "bin" / "python", "nlu.diet")
    return [Answer(row, said["task"], {}, confidence=1.0 - said["fallback"]) for row, said in found]


def _asked_of(python: Path, module: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each message with the line that another interpreter's module answers."""
    asked = messages()
    done = subprocess.run(
        [str(python), "-m", module],
        cwd=ROOT,
        input="".join(json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in asked),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    said = {row["id"]: row for row in map(json.loads, done.stdout.splitlines())}
    return [(row, said[row["id"]]) for row in asked]


def overlap(rows: Iterable[dict[str, Any]]) -> dict[str, int]:
    """How many messages share a whole text, five words in a row or 13 characters in a row with a training sentence."""
    taught = [normalise(text) for text, _, _ in sentences()]
    texts = [normalise(row["text"]) for row in rows]
    whole = set(taught)
    words = {gram for text in taught for gram in _grams(text.split(), 5)}
    letters = {gram for text in taught for gram in _grams(text, 13)}
    return {
        "messages": len(texts),
        "whole": sum(text in whole for text in texts),
        "five_words": sum(any(gram in words for gram in _grams(text.split(), 5)) for text in texts),
        "thirteen_characters": sum(any(gram in letters for gram in _grams(text, 13)) for text in texts),
    }


def _grams(sequence: Sequence[str], size: int) -> list[tuple[str, ...]]:
    return [tuple(sequence[at : at + size]) for at in range(len(sequence) - size + 1)]


def scores(found: Sequence[Answer], plain: Sequence[Answer], stock: Sequence[Answer] | None = None) -> dict[str, Any]:
    took = sorted(answer.milliseconds for answer in found)
    taught = {normalise(text) for text, _, _ in sentences()}
    return {
        "hash": sha256((FOLDER / "HASH").read_bytes()).hexdigest(),
        **tasks(found),
        "not_taught": accuracy([a for a in found if normalise(a.asked["text"]) not in taught]),
        "unsure": unsure(found),
        "calibration": calibration(found),
        "slots": slots(found),
        "slots_by_script": {s: slots([a for a in found if a.asked["script"] == s]) for s in by(found, "script")},
        "quantities": quantities(found),
        "milliseconds": {"median": statistics.median(took), "p95": took[int(len(took) * 0.95)]},
        "overlap": overlap(answer.asked for answer in found),
        "alone": tasks([replace(answer, task=answer.alone) for answer in found]),
        "baseline": tasks(plain),
        **({"diet": {**tasks(stock), "unsure": unsure(stock)}} if stock else {}),
    }


def tasks(found: Sequence[Answer]) -> dict[str, Any]:
    parts = {part: by(found, part) for part in ("script", "noise", "side")}
    return {"all": accuracy(found), **parts, "macro_f1": macro_f1(found), "out_of_scope": elsewhere(found)}


def unsure(found: Sequence[Answer]) -> dict[str, int]:
    """Under the certainty below which the shop asks again: how many, and how many of the wrong ones."""
    asks = [answer for answer in found if answer.confidence < UNSURE_BELOW and not answer.asked["awaiting"]]
    wrong = sum(not answer.right for answer in found)
    return {"asked_again": len(asks), "of_them_wrong": sum(not a.right for a in asks), "wrong": wrong}


def report(s: dict[str, Any]) -> list[str]:
    understood = {"shop": s, "model alone": s["alone"], "baseline": s["baseline"]}
    if "diet" in s:
        understood["stock Rasa, DIET"] = s["diet"]
    lines = [f"{'':12}{'messages':>9}" + "".join(f"{who:>22}" for who in understood)]
    for part, keys in (("all", [""]), *((part, list(s[part])) for part in ("script", "noise", "side"))):
        for key in keys:
            shares = [who[part][key] if key else who[part] for who in understood.values()]
            lines.append(
                f"{key or part:12}{shares[0]['messages']:>9}" + "".join(f"{_share(one):>22}" for one in shares)
            )
    for title, value in (
        ("macro-F1", lambda who: who["macro_f1"]),
        ("out of scope: exact", lambda who: who["out_of_scope"]["precision"]),
        ("out of scope: found", lambda who: who["out_of_scope"]["recall"]),
    ):
        lines.append(f"{title:21}" + "".join(f"{value(who):>22.3f}" for who in understood.values()))
    if "diet" in s:
        lines.append(
            f"DIET {diet_epochs()} epochs; "
            "it would have fallen back {asked_again}, of them wrong {of_them_wrong}".format(**s["diet"]["unsure"])
        )
    lines.append(f"messages not taught word for word: {s['not_taught']['messages']}, task {_share(s['not_taught'])}")
    lines.append("asked again {asked_again}, of them wrong {of_them_wrong}, wrong in all {wrong}".format(**s["unsure"]))
    lines.append("calibration error {error:.3f}, mean confidence {confidence:.3f}".format(**s["calibration"]))
    for key, part in {"all": s["slots"], **s["slots_by_script"]}.items():
        lines.append("slots {}: F1 {f1:.3f} (precision {precision:.3f}, recall {recall:.3f})".format(key, **part))
    lines.append("quantities exact: {exact} of {asked}".format(**s["quantities"]))
    lines.append("milliseconds a message: median {median:.1f}, 95th percentile {p95:.1f}".format(**s["milliseconds"]))
    lines.append(
        "also in the training data, of {messages} messages: whole {whole}, five words in a row {five_words}, "
        "13 characters in a row {thirteen_characters}".format(**s["overlap"])
    )
    return [*lines, f"hash of the set {s['hash'][:16]}"]


def diet_epochs() -> int:
    pipeline = yaml.safe_load((ROOT / "nlu" / "diet" / "config.yml").read_text("utf-8"))["pipeline"]
    return next(int(part["epochs"]) for part in pipeline if part["name"] == "DIETClassifier")


def _share(share: dict[str, Any]) -> str:
    return "{task:.3f} ({low:.3f}–{high:.3f})".format(**share)


def counts() -> list[str]:
    rows = messages()
    lines = [f"messages: {len(rows)}"]
    for column in ("script", "noise", "side", "awaiting"):
        found = Counter(str(row[column]) for row in rows)
        lines.append(f"{column}: " + ", ".join(f"{value} {many}" for value, many in found.most_common()))
    scripts = list(dict.fromkeys(row["script"] for row in rows))
    times = Counter((row["expect"]["task"], row["script"]) for row in rows)
    lines.append(f"{'task':28}" + "".join(f"{script:>10}" for script in scripts))
    for task in sorted({task for task, _ in times}):
        lines.append(f"{task:28}" + "".join(f"{times[task, script]:>10}" for script in scripts))
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.nlu.benchmark", description=__doc__)
    parser.add_argument("--url", help="a running server; its token in HAAT_RASA_TOKEN")
    parser.add_argument("--json", action="store_true", help="all figures as one JSON object")
    parser.add_argument("--diet", action="store_true", help="a fourth column: Rasa as its makers ship it")
    parser.add_argument("--counts", action="store_true", help="what the set holds; scores nothing")
    arguments = parser.parse_args()
    if arguments.counts:
        print("\n".join(counts()))
        return 0
    if arguments.url:
        found = asyncio.run(answers(arguments.url, os.environ.get("HAAT_RASA_TOKEN")))
    else:
        with server() as (url, token):
            found = asyncio.run(answers(url, token))
    figures = scores(found, baseline(), diet() if arguments.diet else None)
    print(json.dumps(figures, indent=1) if arguments.json else "\n".join(report(figures)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
