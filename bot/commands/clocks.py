"""`haat office clocks`, `haat office ratings`: how the terms of the law were kept, and what buyers wrote."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import utc_now
from bot.commands.acts import AsJson, Row, perform, show
from orders import complaints, ratings


async def terms_kept(db: AsyncSession, now: datetime) -> list[Row]:
    """Complaints answered within 48 hours and closed within a month; what still has time is not counted."""
    told = await complaints.all_of(db)
    answered, settled = complaints.answered(told, now), complaints.settled(told, now)
    return [
        _row("answered within 48 hours", answered, sum(one.answered_at is None for one in told)),
        _row("closed within a month", settled, sum(one.closed_at is None for one in told)),
    ]


def _row(term: str, kept: complaints.Kept, waiting: int) -> Row:
    return {
        "complaints": term, "in_time": kept.in_time, "of": kept.decided, "percent": kept.percent, "waiting": waiting,
    }  # fmt: skip


async def given(db: AsyncSession) -> list[Row]:
    return [
        {"order": part.number, "group": part.group_id, "stars": rating.stars, "words": rating.words, "at": rating.at}
        for rating, part in await ratings.with_words(db)
    ]


def clocks_command(as_json: AsJson = False) -> None:
    """How many complaints were answered within 48 hours and closed within a month, in percent."""
    show(perform(lambda db: terms_kept(db, utc_now())), as_json)


def ratings_command(as_json: AsJson = False) -> None:
    """What buyers gave and wrote, the newest first; their words are read by the office alone."""
    show(perform(given), as_json)
