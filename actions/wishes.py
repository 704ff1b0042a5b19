"""Which colour, size or flavour of a product she wants: what it comes in is kept, what it does not come in is said."""

from collections.abc import Mapping, Sequence
from typing import Any

from actions.messages import Phrase, say
from catalog.tables import Product
from catalog.words import Words

KINDS = ("color", "size", "flavour")


def chosen(product: Product, attrs: Mapping[str, Any]) -> dict[str, str]:
    """Of what she said only what can be chosen of this product, and from whom she wants it."""
    kept = {name: str(value) for name, value in attrs.items() if _offered(product, name, str(value))}
    return kept | ({"group": str(attrs["group"])} if attrs.get("group") else {})


def _offered(product: Product, name: str, value: str) -> bool:
    return name in KINDS and all(one in product.attrs.get(name, ()) for one in value.split("/"))


def refusal(product: Product, attrs: Mapping[str, Any]) -> Phrase | None:
    """ "Not in pink; it comes in maroon, grey": said plainly rather than promised by silence."""
    name = next((n for n in KINDS if attrs.get(n) and not _offered(product, n, str(attrs[n]))), None)
    if name is None:
        return None
    wanted, kinds = _joined([str(attrs[name])]), _joined(product.attrs.get(name, ()))
    if kinds is None:
        return say("wish-no-choice", name=Words.read(product.name), wish=wanted or "")
    return say("wish-not-so", name=Words.read(product.name), wish=wanted or "", kinds=kinds)


def wish(attrs: Mapping[str, Any]) -> Phrase | None:
    """The colour, size and flavour of a line in words; None when she named none."""
    return _joined([one for name in KINDS if attrs.get(name) for one in str(attrs[name]).split("/")])


def named(name: Words, attrs: Mapping[str, Any]) -> Phrase:
    """A product's name with what she wishes of it: "Kullu shawl (maroon)"."""
    wished = wish(attrs)
    return say("wish-name", name=name, wish=wished) if wished else name


def _joined(values: Sequence[str]) -> Phrase | None:
    told: Phrase | None = None
    for value in reversed(values):
        one = say("wish", value=value.replace(" ", "-"))
        told = one if told is None else say("wish-and", first=one, rest=told)
    return told
