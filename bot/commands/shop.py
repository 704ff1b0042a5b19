"""Starting the shop, seeding it, and reading sentences as it would: the work behind `haat run|seed|understand`."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TextIO

from rich.console import Console

from actions.meaning import Meaning
from actions.turn import Shop
from bot.app import serve
from bot.clock import utc_now
from bot.database import AlreadyRunning, open_engine, sessions
from bot.logs import quiet_logs
from bot.migrate import migrate
from bot.rasa_process import NotTrained, RasaProcess
from bot.settings import ROOT, Settings
from bot.speech import IST
from bot.turn import NluAway
from bot.understanding.lines import understand_lines
from bot.understanding.nlu_client import NluClient
from bot.wiring import reader
from catalog import pictures
from catalog.importers import seed as seed_catalogue
from catalog.service import load_index


async def run(settings: Settings, out: Console) -> None:
    """Migrates, seeds, starts everything and says where to look; returns when it is told to end."""
    began = time.monotonic()
    quiet_logs(settings.secrets)
    out.print("[cyan]•[/] Database")
    await asyncio.to_thread(migrate, settings)
    await seed(settings, out)
    out.print("[cyan]•[/] Understanding and channels")
    ready = asyncio.Event()
    serving = asyncio.create_task(serve(settings, ready))
    waiting = asyncio.create_task(ready.wait())
    await asyncio.wait({serving, waiting}, return_when=asyncio.FIRST_COMPLETED)
    if ready.is_set():
        _welcome(settings, out, time.monotonic() - began)
    try:
        await serving
    except (AlreadyRunning, NotTrained) as problem:
        out.print(f"[red]✗[/] {problem}")
        raise SystemExit(1) from problem
    finally:
        waiting.cancel()
    out.print("The shop is closed. Everything is kept.")


def _welcome(settings: Settings, out: Console, seconds: float) -> None:
    out.print(f"[green]✓[/] The shop is open ({seconds:.1f} s)")
    if settings.simulated:
        out.print(f"  Phones page: [bold]http://{settings.host}:{settings.port}/[/]")
    if settings.whatsapp_configured:
        out.print(f"  WhatsApp webhook: {settings.base_url}/webhooks/whatsapp")
    if settings.telegram_configured:
        way = f"{settings.base_url}/webhooks/telegram" if settings.telegram_by_webhook else "polling"
        out.print(f"  Telegram: {way}")
    out.print("  Ctrl-C closes it.")


async def seed(settings: Settings, out: Console) -> None:
    """The catalogue of data/catalog and, in the simulator, the producers' demo phones; safe to repeat."""
    engine = open_engine(settings.database_url, connections=2)
    try:
        async with sessions(engine).begin() as db:
            counts = await seed_catalogue(db)
            if settings.simulated:
                from bot.demo import seed_phones

                await seed_phones(db, utc_now())
        out.print(f"[cyan]•[/] Catalogue: {counts}")
        await asyncio.to_thread(pictures.draw_all, ROOT / "data" / "catalog", settings.var_dir / "media")
    finally:
        await engine.dispose()


async def understand(settings: Settings, source: TextIO, target: TextIO) -> None:
    """Starts what it needs if nothing runs; the same normaliser, server, grammars and catalogue as the bot."""
    await asyncio.to_thread(migrate, settings)
    engine = open_engine(settings.database_url, connections=2)
    made = sessions(engine)
    try:
        async with made.begin() as db:
            await seed_catalogue(db)
            index = await load_index(db)
        async with _nlu(settings) as nlu:
            shop = Shop(demo_sells=True, base_url=settings.base_url, index=index)
            read = reader(nlu)

            async def understood(text: str, side: str, awaiting: str | None) -> Meaning | None:
                try:
                    return await read(text, side, awaiting, shop, utc_now().astimezone(IST).date())
                except NluAway:
                    return None

            await understand_lines(source, target, understood)
    finally:
        await engine.dispose()


@contextlib.asynccontextmanager
async def _nlu(settings: Settings) -> AsyncIterator[NluClient]:
    if settings.rasa_url is not None:
        token = settings.rasa_token.get_secret_value() if settings.rasa_token else None
        client = NluClient([url.strip() for url in settings.rasa_url.split(",")], token)
        try:
            yield client
        finally:
            await client.close()
        return
    rasa = RasaProcess(settings.var_dir / "rasa-understand.log")
    await rasa.start()
    client = NluClient([rasa.url], rasa.token)
    try:
        if not await rasa.ready():
            raise NotTrained(f"the understanding did not start: see {Path(rasa.log_file)}")
        yield client
    finally:
        await client.close()
        await rasa.stop()
