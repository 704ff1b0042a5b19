"""The benchmark's arithmetic: shares with their intervals, F1 of tasks and slots, exact amounts. Pure."""

import random
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

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
    milliseconds: float = 0.0
    confidence: float = 1.0
    alone: str = ""  # the trained model's own first task, without rules and questions

    @property
    def right(self) -> bool:
        return bool(self.task == self.asked["expect"]["task"])


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


def calibration(found: Sequence[Answer]) -> dict[str, float]:
    """Expected calibration error in ten steps of confidence, and the mean confidence."""
    steps: dict[int, list[Answer]] = {}
    for answer in found:
        steps.setdefault(min(int(answer.confidence * 10), 9), []).append(answer)
    apart = sum(abs(sum(a.right for a in step) - sum(a.confidence for a in step)) for step in steps.values())
    return {"error": apart / max(1, len(found)), "confidence": statistics.fmean(a.confidence for a in found)}


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
