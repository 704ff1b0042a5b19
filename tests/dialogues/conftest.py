"""One trained Rasa server for all dialogues; a new town, with its own database, for each."""

import asyncio
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from bot.database import open_engine
from bot.settings import ROOT
from bot.understanding.nlu_client import NluClient
from bot.wiring import reader
from catalog.tables import Base
from tests.conftest import NOW
from tests.dialogues.town import Town

TOKEN = "a-token-of-the-tests"


@pytest.fixture(scope="session")
def rasa_url() -> Iterator[str]:
    """The address of the real, trained server."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    call = [str(ROOT / "nlu" / ".venv" / "bin" / "python"), "-m", "nlu.serve", "--port", str(port)]
    server = subprocess.Popen(call, cwd=ROOT, env={"HAAT_RASA_TOKEN": TOKEN, "PATH": "/usr/bin:/bin"})
    url = f"http://127.0.0.1:{port}"
    for _ in range(600):
        try:
            if httpx.get(f"{url}/status", params={"token": TOKEN}, timeout=2).status_code == 200:
                break
        except httpx.HTTPError:
            time.sleep(0.1)
        assert server.poll() is None, "the understanding did not start: run `make train`"
    yield url
    server.terminate()
    server.wait(20)


@pytest.fixture
async def town(tmp_path: Path, rasa_url: str) -> AsyncIterator[Town]:
    engine = open_engine(f"sqlite+aiosqlite:///{tmp_path / 'town.db'}")
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    nlu = NluClient([rasa_url], TOKEN, timeout=10)
    made = Town(engine, reader(nlu), NOW)
    await made.build()
    yield made
    await asyncio.gather(nlu.close(), engine.dispose())
