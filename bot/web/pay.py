"""/pay/<token>: where a buyer pays one bill. The address tells nothing; all that stands here comes from the database,
so that nobody can write another sum or another payee into it. Opening the page changes nothing."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import structlog
from jinja2 import Environment, FileSystemLoader
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from actions.asking_pay import bill_of, page
from actions.messages import say
from actions.payment_forms import Bill
from bot.clock import Clock
from bot.database import Sessions
from bot.gateway import LEAST_PAISE, GatewayAway, GatewayRefuses, Razorpay
from bot.speech import day, rupees, speech
from catalog import qr
from catalog.words import LANGUAGES, Language, language_of
from orders import payees, payments
from orders.money_tables import Payee, Payment
from orders.tables import Order, Person

log = structlog.get_logger()
_pages = Environment(loader=FileSystemLoader(Path(__file__).parent / "pages"), autoescape=True)
NAMES = {"hi": "हिंदी", "en": "English", "hi-Latn": "Hinglish"}


@dataclass(frozen=True)
class Seen:
    """One payment as its page shows it. `state`: due, claimed, paid, expired, cancelled, not-yet."""

    payment: Payment
    order: Order
    language: Language
    state: str
    bill: Bill | None
    payee: Payee | None


@dataclass(frozen=True)
class Till:
    """The pages of this shop: what they need."""

    sessions: Sessions
    clock: Clock
    base_url: str
    gateway: Razorpay | None

    def online(self, seen: Seen) -> bool:
        """Whether it can be paid by card or bank: only straight to the seller's own account."""
        account = seen.payee.gateway_account if seen.payee is not None else None
        return self.gateway is not None and account is not None and seen.payment.amount_paise >= LEAST_PAISE


def routes(till: Till) -> list[BaseRoute]:
    async def show(request: Request) -> Response:
        async with till.sessions() as db:
            seen = await _seen(db, till, request)
        return _page(till, request, seen) if seen is not None else _unknown(request)

    async def picture(request: Request) -> Response:
        """The QR of a bill that is due; nothing for any other."""
        async with till.sessions() as db:
            seen = await _seen(db, till, request)
        if seen is None or seen.bill is None or seen.state not in ("due", "claimed"):
            return Response(status_code=404)
        return Response(
            qr.png(seen.bill.upi, strong=False), media_type="image/png", headers={"cache-control": "no-store"}
        )

    async def online(request: Request) -> Response:
        """To Razorpay. The network is asked between two short transactions, never inside one."""
        async with till.sessions() as db:
            seen = await _seen(db, till, request)
        if seen is None:
            return _unknown(request)
        if seen.state not in ("due", "claimed") or not till.online(seen) or till.gateway is None or seen.payee is None:
            return RedirectResponse(page(till.base_url, seen.payment), 303)
        back = page(till.base_url, seen.payment)
        try:
            link = await till.gateway.link(seen.payment, seen.payee, back, int(till.clock().timestamp()))
        except (GatewayAway, GatewayRefuses) as fault:
            log.warning("no_payment_link", payment=seen.payment.id, fault=str(fault))
            return _page(till, request, seen, away=True)
        async with till.sessions.begin() as db:  # the amount may have changed meanwhile: then it is another reference
            same = (Payment.id == seen.payment.id, Payment.reference == seen.payment.reference)
            await db.execute(update(Payment).where(*same).values(gateway_id=link.id))
        return RedirectResponse(link.url, 303)

    return [
        Route("/pay/{token}", show, methods=["GET"]),
        Route("/pay/{token}/qr.png", picture, methods=["GET"]),
        Route("/pay/{token}/online", online, methods=["POST"]),
    ]


async def _seen(db: AsyncSession, till: Till, request: Request) -> Seen | None:
    payment = await payments.by_token(db, str(request.path_params["token"]))
    if payment is None or payment.method != "upi":
        return None
    order = await db.get_one(Order, payment.order_id)
    person = await db.get_one(Person, order.person_id)
    bill = await bill_of(db, till.base_url, order, payment)
    payee = await payees.of_seller(db, payment.seller_id)
    said = request.query_params.get("l")
    language = language_of(said if said in LANGUAGES else person.language)
    return Seen(payment, order, language, _state(payment, bill, till.clock()), bill, payee)


def _state(payment: Payment, bill: Bill | None, now: datetime) -> str:
    if payment.state != "due":
        return payment.state
    if payment.claimed_at is not None:
        return "claimed"
    if bill is None or payment.expires_at is None:
        return "not-yet"
    return "due" if now <= payment.expires_at else "expired"


def _page(till: Till, request: Request, seen: Seen, away: bool = False) -> Response:
    def text(key: str, **args: Any) -> str:
        return speech().phrase(say(key, **args), seen.language)

    bill = seen.bill
    pays = seen.state in ("due", "claimed") and bill is not None
    words: dict[str, Any] = {
        "language": seen.language,
        "head": text("pay-page-head", number=seen.order.number),
        "amount": rupees(seen.payment.amount_paise),
        "to": text("pay-page-to", payee=bill.payee) if bill is not None else None,
        "note": text(f"pay-page-{seen.state}") if seen.state != "due" else None,
        "away": text("pay-page-away") if away else None,
        "state": seen.state,
        "languages": [(code, NAMES[code]) for code in LANGUAGES if code != seen.language],
        "pays": pays,
    }
    if pays and bill is not None:
        words |= {
            "by": text("pay-page-by", by=day(bill.by, seen.language)),
            "upi": bill.upi,
            "vpa": seen.payee.vpa if seen.payee is not None else "",
            "qr": f"/pay/{seen.payment.token}/qr.png",
            "online": f"/pay/{seen.payment.token}/online" if till.online(seen) else None,
            "say": {
                name: text(f"pay-page-{name}") for name in ("open", "scan", "copy", "copy-button", "online", "next")
            },
        }
    return _html(request, words, 200)


def _unknown(request: Request) -> Response:
    first = request.headers.get("accept-language", "").split(",")[0].split(";")[0]
    language = language_of(first or None)
    note = speech().phrase(say("pay-page-unknown"), language)
    return _html(request, {"language": language, "head": note, "state": "unknown", "pays": False}, 404)


def _html(request: Request, words: dict[str, Any], status: int) -> Response:
    nonce = secrets.token_urlsafe(12)
    # The form leads to the gateway's own page, by a redirect that browsers hold to form-action too.
    policy = (
        "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; "
        f"script-src 'nonce-{nonce}'; form-action 'self' https:; base-uri 'none'; frame-ancestors 'none'"
    )
    headers = {"content-security-policy": policy, "cache-control": "no-store", "referrer-policy": "no-referrer",
               "x-robots-tag": "noindex"}  # fmt: skip
    return HTMLResponse(_pages.get_template("pay.html").render(nonce=nonce, **words), status, headers)
