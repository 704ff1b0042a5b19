"""The web application: webhooks, pages, health; over a running shop."""

import asyncio
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot import webhooks
from bot.receipts import Seal
from bot.settings import Settings
from bot.simulated import simulator
from bot.understanding.nlu_client import NluAway, NluClient
from bot.web import health, media, pay, qr, rasa_actions, razorpay, receipt
from bot.wiring import Running, running


def routes(shop: Running) -> list[BaseRoute]:
    """Everything the shop answers over HTTP."""
    settings, connections = shop.settings, shop.connections
    found: list[BaseRoute] = [
        *webhooks.routes(
            shop.ingress,
            connections.whatsapp,
            connections.telegram,
            whatsapp_signed=connections.whatsapp_signed,
            whatsapp_verify_token=connections.whatsapp_verify_token,
            telegram_secret=connections.telegram_secret,
        ),
        *health.routes(
            health.Health(shop.engine, shop.clock, shop.delivery, lambda: _answers(shop.nlu), lambda: shop.nlu.trouble),
            _secret(settings),
        ),
        *media.routes(settings.var_dir / "media"),
        *qr.routes(shop.turns.sessions, shop.clock, _ways(shop)),
        *pay.routes(pay.Till(shop.turns.sessions, shop.clock, settings.base_url, connections.gateway)),
        *receipt.routes(shop.turns.sessions, shop.clock, settings.base_url, Seal.kept_in(settings.var_dir)),
        *rasa_actions.routes(shop.turns.sessions, shop.clock, shop.ingress, _secret(settings)),
    ]
    if connections.gateway is not None:
        wake = shop.workers.wake_delivery
        found += razorpay.routes(connections.gateway, shop.turns.sessions, shop.clock, shop.turns.shop, wake)
    return found


async def _answers(nlu: NluClient) -> bool:
    try:
        return bool(await nlu.ranking("namaste"))
    except NluAway:
        return False


def _secret(settings: Settings) -> str | None:
    return settings.metrics_token.get_secret_value() if settings.metrics_token else None


def _ways(shop: Running) -> qr.Ways:
    return qr.Ways(
        whatsapp_number=shop.connections.whatsapp_number,
        telegram_username=shop.connections.telegram_username,
        simulator=shop.settings.simulated,
    )


def application(settings: Settings, nlu: NluClient) -> Starlette:
    """An ASGI application whose lifespan holds the running shop."""
    app = Starlette()

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            shop = await stack.enter_async_context(running(settings, nlu))
            app.router.routes.extend(routes(shop))
            if settings.simulated:
                stand_ins = simulator(settings, shop.turns.sessions)
                app.router.routes.extend(stand_ins.routes)
                app.state.hang_up = stand_ins.hang_up
                await stack.enter_async_context(stand_ins.running())
            await stack.enter_async_context(shop.connections.listening(shop.ingress))
            yield

    app.router.lifespan_context = lifespan
    return app


async def serve(settings: Settings, nlu: NluClient, on_ready: "asyncio.Event | None" = None) -> None:
    """Runs the app until it is told to end."""
    app = application(settings, nlu)
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=3,
        server_header=False,
    )
    server = _Server(config, app, on_ready)
    await server.serve()


class _Server(uvicorn.Server):
    """uvicorn that says when it listens, and ends at once."""

    def __init__(self, config: uvicorn.Config, app: Starlette, on_ready: "asyncio.Event | None") -> None:
        super().__init__(config)
        self._app = app
        self._on_ready = on_ready

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.handle_exit, number, None)
        try:
            yield
        finally:
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(number)

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        await super().startup(sockets)  # type: ignore[arg-type]
        if self._on_ready is not None and self.started:
            self._on_ready.set()

    async def shutdown(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        """End the phones page's event streams first: an open one would hold the end."""
        if hang_up := getattr(self._app.state, "hang_up", None):
            hang_up()
        await super().shutdown(sockets)  # type: ignore[arg-type]
