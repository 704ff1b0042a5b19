"""The office moves an order for a group that answered on the phone; each move is journalled in the mover's name."""

from sqlalchemy import select

from actions import notice_forms as forms
from actions import notices, passing_on
from actions.messages import Buttons, Lines, Menu, Option, Phrase, Text, say
from actions.office import in_office
from actions.paging import page
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from catalog import contacts
from catalog.tables import ProducerGroup
from catalog.words import Words
from orders import lifecycle, rerouting, service
from orders.tables import SellerOrder

# asked once more
ENDINGS = frozenset({"decline", "withdraw", "cancel", "refuse_part", "refuse", "come_back", "receive_return"})
# A part has amounts, so its group offers it; what else can be done about it is the buyer's to choose; another group has
# a button of its own.
_OTHERWISE = frozenset({"offer_part", "split", "wait", "reroute"})
SHOWN_GROUPS = 6


def moves(state: str) -> tuple[str, ...]:
    """What the office may do with an order by one button, one way to each end."""
    may = lifecycle.offered(state, "office")
    twice = {"cancel"} if {"withdraw", "refuse_part", "refuse"} & set(may) else set()
    return tuple(move for move in may if move not in _OTHERWISE | twice)


@action("office_orders")
async def office_orders(turn: Turn, number: str = "0") -> None:
    """Every order that is not at its end, the oldest first."""
    if not await in_office(turn):
        return
    living = [state for state in lifecycle.STATES if state not in lifecycle.SETTLED]
    parts = (
        await turn.db.scalars(select(SellerOrder).where(SellerOrder.state.in_(living)).order_by(SellerOrder.id))
    ).all()
    if not parts:
        turn.reply(Text(say("office-no-orders")))
        return
    options: list[Option[Phrase]] = []
    for part in parts:
        told = (await notices.facts(turn, part)).about
        hint = say("office-waiting-hint", group=told.group, items=forms.items(told.items))
        label = say("producer-row", number=part.number, state=part.state)
        options.append(Option(write("office_order", part.id), label, None, hint))
    shown = page(options, int(number) if number.isdecimal() else 0, lambda n: write("office_orders", n))
    turn.reply(Menu(say("office-all-orders", count=len(parts)), say("office-choose-button"), shown))


async def _the_order(turn: Turn, part_id: str) -> SellerOrder | None:
    """An order for somebody of the office; else she is answered here."""
    if not await in_office(turn):
        return None
    part = await turn.db.get(SellerOrder, int(part_id)) if part_id.isdecimal() and len(part_id) < 19 else None
    if part is None:
        turn.reply(Text(say("office-no-such-order")))
    return part


@action("office_order")
async def office_order(turn: Turn, part_id: str = "") -> None:
    """One order: how it stands, who of the group has joined, what the office may do with it."""
    part = await _the_order(turn, part_id)
    if part is not None:
        await _show(turn, part)


async def _show(turn: Turn, part: SellerOrder) -> None:
    told = await notices.facts(turn, part)
    about = told.wanted if part.state in {"placed", *lifecycle.OFF} else told.about
    joined = await contacts.of_group(turn.db, part.group_id, "answer")
    body = Lines((
        say("producer-card", number=about.number, items=forms.items(about.items), by=about.by),
        say("office-about-order", number=part.number, state=part.state),
        say("office-group-contacts", group=about.group, count=len(joined)),
    ))  # fmt: skip
    options = await _others(turn, part) + tuple(
        Option[Phrase](write("office_move", part.id, move), say("office-act", move=move)) for move in moves(part.state)
    )
    turn.reply(Buttons(body, options or (forms.button("office-orders", "office_orders"),)))


async def _others(turn: Turn, part: SellerOrder) -> tuple[Option[Phrase], ...]:
    """The groups that could take a declined order over."""
    if part.state != "declined":
        return ()
    found = await rerouting.routes(turn.db, part, turn.now, turn.shop.demo_sells)
    groups = [await turn.db.get_one(ProducerGroup, route.group_id) for route in found[:SHOWN_GROUPS]]
    return tuple(
        Option[Phrase](
            write("office_give", part.id, group.id),
            say("office-give", group=Words.read(group.short)),
            Words.read(group.short),
        )
        for group in groups
    )


@action("office_give")
async def office_give(turn: Turn, part_id: str = "", group_id: str = "") -> None:
    """Another group gets a declined order; one of another seller only when the buyer says yes."""
    part = await _the_order(turn, part_id)
    mine = await contacts.allowed(turn.db, turn.person.id, contacts.OFFICE, "move_orders")
    if part is None or mine is None:
        return
    found = await rerouting.routes(turn.db, part, turn.now, turn.shop.demo_sells)
    route = next((route for route in found if route.group_id == group_id), None)
    if part.state != "declined" or route is None:
        await _show(turn, part)
        return
    done = "reroute"
    if route.seller_id != part.seller_id:
        done = "offer_other"
        await passing_on.offer_other(turn, await notices.facts(turn, part), route)
    elif not await passing_on.to_group(turn, part, group_id, f"office:{mine.id}", "the office chose"):
        await _show(turn, part)
        return
    turn.reply(
        Buttons(
            say("office-act-done", number=part.number, move=done), (forms.button("office-orders", "office_orders"),)
        )
    )


@action("office_move")
async def office_move(turn: Turn, part_id: str = "", move: str = "", sure: str = "") -> None:
    """What a button says is looked up again: the mover is of the office, and the order may move so."""
    part = await _the_order(turn, part_id)
    mover = await contacts.allowed(turn.db, turn.person.id, contacts.OFFICE, "move_orders")
    if part is None or mover is None:
        return
    if move not in moves(part.state):
        await _show(turn, part)
        return
    if move in ENDINGS and sure != "yes":
        yes = Option[Phrase](write("office_move", part.id, move, "yes"), say("office-act", move=move))
        no = forms.button("cancel", "office_order", part.id)
        turn.reply(Buttons(say("office-act-sure", number=part.number, move=move), (yes, no)))
        return
    taken = mover.id if move in ("accept", "decline") else None
    try:
        moved = await service.move(turn.db, part.id, move, f"office:{mover.id}", turn.now, taken_by=taken)
    except (service.IllegalMove, service.NotTheirs):
        await turn.db.refresh(part)
        await _show(turn, part)
        return
    await notices.moved(turn, moved, move)
    turn.reply(
        Buttons(
            say("office-act-done", number=part.number, move=move), (forms.button("office-orders", "office_orders"),)
        )
    )
