"""The office in its own chat: what waits, an answer to a ticket, orders nobody has answered."""

from sqlalchemy import select

from actions import desk
from actions import notice_forms as forms
from actions.complaint_forms import said
from actions.door import admitted, office_right, right_to
from actions.messages import Buttons, Lines, Menu, Option, Phrase, Quoted, Text, say
from actions.notices import facts
from actions.paging import asked, page
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from catalog import contacts
from catalog.tables import Contact
from orders import office_book, tickets
from orders.tables import SellerOrder, Ticket

LAST_WORDS = 6


async def in_office(turn: Turn) -> Contact | None:
    """The contact by which this person may do for the office what is being done; without one she is told, and nothing
    is shown."""
    return await admitted(turn, contacts.OFFICE, office_right(turn.doing))


async def note(turn: Turn, act: str, about: str, value: str | None = None) -> None:
    """An act of this person for the office, in its book."""
    mine = await contacts.allowed(turn.db, turn.person.id, contacts.OFFICE, "desk")
    assert mine is not None, "only the office acts for the office"
    await office_book.note(turn.db, f"office:{mine.id}", act, about, value, turn.now)


# The desk, in the order in which it is looked at: label and action.
MENU = (
    ("office-tickets", "tickets"),
    ("office-waiting", "waiting"),
    ("office-orders", "office_orders"),
    ("office-gaps", "gaps"),
    ("office-goods", "office_goods"),
    ("office-workers", "office_workers"),
    ("office-sellers", "office_sellers"),
    ("office-money", "money"),
    ("office-payees", "payees"),
    ("office-splits", "splits"),
    ("office-people", "colleagues"),
    ("office-calls", "calls"),
)


@action("office")
async def office(turn: Turn, number: str = "0") -> None:
    """The desk, as far as it is hers."""
    mine = await in_office(turn)
    if mine is not None:
        options = [forms.button(label, verb) for label, verb in MENU if contacts.may(mine.role, office_right(verb))]
        turn.reply(Buttons(say("office-menu"), page(options, asked(number), lambda n: write("office", n))))


@action("tickets")
async def show_tickets(turn: Turn, number: str = "0") -> None:
    mine = await in_office(turn)
    if mine is None:
        return
    waiting = [one for one in await tickets.waiting(turn.db) if contacts.may(mine.role, right_to(one))]
    if not waiting:
        turn.reply(Text(say("office-no-tickets")))
        return
    options = [_row(ticket) for ticket in waiting]
    shown = page(options, int(number) if number.isdecimal() else 0, lambda n: write("tickets", n))
    turn.reply(Menu(say("office-open-tickets", count=len(waiting)), say("office-choose-button"), shown))


def _row(ticket: Ticket) -> Option[Phrase]:
    label = say("office-ticket-row", number=ticket.number, kind=say("ticket-kind", kind=ticket.kind))
    return Option(write("ticket", ticket.id), label, None, Quoted(ticket.text[:70]) if ticket.text else None)


async def the_ticket(turn: Turn, ticket_id: str) -> Ticket | None:
    """A ticket for somebody of the office; else she is answered here."""
    if not await in_office(turn):
        return None
    ticket = await turn.db.get(Ticket, int(ticket_id)) if ticket_id.isdecimal() else None
    if ticket is None:
        turn.reply(Text(say("office-no-such-ticket")))
        return None
    return ticket if await admitted(turn, contacts.OFFICE, right_to(ticket)) else None


@action("ticket")
async def show_ticket(turn: Turn, ticket_id: str = "") -> None:
    """A ticket with the last words of the talk it came from."""
    ticket = await the_ticket(turn, ticket_id)
    if ticket is None:
        return
    talk = [
        say("office-said", who=str(words.get("who")), words=Quoted(str(words.get("text", ""))[:90]))
        for words in ticket.last_turns[-LAST_WORDS:]
    ]
    order = await turn.db.get(SellerOrder, ticket.seller_order_id) if ticket.seller_order_id else None
    head = say("office-ticket", number=ticket.number, kind=say("ticket-kind", kind=ticket.kind), state=ticket.state)
    about = say("office-about-order", number=order.number, state=order.state) if order else None
    form = said(ticket)
    body = Lines((head, form, await desk.told(turn, ticket, 400) if ticket.text else None, about, *talk))
    options = []
    if ticket.person_id is not None:
        options.append(forms.button("office-reply", "reply", ticket.id))
    if ticket.state == "open" or (ticket.kind == "complaint" and ticket.state == "answered"):
        options.append(forms.button("office-close", "close_ticket", ticket.id))
    if order is not None:
        options.append(forms.button("office-see-order", "office_order", order.id))
    turn.reply(Buttons(body, tuple(options)) if options else Text(body))


@action("reply")
async def reply(turn: Turn, ticket_id: str = "") -> None:
    """Her next text goes to the person the ticket is about."""
    ticket = await the_ticket(turn, ticket_id)
    if ticket is None:
        return
    if ticket.person_id is None:
        turn.reply(Text(say("office-nobody-to-tell", number=ticket.number)))
        return
    turn.state.ask("reply", ticket=ticket.id)
    body = say("office-write-reply", number=ticket.number, words=Quoted(ticket.text[:300]))
    turn.reply(Buttons(body, (forms.button("cancel", "office"),)))


@action("answered_reply")
async def answered_reply(turn: Turn) -> None:
    ticket = await the_ticket(turn, str(turn.state.about.get("ticket", "")))
    if ticket is None or ticket.person_id is None:
        return
    try:
        words = await tickets.answer(turn.db, ticket, turn.heard.text, turn.now)
    except tickets.GivesAway:  # the question stays open: she writes it again without that
        turn.reply(Text(say("office-gives-away")))
        return
    except ValueError:
        turn.reply(Text(say("office-write-reply", number=ticket.number, words=Quoted(ticket.text[:300]))))
        return
    await note(turn, "answer", ticket.number)
    turn.state.ask(None)
    turn.tell(ticket.person_id, forms.office_answer(ticket.number, words))
    options = [forms.button("office-tickets", "tickets")]
    if ticket.kind == "complaint":  # answered is not yet settled, and the law counts both
        options.append(forms.button("office-close", "close_ticket", ticket.id))
    turn.reply(Buttons(say("office-answered", number=ticket.number), tuple(options)))


@action("close_ticket")
async def close_ticket(turn: Turn, ticket_id: str = "") -> None:
    ticket = await the_ticket(turn, ticket_id)
    if ticket is not None:
        await tickets.close(turn.db, ticket, turn.now)
        await note(turn, "close", ticket.number)
        turn.reply(Buttons(say("office-closed", number=ticket.number), (forms.button("office-tickets", "tickets"),)))


@action("waiting")
async def waiting(turn: Turn, number: str = "0") -> None:
    """Orders no group has answered yet, the longest waiting first."""
    if not await in_office(turn):
        return
    placed = select(SellerOrder).where(SellerOrder.state == "placed").order_by(SellerOrder.id)
    parts = (await turn.db.scalars(placed)).all()
    if not parts:
        turn.reply(Text(say("office-none-waiting")))
        return
    options: list[Option[Phrase]] = []
    for part in parts:
        told = (await facts(turn, part)).wanted
        hint = say("office-waiting-hint", group=told.group, items=forms.items(told.items))
        options.append(
            Option(write("office_order", part.id), say("office-waiting-row", number=part.number), None, hint)
        )
    shown = page(options, int(number) if number.isdecimal() else 0, lambda n: write("waiting", n))
    turn.reply(Menu(say("office-waiting-orders", count=len(parts)), say("office-choose-button"), shown))
