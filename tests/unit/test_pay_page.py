"""The pay page and Razorpay: what it shows comes from the database, links are made once, signed news pays once."""

import asyncio
import hashlib
import hmac
import io
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
import zxingcpp
from PIL import Image
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from starlette.applications import Starlette

from actions.turn import Shop
from bot.database import sessions
from bot.gateway import GatewayAway, GatewayRefuses, Razorpay, event
from bot.people import identity_for
from bot.simulator.phone import MetaAccount, RazorpayAccount, TelegramBot, no_phones
from bot.simulator.razorpay import Razorpay as StandIn
from bot.simulator.razorpay import paid_event
from bot.simulator.store import Store
from bot.simulator.world import World
from bot.tables import Inbox, Outbox
from bot.web import pay, razorpay
from orders import payments, service
from orders.money_tables import LedgerEntry, Payee, Payment, Refund
from orders.tables import Order, Person, Ticket
from tests.conftest import NOW
from tests.unit.stage import SHOP
from tests.unit.test_payments import agreed, bought
from tests.unit.till import sellers, the_payment

ACCOUNT = RazorpayAccount("rzp_test_key", "key-secret", "hook-secret")
RZP = "http://rzp.test/sim/razorpay"


@dataclass
class Counter:
    """A shop with one UPI order that is agreed, its pages, and the stand-in of the gateway."""

    db: AsyncSession
    order: Order
    payment: Payment
    world: World
    gateway: Razorpay
    web: httpx.AsyncClient
    now: datetime = NOW

    async def news(self, body: dict[str, Any], secret: str = ACCOUNT.webhook_secret, **headers: str) -> int:
        raw = json.dumps(body).encode()
        signature = hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()
        told = {"X-Razorpay-Signature": signature, **headers}
        return (await self.web.post("/webhooks/razorpay", content=raw, headers=told)).status_code

    async def state(self) -> str:
        await self.db.rollback()
        await self.db.refresh(self.payment)
        state: str = self.payment.state
        return state


def link_of(payment: Payment, paise: int | None = None) -> dict[str, Any]:
    amount = payment.amount_paise if paise is None else paise
    return {"id": "plink_x", "amount": amount, "amount_paid": amount, "currency": "INR", "status": "paid",
            "reference_id": payment.reference}  # fmt: skip


@pytest_asyncio.fixture
async def counter(seeded: AsyncSession, engine: AsyncEngine, tmp_path: Path) -> AsyncIterator[Counter]:
    await sellers(seeded)
    for payee in await seeded.scalars(select(Payee)):
        payee.gateway_account = f"acc_{payee.seller_id}1"
    await seeded.flush()
    order = await bought(seeded)
    payment = await agreed(seeded, order)
    phone = await identity_for(seeded, "whatsapp", "919876500009", NOW, wa_id="919876500009")
    phone.person_id = 1
    (await seeded.get_one(Person, 1)).language = "hi"
    await seeded.commit()
    world = World(Store(tmp_path / "sim.sqlite"), "http://shop.test", MetaAccount("t", "1", "s", "v"),
                  TelegramBot("1:t", None), no_phones)  # fmt: skip
    world.razorpay = ACCOUNT
    there = httpx.ASGITransport(Starlette(routes=[StandIn(world, NOW.timestamp).routes()]))
    gateway = Razorpay(ACCOUNT.key_id, ACCOUNT.key_secret, ACCOUNT.webhook_secret, RZP, there)
    made = Counter(seeded, order, payment, world, gateway, httpx.AsyncClient())
    till = pay.Till(sessions(engine), lambda: made.now, "http://shop.test", gateway)

    async def shop(_: AsyncSession) -> Shop:
        return SHOP

    app = Starlette(
        routes=[
            *pay.routes(till),
            *razorpay.routes(gateway, till.sessions, lambda: made.now, shop, lambda: None),
        ]
    )
    made.web = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://shop.test")
    yield made
    await made.web.aclose()
    await gateway.close()


