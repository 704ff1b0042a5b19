"""What was not understood is kept, redacted, with the turn's own commit; it is gone after sixty days."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from actions.turn import Turn
from bot.redacting import redact
from orders.dates import IST
from orders.misheard import Misheard

KEPT = timedelta(days=60)
NOT_UNDERSTOOD = frozenset({"unsure", "out_of_scope"})
TOLD_AT = timedelta(hours=9)  # of Monday in India


async def note(turn: Turn, did: str) -> None:
    """Keeps what was not understood in this turn; nothing when there were no words."""
    if did not in NOT_UNDERSTOOD or turn.meaning is None or not turn.heard.text.strip():
        return
    turn.db.add(
        Misheard(
            at=turn.now,
            side=turn.state.side,
            awaiting=turn.state.awaiting,
            script=turn.meaning.script,
            words=redact(turn.heard.text)[:320],
            best=turn.meaning.task,
            confidence=turn.meaning.confidence,
            did=did,
        )
    )
    await drop_old(turn.db, turn.now)
    monday = _next_monday(turn.now)
    turn.later(f"misheard:{monday:%Y-%m-%d}", "misheard_week", monday, person_id=turn.person.id)


async def drop_old(db: AsyncSession, now: datetime) -> None:
    """Every night too: nothing need be misheard for the old to go."""
    await db.execute(delete(Misheard).where(Misheard.at < now - KEPT))


def _next_monday(now: datetime) -> datetime:
    day = now.astimezone(IST).replace(hour=0, minute=0, second=0, microsecond=0)
    return day + timedelta(days=7 - day.weekday()) + TOLD_AT
