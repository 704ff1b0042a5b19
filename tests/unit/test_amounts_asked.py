"""What an amount leads to in the cart: packs are reckoned, a unit the shop does not sell by is asked about."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions.meaning import Item
from bot.understanding.contract import as_contract
from bot.understanding.reading import read
from orders.quantities import in_packs
from orders.tables import CartLine
from tests.nlu.shelf import shelf
from tests.unit.counter import Counter

TODAY = date(2026, 11, 22)


class Says:
    """Stands for the server."""

    def __init__(self, task: str) -> None:
        self.task = task

    async def ranking(self, text: str) -> list[tuple[str, float]]:
        return [(self.task, 1.0)]


async def asked(text: str, task: str = "add_to_cart") -> Item:
    meaning = await read(text, "buyer", None, shelf(), Says(task), TODAY)
    (item,) = meaning.items
    return item


async def in_cart(db: AsyncSession) -> list[tuple[str, int]]:
    return [(line.sku, line.qty_milli) for line in await db.scalars(select(CartLine).order_by(CartLine.id))]


@pytest.mark.parametrize("text", ["do tola shahad", "एक छटांक शहद", "3 katori shahad", "shahad 2 bori"])
async def test_a_strange_unit_is_kept_as_said_and_counts_nothing(text: str) -> None:
    item = await asked(text)
    assert (item.product, item.qty_milli) == ("honey", None)
    assert item.unit in text.split()
    meaning = await read(text, "buyer", None, shelf(), Says("add_to_cart"), TODAY)
    (told,) = as_contract(meaning, None)["expect"]["items"]
    assert not {"qty", "unit"} & set(told)


@pytest.mark.parametrize("sku", ["pickle", "shawl"])
async def test_goods_in_a_strange_unit_are_asked_about(seeded: AsyncSession, sku: str) -> None:
    her = Counter(seeded)
    await her.says("add_to_cart", "do tola dena", Item(sku=sku, unit="tola"))
    assert her.state.awaiting == "quantity"
    assert await in_cart(seeded) == []


async def test_packs_are_reckoned_in_the_unit_of_sale(seeded: AsyncSession) -> None:
    item = await asked("500 gram ke do packet shahad")
    assert (item.qty_milli, item.unit, item.attrs["pack"]) == (2000, "packet", "500 gram")
    her = Counter(seeded)
    await her.says(
        "add_to_cart", "500 gram ke do packet achar", Item("pickle", "pickle", (), 2000, "packet", item.attrs)
    )
    assert await in_cart(seeded) == [("pickle", 1000)]


@pytest.mark.parametrize(
    ("count", "pack", "sold_in", "amount"),
    [
        (2000, "500 gram", "kg", 1000),
        (4000, "250 gram", "kg", 1000),
        (3000, "0.5 kg", "kg", 1500),
        (2000, "1 pav", "kg", 500),
        (2000, "1 litre", "litre", 2000),
        (2000, "1 litre", "kg", None),
        (2000, "500", "kg", None),
        (2000, "gram", "kg", None),
    ],
)
def test_what_packs_hold(count: int, pack: str, sold_in: str, amount: int | None) -> None:
    assert in_packs(count, pack, sold_in) == amount


@pytest.mark.parametrize(("text", "qty"), [("order a shawl", 1000), ("order an almirah", 1000), ("order shawl", None)])
async def test_a_thing_ordered_is_one(text: str, qty: int | None) -> None:
    assert (await asked(text)).qty_milli == qty


async def test_a_thing_looked_for_is_not_counted() -> None:
    assert (await asked("looking for a shawl", "search_product")).qty_milli is None


async def test_goods_at_a_price_are_looked_for_up_to_it() -> None:
    meaning = await read("500 wali shawl", "buyer", None, shelf(), Says("search_product"), TODAY)
    assert (meaning.task, meaning.slots.get("price_max"), meaning.items[0].qty_milli) == ("search_product", 500, None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("450 wali shawl 500 ki kar do", {"price": 500, "price_old": 450}),
        ("300 ka achar bana hai", {"price": 300}),
        ("950 wali shawl 50 rupaye mehngi kar do", {"price_delta": 50}),
    ],
)
async def test_what_a_producer_says_of_prices(text: str, told: dict[str, int]) -> None:
    meaning = await read(text, "producer", None, shelf(), Says("producer_price_change"), TODAY)
    assert {name: value for name, value in meaning.slots.items() if name.startswith("price")} == told