async def test_the_page_asks_for_what_the_database_says(counter: Counter) -> None:
    token = counter.payment.token
    answer = await counter.web.get(f"/pay/{token}?amount=1&pa=thief@bank&am=1.00")
    assert answer.status_code == 200
    assert "₹1,900" in answer.text
    assert (
        f"upi://pay?pa=samiti@bank&amp;pn=SAMITI&amp;am=1900.00&amp;cu=INR&amp;tr={counter.payment.reference}"
        in answer.text
    )
    assert "thief" not in answer.text
    drawn = await counter.web.get(f"/pay/{token}/qr.png?am=1.00")
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(drawn.content)))
    assert code.text.startswith("upi://pay?pa=samiti@bank&pn=SAMITI&am=1900.00&cu=INR&tr=")
    for private in (counter.order.name, counter.order.phone, counter.order.line, counter.order.pincode):
        assert private not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


async def test_opening_it_changes_nothing(counter: Counter) -> None:
    before = counter.payment.changed_at
    for path in ("", "/qr.png", "?l=en", "?l=hi-Latn"):
        assert (await counter.web.get(f"/pay/{counter.payment.token}{path}")).status_code == 200
    assert await counter.state() == "due"
    assert counter.payment.changed_at == before


@pytest.mark.parametrize("token", ["x", "0", "%00", "..%2f..%2fetc", "क", "a" * 300])
async def test_no_other_address_opens_anything(counter: Counter, token: str) -> None:
    answer = await counter.web.get(f"/pay/{token}", headers={"accept-language": "en"})
    assert answer.status_code == 404
    assert "upi://" not in answer.text


async def test_three_languages(counter: Counter) -> None:
    said = {
        code: (await counter.web.get(f"/pay/{counter.payment.token}?l={code}")).text for code in ("hi", "en", "hi-Latn")
    }
    for words in ("UPI ऐप खोलिए", "या इस UPI पते पर भेजिए", "कार्ड या बैंक से दीजिए", "UPI पिन कभी नहीं पूछता"):
        assert words in said["hi"]
    assert "Open my UPI app" in said["en"]
    assert "UPI app kholiye" in said["hi-Latn"]
    assert "UPI ऐप खोलिए" in (await counter.web.get(f"/pay/{counter.payment.token}?l=xx")).text  # hers


@pytest.mark.parametrize("state", ["paid", "expired", "cancelled"])
async def test_a_settled_bill_shows_no_way_to_pay(counter: Counter, state: str) -> None:
    counter.payment.state = state
    await counter.db.commit()
    answer = await counter.web.get(f"/pay/{counter.payment.token}")
    assert answer.status_code == 200
    assert "upi://" not in answer.text
    assert (await counter.web.get(f"/pay/{counter.payment.token}/qr.png")).status_code == 404


async def test_past_its_time_nobody_is_asked_even_before_the_clock_has_rung(counter: Counter) -> None:
    counter.now = NOW + timedelta(days=3)
    assert "upi://" not in (await counter.web.get(f"/pay/{counter.payment.token}")).text


async def test_online_leads_to_one_link_for_one_bill(counter: Counter) -> None:
    path = f"/pay/{counter.payment.token}/online"
    first, second = await counter.web.post(path), await counter.web.post(path)
    assert first.status_code == second.status_code == 303
    assert first.headers["location"] == second.headers["location"]
    assert await counter.state() == "due"
    kept = json.loads(counter.world.store.setting(f"rzp_link:{counter.payment.gateway_id}") or "")
    assert (kept["amount"], kept["reference_id"]) == (190000, counter.payment.reference)
    assert kept["options"]["order"]["transfers"] == [
        {"account": "acc_samiti1", "amount": 190000, "currency": "INR", "on_hold": 0}
    ]
    counter.payment.gateway_id = None  # the answer was lost before it was written
    await counter.db.commit()
    assert (await counter.web.post(path)).headers["location"] == first.headers["location"]


