"""What Telegram asks beside any talk: goods to share in another chat, and the last word before a payment of its own.

Both are answered from the catalogue at once; nothing is remembered and nobody's state changes."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import structlog
from sqlalchemy.ext.asyncio import AsyncSession
from telegram.error import TelegramError

from actions.turn import Shop
from bot.channels import shapes
from bot.channels.channel import Shared
from bot.channels.telegram import Telegram
from bot.database import Sessions
from bot.speech import Speech, rupees
from catalog import service
from catalog.product import price_mark
from catalog.tables import Product
from catalog.words import Language, Words, language_of

log = structlog.get_logger()
SHOWN = 10
START = "g-"  # t.me/<bot>?start=g-<sku> opens the product


@dataclass
class Beside:
    """Answers in tasks of its own: the webhook must not wait for them."""

    telegram: Telegram
    sessions: Sessions
    shop: Callable[[AsyncSession], Awaitable[Shop]]
    speech: Speech
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def take(self, update: Any) -> None:
        """Nothing happens for any other update."""
        if not isinstance(update, dict) or not (update.get("inline_query") or update.get("pre_checkout_query")):
            return
        task = asyncio.create_task(self.answer(update))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def answer(self, update: dict[str, Any]) -> None:
        try:
            inline, checkout = shapes.part(update, "inline_query"), shapes.part(update, "pre_checkout_query")
            asked = inline or checkout
            language = language_of(shapes.text(shapes.part(asked, "from"), "language_code"))
            number = shapes.text(asked, "id")
            if number and inline:
                goods = await self.goods(str(inline.get("query") or ""), language)
                await self.telegram.answer_inline(number, goods, self.speech.text("share-open", language, {}))
            elif number:
                await self.telegram.refuse_checkout(number, self.speech.text("share-no-payment", language, {}))
        except TelegramError as fault:
            log.info("beside_unanswered", fault=type(fault).__name__)
        except Exception as error:
            log.error("beside_failed", exc_info=error)

    async def goods(self, query: str, language: Language) -> list[Shared]:
        """What fits the words, at most ten; without words the first goods of each shelf."""
        async with self.sessions() as db:
            shop = await self.shop(db)
            found = [hit.sku for hit in shop.index.search(query[:200], SHOWN)] if query.strip() else []
            rows = await service.products(db, found) if query.strip() else await _first_of_each(db)
            return [await self._shared(db, shop, row, language) for row in rows[:SHOWN] if not row.service]

    async def _shared(self, db: AsyncSession, shop: Shop, row: Product, language: Language) -> Shared:
        name = Words.read(row.name).spoken(language)
        makers = await service.makers(db, row.sku)
        whose = Words.read(makers[0][1].short).spoken(language) if makers else ""
        # Only a price somebody stands for is carried out of the shop.
        sure = row.price_paise is not None and price_mark(row.price_source) == "sure"
        price = rupees(row.price_paise or 0) if sure else ""
        hint = " · ".join(part for part in (price, whose) if part)
        link = f"https://t.me/{shop.telegram_username}?start={START}{row.sku}"
        return Shared(row.sku, name, hint, "\n".join(part for part in (name, hint) if part), link)


async def _first_of_each(db: AsyncSession) -> list[Product]:
    shelves = await service.categories(db)
    return [row for shelf in shelves for row in list(await service.in_category(db, shelf.id))[:1]]
