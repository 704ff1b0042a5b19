"""The office: tickets, answers, values it confirms, orders that wait; and the timers that call it."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from actions import desk
from actions.heard import Heard
from actions.state import State
from bot.commands import group as group_commands
from bot.commands import office as office_commands
from bot.commands import office_moves
from bot.commands.acts import Refused
from bot.people import identity_for
from bot.tables import Outbox
from catalog import contacts, service
from catalog.tables import Offer, ProducerGroup, Product, Seller
from orders import tickets
from orders.book import lines_of
from orders.moving import NotTheirs, move
from orders.tables import JournalEntry, OfficeAct, Person, Ticket
from tests.conftest import NOW, words
from tests.unit.engine_parts import Engine
from tests.unit.stage import SHOP, Stage

BUYER = 1


@pytest.fixture
def stage(seeded: AsyncSession) -> Stage:
    return Stage(seeded)


async def sells(db: AsyncSession, gst_status: str = "unregistered", state: str = "Himachal Pradesh", **by: str) -> None:
    """By law these groups' goods are sold by these."""
    name = words("Another society", "दूसरी समिति")
    for group, seller in by.items():
        db.add(Seller(id=seller, kind="society", name=name, state=state, gst_status=gst_status, pan_on_file=True,
                      enrolment="EN2", source="officer", address="Ward 2, Nahan"))  # fmt: skip
        await db.flush()
        (await db.get_one(ProducerGroup, group)).seller_id = seller
    await db.flush()


async def ask(stage: Stage, text: str, kind: str = "handover") -> Ticket:
    """The buyer hands something over."""
    await stage._begin(BUYER, Heard("whatsapp", "k", "text", text=text))
    assert stage.turn is not None
    stage.turn.state.remember("her", text)
    return await desk.open_ticket(stage.turn, kind, text)


async def test_a_ticket_is_told_and_answered(stage: Stage) -> None:
    boss = await stage.contact("office", "office", "en")
    ticket = await ask(stage, "kya aap 50 kursi\u202e bana\n denge?")
    assert ticket.number == f"T-{ticket.id}"
    assert ticket.text == "kya aap 50 kursi bana denge?"
    assert "50 kursi" in stage.text_to(boss)
    assert stage.buttons_to(boss) == [f"v1:reply:{ticket.id}"]
    await stage.tap(boss, "v1:tickets")
    assert stage.buttons_to(boss) == [f"v1:ticket:{ticket.id}"]
    await stage.tap(boss, f"v1:ticket:{ticket.id}")
    assert "50 kursi" in stage.text_to(boss)
    await stage.tap(boss, f"v1:reply:{ticket.id}")
    await stage.write(boss, "answered_reply", "Haan, teen\u202e hafte mein")
    assert "Haan, teen hafte mein" in stage.text_to(BUYER)
    assert ticket.state == "answered"
    assert stage.states[boss].awaiting is None
    await stage.tap(boss, "v1:tickets")
    assert not stage.buttons_to(boss)


async def test_an_answer_that_tells_of_a_prisoner_is_not_sent(stage: Stage) -> None:
    boss = await stage.contact("office", "office", "en")
    ticket = await ask(stage, "who made my shawl?")
    await stage.tap(boss, f"v1:reply:{ticket.id}")
    await stage.write(boss, "answered_reply", "it was woven by convict Ramlal, in for murder")
    assert ticket.state == "open"
    assert "Ramlal" not in stage.text_to(BUYER)
    assert stage.states[boss].awaiting == "reply"  # she writes it again
    await stage.write(boss, "answered_reply", "it was woven in the Kanda workshop")
    assert "Kanda workshop" in stage.text_to(BUYER)


