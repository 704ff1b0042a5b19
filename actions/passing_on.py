"""An order its group gives up goes to another one, by itself where only the workshop changes, else when the buyer
says yes; the office has what nobody can make."""

from actions import asking_pay
from actions import notice_forms as forms
from actions.desk import open_ticket
from actions.facts import Facts, asks, asks_other, facts, mover, set_clock, tell_group
from actions.messages import Buttons, Option, Text, say
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from catalog.tables import ProducerGroup
from catalog.words import Words
from orders import rerouting, service
from orders.dates import IST
from orders.moving import Route
from orders.service import IllegalMove, NotTheirs, OutOfStock
from orders.tables import SellerOrder


async def ask_group(turn: Turn, part: SellerOrder) -> None:
    """Tells a group what it is to make, and sets the clocks that ask again. A group that nobody answers for goes to
    the office at once."""
    told = await facts(turn, part)
    if not await tell_group(turn, part, "answer", forms.new_order(told.wanted), opens=asks(part.id)):
        await open_ticket(turn, "no_contact", part.number, seller_order_id=part.id, person_id=told.order.person_id)
        await set_clock(turn, part, "expire")
        return
    await set_clock(turn, part, "remind", "escalate")


async def pass_on(turn: Turn, part: SellerOrder, why: str) -> None:
    """The next step for a part that has just been declined (`why` "declined") or passed over ("no answer")."""
    before = await facts(turn, part)
    found = await rerouting.routes(turn.db, part, turn.now, turn.shop.demo_sells)
    route = rerouting.same_seller(part, found)
    if route is not None:
        await _hand_over(turn, part, before, route, "timer", why)
        return
    await set_clock(turn, part, "refuse")
    if found:
        await offer_other(turn, before, found[0])
        await set_clock(turn, part, "seek")
        return
    turn.tell(before.order.person_id, forms.order_declined(before.wanted))
    await open_ticket(turn, "declined", part.number, seller_order_id=part.id, person_id=before.order.person_id)


async def offer_other(turn: Turn, told: Facts, route: Route) -> None:
    """Asks the buyer whether another seller's group may make it: her bargain would be with somebody else."""
    other = await turn.db.get_one(ProducerGroup, route.group_id)
    by = route.needed_by.astimezone(IST).date()
    notice = forms.other_offered(told.wanted, other.id, Words.read(other.short), by)
    turn.tell(told.order.person_id, notice, asks_other(told.part.id, other.id))


async def _hand_over(turn: Turn, part: SellerOrder, before: Facts, route: Route, actor: str, why: str) -> None:
    """Raises OutOfStock when somebody was quicker: then nothing has happened."""
    told = await rerouting.take_over(turn.db, part, route, actor, turn.now, why)
    now = await facts(turn, told)
    if mover(turn) != before.order.person_id:
        turn.tell(before.order.person_id, forms.order_rerouted(before.wanted, now.about.group, now.about.by))
    await ask_group(turn, told)
    await asking_pay.follow(turn, before.order, told, "reroute")  # what was with another seller waits for it no more


async def to_group(turn: Turn, part: SellerOrder, group_id: str, actor: str, why: str) -> bool:
    """Somebody chose the group for a declined part; False when it cannot take it any more."""
    found = await rerouting.routes(turn.db, part, turn.now, turn.shop.demo_sells)
    route = next((route for route in found if route.group_id == group_id), None)
    if route is None:
        return False
    try:
        await _hand_over(turn, part, await facts(turn, part), route, actor, why)
    except (IllegalMove, OutOfStock):
        return False
    return True


@action("other_yes")
async def other_yes(turn: Turn, part_id: str = "", group_id: str = "") -> None:
    """The buyer lets another seller's group make it. Both ids are claims: that it is hers and still so is looked up."""
    turn.state.ask(None)
    part = await _hers(turn, part_id)
    if part is None:
        return
    if not await to_group(turn, part, group_id, f"buyer:{turn.person.id}", "the buyer chose"):
        turn.reply(Buttons(say("order-other-gone"), (Option(write("order_status"), say("open-orders")),)))
        return
    group = await turn.db.get_one(ProducerGroup, part.group_id)
    date = part.needed_by.astimezone(IST).date()
    turn.reply(Text(say("order-other-asked", number=part.number, group=Words.read(group.short), date=date)))


@action("other_no")
async def other_no(turn: Turn, part_id: str = "") -> None:
    turn.state.ask(None)
    part = await _hers(turn, part_id)
    if part is None:
        return
    try:
        await service.move(turn.db, part.id, "cancel", f"buyer:{turn.person.id}", turn.now)
    except (IllegalMove, NotTheirs):
        turn.reply(Buttons(say("order-other-gone"), (Option(write("order_status"), say("open-orders")),)))
        return
    turn.reply(Text(say("order-part-refused", number=part.number)))


async def _hers(turn: Turn, part_id: str) -> SellerOrder | None:
    """A declined part of an order of hers; else she is answered here."""
    part = await turn.db.get(SellerOrder, int(part_id)) if part_id.isdecimal() and len(part_id) < 19 else None
    order = None if part is None else (await facts(turn, part)).order
    if part is None or order is None or order.person_id != turn.person.id:
        turn.reply(Text(say("order-not-found")))
        return None
    if part.state != "declined":
        turn.reply(Buttons(say("order-other-gone"), (Option(write("order_status"), say("open-orders")),)))
        return None
    return part
