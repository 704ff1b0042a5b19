"""Who lives through the month: buyers who order, change their minds and pay late, groups that answer or do not.

Nobody looks into the database: people do what stands on their phones."""

from collections.abc import Callable

from actions.messages import Notice, Pay, Spoken, options_of
from actions.payloads import read
from tests.dialogues.town import Phone
from tests.month.world import Month

NAMES = ("Asha Devi", "Ravi Thakur", "Meena Kumari", "Sunil Sharma", "Kamla", "Pooja Rana", "Arjun Negi", "Farida Bano")
PLACES = (
    "House 7, Lower Bazar, Shimla 171001", "Village Kohla, Nadaun 177033", "Ward 5, Hamirpur 177001",
    "12 Boring Road, Patna 800001", "House 4, Gaya 823001", "Sector 22, Chandigarh 160022", "Flat 9, Delhi 110001",
)  # fmt: skip
GOODS = (
    "kullu shawl", "wooden table", "mango pickle", "amla candy", "woollen socks", "stole", "himachali cap",
    "candle", "carry bag", "honey", "handloom towel", "muffler",
)  # fmt: skip


def verbs(message: Spoken) -> dict[str, str]:
    """The payload of each button, by its verb."""
    found: dict[str, str] = {}
    for option in options_of(message):
        claimed = read(option.id)
        if claimed is not None:
            found.setdefault(claimed.verb, option.id)
    return found


class Buyers:
    """`paid` is told of every transfer a buyer makes: (reference, paise, UTR)."""

    def __init__(self, town: Month, paid: Callable[[str, int, str], None]) -> None:
        self.town, self.paid = town, paid
        self.known: list[str] = []
        self._ordering: set[str] = set()
        self._utr = 600_000_000_000

    async def begins(self) -> None:
        """Somebody writes her order: a new buyer all in one message, a known one "the same again"."""
        town = self.town
        town.counted["orders begun"] += 1
        if self.known and town.likely(0.4):
            name = town.chance.choice(self.known)
            await self._writes(name, town.chance.choice(("wahi phir se", "वही फिर से", "the same again")))
            return
        name = f"buyer{len(self.known)}"
        town.phone(name, "telegram" if town.likely(0.3) else "whatsapp")
        self.known.append(name)
        town.on_screen[name] = lambda phone, message: self.reads(name, phone, message)
        goods = town.chance.sample(GOODS, k=town.chance.choice((1, 1, 1, 2, 3)))
        wanted = " aur ".join(f"{town.chance.choice((1, 1, 2, 3))} {one}" for one in goods)
        by = town.chance.choice(("UPI", "UPI", "cash on delivery"))
        phone = 9_816_000_000 + len(self.known)
        where = town.chance.choice(PLACES)
        await self._writes(name, f"{wanted} bhej do, {town.chance.choice(NAMES)}, {where}, {phone}, {by}")

    async def _writes(self, name: str, text: str) -> None:
        self._ordering.add(name)
        await self.town.webhook(self.town.phones[name], text=text)

    def _taps(self, phone: Phone, payload: str, least: float, most: float) -> None:
        town = self.town
        town.after(town.hours(least, most), lambda: town.webhook(phone, payload=payload))

    def reads(self, name: str, phone: Phone, message: Spoken) -> None:
        found, town = verbs(message), self.town
        template = message.template if isinstance(message, Notice) else ""
        if "place_order" in found:
            if name in self._ordering and town.likely(0.95):
                self._taps(phone, found["place_order"], 0.02, 0.2)
            self._ordering.discard(name)
        elif "my_name" in found and name in self._ordering:
            town.after(town.hours(0.01, 0.1), lambda: town.webhook(phone, text=town.chance.choice(NAMES[:4])))
        elif "drop" in found and name in self._ordering:  # it cannot be sold to her: the rest will do
            self._taps(phone, found["drop"], 0.01, 0.1)
        elif "pay" in found and not template and name in self._ordering:
            self._taps(phone, town.chance.choice([one.id for one in options_of(message)]), 0.02, 0.2)
        elif "split_part" in found or "wait_part" in found:
            self._taps(phone, town.chance.choice([one.id for one in options_of(message)]), 0.02, 2)
        elif template == "cod_confirm":
            draw = town.chance.random()
            if draw < 0.93:
                self._taps(phone, found["cod_yes" if draw < 0.86 else "cancel_order"], 0.1, 9)
        elif template in ("part_offered", "part_reminder", "other_offered"):
            if town.likely(0.85):
                self._taps(phone, town.chance.choice(list(found.values())), 0.1, 12)
        elif "cancel_yes" in found:
            self._taps(phone, found["cancel_yes"], 0.01, 0.1)
        elif template in ("order_dispatched", "order_sent") and town.likely(0.6):
            self._taps(phone, found["received"], 30, 140)
        elif "rate" in found and town.likely(0.5):
            self._taps(phone, town.chance.choice([one.id for one in options_of(message)]), 1, 20)
        elif isinstance(message, Notice) and isinstance(message.inside, Pay) and template == "pay_request":
            self._pays(message.inside)
        if template == "order_accepted" and town.likely(0.05):
            number = next(param for param in message.params if param.startswith("HT-"))  # type: ignore[union-attr]
            self._taps(phone, f"v1:cancel_order:{number}", 1, 60)

    def _pays(self, bill: Pay[str]) -> None:
        """In time, days too late, or never; now and then the wrong sum."""
        town = self.town
        draw = town.chance.random()
        if draw > 0.92:
            return
        wait = town.hours(0.2, 20) if draw < 0.82 else town.hours(60, 160)
        paise = bill.total_paise if town.likely(0.98) else bill.total_paise - 100
        self._utr += 1
        utr = str(self._utr)

        async def sent() -> None:
            self.paid(bill.reference, paise, utr)

        town.after(wait, sent)


