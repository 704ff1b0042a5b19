"""Placing an order: what is written, what is refused, and that one yes is one order."""

import asyncio

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from catalog.tables import Offer, Product
from orders import cart as carts
from orders.service import CartChanged, OutOfStock, Recipient, lines_of, parts_of, place
from orders.tables import Address, CartLine, JournalEntry, Order, OrderLine, Person, SellerOrder
from tests.conftest import NOW

HOME = Recipient("Sunita Devi", "Ward 3, Nadaun", "177033", "+919816012345", "HAMIRPUR", "HIMACHAL PRADESH")


async def wants(db: AsyncSession, person_id: int = 1, **milli: int) -> None:
    for sku, qty in milli.items():
        product = (await db.scalars(select(Product).where(Product.sku == sku))).one()
        await carts.put(db, person_id, product, qty, NOW)


async def order(db: AsyncSession, cause: str = "messages:1", person_id: int = 1, demo_sells: bool = False) -> Order:
    person = (await db.scalars(select(Person).where(Person.id == person_id))).one()
    cart = await carts.view(db, person_id, NOW, demo_sells)
    return await place(db, person, cart, HOME, "cod", cause, NOW, demo_sells)


async def test_one_part_for_each_group(seeded: AsyncSession) -> None:
    await wants(seeded, shawl=2000, pickle=1500, table=1000)
    placed = await order(seeded)
    parts = await parts_of(seeded, placed.id)
    assert placed.number == "HT-1001"
    assert [(p.group_id, p.number, p.state) for p in parts] == [
        ("kanda", "HT-1001", "placed"),
        ("anmol", "HT-1001-2", "placed"),
    ]
    assert placed.goods_paise == 2 * 95000 + 36000 + 320000 == placed.total_paise
    assert [line.sku for line in await lines_of(seeded, parts[0].id)] == ["shawl", "table"]
    held = await seeded.execute(select(Offer.sku, Offer.reserved_milli).where(Offer.group_id != "nahan"))
    assert {o.sku: o.reserved_milli for o in held} == {"shawl": 2000, "pickle": 1500, "table": 0}
    assert not list(await seeded.scalars(select(CartLine)))
    assert (await seeded.scalars(select(Address))).one().pincode == "177033"
    assert [e.to_state for e in await seeded.scalars(select(JournalEntry))] == ["placed", "placed"]


async def test_the_same_yes_is_the_same_order(seeded: AsyncSession) -> None:
    await wants(seeded, shawl=1000)
    first = await order(seeded)
    await wants(seeded, shawl=1000)
    assert (await order(seeded)).id == first.id
    assert await seeded.scalar(select(func.count()).select_from(Order)) == 1


async def test_a_second_yes_finds_the_cart_empty(seeded: AsyncSession) -> None:
    await wants(seeded, shawl=1000)
    cart = await carts.view(seeded, 1, NOW, False)
    person = (await seeded.scalars(select(Person))).one()
    await place(seeded, person, cart, HOME, "cod", "messages:1", NOW, False)
    with pytest.raises(CartChanged):
        await place(seeded, person, cart, HOME, "cod", "messages:2", NOW, False)


async def test_too_little_left_writes_nothing(seeded: AsyncSession) -> None:
    await wants(seeded, shawl=21000, pickle=1000)
    with pytest.raises(OutOfStock) as refused:
        await order(seeded)
    assert (refused.value.sku, refused.value.left_milli) == ("shawl", 20000)
    assert not list(await seeded.scalars(select(SellerOrder)))
    assert len(list(await seeded.scalars(select(CartLine)))) == 2


async def test_the_shelf_that_has_enough_gets_the_line(seeded: AsyncSession) -> None:
    await wants(seeded, shawl=15000)
    placed = await order(seeded)
    assert [p.group_id for p in await parts_of(seeded, placed.id)] == ["nahan"]


async def test_sample_prices_sell_only_where_they_may(seeded: AsyncSession) -> None:
    await wants(seeded, cap=1000)
    with pytest.raises(CartChanged):
        await order(seeded)
    assert (await order(seeded, demo_sells=True)).total_paise == 30000


async def test_a_price_that_changed_is_not_what_was_agreed(seeded: AsyncSession) -> None:
    await wants(seeded, shawl=1000)
    cart = await carts.view(seeded, 1, NOW, False)
    shawl = (await seeded.scalars(select(Product).where(Product.sku == "shawl"))).one()
    shawl.price_paise = 99000
    person = (await seeded.scalars(select(Person))).one()
    with pytest.raises(CartChanged):
        await place(seeded, person, cart, HOME, "cod", "messages:1", NOW, False)


async def test_numbers_are_never_given_twice(seeded: AsyncSession, engine: AsyncEngine) -> None:
    seeded.add_all([Person(language="hi", name=None, created_at=NOW) for _ in range(8)])
    await seeded.commit()
    people = list(await seeded.scalars(select(Person.id).where(Person.id > 1)))
    await seeded.rollback()

    async def buy(person_id: int) -> str:
        async with AsyncSession(engine, expire_on_commit=False) as session:
            await wants(session, person_id, shawl=1000)
            placed = await order(session, f"messages:{person_id}", person_id)
            await session.commit()
            return placed.number

    numbers = await asyncio.gather(*map(buy, people))
    assert len(set(numbers)) == 8
    assert all(number.startswith("HT-1") for number in numbers)


async def test_two_workers_with_the_same_yes_make_one_order(seeded: AsyncSession, engine: AsyncEngine) -> None:
    await wants(seeded, shawl=1000)
    await seeded.commit()

    async def yes() -> int:
        async with AsyncSession(engine, expire_on_commit=False) as session:
            placed = await order(session, "messages:same")
            await session.commit()
            return placed.id

    assert len(set(await asyncio.gather(yes(), yes()))) == 1
    assert await seeded.scalar(select(func.sum(OrderLine.qty_milli))) == 1000
