"""The seed in a database: repeatable, never over an officer's word; what sells where; the office's acts."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog import importers, service
from catalog.product import CONFIRMED, Goods, Supply, availability, reasons, unconfirmed
from catalog.tables import Offer, Product

NOVEMBER = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
AUGUST = datetime(2026, 8, 3, 6, 0, tzinfo=UTC)


async def test_seeding_again_changes_nothing(db: AsyncSession) -> None:
    assert not await importers.seeded(db)
    first = await importers.seed(db)
    again = await importers.seed(db)
    assert first.new_products == first.products > 70
    assert again.new_products == 0
    assert await importers.seeded(db)
    assert await db.scalar(select(func.count(Product.sku))) == first.products


async def test_what_an_officer_or_a_sale_changed_is_kept(db: AsyncSession) -> None:
    await importers.seed(db)
    await service.set_price(db, "kullu-shawl", 110_000)
    await service.set_unit(db, "pickle", "jar")
    await service.set_hsn(db, "himachali-cap", "6505")
    await service.set_stock(db, "kullu-shawl", "nahan", 3000, 9)
    await service.withdraw(db, "soap")
    sold = (await service.offers(db, "muffler"))[0]
    sold.reserved_milli, sold.on_hand_milli = 2000, 4000
    shawl = await db.get_one(Product, "kullu-shawl")
    shawl.name = {"en": "old", "hi": "पुराना", "hi-Latn": "purana"}
    await db.flush()
    await importers.seed(db)
    assert (shawl.price_paise, shawl.price_source) == (110_000, "officer")
    assert shawl.name["en"] == "Kullu shawl"  # words follow the files
    assert (await db.get_one(Product, "pickle")).unit == "jar"
    assert (await db.get_one(Product, "himachali-cap")).hsn == "6505"
    assert not (await db.get_one(Product, "soap")).active
    nahan = await db.scalar(select(Offer).where(Offer.sku == "kullu-shawl", Offer.group_id == "nahan"))
    assert nahan is not None
    assert (nahan.on_hand_milli, nahan.lead_days, nahan.stock_source) == (3000, 9, "officer")
    assert (sold.reserved_milli, sold.on_hand_milli) == (2000, 4000)


async def test_nothing_of_the_seed_sells_for_real_money(db: AsyncSession) -> None:
    await importers.seed(db)
    for row in await db.scalars(select(Product)):
        offers = await service.offers(db, row.sku)
        assert offers, row.sku
        assert service.sellable(row, offers, False, NOVEMBER), row.sku
        why = service.sellable(row, offers, True, NOVEMBER)
        if row.service:
            assert "service" in why
        elif row.mode == "seasonal":
            assert why == ("out-of-season",)
            assert service.sellable(row, offers, True, AUGUST) == ()
        else:
            assert why == (), row.sku


async def test_an_old_printed_price_waits_for_an_officer(db: AsyncSession) -> None:
    await importers.seed(db)
    table = await db.get_one(Product, "wooden-table")
    assert "price-unconfirmed" in service.sellable(table, await service.offers(db, "wooden-table"), False)
    with pytest.raises(service.NotReady, match="price-unconfirmed"):
        await service.publish(db, "wooden-table")
    await service.set_price(db, "wooden-table", 320_000)
    await service.set_hsn(db, "wooden-table", "9403")
    await service.set_stock(db, "wooden-table", "kanda", lead_days=12)
    await service.publish(db, "wooden-table")
    assert service.sellable(table, await service.offers(db, "wooden-table"), False) == ()


async def test_acts_of_the_office_refuse_nonsense(db: AsyncSession) -> None:
    await importers.seed(db)
    with pytest.raises(ValueError):
        await service.set_price(db, "soap", 0)
    with pytest.raises(ValueError):
        await service.set_unit(db, "soap", "bucket")
    with pytest.raises(ValueError):
        await service.set_hsn(db, "soap", "34")
    with pytest.raises(ValueError):
        await service.set_stock(db, "soap", "beur", -1)
    with pytest.raises(LookupError):
        await service.set_stock(db, "soap", "kanda", 1000)


async def test_sold_out_and_inactive_groups(db: AsyncSession) -> None:
    await importers.seed(db)
    await service.set_stock(db, "pickle", "anmol-bhoranj", 0)
    row = await db.get_one(Product, "pickle")
    assert service.sellable(row, await service.offers(db, "pickle"), True) == ("sold-out",)
    group = await service.group(db, "anmol-bhoranj")
    assert group is not None
    group.active = False
    await db.flush()
    assert "no-maker" in service.sellable(row, await service.offers(db, "pickle"), True)
    assert await service.group(db, "anmol-bhoranj") is None
    assert await service.group(db, "office") is None


async def test_the_office_is_not_among_the_makers(db: AsyncSession) -> None:
    await importers.seed(db)
    assert "office" not in {group.id for group in await service.groups(db)}


FOUND = {
    "shol": "kullu-shawl",
    "शाल": "kullu-shawl",
    "aachar": "pickle",
    "आचार": "pickle",
    "topi": "himachali-cap",
    "amla kandi": "amla-candy",
    "आवला कैंडी": "amla-candy",
    "kursi": "wooden-chair",
    "almari": "cupboard",
    "sarso ka tel": "mustard-oil",
    "mombatti": "candles",
    "pattu": "kullvi-pattu",
    "sadri": "sadri",
    "madhubani": "madhubani",
    "khadi": "khadi-cloth",
    "gobar ke diye": "cow-dung-goods",
    "राजमा": "rajma",
    "makki ka atta": "maize-flour",
    "nal mistri": "plumber",
    "choclate": "chocolate-box",
    "biskut": "biscuits",
    "शहद": "honey",
    "kambal": "blanket",
    "ghee": "desi-ghee",
    "laptop bag": "laptop-bag",
    "bhoranj achar": "pickle",
}


async def test_people_find_it_as_they_write_it(db: AsyncSession) -> None:
    await importers.seed(db)
    index = await service.load_index(db)
    lost = {text: hits for text, sku in FOUND.items() if sku not in (hits := [h.sku for h in index.search(text, 3)])}
    assert not lost


# --- the pure rules

supplies = st.lists(
    st.builds(
        Supply,
        st.none() | st.integers(-2000, 5000),
        st.none() | st.integers(0, 30),
        st.sampled_from([None, "demo", "officer", "producer"]),
    ),
    max_size=3,
).map(tuple)
some_goods = st.builds(
    Goods,
    st.sampled_from(["stock", "made_to_order", "seasonal"]),
    supplies,
    st.none() | st.integers(1, 10**7),
    st.sampled_from([None, "demo", "a newspaper, 2017", "officer"]),
    st.sampled_from([None, "piece"]),
    st.sampled_from([None, "demo", "officer"]),
    st.sampled_from([None, "6214"]),
    st.lists(st.integers(1, 12), max_size=3).map(tuple),
    st.booleans(),
    st.booleans(),
)


@given(some_goods, st.integers(1, 12))
def test_real_money_only_for_confirmed_values(goods: Goods, month: int) -> None:
    if reasons(goods, False, month):
        return
    assert goods.active
    assert not goods.service
    assert goods.price_source in CONFIRMED
    assert goods.unit
    assert goods.hsn
    assert any(supply.source in CONFIRMED for supply in goods.supplies)
    assert not unconfirmed(goods)
    assert reasons(goods, True, month) == ()


@given(some_goods, st.integers(1, 12))
def test_never_more_ready_than_lies_there(goods: Goods, month: int) -> None:
    found = availability(goods, month)
    if found.kind == "in_stock":
        assert 0 < found.milli == sum(max(0, s.free_milli or 0) for s in goods.supplies)
    if found.kind == "made":
        assert found.days in {supply.lead_days for supply in goods.supplies}
