"""What the shop sells: reading it, the search index over it, the acts of the office. Services flush, never commit."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog import declarations
from catalog.hindi_names import shortened
from catalog.product import CONFIRMED, UNITS, Availability, Goods, Supply, availability, reasons, unconfirmed
from catalog.search import Entry, Index
from catalog.tables import Category, Offer, ProducerGroup, Product
from catalog.words import LANGUAGES

IST = ZoneInfo("Asia/Kolkata")


class NotReady(Exception):
    """A product cannot be published yet; `reasons` are those of `catalog.product`."""

    def __init__(self, sku: str, why: tuple[str, ...]) -> None:
        super().__init__(f"{sku}: {', '.join(why)}")
        self.reasons = why


# --- reading


async def product(db: AsyncSession, sku: str) -> Product | None:
    """None for a sku that never was; a withdrawn product is given, with `active` False."""
    return await db.get(Product, sku)


async def products(db: AsyncSession, skus: Sequence[str]) -> list[Product]:
    """In the order of `skus`, without unknown and withdrawn ones."""
    rows = await db.scalars(select(Product).where(Product.sku.in_(skus), Product.active))
    found = {row.sku: row for row in rows}
    return [found[sku] for sku in dict.fromkeys(skus) if sku in found]


async def offers(db: AsyncSession, sku: str) -> list[Offer]:
    """Of active groups, the first choice first."""
    return [offer for offer, _ in await makers(db, sku)]


async def makers(db: AsyncSession, sku: str) -> list[tuple[Offer, ProducerGroup]]:
    rows = await db.execute(
        select(Offer, ProducerGroup)
        .join(ProducerGroup, ProducerGroup.id == Offer.group_id)
        .where(Offer.sku == sku, Offer.active, ProducerGroup.active)
        .order_by(Offer.rank, Offer.group_id)
        .execution_options(populate_existing=True)
    )
    return [(offer, group) for offer, group in rows]


def believed(found: Sequence[tuple[Offer, ProducerGroup]], demo_sells: bool) -> list[tuple[Offer, ProducerGroup]]:
    """Whose supply counts: where demo values do not sell only what an officer or the group has said, so that no real
    order goes to a shelf somebody made up; all of them while nobody has said anything."""
    sure = [(offer, group) for offer, group in found if demo_sells or offer.stock_source in CONFIRMED]
    return sure or list(found)


async def categories(db: AsyncSession, parent: str | None = None) -> Sequence[Category]:
    """Shelves under `parent` (None: the top ones), in their order."""
    found = select(Category).where(Category.parent_id == parent).order_by(Category.position, Category.id)
    return (await db.scalars(found)).all()


async def category(db: AsyncSession, category_id: str) -> Category | None:
    return await db.get(Category, category_id)


async def group(db: AsyncSession, group_id: str) -> ProducerGroup | None:
    """One who makes things and is active."""
    row = await db.get(ProducerGroup, group_id)
    return row if row is not None and row.active and row.kind != "office" else None


async def in_category(db: AsyncSession, category_id: str) -> Sequence[Product]:
    found = select(Product).where(Product.category_id == category_id, Product.active)
    return (await db.scalars(found.order_by(Product.position, Product.sku))).all()


async def of_group(db: AsyncSession, group_id: str) -> Sequence[Product]:
    found = (
        select(Product)
        .join(Offer, Offer.sku == Product.sku)
        .where(Offer.group_id == group_id, Offer.active, Product.active)
    )
    return (await db.scalars(found.order_by(Product.position, Product.sku))).all()


async def groups(db: AsyncSession) -> Sequence[ProducerGroup]:
    """Those who make things (the office is not among them)."""
    found = select(ProducerGroup).where(ProducerGroup.active, ProducerGroup.kind != "office")
    return (await db.scalars(found.order_by(ProducerGroup.state.desc(), ProducerGroup.kind, ProducerGroup.id))).all()


# --- rules over rows


def goods(row: Product, supply: Sequence[Offer]) -> Goods:
    """A product and its offers as the pure rules see them."""
    return Goods(
        mode=row.mode,
        supplies=tuple(
            Supply(
                None if offer.on_hand_milli is None else offer.on_hand_milli - offer.reserved_milli,
                offer.lead_days,
                offer.stock_source,
            )
            for offer in supply
            if offer.active
        ),
        price_paise=row.price_paise,
        price_source=row.price_source,
        unit=row.unit,
        unit_source=row.unit_source,
        hsn=row.hsn,
        months=tuple((row.season or {}).get("months", ())),
        active=row.active,
        service=row.service,
        undeclared=row.food and bool(declarations.wanting(row.declarations)),
        mrp_paise=row.declarations.get("mrp"),
    )


def sellable(row: Product, supply: Sequence[Offer], demo_sells: bool, now: datetime | None = None) -> tuple[str, ...]:
    """Why it cannot be sold (`catalog.product.Reason`); empty: it sells. Without `now` no season is asked."""
    return reasons(goods(row, supply), demo_sells, _month(now))


def available(row: Product, supply: Sequence[Offer], now: datetime) -> Availability:
    return availability(goods(row, supply), _month(now))


def _month(now: datetime | None) -> int | None:
    return now.astimezone(IST).month if now else None


# --- searching


async def load_index(db: AsyncSession) -> Index:
    """The search index over everything active; building it takes a tenth of a second or more."""
    return Index(await load_entries(db))


async def load_entries(db: AsyncSession) -> list[Entry]:
    """What is active as search sees it: cheap to read, and equal as long as nothing changed."""
    shelves = {row.id: row for row in await db.scalars(select(Category))}
    makers_of: dict[str, list[ProducerGroup]] = {}
    pairs = await db.execute(
        select(Offer.sku, ProducerGroup)
        .join(ProducerGroup, ProducerGroup.id == Offer.group_id)
        .where(Offer.active, ProducerGroup.active)
        .order_by(Offer.rank)
    )
    for sku, group in pairs:
        makers_of.setdefault(sku, []).append(group)
    rows = await db.scalars(select(Product).where(Product.active).order_by(Product.position, Product.sku))
    return [_entry(row, shelves[row.category_id], makers_of.get(row.sku, [])) for row in rows]


def _entry(row: Product, shelf: Category, made_by: Sequence[ProducerGroup]) -> Entry:
    words: list[str] = []
    for group in made_by:
        words += [*group.name.values(), *group.short.values(), *group.place.values(), *group.aliases]
        words += [word for word in (group.brand, group.district, group.state) if word]
    return Entry(
        sku=row.sku,
        term=row.term,
        names=tuple(dict.fromkeys(words_of[language] for words_of in (row.name, row.short) for language in LANGUAGES)),
        aliases=tuple(row.aliases),
        category=shelf.id,
        category_words=tuple(shelf.name.values()),
        group_words=tuple(dict.fromkeys(words)),
        groups=tuple(group.id for group in made_by),
        # Only what is one thing: a shawl that comes in four colours is not "the maroon one".
        attrs={name: values[0] for name, values in row.attrs.items() if len(values) == 1},
    )


# --- acts of the office and of producers; who may do them is asked by the caller


async def set_price(db: AsyncSession, sku: str, paise: int, source: str = "officer") -> Product:
    """Per unit, tax included. From now on this is the price on every channel."""
    if paise <= 0:
        raise ValueError("a price is more than nothing")
    row = await db.get_one(Product, sku)
    row.price_paise, row.price_source = paise, source
    await db.flush()
    return row


async def set_unit(db: AsyncSession, sku: str, unit: str, step_milli: int = 1000, source: str = "officer") -> Product:
    if unit not in UNITS or step_milli <= 0:
        raise ValueError(f"no unit {unit}")
    row = await db.get_one(Product, sku)
    row.unit, row.unit_source, row.step_milli = unit, source, step_milli
    await db.flush()
    return row


async def set_stock(
    db: AsyncSession,
    sku: str,
    group_id: str,
    on_hand_milli: int | None = None,
    lead_days: int | None = None,
    source: str = "officer",
) -> Offer:
    """What a group counted: pieces on hand (reserved ones included) and days to make one. None leaves it as it is.

    Raises LookupError when the group does not make it."""
    if (on_hand_milli or 0) < 0 or (lead_days or 0) < 0:
        raise ValueError("neither stock nor days are negative")
    row = await db.scalar(select(Offer).where(Offer.sku == sku, Offer.group_id == group_id).with_for_update())
    if row is None:
        raise LookupError(f"{group_id} does not make {sku}")
    row.stock_source = source
    if on_hand_milli is not None:
        row.on_hand_milli = on_hand_milli
    if lead_days is not None:
        row.lead_days = lead_days
    await db.flush()
    return row


async def set_hsn(
    db: AsyncSession, sku: str, hsn: str, source: str = "officer", tags: Sequence[str] | None = None
) -> Product:
    """`tags`: what the rate depends on besides (None: as before). Raises ValueError unless it has 4, 6 or 8 digits."""
    if not (hsn.isascii() and hsn.isdigit() and len(hsn) in (4, 6, 8)):
        raise ValueError("an HSN has 4, 6 or 8 digits")
    row = await db.get_one(Product, sku)
    row.hsn, row.hsn_source = hsn, source
    if tags is not None:
        row.tax_tags = sorted(tags)
    await db.flush()
    return row


async def declare(db: AsyncSession, sku: str, what: str, said: str) -> Product:
    """One declaration of packed food in the office's words. Raises ValueError for what cannot be one."""
    row = await db.get_one(Product, sku)
    row.declarations = {**row.declarations, what: declarations.declared(what, said)}
    await db.flush()
    return row


