"""A small town for dialogue tests: buyers and producers with phones, the real shop behind them.

Messages come in as the platforms' own webhook bodies, through the real split, inbox, turn, outbox, delivery and
rendering; only the last hop, the platform's server, is left out. The clock stands still unless it is moved."""

import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from actions.messages import Option, Spoken, options_of
from actions.turn import Shop
from bot import demo, timers
from bot.channels.channel import Channel, Rendered
from bot.channels.outcome import Outcome, Sent
from bot.channels.telegram import Telegram
from bot.channels.whatsapp import WhatsApp
from bot.database import Sessions, sessions
from bot.delivery import Delivery
from bot.speech import plain, speech
from bot.tables import Identity
from bot.throttle import Throttle
from bot.turn import Reader, Turns
from bot.webhooks import Ingress
from bot.wiring import LiveIndex, load_actions
from catalog.importers import seed
from catalog.tables import Contact

_ids = itertools.count(1)


def unlabelled(key: str, language: str) -> str:
    return "…"


class _Recording:
    """A real channel whose sends end here; remembers what was said to which address, in its spoken form."""

    def __init__(self, inner: Any, heard_by: Callable[[str, Spoken, int], None]) -> None:
        self._inner, self._heard_by = inner, heard_by
        self._said: Spoken | None = None
        self.name = inner.name
        self.refuse: dict[str, Outcome] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def render(self, message: Spoken, language: str, window_open: bool) -> Rendered:
        self._said = message
        return self._inner.render(message, language, window_open)  # type: ignore[no-any-return]

    async def send(self, address: str, payload: dict[str, Any], key: str) -> Outcome:
        if address in self.refuse:
            return self.refuse[address]
        number = next(_ids)
        if self._said is not None:
            self._heard_by(address, self._said, number)
            self._said = None
        return Sent(vendor_id(self.name, address, number))

    async def typing(self, address: str, heard: Any) -> None:
        return


@dataclass
class Phone:
    """One person's phone with one app; `screen` is what she was told and has not read yet."""

    channel: str
    address: str
    screen: list[Spoken] = field(default_factory=list)
    options: tuple[Option[str], ...] = ()
    numbers: dict[int, Spoken] = field(
        default_factory=dict
    )  # every message she was ever sent, by the platform's number

    def read(self) -> list[Spoken]:
        told, self.screen = self.screen, []
        return told


class Town:
    def __init__(
        self,
        engine: AsyncEngine,
        read: Reader,
        now: datetime,
        *,
        demo_sells: bool = True,
        index: LiveIndex | None = None,
    ) -> None:
        self.engine, self.now = engine, now
        self.made: Sessions = sessions(engine)
        self.phones: dict[str, Phone] = {}
        self._demo_sells = demo_sells
        self._index = index or LiveIndex()
        self.whatsapp = _Recording(
            WhatsApp(token="t", phone_number_id="1", labels=unlabelled), lambda *told: self._told("whatsapp", *told)
        )
        self.telegram = _Recording(
            Telegram(token="1:t", labels=unlabelled), lambda *told: self._told("telegram", *told)
        )
        channels: dict[str, Channel] = {"whatsapp": self.whatsapp, "telegram": self.telegram}  # type: ignore[dict-item]
        self.turns = Turns(self.made, self.clock, speech(), channels, read, self._shop, messages_per_minute=10_000)
        self.delivery = Delivery(self.made, self.clock, channels, Throttle({}))
        self.ingress = Ingress(self.made, self.clock, lambda: None)

    def clock(self) -> datetime:
        return self.now

    async def build(self) -> None:
        """The real catalogue, and one joined WhatsApp phone for every group, named by the group's id."""
        load_actions()
        async with self.made.begin() as db:
            await seed(db)
            await demo.seed_phones(db, self.now)
            await demo.seed_payees(db, self.now)
        async with self.made() as db:
            rows = await db.execute(
                select(Contact.group_id, Identity.address).join(Identity, Identity.person_id == Contact.person_id)
            )
            for group, address in rows:
                self.phones[group] = Phone("whatsapp", address)

    async def _shop(self, db: AsyncSession) -> Shop:
        return Shop(self._demo_sells, "http://127.0.0.1:8000", await self._index.of(db), "919000000000", "haat_bot")

    def phone(self, name: str, channel: str) -> Phone:
        """A buyer's phone, made on first use."""
        if name not in self.phones:
            number = 1 + len(self.phones)
            address = f"9198765{number:05d}" if channel == "whatsapp" else f"7000{number:05d}"
            self.phones[name] = Phone(channel, address)
        return self.phones[name]

    def _told(self, channel: str, address: str, message: Spoken, number: int) -> None:
        for phone in self.phones.values():
            if (phone.channel, phone.address) == (channel, address):
                phone.screen.append(message)
                phone.numbers[number] = message
                phone.options = options_of(message) or phone.options
                return
        raise AssertionError(f"a message to nobody's phone: {channel} {address}")

    async def type(self, phone: Phone, text: str) -> None:
        """Types a text; `[Label]` taps that button of the last message with buttons."""
        if text.startswith("[") and text.endswith("]"):
            wanted = text[1:-1]
            for option in phone.options:
                if wanted in (option.label, option.short):
                    await self.event(phone, tap=option)
                    return
            shown = [option.label for option in phone.options]
            raise AssertionError(f"no button {wanted!r} among {shown}")
        await self.event(phone, text=text)

    async def event(
        self,
        phone: Phone,
        *,
        text: str = "",
        tap: Option[str] | None = None,
        payload: str | None = None,
        quotes: int | None = None,
    ) -> None:
        """One webhook: a text (perhaps in reply to the message of that number), a shown button, or any payload."""
        tap = Option(payload, "…") if payload else tap
        channel = self.whatsapp if phone.channel == "whatsapp" else self.telegram
        body = whatsapp_body if phone.channel == "whatsapp" else telegram_body
        await self.ingress.take(channel, body(phone.address, text, tap, quotes))  # type: ignore[arg-type]
        await self.settle()

    async def reply(self, phone: Phone, shown_text: str, text: str) -> None:
        """Answers to the latest message in which `shown_text` stood."""
        for number, message in reversed(phone.numbers.items()):
            if shown_text in shown(message):
                await self.event(phone, text=text, quotes=number)
                return
        raise AssertionError(f"no message with {shown_text!r}")

    async def settle(self) -> None:
        """Lets every waiting turn and send happen."""
        while await self.turns.take("turn") or await self.delivery.take("send"):
            pass

    async def pass_time(self, by: timedelta) -> None:
        """Moves the clock and lets everything happen that falls due."""
        self.now += by
        while await timers.fire(self.turns):
            pass
        await self.settle()


