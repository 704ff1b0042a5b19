"""What sending costs, how long it takes and where it does not go; that what was shown is what is written and owed."""

from datetime import date
from typing import Any

import pytest
import yaml
from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.settings import ROOT
from catalog.tables import Offer, ProducerGroup, Product
from orders import cart as carts
from orders import delivery, rerouting
from orders.delivery import Way
from orders.matching import ELSEWHERE, SAME_DISTRICT, SAME_PINCODE, SAME_STATE
from orders.money_tables import Payment
from orders.moving import move
from orders.service import CartChanged, parts_of, place
from orders.tables import Order, Person, Ticket
from tests.conftest import NOW
from tests.unit.counter import Counter
from tests.unit.test_orders_placing import HOME, wants

FORM: dict[str, Any] = {"name": "Sunita Devi", "address": "Ward 3", "phone": "98160 12345", "payment": "cod"}
SAID = """
bulky: [table]
tariffs:
  - {goods: parcel, zones: {state: {rupees: 40, days: [2, 4]}, country: {rupees: 90, days: [4, 8]}}, source: order 7}
  - {goods: parcel, for: anmol, zones: {state: {rupees: 25, days: [1, 2]}}, source: order 7}
  - {goods: bulky, zones: {state: {rupees: 900, days: [3, 7]}}, source: order 7}
  - {goods: bulky, zones: {country: {rupees: 1, days: [1, 1]}}, source: demo}
"""


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The office has said what sending costs."""
    monkeypatch.setattr(delivery, "tariffs", lambda: delivery.read(SAID))


# --- the rules


@pytest.mark.parametrize(
    ("term", "senders", "circle", "demo", "way"),
    [
        ("shawl", ("kanda", "samiti"), SAME_PINCODE, False, Way(4_000, 2, 4)),
        ("shawl", ("kanda", "samiti"), SAME_STATE, True, Way(4_000, 2, 4)),
        ("shawl", ("kanda", None), ELSEWHERE, False, Way(9_000, 4, 8)),
        ("pickle", ("anmol", "anmol"), SAME_DISTRICT, False, Way(2_500, 1, 2)),
        ("pickle", ("other", "anmol"), SAME_DISTRICT, False, Way(2_500, 1, 2)),  # the seller's own
        ("pickle", ("anmol", "anmol"), ELSEWHERE, False, "too-far"),
        ("table", ("kanda", "samiti"), SAME_STATE, False, Way(90_000, 3, 7)),
        ("table", ("kanda", "samiti"), ELSEWHERE, True, "too-far"),  # what is made up never outdoes what is said
    ],
)
def test_the_nearest_wide_enough_zone_counts(
    term: str, senders: tuple[str, str | None], circle: int, demo: bool, way: Way | str
) -> None:
    assert delivery.read(SAID).way(term, senders, circle, demo) == way


def test_made_up_charges_hold_for_practice_only() -> None:
    for term in ("shawl", "cupboard"):
        assert delivery.tariffs().way(term, ("kanda", "himkara"), SAME_STATE, False) is None
        way = delivery.tariffs().way(term, ("kanda", "himkara"), SAME_STATE, True)
        assert isinstance(way, Way)
        assert way.sample
    assert delivery.tariffs().way("cupboard", ("kanda", None), ELSEWHERE, True) == "too-far"


def test_one_consignment_is_charged_once_and_is_as_slow_as_its_slowest() -> None:
    one, other = Way(4_000, 2, 4), Way(90_000, 3, 7, sample=True)
    assert delivery.together([one, other]) == Way(90_000, 3, 7, sample=True)
    assert delivery.together([one, None]) is None
    assert delivery.together([]) is None


@pytest.mark.parametrize(
    "wrong",
    [
        "{goods: parcel, zones: {state: {rupees: -1, days: [2, 4]}}, source: order 7}",
        "{goods: parcel, zones: {state: {rupees: 10, days: [5, 4]}}, source: order 7}",
        "{goods: parcel, zones: {moon: {rupees: 10, days: [2, 4]}}, source: order 7}",
        "{goods: parcel, zones: {}, source: order 7}",
        "{goods: parcel, zones: {state: {rupees: 10, days: [2, 4]}}}",
    ],
)
def test_a_tariff_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(ValidationError):
        delivery.read(f"tariffs:\n  - {wrong}")


def test_the_same_is_not_said_twice() -> None:
    one = "  - {goods: parcel, zones: {state: {rupees: 10, days: [2, 4]}}, source: order 7}\n"
    with pytest.raises(ValidationError, match="two tariffs"):
        delivery.read("tariffs:\n" + one + one)


# --- the cart and the order


async def test_what_is_shown_is_written_and_owed(seeded: AsyncSession, said: None) -> None:
    """Each group sends its own; the order's charge is the sum of its parts', to the paisa."""
    await wants(seeded, shawl=2000, pickle=1500)
    cart = await carts.view(seeded, 1, NOW, False, HOME.state, HOME.pincode)
    assert [part.delivery_paise for part in cart.parts] == [4_000, 2_500]
    assert cart.arrives == (date(2026, 11, 26), date(2026, 11, 29))  # both ready on the 25th
    placed = await place(seeded, await seeded.get_one(Person, 1), cart, HOME, "cod", "m:1", NOW, False)
    assert (placed.delivery_paise, placed.total_paise) == (6_500, 190_000 + 36_000 + 6_500)
    assert [part.delivery_paise for part in await parts_of(seeded, placed.id)] == [4_000, 2_500]
    owed = {row.seller_id: row.amount_paise for row in await seeded.scalars(select(Payment))}
    assert owed == {"samiti": 194_000, "anmol": 38_500}


async def test_what_is_not_sent_is_not_charged_for(seeded: AsyncSession, said: None) -> None:
    await wants(seeded, shawl=2000, pickle=1500)
    cart = await carts.view(seeded, 1, NOW, False, HOME.state, HOME.pincode)
    placed = await place(seeded, await seeded.get_one(Person, 1), cart, HOME, "cod", "m:1", NOW, False)
    shawls, pickle = await parts_of(seeded, placed.id)
    await move(seeded, pickle.id, "cancel", "buyer:1", NOW)
    assert (placed.delivery_paise, placed.total_paise) == (4_000, 194_000)
    await move(seeded, shawls.id, "cancel", "buyer:1", NOW)
    assert (placed.delivery_paise, placed.total_paise) == (0, 0)


async def test_a_charge_that_has_risen_is_no_longer_what_she_said_yes_to(
    seeded: AsyncSession, said: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    await wants(seeded, shawl=1000)
    cart = await carts.view(seeded, 1, NOW, False, HOME.state, HOME.pincode)
    dearer = delivery.read(SAID.replace("rupees: 40", "rupees: 41"))
    monkeypatch.setattr(delivery, "tariffs", lambda: dearer)
    with pytest.raises(CartChanged):
        await place(seeded, await seeded.get_one(Person, 1), cart, HOME, "cod", "m:1", NOW, False)


async def test_another_group_that_sends_so_far_is_taken(seeded: AsyncSession, said: None) -> None:
    """A table from Kanda does not go to Bihar; one from a workshop there does, and whom she named is told openly."""
    table = await carts.put(seeded, 1, await seeded.get_one(Product, "table"), 1000, NOW, {"group": "kanda"})
    away = await carts.view(seeded, 1, NOW, False, "Bihar", "800001")
    assert [refused.reasons for refused in away.refused] == [("too-far",)]
    seeded.add(Offer(sku="table", group_id="nahan", rank=1, stock_source="officer", lead_days=9))
    (await seeded.get_one(ProducerGroup, "nahan")).state = "Bihar"
    await seeded.flush()
    away = await carts.view(seeded, 1, NOW, False, "Bihar", "800001")
    (item,) = away.items
    assert (item.group_id, item.instead_far, table.sku) == ("nahan", True, "table")
    assert away.delivery_paise == 90_000


async def test_a_declined_table_does_not_go_to_a_group_too_far_off(seeded: AsyncSession, said: None) -> None:
    await wants(seeded, table=1000)
    seeded.add(Offer(sku="table", group_id="nahan", rank=1, stock_source="officer", lead_days=9))
    await seeded.flush()
    cart = await carts.view(seeded, 1, NOW, False, HOME.state, HOME.pincode)
    placed = await place(seeded, await seeded.get_one(Person, 1), cart, HOME, "cod", "m:1", NOW, False)
    (part,) = await parts_of(seeded, placed.id)
    assert len(await rerouting.routes(seeded, part, NOW, False)) == 1
    other = {"kanda": "nahan", "nahan": "kanda"}[part.group_id]
    (await seeded.get_one(ProducerGroup, other)).state = "Bihar"
    await seeded.flush()
    assert await rerouting.routes(seeded, part, NOW, False) == []


# --- what she reads


@pytest.mark.parametrize(
    ("language", "charge", "comes"),
    [
        ("hi", "भेजने का ख़र्च ₹40", "आपके यहाँ: शुक्रवार, 27 नवंबर से रविवार, 29 नवंबर के बीच"),
        ("en", "Delivery ₹40", "At your place: Friday, 27 November to Sunday, 29 November"),
        ("hi-Latn", "Bhejne ka kharch ₹40", "Aapke yahan: Shukrawar, 27 November se Raviwar, 29 November ke beech"),
    ],
)
async def test_charge_and_days_stand_on_the_last_screen(
    seeded: AsyncSession, said: None, language: str, charge: str, comes: str
) -> None:
    (await seeded.get_one(Person, 1)).language = language
    her = Counter(seeded)
    await her.taps("add:shawl:2000")
    told = (await her.says("checkout", "…", pincode="171001", **FORM)).splitlines()
    assert [charge, comes] == [line for line in told if line in (charge, comes)], told
    assert any("₹1,940" in line for line in told)
    await her.says("confirm", "haan")
    assert (await seeded.scalars(select(Order))).one().total_paise == 194_000
    assert "delivery" not in {ticket.kind for ticket in await seeded.scalars(select(Ticket))}


@pytest.mark.parametrize(
    ("language", "why"),
    [
        ("hi", "लकड़ी की मेज़ बड़ा सामान है, इतनी दूर नहीं भेज पाते।"),
        ("en", "Wooden table is too big to be sent that far."),
        ("hi-Latn", "Wooden table bada saman hai, itni door nahi bhej paate."),
    ],
)
async def test_too_far_is_said_early_with_the_ways_on(
    seeded: AsyncSession, said: None, language: str, why: str
) -> None:
    """Before the form goes on; another address, the office, or without it."""
    (await seeded.get_one(Person, 1)).language = language
    her = Counter(seeded)
    await her.taps("add:table:1000")
    told = await her.says("checkout", "…", pincode="800001")
    assert why in told
    assert her.buttons == ["drop:table", "enquire:table", "again:address"]
    await her.taps("enquire:table")
    assert (await seeded.scalars(select(Ticket))).one().sku == "table"


async def test_a_charge_nobody_has_said_is_the_offices_to_say(seeded: AsyncSession) -> None:
    """On real channels; and the office hears that it must."""
    her = Counter(seeded)
    await her.taps("add:pickle:1000")
    told = await her.says("checkout", "…", pincode="171001", **FORM)
    assert "भेजने का ख़र्च इसमें नहीं जुड़ा है, दफ़्तर बताएगा।" in told
    assert "सब मिलाकर" not in told
    await her.says("confirm", "haan")
    assert "delivery" in {ticket.kind for ticket in await seeded.scalars(select(Ticket))}


async def test_in_practice_a_made_up_charge_is_marked(seeded: AsyncSession) -> None:
    her = Counter(seeded, demo_sells=True)
    await her.taps("add:table:1000")
    told = await her.says("checkout", "…", pincode="171001", **FORM)
    assert "भेजने का ख़र्च ₹900 (नमूना)" in told
    assert "के बीच (नमूना)" in told


# --- the shop's own file


def test_bulky_goods_are_goods_of_the_catalogue() -> None:
    folder = ROOT / "data" / "catalog" / "products"
    terms = {entry["term"] for file in folder.glob("*.yml") for entry in yaml.safe_load(file.read_text("utf-8"))}
    assert {*delivery.tariffs().bulky} <= terms
