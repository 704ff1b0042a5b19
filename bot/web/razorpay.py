"""/webhooks/razorpay: signed news of money. What it says is written, with all it causes, before Razorpay hears 200."""

import hashlib
import json
from collections.abc import Awaitable, Callable

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from actions import desk
from actions.money_in import arrived
from actions.turn import Shop
from bot import inbox
from bot.clock import Clock
from bot.database import Sessions
from bot.gateway import Event, Razorpay, event
from bot.unasked import nobodys_turn
from bot.webhooks import raw_body
from orders import payments
from orders.money_tables import Payment

log = structlog.get_logger()
NAME = "razorpay"
ShopOf = Callable[[AsyncSession], Awaitable[Shop]]


def routes(gateway: Razorpay, sessions: Sessions, clock: Clock, shop: ShopOf, wake: Callable[[], None]) -> list[Route]:
    async def news(request: Request) -> Response:
        raw = await raw_body(request)
        if raw is None:
            return PlainTextResponse("too large", 413)
        if not gateway.signed(raw, request.headers.get("x-razorpay-signature")):
            return PlainTextResponse("unauthorized", 401)
        try:
            told = event(raw)
        except ValueError:
            log.error("unreadable_webhook", channel=NAME, size=len(raw))
            return PlainTextResponse("unreadable", 400)
        if told is not None:
            await take(sessions, clock, shop, raw, told)
            wake()
        return PlainTextResponse("ok")

    return [Route("/webhooks/razorpay", news, methods=["POST"])]


async def take(sessions: Sessions, clock: Clock, shop: ShopOf, raw: bytes, told: Event) -> None:
    """The event and what it causes, in one commit. The same body again changes nothing: its own hash is its key,
    because the id in Razorpay's header is not signed."""
    now = clock()
    async with sessions.begin() as db:
        key = f"event:{hashlib.sha256(raw).hexdigest()}"
        if not await inbox.store_event(db, NAME, key, json.loads(raw), now):
            return
        async with nobodys_turn(db, await shop(db), now, key) as turn:
            payment = await _meant(db, told)
            if payment is None:
                words = f"Razorpay {told.link_id} {told.reference}: {told.paise / 100:.2f}, no such payment"
                await desk.open_ticket(turn, "money", words)
            else:
                await arrived(turn, payment, "gateway", utr=told.utr, came=told.paise)


async def _meant(db: AsyncSession, told: Event) -> Payment | None:
    """By the link we made; else by our reference, which an earlier amount had too."""
    made = await db.scalar(select(Payment).where(Payment.gateway_id == told.link_id))
    return made or await payments.by_reference(db, told.reference)
