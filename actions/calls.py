"""When no message reaches a group: its deputies, then the office's list of calls and a word each morning."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from actions import notice_forms as forms
from actions import reach_forms
from actions.facts import Facts, asks, facts
from actions.messages import Buttons, Menu, Notice, Option, Phrase, Text, Watch, lines, say
from actions.office import in_office, note
from actions.paging import asked, page
from actions.payloads import write
from actions.registry import action, perform
from actions.turn import Turn
from catalog import contacts
from catalog.roles import OFFICE
from catalog.tables import Contact, ProducerGroup
from catalog.words import Words
from orders import phones, reaching
from orders.dates import IST
from orders.reaching import WATCHED
from orders.reaching_tables import CallWish, Told
from orders.tables import SellerOrder

HOUR = 9  # of the Indian morning
_JUST_TOLD = timedelta(hours=1)
_UNSEEN = frozenset({"failed", "shut", "unread"})


@action("reach_next")
async def reach_next(turn: Turn) -> None:
    """One contact has not seen a notice, in none of her chats: who else of the group may do that work is told; where
    there is nobody else, the office calls."""
    if turn.heard.kind != "timer":  # a button may claim to be one
        await perform(turn, "old_button")
        return
    about = turn.heard.extra
    what, part = str(about["what"]), await turn.db.get_one(SellerOrder, int(about["seller_order"]))
    told = await reaching.told_of(turn.db, part.id, what)
    if part.state not in WATCHED[what].states or any(one.outcome == "reached" for one in told):
        return
    able = await contacts.of_group(turn.db, part.group_id, WATCHED[what].act)
    others = [one for one in able if one.id != int(about["contact"]) and _may_yet_see(turn, one, told)]
    for one in others:
        await _tell(turn, one, part, what)
    if others or any(one.outcome is None for one in told):
        return
    await reaching.want_call(turn.db, part.id, int(about["contact"]), str(about["why"]), turn.now)
    every_morning(turn, turn.person.id)


def _may_yet_see(turn: Turn, one: Contact, told: Sequence[Told]) -> bool:
    """Not who has been tried in vain, nor who got it a moment ago and may still read it."""
    hers = [row for row in told if row.contact_id == one.id]
    vain = any(row.rung == "deputy" for row in hers) or (bool(hers) and all(row.outcome in _UNSEEN for row in hers))
    return not vain and not any(row.at > turn.now - _JUST_TOLD for row in hers)


async def _tell(turn: Turn, one: Contact, part: SellerOrder, what: str) -> None:
    assert one.person_id is not None, "of_group gives who has joined"
    must = Watch(part.id, one.id, what, "deputy")
    turn.tell(one.person_id, _again(await facts(turn, part), what), asks(part.id), must)


def _again(told: Facts, what: str) -> Notice[Phrase]:
    match what:
        case "order_to_send":
            return forms.order_to_send(told.about, told.receiver)
        case "order_late":
            return forms.order_late(told.about)
    return forms.order_reminder(told.wanted)


def every_morning(turn: Turn, person_id: int) -> None:
    """Sets the next morning's word; one a day, whoever sets it."""
    at = turn.now.astimezone(IST).replace(hour=HOUR, minute=0, second=0, microsecond=0)
    at = at if at > turn.now else at + timedelta(days=1)
    turn.later(f"calls_morning:{at.date()}", "calls_morning", at.astimezone(UTC), person_id=person_id)


@action("calls_morning")
async def calls_morning(turn: Turn) -> None:
    """Each morning on which somebody must be called: how many, and which groups never answer."""
    if turn.heard.kind != "timer":
        await perform(turn, "old_button")
        return
    waiting = await reaching.to_call(turn.db)
    if not waiting:
        return
    notice = reach_forms.calls_morning(len(waiting), await _never(turn))
    for contact in await contacts.of_group(turn.db, OFFICE, "calls"):
        if contact.person_id is not None:
            turn.tell(contact.person_id, notice)
    every_morning(turn, int(turn.heard.extra["person_id"]))


