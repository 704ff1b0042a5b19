"""The one composition root: settings in, a working shop out."""

import asyncio
import importlib
import pkgutil
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta

import structlog
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

import actions
from actions.meaning import Meaning, Side
from actions.turn import Operator, Shop
from bot import conversation, outbox, retention
from bot.beside import Beside
from bot.channels.channel import Channel
from bot.clock import Clock, utc_now
from bot.connections import Connections, connect
from bot.database import lock_file, open_engine, sessions
from bot.delivery import Delivery
from bot.people import phone_of
from bot.receipts import Seal
from bot.settings import Settings
from bot.speech import speech
from bot.throttle import Throttle
from bot.turn import NluAway, Reader, Turns, set_timers
from bot.understanding.nlu_client import NluAway as ServerAway
from bot.understanding.nlu_client import NluClient
from bot.understanding.reading import read, read_without_nlu
from bot.webhooks import Ingress
from bot.workers import Workers
from catalog.search import Entry, Index
from catalog.service import load_entries

log = structlog.get_logger()
INDEX_AGE = 1.5  # seconds: a change of the catalogue is seen by buyers within two


def load_actions() -> None:
    """Imports every module of `actions`, so that each registers what it can do."""
    for module in pkgutil.iter_modules(actions.__path__):
        importlib.import_module(f"actions.{module.name}")


class LiveIndex:
    """The catalogue as search sees it: looked at again after INDEX_AGE, built again only when it changed."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._index = Index([])
        self._at = float("-inf")

    async def of(self, db: AsyncSession) -> Index:
        if time.monotonic() - self._at > INDEX_AGE:
            entries = await load_entries(db)
            if entries != self._entries:
                # Built beside the event loop: other conversations go on meanwhile.
                self._index = await asyncio.to_thread(Index, entries)
                self._entries = entries
            self._at = time.monotonic()
        return self._index


@dataclass
class Running:
    """A working shop: what the web application and the commands are built over."""

    settings: Settings
    engine: AsyncEngine
    clock: Clock
    connections: Connections
    nlu: NluClient
    turns: Turns
    delivery: Delivery
    workers: Workers
    ingress: Ingress


def shop_of(
    settings: Settings, connections: Connections, index: LiveIndex
) -> Callable[[AsyncSession], Awaitable[Shop]]:
    bare = Shop(
        demo_sells=settings.simulated,
        base_url=settings.base_url,
        index=Index([]),
        whatsapp_number=connections.whatsapp_number,
        telegram_username=connections.telegram_username,
        answer_within=timedelta(hours=settings.answer_hours),
        awake=(settings.awake_from, settings.awake_to),
        seal=Seal.kept_in(settings.var_dir).code,
        phone_of=phone_of,
        operator=Operator(
            settings.operator_name, settings.operator_address, settings.operator_contact, settings.grievance_officer
        ),
    )

    async def shop(db: AsyncSession) -> Shop:
        return replace(bare, index=await index.of(db))

    return shop


def reader(nlu: NluClient) -> Reader:
    """Understanding as the turn wants it: without Rasa only what the rules are sure of."""

    async def understand(text: str, side: str, awaiting: str | None, shop: Shop, today: date) -> Meaning | None:
        try:
            return await read(text, _side(side), awaiting, shop.index, nlu, today)
        except ServerAway as away:
            sure = read_without_nlu(text, _side(side), awaiting, shop.index, today)
            if sure is None:
                raise NluAway from away
            return sure

    return understand


def _side(side: str) -> Side:
    return "producer" if side == "producer" else "buyer"


@asynccontextmanager
async def running(settings: Settings, nlu: NluClient, clock: Clock = utc_now) -> AsyncIterator[Running]:
    """The shop with its workers started; all ends cleanly when the context is left."""
    load_actions()
    async with AsyncExitStack() as stack:
        held = lock_file(settings.database_url)
        if held is not None:
            stack.callback(held.close)
        engine = open_engine(settings.database_url, connections=2 * settings.workers + 6)
        stack.push_async_callback(engine.dispose)
        made = sessions(engine)
        if held is not None:
            async with made.begin() as db:
                await conversation.release_all(db)
                await outbox.release_all(db, clock())
        async with made.begin() as db:
            await set_timers(db, [retention.next_night(clock())])
        connections = await connect(settings)
        stack.push_async_callback(connections.close)
        channels: dict[str, Channel] = connections.channels
        delivery = Delivery(made, clock, channels, Throttle())
        turns = Turns(
            sessions=made,
            clock=clock,
            speech=speech(),
            channels=channels,
            read=reader(nlu),
            shop=shop_of(settings, connections, LiveIndex()),
            messages_per_minute=settings.messages_per_minute,
        )
        workers = Workers(turns, delivery, settings.workers)
        telegram = connections.telegram
        beside = Beside(telegram, made, turns.shop, speech()).take if telegram is not None else None
        ingress = Ingress(made, clock, workers.wake, beside)
        workers.start()
        stack.push_async_callback(workers.stop)
        yield Running(settings, engine, clock, connections, nlu, turns, delivery, workers, ingress)
