"""The Rasa server of this installation: a child on loopback, started, watched and ended with the app."""

import asyncio
import contextlib
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
READY_WITHIN = 90.0  # seconds; a cold disk is slow, a healthy start takes 3–6


class NotTrained(Exception):
    """There is no Rasa environment or no trained model."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class RasaProcess:
    """`url` and `token` are what the app asks; the process is replaced when it dies."""

    log_file: Path
    python: Path = ROOT / "nlu" / ".venv" / "bin" / "python"
    port: int = field(default_factory=free_port)
    token: str = field(default_factory=lambda: secrets.token_hex(16))
    _process: asyncio.subprocess.Process | None = None
    _watch: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None else None

    async def start(self) -> None:
        """Returns at once; `ready` tells when it answers. Raises NotTrained."""
        if not self.python.exists() or not (ROOT / "nlu" / "models" / "current.json").exists():
            raise NotTrained("run `make run` once: it sets up and trains the understanding")
        self.log_file.parent.mkdir(parents=True, exist_ok=True)
        self._watch = asyncio.create_task(self._keep())

    async def ready(self, within: float = READY_WITHIN) -> bool:
        """Waits until the server answers, at most `within` seconds."""
        async with httpx.AsyncClient(timeout=2.0) as client:
            for _ in range(int(within / 0.1)):
                try:
                    answer = await client.get(f"{self.url}/status", params={"token": self.token})
                    if answer.status_code == 200:
                        return True
                except httpx.HTTPError:
                    pass
                await asyncio.sleep(0.1)
        return False

    async def stop(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.gather(self._watch, return_exceptions=True)
        if self._process is not None and self._process.returncode is None:
            self._process.terminate()
            try:
                await asyncio.wait_for(self._process.wait(), 5)
            except TimeoutError:
                self._process.kill()
                await self._process.wait()

    async def _keep(self) -> None:
        pause = 1.0
        while True:
            with self.log_file.open("ab") as output:
                self._process = await asyncio.create_subprocess_exec(
                    str(self.python),
                    "-m",
                    "nlu.serve",
                    "--port",
                    str(self.port),
                    cwd=ROOT,
                    env={**_environment(), "HAAT_RASA_TOKEN": self.token},
                    stdout=output,
                    stderr=output,
                )
            code = await self._process.wait()
            log.error("rasa_ended", code=code, log=str(self.log_file))
            await asyncio.sleep(pause)
            pause = min(30.0, pause * 2)


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
        client = NluClient([process.url], process.token)
    try:
        yield Understanding(client, process)
    finally:
        await client.close()
        if process is not None:
            await process.stop()


def _environment() -> dict[str, str]:
    """The child's environment without the shop's secrets."""
    return {name: value for name, value in os.environ.items() if not name.startswith("HAAT_")}
