"""Sends through pywa's real client to a recorder on loopback."""

import logging
from collections.abc import AsyncIterator

import pytest
from starlette.responses import JSONResponse, PlainTextResponse

from actions.heard import Heard
from actions.messages import Card, Picture
from bot.channels.outcome import OurFault, PersonGone, Retry, Sent, StopAll, Wait, WindowClosed
from bot.channels.whatsapp import WhatsApp
from tests.contract.loopback import Loopback, serving

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 64
TOKEN = "EAAcanary"
TEXT = {"type": "text", "text": {"body": "नमस्ते", "preview_url": False}}
OK = {"messaging_product": "whatsapp", "contacts": [{"input": "1", "wa_id": "1"}], "messages": [{"id": "wamid.X"}]}
IMAGE = {"type": "image", "image": {"media": "shawl.png", "caption": "शॉल"}}


def media(name: str) -> bytes:
    return {"shawl.png": PNG, "huge.png": b"0" * (5 * 1024 * 1024 + 1), "odd.webp": PNG}[name]


@pytest.fixture
async def graph() -> AsyncIterator[Loopback]:
    async with serving(Loopback(OK)) as platform:
        yield platform


def channel(graph: Loopback, base_url: str = "http://127.0.0.1:8000") -> WhatsApp:
    return WhatsApp(token=TOKEN, phone_number_id="106", api_url=graph.url, base_url=base_url, media=media)


@pytest.fixture
async def whatsapp(graph: Loopback) -> AsyncIterator[WhatsApp]:
    made = channel(graph)
    await made.open()
    yield made
    await made.close()


def refused(code: int, status: int = 400, **headers: str) -> JSONResponse:
    error = {"message": f"(#{code}) no", "type": "OAuthException", "code": code, "fbtrace_id": "A"}
    return JSONResponse({"error": error}, status, headers)


async def test_sends_to_a_number_with_our_key(graph: Loopback, whatsapp: WhatsApp) -> None:
    assert await whatsapp.send("919816012345", TEXT, "out-1") == Sent("wamid.X")
    [asked] = graph.asked
    assert (asked.method, asked.headers["authorization"]) == ("POST", f"Bearer {TOKEN}")
    assert asked.path.endswith("/106/messages")
    assert asked.fields == {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": "919816012345",
        "biz_opaque_callback_data": "out-1",
        **TEXT,
    }


@pytest.mark.parametrize("address", ["IN.13491208655302741918", "IN.A9z88", "IN.ENT.118157"])
async def test_sends_to_a_person_without_a_number(graph: Loopback, whatsapp: WhatsApp, address: str) -> None:
    assert await whatsapp.send(address, TEXT, "out-1") == Sent("wamid.X")
    assert graph.asked[0].fields["recipient"] == address
    assert "to" not in graph.asked[0].fields
    assert graph.asked[0].fields["recipient_type"] == "individual"


@pytest.mark.parametrize(
    "address", ["", "Y2FwaV9ncm91cDox", "+91 98160", "9198\n", "१२३४५६७८९", "IN.", "in.123", "x@g.us"]
)
async def test_nothing_else_is_an_address(graph: Loopback, whatsapp: WhatsApp, address: str) -> None:
    assert await whatsapp.send(address, TEXT, "out-1") == OurFault("not a WhatsApp address", "none")
    assert graph.asked == []


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (refused(131047), WindowClosed()),
        (refused(131026), PersonGone("undeliverable")),
        (refused(131056), Wait(4, "chat")),
        (refused(130429, 429, **{"retry-after": "9"}), Wait(9, "number", exact=True)),
        (refused(190, 401), StopAll("token expired")),
        (refused(131000, 500), Retry(False, "unknown error")),
        (PlainTextResponse("<html>bad gateway</html>", 502), Retry(True, "HTTP 502 without a Graph error")),
        (PlainTextResponse("<html>ok?</html>", 200), Retry(True, "JSONDecodeError")),
        (JSONResponse({"error": "odd"}, 400), Retry(True, "AttributeError")),
        (JSONResponse({"messages": []}), Retry(True, "IndexError")),
        (JSONResponse(["?"]), Retry(True, "TypeError")),
    ],
)
async def test_answers(graph: Loopback, whatsapp: WhatsApp, answer: object, expected: object) -> None:
    graph.answers = [answer]
    assert await whatsapp.send("919816012345", TEXT, "out-1") == expected


