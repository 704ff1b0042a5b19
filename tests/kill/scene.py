"""A town of processes: the shop, the platforms' stand-in, and the test that watches both from outside.

Processes are forked from one that has imported the shop, so that starting one again costs no second of imports; each
is still a process of its own, and SIGKILL leaves of it what a power cut leaves."""

import asyncio
import json
import multiprocessing
import signal
import socket
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Self

import httpx
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot import demo
from bot.clock import utc_now
from bot.database import sessions
from bot.simulator.store import Store
from bot.tables import Identity, Inbox, Outbox
from catalog.tables import Contact
from tests.kill import ready, victim

BUYER = "919876500001"  # a phone the stand-in always has
CARD = "wamid.card"  # a message of long ago, still on her screen, with a button
ADD = "v1:add:shawl:3000"
PATIENCE = 60.0
_processes = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(["tests.kill.victim"])


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


async def until(what: Callable[[], Awaitable[bool]], why: str) -> None:
    end = time.monotonic() + PATIENCE
    while not await what():
        assert time.monotonic() < end, f"waited in vain: {why}"
        await asyncio.sleep(0.05)


@dataclass(frozen=True)
class Told:
    """One message as a phone got it: `key` is the shop's own for it, `words` all it said."""

    address: str
    key: str
    words: str