async def test_only_the_office_sees_the_office(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    ticket = await ask(stage, "mera pata galat hai, Ward 3")
    for who in (officer, BUYER):
        for payload in ("office", "tickets", f"ticket:{ticket.id}", f"reply:{ticket.id}", f"close_ticket:{ticket.id}",
                        "waiting", "office_order:1", "office_orders", "office_move:1:accept",
                        "office_move:1:decline:yes", "gaps", "fill:cap", "fill_unit:cap:kg"):  # fmt: skip
            await stage.tap(who, f"v1:{payload}")
            assert "Ward 3" not in stage.text_to(who)
        stage.states[who].ask("reply", ticket=ticket.id)
        await stage.write(who, "answered_reply", "hello")
        stage.states[who].ask("price", sku="cap", group=None)
        await stage.write(who, "answered_price", "1")
    assert ticket.state == "open"
    assert (await stage.db.get_one(Product, "cap")).price_paise == 30000


@pytest.mark.parametrize("task", ["greet", "unsure", "out_of_scope", "confirm"])
async def test_any_word_leads_the_office_to_its_desk(stage: Stage, task: str) -> None:
    boss = await stage.contact("office", "office")
    await stage.write(boss, task, "office")
    assert "v1:tickets" in stage.buttons_to(boss)
    await stage.write(BUYER, task, "office")
    assert "v1:tickets" not in stage.buttons_to(BUYER)


async def test_the_offices_open_orders_are_all_of_them(stage: Stage) -> None:
    boss = await stage.contact("office", "office")
    _, (part,) = await stage.place(shawl=1000)
    await stage.write(boss, "producer_orders_today", "aaj ke order")
    assert stage.buttons_to(boss) == [f"v1:office_order:{part.id}"]


async def test_with_nobody_in_the_office_the_ticket_waits(stage: Stage) -> None:
    ticket = await ask(stage, "insaan se baat")
    assert [row["number"] for row in await office_commands.waiting(stage.db)] == [ticket.number]


async def test_asking_for_a_person(stage: Stage) -> None:
    boss = await stage.contact("office", "office")
    stage.states.setdefault(BUYER, State()).remember("us", "kya chahiye?")
    await stage.write(BUYER, "talk_to_human", "kisi se baat karao")
    (ticket,) = await tickets.waiting(stage.db)
    assert ticket.number in stage.text_to(BUYER)
    assert ticket.last_turns[-1]["text"] == "kya chahiye?"
    await stage.tap(boss, f"v1:ticket:{ticket.id}")
    assert "kya chahiye?" in stage.text_to(boss)


async def test_values_are_confirmed_one_by_one(stage: Stage) -> None:
    boss = await stage.contact("office", "office")
    cap = await stage.db.get_one(Product, "cap")
    cap.hsn = None
    await stage.tap(boss, "v1:gaps")
    assert stage.buttons_to(boss) == ["v1:fill:cap"]
    await stage.tap(boss, "v1:fill:cap")
    await stage.write(boss, "answered_price", "बहुत")
    assert cap.price_source == "demo"
    await stage.write(boss, "answered_price", "₹१,२५०.५०")
    assert (cap.price_paise, cap.price_source) == (125_050, "officer")
    await stage.write(boss, "answered_hsn", "65")
    assert cap.hsn is None
    await stage.write(boss, "answered_hsn", "6505")
    assert cap.hsn == "6505"
    assert not service.sellable(cap, await service.offers(stage.db, "cap"), demo_sells=False)


async def test_stock_and_unit_are_asked_too(stage: Stage) -> None:
    boss = await stage.contact("office", "office")
    cap = await stage.db.get_one(Product, "cap")
    cap.price_source, cap.unit = "officer", None
    offer = (await stage.db.scalars(select(Offer).where(Offer.sku == "cap"))).one()
    offer.stock_source = "demo"
    await stage.tap(boss, "v1:fill:cap")
    assert "v1:fill_unit:cap:piece" in stage.buttons_to(boss)
    await stage.tap(boss, "v1:fill_unit:cap:piece")
    assert cap.unit == "piece"
    await stage.write(boss, "answered_stock", "14")
    assert (offer.on_hand_milli, offer.stock_source) == (14_000, "officer")


async def test_nobody_answers(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    boss = await stage.contact("office", "office")
    placed, (part,) = await stage.place(shawl=1000)
    assert stage.turn is not None
    remind, escalate = stage.turn.due
    assert escalate.at - NOW == 2 * (remind.at - NOW)
    await stage.timer(remind)
    assert stage.buttons_to(officer)[0] == f"v1:accept:{part.id}"
    assert not stage.text_to(BUYER)
    await stage.timer(escalate)
    assert part.number in stage.text_to(boss)
    assert stage.buttons_to(BUYER) == [f"v1:cancel_order:{placed.number}"]
    await stage.tap(boss, "v1:waiting")
    await stage.tap(boss, stage.buttons_to(boss)[0])
    assert part.number in stage.text_to(boss)


async def test_a_buyer_who_does_not_answer_a_part(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    boss = await stage.contact("office", "office")
    _, (part,) = await stage.place(shawl=3000)
    await stage.tap(officer, f"v1:part_of:{part.id}:{(await lines_of(stage.db, part.id))[0].id}:2000")
    assert stage.turn is not None
    remind, escalate = stage.turn.due
    await stage.timer(remind)
    assert stage.buttons_to(BUYER) == [f"v1:take_part:{part.id}", f"v1:refuse_part:{part.id}"]
    assert "2 कुल्लू शॉल" in stage.text_to(BUYER)
    assert "₹1,900" in stage.text_to(BUYER)
    assert stage.states[BUYER].about["yes"] == f"v1:take_part:{part.id}"
    await stage.timer(escalate)
    assert part.number in stage.text_to(boss)
    assert part.number in stage.text_to(officer)
    assert not stage.text_to(BUYER)
    assert part.state == "part_offered"  # the order is not lost
    await stage.tap(BUYER, f"v1:take_part:{part.id}")
    assert part.state == "accepted"
    for timer in (remind, escalate):
        assert await stage.timer(timer) == []


async def test_the_office_hears_who_else_could_make_it(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    boss = await stage.contact("office", "office")
    await sells(stage.db, nahan="another")  # the shop does not choose another seller for her
    placed, (part,) = await stage.place(shawl=3000)
    await stage.tap(officer, f"v1:decline:{part.id}")
    await stage.db.refresh(placed)
    assert placed.total_paise == 0
    assert stage.turn is not None
    (seek,) = (due for due in stage.turn.due if due.kind == "seek")
    await stage.timer(seek)
    assert "नाहन" in stage.text_to(boss)
    (ticket,) = await tickets.waiting(stage.db)
    nahan = (await stage.db.scalars(select(Offer).where(Offer.sku == "shawl", Offer.group_id == "nahan"))).one()
    nahan.on_hand_milli = 2_000  # the shelf as it stands when the ticket is read
    await stage.tap(boss, f"v1:ticket:{ticket.id}")
    assert "नाहन" not in stage.text_to(boss)
    assert f"v1:office_order:{part.id}" in stage.buttons_to(boss)


async def test_the_office_moves_an_order_for_a_group_on_the_phone(stage: Stage) -> None:
    boss = await stage.contact("office", "office")
    _, (part,) = await stage.place(shawl=1000)
    await stage.tap(boss, "v1:office_orders")
    assert stage.buttons_to(boss) == [f"v1:office_order:{part.id}"]
    await stage.tap(boss, f"v1:office_order:{part.id}")
    assert f"v1:office_move:{part.id}:accept" in stage.buttons_to(boss)
    await stage.tap(boss, f"v1:office_move:{part.id}:accept")
    assert part.state == "accepted"
    assert part.number in stage.text_to(BUYER)
    for step, after in (("mark_ready", "ready"), ("dispatch", "dispatched"), ("deliver", "delivered")):
        await stage.tap(boss, f"v1:office_move:{part.id}:{step}")
        assert part.state == after
        assert part.number in stage.text_to(BUYER)
    (mine,) = await contacts.of_person(stage.db, boss)
    actors = [entry.actor for entry in await stage.db.scalars(select(JournalEntry).order_by(JournalEntry.id))]
    assert actors[1:] == [f"office:{mine.id}"] * 4
    await stage.tap(boss, f"v1:office_move:{part.id}:accept")
    assert part.state == "delivered"


async def test_the_office_ends_an_order_only_when_asked_twice(stage: Stage) -> None:
    boss = await stage.contact("office", "office")
    officer = await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(shawl=1000)
    await stage.tap(boss, f"v1:office_move:{part.id}:decline")
    assert part.state == "placed"
    await stage.tap(boss, stage.buttons_to(boss)[1])  # leave it
    assert part.state == "placed"
    await stage.tap(officer, f"v1:accept:{part.id}")
    await stage.tap(boss, f"v1:office_move:{part.id}:withdraw")
    await stage.tap(boss, stage.buttons_to(boss)[0])
    assert part.state == "cancelled"
    assert part.number in stage.text_to(BUYER)
    assert part.number in stage.text_to(officer)


async def test_an_office_of_nobody_moves_nothing(stage: Stage) -> None:
    boss = await stage.contact("office", "office")
    officer = await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(shawl=1000)
    (theirs,) = await contacts.of_person(stage.db, officer)
    (mine,) = await contacts.of_person(stage.db, boss)
    await contacts.revoke(stage.db, mine.id)
    for number in (theirs.id, mine.id, 999):
        with pytest.raises(NotTheirs):
            await move(stage.db, part.id, "accept", f"office:{number}", NOW)
    await stage.tap(boss, f"v1:office_move:{part.id}:accept")
    assert part.state == "placed"


async def test_timers_of_an_answered_order_are_silent(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(shawl=1000)
    assert stage.turn is not None
    due = list(stage.turn.due)
    await stage.tap(officer, f"v1:accept:{part.id}")
    for timer in due:
        assert await stage.timer(timer) == []
    assert not await tickets.waiting(stage.db)


@pytest.mark.parametrize("task", [
    "rate_order", "gift_or_other_recipient", "work_group",
])  # fmt: skip
async def test_wishes_the_office_fulfils_get_a_number(stage: Stage, task: str) -> None:
    await stage.write(BUYER, task, "mera data mita do")
    (ticket,) = await tickets.waiting(stage.db)
    assert ticket.number in stage.text_to(BUYER)


async def test_stop_leaves_only_what_her_open_order_needs(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(shawl=3000)
    line = (await lines_of(stage.db, part.id))[0].id
    await stage.write(BUYER, "stop_messages", "STOP")
    assert not await tickets.waiting(stage.db)
    await stage.tap(officer, f"v1:part_of:{part.id}:{line}:2000")
    assert part.number in stage.text_to(BUYER)  # the question itself is needed
    assert stage.turn is not None
    remind, escalate = stage.turn.due
    assert await stage.timer(remind) == []
    await stage.timer(escalate)
    assert [ticket.kind for ticket in await tickets.waiting(stage.db)] == ["part"]
    await stage.tap(BUYER, f"v1:take_part:{part.id}")
    for verb in ("dispatch", "delivered"):
        await stage.tap(officer, f"v1:{verb}:{part.id}:plain" if verb == "dispatch" else f"v1:{verb}:{part.id}")
        assert bool(stage.text_to(BUYER)) is (verb == "dispatch")
    assert part.state == "delivered"


async def test_a_contact_who_stops_still_gets_her_groups_orders(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    await stage.write(officer, "stop_messages", "बंद करो")
    assert [ticket.kind for ticket in await tickets.waiting(stage.db)] == ["stop"]
    _, (part,) = await stage.place(shawl=1000)
    assert part.number in stage.text_to(officer)


async def test_her_next_message_ends_the_stop(engine: AsyncEngine) -> None:
    shop = Engine(engine, "stop_messages")
    await shop.hear("STOP")
    await shop.work()
    async with shop.made() as db:
        assert (await db.scalars(select(Person))).one().quiet_since == NOW
    shop = Engine(engine, "thanks")
    await shop.hear("START", start=1)
    await shop.work()
    async with shop.made() as db:
        assert (await db.scalars(select(Person))).one().quiet_since is None


async def test_moving_from_a_terminal(stage: Stage) -> None:
    buyer = await identity_for(stage.db, "whatsapp", "919816012345", NOW)
    officer = await stage.contact("nahan", "officer")
    where = await identity_for(stage.db, "whatsapp", "919816012346", NOW)
    where.person_id = officer
    placed, (part,) = await stage.place(socks=1000)
    placed.person_id = buyer.person_id
    await stage.db.flush()
    with pytest.raises(Refused):
        await office_moves.move(stage.db, SHOP, part.number, "ready", NOW)
    with pytest.raises(Refused):
        await office_moves.move(stage.db, SHOP, "HT-9999", "accept", NOW)
    with pytest.raises(Refused):
        await office_moves.move(stage.db, SHOP, part.number, "smash", NOW)
    sent = office_moves.Parcel("India Post", "EM123456785IN")
    for word, state in (
        ("accept", "accepted"),
        ("ready", "ready"),
        ("dispatch", "dispatched"),
        ("deliver", "delivered"),
    ):
        row = await office_moves.move(stage.db, SHOP, part.number, word, NOW, "said on the phone", sent)
        assert row == {"number": part.number, "state": state}
    told = {m.identity_id: str(m.message) for m in await stage.db.scalars(select(Outbox).order_by(Outbox.id))}
    assert set(told) == {buyer.id, where.id}
    sends = [str(m.message) for m in await stage.db.scalars(select(Outbox).where(Outbox.identity_id == buyer.id))]
    assert any("EM123456785IN" in message for message in sends)
    entries = list(await stage.db.scalars(select(JournalEntry).order_by(JournalEntry.id)))
    assert [(e.actor, e.why) for e in entries[1:]] == [("office:cli", "said on the phone")] * 4


async def test_a_withdrawal_from_a_terminal_fits_the_state(stage: Stage) -> None:
    _, (part,) = await stage.place(shawl=1000)
    row = await office_moves.move(stage.db, SHOP, part.number, "withdraw", NOW)
    assert row["state"] == "cancelled"


async def test_the_office_keeps_a_book(stage: Stage) -> None:
    boss = await stage.contact("office", "office")
    (mine,) = await contacts.of_person(stage.db, boss)
    first, second = await ask(stage, "kab?"), await ask(stage, "kitna?")
    await stage.tap(boss, f"v1:reply:{first.id}")
    await stage.write(boss, "answered_reply", "kal")
    await stage.tap(boss, f"v1:close_ticket:{second.id}")
    await stage.tap(boss, "v1:fill:cap")
    await stage.write(boss, "answered_price", "310")
    await office_commands.fill(stage.db, "cap", group="nahan", stock="7", now=NOW)
    await office_commands.close(stage.db, second.number, NOW)
    book = [
        (a.actor, a.act, a.about, a.value) for a in await stage.db.scalars(select(OfficeAct).order_by(OfficeAct.id))
    ]
    me = f"office:{mine.id}"
    assert book == [
        (me, "answer", first.number, None),
        (me, "close", second.number, None),
        (me, "price", "cap", "310"),
        ("office:cli", "stock", "cap nahan", "7"),
        ("office:cli", "close", second.number, None),
    ]


async def test_answering_from_a_terminal(stage: Stage) -> None:
    ticket = await ask(stage, "price?")
    with pytest.raises(Refused):
        await office_commands.answer(stage.db, ticket.number, "950", NOW)  # she has no chat here
    identity = await identity_for(stage.db, "whatsapp", "919816012345", NOW)
    ticket.person_id = identity.person_id
    with pytest.raises(Refused):
        await office_commands.answer(stage.db, ticket.number, "\u202e", NOW)
    row = await office_commands.answer(stage.db, ticket.number.lower(), "₹950 hai", NOW)
    assert row["state"] == "answered"
    (sent,) = await stage.db.scalars(select(Outbox))
    assert "₹950 hai" in str(sent.message)


async def test_filling_from_a_terminal(seeded: AsyncSession) -> None:
    row = await office_commands.fill(
        seeded, "cap", price="310.50", hsn="6505", group="nahan", stock="7", lead_days=3, unit="piece"
    )
    assert row == {"sku": "cap", "sells": False, "missing": ["no-rate"]}
    row = await office_commands.fill(seeded, "cap", gst="5", gst_source="an accountant, 20 Nov 2026")
    assert row == {"sku": "cap", "sells": True, "missing": []}
    cap = await seeded.get_one(Product, "cap")
    assert cap.price_paise == 31_050
    for wrong in ({"price": "1.234"}, {"price": "x"}, {"hsn": "65"}, {"unit": "heap"}, {"stock": "5"}):
        with pytest.raises(Refused):
            await office_commands.fill(seeded, "cap", **wrong)  # type: ignore[arg-type]


async def test_groups_and_contacts_from_a_terminal(seeded: AsyncSession) -> None:
    from catalog.words import Words

    place = Words("Mandi", "मंडी", "Mandi")
    await group_commands.add_group(seeded, "ganga", "self_help_group", Words("Ganga", "गंगा", "Ganga"), place, "HP")
    for group_id, kind in (("ganga", "self_help_group"), ("new", "prison"), ("न", "self_help_group")):
        with pytest.raises(Refused):
            await group_commands.add_group(seeded, group_id, kind, place, place, "HP")
    row = await group_commands.invite(seeded, "ganga", "lead", NOW)
    assert await contacts.join(seeded, BUYER, row["code"], NOW)
    assert {r["id"]: r["joined"] for r in await group_commands.groups(seeded)}["ganga"] == 1
    (contact,) = await group_commands.all_contacts(seeded, "ganga")
    await group_commands.revoke(seeded, contact["id"], NOW)
    with pytest.raises(Refused):
        await group_commands.revoke(seeded, contact["id"], NOW)
    with pytest.raises(Refused):
        await group_commands.invite(seeded, "ganga", "king", NOW)


async def test_giving_to_another_group_from_a_terminal(stage: Stage) -> None:
    buyer = await identity_for(stage.db, "whatsapp", "919816012345", NOW)
    await stage.contact("kanda", "officer")
    placed, (part,) = await stage.place(shawl=1000)
    placed.person_id = buyer.person_id
    await stage.db.flush()
    with pytest.raises(Refused, match="not declined"):
        await office_moves.give(stage.db, SHOP, part.number, "nahan", NOW)
    await move(stage.db, part.id, "decline", "office:cli", NOW)
    for group in ("anmol", "kanda", "nobody"):
        with pytest.raises(Refused, match="nahan"):
            await office_moves.give(stage.db, SHOP, part.number, group, NOW)
    row = await office_moves.give(stage.db, SHOP, part.number, "nahan", NOW, "they called")
    assert row == {"number": part.number, "state": "placed", "group": "nahan"}
    why = (await stage.db.scalars(select(JournalEntry.why).where(JournalEntry.move == "reroute"))).one()
    assert why is not None
    assert why.startswith("they called: nahan")
    (said,) = list(await stage.db.scalars(select(Outbox).where(Outbox.identity_id == buyer.id)))
    assert "नाहन" in str(said.message)
