"""Calling a worker home: what, which day, where, one yes. At most six turns, one when all is said at once."""

from datetime import date, timedelta
from typing import Any

from actions import checkout
from actions import job_notices as notices
from actions.items import slot
from actions.jobs import begin
from actions.messages import Buttons, Menu, Option, Phrase, Quoted, Text, lines, say
from actions.paging import asked, page
from actions.payloads import write
from actions.registry import action, perform
from actions.spots import spot
from actions.turn import Turn
from catalog.spelling import tokens
from catalog.worker_classes import WorkerClass, class_of, classes
from orders import book, bookings, phones, pincodes
from orders.bookings import FARTHEST, Where
from orders.dates import IST
from orders.tables import Order

FIELDS = ("class", "day", "line", "pincode", "district", "name", "phone", "order")
_ASKING = frozenset(
    ["kab", "kahan", "when", "where", "aaya", "aayega", "aayegi", "aayenge", "कब", "कहां", "आया", "आएगा", "आएंगे"]
)
_NEXT_DAYS = 3
_SHORTEST_PLACE = 3


def _plan(turn: Turn) -> dict[str, Any]:
    """What this booking knows so far; it travels with the open question."""
    return {name: turn.state.about[name] for name in FIELDS if turn.state.about.get(name)}


@action("book_service")
async def book_service(turn: Turn) -> None:
    """ "plumber chahiye kal nadaun", or the day that was asked for."""
    plan = _plan(turn) if turn.state.awaiting in ("date", "job_class") and turn.state.about.get("job") else {}
    kind = _named(turn)
    if kind is not None:
        plan["class"] = kind.id
        if checkout.asks(turn) or (turn.meaning and turn.meaning.items):
            await _with_goods(turn)
            return
        if plan.get("day") is None and await _asks_about_hers(turn, kind):
            return
    plan |= _told(turn)
    await _go_on(turn, plan)


async def _asks_about_hers(turn: Turn, kind: WorkerClass) -> bool:
    """ "mera plumber kab aayega": one of that kind is called already, and asked about."""
    if not _ASKING & set(tokens(turn.heard.text)):
        return False
    if slot(turn, "date_on") or all(
        one.class_id != kind.id for one in await bookings.of_person(turn.db, turn.person.id)
    ):
        return False
    await my_jobs(turn)
    return True


def _named(turn: Turn) -> WorkerClass | None:
    return class_of(turn.meaning.service or slot(turn, "service")) if turn.meaning else None


async def _with_goods(turn: Turn) -> None:
    """Goods in the same message go into the cart; an order that is under way goes on. The worker comes after it."""
    if turn.meaning and turn.meaning.items:
        await perform(turn, "add_to_cart")
    else:
        note_with_goods(turn)


def note_with_goods(turn: Turn) -> None:
    """Goods and a worker in one breath: the goods go on, the worker is kept in mind and said so."""
    kind = _named(turn)
    if kind is not None and turn.state.worker != kind.id:
        turn.state.worker = kind.id
        turn.reply(Text(say("job-with-goods", name=kind.words)))


async def with_order(turn: Turn, order: Order) -> None:
    """The order stands: the worker who was wanted with it is asked for, at the same place."""
    kind, turn.state.worker = class_of(turn.state.worker), None
    if kind is None:
        return
    fetched = (await book.parts_of(turn.db, order.id))[0].outlet_id is not None  # then nobody knows where she lives
    place = {} if fetched else _placed(order.line, order.pincode) | {"district": order.district}
    await _go_on(turn, {"class": kind.id, "name": order.name, "phone": order.phone, "order": order.id} | place)


def _told(turn: Turn) -> dict[str, Any]:
    """Day and place of the message, as far as they hold."""
    found: dict[str, Any] = {}
    on = slot(turn, "date_on")
    if on and _may_be(turn, date.fromisoformat(on)):
        found["day"] = on
    pincode, address = slot(turn, "pincode"), turn.meaning.address if turn.meaning else None
    if pincode and pincodes.areas(pincode):
        found |= _placed(address or slot(turn, "place") or "", pincode)
    return found


