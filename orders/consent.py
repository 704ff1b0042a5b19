"""The notice of what is kept about her, and her consent. Services flush; the caller commits."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import yaml
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from orders.privacy_tables import Consent
from orders.tables import Person

ORDERS, NEWS = "orders", "news"
"""What data is used for: her orders; being told of new goods and fairs, which nobody needs to agree to."""
_FILE = Path(__file__).parent.parent / "data" / "privacy.yml"


@dataclass(frozen=True)
class Policy:
    """The notice's version, and how many days words are kept."""

    notice: str
    inbox: int
    words: int
    talk: int
    tickets: int
    rows: int


@lru_cache(maxsize=1)
def policy(file: Path = _FILE) -> Policy:
    said = yaml.safe_load(file.read_text("utf-8"))
    return Policy(str(said["notice"]), **{name: int(days) for name, days in said["keeps"].items()})


async def standing(db: AsyncSession, person_id: int, purpose: str) -> Consent | None:
    """What was last shown and not taken back, whatever its version."""
    found = select(Consent).where(
        Consent.person_id == person_id, Consent.purpose == purpose, Consent.withdrawn_at.is_(None)
    )
    return await db.scalar(found.order_by(Consent.id.desc()).limit(1))


async def show(db: AsyncSession, person: Person, channel: str, now: datetime) -> bool:
    """Notes that she is shown the notice; False when she has been shown this version and has not taken it back."""
    before = await standing(db, person.id, ORDERS)
    if before is not None and before.version == policy().notice:
        return False
    await _add(db, person, ORDERS, channel, now, None)
    return True


async def give(db: AsyncSession, person: Person, purpose: str, channel: str, now: datetime) -> None:
    """Her explicit yes, to what she was shown; once."""
    row = await standing(db, person.id, purpose)
    if row is None or row.version != policy().notice:
        await _add(db, person, purpose, channel, now, now)
    elif row.given_at is None:
        row.given_at = now
        await db.flush()


async def _add(
    db: AsyncSession, person: Person, purpose: str, channel: str, now: datetime, given: datetime | None
) -> None:
    db.add(
        Consent(
            person_id=person.id,
            purpose=purpose,
            version=policy().notice,
            language=person.language,
            channel=channel[:12],
            shown_at=now,
            given_at=given,
            withdrawn_at=None,
        )
    )
    await db.flush()


async def withdraw(db: AsyncSession, person_id: int, now: datetime, *purposes: str) -> bool:
    """Takes back what stands for these purposes (none named: all); whether there was any."""
    wanted = purposes or (ORDERS, NEWS)
    found = update(Consent).where(
        Consent.person_id == person_id, Consent.purpose.in_(wanted), Consent.withdrawn_at.is_(None)
    )
    return bool((await db.scalars(found.values(withdrawn_at=now).returning(Consent.id))).all())


async def wants_news(db: AsyncSession, person_id: int) -> bool:
    """Whether she may be written to about goods she has not asked for: only by her own recorded yes, and not since she
    said stop, from whichever chat."""
    row = await standing(db, person_id, NEWS)
    quiet = (await db.get_one(Person, person_id)).quiet_since is not None
    return row is not None and row.given_at is not None and not quiet
