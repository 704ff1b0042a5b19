"""`./haat …` as an officer types it: what is missing is named, what is said is kept, and no secret is shown."""

import json
import re
from pathlib import Path

import pytest

from tests.contract.outside import SECRETS, SELLER, free_port, haat

COMMANDS = (
    "run", "migrate", "seed", "train", "understand", "doctor", "show", "group", "contact", "office", "qr", "templates",
    "bench", "backup", "restore",
)  # fmt: skip
SHOWN = ("cart", "order", "orders", "stock", "conversation", "outbox", "timers", "tickets", "scans")


def at(folder: Path, **more: str) -> dict[str, str]:
    return {
        "HAAT_VAR_DIR": str(folder),
        "HAAT_DATABASE_URL": f"sqlite:///{folder / 'shop.db'}",
        "HAAT_PORT": str(free_port()),
        **more,
    }


def test_every_command_is_there() -> None:
    listed, shown = haat("--help", settings={}).stdout, haat("show", "--help", settings={}).stdout
    assert [name for name in COMMANDS if not re.search(rf"\b{name}\b", listed)] == []
    assert [name for name in SHOWN if not re.search(rf"\b{name}\b", shown)] == []


@pytest.mark.parametrize("command", ["run", "doctor", "seed"])
def test_the_simulator_beside_real_tokens_is_refused(tmp_path: Path, command: str) -> None:
    done = haat(command, settings=at(tmp_path, HAAT_SIMULATOR="1", HAAT_TELEGRAM_TOKEN="1:canary"))
    assert done.returncode == 2
    assert "HAAT_SIMULATOR=1 does not go with real channel tokens" in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert "canary" not in done.stdout + done.stderr
    assert not (tmp_path / "shop.db").exists()


def test_a_value_of_the_wrong_kind_is_named(tmp_path: Path) -> None:
    done = haat("doctor", settings=at(tmp_path, HAAT_PORT="many"))
    assert (done.returncode, "HAAT_PORT" in done.stderr, "Traceback" in done.stderr) == (2, True, False)


def test_the_doctor_names_what_is_missing_and_where_it_is(tmp_path: Path) -> None:
    """Half a WhatsApp account: each missing setting with the place to get it; what is there is never repeated."""
    given = {name: SECRETS[name] for name in ("HAAT_WHATSAPP_TOKEN", "HAAT_TELEGRAM_TOKEN")}
    settings = at(tmp_path, HAAT_WHATSAPP_PHONE_NUMBER_ID="110000000000001", **given)
    told = haat("doctor", "--json", settings=settings)
    findings = {one["part"]: one for one in json.loads(told.stdout)}
    assert told.returncode == 1
    assert findings["HAAT_WHATSAPP_TOKEN"]["state"] == "ok"
    assert findings["HAAT_WHATSAPP_APP_SECRET"]["state"] == "missing"
    assert "App secret" in findings["HAAT_WHATSAPP_APP_SECRET"]["says"]
    assert findings["HAAT_BASE_URL"]["state"] == "missing"
    assert "polling" in findings["Telegram"]["says"]
    plain = haat("doctor", settings=settings)
    assert "HAAT_WHATSAPP_VERIFY_TOKEN" in plain.stdout
    printed = told.stdout + told.stderr + plain.stdout + plain.stderr
    assert not [name for name, value in SECRETS.items() if value in printed]


def test_a_channel_without_its_secret_does_not_open(tmp_path: Path) -> None:
    given = {"HAAT_WHATSAPP_TOKEN": SECRETS["HAAT_WHATSAPP_TOKEN"], "HAAT_WHATSAPP_PHONE_NUMBER_ID": "11"}
    done = haat("run", settings=at(tmp_path, HAAT_RASA_URL="http://127.0.0.1:9", **given))
    said = done.stdout + done.stderr
    assert done.returncode != 0
    assert "HAAT_WHATSAPP_APP_SECRET is missing" in " ".join(said.split())
    assert "Traceback" not in said
    assert SECRETS["HAAT_WHATSAPP_TOKEN"] not in said


