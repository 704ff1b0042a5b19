"""What one message means: the task, and what the text itself says about it. Pure data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Script = Literal["deva", "latin_hi", "en", "mixed"]
Side = Literal["buyer", "producer"]


@dataclass(frozen=True)
class Item:
    """One thing that was asked for.

    `product` is the plain English term of the catalogue ("shawl"); `sku` is set when exactly one
    product was meant, `choices` holds the candidates (best first) when several may be.
    `qty_milli` is in thousandths of `unit` (1500 = 1.5); None when the text gives no quantity. `attrs`: colour,
    size, flavour, maker …; `said`: the word she used, to name what the shop does not have.
    """

    product: str | None = None
    sku: str | None = None
    choices: tuple[str, ...] = ()
    qty_milli: int | None = None
    unit: str | None = None
    attrs: Mapping[str, Any] = field(default_factory=dict)
    said: str = ""


Op = Literal["add", "amount", "set", "increase", "decrease", "double", "remove", "only", "swap", "wish", "restore"]


@dataclass(frozen=True)
class Share:
    """So much of a thing is to be so: 2 (milli) of the shawls maroon."""

    milli: int
    name: str
    value: str


@dataclass(frozen=True)
class Edit:
    """One change of what stands in the cart, as it was said; which line is meant the conversation decides.

    `item`: what is changed, with the amount and the wishes that were said (an item without a product: what is talked
    about). `ref`: "this", a place in a list, "last" or "all". `old`: what `item` is swapped for. `amount`: a bare
    amount, which may answer a question, change a line or order what was just shown."""

    op: Op
    item: Item = field(default_factory=Item)
    ref: str | None = None
    old: Item | None = None
    shares: tuple[Share, ...] = ()


@dataclass(frozen=True)
class Listing:
    """New goods as a producer tells them. `pack_milli` of `pack_unit`: what one holds; `unit`: what one of them is;
    `price_paise` for one; `stock_milli` of `unit`: how many there are. What is not said is None."""

    name: str | None = None
    pack_milli: int | None = None
    pack_unit: str | None = None
    unit: str | None = None
    price_paise: int | None = None
    stock_milli: int | None = None


@dataclass(frozen=True)
class Meaning:
    """The reading of one text. `slots` holds only what the text says, under the contract's names
    (price_max, pincode, phone, name, address, payment, order_ref, date, lang, category, op, ref …);
    prices in it are rupees as said, not paise.

    `edits` are the changes of the cart that the words spell out, read whatever the task; `plain` when the text says
    nothing else besides. `waits`: it only asks for patience. `parts`: a change of the cart and a question (or the wish
    to order) in one message, each read alone. `listing`: what a producer's words tell of goods of hers;
    `service`: the kind of worker or work that is named, `address`: where, as typed, whatever the task."""

    task: str
    confidence: float
    script: Script
    items: tuple[Item, ...] = ()
    slots: Mapping[str, Any] = field(default_factory=dict)
    alternatives: tuple[tuple[str, float], ...] = ()
    edits: tuple[Edit, ...] = ()
    plain: bool = False
    waits: bool = False
    parts: tuple["Meaning", ...] = ()
    listing: Listing = Listing()
    service: str | None = None
    address: str | None = None
