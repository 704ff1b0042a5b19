"""Checkout: one question at a time, everything said is taken, nothing is lost, and only the explicit yes orders."""

from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from actions.meaning import Edit, Item
from bot import routing
from catalog.tables import Offer, Product
from orders import consent
from orders.tables import Address, CartLine, Order, Person
from tests.conftest import NOW
from tests.unit.counter import Counter, item

FORM: dict[str, Any] = {"name": "Sunita Devi", "address": "Ward 3", "pincode": "171001", "phone": "98160 12345"}


async def orders(db: AsyncSession) -> list[Order]:
    return list(await db.scalars(select(Order).order_by(Order.id)))


async def ready(db: AsyncSession, **more: Any) -> Counter:
    """She stands before the yes with one shawl."""
    her = Counter(db, **more)
    await her.taps("add:shawl:1000")
    await her.says("checkout", "order karna hai", payment="cod", **FORM)
    assert her.state.awaiting == "confirm"
    return her


async def test_one_question_at_a_time_in_order(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await consent.show(seeded, await seeded.get_one(Person, 1), "whatsapp", NOW)  # she has seen the notice before
    await her.taps("add:shawl:2000")
    asked = [await her.taps("checkout")]
    for task, text in [
        ("give_name", "सुनीता देवी"),
        ("give_address", "मकान 12, वार्ड 3"),
        ("give_pincode", "177033"),
    ]:
        asked.append(await her.says(task, text))
    assert her.state.awaiting == "district"
    asked.append(await her.writes("1"))
    asked.append(await her.says("give_phone", "९८१६०१२३४५"))
    assert her.state.awaiting == "payment"
    screen = await her.writes("1")
    assert screen == (
        "एक बार देख लीजिए, फिर हाँ कहिए:\n"
        "2 नग कुल्लू शॉल × ₹950 = ₹1,900\n"
        "भेजने का ख़र्च इसमें नहीं जुड़ा है, दफ़्तर बताएगा।\n"
        "कुल ₹1,900, इसमें GST ₹90.48\n"
        "बेचने वाले कार्यशाला समिति (कंडा कार्यशाला): बुधवार, 25 नवंबर तक\n"
        "पता: सुनीता देवी, मकान 12, वार्ड 3 177033\n"
        "फ़ोन 98160 12345 · घर पर नकद\n"
        "भारत में बना। भेजे जाने तक रद्द करना मुफ़्त है; टूटा या ग़लत निकले तो यहीं लिखिए।"
    )
    assert asked == [
        "किसके नाम भेजें? नाम लिख दीजिए।",
        "कहाँ भेजें? मकान या गाँव, डाकघर और शहर लिखिए।",
        "और पिन कोड? छह अंकों का।",
        "177033 एक से ज़्यादा ज़िलों में आता है। आपका ज़िला कौन सा है?",
        "सामान पहुँचाने वाले किस नंबर पर फ़ोन करें?",
        "पैसे कैसे देंगे?",
    ]
    said = await her.says("confirm", "haan")
    assert said == "ऑर्डर HT-1001 हो गया। कुल ₹1,900।\nकंडा कार्यशाला का जवाब यहीं आएगा, आम तौर पर 4 घंटे में।"
    placed = (await orders(seeded))[0]
    assert (placed.district, placed.state, placed.phone) == ("Hamirpur", "Himachal Pradesh", "+919816012345")


async def test_an_order_in_one_message_asks_only_what_is_missing(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    said = await her.says(
        "add_to_cart",
        "2 kullu shawl aur ek kilo achar bhej do Ward 3 shimla 171001, paise ghar pe",
        item("shawl", 2),
        item("pickle", 1, "kg"),
        address="Ward 3 Shimla",
        pincode="171001",
        payment="cod",
    )
    assert said.endswith("किसके नाम भेजें? नाम लिख दीजिए।")
    assert "2 नग कुल्लू शॉल · ₹1,900\n1 किलो आम का अचार · ₹240" in said
    said = await her.says("change_quantity", "nahi shawl 3 kar do", item("shawl", 3))
    assert "3 नग कुल्लू शॉल · ₹2,850" in said
    assert said.endswith("किसके नाम भेजें? नाम लिख दीजिए।")
    assert said.count("किसके नाम") == 1
    await her.says("give_name", "Sunita", name="Sunita")
    assert her.state.awaiting == "phone"
    await her.says("give_phone", "9816012345", phone="9816012345")
    assert her.state.awaiting == "confirm"


async def test_answers_come_in_any_order(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl")
    await her.taps("checkout")
    await her.says("give_phone", "mera number 9816012345", phone="9816012345")
    assert her.state.awaiting == "name"
    await her.says("give_name", "Sunita Devi, Ward 3, Shimla 171001", name="Sunita Devi", address="Ward 3, Shimla", pincode="171001")  # fmt: skip # noqa: E501
    assert her.state.awaiting == "payment"
    await her.says("choose_payment", "upi se", payment="upi")
    assert her.state.awaiting == "confirm"


async def test_a_digression_loses_nothing(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl")
    await her.taps("checkout")
    await her.says("give_name", "Sunita", name="Sunita")
    said = await her.says("delivery_info", "kab tak aayega")
    assert said.endswith("कहाँ भेजें? मकान या गाँव, डाकघर और शहर लिखिए।")
    assert said.count("कहाँ भेजें") == 1
    said = await her.says("add_to_cart", "aadha kilo achar bhi", item("pickle", 500, "gram"))
    assert said.endswith("कहाँ भेजें? मकान या गाँव, डाकघर और शहर लिखिए।")
    assert said.count("कहाँ भेजें") == 1
    await her.says("order_status", "mera order kahan hai")
    assert (her.state.awaiting, her.state.form.name) == ("address", "Sunita")


@pytest.mark.parametrize(
    ("task", "text", "asked"),
    [
        ("give_pincode", "999999", "pincode"),
        ("give_pincode", "12", "pincode"),
        ("give_phone", "12345", "phone"),
    ],
)
async def test_what_cannot_be_right_is_asked_again_kindly(
    seeded: AsyncSession, task: str, text: str, asked: str
) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl")
    known = {k: v for k, v in FORM.items() if k != asked}
    await her.says("checkout", "…", **known)
    assert her.state.awaiting == asked
    said = await her.says(task, text)
    assert her.state.awaiting == asked
    assert len(said.splitlines()) == 2


async def test_a_district_that_was_named_is_not_asked(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl")
    await her.says("checkout", "…", name="A B", address="Nadaun, dist Hamirpur", pincode="177033")
    assert her.state.awaiting == "phone"
    assert her.state.form.district == "Hamirpur"


@pytest.mark.parametrize("said", ["Hamirpur", "हमीरपुर", "हमीरपुर ज़िला", "hameerpur hai"])
async def test_the_district_in_her_own_words(seeded: AsyncSession, said: str) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl")
    await her.says("checkout", "…", name="A B", address="Ward 3", pincode="177033")
    await her.says("give_address", said, address=said)
    assert (her.state.form.district, her.state.form.line) == ("Hamirpur", "Ward 3")
    assert her.state.awaiting == "phone"


async def test_the_address_form_of_whatsapp_is_taken_whole(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    her.extra = {"form": {"name": "Sita Devi", "phone_number": "+919816012345", "in_pin_code": "171001", "address": "Ward 3", "city": "Shimla"}}  # fmt: skip # noqa: E501
    await her.taps("add:shawl")
    await her.says("give_address", "Sita Devi…")
    assert (her.state.form.line, her.state.form.district) == ("Ward 3, Shimla", "Shimla")
    assert her.state.awaiting == "payment"


@pytest.mark.parametrize(("question", "text"), [("name", "सुनीता"), ("address", "वार्ड 3"), ("pincode", "171001"), ("phone", "9816012345")])  # fmt: skip # noqa: E501
async def test_form_answers_need_no_understanding(seeded: AsyncSession, question: str, text: str) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl")
    await her.says("checkout", "…", **{k: v for k, v in FORM.items() if k != question})
    assert her.state.awaiting == question
    step = routing.unread(her.state)
    assert step.action == f"give_{question}"
    await her.unread(text)
    assert her.state.awaiting == "payment"


async def test_her_own_name_and_number_in_one_tap(seeded: AsyncSession) -> None:
    her = Counter(seeded, name="Sunita", extra={"wa_id": "919816012345"})
    await her.taps("add:shawl")
    await her.says("checkout", "…", address="Ward 3", pincode="171001", payment="cod")
    assert her.buttons == ["my_name"]
    await her.writes("1")
    assert her.buttons == ["my_phone"]
    await her.writes("98160 12345")
    assert (her.state.form.name, her.state.form.phone) == ("Sunita", "+919816012345")
    assert her.state.awaiting == "confirm"


async def test_a_shared_contact_answers_the_phone_question(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.shares("contact", phone="+919816012345")
    assert her.state.form.phone is None
    await her.taps("add:shawl")
    await her.says("checkout", "…", name="A", address="Ward 3", pincode="171001", payment="cod")
    await her.shares("location", location=(31.1, 77.2))
    assert her.state.awaiting == "phone"
    await her.shares("contact", phone="+919816012345")
    assert her.state.awaiting == "confirm"


async def test_the_saved_address_in_one_tap(seeded: AsyncSession) -> None:
    her = await ready(seeded)
    await her.says("confirm", "haan")
    await her.taps("add:shawl")
    await her.taps("checkout")
    saved = (await seeded.scalars(select(Address))).one()
    assert her.buttons == [f"use_address:{saved.id}", "new_address"]
    await her.taps(f"use_address:{saved.id}")
    assert her.state.awaiting == "payment"
    await her.taps("pay:cod")
    await her.says("confirm", "haan")
    assert len(await orders(seeded)) == 2
    assert await seeded.scalar(select(func.count()).select_from(Address)) == 1


async def test_another_persons_address_is_never_used(seeded: AsyncSession) -> None:
    her = await ready(seeded)
    await her.says("confirm", "haan")
    saved = (await seeded.scalars(select(Address))).one()
    seeded.add(Person(language="hi", name=None, created_at=her.now))
    await seeded.flush()
    other = Counter(seeded, person_id=(await seeded.scalars(select(func.max(Person.id)))).one())
    await other.taps("add:shawl")
    await other.taps(f"use_address:{saved.id}")
    assert other.state.form.line is None
    assert other.state.awaiting == "name"


async def test_a_new_address_instead_of_the_saved_one(seeded: AsyncSession) -> None:
    her = await ready(seeded)
    await her.says("confirm", "haan")
    await her.taps("add:shawl")
    await her.taps("checkout")
    await her.taps("new_address")
    assert her.state.awaiting == "name"


async def test_the_same_yes_twice_and_a_second_tap_make_one_order(seeded: AsyncSession) -> None:
    her = await ready(seeded)
    yes = str(her.state.about["yes"])
    await her.taps(yes, key="messages:yes")
    told = len(her.turn.said) if her.turn else 0
    await her.taps(yes, key="messages:yes")
    said = await her.taps(yes)
    assert "HT-1001 पहले ही हो चुका है" in said
    assert len(await orders(seeded)) == 1
    assert told >= 1


async def test_a_yes_to_an_older_screen_is_no_yes(seeded: AsyncSession) -> None:
    her = await ready(seeded)
    old = str(her.state.about["yes"])
    await her.says("add_to_cart", "aur ek kilo achar", item("pickle", 1, "kg"))
    said = await her.taps(old)
    assert "इस बीच कुछ बदल गया है" in said
    assert not await orders(seeded)
    shawl = await seeded.get_one(Product, "shawl")
    fresh = str(her.state.about["yes"])
    shawl.price_paise = 99000
    await seeded.flush()
    assert "₹990" in await her.taps(fresh)
    assert not await orders(seeded)


async def test_a_bare_yes_orders_only_after_the_screen(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl")
    await her.says("confirm", "haan")
    await her.says("checkout", "…", name="A")
    await her.says("confirm", "haan")
    assert not await orders(seeded)


async def test_no_keeps_the_cart(seeded: AsyncSession) -> None:
    her = await ready(seeded)
    await her.says("deny", "nahi")
    assert not await orders(seeded)
    assert len(list(await seeded.scalars(select(CartLine)))) == 1
    await her.taps("checkout")
    assert her.state.awaiting == "confirm"


@pytest.mark.parametrize("what", ["name", "address", "phone", "payment"])
async def test_anything_can_be_changed_before_the_yes(seeded: AsyncSession, what: str) -> None:
    her = await ready(seeded)
    await her.taps("change_order")
    await her.taps(f"again:{what}")
    assert her.state.awaiting == what


async def test_somebody_was_quicker(seeded: AsyncSession) -> None:
    her = await ready(seeded)
    for offer in await seeded.scalars(select(Offer).where(Offer.sku == "shawl")):
        offer.on_hand_milli = 0
    await seeded.flush()
    said = await her.says("confirm", "haan")
    assert not await orders(seeded)
    assert "शॉल" in said


async def test_upi_takes_no_money_and_says_so(seeded: AsyncSession) -> None:
    her = await ready(seeded)
    await her.says("choose_payment", "upi se dunga", payment="upi")
    said = await her.says("confirm", "haan")
    assert "अभी कुछ नहीं देना है" in said
    assert (await orders(seeded))[0].payment == "upi"


async def test_other_ways_to_pay_are_not_taken(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl")
    await her.says("checkout", "…", **FORM)
    said = await her.says("choose_payment", "card se", payment="card")
    assert "घर पर नकद या UPI" in said
    await her.says("choose_payment", "cod milta hai kya?", payment="cod", aspect="question")
    assert her.state.awaiting == "payment"


async def test_a_long_order_is_shown_in_two_messages(seeded: AsyncSession) -> None:
    for n in range(12):
        seeded.add(Product(sku=f"p{n}", category_id="goods", term="thing", name={"en": "A thing of a rather long name", "hi": "एक लंबे नाम की चीज़"}, short={"en": "Thing", "hi": "चीज़"}, aliases=[], story={}, unit="piece", unit_source="officer", price_paise=10000, price_source="officer", mode="stock", season=None, hsn="6214", hsn_source="officer", picture=None))  # fmt: skip # noqa: E501
        await seeded.flush()
        seeded.add(Offer(sku=f"p{n}", group_id="kanda", on_hand_milli=5000, stock_source="officer", lead_days=None))
    await seeded.flush()
    her = Counter(seeded)
    for n in range(12):
        await her.taps(f"add:p{n}:1000")
    await her.says("checkout", "…", payment="cod", **FORM)
    assert her.turn is not None
    assert len(her.turn.said) == 2
    await her.says("confirm", "haan")
    assert (await orders(seeded))[0].total_paise == 120000


async def test_pata_badlo_before_the_yes(seeded: AsyncSession) -> None:
    her = await ready(seeded)
    await her.says("give_address", "pata badlo")
    assert her.state.awaiting == "address"
    await her.says("give_address", "Ward 9, Nahan 173001", address="Ward 9, Nahan", pincode="173001")
    assert her.state.awaiting == "confirm"
    said = await her.says("correct_my_data", "change address")
    assert "क्या बदलना है?" in said
    await her.says("confirm", "haan")
    assert not await orders(seeded)


async def test_the_line_is_not_cut_down_to_its_town(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl")
    await her.taps("checkout")
    text = "Ravi Kumar, 12 Mall Road Shimla 171001, 9816054321"
    await her.says("give_address", text, name="Ravi Kumar", address="Shimla", pincode="171001", phone="9816054321")
    assert her.state.form.line == "12 Mall Road Shimla"


async def test_a_fuller_address_with_the_district_is_taken(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl")
    await her.says("checkout", "…", name="A B", address="Nadaun", pincode="177033")
    await her.says("give_address", "ward 3 nadaun, hamirpur", address="ward 3 nadaun, hamirpur")
    assert (her.state.form.line, her.state.form.district) == ("ward 3 nadaun, hamirpur", "Hamirpur")


async def test_what_was_heard_besides_the_goods_is_shown_back(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await consent.show(seeded, await seeded.get_one(Person, 1), "whatsapp", NOW)
    said = await her.says("add_to_cart", "…", item("shawl", 1), address="Nadaun", pincode="177033", payment="cod")
    assert said == "1 नग कुल्लू शॉल · ₹950\nNadaun 177033 · घर पर नकद\nकिसके नाम भेजें? नाम लिख दीजिए।"


@pytest.mark.parametrize(
    "text", ["haan", "हाँ जी", "ok order kar do", "yes please", "हाँ, ऑर्डर लगा दो", "theek hai bhej do"]
)
async def test_a_plain_yes_orders(seeded: AsyncSession, text: str) -> None:
    her = await ready(seeded)
    await her.says("confirm", text)
    assert len(await orders(seeded)) == 1


@pytest.mark.parametrize("text", ["पता बदलो", "haan par pata badlo", "kya", "ok but not now", "bhej do kya", "order"])
async def test_what_was_only_taken_for_a_yes_orders_nothing(seeded: AsyncSession, text: str) -> None:
    her = await ready(seeded)
    said = await her.says("confirm", text)
    assert not await orders(seeded)
    assert "यही ऑर्डर करूँ?" in said
    assert her.state.awaiting == "confirm"


async def test_a_digression_at_the_yes_does_not_say_it_all_again(seeded: AsyncSession) -> None:
    her = await ready(seeded)
    yes = her.state.about["yes"]
    said = await her.says("delivery_info", "kab tak aayega")
    assert said.endswith("कुल ₹950, बुधवार, 25 नवंबर तक।\nयही ऑर्डर करूँ? हाँ दबाइए, या बताइए क्या बदलना है।")
    assert "भेजने का ख़र्च इसमें नहीं जुड़ा है, दफ़्तर बताएगा।\n" not in said
    assert (her.state.about["yes"], her.state.shown[0][0]) == (yes, yes)
    said = await her.says("change_quantity", "2 kar do", Item(qty_milli=2000), op="set")
    assert "2 नग कुल्लू शॉल × ₹950 = ₹1,900" in said
    assert her.state.about["yes"] != yes
    await her.says("confirm", "haan")
    assert [order.total_paise for order in await orders(seeded)] == [190000]


@pytest.mark.parametrize(
    ("aspect", "asked"),
    [("address", "address"), ("pincode", "address"), ("name", "name"), ("phone", "phone"), ("payment", "payment")],
)
async def test_the_part_that_was_named_is_asked_again(seeded: AsyncSession, aspect: str, asked: str) -> None:
    her = await ready(seeded)
    await her.says("correct_my_data", f"{aspect} badlo", aspect=aspect)
    assert her.state.awaiting == asked


@pytest.mark.parametrize(("source", "told"), [("officer", None), ("TOI, Aug 2019", "पुराना"), ("demo", "नमूना मूल्य")])
async def test_prices_nobody_has_confirmed_are_marked_where_they_are_summed(
    seeded: AsyncSession, source: str, told: str | None
) -> None:
    (await seeded.get_one(Product, "shawl")).price_source = source
    her = Counter(seeded, demo_sells=True)
    said = [await her.taps("add:shawl:1000"), await her.says("view_cart")]
    said.append(await her.says("checkout", "order karna hai", payment="cod", **FORM))
    assert her.state.awaiting == "confirm"
    for text in said:
        assert ("नमूना मूल्य" in text, "पुराना" in text) == (told == "नमूना मूल्य", told == "पुराना")


async def test_the_old_address_in_words(seeded: AsyncSession) -> None:
    her = await ready(seeded)
    await her.says("confirm", "haan")
    await her.taps("add:shawl:1000")
    await her.says("give_address", "wahi purana pata", ref="saved address")
    assert her.state.awaiting == "payment"
    assert (her.state.form.name, her.state.form.pincode) == ("Sunita Devi", "171001")


async def test_cancel_in_the_middle_of_an_order_leaves_it(seeded: AsyncSession) -> None:
    her = await ready(seeded)
    said = await her.says("cancel_order", "cancel")
    assert said == "ठीक है, कोई ऑर्डर नहीं हुआ। टोकरी रखी हुई है।"
    assert not her.state.form.open
    assert not await orders(seeded)


async def test_a_town_told_late_does_not_wipe_the_address(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl:1000")
    await her.says("checkout", name="Sunita", address="Ward 3", pincode="171001")
    assert her.state.awaiting == "phone"
    await her.says("give_address", "Hamirpur", place="Hamirpur")
    assert (her.state.form.line, her.state.awaiting) == ("Ward 3", "phone")


async def test_the_cart_in_the_middle_of_an_order(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl:1000")
    await her.taps("checkout")
    said = await her.says("view_cart", "total kitna hua")
    assert said.startswith("आपकी टोकरी:")
    assert said.endswith("किसके नाम भेजें? नाम लिख दीजिए।")
    assert her.state.awaiting == "name"


async def test_a_question_outside_an_order_is_put_again_last_and_its_yes_can_be_taken_back(
    seeded: AsyncSession,
) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl:1000")
    await her.says("clear_cart", "sab hata do")
    assert (await her.says("ask_price", "topi kitne ki hai", item("cap"))).endswith("पूरी टोकरी खाली कर दूँ?")
    await her.says("order_status", "mera order kahan hai")
    await her.says("deny", "nahi")
    assert (await seeded.scalars(select(CartLine))).all()
    await her.says("clear_cart", "sab hata do")
    await her.says("ask_price", "topi kitne ki hai", item("cap"))
    await her.says("confirm", "haan")
    assert not (await seeded.scalars(select(CartLine))).all()
    await her.edits("wapas daal do", Edit("restore"))
    assert (await seeded.scalars(select(CartLine))).all()


async def test_another_recipient_is_asked_before_any_yes(seeded: AsyncSession) -> None:
    her = await ready(seeded)
    await her.says("gift_or_other_recipient", "meri behen ko bhejo")
    assert (her.state.awaiting, her.state.form.line) == ("name", None)
    await her.says("confirm", "haan")
    assert not await orders(seeded)


async def test_a_complaint_at_the_yes_repeats_what_a_yes_would_order(seeded: AsyncSession) -> None:
    her = await ready(seeded)
    said = await her.says("complaint_return_refund", "pichli shawl fati nikli")
    assert "यही ऑर्डर करूँ?" in said
