"""A month from its first order to the last settled sum."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.understanding.nlu_client import NluClient
from bot.wiring import reader
from orders.tables import Order, SellerOrder
from tests.conftest import NOW
from tests.month import checks
from tests.month.office import Office
from tests.month.people import Buyers, Groups
from tests.month.world import Faults, Month

DAYS = 30
AFTERWARDS = timedelta(days=45)  # for parcels, returns and refunds; nobody orders any more


@dataclass
class Lived:
    """`wrong`: by check, what is not true; `counted`: how often what happened."""

    orders: int
    states: dict[str, int]
    groups: dict[str, int]
    counted: dict[str, int]
    wrong: dict[str, list[str]]


async def live(engine: AsyncEngine, nlu: NluClient, orders: int, seed: int, days: int = DAYS) -> Lived:
    chance = Random(seed)
    town = Month(engine, reader(nlu), NOW, chance, Faults())
    await town.build()
    office = Office(town)
    Groups(town)
    buyers = Buyers(town, office.paid)
    await office.begins()
    town.after(timedelta(hours=22.5), office.every_day)  # ten in the morning in India
    for _ in range(orders):
        day, hour = chance.randrange(days), chance.gauss(8, 4) % 24  # most people write in the afternoon
        town.at(NOW + timedelta(days=day, hours=hour), buyers.begins)
    await town.run(NOW + timedelta(days=days) + AFTERWARDS)
    wrong = await checks.all_of_them(town, office)
    async with town.made() as db:
        count = await db.scalar(select(func.count()).select_from(Order))
        states = await db.execute(select(SellerOrder.state, func.count()).group_by(SellerOrder.state))
        groups = await db.execute(select(SellerOrder.group_id, func.count()).group_by(SellerOrder.group_id))
        return Lived(int(count or 0), _counts(states), _counts(groups), dict(sorted(town.counted.items())), wrong)


def _counts(rows: object) -> dict[str, int]:
    return dict(sorted((str(name), int(count)) for name, count in rows))  # type: ignore[attr-defined]


@asynccontextmanager
async def understanding(url: str, token: str) -> AsyncIterator[NluClient]:
    nlu = NluClient([url], token, timeout=30)
    yield nlu
    await nlu.close()