async def _never(turn: Turn) -> Phrase:
    groups = [await turn.db.get_one(ProducerGroup, one.group_id)
              for one in await reaching.never_answering(turn.db, turn.now)]  # fmt: skip
    return forms.listed([Words.read(group.short) for group in groups]) if groups else say("calls-none")


@action("calls")
async def calls(turn: Turn, number: str = "0") -> None:
    """Orders whose group must be called, the longest waiting first; and who never answers."""
    if await in_office(turn) is None:
        return
    options: list[Option[Phrase]] = []
    for wish, part in await reaching.to_call(turn.db):
        group = await turn.db.get_one(ProducerGroup, part.group_id)
        label = say("calls-row", number=part.number)
        hint = say("calls-hint", group=Words.read(group.short), why=wish.why)
        options.append(Option(write("call", wish.id), label, None, hint))
    never = say("calls-never", groups=await _never(turn))
    if not options:
        turn.reply(Buttons(lines(say("calls-nobody"), never), (forms.button("office-tickets", "tickets"),)))
        return
    shown = page(options, asked(number), lambda n: write("calls", n))
    turn.reply(Menu(lines(say("calls-list", count=len(options)), never), say("office-choose-button"), shown))


@action("call")
async def call(turn: Turn, wish_id: str = "") -> None:
    """One order to call about: what it is, whom, and what was tried."""
    found = await _wish(turn, wish_id)
    if found is None:
        return
    wish, part = found
    told = (await facts(turn, part)).wanted
    tried = [_tried(one, await turn.db.get_one(Contact, one.contact_id))
             for one in await reaching.told_of(turn.db, part.id)][-6:]  # fmt: skip
    since: datetime = wish.since
    body = lines(
        say("calls-one", group=told.group, number=part.number, items=forms.items(told.items), by=told.by),
        *tried,
        say("calls-since", since=since.astimezone(IST).date()),
        *await _numbers(turn, part),
    )
    options = (
        forms.button("calls-spoke", "call_done", wish.id, "spoke"),
        forms.button("calls-no-one", "call_done", wish.id, "nobody"),
        forms.button("office-see-order", "office_order", part.id),
    )
    turn.reply(Buttons(body, options))


async def _numbers(turn: Turn, part: SellerOrder) -> list[Phrase]:
    """The contacts with their numbers; that they were looked at is written down."""
    able = await contacts.of_group(turn.db, part.group_id)
    found: list[Phrase] = []
    for one in able:
        phone = await turn.shop.phone_of(turn.db, one.person_id) if turn.shop.phone_of and one.person_id else None
        number = phones.shown(phone) if phone else "–"
        found.append(say("calls-phone", who=forms.role(one.role), phone=number))
    await note(turn, "numbers", part.number)
    return found


def _tried(one: Told, contact: Contact) -> Phrase:
    return say("calls-tried", who=forms.role(contact.role), rung=one.rung, outcome=one.outcome or "waiting")


@action("call_done")
async def call_done(turn: Turn, wish_id: str = "", result: str = "") -> None:
    """The office has called. Who was not there stays on the list."""
    found = await _wish(turn, wish_id)
    mine = await contacts.allowed(turn.db, turn.person.id, OFFICE, "calls")
    if found is None or mine is None:
        return
    wish, part = found
    spoke = result == "spoke"
    if spoke:
        await reaching.spoke(turn.db, wish, f"office:{mine.id}", turn.now)
    await note(turn, "called", part.number, "spoke" if spoke else "nobody")
    key = "calls-done" if spoke else "calls-stays"
    see = forms.button("office-see-order", "office_order", part.id)
    turn.reply(Buttons(say(key, number=part.number), (see, forms.button("office-calls", "calls"))))


async def _wish(turn: Turn, wish_id: str) -> tuple[CallWish, SellerOrder] | None:
    """An open wish for somebody of the office; else she is answered here."""
    if await in_office(turn) is None:
        return None
    wish = await turn.db.get(CallWish, int(wish_id)) if wish_id.isdecimal() else None
    if wish is None or wish.done_at is not None:
        turn.reply(Text(say("calls-gone")))
        return None
    return wish, await turn.db.get_one(SellerOrder, wish.seller_order_id)