@dataclass
class Scene:
    engine: AsyncEngine
    folder: Path
    answer_hours: float = 4.0
    app_port: int = field(default_factory=free_port)
    sim_port: int = field(default_factory=free_port)
    producers: dict[str, str] = field(default_factory=dict)  # group → address of its contact
    shop: BaseProcess | None = None
    other: BaseProcess | None = None  # a second shop on the same database
    platforms: BaseProcess | None = None
    http: httpx.AsyncClient = field(default_factory=lambda: httpx.AsyncClient(trust_env=False, timeout=10))

    async def __aenter__(self) -> Self:
        self.made = sessions(self.engine)
        now = utc_now()
        async with self.made.begin() as db:
            await demo.seed_phones(db, now)
            (await ready.buyer(db, BUYER, now)).heard_at = now
            rows = await db.execute(
                select(Contact.group_id, Identity.address).join(Identity, Identity.person_id == Contact.person_id)
            )
            self.producers = dict(row._tuple() for row in rows)
        self._open_the_platforms()
        return self

    async def __aexit__(self, *_: object) -> None:
        for process in (self.shop, self.other, self.platforms):
            if process is not None and process.is_alive():
                process.terminate()
        for process in (self.shop, self.other, self.platforms):
            if process is not None:
                await asyncio.to_thread(process.join, 10)
                process.kill()
        await self.http.aclose()

    def _open_the_platforms(self) -> None:
        button = {"type": "reply", "reply": {"id": ADD, "title": "Add"}}
        card = {"type": "interactive", "interactive": {"type": "button", "action": {"buttons": [button]}}}
        phones = [
            {"channel": "whatsapp", "address": address, "name": group, "role": "producer"}
            for group, address in self.producers.items()
        ]
        (self.folder / "phones.json").write_text(json.dumps(phones), "utf-8")
        store = Store(self.folder / "platforms.sqlite")
        for address in (BUYER, *self.producers.values()):  # everybody has written today: their windows are open
            store.open_chat("whatsapp", address, "A", time.time())
        store.add_message(
            "whatsapp", BUYER, mine=False, vendor_id=CARD, kind="interactive", body=card, status="delivered"
        )
        arguments = {
            "--port": self.sim_port,
            "--app-url": f"http://127.0.0.1:{self.app_port}",
            "--store": self.folder / "platforms.sqlite",
            "--phones": self.folder / "phones.json",
            "--whatsapp-token": "token",
            "--app-secret": "app-secret",
            "--verify-token": "verify",
        }
        told = [str(word) for pair in arguments.items() for word in pair]
        self.platforms = _processes.Process(target=victim.stand_in, args=(told,), daemon=True)
        self.platforms.start()

    async def open_shop(self, place: str | None = None, twin: str | None = None) -> None:
        """Starts the shop; with `place` it will kill itself there once armed."""
        given = (self._settings(self.app_port), place, str(self.armed), twin, str(self.folder / "shop.log"))
        self.shop = _processes.Process(target=victim.run, args=given, daemon=True)
        self.shop.start()

    def open_another_shop(self) -> None:
        """One more process on the same database, that no platform posts to; PostgreSQL only."""
        given = (self._settings(free_port()), None, "", None, str(self.folder / "other.log"))
        self.other = _processes.Process(target=victim.run, args=given, daemon=True)
        self.other.start()

    def _settings(self, port: int) -> dict[str, Any]:
        return {
            "database_url": self.engine.url.render_as_string(hide_password=False),
            "var_dir": str(self.folder / "var"),
            "port": port,
            "simulator": False,
            "whatsapp_token": "token",
            "whatsapp_phone_number_id": "110000000000001",
            "whatsapp_app_secret": "app-secret",
            "whatsapp_verify_token": "verify",
            "whatsapp_api_url": f"http://127.0.0.1:{self.sim_port}/sim/graph",
            "rasa_url": "http://127.0.0.1:9",  # nobody listens: taps and numbers must do
            "answer_hours": self.answer_hours,
            "awake_from": 0,
            "awake_to": 24,
        }

    @property
    def armed(self) -> Path:
        return self.folder / "armed"

    def arm(self) -> None:
        self.armed.touch()

    async def listening(self) -> None:
        """Returns when shop and platforms answer."""
        for port in (self.sim_port, self.app_port):
            await until(lambda port=port: _answers(port), f"port {port} (see {self.folder / 'shop.log'})")  # type: ignore[misc]

    async def died(self) -> None:
        """Returns when the shop has killed itself; anything else is a failure of the test."""
        assert self.shop is not None
        await asyncio.to_thread(self.shop.join, PATIENCE)
        assert self.shop.exitcode == -signal.SIGKILL, f"the place was never reached ({self.shop.exitcode})"
        self.armed.unlink()

    async def writes(self, address: str, text: str) -> None:
        """A hand on a phone; the stand-in posts it, signed, until it hears 200."""
        await self._hand({"channel": "whatsapp", "address": address, "act": "text", "text": text})

    async def says_yes(self) -> None:
        """Answers the shown order by the number of its first button."""
        await self.writes(BUYER, "1")

    async def taps_the_card(self) -> None:
        await self._hand({"channel": "whatsapp", "address": BUYER, "act": "tap", "message": CARD, "id": ADD})

    async def _hand(self, act: dict[str, str]) -> None:
        answer = await self.http.post(f"http://127.0.0.1:{self.sim_port}/sim/phones/act", json=act)
        answer.raise_for_status()

    async def told(self, address: str | None = None) -> list[Told]:
        """What reached the phones, oldest first, repeats included."""
        answer = await self.http.get(f"http://127.0.0.1:{self.sim_port}/sim/control/sent")
        sent = [one for one in answer.json() if one["vendor_id"] != CARD and one["status"] != "failed"]
        return [_told(one) for one in sent if address in (None, one["address"])]

    async def settled(self) -> None:
        """Returns when every event was taken over, every message answered and every answer sent."""
        await until(self._nothing_underway, f"the queues are not empty (see {self.folder / 'shop.log'})")

    async def _nothing_underway(self) -> bool:
        answer = await self.http.get(f"http://127.0.0.1:{self.sim_port}/sim/control/waiting")
        return not answer.json()["whatsapp"] and await self.queues_are_empty()

    async def queues_are_empty(self) -> bool:
        async with self.made() as db:
            heard = await db.scalar(select(Inbox.id).where(Inbox.state == "new").limit(1))
            unsent = await db.scalar(select(Outbox.id).where(Outbox.state.in_(("queued", "sending"))).limit(1))
        return heard is None and unsent is None

    async def rows(self, table: Any) -> list[Any]:
        async with self.made() as db:
            return list(await db.scalars(select(table).order_by(table.id)))


async def _answers(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


def _told(sent: dict[str, Any]) -> Told:
    body = {name: value for name, value in sent["body"].items() if name != "biz_opaque_callback_data"}
    words = json.dumps(body, ensure_ascii=False, sort_keys=True)
    return Told(sent["address"], str(sent["body"].get("biz_opaque_callback_data")), words)
