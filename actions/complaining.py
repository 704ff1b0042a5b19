"""A complaint: its number at once, then what it is about, what is wrong and what she wishes, one button each."""

from actions import complaint_forms as told
from actions import notices
from actions.desk import open_ticket
from actions.facts import facts
from actions.items import slot
from actions.messages import Buttons, Lines, Menu, Option, Phrase, Quoted, lines, say
from actions.notice_forms import Item, button
from actions.notice_forms import items as listed
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from catalog import contacts
from catalog.lexicon import phrases
from catalog.spelling import tokens
from catalog.words import Words
from orders import book, complaints, service, tickets
from orders.dates import IST
from orders.tables import Order, OrderLine, SellerOrder, Ticket

LATEST = 3  # orders whose goods are offered when she names none
ROWS = 9
# What the understanding reads in her words, as it is asked here.
_REASONS = {"damaged": "broken", "wrong_item": "wrong", "missing": "missing", "bad_quality": "quality", "late": "late"}
_WISHES = {"refund": "money", "exchange": "another"}
_ASKS = {"of", "asks"}

Bought = tuple[Order, SellerOrder, OrderLine]


@action("complaint_return_refund")
async def complaint(turn: Turn, number: str = "") -> None:
    """Words about a complaint she is just telling belong to it; words that ask after one are answered."""
    words = turn.heard.text.strip() if turn.heard.kind != "tap" else ""
    if words and _asks_after(words) and await complaints.of_person(turn.db, turn.person.id, 1):
        await my_complaint(turn)
        return
    mine = await book.orders_of(turn.db, turn.person.id, 20)
    bought = await _bought(turn, mine, number or slot(turn, "order_ref") or "")
    ticket = await complaints.being_told(turn.db, turn.person.id, turn.now)
    if ticket is None or _of_another(ticket, bought):
        ticket = await _open(turn, words, bought)
    elif words:
        complaints.say_more(ticket, words)
    _read(turn, ticket)
    part = await _part(turn, ticket)
    order = await turn.db.get_one(Order, part.order_id) if part is not None else None
    about = (
        say("handed-about", number=order.number) if order is not None and len({o.id for o, *_ in bought}) < 2 else None
    )
    await _ask(turn, ticket, lines(say("handed-complaint", ticket=ticket.number), about), bought)


def _asks_after(words: str) -> bool:
    """ "meri shikayat ka kya hua", "complaint status"."""
    return {meaning for _, _, meaning in phrases("complaint_asked").find(tokens(words))} >= _ASKS


async def _bought(turn: Turn, mine: list[Order], number: str) -> list[Bought]:
    """What it may be about: of the order she names, else of the goods she names, else of her latest orders."""
    named = [order for order in mine if number and order.number.endswith(number.removeprefix("HT-"))]
    found = [
        (order, part, line)
        for order in named or mine
        for part in await book.parts_of(turn.db, order.id)
        for line in await book.lines_of(turn.db, part.id)
    ]
    skus = {item.sku for item in turn.meaning.items} if turn.meaning else set()
    latest = {order.id for order in (named or mine)[:LATEST]}
    return [one for one in found if one[2].sku in skus] or [one for one in found if one[0].id in latest]


def _of_another(ticket: Ticket, bought: list[Bought]) -> bool:
    if ticket.sku is None:
        return False
    return not any((part.id, line.sku) == (ticket.seller_order_id, ticket.sku) for _, part, line in bought)


async def _open(turn: Turn, words: str, bought: list[Bought]) -> Ticket:
    first = bought[0] if bought else None
    return await open_ticket(
        turn,
        "complaint",
        words or (first[0].number if first else "complaint"),
        sku=first[2].sku if first and len(bought) == 1 else None,
        seller_order_id=first[1].id if first else None,
    )


def _read(turn: Turn, ticket: Ticket) -> None:
    """What her words have said already is not asked again."""
    ticket.reason = ticket.reason or _REASONS.get(slot(turn, "reason") or "")