async def test_without_the_sellers_own_account_nothing_is_paid_online(counter: Counter) -> None:
    for payee in await counter.db.scalars(select(Payee)):
        payee.gateway_account = None
    await counter.db.commit()
    token = counter.payment.token
    assert "/online" not in (await counter.web.get(f"/pay/{token}")).text
    answer = await counter.web.post(f"/pay/{token}/online")
    assert answer.headers["location"] == f"http://shop.test/pay/{token}"


async def test_signed_news_pays_once_however_often_it_comes(counter: Counter) -> None:
    body = paid_event(link_of(counter.payment), 1)
    body["payload"]["payment"]["entity"]["acquirer_data"]["rrn"] = "632812345678"
    for number in range(3):
        assert await counter.news(body, **{"X-Razorpay-Event-Id": f"evt_{number}"}) == 200
    body["created_at"] = 2  # the same money in other words
    assert await counter.news(body) == 200
    assert await counter.state() == "paid"
    assert (counter.payment.paid_by, counter.payment.utr) == ("gateway", "632812345678")
    assert await counter.db.scalar(select(func.count()).select_from(LedgerEntry)) == 1
    assert await counter.db.scalar(select(func.count()).select_from(Inbox)) == 2
    told = [row.message["template"] for row in await counter.db.scalars(select(Outbox))]
    assert told.count("payment_received") == 1


async def test_two_deliveries_at_once(counter: Counter) -> None:
    body = paid_event(link_of(counter.payment), 1)
    assert set(await asyncio.gather(*(counter.news(body) for _ in range(4)))) == {200}
    assert await counter.state() == "paid"
    assert await counter.db.scalar(select(func.count()).select_from(LedgerEntry)) == 1
    assert await counter.db.scalar(select(func.count()).select_from(Outbox)) == 1


@pytest.mark.parametrize("header", ["", "0" * 64, "é" * 64, "sha256="])
async def test_what_is_not_signed_is_refused(counter: Counter, header: str) -> None:
    body = json.dumps(paid_event(link_of(counter.payment), 1)).encode()
    headers = {"X-Razorpay-Signature": header.encode("utf-8")} if header else {}
    assert (await counter.web.post("/webhooks/razorpay", content=body, headers=headers)).status_code == 401
    assert await counter.news(paid_event(link_of(counter.payment), 1), secret="another") == 401
    assert await counter.state() == "due"


async def test_one_changed_byte_breaks_the_signature(counter: Counter) -> None:
    raw = json.dumps(paid_event(link_of(counter.payment), 1)).encode()
    signature = hmac.new(ACCOUNT.webhook_secret.encode(), raw, hashlib.sha256).hexdigest()
    changed = raw.replace(b"190000", b"190001", 1)
    headers = {"X-Razorpay-Signature": signature}
    assert (await counter.web.post("/webhooks/razorpay", content=changed, headers=headers)).status_code == 401


@pytest.mark.parametrize("paise", [189999, 190001, 100])
async def test_another_sum_is_a_ticket(counter: Counter, paise: int) -> None:
    assert await counter.news(paid_event(link_of(counter.payment, paise), 1)) == 200
    assert await counter.state() == "due"
    (ticket,) = await counter.db.scalars(select(Ticket))
    assert (ticket.kind, f"{paise / 100:.2f} came" in ticket.text) == ("money", True)


async def test_money_for_nobody_is_a_ticket(counter: Counter) -> None:
    link = {**link_of(counter.payment), "reference_id": "HT9P999R1"}
    assert await counter.news(paid_event(link, 1)) == 200
    (ticket,) = await counter.db.scalars(select(Ticket))
    assert ticket.person_id is None
    assert "HT9P999R1" in ticket.text


