"""Razorpay: links by which a buyer pays by card, bank or UPI, and its signed news of what was paid.

Sources: razorpay.com/docs/api/payments/payment-links (create, fetch, by reference_id), …/route (transfers to the
seller's linked account: nothing stays with the shop), …/webhooks/validate-test (X-Razorpay-Signature: HMAC-SHA256 of
the raw body, hex). Amounts are paise. No card data ever comes here: the buyer types it at Razorpay.
"""

import hashlib
import hmac
import json
from dataclasses import dataclass
from typing import Any

import httpx

from orders.money_tables import Payee, Payment

API = "https://api.razorpay.com"
LEAST_PAISE = 100  # Razorpay takes no payment below ₹1
LEAST_SECONDS = 15 * 60  # a link that ends must live at least so long
TIMEOUT = httpx.Timeout(20, connect=5)


class GatewayAway(Exception):
    """No answer, or a passing fault: nothing is known, the same may be asked again."""


class GatewayRefuses(Exception):
    """Razorpay does not take this request, whoever asks again."""


@dataclass(frozen=True)
class Link:
    """A payment link: its id at Razorpay, and where the buyer goes."""

    id: str
    url: str
    status: str


@dataclass(frozen=True)
class Event:
    """What a webhook says: money of `paise` for `reference`, under the bank's number when it told one."""

    kind: str
    link_id: str
    reference: str
    paise: int
    utr: str | None


class Razorpay:
    """One account; opened and closed by the wiring."""

    def __init__(
        self,
        key_id: str,
        key_secret: str,
        webhook_secret: str,
        api_url: str | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._secret = webhook_secret.encode()
        self._client = httpx.AsyncClient(
            base_url=(api_url or API).rstrip("/"), auth=(key_id, key_secret), timeout=TIMEOUT, transport=transport
        )

    async def close(self) -> None:
        await self._client.aclose()

    def signed(self, raw: bytes, header: str | None) -> bool:
        """Whether Razorpay has signed exactly these bytes; odd characters in the header are just wrong."""
        wanted = hmac.new(self._secret, raw, hashlib.sha256).hexdigest().encode()
        return header is not None and hmac.compare_digest(header.encode("utf-8", "replace"), wanted)

    async def link(self, payment: Payment, payee: Payee, back: str, now: int) -> Link:
        """The link of this payment, made once: asked for again it is the same, also when an answer was lost.

        Raises GatewayAway and GatewayRefuses."""
        if payment.gateway_id is not None:
            return _link(await self._call("GET", f"/v1/payment_links/{payment.gateway_id}"))
        known = await self._by_reference(payment.reference)
        return known or _link(await self._call("POST", "/v1/payment_links", _wanted(payment, payee, back, now)))

    async def _by_reference(self, reference: str) -> Link | None:
        found = await self._call("GET", "/v1/payment_links", params={"reference_id": reference})
        links = [one for one in found.get("payment_links", []) if one.get("reference_id") == reference]
        return _link(links[0]) if links else None

    async def _call(
        self, method: str, path: str, body: dict[str, Any] | None = None, params: dict[str, str] | None = None
    ) -> dict[str, Any]:
        try:
            answer = await self._client.request(method, path, json=body, params=params)
            told = answer.json()
        except (httpx.HTTPError, ValueError) as fault:
            raise GatewayAway(type(fault).__name__) from fault
        if answer.status_code == 429 or answer.status_code >= 500 or not isinstance(told, dict):
            raise GatewayAway(f"answer {answer.status_code}")
        if answer.status_code >= 400:
            raise GatewayRefuses(str((told.get("error") or {}).get("description") or answer.status_code)[:200])
        return told


def _wanted(payment: Payment, payee: Payee, back: str, now: int) -> dict[str, Any]:
    """The body of a new link. All of it is passed on to the seller's linked account."""
    if payee.gateway_account is None or payment.amount_paise < LEAST_PAISE:
        raise GatewayRefuses("this payment is not made online")
    body: dict[str, Any] = {
        "amount": payment.amount_paise,
        "currency": "INR",
        "accept_partial": False,
        "reference_id": payment.reference,
        "description": payment.reference,
        "notify": {"sms": False, "email": False},
        "reminder_enable": False,
        "callback_url": back,
        "callback_method": "get",
        "options": {
            "order": {
                "transfers": [
                    {"account": payee.gateway_account, "amount": payment.amount_paise, "currency": "INR", "on_hold": 0}
                ]
            }
        },
    }
    if payment.expires_at is not None:
        body["expire_by"] = max(int(payment.expires_at.timestamp()), now + LEAST_SECONDS + 60)
    return body


def _link(told: dict[str, Any]) -> Link:
    try:
        return Link(str(told["id"]), str(told["short_url"]), str(told.get("status", "")))
    except KeyError as fault:
        raise GatewayAway("an answer without a link") from fault


def event(raw: bytes) -> Event | None:
    """What a signed body says of a payment link; None for news of other things. Raises ValueError when unreadable."""
    told = json.loads(raw)
    if not isinstance(told, dict):
        raise ValueError("not an event")
    if told.get("event") != "payment_link.paid":
        return None
    try:
        link = told["payload"]["payment_link"]["entity"]
        payment = told["payload"]["payment"]["entity"]
        paise, captured = int(payment["amount"]), payment.get("status") in (None, "captured")
        rrn = (payment.get("acquirer_data") or {}).get("rrn")
        made = Event(
            "paid", str(link["id"]), str(link.get("reference_id") or ""), paise, str(rrn)[:22] if rrn else None
        )
    except (KeyError, TypeError) as fault:
        raise ValueError("an event without its payment") from fault
    return made if captured and payment.get("currency", "INR") == "INR" else None
