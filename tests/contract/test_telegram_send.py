"""Calls through python-telegram-bot's real Bot to a recorder on loopback."""

import json
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest
from starlette.responses import JSONResponse, PlainTextResponse
from telegram.error import Conflict

from actions.heard import Heard
from actions.messages import AskLocation, Buttons, Card, Document, Option, Picture
from bot.channels.outcome import AlreadyDone, OurFault, PersonGone, Retry, Sent, StopAll, Wait
from bot.channels.telegram import Telegram
from tests.contract.loopback import Loopback, serving

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 64
TOKEN = "123456:canary"
TEXT = {"method": "sendMessage", "text": "नमस्ते"}


def message(**more: Any) -> dict[str, Any]:
    return {"ok": True, "result": {"message_id": 7, "date": 1763712000, "chat": {"id": 501, "type": "private"}, **more}}


def refused(code: int, description: str, **parameters: int) -> JSONResponse:
    body = {"ok": False, "error_code": code, "description": description}
    return JSONResponse({**body, "parameters": parameters} if parameters else body, code)


def media(name: str) -> bytes:
    return {"shawl.png": PNG, "slip.pdf": b"%PDF-", "huge.png": b"0" * (10 * 1024 * 1024 + 1)}[name]


@pytest.fixture
async def api() -> AsyncIterator[Loopback]:
    async with serving(Loopback(message())) as platform:
        yield platform


@pytest.fixture
async def telegram(api: Loopback) -> AsyncIterator[Telegram]:
    made = Telegram(token=TOKEN, api_url=api.url, media=media)
    await made.open()
    yield made
    await made.close()


def calls(api: Loopback) -> list[str]:
    return [asked.path.rsplit("/", 1)[1] for asked in api.asked]


async def test_sends_plain_text(api: Loopback, telegram: Telegram) -> None:
    assert await telegram.send("501", TEXT, "out-1") == Sent("501:7")
    [asked] = api.asked
    assert asked.path == f"/bot{TOKEN}/sendMessage"
    preview = json.loads(asked.fields.pop("link_preview_options"))
    assert (asked.fields, preview) == ({"chat_id": "501", "text": "नमस्ते"}, {"is_disabled": True})


async def test_sends_buttons(api: Loopback, telegram: Telegram) -> None:
    [payload] = telegram.render(Buttons("?", (Option("v1:yes", "हाँ"),)), "hi", True).payloads
    assert await telegram.send("501", payload, "out-1") == Sent("501:7")
    markup = json.loads(api.asked[0].fields["reply_markup"])
    assert markup == {"inline_keyboard": [[{"text": "हाँ", "callback_data": "v1:yes"}]]}


async def test_asks_for_a_place(api: Loopback, telegram: Telegram) -> None:
    [payload] = telegram.render(AskLocation("कहाँ?"), "hi", True).payloads
    assert await telegram.send("501", payload, "out-1") == Sent("501:7")
    markup = json.loads(api.asked[0].fields["reply_markup"])
    assert markup["keyboard"] == [[{"text": "📍", "request_location": True}]]


async def test_a_picture_is_uploaded_once(api: Loopback, telegram: Telegram) -> None:
    size = {"file_id": "F1", "file_unique_id": "u", "width": 9, "height": 9}
    api.answers = [message(photo=[size])]
    [payload] = telegram.render(Card("shawl.png", "शॉल", (Option("v1:add", "लें"),)), "hi", True).payloads
    assert await telegram.send("501", payload, "out-1") == Sent("501:7")
    assert await telegram.send("502", payload, "out-2") == Sent("502:7")
    assert calls(api) == ["sendPhoto", "sendPhoto"]
    assert PNG in api.asked[0].fields.values()
    assert (api.asked[1].fields["photo"], api.asked[1].fields["caption"]) == ("F1", "शॉल")


async def test_a_forgotten_file_goes_with_its_bytes_again(api: Loopback, telegram: Telegram) -> None:
    size = {"file_id": "F1", "file_unique_id": "u", "width": 9, "height": 9}
    api.answers = [message(photo=[size]), refused(400, "Bad Request: wrong file identifier/HTTP URL specified")]
    [payload] = telegram.render(Picture("shawl.png", "शॉल"), "hi", True).payloads
    assert await telegram.send("501", payload, "out-1") == Sent("501:7")
    assert await telegram.send("501", payload, "out-2") == Sent("501:7")
    assert PNG in api.asked[2].fields.values()


