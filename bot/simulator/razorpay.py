"""A stand-in for Razorpay's payment links: refuses what Razorpay refuses, tells of payments by signed webhooks.

Sources: razorpay.com/docs/api/payments/payment-links (fields, errors), …/api/authentication (HTTP Basic),
…/webhooks/payment-links (payment_link.paid), …/webhooks/validate-test (X-Razorpay-Signature). Imports nothing of the
shop.
"""

import base64
import hmac
import html
import json
import secrets
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route

from bot.simulator.world import World

LEAST_PAISE = 100
LONGEST_REFERENCE = 40
LEAST_SECONDS = 15 * 60
BEFORE = "/sim/razorpay"
_FORM = """<!doctype html><meta name="viewport" content="width=device-width, initial-scale=1"><title>Razorpay</title>
<body style="font:1.1rem system-ui;max-width:24rem;margin:2rem auto;padding:0 1rem;text-align:center">
<p>{reference}</p><h1>{amount}</h1>
<form method="post"><button style="font:inherit;padding:.8rem 2rem">{label}</button></form>"""


class Refused(Exception):
    def __init__(self, status: int, description: str) -> None:
        super().__init__(description)
        self.status, self.description = status, description

    def body(self) -> dict[str, Any]:
        return {"error": {"code": "BAD_REQUEST_ERROR", "description": self.description, "source": "business",
                          "step": "payment_initiation", "reason": "input_validation_failed"}}  # fmt: skip


def check(body: Any, now: float) -> None:
    """A new link, as Razorpay wants it. Raises Refused."""
    if not isinstance(body, Mapping):
        raise Refused(400, "The request body is not JSON")
    amount, reference = body.get("amount"), body.get("reference_id")
    if not isinstance(amount, int) or isinstance(amount, bool):
        raise Refused(400, "The amount must be an integer.")
    if amount < LEAST_PAISE:
        raise Refused(400, "The amount must be atleast INR 1.00")
    if body.get("currency") != "INR":
        raise Refused(400, "Currency is not supported")
    if not isinstance(reference, str) or not 0 < len(reference) <= LONGEST_REFERENCE:
        raise Refused(400, f"reference_id must be a string of at most {LONGEST_REFERENCE} characters")
    expires = body.get("expire_by")
    if expires is not None and (not isinstance(expires, int) or expires < now + LEAST_SECONDS):
        raise Refused(400, "expire_by should be at least 15 minutes after current time")
    if body.get("callback_url") and body.get("callback_method") != "get":
        raise Refused(400, "callback_method must be get")
    transfers = ((body.get("options") or {}).get("order") or {}).get("transfers") or []
    if any(not str(one.get("account", "")).startswith("acc_") for one in transfers):
        raise Refused(400, "The account id is invalid")
    if sum(int(one.get("amount", 0)) for one in transfers) > amount:
        raise Refused(400, "The sum of amounts requested for transfer is greater than the captured amount")


