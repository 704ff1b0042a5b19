"""What a buyer may ask of her data, in the chat, and what is left in the whole database when she has had it erased."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

import bot.schema
from orders import documents
from orders.moving import move
from orders.privacy_tables import Consent
from orders.rating_tables import Rating
from orders.service import parts_of
from orders.tables import Order, Person
from tests.dialogues.town import Phone, Town

NAME, LINE, PHONE = "Ravindra Kumar", "12 Mall Road", "9816099887"
ORDER = f"2 kullu shawl bhej do, {NAME}, {LINE} Shimla 171001, {PHONE}, COD"
SECRETS = (NAME, "Ravindra", LINE, PHONE, "98160 99887", "jhoola chahiye tha")


async def rows(town: Town) -> list[tuple[str, dict[str, Any]]]:
    async with town.made() as db:
        return [
            (table.name, dict(row._mapping))
            for table in bot.schema.Base.metadata.sorted_tables
            for row in await db.execute(select(table))
        ]


def holding(found: list[tuple[str, dict[str, Any]]], words: tuple[str, ...]) -> list[tuple[str, str]]:
    """(table, word) wherever one of the words stands in any column."""
    return [(name, word) for name, row in found for word in words if word in repr(row)]


async def bought(town: Town, buyer: Phone) -> None:
    """A sale from the first word to "it has arrived", with a ticket in her own words."""
    await town.type(buyer, ORDER)
    await town.type(buyer, "haan")
    group = next(
        phone for name, phone in town.phones.items() if phone.screen and phone is not buyer and name != "office"
    )
    for text in ("[बना देंगे]", "[भेज दिया]", "EE123456789IN"):
        await town.type(group, text)
    await town.type(buyer, "insaan se baat karni hai, jhoola chahiye tha")


@pytest.mark.parametrize("channel", ["whatsapp", "telegram"])
async def test_after_an_erasure_nothing_of_her_is_left(town: Town, channel: str) -> None:
    buyer = town.phone("ravi", channel)
    await bought(town, buyer)
    assert holding(await rows(town), SECRETS)  # the check sees what is there
    await town.type(buyer, "mera data mita do")
    assert "HT-1001" in str(buyer.read()[-1])  # not before the parcel has arrived
    await town.type(buyer, "order mil gaya")
    async with town.made.begin() as db:
        order = (await db.scalars(select(Order))).one()
        for part in await parts_of(db, order.id):
            if part.state == "dispatched":
                await move(db, part.id, "deliver", f"buyer:{order.person_id}", town.now)
            await documents.bill(db, part, town.now)
            db.add(Rating(seller_order_id=part.id, stars=4, words=f"{NAME} says thanks", at=town.now))
    await town.type(buyer, "mera data mita do")
    await town.type(buyer, "haan")
    await town.pass_time(timedelta(days=2))
    found = await rows(town)
    assert holding(found, SECRETS) == []
    assert holding([one for one in found if one[0] != "inbox"], (buyer.address,)) == []
    async with town.made() as db:
        order = (await db.scalars(select(Order))).one()
        consent = (await db.scalars(select(Consent).where(Consent.purpose == "orders"))).first()
    assert (order.total_paise, order.state) == (190_000, "Himachal Pradesh")  # what tax law keeps
    assert consent is not None
    assert consent.withdrawn_at is not None


async def test_she_sees_what_is_kept_and_mends_it(town: Town) -> None:
    buyer = town.phone("ravi", "whatsapp")
    await bought(town, buyer)
    buyer.read()
    await town.type(buyer, "mera data dikhao")
    told = str(buyer.read()[-1])
    assert NAME in told
    assert "HT-1001" in told
    assert PHONE not in told  # masked: others may look at her phone
    assert LINE not in told
    await town.type(buyer, "/mydata")
    assert NAME in str(buyer.read()[-1])
    await town.type(buyer, "[Kuch galat hai]")
    await town.type(buyer, "[Naam]")
    await town.type(buyer, "Ravinder Kumar")
    async with town.made() as db:
        assert "Ravinder Kumar" in {person.name for person in await db.scalars(select(Person))}


async def test_the_notice_comes_once_before_the_first_detail(town: Town) -> None:
    buyer = town.phone("ravi", "whatsapp")
    await town.type(buyer, "2 kullu shawl")
    assert "mera data" not in str(buyer.read())
    await town.type(buyer, "order kar do")
    first, *_ = buyer.read()
    assert "mera data dikhao" in str(first)
    await town.type(buyer, NAME)
    assert "mera data dikhao" not in str(buyer.read())
    async with town.made() as db:
        (row,) = await db.scalars(select(Consent))
    assert (row.purpose, row.given_at, row.channel) == ("orders", None, "whatsapp")
    await town.type(buyer, f"{LINE} Shimla 171001, {PHONE}, COD")
    await town.type(buyer, "haan")
    async with town.made() as db:
        (row,) = await db.scalars(select(Consent))
    assert row.given_at is not None


@pytest.mark.parametrize(("asked", "wanted"), [
    ("/terms", "48"), ("/grievance", "48"), ("/privacy", "18"), ("shikayat kisse karen", "48"),
    ("return policy", "48"), ("privacy policy", "18"), ("kaun bech raha hai", "bech"),
])  # fmt: skip
async def test_what_the_law_wants_said_is_said_in_one_turn(town: Town, asked: str, wanted: str) -> None:
    buyer = town.phone("ravi", "telegram")
    await town.type(buyer, "kullu shawl dikhao")
    buyer.read()
    await town.type(buyer, asked)
    assert wanted.casefold() in str(buyer.read()).casefold()
