"""Reads data/catalog/outlets.yml, as strictly as the rest of the catalogue, and puts it into the database."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.entries import ROW_TITLE, CatalogueWrong, Entry, Slug, Source, Spoken, entries_of
from catalog.outlet_tables import Outlet
from catalog.product import CONFIRMED, DEMO
from catalog.tables import ProducerGroup

KIND = "outlet"


class OutletEntry(Entry):
    id: Slug
    seller: Slug
    kind: Literal["store", "stall"] = "store"
    name: Spoken
    short: Spoken
    place: Spoken
    district: str | None = None
    state: str
    pincode: str | None = Field(None, pattern=r"^[1-9]\d{5}$")
    aliases: tuple[str, ...] = Field(strict=False, min_length=2)
    serves: Literal["seller", "state"] = "seller"
    gives: Source | None = None
    source: Source

    @model_validator(mode="after")
    def _honest(self) -> Self:
        if self.short.longest() > ROW_TITLE:
            raise ValueError(f"short is longer than {ROW_TITLE}")
        if self.gives not in (None, DEMO):
            raise ValueError("no source says that orders are handed over here: source demo, or the office says it")
        return self


def read_outlets(folder: Path, sellers: Sequence[str]) -> list[OutletEntry]:
    """Raises CatalogueWrong; a catalogue without the file has no outlets."""
    file, troubles = folder / "outlets.yml", list[str]()
    found = entries_of(file, OutletEntry, troubles) if file.exists() else []
    troubles += [f"outlet {one.id}: no seller {one.seller}" for one in found if one.seller not in sellers]
    if len({one.id for one in found}) < len(found):
        troubles.append("outlets.yml: an outlet is there twice")
    if troubles:
        raise CatalogueWrong("\n".join(troubles))
    return found


async def put_outlet(db: AsyncSession, entry: OutletEntry) -> None:
    """Address, hours and a stall's days are the office's to say; whether orders are handed over there, too, once it has
    spoken."""
    group = await db.get(ProducerGroup, entry.id)
    if group is None:
        group = ProducerGroup(id=entry.id, active=False, story={}, aliases=[], pincode=None)
        db.add(group)
    group.kind, group.brand, group.seller_id = KIND, None, entry.seller
    group.name, group.short, group.place = entry.name.stored(), entry.short.stored(), entry.place.stored()
    group.district, group.state, group.scheme = entry.district, entry.state, entry.name.stored()
    await db.flush()
    row = await db.get(Outlet, entry.id)
    if row is None:
        row = Outlet(id=entry.id, pincode=entry.pincode)
        db.add(row)
    row.seller_id, row.kind, row.serves = entry.seller, entry.kind, entry.serves
    row.name, row.short, row.place = entry.name.stored(), entry.short.stored(), entry.place.stored()
    row.district, row.state = entry.district, entry.state
    row.aliases, row.source = list(entry.aliases), entry.source
    if row.gives_source not in CONFIRMED:
        row.gives_source = entry.gives
    await db.flush()
