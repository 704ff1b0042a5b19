"""Looking round the shop in a real database, and in the words each person reads."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

import bot.schema  # noqa: F401  (all tables)
from actions import about, browse, language, scan  # noqa: F401  (they register what they can do)
from actions.heard import Heard
from actions.meaning import Item, Meaning
from actions.messages import Buttons, Card, Menu, Message, options_of
from actions.payloads import read
from actions.registry import perform
from actions.state import State
from actions.turn import Shop, Turn
from bot.database import open_engine
from bot.speech import plain, speech
from catalog import importers, qr, service
from catalog.search import Index
from catalog.tables import Base, Product
from catalog.words import LANGUAGES, Language
from orders.tables import Person, Ticket

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def seeded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeded shop with one buyer, filled once."""
    file = tmp_path_factory.mktemp("shop") / "haat.db"
    asyncio.run(_fill(f"sqlite+aiosqlite:///{file}"))
    return file


async def _fill(url: str) -> None:
    engine = open_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with AsyncSession(engine) as filling:
        await importers.seed(filling)
        filling.add(Person(id=1, language="hi", name=None, created_at=NOW))
        await filling.commit()
    await engine.dispose()


@pytest.fixture
async def shop(seeded_file: Path) -> AsyncIterator[AsyncSession]:
    """What a test changes is rolled back."""
    engine = open_engine(f"sqlite+aiosqlite:///{seeded_file}")
    async with AsyncSession(engine, expire_on_commit=False) as session:
        yield session
        await session.rollback()
    await engine.dispose()


class Talk:
    """One buyer's talk with the actions, each message spoken as she reads it."""

    def __init__(self, db: AsyncSession, index: Index, demo_sells: bool = True) -> None:
        self.db, self.state = db, State()
        self.shop = Shop(demo_sells=demo_sells, base_url="http://127.0.0.1:8000", index=index)

    async def do(self, name: str, *args: str, text: str = "", meaning: Meaning | None = None) -> Message[str]:
        person = await self.db.get_one(Person, 1)
        heard = Heard("whatsapp", "messages:1", "text", text=text)
        turn = Turn(self.db, NOW, self.shop, person, 1, heard, self.state, meaning)
        await perform(turn, name, *args)
        assert len(turn.said) == 1
        return speech().message(turn.said[0].message, _language(person.language))


def _language(code: str) -> Language:
    return next(known for known in LANGUAGES if known == code)


@pytest.fixture
async def talk(shop: AsyncSession) -> Talk:
    return Talk(shop, await service.load_index(shop))


def ids(message: Message[str]) -> list[str]:
    return [option.id for option in options_of(message)]


def asking(task: str, *items: Item, **slots: object) -> Meaning:
    return Meaning(task, 0.9, "latin_hi", items, slots)


@pytest.mark.parametrize("code", LANGUAGES)
async def test_every_thing_is_two_taps_from_the_menu(talk: Talk, code: Language) -> None:
    """Every button on the way is pressed, and every card is said in full."""
    (await talk.db.get_one(Person, 1)).language = code
    seen: set[str] = set()
    menu = await talk.do("menu")
    assert len(options_of(menu)) <= 10
    for shelf in ids(menu)[:-1]:
        payload = read(shelf)
        assert payload is not None
        rows = await talk.do(payload.verb, *payload.args)
        assert len(options_of(rows)) <= 10
        for option in options_of(rows):
            assert len(option.short or option.label) <= 24, option
            assert option.hint
            assert len(option.hint) <= 72, option
            tapped = read(option.id)
            assert tapped is not None
            card = await talk.do(tapped.verb, *tapped.args)
            assert isinstance(card, Card)
            assert card.about == tapped.args[0]
            assert card.picture
            assert 4 <= len(card.body.splitlines()) <= 5
            assert all(line.strip() for line in card.body.splitlines())
            assert "None" not in card.body
            assert len(card.body) <= 1024
            for button in card.options:
                assert len(button.short or button.label) <= 20, button
            seen.add(tapped.args[0])
    assert seen == set(await talk.db.scalars(select(Product.sku)))


