"""Fetching goods oneself: choosing the shop, the one-time code, who may hand over, and the days of arrival."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from actions.heard import Heard
from actions.meaning import Item, Meaning
from actions.state import State
from bot.commands import outlets as office
from bot.commands.acts import Refused
from bot.people import identity_for
from bot.routing import Step, tapped
from bot.tables import Outbox
from catalog import contacts
from catalog.outlet_tables import Outlet
from catalog.pickup_code import new_pickup_code, pickup_code
from catalog.tables import ProducerGroup, Seller
from orders import cart as carts
from orders import delivery, matching, outlets, payments, pickup, privacy, service
from orders.dates import indian_day
from orders.lifecycle import IllegalMove
from orders.money_tables import LedgerEntry, Payee, Payment
from orders.moving import NotTheirs
from orders.pickup_tables import PickupCode, PickupGuess
from orders.tables import Address, JournalEntry, OfficeAct, Order, Person, SellerOrder
from tests.conftest import NOW
from tests.unit.stage import SHOP, Stage
from tests.unit.test_orders_placing import HOME, wants

BUYER = 1
NAME = {"en": "Himkara store, ISBT Shimla", "hi": "हिमकारा दुकान", "hi-Latn": "Himkara dukan"}
PLACE = {"en": "ISBT, Shimla", "hi": "आईएसबीटी, शिमला", "hi-Latn": "ISBT, Shimla"}


async def shop(db: AsyncSession, id_: str = "isbt", seller: str = "samiti", **more: object) -> Outlet:
    db.add(ProducerGroup(id=id_, kind="outlet", brand=None, name=NAME, short=NAME, place=PLACE, district="Shimla",
                         state="Himachal Pradesh", pincode=None, scheme=NAME, story={}, aliases=[], seller_id=seller,
                         active=False))  # fmt: skip
    await db.flush()
    facts: dict[str, object] = {"gives_source": "officer", "serves": "seller", "aliases": ["shimla", "isbt"]} | more
    outlet = Outlet(id=id_, seller_id=seller, kind="store", name=NAME, short=NAME, place=PLACE, district="Shimla",
                    state="Himachal Pradesh", source="reports", **facts)  # fmt: skip
    db.add(outlet)
    await db.flush()
    return outlet


@pytest.fixture
async def stage(seeded: AsyncSession) -> Stage:
    kanda = await seeded.get_one(ProducerGroup, "kanda")
    assert kanda.seller_id is not None
    await shop(seeded, seller=kanda.seller_id)
    return Stage(seeded)


async def ordered(stage: Stage, payment: str = "cod", **milli: int) -> SellerOrder:
    """An order to be fetched, accepted by its group; its officer is `stage.officer`."""
    await wants(stage.db, **(milli or {"shawl": 1000}))
    stage.states[BUYER] = State()
    stage.states[BUYER].form.payment, stage.states[BUYER].form.phone = payment, "+919816012345"
    stage.states[BUYER].form.name = "Sunita"
    await stage.tap(BUYER, "v1:fetch")
    yes = next(one for one in stage.buttons_to(BUYER) if one.startswith("v1:place_order"))
    await stage.tap(BUYER, yes, key=f"messages:{next(stage.causes)}")
    placed = (await stage.db.scalars(select(Order).order_by(Order.id.desc()))).first()
    assert placed is not None
    return (await service.parts_of(stage.db, placed.id))[0]


async def lies_there(stage: Stage, officer: int, payment: str = "cod") -> tuple[SellerOrder, str]:
    """The part, and the code that the buyer was told."""
    part = await ordered(stage, payment)
    await stage.tap(officer, f"v1:accept:{part.id}")
    await stage.tap(officer, f"v1:ready:{part.id}")
    told = stage.text_to(BUYER)
    code = next(word.strip("।.") for word in told.split() if pickup_code(word.strip("।.")))
    return part, code


@pytest.mark.parametrize("said", ["A7C-4FK", "a7c 4fk", "A7C4FK", "code A7C-4FK", "कोड A7C-4FK।"])
def test_a_code_is_found_however_it_is_typed(said: str) -> None:
    assert pickup_code(said) == "A7C4FK"


@pytest.mark.parametrize(
    "said", ["HT3467", "HT-3467", "QR3467", "ACDEFG", "346797", "A7C-4FK bhi", "EM123456789IN", "2"]
)
def test_what_is_no_code(said: str) -> None:
    assert pickup_code(said) is None


def test_no_code_looks_like_anything_else() -> None:
    for _ in range(300):
        code = new_pickup_code()
        assert pickup_code(code) == code
        assert not code.startswith(("HT", "QR"))


@pytest.mark.parametrize(
    ("text", "awaiting", "step"),
    [
        ("khud le jaunga", "address", Step("fetch")),
        ("I'll pick it up at the Shimla store", "name", Step("fetch")),
        ("दुकान से ले लूँगा", "address", Step("fetch")),
        ("2 shawl dukan se le lunga", None, None),  # goods too: understood as a whole
        ("ghar bhej do", "outlet", Step("send_home")),
        ("code kho gaya", None, Step("pickup_again")),
        ("a7c-4fk", None, Step("hand_code")),
        ("A7C4FK", "tracking", Step("answered_tracking")),
    ],
)
def test_what_words_lead_to(text: str, awaiting: str | None, step: Step | None) -> None:
    state = State()
    state.ask(awaiting)
    assert tapped(Heard("whatsapp", "k", "text", text=text), state) == step


async def test_she_fetches_it_and_nobody_asks_where_she_lives(stage: Stage) -> None:
    await wants(stage.db, shawl=2000)
    await stage.write(BUYER, "give_name", "Sunita", name="Sunita")
    assert "v1:fetch" in stage.buttons_to(BUYER)
    await stage.tap(BUYER, "v1:fetch")
    assert "हिमकारा दुकान" in stage.text_to(BUYER)
    assert stage.states[BUYER].awaiting == "phone"
    await stage.write(BUYER, "give_phone", "9816012345", phone="9816012345")
    await stage.tap(BUYER, "v1:pay:cod")
    shown = stage.text_to(BUYER)
    assert "Sunita ख़ुद ले जाएँगे: हिमकारा दुकान" in shown
    assert "कुल ₹1,900" in shown
    yes = next(one for one in stage.buttons_to(BUYER) if one.startswith("v1:place_order"))
    await stage.tap(BUYER, yes, key="messages:yes")
    order = (await stage.db.scalars(select(Order))).one()
    part = (await service.parts_of(stage.db, order.id))[0]
    assert (part.delivery, part.outlet_id, part.delivery_paise) == ("pickup", "isbt", 0)
    assert (part.place_of_supply, order.total_paise) == ("Himachal Pradesh", 190000)
    assert not list(await stage.db.scalars(select(Address)))  # a shop is nobody's address


async def test_the_hours_and_the_door_are_told_when_the_office_has_said_them(stage: Stage) -> None:
    facts = {"opens": "10:00", "closes": "19:00", "closed_on": "Sunday", "line": "Shop 4, ISBT, Tutikandi"}
    await office.set_facts(stage.db, "isbt", facts, NOW)
    await wants(stage.db, shawl=1000)
    await stage.write(BUYER, "checkout", "order")
    await stage.tap(BUYER, "v1:fetch")
    told = stage.text_to(BUYER)
    assert "Shop 4, ISBT, Tutikandi (10:00 से 19:00, रविवार बंद)" in told
    with pytest.raises(Refused):
        await office.set_facts(stage.db, "isbt", {"opens": "25:00"}, NOW)
    with pytest.raises(Refused):
        await office.set_facts(stage.db, "nowhere", {"opens": "10:00"}, NOW)


async def test_one_of_several_shops_by_its_name_and_home_after_all(stage: Stage) -> None:
    seller = (await stage.db.get_one(Outlet, "isbt")).seller_id
    await shop(stage.db, "vigilance", seller, aliases=["shimla", "vigilance"])
    await wants(stage.db, shawl=1000)
    await stage.write(BUYER, "fetch", "Shimla ki dukan se le lungi")
    assert stage.states[BUYER].awaiting == "outlet"
    assert {"v1:fetch_at:isbt", "v1:fetch_at:vigilance", "v1:send_home"} <= set(stage.buttons_to(BUYER))
    await stage.write(BUYER, "answered_outlet", "vigilance wali")
    assert stage.states[BUYER].form.outlet == "vigilance"
    await stage.tap(BUYER, "v1:send_home")
    assert (stage.states[BUYER].form.outlet, stage.states[BUYER].awaiting) == (None, "name")
    await stage.tap(BUYER, "v1:fetch_at:kanda")  # a claim: no such shop
    assert stage.states[BUYER].form.outlet is None


async def test_her_phone_told_before_the_shop_loses_neither(stage: Stage) -> None:
    kanda = await stage.db.get_one(ProducerGroup, "kanda")
    await shop(stage.db, "vigilance", kanda.seller_id or "", aliases=["vigilance"])
    await wants(stage.db, shawl=1000)
    await stage.tap(BUYER, "v1:fetch")
    meant = Meaning("give_phone", 0.9, "latin_hi", (), {"phone": "9816012345"})
    heard = Heard("whatsapp", "k", "text", text="mera number 9816012345")
    await stage._act(BUYER, heard, "answered_outlet", (), meant, NOW)
    form = stage.states[BUYER].form
    assert (form.phone, form.outlet) == ("+919816012345", None)
    assert "v1:fetch_at:vigilance" in stage.buttons_to(BUYER)
    await stage.tap(BUYER, "v1:fetch_at:vigilance")
    assert form.outlet == "vigilance"


async def test_with_the_goods_in_one_message(stage: Stage) -> None:
    item = Item("shawl", "shawl", (), 1000, "piece")
    await stage.write(BUYER, "add_to_cart", "1 shawl, isbt ki dukan se le lunga", (item,))
    assert stage.states[BUYER].form.outlet == "isbt"


async def test_only_its_sellers_goods_and_only_where_somebody_has_said_so(stage: Stage) -> None:
    db = stage.db
    assert [one.id for one in await outlets.for_goods(db, ["shawl"], NOW, False)] == ["isbt"]
    assert await outlets.for_goods(db, ["shawl", "pickle"], NOW, False) == []  # a group of another seller
    isbt = await db.get_one(Outlet, "isbt")
    isbt.serves = "state"
    assert [one.id for one in await outlets.for_goods(db, ["shawl", "pickle"], NOW, False)] == ["isbt"]
    isbt.gives_source = "demo"
    assert await outlets.for_goods(db, ["shawl"], NOW, False) == []
    assert await outlets.for_goods(db, ["shawl"], NOW, True) == [isbt]
    isbt.gives_source, isbt.until_day = "officer", indian_day(NOW) - timedelta(days=1)
    assert await outlets.for_goods(db, ["shawl"], NOW, False) == []  # a stall that is gone


async def test_the_code_is_told_and_hands_over_once(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    part, code = await lies_there(stage, officer)
    assert part.state == "ready"
    kept = await stage.db.get_one(PickupCode, part.id)
    assert pickup_code(code) not in kept.code_hash
    counter = await stage.contact("isbt", "stall")
    await stage.write(counter, "producer_orders_today", "orders")
    assert f"v1:hand:{part.id}" in stage.buttons_to(counter)
    await stage.tap(counter, f"v1:hand:{part.id}")
    assert part.state == "ready"  # a tap asks for the code
    await stage.write(counter, "hand_code", code.lower())
    assert part.state == "delivered"
    assert "₹950 नकद" in stage.text_to(counter)
    assert not stage.text_to(BUYER)  # she stands there
    for mark in ("Sunita", "98160", "9816012345"):
        assert mark not in stage.text_to(counter)
    kinds = [entry.kind for entry in await stage.db.scalars(select(LedgerEntry).order_by(LedgerEntry.id))]
    assert kinds == ["supply", "cash"]
    await stage.write(counter, "hand_code", code)
    assert "दिया जा चुका" in stage.text_to(counter)
    assert [e.to_state for e in await stage.db.scalars(select(JournalEntry).order_by(JournalEntry.id))][-2:] == [
        "dispatched", "delivered"
    ]  # fmt: skip


async def test_who_would_send_what_is_fetched_hears_what_there_is_to_do(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    part = await ordered(stage)
    await stage.tap(officer, f"v1:accept:{part.id}")
    await stage.tap(officer, f"v1:dispatch:{part.id}")
    assert "पहुँच जाए तो" in stage.text_to(officer)
    await stage.tap(officer, f"v1:ready:{part.id}")
    await stage.tap(officer, f"v1:dispatch:{part.id}")
    assert "छह अक्षर का कोड" in stage.text_to(officer)
    assert "पहुँच जाए तो" not in stage.text_to(officer)


async def test_a_lost_code_is_renewed_and_the_old_one_is_worth_nothing(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    part, old = await lies_there(stage, officer)
    stranger = await stage.person()
    await stage.tap(stranger, f"v1:pickup_again:{part.id}")
    assert not any(pickup_code(word.strip("।.")) for word in stage.text_to(stranger).split())
    await stage.write(BUYER, "pickup_again", "code kho gaya")
    new = next(word.strip("।.") for word in stage.text_to(BUYER).split() if pickup_code(word.strip("।.")))
    await stage.write(officer, "hand_code", old)
    assert part.state == "ready"
    await stage.write(officer, "hand_code", new)
    assert part.state == "delivered"


async def test_wrong_guesses_are_counted_and_end(stage: Stage) -> None:
    officer, other = await stage.contact("kanda", "officer"), await stage.contact("nahan", "officer")
    part, code = await lies_there(stage, officer)
    for _ in range(pickup.GUESSES_AN_HOUR):
        await stage.write(other, "hand_code", code)  # the right code, of goods that are not hers
        assert "किसी ऑर्डर का नहीं" in stage.text_to(other)
        await stage.write(officer, "hand_code", "A7C-4FK" if code != "A7C-4FK" else "A7C-4FM")
    await stage.write(officer, "hand_code", code)
    assert "कई कोड नहीं चले" in stage.text_to(officer)
    assert part.state == "ready"
    assert await stage.db.scalar(select(func.count()).select_from(PickupGuess)) == 2 * pickup.GUESSES_AN_HOUR
    await stage.write(officer, "hand_code", code, at=NOW + timedelta(hours=1, minutes=1))
    assert part.state == "delivered"


async def test_who_may_not_hand_over(stage: Stage) -> None:
    """A deputy, the lead of a prison workshop, a revoked person of the shop, another shop's, and a buyer with her own
    code; and no contact's button delivers without the code."""
    officer = await stage.contact("kanda", "officer")
    part, code = await lies_there(stage, officer)
    await shop(stage.db, "other", (await stage.db.get_one(Outlet, "isbt")).seller_id)
    for group, role in (("kanda", "deputy"), ("kanda", "lead"), ("other", "stall")):
        await stage.write(await stage.contact(group, role), "hand_code", code)
    gone = await stage.contact("isbt", "stall")
    (mine,) = await contacts.of_person(stage.db, gone)
    await contacts.revoke(stage.db, mine.id)
    await stage.write(gone, "hand_code", code)
    await stage.write(BUYER, "hand_code", code)
    for payload in (f"delivered:{part.id}", f"dispatch:{part.id}:plain", f"hand:{part.id}"):
        await stage.tap(officer, f"v1:{payload}")
        assert part.state == "ready"
    (hers,) = await contacts.of_person(stage.db, officer)
    for move in ("dispatch", "deliver"):
        with pytest.raises((NotTheirs, IllegalMove)):
            await service.move(stage.db, part.id, move, f"contact:{hers.id}", NOW)
    with pytest.raises(NotTheirs):
        await pickup.hand_over(stage.db, part, f"contact:{hers.id}", NOW)
    assert part.state == "ready"


