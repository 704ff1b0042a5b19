"""When a group can make only a part: she takes it, has the rest made elsewhere, waits for all of it, or leaves it."""

from datetime import datetime

from actions import notices, passing_on
from actions.messages import Buttons, Menu, Option, Phrase, Text, say
from actions.payloads import write
from actions.placed import order_status
from actions.registry import action
from actions.turn import Turn
from catalog import holidays
from catalog.money import Money
from catalog.tables import Offer, ProducerGroup, Product
from catalog.words import Words
from orders import rerouting, service
from orders.dates import IST, indian_day, needed_by
from orders.moving import Route
from orders.service import IllegalMove, OutOfStock
from orders.splitting import rest, split
from orders.tables import Order, SellerOrder


@action("part_ways")
async def part_ways(turn: Turn, part_id: str = "") -> None:
    """Every way that is open just now."""
    part = await _asked(turn, part_id)
    if part is None:
        return
    take, refuse = write("take_part", part.id), write("refuse_part", part.id)
    options: list[Option[Phrase]] = [Option(take, say("order-way-part"))]
    route = await _rest_route(turn, part)
    if route is not None:
        group = await turn.db.get_one(ProducerGroup, route.group_id)
        hint = say("order-way-hint", group=Words.read(group.short), date=route.needed_by.astimezone(IST).date())
        options.append(Option(write("split_part", part.id, group.id), say("order-way-rest"), None, hint))
    later = await _later(turn, part)
    if later is not None:
        group = await turn.db.get_one(ProducerGroup, part.group_id)
        hint = say("order-way-hint", group=Words.read(group.short), date=later.astimezone(IST).date())
        options.append(Option(write("wait_part", part.id), say("order-way-wait"), None, hint))
    shelf = (await turn.db.get_one(Product, (await service.lines_of(turn.db, part.id))[0].sku)).category_id
    options.append(Option(write("category", shelf), say("order-way-goods")))
    options.append(Option(refuse, say("order-refuse-part")))
    turn.state.ask("confirm", yes=take, no=refuse)
    turn.reply(Menu(say("order-ways", number=part.number), say("order-choose"), tuple(options)))


@action("split_part")
async def split_part(turn: Turn, part_id: str = "", group_id: str = "") -> None:
    """The part from here and the rest from the group she was shown, if that group still can."""
    part = await _asked(turn, part_id)
    if part is None:
        return
    turn.state.ask(None)
    route = await _rest_route(turn, part, group_id)
    try:
        if route is None:
            raise OutOfStock("", 0)
        more = await split(turn.db, part, route, f"buyer:{turn.person.id}", turn.now)
    except (OutOfStock, IllegalMove):  # somebody was quicker: the ways as they are now
        await part_ways(turn, part_id)
        return
    await turn.db.refresh(part)
    group = await turn.db.get_one(ProducerGroup, more.group_id)
    total = Money((await turn.db.get_one(Order, part.order_id)).total_paise)
    told = say("order-rest-asked", number=more.number, group=Words.read(group.short), total=total,
               date=more.needed_by.astimezone(IST).date())  # fmt: skip
    turn.reply(Text(told))
    await notices.moved(turn, part, "split")
    await passing_on.ask_group(turn, more)


@action("wait_part")
async def wait_part(turn: Turn, part_id: str = "") -> None:
    """She waits for all of it; the group is asked whether it can keep the later day."""
    part = await _asked(turn, part_id)
    if part is None:
        return
    turn.state.ask(None)
    later = await _later(turn, part)
    if later is None:
        await part_ways(turn, part_id)
        return
    moved = await service.move(turn.db, part.id, "wait", f"buyer:{turn.person.id}", turn.now, needed_by=later)
    turn.reply(Text(say("order-wait-asked", number=moved.number, date=later.astimezone(IST).date())))
    await notices.moved(turn, moved, "wait")


async def _asked(turn: Turn, part_id: str) -> SellerOrder | None:
    """A part of her own order that waits for her answer; else she is answered here."""
    part = await turn.db.get(SellerOrder, int(part_id)) if part_id.isdecimal() and len(part_id) < 19 else None
    order = await turn.db.get_one(Order, part.order_id) if part else None
    if part is None or order is None or order.person_id != turn.person.id:
        turn.reply(Buttons(say("order-not-found"), (Option(write("order_status"), say("open-orders")),)))
        return None
    if part.state != "part_offered":
        await order_status(turn, order.number)
        return None
    return part


async def _rest_route(turn: Turn, part: SellerOrder, group_id: str | None = None) -> Route | None:
    missing = rest(await service.lines_of(turn.db, part.id))
    found = await rerouting.routes(turn.db, part, turn.now, turn.shop.demo_sells, missing)
    return next((route for route in found if group_id in (None, route.group_id)), None)


async def _later(turn: Turn, part: SellerOrder) -> datetime | None:
    """When the group could have made all of it, from the time it takes for one; None when nobody has said that."""
    lead = 0
    for line in await service.lines_of(turn.db, part.id):
        days = (await turn.db.get_one(Offer, line.offer_id)).lead_days
        if days is None:
            return None
        lead = max(lead, days)
    away = await holidays.closed(turn.db, [part.group_id], indian_day(turn.now))
    later = needed_by(turn.now, lead, away.get(part.group_id, ()))
    return later if later > part.needed_by else None
