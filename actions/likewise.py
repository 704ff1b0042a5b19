"""What is asked about the thing just looked at: its colours and sizes, something cheaper, the second of the list."""

from actions import cards, items, wishes
from actions.messages import Buttons, say
from actions.paging import ROWS
from actions.registry import perform
from actions.turn import Turn
from catalog import service
from catalog.lexicon import phrases
from catalog.spelling import tokens
from catalog.tables import Product
from catalog.words import Words

_KIND = {"colour": "color", "size": "size", "flavour": "flavour"}


async def kinds(turn: Turn, row: Product) -> bool:
    """ "Iska rang kaun sa hai": the colours, sizes or flavours it comes in are told. False when that was not asked."""
    kind = _KIND.get(items.slot(turn, "aspect") or "")
    told = wishes.joined(row.attrs.get(kind, ())) if kind else None
    if told is None:
        return False
    turn.state.ask(None)
    turn.state.product = row.sku
    body = say("browse-kinds", name=Words.read(row.name), kinds=told)
    turn.reply(Buttons(body, cards.options(await cards.look_at(turn, row))))
    return True


async def cheaper(turn: Turn) -> bool:
    """ "Aur sasta?": what costs less on the shelf of the thing talked about. False when nothing is, or it was not
    asked."""
    asked = phrases("price_levels").first(tokens(turn.heard.text)) == "low"
    row = await service.product(turn.db, turn.state.product) if asked and turn.state.product else None
    if row is None or row.price_paise is None or (turn.meaning and turn.meaning.items):
        return False
    shelf = await service.in_category(turn.db, row.category_id)
    priced = [(one.price_paise, one.sku, one) for one in shelf if one.price_paise is not None]
    less = [one for price, _, one in sorted(priced, key=lambda p: p[:2]) if price < row.price_paise]
    turn.state.ask(None)
    name = Words.read(row.name)
    if less:
        turn.reply(await cards.shelf(turn, say("browse-cheaper", name=name), less[:ROWS], 0, "menu"))
    else:
        turn.reply(Buttons(say("browse-cheapest", name=name), cards.options(await cards.look_at(turn, row))))
    return True


async def pointed_at(turn: Turn) -> bool:
    """ "Dusri wali dikhao": the card of that one. False when the message names goods, or points at no list."""
    named = turn.meaning is not None and any(item.product or item.sku for item in turn.meaning.items)
    sku = items.in_list(turn, items.slot(turn, "ref"))
    if named or sku is None:
        return False
    await perform(turn, "product", sku)
    return True
