"""Once a day: words that have been kept as long as `data/privacy.yml` says are dropped; see there for the days. And
who has been silent for too long is no longer believed to be who she was."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import String, Text, cast, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from actions.turn import Due
from bot import misheard
from bot.forgetting import WORDLESS
from bot.speech import IST
from bot.suspending import suspend_silent
from bot.tables import Conversation, Identity, Inbox, Outbox, Timer
from orders.consent import Policy, policy
from orders.tables import Ticket

KIND = "retention"
HOUR = 3  # of the Indian night
_OLD = "old:"


def next_night(now: datetime) -> Due:
    """The timer of the next night; its key makes it one a night, whoever sets it."""
    at = now.astimezone(IST).replace(hour=HOUR, minute=0, second=0, microsecond=0)
    at = at if at > now else at + timedelta(days=1)
    return Due(f"{KIND}:{at.date()}", KIND, at.astimezone(UTC), {})


async def sweep(db: AsyncSession, _: dict[str, Any], now: datetime) -> list[Due]:
    """The timer. What has not been answered or sent is kept, however old it is."""
    keeps = policy()
    await _messages(db, keeps, now)
    await _talks(db, now - timedelta(days=keeps.talk))
    done = Ticket.state.in_(("answered", "closed")), Ticket.answered_at < now - timedelta(days=keeps.tickets)
    await db.execute(update(Ticket).where(*done, Ticket.text != "").values(text="", last_turns=[], answer=None))
    await misheard.drop_old(db, now)
    await suspend_silent(db, now)
    return [next_night(now)]


async def _messages(db: AsyncSession, keeps: Policy, now: datetime) -> None:
    answered = Inbox.state != "new"
    came = answered, Inbox.received_at < now - timedelta(days=keeps.inbox), ~Inbox.key.startswith(_OLD)
    # The key goes with the words: WhatsApp's message ids hold a number.
    await db.execute(update(Inbox).where(*came).values(raw={}, error=None, key=_OLD + cast(Inbox.id, String)))
    settled = Outbox.state.in_(("sent", "failed")), Outbox.created_at < now - timedelta(days=keeps.words)
    await db.execute(update(Outbox).where(*settled).values(message=WORDLESS, vendor_id=None, error=None))
    await db.execute(delete(Inbox).where(answered, Inbox.received_at < now - timedelta(days=keeps.rows)))
    over = Timer.state != "waiting", Timer.due_at < now - timedelta(days=keeps.rows)
    await db.execute(delete(Timer).where(*over))


async def _talks(db: AsyncSession, before: datetime) -> None:
    """The last lines and a half-filled form of a talk that nobody goes on with; its open question goes with them."""
    idle = select(Conversation).join(Identity).where(Identity.heard_at < before, Conversation.lease_by.is_(None))
    talking = cast(Conversation.state, Text).contains('"last_turns": [{', autoescape=True)
    for talk in await db.scalars(
        idle.where(talking).order_by(Conversation.identity_id).with_for_update(of=Conversation)
    ):
        kept = ("side", "campaign", "greeted")
        talk.state = {name: value for name, value in talk.state.items() if name in kept}
    await db.flush()
