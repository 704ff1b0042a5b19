"""Who sells by law: the seed, what the office may say in a terminal and in its chat, and what buyers are told of it."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions.state import State
from bot.commands import declaring
from bot.commands import group as groups
from bot.commands import office as office_commands
from bot.commands import seller as commands
from bot.commands.acts import Refused
from catalog import importers, service
from catalog.product import DEMO
from catalog.tables import ProducerGroup, Product, Seller
from catalog.words import Words
from orders import cart as carts
from orders import sellers, statutes, terms
from orders.tables import OfficeAct
from orders.tax_tables import TaxRate
from tests.conftest import GSTIN, NOW
from tests.unit.counter import Counter
from tests.unit.stage import Stage

BIHAR_GSTIN = "10AAAAT0001A1ZX"


@pytest.fixture
async def stage(seeded: AsyncSession) -> Stage:
    return Stage(seeded)


# --- the seed


async def test_every_maker_has_a_seller_and_nobody_a_made_up_paper(db: AsyncSession) -> None:
    await importers.seed(db)
    found = {row.id: row for row in await sellers.all_sellers(db)}
    for group in await service.groups(db):
        seller = found[group.seller_id or ""]
        assert seller.state == group.state
        if seller.kind == "group":
            assert seller.id == group.id
    assert {"himkara", "hpsrlm", "mukti"} <= set(found)
    for row in found.values():
        assert row.source == DEMO
        assert not any((row.gstin, row.enrolment, row.pan_on_file, row.address, row.phone, row.grievance_name))
    assert (await db.get_one(ProducerGroup, "office")).seller_id is None


async def test_nobody_of_the_seed_sells_for_real_money(db: AsyncSession) -> None:
    await importers.seed(db)
    real, practice = [await terms.read(db, NOW, demo) for demo in (False, True)]
    for row in await db.scalars(select(Product)):
        for _, group in await service.makers(db, row.sku):
            assert real.bar(row, group) == "seller-unconfirmed"
            assert practice.bar(row, group) is None
            away = practice.bar(row, group, "Goa")
            assert away == (None if group.brand in ("Himkara", "Mukti") or group.id == "himira" else "other-state")


async def test_what_the_office_said_of_a_seller_outlives_the_seed(db: AsyncSession) -> None:
    await importers.seed(db)
    await sellers.tell(db, "himkara", {"gst_status": "unregistered", "address": "Block 1, Shimla"})
    await sellers.tell(db, "mukti", {"address": "Patna 1, near the station"})
    await sellers.assign(db, "ganga", "hpsrlm")
    await importers.seed(db)
    himkara, mukti = await db.get_one(Seller, "himkara"), await db.get_one(Seller, "mukti")
    assert (himkara.gst_status, himkara.source, himkara.address) == ("unregistered", "officer", "Block 1, Shimla")
    assert (mukti.gst_status, mukti.source, mukti.address) == ("registered", "demo", "Patna 1, near the station")
    assert (await db.get_one(ProducerGroup, "ganga")).seller_id == "hpsrlm"


# --- what may be said


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({"gst_status": "exempt"}, "GST status"),
        ({"gstin": GSTIN[:-1] + "X"}, "slip"),
        ({"gstin": "02AAAAT0001A1Z"}, "slip"),
        ({"gstin": BIHAR_GSTIN}, "of Bihar, the seller of Himachal Pradesh"),
        ({"enrolment": "ABC123"}, "only an unregistered"),
        ({"gst_status": "unregistered", "gstin": GSTIN}, "no GSTIN"),
        ({"gst_status": "unregistered", "enrolment": "A-1"}, "6 to 20"),
        ({"pan": "ABCTY1234D"}, "yes or no"),
        ({"address": "here"}, "between 8"),
        ({"pincode": "999999"}, "knows no PIN"),
        ({"phone": "12345"}, "no phone number"),
        ({"email": "office at example"}, "no email"),
        ({"grievance_name": "x" * 121}, "between 3 and 120"),
    ],
)
async def test_what_cannot_be_is_not_written(seeded: AsyncSession, facts: dict[str, str], wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        await sellers.tell(seeded, "samiti", facts)


async def test_all_that_can_be_said(seeded: AsyncSession) -> None:
    said = {"gst_status": "registered", "gstin": f" {GSTIN.lower()} ", "pan": "yes", "pincode": "171001",
            "phone": "98160 12345", "email": "shop@example.org", "grievance_name": "The deputy",
            "grievance_role": "Deputy superintendent", "grievance_contact": "shop@example.org"}  # fmt: skip
    row = await sellers.tell(seeded, "samiti", said)
    assert (row.gstin, row.pan_on_file, row.phone, row.pincode) == (GSTIN, True, "+919816012345", "171001")
    assert sellers.wanting(row, statutes.rules()) == ()


async def test_a_new_status_forgets_the_papers_of_the_old(seeded: AsyncSession) -> None:
    row = await sellers.tell(seeded, "anmol", {"gst_status": "registered"})
    assert (row.enrolment, row.pan_on_file) == (None, False)
    assert sellers.wanting(row, statutes.rules())[:1] == ("gstin",)
    row.source = DEMO
    with pytest.raises(ValueError, match="status comes first"):
        await sellers.tell(seeded, "anmol", {"gstin": GSTIN})


# --- in a terminal


async def test_a_seller_from_a_terminal(seeded: AsyncSession) -> None:
    row = await commands.set_facts(seeded, "anmol", {"gst_status": "unregistered", "enrolment": "en 12345"}, NOW)
    assert (row["enrolment"], row["missing"][0], row["pan"]) == ("EN12345", "pincode", "on file")
    acts = [(a.actor, a.act, a.about, a.value) for a in await seeded.scalars(select(OfficeAct).order_by(OfficeAct.id))]
    assert acts == [
        ("office:cli", "gst_status", "seller anmol", "unregistered"),
        ("office:cli", "enrolment", "seller anmol", "en 12345"),
    ]
    assert {r["id"]: r["gst"] for r in await commands.all_sellers(seeded)} == {
        "anmol": "unregistered",
        "samiti": "registered",
    }
    for wrong in ({}, {"pincode": "1"}):
        with pytest.raises(Refused):
            await commands.set_facts(seeded, "anmol", wrong, NOW)
    with pytest.raises(Refused):
        await commands.set_facts(seeded, "nobody", {"address": "Ward 1, Shimla"}, NOW)
    with pytest.raises(Refused):
        await commands.one(seeded, "nobody")


async def test_a_society_sells_for_a_group_that_may_not(seeded: AsyncSession) -> None:
    """The way out for a group without a GST number: somebody registered is its seller of record."""
    pickle = await seeded.get_one(Product, "pickle")
    await carts.put(seeded, 1, pickle, 1000, NOW)
    assert (await carts.view(seeded, 1, NOW, False, "Bihar")).refused[0].reasons == ("other-state",)
    await commands.assign(seeded, "anmol", "samiti", NOW)
    (part,) = (await carts.view(seeded, 1, NOW, False, "Bihar")).parts
    assert (part.group_id, part.seller_id) == ("anmol", "samiti")
    for group, seller in (("anmol", "nobody"), ("nobody", "samiti"), ("office", "samiti")):
        with pytest.raises(Refused):
            await commands.assign(seeded, group, seller, NOW)


async def test_a_new_group_sells_itself_until_somebody_sells_for_it(seeded: AsyncSession) -> None:
    name = Words("Ganga", "गंगा", "Ganga")
    row = await groups.add_group(seeded, "ganga", "self_help_group", name, name, "Himachal Pradesh")
    assert row["seller"] == "ganga"
    assert (await commands.one(seeded, "ganga"))["missing"][0] == "gst_status"
    row = await groups.add_group(seeded, "jyoti", "self_help_group", name, name, "Himachal Pradesh", "samiti")
    assert row["seller"] == "samiti"
    with pytest.raises(Refused):
        await groups.add_group(seeded, "asha", "self_help_group", name, name, "Himachal Pradesh", "nobody")


async def test_a_price_no_rate_fits_is_refused_with_the_reason(seeded: AsyncSession) -> None:
    with pytest.raises(Refused, match=r"between ₹2,625.01 and ₹2,950 no GST rate fits"):
        await office_commands.fill(seeded, "shawl", price="2700", now=NOW)
    for price, rate in (("2625", 500), ("2950.01", 1800)):
        row = await office_commands.fill(seeded, "shawl", price=price, now=NOW)
        assert row["sells"]
        cart = await _one_shawl(seeded)
        assert cart.items[0].tax.rate_bp == rate
    row = await office_commands.fill(seeded, "shawl", price="2700", tags=("handmade",), now=NOW)
    assert row["sells"]
    assert (await _one_shawl(seeded)).items[0].tax.rate_bp == 500
    pickle = await office_commands.fill(seeded, "pickle", hsn="6203", price="2700", now=NOW)  # anmol charges no tax
    assert pickle["sells"]


async def _one_shawl(db: AsyncSession) -> carts.Cart:
    await carts.put(db, 1, await db.get_one(Product, "shawl"), 1000, NOW)
    return await carts.view(db, 1, NOW, False)


async def test_an_unknown_code_blocks_selling_and_breaks_no_cart(seeded: AsyncSession) -> None:
    cart = await _one_shawl(seeded)
    (await seeded.get_one(Product, "shawl")).hsn = "6505"
    cart = await carts.view(seeded, 1, NOW, False)
    assert [refused.reasons for refused in cart.refused] == [("no-rate",)]
    cart = await carts.view(seeded, 1, NOW, True)  # for practice it sells, and no tax is made up
    assert (cart.items[0].tax.hsn, cart.items[0].tax.rate_bp, cart.tax_paise) == ("6505", None, 0)
    row = await office_commands.fill(seeded, "shawl", gst="18", gst_source="an accountant, Nov 2026", now=NOW)
    assert row["sells"]
    assert (await carts.view(seeded, 1, NOW, False)).items[0].tax.rate_bp == 1800
    await office_commands.fill(seeded, "shawl", gst="5", gst_source="a notification of Nov 2026", now=NOW)
    assert (await carts.view(seeded, 1, NOW, False)).items[0].tax.rate_bp == 500
    assert [row.rate_bp for row in await seeded.scalars(select(TaxRate).order_by(TaxRate.id))] == [1800, 500]
    for wrong in ({"gst": "90", "gst_source": "abc"}, {"gst": "5"}, {"gst": "x", "gst_source": "abc"}):
        with pytest.raises(Refused):
            await office_commands.fill(seeded, "shawl", now=NOW, **wrong)


# --- in the office's chat


async def test_a_seller_in_the_offices_chat(stage: Stage) -> None:
    boss = await stage.contact("office", "office")
    row = await stage.db.get_one(Seller, "anmol")
    row.source, row.enrolment, row.pan_on_file, row.address = DEMO, None, False, None
    await stage.tap(boss, "v1:office")
    assert "v1:office_sellers" in stage.buttons_to(boss)
    await stage.tap(boss, "v1:office_sellers")
    assert stage.buttons_to(boss) == ["v1:office_seller:anmol", "v1:office_seller:samiti"]
    await stage.tap(boss, "v1:office_seller:anmol")
    assert "अभी नहीं बताया" in stage.text_to(boss)
    await stage.tap(boss, stage.buttons_to(boss)[0])
    assert stage.buttons_to(boss)[2] == "v1:seller_set:anmol:gst_status:unregistered"
    await stage.tap(boss, "v1:seller_set:anmol:gst_status:unregistered")
    assert "PAN" in stage.text_to(boss)
    await stage.tap(boss, "v1:seller_set:anmol:pan:yes")
    for odd, right in (
        ("a", "EN 777 888"),
        ("x", "Ward 4, Bhoranj, Hamirpur"),
        ("111", "176045"),
        ("12", "98160 12345"),
        ("nobody", "anmol@example.org"),
        ("", "Kamla Devi"),
        ("", "President"),
    ):
        if odd:
            await stage.write(boss, "answered_fact", odd)
            assert "ठीक नहीं बैठता" in stage.text_to(boss)
        await stage.write(boss, "answered_fact", right)
        assert "लिख लिया" in stage.text_to(boss)
    await stage.write(boss, "answered_fact", "anmol@example.org")
    assert row.source == "officer"
    assert (row.enrolment, row.pan_on_file, row.pincode) == ("EN777888", True, "176045")
    assert sellers.wanting(row, statutes.rules()) == ()
    assert "बाक़ी" not in stage.text_to(boss)
    acts = list(await stage.db.scalars(select(OfficeAct.act).where(OfficeAct.about == "seller anmol")))
    assert acts == ["gst_status", "pan", *sellers.WHAT[3:]]


async def test_a_fact_is_changed_in_the_chat(stage: Stage) -> None:
    boss = await stage.contact("office", "office")
    await stage.tap(boss, "v1:seller_change:samiti")
    assert "v1:seller_ask:samiti:gstin" in stage.buttons_to(boss)
    assert stage.buttons_to(boss)[-1] == "v1:seller_change:samiti:1"
    await stage.tap(boss, "v1:seller_ask:samiti:address")
    await stage.write(boss, "answered_fact", "Khadi Mall, Gandhi Maidan, Patna")
    assert (await stage.db.get_one(Seller, "samiti")).address == "Khadi Mall, Gandhi Maidan, Patna"


@pytest.mark.parametrize(
    "payload",
    ["office_sellers", "office_seller:anmol", "seller_change:anmol", "seller_ask:anmol:address",
     "seller_set:anmol:gst_status:registered", "fill_tag:shawl:handmade"],
)  # fmt: skip
async def test_a_buyer_says_nothing_of_a_seller(stage: Stage, payload: str) -> None:
    await stage.tap(1, f"v1:{payload}")
    assert stage.text_to(1) == "यह सिर्फ़ दफ़्तर के लिए है।"
    assert (await stage.db.get_one(Seller, "anmol")).gst_status == "unregistered"


async def test_a_buyer_cannot_answer_for_the_office(stage: Stage) -> None:
    stage.states[1] = State()
    stage.states[1].ask("fact", seller="anmol", what="address")
    await stage.write(1, "answered_fact", "Nowhere at all 12")
    assert (await stage.db.get_one(Seller, "anmol")).address == "Ward 1, Shimla"
    stage.states[1].ask("declaration", sku="pickle", what="rate")
    await stage.write(1, "answered_declaration", "40")
    assert not list(await stage.db.scalars(select(TaxRate)))


async def test_the_rate_and_its_conditions_in_the_chat(stage: Stage) -> None:
    boss = await stage.contact("office", "office")
    shawl = await stage.db.get_one(Product, "shawl")
    shawl.hsn = shawl.hsn_source = None
    await stage.tap(boss, "v1:fill:shawl")
    await stage.write(boss, "answered_hsn", "6214")
    assert stage.buttons_to(boss) == ["v1:fill_tag:shawl:handmade", "v1:fill:shawl"]
    await stage.tap(boss, "v1:fill_tag:shawl:handmade")
    assert shawl.tax_tags == ["handmade"]
    shawl.hsn = None
    await stage.tap(boss, "v1:fill:shawl")
    await stage.write(boss, "answered_hsn", "6505")
    assert "HSN 6505" in stage.text_to(boss)
    await stage.write(boss, "answered_declaration", "पाँच")
    assert "ठीक नहीं बैठता" in stage.text_to(boss)
    await stage.write(boss, "answered_declaration", "५ %")
    (row,) = await stage.db.scalars(select(TaxRate))
    assert (row.hsn, row.rate_bp, row.set_by.split(":")[0]) == ("6505", 500, "office")
    assert "v1:fill:shawl" not in stage.buttons_to(boss)


async def test_a_price_between_two_slabs_in_the_chat(stage: Stage) -> None:
    boss = await stage.contact("office", "office")
    shawl = await stage.db.get_one(Product, "shawl")
    shawl.price_source = "demo"
    await stage.tap(boss, "v1:fill:shawl")
    await stage.write(boss, "answered_price", "2,700")
    assert "₹2,625.01 से ₹2,950" in stage.text_to(boss)
    assert shawl.price_paise == 95_000
    await stage.write(boss, "answered_price", "2600")
    assert (shawl.price_paise, shawl.price_source) == (260_000, "officer")


# --- food and marks


FULL = {"net": "200 gram", "mrp": "70", "best_before": "180", "maker": "Anmol group, Bhoranj", "care": "98160 12345",
        "licence": "1" + "0" * 13}  # fmt: skip


async def test_food_declares_before_it_sells(seeded: AsyncSession) -> None:
    pickle = await seeded.get_one(Product, "pickle")
    pickle.food, pickle.unit, pickle.price_paise = True, "packet", 6000
    found = await service.makers(seeded, "pickle")
    real, practice = [await terms.read(seeded, NOW, demo) for demo in (False, True)]
    for number, (what, said) in enumerate(FULL.items()):
        assert real.hindrances(pickle, found) == ("no-declarations",), number
        assert practice.hindrances(pickle, found) == ()
        await declaring.declare(seeded, "pickle", {what: said}, NOW)
    assert real.hindrances(pickle, found) == ()
    pickle.price_paise = 7001
    assert real.hindrances(pickle, found) == ("above-mrp",)


@pytest.mark.parametrize(
    ("what", "said"),
    [("net", "some"), ("net", "2 bags"), ("net", "0 gram"), ("net", "0.5 ml"), ("mrp", "x"), ("mrp", "0"),
     ("best_before", "1.5"), ("best_before", "six"), ("maker", "we"), ("licence", "3" + "0" * 13),
     ("licence", "123"), ("care", "x"), ("colour", "red")],
)  # fmt: skip
async def test_what_cannot_be_declared(seeded: AsyncSession, what: str, said: str) -> None:
    with pytest.raises(Refused):
        await declaring.declare(seeded, "pickle", {what: said}, NOW)
    assert (await seeded.get_one(Product, "pickle")).declarations == {}


async def test_declarations_in_the_offices_chat(stage: Stage) -> None:
    boss = await stage.contact("office", "office")
    pickle = await stage.db.get_one(Product, "pickle")
    pickle.food = True
    await stage.tap(boss, "v1:gaps")
    assert stage.buttons_to(boss)[-1] == "v1:fill:pickle"
    await stage.tap(boss, "v1:fill:pickle")
    answers = ["२०० gram", "₹70", "१८०", "Anmol group, Bhoranj", "1" + "0" * 13, "98160 12345"]
    for answer in answers:
        await stage.write(boss, "answered_declaration", "?")
        assert "ठीक नहीं बैठता" in stage.text_to(boss)
        await stage.write(boss, "answered_declaration", answer)
    assert pickle.declarations == {
        "net": [200_000, "gram"],
        "mrp": 7000,
        "best_before": 180,
        "maker": "Anmol group, Bhoranj",
        "licence": "1" + "0" * 13,
        "care": "98160 12345",
    }
    acts = list(await stage.db.scalars(select(OfficeAct.act).where(OfficeAct.about == "pickle")))
    assert acts == ["net", "mrp", "best_before", "maker", "licence", "care"]


async def test_what_the_packet_says_is_told(seeded: AsyncSession) -> None:
    pickle = await seeded.get_one(Product, "pickle")
    pickle.unit, pickle.price_paise = "packet", 6000
    await declaring.declare(seeded, "pickle", FULL, NOW)
    await sellers.tell(seeded, "anmol", {"pincode": "176045", "grievance_name": "The president"})
    her = Counter(seeded)
    await her.taps("product:pickle")
    assert "details:pickle" in her.buttons
    assert await her.taps("details:pickle") == (
        "आम का अचार\n"
        "एक में 200 ग्राम\n"
        "एमआरपी ₹70, सब टैक्स मिलाकर\n"
        "1 किलो के ₹300\n"
        "बनने के 180 दिन के भीतर अच्छा\n"
        "बनाने वाले: Anmol group, Bhoranj\n"
        "FSSAI लाइसेंस 10000000000000\n"
        "सवाल या शिकायत: 98160 12345\n"
        "बेचने वाले: अनमोल समूह, Ward 1, Shimla, 176045\n"
        "GST में पंजीकृत नहीं, नामांकन संख्या EN1\n"
        "शिकायत: The president\n"
        "भारत में बना"
    )


async def test_a_mark_needs_its_certificate(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    assert "हैंडलूम" not in await her.taps("product:shawl")
    for mark, number in (("silk-mark", "1234"), ("gi", " ")):
        with pytest.raises(Refused):
            await declaring.certify(seeded, "shawl", mark, number, date(2026, 3, 4), NOW)
    await declaring.certify(seeded, "shawl", "handloom-mark", "HL-12", date(2026, 3, 4), NOW)
    for shown in (await her.taps("product:shawl"), await her.taps("details:shawl")):
        assert "हैंडलूम मार्क, प्रमाणपत्र HL-12, 04-03-2026" in shown
        assert "जीआई" not in shown


async def test_whom_to_complain_to_is_said_for_the_shop_and_the_seller(seeded: AsyncSession) -> None:
    await sellers.tell(seeded, "samiti", {"grievance_name": "The deputy", "grievance_contact": "98160 12345"})
    her = Counter(seeded)
    assert "48" in await her.writes("/grievance")
    await her.taps("add:shawl:1000")
    assert "The deputy, 98160 12345" in await her.writes("/grievance")


@pytest.mark.parametrize("asked", ["/seller", " /SELLER "])
async def test_who_sells_and_who_hears_complaints_in_one_turn(seeded: AsyncSession, asked: str) -> None:
    await sellers.tell(seeded, "samiti", {"grievance_name": "The deputy", "grievance_contact": "98160 12345"})
    her = Counter(seeded)
    assert "किसके बारे में" in await her.writes(asked)
    await her.taps("add:shawl:1000")
    told = await her.writes(asked)
    assert "कार्यशाला समिति, Ward 1, Shimla" in told
    assert f"GSTIN {GSTIN}" in told
    assert "शिकायत: The deputy, 98160 12345" in told


async def test_of_a_made_up_seller_nothing_is_told(seeded: AsyncSession) -> None:
    (await seeded.get_one(Seller, "samiti")).source = DEMO
    her = Counter(seeded, demo_sells=True)
    told = await her.taps("seller:samiti")
    assert "दफ़्तर ने अभी नहीं बताया" in told
    assert GSTIN not in told
    await her.taps("product:shawl")
    assert "menu" in her.buttons