async def test_a_card(talk: Talk) -> None:
    card = await talk.do("product", "kullu-shawl")
    assert plain(card) == (
        "कुल्लू शॉल · Kullu shawl\n"
        "₹950 प्रति नग (नमूना मूल्य) · 12 नग तैयार\n"
        "नाहन जेल कार्यशाला · नाहन, सिरमौर\n"
        "कुल्लू की किनारी, हथकरघे पर बुनी हुई।"
    )
    assert ids(card) == ["v1:add:kullu-shawl", "v1:category:woollens", "v1:menu"]
    assert talk.state.product == "kullu-shawl"


async def test_an_officers_price_has_no_mark_and_a_badge_needs_a_certificate(talk: Talk) -> None:
    assert "Handloom" not in plain(await talk.do("product", "kullu-shawl")).replace("handloom", "")
    await service.set_price(talk.db, "kullu-shawl", 110_000)
    await service.certify(talk.db, "kullu-shawl", "handloom-mark", "HL-12", date(2026, 3, 4))
    told = plain(await talk.do("product", "kullu-shawl"))
    assert "₹1,100 प्रति नग · 12 नग तैयार" in told
    assert "हैंडलूम मार्क, प्रमाणपत्र HL-12, 04-03-2026" in told


async def test_for_real_money_it_is_asked_for_not_sold(shop: AsyncSession) -> None:
    real = Talk(shop, await service.load_index(shop), demo_sells=False)
    card = await real.do("product", "kullu-shawl")
    assert ids(card)[0] == "v1:enquire:kullu-shawl"
    assert "12" not in plain(card)  # a made-up count is not told to a real buyer
    assert "नमूना मूल्य" in plain(card)
    told = await real.do("enquire", "kullu-shawl", text="do shawl chahiye")
    ticket = (await shop.scalars(select(Ticket))).one()
    assert (ticket.kind, ticket.sku, ticket.text) == ("enquiry", "kullu-shawl", "do shawl chahiye")
    assert ticket.number in plain(told)


async def test_a_worker_is_called_not_bought(talk: Talk) -> None:
    assert ids(await talk.do("product", "plumber"))[0] == "v1:enquire:plumber"
    assert ids(await talk.do("enquire", "plumber")) == ["v1:book_day:0", "v1:book_day:1", "v1:book_day:2"]


async def test_what_is_gone_leads_to_what_is_there(talk: Talk) -> None:
    await service.withdraw(talk.db, "soap")
    for sku in ("soap", "nothing", ""):
        assert len(options_of(await talk.do("product", sku))) == 3


async def test_a_family_that_is_goods_itself_is_those_goods(talk: Talk) -> None:
    told = await talk.do("browse_category", text="masale", meaning=asking("browse_category", category="spices"))
    assert ids(told) == ["v1:product:himkara-spices", "v1:product:mukti-spices"]
    shelf = await talk.do("browse_category", text="bakery", meaning=asking("browse_category", category="bakery"))
    assert isinstance(shelf, Menu)


async def test_search_one_several_none(talk: Talk) -> None:
    one = await talk.do("search_product", meaning=asking("search_product", Item("shawl", "kullu-shawl")))
    assert isinstance(one, Card)
    spices = Item("spices", choices=("himkara-spices", "mukti-spices"))
    several = await talk.do("search_product", meaning=asking("search_product", spices))
    assert ids(several) == ["v1:product:himkara-spices", "v1:product:mukti-spices"]
    assert talk.state.products == ["himkara-spices", "mukti-spices"]
    assert isinstance(several, Buttons)
    assert plain(several).splitlines()[1:3] == [
        "हिमकारा मसाले: ₹60 प्रति पैकेट (नमूना मूल्य)",
        "मुक्ति मसाले: ₹55 प्रति पैकेट (नमूना मूल्य)",
    ]
    many = await talk.do("search_product", text="ooni", meaning=asking("search_product"))
    assert isinstance(many, Menu)
    assert len(options_of(many)) > 3


@pytest.mark.parametrize(
    "text", ["helicopter", "🙂", "", "qqqq zzzz", "carpet", "rusk", "तकिया", "dahi", "joote", "मुझे कुछ दो"]
)
async def test_nothing_found_leads_to_three_real_things(talk: Talk, text: str) -> None:
    items = [Item(mention.term) for mention in talk.shop.index.mentions(text)]
    told = await talk.do("search_product", text=text, meaning=asking("search_product", *items))
    skus = [payload.args[0] for option in options_of(told) if (payload := read(option.id))]
    assert len(set(skus)) == 3
    assert len(await service.products(talk.db, skus)) == 3


