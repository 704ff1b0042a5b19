"""The turn an action works in: who speaks, what is open, the one transaction, and what will be said."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from actions.heard import Heard
from actions.meaning import Meaning
from actions.messages import Outgoing, Unspoken, Watch
from actions.state import State
from catalog.search import Index
from orders.privacy import Traces
from orders.receipt import Receipt
from orders.tables import Person


@dataclass(frozen=True)
class Operator:
    """Who runs the shop by law, and who takes complaints and questions about data there. None: not said yet."""

    name: str | None = None
    address: str | None = None
    contact: str | None = None
    officer: str | None = None  # name, post and how to reach them


@dataclass(frozen=True)
class Shop:
    """What actions may know of this installation. `demo_sells`: demo values sell (simulator only)."""

    demo_sells: bool
    base_url: str
    index: Index
    whatsapp_number: str | None = None
    telegram_username: str | None = None
    answer_within: timedelta = timedelta(hours=4)  # a producer's answer, before the reminder
    awake: tuple[int, int] = (8, 20)  # hours of the Indian day in which answers are waited for
    seal: Callable[[Receipt], str] | None = None  # signs what a buyer's money did (bot.receipts)
    operator: Operator = field(default_factory=Operator)
    phone_of: Callable[[AsyncSession, int], Awaitable[str | None]] | None = (
        None  # a person's number, if a chat tells it
    )


@dataclass(frozen=True)
class Due:
    """A timer to set with the turn; a second one with the same key is not set again."""

    key: str
    kind: str
    at: datetime
    args: dict[str, Any]


@dataclass
class Turn:
    """Actions read the turn, call services with `db`, and say things; the turn's owner commits once."""

    db: AsyncSession
    now: datetime
    shop: Shop
    person: Person
    identity_id: int
    heard: Heard
    state: State
    meaning: Meaning | None = None
    doing: str = ""  # the action that is being performed: what actions.door looks its right up by
    quoted: str | None = None  # sku of the message she answers to, when it is about one product
    said: list[Outgoing] = field(default_factory=list)
    due: list[Due] = field(default_factory=list)
    forgotten: Traces | None = None  # her data has been erased: the door erases her chats

    def reply(self, message: Unspoken) -> None:
        """To the chat this turn came from."""
        self.said.append(Outgoing(self.person.id, message, self.identity_id))

    def tell(
        self,
        person_id: int,
        message: Unspoken,
        opens: Mapping[str, Any] | None = None,
        watch: Watch | None = None,
    ) -> None:
        """To another person, on the channel where she is best reached; `opens` and `watch` as in `Outgoing`."""
        self.said.append(Outgoing(person_id, message, opens=opens, watch=watch))

    def later(self, key: str, kind: str, at: datetime, **args: Any) -> None:
        self.due.append(Due(key, kind, at, args))
