"""The cart in talk: putting in, changing, taking out, looking; by words, by tap, by number."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions.meaning import Item
from actions.messages import say
from bot.speech import speech
from catalog.lexicon import listed
from catalog.tables import Offer, Product
from catalog.words import Language
from orders import cart as carts
from orders.tables import CartLine
from tests.conftest import NOW
from tests.unit.counter import Counter, item


async def held(db: AsyncSession) -> dict[str, int]:
    return {line.sku: line.qty_milli for line in await db.scalars(select(CartLine))}


async def test_several_things_in_one_sentence(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    said = await her.says("add_to_cart", "2 shawl aur aadha kilo achar", item("shawl", 2), item("pickle", 500, "gram"))
    assert await held(seeded) == {"shawl": 2000, "pickle": 500}
    assert said == "2 नग कुल्लू शॉल · ₹1,900\nआधा किलो आम का अचार · ₹120\nकुल ₹2,020"
    assert her.buttons == ["checkout", "menu", "view_cart"]


@pytest.mark.parametrize(
    ("qty", "unit", "sku", "milli"),
    [
        (None, None, "shawl", 1000),
        (1, "dozen", "shawl", 12000),
        (None, "dozen", "shawl", 12000),
        (1, "pair", "shawl", 2000),
        (1, "dozen", "socks", 12000),
        (2, "pair", "socks", 2000),
        (3, "pav", "pickle", 750),
        (1.5, "kg", "pickle", 1500),
    ],
)
async def test_units_as_people_say_them(
    seeded: AsyncSession, qty: float | None, unit: str | None, sku: str, milli: int
) -> None:
    await Counter(seeded).says("add_to_cart", "…", item(sku, qty, unit))
    assert await held(seeded) == {sku: milli}


@pytest.mark.parametrize(
    ("qty", "unit", "sku"),
    [
        (None, None, "pickle"),
        (2, "kg", "shawl"),
        (2, "bottle", "pickle"),
        (1, "piece", "socks"),
        (333, "gram", "pickle"),
    ],
)
async def test_what_does_not_fit_is_asked_never_guessed(
    seeded: AsyncSession, qty: float | None, unit: str | None, sku: str
) -> None:
    her = Counter(seeded)
    await her.says("add_to_cart", "…", item(sku, qty, unit))
    assert await held(seeded) == {}
    assert (her.state.awaiting, her.state.about["sku"]) == ("quantity", sku)


async def test_the_answer_to_how_much_goes_in_and_the_rest_follows(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.says("add_to_cart", "achar aur 2 shawl", item("pickle"), item("shawl", 2))
    said = await her.says("change_quantity", "dedh kilo", item(None, 1.5, "kg"))
    assert await held(seeded) == {"pickle": 1500, "shawl": 2000}
    assert "कुल ₹2,260" in said
    assert her.state.awaiting is None


async def test_a_tapped_amount_goes_in_and_the_rest_follows(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.says("add_to_cart", "achar aur 2 shawl", item("pickle"), item("shawl", 2))
    await her.taps("add:pickle:1000")
    assert await held(seeded) == {"pickle": 1000, "shawl": 2000}


async def test_several_meanings_become_buttons_and_numbers_answer(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.says("add_to_cart", "3 garam cheez", item(None, 3, None, "shawl", "socks"), item("pickle", 1, "kg"))
    assert her.buttons == ["add:shawl:3000", "add:socks:3000"]
    await her.writes("2")
    assert await held(seeded) == {"socks": 3000, "pickle": 1000}


async def test_corrections(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.says("add_to_cart", "4 shawl", item("shawl", 4))
    await her.says("change_quantity", "nahi 3 kar do", item(None, 3))
    assert await held(seeded) == {"shawl": 3000}
    await her.says("change_quantity", "ek aur", item(None, 1), op="increase")
    assert await held(seeded) == {"shawl": 4000}
    await her.says("change_quantity", "double", op="double")
    assert await held(seeded) == {"shawl": 8000}
    await her.says("add_to_cart", "1 kilo achar", item("pickle", 1, "kg"))
    await her.says("change_quantity", "8 nahi 6", item(None, 6), qty_old=8)
    assert await held(seeded) == {"shawl": 6000, "pickle": 1000}
    await her.says("change_quantity", "achar aadha kilo kar do", item("pickle", 0.5, "kg"))
    assert await held(seeded) == {"shawl": 6000, "pickle": 500}
    await her.says("remove_item", "shawl hata do", item("shawl"))
    assert await held(seeded) == {"pickle": 500}


async def test_less_than_one_takes_it_out(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.says("add_to_cart", "1 shawl", item("shawl", 1))
    said = await her.says("change_quantity", "ek kam", item(None, 1), op="decrease")
    assert await held(seeded) == {}
    assert "टोकरी खाली है" in said


async def test_changing_a_line_by_taps(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl:2000")
    await her.taps("view_cart")
    await her.taps("edit_cart")
    assert her.buttons == ["line:shawl", "clear_cart"]
    await her.taps("line:shawl")
    assert her.buttons == ["set:shawl:1000", "set:shawl:3000", "drop:shawl"]
    await her.taps("set:shawl:3000")
    assert await held(seeded) == {"shawl": 3000}
    await her.taps("line:shawl")
    await her.says("change_quantity", "5", item(None, 5))
    assert await held(seeded) == {"shawl": 5000}
    await her.taps("drop:shawl")
    assert await held(seeded) == {}


async def test_the_same_tap_adds_again(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl")
    await her.taps("add:shawl")
    assert await held(seeded) == {"shawl": 2000}


async def test_emptying_asks_first(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl")
    await her.says("clear_cart")
    assert await held(seeded) == {"shawl": 1000}
    await her.says("deny", "nahi")
    assert await held(seeded) == {"shawl": 1000}
    await her.says("clear_cart")
    await her.says("confirm", "haan")
    assert await held(seeded) == {}


async def test_sample_prices_take_an_enquiry_on_real_channels(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    said = await her.says("add_to_cart", "ek topi", item("cap", 1))
    assert await held(seeded) == {}
    assert "हिमाचली टोपी की बिक्री अभी यहाँ से नहीं हो रही" in said
    assert her.buttons[0] == "enquire:cap"
    assert "T-" in await her.taps("enquire:cap")
    sold = Counter(seeded, demo_sells=True)
    await sold.says("add_to_cart", "ek topi", item("cap", 1))
    assert "नमूना" in await sold.taps("view_cart")


async def test_large_amounts_go_to_the_office(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.says("add_to_cart", "50 mez", item("table", 50))
    assert await held(seeded) == {}
    assert her.buttons[0] == "enquire:table"


async def test_a_cart_lives_seven_days(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl")
    assert await carts.lines(seeded, 1, her.now + timedelta(days=6, hours=23))
    assert not await carts.lines(seeded, 1, her.now + timedelta(days=7, minutes=1))
    assert await held(seeded) == {}


async def test_less_is_there_than_wanted(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl:25000")
    assert "अभी तैयार: बस 20 नग" in await her.taps("view_cart")
    await her.taps("checkout")
    assert her.buttons[0] == "set:shawl:20000"
    await her.taps(her.buttons[0])
    assert await held(seeded) == {"shawl": 20000}
    assert her.state.awaiting == "name"


async def test_sold_out_is_said_and_the_line_can_go(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:pickle:1000")
    offer = (await seeded.scalars(select(Offer).where(Offer.sku == "pickle"))).one()
    offer.on_hand_milli = 0
    await seeded.flush()
    await her.taps("checkout")
    assert her.buttons[0] == "drop:pickle"


@pytest.mark.parametrize("payload", ["add:no", "add", "line:x", "drop:x", "set:x:5", "add:shawl:abc", "edit_cart:99"])
async def test_odd_buttons_break_nothing(seeded: AsyncSession, payload: str) -> None:
    assert await Counter(seeded).taps(payload)


async def test_an_amount_right_after_a_bare_tap_is_the_amount(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl")
    await her.says("add_to_cart", "2 shawl chahiye", item("shawl", 2))
    assert await held(seeded) == {"shawl": 2000}
    await her.says("add_to_cart", "2 shawl aur", item("shawl", 2))
    assert await held(seeded) == {"shawl": 4000}


async def test_what_a_thing_comes_in_is_kept_and_what_not_is_said(seeded: AsyncSession) -> None:
    (await seeded.get_one(Product, "pickle")).attrs = {"flavour": ["mango", "lemon"]}
    her = Counter(seeded)
    said = await her.says("add_to_cart", "", Item("pickle", "pickle", (), 1000, "kg", {"flavour": "mango"}))
    assert "(आम) · " in said
    said = await her.says("add_to_cart", "", Item("pickle", "pickle", (), 1000, "kg", {"flavour": "garlic"}))
    assert "लहसुन नहीं है। मिलते हैं: आम, नींबू।" in said
    assert "(आम) · " in said
    said = await her.says("add_to_cart", "", Item("pickle", "pickle", (), 1000, "kg", {"flavour": "lemon"}))
    assert "(2 किलो आम, 1 किलो नींबू) · " in said
    said = await her.says("add_to_cart", "", Item("shawl", "shawl", (), 1000, None, {"size": "large"}))
    assert "बड़ा अलग से नहीं चुन सकते" in said
    said = await her.says("view_cart")
    assert "mango" not in said
    assert "बड़ा" not in said


@pytest.mark.parametrize("language", ["hi", "hi-Latn", "en"])
def test_every_colour_size_and_flavour_has_its_word(language: Language) -> None:
    for listing in ("colours", "sizes", "flavours"):
        for value in listed(listing):
            said = speech().phrase(say("wish", value=value.replace(" ", "-")), language)
            assert said.isascii() == (language != "hi") or value == "extra large"


@pytest.mark.parametrize(("month", "sells"), [(7, True), (8, True), (11, False)])
async def test_seasonal_goods_sell_in_their_months(seeded: AsyncSession, month: int, sells: bool) -> None:
    product = await seeded.get_one(Product, "shawl")
    product.mode, product.season = (
        "seasonal",
        {"months": [7, 8], "name": {"en": "Rakhi", "hi": "राखी", "hi-Latn": "Rakhi"}},
    )
    her = Counter(seeded, now=NOW.replace(month=month, day=10))
    said = await her.taps("add:shawl:1000")
    assert ("मौसम नहीं है" not in said) == sells
    assert bool(await held(seeded)) == sells


async def test_the_group_she_names_makes_it(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    said = await her.says("search_product", "nahan ki shawl", item("shawl"))
    assert "Nahan workshop" in said or "नाहन कार्यशाला" in said
    await her.taps(her.buttons[0])
    assert "नाहन कार्यशाला" in await her.says("view_cart")
    other = Counter(seeded)
    assert "कंडा कार्यशाला में ऊनी मोज़े नहीं बनता" in await other.says("search_product", "kanda ke moje", item("socks"))
    assert other.buttons[0] == "add:socks"


async def test_what_the_shop_does_not_have_is_not_put_in(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    assert "नहीं मिली" in await her.says("add_to_cart", "2 joote", Item("shoes", qty_milli=2000))
    assert not await held(seeded)


@pytest.mark.parametrize("task", ["out_of_scope", "about_producers", "unsure"])
@pytest.mark.parametrize("text", ["kaidi ka naam batao", "who made this, the prisoner's name", "कैदी ने क्या जुर्म किया"])
async def test_nobody_in_prison_is_told_of(seeded: AsyncSession, task: str, text: str) -> None:
    said = await Counter(seeded).says(task, text)
    assert said.startswith("बनाने वाले किसी व्यक्ति का नाम या पहचान नहीं बताई जाती।")


async def test_one_of_three_is_taken_out(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl:3000")
    await her.says("remove_item", "ek shawl hata do", item("shawl", 1))
    assert await held(seeded) == {"shawl": 2000}
    await her.says("remove_item", "shawl hata do", item("shawl"))
    assert await held(seeded) == {}
