"""`python -m tests.nlu.benchmark [--url …] [--json]`: the open benchmark, beside a plain baseline.

Without --url it starts the trained server itself. Prints figures only, never a message, so that nobody tunes on it.
`--counts` prints what the set holds and scores nothing. What is scored, and why: tests/nlu/benchmark/README.md.
"""

import argparse
import asyncio
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from bot.understanding.contract import as_contract
from bot.understanding.nlu_client import NluClient
from bot.understanding.reading import read
from catalog.spelling import normalise
from nlu.contract import sentences
from tests.nlu.score import PYTHON, ROOT, TODAY, server
from tests.nlu.shelf import shelf

FOLDER = Path(__file__).resolve().parent / "benchmark"
NAMES = ("en", "hi", "hi-Latn", "mixed")
SCORED = (
    *("pincode", "phone", "order_ref", "tracking", "payment", "price_max", "price_min", "price", "price_old"),
    *("price_delta", "discount_percent", "qty_ready", "qty_old", "op", "name", "lang", "service", "category"),
)
ATTRIBUTES = ("color", "material", "size", "flavour", "for")
ELSEWHERE = "out_of_scope"
RESAMPLES = 1000


@dataclass(frozen=True)
class Answer:
    """One message and what was understood."""

    asked: dict[str, Any]
    task: str
    expect: dict[str, Any]
    milliseconds: float

    @property
    def right(self) -> bool:
        return bool(self.task == self.asked["expect"]["task"])


def messages() -> list[dict[str, Any]]:
    lines = (line for name in NAMES for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines())
    return [json.loads(line) for line in lines]


async def answers(url: str, token: str | None) -> list[Answer]:
    """Every message through the shop's own understanding, one after the other."""
    nlu, index, found = NluClient([url], token, timeout=10.0), shelf(), []
    try:
        # The first message loads word lists: it is asked once before the clock runs.
        await read("hello", "buyer", None, index, nlu, TODAY)
        for asked in messages():
            started = time.perf_counter()
            meaning = await read(asked["text"], asked["side"], asked["awaiting"], index, nlu, TODAY)
            took = (time.perf_counter() - started) * 1000
            found.append(Answer(asked, meaning.task, as_contract(meaning, asked["id"])["expect"], took))
    finally:
        await nlu.close()
    return found


