"""Where goods can be fetched, and what the office says of such a place. Services flush, never commit."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.outlet_tables import Outlet
from catalog.product import CONFIRMED, DEMO
from catalog.service import believed
from catalog.tables import Product, Seller
from orders import candidates, pincodes, terms
from orders.dates import indian_day
from orders.matching import Place
from orders.terms import Terms

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WHAT = ("gives", "line", "pincode", "opens", "closes", "closed_on", "from_day", "until_day")
_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


async def all_outlets(db: AsyncSession) -> list[Outlet]:
    return list(await db.scalars(select(Outlet).order_by(Outlet.id)))


def gives(outlet: Outlet, day: date, demo_sells: bool) -> bool:
    """Whether an order of this Indian day may be fetched there: somebody has said so, and a stall still stands then."""
    said = outlet.gives_source in CONFIRMED or (demo_sells and outlet.gives_source == DEMO)
    return said and (outlet.until_day is None or day <= outlet.until_day)


def place(outlet: Outlet, sellers: Iterable[Seller]) -> Place:
    """The buyer's place when she fetches it there: that is where the goods are supplied."""
    served = frozenset(one.id for one in sellers if _serves(outlet, one))
    return Place(outlet.pincode, outlet.district, outlet.state, fetched=served)


def _serves(outlet: Outlet, seller: Seller) -> bool:
    same_state = seller.state.casefold() == outlet.state.casefold()
    by_state = outlet.serves == "state" and seller.kind == "group" and same_state
    return seller.id == outlet.seller_id or by_state


async def for_goods(db: AsyncSession, skus: Collection[str], now: datetime, demo_sells: bool) -> list[Outlet]:
    """Where all of these goods can be fetched together."""
    today = await terms.read(db, now, demo_sells)
    found = [one for one in await all_outlets(db) if gives(one, indian_day(now), demo_sells)]
    for sku in sorted(skus):
        product = await db.get(Product, sku)
        makers = believed(await candidates.makers(db, sku), demo_sells)
        able = [(offer, group) for offer, group in makers if offer.active and group.active]
        found = [
            one
            for one in found
            if product is not None
            and any(candidates.bar(today, product, group, _place(one, today)) is None for _, group in able)
        ]
    return found


def _place(outlet: Outlet, today: Terms) -> Place:
    return place(outlet, today.sellers.values())


async def tell(db: AsyncSession, outlet_id: str, facts: Mapping[str, str]) -> Outlet:
    """Takes facts by their names in `WHAT`, all or none; an empty one is not known any more. Raises LookupError for an
    unknown outlet, ValueError with what is wrong with a fact."""
    row = await db.get(Outlet, outlet_id)
    if row is None:
        raise LookupError(f"there is no outlet {outlet_id}")
    told = {what: _checked(what, " ".join(said.split())) for what, said in facts.items()}
    for what, value in told.items():
        setattr(row, "gives_source" if what == "gives" else what, value)
    if row.from_day and row.until_day and row.until_day < row.from_day:
        raise ValueError("the first day comes first")
    if (row.opens is None) != (row.closes is None) or (row.opens and row.closes and row.closes <= row.opens):
        raise ValueError("say both when it opens and when it closes")
    await db.flush()
    return row


def _checked(what: str, said: str) -> str | date | None:
    if not said or (what == "gives" and said == "no"):
        return None
    if what == "gives" and said == "yes":
        return "officer"
    if what == "line" and 8 <= len(said) <= 300:
        return said
    if what == "pincode" and pincodes.areas(said):
        return said
    if what in ("opens", "closes") and _HOUR.fullmatch(said):
        return said
    if what == "closed_on" and said.casefold() in WEEKDAYS:
        return said.casefold()
    if what in ("from_day", "until_day"):
        return date.fromisoformat(said)
    raise ValueError(f"{said} is no {what.replace('_', ' ')}")
