"""`python -m tests.nlu.score [--url …]`: the understanding on the held-out sentences, through a running Rasa server.

Without --url it starts the trained server itself. Prints counts; --wrong also prints what went wrong.
"""

import argparse
import asyncio
import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import httpx

from actions.meaning import Meaning
from bot.understanding.contract import as_contract
from bot.understanding.nlu_client import NluClient
from bot.understanding.reading import read
from catalog.search import Index
from tests.nlu.shelf import shelf

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON = ROOT / "nlu" / ".venv" / "bin" / "python"
LANGUAGES = ("en", "hi", "hi-Latn")
TODAY = date(2026, 11, 22)
# Slots whose value is exact; the others are descriptions, judged by people.
EXACT = (
    "pincode",
    "phone",
    "order_ref",
    "tracking",
    "payment",
    "price_max",
    "price_min",
    "price",
    "price_old",
    "price_delta",
    "discount_percent",
    "qty_ready",
    "qty_old",
    "name",
    "lang",
    "place",
    "service",
    "category",
)


@dataclass
class Tally:
    """Counts of one language."""

    asked: int = 0
    right: int = 0
    quantities: int = 0
    quantities_right: int = 0
    slots_said: int = 0
    slots_found: int = 0
    slots_right: int = 0
    wrong: list[str] = field(default_factory=list)
    confused: Counter[str] = field(default_factory=Counter)

    @property
    def accuracy(self) -> float:
        return self.right / max(1, self.asked)

    @property
    def f1(self) -> float:
        return 2 * self.slots_right / max(1, self.slots_said + self.slots_found)


def held_out(language: str) -> list[dict[str, Any]]:
    path = ROOT / "tests" / "nlu" / "heldout" / f"{language}.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


async def score(url: str, token: str | None, index: Index) -> dict[str, Tally]:
    """A tally for each language."""
    nlu = NluClient([url], token, timeout=10.0)
    try:
        return {language: await _language(language, nlu, index) for language in LANGUAGES}
    finally:
        await nlu.close()


async def _language(language: str, nlu: NluClient, index: Index) -> Tally:
    tally = Tally()
    for asked in held_out(language):
        meaning = await read(asked["text"], asked["side"], asked["awaiting"], index, nlu, TODAY)
        _count(tally, asked, meaning)
    return tally


def _count(tally: Tally, asked: dict[str, Any], meaning: Meaning) -> None:
    expect = as_contract(meaning, None)["expect"]
    right = meaning.task == asked["task"]
    tally.asked += 1
    tally.right += right
    if not right:
        tally.confused[f"{asked['task']} -> {meaning.task}"] += 1
        tally.wrong.append(
            f"{asked['text']}  [{asked['awaiting']}]  {asked['task']} -> {meaning.task} {meaning.confidence}"
        )
    said, found = _pairs(asked["expect"], EXACT), _pairs(expect, EXACT)
    tally.slots_said += len(said)
    tally.slots_found += len(found)
    tally.slots_right += len(said & found)
    if right and (said - found or {p for p in found - said if p[0] in ("product", "pincode", "phone", "price")}):
        tally.wrong.append(
            f"{asked['text']}  missing {sorted(map(str, said - found))} extra {sorted(map(str, found - said))}"
        )
    wanted = _amounts(asked["expect"])
    if wanted and right:
        tally.quantities += 1
        exact = _amounts(expect) == wanted
        tally.quantities_right += exact
        if not exact:
            tally.wrong.append(f"{asked['text']}  amounts {_amounts(expect)}, not {wanted}")


def _pairs(expect: dict[str, Any], names: tuple[str, ...]) -> set[tuple[str, Any]]:
    pairs: set[tuple[str, Any]] = {(name, str(expect[name])) for name in names if name in expect}
    return pairs | {("product", item["product"]) for item in expect.get("items", [])}


def _amounts(expect: dict[str, Any]) -> list[tuple[Any, ...]]:
    amounts = [(i["product"], i["qty"], i.get("unit")) for i in expect.get("items", []) if "qty" in i]
    if not expect.get("items") and "qty" in expect:
        amounts.append((None, expect["qty"], expect.get("unit")))
    return sorted(amounts, key=str)


@contextmanager
def server(models: Path | None = None) -> Iterator[tuple[str, str]]:
    """The trained server on a free port of loopback: (url, token). Raises `RuntimeError` when it does not start."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_urlsafe(16)
    process = subprocess.Popen(
        [str(PYTHON), "-m", "nlu.serve", "--port", str(port), *(["--models", str(models)] if models else [])],
        cwd=ROOT,
        env={**os.environ, "HAAT_RASA_TOKEN": token},
        stdout=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _await_answer(url, token, process)
        yield url, token
    finally:
        process.terminate()
        process.wait(timeout=30)


def _await_answer(url: str, token: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 90
    while time.monotonic() < until and process.poll() is None:
        try:
            if httpx.get(f"{url}/status", params={"token": token}, timeout=5, trust_env=False).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.2)
    raise RuntimeError("the understanding server did not start (is it trained? python -m nlu.train)")


def counts(tally: Tally) -> dict[str, list[int]]:
    """Each measure as [right, of so many]."""
    return {
        "task": [tally.right, tally.asked],
        "slots": [2 * tally.slots_right, tally.slots_said + tally.slots_found],
        "amounts": [tally.quantities_right, tally.quantities],
    }


def report(tallies: dict[str, Tally]) -> list[str]:
    lines = [f"{'':10}{'sentences':>10}{'task':>8}{'slots F1':>10}{'amounts':>10}"]
    for language, tally in tallies.items():
        amounts = f"{tally.quantities_right}/{tally.quantities}"
        lines.append(f"{language:10}{tally.asked:>10}{tally.accuracy:>8.3f}{tally.f1:>10.3f}{amounts:>10}")
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.nlu.score", description=__doc__)
    parser.add_argument("--url", help="a running server; its token in HAAT_RASA_TOKEN")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--json", action="store_true", help="counts only, for comparing two models")
    parser.add_argument("--models", type=Path, help="folder with current.json")
    arguments = parser.parse_args()
    index = shelf()
    if arguments.url:
        tallies = asyncio.run(score(arguments.url, os.environ.get("HAAT_RASA_TOKEN"), index))
    else:
        with server(arguments.models) as (url, token):
            tallies = asyncio.run(score(url, token, index))
    if arguments.json:
        print(json.dumps({language: counts(tally) for language, tally in tallies.items()}))
        return 0
    print("\n".join(report(tallies)))
    if arguments.wrong:
        for language, tally in tallies.items():
            print(f"--- {language}", *tally.wrong, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