async def test_sends_a_document(api: Loopback, telegram: Telegram) -> None:
    [payload] = telegram.render(Document("slip.pdf", "HT-4827.pdf", "पर्ची"), "hi", True).payloads
    assert await telegram.send("501", payload, "out-1") == Sent("501:7")
    assert b"%PDF-" in api.asked[0].fields.values()


@pytest.mark.parametrize("name", ["missing.png", "huge.png"])
async def test_without_its_picture_the_words_go(api: Loopback, telegram: Telegram, name: str) -> None:
    [payload] = telegram.render(Card(name, "शॉल", (Option("v1:add", "लें"),)), "hi", True).payloads
    assert await telegram.send("501", payload, "out-1") == Sent("501:7")
    assert calls(api) == ["sendMessage"]
    assert "reply_markup" in api.asked[0].fields


async def test_a_picture_whose_words_follow_is_left_out(api: Loopback, telegram: Telegram) -> None:
    first, *_ = telegram.render(Card("missing.png", "ऊन " * 500, ()), "hi", True).payloads
    assert await telegram.send("501", first, "out-1") == AlreadyDone()
    assert api.asked == []


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (refused(429, "Too Many Requests: retry after 5", retry_after=5), Wait(5, "number", exact=True)),
        (refused(403, "Forbidden: bot was blocked by the user"), PersonGone("blocked")),
        (refused(400, "Bad Request: chat not found"), PersonGone("chat not found")),
        (refused(401, "Unauthorized"), StopAll("token")),
        (refused(400, "Bad Request: message text is empty"), OurFault("Bad Request: message text is empty")),
        (PlainTextResponse("<html>", 502), Retry(True, "NetworkError")),
    ],
)
async def test_answers(api: Loopback, telegram: Telegram, answer: object, expected: object) -> None:
    api.answers = [answer]
    outcome = await telegram.send("501", TEXT, "out-1")
    assert type(outcome) is type(expected)
    assert outcome == expected or isinstance(expected, OurFault | Retry)


async def test_nobody_there_is_not_ambiguous() -> None:
    gone = Telegram(token=TOKEN, api_url="http://127.0.0.1:9")
    await gone.open()
    assert await gone.send("501", TEXT, "out-1") == Retry(False, "ConnectError")
    await gone.close()


@pytest.mark.parametrize("address", ["", "@channel", "50 1", "501\n", "१२"])
async def test_nothing_else_is_a_chat(api: Loopback, telegram: Telegram, address: str) -> None:
    assert await telegram.send(address, TEXT, "out-1") == OurFault("not a Telegram chat", "none")
    assert api.asked == []


async def test_typing_answers_a_press_or_shows_it(api: Loopback, telegram: Telegram) -> None:
    api.default = {"ok": True, "result": True}
    await telegram.typing("501", Heard("telegram", "update:1", "tap", extra={"callback_id": "77"}))
    await telegram.typing("501", Heard("telegram", "update:2", "text"))
    api.answers = [refused(400, "Bad Request: query is too old")]
    await telegram.typing("501", Heard("telegram", "update:3", "tap", extra={"callback_id": "78"}))
    assert calls(api) == ["answerCallbackQuery", "sendChatAction", "answerCallbackQuery"]


async def test_polls_updates_newer_than_the_library(api: Loopback, telegram: Telegram) -> None:
    updates = [{"update_id": 1, "hologram": {"a": 1}}, {"update_id": 2, "message": {"odd": True}}]
    api.answers = [{"ok": True, "result": updates}]
    assert await telegram.get_updates(1, 0) == updates
    fields = api.asked[0].fields
    assert (fields["offset"], json.loads(fields["allowed_updates"])[0]) == ("1", "message")
    api.answers = [refused(409, "Conflict: terminated by other getUpdates request")]
    with pytest.raises(Conflict):
        await telegram.get_updates(3, 0)


async def test_sets_and_deletes_the_webhook(api: Loopback, telegram: Telegram) -> None:
    api.default = {"ok": True, "result": True}
    await telegram.set_webhook("https://haat.example/webhooks/telegram", "s3cret")
    await telegram.delete_webhook()
    assert calls(api) == ["setWebhook", "deleteWebhook"]
    assert api.asked[0].fields["secret_token"] == "s3cret"


async def test_the_logs_hold_no_token(api: Loopback, telegram: Telegram, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        await telegram.send("501", TEXT, "out-1")
        await telegram.send("501", {"method": "sendMessage", "text": ""}, "out-2")
    assert TOKEN not in caplog.text
