"""Write it down, then answer: every message is stored before the platform hears 200."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.channel import Channel, Piece
from bot.outbox import record_status
from bot.people import identity_for, move
from bot.tables import Identity, Inbox


async def store(db: AsyncSession, channel: Channel, pieces: list[Piece], now: datetime) -> int:
    """Stores what is new among `pieces`; the caller commits. Returns how many messages await a turn.

    A piece whose key is known is dropped: platforms deliver the same message for days until they hear 200."""
    waiting = 0
    for piece in pieces:
        if await _known(db, channel.name, piece.key):
            continue
        identity = await _sender(db, channel, piece, now)
        waits = identity is not None and piece.kind == "message"
        stored = await _insert(db, channel.name, piece, identity.id if identity else None, waits, now)
        if not stored:
            continue
        if piece.kind == "status":
            status = channel.status(piece.raw)
            if status is not None:
                await record_status(db, channel.name, status, now)
        waiting += waits
    return waiting


async def store_event(db: AsyncSession, source: str, key: str, raw: dict[str, Any], now: datetime) -> bool:
    """Keeps an event that is nobody's message and waits for no turn; False when it was stored before."""
    return await _insert(db, source, Piece(key, "notice", raw), None, False, now)


async def _known(db: AsyncSession, channel: str, key: str) -> bool:
    return await db.scalar(select(Inbox.id).where(Inbox.channel == channel, Inbox.key == key)) is not None


async def _sender(db: AsyncSession, channel: Channel, piece: Piece, now: datetime) -> Identity | None:
    if piece.kind != "message" or piece.address is None:
        return None
    if piece.moved is not None and (found := await move(db, channel.name, piece.address, piece.moved, now)) is not None:
        return found
    return await identity_for(db, channel.name, piece.address, now, wa_id=piece.wa_id, language=piece.language)


async def _insert(
    db: AsyncSession, channel: str, piece: Piece, identity_id: int | None, waits: bool, now: datetime
) -> bool:
    insert = postgresql_insert if db.get_bind().dialect.name == "postgresql" else sqlite_insert
    result = await db.execute(
        insert(Inbox)
        .values(
            channel=channel,
            key=piece.key[:200],
            identity_id=identity_id,
            raw=piece.raw,
            received_at=now,
            attempts=0,
            state="new" if waits else "done",
            done_at=None if waits else now,
        )
        .on_conflict_do_nothing(index_elements=["channel", "key"])
        .returning(Inbox.id)
    )
    return result.scalar() is not None
