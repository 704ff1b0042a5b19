"""Phones of producers and of the office for the simulator, so that a newcomer can answer an order at once.

Made-up numbers; never on real channels, where contacts join by a one-time code."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.people import identity_for
from bot.tables import Conversation
from catalog.outlet_entries import KIND as OUTLET
from catalog.tables import Contact, ProducerGroup, Seller
from orders.money_tables import Payee

DEMO = "demo"
FIRST = 919805000001  # Indian mobile shape; the stand-in knows no other network


def role_of(group: ProducerGroup) -> str:
    """Who answers for a group on its demo phone."""
    if group.id == "office":
        return "office"
    return "officer" if group.kind == "prison_workshop" else "lead"


async def seed_phones(db: AsyncSession, now: datetime) -> None:
    """One WhatsApp phone a group, already joined; safe to repeat."""
    # A practice shop that has slept for months begins where it was.
    slept = update(Contact).where(Contact.doubt == "silent")
    await db.execute(slept.values(suspended_at=None, doubt=None))
    makers = select(ProducerGroup).where(ProducerGroup.kind != OUTLET).order_by(ProducerGroup.id)
    groups = (await db.scalars(makers)).all()
    for number, group in enumerate(groups):
        known = await db.scalar(select(Contact.id).where(Contact.group_id == group.id, Contact.person_id.is_not(None)))
        if known is not None:
            continue
        wa_id = str(FIRST + number)
        identity = await identity_for(db, "whatsapp", wa_id, now, wa_id=wa_id)
        identity.heard_at = now
        (await db.get_one(Conversation, identity.id)).state = {"side": "producer"}
        db.add(
            Contact(group_id=group.id, person_id=identity.person_id, role=role_of(group), active=True, joined_at=now)
        )
    await db.flush()


async def seed_payees(db: AsyncSession, now: datetime) -> None:
    """A made-up payee for every seller, so that paying can be practised; no bank knows these addresses."""
    paid = set(await db.scalars(select(Payee.seller_id)))
    for seller in await db.scalars(select(Seller).order_by(Seller.id)):
        if seller.id in paid:
            continue
        account = "acc_demo" + seller.id.replace("-", "")
        db.add(
            Payee(
                seller_id=seller.id,
                vpa=f"{seller.id}@demo",
                name=str(seller.name["en"])[:80],
                gateway_account=account[:40],
                proposed_by=DEMO,
                confirmed_by=DEMO,
                since=now,
            )
        )
    await db.flush()
