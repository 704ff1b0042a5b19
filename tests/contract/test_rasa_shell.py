"""`python -m nlu.shell`: Rasa's own shell, typed into through a terminal, talks to a running shop."""

import os
import pty
import re
import select
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.outside import PATIENCE, ROOT, Town, surroundings, town

PYTHON = ROOT / "nlu" / ".venv" / "bin" / "python"
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")
ASK_CURSOR, CURSOR = b"\x1b[6n", b"\x1b[1;1R"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Nobody understands free text here: what the shell carries is the shop's own menus and answers."""
    with town(tmp_path_factory.mktemp("shell"), {}, HAAT_RASA_URL="http://127.0.0.1:9") as opened:
        opened.sells_shawls()
        yield opened


class Terminal:
    """A person at the keyboard: types, and reads the screen."""

    def __init__(self, words: list[str]) -> None:
        self._pid, self._screen = pty.fork()
        if self._pid == 0:
            os.chdir(ROOT)
            os.execve(words[0], words, surroundings(TERM="xterm"))
        self.seen = b""

    def wait_for(self, what: str) -> str:
        """Everything shown up to now, once `what` stands in what came since the last call."""
        end, since = time.monotonic() + PATIENCE, len(self.seen)
        while time.monotonic() < end:
            if what in _plain(self.seen[since:]):
                return _plain(self.seen[since:])
            if select.select([self._screen], [], [], 1)[0]:
                got = os.read(self._screen, 65536)
                if ASK_CURSOR in got:  # a real terminal answers where its cursor stands
                    os.write(self._screen, CURSOR)
                self.seen += got
        raise AssertionError(f"{what!r} never came; the screen says {_plain(self.seen)[-2000:]}")

    def types(self, text: str) -> None:
        os.write(self._screen, text.encode() + b"\r")

    def close(self) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._screen)


def _plain(raw: bytes) -> str:
    return _CONTROL.sub("", raw.decode("utf-8", "replace"))


def test_the_shell_talks_to_the_shop(shop: Town, tmp_path: Path) -> None:
    endpoints = tmp_path / "endpoints.yml"
    endpoints.write_text((ROOT / "endpoints.yml").read_text("utf-8").replace(":8000/", f":{shop.port}/"), "utf-8")
    person = Terminal([str(PYTHON), "-m", "nlu.shell", "--endpoints", str(endpoints)])
    try:
        person.wait_for("Your input")
        person.types("menu")
        # The shop's options, as Rasa's shell lists them; the return key takes the first, whose label goes to the shop.
        # (The list is drawn again and again, so what is waited for is what must come, not the list's end.)
        person.wait_for("1: See the goods")
        person.wait_for("Type out your own message")
        person.types("")
        person.wait_for("1: Shawls and woollens")
    finally:
        person.close()
