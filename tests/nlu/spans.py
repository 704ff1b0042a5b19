"""`python -m tests.nlu.spans`: would a learned tagger read names and addresses better than the grammars do?

The tagger (`nlu/hinglish/tagger.py`, marks of words only) learns from the training sentences, where the grammars have
marked names and addresses. Both then read the held-out sentences and the open benchmark. A slot counts where the task
that the shop understood carries it; "either" takes the tagger's span where the grammar found none. Figures only.
"""

import asyncio
import json
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from bot.understanding.contract import as_contract
from bot.understanding.facts import gather
from bot.understanding.nlu_client import NluClient, safe_text
from bot.understanding.places import IndianPincodes
from bot.understanding.reading import read
from bot.understanding.slots import slots_for
from nlu.contract import sentences
from tests.nlu.benchmark import messages
from tests.nlu.score import LANGUAGES, PYTHON, ROOT, TODAY, held_out, server
from tests.nlu.shelf import shelf

SLOTS = ("name", "address")
_QUESTIONS = {"give_name": "name", "give_address": "address"}
_CARRY = {
    "name": {"give_name", "give_address", "give_phone", "add_to_cart", "gift_or_other_recipient", "producer_register"},
    "address": {"give_address", "give_pincode", "add_to_cart", "gift_or_other_recipient", "correct_my_data"},
}


def taught() -> list[dict[str, Any]]:
    """The training sentences, names and addresses marked by the grammars."""
    index, places, rows = shelf(), IndianPincodes(), []
    for text, task, _ in sentences():
        # A name alone is a name only in answer to the question for it.
        awaiting = _QUESTIONS.get(task)
        slots = slots_for(gather(safe_text(text), index, awaiting, TODAY, places), task, TODAY)
        found = [(slots[name], name) for name in SLOTS if name in slots and task in _CARRY[name]]
        spans = [[text.find(value), text.find(value) + len(value), name] for value, name in found if value in text]
        rows.append({"text": text, "awaiting": awaiting, "spans": spans})
    return rows


async def by_grammar(asked: Sequence[dict[str, Any]], url: str, token: str) -> list[dict[str, Any]]:
    nlu, index = NluClient([url], token, timeout=30.0), shelf()
    try:
        return [
            as_contract(await read(a["text"], a["side"], a["awaiting"], index, nlu, TODAY), None)["expect"]
            for a in asked
        ]
    finally:
        await nlu.close()


def by_tagger(learned: Sequence[dict[str, Any]], asked: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    rows = [*learned, *({"id": at, "text": a["text"], "awaiting": a["awaiting"]} for at, a in enumerate(asked))]
    done = subprocess.run(
        [str(PYTHON), "-m", "nlu.hinglish.spanned"],
        cwd=ROOT,
        input="".join(json.dumps(row) + "\n" for row in rows),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def f1(meant: Sequence[str | None], found: Sequence[str | None]) -> str:
    def plain(value: str | None) -> str:
        return " ".join((value or "").casefold().replace(",", " ").split())

    right = sum(bool(plain(a)) and plain(a) == plain(b) for a, b in zip(meant, found, strict=True))
    said = sum(map(bool, meant)) + sum(map(bool, found))
    return f"{2 * right / max(1, said):.3f} ({right} of {sum(map(bool, meant))}, {sum(map(bool, found))} found)"


def main() -> int:
    learned = taught()
    counts = {name: sum(any(s[2] == name for s in row["spans"]) for row in learned) for name in SLOTS}
    print(f"learned from {len(learned)} sentences, marked by the grammars: {counts}")
    held = [row for language in LANGUAGES for row in held_out(language)]
    open_set = messages()
    with server() as (url, token):
        grammar = asyncio.run(by_grammar([*held, *open_set], url, token))
    tagged = by_tagger(learned, [*held, *open_set])
    for title, asked, start in (("held out", held, 0), ("open benchmark", open_set, len(held))):
        for name in SLOTS:
            meant = [row["expect"].get(name) for row in asked]
            if not any(meant):
                continue
            said = grammar[start : start + len(asked)]
            one = [expect.get(name) for expect in said]
            other = [
                _value(row, answer, name) if expect["task"] in _CARRY[name] else None
                for row, answer, expect in zip(asked, tagged[start : start + len(asked)], said, strict=True)
            ]
            either = [a or b for a, b in zip(one, other, strict=True)]
            print(f"{title}, {name}: grammar {f1(meant, one)}; tagger {f1(meant, other)}; either {f1(meant, either)}")
    took = sorted(answer["milliseconds"] for answer in tagged)
    print(f"tagger, milliseconds a message: median {took[len(took) // 2]:.1f}")
    return 0


def _value(row: dict[str, Any], answer: dict[str, Any], name: str) -> str | None:
    return next((row["text"][a:b].strip(" ,.;:!") for a, b, label in answer["spans"] if label == name), None)


if __name__ == "__main__":
    sys.exit(main())