@pytest.mark.parametrize(
    ("term", "shelf"), [("gloves", "woollens"), ("rusk", "bakery"), ("curd", "dairy-farm"), ("saree", "clothes-bags")]
)
async def test_what_is_shown_instead_is_near_and_there_now(talk: Talk, term: str, shelf: str) -> None:
    told = await talk.do("search_product", text=term, meaning=asking("search_product", Item(term)))
    for option in options_of(told):
        payload = read(option.id)
        assert payload is not None
        row = await talk.db.get_one(Product, payload.args[0])
        assert row.category_id == shelf
        assert service.available(row, await service.offers(talk.db, row.sku), NOW).kind == "in_stock"


async def test_prices_she_names(talk: Talk) -> None:
    bags = Item("bag", choices=("laptop-bag", "cloth-bag"))
    cheap = await talk.do("search_product", meaning=asking("search_product", bags, price_max=200))
    assert isinstance(cheap, Card)
    assert cheap.about == "cloth-bag"
    nothing = await talk.do("search_product", meaning=asking("search_product", bags, price_max=20))
    assert plain(nothing).startswith("इस दाम में")
    assert len(options_of(nothing)) == 2


async def test_price_and_availability(talk: Talk) -> None:
    shawls = Item("shawl", "kullu-shawl", qty_milli=3000)
    told = await talk.do("ask_price", meaning=asking("ask_price", shawls))
    assert plain(told) == "कुल्लू शॉल: ₹950 प्रति नग (नमूना मूल्य)\n3 नग: ₹2,850"
    # "is it there?" right after is about the same thing
    assert plain(await talk.do("ask_availability", meaning=asking("ask_availability"))) == "कुल्लू शॉल: 12 नग तैयार"
    # of another thing: its card, which says it too
    table = await talk.do("ask_availability", meaning=asking("ask_availability", Item("table", "wooden-table")))
    assert isinstance(table, Card)
    assert "ऑर्डर पर बनता है, शनिवार, 5 दिसंबर तक" in plain(table)


async def test_price_of_nothing_in_particular(talk: Talk) -> None:
    told = await talk.do("ask_price", text="rate batao", meaning=asking("ask_price"))
    assert plain(told) == "किस चीज़ के बारे में?"


async def test_the_second_one(talk: Talk) -> None:
    await talk.do("category", "woollens")
    card = await talk.do("product_detail", meaning=asking("product_detail", ref="2"))
    assert isinstance(card, Card)
    assert card.about == "muffler"


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("mukti ka saman", {"beur", "gaya", "bhagalpur", "muzaffarpur"}),
        ("नाहन जेल का सामान", {"nahan"}),
        ("himkara ki cheezein", {"kanda", "kaithu", "nahan", "dharamshala"}),
        ("171003 ke paas kya milta hai", {"kaithu", "kanda"}),
    ],
)
async def test_everything_of_the_named_makers_is_reached_page_by_page(talk: Talk, text: str, groups: set[str]) -> None:
    wanted = {row.sku for group in groups for row in await service.of_group(talk.db, group)}
    told, seen = await talk.do("browse_catalogue", text=text, meaning=asking("browse_catalogue")), set()
    for _ in range(4):
        payloads = [payload for option in options_of(told) if (payload := read(option.id))]
        assert len(payloads) <= 10
        seen |= {payload.args[0] for payload in payloads if payload.verb == "product"}
        more = next((payload for payload in payloads if payload.verb == "made_by"), None)
        if more is None:
            break
        told = await talk.do(more.verb, *more.args)
    assert seen == wanted


async def test_too_many_makers_for_one_list_are_named_first(talk: Talk) -> None:
    told = await talk.do("browse_catalogue", text="himachal ka saman", meaning=asking("browse_catalogue"))
    assert plain(told) == "वहाँ कई समूह सामान बनाते हैं। किसका दिखाऊँ?"
    assert ids(told)[0].startswith("v1:group:")
    assert len(ids(told)) == 10


