"""The phones page: what it shows, what its hands do, and the stream of changes it listens to."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.templating import Jinja2Templates

from bot.simulator import media, telegram_hand, whatsapp_hand
from bot.simulator.chrome import LANGUAGES, words
from bot.simulator.graph import Graph
from bot.simulator.graph_rules import WINDOW_SECONDS
from bot.simulator.phone import Phone
from bot.simulator.store import Chat, Message
from bot.simulator.whatsapp_hand import NoSuchThing
from bot.simulator.world import FIRST_BUYERS, World

HERE = Path(__file__).parent
HEARTBEAT = 15.0
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self'; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
Endpoint = Callable[[Request], Awaitable[Response]]


class Page:
    def __init__(self, world: World, graph: Graph) -> None:
        self.world, self.graph = world, graph
        self._hung_up = False
        self._templates = Jinja2Templates(HERE / "templates")

    def routes(self) -> list[Route | Mount]:
        return [
            Route("/", self.show),
            Route("/sim/phones", self.phones),
            Route("/sim/phones/act", _same_origin(self.act), methods=["POST"]),
            Route("/sim/phones/upload", _same_origin(self.upload), methods=["POST"]),
            Route("/sim/phones/read", _same_origin(self.read), methods=["POST"]),
            Route("/sim/phones/new", _same_origin(self.new), methods=["POST"]),
            Route("/sim/phones/later", _same_origin(self.later), methods=["POST"]),
            Route("/sim/phones/{channel}/{address}", _same_origin(self.chat)),
            Route("/sim/events", self.events),
            Route("/sim/media/{media_id}", self.file),
            Mount("/sim/static", StaticFiles(directory=HERE / "static", check_dir=False)),
        ]

    async def show(self, request: Request) -> Response:
        language = request.query_params.get("lang") or request.cookies.get("phones_lang") or ""
        language = language if language in LANGUAGES else "en"
        query = request.query_params
        scanned = {"whatsapp": query.get("text") or query.get("q"), "telegram": query.get("start") or query.get("q")}
        context = {"language": language, "words": words(language), "shop": self.world.account.verified_name,
                   "setting": {"words": words(language), "language": language, "scanned": scanned,
                               "shop": self.world.account.verified_name, "bot": self.world.bot.username}}  # fmt: skip
        response = self._templates.TemplateResponse(request, "phones.html", context)
        response.headers.update({"Content-Security-Policy": POLICY, "Referrer-Policy": "no-referrer",
                                 "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"})  # fmt: skip
        response.set_cookie("phones_lang", language, max_age=365 * 86400, samesite="lax", httponly=True)
        return response

    async def phones(self, request: Request) -> Response:
        """Every phone with the number of its unread messages, and the version the page starts listening from."""
        version = self.world.store.version
        seen = []
        for phone in await self.world.phones():
            messages = self.world.store.messages(phone.channel, phone.address)
            unread = sum(1 for m in messages if not m.mine and m.status == "delivered" and m.kind != "deleted")
            seen.append(asdict(phone) | {"unread": unread})
        return JSONResponse({"phones": seen, "version": version})

    async def chat(self, request: Request) -> Response:
        phone = await self._phone(request.path_params)
        messages = [_bubble(message) for message in self.world.store.messages(phone.channel, phone.address)]
        return JSONResponse({"chat": _talk(self.world.chat(phone)), "messages": messages})

    async def events(self, request: Request) -> Response:
        since = int(request.headers.get("last-event-id") or request.query_params.get("since") or 0)
        return StreamingResponse(
            self._changes(since), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
        )

    async def _changes(self, since: int) -> AsyncIterator[str]:
        store = self.world.store
        yield "retry: 500\n\n"
        while not self._hung_up:
            bell, version = store.bell, store.version
            if version > since:
                changed = {"messages": [_bubble(m) for m in store.changed_messages(since)],
                           "chats": [_talk(c) for c in store.changed_chats(since)]}  # fmt: skip
                since = version
                yield f"id: {version}\ndata: {json.dumps(changed)}\n\n"
                continue
            try:
                await asyncio.wait_for(bell.wait(), HEARTBEAT)
            except TimeoutError:
                yield ": still here\n\n"

    def hang_up(self) -> None:
        """End every stream of changes; an open one would hold the server's end. Pages knock again by themselves."""
        self._hung_up = True
        self.world.store.ring()

    async def act(self, request: Request) -> Response:
        asked = json.loads(await request.body())
        phone = await self._phone(asked)
        hand = whatsapp_hand.perform if phone.channel == "whatsapp" else telegram_hand.perform
        try:
            if asked["act"] in ("block", "unblock") and phone.channel == "telegram":
                telegram_hand.block(self.world, phone, asked["act"] == "block")
                message = None
            else:
                message = hand(self.world, phone, asked)
        except (NoSuchThing, KeyError, ValueError) as wrong:
            return PlainTextResponse(f"not on this phone: {wrong}", 409)
        return JSONResponse(_bubble(message) if message else {})

    async def upload(self, request: Request) -> Response:
        async with request.form(max_part_size=media.MOST_BYTES) as form:
            file = form.get("file")
            if file is None or isinstance(file, str):
                return PlainTextResponse("no file", 400)
            kept = media.keep(self.world.store, await file.read(), file.content_type, file.filename or "file")
        return JSONResponse({"media": kept})

    async def read(self, request: Request) -> Response:
        phone = await self._phone(json.loads(await request.body()))
        for message in self.world.store.messages(phone.channel, phone.address):
            if not message.mine and message.status == "delivered":
                if phone.channel == "whatsapp":
                    self.graph.read_by_phone(message)
                else:
                    self.world.store.change_message(message.id, status="read")
        return JSONResponse({})

    async def new(self, request: Request) -> Response:
        """Start over: a buyer gets a number the shop has never seen, anybody else an empty screen; or one more
        phone, which belongs to nobody yet."""
        asked = json.loads(await request.body())
        if asked.get("address"):
            phone = await self._phone(asked)
            if phone.role not in ("buyer", "spare"):
                self.world.store.clear(phone.channel, phone.address)
                return JSONResponse(asdict(phone))
            self.world.store.drop_phone(phone.channel, phone.address)
            self.world.store.put_setting(f"last_{phone.channel}", phone.address)
            fresh = self.world.new_number(phone.channel, phone.name, phone.role)
        else:
            names = {buyer.channel: buyer.name for buyer in FIRST_BUYERS}
            fresh = self.world.new_number(asked["channel"], names[asked["channel"]], "spare")
        return JSONResponse(asdict(fresh))

    async def later(self, request: Request) -> Response:
        """A day passes for one WhatsApp chat: its window closes."""
        phone = await self._phone(json.loads(await request.body()))
        chat = self.world.chat(phone)
        if chat.wrote_at is not None:
            at = chat.wrote_at - WINDOW_SECONDS
            self.world.store.change_chat(phone.channel, phone.address, wrote_at=at)
        return JSONResponse({})

    async def file(self, request: Request) -> Response:
        found = self.world.store.media(request.path_params["media_id"])
        if found is None:
            return PlainTextResponse("gone", 404)
        shown = (
            found[0]
            if found[0].startswith(("image/", "audio/")) and "svg" not in found[0]
            else "application/octet-stream"
        )
        headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'"}
        return Response(found[2], media_type=shown, headers=headers)

    async def _phone(self, asked: dict[str, Any]) -> Phone:
        phone = await self.world.find(str(asked.get("channel")), str(asked.get("address")))
        if phone is None:
            raise NoPhone
        return phone


class NoPhone(Exception):
    """The page asks for a phone that is not there (any more)."""


def _same_origin(endpoint: Endpoint) -> Endpoint:
    """Refuse what another web site makes a browser send; say plainly when a phone is not there (any more)."""

    async def guarded(request: Request) -> Response:
        origin = request.headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
            return PlainTextResponse("only from the page itself", 403)
        try:
            return await endpoint(request)
        except NoPhone:
            return PlainTextResponse("no such phone", 404)

    return guarded


def _bubble(message: Message) -> dict[str, Any]:
    return asdict(message)


def _talk(chat: Chat) -> dict[str, Any]:
    return asdict(chat)
