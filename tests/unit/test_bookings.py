"""Calling a worker home: the talk, one worker asked at a time, phones only after both yeses, and the office."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions.meaning import Item
from catalog.lexicon import listed
from catalog.worker_classes import classes
from orders import bookings
from orders.booking_tables import Booking, BookingOffer, Worker
from orders.job_match import Candidate, next_one
from orders.tables import Order, Ticket
from tests.conftest import NOW
from tests.unit.stage import Stage

BUYER = 1
TOMORROW = (NOW + timedelta(days=1)).date().isoformat()
BUYERS_PHONE, WORKERS_PHONE = "98160 12345", "98050 0000"


@pytest.fixture
def stage(seeded: AsyncSession) -> Stage:
    return Stage(seeded)


async def worker(stage: Stage, number: int, pincode: str = "177033", class_id: str = "plumber") -> int:
    """The person id of a worker the office has taken in."""
    who = await stage.person()
    stage.db.add(Worker(person_id=who, class_id=class_id, name=f"Ramesh {number}", pincode=pincode,
                        district="Hamirpur", phone=f"+91980500000{number}", state="working", since=NOW))  # fmt: skip
    await stage.db.flush()
    return who


async def calls(stage: Stage, day: int = 1) -> Booking:
    """A buyer without anything saved: five messages and a yes."""
    await stage.write(BUYER, "book_service", "plumber chahiye", service="plumber")
    await stage.tap(BUYER, f"v1:book_day:{day}")
    await stage.write(BUYER, "answered_job_place", "Ward 3, Nadaun 177033")
    await stage.write(BUYER, "answered_job_name", "Sunita")
    await stage.write(BUYER, "answered_job_phone", "9816012345")
    card = stage.text_to(BUYER)
    assert "प्लंबर" in card
    assert BUYERS_PHONE in card
    await stage.tap(BUYER, "v1:book_yes", key=f"messages:{next(stage.causes)}")
    return (await stage.db.scalars(select(Booking).order_by(Booking.id.desc()))).first()  # type: ignore[return-value]


def test_there_are_26_classes_and_four_are_named_by_a_source() -> None:
    named = [one.named_by for one in classes()]
    assert {one.service for one in classes()} <= set(listed("services"))
    assert (len(named), named.count("portal"), named.count("ours")) == (26, 4, 22)


async def test_phones_are_shown_when_both_have_said_yes(stage: Stage) -> None:
    plumber = await worker(stage, 1)
    booking = await calls(stage)
    assert booking.state == "asked"
    asked = stage.text_to(plumber)
    assert "177033" in asked
    for secret in (BUYERS_PHONE, "9816012345", "Sunita", "Ward 3"):
        assert secret not in asked
    assert WORKERS_PHONE not in stage.text_to(BUYER)
    await stage.tap(plumber, f"v1:job_yes:{booking.id}")
    assert booking.state == "taken"
    assert BUYERS_PHONE in stage.text_to(plumber)
    assert "Ward 3" in stage.text_to(plumber)
    assert WORKERS_PHONE in stage.text_to(BUYER)
    await stage.tap(BUYER, "v1:my_jobs")
    assert WORKERS_PHONE in stage.text_to(BUYER)


async def test_one_is_asked_at_a_time_and_the_next_after_a_no_or_silence(stage: Stage) -> None:
    near, far, third = [await worker(stage, n, pin) for n, pin in ((1, "177033"), (2, "177001"), (3, "177001"))]
    booking = await calls(stage)
    assert stage.text_to(near)
    assert not stage.text_to(far)
    await stage.tap(far, f"v1:job_yes:{booking.id}")  # not asked: a button is only a claim
    assert booking.state == "asked"
    await stage.tap(near, f"v1:job_no:{booking.id}")
    assert stage.text_to(far)
    assert not stage.text_to(BUYER)
    silent = next(due for due in stage.turn.due if due.kind == "job_silent")  # type: ignore[union-attr]
    await stage.timer(silent)
    assert stage.text_to(third)
    await stage.tap(far, f"v1:job_yes:{booking.id}")
    assert BUYERS_PHONE not in stage.text_to(far)  # too late
    await stage.tap(third, f"v1:job_no:{booking.id}")
    assert booking.state == "nobody"
    assert booking.number in stage.text_to(BUYER)
    (ticket,) = (await stage.db.scalars(select(Ticket))).all()
    assert (ticket.kind, ticket.person_id) == ("booking", BUYER)
    answers = [offer.answer for offer in await stage.db.scalars(select(BookingOffer).order_by(BookingOffer.id))]
    assert answers == ["no", "silent", "no"]


async def test_nobody_takes_two_jobs_of_one_day(stage: Stage) -> None:
    plumber = await worker(stage, 1)
    first = await calls(stage)
    await stage.tap(plumber, f"v1:job_yes:{first.id}")
    second = await calls(stage)
    assert second.state == "nobody"
    third = await calls(stage, day=2)
    assert third.state == "asked"


async def test_a_worker_gives_up_and_the_buyer_cancels(stage: Stage) -> None:
    one, two = await worker(stage, 1), await worker(stage, 2)
    booking = await calls(stage)
    await stage.tap(one, f"v1:job_yes:{booking.id}")
    await stage.tap(two, f"v1:job_give_up:{booking.id}")
    assert booking.state == "taken"
    await stage.tap(one, f"v1:job_give_up:{booking.id}")
    assert booking.state == "asked"
    await stage.tap(two, f"v1:job_yes:{booking.id}")
    await stage.tap(one, f"v1:cancel_job:{booking.id}")
    assert booking.state == "taken"
    await stage.tap(BUYER, f"v1:cancel_job:{booking.id}")
    assert booking.state == "cancelled"
    assert booking.number in stage.text_to(two)


async def test_the_morning_after(stage: Stage) -> None:
    plumber = await worker(stage, 1)
    booking = await calls(stage)
    after = next(due for due in stage.turn.due if due.kind == "job_afterwards")  # type: ignore[union-attr]
    assert after.at.date() == booking.day + timedelta(days=1)
    await stage.tap(plumber, f"v1:job_yes:{booking.id}")
    await stage.timer(after)
    assert stage.buttons_to(BUYER) == [f"v1:job_done:{booking.id}", f"v1:job_missed:{booking.id}"]
    await stage.tap(BUYER, f"v1:job_missed:{booking.id}")
    (ticket,) = (await stage.db.scalars(select(Ticket))).all()
    assert ticket.kind == "complaint"
    assert booking.state == "cancelled"


async def test_everything_in_one_message_needs_one_yes(stage: Stage) -> None:
    await worker(stage, 1)
    await stage.write(BUYER, "book_service", "kal plumber chahiye Nadaun 177033", service="plumber",
                      date_on=TOMORROW, pincode="177033", place="Nadaun",
                      address="gaon Kohla, Nadaun")  # fmt: skip
    await stage.write(BUYER, "answered_job_name", "Sunita")
    await stage.write(BUYER, "answered_job_phone", "9816012345")
    await stage.tap(BUYER, "v1:book_yes")
    booking = (await stage.db.scalars(select(Booking))).one()
    assert (booking.line, booking.pincode, booking.district) == ("gaon Kohla, Nadaun", "177033", "Hamirpur")
    await stage.tap(BUYER, "v1:book_yes")  # a second tap books nothing more
    assert len((await stage.db.scalars(select(Booking))).all()) == 1


async def test_goods_and_a_worker_in_one_cart(stage: Stage) -> None:
    """The almirah and the carpenter: the goods become an order, then only the day of the worker is asked."""
    carpenter = await worker(stage, 1, class_id="carpenter")
    await stage.write(BUYER, "add_to_cart", "ek shawl aur ek carpenter chahiye",
                      (Item(product="shawl", sku="shawl", qty_milli=1000),), service="carpenter")  # fmt: skip
    assert stage.states[BUYER].worker == "carpenter"
    assert "बढ़ई" in stage.text_to(BUYER)
    form = stage.states[BUYER].form
    form.name, form.line, form.pincode, form.phone, form.payment = "Sunita", "Ward 3", "177033", "+919816012345", "cod"
    form.district, form.state = "Hamirpur", "Himachal Pradesh"
    await stage.tap(BUYER, "v1:checkout")
    await stage.tap(BUYER, next(payload for payload in stage.buttons_to(BUYER) if "place_order" in payload))
    assert stage.states[BUYER].awaiting == "date"
    await stage.tap(BUYER, "v1:book_day:2")
    await stage.tap(BUYER, "v1:book_yes")
    booking = (await stage.db.scalars(select(Booking))).one()
    order = (await stage.db.scalars(select(Order))).one()
    assert (booking.order_id, booking.class_id, booking.line) == (order.id, "carpenter", "Ward 3")
    assert stage.text_to(carpenter)


async def test_a_day_that_cannot_be_is_asked_again(stage: Stage) -> None:
    await stage.write(BUYER, "book_service", "plumber", service="plumber", date_on="2020-01-01")
    assert stage.states[BUYER].awaiting == "date"
    await stage.tap(BUYER, "v1:book_day:9")
    assert stage.states[BUYER].awaiting == "date"
    await stage.tap(BUYER, "v1:book_day:0")
    await stage.write(BUYER, "answered_job_place", "Nadaun")
    assert stage.states[BUYER].awaiting == "job_place"
    await stage.write(BUYER, "answered_job_place", "999999")
    assert "999999" in stage.text_to(BUYER)
    await stage.write(BUYER, "answered_job_place", "१७७०३३")
    assert stage.states[BUYER].about["line"] == "Nadaun"


async def test_a_worker_offers_herself_and_the_office_takes_her_in(stage: Stage) -> None:
    boss = await stage.contact("office", "office")
    who = await stage.person()
    await stage.write(who, "producer_register", "main plumber hun", service="plumber")
    await stage.write(who, "answered_work_place", "Nadaun 177033")
    await stage.write(who, "answered_work_name", "Ramesh")
    await stage.write(who, "answered_work_phone", "9805000001")
    row = (await stage.db.scalars(select(Worker))).one()
    assert row.state == "asked"
    assert WORKERS_PHONE not in stage.text_to(boss)  # on her own page, not in a notice
    booking = await calls(stage)
    assert booking.state == "nobody"  # nobody is sent whom the office has not taken in
    await stage.tap(who, f"v1:worker_word:{row.id}:yes")
    assert row.state == "asked"
    await stage.tap(boss, f"v1:worker:{row.id}")
    assert WORKERS_PHONE in stage.text_to(boss)
    await stage.tap(boss, f"v1:worker_word:{row.id}:yes")
    assert row.state == "working"
    assert stage.text_to(who)
    await stage.tap(who, "v1:work_rest:yes")
    assert row.state == "resting"
    await stage.tap(who, "v1:work_rest:no")
    assert (await calls(stage)).worker_id == row.id


async def test_a_farmer_may_offer_himself(stage: Stage) -> None:
    who = await stage.person()
    await stage.write(who, "producer_register", "hum kheti karte hain")
    await stage.tap(who, "v1:work_as:farmer")
    await stage.write(who, "answered_work_place", "Nadaun 177033")
    await stage.write(who, "answered_work_name", "Mohan")
    await stage.write(who, "answered_work_phone", "9805000009")
    assert (await stage.db.scalars(select(Worker))).one().class_id == "farmer"


def test_who_is_asked_next() -> None:
    def one(number: int, pincode: str, district: str | None, asked: int | None = None, busy: bool = False) -> Candidate:
        return Candidate(number, pincode, district, busy, None if asked is None else NOW + timedelta(hours=asked))

    among = [one(1, "177001", "Hamirpur"), one(2, "177033", "Hamirpur", 5), one(3, "177033", "Hamirpur", 2),
             one(4, "177033", "Hamirpur", 1, busy=True), one(5, "800001", "Patna")]  # fmt: skip
    order, tried = [], set[int]()
    while (chosen := next_one(among, "177033", "Hamirpur", tried)) is not None:
        order.append(chosen.worker_id)
        tried.add(chosen.worker_id)
    assert order == [3, 2, 1]
    assert next_one(among, "110001", None, ()) is None


async def test_the_same_yes_twice_is_one_booking(seeded: AsyncSession) -> None:
    where = bookings.Where("Sunita", "Ward 3", "177033", "Hamirpur", "+919816012345")
    first, new = await bookings.ask(seeded, 1, "messages:1", "plumber", date(2026, 11, 26), where, NOW)
    again, newer = await bookings.ask(seeded, 1, "messages:1", "plumber", date(2026, 11, 26), where, NOW)
    assert (first.id, new, newer) == (again.id, True, False)
