"""Rasa's custom-action protocol over the shop, so that `rasa shell` and Rasa's connectors can talk to it.

A thin door: whatever `sender_id` says, it is an anonymous buyer; her words go through the inbox like any channel's
and the answer is what the turn put into the outbox. Loopback or token only."""

import asyncio
from typing import Any

from rasa_sdk.executor import ActionExecutor, CollectingDispatcher
from rasa_sdk.interfaces import (
    Action,
    ActionExecutionRejection,
    ActionMissingDomainException,
    ActionNotFoundException,
    Tracker,
)
from sqlalchemy import select, update
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from actions.messages import Spoken, options_of
from bot import inbox, spoken
from bot.channels.rasa import RasaDoor
from bot.clock import Clock
from bot.database import Sessions
from bot.delivery import as_text
from bot.speech import plain
from bot.tables import Identity, Inbox, Outbox
from bot.web.health import allowed
from bot.webhooks import Ingress

ANSWERS_WITHIN = 20.0  # seconds


class Talk(Action):
    """`action_haat`: says the user's last message to the shop and utters what the shop answers."""

    def __init__(self, sessions: Sessions, clock: Clock, ingress: Ingress) -> None:
        self._sessions, self._clock, self._ingress = sessions, clock, ingress
        self._door = RasaDoor()

    def name(self) -> str:
        return "action_haat"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[dict[str, Any]]:
        text = (tracker.latest_message or {}).get("text") or ""
        piece = self._door.split({"sender_id": tracker.sender_id, "text": text})[0]
        async with self._sessions.begin() as db:
            await inbox.store(db, self._door, [piece], self._clock())
        self._ingress.wake()
        if await self._answered(piece.key):
            for message in await self._pull(piece.address or ""):
                buttons = [{"title": option.label, "payload": option.label} for option in options_of(message)]
                dispatcher.utter_message(text=plain(as_text(message)), buttons=buttons)
        return []

    async def _answered(self, key: str) -> bool:
        for _ in range(int(ANSWERS_WITHIN / 0.05)):
            async with self._sessions() as db:
                state = await db.scalar(select(Inbox.state).where(Inbox.channel == self._door.name, Inbox.key == key))
            if state != "new":
                return True
            await asyncio.sleep(0.05)
        return False

    async def _pull(self, address: str) -> list[Spoken]:
        async with self._sessions.begin() as db:
            rows = (
                await db.scalars(
                    select(Outbox)
                    .join(Identity)
                    .where(Identity.channel == self._door.name, Identity.address == address, Outbox.state == "queued")
                    .order_by(Outbox.id)
                )
            ).all()
            ids = [row.id for row in rows]
            await db.execute(update(Outbox).where(Outbox.id.in_(ids)).values(state="sent", sent_at=self._clock()))
            return [spoken.read(row.message) for row in rows]


def routes(sessions: Sessions, clock: Clock, ingress: Ingress, token: str | None) -> list[Route]:
    executor = ActionExecutor()
    executor.register_action(Talk(sessions, clock, ingress))

    async def act(request: Request) -> Response:
        if not allowed(request, token):
            return JSONResponse({"error": "forbidden"}, 403)
        call = await _call(request)
        if call is None:
            return JSONResponse({"error": "not an action call"}, 400)
        try:
            answer = await executor.run(call)
            return JSONResponse(answer.model_dump() if answer else {"events": [], "responses": []})
        except ActionExecutionRejection as rejected:
            return JSONResponse({"error": str(rejected), "action_name": rejected.action_name}, 400)
        except ActionNotFoundException as unknown:
            return JSONResponse({"error": str(unknown), "action_name": unknown.action_name}, 404)
        except ActionMissingDomainException as missing:  # Rasa then asks again and sends its domain
            return JSONResponse({"error": str(missing), "action_name": missing.action_name}, 449)

    return [Route("/rasa/actions", act, methods=["POST"])]


async def _call(request: Request) -> dict[str, Any] | None:
    """The body when it has the shape of an action call."""
    try:
        body = await request.json()
    except ValueError:
        return None
    whole = isinstance(body, dict) and isinstance(body.get("tracker"), dict) and "sender_id" in body["tracker"]
    return body if whole else None
