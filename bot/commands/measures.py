"""What `haat bench` measures, each beside a bare equivalent on the same machine: only the ratio travels."""

import asyncio
import contextlib
import itertools
import multiprocessing
import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import uvicorn
import yaml
from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from actions.heard import Heard
from actions.payloads import write
from actions.turn import Shop
from bot.channels.outcome import Outcome, Sent
from bot.channels.telegram import Telegram
from bot.clock import utc_now
from bot.database import open_engine, sessions
from bot.delivery import Delivery
from bot.migrate import migrate
from bot.rasa_process import RasaProcess, free_port
from bot.settings import ROOT, Settings
from bot.simulator.world import FIRST_BUYERS
from bot.speech import speech
from bot.tables import Setting
from bot.throttle import Throttle
from bot.turn import Turns
from bot.understanding.nlu_client import NluClient
from bot.webhooks import Ingress
from bot.wiring import load_actions, reader
from bot.workers import Workers
from catalog.importers import seed
from catalog.service import load_index

_TASKS = yaml.safe_load((ROOT / "nlu" / "intents.yml").read_text("utf-8"))
SENTENCES = tuple(
    words for task in ("add_to_cart", "ask_price", "order_status") for words in _TASKS[task]["example"].values()
)
CHATS = 64
WORKERS = 4
ANSWERED_WITHIN = 120.0
_ids = itertools.count(1)


@dataclass(frozen=True)
class Row:
    """One line of the table. `beside`: the same unit for the bare equivalent named in `beside_what`."""

    what: str
    value: float
    unit: str
    beside: float | None = None
    beside_what: str = ""
    p50_ms: float | None = None
    p95_ms: float | None = None

    @property
    def ratio(self) -> float | None:
        return self.value / self.beside if self.beside else None


# --- the understanding


async def understanding(folder: Path, seconds: float) -> AsyncIterator[Row]:
    """Rasa's start, its memory, and parsing with 1 and 8 clients beside an HTTP server that only echoes."""
    rasa = RasaProcess(folder / "rasa.log")
    began = time.perf_counter()
    await rasa.start()
    try:
        if not await rasa.ready():
            raise RuntimeError(f"Rasa did not start: see {rasa.log_file}")
        yield Row("rasa ready", time.perf_counter() - began, "s")
        with _echo_server() as echo:
            for clients, name in ((1, "parse"), (8, "parse by 8")):
                bare = await _post_for(seconds, f"{echo}/model/parse", None, clients)
                ours = await _post_for(seconds, f"{rasa.url}/model/parse", rasa.token, clients)
                yield Row(name, _rate(ours), "messages/s", _rate(bare), "HTTP echo", _p(ours, 50), _p(ours, 95))
        yield Row("rasa memory", _resident_mb(rasa.pid), "MB")
    finally:
        await rasa.stop()


@dataclass(frozen=True)
class _Times:
    took: list[float]  # seconds for each request
    whole: float


def _rate(times: _Times) -> float:
    return len(times.took) / times.whole


def _p(times: _Times, percent: int) -> float:
    if len(times.took) < 2:
        return times.took[0] * 1000
    return statistics.quantiles(times.took, n=100, method="inclusive")[percent - 1] * 1000


async def _post_for(seconds: float, url: str, token: str | None, clients: int) -> _Times:
    took: list[float] = []
    async with httpx.AsyncClient(trust_env=False, timeout=30, params={"token": token} if token else None) as http:
        await http.post(url, json={"text": SENTENCES[0]})  # the first one pays for what is loaded late
        began = time.perf_counter()

        async def client(offset: int) -> None:
            for sentence in itertools.islice(itertools.cycle(SENTENCES), offset, None):
                at = time.perf_counter()
                (await http.post(url, json={"text": sentence})).raise_for_status()
                took.append(time.perf_counter() - at)
                if time.perf_counter() - began >= seconds:
                    return

        await asyncio.gather(*(client(number) for number in range(clients)))
        return _Times(took, time.perf_counter() - began)


def _echo(port: int) -> None:
    async def echo(request: Request) -> JSONResponse:
        return JSONResponse(await request.json())

    app = Starlette(routes=[Route("/model/parse", echo, methods=["POST"])])
    uvicorn.run(app, port=port, log_level="error", access_log=False)


@contextlib.contextmanager
def _echo_server() -> Iterator[str]:
    port = free_port()
    process = multiprocessing.get_context("spawn").Process(target=_echo, args=(port,), daemon=True)
    process.start()
    url = f"http://127.0.0.1:{port}"
    try:
        with httpx.Client(trust_env=False) as http:
            _until_answered(lambda: http.post(f"{url}/model/parse", json={}).is_success, "the echo server")
        yield url
    finally:
        process.terminate()
        process.join(5)