class Groups:
    """Whoever holds a group's phone: quick or slow, able or not."""

    def __init__(self, town: Month) -> None:
        self.town = town
        self.parts: dict[str, str] = {}  # order number → id in the buttons
        self._decided: set[str] = set()
        self._gone: set[str] = set()
        for name in list(town.phones):
            town.on_screen[name] = self.reads

    def reads(self, phone: Phone, message: Spoken) -> None:
        found, town = verbs(message), self.town
        template = message.template if isinstance(message, Notice) else ""
        number = next((param for param in getattr(message, "params", ()) if param.startswith("HT-")), "")
        if template in ("order_stopped", "order_passed_over"):
            self._gone.add(number)
        elif template == "new_order":
            self._gone.discard(number)
            self.parts[number] = found["accept"].rpartition(":")[2]
            self._answers(phone, found, 0.85)
        elif template == "order_reminder":
            self._answers(phone, found, 0.6)
        elif template == "order_secured" or (template == "part_taken" and town.likely(0.1)):  # some wait for no money
            self._makes(phone, number, 4, 40)
        elif template == "order_late":
            self._taps(phone, found["dispatch"], 0.5, 10)
        elif "part_of" in found:
            options = [one.id for one in options_of(message)]
            self._taps(phone, town.chance.choice(options), 0.01, 0.1)
        elif found.get("dispatch", "").endswith(":plain"):  # asked for the parcel's number: there is none
            self._taps(phone, found["dispatch"], 0.01, 0.1)

    def _answers(self, phone: Phone, found: dict[str, str], share: float) -> None:
        town = self.town
        if not town.likely(share):
            return
        verb = town.chance.choices(("accept", "part", "decline"), (86, 5, 9))[0]
        self._taps(phone, found[verb], 0.1, 3.5)

    def _makes(self, phone: Phone, number: str, least: float, most: float) -> None:
        part = self.parts.get(number)
        if part is None:
            return
        self._taps(phone, f"v1:ready:{part}", least, most)
        self._taps(phone, f"v1:dispatch:{part}", most, most + 30)
        if self.town.likely(0.5):
            self._taps(phone, f"v1:delivered:{part}", most + 130, most + 200)

    def _taps(self, phone: Phone, payload: str, least: float, most: float) -> None:
        town = self.town
        town.after(town.hours(least, most), lambda: town.webhook(phone, payload=payload))
