"""After the yes: where an order is, cancelling it, and the buyer's answer to a part that was offered."""

from collections.abc import Sequence

from actions import arriving, checkout, notices, receipts, wishes
from actions.fetch_notices import where
from actions.items import slot
from actions.messages import Buttons, Lines, Menu, Option, Phrase, Text, lines, say
from actions.paging import page
from actions.payloads import write
from actions.plain_yes import sure
from actions.registry import action, perform
from actions.turn import Turn
from catalog.money import Money, Quantity
from catalog.outlet_tables import Outlet
from catalog.tables import ProducerGroup
from catalog.words import Words
from orders import book, lifecycle, payments, pickup, service
from orders.dates import IST
from orders.lifecycle import IllegalMove
from orders.moving import PICKUP, NotTheirs
from orders.tables import Order, SellerOrder

SHOWN = 20


@action("order_status")
async def order_status(turn: Turn, number: str = "") -> None:
    """Her latest order, or the one she names; no number is needed."""
    mine = await book.orders_of(turn.db, turn.person.id, SHOWN)
    if not mine:
        turn.reply(Buttons(say("order-none"), (Option(write("menu"), say("see-goods")),)))
        return
    named = number or slot(turn, "order_ref")
    order = await _mine(turn, named) if named else mine[0]
    if order is None:
        turn.reply(_choose(mine, "order_status", say("order-not-found")))
        return
    turn.reply(Buttons(await _told(turn, order), await _ways(turn, order, len(mine) > 1)))


@action("my_orders")
async def my_orders(turn: Turn, number: str = "0") -> None:
    mine = await book.orders_of(turn.db, turn.person.id, SHOWN)
    if not mine:
        await order_status(turn)
        return
    turn.reply(_choose(mine, "order_status", say("order-which"), int(number) if number.isdigit() else 0))


async def already(turn: Turn) -> None:
    """A second yes: the order stands, and is shown; without any order the cart was empty."""
    turn.state.ask(None)
    mine = await book.orders_of(turn.db, turn.person.id, 1)
    if not mine:
        turn.reply(Buttons(say("cart-empty"), (Option(write("menu"), say("see-goods")),)))
        return
    body = lines(say("order-already", number=mine[0].number), await _told(turn, mine[0]))
    turn.reply(Buttons(body, await _ways(turn, mine[0], False)))


async def _mine(turn: Turn, number: str) -> Order | None:
    """Only ever one of her own, whatever number she has."""
    order = await book.by_number(turn.db, number)
    return order if order is not None and order.person_id == turn.person.id else None


def _choose(mine: Sequence[Order], verb: str, body: Phrase, number: int = 0) -> Menu[Phrase]:
    options = [
        Option[Phrase](
            write(verb, order.number),
            say("order-row", number=order.number, total=Money(order.total_paise)),
            None,
            say("order-row-day", date=order.placed_at.astimezone(IST).date()),
        )
        for order in mine
    ]
    return Menu(body, say("order-choose"), page(options, number, lambda n: write("my_orders", n)))


async def _told(turn: Turn, order: Order) -> Phrase:
    """Each part: what, from whom, how far, by when."""
    told: list[Phrase] = [say("order-head", number=order.number, total=Money(order.total_paise))]
    for part in await book.parts_of(turn.db, order.id):
        told.append(await _part(turn, part))
    return Lines(tuple(told))


async def _part(turn: Turn, part: SellerOrder) -> Phrase:
    group = await turn.db.get_one(ProducerGroup, part.group_id)
    goods = [
        say("order-item", qty=promised, name=wishes.named(Words.read(line.name), line.attrs, promised))
        for line in await book.lines_of(turn.db, part.id)
        if (promised := Quantity(book.promised(line), line.unit)).milli
    ]
    state = say(
        f"order-state-{part.state.replace('_', '-')}",
        name=Words.read(group.name),
        date=part.needed_by.astimezone(IST).date(),
    )
    outlet = await turn.db.get(Outlet, part.outlet_id) if part.outlet_id else None
    if outlet is not None and part.state in pickup.WAITING:
        state = say("pickup-state-ready", place=where(outlet))
    tracking = say("order-tracking", tracking=part.tracking) if part.tracking else None
    return lines(*goods, state, tracking, arriving.told(part, turn.now))


async def _ways(turn: Turn, order: Order, others: bool) -> tuple[Option[Phrase], ...]:
    options: list[Option[Phrase]] = []
    if any(p.state == "due" and p.expires_at for p in await payments.of_order(turn.db, order.id)):
        options.append(Option(write("pay_again", order.number), say("pay-open")))
    parts = await book.parts_of(turn.db, order.id)
    waiting = next((part for part in parts if part.state == "part_offered"), None)
    if waiting is not None:
        options.append(Option(write("take_part", waiting.id), say("order-take-part")))
        options.append(Option(write("part_ways", waiting.id), say("notice-other-ways")))
        options.append(Option(write("refuse_part", waiting.id), say("order-refuse-part")))
    elif any(_cancellable(part) for part in parts):
        fetched = next((p for p in parts if p.delivery == PICKUP and p.state in pickup.WAITING), None)
        options += [Option(write("pickup_again", fetched.id), say("pickup-new-code"))] if fetched else []
        options.append(Option(write("cancel_order", order.number), say("order-cancel")))
    else:
        options.append(Option(write("reorder", order.number), say("order-again")))
        receipt = await receipts.of_hers(turn, order)
        options += [receipt] if receipt is not None else []
    if others and len(options) < 2:
        options.append(Option(write("my_orders"), say("order-others")))
    if len(options) < 3:
        options.append(Option(write("complaint_return_refund", order.number), say("order-help")))
    return tuple(options)


