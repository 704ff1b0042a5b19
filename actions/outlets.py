"""Where she may fetch her goods herself: offering it, hearing which place she means, telling of it."""

from collections.abc import Sequence

from actions.facts import Facts
from actions.fetch_notices import pickup_ready, where
from actions.messages import Buttons, Notice, Option, Phrase, lines, say
from actions.payloads import write
from actions.turn import Turn
from catalog.lexicon import Phrases, phrases
from catalog.outlet_tables import Outlet
from catalog.spelling import tokens
from catalog.words import Words
from orders import cart as carts
from orders import outlets, pickup

SHOWN = 8


def wish(text: str) -> str | None:
    """What a message says of fetching: "fetch", "home", "renew"."""
    return phrases("pickup/words").first(tokens(text))


async def offered(turn: Turn) -> list[Outlet]:
    """Where all that lies in her cart can be fetched together."""
    held = await carts.lines(turn.db, turn.person.id, turn.now)
    if not held:
        return []
    return await outlets.for_goods(turn.db, [line.sku for line in held], turn.now, turn.shop.demo_sells)


def meant(found: Sequence[Outlet], text: str) -> list[Outlet]:
    """Those that her words name, by most words of theirs; all of them when she names none."""
    words = tokens(text)
    named = {one.id: sum(end - start for start, end, _ in Phrases({one.id: one.aliases}).find(words)) for one in found}
    most = max(named.values(), default=0)
    return [one for one in found if named[one.id] == most]


async def settle(turn: Turn, note: Phrase | None) -> tuple[Phrase | None, bool]:
    """She wants to fetch it: the place, when there is one or she named one. Returns what is to be said before the next
    question, and whether the question is which place."""
    form = turn.state.form
    if form.fetch is None:
        return note, False
    all_there = await offered(turn)
    found = meant(all_there, form.fetch)
    if not found:
        form.fetch = None
        return lines(note, say("pickup-nowhere")), False
    if len(found) == 1:
        choose(turn, found[0])
        return lines(note, say("pickup-chosen", place=where(found[0]))), False
    ask(turn, found, note)
    return None, True


def choose(turn: Turn, outlet: Outlet) -> None:
    """An address she told before is not where it goes."""
    form = turn.state.form
    form.outlet, form.fetch = outlet.id, None
    form.line, form.pincode, form.district, form.state = None, None, None, None
    form.address_id, form.doubted = None, None


def ask(turn: Turn, found: Sequence[Outlet], note: Phrase | None) -> None:
    turn.state.ask("outlet", asked=turn.heard.key)
    options = [
        Option[Phrase](write("fetch_at", one.id), Words.read(one.short), None, Words.read(one.place))
        for one in found[:SHOWN]
    ]
    options.append(Option(write("send_home"), say("pickup-send-home")))
    turn.reply(Buttons(lines(note, say("pickup-ask-where")), tuple(options)))


async def chosen(turn: Turn) -> Outlet | None:
    """The place of this order's form."""
    outlet_id = turn.state.form.outlet
    return await turn.db.get(Outlet, outlet_id) if outlet_id else None


async def ready(turn: Turn, told: Facts) -> Notice[Phrase]:
    """The word that a part lies at its outlet, with a new code for it."""
    assert told.outlet is not None, "it is fetched"
    code = await pickup.new_code(turn.db, told.part, turn.now)
    return pickup_ready(told.about, where(told.outlet), code)


async def way_out(turn: Turn) -> tuple[Phrase, bool] | None:
    """Goods that are not sent to her, or nobody can say for how much: that she may fetch them, in one sentence; and
    whether that is in her own state."""
    found = [] if turn.state.form.outlet else await offered(turn)
    if not found:
        return None
    hers = (turn.state.form.state or "").casefold()
    first = next((one for one in found if one.state.casefold() == hers), found[0])
    return say("pickup-way-out", place=Words.read(first.name), more=len(found) - 1), first.state.casefold() == hers
