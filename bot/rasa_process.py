"""The Rasa server of this installation: a child on loopback, started, watched and ended with the app."""

import asyncio
import contextlib
import json
import os
import secrets
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import structlog

from bot.settings import ROOT, Settings
from bot.understanding.nlu_client import NluClient

log = structlog.get_logger()
GRACE = 5.0  # seconds for the answers that the old server has begun; a message waits at most 2
READY_WITHIN = 90.0  # seconds; a cold disk is slow, a healthy start takes 3–6


class NotTrained(Exception):
    """There is no Rasa environment or no trained model."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class _Server:
    """One Rasa process: its port and the model it was started for."""

    port: int
    model: str | None
    process: asyncio.subprocess.Process

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def end(self) -> None:
        if self.process.returncode is None:
            self.process.terminate()
            try:
                await asyncio.wait_for(self.process.wait(), 5)
            except TimeoutError:
                self.process.kill()
                await self.process.wait()


@dataclass
class RasaProcess:
    """The server whose `url` and `token` the app asks. It is replaced when it dies; and when another model becomes
    current, a new one is started beside it, asked as soon as it answers, and only then is the old one ended. A model
    that does not start leaves the old one serving, with `trouble` saying so."""

    log_file: Path
    python: Path = ROOT / "nlu" / ".venv" / "bin" / "python"
    models: Path = ROOT / "nlu" / "models"
    port: int = field(default_factory=free_port)
    token: str = field(default_factory=lambda: secrets.token_hex(16))
    client: NluClient | None = None
    trouble: str | None = None
    look_every: float = 2.0
    ready_within: float = READY_WITHIN
    _server: _Server | None = None
    _watch: asyncio.Task[None] | None = None
    _described: str = ""  # current.json of the model that serves: put back when another one is refused

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int | None:
        return self._server.process.pid if self._server is not None else None

    def current(self) -> str | None:
        """The model that is to be served, as current.json names it."""
        try:
            return str(json.loads((self.models / "current.json").read_text("utf-8"))["model"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    async def start(self) -> None:
        """Returns at once; `ready` tells when it answers. Raises NotTrained."""
        if not self.python.exists() or self.current() is None:
            raise NotTrained("run `make run` once: it sets up and trains the understanding")
        self._described = (self.models / "current.json").read_text("utf-8")
        self.log_file.parent.mkdir(parents=True, exist_ok=True)
        self._watch = asyncio.create_task(self._keep())

    async def ready(self, within: float = READY_WITHIN) -> bool:
        """Waits until the server answers, at most `within` seconds."""
        return await _answers(self.url, self.token, within)

    async def stop(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.gather(self._watch, return_exceptions=True)
        if self._server is not None:
            await self._server.end()

    async def _keep(self) -> None:
        pause = 1.0
        self._server = await self._started(self.port)
        while True:
            try:
                code = await asyncio.wait_for(asyncio.shield(self._server.process.wait()), self.look_every)
            except TimeoutError:
                wanted = self.current()
                if wanted not in (None, self._server.model):
                    await self._take_over(self._server)
                continue
            log.error("rasa_ended", code=code, log=str(self.log_file))
            await asyncio.sleep(pause)
            pause = min(30.0, pause * 2)
            self._server = await self._started(self.port)

    async def _take_over(self, old: _Server) -> None:
        """Another model is current: it is asked from the moment it answers; what the old one has begun, it ends."""
        fresh = await self._started(free_port())
        try:
            answers = await _answers(fresh.url, self.token, self.ready_within, fresh.process)
        except asyncio.CancelledError:
            await fresh.end()
            raise
        if not answers:
            self.trouble = f"the model {fresh.model} does not start; {old.model} serves on"
            if self.current() == fresh.model:  # a restart must find the model that works
                back = self.models / "current.json.back"
                back.write_text(self._described, "utf-8")
                back.replace(self.models / "current.json")
            self._tell(self.trouble)
            log.error("model_refused", model=fresh.model, serves=old.model, log=str(self.log_file))
            await fresh.end()
            return
        self._server, self.port, self.trouble = fresh, fresh.port, None
        self._described = (self.models / "current.json").read_text("utf-8")
        self._tell(None)
        if self.client is not None:
            self.client.use([fresh.url])
        log.info("model_taken_over", model=fresh.model, before=old.model)
        try:
            await asyncio.sleep(GRACE)
        finally:
            await old.end()

    def _tell(self, trouble: str | None) -> None:
        if self.client is not None:
            self.client.trouble = trouble

    async def _started(self, port: int) -> _Server:
        model = self.current()
        with self.log_file.open("ab") as output:
            process = await asyncio.create_subprocess_exec(
                *(str(self.python), "-m", "nlu.serve", "--port", str(port), "--models", str(self.models)),
                cwd=ROOT,
                env={**_environment(), "HAAT_RASA_TOKEN": self.token},
                stdout=output,
                stderr=output,
            )
        return _Server(port, model, process)


async def _answers(url: str, token: str, within: float, process: asyncio.subprocess.Process | None = None) -> bool:
    """Waits until a server answers; False after `within` seconds, or when its process has ended."""
    async with httpx.AsyncClient(timeout=2.0, trust_env=False) as client:
        for _ in range(int(within / 0.1)):
            if process is not None and process.returncode is not None:
                return False
            try:
                answer = await client.get(f"{url}/status", params={"token": token})
                if answer.status_code == 200:
                    return True
            except httpx.HTTPError:
                pass
            await asyncio.sleep(0.1)
    return False


@dataclass
class Understanding:
    """A client of the understanding, and whether there is a server behind it."""

    client: NluClient
    process: RasaProcess | None

    async def ready(self, within: float = READY_WITHIN) -> bool:
        """A server run elsewhere is its owner's care."""
        return self.process is None or await self.process.ready(within)


@contextlib.asynccontextmanager
async def understanding(settings: Settings, log_name: str = "rasa.log") -> AsyncIterator[Understanding]:
    """The servers the settings name, or a child of this process. Raises NotTrained."""
    process: RasaProcess | None = None
    if settings.rasa_url is not None:
        token = settings.rasa_token.get_secret_value() if settings.rasa_token else None
        client = NluClient([url.strip() for url in settings.rasa_url.split(",")], token)
    else:
        process = RasaProcess(settings.var_dir / log_name)
        await process.start()
        client = process.client = NluClient([process.url], process.token)
    try:
        yield Understanding(client, process)
    finally:
        await client.close()
        if process is not None:
            await process.stop()


def _environment() -> dict[str, str]:
    """The child's environment without the shop's secrets."""
    return {name: value for name, value in os.environ.items() if not name.startswith("HAAT_")}
