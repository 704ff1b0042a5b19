"""People on a stage for tests of actions: somebody taps or writes, one action is performed, what was said is read.

Every message is spoken in its hearer's language with the real texts, so that a missing word fails the test."""

import itertools
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from actions.heard import Heard
from actions.meaning import Item, Meaning
from actions.messages import Buttons, Card, Menu, Message, Notice, Outgoing, Paid, Pay, Text, options_of
from actions.payloads import read
from actions.registry import perform
from actions.state import State
from actions.turn import Shop, Turn
from bot.speech import plain, speech
from bot.understanding.listing import listing
from bot.wiring import load_actions
from catalog import contacts
from catalog.search import Index
from catalog.words import language_of
from orders.tables import Order, Person, SellerOrder
from tests.conftest import NOW
from tests.unit.test_orders_placing import order, wants

load_actions()
SHOP = Shop(demo_sells=False, base_url="http://shop.test", index=Index([]))


class Stage:
    """Everybody's talk: one state a person, kept between her turns."""

    def __init__(self, db: AsyncSession) -> None:
        self.db = db
        self.states: dict[int, State] = {}
        self.turn: Turn | None = None
        self.causes = itertools.count(1)

    async def person(self, language: str = "hi") -> int:
        person = Person(language=language, name=None, created_at=NOW)
        self.db.add(person)
        await self.db.flush()
        return person.id

    async def contact(self, group: str, role: str, language: str = "hi") -> int:
        """A new person who has joined the group by a code."""
        who = await self.person(language)
        code = await contacts.new_invite(self.db, group, role, NOW)
        await self.write(who, "join", code)
        return who

    async def place(self, **milli: int) -> tuple[Order, list[SellerOrder]]:
        """The buyer (person 1) orders; everybody who must know is told."""
        from actions import notices
        from orders import service

        await wants(self.db, **milli)
        placed = await order(self.db, cause=f"messages:{next(self.causes)}")
        await self._begin(1, Heard("whatsapp", "messages:x", "tap"))
        assert self.turn is not None
        await notices.order_placed(self.turn, placed)
        self._open()
        return placed, list(await service.parts_of(self.db, placed.id))

    async def tap(self, who: int, payload: str, at: datetime = NOW, key: str = "k") -> list[Outgoing]:
        claimed = read(payload)
        assert claimed is not None, payload
        return await self._act(
            who, Heard("whatsapp", key, "tap", payload=payload), claimed.verb, claimed.args, None, at
        )

    async def write(
        self, who: int, action: str, text: str, items: tuple[Item, ...] = (), at: datetime = NOW, **slots: Any
    ) -> list[Outgoing]:
        """She writes `text`, understood as the task (or led to the action) `action`."""
        meaning = Meaning(
            action,
            0.9,
            "latin_hi",
            items,
            slots,
            listing=listing(text),
            service=slots.get("service"),
            address=slots.get("address"),
        )
        return await self._act(who, Heard("whatsapp", "k", "text", text=text), action, (), meaning, at)

    async def timer(self, due: Any) -> list[Outgoing]:
        heard = Heard("timer", f"timer:{due.key}", "timer", extra=dict(due.args))
        return await self._act(due.args["person_id"], heard, due.kind, (), None, due.at)

    async def _begin(self, who: int, heard: Heard, meaning: Meaning | None = None, at: datetime = NOW) -> None:
        person = await self.db.get_one(Person, who)
        state = State() if heard.kind == "timer" else self.states.setdefault(who, State())
        self.turn = Turn(self.db, at, SHOP, person, who, heard, state, meaning)

    async def _act(
        self, who: int, heard: Heard, name: str, args: tuple[str, ...], meaning: Meaning | None, at: datetime
    ) -> list[Outgoing]:
        await self._begin(who, heard, meaning, at)
        assert self.turn is not None
        await perform(self.turn, name, *args)
        self._open()
        return self.turn.said

    def _open(self) -> None:
        """What the turn asked in other people's talks is merged there, as the door does it."""
        assert self.turn is not None
        for outgoing in self.turn.said:
            if outgoing.opens is not None:
                state = self.states.setdefault(outgoing.person_id, State())
                self.states[outgoing.person_id] = State.read({**state.stored(), **outgoing.opens})

    def to(self, who: int) -> list[Message[str]]:
        """What she was told in the last turn, in her words."""
        assert self.turn is not None
        return [spoken(outgoing) for outgoing in self.turn.said if outgoing.person_id == who]

    def text_to(self, who: int) -> str:
        return "\n".join(plain(message) for message in self.to(who))

    def buttons_to(self, who: int) -> list[str]:
        """Payloads she can tap, of the last turn's messages."""
        return [option.id for message in self.to(who) for option in options_of(message)]


def spoken(outgoing: Outgoing, language: str = "hi") -> Message[str]:
    message: Message[str] = speech().message(outgoing.message, language_of(language))
    fits(message)
    return message


def fits(message: Message[str]) -> None:
    """Labels keep the platforms' shortest limits (button 20, row 24, hint 72 are cut there; a label is not)."""
    inside = message.inside if isinstance(message, Notice) else message
    assert isinstance(inside, Text | Buttons | Card | Menu | Pay | Paid), inside
    assert len(plain(inside)) <= 1024
    if isinstance(inside, Buttons) and len(inside.options) <= 3:
        for option in inside.options:
            assert len(option.short or option.label) <= 20, option
    if isinstance(inside, Menu):
        assert len(inside.button) <= 20
        assert len(inside.options) <= 10
