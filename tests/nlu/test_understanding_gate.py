"""The understanding as a whole, on sentences it never saw, through the real trained server."""

import asyncio
import sys

import pytest

from tests.nlu.score import PYTHON, ROOT, Tally, report, score, server
from tests.nlu.shelf import shelf

AT_LEAST = 0.85


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    if not PYTHON.exists() or not (ROOT / "nlu" / "models" / "current.json").exists():
        print("\nNOT SCORED: no trained understanding here; `make train` makes it", file=sys.stderr)
        pytest.skip("NOT SCORED: no trained understanding here; `make train` makes it")
    with server() as (url, token):
        found = asyncio.run(score(url, token, shelf()))
    print("\n".join(["", *report(found)]))
    return found


@pytest.mark.timeout(600)
@pytest.mark.parametrize("language", ["en", "hi", "hi-Latn"])
def test_held_out_sentences_are_understood(tallies: dict[str, Tally], language: str) -> None:
    tally = tallies[language]
    assert tally.asked >= 300
    assert tally.accuracy >= AT_LEAST
    assert tally.f1 >= AT_LEAST


@pytest.mark.timeout(600)
@pytest.mark.parametrize("language", ["en", "hi", "hi-Latn"])
def test_held_out_amounts_are_exact(tallies: dict[str, Tally], language: str) -> None:
    tally = tallies[language]
    assert tally.quantities >= 15
    assert tally.quantities_right == tally.quantities
