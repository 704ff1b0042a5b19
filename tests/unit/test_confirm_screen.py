"""The last screen before the yes: all the E-Commerce Rules ask for, in three languages, and a yes to exactly it."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.tables import Offer, ProducerGroup, Product, Seller
from orders import consent
from orders.tables import Order, OrderLine, Person, SellerOrder, Ticket
from tests.conftest import NOW
from tests.unit.counter import Counter

FORM: dict[str, Any] = {"name": "Sunita Devi", "address": "Ward 3", "phone": "98160 12345", "payment": "cod"}
HINDI = """एक बार देख लीजिए, फिर हाँ कहिए:
2 नग कुल्लू शॉल × ₹950 = ₹1,900
डेढ़ किलो आम का अचार × ₹240 = ₹360
भेजने का ख़र्च इसमें नहीं जुड़ा है, दफ़्तर बताएगा।
कुल ₹2,260, इसमें GST ₹90.48
बेचने वाले कार्यशाला समिति (कंडा कार्यशाला): बुधवार, 25 नवंबर तक
बेचने वाले अनमोल समूह: बुधवार, 25 नवंबर तक
पता: Sunita Devi, Ward 3 171001
फ़ोन 98160 12345 · घर पर नकद
भारत में बना। भेजे जाने तक रद्द करना मुफ़्त है; टूटा या ग़लत निकले तो यहीं लिखिए।"""
ENGLISH = """Please check, then say yes:
2 pieces Kullu shawl × ₹950 = ₹1,900
1.5 kg Mango pickle × ₹240 = ₹360
Delivery is not in this total: the office tells you its charge.
Total ₹2,260, in it GST ₹90.48
Sold by Workshops' society (Kanda workshop): by Wednesday, 25 November
Sold by Anmol group: by Wednesday, 25 November
To: Sunita Devi, Ward 3 171001
Phone 98160 12345 · Cash on delivery
Made in India. You can cancel free of charge until it is sent; if it comes broken or wrong, write here."""
ROMAN = """Ek baar dekh lijiye, phir haan kahiye:
2 piece Kullu shawl × ₹950 = ₹1,900
dedh kilo Mango pickle × ₹240 = ₹360
Bhejne ka kharch ismein nahi juda hai, daftar batayega.
Kul ₹2,260, ismein GST ₹90.48
Bechne wale Workshops' society (Kanda workshop): Budhwar, 25 November tak
Bechne wale Anmol group: Budhwar, 25 November tak
Pata: Sunita Devi, Ward 3 171001
Phone 98160 12345 · Ghar par cash
Bharat mein bana. Bheje jane tak cancel karna muft hai; toota ya galat nikle to yahin likhiye."""


async def before_the_yes(db: AsyncSession, pincode: str = "171001", **more: Any) -> tuple[Counter, str]:
    her = Counter(db, **more)
    await consent.show(db, await db.get_one(Person, 1), "whatsapp", NOW)  # she has seen the notice before
    await her.taps("add:shawl:2000")
    await her.taps("add:pickle:1500")
    return her, await her.says("checkout", "order karna hai", pincode=pincode, **FORM)


@pytest.mark.parametrize(("language", "screen"), [("hi", HINDI), ("en", ENGLISH), ("hi-Latn", ROMAN)])
async def test_all_of_it_stands_there(seeded: AsyncSession, language: str, screen: str) -> None:
    """O6, T1: goods, unit price, tax, delivery, total, sellers, dates, origin, terms of cancelling and return."""
    (await seeded.get_one(Person, 1)).language = language
    her, told = await before_the_yes(seeded)
    assert told == screen
    assert len(told) <= 1024
    assert not list(await seeded.scalars(select(Order)))  # nothing is ordered by being shown
    assert [payload.split(":")[0] for payload in her.buttons] == ["place_order", "change_order", "leave_order"]


async def test_what_was_shown_is_what_is_written(seeded: AsyncSession) -> None:
    her, _ = await before_the_yes(seeded)
    await her.says("confirm", "haan")
    order = (await seeded.scalars(select(Order))).one()
    parts = list(await seeded.scalars(select(SellerOrder).order_by(SellerOrder.id)))
    assert [(p.seller_id, p.place_of_supply, p.goods_paise) for p in parts] == [
        ("samiti", "Himachal Pradesh", 190_000),
        ("anmol", "Himachal Pradesh", 36_000),
    ]
    shawls, pickle = await seeded.scalars(select(OrderLine).order_by(OrderLine.id))
    assert (shawls.hsn, shawls.rate_bp, shawls.taxable_paise) == ("6214", 500, 180_952)
    assert (shawls.cgst_paise, shawls.sgst_paise, shawls.igst_paise) == (4524, 4524, 0)
    assert (pickle.hsn, pickle.rate_bp, pickle.taxable_paise, pickle.cgst_paise) == (None, None, 36_000, 0)
    assert order.goods_paise == order.total_paise == 226_000


async def test_to_another_state_the_tax_is_one(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl:2000")
    told = await her.says("checkout", "…", pincode="800034", **FORM)
    assert "इसमें GST ₹90.48" in told
    await her.says("confirm", "haan")
    line = (await seeded.scalars(select(OrderLine))).one()
    assert (line.cgst_paise, line.sgst_paise, line.igst_paise, line.taxable_paise) == (0, 0, 9048, 180_952)


@pytest.mark.parametrize("what", ["seller", "tax", "rate", "status"])
async def test_a_yes_to_another_seller_or_tax_is_no_yes(seeded: AsyncSession, what: str) -> None:
    her, _ = await before_the_yes(seeded)
    yes = str(her.state.about["yes"])
    kanda, shawl = await seeded.get_one(ProducerGroup, "kanda"), await seeded.get_one(Product, "shawl")
    match what:
        case "seller":
            other = await seeded.get_one(Seller, "samiti")
            facts = {c.key: getattr(other, c.key) for c in Seller.__table__.columns} | {"id": "other"}
            seeded.add(Seller(**facts))
            await seeded.flush()
            kanda.seller_id = "other"
        case "tax":
            shawl.hsn = "2001"  # another code at the same rate: the bill would differ
        case "rate":
            shawl.price_paise, shawl.tax_tags = 300_000, []
        case "status":
            samiti = await seeded.get_one(Seller, "samiti")
            samiti.gst_status, samiti.enrolment, samiti.pan_on_file = "unregistered", "EN3", True
    await seeded.flush()
    assert "इस बीच कुछ बदल गया है" in await her.taps(yes)
    assert not list(await seeded.scalars(select(Order)))


async def test_what_may_not_go_to_her_state_is_said_with_the_ways_on(seeded: AsyncSession) -> None:
    her, told = await before_the_yes(seeded, "800034")
    assert "टैक्स के नियम से यह सिर्फ़ बनाने वालों के अपने राज्य में बिक सकता है" in told
    assert "आम का अचार" in told
    assert her.buttons == ["drop:pickle", "enquire:pickle", "again:address"]
    await her.taps("enquire:pickle")
    assert (await seeded.scalars(select(Ticket))).one().sku == "pickle"
    await her.taps("checkout")
    await her.taps("again:address")
    told = await her.says("give_address", "…", address="Ward 3", pincode="171001")
    assert told == HINDI


async def test_without_it_the_rest_goes_its_way(seeded: AsyncSession) -> None:
    her, _ = await before_the_yes(seeded, "800034")
    told = await her.taps("drop:pickle")
    assert "कुल ₹1,900, इसमें GST ₹90.48" in told
    await her.says("confirm", "haan")
    assert (await seeded.scalars(select(Order))).one().total_paise == 190_000


async def test_in_practice_a_made_up_tax_status_is_marked(seeded: AsyncSession) -> None:
    (await seeded.get_one(Seller, "samiti")).source = "demo"
    _, told = await before_the_yes(seeded, demo_sells=True)
    assert "कुल ₹2,260, इसमें GST ₹90.48 (नमूना)" in told


async def test_a_group_that_charges_no_tax_names_none(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:pickle:1000")
    told = await her.says("checkout", "…", pincode="171001", **FORM)
    assert "कुल ₹240" in told.splitlines()
    assert "GST" not in told


async def test_a_part_that_is_taken_is_taxed_anew(seeded: AsyncSession) -> None:
    from orders.service import lines_of, move

    her, _ = await before_the_yes(seeded)
    await her.says("confirm", "haan")
    part = (await seeded.scalars(select(SellerOrder).where(SellerOrder.seller_id == "samiti"))).one()
    (line,) = await lines_of(seeded, part.id)
    await move(seeded, part.id, "offer_part", "office:cli", her.now, accepted={line.id: 1000})
    part = await move(seeded, part.id, "take_part", "buyer:1", her.now)
    assert (line.amount_paise, line.taxable_paise, line.cgst_paise, line.sgst_paise) == (95_000, 90_476, 2262, 2262)
    assert part.goods_paise == 95_000
    assert (await seeded.scalars(select(Order))).one().total_paise == 95_000 + 36_000


async def test_a_maker_she_named_who_may_not_is_replaced_openly(seeded: AsyncSession) -> None:
    seeded.add(Offer(sku="pickle", group_id="nahan", rank=1, on_hand_milli=9000, stock_source="officer"))
    await seeded.flush()
    her = Counter(seeded)
    await her.taps("add:pickle:1000:anmol")
    told = await her.says("checkout", "…", pincode="800034", **FORM)
    assert "अनमोल समूह का सामान आपके राज्य में नहीं बिक सकता; यह दूसरी जगह से आएगा।" in told
    assert "बेचने वाले कार्यशाला समिति (नाहन कार्यशाला)" in told
