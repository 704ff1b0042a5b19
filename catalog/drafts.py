"""Goods that a producer tells in the chat: kept word by word, put before the office, then on the shelf.

Services flush, never commit."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog import declarations
from catalog.draft_tables import ProductDraft
from catalog.hindi_names import in_hindi, in_roman, shortened
from catalog.spelling import tokens
from catalog.tables import Offer, ProducerGroup, Product

FOOD = frozenset({"bakery", "pickles-spices", "dairy-farm", "grains"})
"""Shelves whose goods are food and declare what the Packaged Commodities Rules ask for."""
KEPT_OPEN = timedelta(days=2)
_SKU_LENGTH = 32
_DEVANAGARI = re.compile(r"[\u0900-\u097f]")


def wanting(draft: ProductDraft) -> tuple[str, ...]:
    """What is not said yet, in the order in which it is asked: name, shelf, price, unit, stock, hindi."""
    supply = draft.stock_milli is None and draft.lead_days is None
    missing = {
        "name": draft.name is None,
        "shelf": draft.category_id is None,
        "price": draft.price_paise is None,
        "unit": draft.unit is None,
        "stock": supply,
        "hindi": draft.name is not None and draft.hindi is None,
    }
    return tuple(what for what, open_ in missing.items() if open_)


def rename(draft: ProductDraft, name: str) -> None:
    """Sets the name as typed; its Hindi form as well where the words are known."""
    draft.name = name[:60].strip()
    draft.hindi = draft.name if _DEVANAGARI.search(draft.name) else in_hindi(draft.name)


def names(draft: ProductDraft) -> dict[str, str]:
    """In three ways of writing; English is the romanised one until the office writes a better one."""
    typed, hindi = draft.name or "", draft.hindi or draft.name or ""
    roman = in_roman(typed) if _DEVANAGARI.search(typed) else typed[:1].upper() + typed[1:]
    return {"en": roman, "hi": hindi, "hi-Latn": roman}


async def open_one(db: AsyncSession, person_id: int, now: datetime) -> ProductDraft | None:
    """The one she is telling now: the last she touched, unless it is days old."""
    return await db.scalar(
        select(ProductDraft)
        .where(
            ProductDraft.person_id == person_id, ProductDraft.state == "open", ProductDraft.changed_at > now - KEPT_OPEN
        )
        .order_by(ProductDraft.id.desc())
        .limit(1)
    )


async def begin(db: AsyncSession, group_id: str, person_id: int, now: datetime) -> ProductDraft:
    draft = ProductDraft(group_id=group_id, person_id=person_id, state="open", made_at=now, changed_at=now)
    db.add(draft)
    await db.flush()
    return draft


async def of_sku(db: AsyncSession, sku: str) -> ProductDraft | None:
    return await db.scalar(select(ProductDraft).where(ProductDraft.sku == sku))


async def sent(db: AsyncSession) -> Sequence[ProductDraft]:
    """What waits for the office, the oldest first."""
    rows = await db.scalars(select(ProductDraft).where(ProductDraft.state == "sent").order_by(ProductDraft.id))
    return rows.all()


async def create(db: AsyncSession, draft: ProductDraft, term: str, now: datetime) -> Product:
    """The product, not on the shelf yet, with the group's offer. Raises ValueError while something is wanting."""
    if wanting(draft):
        raise ValueError(f"wanting: {', '.join(wanting(draft))}")
    group, named = await db.get_one(ProducerGroup, draft.group_id), names(draft)
    place = await db.scalar(select(func.max(Product.position)).where(Product.category_id == draft.category_id))
    product = Product(
        sku=await _free_sku(db, named["en"], draft.group_id),
        category_id=draft.category_id,
        term=term,
        name=named,
        short={language: shortened(name) for language, name in named.items()},
        aliases=sorted(set(named.values())),
        attrs={},
        story=dict(group.story),
        unit=draft.unit,
        unit_source="producer",
        step_milli=1000,
        price_paise=draft.price_paise,
        price_source="producer",
        mode="stock" if draft.lead_days is None else "made_to_order",
        food=draft.category_id in FOOD,
        declarations=_declared(draft),
        position=(place or 0) + 1,
        active=False,
    )
    db.add(product)
    await db.flush()
    db.add(
        Offer(sku=product.sku, group_id=draft.group_id, rank=0, on_hand_milli=draft.stock_milli, reserved_milli=0,
              stock_source="producer", lead_days=draft.lead_days, active=True)
    )  # fmt: skip
    draft.sku, draft.state, draft.changed_at = product.sku, "sent", now
    await db.flush()
    return product


def _declared(draft: ProductDraft) -> dict[str, Any]:
    """What one holds is the net quantity that packed food declares."""
    if draft.pack_milli is None or draft.pack_unit not in ("gram", "kg", "ml", "litre", "piece"):
        return {}
    try:
        return {"net": declarations.declared("net", f"{draft.pack_milli / 1000:g} {draft.pack_unit}")}
    except ValueError:
        return {}


async def _free_sku(db: AsyncSession, english: str, group_id: str) -> str:
    words = [word for word in tokens(english) if word.isascii() and word.isalnum()]
    base = "-".join([*words[:4], group_id])[:_SKU_LENGTH].strip("-") or group_id
    taken = set(await db.scalars(select(Product.sku).where(Product.sku.startswith(base))))
    return next(sku for sku in (base, *(f"{base}-{n}" for n in range(2, 1000))) if sku not in taken)