def _resident_mb(pid: int | None) -> float:
    """What of a process is in memory; Linux only, elsewhere 0."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:")), 0.0)


# --- inbox, turn, outbox


class _Silent(Telegram):
    """Telegram but for the last hop: nothing leaves the machine."""

    async def send(self, address: str, payload: dict[str, Any], key: str) -> Outcome:
        return Sent(f"{address}:{next(_ids)}")

    async def typing(self, address: str, heard: Heard) -> None:
        return


async def queues(url: str, name: str, seconds: float, folder: Path) -> Row:
    """Button taps of many chats through inbox, turn and outbox until sent, beside single-row durable commits."""
    settings = Settings.model_validate({"database_url": url, "var_dir": folder})
    await asyncio.to_thread(migrate, settings)
    engine = open_engine(settings.database_url, connections=2 * WORKERS + 6)
    try:
        commits = await _commits(engine, seconds)
        sent = await _through(engine, seconds)
    finally:
        await engine.dispose()
    return Row(f"messages, {name}", sent, "messages/s", commits, "one-row commits")


async def _commits(engine: AsyncEngine, seconds: float) -> float:
    made, count, began = sessions(engine), 0, time.perf_counter()
    while time.perf_counter() - began < seconds:
        async with made.begin() as db:
            await db.execute(insert(Setting).values(name=f"bench {next(_ids)}", value="1"))
        count += 1
    return count / (time.perf_counter() - began)


async def _through(engine: AsyncEngine, seconds: float) -> float:
    load_actions()
    made, channel = sessions(engine), _Silent(token="1:bench")
    async with made.begin() as db:
        await seed(db)
    async with made() as db:
        shop = Shop(demo_sells=True, base_url="http://127.0.0.1", index=await load_index(db))

    async def the_shop(_: object) -> Shop:
        return shop

    turns = Turns(made, utc_now, speech(), {"telegram": channel}, reader(NluClient([])), the_shop, 1_000_000)
    delivery = Delivery(made, utc_now, {"telegram": channel}, Throttle({}))
    workers = Workers(turns, delivery, WORKERS)
    ingress = Ingress(made, utc_now, workers.wake)
    began, posted = time.perf_counter(), 0
    workers.start()
    try:
        while time.perf_counter() - began < seconds:
            for chat in range(CHATS):
                await ingress.take(channel, _tap(chat))
            posted += CHATS
            await _sent(engine, posted)
        return posted / (time.perf_counter() - began)
    finally:
        await workers.stop()


async def _sent(engine: AsyncEngine, count: int) -> None:
    for _ in range(int(ANSWERED_WITHIN / 0.02)):
        async with engine.connect() as connection:
            await connection.execution_options(reading=True)
            done = await connection.scalar(text("SELECT count(*) FROM outbox WHERE state = 'sent'"))
        if (done or 0) >= count:
            return
        await asyncio.sleep(0.02)
    raise RuntimeError("messages were not sent in time")


def _tap(chat: int) -> dict[str, Any]:
    """Telegram's update for a pressed button."""
    number = next(_ids)
    person = {"id": 1000 + chat, "is_bot": False, "first_name": "A", "language_code": "hi"}
    message = {"message_id": number, "date": int(time.time()), "chat": {"id": 1000 + chat, "type": "private"}}
    query = {"id": str(number), "from": person, "chat_instance": "1", "data": write("menu"), "message": message}
    return {"update_id": number, "callback_query": query}


# --- from the command to the first answer


def first_answers(folder: Path) -> Iterator[Row]:
    """Seconds from `haat run` to the first answered message, on an empty folder and once more."""
    for what in ("first answer", "answer after restart"):
        yield Row(what, _first_answer(folder), "s")


def _first_answer(folder: Path) -> float:
    port = free_port()
    bare = {name: value for name, value in os.environ.items() if not name.startswith("HAAT_")}
    settings = {"HAAT_SIMULATOR": "1", "HAAT_PORT": str(port), "HAAT_VAR_DIR": str(folder),
                "HAAT_DATABASE_URL": f"sqlite:///{folder / 'shop.db'}"}  # fmt: skip
    buyer = FIRST_BUYERS[0]
    act = {"channel": buyer.channel, "address": buyer.address, "act": "text", "text": "shawl dikhaiye"}
    here = f"http://127.0.0.1:{port}/sim"
    began = time.perf_counter()
    shop = subprocess.Popen([sys.executable, "-m", "bot.cli", "run"], cwd=ROOT, env={**bare, **settings},
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    try:
        with httpx.Client(trust_env=False, timeout=10) as http:
            _until_answered(lambda: http.get(f"{here}/control/sent").is_success, "haat run")
            _until_answered(lambda: _understood(http, here, act), "the first message")
        return time.perf_counter() - began
    finally:
        shop.send_signal(signal.SIGINT)
        shop.wait(30)


def _understood(http: httpx.Client, here: str, act: dict[str, str]) -> bool:
    """Writes to the shop and waits for its answer; an answer that it cannot read just now does not count."""
    last = max((told["id"] for told in http.get(f"{here}/control/sent").json()), default=0)
    http.post(f"{here}/phones/act", json=act).raise_for_status()
    answers: list[dict[str, Any]] = []

    def came() -> bool:
        answers.extend(http.get(f"{here}/control/sent", params={"since": last}).json())
        return bool(answers)

    _until_answered(came, "a message")
    return any(write("add", "kullu-shawl") in str(told["body"]) for told in answers)


def _until_answered(asked: Callable[[], bool], what: str) -> None:
    end = time.perf_counter() + ANSWERED_WITHIN
    while time.perf_counter() < end:
        with contextlib.suppress(httpx.TransportError):
            if asked():
                return
        time.sleep(0.02)
    raise RuntimeError(f"{what} did not answer within {ANSWERED_WITHIN:.0f} s")
