"""A turn that nobody has begun: a bank's news or a terminal's word acts, and whoever is concerned is told."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from actions.heard import Heard
from actions.state import State
from actions.turn import Shop, Turn
from bot.speech import speech
from bot.turn import commit_said, set_timers
from orders.tables import Person


@asynccontextmanager
async def nobodys_turn(db: AsyncSession, shop: Shop, now: datetime, what: str) -> AsyncIterator[Turn]:
    """What the turn says and sets is written when the context is left well; the caller commits."""
    nobody = Person(id=0, language="hi")  # no person of the shop: all who are concerned are told
    turn = Turn(db, now, shop, nobody, 0, Heard("outside", what, "command"), State())
    yield turn
    await commit_said(turn, speech())
    await set_timers(db, turn.due)
