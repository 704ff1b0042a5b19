"""`python -m tests.nlu.queries`: how often the goods somebody looks for are among the first three, how often
the right makers are meant, and how fast.

Over the shop's own catalogue. How the queries came to be: tests/nlu/queries.md.
"""

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

import bot.schema  # noqa: F401  (all tables)
from actions.makers import meant
from catalog import importers, service
from catalog.search import Index
from catalog.tables import Base, ProducerGroup

GOODS, MAKERS = (Path(__file__).with_name(f"{name}.jsonl") for name in ("queries", "makers"))
SCRIPTS = ("deva", "latin_hi", "en", "mixed")


@dataclass(frozen=True)
class Query:
    query: str
    script: str
    want: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """A query and the first three goods found for it."""

    asked: Query
    skus: tuple[str, ...]

    @property
    def first(self) -> float:
        """Whether what was wanted comes first: 1 or 0."""
        return float(self.skus[:1] != () and self.skus[0] in self.asked.want)

    @property
    def three(self) -> float:
        """The share of what was wanted that is among the three."""
        return sum(sku in self.skus for sku in self.asked.want) / len(self.asked.want)


def queries(file: Path = GOODS) -> list[Query]:
    rows = map(json.loads, file.read_text("utf-8").splitlines())
    return [Query(row["query"], row["script"], tuple(row["want"])) for row in rows]


def maker_queries() -> list[Query]:
    """Queries that name who makes a thing, where or for which brand; wanted are all the groups that are meant."""
    return queries(MAKERS)


def right_makers(asked: Query, groups: list[ProducerGroup]) -> bool:
    return set(meant(asked.query, groups)) == set(asked.want)


async def seeded() -> tuple[Index, list[ProducerGroup]]:
    """The index over the catalogue as it is seeded, and those who make the goods."""
    engine = create_async_engine("sqlite+aiosqlite://")
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with AsyncSession(engine) as db:
        await importers.seed(db)
        index, groups = await service.load_index(db), list(await service.groups(db))
        db.expunge_all()
    await engine.dispose()
    return index, groups


def found(index: Index) -> list[Found]:
    return [Found(asked, tuple(hit.sku for hit in index.search(asked.query, 3))) for asked in queries()]


def recall(answers: list[Found]) -> dict[str, tuple[int, float, float]]:
    """By script and for all: how many queries, recall at 1, recall at 3."""
    rows: dict[str, tuple[int, float, float]] = {}
    for script in (*SCRIPTS, "all"):
        some = [answer for answer in answers if script in (answer.asked.script, "all")]
        rows[script] = (
            len(some),
            sum(answer.first for answer in some) / len(some),
            sum(answer.three for answer in some) / len(some),
        )
    return rows


def report(answers: list[Found]) -> Iterator[str]:
    yield f"{'script':<9} queries  recall@1  recall@3"
    for script, (asked, first, three) in recall(answers).items():
        yield f"{script:<9} {asked:>7}  {first:>8.3f}  {three:>8.3f}"
    for answer in answers:
        if answer.three < 1:
            wanted, got = ", ".join(answer.asked.want), ", ".join(answer.skus) or "nothing"
            yield f"  missed: {answer.asked.query}: wanted {wanted}; found {got}"


def makers_report(groups: list[ProducerGroup]) -> Iterator[str]:
    asked = maker_queries()
    wrong = [query for query in asked if not right_makers(query, groups)]
    yield f"makers    {len(asked):>7}  right filter {1 - len(wrong) / len(asked):.3f}"
    yield from (
        f"  missed: {query.query}: found {', '.join(meant(query.query, groups)) or 'nobody'}" for query in wrong
    )


def speed(index: Index) -> Iterator[str]:
    """Milliseconds a query on this machine: the first time its words are seen, and afterwards."""
    for name, ask in (("mentions", index.mentions), ("search", index.search)):
        for when in ("first", "again"):
            took = sorted(_milliseconds(ask, asked.query) for asked in queries())
            p50, p95 = took[len(took) // 2], took[int(len(took) * 0.95)]
            yield f"{name:<8} {when:<5}  p50 {p50:.2f} ms  p95 {p95:.2f} ms  over {len(index.entries)} goods"


def _milliseconds(ask: Callable[[str], object], text: str) -> float:
    began = time.perf_counter()
    ask(text)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    shelf, makers = asyncio.run(seeded())
    print("\n".join([*speed(shelf), "", *report(found(shelf)), *makers_report(makers)]))