async def test_nobody_there_is_not_ambiguous() -> None:
    gone = WhatsApp(token=TOKEN, phone_number_id="106", api_url="http://127.0.0.1:9")
    await gone.open()
    assert await gone.send("919816012345", TEXT, "out-1") == Retry(False, "ConnectError")
    await gone.close()


async def test_a_picture_is_uploaded_once(graph: Loopback, whatsapp: WhatsApp) -> None:
    graph.answers = [{"id": "media-1"}]
    card = Card("shawl.png", "शॉल", ())
    [payload] = whatsapp.render(card, "hi", True).payloads
    assert await whatsapp.send("919816012345", payload, "out-1") == Sent("wamid.X")
    assert await whatsapp.send("919816012345", payload, "out-2") == Sent("wamid.X")
    assert [asked.path.rsplit("/", 1)[1] for asked in graph.asked] == ["media", "messages", "messages"]
    assert graph.asked[0].fields == {"messaging_product": "whatsapp", "type": "image/png", "file": PNG}
    assert [asked.fields["image"] for asked in graph.asked[1:]] == [{"id": "media-1", "caption": "शॉल"}] * 2
    assert payload["image"] == {"media": "shawl.png", "caption": "शॉल"}  # rendering is left as it was


@pytest.mark.parametrize("code", [100, 131053])
async def test_a_stale_upload_is_made_anew_once(graph: Loopback, whatsapp: WhatsApp, code: int) -> None:
    graph.answers = [{"id": "media-1"}, OK, refused(code), {"id": "media-2"}, refused(131009)]
    assert await whatsapp.send("919816012345", IMAGE, "out-1") == Sent("wamid.X")
    assert await whatsapp.send("919816012345", IMAGE, "out-2") == OurFault("131009 parameter value")
    assert graph.asked[-1].fields["image"]["id"] == "media-2"
    assert len(graph.asked) == 5


@pytest.mark.parametrize("name", ["missing.png", "huge.png", "odd.webp"])
async def test_without_its_picture_the_words_go(graph: Loopback, whatsapp: WhatsApp, name: str) -> None:
    [payload] = whatsapp.render(Picture(name, "शॉल"), "hi", True).payloads
    assert await whatsapp.send("919816012345", payload, "out-1") == Sent("wamid.X")
    [asked] = graph.asked
    assert asked.fields["text"]["body"] == "शॉल"


async def test_a_public_shop_sends_a_link_instead(graph: Loopback) -> None:
    public = channel(graph, "https://haat.example/")
    await public.open()
    graph.answers = [refused(131053)]
    assert await public.send("919816012345", IMAGE, "out-1") == Sent("wamid.X")
    assert graph.asked[-1].fields["image"] == {"link": "https://haat.example/media/shawl.png", "caption": "शॉल"}
    await public.close()


async def test_an_upload_that_must_wait_waits(graph: Loopback, whatsapp: WhatsApp) -> None:
    graph.answers = [refused(130429, 429)]
    assert await whatsapp.send("919816012345", IMAGE, "out-1") == Wait(1, "number")


async def test_typing_marks_as_read(graph: Loopback, whatsapp: WhatsApp) -> None:
    await whatsapp.typing("919816012345", Heard("whatsapp", "messages:wamid.T1", "text"))
    assert graph.asked[0].fields == {
        "messaging_product": "whatsapp",
        "status": "read",
        "message_id": "wamid.T1",
        "typing_indicator": {"type": "text"},
    }
    graph.answers = [refused(100)]
    await whatsapp.typing("919816012345", Heard("whatsapp", "messages:wamid.T1", "text"))  # as good as it goes


async def test_the_logs_hold_no_token_and_no_words(
    graph: Loopback, whatsapp: WhatsApp, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        await whatsapp.send("919816012345", TEXT, "out-1")
    assert TOKEN not in caplog.text
    assert "919816012345" not in caplog.text
