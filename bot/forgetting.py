"""The door's part of an erasure: her chats, what was said in them, and what others were told of her.

In the turn that erases, everything goes but the address to which its last word is sent; a timer cuts that too as soon
as the word is out. Rows stay without words: that there was a message, when and on which channel. Unless she writes
again: then she is somebody new, who begins with nothing."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Text, cast, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from actions.messages import Text as TextMessage
from actions.turn import Due
from bot import spoken
from bot.tables import Conversation, Identity, Inbox, Opening, Outbox
from orders.privacy import Traces

SOON, PATIENCE = timedelta(minutes=2), timedelta(days=1)
KIND = "cut_chat"
WORDLESS: dict[str, Any] = spoken.write(TextMessage(""))
_UNSENT = ("queued", "sending", "parked")


async def cut(db: AsyncSession, traces: Traces, keep: int, inbox_id: int, now: datetime) -> Due:
    """Erases the chats of the person; `keep` is the chat in which she asked for it, whose last word is yet to be sent,
    `inbox_id` the message by which she asked. Returns the timer that does the rest."""
    mine = list(await db.scalars(select(Identity).where(Identity.person_id == traces.person_id).order_by(Identity.id)))
    for identity in mine:
        answered = or_(Inbox.state != "new", Inbox.id == inbox_id)
        await _blank_inbox(db, Inbox.identity_id == identity.id, *([answered] if identity.id == keep else []))
        await _blank_outbox(db, Outbox.identity_id == identity.id)
        await db.execute(delete(Opening).where(Opening.identity_id == identity.id))
        if identity.id != keep:
            await _cut_identity(db, identity, now)
    for column, row in ((Outbox.message, Outbox), (Inbox.raw, Inbox)):
        for found in await _holding(db, row, column, (*traces.numbers, *traces.words)):
            await (_blank_outbox if row is Outbox else _blank_inbox)(db, row.id == found)
    args = {"identity": keep, "since": now.isoformat(), "numbers": list(traces.numbers)}
    return Due(f"{KIND}:{keep}:{traces.person_id}", KIND, now + SOON, args)


async def finish(db: AsyncSession, args: dict[str, Any], now: datetime) -> list[Due]:
    """The timer: cuts the chat in which she asked, when its last word is out; takes her out of others' talks."""
    await _out_of_talks(db, args["numbers"])
    identity, since = await db.get_one(Identity, int(args["identity"])), datetime.fromisoformat(args["since"])
    waiting = select(Outbox.id).where(
        Outbox.identity_id == identity.id, Outbox.state.in_(("queued", "sending")), Outbox.created_at <= since
    )
    if await db.scalar(waiting.limit(1)) is not None and now < since + PATIENCE:
        return [Due(f"{KIND}:{identity.id}:{now.isoformat()}", KIND, now + SOON, args)]
    await _blank_outbox(db, Outbox.identity_id == identity.id, Outbox.created_at <= since)
    await _blank_inbox(db, Inbox.identity_id == identity.id, Inbox.received_at <= since, Inbox.state != "new")
    again = select(Inbox.id).where(
        Inbox.identity_id == identity.id, or_(Inbox.received_at > since, Inbox.state == "new")
    )
    if await db.scalar(again.limit(1)) is None:
        await _cut_identity(db, identity, now)
    return []


async def _cut_identity(db: AsyncSession, identity: Identity, now: datetime) -> None:
    """Nobody is found by it any more, and it finds nobody. A later message of hers makes a new person."""
    known = tuple(word for word in (identity.address, identity.wa_id) if word)
    statuses = await _holding(db, Inbox, Inbox.raw, known, Inbox.identity_id.is_(None))
    await _blank_inbox(db, Inbox.id.in_(statuses))
    left = update(Inbox).where(Inbox.identity_id == identity.id, Inbox.state == "new")
    await db.execute(left.values(state="done", done_at=now, raw={}))
    await db.execute(update(Conversation).where(Conversation.identity_id == identity.id).values(state={}))
    identity.address, identity.wa_id, identity.reachable = f"erased:{identity.id}", None, False
    identity.heard_at = None
    await db.flush()


async def _blank_inbox(db: AsyncSession, *which: ColumnElement[bool]) -> None:
    """The key stays until the platforms have stopped repeating it: the same message would be a new one otherwise."""
    await db.execute(update(Inbox).where(*which).values(raw={}, error=None))


async def _blank_outbox(db: AsyncSession, *which: ColumnElement[bool]) -> None:
    """What has not been sent is not sent; Telegram's message ids hold the chat's."""
    await db.execute(update(Outbox).where(*which, Outbox.state.in_(_UNSENT)).values(state="failed", lease_by=None))
    await db.execute(update(Outbox).where(*which).values(message=WORDLESS, vendor_id=None, error=None))


async def _holding(
    db: AsyncSession, table: Any, column: Any, words: Sequence[str], *which: ColumnElement[bool]
) -> list[int]:
    """Rows in whose stored JSON one of the words stands by itself: HT-100 is not in HT-1001."""
    found: set[int] = set()
    for word in words:
        escaped = json.dumps(word)[1:-1]
        rows = await db.execute(
            select(table.id, column).where(cast(column, Text).contains(escaped, autoescape=True), *which)
        )
        found |= {row_id for row_id, stored in rows if _stands_in(word, json.dumps(stored, ensure_ascii=False))}
    return sorted(found)


def _stands_in(word: str, text: str) -> bool:
    at = text.find(word)
    while at >= 0:
        before, after = text[max(0, at - 1) : at], text[at + len(word) : at + len(word) + 1]
        longer = (word[-1].isdecimal() and after.isdecimal()) or (word[0].isdecimal() and before.isdecimal())
        if not longer:
            return True
        at = text.find(word, at + 1)
    return False


async def _out_of_talks(db: AsyncSession, numbers: Sequence[str]) -> None:
    """What groups and the office were told about her orders stands in their last lines too."""
    held = select(Conversation).order_by(Conversation.identity_id).with_for_update()
    for number in numbers:
        for talk in await db.scalars(held.where(cast(Conversation.state, Text).contains(number, autoescape=True))):
            turns = talk.state.get("last_turns", [])
            talk.state = {**talk.state, "last_turns": [t for t in turns if not _stands_in(number, t["text"])]}
    await db.flush()
