"""The shop's doors, from outside: who is let in, what is counted once, and what still sells while Rasa is away.

Nobody listens where this shop expects its understanding; printed codes, buttons and numbers must do."""

import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from PIL import Image

from tests.contract.outside import (
    ORDER_NUMBER,
    OUR_NUMBER,
    SECRETS,
    Told,
    Town,
    haat,
    signed,
    telegram_text,
    town,
    whatsapp_body,
    whatsapp_text,
    words_of,
)

BUYER, ASHA, RAVI, MEENA = "919800000021", "919800000022", "919800000023", "710000021"
PHONES = {BUYER: "whatsapp", ASHA: "whatsapp", RAVI: "whatsapp", MEENA: "telegram"}
STILL_OPEN = ("v1:menu", "v1:view_cart", "v1:order_status")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with town(tmp_path_factory.mktemp("door"), PHONES, HAAT_RASA_URL="http://127.0.0.1:9") as opened:
        opened.sells_shawls()
        for address in (ASHA, RAVI, MEENA):  # their first messages: WhatsApp's windows are open, the bot was started
            opened.says(address, "namaste")
        yield opened


def new_messages(shop: Town, address: str, since: int) -> list[Told]:
    return shop.answers(address, since)


# --- who is let in


@pytest.mark.parametrize(
    "header",
    [
        pytest.param(None, id="missing"),
        pytest.param("sha256=" + "0" * 64, id="wrong"),
        pytest.param("sha1=abc", id="another kind"),
        pytest.param("sha256=é".encode("latin-1"), id="not ascii"),
        pytest.param("sha256=नमस्ते".encode(), id="utf-8"),
    ],
)
def test_a_body_nobody_signed_is_refused(shop: Town, header: str | bytes | None) -> None:
    since = shop.last()
    assert shop.post_whatsapp(whatsapp_body(whatsapp_text(ASHA, "hello")), header) == 401
    assert not new_messages(shop, ASHA, since)


def test_one_changed_byte_breaks_the_signature(shop: Town) -> None:
    raw = whatsapp_body(whatsapp_text(ASHA, "1 shawl"))
    changed = raw.replace(b"1 shawl", b"9 shawl")
    assert shop.post_whatsapp(changed, signed(raw)) == 401
    assert shop.post_whatsapp(raw, signed(raw, "another secret")) == 401


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRETS["HAAT_TELEGRAM_WEBHOOK_SECRET"][:-1]])
def test_telegrams_door_needs_the_secret(shop: Town, secret: str | None) -> None:
    since = shop.last()
    assert shop.post_telegram(telegram_text(MEENA, "hello"), secret) == 401
    assert not new_messages(shop, MEENA, since)


def test_meta_learns_the_challenge_only_with_the_verify_token(shop: Town) -> None:
    def ask(token: str) -> Any:
        query = {"hub.mode": "subscribe", "hub.challenge": "8841", "hub.verify_token": token}
        return shop.http.get(f"{shop.url}/webhooks/whatsapp", params=query)

    assert ask(SECRETS["HAAT_WHATSAPP_VERIFY_TOKEN"]).text == "8841"
    refused = ask("guess")
    assert refused.status_code == 403
    assert "8841" not in refused.text


def test_a_body_larger_than_any_batch_is_refused(shop: Town) -> None:
    raw = b'{"object":"' + b"x" * (8 << 20) + b'"}'
    assert shop.post_whatsapp(raw) == 413
    assert shop.http.get(f"{shop.url}/health").status_code in (200, 503)


# --- once, whatever the platforms do


def test_a_batch_is_split_and_each_is_answered(shop: Town) -> None:
    since = shop.last()
    batch = [whatsapp_text(ASHA, "hello"), whatsapp_text(RAVI, "hello"), whatsapp_text(ASHA, "are you there")]
    assert shop.post_whatsapp(whatsapp_body(*batch)) == 200
    assert len(new_messages(shop, ASHA, since)) == 2
    assert len(new_messages(shop, RAVI, since)) == 1


def test_five_copies_out_of_order_are_answered_once_each(shop: Town) -> None:
    since = shop.last()
    first, second = whatsapp_text(ASHA, "the first"), whatsapp_text(ASHA, "the second")
    bodies = [whatsapp_body(one) for one in (second, first)] * 5 + [whatsapp_body(first, second, first)]
    with ThreadPoolExecutor(5) as at_once:
        assert set(at_once.map(shop.post_whatsapp, bodies)) == {200}
    update = telegram_text(MEENA, "hello")
    with ThreadPoolExecutor(5) as at_once:
        assert set(at_once.map(shop.post_telegram, [update] * 5)) == {200}
    assert len(new_messages(shop, ASHA, since)) == 2
    assert len(new_messages(shop, MEENA, since)) == 1


