"""WhatsApp's Cloud API, through pywa's client. Its own webhook and handlers are not used: they lose messages
of a batch, and acknowledge before anything is stored (see bot/webhooks.py for ours)."""

import asyncio
import logging
import mimetypes
import re
import time
from typing import Any

import httpx
import structlog
from pywa.errors import WhatsAppError
from pywa.utils import Version
from pywa_async.client import WhatsApp as Client

from actions.heard import Heard
from actions.messages import Spoken
from bot.channels import limits, whatsapp_hear, whatsapp_render
from bot.channels.channel import Labels, Media, Piece, Rendered, Status, symbols
from bot.channels.outcome import OurFault, Outcome, Retry, Sent
from bot.channels.whatsapp_faults import of_http, outcome_of
from bot.channels.whatsapp_hear import signed

__all__ = ["WhatsApp", "signed"]
log = structlog.get_logger()
GRAPH = "https://graph.facebook.com"
# pywa sends whatever it does not know to a *group*: only a number or a business-scoped user id gets past us.
NUMBER = re.compile(r"\d{5,20}", re.ASCII)
SCOPED_ID = re.compile(r"[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}")
# The request had not left us.
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)


class _NoMedia(Exception):
    """The picture or document is not to be had, or not one WhatsApp takes."""


class WhatsApp:
    """The shop's number. `media` gives the bytes behind a media name; without it pictures go by `base_url`'s link."""

    name = whatsapp_hear.NAME

    def __init__(
        self,
        *,
        token: str,
        phone_number_id: str,
        api_url: str | None = None,
        base_url: str = "",
        media: Media | None = None,
        labels: Labels = symbols,
        transport: httpx.AsyncBaseTransport | None = None,
        own_bills: bool = False,
    ) -> None:
        self._token = token
        self._number = phone_number_id
        self._graph = _graph_address(api_url)
        self._base_url = base_url.rstrip("/")
        self._media = media
        self._labels = labels
        self._transport = transport
        self._own_bills = own_bills  # Meta has opened payments for this account
        self._uploaded: dict[str, tuple[str, float]] = {}  # name → (id, when it stops living); lost without harm
        self._session: httpx.AsyncClient | None = None
        self._client: Client | None = None

    async def open(self) -> None:
        """Makes the client; nothing is asked of the platform yet."""
        # Both write requests into the log: numbers of people, and what was said to them.
        for name in ("httpx", "pywa", "pywa_async"):
            logging.getLogger(name).setLevel(logging.WARNING)
        timeout = httpx.Timeout(30, connect=10)
        self._session = httpx.AsyncClient(timeout=timeout, transport=self._transport)
        self._client = Client(phone_id=self._number, token=self._token, session=self._session)
        self._session.base_url = httpx.URL(self._graph)  # pywa has no setting for it and overwrites the session's

    async def close(self) -> None:
        if self._session is not None:
            await self._session.aclose()
        self._session = self._client = None

    def split(self, body: Any) -> list[Piece]:
        return whatsapp_hear.split(body)

    def hear(self, piece: dict[str, Any], key: str) -> Heard | None:
        return whatsapp_hear.hear(piece, key)

    def status(self, piece: dict[str, Any]) -> Status | None:
        return whatsapp_hear.status(piece)

    def render(self, message: Spoken, language: str, window_open: bool) -> Rendered:
        return whatsapp_render.render(message, language, window_open, self._labels, self._own_bills)

    async def send(self, address: str, payload: dict[str, Any], key: str) -> Outcome:
        """Sends one rendered payload; `key` comes back in every status of the message."""
        known = NUMBER.fullmatch(address) or SCOPED_ID.fullmatch(address)
        if not known:
            return OurFault("not a WhatsApp address", "none")
        reused = _media_name(payload) in self._uploaded
        try:
            ready = await self._with_media(payload)
            if ready is None:
                return OurFault("picture without words is not to be had", "none")
            outcome = await self._post(address, ready, key)
            if isinstance(outcome, OurFault) and (reused or (outcome.remedy == "media" and ready != payload)):
                # The uploaded file may have gone stale (100 or 131053): once more with a fresh one.
                self._forget(payload)
                ready = await self._with_media(payload)
                outcome = await self._post(address, ready, key) if ready is not None else outcome
            return outcome
        except WhatsAppError as fault:
            return _outcome_of(fault)
        except httpx.HTTPError as fault:  # of an upload: the message itself has not been sent
            return Retry(False, type(fault).__name__)

    async def _post(self, address: str, payload: dict[str, Any], key: str) -> Outcome:
        kind = str(payload["type"])
        number = address if NUMBER.fullmatch(address) else None
        try:
            answer = await self._api.send_message(
                sender=self._number,
                to=number,
                recipient=None if number else address,
                recipient_type="individual",
                typ=kind,
                msg=payload[kind],
                biz_opaque_callback_data=key[: limits.WA_TRACKER],
            )
            return Sent(str(answer["messages"][0]["id"]))
        except WhatsAppError as fault:
            return _outcome_of(fault)
        except _NOT_SENT as fault:
            return Retry(False, type(fault).__name__)
        except (httpx.HTTPError, ValueError, KeyError, IndexError, TypeError, AttributeError) as fault:
            # The answer was lost or is no Graph answer: the message may have gone.
            return Retry(True, type(fault).__name__)

    async def typing(self, address: str, heard: Heard) -> None:
        """Marks her message as read and shows that an answer is coming; as good as it goes."""
        try:
            await self._api.set_indicator(self._number, whatsapp_hear.message_id(heard), "text")
        except (WhatsAppError, httpx.HTTPError, ValueError, KeyError, TypeError) as fault:
            log.info("typing_not_shown", channel=self.name, fault=type(fault).__name__)

    @property
    def _api(self) -> Any:
        if self._client is None:
            raise RuntimeError("the channel is not open")
        return self._client.api

    async def _with_media(self, payload: dict[str, Any]) -> dict[str, Any] | None:
        """The payload with its media name turned into an id or a link; without the picture when there is neither."""
        name = _media_name(payload)
        if name is None:
            return payload
        try:
            return _placed(payload, {"id": await self._upload(name)})
        except (_NoMedia, WhatsAppError) as fault:
            if isinstance(fault, WhatsAppError) and not isinstance(_outcome_of(fault), OurFault):
                raise
            log.warning("media_not_uploaded", media=name, fault=str(fault)[:200])
        if self._base_url.startswith("https://"):
            return _placed(payload, {"link": f"{self._base_url}/media/{name}"})
        return _without_picture(payload)

    async def _upload(self, name: str) -> str:
        known = self._uploaded.get(name)
        if known and known[1] > time.monotonic():
            return known[0]
        data, kind = await self._load(name)
        answer = await self._api.upload_media(phone_id=self._number, media=data, mime_type=kind, filename=name)
        if not isinstance(answer, dict) or not answer.get("id"):
            raise _NoMedia("the upload was answered without an id")
        self._uploaded[name] = (str(answer["id"]), time.monotonic() + limits.WA_MEDIA_DAYS * 86_400)
        return str(answer["id"])

    async def _load(self, name: str) -> tuple[bytes, str]:
        if self._media is None:
            raise _NoMedia("no media here")
        try:
            data = await asyncio.to_thread(self._media, name)
        except (OSError, LookupError, ValueError) as fault:
            raise _NoMedia(type(fault).__name__) from fault
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        picture = kind.startswith("image/")
        if picture and kind not in limits.WA_IMAGE_TYPES:
            raise _NoMedia(f"WhatsApp takes no {kind}")
        if not data or len(data) > (limits.WA_IMAGE_BYTES if picture else limits.WA_DOCUMENT_BYTES):
            raise _NoMedia(f"{len(data)} bytes")
        return data, kind

    def _forget(self, payload: dict[str, Any]) -> None:
        self._uploaded.pop(_media_name(payload) or "", None)


