"""The simulator in one piece: stand-ins for Meta and Telegram, the phones page, the switches.

It knows nothing of the shop but its address and the secrets both sides share. Mount it beside the shop:

    simulator = simulator_app(Path("var/simulator.sqlite"), base_url, account, bot, phones)
    app = Starlette(routes=[*shop_routes, *simulator.routes])
    async with simulator.running(): ...        # inside the application's lifespan
    simulator.hang_up()                        # when the server is told to end, before it waits for connections
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterable, Mapping
from pathlib import Path
from typing import Any

from starlette.routing import BaseRoute

from bot.simulator.botapi import BotApi
from bot.simulator.control import Control
from bot.simulator.graph import Graph
from bot.simulator.graph_templates import check_template
from bot.simulator.page import Page
from bot.simulator.phone import MetaAccount, Phones, RazorpayAccount, TelegramBot, no_phones
from bot.simulator.post_office import PostOffice
from bot.simulator.razorpay import Razorpay
from bot.simulator.store import Store
from bot.simulator.world import World


class Simulator:
    def __init__(self, world: World) -> None:
        self.world = world
        graph = Graph(world)
        page = self._page = Page(world, graph)
        self.routes: list[BaseRoute] = [
            graph.routes(), *BotApi(world).routes(), *Control(world).routes(),
            Razorpay(world).routes(), *page.routes(),
        ]  # fmt: skip

    def hang_up(self) -> None:
        """End the pages' event streams, so that the server can end."""
        self._page.hang_up()

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Carry events to the shop as long as the context is open."""
        carrier = asyncio.create_task(PostOffice(self.world).run())
        try:
            yield
        finally:
            carrier.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await carrier
            self.world.store.ring()


def simulator_app(
    store_path: Path | str,
    app_url: str,
    whatsapp: MetaAccount,
    telegram: TelegramBot,
    phones: Phones = no_phones,
    templates: Iterable[Mapping[str, Any]] = (),
    razorpay: RazorpayAccount | None = None,
) -> Simulator:
    """The simulator for a shop at `app_url` (scheme, host, port). `phones` tells the shop's contacts' phones
    whenever asked; `templates` are message templates in the form they are submitted to Meta, approved here."""
    store = Store(store_path)
    for template in templates:
        check_template(template)
        store.put_template(template["name"], template["language"], dict(template))
    world = World(store, app_url, whatsapp, telegram, phones)
    world.razorpay = razorpay
    return Simulator(world)
