"""The ingress: signature over the raw bytes, split, stored, committed; only then 200."""

import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot import inbox
from bot.channels.channel import Channel
from bot.clock import Clock
from bot.database import Sessions

log = structlog.get_logger()
LIMIT_BYTES = 8 * 1024 * 1024  # a legal batch of 1,000 messages has about 3 MB


@dataclass
class Ingress:
    """Stores what a channel's webhook or polling brings, and wakes the turns."""

    sessions: Sessions
    clock: Clock
    wake: Callable[[], None]
    beside: Callable[[Any], None] | None = None  # what Telegram asks beside any talk

    async def take(self, channel: Channel, body: Any) -> None:
        """Everything in `body` is committed when this returns."""
        pieces = channel.split(body)
        if self.beside is not None and channel.name == "telegram":
            self.beside(body)
        async with self.sessions.begin() as db:
            waiting = await inbox.store(db, channel, pieces, self.clock())
        if waiting:
            self.wake()


async def raw_body(request: Request) -> bytes | None:
    """The body as it came, or None when it is larger than we take."""
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > LIMIT_BYTES:
            return None
        chunks.append(chunk)
    return b"".join(chunks)


def _parsed(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def same(given: str | None, wanted: str) -> bool:
    """Compares a secret without telling by timing how much was right; odd characters are just wrong."""
    return given is not None and hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


def routes(
    ingress: Ingress,
    whatsapp: Channel | None,
    telegram: Channel | None,
    *,
    whatsapp_signed: Callable[[bytes, str | None], bool],
    whatsapp_verify_token: str | None,
    telegram_secret: str | None,
) -> list[Route]:
    async def verify(request: Request) -> Response:
        """Meta's subscription check: echo the challenge to whoever knows the verify token."""
        query = request.query_params
        known = whatsapp_verify_token and same(query.get("hub.verify_token"), whatsapp_verify_token)
        if query.get("hub.mode") == "subscribe" and known:
            return PlainTextResponse(query.get("hub.challenge", ""))
        return PlainTextResponse("forbidden", 403)

    async def from_whatsapp(request: Request) -> Response:
        raw = await raw_body(request)
        if raw is None:
            return PlainTextResponse("too large", 413)
        if not whatsapp_signed(raw, request.headers.get("x-hub-signature-256")):
            return PlainTextResponse("unauthorized", 401)
        return await _store(whatsapp, raw)

    async def from_telegram(request: Request) -> Response:
        if not telegram_secret or not same(request.headers.get("x-telegram-bot-api-secret-token"), telegram_secret):
            return PlainTextResponse("unauthorized", 401)
        raw = await raw_body(request)
        return PlainTextResponse("too large", 413) if raw is None else await _store(telegram, raw)

    async def _store(channel: Channel | None, raw: bytes) -> Response:
        body = _parsed(raw)
        if body is None or channel is None:
            # Signed but unreadable: asking for it again for days would not make it readable.
            log.error("unreadable_webhook", size=len(raw))
            return PlainTextResponse("unreadable", 400)
        await ingress.take(channel, body)
        return PlainTextResponse("ok")

    found = []
    if whatsapp is not None:
        found.append(Route("/webhooks/whatsapp", verify, methods=["GET"]))
        found.append(Route("/webhooks/whatsapp", from_whatsapp, methods=["POST"]))
    if telegram is not None:
        found.append(Route("/webhooks/telegram", from_telegram, methods=["POST"]))
    return found
