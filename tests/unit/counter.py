"""A buyer at the counter: what she says or taps goes through routing and the real actions, with a real database.

Understanding is given with each sentence, so that these tests are about selling and not about reading. Whatever is
answered is also spoken in all three languages: a missing text or argument fails the test."""

import itertools
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions.heard import Heard
from actions.meaning import Edit, Item, Meaning
from actions.messages import options_of
from actions.state import State
from actions.turn import Shop, Turn
from bot import routing
from bot.acting import act
from bot.speech import plain, speech
from bot.wiring import load_actions
from catalog.search import Index
from catalog.words import LANGUAGES, language_of
from orders.tables import Person
from tests.conftest import NOW

load_actions()
_keys = itertools.count(1)


@dataclass
class Counter:
    db: AsyncSession
    person_id: int = 1
    demo_sells: bool = False
    now: datetime = NOW
    state: State = field(default_factory=State)
    name: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)
    turn: Turn | None = None

    async def says(self, task: str, text: str = "", *items: Item, key: str | None = None, **slots: Any) -> str:
        """A sentence that was understood as `task`."""
        meaning = Meaning(task, 0.95, "latin_hi", items, slots)
        heard = self._heard("text", text or task, key)
        step = routing.tapped(heard, self.state) or routing.meant(meaning, self.state)
        return await self._act(heard, step, meaning)

    async def edits(self, text: str, *edits: Edit) -> str:
        """A sentence that is nothing but changes of the cart."""
        meaning = Meaning("change_quantity", 0.9, "latin_hi", edits=edits, plain=True)
        return await self._act(self._heard("text", text, None), routing.meant(meaning, self.state), meaning)

    async def taps(self, payload: str, key: str | None = None, text: str = "") -> str:
        heard = self._heard("tap", text, key, payload=payload if payload.startswith("v1:") else f"v1:{payload}")
        step = routing.tapped(heard, self.state)
        assert step is not None
        return await self._act(heard, step, None)

    async def writes(self, text: str) -> str:
        """Text that routing must place without understanding (a number, a label, a form answer)."""
        heard = self._heard("text", text, None)
        step = routing.tapped(heard, self.state)
        assert step is not None, f"{text!r} is none of {self.state.shown}"
        return await self._act(heard, step, None)

    async def unread(self, text: str) -> str:
        """A sentence while nobody understands."""
        return await self._act(self._heard("text", text, None), routing.unread(self.state), None)

    async def shares(self, kind: str, **more: Any) -> str:
        heard = self._heard(kind, "", None, **more)
        step = routing.tapped(heard, self.state)
        assert step is not None
        return await self._act(heard, step, None)

    def _heard(self, kind: str, text: str, key: str | None, **more: Any) -> Heard:
        key = key or f"messages:{next(_keys)}"
        return Heard("whatsapp", key, kind, text=text, name=self.name, extra=self.extra, **more)

    async def _act(self, heard: Heard, step: routing.Step, meaning: Meaning | None) -> str:
        person = (await self.db.scalars(select(Person).where(Person.id == self.person_id))).one()
        shop = Shop(demo_sells=self.demo_sells, base_url="https://haat.test", index=Index([]))
        self.turn = Turn(self.db, self.now, shop, person, 1, heard, self.state, meaning)
        await act(self.turn, step)
        await self.db.flush()
        return self._spoken(language_of(person.language))

    def _spoken(self, language: Any) -> str:
        assert self.turn is not None
        told = []
        for outgoing in self.turn.said:
            for each in LANGUAGES:
                speech().message(outgoing.message, each)
            if outgoing.person_id != self.person_id:
                continue
            spoken = speech().message(outgoing.message, language)
            shown = [[o.id, o.label, o.short or ""] for o in options_of(spoken)]
            if shown:
                self.state.shown = shown
            assert len(shown) <= 10
            told.append(plain(spoken))
        self.state = State.read(self.state.stored())  # as it comes back from the database
        return "\n".join(told)

    @property
    def buttons(self) -> list[str]:
        return [payload.removeprefix("v1:") for payload, *_ in self.state.shown]


def item(sku: str | None = None, qty: float | None = None, unit: str | None = None, *choices: str) -> Item:
    return Item(sku=sku, choices=choices, qty_milli=None if qty is None else round(qty * 1000), unit=unit)