async def test_late_money_goes_back(counter: Counter) -> None:
    counter.now = NOW + timedelta(days=3)
    assert await payments.expire(counter.db, counter.payment.id, counter.now) is not None
    for part in await service.parts_of(counter.db, counter.order.id):
        await service.move(counter.db, part.id, "cancel", "timer", counter.now)
    await counter.db.commit()
    assert await counter.news(paid_event(link_of(counter.payment), 1)) == 200
    assert await counter.state() == "paid"
    (refund,) = await counter.db.scalars(select(Refund))
    assert (refund.reason, refund.amount_paise) == ("late", 190000)
    assert [row.message["template"] for row in await counter.db.scalars(select(Outbox))] == ["payment_late"]


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b"{", b'{"event":"payment_link.paid"}', b'{"event":"payment_link.paid","payload":[]}']
)
def test_news_that_cannot_be_read(raw: bytes) -> None:
    with pytest.raises(ValueError):
        event(raw)


def test_other_news_is_no_money() -> None:
    assert event(b'{"event":"payment.failed"}') is None
    body = paid_event(
        {"id": "p", "amount": 5, "amount_paid": 5, "currency": "INR", "reference_id": "R", "status": "paid"}, 1
    )
    body["payload"]["payment"]["entity"]["status"] = "failed"
    assert event(json.dumps(body).encode()) is None


async def test_the_gateway_refuses_as_razorpay_does(counter: Counter) -> None:
    payee = (await counter.db.scalars(select(Payee).where(Payee.seller_id == "samiti"))).one()
    there = httpx.ASGITransport(Starlette(routes=[StandIn(counter.world, NOW.timestamp).routes()]))
    stranger = Razorpay("rzp_test_key", "wrong", "x", RZP, there)
    with pytest.raises(GatewayRefuses, match="Authentication failed"):
        await stranger.link(counter.payment, payee, "http://shop.test", 0)
    await stranger.close()
    small = Payment(reference="HT1P9R1", amount_paise=99, gateway_id=None, expires_at=None)
    with pytest.raises(GatewayRefuses):
        await counter.gateway.link(small, payee, "http://shop.test", 0)
    async with httpx.AsyncClient(
        transport=there, base_url="http://rzp.test", auth=("rzp_test_key", "key-secret")
    ) as raw:
        body = {"amount": 100, "currency": "INR", "reference_id": "HT1P1R1"}
        path = "/sim/razorpay/v1/payment_links"
        assert (await raw.post(path, json={**body, "amount": 99})).status_code == 400
        assert (await raw.post(path, json=body)).status_code == 200
        again = await raw.post(path, json=body)
        assert (again.status_code, "already exists" in again.text) == (400, True)
        assert (await raw.post(path, json=body, auth=("a", "b"))).status_code == 401


@pytest.mark.parametrize("answer", [httpx.Response(502, text="<html>"), httpx.Response(429, json={}), None])
async def test_when_the_gateway_is_away_upi_still_works(counter: Counter, answer: httpx.Response | None) -> None:
    def away(_: httpx.Request) -> httpx.Response:
        if answer is None:
            raise httpx.ConnectError("down")
        return answer

    gateway = Razorpay("k", "s", "w", RZP, httpx.MockTransport(away))
    payee = (await counter.db.scalars(select(Payee).where(Payee.seller_id == "samiti"))).one()
    await counter.db.commit()
    with pytest.raises(GatewayAway):
        await gateway.link(counter.payment, payee, "http://shop.test", 0)
    await gateway.close()
    counter.gateway._client = httpx.AsyncClient(transport=httpx.MockTransport(away), base_url=RZP)
    page = await counter.web.post(f"/pay/{counter.payment.token}/online")
    assert page.status_code == 200
    assert "यह रास्ता अभी बंद है" in page.text
    assert "upi://pay" in page.text
    assert (await the_payment(counter.db, counter.order)).state == "due"