def _graph_address(api_url: str | None) -> str:
    """The Graph API's base with its version; an address that already ends in a version keeps it."""
    address = (api_url or GRAPH).rstrip("/")
    return address if re.search(r"/v\d+(\.\d+)?$", address) else f"{address}/v{Version.GRAPH_API}"


def _outcome_of(fault: WhatsAppError) -> Outcome:
    response = fault.raw_response
    if response is None:
        return outcome_of(fault.code)
    if fault.code == response.status_code and "type" not in fault.raw and "fbtrace_id" not in fault.raw:
        return of_http(response.status_code, "without a Graph error")
    return outcome_of(fault.code, response.status_code, response.headers.get("retry-after"))


def _media_slot(payload: dict[str, Any]) -> dict[str, Any] | None:
    match payload:
        case {"type": "image", "image": dict(slot)} | {"type": "document", "document": dict(slot)}:
            return slot
        case {"type": "interactive", "interactive": {"header": {"type": "image", "image": dict(slot)}}}:
            return slot
        case _:
            return None


def _media_name(payload: dict[str, Any]) -> str | None:
    slot = _media_slot(payload)
    name = slot.get("media") if slot else None
    return name if isinstance(name, str) else None


def _placed(payload: dict[str, Any], where: dict[str, str]) -> dict[str, Any]:
    """A copy of the payload whose media name is replaced by an id or a link."""
    slot = {**where, **{key: value for key, value in (_media_slot(payload) or {}).items() if key != "media"}}
    if payload["type"] != "interactive":
        return {**payload, payload["type"]: slot}
    inner = payload["interactive"]
    return {**payload, "interactive": {**inner, "header": {**inner["header"], "image": slot}}}


def _without_picture(payload: dict[str, Any]) -> dict[str, Any] | None:
    """The words of a payload whose picture cannot be had; None when there are none."""
    if payload["type"] == "interactive":
        inner = {key: value for key, value in payload["interactive"].items() if key != "header"}
        return {**payload, "interactive": inner}
    caption = payload[payload["type"]].get("caption")
    return {"type": "text", "text": {"body": caption, "preview_url": False}} if caption else None
