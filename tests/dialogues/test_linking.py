"""One person on two apps: the code one chat gives and the other sends makes them one."""

from datetime import timedelta

from actions.messages import Spoken
from bot.speech import plain
from tests.dialogues.town import Phone, Town


async def _code(town: Town, phone: Phone) -> str:
    await town.type(phone, "menu")
    await town.type(phone, "hello")
    await town.event(phone, payload="v1:link_chats")
    return plain(phone.read()[-1]).splitlines()[-1].strip()


def said(messages: list[Spoken]) -> str:
    return "\n".join(plain(message) for message in messages)


async def test_both_chats_see_one_cart(town: Town) -> None:
    app, other = town.phone("asha", "whatsapp"), town.phone("asha-tg", "telegram")
    await town.type(app, "2 amla candy")
    await town.type(other, "1 amla candy")
    await town.type(other, "1 paneer")
    code = await _code(town, app)
    other.read()
    await town.type(other, f"code hai {code.lower()}")
    other.read()
    await town.type(other, "my cart")
    cart = said(other.read())
    assert "3 packets" in cart
    assert "paneer" in cart.lower()
    await town.type(app, "my cart")
    assert "3 packets" in said(app.read())


async def test_a_code_works_once_and_not_for_long(town: Town) -> None:
    app, other, third = town.phone("a", "whatsapp"), town.phone("b", "telegram"), town.phone("c", "telegram")
    await town.type(app, "2 amla candy")
    code = await _code(town, app)
    await town.type(other, code)
    await town.type(third, code)
    third.read()
    await town.type(third, "my cart")
    assert "2 packets" not in said(third.read())
    late = await _code(town, app)
    town.now += timedelta(minutes=16)
    await town.type(third, late)
    third.read()
    await town.type(third, "my cart")
    assert "2 packets" not in said(third.read())
