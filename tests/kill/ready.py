"""Buyers whose next message counts: the order is shown to them, the yes is one tap away."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions.state import Form, State
from bot.people import identity_for
from bot.tables import Conversation, Identity
from catalog.service import product
from orders import cart
from tests.unit.counter import Counter

FORM = Form("Asha Devi", "House 7, Lower Bazar", "171001", "+919876500001", "cod", None, "Shimla", "HIMACHAL PRADESH")


async def buyer(db: AsyncSession, address: str, now: datetime) -> Identity:
    return await identity_for(db, "whatsapp", address, now, wa_id=address)


async def with_things(db: AsyncSession, who: Identity, sku: str, milli: int, now: datetime) -> None:
    found = await product(db, sku)
    assert found is not None
    await cart.put(db, who.person_id, found, milli, now)


async def before_the_yes(db: AsyncSession, who: Identity, now: datetime) -> State:
    """What the talk is like when the shop has just shown her the order: the first option is the yes."""
    counter = Counter(db, who.person_id, now=now, state=State(form=replace(FORM), greeted=True))
    await counter.taps("checkout")
    assert counter.state.shown[0][0].startswith("v1:place_order:"), counter.state.shown
    return counter.state


async def set_state(db: AsyncSession, who: Identity, state: State) -> None:
    row = (await db.scalars(select(Conversation).where(Conversation.identity_id == who.id))).one()
    row.state = state.stored()
    await db.flush()
