"""The town of a month: its clock runs from event to event, and the last hop to the phones is a bad line.

What a buyer, a group or the office does is told to the shop as the platforms' webhooks or the office's commands; what
they know is only what has arrived on their phones."""

import heapq
import itertools
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from actions.messages import Notice, Option, Spoken
from bot import timers
from bot.channels.outcome import Outcome, Retry, Sent, Wait, WindowClosed
from bot.turn import Reader
from tests.dialogues.town import Phone, Town, telegram_body, whatsapp_body

WINDOW = timedelta(hours=24)
Doing = Callable[[], Awaitable[None]]
Send = Callable[[str, dict[str, Any], str], Awaitable[Outcome]]


@dataclass(frozen=True)
class Faults:
    """How often what goes wrong, as shares of one."""

    unheard: float = 0.03  # the send arrives, its answer is lost: the shop must ask itself whether it did
    lost: float = 0.03  # nothing arrives, nothing is answered
    busy: float = 0.02  # the platform says: too fast
    doubled: float = 0.10  # a webhook is delivered twice, at once
    replayed: float = 0.05  # … and again after hours


@dataclass
class Diary:
    """What arrived on one phone unasked, in its order: the notice's template and what it was told."""

    told: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)


class Month(Town):
    def __init__(self, engine: AsyncEngine, read: Reader, now: datetime, chance: Random, faults: Faults) -> None:
        super().__init__(engine, read, now)
        self.chance, self.faults = chance, faults
        self.began = now
        self.diaries: dict[tuple[str, str], Diary] = defaultdict(Diary)
        self.counted: Counter[str] = Counter()
        self.on_screen: dict[str, Callable[[Phone, Spoken], None]] = {}  # who reads a phone, by its name
        self._names: dict[tuple[str, str], str] = {}
        self._wrote: dict[str, datetime] = {}
        self._to_do: list[tuple[datetime, int, Doing]] = []
        self._order = itertools.count()
        self._dirty: dict[str, None] = {}
        for channel in (self.whatsapp, self.telegram):
            channel.send = self._over_a_bad_line(channel, channel.send)  # type: ignore[method-assign]

    # the platforms

    def _over_a_bad_line(self, channel: Any, send: Send) -> Send:
        async def sent(address: str, payload: dict[str, Any], key: str) -> Outcome:
            wrote = self._wrote.get(address, self.began)
            if channel.name == "whatsapp" and payload.get("type") != "template" and self.now - wrote > WINDOW:
                self.counted["window shut"] += 1
                return WindowClosed()
            fault = self._fault()
            self.counted[f"send {fault}" if fault else "sends"] += 1
            if fault == "busy":
                return Wait(5, "chat", exact=True)
            if fault == "lost":
                return Retry(ambiguous=False)
            arrived = await send(address, payload, key)
            if fault != "unheard":
                return arrived
            if isinstance(arrived, Sent) and channel.name == "whatsapp" and self.likely(0.7):
                body = status_body(address, arrived.vendor_id, key)
                self.after(timedelta(seconds=5), lambda: self._take(channel, body))
            return Retry(ambiguous=True)

        return sent

    def _fault(self) -> str | None:
        draw, faults = self.chance.random(), self.faults
        for name, share in (("unheard", faults.unheard), ("lost", faults.lost), ("busy", faults.busy)):
            draw -= share
            if draw < 0:
                return name
        return None

    def _told(self, channel: str, address: str, message: Spoken, number: int) -> None:
        if isinstance(message, Notice):
            self.diaries[channel, address].told.append((message.template, tuple(map(str, message.params))))
        name = self._names.get((channel, address)) or self._name(channel, address)
        phone = self.phones[name]
        phone.screen.append(message)
        self._dirty[name] = None

    def _name(self, channel: str, address: str) -> str:
        self._names |= {(phone.channel, phone.address): name for name, phone in self.phones.items()}
        return self._names[channel, address]

    async def webhook(self, phone: Phone, text: str = "", payload: str | None = None) -> None:
        """One event of a phone: sometimes told twice at once, sometimes again hours later."""
        self._wrote[phone.address] = self.now
        channel = self.whatsapp if phone.channel == "whatsapp" else self.telegram
        body = (whatsapp_body if phone.channel == "whatsapp" else telegram_body)(
            phone.address, text, Option(payload, "…") if payload else None
        )
        self.counted["webhooks"] += 1
        again = self.chance.random()
        await self._take(channel, body)
        if again < self.faults.doubled:
            self.counted["webhooks doubled"] += 1
            await self._take(channel, body)
        elif again < self.faults.doubled + self.faults.replayed:
            self.counted["webhooks replayed"] += 1
            self.after(self.hours(1, 30), lambda: self._take(channel, body))
        await self.settle()

    async def _take(self, channel: Any, body: dict[str, Any]) -> None:
        await self.ingress.take(channel, body)

    # time

    def hours(self, least: float, most: float) -> timedelta:
        return timedelta(hours=self.chance.uniform(least, most))

    def likely(self, share: float) -> bool:
        return self.chance.random() < share

    def after(self, wait: timedelta, do: Doing) -> None:
        self.at(self.now + wait, do)

    def at(self, when: datetime, do: Doing) -> None:
        heapq.heappush(self._to_do, (when, next(self._order), do))

    async def run(self, until: datetime) -> None:
        """Everything that is to happen up to a moment, in its order; timers fire before what people do."""
        while self._to_do and self._to_do[0][0] <= until:
            when, _, do = heapq.heappop(self._to_do)
            await self._pass(when)
            await do()
            await self.settle()
            self._look()
        await self._pass(until)

    async def _pass(self, when: datetime) -> None:
        while self.now < when:
            self.now = min(when, self.now + timedelta(hours=1))
            while await timers.fire(self.turns):
                pass
            await self.settle()
            self._look()

    def _look(self) -> None:
        """Everybody reads what has come."""
        dirty, self._dirty = self._dirty, {}
        for name in dirty:
            phone = self.phones[name]
            for message in phone.read():
                if name in self.on_screen:
                    self.on_screen[name](phone, message)


def status_body(address: str, vendor_id: str, key: str) -> dict[str, Any]:
    """Meta's webhook of a message that was delivered (Cloud API, webhooks → messages → statuses)."""
    status = {"id": vendor_id, "status": "delivered", "timestamp": "1764050000", "recipient_id": address,
              "biz_opaque_callback_data": key}  # fmt: skip
    value = {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "919000000000", "phone_number_id": "1"},
        "statuses": [status],
    }
    return {
        "object": "whatsapp_business_account",
        "entry": [{"id": "2", "changes": [{"field": "messages", "value": value}]}],
    }