ODD_WHATSAPP = [
    {"type": "reaction", "reaction": {"message_id": "wamid.none", "emoji": "👍"}},
    {"type": "sticker", "sticker": {"id": "1", "mime_type": "image/webp"}},
    {"type": "unsupported", "errors": [{"code": 131051, "title": "Message type unknown"}]},
    {"type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": {"response_json": "{not json"}}},
    {
        "type": "interactive",
        "interactive": {"type": "button_reply", "button_reply": {"id": "v9:nothing", "title": "?"}},
    },
    {"type": "order", "order": {"catalog_id": "1", "product_items": []}},
    {"type": "something_new_2027", "something_new_2027": {"deep": [[[]]]}},
    {"type": "text"},
    {"type": "text", "text": {"body": "\x00\ud83d" + "ॐ" * 5000}},
]


@pytest.mark.parametrize("odd", ODD_WHATSAPP, ids=lambda odd: odd["type"])
def test_whatsapp_kinds_nobody_expected(shop: Town, odd: dict[str, Any]) -> None:
    message = {**whatsapp_text(RAVI, ""), **odd}
    if odd["type"] != "text" or "text" not in odd:
        del message["text"]
    assert shop.post_whatsapp(whatsapp_body(message)) == 200
    _still_answers(shop, RAVI)


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 900_000_001},
        {"update_id": 900_000_002, "poll": {"id": "1", "question": "?", "options": []}},
        {
            "update_id": 900_000_003,
            "channel_post": {"message_id": 1, "date": 0, "chat": {"id": -100, "type": "channel"}},
        },
        {
            "update_id": 900_000_004,
            "message": {"message_id": 1, "date": 0, "chat": {"id": int(MEENA), "type": "private"}},
        },
        {"update_id": 900_000_005, "callback_query": {"id": "1", "from": {"id": int(MEENA)}, "data": "x" * 64}},
        {"update_id": 900_000_006, "kind_of_2027": {"new": True}},
        {"no_id": 1},
        [],
    ],
    ids=["nothing", "poll", "channel", "empty message", "odd button", "new kind", "no id", "a list"],
)
def test_telegram_kinds_nobody_expected(shop: Town, update: Any) -> None:
    assert shop.post_telegram(update) in (200, 400)
    _still_answers(shop, MEENA)


def test_signed_nonsense_is_no_crash(shop: Town) -> None:
    for raw in (b"", b"{", b"null", b"[]", b'{"entry":[null,{"changes":[{"value":7}]}]}', b"[" * 100_000, b"\xff\xfe"):
        assert shop.post_whatsapp(raw) in (200, 400)
    _still_answers(shop, ASHA)


def _still_answers(shop: Town, address: str) -> None:
    assert shop.says(address, "hello again")
    assert "Traceback" not in shop.log
    assert "turn_failed" not in shop.log


# --- Rasa is away


def test_without_rasa_free_text_is_answered_honestly(shop: Town) -> None:
    (answer,) = shop.says(MEENA, "kuch garam pehenne ko dikhaiye")
    assert answer.taps == STILL_OPEN
    assert len(answer.words) > 20
    menu = shop.says(MEENA, "1")[-1]  # a number chooses among what was shown
    assert any(tap.startswith("v1:category:") for tap in menu.taps)


def test_without_rasa_a_printed_code_sells(shop: Town, tmp_path: Path) -> None:
    """From the poster to the order by camera, taps and numbers; the yes arrives five times at once."""
    code = _printed(shop, tmp_path)
    greeting = _scanned(shop, code)
    card = shop.says(BUYER, greeting)[-1]
    assert "v1:add:kullu-shawl" in card.taps
    shop.says(BUYER, "1")
    told = shop.says(BUYER, "1")
    for text in ("Sunita Devi", "House 7, Lower Bazar", "171001", "1", "1"):  # her own number; cash on delivery
        assert told, text
        told = shop.says(BUYER, text)
    (yes,) = [tap for tap in told[-1].taps if tap.startswith("v1:place_order:")]
    since, before = shop.last(), len(shop.show("show", "orders"))
    reply = {"type": "button_reply", "button_reply": {"id": yes, "title": "✓"}}
    message = {**whatsapp_text(BUYER, ""), "type": "interactive", "interactive": reply}
    del message["text"]
    with ThreadPoolExecutor(5) as at_once:
        assert set(at_once.map(shop.post_whatsapp, [whatsapp_body(message)] * 5)) == {200}
    answers = new_messages(shop, BUYER, since)
    assert len(answers) == 1
    number = ORDER_NUMBER.search(words_of(answers))
    assert number
    orders = shop.show("show", "orders")
    assert len(orders) == before + 1
    assert (orders[-1]["number"], orders[-1]["campaign"]) == (number[0], code)
    assert shop.show("show", "scans") == [{"code": code, "scans": 1, "orders": 1}]