def test_a_database_from_backup_to_restore(tmp_path: Path) -> None:
    settings = at(tmp_path)

    def done(*words: str) -> str:
        answer = haat(*words, settings=settings)
        assert answer.returncode == 0, (words, answer.stderr)
        return answer.stdout

    done("migrate")
    done("seed")
    done("seller", "set", "himkara", *SELLER)
    fill = ("office", "fill", "kullu-shawl", "--price", "950", "--unit", "piece", "--hsn", "6214", "--group", "kanda")
    assert json.loads(done(*fill, "--stock", "40", "--json"))["sells"]
    stock, contacts = done("show", "stock", "--json"), done("contact", "list", "--json")
    copy = Path(done("backup", str(tmp_path / "copy.db")).strip())
    assert copy.stat().st_mode & 0o077 == 0  # names and addresses are in it
    done(*fill, "--stock", "7")
    done("contact", "revoke", "1")
    assert done("show", "stock", "--json") != stock
    done("restore", str(copy))
    assert done("show", "stock", "--json") == stock
    assert done("contact", "list", "--json") == contacts
    done("seed")  # an officer's values outlive a new seed
    assert done("show", "stock", "--json") == stock
    (tmp_path / "none.db").write_bytes(b"not a database")
    refused = haat("restore", str(tmp_path / "none.db"), settings=settings)
    assert (refused.returncode, "Traceback" in refused.stderr) == (1, False)
    assert done("show", "stock", "--json") == stock


ASKED: list[object] = [
    {"id": "1", "text": "do kilo aam ka achaar bhej do", "side": "buyer", "awaiting": None},
    {"id": "2", "text": "दो शॉल चाहिए", "side": "buyer", "awaiting": None},
    "no JSON at all",
    {"id": "3", "side": "buyer"},
    {"id": "4", "text": "171001", "side": "buyer", "awaiting": "pincode"},
    {"id": "5", "text": "/restart", "side": "buyer", "awaiting": None},
    {"id": "6", "text": "HT-1001 ban gaya", "side": "producer", "awaiting": None},
    {"id": "7", "text": "", "side": "buyer", "awaiting": None},
    {"id": "8", "text": "where is my order", "side": "buyer", "awaiting": None},
]


def test_understand_answers_every_line_in_its_form(tmp_path: Path) -> None:
    lines = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in ASKED]
    done = haat("understand", settings=at(tmp_path), stdin="\n".join(lines) + "\n")
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["1", "2", None, "3", "4", "5", "6", "7", "8"]
    assert [number for number, answer in enumerate(answers) if "error" in answer] == [2, 3]
    understood = {answer["id"]: answer for answer in answers if "error" not in answer}
    for answer in understood.values():
        assert answer["script"] in ("deva", "latin_hi", "en", "mixed")
        assert 0 <= answer["confidence"] <= 1
        assert answer["expect"]["task"] == answer["task"]
        assert all(set(other) == {"task", "confidence"} for other in answer["alternatives"])
    (pickle,) = understood["1"]["expect"]["items"]
    assert understood["1"]["task"] == "add_to_cart"
    assert (pickle["product"], pickle["qty"], pickle["unit"]) == ("pickle", 2, "kg")
    assert understood["2"]["script"] == "deva"
    assert understood["2"]["expect"]["items"][0]["sku"] == "kullu-shawl"
    assert understood["4"]["expect"] == {"task": "give_pincode", "pincode": "171001"}
    assert understood["6"]["task"] == "producer_mark_ready"
    assert understood["8"]["task"] == "order_status"


ROWS = ("parse", "parse by 8", "rasa ready", "rasa memory", "messages, sqlite", "first answer", "answer after restart")


def test_the_benchmark_prints_all_its_rows() -> None:
    done = haat("bench", "--seconds", "0.2", "--json", settings={})
    assert done.returncode == 0, done.stderr
    rows = {row["what"]: row for row in json.loads(done.stdout)}
    assert [name for name in ROWS if name not in rows] == []
    assert all(row["value"] > 0 for row in rows.values())
    assert rows["parse"]["p50_ms"] <= rows["parse"]["p95_ms"]
    assert rows["messages, sqlite"]["beside"] > 0
