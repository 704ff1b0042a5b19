"""What a producer's contact can do with an order, by button and by words, and who hears of it."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions.meaning import Item
from actions.notices import asks
from actions.state import State
from bot import conversation
from bot.people import identity_for
from bot.tables import Opening
from orders.tables import JournalEntry, Ticket
from tests.conftest import NOW
from tests.unit.stage import Stage

BUYER = 1
PHONE, STREET, NAME = "98160 12345", "Ward 3", "Sunita"


@pytest.fixture
def stage(seeded: AsyncSession) -> Stage:
    return Stage(seeded)


def private(text: str) -> bool:
    """Whether a text holds anything by which the buyer could be found."""
    return any(mark in text for mark in (PHONE, PHONE.replace(" ", ""), STREET, NAME, "177033"))


async def test_accept_ready_sent_received(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(shawl=3000)
    asked = stage.text_to(officer)
    assert "HT-1001" in asked
    assert "3 कुल्लू शॉल" in asked
    assert "तक" in asked
    assert not private(asked)
    assert stage.buttons_to(officer) == [f"v1:accept:{part.id}", f"v1:part:{part.id}", f"v1:decline:{part.id}"]
    assert [due.kind for due in stage.turn.due] == ["remind", "escalate"]  # type: ignore[union-attr]

    await stage.tap(officer, f"v1:accept:{part.id}")
    assert part.state == "accepted"
    assert "कंडा" in stage.text_to(BUYER)
    assert "HT-1001" in stage.text_to(BUYER)
    assert PHONE in stage.text_to(officer)
    assert STREET in stage.text_to(officer)
    assert stage.buttons_to(officer) == [f"v1:ready:{part.id}", f"v1:dispatch:{part.id}"]

    await stage.tap(officer, f"v1:ready:{part.id}")
    assert part.state == "ready"
    await stage.tap(officer, f"v1:dispatch:{part.id}")
    assert part.state == "ready"  # asked for the number first
    await stage.write(officer, "answered_tracking", "speed post em123456785in")
    assert (part.state, part.carrier, part.tracking) == ("dispatched", "India Post", "EM123456785IN")
    assert "EM123456785IN" in stage.text_to(BUYER)
    await stage.tap(BUYER, f"v1:received:{part.id}")
    assert part.state == "delivered"
    journal = [entry.actor for entry in await stage.db.scalars(select(JournalEntry).order_by(JournalEntry.id))]
    assert journal[0] == "buyer:1"
    assert journal[-1] == "buyer:1"
    assert journal[1].startswith("contact:")


async def test_a_prison_workshops_lead_never_sees_the_buyer(stage: Stage) -> None:
    lead = await stage.contact("kanda", "lead")
    officer = await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(shawl=1000)
    await stage.tap(lead, f"v1:accept:{part.id}")
    assert not private(stage.text_to(lead))
    assert PHONE in stage.text_to(officer)
    await stage.tap(lead, f"v1:work:{part.id}")
    assert not private(stage.text_to(lead))
    assert f"v1:dispatch:{part.id}" not in stage.buttons_to(lead)
    await stage.tap(lead, f"v1:dispatch:{part.id}")  # a button is only a claim
    assert part.state == "accepted"
    assert not private(stage.text_to(lead))


async def test_a_self_help_groups_lead_sends_parcels(stage: Stage) -> None:
    lead = await stage.contact("anmol", "lead")
    deputy = await stage.contact("anmol", "deputy")
    _, (part,) = await stage.place(pickle=1000)
    await stage.tap(deputy, f"v1:accept:{part.id}")
    assert not private(stage.text_to(deputy))
    assert PHONE in stage.text_to(lead)


async def test_the_second_contact_hears_who_was_first(stage: Stage) -> None:
    first = await stage.contact("kanda", "officer")
    second = await stage.contact("kanda", "deputy")
    _, (part,) = await stage.place(shawl=1000)
    await stage.tap(first, f"v1:accept:{part.id}")
    assert "प्रभारी अधिकारी" in stage.text_to(second)
    await stage.tap(second, f"v1:decline:{part.id}")
    assert part.state == "accepted"
    assert "प्रभारी अधिकारी" in stage.text_to(second)
    assert stage.text_to(BUYER) == ""


async def test_a_strangers_button_moves_nothing(stage: Stage) -> None:
    await stage.contact("kanda", "officer")
    other = await stage.contact("nahan", "officer")
    stranger = await stage.person()
    _, (part,) = await stage.place(shawl=1000)
    for who in (other, stranger, BUYER):
        for verb in ("accept", "decline", "part", "ready", "dispatch", "work"):
            await stage.tap(who, f"v1:{verb}:{part.id}")
            assert not private(stage.text_to(who)) or who == BUYER
    await stage.tap(stranger, "v1:accept:999999")
    await stage.tap(stranger, "v1:accept")
    assert part.state == "placed"


async def test_a_revoked_contact_moves_nothing(stage: Stage) -> None:
    from catalog import contacts

    officer = await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(shawl=1000)
    (mine,) = await contacts.of_person(stage.db, officer)
    await contacts.revoke(stage.db, mine.id)
    await stage.tap(officer, f"v1:accept:{part.id}")
    assert part.state == "placed"


async def test_declined_honestly_and_the_office_has_it(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    boss = await stage.contact("office", "office")
    _, (part,) = await stage.place(table=1000)  # nobody else makes it
    await stage.tap(officer, f"v1:decline:{part.id}")
    assert part.state == "declined"
    assert "दफ़्तर" in stage.text_to(BUYER)
    ticket = (await stage.db.scalars(select(Ticket))).one()
    assert (ticket.kind, ticket.person_id, ticket.seller_order_id) == ("declined", BUYER, part.id)
    assert ticket.number in stage.text_to(boss)


async def test_a_part_is_offered_and_taken(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    placed, (part,) = await stage.place(shawl=3000)
    await stage.tap(officer, f"v1:part:{part.id}")
    assert "3 कुल्लू शॉल" in stage.text_to(officer)
    await stage.write(officer, "answered_part", "5")
    assert part.state == "placed"
    await stage.write(officer, "answered_part", "२ ही")
    assert part.state == "part_offered"
    assert "2 कुल्लू शॉल" in stage.text_to(BUYER)
    assert "₹1,900" in stage.text_to(BUYER)
    ways = [f"v1:{verb}:{part.id}" for verb in ("take_part", "part_ways", "refuse_part")]
    assert stage.buttons_to(BUYER) == ways
    assert stage.states[BUYER].about["yes"] == f"v1:take_part:{part.id}"
    await stage.tap(BUYER, f"v1:take_part:{part.id}")
    assert part.state == "accepted"
    assert "2 कुल्लू शॉल" in stage.text_to(officer)
    assert PHONE in stage.text_to(officer)
    await stage.db.refresh(placed)
    assert placed.total_paise == 2 * 95000


async def test_a_part_of_an_order_with_two_lines_is_asked_line_by_line(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(shawl=2000, table=1000)
    await stage.tap(officer, f"v1:part:{part.id}")
    all_of_it, _none = stage.buttons_to(officer)
    await stage.tap(officer, all_of_it)
    assert part.state == "placed"
    _all, none_of_it = stage.buttons_to(officer)
    await stage.tap(officer, none_of_it)
    assert part.state == "part_offered"
    assert "2 कुल्लू शॉल" in stage.text_to(BUYER)
    assert "मेज़" not in stage.text_to(BUYER)


async def test_all_or_nothing_is_no_part(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(shawl=2000)
    await stage.tap(officer, f"v1:part:{part.id}")
    everything, nothing = stage.buttons_to(officer)
    await stage.tap(officer, everything)
    assert part.state == "placed"
    assert f"v1:accept:{part.id}" in stage.buttons_to(officer)
    await stage.tap(officer, f"v1:part:{part.id}")
    await stage.tap(officer, nothing)
    assert part.state == "placed"
    assert f"v1:decline:{part.id}" in stage.buttons_to(officer)


async def test_words_answer_only_the_question_that_was_asked(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    _, (first,) = await stage.place(shawl=1000)
    await stage.write(officer, "producer_accept_order", "bana denge")
    assert first.state == "accepted"
    _, (second,) = await stage.place(table=1000)
    stage.states[officer].ask(None)  # the talk went on to something else
    await stage.write(officer, "producer_accept_order", "order manzoor hai")
    assert second.state == "placed"
    assert f"v1:accept:{second.id}" in stage.buttons_to(officer)


async def test_words_with_two_open_orders_ask_which(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    _, (first,) = await stage.place(shawl=1000)
    _, (second,) = await stage.place(table=2000)
    await stage.write(officer, "producer_accept_order", "theek hai")
    assert (first.state, second.state) == ("placed", "placed")
    assert stage.buttons_to(officer) == [f"v1:accept:{first.id}", f"v1:accept:{second.id}"]
    # the order asked about last may be named
    await stage.write(officer, "producer_accept_order", f"{second.number} le lenge", order_ref=second.number)
    assert (first.state, second.state) == ("placed", "accepted")
    # another one may be named too, but then a button confirms it
    await stage.write(officer, "producer_accept_order", "1001 bhi", order_ref="1001")
    assert first.state == "placed"
    assert f"v1:accept:{first.id}" in stage.buttons_to(officer)


@pytest.mark.parametrize("no", ["nahi", "नहीं जी", "no", "NAHI!"])
async def test_a_bare_no_is_asked_again(stage: Stage, no: str) -> None:
    officer = await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(table=1000)
    await stage.write(officer, "producer_reject_order", no)
    assert part.state == "placed"
    assert f"v1:decline:{part.id}" in stage.buttons_to(officer)
    await stage.write(officer, "producer_reject_order", "nahi ho payega")
    assert part.state == "declined"


@pytest.mark.parametrize(
    ("task", "text", "slots"),
    [
        ("producer_reject_order", "ho payega", {}),  # taken for its contrary
        ("producer_accept_order", "nahi ho payega", {}),
        ("producer_accept_order", "agle mahine tak bana denge", {"date_on": "2026-12-31"}),
    ],
)
async def test_words_that_may_mean_otherwise_get_a_button(
    stage: Stage, task: str, text: str, slots: dict[str, Any]
) -> None:
    officer = await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(shawl=1000)
    await stage.write(officer, task, text, **slots)
    assert part.state == "placed"
    assert len(stage.buttons_to(officer)) == 2


async def test_only_two_are_ready_in_words(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(shawl=3000)
    await stage.write(officer, "producer_partial_accept", "bas do hi hai", qty_ready=2)
    assert part.state == "part_offered"
    assert "2 कुल्लू शॉल" in stage.text_to(BUYER)


async def test_ready_and_sent_in_words(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(shawl=1000)
    await stage.tap(officer, f"v1:accept:{part.id}")
    await stage.write(officer, "producer_mark_ready", "ban gaya")
    assert part.state == "ready"
    await stage.write(officer, "producer_mark_dispatched", "bhej diya", tracking="AB1234567", carrier="courier")
    assert (part.state, part.tracking) == ("dispatched", "AB1234567")
    assert "AB1234567" in stage.text_to(BUYER)


async def test_sent_without_a_number(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(shawl=1000)
    await stage.tap(officer, f"v1:accept:{part.id}")
    await stage.tap(officer, f"v1:dispatch:{part.id}")
    (plain,) = stage.buttons_to(officer)
    await stage.tap(officer, plain)
    assert (part.state, part.tracking) == ("dispatched", None)
    assert "नंबर" not in stage.text_to(BUYER)


async def test_the_buyer_cancels_and_the_group_hears_it(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(shawl=1000)
    await stage.tap(BUYER, "v1:cancel_yes:HT-1001")
    assert part.state == "cancelled"
    assert "HT-1001" in stage.text_to(officer)
    assert not private(stage.text_to(officer))
    await stage.tap(officer, f"v1:accept:{part.id}")
    assert part.state == "cancelled"
    assert "रद्द" in stage.text_to(officer)


async def test_open_orders_page_by_page(stage: Stage) -> None:
    officer = await stage.contact("nahan", "officer")
    await stage.write(officer, "producer_orders_today", "aaj ke order")
    assert "नहीं" in stage.text_to(officer)
    for _ in range(12):
        await stage.place(socks=1000)
    await stage.write(officer, "producer_orders_today", "aaj ke order")
    assert len(stage.buttons_to(officer)) == 10
    await stage.tap(officer, stage.buttons_to(officer)[-1])
    assert len(stage.buttons_to(officer)) == 3
    await stage.tap(officer, stage.buttons_to(officer)[0])
    assert "मोज़े" in stage.text_to(officer)


async def test_a_buyer_who_speaks_like_a_producer(stage: Stage) -> None:
    _, (part,) = await stage.place(shawl=1000)
    for task in ("producer_accept_order", "producer_orders_today", "producer_price_change", "producer_mark_dispatched"):
        await stage.write(BUYER, task, "order le lenge")
        assert "कोड" in stage.text_to(BUYER)
    assert part.state == "placed"


async def test_her_own_count(stage: Stage) -> None:
    from catalog.tables import Offer

    lead = await stage.contact("anmol", "lead")
    pickle = (Item("pickle", "pickle", qty_milli=12_000, unit="kg"),)
    await stage.write(lead, "producer_stock_update", "achar 12 kilo bacha", pickle, op="set")
    offer = (await stage.db.scalars(select(Offer).where(Offer.sku == "pickle"))).one()
    assert (offer.on_hand_milli, offer.stock_source) == (12_000, "producer")
    await stage.tap(lead, stage.buttons_to(lead)[0])
    assert offer.on_hand_milli == 5_000
    shawl = (Item("shawl", "shawl", qty_milli=99_000, unit="piece"),)
    await stage.write(lead, "producer_stock_update", "shawl 99", shawl)  # not hers: the office looks at it
    assert (await stage.db.scalars(select(Ticket))).one().kind == "stock"
    shawls = await stage.db.scalars(select(Offer.on_hand_milli).where(Offer.sku == "shawl").order_by(Offer.id))
    assert list(shawls) == [10_000, 20_000]
    await stage.tap(BUYER, f"v1:recount:{offer.id}:1")
    assert offer.on_hand_milli == 5_000


async def test_a_notice_does_not_break_into_an_address(seeded: AsyncSession) -> None:
    """A contact who is buying goes on with her address; the notice's buttons work meanwhile."""
    identity = await identity_for(seeded, "whatsapp", "919816012345", NOW)
    shown = [["v1:accept:7", "बना देंगे", ""]]
    seeded.add(Opening(identity_id=identity.id, data={**asks(7), "shown": shown}))
    await seeded.flush()
    buying, _ = await conversation._opened(seeded, identity.id, State(awaiting="address"))
    assert (buying.side, buying.awaiting, buying.shown) == ("buyer", "address", shown)
    free, _ = await conversation._opened(seeded, identity.id, State())
    assert (free.side, free.awaiting, free.about) == ("producer", "producer_answer", {"seller_order": 7})
