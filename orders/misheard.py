"""What the shop did not understand: the table, and how it is read."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Float, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from catalog.frames import sound
from catalog.tables import Base


class Misheard(Base):
    """Words the shop did not understand, redacted, without a person: read once a week to learn from. `did`: what it
    answered (unsure | out_of_scope); `best`: the likeliest task."""

    __tablename__ = "misheard"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    side: Mapped[str] = mapped_column(String(10))
    awaiting: Mapped[str | None] = mapped_column(String(24))
    script: Mapped[str] = mapped_column(String(10))
    words: Mapped[str] = mapped_column(String(320))
    best: Mapped[str] = mapped_column(String(40))
    confidence: Mapped[float] = mapped_column(Float)
    did: Mapped[str] = mapped_column(String(16))


@dataclass
class Heard:
    """Sentences that sound alike: how often, one of them as it was written, what they were taken for."""

    words: str
    script: str
    times: int = 0
    likeliest: Counter[str] = field(default_factory=Counter)


async def since(db: AsyncSession, begin: datetime) -> Sequence[Heard]:
    """What was not understood from `begin` on, the most frequent first."""
    groups: dict[str, Heard] = {}
    for row in await db.scalars(select(Misheard).where(Misheard.at >= begin).order_by(Misheard.id)):
        heard = groups.setdefault(sound(row.words), Heard(row.words, row.script))
        heard.times += 1
        heard.likeliest[row.best] += 1
    return sorted(groups.values(), key=lambda one: (-one.times, one.words))
