"""Puts data/catalog into the database: again and again, without undoing what an officer or a sale has changed."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.entries import FOLDER, CategoryEntry, GroupEntry, ProductEntry, SellerEntry, read_catalogue
from catalog.outlet_entries import put_outlet, read_outlets
from catalog.pictures import name_of
from catalog.product import CONFIRMED
from catalog.tables import Category, Offer, ProducerGroup, Product, Seller

OFFICE = "office"


@dataclass(frozen=True)
class Seeded:
    """How many entries the data holds, and how many products were new."""

    categories: int
    groups: int
    products: int
    new_products: int

    def __str__(self) -> str:
        return f"{self.products} goods of {self.groups} groups ({self.new_products} new)"


async def seed(db: AsyncSession, folder: Path = FOLDER) -> Seeded:
    """Flushes, never commits. Words, shelves and pictures follow the files; prices, units and HSN follow them until
    an officer or a producer has spoken; stock and lead days are only a beginning and are never set again.
    Raises CatalogueWrong before anything is written."""
    data = read_catalogue(folder)
    outlets = read_outlets(folder, [seller.id for seller in data.sellers])
    for position, category in enumerate(data.categories):
        await _put_category(db, category, position)
    for seller in data.sellers:
        await _put_seller(db, seller)
    await db.flush()
    for group in data.groups:
        await _put_group(db, group)
    await db.flush()
    for outlet in outlets:
        await put_outlet(db, outlet)
    new = 0
    for position, product in enumerate(data.products):
        new += await _put_product(db, product, position)
    await db.flush()
    return Seeded(len(data.categories), len(data.groups), len(data.products), new)


async def seeded(db: AsyncSession) -> bool:
    """Whether there is anything to sell."""
    return await db.scalar(select(Product.sku).limit(1)) is not None


async def _put_category(db: AsyncSession, entry: CategoryEntry, position: int) -> None:
    row = await db.get(Category, entry.id) or Category(id=entry.id)
    row.parent_id, row.position = entry.parent, position
    row.name, row.short = entry.name.stored(), entry.short.stored()
    db.add(row)


async def _put_seller(db: AsyncSession, entry: SellerEntry) -> None:
    """Address, contacts and the officer for complaints are no file's to say."""
    row = await db.get(Seller, entry.id)
    if row is None:
        row = Seller(id=entry.id, gstin=None, enrolment=None, source=None)
        db.add(row)
    row.kind, row.name, row.state = entry.kind, entry.name.stored(), entry.state
    if row.source not in CONFIRMED:
        row.gst_status, row.source = entry.gst_status, entry.source


async def _put_group(db: AsyncSession, entry: GroupEntry) -> None:
    row = await db.get(ProducerGroup, entry.id)
    if row is None:
        # The office answers, but is never listed among those who make things.
        row = ProducerGroup(id=entry.id, active=entry.kind != OFFICE)
        db.add(row)
    if row.seller_id is None:  # only a beginning: the office says who sells for a group
        row.seller_id = entry.seller
    row.kind, row.brand = entry.kind, entry.brand
    row.name, row.short = entry.name.stored(), (entry.short or entry.name).stored()
    row.place, row.district, row.state, row.pincode = entry.place.stored(), entry.district, entry.state, entry.pincode
    row.scheme, row.story, row.aliases = entry.scheme.stored(), entry.story.stored(), list(entry.aliases)


async def _put_product(db: AsyncSession, entry: ProductEntry, position: int) -> bool:
    """Whether it was new."""
    row = await db.get(Product, entry.sku)
    new = row is None
    if row is None:
        row = Product(sku=entry.sku, active=True, price_source=None, unit_source=None, hsn_source=None)
        row.price_paise = row.unit = row.hsn = None
        db.add(row)
    row.category_id, row.term, row.mode = entry.category, entry.term, entry.mode
    row.service, row.food = entry.service, entry.food
    row.name, row.short = entry.name.stored(), (entry.short or entry.name).stored()
    row.aliases, row.attrs = list(entry.aliases), {name: list(values) for name, values in entry.attrs.items()}
    row.story = entry.story.stored() if entry.story else {}
    row.season = {"months": list(entry.season.months), "name": entry.season.name.stored()} if entry.season else None
    row.picture = name_of(entry.sku)
    row.step_milli, row.position = entry.step_milli, position
    _put_values(row, entry)
    await db.flush()
    for rank, offer in enumerate(entry.offers):
        kept = await db.scalar(select(Offer).where(Offer.sku == entry.sku, Offer.group_id == offer.group))
        if kept is not None:
            kept.rank = rank
            continue
        milli = None if offer.stock is None else offer.stock * 1000
        db.add(
            Offer(
                sku=entry.sku,
                group_id=offer.group,
                rank=rank,
                on_hand_milli=milli,
                reserved_milli=0,
                stock_source=offer.source,
                lead_days=offer.lead_days,
                active=True,
            )
        )
    return new


def _put_values(row: Product, entry: ProductEntry) -> None:
    if row.price_source not in CONFIRMED:
        row.price_paise = entry.price.rupees * 100 if entry.price else None
        row.price_source = entry.price.source if entry.price else None
    if row.unit_source not in CONFIRMED:
        row.unit = entry.unit.is_ if entry.unit else None
        row.unit_source = entry.unit.source if entry.unit else None
    if row.hsn_source not in CONFIRMED:
        row.hsn = entry.hsn.is_ if entry.hsn else None
        row.hsn_source = entry.hsn.source if entry.hsn else None
        row.tax_tags = list(entry.hsn.tags) if entry.hsn else []
