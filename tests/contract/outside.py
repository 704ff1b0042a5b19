"""The shop seen from outside only: `./haat` as processes, the platforms' stand-in as another, HTTP between them.

Nothing of the shop is imported: what Meta and Telegram post is written here by their own pages
(developers.facebook.com/docs/whatsapp/cloud-api/webhooks, core.telegram.org/bots/api#update)."""

import hashlib
import hmac
import itertools
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import httpx

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 120.0  # seconds; a loaded machine is slow, a healthy one answers at once
NUMBER_ID, ACCOUNT, OUR_NUMBER = "110000000000001", "210000000000001", "919000000000"
ORDER_NUMBER = re.compile(r"HT-\d{4,}")
SECRETS = {
    "HAAT_WHATSAPP_TOKEN": "EAAGcanaryWhatsappToken0001",
    "HAAT_WHATSAPP_APP_SECRET": "c0ffeecanaryappsecret0002",
    "HAAT_WHATSAPP_VERIFY_TOKEN": "canary-verify-token-0003",
    "HAAT_TELEGRAM_TOKEN": "700000000:AAcanaryTelegramToken0004",
    "HAAT_TELEGRAM_WEBHOOK_SECRET": "canary-webhook-secret-0005",
}
# What an officer must have said of a seller before its goods sell on real channels; nobody's number.
SELLER = (
    *("--gst", "registered", "--gstin", "02AAAAA1234A1Z0", "--pan", "yes", "--address", "The Mall, Shimla"),
    *("--pincode", "171001", "--phone", "+911772650000", "--grievance-name", "A. Officer"),
    *("--grievance-role", "Grievance officer", "--grievance-contact", "+911772650001"),
)
_ids = itertools.count(1)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(what: Callable[[], bool], why: Callable[[], str]) -> None:
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, f"waited in vain: {why()}"
        time.sleep(0.05)