@pytest.mark.parametrize(
    ("wanted", "first"), [("bakery", "v1:product:chocolate-box"), ("food", "v1:category:bakery"), ("toys", "")]
)
async def test_a_family_of_goods(talk: Talk, wanted: str, first: str) -> None:
    told = await talk.do("browse_category", meaning=asking("browse_category", category=wanted))
    assert ids(told)[0] == (first or "v1:category:woollens")


@pytest.mark.parametrize("args", [("nowhere",), ("woollens", "99"), ("kanda", "x"), ("", "²"), ("v1", "1" * 40)])
async def test_buttons_are_claims(talk: Talk, args: tuple[str, ...]) -> None:
    for verb in ("category", "group", "scan", "made_by"):
        assert options_of(await talk.do(verb, *args))
    assert options_of(await talk.do("about_producers", args[-1]))


async def test_groups_page_by_page(talk: Talk) -> None:
    first = await talk.do("about_producers")
    assert len(options_of(first)) == 10
    more = read(ids(first)[-1])
    assert more is not None
    second = await talk.do(more.verb, *more.args)
    groups = {option.id for option in (*options_of(first)[:-1], *options_of(second))}
    assert groups == {f"v1:group:{group.id}" for group in await service.groups(talk.db)}
    assert plain(await talk.do("group", "kaithu")).startswith("कैथू जेल बेकरी · कैथू, शिमला\n")


async def test_language_changes_and_nothing_else_does(talk: Talk) -> None:
    talk.state.ask("pincode", sku="honey")
    talk.state.form.name = "Asha"
    before = talk.state.stored()
    told = await talk.do("switch_language", meaning=asking("switch_language", lang="en"))
    person = await talk.db.get_one(Person, 1)
    assert (person.language, person.language_chosen) == ("en", True)
    assert talk.state.stored() == before
    assert plain(told).startswith("Fine, in English")
    assert ids(await talk.do("switch_language", meaning=asking("switch_language"))) == [
        *("v1:lang:hi", "v1:lang:hi-Latn", "v1:lang:en")
    ]
    assert options_of(await talk.do("lang", "klingon"))


async def test_money_is_told_without_invented_shares(talk: Talk) -> None:
    for code in LANGUAGES:
        (await talk.db.get_one(Person, 1)).language = code
        assert not any(sign.isdigit() or sign == "%" for sign in plain(await talk.do("about_money")))


@pytest.mark.parametrize("code", LANGUAGES)
async def test_small_talk_leads_on(talk: Talk, code: Language) -> None:
    (await talk.db.get_one(Person, 1)).language = code
    for name in ("greet", "greet", "help", "thanks", "bye", "exhibition_info", "about_money", "menu"):
        told = await talk.do(name)
        assert options_of(told), name
        assert len(plain(told).splitlines()) <= 3, name


async def test_a_scanned_product_and_stall(talk: Talk) -> None:
    code = await qr.make(talk.db, NOW, sku="honey")
    card = await talk.do("scan", code.code)
    assert isinstance(card, Card)
    assert card.about == "honey"
    assert talk.state.campaign == code.code
    stall = await qr.make(talk.db, NOW, stall="Gaiety", group_id="kanda")
    first = await talk.do("scan", stall.code.lower())
    assert ids(first)[-1] == f"v1:scan:{stall.code}:1"
    assert "v1:product:kullu-shawl" in ids(first)
    everything = await qr.make(talk.db, NOW, stall="Gaiety")
    assert ids(await talk.do("scan", everything.code))[0] == "v1:category:woollens"


async def test_a_code_that_leads_nowhere_is_answered(talk: Talk) -> None:
    talk.state.campaign = "KEPT"
    assert plain(await talk.do("scan", "AAAA3333")).startswith("यह कोड")
    assert talk.state.campaign == "KEPT"
    gone = await qr.make(talk.db, NOW, sku="soap")
    await service.withdraw(talk.db, "soap")
    told = await talk.do("scan", gone.code)
    assert plain(told).startswith("वह चीज़ अब नहीं बनती")
    assert talk.state.campaign == gone.code  # it still sells something, and the code is why


async def test_a_shared_card_opens_its_product(talk: Talk) -> None:
    assert "soap" in ids(await talk.do("scan", "g-soap"))[0]
    await service.withdraw(talk.db, "soap")
    assert "category" in ids(await talk.do("scan", "g-soap"))[0]  # gone: what there is