def _placed(line: str, pincode: str) -> dict[str, Any]:
    areas = pincodes.areas(pincode)
    return {"line": line, "pincode": pincode, "district": areas[0].district if areas else None}


def _may_be(turn: Turn, day: date) -> bool:
    today = turn.now.astimezone(IST).date()
    return today <= day <= today + FARTHEST


@action("book_class")
async def book_class(turn: Turn, class_id: str = "") -> None:
    kind = class_of(class_id)
    if kind is not None:
        await _go_on(turn, _plan(turn) | {"class": kind.id})


@action("book_classes")
async def book_classes(turn: Turn, number: str = "0") -> None:
    """All classes of workers, in pages."""
    _ask_class(turn, _plan(turn), asked(number))


def _ask_class(turn: Turn, plan: dict[str, Any], number: int = 0) -> None:
    options = [Option[Phrase](write("book_class", one.id), one.words) for one in classes()]
    turn.state.ask("job_class", job=True, **plan)
    shown = page(options, number, lambda n: write("book_classes", n))
    turn.reply(Menu(say("job-ask-class"), say("office-choose-button"), shown))


@action("book_day")
async def book_day(turn: Turn, ahead: str = "") -> None:
    """A button: today, tomorrow, the day after."""
    if ahead.isdecimal() and int(ahead) < _NEXT_DAYS:
        day = turn.now.astimezone(IST).date() + timedelta(days=int(ahead))
        await _go_on(turn, _plan(turn) | {"day": day.isoformat()})


@action("book_at")
async def book_at(turn: Turn, address_id: str = "") -> None:
    """A saved address, in one tap."""
    mine = {str(one.id): one for one in await book.addresses_of(turn.db, turn.person.id)}
    chosen = mine.get(address_id)
    if chosen is not None:
        place = _placed(chosen.line, chosen.pincode) | {"name": chosen.name, "phone": chosen.phone}
        await _go_on(turn, _plan(turn) | place)


@action("answered_job_place")
async def answered_job_place(turn: Turn) -> None:
    """Village and pincode; the pincode alone when the village was told before."""
    plan, told = _plan(turn), spot(turn.heard.text)
    if told.phone:
        plan["phone"] = told.phone
    line = told.line if len(told.line) >= _SHORTEST_PLACE else str(plan.get("line") or "")
    if told.pincode is None:
        if line:
            plan["line"] = line
        await _go_on(turn, plan, say("job-pincode-unknown", pincode=told.unknown) if told.unknown else None)
        return
    await _go_on(turn, plan | _placed(line or told.pincode, told.pincode))


@action("answered_job_phone")
async def answered_job_phone(turn: Turn) -> None:
    plan, phone = _plan(turn), phones.read(turn.heard.phone or turn.heard.text)
    await _go_on(turn, plan | {"phone": phone} if phone else plan, None if phone else say("checkout-phone-odd"))


@action("answered_job_name")
async def answered_job_name(turn: Turn) -> None:
    name = " ".join(turn.heard.text.split())[:80]
    await _go_on(turn, _plan(turn) | ({"name": name} if len(name) > 1 else {}))


async def _go_on(turn: Turn, plan: dict[str, Any], remark: Phrase | None = None) -> None:
    """The next question, or the card to say yes to."""
    kind = class_of(plan.get("class"))
    if kind is None:
        _ask_class(turn, plan)
    elif not plan.get("day"):
        _ask_day(turn, plan, kind, remark)
    elif not plan.get("pincode"):
        await _ask_place(turn, plan, kind, remark)
    elif not (plan.get("name") or turn.person.name or turn.heard.name):
        _ask(turn, "job_name", plan, lines(remark, say("job-ask-name")))
    elif not (plan.get("phone") or _own(turn)):
        _ask(turn, "job_phone", plan, lines(remark, say("job-ask-phone")))
    else:
        _card(turn, plan, kind)


def _own(turn: Turn) -> str | None:
    said = turn.heard.extra.get("wa_id")
    return phones.read(f"+{said}") if said else None


def _ask(turn: Turn, what: str, plan: dict[str, Any], body: Phrase) -> None:
    turn.state.ask(what, job=True, **plan)
    turn.reply(Text(body))


