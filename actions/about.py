"""Hello and goodbye, and what people ask about the shop itself: who makes the goods, where the money goes, the fair."""

from actions import cards, makers, receipts
from actions.messages import Buttons, Menu, Option, Phrase, lines, say
from actions.paging import asked, page
from actions.payloads import write
from actions.registry import action, perform
from actions.resuming import again
from actions.turn import Turn
from catalog import contacts, service
from catalog.lexicon import phrases
from catalog.spelling import tokens
from catalog.words import Words


def _ways_on(turn: Turn) -> tuple[Option[Phrase], ...]:
    if turn.state.side == "producer":
        return (
            Option(write("producer_orders_today"), say("about-todays-orders")),
            Option(write("menu"), say("see-goods")),
            Option(write("help"), say("browse-help")),
        )
    return (
        Option(write("menu"), say("see-goods")),
        Option(write("order_status"), say("open-orders")),
        Option(write("switch_language"), say("language-change")),
    )


@action("greet")
async def greet(turn: Turn) -> None:
    """What this is, the first time; afterwards only hello. An open question stays open. The office sees its desk."""
    if turn.state.awaiting is None and await contacts.allowed(turn.db, turn.person.id, contacts.OFFICE, "desk"):
        await perform(turn, "office")
        return
    key = "about-welcome" if not turn.state.greeted else "about-hello"
    turn.state.greeted = True
    turn.reply(Buttons(say(key), _ways_on(turn)))


@action("help")
async def help_(turn: Turn) -> None:
    """Everything that is not a shelf."""
    if turn.state.side == "producer":
        await perform(turn, "producer_help")
        return
    rows: list[Option[Phrase]] = [
        Option(write("view_cart"), say("open-cart")),
        Option(write("order_status"), say("open-orders")),
        Option(write("about_producers"), say("about-row-producers")),
        Option(write("about_money"), say("about-row-money")),
        Option(write("exhibition_info"), say("about-row-fair")),
        Option(write("delivery_info"), say("about-row-delivery")),
        Option(write("switch_language"), say("language-change")),
        Option(write("link_chats"), say("link-row")),
        Option(write("talk_to_human"), say("talk-to-person")),
        Option(write("menu"), say("see-goods")),
    ]
    turn.reply(Menu(say("about-help"), say("browse-choose"), tuple(rows)))


@action("about_producers")
async def about_producers(turn: Turn, number: str = "0") -> None:
    """Who makes the goods: one sentence, and the groups to tap; the one she names at once."""
    named = await makers.named(turn)
    if len(named) == 1:
        await group(turn, named[0].id)
        return
    groups = [
        Option[Phrase](write("group", g.id), Words.read(g.name), Words.read(g.short), Words.read(g.place))
        for g in await service.groups(turn.db)
    ]
    at = asked(number)
    listed = page(groups, at, lambda n: write("about_producers", n))
    asks_who = phrases("prisoners").first(tokens(turn.heard.text)) is not None
    turn.reply(Menu(say("about-no-person" if asks_who else "about-producers"), say("browse-choose"), listed))


@action("group")
async def group(turn: Turn, group_id: str = "", number: str = "0") -> None:
    """A workshop or a group: its story, never a person's, and what it makes."""
    row = await service.group(turn.db, group_id)
    if row is None:
        await about_producers(turn)
        return
    turn.state.ask(None)
    made = list(await service.of_group(turn.db, group_id))
    where = say("card-maker", group=Words.read(row.name), place=Words.read(row.place))
    told = lines(where, Words.read(row.story))
    if not made:
        turn.reply(Buttons(told, (Option(write("menu"), say("see-goods")),)))
        return
    at = asked(number)
    turn.reply(await cards.shelf(turn, told, made, at, "group", group_id, wanted=row))


@action("about_money")
async def about_money(turn: Turn) -> None:
    """What is known of where the money goes; shares nobody has published are not made up. Of an order of hers that is
    paid and has left, the books know."""
    mine = await receipts.of_her_latest(turn)
    ways: list[Option[Phrase]] = [] if mine is None else [mine]
    ways += [Option(write("about_producers"), say("about-row-producers")), Option(write("menu"), say("see-goods"))]
    turn.reply(Buttons(say("about-money"), tuple(ways)))


@action("exhibition_info")
async def exhibition_info(turn: Turn) -> None:
    turn.reply(
        Buttons(
            say("about-fair"),
            (Option(write("menu"), say("see-goods")), Option(write("talk_to_human"), say("talk-to-person"))),
        )
    )


@action("thanks")
async def thanks(turn: Turn) -> None:
    if not await again(turn, say("about-thanks")):
        turn.reply(Buttons(say("about-thanks"), (Option(write("menu"), say("see-goods")),)))


@action("bye")
async def bye(turn: Turn) -> None:
    if turn.state.side == "producer":  # she has no cart that is kept for her
        turn.reply(Buttons(say("fine"), _ways_on(turn)))
        return
    turn.reply(Buttons(say("about-bye"), (Option(write("menu"), say("see-goods")),)))