def _printed(shop: Town, folder: Path) -> str:
    made = shop.show("qr", "product", "kullu-shawl", "--out", str(folder))
    (seen,) = zxingcpp.read_barcodes(Image.open(made["png"]))
    assert seen.text == made["address"] == f"https://haat.example/q/{made['code']}"
    return str(made["code"])


def _scanned(shop: Town, code: str) -> str:
    """What stands ready in WhatsApp after the camera has opened the code's address."""
    answer = shop.http.get(f"{shop.url}/q/{code}", headers={"accept-language": "en"})
    assert answer.status_code == 302
    there = urlsplit(answer.headers["location"])
    assert (there.netloc, there.path) == ("wa.me", f"/{OUR_NUMBER}")
    (greeting,) = parse_qs(there.query)["text"]
    assert code in greeting
    return greeting


def test_a_code_nobody_printed(shop: Town) -> None:
    answer = shop.http.get(f"{shop.url}/q/ACDEFG34")
    assert answer.status_code == 404
    assert shop.http.get(f"{shop.url}/q/..%2F..%2Fetc").status_code == 404


# --- what others may ask of it


def test_health_says_what_is_wrong(shop: Town) -> None:
    answer = shop.http.get(f"{shop.url}/health")
    assert answer.status_code == 503
    found = answer.json()
    assert found["well"] is False
    assert {part for part, says in found.items() if part != "well" and says != "ok"} == {"nlu"}
    assert not _secrets_in(answer.text)


@pytest.mark.parametrize("path", ["/metrics", "/rasa/actions"])
def test_what_is_inside_is_not_shown_through_a_proxy(shop: Town, path: str) -> None:
    from_outside = {"x-forwarded-for": "203.0.113.7"}
    ask = shop.http.get if path == "/metrics" else shop.http.post
    assert ask(f"{shop.url}{path}", headers=from_outside).status_code == 403


def test_metrics_count_without_naming_anybody(shop: Town) -> None:
    shown = shop.http.get(f"{shop.url}/metrics").text
    assert re.search(r'haat_rows\{state="done",table="inbox"\} [1-9]', shown)
    assert not any(address in shown for address in PHONES)
    assert not _secrets_in(shown)


def test_rasas_own_protocol_is_spoken(shop: Town) -> None:
    """As an action server is asked: POST {next_action, sender_id, tracker} (Rasa's action server API)."""

    def call(action: str, text: str) -> Any:
        tracker = {"sender_id": "shell", "slots": {}, "latest_message": {"text": text}, "events": [], "paused": False,
                   "followup_action": None, "active_loop": {}, "latest_action_name": None}  # fmt: skip
        body = {"next_action": action, "sender_id": "shell", "tracker": tracker, "domain": {}, "version": "3.6"}
        return shop.http.post(f"{shop.url}/rasa/actions", json=body)

    answer = call("action_haat", "hello")
    assert answer.status_code == 200
    assert answer.json()["events"] == []
    said = answer.json()["responses"]
    assert said
    assert all(one["text"] for one in said)
    assert said[-1]["buttons"]
    unknown = call("action_elsewhere", "hello")
    assert (unknown.status_code, unknown.json()["action_name"]) == (404, "action_elsewhere")
    assert shop.http.post(f"{shop.url}/rasa/actions", content=b"{").status_code == 400


def test_no_restore_and_no_second_shop_under_an_open_one(shop: Town, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shop.haat("backup", str(copy))
    before = shop.show("show", "orders")
    refused = haat("restore", str(copy), settings=shop.settings)
    assert refused.returncode == 1
    assert "Close the shop first" in refused.stderr
    second = haat("run", settings=shop.settings)
    assert second.returncode == 1
    assert "another haat already serves" in " ".join(second.stdout.split())
    assert "Traceback" not in second.stdout + second.stderr
    assert shop.show("show", "orders") == before
    _still_answers(shop, ASHA)


def _secrets_in(text: str) -> list[str]:
    return [name for name, value in SECRETS.items() if value in text]


def test_the_doctor_keeps_secrets(shop: Town) -> None:
    done = haat("doctor", "--json", settings=shop.settings)
    assert {one["part"] for one in json.loads(done.stdout)} >= {"HAAT_WHATSAPP_TOKEN", "database"}
    assert not _secrets_in(done.stdout + done.stderr)
