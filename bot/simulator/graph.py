"""Stand-in for Meta's Graph API: what a Cloud API client calls, below /sim/graph.

It accepts, refuses and reports as Meta does: a request of a wrong shape is refused at once; a number that is
not on WhatsApp or a closed 24-hour window is accepted and reported as failed afterwards, by a status webhook.
"""

import hashlib
import json
import logging
import secrets
import time
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route

from bot.simulator import media
from bot.simulator.faults import LostAnswer
from bot.simulator.graph_rules import (
    MEDIA_BYTES,
    MEDIA_TYPES,
    WINDOW_SECONDS,
    Refusal,
    check_message,
    recipient,
)
from bot.simulator.graph_templates import check_template, fill_template
from bot.simulator.meta_events import status_event
from bot.simulator.phone import Phone
from bot.simulator.store import Message
from bot.simulator.world import World

TYPING_SECONDS = 25  # Meta's page on typing indicators
log = logging.getLogger("haat.simulator")
Endpoint = Callable[[Request], Awaitable[Response]]


class Graph:
    def __init__(self, world: World) -> None:
        self.world = world

    def routes(self) -> Mount:
        inner: list[Route | Mount] = [
            Route("/{node}/messages", self._guarded(self.messages), methods=["POST"]),
            Route("/{node}/media", self._guarded(self.upload), methods=["POST"]),
            Route("/{node}/message_templates", self._guarded(self.submit_template), methods=["POST"]),
            Route("/files/{node}", self._guarded(self.file)),
            Route("/{node}", self._guarded(self.node), methods=["GET", "DELETE"]),
        ]
        return Mount("/sim/graph", routes=[Mount("/v{version:float}", routes=inner), *inner])

    def _guarded(self, endpoint: Endpoint) -> Endpoint:
        async def guarded(request: Request) -> Response:
            try:
                if request.headers.get("authorization") != f"Bearer {self.world.account.token}":
                    raise Refusal(190, "Invalid OAuth access token - Cannot parse access token")
                return await endpoint(request)
            except Refusal as refusal:
                log.info("refused like Meta: %s %s", refusal.code, refusal.details)
                return JSONResponse(refusal.body(), refusal.status)

        return guarded

    def _own_number(self, request: Request) -> None:
        if (node := request.path_params["node"]) != self.world.account.phone_number_id:
            raise Refusal(100, f"Unsupported post request. Object with ID '{node}' does not exist")

    async def messages(self, request: Request) -> Response:
        self._own_number(request)
        try:
            message = json.loads(await request.body())
        except ValueError:
            raise Refusal(100, "The body is not JSON") from None
        if message.get("status") == "read":
            return self._read(message)
        kind, to = check_message(message), recipient(message)
        fault = self.world.faults.take("graph", kind, to)
        if fault and fault.how == "refuse":
            if 500 <= fault.code < 600:
                return PlainTextResponse("upstream unavailable", fault.code)
            raise Refusal(fault.code, fault.description or "switched on in the simulator")
        vendor_id = await self._accept(kind, to, message, fault.code if fault and fault.how == "late" else None)
        if fault and fault.how == "lose":
            return LostAnswer()
        phone = await self.world.find("whatsapp", to)
        contact = {"user_id": to} if to[:1].isalpha() else {"wa_id": phone.address if phone else to}
        answer = {"id": vendor_id} | ({"message_status": "accepted"} if kind == "template" else {})
        contacts = [{"input": str(message.get("to") or message.get("recipient")), **contact}]
        return JSONResponse({"messaging_product": "whatsapp", "contacts": contacts, "messages": [answer]})

    def _read(self, message: dict[str, Any]) -> Response:
        """Ticks on the phone's messages up to this one turn blue; perhaps the shop is typing."""
        read = self.world.store.message("whatsapp", str(message.get("message_id")))
        if read is None or not read.mine:
            raise Refusal(100, "Param message_id is not a valid message id")
        for earlier in self.world.store.messages("whatsapp", read.address):
            if earlier.mine and earlier.id <= read.id and earlier.status != "read":
                self.world.store.change_message(earlier.id, status="read")
        if message.get("typing_indicator"):
            self.world.store.change_chat("whatsapp", read.address, typing_until=time.time() + TYPING_SECONDS)
        return JSONResponse({"success": True})

    async def _accept(self, kind: str, to: str, message: dict[str, Any], late: int | None) -> str:
        """Keep the message on the phone, or keep it as failed; tell the shop by statuses. The new wamid."""
        shown = dict(message)
        if kind == "template":
            shown["shown"] = self._fill(message["template"])
        failure = await self._resolve_media(kind, shown)
        phone = await self.world.find("whatsapp", to)
        failure = self._undeliverable(kind, phone) or failure
        if late is not None:
            failure = Refusal(late, "switched on in the simulator")
        vendor_id = "wamid." + secrets.token_urlsafe(24)
        number = phone.address if phone else to
        self.world.store.add_message(
            "whatsapp", number, mine=False, vendor_id=vendor_id, kind=kind, body=shown,
            status="failed" if failure else "delivered",
        )  # fmt: skip
        self.tell(number, vendor_id, "sent", message)
        if failure:
            self.tell(number, vendor_id, "failed", message, failure)
        else:
            self.tell(number, vendor_id, "delivered", message)
            self.world.store.change_chat("whatsapp", number, typing_until=0)
        return vendor_id

    def tell(
        self, number: str, vendor_id: str, status: str, body: dict[str, Any], failure: Refusal | None = None
    ) -> None:
        """Queue a status for the shop."""
        callback = body.get("biz_opaque_callback_data")
        event = status_event(self.world.account, number, vendor_id, status, time.time(), callback, failure)
        self.world.store.post("whatsapp", number, event)

    def read_by_phone(self, message: Message) -> None:
        """The phone's owner has seen a message of the shop."""
        self.world.store.change_message(message.id, status="read")
        self.tell(message.address, message.vendor_id, "read", message.body)

    def _undeliverable(self, kind: str, phone: Phone | None) -> Refusal | None:
        if phone is None:
            return Refusal(131026, "Message undeliverable: the recipient is not a WhatsApp number")
        wrote_at = self.world.chat(phone).wrote_at
        if kind != "template" and (wrote_at is None or time.time() - wrote_at > WINDOW_SECONDS):
            return Refusal(131047, "Message failed to send because more than 24 hours have passed since the customer "
                                   "last replied to this number.")  # fmt: skip
        return None

    def _fill(self, sent: dict[str, Any]) -> dict[str, Any]:
        language = str((sent.get("language") or {}).get("code"))
        template = self.world.store.template(str(sent.get("name")), language)
        if template is None:
            raise Refusal(132001, f"template name ({sent.get('name')}) does not exist in {language}")
        return fill_template(template, sent)

    async def _resolve_media(self, kind: str, message: dict[str, Any]) -> Refusal | None:
        """Check an uploaded file, fetch a linked one; `message["media_id"]` is what the phone then shows."""
        holder = message.get(kind) or {}
        if kind == "interactive":
            holder = holder.get("header") or {}
            kind = str(holder.get("type"))
            holder = holder.get(kind) or {}
        if kind not in MEDIA_BYTES or not isinstance(holder, dict):
            return None
        if media_id := holder.get("id"):
            if self.world.store.media(str(media_id)) is None:
                raise Refusal(100, f"Param {kind}['id'] is not a valid whatsapp business account media attachment ID")
        else:
            media_id = await media.fetch(self.world.store, str(holder["link"]), self.world.app_url)
        found = self.world.store.media(str(media_id)) if media_id else None
        if found is None or MEDIA_TYPES.get(found[0]) != kind or len(found[2]) > MEDIA_BYTES[kind]:
            return Refusal(131053, "Unable to upload the media used in the message")
        message["media_id"], message["media_bytes"] = media_id, len(found[2])
        return None

    async def upload(self, request: Request) -> Response:
        self._own_number(request)
        async with request.form(max_part_size=101 << 20) as form:
            file = form.get("file")
            if form.get("messaging_product") != "whatsapp" or file is None or isinstance(file, str):
                raise Refusal(100, "messaging_product and file are required")
            data, filename, told = await file.read(), file.filename or "file", str(form.get("type") or "")
        mime = media.sniff(data, told, filename)
        kind = MEDIA_TYPES.get(mime)
        if kind is None:
            raise Refusal(100, f"Param file must be a file with one of the supported types; got {mime}")
        if not 0 < len(data) <= MEDIA_BYTES[kind]:
            raise Refusal(131053, f"File size exceeds {MEDIA_BYTES[kind]} bytes")
        return JSONResponse({"id": media.keep(self.world.store, data, mime, filename)})

    async def node(self, request: Request) -> Response:
        """A media id, or the number itself."""
        node = request.path_params["node"]
        if request.method == "DELETE":
            if not self.world.store.drop_media(node):
                raise Refusal(100, f"Object with ID '{node}' does not exist")
            return JSONResponse({"success": True})
        account = self.world.account
        if node == account.phone_number_id:
            return JSONResponse({"id": node, "verified_name": account.verified_name, "quality_rating": "GREEN",
                                 "display_phone_number": account.display_number, "code_verification_status": "VERIFIED",
                                 "platform_type": "CLOUD_API", "throughput": {"level": "STANDARD"}})  # fmt: skip
        found = self.world.store.media(node)
        if found is None:
            raise Refusal(100, f"Unsupported get request. Object with ID '{node}' does not exist")
        url = str(request.url.replace(path=f"/sim/graph/files/{node}", query=""))
        return JSONResponse({"messaging_product": "whatsapp", "url": url, "mime_type": found[0], "id": node,
                             "sha256": hashlib.sha256(found[2]).hexdigest(), "file_size": len(found[2])})  # fmt: skip

    async def file(self, request: Request) -> Response:
        found = self.world.store.media(request.path_params["node"])
        return Response(found[2], media_type=found[0]) if found else PlainTextResponse("gone", 404)

    async def submit_template(self, request: Request) -> Response:
        """Meta takes hours to approve a template; here it is approved at once."""
        template = json.loads(await request.body())
        check_template(template)
        self.world.store.put_template(template["name"], template["language"], template)
        return JSONResponse({"id": secrets.token_hex(8), "status": "APPROVED", "category": template["category"]})
