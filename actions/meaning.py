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
    `qty_milli` is in thousandths of `unit` (1500 = 1.5); None when the text gives no quantity.
    """

    product: str | None = None
    sku: str | None = None
    choices: tuple[str, ...] = ()
    qty_milli: int | None = None
    unit: str | None = None
    attrs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Meaning:
    """The reading of one text. `slots` holds only what the text says, under the contract's names
    (price_max, pincode, phone, name, address, payment, order_ref, date, lang, category, op, ref …);
    prices in it are rupees as said, not paise."""

    task: str
    confidence: float
    script: Script
    items: tuple[Item, ...] = ()
    slots: Mapping[str, Any] = field(default_factory=dict)
    alternatives: tuple[tuple[str, float], ...] = ()