def surroundings(**settings: str) -> dict[str, str]:
    """An environment with these HAAT_ settings and none of the machine's own."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith("HAAT_")}
    return bare | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "COLUMNS": "200"} | settings


def haat(*words: str, settings: dict[str, str], stdin: str | None = None) -> "subprocess.CompletedProcess[str]":
    """One `./haat …` run to its end."""
    return subprocess.run(
        [str(ROOT / "haat"), *words], env=surroundings(**settings), input=stdin, text=True, capture_output=True,
        cwd=ROOT, timeout=PATIENCE,
    )  # fmt: skip


@dataclass(frozen=True)
class Told:
    """One message as a phone got it; `words` is all it said, buttons too, `taps` their ids."""

    id: int
    address: str
    vendor_id: str
    status: str
    words: str
    taps: tuple[str, ...]


@dataclass
class Town:
    """A shop on real-looking tokens, and the platforms it believes to be real."""

    folder: Path
    extra: dict[str, str] = field(default_factory=dict)
    webhook: bool = True  # without it Telegram has to be asked for updates
    phones: dict[str, str] = field(default_factory=dict)  # address → channel
    port: int = field(default_factory=free_port)
    platforms_port: int = field(default_factory=free_port)
    http: httpx.Client = field(default_factory=lambda: httpx.Client(trust_env=False, timeout=30))
    _processes: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def platforms(self) -> str:
        return f"http://127.0.0.1:{self.platforms_port}/sim"

    @property
    def settings(self) -> dict[str, str]:
        own = {
            **SECRETS,
            "HAAT_SIMULATOR": "0",
            "HAAT_PORT": str(self.port),
            "HAAT_BASE_URL": "https://haat.example",
            "HAAT_VAR_DIR": str(self.folder / "var"),
            "HAAT_DATABASE_URL": f"sqlite:///{self.folder / 'shop.db'}",
            "HAAT_WHATSAPP_PHONE_NUMBER_ID": NUMBER_ID,
            "HAAT_WHATSAPP_BUSINESS_ACCOUNT_ID": ACCOUNT,
            "HAAT_WHATSAPP_NUMBER": OUR_NUMBER,
            "HAAT_WHATSAPP_API_URL": f"{self.platforms}/graph",
            "HAAT_TELEGRAM_API_URL": f"{self.platforms}/bot",
            "HAAT_MESSAGES_PER_MINUTE": "1000",
        }
        if not self.webhook:
            del own["HAAT_TELEGRAM_WEBHOOK_SECRET"]
        return own | self.extra

    # opening and closing

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            self.open_platforms()
            self.open_shop()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def open_platforms(self) -> None:
        """The stand-in as a process of its own: it outlives the shop."""
        listed = [
            {"channel": channel, "address": address, "name": "A", "role": "spare"}
            for address, channel in self.phones.items()
        ]
        (self.folder / "phones.json").write_text(json.dumps(listed), "utf-8")
        told: dict[str, object] = {
            "--port": self.platforms_port, "--app-url": self.url, "--store": self.folder / "platforms.sqlite",
            "--phones": self.folder / "phones.json", "--phone-number-id": NUMBER_ID,
            "--whatsapp-token": SECRETS["HAAT_WHATSAPP_TOKEN"], "--app-secret": SECRETS["HAAT_WHATSAPP_APP_SECRET"],
            "--verify-token": SECRETS["HAAT_WHATSAPP_VERIFY_TOKEN"], "--telegram-token": SECRETS["HAAT_TELEGRAM_TOKEN"],
            "--webhook-secret": SECRETS["HAAT_TELEGRAM_WEBHOOK_SECRET"] if self.webhook else "",
        }  # fmt: skip
        words = [str(word) for pair in told.items() for word in pair]
        self._start([sys.executable, "-m", "bot.simulator", *words], "platforms.log", surroundings())

    def open_shop(self) -> "subprocess.Popen[bytes]":
        """`haat run`; returns when it says that it is open."""
        shop = self._start([str(ROOT / "haat"), "run"], "shop.log", surroundings(**self.settings))

        def open_or_dead() -> bool:
            assert shop.poll() is None, f"haat run ended: {self.log}"
            return _listens(self.port) and _listens(self.platforms_port)

        until(open_or_dead, lambda: self.log)
        return shop

    def kill_shop(self) -> None:
        """What a power cut leaves of it. The launcher is replaced by the shop (`exec`), so this is the shop itself."""
        shop = self._processes.pop()
        shop.kill()
        shop.wait(PATIENCE)

    def close(self) -> None:
        for process in reversed(self._processes):
            process.send_signal(signal.SIGINT)
        for process in reversed(self._processes):
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._processes.clear()
        self.http.close()

    def _start(self, words: list[str], log: str, environment: dict[str, str]) -> "subprocess.Popen[bytes]":
        with (self.folder / log).open("ab") as output:
            process = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=output, stderr=output)
        self._processes.append(process)
        return process

    @property
    def log(self) -> str:
        return (self.folder / "shop.log").read_text("utf-8", "replace")

    # what an officer does

    def haat(self, *words: str, stdin: str | None = None) -> str:
        """A command that must succeed; what it printed."""
        done = haat(*words, settings=self.settings, stdin=stdin)
        assert done.returncode == 0, (words, done.stdout, done.stderr)
        return done.stdout

    def show(self, *words: str) -> Any:
        """The JSON of a command."""
        return json.loads(self.haat(*words, "--json"))

    def sells_shawls(self, stock: int = 200) -> None:
        """An officer confirms who sells for the Kanda workshop, and one product of it; all else stays a sample."""
        self.show("seller", "set", "himkara", *SELLER)
        given = ("--price", "950", "--unit", "piece", "--hsn", "6214", "--group", "kanda", "--stock", str(stock))
        answer = self.show("office", "fill", "kullu-shawl", *given)
        assert answer["sells"], answer

    # what happens on the phones

    def says(self, address: str, text: str) -> list[Told]:
        """Types on a phone; all that reached it until the shop had nothing left to do."""
        before = self.last()
        self.act(address, act="text", text=text)
        return self.answers(address, before)

    def taps(self, address: str, message: Told, tap: str) -> list[Told]:
        before = self.last()
        self.act(address, act="tap", message=message.vendor_id, id=tap)
        return self.answers(address, before)

    def act(self, address: str, **what: str) -> None:
        body = {"channel": self.phones[address], "address": address, **what}
        self.http.post(f"{self.platforms}/phones/act", json=body).raise_for_status()

    def answers(self, address: str, since: int = 0) -> list[Told]:
        self.settle()
        return [told for told in self.told(since) if told.address == address]

    def told(self, since: int = 0) -> list[Told]:
        """What the shop sent to anybody after a message id, oldest first."""
        answer = self.http.get(f"{self.platforms}/control/sent", params={"since": since})
        return [_told(one) for one in answer.json()]

    def last(self) -> int:
        return max((told.id for told in self.told()), default=0)

    def settle(self) -> None:
        """Returns when every event was taken over, every message answered and every answer sent."""
        until(self._nothing_waits, lambda: f"{self._unfinished()} {self.log[-3000:]}")

    def waiting(self) -> dict[str, int]:
        """How many events the platforms still hold for the shop, by channel."""
        return dict(self.http.get(f"{self.platforms}/control/waiting").json())

    def _nothing_waits(self) -> bool:
        ended = self._processes[-1].poll()
        assert ended is None, f"the shop has ended ({ended}): {self.log[-3000:]}"
        return not any(self._unfinished().values())

    def _unfinished(self) -> dict[str, float]:
        waiting: dict[str, float] = {**self.waiting()}
        rows = self.http.get(f"{self.url}/metrics").text
        for table, state in (("inbox", "new"), ("outbox", "queued"), ("outbox", "sending")):
            line = re.search(rf'haat_rows{{state="{state}",table="{table}"}} ([\d.e+]+)', rows)
            waiting[f"{table} {state}"] = float(line[1]) if line else 0.0
        return waiting

    # what the platforms post, byte by byte

    def post_whatsapp(self, raw: bytes, signature: str | bytes | None = "") -> int:
        """Posts a webhook body; "" signs it as Meta does, None leaves the header out. The HTTP status."""
        headers: dict[str, str | bytes] = {"content-type": "application/json"}
        if signature is not None:
            headers["x-hub-signature-256"] = signature or signed(raw)
        return self.http.post(f"{self.url}/webhooks/whatsapp", content=raw, headers=headers).status_code  # type: ignore[arg-type]

    def post_telegram(self, update: Any, secret: str | None = SECRETS["HAAT_TELEGRAM_WEBHOOK_SECRET"]) -> int:
        headers = {"x-telegram-bot-api-secret-token": secret} if secret is not None else {}
        return self.http.post(f"{self.url}/webhooks/telegram", json=update, headers=headers).status_code


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def signed(raw: bytes, secret: str = SECRETS["HAAT_WHATSAPP_APP_SECRET"]) -> str:
    return "sha256=" + hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()


def whatsapp_text(address: str, text: str, key: str | None = None) -> dict[str, Any]:
    """A message as it stands in `messages` of Meta's webhook."""
    return {
        "from": address, "id": key or f"wamid.outside{next(_ids)}", "timestamp": str(int(time.time())), "type": "text",
        "text": {"body": text},
    }  # fmt: skip