def _ask_day(turn: Turn, plan: dict[str, Any], kind: WorkerClass, remark: Phrase | None) -> None:
    today = turn.now.astimezone(IST).date()
    options = [
        Option[Phrase](write("book_day", ahead), say("job-day", ahead=ahead, day=today + timedelta(days=ahead)))
        for ahead in range(_NEXT_DAYS)
    ]
    turn.state.ask("date", job=True, **plan)
    turn.reply(Buttons(lines(remark, say("job-ask-day", name=kind.words)), tuple(options)))


async def _ask_place(turn: Turn, plan: dict[str, Any], kind: WorkerClass, remark: Phrase | None) -> None:
    saved = await book.addresses_of(turn.db, turn.person.id)
    options = [
        Option[Phrase](write("book_at", one.id), say("checkout-saved", pincode=one.pincode)) for one in saved[:2]
    ]
    turn.state.ask("job_place", job=True, **plan)
    body = lines(remark, say("job-ask-pincode" if plan.get("line") else "job-ask-place", name=kind.words))
    turn.reply(Buttons(body, tuple(options)) if options else Text(body))


def _card(turn: Turn, plan: dict[str, Any], kind: WorkerClass) -> None:
    plan = plan | {
        "name": plan.get("name") or turn.person.name or turn.heard.name,
        "phone": plan.get("phone") or _own(turn),
    }
    turn.state.ask("job_confirm", job=True, yes=write("book_yes"), no=write("book_no"), **plan)
    place = f"{plan['line']}, {plan['pincode']}" if plan["line"] != plan["pincode"] else str(plan["pincode"])
    body = say("job-card", name=kind.words, day=date.fromisoformat(plan["day"]), place=Quoted(place),
               phone=phones.shown(plan["phone"]))  # fmt: skip
    options = (
        Option[Phrase](write("book_yes"), say("job-yes")),
        Option[Phrase](write("book_again"), say("job-change")),
        Option[Phrase](write("book_no"), say("job-no")),
    )
    turn.reply(Buttons(body, options))


@action("book_again")
async def book_again(turn: Turn) -> None:
    """Day and place are asked anew."""
    plan = _plan(turn)
    await _go_on(turn, {"class": plan.get("class")} if plan.get("class") else {})


@action("book_no")
async def book_no(turn: Turn) -> None:
    turn.state.ask(None)
    turn.reply(Buttons(say("job-dropped"), (Option(write("menu"), say("menu")),)))


@action("book_yes")
async def book_yes(turn: Turn) -> None:
    """The explicit yes: one booking, whatever is tapped twice; the first worker is asked."""
    plan = _plan(turn)
    kind = class_of(plan.get("class"))
    whole = kind is not None and all(plan.get(name) for name in ("day", "pincode", "name", "phone"))
    if not whole or kind is None:
        await my_jobs(turn)
        return
    if not _may_be(turn, date.fromisoformat(plan["day"])):
        await _go_on(turn, {name: value for name, value in plan.items() if name != "day"})
        return
    where = Where(plan["name"], plan["line"] or plan["pincode"], plan["pincode"], plan.get("district"), plan["phone"])
    day = date.fromisoformat(plan["day"])
    made, new = await bookings.ask(
        turn.db, turn.person.id, turn.heard.key, kind.id, day, where, turn.now, plan.get("order")
    )
    turn.state.ask(None)
    if new:
        await begin(turn, made)
    else:
        await my_jobs(turn)


@action("my_jobs")
async def my_jobs(turn: Turn) -> None:
    """Her bookings that are open, each with where it stands."""
    turn.state.ask(None)
    mine = await bookings.of_person(turn.db, turn.person.id)
    if not mine:
        turn.reply(Buttons(say("job-none"), (Option(write("book_classes"), say("job-call")),)))
        return
    told = [await notices.told(turn.db, one) for one in mine[:6]]
    options = [Option[Phrase](write("cancel_job", one.id), say("job-cancel", number=one.number)) for one in mine[:2]]
    options.append(Option(write("book_classes"), say("job-call")))
    turn.reply(Buttons(lines(*told), tuple(options)))
