"""The office says who may be called home: it has spoken with them first."""

from actions import job_notices as notices
from actions import notice_forms as forms
from actions.messages import Buttons, Menu, Option, Phrase, Quoted, Text, say
from actions.office import in_office, note
from actions.paging import asked, page
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from orders import phones, workers
from orders.booking_tables import Worker


@action("office_workers")
async def office_workers(turn: Turn, number: str = "0") -> None:
    """Those who wait for the office's word."""
    if not await in_office(turn):
        return
    waiting = await workers.waiting(turn.db)
    if not waiting:
        turn.reply(Text(say("worker-none-wait")))
        return
    options = [
        Option[Phrase](write("worker", one.id), notices.work(one.class_id), None, Quoted(one.name)) for one in waiting
    ]
    shown = page(options, asked(number), lambda n: write("office_workers", n))
    turn.reply(Menu(say("worker-list", count=len(waiting)), say("office-choose-button"), shown))


async def _worker(turn: Turn, worker_id: str) -> Worker | None:
    if not await in_office(turn):
        return None
    found = await turn.db.get(Worker, int(worker_id)) if worker_id.isdecimal() else None
    if found is None:
        turn.reply(Text(say("worker-none-wait")))
    return found


@action("worker")
async def worker(turn: Turn, worker_id: str = "") -> None:
    """Who she is and how to call her; only the office sees it."""
    found = await _worker(turn, worker_id)
    if found is None:
        return
    name, who = notices.work(found.class_id), Quoted(found.name)
    body = say("worker-card", name=name, who=who, phone=phones.shown(found.phone),
               pincode=found.pincode, district=found.district or "", state=found.state)  # fmt: skip
    options = (
        forms.button("worker-yes", "worker_word", found.id, "yes"),
        forms.button("worker-no", "worker_word", found.id, "no"),
    )
    turn.reply(Buttons(body, options) if found.state == "asked" else Text(body))


@action("worker_word")
async def worker_word(turn: Turn, worker_id: str = "", yes: str = "") -> None:
    found = await _worker(turn, worker_id)
    if found is None:
        return
    if yes not in ("yes", "no") or not await workers.settle(turn.db, found, yes == "yes"):
        await worker(turn, worker_id)
        return
    await note(turn, "worker", f"worker:{found.id}", yes)
    turn.tell(found.person_id, notices.worker_settled(notices.work(found.class_id), yes == "yes"))
    turn.reply(Text(say("worker-written", name=notices.work(found.class_id), yes=str(yes == "yes"))))
