"""Somebody offers to work: which work, where, under which name and number; then the office says yes or no."""

from typing import Any

from actions import job_notices as notices
from actions import notice_forms as forms
from actions.desk import open_ticket
from actions.items import slot
from actions.job_notices import FARMER
from actions.messages import Buttons, Menu, Option, Phrase, Text, lines, say
from actions.paging import asked, page
from actions.payloads import write
from actions.registry import action, perform
from actions.spots import spot
from actions.turn import Turn
from catalog import contacts
from catalog.leaks import leaks
from catalog.worker_classes import class_of, classes
from orders import phones, workers

FIELDS = ("class", "pincode", "district", "name", "phone")


def _plan(turn: Turn) -> dict[str, Any]:
    return {name: turn.state.about[name] for name in FIELDS if turn.state.about.get(name)}


@action("producer_register")
async def producer_register(turn: Turn) -> None:
    """ "main plumber hun, kaam chahiye", "hum achar banate hain". Who has joined already means her goods."""
    mine = await contacts.able(turn.db, turn.person.id, "draft")
    kind = class_of(slot(turn, "service"))
    if kind is None and mine:
        await perform(turn, "producer_new_product")
        return
    if kind is not None:
        await _go_on(turn, {"class": kind.id})
        return
    options = (
        Option[Phrase](write("work_classes"), say("worker-i-work")),
        Option[Phrase](write("work_as", FARMER), say("worker-i-farm")),
        Option[Phrase](write("work_group"), say("worker-we-make")),
    )
    turn.state.ask(None)
    turn.reply(Buttons(say("worker-what"), options))


@action("work_group")
async def work_group(turn: Turn) -> None:
    """A group or somebody who makes things: the office writes to her."""
    ticket = await open_ticket(turn, "register", turn.heard.text or "group")
    turn.reply(Text(say("producer-register", number=ticket.number)))


@action("work_classes")
async def work_classes(turn: Turn, number: str = "0") -> None:
    options = [Option[Phrase](write("work_as", one.id), one.words) for one in classes()]
    shown = page(options, asked(number), lambda n: write("work_classes", n))
    turn.state.ask(None)
    turn.reply(Menu(say("worker-which"), say("office-choose-button"), shown))


@action("work_as")
async def work_as(turn: Turn, class_id: str = "") -> None:
    if class_id == FARMER or class_of(class_id):
        await _go_on(turn, {"class": class_id})


@action("answered_work_place")
async def answered_work_place(turn: Turn) -> None:
    plan, told = _plan(turn), spot(turn.heard.text)
    if told.phone:
        plan["phone"] = told.phone
    if told.pincode:
        plan |= {"pincode": told.pincode, "district": told.district}
    await _go_on(turn, plan)


@action("answered_work_name")
async def answered_work_name(turn: Turn) -> None:
    name = " ".join(turn.heard.text.split())[:80]
    await _go_on(turn, _plan(turn) | ({"name": name} if len(name) > 1 and not leaks(name) else {}))


@action("answered_work_phone")
async def answered_work_phone(turn: Turn) -> None:
    plan, phone = _plan(turn), phones.read(turn.heard.phone or turn.heard.text)
    await _go_on(turn, plan | {"phone": phone} if phone else plan, None if phone else say("checkout-phone-odd"))


async def _go_on(turn: Turn, plan: dict[str, Any], remark: Phrase | None = None) -> None:
    own = phones.read(f"+{turn.heard.extra['wa_id']}") if turn.heard.extra.get("wa_id") else None
    for what, key, known in (
        ("work_place", "worker-ask-place", plan.get("pincode")),
        ("work_name", "worker-ask-name", plan.get("name")),
        ("work_phone", "worker-ask-phone", plan.get("phone") or own),
    ):
        if not known:
            turn.state.ask(what, **plan)
            turn.reply(Text(lines(remark, say(key))))
            return
    await _before_the_office(turn, plan | {"phone": plan.get("phone") or own})


async def _before_the_office(turn: Turn, plan: dict[str, Any]) -> None:
    """A notice to the office: it calls her, then says yes or no by one tap."""
    worker = await workers.offer_self(
        turn.db, turn.person.id, plan["class"], plan["name"], plan["pincode"], plan.get("district"), plan["phone"],
        turn.now,
    )  # fmt: skip
    for contact in await contacts.of_group(turn.db, contacts.OFFICE, "workers"):
        if contact.person_id is not None:
            turn.tell(contact.person_id, notices.worker_offered(worker))
    turn.state.ask(None)
    turn.reply(Text(say("worker-noted", name=notices.work(worker.class_id))))


@action("work_rest")
async def work_rest(turn: Turn, resting: str = "yes") -> None:
    """No work for some time, or work again; by a button of her own page."""
    changed = await workers.rest(turn.db, turn.person.id, resting == "yes")
    again = (
        forms.button("worker-work-again", "work_rest", "no")
        if resting == "yes"
        else forms.button("worker-rest", "work_rest", "yes")
    )
    key = ("worker-resting" if resting == "yes" else "worker-back") if changed else "worker-none"
    turn.reply(Buttons(say(key), (again,)) if changed else Text(say(key)))


@action("my_work")
async def my_work(turn: Turn) -> None:
    """What she has offered to do, and where it stands."""
    mine = await workers.of_person(turn.db, turn.person.id)
    if not mine:
        await producer_register(turn)
        return
    told = [say("worker-told", name=notices.work(one.class_id), state=one.state) for one in mine]
    resting = any(one.state == "resting" for one in mine)
    button = (
        forms.button("worker-work-again", "work_rest", "no")
        if resting
        else forms.button("worker-rest", "work_rest", "yes")
    )
    turn.reply(Buttons(lines(*told), (button,)))
