"""Wishes about one's own data: shown at once, corrected by asking, erased after one question; and peace."""

from actions import basket
from actions.desk import open_ticket
from actions.items import slot
from actions.messages import Buttons, Option, Phrase, Quoted, Text, lines, say
from actions.notice_forms import button
from actions.payloads import write
from actions.plain_yes import sure
from actions.registry import action, perform
from actions.state import Form, State
from actions.turn import Turn
from catalog import contacts
from catalog.money import Money
from orders import book, consent, phones, privacy
from orders.dates import IST
from orders.tables import Person
from orders.tickets import legible

SHOWN = 6  # orders and addresses named one by one
MENDED = ("name", "phone", "line")


@action("stop_messages")
async def stop_messages(turn: Turn) -> None:
    """ "STOP": from now on only what her own open orders need, in every chat of hers; her next message ends that, but
    not that she gets no news any more. A group's orders must reach somebody: when a contact stops, the office looks for
    another."""
    turn.person.quiet_since = turn.now
    await consent.withdraw(turn.db, turn.person.id, turn.now, consent.NEWS)
    if await contacts.of_person(turn.db, turn.person.id):
        await open_ticket(turn, "stop", turn.heard.text)
        turn.reply(Text(say("quiet-group")))
        return
    turn.reply(Buttons(say("quiet-noted"), (button("open-orders", "order_status"),)))


@action("news")
async def news(turn: Turn, answer: str = "") -> None:
    """Whether she may be told of new goods and fairs: only ever by her own tap, and taken back by another."""
    if answer == "yes":
        await consent.give(turn.db, turn.person, consent.NEWS, turn.heard.channel, turn.now)
        turn.reply(Buttons(say("news-noted"), (button("news-stop", "news", "no"),)))
    elif answer == "no":
        await consent.withdraw(turn.db, turn.person.id, turn.now, consent.NEWS)
        turn.reply(Text(say("news-off")))
    else:
        turn.reply(Buttons(say("news-ask"), (button("news-yes", "news", "yes"), button("news-no", "news", "no"))))


@action("show_my_data")
async def show_my_data(turn: Turn) -> None:
    """All that is kept, at once; addresses and numbers masked, for others may look at her phone."""
    mine = await book.orders_of(turn.db, turn.person.id, 100)
    saved = await book.addresses_of(turn.db, turn.person.id, SHOWN)
    told: list[Phrase] = [
        say("data-name", name=Quoted(turn.person.name)) if turn.person.name else say("data-no-name"),
        *(_masked(one.line, one.pincode, one.phone) for one in saved),
        *(
            say("data-order", number=one.number, day=one.placed_at.astimezone(IST).date(), total=Money(one.total_paise))
            for one in mine[:SHOWN]
        ),
    ]
    if len(mine) > SHOWN:
        told.append(say("data-more-orders", count=len(mine) - SHOWN))
    keeps, agreed = consent.policy(), await consent.standing(turn.db, turn.person.id, consent.ORDERS)
    told.append(say("data-chats", inbox=str(keeps.inbox), words=str(keeps.words)))
    if agreed is not None and agreed.given_at is not None:
        told.append(say("data-agreed", day=agreed.given_at.astimezone(IST).date(), version=agreed.version))
    wants = await consent.wants_news(turn.db, turn.person.id)
    told.append(say("data-news", wants="yes" if wants else "no"))
    ways = (
        button("data-correct", "mend"),
        button("privacy-withdraw", "withdraw_consent"),
        button("privacy-erase", "delete_my_data"),
    )
    turn.reply(Buttons(lines(say("data-head"), *told), ways))


def _masked(line: str, pincode: str, phone: str) -> Phrase:
    return say(
        "data-address", line=Quoted(privacy.masked_line(line)), pincode=pincode, phone=privacy.masked_phone(phone)
    )


@action("correct_my_data")
async def correct_my_data(turn: Turn) -> None:
    if turn.state.form.open or not (await basket.view(turn)).empty:  # "change the address" is about this order
        await perform(turn, "correct_order")
        return
    told = {"name": slot(turn, "name"), "phone": slot(turn, "phone"), "line": slot(turn, "address")}
    said = [(what, value) for what, value in told.items() if value]
    if not said:
        await mend(turn)
        return
    await _take(turn, *said[0])