async def certify(db: AsyncSession, sku: str, mark: str, number: str, on: date) -> Product:
    """A mark whose certificate the office has seen; only then it is shown. Raises ValueError."""
    if mark not in declarations.MARKS:
        raise ValueError(f"marks are {', '.join(declarations.MARKS)}")
    row = await db.get_one(Product, sku)
    row.certificates = {**row.certificates, mark: declarations.certificate(number, on)}
    await db.flush()
    return row


async def rename(db: AsyncSession, sku: str, english: str) -> Product:
    """The English name of a product; the short one follows."""
    row = await db.get_one(Product, sku)
    row.name = {**row.name, "en": english}
    row.short = {**row.short, "en": shortened(english)}
    row.aliases = sorted({*row.aliases, english})
    await db.flush()
    return row


async def publish(db: AsyncSession, sku: str) -> Product:
    """Puts a product on the shelf for real money. Raises NotReady with what an officer must say first."""
    row = await db.get_one(Product, sku)
    wanting = [why for why in reasons(goods(row, await offers(db, sku)), True) if why.startswith("no-")]
    missing = (*wanting, *unconfirmed(goods(row, await offers(db, sku))))
    if missing:
        raise NotReady(sku, missing)
    row.active = True
    await db.flush()
    return row


async def withdraw(db: AsyncSession, sku: str) -> Product:
    """Takes a product off the shelf; what was ordered stays ordered."""
    row = await db.get_one(Product, sku)
    row.active = False
    await db.flush()
    return row
