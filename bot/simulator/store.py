"""What the stand-ins keep, in an SQLite file of their own, so that a restart keeps every chat.

Synchronous on purpose: one process, one connection, rows of a practice room. Every change of a chat or a
message gets the next `version`; the page asks for what changed since the version it has seen.
"""

import asyncio
import json
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCHEMA = """
create table if not exists phone (
  channel text, address text, name text, role text, primary key (channel, address));
create table if not exists chat (
  channel text, address text, name text, wrote_at real, blocked integer default 0, typing_until real default 0,
  version integer, primary key (channel, address));
create table if not exists message (
  id integer primary key, channel text, address text, mine integer, vendor_id text, kind text, body text,
  status text, at real, version integer, unique (channel, address, vendor_id));
create index if not exists message_version on message (version);
create table if not exists media (id text primary key, mime text, filename text, data blob);
create table if not exists post (
  id integer primary key, channel text, address text, body text, message_id integer,
  attempts integer default 0, not_before real default 0, done integer default 0);
create index if not exists post_waiting on post (done, channel, id);
create table if not exists template (name text, language text, body text, primary key (name, language));
create table if not exists setting (name text primary key, value text);
"""


@dataclass(frozen=True)
class Message:
    """One bubble. `mine`: written on the phone; `body`: the platform's own JSON of it."""

    id: int
    channel: str
    address: str
    mine: bool
    vendor_id: str
    kind: str
    body: dict[str, Any]
    status: str
    at: float
    version: int


@dataclass(frozen=True)
class Chat:
    """One phone's talk with the shop; `wrote_at` opens WhatsApp's 24-hour window (Unix seconds)."""

    channel: str
    address: str
    name: str
    wrote_at: float | None
    blocked: bool
    typing_until: float
    version: int


@dataclass(frozen=True)
class Post:
    """An event on its way to the shop."""

    id: int
    channel: str
    address: str
    body: dict[str, Any]
    message_id: int | None
    attempts: int
    not_before: float


