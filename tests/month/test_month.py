"""A few days of the town, with every fault: the audit at the end finds nothing, and finds what is planted.

`python -m tests.month` lives a whole month of 5,000 orders."""

from collections.abc import AsyncIterator, Iterator

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.database import open_engine, sessions
from tests.conftest import NOW, clone
from tests.month import checks
from tests.month.living import Lived, live, understanding
from tests.nlu.score import PYTHON, server

pytestmark = pytest.mark.skipif(not PYTHON.exists(), reason="NO NLU ENVIRONMENT: nobody lived (run make setup)")


@pytest.fixture(scope="module")
def rasa() -> Iterator[tuple[str, str]]:
    with server() as found:
        yield found


@pytest.fixture
async def after(postgres: str) -> AsyncIterator[AsyncEngine]:
    engine = open_engine(await clone(postgres))
    yield engine
    await engine.dispose()


async def _lived(engine: AsyncEngine, rasa: tuple[str, str]) -> Lived:
    async with understanding(*rasa) as nlu:
        return await live(engine, nlu, orders=30, seed=2, days=4)


async def test_after_a_few_days_everything_adds_up(after: AsyncEngine, rasa: tuple[str, str]) -> None:
    lived = await _lived(after, rasa)
    assert {check: wrong for check, wrong in lived.wrong.items() if wrong} == {}
    assert lived.orders > 10, lived
    assert lived.states.get("delivered", 0) > 5, lived
    assert all(lived.counted.get(f"send {fault}", 0) for fault in ("lost", "unheard", "busy")), lived
    assert lived.counted["webhooks doubled"] > 0, lived
    async with sessions(after).begin() as db:  # a part that a buyer holds is said to be cancelled: its journal tells
        await db.execute(text("UPDATE seller_order SET state = 'cancelled' WHERE state = 'delivered'"))
        assert await checks.journal_replays(db)
        assert await checks.sales_are_sent(db)
    async with sessions(after).begin() as db:
        await db.execute(text("UPDATE payment SET amount_paise = amount_paise + 1 WHERE state = 'paid'"))
        assert await checks.cash_is_there(db)
        assert await checks.ledger_balances(db) == []
        assert await checks.nobody_owes(db, NOW) == []