def _cancellable(part: SellerOrder) -> bool:
    return "cancel" in lifecycle.offered(part.state, "buyer")


@action("cancel_order")
async def cancel_order(turn: Turn, number: str = "") -> None:
    """Free until the parcel leaves; asked once more by a button, and which one when there are several."""
    named = number or slot(turn, "order_ref")
    if not named and turn.heard.kind == "text" and checkout.asks(turn):
        await perform(turn, "leave_order")  # nothing is placed yet: it is this one she leaves
        return
    mine = await book.orders_of(turn.db, turn.person.id, SHOWN)
    free = [o for o in mine if any(_cancellable(part) for part in await book.parts_of(turn.db, o.id))]
    if named:
        order = await _mine(turn, named)
        free = [o for o in free if order is not None and o.id == order.id]
    if not free:
        key = "order-cancel-late" if mine else "order-none"
        latest = (write("complaint_return_refund", mine[0].number),) if mine else ()
        options = [Option[Phrase](payload, say("order-help")) for payload in latest]
        turn.reply(Buttons(say(key), (*options, Option(write("menu"), say("menu")))))
        return
    if len(free) > 1:
        turn.reply(_choose(free[:9], "cancel_order", say("order-cancel-which")))
        return
    yes, no = write("cancel_yes", free[0].number), write("order_status", free[0].number)
    turn.state.ask("confirm", yes=yes, no=no, asked=turn.heard.key)
    body = lines(say("order-cancel-sure", number=free[0].number), await _told(turn, free[0]))
    turn.reply(Buttons(body, (Option(yes, say("order-cancel-yes")), Option(no, say("order-cancel-no")))))


@action("cancel_yes")
async def cancel_yes(turn: Turn, number: str = "") -> None:
    order = await _mine(turn, number)
    turn.state.ask(None)
    if not sure(turn):
        await cancel_order(turn, number)
        return
    gone = 0
    for part in await service.hold(turn.db, order.id) if order is not None else []:
        if not _cancellable(part):
            continue
        try:
            moved = await service.move(
                turn.db, part.id, "cancel", f"buyer:{turn.person.id}", turn.now, slot(turn, "reason")
            )
        except IllegalMove:  # the parcel left while she decided
            continue
        await notices.moved(turn, moved, "cancel")
        gone += 1
    if order is None or not gone:
        turn.reply(Buttons(say("order-cancel-late"), (Option(write("order_status"), say("open-orders")),)))
        return
    left = order.total_paise and say("order-cancel-rest", total=Money(order.total_paise))
    body = lines(say("order-cancelled-now", number=order.number), left or say("order-nothing-due"))
    turn.reply(Buttons(body, (Option(write("menu"), say("see-goods")),)))


@action("part_offered")
async def part_offered(turn: Turn, part_id: str = "") -> None:
    """What the group can make of her order, asked once more."""
    part = await turn.db.get(SellerOrder, int(part_id)) if part_id.isdigit() else None
    order = await turn.db.get(Order, part.order_id) if part is not None else None
    if part is None or order is None or order.person_id != turn.person.id or part.state != "part_offered":
        await order_status(turn)
        return
    opens = notices.asks_part(part.id)
    turn.state.ask(opens["awaiting"], **opens["about"], asked=turn.heard.key)
    turn.reply(await notices.offer(turn, part))


@action("take_part")
async def take_part(turn: Turn, part_id: str = "") -> None:
    await _answer_part(turn, part_id, "take_part")


@action("refuse_part")
async def refuse_part(turn: Turn, part_id: str = "") -> None:
    await _answer_part(turn, part_id, "refuse_part")


async def _answer_part(turn: Turn, part_id: str, move: str) -> None:
    """Her answer to what the group can make; the id is a claim, the order must be hers and still be asking."""
    turn.state.ask(None)
    try:
        part = await service.move(turn.db, int(part_id or 0), move, f"buyer:{turn.person.id}", turn.now)
    except (ValueError, LookupError, NotTheirs):
        turn.reply(Text(say("order-not-found")))
        return
    except IllegalMove:
        await order_status(turn)
        return
    order = await turn.db.get_one(Order, part.order_id)
    key = "order-part-taken" if move == "take_part" else "order-part-refused"
    date = part.needed_by.astimezone(IST).date()
    turn.reply(Text(say(key, number=part.number, total=Money(order.total_paise), date=date)))
    await notices.moved(turn, part, move)
