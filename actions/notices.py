"""Who is told what when an order is placed or moved, unasked. The words are in notice_forms."""

from actions import asking_pay, outlets, rating
from actions import notice_forms as forms
from actions.facts import Facts, asks, asks_part, facts, mover, quiet, set_clock, taker, tell_group
from actions.fetch_notices import pickup_accepted, pickup_to_bring, where
from actions.messages import Notice, Phrase, Quoted, Unspoken, say
from actions.passing_on import ask_group, pass_on
from actions.turn import Turn
from catalog import contacts
from orders import service
from orders.tables import Order, SellerOrder

__all__ = ["Facts", "asks", "asks_part", "carrier", "facts", "moved", "offer", "order_placed", "quiet", "taker"]


async def offer(turn: Turn, part: SellerOrder) -> Unspoken:
    """What a group offered to make of the buyer's order, as a message of her own talk."""
    told = await facts(turn, part)
    return forms.part_offered(told.wanted, told.about.items, told.goods).inside


async def order_placed(turn: Turn, order: Order) -> None:
    """Asks every group of an order."""
    for part in await service.parts_of(turn.db, order.id):
        await ask_group(turn, part)


async def moved(turn: Turn, part: SellerOrder, move: str) -> None:
    """Tells the buyer and the group's contacts of a move that has been made; who made it is answered by the
    action that made it, and not told again here. Then whatever follows by itself: clocks, another group."""
    asked: frozenset[str | None] = frozenset()
    if move not in ("decline", "pass_over"):  # what another group makes after all is not asked for without it
        asked = await asking_pay.follow(turn, await turn.db.get_one(Order, part.order_id), part, move)
    told = await facts(turn, part)
    await _tell_group(turn, told, move)
    billed = move == "accept" and part.seller_id in asked  # her bill has said what was agreed
    if move == "mark_ready" and told.outlet is not None:  # whoever moved it: nobody else has her code
        turn.tell(told.order.person_id, await outlets.ready(turn, told))
    elif mover(turn) != told.order.person_id and not billed:
        await _tell_buyer(turn, told, move)
    match move:
        case "decline":
            await pass_on(turn, part, "declined")
        case "offer_part":
            await set_clock(turn, part, "part_remind", "part_escalate")
        case "wait":
            await ask_group(turn, part)
        case "accept" | "take_part" | "split":
            await set_clock(turn, part, "late", "late_office")
        case "deliver":
            await rating.ask_later(turn, part)


async def _tell_buyer(turn: Turn, told: Facts, move: str) -> None:
    """Once for every move she did not make herself; a declined part is told with what follows (passing_on)."""
    buyer, about = told.order.person_id, told.about
    match move:
        case "accept" if told.outlet is not None:
            turn.tell(buyer, pickup_accepted(about, where(told.outlet)))
        case "accept":
            turn.tell(buyer, forms.order_accepted(about))
        case "offer_part":
            turn.tell(buyer, forms.part_offered(told.wanted, about.items, told.goods), asks_part(told.part.id))
        case "mark_ready":
            turn.tell(buyer, forms.order_ready(about))
        case "dispatch" if told.part.tracking:
            turn.tell(buyer, forms.order_dispatched(about, carrier(told.part.carrier), told.part.tracking))
        case "dispatch":
            turn.tell(buyer, forms.order_sent(about))
        case "deliver" if told.outlet is not None and turn.heard.kind == "text":
            pass  # she stands at the counter and has told her code
        case "deliver":
            if not await quiet(turn, buyer):
                turn.tell(buyer, forms.order_delivered(about))
        case "take_part" | "split" | "wait":
            turn.tell(buyer, forms.part_settled(about, move))
        case "withdraw" | "cancel" | "refuse_part":
            if mover(turn) is not None:  # an order that was not paid for is told by its clock
                turn.tell(buyer, forms.order_cancelled(told.wanted))
        case "refuse" | "expire":
            turn.tell(buyer, forms.order_ended(told.wanted, move))
        case "ask_return" | "agree_return" | "close_return" | "receive_return" | "come_back":
            turn.tell(buyer, forms.return_moved(about, move))


async def _tell_group(turn: Turn, told: Facts, move: str) -> None:
    part, me = told.part, {mover(turn) or 0}
    match move:
        case "accept":
            send = _to_send(told)
            await _tell_answered(turn, told, move, me | await tell_group(turn, part, "see_buyer", send, besides=me))
        case "offer_part" | "decline":
            await _tell_answered(turn, told, move, me)
        case "take_part" | "split":
            send = _to_send(told)
            informed = await tell_group(turn, part, "see_buyer", send, besides=me)
            await tell_group(turn, part, "answer", forms.part_taken(told.about), besides=me | informed)
        case "mark_ready" if told.outlet is None:
            await tell_group(turn, part, "see_buyer", forms.order_packed(told.about, told.receiver), besides=me)
        case "refuse_part" | "cancel" | "withdraw" | "expire":
            await tell_group(turn, part, None, forms.order_stopped(told.wanted), besides=me)
        case "pass_over":
            await tell_group(turn, part, "answer", forms.order_passed_over(told.wanted), besides=me)
        case "ask_return" | "agree_return" | "close_return" | "receive_return" | "come_back":
            await tell_group(turn, part, "dispatch", forms.return_work(told.about, move), besides=me)


def _to_send(told: Facts) -> Notice[Phrase]:
    if told.outlet is not None:
        return pickup_to_bring(told.about, told.receiver)
    return forms.order_to_send(told.about, told.receiver)


async def _tell_answered(turn: Turn, told: Facts, move: str, besides: set[int]) -> None:
    who = await taker(turn, told.part)
    notice = forms.order_answered(told.wanted, who.role if who else contacts.OFFICE, move)
    await tell_group(turn, told.part, "answer", notice, besides=besides)


def carrier(name: str | None) -> Phrase:
    """Ways of sending that have a name of their own are shown as written."""
    if name is None or name in ("courier", "bus", "hand", "transport"):
        return say("notice-carrier", carrier=name or "courier")
    return Quoted(name)
