"""What all parts of the simulator share: the two accounts, the store, the phones, the fault switches."""

import time
from collections.abc import Sequence

from bot.simulator.faults import Faults
from bot.simulator.meta_events import user_id
from bot.simulator.phone import MetaAccount, Phone, Phones, RazorpayAccount, TelegramBot
from bot.simulator.store import Chat, Store

FIRST_BUYERS = (
    Phone("whatsapp", "919876500001", "Asha", "buyer"),
    Phone("telegram", "700000001", "Ravi", "buyer"),
)


class World:
    razorpay: RazorpayAccount | None = None  # without one there is no gateway

    def __init__(self, store: Store, app_url: str, account: MetaAccount, bot: TelegramBot, phones: Phones) -> None:
        self.store, self.app_url, self.account, self.bot = store, app_url.rstrip("/"), account, bot
        self.faults = Faults()
        self._phones = phones
        made = {row[0] for row in store.phones() if row[3] == "buyer"}
        for buyer in FIRST_BUYERS:
            if buyer.channel not in made:
                store.put_phone(buyer.channel, buyer.address, buyer.name, "buyer")
        if store.setting("telegram_webhook") is None and bot.webhook_secret:
            store.put_setting("telegram_webhook", f"{self.app_url}/webhooks/telegram")
            store.put_setting("telegram_secret", bot.webhook_secret)

    async def phones(self) -> Sequence[Phone]:
        """Every phone there is: the shop's contacts, the buyers', and spare ones; the shop's word counts first."""
        known = {(phone.channel, phone.address): phone for phone in await self._phones()}
        for channel, address, name, role in self.store.phones():
            own = Phone(channel, address, name, role)  # type: ignore[arg-type]
            known.setdefault((own.channel, own.address), own)
        return list(known.values())

    async def find(self, channel: str, address: str) -> Phone | None:
        """The phone with this number, chat id or business-scoped user id."""
        for phone in await self.phones():
            if phone.channel == channel and address in (phone.address, self._user_id(phone)):
                return phone
        return None

    def _user_id(self, phone: Phone) -> str:
        return user_id(self.account, phone.address) if phone.channel == "whatsapp" else phone.address

    def chat(self, phone: Phone) -> Chat:
        known = self.store.chat(phone.channel, phone.address)
        return known or self.store.open_chat(phone.channel, phone.address, phone.name, phone.wrote_at)

    def wrote(self, phone: Phone) -> None:
        """The phone has written: its 24-hour window opens and the bot may write to it."""
        self.chat(phone)
        self.store.change_chat(phone.channel, phone.address, wrote_at=time.time())

    def new_number(self, channel: str, name: str, role: str) -> Phone:
        """A phone nobody has seen before."""
        taken = [int(row[1]) for row in self.store.phones() if row[0] == channel]
        past = int(self.store.setting(f"last_{channel}") or 0)
        number = max([past, *taken]) + 1
        self.store.put_setting(f"last_{channel}", str(number))
        self.store.put_phone(channel, str(number), name, role)
        return Phone(channel, str(number), name, role)  # type: ignore[arg-type]
