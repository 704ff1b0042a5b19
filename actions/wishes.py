"""Which colour, size or flavour of a product she wants: what it comes in is kept, what it does not come in is said."""

from collections.abc import Mapping, Sequence
from typing import Any

from actions.messages import Phrase, say
from catalog.money import Quantity
from catalog.tables import Product
from catalog.words import Words
from orders import portions
from orders.portions import KINDS
from orders.quantities import MEASURED

ONE = Quantity(1000, "piece")


def chosen(product: Product, attrs: Mapping[str, Any]) -> dict[str, Any]:
    """Of what she said only what can be chosen of this product, and from whom she wants it."""
    kept = {name: str(value) for name, value in attrs.items() if offered(product, name, str(value))}
    of = {value: milli for value, milli in portions.amounts(attrs).items() if portions.kind_of(kept, value)}
    return kept | ({"group": str(attrs["group"])} if attrs.get("group") else {}) | ({"of": of} if of else {})


def offered(product: Product, name: str, value: str) -> bool:
    """Whether the product comes in it ("maroon/grey": in both)."""
    return name in KINDS and all(one in product.attrs.get(name, ()) for one in value.split("/"))


def refusal(product: Product, attrs: Mapping[str, Any]) -> Phrase | None:
    """ "Not in pink; it comes in maroon, grey": said plainly rather than promised by silence."""
    name = next((n for n in KINDS if attrs.get(n) and not offered(product, n, str(attrs[n]))), None)
    if name is None:
        return None
    said = str(attrs[name]).split("/")
    wanted = joined([one for one in said if not offered(product, name, one)])
    kinds = joined(product.attrs.get(name, ()))
    if kinds is None:
        return say("wish-no-choice", name=Words.read(product.name), wish=wanted or "")
    return say("wish-not-so", name=Words.read(product.name), wish=wanted or "", kinds=kinds)


def wish(attrs: Mapping[str, Any], quantity: Quantity) -> Phrase | None:
    """The colour, size and flavour of a line in words, and how much of each where she said it; None for no wish."""
    of = portions.amounts(portions.merged(attrs, {}, quantity.milli))
    return _listed(
        [_portion(one, of.get(one), quantity.unit) for name in KINDS for one in portions.values(attrs, name)]
    )


def named(name: Words, attrs: Mapping[str, Any], quantity: Quantity = ONE) -> Phrase:
    """A product's name with what she wishes of it: "Kullu shawl (2 maroon, 1 grey)"."""
    wished = wish(attrs, quantity)
    return say("wish-name", name=name, wish=wished) if wished else name


def _portion(value: str, milli: int | None, unit: str) -> Phrase:
    word = say("wish", value=value.replace(" ", "-"))
    if milli is None:
        return word
    return say("wish-portion", qty=Quantity(milli, unit) if unit in MEASURED else f"{milli / 1000:g}", wish=word)


def joined(values: Sequence[str]) -> Phrase | None:
    """Colours, sizes or flavours in words, one after the other; None when there are none."""
    return _listed([_portion(value, None, "piece") for value in values])


def _listed(phrases: Sequence[Phrase]) -> Phrase | None:
    told: Phrase | None = None
    for one in reversed(phrases):
        told = one if told is None else say("wish-and", first=one, rest=told)
    return told
