"""A cart as it is shown, promised and paid: lines by producer group, and sums that are the sum of their parts. Pure.

Money is paise, quantities are thousandths ("milli") of the product's unit.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from catalog.money import Money, Quantity, amount
from catalog.words import Words
from orders.delivery import Way
from orders.tax import LineTax


@dataclass(frozen=True)
class Item:
    """One product in a cart, with the group's offer it would be taken from."""

    sku: str
    name: Words
    short: Words  # fits a button
    unit: str
    qty_milli: int
    unit_price_paise: int
    mark: str  # sample: a price made up for the demo; old: printed years ago; sure
    offer_id: int
    group_id: str
    reason: str  # why this group, one line for the office
    needed_by: datetime
    left_milli: int | None  # on the shelf for this offer; None: made to order, or nobody has counted
    attrs: Mapping[str, Any] = field(default_factory=dict)  # what she said about it: colour, size …
    tax: LineTax = field(default_factory=LineTax)  # contained in the amount
    instead_of: Words | None = None  # the group she asked for, whose goods may not come to her
    instead_far: bool = False  # … because they are not sent so far; else they may not be sold to her state
    again: date | None = None  # its group is on holiday today and works again on this day

    @property
    def amount_paise(self) -> int:
        return amount(self.unit_price_paise, self.qty_milli)

    @property
    def taxable_paise(self) -> int:
        return self.amount_paise - self.tax.paise

    @property
    def quantity(self) -> Quantity:
        return Quantity(self.qty_milli, self.unit)

    @property
    def short_of(self) -> bool:
        """More is wanted than is there."""
        return self.left_milli is not None and self.left_milli < self.qty_milli


@dataclass(frozen=True)
class Part:
    """What one producer group makes and sends."""

    group_id: str
    name: Words
    items: tuple[Item, ...]
    seller_id: str | None = None
    seller: Words | None = None  # the legal name on the bill
    sample: bool = False  # how the seller is taxed is made up for practice
    way: Way | None = None  # how it travels; None: she has named no place, or the office has not said

    @property
    def goods_paise(self) -> int:
        return sum(item.amount_paise for item in self.items)

    @property
    def tax_paise(self) -> int:
        """Contained in `goods_paise`."""
        return sum(item.tax.paise for item in self.items)

    @property
    def delivery_paise(self) -> int:
        return self.way.paise if self.way else 0

    @property
    def needed_by(self) -> datetime:
        return max(item.needed_by for item in self.items)


@dataclass(frozen=True)
class Refused:
    """A line that cannot be sold now, with the reasons of `orders.terms.Terms`."""

    sku: str
    name: Words
    short: Words
    quantity: Quantity
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Cart:
    parts: tuple[Part, ...] = ()
    refused: tuple[Refused, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for part in self.parts for item in part.items)

    @property
    def empty(self) -> bool:
        return not self.parts and not self.refused

    @property
    def goods_paise(self) -> int:
        return sum(part.goods_paise for part in self.parts)

    @property
    def tax_paise(self) -> int:
        """Contained in `goods_paise`."""
        return sum(part.tax_paise for part in self.parts)

    @property
    def delivery_paise(self) -> int:
        return sum(part.delivery_paise for part in self.parts)

    @property
    def delivery_unsaid(self) -> bool:
        """The charge of some part is not known."""
        return any(part.way is None for part in self.parts)

    @property
    def made_up_way(self) -> bool:
        return any(part.way is not None and part.way.sample for part in self.parts)

    @property
    def arrives(self) -> tuple[date, date] | None:
        """The Indian days between which all of it comes; None while a way is not known."""
        days = [when for part in self.parts if part.way and (when := part.way.arrives(part.needed_by))]
        if not days or len(days) < len(self.parts):
            return None
        return min(first for first, _ in days), max(last for _, last in days)

    @property
    def total_paise(self) -> int:
        return self.goods_paise + self.delivery_paise

    @property
    def total(self) -> Money:
        return Money(self.total_paise)


def fingerprint(cart: Cart, *told: str | None) -> str:
    """Eight letters that change when what was shown before the yes has changed (lines, colours, prices, taxes, groups,
    sellers, address): a yes to an older screen is not a yes to this one."""
    shown = [(i.sku, i.qty_milli, i.unit_price_paise, i.group_id, repr(i.tax), _sorted(i.attrs)) for i in cart.items]
    shown += [(r.sku, r.quantity.milli, 0, "", "", "") for r in cart.refused]
    sellers = sorted((part.group_id, part.seller_id or "") for part in cart.parts)
    return hashlib.sha256(repr((sorted(shown), sellers, cart.total_paise, told)).encode()).hexdigest()[:8]


def _sorted(attrs: Mapping[str, Any]) -> str:
    return json.dumps(attrs, sort_keys=True)