@action("mend")
async def mend(turn: Turn, what: str = "") -> None:
    """Asks what is wrong, then for what is right."""
    if what in MENDED:
        turn.state.ask("mend", what=what)
        turn.reply(Buttons(say("data-mend-ask", what=what), (button("cancel", "show_my_data"),)))
        return
    options = tuple(button(f"data-mend-{one}", "mend", one) for one in MENDED)
    turn.reply(Buttons(say("data-mend-which"), options))


@action("answered_mend")
async def answered_mend(turn: Turn) -> None:
    await _take(turn, str(turn.state.about.get("what", "")), turn.heard.text)


async def _take(turn: Turn, what: str, said: str) -> None:
    """For the orders to come at once; those under way are the office's, who can still reach the parcel."""
    value = phones.read(said) if what == "phone" else legible(said, 120 if what == "name" else 400)
    if what not in MENDED or not value or (what == "name" and sum(c.isdecimal() for c in value) > 3):
        turn.reply(Text(say("checkout-phone-odd" if what == "phone" else "checkout-name-odd")))
        return
    turn.state.ask(None)
    kept = await privacy.mend(turn.db, turn.person, what, value)
    under_way = await privacy.unfinished(turn.db, turn.person.id)
    if under_way:
        ticket = await open_ticket(turn, "correct_data", say_plainly(what, value, under_way))
        turn.reply(Text(say("data-mended-under-way", number=ticket.number, order=under_way[0])))
        return
    turn.reply(Buttons(say("data-mended" if kept else "data-nothing-kept"), (button("menu", "menu"),)))


def say_plainly(what: str, value: str, numbers: list[str]) -> str:
    """For the office's ticket: which orders, what and how it is right."""
    return f"{', '.join(numbers)}: {what} = {value}"


@action("withdraw_consent")
async def withdraw_consent(turn: Turn) -> None:
    """As easily as it was given: at once. What was kept for the next order goes; an order under way goes on, she may
    cancel it."""
    await consent.withdraw(turn.db, turn.person.id, turn.now)
    await privacy.forget_saved(turn.db, turn.person)
    turn.state.form = Form()
    turn.state.ask(None)
    under_way = await privacy.unfinished(turn.db, turn.person.id)
    rest = say("data-order-goes-on", order=under_way[0]) if under_way else None
    ways = (button("privacy-erase", "delete_my_data"), button("open-orders", "order_status"))
    turn.reply(Buttons(lines(say("data-withdrawn"), rest), ways))


@action("delete_my_data")
async def delete_my_data(turn: Turn) -> None:
    """Asked once by a button; who answers for a group is let go by the office first; an open order is done first."""
    if await contacts.of_person(turn.db, turn.person.id):
        ticket = await open_ticket(turn, "delete_data", turn.heard.text)
        turn.reply(Text(say("data-erase-group", number=ticket.number)))
        return
    under_way = await privacy.unfinished(turn.db, turn.person.id)
    if under_way:
        ways = (button("open-orders", "order_status"), button("privacy-withdraw", "withdraw_consent"))
        turn.reply(Buttons(say("data-erase-later", order=under_way[0], count=len(under_way)), ways))
        return
    yes, no = write("erase_me"), write("show_my_data")
    turn.state.ask("confirm", yes=yes, no=no, asked=turn.heard.key)
    options = (Option[Phrase](yes, say("data-erase-yes")), Option[Phrase](no, say("data-erase-no")))
    turn.reply(Buttons(say("data-erase-sure"), options))


@action("erase_me")
async def erase_me(turn: Turn) -> None:
    """Everything goes; what she writes afterwards is somebody new's. Not by an old button: the question must stand."""
    asked = turn.state.awaiting == "confirm" and turn.state.about.get("yes") == write("erase_me")
    barred = await contacts.of_person(turn.db, turn.person.id) or await privacy.unfinished(turn.db, turn.person.id)
    if not asked or barred or not sure(turn):
        await delete_my_data(turn)
        return
    await consent.withdraw(turn.db, turn.person.id, turn.now)
    turn.forgotten = await privacy.erase(turn.db, turn.person, turn.now)
    new = Person(
        language=turn.person.language, language_chosen=turn.person.language_chosen, name=None, created_at=turn.now,
        quiet_since=None,
    )  # fmt: skip
    turn.db.add(new)
    await turn.db.flush()
    turn.person, turn.state = new, State()
    turn.reply(Text(say("data-erased")))