class Razorpay:
    def __init__(self, world: World, clock: Callable[[], float] = time.time) -> None:
        self.world, self.clock = world, clock

    def routes(self) -> Mount:
        return Mount(BEFORE, routes=[
            Route("/v1/payment_links", self._guarded(self.create), methods=["POST"]),
            Route("/v1/payment_links", self._guarded(self.list_), methods=["GET"]),
            Route("/v1/payment_links/{id}", self._guarded(self.fetch), methods=["GET"]),
            Route("/v1/payment_links/{id}/cancel", self._guarded(self.cancel), methods=["POST"]),
            Route("/pay/{id}", self.shown, methods=["GET"]),
            Route("/pay/{id}", self.paid, methods=["POST"]),
        ])  # fmt: skip

    def _guarded(self, answer: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
        async def guarded(request: Request) -> Response:
            try:
                self._knows(request)
                return await answer(request)
            except Refused as refused:
                return JSONResponse(refused.body(), refused.status)

        return guarded

    def _knows(self, request: Request) -> None:
        account = self.world.razorpay
        told = request.headers.get("authorization", "").encode()
        wanted = "" if account is None else base64.b64encode(f"{account.key_id}:{account.key_secret}".encode()).decode()
        if account is None or not hmac.compare_digest(told, f"Basic {wanted}".encode()):
            raise Refused(401, "Authentication failed")

    async def create(self, request: Request) -> Response:
        try:
            body = json.loads(await request.body())
        except ValueError:
            raise Refused(400, "The request body is not JSON") from None
        now = self.clock()
        check(body, now)
        reference = body["reference_id"]
        if self.world.store.setting(f"rzp_reference:{reference}"):
            raise Refused(400, f"payment link with given reference_id ({reference}) already exists.")
        link_id = "plink_" + secrets.token_hex(7)
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(str(request.url)))
        link = {**body, "id": link_id, "amount_paid": 0, "status": "created", "created_at": int(now), "payments": [],
                "short_url": f"{origin}{BEFORE}/pay/{link_id}"}  # fmt: skip
        self._keep(link)
        self.world.store.put_setting(f"rzp_reference:{reference}", link_id)
        return JSONResponse(link)

    async def list_(self, request: Request) -> Response:
        found = self.world.store.setting(f"rzp_reference:{request.query_params.get('reference_id', '')}")
        return JSONResponse({"payment_links": [self._link(found)] if found else []})

    async def fetch(self, request: Request) -> Response:
        return JSONResponse(self._link(request.path_params["id"]))

    async def cancel(self, request: Request) -> Response:
        link = self._link(request.path_params["id"])
        if link["status"] != "created":
            raise Refused(400, "Payment Link cannot be cancelled")
        self._keep({**link, "status": "cancelled"})
        return JSONResponse(self._link(link["id"]))

    def _keep(self, link: dict[str, Any]) -> None:
        self.world.store.put_setting(f"rzp_link:{link['id']}", json.dumps(link))

    def _link(self, link_id: str) -> dict[str, Any]:
        kept = self.world.store.setting(f"rzp_link:{link_id}")
        if not kept:
            raise Refused(400, "The id provided does not exist")
        link: dict[str, Any] = json.loads(kept)
        return link

    async def shown(self, request: Request) -> Response:
        """The page on which a buyer would type her card: here one button pays."""
        try:
            link = self._link(request.path_params["id"])
        except Refused as refused:
            return PlainTextResponse(refused.description, 404)
        done = link["status"] != "created"
        words = {"reference": html.escape(link["reference_id"]), "amount": f"₹{link['amount'] / 100:.2f}"}
        return HTMLResponse(_FORM.format(label=link["status"] if done else "Pay (practice)", **words))

    async def paid(self, request: Request) -> Response:
        try:
            link = self._link(request.path_params["id"])
        except Refused as refused:
            return PlainTextResponse(refused.description, 404)
        if link["status"] == "created":
            link |= {"status": "paid", "amount_paid": link["amount"]}
            self._keep(link)
            self.world.store.post("razorpay", link["id"], paid_event(link, int(self.clock())))
        return RedirectResponse(link.get("callback_url") or request.url.path, 303)


def paid_event(link: Mapping[str, Any], now: int) -> dict[str, Any]:
    """payment_link.paid, with the fields the documentation shows."""
    payment = {"id": "pay_" + secrets.token_hex(7), "entity": "payment", "amount": link["amount"], "currency": "INR",
               "status": "captured", "method": "upi", "captured": True,
               "acquirer_data": {"rrn": f"6{secrets.randbelow(10**11):011d}"}}  # fmt: skip
    entity = {key: link[key] for key in ("id", "amount", "amount_paid", "currency", "reference_id", "status")}
    return {"entity": "event", "account_id": "acc_simulated", "event": "payment_link.paid",
            "contains": ["payment_link", "payment"], "created_at": now,
            "payload": {"payment_link": {"entity": entity}, "payment": {"entity": payment}}}  # fmt: skip
