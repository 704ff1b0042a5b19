"""What waits for a person of the office. Services flush; the caller commits."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.leaks import tells_of_a_prisoner
from orders.tables import Ticket

TEXT_LIMIT = 2000


class GivesAway(ValueError):
    """The words tell of a prisoner or a victim: they are not sent."""


_JOINERS = "\u200c\u200d"  # half letters of Hindi need them; every other unseen mark may disguise a text


def legible(text: str, limit: int = TEXT_LIMIT) -> str:
    """One line of a person's words as another may read them: no control or bidi marks, spaces single."""
    shown = "".join(c if c.isprintable() or c in _JOINERS else " " for c in text)
    return " ".join(shown.split())[:limit]


async def open_one(
    db: AsyncSession,
    kind: str,
    text: str,
    now: datetime,
    *,
    person_id: int | None = None,
    seller_order_id: int | None = None,
    sku: str | None = None,
    last_turns: Sequence[dict[str, Any]] = (),
) -> Ticket:
    """A new open ticket "T-n" about the person who is to get the answer (None: nobody in the chat)."""
    ticket = Ticket(
        number=secrets.token_hex(8),  # the real number is the row's, known after the insert
        kind=kind[:16],
        person_id=person_id,
        seller_order_id=seller_order_id,
        sku=sku,
        text=legible(text),
        last_turns=[{**turn, "text": legible(str(turn.get("text", "")), 300)} for turn in last_turns],
        state="open",
        opened_at=now,
        answered_at=None,
        answer=None,
    )
    db.add(ticket)
    await db.flush()
    ticket.number = f"T-{ticket.id}"
    await db.flush()
    return ticket


async def waiting(db: AsyncSession) -> Sequence[Ticket]:
    """Open tickets, the longest waiting first."""
    rows = await db.scalars(select(Ticket).where(Ticket.state == "open").order_by(Ticket.opened_at, Ticket.id))
    return rows.all()


async def by_number(db: AsyncSession, number: str) -> Ticket | None:
    """By "T-31", "t31" or "31"."""
    digits = "".join(c for c in number if c in "0123456789")
    found = await db.scalar(select(Ticket).where(Ticket.number == f"T-{digits}"))
    return found if digits else None


async def answer(db: AsyncSession, ticket: Ticket, text: str, now: datetime) -> str:
    """Writes the answer down and closes the waiting; returns the text as the person will read it.

    Raises ValueError for an answer without words, GivesAway for one that tells of a prisoner or a victim. A later
    answer replaces the words of the first, not its time: the term of the law was kept then."""
    words = legible(text)
    if not words:
        raise ValueError("an answer needs words")
    if tells_of_a_prisoner(words):
        raise GivesAway("an answer tells of no prisoner and no victim")
    ticket.answer, ticket.answered_at, ticket.state = words, ticket.answered_at or now, "answered"
    await db.flush()
    return words


async def close(db: AsyncSession, ticket: Ticket, now: datetime) -> None:
    """Settled; without an answer in the chat it was answered by what settled it (a call, a visit)."""
    ticket.state, ticket.closed_at, ticket.answered_at = "closed", now, ticket.answered_at or now
    await db.flush()