def baseline() -> list[Answer]:
    """The same messages through `nlu.baseline`. Raises `CalledProcessError` when it cannot learn."""
    asked = messages()
    done = subprocess.run(
        [str(PYTHON), "-m", "nlu.baseline"],
        cwd=ROOT,
        input="".join(json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in asked),
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    tasks = {row["id"]: row["task"] for row in map(json.loads, done.stdout.splitlines())}
    return [Answer(row, tasks[row["id"]], {}, 0.0) for row in asked]


def accuracy(found: Sequence[Answer]) -> dict[str, Any]:
    """Share of right tasks, and its 95 % percentile interval over resampled messages."""
    right = [answer.right for answer in found]
    dice = random.Random(0)
    shares = sorted(sum(dice.choices(right, k=len(right))) / len(right) for _ in range(RESAMPLES))
    low, high = shares[int(RESAMPLES * 0.025)], shares[int(RESAMPLES * 0.975) - 1]
    return {"messages": len(right), "task": sum(right) / len(right), "low": low, "high": high}


def by(found: Sequence[Answer], column: str) -> dict[str, dict[str, Any]]:
    values = dict.fromkeys(answer.asked[column] for answer in found)
    return {value: accuracy([a for a in found if a.asked[column] == value]) for value in values}


def macro_f1(found: Sequence[Answer]) -> float:
    """The plain mean of F1 over the tasks that the benchmark holds."""
    meant = Counter(answer.asked["expect"]["task"] for answer in found)
    understood = Counter(answer.task for answer in found)
    right = Counter(answer.task for answer in found if answer.right)
    return statistics.fmean(2 * right[task] / (meant[task] + understood[task]) for task in meant)


def elsewhere(found: Sequence[Answer]) -> dict[str, float]:
    """Precision and recall of what is not the shop's business."""
    meant = sum(answer.asked["expect"]["task"] == ELSEWHERE for answer in found)
    said = sum(answer.task == ELSEWHERE for answer in found)
    both = sum(answer.task == ELSEWHERE and answer.right for answer in found)
    return {"precision": both / max(1, said), "recall": both / max(1, meant)}


def slots(found: Sequence[Answer]) -> dict[str, float]:
    """F1 over (slot, value) of every message, whether or not its task was found."""
    meant, said, both = 0, 0, 0
    for answer in found:
        wanted, got = pairs(answer.asked["expect"], True), pairs(answer.expect, "address" not in answer.asked["expect"])
        if "address" in answer.asked["expect"]:
            wanted = {pair for pair in wanted if pair[0] != "place"}
        meant, said, both = meant + len(wanted), said + len(got), both + len(wanted & got)
    return {"precision": both / max(1, said), "recall": both / max(1, meant), "f1": 2 * both / max(1, meant + said)}


def pairs(expect: dict[str, Any], with_place: bool) -> set[tuple[str, str]]:
    names = (*SCORED, "place") if with_place else SCORED
    found = {(name, _plain(name, expect[name])) for name in names if name in expect}
    if expect.get("aspect") == "question":
        found.add(("aspect", "question"))
    for item in expect.get("items", []):
        found.add(("product", item["product"]))
        attributes = item.get("attrs", {})
        found |= {(f"{item['product']} {name}", attributes[name]) for name in ATTRIBUTES if name in attributes}
    return found


def _plain(name: str, value: Any) -> str:
    if isinstance(value, int | float):
        return f"{value:g}"
    text = " ".join(str(value).casefold().split())
    return text[-10:] if name == "phone" else text


def quantities(found: Sequence[Answer]) -> dict[str, int]:
    """Messages that say a quantity and whose task was found; of these, those with every amount exactly right."""
    asked = [answer for answer in found if answer.right and amounts(answer.asked["expect"])]
    exact = sum(amounts(answer.expect) == amounts(answer.asked["expect"]) for answer in asked)
    return {"asked": len(asked), "exact": exact}


def amounts(expect: dict[str, Any]) -> list[tuple[str, ...]]:
    """(product, quantity, unit) of each thing; without things the bare amount."""
    things = expect.get("items") or [{"product": "", **expect}]
    return sorted((t["product"], f"{t['qty']:g}", t.get("unit", "")) for t in things if "qty" in t)


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


def scores(found: Sequence[Answer], plain: Sequence[Answer]) -> dict[str, Any]:
    took = sorted(answer.milliseconds for answer in found)
    return {
        "hash": sha256((FOLDER / "HASH").read_bytes()).hexdigest(),
        "all": accuracy(found),
        "script": by(found, "script"),
        "noise": by(found, "noise"),
        "side": by(found, "side"),
        "macro_f1": macro_f1(found),
        "out_of_scope": elsewhere(found),
        "slots": slots(found),
        "slots_by_script": {s: slots([a for a in found if a.asked["script"] == s]) for s in by(found, "script")},
        "quantities": quantities(found),
        "milliseconds": {"median": statistics.median(took), "p95": took[int(len(took) * 0.95)]},
        "overlap": overlap(answer.asked for answer in found),
        "baseline": {
            "all": accuracy(plain),
            "script": by(plain, "script"),
            "noise": by(plain, "noise"),
            "side": by(plain, "side"),
            "macro_f1": macro_f1(plain),
            "out_of_scope": elsewhere(plain),
        },
    }


def report(s: dict[str, Any]) -> list[str]:
    lines = [f"{'':12}{'messages':>9}{'task':>8}{'95 %':>16}{'baseline':>10}{'95 %':>16}"]
    rows = [("all", s["all"], s["baseline"]["all"])]
    rows += [(key, s[part][key], s["baseline"][part][key]) for part in ("script", "noise", "side") for key in s[part]]
    for key, ours, plain in rows:
        lines.append(
            f"{key:12}{ours['messages']:>9}{ours['task']:>8.3f}{_between(ours):>16}{plain['task']:>10.3f}{_between(plain):>16}"
        )
    plain = s["baseline"]
    lines.append(f"macro-F1 {s['macro_f1']:.3f} (baseline {plain['macro_f1']:.3f})")
    for who, part in (("", s["out_of_scope"]), ("baseline ", plain["out_of_scope"])):
        lines.append(f"{who}out of scope: precision {part['precision']:.3f}, recall {part['recall']:.3f}")
    for key, part in {"all": s["slots"], **s["slots_by_script"]}.items():
        lines.append(
            f"slots {key}: F1 {part['f1']:.3f} (precision {part['precision']:.3f}, recall {part['recall']:.3f})"
        )
    lines.append(f"quantities exact: {s['quantities']['exact']} of {s['quantities']['asked']}")
    lines.append("milliseconds a message: median {median:.1f}, 95th percentile {p95:.1f}".format(**s["milliseconds"]))
    lines.append(
        "also in the training data, of {messages} messages: whole {whole}, five words in a row {five_words}, "
        "13 characters in a row {thirteen_characters}".format(**s["overlap"])
    )
    return [*lines, f"hash of the set {s['hash'][:16]}"]


def _between(share: dict[str, Any]) -> str:
    return f"{share['low']:.3f}–{share['high']:.3f}"


def counts() -> list[str]:
    rows = messages()
    lines = [f"messages: {len(rows)}"]
    for column in ("script", "noise", "side", "awaiting"):
        found = Counter(str(row[column]) for row in rows)
        lines.append(f"{column}: " + ", ".join(f"{value} {times}" for value, times in found.most_common()))
    scripts = list(dict.fromkeys(row["script"] for row in rows))
    tasks = Counter((row["expect"]["task"], row["script"]) for row in rows)
    lines.append(f"{'task':28}" + "".join(f"{script:>10}" for script in scripts))
    for task in sorted({task for task, _ in tasks}):
        lines.append(f"{task:28}" + "".join(f"{tasks[task, script]:>10}" for script in scripts))
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.nlu.benchmark", description=__doc__)
    parser.add_argument("--url", help="a running server; its token in HAAT_RASA_TOKEN")
    parser.add_argument("--json", action="store_true", help="all figures as one JSON object")
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
    figures = scores(found, baseline())
    print(json.dumps(figures, indent=1) if arguments.json else "\n".join(report(figures)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
