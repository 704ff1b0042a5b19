"""What is told about a booking: to the buyer, to the worker, to the office."""

from sqlalchemy.ext.asyncio import AsyncSession

from actions.messages import Buttons, Notice, Option, Phrase, Quoted, say
from actions.notice_forms import button
from actions.payloads import write
from actions.told import notice
from catalog.worker_classes import class_of
from orders import bookings, phones
from orders.booking_tables import Booking, Worker

FARMER = "farmer"


def work(class_id: str) -> Phrase:
    """The class in words; one that the file no longer has is simply a worker."""
    kind = class_of(class_id)
    return kind.words if kind else say("job-farmer" if class_id == FARMER else "job-worker")


def village(booking: Booking) -> Phrase:
    """Where, as far as a worker may know before both have said yes: no house, no name, no phone."""
    return say("job-village", district=booking.district or "", pincode=booking.pincode)


def job_offered(booking: Booking) -> Notice[Phrase]:
    options = (button("job-come", "job_yes", booking.id), button("job-cannot", "job_no", booking.id))
    return notice("job_offered", options, name=work(booking.class_id), day=booking.day, place=village(booking))


def job_taken(booking: Booking, worker: Worker) -> Notice[Phrase]:
    """To the buyer: who comes; from now on each has the other's number."""
    options = (Option[Phrase](write("cancel_job", booking.id), say("job-cancel-it")),)
    return notice("job_taken", options, number=booking.number, name=work(booking.class_id), day=booking.day,
                  who=Quoted(worker.name), phone=phones.shown(worker.phone))  # fmt: skip


def to_worker(booking: Booking) -> Buttons[Phrase]:
    """To the worker who has said yes: where exactly, and whom to call."""
    options = (Option[Phrase](write("job_give_up", booking.id), say("job-give-up")),)
    body = say("job-address", number=booking.number, day=booking.day, name=Quoted(booking.name),
               place=Quoted(f"{booking.line}, {booking.pincode}"), phone=phones.shown(booking.phone))  # fmt: skip
    return Buttons(body, options)


def job_nobody(booking: Booking) -> Notice[Phrase]:
    options = (Option[Phrase](write("cancel_job", booking.id), say("job-cancel-it")),)
    return notice("job_nobody", options, number=booking.number, name=work(booking.class_id), day=booking.day)


def job_stopped(booking: Booking) -> Notice[Phrase]:
    """To the worker: the buyer does not need the work any more."""
    return notice("job_stopped", (), number=booking.number, name=work(booking.class_id), day=booking.day)


def job_was_it(booking: Booking) -> Notice[Phrase]:
    """To the buyer, after the day: was it done?"""
    options = (button("job-was-done", "job_done", booking.id), button("job-nobody-came", "job_missed", booking.id))
    return notice("job_was_it", options, number=booking.number, name=work(booking.class_id))


def worker_settled(name: Phrase, yes: bool) -> Notice[Phrase]:
    """To somebody who offered to work: the office's word."""
    return notice("worker_settled", (), name=name, what=say("worker-word", yes=str(yes)))


def worker_offered(worker: Worker) -> Notice[Phrase]:
    options = (button("worker-see", "worker", worker.id),)
    place = say("job-village", district=worker.district or "", pincode=worker.pincode)
    return notice("worker_offered", options, name=work(worker.class_id), place=place)


async def told(db: AsyncSession, booking: Booking) -> Phrase:
    """One booking in a line or two; the worker's number only when both have said yes."""
    worker = await bookings.worker_of(db, booking) if booking.state == "taken" else None
    return say(
        "job-told", number=booking.number, name=work(booking.class_id), day=booking.day, state=booking.state,
        who=Quoted(worker.name) if worker else "", phone=phones.shown(worker.phone) if worker else "",
    )  # fmt: skip
