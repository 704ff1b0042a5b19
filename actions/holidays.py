"""A producer says when her group does no work, and when it works again; orders in hand stay as they are."""

from collections.abc import Sequence
from datetime import date, timedelta

from actions import notice_forms as forms
from actions.door import admitted, admitted_somewhere
from actions.items import slot
from actions.messages import Buttons, Option, Phrase, Text, say
from actions.payloads import write
from actions.producer_goods import to_office
from actions.registry import action
from actions.turn import Turn
from catalog import contacts, holidays, service
from catalog.holiday_tables import ClosedDays
from catalog.lexicon import phrases
from catalog.spelling import normalise
from catalog.tables import Contact
from catalog.words import Words
from orders.dates import indian_day

OFFERED = (1, 3, 7)  # days, when she tells none
_NEAR = {"today": 0, "tomorrow": 1, "day after tomorrow": 2}
_DAY = timedelta(days=1)


@action("producer_holiday")
async def producer_holiday(turn: Turn) -> None:
    """ "Diwali tak band", "3 din chutti", "kal se shuru": one group's at once, of several she is asked which."""
    hers = await admitted_somewhere(turn, "goods")
    if not hers:
        return
    if slot(turn, "op") == "open":
        await _open(turn, hers)
    else:
        await _close(turn, hers)


async def _hers(turn: Turn) -> list[Contact]:
    """One contact for each group whose goods she answers for."""
    return list(await contacts.able(turn.db, turn.person.id, "goods"))


async def _close(turn: Turn, hers: Sequence[Contact]) -> None:
    days = _told(turn)
    if days is not None and (days[1] - days[0]).days >= holidays.LONGEST:
        await to_office(turn, "holiday")
    elif len(hers) > 1:
        verb = ("shut", _written(days[0]), _written(days[1])) if days else ("shut_until",)
        await _which(turn, hers, *verb)
    elif days is None:
        await _until_when(turn, hers[0])
    else:
        await _shut(turn, hers[0], *days)


def _told(turn: Turn) -> tuple[date, date] | None:
    """The first and the last day of her words; None when they tell no end, or one that is gone."""
    today, text = indian_day(turn.now), normalise(turn.heard.text).split()
    on, length, norm = slot(turn, "date_on"), (slot(turn, "duration") or "").split(), slot(turn, "date_norm")
    named = date.fromisoformat(on) if on else None
    if length:
        days = int(length[0]) if length[0].isdecimal() else 0
        if norm in _NEAR:
            named = today + _NEAR[norm] * _DAY
        elif norm is None:
            named = today
        elif named == today + days * _DAY:  # the end of the span, not the day she names
            return None
        last = named + (days - 1) * _DAY if named else None
    else:
        last = named
        named = today if phrases("day_bounds").first(text) == "until" else named
    return (named, last) if named and last and today <= named <= last else None


async def _until_when(turn: Turn, contact: Contact) -> None:
    options = tuple(Option[Phrase](write("shut_days", contact.id, n), say("holiday-days", count=n)) for n in OFFERED)
    turn.reply(Buttons(say("holiday-until-when", group=await _name(turn, contact.group_id)), options))


async def _which(turn: Turn, hers: Sequence[Contact], verb: str, *days: str) -> None:
    options = [Option[Phrase](write(verb, c.id, *days), await _name(turn, c.group_id)) for c in hers]
    turn.reply(Buttons(say("holiday-which"), tuple(options)))


async def _shut(turn: Turn, contact: Contact, first: date, last: date) -> None:
    row = await holidays.close(turn.db, contact.group_id, first, last, turn.person.id, turn.now)
    body = say("holiday-closed", group=await _name(turn, row.group_id), first=first, last=last,
               one="yes" if first == last else "no")  # fmt: skip
    turn.reply(Buttons(body, (forms.button("holiday-undo", "unshut", row.id),)))


@action("shut")
async def shut(turn: Turn, contact_id: str = "", first: str = "", last: str = "") -> None:
    contact, begin, end = await _contact(turn, contact_id), _read(first), _read(last)
    if contact is None:
        return
    if begin is None or end is None or not _possible(turn, begin, end):
        await _until_when(turn, contact)
        return
    await _shut(turn, contact, begin, end)


@action("shut_until")
async def shut_until(turn: Turn, contact_id: str = "") -> None:
    contact = await _contact(turn, contact_id)
    if contact:
        await _until_when(turn, contact)


@action("shut_days")
async def shut_days(turn: Turn, contact_id: str = "", count: str = "") -> None:
    contact = await _contact(turn, contact_id)
    if contact and count in map(str, OFFERED):
        today = indian_day(turn.now)
        await _shut(turn, contact, today, today + (int(count) - 1) * _DAY)


@action("unshut")
async def unshut(turn: Turn, row_id: str = "") -> None:
    """Takes closed days back, while they are fresh; later she says that the group works again."""
    row = await turn.db.get(ClosedDays, int(row_id)) if row_id.isdecimal() else None
    if row is None:
        turn.reply(Text(say("holiday-not-yours")))
    if row is None or not await admitted(turn, row.group_id, "goods", say("holiday-not-yours")):
        return
    undone = await holidays.undo(turn.db, row, turn.now)
    turn.reply(Text(say("holiday-undone" if undone else "holiday-too-late", group=await _name(turn, row.group_id))))


async def _open(turn: Turn, hers: Sequence[Contact]) -> None:
    """From the day she names, else from today."""
    on = slot(turn, "date_on")
    day = max(date.fromisoformat(on) if on else indian_day(turn.now), indian_day(turn.now))
    away = await holidays.closed(turn.db, [c.group_id for c in hers], day)
    closed = [c for c in hers if c.group_id in away]
    if not closed:
        turn.reply(Text(say("holiday-none")))
    elif len(closed) > 1:
        await _which(turn, closed, "unshut_from", _written(day))
    else:
        await _reopen(turn, closed[0], day)


@action("unshut_from")
async def unshut_from(turn: Turn, contact_id: str = "", first: str = "") -> None:
    contact, day = await _contact(turn, contact_id), _read(first)
    if contact:
        await _reopen(turn, contact, max(day or indian_day(turn.now), indian_day(turn.now)))


async def _reopen(turn: Turn, contact: Contact, day: date) -> None:
    was = await holidays.reopen(turn.db, contact.group_id, day, turn.now)
    name = await _name(turn, contact.group_id)
    turn.reply(Text(say("holiday-open", group=name, day=day) if was else say("holiday-none")))


async def _contact(turn: Turn, contact_id: str) -> Contact | None:
    """Her own tie to a group whose goods she answers for, whatever the button says; else she is told."""
    found = next((c for c in await _hers(turn) if str(c.id) == contact_id), None)
    if found is None:
        turn.reply(Text(say("holiday-not-yours")))
    return found


def _possible(turn: Turn, first: date, last: date) -> bool:
    """A button may be pressed long after, or claim anything."""
    return indian_day(turn.now) <= first <= last and (last - first).days < holidays.LONGEST


async def _name(turn: Turn, group_id: str) -> Words:
    group = await service.group(turn.db, group_id)
    assert group is not None  # a foreign key
    return Words.read(group.short)


def _written(day: date) -> str:
    return f"{day:%Y%m%d}"


def _read(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