def whatsapp_body(*messages: dict[str, Any]) -> bytes:
    """One webhook body with these messages, each in a change of its own."""
    metadata = {"display_phone_number": OUR_NUMBER, "phone_number_id": NUMBER_ID}
    changes = [
        {
            "field": "messages",
            "value": {
                "messaging_product": "whatsapp",
                "metadata": metadata,
                "contacts": [{"profile": {"name": "A"}, "wa_id": message.get("from")}],
                "messages": [message],
            },
        }
        for message in messages
    ]
    whole = {"object": "whatsapp_business_account", "entry": [{"id": ACCOUNT, "changes": changes}]}
    return json.dumps(whole).encode()


def telegram_text(address: str, text: str, update: int | None = None) -> dict[str, Any]:
    number = update or 500_000_000 + next(_ids)
    person = {"id": int(address), "is_bot": False, "first_name": "A", "language_code": "hi"}
    chat = {"id": int(address), "type": "private", "first_name": "A"}
    message = {"message_id": number, "date": int(time.time()), "chat": chat, "from": person, "text": text}
    return {"update_id": number, "message": message}


def _told(sent: dict[str, Any]) -> Told:
    words: list[str] = []
    taps: list[str] = []
    hidden = ("biz_opaque_callback_data", "to", "recipient", "media_id", "type", "chat", "from", "components")

    def gather(part: Any, name: str = "") -> None:
        if isinstance(part, dict):
            for key, value in part.items():
                if key in ("callback_data", "payload") or (key == "id" and "title" in part):
                    taps.append(str(value))
                elif key not in hidden:
                    gather(value, key)
        elif isinstance(part, list):
            for value in part:
                gather(value, name)
        elif isinstance(part, str) and name in ("text", "body", "caption", "title", "description", "button"):
            words.append(part)

    gather(sent["body"])
    return Told(sent["id"], sent["address"], sent["vendor_id"], sent["status"], "\n".join(words), tuple(taps))


def words_of(told: list[Told]) -> str:
    return "\n".join(one.words for one in told)


@contextmanager
def town(folder: Path, phones: dict[str, str], webhook: bool = True, **extra: str) -> Iterator[Town]:
    """A running shop and its platforms; nothing said in it may hold a secret."""
    with Town(folder, extra, webhook, phones) as opened:
        yield opened
        leaked = [name for name, value in SECRETS.items() if value in opened.log]
        assert not leaked, f"secrets in the log: {leaked}"
