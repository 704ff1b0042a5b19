"""The Rasa server of this installation: a child on loopback, started, watched and ended with the app."""

import asyncio
import os
import secrets
import socket
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import structlog

from bot.settings import ROOT

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

    async def start(self) -> None:
        """Returns at once; `ready` tells when it answers. Raises NotTrained."""
        if not self.python.exists() or not (ROOT / "nlu" / "models" / "current.json").exists():
            raise NotTrained("run `make run` once: it sets up and trains the understanding")
        self.log_file.parent.mkdir(parents=True, exist_ok=True)
        self._watch = asyncio.create_task(self._keep())

    async def ready(self) -> bool:
        """Waits until the server answers, at most READY_WITHIN seconds."""
        async with httpx.AsyncClient(timeout=2.0) as client:
            for _ in range(int(READY_WITHIN / 0.1)):
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


def _environment() -> dict[str, str]:
    """The child's environment without the shop's secrets."""
    return {name: value for name, value in os.environ.items() if not name.startswith("HAAT_")}
