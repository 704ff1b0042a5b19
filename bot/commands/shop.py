"""Starting the shop, seeding it, and reading sentences as it would: the work behind `haat run|seed|understand`."""

import asyncio
import time
from typing import TextIO

from rich.console import Console

from actions.meaning import Meaning
from actions.turn import Shop
from bot.app import serve
from bot.clock import utc_now
from bot.connections import check
from bot.database import AlreadyRunning, check_free, open_engine, sessions
from bot.logs import quiet_logs
from bot.migrate import migrate
from bot.rasa_process import NotTrained, understanding
from bot.settings import ROOT, Settings, SettingsWrong
from bot.speech import IST
from bot.turn import NluAway
from bot.understanding.lines import understand_lines
from bot.understanding.nlu_client import NluClient
from bot.wiring import reader
from catalog import pictures
from catalog.importers import seed as seed_catalogue
from catalog.service import load_index

UNDERSTANDS_WITHIN = 20.0  # seconds to wait for Rasa before the doors open without it


async def run(settings: Settings, out: Console) -> None:
    """Migrates, seeds, starts everything and says where to look; returns when it is told to end."""
    began = time.monotonic()
    quiet_logs(settings.secrets)
    try:
        check(settings)
        check_free(settings.database_url)  # before anything is migrated under a running shop
        async with understanding(settings) as nlu:  # it starts while the database is made ready
            out.print("[cyan]•[/] Database")
            await asyncio.to_thread(migrate, settings)
            await seed(settings, out)
            out.print("[cyan]•[/] Understanding")
            if not await nlu.ready(UNDERSTANDS_WITHIN):
                out.print("[yellow]•[/] It is not there yet: buttons and numbers work meanwhile")
            await _serve(settings, nlu.client, out, began)
    except (AlreadyRunning, NotTrained, SettingsWrong) as problem:
        out.print(f"[red]✗[/] {problem}")
        raise SystemExit(1) from problem
    out.print("The shop is closed. Everything is kept.")


async def _serve(settings: Settings, nlu: NluClient, out: Console, began: float) -> None:
    open_now = asyncio.Event()
    serving = asyncio.create_task(serve(settings, nlu, open_now))
    waiting = asyncio.create_task(open_now.wait())
    await asyncio.wait({serving, waiting}, return_when=asyncio.FIRST_COMPLETED)
    if open_now.is_set():
        _welcome(settings, out, time.monotonic() - began)
    waiting.cancel()
    await serving


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
                from bot.demo import seed_payees, seed_phones

                await seed_phones(db, utc_now())
                await seed_payees(db, utc_now())
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
        async with understanding(settings, "rasa-understand.log") as nlu:
            if not await nlu.ready():
                raise NotTrained(f"the understanding did not start: see {settings.var_dir / 'rasa-understand.log'}")
            shop = Shop(demo_sells=True, base_url=settings.base_url, index=index)
            read = reader(nlu.client)

            async def understood(text: str, side: str, awaiting: str | None) -> Meaning | None:
                try:
                    return await read(text, side, awaiting, shop, utc_now().astimezone(IST).date())
                except NluAway:
                    return None

            await understand_lines(source, target, understood)
    finally:
        await engine.dispose()
