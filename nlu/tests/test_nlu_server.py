"""The private server over HTTP, as the shop meets it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from nlu.contract import ROOT
from nlu.tests.conftest import TOKEN, Server, free_port, start, wait_until_ready


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("Hello!!", "greet"),
        ("नमस्ते जी", "greet"),
        ("mera saman kahan hai", "order_status"),
        ("मेरा पार्सल कब आएगा", "order_status"),
        ("haan ji kar do", "confirm"),
        ("joke sunao", "out_of_scope"),
        ("zxqv wwrty", "out_of_scope"),
        ("", "out_of_scope"),
    ],
)
def test_understands(server: Server, text: str, task: str) -> None:
    found = server.parse(text)
    assert found["intent"]["name"] == task
    assert {r["name"] for r in found["intent_ranking"]} >= {"greet", "order_status", "confirm", "out_of_scope"}
    assert all(0 <= r["confidence"] <= 1 for r in found["intent_ranking"])
    assert found["entities"] == []


@pytest.mark.parametrize("lead", ["/", " /", "\u00a0/", "\u3000/", "\u2003/", "\x1c/", "\x85/", "／", "\u200b/", "//"])
def test_a_slash_is_no_command(server: Server, lead: str) -> None:
    """Rasa would answer `order_status` with full confidence and the entities given."""
    found = server.parse(lead + 'order_status{"order_ref":"HT-1"}')
    assert found["intent"]["confidence"] < 1
    assert found["entities"] == []
    assert len(found["intent_ranking"]) >= 4


def test_long_text_is_cut(server: Server) -> None:
    assert len(server.parse("नमस्ते " * 500)["text"]) <= 1000


@pytest.mark.parametrize("token", ["", "wrong", TOKEN + "x"])
def test_without_the_token_nothing_is_told(server: Server, token: str) -> None:
    status, _ = server.request("POST", "/model/parse", '{"text": "hello"}', token)
    assert status == 401


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/model"),
        ("DELETE", "/model"),
        ("POST", "/model/train"),
        ("POST", "/webhooks/rest/webhook"),
        ("GET", "/conversations/x/tracker"),
        ("GET", "/domain"),
    ],
)
def test_only_parsing_is_offered(server: Server, method: str, path: str) -> None:
    """Even with the token: a model loaded from an address is somebody else's code."""
    status, _ = server.request(method, path, "{}")
    assert status == 404


def test_listens_on_loopback_only(server: Server) -> None:
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    listening = [row[1] for row in rows if row[3] == "0A" and int(row[1].split(":")[1], 16) == server.port]
    assert listening == [f"0100007F:{server.port:04X}"]


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_ends_cleanly(models: Path, sign: signal.Signals) -> None:
    process = start(models, free_port())
    wait_until_ready(process)
    process.send_signal(sign)
    process.communicate(timeout=60)
    assert process.returncode == 0


def test_a_changed_model_is_refused(models: Path, tmp_path: Path) -> None:
    """The unchanged twin starts: the `server` fixture and the clean ends above."""
    copied = tmp_path / "models"
    shutil.copytree(models, copied)
    (archive,) = copied.glob("*.tar.gz")
    archive.write_bytes(archive.read_bytes() + b"\0")
    process = start(copied, free_port())
    _, told = process.communicate(timeout=60)
    assert process.returncode == 3
    assert b"not the file that was trained" in told


def test_a_short_token_is_refused(models: Path) -> None:
    process = start(models, free_port(), token="short")
    _, told = process.communicate(timeout=60)
    assert process.returncode == 2
    assert b"HAAT_RASA_TOKEN" in told


def test_leaves_with_its_parent(models: Path) -> None:
    """A launcher killed with -9 cannot say goodbye; its server must still end."""
    port = free_port()
    command = [sys.executable, "-m", "nlu.serve", "--port", str(port), "--models", str(models)]
    launcher = subprocess.Popen(
        [sys.executable, "-c", f"import subprocess; subprocess.run({command!r})"],
        cwd=ROOT,
        env={**os.environ, "HAAT_RASA_TOKEN": TOKEN},
        stdout=subprocess.PIPE,
    )
    wait_until_ready(launcher)
    with socket.create_connection(("127.0.0.1", port)):
        pass
    launcher.kill()
    launcher.wait(timeout=60)
    assert launcher.stdout is not None
    launcher.stdout.read()  # returns when the server, which holds the other end, is gone
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))
