"""A booking on its way: one worker is asked, answers or stays silent, the next one is; the office when nobody can."""

from datetime import datetime, timedelta

from actions import job_notices as notices
from actions.desk import open_ticket
from actions.messages import Buttons, Option, Phrase, Text, say
from actions.payloads import write
from actions.registry import action, perform
from actions.turn import Turn
from catalog.worker_classes import class_of
from orders import bookings, phones
from orders.booking_tables import Booking
from orders.clocks import awake_after
from orders.dates import IST

ANSWER_WITHIN = timedelta(hours=1)
"""A worker's time for her answer, in the hours in which people are awake."""
ASKED_AFTERWARDS = timedelta(days=1, hours=9)


async def begin(turn: Turn, booking: Booking) -> None:
    """A new booking: the first worker is asked, the buyer hears what comes next."""
    locked = await bookings.locked(turn.db, booking.id)
    assert locked is not None
    found = await _next(turn, locked)
    options = (
        Option[Phrase](write("cancel_job", booking.id), say("job-cancel-it")),
        Option[Phrase](write("menu"), say("menu")),
    )
    key = "job-booked" if found else "job-office-looks"
    turn.reply(Buttons(say(key, number=booking.number, name=notices.work(booking.class_id), day=booking.day), options))
    evening = datetime.combine(booking.day, datetime.min.time(), IST) + ASKED_AFTERWARDS
    turn.later(f"job-done:{booking.id}", "job_afterwards", evening, person_id=booking.person_id, booking=booking.id)


async def _next(turn: Turn, booking: Booking) -> bool:
    """Asks the next worker; without one a person of the office looks for somebody."""
    worker = await bookings.offer_next(turn.db, booking, turn.now)
    if worker is None:
        kind = class_of(booking.class_id)
        words = f"{booking.number} {kind.words.en if kind else booking.class_id} {booking.day} {booking.pincode}"
        await open_ticket(turn, "booking", words, person_id=booking.person_id)
        return False
    opens = {"awaiting": "job", "about": {"yes": write("job_yes", booking.id), "no": write("job_no", booking.id)}}
    turn.tell(worker.person_id, notices.job_offered(booking), opens)
    until = awake_after(turn.now, ANSWER_WITHIN, turn.shop.awake)
    turn.later(
        f"job:{booking.id}:{worker.id}",
        "job_silent",
        until,
        person_id=worker.person_id,
        booking=booking.id,
        worker=worker.id,
    )
    return True


async def _locked(turn: Turn, booking_id: str) -> Booking | None:
    booking = await bookings.locked(turn.db, int(booking_id)) if booking_id.isdecimal() else None
    if booking is None:
        turn.reply(Text(say("job-not-found")))
    return booking


@action("job_yes")
async def job_yes(turn: Turn, booking_id: str = "") -> None:
    """The worker comes: now each has the other's number, and not before."""
    booking = await _locked(turn, booking_id)
    if booking is None:
        return
    turn.state.ask(None)
    if not await bookings.answer(turn.db, booking, turn.person.id, True, turn.now):
        await _too_late(turn, booking)
        return
    worker = await bookings.worker_of(turn.db, booking)
    assert worker is not None
    turn.reply(notices.to_worker(booking))
    turn.tell(booking.person_id, notices.job_taken(booking, worker))


async def _too_late(turn: Turn, booking: Booking) -> None:
    """A second yes shows the job again to whose it is; to all others only that it is gone."""
    worker = await bookings.worker_of(turn.db, booking)
    hers = booking.state == "taken" and worker is not None and worker.person_id == turn.person.id
    turn.reply(notices.to_worker(booking) if hers else Text(say("job-gone")))


@action("job_no")
async def job_no(turn: Turn, booking_id: str = "") -> None:
    booking = await _locked(turn, booking_id)
    if booking is None:
        return
    turn.state.ask(None)
    if not await bookings.answer(turn.db, booking, turn.person.id, False, turn.now):
        await _too_late(turn, booking)
        return
    turn.reply(Text(say("job-no-thanks")))
    await _pass_on(turn, booking)


@action("job_give_up")
async def job_give_up(turn: Turn, booking_id: str = "") -> None:
    """She had said yes and cannot come."""
    booking = await _locked(turn, booking_id)
    if booking is None:
        return
    if not await bookings.give_up(turn.db, booking, turn.person.id, turn.now):
        turn.reply(Text(say("job-gone")))
        return
    turn.reply(Text(say("job-no-thanks")))
    await _pass_on(turn, booking)


async def _pass_on(turn: Turn, booking: Booking) -> None:
    """The buyer hears of it only when nobody is left: a change of who comes is told when somebody has said yes."""
    if not await _next(turn, booking):
        turn.tell(booking.person_id, notices.job_nobody(booking))


@action("job_silent")
async def job_silent(turn: Turn) -> None:
    """A timer: the worker who was asked has not answered."""
    if turn.heard.kind != "timer":
        await perform(turn, "old_button")
        return
    told = turn.heard.extra
    booking = await bookings.locked(turn.db, int(told["booking"]))
    if booking is None or booking.state != "asked" or booking.worker_id != int(told["worker"]):
        return
    await bookings.silent(turn.db, booking, turn.now)
    await _pass_on(turn, booking)


@action("cancel_job")
async def cancel_job(turn: Turn, booking_id: str = "") -> None:
    """The buyer needs nobody any more; free at any time."""
    booking = await _locked(turn, booking_id)
    if booking is None:
        return
    worker = await bookings.worker_of(turn.db, booking)
    if booking.person_id != turn.person.id or not await bookings.cancel(turn.db, booking, turn.now):
        turn.reply(Text(say("job-not-found")))
        return
    if worker is not None:
        turn.tell(worker.person_id, notices.job_stopped(booking))
    turn.reply(Buttons(say("job-cancelled", number=booking.number), (Option(write("menu"), say("menu")),)))


@action("job_afterwards")
async def job_afterwards(turn: Turn) -> None:
    """A timer, the morning after: was the work done?"""
    if turn.heard.kind != "timer":
        await perform(turn, "old_button")
        return
    booking = await bookings.locked(turn.db, int(turn.heard.extra["booking"]))
    if booking is not None and booking.state == "taken":
        turn.tell(booking.person_id, notices.job_was_it(booking))


@action("job_done")
async def job_done(turn: Turn, booking_id: str = "") -> None:
    booking = await _locked(turn, booking_id)
    if booking is None:
        return
    if booking.person_id != turn.person.id:
        turn.reply(Text(say("job-not-found")))
        return
    await bookings.finish(turn.db, booking, turn.now)
    turn.reply(Buttons(say("job-thanks"), (Option(write("menu"), say("menu")),)))


@action("job_missed")
async def job_missed(turn: Turn, booking_id: str = "") -> None:
    """Nobody came: the office hears it with the number, the buyer gets a ticket at once."""
    booking = await _locked(turn, booking_id)
    if booking is None:
        return
    if booking.person_id != turn.person.id or booking.state != "taken":
        turn.reply(Text(say("job-not-found")))
        return
    worker = await bookings.worker_of(turn.db, booking)
    words = f"{booking.number}: {phones.shown(worker.phone) if worker else ''}".strip(": ")
    await bookings.cancel(turn.db, booking, turn.now)
    ticket = await open_ticket(turn, "complaint", words)
    turn.reply(Buttons(say("job-missed", number=ticket.number), (Option(write("book_classes"), say("job-call")),)))
