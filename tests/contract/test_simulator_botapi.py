"""The stand-in for Telegram's Bot API, driven by the real python-telegram-bot client."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity, ReplyParameters, Update
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter

from bot.simulator import telegram_hand
from bot.simulator.app import Simulator
from tests.contract.echo_shop import TELEGRAM_BUYER as RAVI
from tests.contract.echo_shop import EchoShop, picture, practice

Practice = tuple[EchoShop, Simulator]
CHAT = int(RAVI.address)


@pytest_asyncio.fixture
async def both(tmp_path: Path) -> AsyncIterator[Practice]:
    async with practice(tmp_path / "sim.sqlite") as (shop, simulator):
        telegram_hand.perform(simulator.world, RAVI, {"act": "text", "text": "/start shawl"})
        await asyncio.wait_for(shop.updates.get(), 20)
        yield shop, simulator


async def heard(shop: EchoShop) -> Update:
    return Update.de_json(await asyncio.wait_for(shop.updates.get(), 20), shop.telegram)


def keys(*buttons: InlineKeyboardButton) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([list(buttons)])


async def test_start_arrives_as_a_command(tmp_path: Path) -> None:
    async with practice(tmp_path / "sim.sqlite") as (shop, simulator):
        telegram_hand.perform(simulator.world, RAVI, {"act": "text", "text": "/start shawl"})
        message = (await heard(shop)).message
        assert message is not None
        assert message.from_user is not None
        assert (message.text, message.from_user.first_name) == ("/start shawl", "Ravi")
        assert message.parse_entities([MessageEntity.BOT_COMMAND])


async def test_get_me_and_commands(both: Practice) -> None:
    shop, _ = both
    assert (await shop.telegram.get_me()).username == "haat_bot"
    assert await shop.telegram.set_my_commands([("start", "दुकान खोलिए")], language_code="hi")
    assert (await shop.telegram.get_my_commands(language_code="hi"))[0].description == "दुकान खोलिए"


async def test_pressed_button_is_answered_once(both: Practice) -> None:
    shop, simulator = both
    sent = await shop.telegram.send_message(
        CHAT, "?", reply_markup=keys(InlineKeyboardButton("हाँ", callback_data="yes"))
    )
    telegram_hand.perform(simulator.world, RAVI, {"act": "tap", "message": str(sent.message_id), "id": "yes"})
    query = (await heard(shop)).callback_query
    assert query is not None
    assert query.message is not None
    assert (query.data, query.message.message_id) == ("yes", sent.message_id)
    assert await query.answer("ठीक")
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await query.answer()


async def test_a_phone_cannot_press_what_is_not_there(both: Practice) -> None:
    shop, simulator = both
    sent = await shop.telegram.send_message(CHAT, "?")
    with pytest.raises(telegram_hand.NoSuchThing):
        telegram_hand.perform(simulator.world, RAVI, {"act": "tap", "message": str(sent.message_id), "id": "free"})


async def test_photo_with_html_caption(both: Practice) -> None:
    shop, simulator = both
    sent = await shop.telegram.send_photo(CHAT, picture(), caption="<b>शॉल</b> &lt;₹950&gt;", parse_mode="HTML")
    assert (sent.caption, sent.caption_entities[0].type) == ("शॉल <₹950>", "bold")
    found = simulator.world.store.media(sent.photo[0].file_id)
    assert found is not None
    assert found[2] == picture()
    again = await shop.telegram.send_photo(CHAT, sent.photo[0].file_id)
    assert again.photo[0].file_id == sent.photo[0].file_id


async def test_document_and_its_file(both: Practice) -> None:
    shop, _ = both
    sent = await shop.telegram.send_document(CHAT, b"%PDF-1.4 bill", filename="बिल.pdf")
    assert sent.document is not None
    file = await sent.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"%PDF-1.4 bill"


async def test_edit_and_delete(both: Practice) -> None:
    shop, simulator = both
    sent = await shop.telegram.send_message(
        CHAT, "one", reply_markup=keys(InlineKeyboardButton("x", callback_data="x"))
    )
    edited = await shop.telegram.edit_message_text("two", CHAT, sent.message_id)
    assert isinstance(edited, type(sent))
    assert (edited.text, edited.reply_markup) == ("two", None)
    with pytest.raises(BadRequest, match="not modified"):
        await shop.telegram.edit_message_text("two", CHAT, sent.message_id)
    assert await shop.telegram.delete_message(CHAT, sent.message_id)
    assert simulator.world.store.messages("telegram", RAVI.address)[-1].kind == "deleted"


async def test_reply_carries_what_it_answers(both: Practice) -> None:
    shop, simulator = both
    first = await shop.telegram.send_message(CHAT, "शॉल ₹950")
    act = {"act": "text", "text": "इसके दो", "reply_to": str(first.message_id)}
    telegram_hand.perform(simulator.world, RAVI, act)
    message = (await heard(shop)).message
    assert message is not None
    assert message.reply_to_message is not None
    assert message.reply_to_message.text == "शॉल ₹950"
    answer = await shop.telegram.send_message(CHAT, "ठीक", reply_parameters=ReplyParameters(message.message_id))
    assert answer.reply_to_message is not None
    assert answer.reply_to_message.text == "इसके दो"


@pytest.mark.parametrize("act", [
    {"act": "location", "latitude": 31.78, "longitude": 76.34},
    {"act": "contact", "number": "919816000005", "name": "Meena"},
])  # fmt: skip
async def test_attachments_are_real_updates(both: Practice, act: dict[str, Any]) -> None:
    shop, simulator = both
    telegram_hand.perform(simulator.world, RAVI, act)
    message = (await heard(shop)).message
    assert message is not None
    assert getattr(message, act["act"]) is not None


async def test_limits(both: Practice) -> None:
    shop, _ = both
    bot = shop.telegram
    assert (await bot.send_message(CHAT, "🙂" * 2048)).text == "🙂" * 2048
    assert (
        await bot.send_message(CHAT, "?", reply_markup=keys(InlineKeyboardButton("x", callback_data="x" * 64)))
    ).message_id
    for text, told in (
        ("🙂" * 2049, "message is too long"),
        (" \n ", "text is empty"),
        ("<b>x", "end tag"),
        ("<x>", "tag"),
    ):
        with pytest.raises(BadRequest, match=f"(?i){told}"):
            await bot.send_message(CHAT, text, parse_mode="HTML")
    for button, told in (
        (InlineKeyboardButton("x", callback_data="अ" * 22), "BUTTON_DATA_INVALID"),
        (InlineKeyboardButton("x", url="upi://pay"), "Wrong HTTP URL"),
        (InlineKeyboardButton("x", url="http://example.org"), "Wrong HTTP URL"),
        (InlineKeyboardButton("x"), "Text buttons are unallowed"),
    ):
        with pytest.raises(BadRequest, match=f"(?i){told}"):
            await bot.send_message(CHAT, "?", reply_markup=keys(button))
    with pytest.raises(BadRequest, match=r"(?i)caption is too long"):
        await bot.send_photo(CHAT, picture(), caption="क" * 1025)
    with pytest.raises(BadRequest, match=r"(?i)IMAGE_PROCESS_FAILED"):
        await bot.send_photo(CHAT, b"no picture")


async def test_strangers_blockers_and_wrong_tokens(both: Practice) -> None:
    shop, simulator = both
    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await shop.telegram.send_message(123456, "hello?")
    telegram_hand.block(simulator.world, RAVI, True)
    change = (await heard(shop)).my_chat_member
    assert change is not None
    assert change.new_chat_member.status == "kicked"
    with pytest.raises(Forbidden, match="blocked by the user"):
        await shop.telegram.send_message(CHAT, "hello?")
    thief = Bot("700000000:stolen", base_url=f"{shop.url}/sim/bot")
    with pytest.raises(InvalidToken):
        await thief.initialize()


async def test_fault_switches(both: Practice) -> None:
    shop, simulator = both
    simulator.world.faults.arm({"api": "botapi", "code": 429, "retry_after": 7, "method": "sendMessage"})
    simulator.world.faults.arm({"api": "botapi", "code": 502})
    simulator.world.faults.arm({"api": "botapi", "how": "lose"})
    with pytest.raises(RetryAfter) as slow:
        await shop.telegram.send_message(CHAT, "1")
    assert int(slow.value._retry_after.total_seconds()) == 7
    with pytest.raises(NetworkError):
        await shop.telegram.send_message(CHAT, "2")
    with pytest.raises(NetworkError):
        await shop.telegram.send_message(CHAT, "3")
    await shop.telegram.send_message(CHAT, "4")
    sent = [m.body["text"] for m in simulator.world.store.messages("telegram", RAVI.address) if not m.mine]
    assert sent == ["3", "4"]


async def test_polling(both: Practice) -> None:
    shop, simulator = both
    with pytest.raises(Conflict):
        await shop.telegram.get_updates()
    await shop.telegram.delete_webhook()
    polled = asyncio.create_task(shop.telegram.get_updates(timeout=20, read_timeout=30))
    telegram_hand.perform(simulator.world, RAVI, {"act": "text", "text": "hello"})
    (update,) = await polled
    assert update.message is not None
    assert update.message.text == "hello"
    assert [u.update_id for u in await shop.telegram.get_updates()] == [update.update_id]
    assert await shop.telegram.get_updates(offset=update.update_id + 1) == ()
