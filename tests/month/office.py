"""The office of the month and its bank: what comes is noted from the bank's file, what goes back is sent, parcels
nobody speaks of are asked about. All of it by the office's own commands."""

from collections import Counter
from datetime import timedelta

from sqlalchemy import select

from actions.turn import Shop
from bot.commands import books, money
from bot.commands.office import fill
from bot.commands.office_moves import move
from catalog.search import Index
from catalog.tables import Offer, ProducerGroup
from orders.dates import indian_day
from orders.tables import SellerOrder
from tests.month.world import Month

DAY = timedelta(days=1)
SHOP = Shop(True, "http://127.0.0.1:8000", Index([]))
SPLITS = {
    "prison_workshop": "wages 50, victims 20, society 30",
    "self_help_group": "member-1 33.34, member-2 33.33, member-3 33.33",
}


class Office:
    def __init__(self, town: Month) -> None:
        self.town = town
        self.transfers: list[tuple[str, int, str]] = []
        self.made: Counter[int] = Counter()  # offer → milli that came onto its shelf by counting anew
        self._first: dict[int, int] = {}
        self._returns: set[int] = set()

    def paid(self, reference: str, paise: int, utr: str) -> None:
        self.transfers.append((reference, paise, utr))

    async def begins(self) -> None:
        """Every second group has said how its proceeds are shared; the others' proceeds wait for a rule."""
        town = self.town
        async with town.made.begin() as db:
            self._first = {
                offer.id: offer.on_hand_milli
                for offer in await db.scalars(select(Offer).order_by(Offer.id))
                if offer.on_hand_milli is not None
            }
            groups = (await db.scalars(select(ProducerGroup).order_by(ProducerGroup.id))).all()
            for group in groups[::2]:
                if group.kind in SPLITS:
                    day = indian_day(town.now)
                    await books.set_split(db, group.id, SPLITS[group.kind], day, "order 1 of the month", town.now)

    async def every_day(self) -> None:
        await self._reads_the_bank()
        await self._settles_what_waits()
        await self._asks_about_parcels()
        if (self.town.now - self.town.began).days % 7 == 6:
            await self._counts_the_shelves()
            await self._pays_out()
        self.town.after(DAY, self.every_day)

    async def _reads_the_bank(self) -> None:
        town = self.town
        rows, self.transfers = self.transfers, []
        if not rows:
            return
        lines = [f"01/12/2026,UPI/{reference}/haat,{utr},{paise / 100:.2f}" for reference, paise, utr in rows]
        file = "\n".join(["Date,Narration,UTR,Credit", *lines])
        for _ in range(2 if town.likely(0.3) else 1):  # the same file twice is a day like any other
            async with town.made.begin() as db:
                for row in await money.import_bank(db, SHOP, file, town.now):
                    town.counted[f"bank: {row['how']}"] += 1

    async def _settles_what_waits(self) -> None:
        town = self.town
        async with town.made() as db:
            waiting = await money.waits(db, town.now)
        for row in waiting:
            async with town.made.begin() as db:
                if row["refund"] is not None:
                    sent = row["what"] == "refund sent"
                    to = ("failed" if town.likely(0.05) else "done") if sent else "sent"
                    await money.step(db, SHOP, int(row["refund"]), to, town.now, None if sent else f"R{row['refund']}")
                    town.counted[f"refund {to}"] += 1
                elif row["what"] == "cash":
                    await money.paid(db, SHOP, row["reference"], town.now, row["rupees"])
                    town.counted["cash counted"] += 1

    async def _asks_about_parcels(self) -> None:
        """Nine days on the way: it has come, or it comes back. A few who have it send it back."""
        town = self.town
        async with town.made() as db:
            on_way = (
                await db.scalars(
                    select(SellerOrder).where(
                        SellerOrder.state == "dispatched", SellerOrder.changed_at < town.now - 9 * DAY
                    )
                )
            ).all()
            there = (
                await db.scalars(
                    select(SellerOrder).where(SellerOrder.state == "delivered", SellerOrder.changed_at > town.now - DAY)
                )
            ).all()
            asked = (await db.scalars(select(SellerOrder).where(
                SellerOrder.state.in_(("return_asked", "return_agreed"))))).all()  # fmt: skip
        for part in on_way:
            await self._move(part.number, "come-back" if town.likely(0.08) else "deliver")
        for part in there:
            if part.id not in self._returns and town.likely(0.04):
                self._returns.add(part.id)
                await self._move(part.number, "ask-return")
        for part in asked:
            agrees = "agree-return" if town.likely(0.8) else "close-return"
            await self._move(part.number, "receive-return" if part.state == "return_agreed" else agrees)

    async def _move(self, number: str, word: str) -> None:
        async with self.town.made.begin() as db:
            await move(db, SHOP, number, word, self.town.now)
        self.town.counted[f"office: {word}"] += 1

    async def _counts_the_shelves(self) -> None:
        """New goods have been made: each shelf holds again what it held at first, and what is promised besides."""
        for offer_id, first in self._first.items():
            async with self.town.made.begin() as db:
                offer = await db.get_one(Offer, offer_id, with_for_update=True)
                now = first + offer.reserved_milli
                self.made[offer_id] += now - (offer.on_hand_milli or 0)
                await fill(db, offer.sku, group=offer.group_id, stock=f"{now / 1000:g}", now=self.town.now)

    async def _pays_out(self) -> None:
        town = self.town
        async with town.made.begin() as db:
            for row in await books.owed(db, None, town.now):
                if float(row["due now"]) > 0:
                    await books.pay_out(db, row["group"], row["to"], row["due now"], f"P{town.now:%d%m}", town.now)
                    town.counted["payouts"] += 1

    async def shelf(self, offer_id: int) -> tuple[int, int, int]:
        """What came onto a shelf in all; what stands on it now; what of that is promised (milli)."""
        async with self.town.made() as db:
            offer = await db.get_one(Offer, offer_id)
            return self._first[offer_id] + self.made[offer_id], offer.on_hand_milli or 0, offer.reserved_milli

    @property
    def shelves(self) -> tuple[int, ...]:
        return tuple(self._first)
