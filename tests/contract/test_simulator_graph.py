"""The stand-in for Meta's Graph API, driven by the real pywa client."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
from pywa.errors import WhatsAppError
from pywa.types import Button, Message, Section, SectionList, SectionRow
from pywa.types.callback import CallbackSelection

from bot.simulator import whatsapp_hand
from bot.simulator.app import Simulator
from bot.simulator.graph_rules import Refusal, check_message, recipient
from bot.simulator.meta_events import written
from tests.contract.echo_shop import ACCOUNT, BUYER, WORKSHOP, EchoShop, picture, practice

Practice = tuple[EchoShop, Simulator]


@pytest_asyncio.fixture
async def both(tmp_path: Path) -> AsyncIterator[Practice]:
    async with practice(tmp_path / "sim.sqlite") as ready:
        yield ready


async def heard(queue: asyncio.Queue[dict[str, Any]]) -> dict[str, Any]:
    return await asyncio.wait_for(queue.get(), 20)


def say(simulator: Simulator, text: str) -> None:
    whatsapp_hand.perform(simulator.world, BUYER, {"act": "text", "text": text})


async def last_statuses(shop: EchoShop, last: str) -> list[dict[str, Any]]:
    told = [await heard(shop.statuses)]
    while told[-1]["status"] != last:
        told.append(await heard(shop.statuses))
    return told


async def test_typed_text_arrives_signed_and_pywa_can_read_it(both: Practice) -> None:
    shop, simulator = both
    say(simulator, "नमस्ते / hello")
    event = await heard(shop.heard)
    message = Message.from_update(shop.whatsapp, event["whole"])
    assert (message.text, message.from_user.wa_id, message.from_user.name) == ("नमस्ते / hello", BUYER.address, "Asha")
    assert message.from_user.bsuid.startswith("IN.")


def test_events_are_written_as_meta_writes_json() -> None:
    assert written({"a": "हाँ/x"}) == b'{"a":"\\u0939\\u093e\\u0901\\/x"}'


async def test_statuses_carry_our_own_key_back(both: Practice) -> None:
    shop, simulator = both
    say(simulator, "hi")
    await heard(shop.heard)
    sent = await shop.whatsapp.send_message(BUYER.address, "ठीक", tracker="outbox-7")
    told = await last_statuses(shop, "delivered")
    assert [s["status"] for s in told] == ["sent", "delivered"]
    assert {(s["id"], s["biz_opaque_callback_data"]) for s in told} == {(sent.id, "outbox-7")}


async def test_row_chosen_from_a_list_names_the_list_it_answers(both: Practice) -> None:
    shop, simulator = both
    say(simulator, "hi")
    rows = [SectionRow(title=f"शॉल {n}", callback_data=f"v1:product:{n}", description="₹950") for n in range(10)]
    sent = await shop.whatsapp.send_message(BUYER.address, "चुनिए", buttons=SectionList("देखें", [Section("सामान", rows)]))
    whatsapp_hand.perform(simulator.world, BUYER, {"act": "tap", "message": sent.id, "id": "v1:product:3"})
    await heard(shop.heard)
    chosen = CallbackSelection.from_update(shop.whatsapp, (await heard(shop.heard))["whole"])
    assert (chosen.data, chosen.reply_to_message.message_id) == ("v1:product:3", sent.id)


async def test_a_phone_cannot_tap_what_is_not_there(both: Practice) -> None:
    shop, simulator = both
    say(simulator, "hi")
    sent = await shop.whatsapp.send_message(BUYER.address, "?", buttons=[Button("हाँ", "yes")])
    with pytest.raises(whatsapp_hand.NoSuchThing):
        whatsapp_hand.perform(simulator.world, BUYER, {"act": "tap", "message": sent.id, "id": "free"})


async def test_picture_goes_up_and_reaches_the_phone(both: Practice) -> None:
    shop, simulator = both
    say(simulator, "hi")
    await shop.whatsapp.send_image(BUYER.address, picture(), caption="कुल्लू शॉल", mime_type="image/jpeg",
                                   buttons=[Button("लीजिए", "add")])  # fmt: skip
    shown = simulator.world.store.messages("whatsapp", BUYER.address)[-1]
    found = simulator.world.store.media(shown.body["media_id"])
    assert found is not None
    assert found[2] == picture()


async def test_no_message_but_a_template_passes_a_closed_window(both: Practice) -> None:
    shop, _ = both
    await shop.whatsapp.send_message(WORKSHOP.address, "नया ऑर्डर")
    failed = (await last_statuses(shop, "failed"))[-1]
    assert failed["errors"][0]["code"] == 131047
    await shop.whatsapp.api.send_message(
        sender=ACCOUNT.phone_number_id, to=WORKSHOP.address, recipient=None, recipient_type="individual",
        typ="template", msg=template("HT-4827", "3 शॉल"), biz_opaque_callback_data="outbox-9",
    )  # fmt: skip
    assert (await last_statuses(shop, "delivered"))[-1]["biz_opaque_callback_data"] == "outbox-9"


def template(*values: str, name: str = "new_order", language: str = "hi") -> dict[str, Any]:
    body = {"type": "body", "parameters": [{"type": "text", "text": value} for value in values]}
    quick = {"type": "button", "sub_type": "quick_reply", "index": "0",
             "parameters": [{"type": "payload", "payload": "v1:accept:7"}]}  # fmt: skip
    return {"name": name, "language": {"code": language}, "components": [body, quick]}


async def test_quick_reply_of_a_template_brings_its_payload(both: Practice) -> None:
    shop, simulator = both
    answer = await shop.whatsapp.api.send_message(
        sender=ACCOUNT.phone_number_id, to=WORKSHOP.address, recipient=None, recipient_type="individual",
        typ="template", msg=template("HT-4827", "3 शॉल"),
    )  # fmt: skip
    shown = simulator.world.store.messages("whatsapp", WORKSHOP.address)[-1].body["shown"]
    assert shown["body"] == "नया ऑर्डर HT-4827: 3 शॉल चाहिए।"
    tap = {"act": "tap", "message": answer["messages"][0]["id"], "id": "v1:accept:7"}
    whatsapp_hand.perform(simulator.world, WORKSHOP, tap)
    event = await heard(shop.heard)
    assert event["button"] == {"payload": "v1:accept:7", "text": "बना देंगे"}


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (template("HT-1"), 132000),
        (template("HT-1", "x", language="en"), 132001),
        (template("HT-1", "x", name="other"), 132001),
        (template("HT-1", "two\nlines"), 132012),
    ],
)
async def test_wrong_templates_are_refused(both: Practice, sent: dict[str, Any], code: int) -> None:
    shop, _ = both
    with pytest.raises(WhatsAppError) as error:
        await shop.whatsapp.api.send_message(
            sender=ACCOUNT.phone_number_id, to=WORKSHOP.address, recipient=None, recipient_type="individual",
            typ="template", msg=sent,
        )  # fmt: skip
    assert error.value.code == code


async def test_unknown_number_is_reported_afterwards(both: Practice) -> None:
    shop, _ = both
    await shop.whatsapp.send_message("919999999999", "hello?")
    assert (await last_statuses(shop, "failed"))[-1]["errors"][0]["code"] == 131026


async def test_wrong_token_is_refused(both: Practice) -> None:
    shop, _ = both
    shop.whatsapp.token = "stolen"
    with pytest.raises(WhatsAppError) as error:
        await shop.whatsapp.send_message(BUYER.address, "hi")
    assert error.value.code == 190


async def test_reading_turns_the_ticks_blue_and_shows_typing(both: Practice) -> None:
    shop, simulator = both
    say(simulator, "one")
    say(simulator, "two")
    first, second = await heard(shop.heard), await heard(shop.heard)
    await shop.whatsapp.mark_message_as_read(first["id"])
    assert [m.status == "read" for m in simulator.world.store.messages("whatsapp", BUYER.address)] == [True, False]
    await shop.whatsapp.indicate_typing(second["id"])
    chat = simulator.world.store.chat("whatsapp", BUYER.address)
    assert chat is not None
    assert chat.typing_until > 0


async def test_events_come_again_until_the_shop_takes_them(both: Practice) -> None:
    shop, simulator = both
    shop.answer_with = 500
    say(simulator, "first")
    say(simulator, "second")
    for _ in range(2):
        assert await asyncio.wait_for(shop.refused.get(), 20) == 500
    assert shop.heard.empty()
    shop.answer_with = 200
    assert [(await heard(shop.heard))["text"]["body"] for _ in range(2)] == ["first", "second"]


async def test_fault_switches(both: Practice) -> None:
    shop, simulator = both
    say(simulator, "hi")
    async with httpx.AsyncClient(base_url=shop.url) as control:
        for fault in ({"code": 130429}, {"code": 503}, {"how": "lose"}, {"code": 131026, "how": "late"}):
            assert (await control.post("/sim/control/faults", json={"api": "graph", **fault})).status_code == 200
    with pytest.raises(WhatsAppError) as slow:
        await shop.whatsapp.send_message(BUYER.address, "1")
    with pytest.raises(WhatsAppError) as down:
        await shop.whatsapp.send_message(BUYER.address, "2")
    assert (slow.value.code, down.value.code) == (130429, 503)
    with pytest.raises(httpx.RemoteProtocolError):
        await shop.whatsapp.send_message(BUYER.address, "3", tracker="lost")
    assert (await last_statuses(shop, "delivered"))[-1]["biz_opaque_callback_data"] == "lost"
    await shop.whatsapp.send_message(BUYER.address, "4")
    assert (await last_statuses(shop, "failed"))[-1]["errors"][0]["code"] == 131026
    await shop.whatsapp.send_message(BUYER.address, "5")
    sent = [m.body["text"]["body"] for m in simulator.world.store.messages("whatsapp", BUYER.address) if not m.mine]
    assert sent == ["3", "4", "5"]


async def test_a_restart_keeps_the_chats(tmp_path: Path) -> None:
    async with practice(tmp_path / "sim.sqlite") as (_, simulator):
        say(simulator, "before")
    async with practice(tmp_path / "sim.sqlite") as (_, simulator):
        assert [m.body["text"]["body"] for m in simulator.world.store.messages("whatsapp", BUYER.address)] == ["before"]


def text(body: str) -> dict[str, Any]:
    return {"messaging_product": "whatsapp", "to": "919876500001", "type": "text", "text": {"body": body}}


def buttons(*replies: tuple[str, str], body: str = "?") -> dict[str, Any]:
    made = [{"type": "reply", "reply": {"id": key, "title": title}} for key, title in replies]
    return interactive("button", body, {"buttons": made})


def rows(*made: dict[str, str], body: str = "?", button: str = "चुनिए") -> dict[str, Any]:
    return interactive("list", body, {"button": button, "sections": [{"title": "सामान", "rows": list(made)}]})


def interactive(kind: str, body: str, action: dict[str, Any]) -> dict[str, Any]:
    content = {"type": kind, "body": {"text": body}, "action": action}
    return {"messaging_product": "whatsapp", "to": "919876500001", "type": "interactive", "interactive": content}


def link(title: str, url: str = "https://example.org") -> dict[str, Any]:
    return interactive("cta_url", "?", {"name": "cta_url", "parameters": {"display_text": title, "url": url}})


ROW = {"id": "r", "title": "शॉल"}
FITS = [
    text("क" * 4096),
    buttons(*((f"b{n}", "क" * 19 + str(n)) for n in range(3)), body="क" * 1024),
    buttons(("b" * 256, "हाँ")),
    rows(
        *({"id": f"r{n}".ljust(200, "x"), "title": "क" * 24, "description": "क" * 72} for n in range(10)),
        body="क" * 4096,
    ),
    link("क" * 20),
    text("x") | {"biz_opaque_callback_data": "x" * 512},
]
REFUSED = [
    (text("क" * 4097), 131009),
    (text("  "), 131009),
    (text("x") | {"type": "poll"}, 100),
    (text("x") | {"messaging_product": "sms"}, 100),
    (text("x") | {"biz_opaque_callback_data": "x" * 513}, 131009),
    (buttons(), 131009),
    (buttons(*((f"b{n}", f"t{n}") for n in range(4))), 131009),
    (buttons(("a", "क" * 21)), 131009),
    (buttons(("a", "")), 131009),
    (buttons(("b" * 257, "x")), 131009),
    (buttons(("a ", "x")), 131009),
    (buttons(("a", "x"), ("a", "y")), 131009),
    (buttons(("a", "x"), ("b", "x")), 131009),
    (buttons(("a", "x"), body="क" * 1025), 131009),
    (buttons(("a", "x"), body=""), 131009),
    (rows(), 131009),
    (rows(*({"id": f"r{n}", "title": "x"} for n in range(11))), 131009),
    (rows(ROW | {"title": "क" * 25}), 131009),
    (rows(ROW | {"description": "क" * 73}), 131009),
    (rows(ROW | {"id": "x" * 201}), 131009),
    (rows(ROW, ROW), 131009),
    (rows(ROW, body="क" * 4097), 131009),
    (rows(ROW, button="क" * 21), 131009),
    (link("क" * 21), 131009),
    (link("खोलिए", "upi://pay?pa=x"), 131009),
    ({"messaging_product": "whatsapp", "type": "image", "image": {}}, 100),
    ({"messaging_product": "whatsapp", "type": "image", "image": {"id": "1", "caption": "क" * 1025}}, 131009),
    ({"messaging_product": "whatsapp", "type": "interactive"}, 131008),
]


@pytest.mark.parametrize("message", FITS)
def test_at_the_limit_it_is_taken(message: dict[str, Any]) -> None:
    assert check_message(message) == message["type"]


@pytest.mark.parametrize(("message", "code"), REFUSED)
def test_beyond_the_limit_it_is_refused(message: dict[str, Any], code: int) -> None:
    with pytest.raises(Refusal) as refusal:
        check_message(message)
    assert refusal.value.code == code


@pytest.mark.parametrize(("to", "code"), [("", 131008), ("abc", 131009), ("0123", 131009), ("12", 131009)])
def test_odd_recipients_are_refused(to: str, code: int) -> None:
    with pytest.raises(Refusal) as refusal:
        recipient({"to": to})
    assert refusal.value.code == code
