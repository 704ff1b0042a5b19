"""Joins the simulator to the running shop: whose phones there are, which templates are approved."""

from collections.abc import Sequence

from sqlalchemy import select

from bot.connections import RAZORPAY_KEY, simulator_secrets
from bot.database import Sessions
from bot.settings import Settings
from bot.simulator.app import Simulator, simulator_app
from bot.simulator.phone import MetaAccount, Phone, RazorpayAccount, TelegramBot
from bot.tables import Identity
from bot.templates import load, submission
from catalog.tables import Contact, ProducerGroup


def simulator(settings: Settings, sessions: Sessions) -> Simulator:
    shared = simulator_secrets(settings)

    async def phones() -> Sequence[Phone]:
        """The contacts' phones, named after their group: a role answers, never a named person."""
        async with sessions() as db:
            rows = await db.execute(
                select(Identity, Contact, ProducerGroup)
                .join(Contact, Contact.person_id == Identity.person_id)
                .join(ProducerGroup, ProducerGroup.id == Contact.group_id)
                .where(Contact.active.is_(True), Identity.channel.in_(("whatsapp", "telegram")))
                .order_by(ProducerGroup.id, Contact.id)
            )
            return [_phone(identity, contact, group) for identity, contact, group in rows]

    return simulator_app(
        settings.var_dir / "simulator.sqlite",
        f"http://127.0.0.1:{settings.port}",
        MetaAccount(shared.whatsapp_token, shared.phone_number_id, shared.app_secret, shared.verify_token),
        TelegramBot(shared.telegram_token, shared.webhook_secret),
        phones,
        [body for template in load().values() for body in submission(template)],
        RazorpayAccount(RAZORPAY_KEY, shared.app_secret, shared.webhook_secret),
    )


def _phone(identity: Identity, contact: Contact, group: ProducerGroup) -> Phone:
    return Phone(
        channel="telegram" if identity.channel == "telegram" else "whatsapp",
        address=identity.wa_id or identity.address,
        name=str(group.short["en"]),
        role="office" if contact.role == "office" else "producer",
        title={language: str(words) for language, words in group.short.items()},
        wrote_at=identity.heard_at.timestamp() if identity.heard_at else None,
    )