class Store:
    def __init__(self, path: Path | str) -> None:
        if str(path) != ":memory:":
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._db.execute("pragma journal_mode=wal")
        self._db.executescript(SCHEMA)
        row = self._db.execute(
            "select max(v) from (select max(version) v from message union all select max(version) from chat)"
        )
        self._version = int(row.fetchone()[0] or 0)
        self.bell = asyncio.Event()

    def close(self) -> None:
        self._db.close()

    def ring(self) -> None:
        """Wake whoever waits for a change: take `bell`, look, then wait for it."""
        bell, self.bell = self.bell, asyncio.Event()
        bell.set()

    def _next_version(self) -> int:
        self._version += 1
        return self._version

    @property
    def version(self) -> int:
        return self._version

    # chats

    def chat(self, channel: str, address: str) -> Chat | None:
        row = self._db.execute("select * from chat where channel=? and address=?", (channel, address)).fetchone()
        return None if row is None else Chat(row[0], row[1], row[2], row[3], bool(row[4]), row[5], row[6])

    def open_chat(self, channel: str, address: str, name: str, wrote_at: float | None) -> Chat:
        self._db.execute(
            "insert into chat (channel, address, name, wrote_at, version) values (?,?,?,?,?) on conflict do nothing",
            (channel, address, name, wrote_at, self._next_version()),
        )
        chat = self.chat(channel, address)
        assert chat is not None
        return chat

    def change_chat(self, channel: str, address: str, **values: Any) -> None:
        """Set columns of a chat (`wrote_at`, `blocked`, `typing_until`)."""
        names = ", ".join(f"{name}=?" for name in values)
        self._db.execute(
            f"update chat set {names}, version=? where channel=? and address=?",
            (*values.values(), self._next_version(), channel, address),
        )
        self.ring()

    # messages

    def new_message_id(self) -> int:
        return int(self._db.execute("select coalesce(max(id), 100) + 1 from message").fetchone()[0])

    def add_message(
        self, channel: str, address: str, *, mine: bool, vendor_id: str, kind: str, body: dict[str, Any], status: str
    ) -> Message:
        message = Message(
            self.new_message_id(), channel, address, mine, vendor_id, kind, body, status, time.time(),
            self._next_version(),
        )  # fmt: skip
        self._db.execute(
            "insert into message values (?,?,?,?,?,?,?,?,?,?)",
            (
                message.id,
                channel,
                address,
                mine,
                vendor_id,
                kind,
                json.dumps(body),
                status,
                message.at,
                message.version,
            ),
        )
        self.ring()
        return message

    def change_message(self, message_id: int, **values: Any) -> None:
        """Set columns of a message (`status`, `kind`, `body`)."""
        if "body" in values:
            values["body"] = json.dumps(values["body"])
        names = ", ".join(f"{name}=?" for name in values)
        self._db.execute(
            f"update message set {names}, version=? where id=?", (*values.values(), self._next_version(), message_id)
        )
        self.ring()

    def message(self, channel: str, vendor_id: str, address: str | None = None) -> Message | None:
        rows = self._messages("channel=? and vendor_id=? and ? in ('', address)", channel, vendor_id, address or "")
        return rows[0] if rows else None

    def messages(self, channel: str, address: str) -> list[Message]:
        return self._messages("channel=? and address=?", channel, address)

    def clear(self, channel: str, address: str) -> None:
        """Empty one chat's screen; what the shop knows is untouched."""
        self._db.execute("delete from message where channel=? and address=?", (channel, address))
        self.ring()

    def changed_messages(self, since: int) -> list[Message]:
        return self._messages("version > ?", since)

    def changed_chats(self, since: int) -> list[Chat]:
        rows = self._db.execute("select channel, address from chat where version > ?", (since,)).fetchall()
        return [chat for row in rows if (chat := self.chat(*row)) is not None]

    def _messages(self, where: str, *args: Any) -> list[Message]:
        rows = self._db.execute(f"select * from message where {where} order by id", args).fetchall()
        return [Message(r[0], r[1], r[2], bool(r[3]), r[4], r[5], json.loads(r[6]), r[7], r[8], r[9]) for r in rows]

    # events for the shop

    def post(self, channel: str, address: str, body: dict[str, Any], message_id: int | None = None) -> int:
        row = self._db.execute(
            "insert into post (channel, address, body, message_id) values (?,?,?,?)",
            (channel, address, json.dumps(body), message_id),
        )
        self.ring()
        return int(row.lastrowid or 0)

    def waiting_posts(self, channel: str, limit: int = 200) -> list[Post]:
        rows = self._db.execute(
            "select id, channel, address, body, message_id, attempts, not_before from post"
            " where done=0 and channel=? order by id limit ?",
            (channel, limit),
        ).fetchall()
        return [Post(r[0], r[1], r[2], json.loads(r[3]), r[4], r[5], r[6]) for r in rows]

    def posted(self, post: Post) -> None:
        """The shop has taken the event over; a message of the phone gets its second tick."""
        self._db.execute("update post set done=1 where id=?", (post.id,))
        if post.message_id is not None:
            self._db.execute(
                "update message set status='delivered', version=? where id=? and status='sent'",
                (self._next_version(), post.message_id),
            )
        self.ring()

    def postpone(self, post: Post, not_before: float) -> None:
        self._db.execute("update post set attempts=attempts+1, not_before=? where id=?", (not_before, post.id))

    # media, templates, phones, settings

    def add_media(self, media_id: str, mime: str, filename: str, data: bytes) -> None:
        self._db.execute("insert into media values (?,?,?,?)", (media_id, mime, filename, data))

    def media(self, media_id: str) -> tuple[str, str, bytes] | None:
        row = self._db.execute("select mime, filename, data from media where id=?", (media_id,)).fetchone()
        return None if row is None else (row[0], row[1], row[2])

    def drop_media(self, media_id: str) -> bool:
        return self._db.execute("delete from media where id=?", (media_id,)).rowcount == 1

    def put_template(self, name: str, language: str, body: dict[str, Any]) -> None:
        self._db.execute("insert or replace into template values (?,?,?)", (name, language, json.dumps(body)))

    def template(self, name: str, language: str) -> dict[str, Any] | None:
        row = self._db.execute("select body from template where name=? and language=?", (name, language)).fetchone()
        return None if row is None else dict(json.loads(row[0]))

    def phones(self) -> list[tuple[str, str, str, str]]:
        """(channel, address, name, role) of the phones made here: buyers and spare ones."""
        return list(self._db.execute("select channel, address, name, role from phone order by rowid"))

    def put_phone(self, channel: str, address: str, name: str, role: str) -> None:
        self._db.execute("insert or replace into phone values (?,?,?,?)", (channel, address, name, role))
        self.ring()

    def drop_phone(self, channel: str, address: str) -> None:
        self._db.execute("delete from phone where channel=? and address=?", (channel, address))

    def setting(self, name: str) -> str | None:
        row = self._db.execute("select value from setting where name=?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def put_setting(self, name: str, value: str | None) -> None:
        self._db.execute("insert or replace into setting values (?,?)", (name, value or ""))