def vendor_id(channel: str, address: str, number: int) -> str:
    """What the platform calls the message it was given as `number`."""
    return f"out.{number}" if channel == "whatsapp" else f"{address}:{number}"


def whatsapp_body(address: str, text: str, tap: Option[str] | None, quotes: int | None = None) -> dict[str, Any]:
    """Meta's webhook for one message (Cloud API, webhooks → messages)."""
    message: dict[str, Any] = {"from": address, "id": f"wamid.{next(_ids)}", "timestamp": str(int(time.time()))}
    if tap is None:
        message |= {"type": "text", "text": {"body": text}}
    else:
        reply = {"id": tap.id, "title": (tap.short or tap.label)[:20]}
        message |= {"type": "interactive", "interactive": {"type": "button_reply", "button_reply": reply}}
    if quotes is not None:
        message["context"] = {"from": "919000000000", "id": vendor_id("whatsapp", address, quotes)}
    value = {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "919000000000", "phone_number_id": "1"},
        "contacts": [{"profile": {"name": "A"}, "wa_id": address}],
        "messages": [message],
    }
    change = {"field": "messages", "value": value}
    return {"object": "whatsapp_business_account", "entry": [{"id": "2", "changes": [change]}]}


def telegram_body(address: str, text: str, tap: Option[str] | None, quotes: int | None = None) -> dict[str, Any]:
    """Telegram's Update with a message or a pressed button."""
    number = next(_ids)
    person = {"id": int(address), "is_bot": False, "first_name": "A", "language_code": "hi"}
    chat = {"id": int(address), "type": "private", "first_name": "A"}
    message = {"message_id": number, "date": int(time.time()), "chat": chat}
    if quotes is not None:
        message["reply_to_message"] = {"message_id": quotes, "date": int(time.time()), "chat": chat, "text": "…"}
    if tap is None:
        return {"update_id": number, "message": {**message, "from": person, "text": text}}
    bot = {"id": 1, "is_bot": True, "first_name": "Haat"}
    query = {"id": str(number), "from": person, "chat_instance": "1", "data": tap.id}
    return {"update_id": number, "callback_query": {**query, "message": {**message, "from": bot, "text": "…"}}}


def shown(message: Spoken) -> str:
    """A message as it stands in a transcript: its text, then its buttons in brackets."""
    rows = [plain(message)]
    rows += [f"[{option.label}]" + (f" {option.hint}" if option.hint else "") for option in options_of(message)]
    return "\n".join(rows)
