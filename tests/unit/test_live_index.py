"""What a group added a minute ago is found, and what was withdrawn is not: nothing is trained or restarted."""

from types import SimpleNamespace

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot import wiring
from bot.wiring import INDEX_AGE, LiveIndex
from catalog import service
from catalog.tables import Offer, Product
from tests.conftest import fill, words


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The clock the index looks at; it stands still until it is moved."""
    clock = SimpleNamespace(now=1000.0)
    monkeypatch.setattr(wiring, "time", SimpleNamespace(monotonic=lambda: clock.now))
    return clock


ASKED = ("चीड़ की चटाई", "cheed ki chatai dikhao", "pine needle mats", "2 chataiyan bhej do", "chatayi")


async def _add(db: AsyncSession) -> None:
    name = words("Pine needle mat", "चीड़ की चटाई", "Cheed ki chatai")
    db.add(Product(sku="pine-mat", category_id="goods", term="pine mat", name=name, short=name, aliases=["chatai"],
                   story=name, unit="piece", unit_source="producer", price_paise=25000, price_source="producer",
                   mode="stock", step_milli=1000, season=None, hsn=None, hsn_source=None,
                   picture=None))  # fmt: skip
    await db.flush()
    db.add(Offer(sku="pine-mat", group_id="anmol", on_hand_milli=5000, stock_source="producer", lead_days=None))
    await db.commit()


async def test_a_product_added_a_minute_ago_is_found(db: AsyncSession, clock: SimpleNamespace) -> None:
    await fill(db)
    live = LiveIndex()
    before = await live.of(db)
    assert not any(hit.sku == "pine-mat" for text in ASKED for hit in before.search(text, 3))
    await _add(db)
    assert await live.of(db) is before  # looked at again only after a moment
    clock.now += INDEX_AGE + 0.1
    after = await live.of(db)
    for text in ASKED:
        assert [hit.sku for hit in after.search(text, 3)][:1] == ["pine-mat"], text
        assert [mention.skus for mention in after.mentions(text)] == [("pine-mat",)], text


async def test_what_is_withdrawn_is_found_no_more(db: AsyncSession, clock: SimpleNamespace) -> None:
    await fill(db)
    live = LiveIndex()
    assert [hit.sku for hit in (await live.of(db)).search("कुल्लू शॉल")] == ["shawl"]
    await service.withdraw(db, "shawl")
    await db.commit()
    clock.now += INDEX_AGE + 0.1
    assert (await live.of(db)).search("कुल्लू शॉल") == []


async def test_it_is_built_again_only_when_something_changed(db: AsyncSession, clock: SimpleNamespace) -> None:
    await fill(db)
    live = LiveIndex()
    first = await live.of(db)
    clock.now += INDEX_AGE + 0.1
    assert await live.of(db) is first
