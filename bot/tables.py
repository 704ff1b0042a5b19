"""Tables of the door: who writes from where, what came in, what goes out, what is due, what was scanned."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from catalog.tables import Base


class Identity(Base):
    """A person on one channel. `address` is what the channel sends to (wa_id, BSUID or Telegram chat id).
    One identity is one conversation: its messages are handled in order."""

    __tablename__ = "identity"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    channel: Mapped[str] = mapped_column(String(12))  # whatsapp | telegram
    address: Mapped[str] = mapped_column(String(160))
    wa_id: Mapped[str | None] = mapped_column(String(20), index=True)
    heard_at: Mapped[datetime | None]  # last message from her: WhatsApp's 24-hour window
    reachable: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]
    __table_args__ = (UniqueConstraint("channel", "address"),)


class Conversation(Base):
    """State of the talk with one identity; the lease says which worker holds its turn."""

    __tablename__ = "conversation"
    identity_id: Mapped[int] = mapped_column(ForeignKey("identity.id"), primary_key=True)
    state: Mapped[dict[str, Any]] = mapped_column(default=dict)
    lease_by: Mapped[str | None] = mapped_column(String(60))
    lease_until: Mapped[datetime | None]
    hold_until: Mapped[datetime | None]  # she writes faster than the limit: her messages wait, none is lost


class Opening(Base):
    """A question put to somebody out of her own turn (a new order to a producer): merged into the conversation's
    state at her next turn, so that it never overwrites a turn that is under way."""

    __tablename__ = "opening"
    id: Mapped[int] = mapped_column(primary_key=True)
    identity_id: Mapped[int] = mapped_column(ForeignKey("identity.id"), index=True)
    data: Mapped[dict[str, Any]]


class Inbox(Base):
    """One message or status as the platform sent it, stored before it is acknowledged; kept at least 8 days."""

    __tablename__ = "inbox"
    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(12))
    key: Mapped[str] = mapped_column(String(200))  # "messages:<wamid>", "statuses:<id>:<status>", "update:<id>"
    identity_id: Mapped[int | None] = mapped_column(ForeignKey("identity.id"))  # None: a status, nobody's turn
    raw: Mapped[dict[str, Any]]
    received_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(String(8), default="new")  # new | done | dead
    done_at: Mapped[datetime | None]
    error: Mapped[str | None] = mapped_column(Text)
    __table_args__ = (UniqueConstraint("channel", "key"), Index("inbox_new", "state", "identity_id", "id"))


class Outbox(Base):
    """One message to one identity, already in her words, rendered for the channel when it is sent."""

    __tablename__ = "outbox"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)  # travels as biz_opaque_callback_data
    identity_id: Mapped[int] = mapped_column(ForeignKey("identity.id"))
    message: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(String(10), default="queued")  # queued|sending|sent|failed|parked
    part: Mapped[int] = mapped_column(default=0)  # payloads of this message already sent
    attempts: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime | None]
    lease_by: Mapped[str | None] = mapped_column(String(60))
    lease_until: Mapped[datetime | None]
    vendor_id: Mapped[str | None] = mapped_column(String(200), index=True)
    status: Mapped[str | None] = mapped_column(String(12))  # sent | delivered | read | failed, told by the platform
    error: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    __table_args__ = (Index("outbox_due", "state", "identity_id", "id"),)


class SendCost(Base):
    """One payload that went out, to whom and at which list price (micro-rupees); see bot.budget."""

    __tablename__ = "send_cost"
    id: Mapped[int] = mapped_column(primary_key=True)
    outbox_id: Mapped[int] = mapped_column(ForeignKey("outbox.id"))
    part: Mapped[int]
    channel: Mapped[str] = mapped_column(String(12))
    party: Mapped[str] = mapped_column(String(8))  # buyer | producer | office
    category: Mapped[str] = mapped_column(String(12))  # service | utility | marketing
    micro_rupees: Mapped[int]
    at: Mapped[datetime] = mapped_column(index=True)
    __table_args__ = (UniqueConstraint("outbox_id", "part"),)


class Timer(Base):
    """Something due at a time; `key` makes it unique so that it is set once."""

    __tablename__ = "timer"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(120), unique=True)
    kind: Mapped[str] = mapped_column(String(32))
    args: Mapped[dict[str, Any]]
    due_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(8), default="waiting")  # waiting | done | dead
    attempts: Mapped[int] = mapped_column(default=0)
    done_at: Mapped[datetime | None]
    error: Mapped[str | None] = mapped_column(Text)
    __table_args__ = (Index("timer_due", "state", "due_at"),)


class Setting(Base):
    """Small facts of this installation that must survive restarts, e.g. Telegram's polling offset."""

    __tablename__ = "setting"
    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
