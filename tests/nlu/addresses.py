"""`python -m tests.nlu.addresses`: typed addresses taken apart, against what a postman would read.

`--wrong` shows which are not right. Names are invented, places real."""

import argparse
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.understanding.address import split

FILE = Path(__file__).resolve().parent / "addresses.jsonl"
WHOLE = ("pincode", "state", "district", "line", "name", "phone")


@dataclass
class Score:
    """`right` and `asked` by field; `whole`: addresses with every field of WHOLE exact, and their doubts."""

    asked: int = 0
    whole: int = 0
    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.whole / self.asked if self.asked else 0.0


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in FILE.read_text("utf-8").splitlines() if line]


def score() -> Score:
    total = Score()
    for row in rows():
        found = split(row["text"])
        told = {name: getattr(found, name) for name in WHOLE} | {"doubts": list(found.doubts)}
        wanted = {name: row.get(name) for name in WHOLE} | {"doubts": row.get("doubts", [])}
        total.asked += 1
        total.whole += told == wanted
        for name, value in wanted.items():
            _count(total, name, told[name] == value)
        parts = row.get("parts", found.parts)
        for name in sorted(set(parts) | set(found.parts)) if "parts" in row else ():
            _count(total, f"part {name}", found.parts.get(name) == parts.get(name))
        if told != wanted or found.parts != parts:
            total.wrong.append(f"{row['text']!r}\n   wanted {wanted} {parts}\n   got    {told} {found.parts}")
    return total


def _count(total: Score, name: str, right: bool) -> None:
    total.of[name] += 1
    total.right[name] += right


def report(total: Score) -> list[str]:
    lines = [f"{total.asked} addresses; all fields exact: {total.share:.3f}"]
    return lines + [f"{name:<18} {total.right[name]:>4} of {total.of[name]}" for name in total.of]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.nlu.addresses", description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="also those that are not right in every part")
    total = score()
    print("\n".join([*report(total), *(total.wrong if parser.parse_args().wrong else [])]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
