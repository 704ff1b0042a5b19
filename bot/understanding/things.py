"""Goods and an amount as one thing that is asked for. Pure."""

from actions.meaning import Item
from bot.understanding.quantities import Quantity
from catalog.search import Mention


def thing(mention: Mention | None, quantity: Quantity | None) -> Item:
    """An amount in a unit the shop does not sell by counts nothing: it is asked, never guessed."""
    skus = mention.skus if mention else ()
    holds = {"pack": f"{_number(quantity.pack.milli)} {quantity.pack.unit}"} if quantity and quantity.pack else {}
    return Item(
        product=mention.term if mention else None,
        sku=skus[0] if len(skus) == 1 else None,
        choices=skus if len(skus) > 1 else (),
        qty_milli=quantity.milli if quantity and quantity.unknown_unit is None else None,
        unit=(quantity.unit or quantity.unknown_unit) if quantity else None,
        attrs={**(mention.attrs if mention else {}), **holds},
    )


def _number(milli: int) -> str:
    return f"{milli / 1000:.3f}".rstrip("0").rstrip(".")