async def _part(turn: Turn, ticket: Ticket) -> SellerOrder | None:
    return await turn.db.get(SellerOrder, ticket.seller_order_id) if ticket.seller_order_id else None


async def _ask(turn: Turn, ticket: Ticket, lead: Phrase | None, bought: list[Bought] | None = None) -> None:
    """The one question that is open, behind what is said first."""
    if bought and len(bought) > 1 and ticket.sku is None:
        rows = [
            Option[Phrase](
                write("complaint_item", ticket.id, line.id), Words.read(line.name), None,
                say("handed-about", number=order.number),
            )
            for order, _, line in bought[:ROWS]
        ]  # fmt: skip
        rows.append(Option(write("complaint_item", ticket.id, 0), say("complaint-something-else")))
        turn.reply(Menu(lines(lead, say("complaint-which")), say("complaint-choose"), tuple(rows)))
    elif ticket.reason is None:
        reasons = tuple(
            Option(write("complaint_reason", ticket.id, one), told.reason(one)) for one in complaints.REASONS
        )
        turn.reply(Menu(lines(lead, say("complaint-what")), say("complaint-choose"), reasons))
    else:
        wishes = tuple(Option(write("complaint_wish", ticket.id, one), told.wish(one)) for one in complaints.WISHES)
        noted = say("complaint-noted", reason=told.reason(ticket.reason))
        turn.reply(Menu(lines(lead, noted, say("complaint-what-wish")), say("complaint-choose"), wishes))


async def _hers(turn: Turn, ticket_id: str) -> Ticket | None:
    """A ticket id is a claim: only a complaint of her own is shown or written on."""
    ticket = await turn.db.get(Ticket, int(ticket_id)) if ticket_id.isdecimal() else None
    if ticket is None or ticket.kind != "complaint" or ticket.person_id != turn.person.id:
        turn.reply(Buttons(say("complaint-none"), (button("open-orders", "order_status"), button("menu", "menu"))))
        return None
    return ticket


async def _being_told(turn: Turn, ticket_id: str) -> Ticket | None:
    """One that she may still write on; what is said stays said."""
    ticket = await _hers(turn, ticket_id)
    if ticket is not None and (ticket.state != "open" or ticket.wish is not None):
        await my_complaint(turn, ticket_id)
        return None
    return ticket


@action("complaint_item")
async def complaint_item(turn: Turn, ticket_id: str = "", line_id: str = "") -> None:
    """Which of the goods; the line must be of an order of hers. 0: none of them."""
    ticket = await _being_told(turn, ticket_id)
    if ticket is None:
        return
    line = await complaints.line_of_hers(turn.db, turn.person.id, int(line_id)) if line_id.isdecimal() else None
    ticket.sku, ticket.seller_order_id = (line.sku, line.seller_order_id) if line else (None, None)
    await _ask(turn, ticket, None)


@action("complaint_reason")
async def complaint_reason(turn: Turn, ticket_id: str = "", why: str = "") -> None:
    ticket = await _being_told(turn, ticket_id)
    if ticket is None:
        return
    if why in complaints.REASONS:
        ticket.reason = why
    await _ask(turn, ticket, None)


@action("complaint_wish")
async def complaint_wish(turn: Turn, ticket_id: str = "", wanted: str = "") -> None:
    """Everything is said: who answers for the group hears it, and a return is offered where one is possible."""
    ticket = await _being_told(turn, ticket_id)
    if ticket is None:
        return
    if wanted not in complaints.WISHES or ticket.reason is None:
        await _ask(turn, ticket, None)
        return
    ticket.wish = wanted
    part = await _part(turn, ticket)
    if part is not None:
        await _tell_group(turn, ticket, part)
    noted = say("complaint-complete", number=ticket.number, reason=told.reason(ticket.reason), wish=told.wish(wanted))
    if part is not None and _returnable(ticket, part):
        goods = listed((await facts(turn, part)).about.items)
        options = (
            button("complaint-send-back", "complaint_return", ticket.id),
            button("complaint-keep", "my_complaint", ticket.id),
        )
        turn.reply(Buttons(lines(noted, say("complaint-return-too", number=part.number, items=goods)), options))
        return
    turn.reply(Buttons(noted, (button("open-orders", "order_status"), button("menu", "menu"))))


