"""A tiny shop's worth of sentences, trained once, and a real server over it."""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from nlu.contract import ROOT
from nlu.train import train

TOKEN = "a-token-for-tests-only"
SAID = {
    "greet": {
        "en": ["hello", "hi there", "good morning", "hey"],
        "hi": ["नमस्ते", "नमस्कार जी", "राम राम", "प्रणाम"],
        "hi-Latn": ["namaste", "namaskar ji", "ram ram", "pranam"],
    },
    "order_status": {
        "en": ["where is my order", "when will my parcel come", "track order", "has it been sent"],
        "hi": ["मेरा ऑर्डर कहाँ है", "सामान कब आएगा", "पार्सल कहाँ पहुँचा", "ऑर्डर का क्या हुआ"],
        "hi-Latn": ["mera order kahan hai", "saaman kab aayega", "parcel kahan pahuncha", "order ka kya hua"],
    },
    "confirm": {
        "en": ["yes", "yes please", "okay do it", "sure"],
        "hi": ["हाँ", "हाँ जी ठीक है", "कर दो", "बिल्कुल"],
        "hi-Latn": ["haan", "haan ji theek hai", "kar do", "bilkul"],
    },
    "out_of_scope": {
        "en": ["who won the match", "tell me a joke", "what is the weather", "sing a song"],
        "hi": ["मैच कौन जीता", "एक चुटकुला सुनाओ", "मौसम कैसा है", "गाना गाओ"],
        "hi-Latn": ["match kaun jeeta", "ek chutkula sunao", "mausam kaisa hai", "gaana gao"],
    },
}


@dataclass
class Server:
    process: "subprocess.Popen[bytes]"
    port: int

    def request(self, method: str, path: str, body: str = "", token: str = TOKEN) -> tuple[int, Any]:
        """(status, JSON body or None)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, f"{path}?token={quote(token)}", body.encode())
            answer = connection.getresponse()
            raw = answer.read()
            return answer.status, json.loads(raw) if raw[:1] in (b"{", b"[") else None
        finally:
            connection.close()

    def parse(self, text: str) -> dict[str, Any]:
        status, found = self.request("POST", "/model/parse", json.dumps({"text": text}))
        assert status == 200
        return dict(found)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("sentences")
    for task, languages in SAID.items():
        for language, lines in languages.items():
            (top / language).mkdir(exist_ok=True)
            body = "".join(f"    - {line}\n" for line in lines)
            (top / language / f"{task}.yml").write_text(
                f'version: "3.1"\nnlu:\n- intent: {task}\n  examples: |\n{body}', encoding="utf-8"
            )
    return top


@pytest.fixture(scope="session")
def models(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("models")
    train(folder, found)
    return found


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def start(models: Path, port: int, token: str = TOKEN) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "nlu.serve", "--port", str(port), "--models", str(models)],
        cwd=ROOT,
        env={**os.environ, "HAAT_RASA_TOKEN": token},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def wait_until_ready(process: "subprocess.Popen[bytes]") -> None:
    """Blocks on the server's own word; a server that dies gives an empty line."""
    assert process.stdout is not None
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        line = process.stdout.readline()
        assert line, "the server ended before it was ready"
        if b"understanding ready" in line:
            return
    raise AssertionError("the server was not ready in time")


@pytest.fixture(scope="session")
def server(models: Path) -> Iterator[Server]:
    port = free_port()
    process = start(models, port)
    wait_until_ready(process)
    yield Server(process, port)
    process.terminate()
    process.communicate(timeout=60)
