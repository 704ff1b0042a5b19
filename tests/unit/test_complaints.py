"""A complaint from its number to its end: who sees what, the return, the law's terms on a simulated clock."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.commands.clocks import terms_kept
from orders import complaints, service, tickets
from orders.tables import Order, OrderLine, SellerOrder, Ticket
from tests.conftest import NOW
from tests.unit.stage import Stage

BUYER = 1
PRIVATE = ("98160", "+9198160", "Ward 3", "177033", "Sunita")
WORDS = "shawl ka rang utar gaya, mera number 98160 12345 hai"


@pytest.fixture
def stage(seeded: AsyncSession) -> Stage:
    return Stage(seeded)


async def delivered(stage: Stage, **milli: int) -> tuple[Order, list[SellerOrder]]:
    order, parts = await stage.place(**(milli or {"shawl": 1000}))
    for part in parts:
        for move in ("accept", "dispatch", "deliver"):
            await service.move(stage.db, part.id, move, "office:cli", NOW)
    return order, parts


async def told(stage: Stage) -> Ticket:
    return (await stage.db.scalars(select(Ticket).where(Ticket.kind == "complaint"))).one()


def verbs(stage: Stage, who: int = BUYER) -> list[str]:
    return [payload.removeprefix("v1:") for payload in stage.buttons_to(who)]


async def test_number_at_once_then_reason_wish_and_a_return_by_her_button(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    deputy = await stage.contact("kanda", "deputy")
    office = await stage.contact("office", "office")
    _, (part,) = await delivered(stage)
    await stage.write(BUYER, "complaint_return_refund", WORDS)
    ticket = await told(stage)
    assert ticket.number in stage.text_to(BUYER)
    assert ticket.number in stage.text_to(office)
    assert verbs(stage) == [f"complaint_reason:{ticket.id}:{reason}" for reason in complaints.REASONS]
    await stage.tap(BUYER, f"v1:complaint_reason:{ticket.id}:quality")
    assert verbs(stage) == [f"complaint_wish:{ticket.id}:{wish}" for wish in complaints.WISHES]
    assert not stage.text_to(officer)
    await stage.tap(BUYER, f"v1:complaint_wish:{ticket.id}:another")
    assert (ticket.reason, ticket.wish, ticket.sku) == ("quality", "another", "shawl")
    assert "अच्छा नहीं बना" in stage.text_to(officer)
    assert not any(private in stage.text_to(officer) for private in PRIVATE)
    assert not stage.text_to(deputy)
    assert part.state == "delivered"  # nothing goes back before she has said so
    assert f"complaint_return:{ticket.id}" in verbs(stage)
    await stage.tap(BUYER, f"v1:complaint_return:{ticket.id}")
    assert part.state == "return_asked"
    assert "लौटाना" in stage.text_to(officer)
    await stage.tap(BUYER, f"v1:complaint_return:{ticket.id}")
    assert part.state == "return_asked"
    await stage.tap(office, f"v1:ticket:{ticket.id}")
    assert "दूसरा भेजिए" in stage.text_to(office)


@pytest.mark.parametrize("wish", ["repair", "say"])
async def test_no_return_where_none_is_wished(stage: Stage, wish: str) -> None:
    _, (part,) = await delivered(stage)
    await stage.write(BUYER, "complaint_return_refund", "phati hui aayi", reason="damaged")
    ticket = await told(stage)
    assert ticket.reason == "broken"  # she has said it: it is not asked again
    await stage.tap(BUYER, f"v1:complaint_wish:{ticket.id}:{wish}")
    assert not any("complaint_return" in verb for verb in verbs(stage))
    await stage.tap(BUYER, f"v1:complaint_return:{ticket.id}")
    assert part.state == "delivered"


async def test_what_never_came_is_not_to_be_sent_back(stage: Stage) -> None:
    _, (part,) = await delivered(stage)
    await stage.write(BUYER, "complaint_return_refund", WORDS)
    ticket = await told(stage)
    await stage.tap(BUYER, f"v1:complaint_reason:{ticket.id}:missing")
    await stage.tap(BUYER, f"v1:complaint_wish:{ticket.id}:money")
    assert not any("complaint_return" in verb for verb in verbs(stage))
    await stage.tap(BUYER, f"v1:complaint_return:{ticket.id}")
    assert part.state == "delivered"


async def test_no_return_before_the_goods_have_come(stage: Stage) -> None:
    _, (part,) = await stage.place(shawl=1000)
    await stage.write(BUYER, "complaint_return_refund", "bahut der", reason="late")
    ticket = await told(stage)
    await stage.tap(BUYER, f"v1:complaint_wish:{ticket.id}:money")
    await stage.tap(BUYER, f"v1:complaint_return:{ticket.id}")
    assert part.state == "placed"


async def test_which_of_several_things(stage: Stage) -> None:
    _, parts = await delivered(stage, shawl=1000, pickle=1000)
    await stage.write(BUYER, "complaint_return_refund", "theek nahi hai")
    ticket = await told(stage)
    ids = list(await stage.db.scalars(select(OrderLine.id).order_by(OrderLine.id)))
    assert set(verbs(stage)) == {f"complaint_item:{ticket.id}:{line}" for line in [*ids, 0]}
    pickle = (await stage.db.scalars(select(OrderLine).where(OrderLine.sku == "pickle"))).one()
    await stage.tap(BUYER, f"v1:complaint_item:{ticket.id}:{pickle.id}")
    assert (ticket.sku, ticket.seller_order_id) == ("pickle", pickle.seller_order_id)
    assert verbs(stage)[0] == f"complaint_reason:{ticket.id}:broken"
    assert len(parts) >= 1


async def test_more_words_belong_to_the_complaint_that_is_being_told(stage: Stage) -> None:
    await delivered(stage)
    await stage.write(BUYER, "complaint_return_refund", "shikayat hai")
    await stage.write(BUYER, "complaint_return_refund", "kinara utra hua hai")
    ticket = await told(stage)
    assert ticket.text == "shikayat hai / kinara utra hua hai"
    await stage.tap(BUYER, f"v1:complaint_reason:{ticket.id}:other")
    await stage.tap(BUYER, f"v1:complaint_wish:{ticket.id}:say")
    await stage.write(BUYER, "complaint_return_refund", "topi bhi choti hai")
    assert len(await complaints.of_person(stage.db, BUYER)) == 2


async def test_a_complaint_is_only_hers(stage: Stage) -> None:
    _, (part,) = await delivered(stage)
    await stage.write(BUYER, "complaint_return_refund", WORDS)
    ticket = await told(stage)
    stranger = await stage.person()
    line = (await stage.db.scalars(select(OrderLine))).one()
    for payload in ("complaint_reason:{}:late", "complaint_wish:{}:money", "complaint_return:{}", "my_complaint:{}",
                    "complaint_settled:{}", f"complaint_item:{{}}:{line.id}"):  # fmt: skip
        await stage.tap(stranger, "v1:" + payload.format(ticket.id))
        assert "rang utar" not in stage.text_to(stranger)
        assert ticket.number not in stage.text_to(stranger)
    assert (ticket.reason, ticket.wish, ticket.state, part.state) == (None, None, "open", "delivered")
    await stage.write(stranger, "complaint_return_refund", "meri bhi shikayat")
    (theirs,) = await complaints.of_person(stage.db, stranger)
    await stage.tap(stranger, f"v1:complaint_item:{theirs.id}:{line.id}")
    assert (theirs.sku, theirs.seller_order_id) == (None, None)


@pytest.mark.parametrize("asked", ["meri shikayat ka kya hua", "what happened to my complaint", "मेरी शिकायत का क्या हुआ"])
async def test_what_became_of_it(stage: Stage, asked: str) -> None:
    office = await stage.contact("office", "office")
    await delivered(stage)
    await stage.write(BUYER, "complaint_return_refund", WORDS)
    ticket = await told(stage)
    await stage.write(BUYER, "complaint_return_refund", asked)
    assert await told(stage) is ticket  # no second one
    assert ticket.number in stage.text_to(BUYER)
    assert "अभी नहीं आया" in stage.text_to(BUYER)
    await stage.tap(office, f"v1:reply:{ticket.id}")
    await stage.write(office, "answered_reply", "Kal naya shawl bhej rahe hain")
    assert f"v1:close_ticket:{ticket.id}" in stage.buttons_to(office)
    await stage.write(BUYER, "complaint_return_refund", asked)
    assert "Kal naya shawl bhej rahe hain" in stage.text_to(BUYER)
    await stage.tap(BUYER, f"v1:complaint_settled:{ticket.id}", at=NOW + timedelta(days=2))
    assert (ticket.state, ticket.closed_at) == ("closed", NOW + timedelta(days=2))
    assert ticket.answered_at == NOW


async def test_the_office_hears_of_it_at_40_hours_and_on_day_25(stage: Stage) -> None:
    office = await stage.contact("office", "office")
    await delivered(stage)
    await stage.write(BUYER, "complaint_return_refund", WORDS)
    ticket = await told(stage)
    assert stage.turn is not None
    unanswered, unsettled = stage.turn.due
    assert (unanswered.at - NOW, unsettled.at - NOW) == (timedelta(hours=40), timedelta(days=25))
    await stage.timer(unanswered)
    assert ticket.number in stage.text_to(office)
    assert "48 घंटे" in stage.text_to(office)
    await tickets.answer(stage.db, ticket, "dekh rahe hain", NOW)
    assert await stage.timer(unanswered) == []
    await stage.timer(unsettled)  # an answer is no settlement
    assert "महीना" in stage.text_to(office)
    await tickets.close(stage.db, ticket, NOW)
    assert await stage.timer(unsettled) == []


async def test_a_button_is_no_clock(stage: Stage) -> None:
    office = await stage.contact("office", "office")
    for kind in ("complaint_unanswered", "complaint_open", "ask_rating"):
        await stage.tap(BUYER, f"v1:{kind}")
        assert not stage.text_to(office)


@pytest.mark.parametrize(
    ("at", "due"),
    [
        (datetime(2026, 1, 31, 6, tzinfo=UTC), datetime(2026, 2, 28, 6, tzinfo=UTC)),
        (datetime(2026, 12, 15, 6, tzinfo=UTC), datetime(2027, 1, 15, 6, tzinfo=UTC)),
        (datetime(2026, 1, 30, 20, tzinfo=UTC), datetime(2026, 2, 27, 20, tzinfo=UTC)),  # in India the 31st already
    ],
)
def test_a_month(at: datetime, due: datetime) -> None:
    assert complaints.month_after(at) == due


async def test_how_often_the_terms_were_kept(stage: Stage) -> None:
    """Answered in 47 h, in 49 h and never; closed in 10 days, in 40 days and never; one is new and not counted."""
    for answered, closed in ((47, 10), (49, 40), (None, None)):
        ticket = await tickets.open_one(stage.db, "complaint", "x", NOW, person_id=BUYER)
        if answered and closed:
            await tickets.answer(stage.db, ticket, "dekh lenge", NOW + timedelta(hours=answered))
            await tickets.close(stage.db, ticket, NOW + timedelta(days=closed))
    later = NOW + timedelta(days=60)
    await tickets.open_one(stage.db, "complaint", "x", later, person_id=BUYER)
    await tickets.open_one(stage.db, "enquiry", "x", NOW, person_id=BUYER)
    rows = await terms_kept(stage.db, later)
    assert [(row["in_time"], row["of"], row["percent"], row["waiting"]) for row in rows] == [
        (1, 3, 33, 2),
        (1, 3, 33, 2),
    ]
    assert [row["percent"] for row in await terms_kept(stage.db, NOW - timedelta(days=1))] == [100, 100]


async def test_a_second_answer_does_not_make_the_first_late(seeded: AsyncSession) -> None:
    ticket = await tickets.open_one(seeded, "complaint", "fati", NOW, person_id=1)
    await tickets.answer(seeded, ticket, "We look at it", NOW + timedelta(hours=3))
    await tickets.answer(seeded, ticket, "Another one is sent", NOW + timedelta(days=9))
    assert (ticket.answer, ticket.answered_at) == ("Another one is sent", NOW + timedelta(hours=3))