def _returnable(ticket: Ticket, part: SellerOrder) -> bool:
    came = ticket.reason != "missing"  # what never came cannot be sent back
    return came and ticket.wish in complaints.WANTS_RETURN and part.state == "delivered"


async def _tell_group(turn: Turn, ticket: Ticket, part: SellerOrder) -> None:
    """Officer and lead; deputies only where there is nobody else."""
    able = [c for c in await contacts.of_group(turn.db, part.group_id, "answer") if c.person_id is not None]
    first = [contact for contact in able if contact.role != "deputy"] or able
    goods = [
        Item(Words.read(line.name), line.unit, book.promised(line))
        for line in await book.lines_of(turn.db, part.id)
        if ticket.sku in (None, line.sku)
    ]
    notice = told.complaint_told(part.number, goods, ticket.reason or "", ticket.wish or "")
    for person in sorted({contact.person_id for contact in first if contact.person_id is not None}):
        turn.tell(person, notice)


@action("complaint_return")
async def complaint_return(turn: Turn, ticket_id: str = "") -> None:
    """Only by her button: the goods of this part go back when the group agrees."""
    ticket = await _hers(turn, ticket_id)
    if ticket is None:
        return
    part = await _part(turn, ticket)
    if part is None or ticket.state == "closed" or not _returnable(ticket, part):
        await my_complaint(turn, ticket_id)
        return
    why = f"{ticket.number} {ticket.reason}"
    try:
        part = await service.move(turn.db, part.id, "ask_return", f"buyer:{turn.person.id}", turn.now, why)
    except (service.IllegalMove, service.NotTheirs):
        await my_complaint(turn, ticket_id)
        return
    await notices.moved(turn, part, "ask_return")
    options = (button("open-orders", "order_status"), button("menu", "menu"))
    turn.reply(Buttons(say("complaint-return-asked", number=part.number), options))


@action("my_complaint")
async def my_complaint(turn: Turn, ticket_id: str = "") -> None:
    """Number, state and what the office said; her latest, or the one whose button it is."""
    latest = await complaints.of_person(turn.db, turn.person.id, 1)
    ticket = await _hers(turn, ticket_id or (str(latest[0].id) if latest else ""))
    if ticket is None:
        return
    part = await _part(turn, ticket)
    back = part is not None and part.state in ("return_asked", "return_agreed", "returned")
    said = Lines((
        say("complaint-state", number=ticket.number, state=ticket.state, day=ticket.opened_at.astimezone(IST).date()),
        told.said(ticket),
        say("complaint-answer", words=Quoted(ticket.answer[:600])) if ticket.answer else None,
        say("complaint-goods-back", state=part.state) if part is not None and back else None,
    ))  # fmt: skip
    options = [button("talk-to-person", "talk_to_human"), button("menu", "menu")]
    if ticket.state == "answered":
        options.insert(0, button("complaint-settled", "complaint_settled", ticket.id))
    turn.reply(Buttons(said, tuple(options)))


@action("complaint_settled")
async def complaint_settled(turn: Turn, ticket_id: str = "") -> None:
    """She herself says that it is settled, once the office has answered."""
    ticket = await _hers(turn, ticket_id)
    if ticket is None:
        return
    if ticket.state != "answered":
        await my_complaint(turn, ticket_id)
        return
    await tickets.close(turn.db, ticket, turn.now)
    turn.reply(Buttons(say("complaint-thanks", number=ticket.number), (button("menu", "menu"),)))