async def test_what_is_not_paid_is_not_handed_over(stage: Stage) -> None:
    stage.db.add(Payee(seller_id=(await stage.db.get_one(Outlet, "isbt")).seller_id, vpa="shop@bank", name="SHOP",
                       proposed_by="office:1", confirmed_by="office:2", since=NOW))  # fmt: skip
    await stage.db.flush()
    officer = await stage.contact("kanda", "officer")
    part, code = await lies_there(stage, officer, "upi")
    await stage.write(officer, "hand_code", code)
    assert "पैसे अभी नहीं आए" in stage.text_to(officer)
    assert part.state == "ready"
    payment = (await stage.db.scalars(select(Payment).where(Payment.order_id == part.order_id))).one()
    await payments.settle(stage.db, payment, "bank", NOW)
    await stage.write(officer, "hand_code", code)
    assert part.state == "delivered"
    assert "नकद" not in stage.text_to(officer)


async def test_the_office_hands_over_with_a_reason(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    part, _ = await lies_there(stage, officer)
    hers = await identity_for(stage.db, "telegram", "7001", NOW)
    hers.person_id = BUYER
    await stage.db.flush()
    with pytest.raises(Refused):
        await office.hand_over(stage.db, SHOP, part.number, "", NOW)
    row = await office.hand_over(stage.db, SHOP, part.number, "phone lost, known at the shop", NOW)
    assert row == {"number": part.number, "state": "delivered"}
    told = await stage.db.scalar(select(func.count()).select_from(Outbox).where(Outbox.identity_id == hers.id))
    assert told == 1  # nobody has told a code: she hears of it
    assert (await stage.db.scalars(select(OfficeAct).where(OfficeAct.act == "handover"))).one().about == part.number
    with pytest.raises(Refused):
        await office.hand_over(stage.db, SHOP, part.number, "again", NOW)


async def test_an_erasure_takes_codes_and_guesses_along(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    part, code = await lies_there(stage, officer)
    stage.db.add(PickupGuess(person_id=BUYER, at=NOW))
    await stage.write(officer, "hand_code", code)
    await privacy.erase(stage.db, await stage.db.get_one(Person, BUYER), NOW)
    for table in (PickupCode, PickupGuess):
        assert await stage.db.scalar(select(func.count()).select_from(table)) == 0
    assert (await stage.db.get_one(SellerOrder, part.id)).outlet_id == "isbt"  # nobody's data, and the state of supply


async def test_two_people_with_the_same_code_hand_it_over_once(stage: Stage, engine: AsyncEngine) -> None:
    officers = [await stage.contact("kanda", "officer") for _ in range(2)]
    part, code = await lies_there(stage, officers[0])
    hands = [(await contacts.of_person(stage.db, who))[0].id for who in officers]
    await stage.db.commit()

    async def hand(contact: int) -> bool:
        async with AsyncSession(engine, expire_on_commit=False) as db:
            mine = await db.get_one(SellerOrder, part.id)
            done = await pickup.hand_over(db, mine, f"contact:{contact}", NOW, code)
            await db.commit()
            return done

    assert sorted(await asyncio.gather(*map(hand, hands))) == [False, True]
    async with AsyncSession(engine) as db:
        delivered = select(func.count()).where(JournalEntry.seller_order_id == part.id, JournalEntry.move == "deliver")
        assert await db.scalar(delivered) == 1


async def test_the_workshop_learns_the_shop_and_not_the_buyer(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    part = await ordered(stage)
    await stage.tap(officer, f"v1:accept:{part.id}")
    told = stage.text_to(officer)
    assert "हिमकारा दुकान" in told
    assert "Sunita" not in told
    assert "98160" not in told
    assert "v1:dispatch" not in " ".join(stage.buttons_to(officer))
    assert "हिमकारा दुकान से लेना है" in stage.text_to(BUYER)


async def test_what_is_not_sent_so_far_may_be_fetched(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    near = delivery.read(
        "bulky: [table]\ntariffs:\n  - {goods: bulky, zones: {district: {rupees: 400, days: [1, 3]}}, source: order 7}"
    )
    monkeypatch.setattr(delivery, "tariffs", lambda: near)
    await wants(stage.db, table=1000)
    stage.states[BUYER] = State()
    form = stage.states[BUYER].form
    form.state, form.pincode, form.line, form.open = "Bihar", "800001", "Gandhi Maidan", True
    await stage.write(BUYER, "checkout", "order")
    assert "ख़ुद ले जाइए: हिमकारा दुकान" in stage.text_to(BUYER)
    assert "v1:enquire:table" in stage.buttons_to(BUYER)  # the shop is in another state than she: no button for it
    form.state, form.pincode = "Himachal Pradesh", "176215"
    await stage.write(BUYER, "checkout", "order")
    assert "v1:fetch" in stage.buttons_to(BUYER)
    await stage.tap(BUYER, "v1:fetch")
    assert stage.states[BUYER].awaiting == "name"


async def test_where_nobody_knows_the_charge_fetching_is_named(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    unsaid = delivery.read("tariffs: []")
    monkeypatch.setattr(delivery, "tariffs", lambda: unsaid)
    await wants(stage.db, shawl=1000)
    stage.states[BUYER] = State()
    form = stage.states[BUYER].form
    form.name, form.phone, form.payment, form.open = "Sunita", "+919816012345", "cod", True
    form.line, form.pincode, form.district, form.state = "Ward 3", "171001", "Shimla", "Himachal Pradesh"
    await stage.write(BUYER, "checkout", "order")
    assert 'लिखिए: "दुकान से ले लेंगे"' in stage.text_to(BUYER)
    await stage.write(BUYER, "fetch", "dukan se le lenge")
    assert "पहुँचते ही आपको यहीं ख़बर मिलेगी" in stage.text_to(BUYER)  # nobody knows when, either
    assert "दुकान से ले लेंगे" not in stage.text_to(BUYER)


async def test_the_days_of_arrival_are_kept_and_a_late_one_is_called_late(stage: Stage) -> None:
    await wants(stage.db, shawl=1000)
    person = await stage.db.get_one(Person, BUYER)
    cart = await carts.view(stage.db, BUYER, NOW, True, HOME.state, HOME.pincode)
    order = await service.place(stage.db, person, cart, HOME, "cod", "messages:9", NOW, True)
    part = (await service.parts_of(stage.db, order.id))[0]
    ready = indian_day(part.needed_by)
    assert (part.arrives_from, part.arrives_by) == (ready + timedelta(days=2), ready + timedelta(days=4))
    assert part.arrives_sample
    officer = await stage.contact("kanda", "officer")
    await stage.tap(officer, f"v1:accept:{part.id}")
    await stage.write(BUYER, "order_status", "kahan hai")
    assert "आपके यहाँ" in stage.text_to(BUYER)
    late = part.needed_by + timedelta(days=3)
    await stage.write(BUYER, "order_status", "kahan hai", at=late)
    assert "तक तैयार होना था, देर हो गई" in stage.text_to(BUYER)
    await stage.tap(officer, f"v1:dispatch:{part.id}:plain", at=late)
    assert part.arrives_by == indian_day(late) + timedelta(days=4)  # counted from the day it left
    await stage.write(BUYER, "order_status", "kahan hai", at=late + timedelta(days=5))
    assert "तक आना था, देर हो गई" in stage.text_to(BUYER)


async def test_a_place_she_fetches_at_is_where_it_is_supplied(stage: Stage) -> None:
    isbt = await stage.db.get_one(Outlet, "isbt")
    sellers = list(await stage.db.scalars(select(Seller)))
    assert outlets.place(isbt, sellers) == matching.Place(
        None, "Shimla", "Himachal Pradesh", fetched=frozenset({isbt.seller_id})
    )
