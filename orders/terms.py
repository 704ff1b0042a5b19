"""On what terms goods are sold today: by which seller, whether he may, with which tax.

Read once for a cart or a card; its answers come from data/tax, the sellers and the rates the office has said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog import service
from catalog.money import amount
from catalog.product import CONFIRMED, DEMO
from catalog.tables import Offer, ProducerGroup, Product, Seller
from orders import eligibility, statutes, tax
from orders.dates import IST
from orders.eligibility import REGISTERED, Rule, Standing
from orders.tax import LineTax, NoRate, Rate, RateRow, Slab
from orders.tax_tables import TaxRate


@dataclass(frozen=True)
class Terms:
    """`demo_sells`: the simulator, where made-up sellers and goods without a known rate are sold for practice."""

    on: date
    demo_sells: bool
    sellers: Mapping[str, Seller]
    rates: Sequence[RateRow]
    rules: Mapping[str, Rule]

    def seller(self, group: ProducerGroup) -> Seller | None:
        return self.sellers.get(group.seller_id or "")

    def rate(self, product: Product, unit_price_paise: int) -> Rate | NoRate:
        """Of a piece sold today at this price, for a seller who charges tax."""
        return tax.rate(self.rates, product.hsn, unit_price_paise, self.on, product.tax_tags)

    def gap(self, product: Product, found: Sequence[tuple[Offer, ProducerGroup]], price_paise: int) -> NoRate | None:
        """The prices around `price_paise` that no rate fits, when one who makes it charges tax; else None."""
        sellers = [self.seller(group) for _, group in found]
        if not any(seller and seller.gst_status == REGISTERED for seller in sellers):
            return None
        none = self.rate(product, price_paise)
        return none if isinstance(none, NoRate) and none.why == "gap" else None

    def bar(self, product: Product, group: ProducerGroup, buyer_state: str | None = None) -> str | None:
        """Why this group's goods may not be sold (to this state): an `eligibility.Bar`, or what the office must say
        first (seller-unconfirmed, no-seller-address, no-rate), or no-rate-fits for a price between two slabs."""
        seller = self.seller(group)
        if seller is not None and not self.demo_sells:
            if seller.source not in CONFIRMED:
                return "seller-unconfirmed"
            if not seller.address:
                return "no-seller-address"
        practice = self.demo_sells and seller is not None and seller.source == DEMO
        forbidden = eligibility.bar(standing(seller), buyer_state, self.rules, practice=practice)
        if forbidden or seller is None or seller.gst_status != REGISTERED:
            return forbidden
        match self.rate(product, product.price_paise or 0):
            case NoRate("gap"):
                return "no-rate-fits"
            case NoRate("unknown") if not self.demo_sells:
                return "no-rate"
        return None

    def hindrances(
        self, product: Product, found: Sequence[tuple[Offer, ProducerGroup]], now: datetime | None = None
    ) -> tuple[str, ...]:
        """Why a product cannot be sold at all, whoever buys: what `catalog.service.sellable` says, and what bars every
        group that makes it; empty: it sells. Without `now` no season is asked."""
        wanting: tuple[str, ...] = service.sellable(product, [offer for offer, _ in found], self.demo_sells, now)
        if product.service:
            return wanting
        counted = service.believed(found, self.demo_sells)
        bars = [self.bar(product, group) for offer, group in counted if offer.active]
        if not bars or None in bars:
            return wanting
        return (*wanting, *dict.fromkeys(bar for bar in bars if bar))

    def line_tax(
        self, product: Product, seller: Seller | None, unit_price_paise: int, qty_milli: int, place: str | None
    ) -> LineTax:
        """The tax in a line; `place` of supply, the seller's own state while nobody knows it. Who is not registered
        charges none."""
        if seller is None or seller.gst_status != REGISTERED:
            return LineTax()
        found = self.rate(product, unit_price_paise)
        if isinstance(found, NoRate):  # only in practice: elsewhere it would not be sold
            return LineTax(product.hsn)
        paise = amount(unit_price_paise, qty_milli)
        return tax.line_tax(paise, found.bp, seller.state, place or seller.state, product.hsn)


def standing(seller: Seller | None) -> Standing | None:
    if seller is None:
        return None
    on_file = {"gstin": bool(seller.gstin), "pan": seller.pan_on_file, "enrolment": bool(seller.enrolment)}
    return Standing(seller.state, seller.gst_status, frozenset(paper for paper, there in on_file.items() if there))


async def read(db: AsyncSession, now: datetime, demo_sells: bool) -> Terms:
    sellers = {seller.id: seller for seller in await db.scalars(select(Seller))}
    said = [
        RateRow(row.hsn, row.from_day, (Slab(row.rate_bp),), source=row.source)
        for row in await db.scalars(select(TaxRate).order_by(TaxRate.id.desc()))
    ]
    return Terms(now.astimezone(IST).date(), demo_sells, sellers, (*said, *statutes.rates()), statutes.rules())
