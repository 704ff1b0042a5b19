"""/health: is the shop well, and if not, what is not. /metrics: counters for Prometheus, loopback or token only."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.clock import Clock
from bot.database import reading
from bot.delivery import Delivery
from bot.tables import Inbox, Outbox, Timer
from bot.webhooks import same

WAITS_AT_MOST = timedelta(minutes=2)


@dataclass
class Health:
    engine: AsyncEngine
    clock: Clock
    delivery: Delivery
    nlu_answers: Callable[[], Awaitable[bool]]
    nlu_trouble: Callable[[], str | None] = lambda: None

    async def check(self) -> dict[str, str]:
        """Each part with "ok" or what is wrong with it."""
        found = {"database": "ok", "nlu": "ok", "inbox": "ok", "outbox": "ok", "timers": "ok"}
        try:
            async with reading(self.engine) as db:
                await self._queues(db, found)
        except Exception as error:
            found["database"] = f"does not answer: {type(error).__name__}"
        if not await self.nlu_answers():
            found["nlu"] = "does not answer: buttons and numbers go on working"
        for channel, why in self.delivery.stopped.items():
            found[channel] = f"stopped: {why}"
        return found

    async def _queues(self, db: AsyncSession, found: dict[str, str]) -> None:
        late = self.clock() - WAITS_AT_MOST
        waiting = await db.scalar(
            select(func.count()).select_from(Inbox).where(Inbox.state == "new", Inbox.received_at < late)
        )
        if waiting:
            found["inbox"] = f"{waiting} messages wait longer than {WAITS_AT_MOST.seconds} s"
        unsent = await db.scalar(
            select(func.count())
            .select_from(Outbox)
            .where(Outbox.state.in_(("queued", "sending")), Outbox.created_at < late)
        )
        if unsent:
            found["outbox"] = f"{unsent} messages unsent for longer than {WAITS_AT_MOST.seconds} s"
        due = await db.scalar(
            select(func.count()).select_from(Timer).where(Timer.state == "waiting", Timer.due_at < late)
        )
        if due:
            found["timers"] = f"{due} timers are late"


def routes(health: Health, metrics_token: str | None) -> list[Route]:
    async def show_health(request: Request) -> Response:
        found = await health.check()
        well = all(value == "ok" for value in found.values())
        trouble = health.nlu_trouble()  # a newer model was refused: the shop is well, the office is to look
        return JSONResponse({"well": well, **found, **({"model": trouble} if trouble else {})}, 200 if well else 503)

    async def show_metrics(request: Request) -> Response:
        if not allowed(request, metrics_token):
            return PlainTextResponse("forbidden", 403)
        registry = CollectorRegistry()
        rows = Gauge("haat_rows", "Rows by table and state", ["table", "state"], registry=registry)
        async with reading(health.engine) as db:
            for table in (Inbox, Outbox, Timer):
                counts = await db.execute(select(table.state, func.count()).group_by(table.state))
                for state, count in counts:
                    rows.labels(table.__tablename__, state).set(count)
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    return [Route("/health", show_health), Route("/metrics", show_metrics)]


def allowed(request: Request, token: str | None) -> bool:
    """Loopback, or a bearer token when one is set. A proxy in front makes everybody look like loopback: set one."""
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    if token:
        return same(given, token)
    forwarded = "x-forwarded-for" in request.headers
    return not forwarded and request.client is not None and request.client.host in ("127.0.0.1", "::1")
