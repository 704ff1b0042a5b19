"""At the counter: the buyer's code is typed, and the goods are hers. The code is a claim, looked up with the right of
her who types it; who buys is told to nobody there."""

from actions import notice_forms as forms
from actions import notices
from actions.messages import Menu, Option, Phrase, Text, lines, say
from actions.outlets import ready
from actions.paging import page
from actions.payloads import write
from actions.registry import action, perform
from actions.turn import Turn
from catalog import contacts
from catalog.money import Money
from catalog.tables import Contact
from orders import payments, pickup
from orders.book import orders_of, parts_of
from orders.lifecycle import IllegalMove
from orders.moving import PICKUP, NotTheirs
from orders.tables import Order, SellerOrder


@action("hand_code")
async def hand_code(turn: Turn) -> None:
    """Six characters that look like a code for fetching."""
    if not await contacts.of_person(turn.db, turn.person.id):
        turn.reply(Text(say("pickup-show-it")))
        return
    turn.state.side = "producer"
    found = await pickup.by_code(turn.db, turn.person.id, turn.heard.text, turn.now)
    if not isinstance(found, SellerOrder):
        turn.reply(Text(say("pickup-code-wrong", why=found.replace("_", "-"))))
        return
    giver = await pickup.giver(turn.db, turn.person.id, found)
    assert giver is not None, "by_code has looked"
    await _hand(turn, found, giver)


async def _hand(turn: Turn, part: SellerOrder, giver: Contact) -> None:
    cash = await _cash(turn, part)
    try:
        done = await pickup.hand_over(turn.db, part, f"contact:{giver.id}", turn.now, turn.heard.text)
    except (IllegalMove, NotTheirs):
        done = False
    if not done:
        turn.reply(Text(say("pickup-code-wrong", why="done")))
        return
    told = (await notices.facts(turn, part)).about
    turn.state.ask(None)
    body = say("pickup-handed", number=part.number, items=forms.items(told.items))
    turn.reply(Text(lines(body, say("pickup-take-cash", amount=cash) if cash else None)))
    await notices.moved(turn, part, "deliver")


async def _cash(turn: Turn, part: SellerOrder) -> Money | None:
    """What is to be paid at the counter for this part; None when nothing is."""
    order = await turn.db.get_one(Order, part.order_id)
    due = [one for one in await payments.of_order(turn.db, order.id) if one.seller_id == part.seller_id]
    if order.payment != "cod" or any(one.state == "paid" for one in due):
        return None
    return Money(part.goods_paise + part.delivery_paise)


@action("hand")
async def hand(turn: Turn, part_id: str = "") -> None:
    """The button beside goods that wait: it asks for the code, it hands nothing over."""
    part = await turn.db.get(SellerOrder, int(part_id)) if part_id.isdecimal() and len(part_id) < 19 else None
    if part is None or await pickup.giver(turn.db, turn.person.id, part) is None:
        turn.reply(Text(say("producer-not-yours")))
        return
    turn.state.side = "producer"
    turn.state.ask(None)
    waits = part.state in pickup.WAITING
    turn.reply(Text(say("pickup-ask-code", number=part.number) if waits else say("pickup-code-wrong", why="done")))


@action("counter")
async def counter(turn: Turn, number: str = "0") -> None:
    """What waits to be fetched where she stands."""
    mine = {one.group_id for one in await contacts.of_person(turn.db, turn.person.id)}
    parts = await pickup.waiting(turn.db, mine)
    if not parts:
        turn.reply(Text(say("pickup-none-waits")))
        return
    turn.state.side = "producer"
    options: list[Option[Phrase]] = []
    for part in parts:
        items = forms.items((await notices.facts(turn, part)).about.items)
        options.append(Option(write("hand", part.id), say("pickup-row", number=part.number), None, items))
    shown = page(options, int(number) if number.isdecimal() else 0, lambda n: write("counter", n))
    turn.reply(Menu(say("pickup-waiting", count=len(parts)), say("producer-choose-button"), shown))


@action("pickup_again")
async def pickup_again(turn: Turn, part_id: str = "") -> None:
    """She has lost her code: a new one, the old one is worth nothing. Only ever of her own orders."""
    mine = [part for order in await orders_of(turn.db, turn.person.id) for part in await parts_of(turn.db, order.id)]
    waiting = [part for part in mine if part.delivery == PICKUP and part.state in pickup.WAITING]
    named = [part for part in waiting if part_id in ("", str(part.id))]
    if not named:
        turn.reply(Text(say("pickup-no-code")))
        if mine:
            await perform(turn, "order_status")
        return
    for part in named:
        turn.reply((await ready(turn, await notices.facts(turn, part))).inside)
