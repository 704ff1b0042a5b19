"""A producer tells of new goods in the chat, the office looks at them, and buyers find them."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions.meaning import Item, Listing, Meaning
from actions.state import State
from bot.commands import publishing
from bot.commands.acts import Refused
from bot.routing import meant
from catalog import service
from catalog.draft_tables import ProductDraft
from catalog.tables import Category, Offer, Product
from orders.tables import OfficeAct, Ticket
from tests.conftest import NOW, words
from tests.unit.stage import Stage

TOLD = "आंवला कैंडी 200 ग्राम 60 रुपये 30 पैकेट"


@pytest.fixture
async def stage(seeded: AsyncSession) -> Stage:
    for shelf in ("pickles-spices", "crafts"):
        seeded.add(Category(id=shelf, parent_id=None, name=words(shelf, shelf), short=words(shelf, shelf)))
    await seeded.flush()
    return Stage(seeded)


async def draft_of(stage: Stage) -> ProductDraft:
    return (await stage.db.scalars(select(ProductDraft).order_by(ProductDraft.id.desc()))).first()  # type: ignore[return-value]


async def told_whole(stage: Stage) -> tuple[int, int, ProductDraft]:
    """(lead, boss, draft): everything in one message, the shelf by one tap, sent."""
    boss = await stage.contact("office", "office", "en")
    lead = await stage.contact("anmol", "lead")
    await stage.write(lead, "producer_new_product", TOLD)
    draft = await draft_of(stage)
    await stage.tap(lead, f"v1:draft_shelf:{draft.id}:pickles-spices")
    card = stage.text_to(lead)
    for part in ("आंवला कैंडी", "200 ग्राम", "₹60", "30 पैकेट"):
        assert part in card
    await stage.tap(lead, f"v1:draft_send:{draft.id}")
    return lead, boss, draft


async def test_goods_go_from_one_message_to_the_shelf(stage: Stage) -> None:
    lead, boss, draft = await told_whole(stage)
    product = await service.product(stage.db, draft.sku or "")
    assert product is not None
    assert not product.active
    assert product.declarations == {"net": [200000, "gram"]}
    assert stage.buttons_to(boss) == [f"v1:new_goods:{product.sku}"]

    await stage.tap(boss, f"v1:new_goods:{product.sku}")
    assert "Amla candy" in stage.text_to(boss)
    await stage.tap(boss, f"v1:goods_name:{product.sku}")
    await stage.write(boss, "answered_goods_name", "Amla candy, sweet")
    assert product.name["en"] == "Amla candy, sweet"
    await stage.tap(boss, f"v1:publish:{product.sku}")
    assert not product.active  # the law's part first
    for question, answer in (("hsn", "2006"), ("mrp", "60"), ("best_before", "180"), ("maker", "Anmol group, Hamirpur"),
                             ("licence", "12345678901234"), ("care", "9816012345")):  # fmt: skip
        assert stage.states[boss].awaiting == (question if question == "hsn" else "declaration")
        await stage.write(boss, "answered_hsn" if question == "hsn" else "answered_declaration", answer)
        tags = [payload for payload in stage.buttons_to(boss) if payload.startswith("v1:fill:")]
        if question == "hsn" and tags:
            await stage.tap(boss, tags[0])
    assert f"v1:publish:{product.sku}" in stage.buttons_to(boss)
    await stage.tap(boss, f"v1:publish:{product.sku}")
    assert product.active
    assert "आंवला कैंडी" in stage.text_to(lead)
    assert draft.state == "live"
    assert (await stage.db.get_one(Ticket, draft.ticket_id)).state == "closed"
    offer = await stage.db.scalar(select(Offer).where(Offer.sku == product.sku))
    assert offer is not None
    assert (offer.group_id, offer.on_hand_milli, offer.stock_source) == ("anmol", 30_000, "producer")
    found = (await service.load_index(stage.db)).search("amla candy", 1)
    assert found
    assert found[0].sku == product.sku
    acts = [act.act for act in await stage.db.scalars(select(OfficeAct))]
    assert "publish" in acts


async def test_only_what_is_missing_is_asked(stage: Stage) -> None:
    lead = await stage.contact("anmol", "lead")
    await stage.write(lead, "producer_new_product", "naya saman jodna hai")
    assert "200 ग्राम 60 रुपये" in stage.text_to(lead)  # one example says how
    await stage.write(lead, "answered_draft", "pine basket 350 rupaye")
    draft = await draft_of(stage)
    await stage.tap(lead, f"v1:draft_shelf:{draft.id}:crafts")
    assert (draft.unit, stage.states[lead].about["what"]) == ("piece", "stock")
    await stage.write(lead, "answered_draft", "18")
    assert stage.states[lead].about["what"] == "hindi"
    await stage.write(lead, "answered_draft", "पाइन की टोकरी")
    assert "पाइन की टोकरी" in stage.text_to(lead)
    await stage.write(lead, "answered_draft", "daam 400 karo")
    await stage.write(lead, "answered_draft", "20 piece hain")
    assert (draft.name, draft.price_paise, draft.stock_milli) == ("pine basket", 40_000, 20_000)
    await stage.write(lead, "answered_draft", "naam Chir ki tokri")
    assert draft.name == "Chir ki tokri"
    assert draft.hindi == "चीड़ की टोकरी"


async def test_goods_made_to_order_tell_their_days(stage: Stage) -> None:
    lead = await stage.contact("anmol", "lead")
    await stage.write(lead, "producer_new_product", "lakdi ki kursi 1800 rupaye")
    draft = await draft_of(stage)
    await stage.tap(lead, f"v1:draft_shelf:{draft.id}:crafts")
    await stage.tap(lead, f"v1:draft_to_order:{draft.id}")
    await stage.write(lead, "answered_draft", "12")
    assert "12 दिन" in stage.text_to(lead)
    await stage.tap(lead, f"v1:draft_send:{draft.id}")
    product = await service.product(stage.db, draft.sku or "")
    assert product is not None
    assert product.mode == "made_to_order"


async def test_a_name_that_tells_of_a_person_is_refused(stage: Stage) -> None:
    lead = await stage.contact("kanda", "officer")
    await stage.write(lead, "producer_new_product", "naya saman")
    await stage.write(lead, "answered_draft", "qaidi number 4471 ki shawl 900 rupaye 4 piece")
    draft = await draft_of(stage)
    assert draft.name is None
    assert "व्यक्ति" in stage.text_to(lead)


async def test_a_stranger_tells_of_nothing(stage: Stage) -> None:
    stranger = await stage.person()
    await stage.write(stranger, "producer_new_product", TOLD)
    assert await draft_of(stage) is None
    lead, _, draft = await told_whole(stage)
    await stage.tap(stranger, f"v1:draft_send:{draft.id}")
    await stage.tap(stranger, f"v1:publish:{draft.sku}")
    await stage.tap(lead, f"v1:publish:{draft.sku}")  # a button is only a claim
    assert not (await stage.db.get_one(Product, draft.sku)).active
    assert draft.state == "sent"


async def test_the_office_publishes_from_a_terminal(stage: Stage) -> None:
    *_, draft = await told_whole(stage)
    sku = str(draft.sku)
    (waiting,) = await publishing.waiting(stage.db)
    assert (waiting["sku"], waiting["one_holds"], waiting["price_paise"]) == (sku, "200 gram", 6000)
    with pytest.raises(Refused, match="no-hsn, no-declarations"):
        await publishing.publish(stage.db, sku, NOW)
    await service.set_hsn(stage.db, sku, "2006")
    for what, said in (("mrp", "60"), ("best_before", "180"), ("maker", "Anmol, Hamirpur"),
                       ("licence", "12345678901234"), ("care", "9816012345")):  # fmt: skip
        await service.declare(stage.db, sku, what, said)
    told = await publishing.publish(stage.db, sku, NOW, "Amla candy")
    assert told == {"sku": sku, "active": True}
    assert draft.state == "live"
    assert await publishing.waiting(stage.db) == []


async def test_the_office_refuses_with_its_reason(stage: Stage) -> None:
    lead, boss, draft = await told_whole(stage)
    await stage.tap(boss, f"v1:refuse_goods:{draft.sku}")
    await stage.write(boss, "answered_reply", "Licence pehle chahiye")
    assert "Licence pehle" in stage.text_to(lead)
    assert draft.state == "refused"


async def test_what_is_on_the_shelf_is_not_told_twice_unasked(stage: Stage) -> None:
    lead = await stage.contact("anmol", "lead")
    items = (Item(product="pickle", sku="pickle"),)
    await stage.write(lead, "producer_new_product", "aam ka achar 260 rs kilo 9 kilo", items)
    offer = await stage.db.scalar(select(Offer).where(Offer.sku == "pickle"))
    assert offer is not None
    price, count, new = stage.buttons_to(lead)
    assert (price, count) == (f"v1:reprice:{offer.id}:26000", f"v1:recount:{offer.id}:9000")
    await stage.tap(lead, price)
    assert (await stage.db.get_one(Product, "pickle")).price_paise == 26_000
    await stage.tap(lead, new)
    assert stage.states[lead].awaiting == "draft"


async def test_a_name_that_is_only_partly_the_same_is_new(stage: Stage) -> None:
    lead = await stage.contact("anmol", "lead")
    items = (Item(product="pickle", sku="pickle"),)
    await stage.write(lead, "producer_new_product", "aam papad 260 rs kilo 9 kilo", items)
    assert stage.states[lead].awaiting == "draft"
    assert not any("reprice" in payload for payload in stage.buttons_to(lead))


async def test_a_price_changes_at_once_and_goes_back(stage: Stage) -> None:
    lead = await stage.contact("anmol", "lead")
    pickle = await stage.db.get_one(Product, "pickle")
    items = (Item(product="pickle", sku="pickle"),)
    await stage.write(lead, "producer_price_change", "achar 260 ka kar do", items, price=260)
    assert (pickle.price_paise, pickle.price_source) == (26_000, "producer")
    (undo,) = stage.buttons_to(lead)
    await stage.tap(lead, undo)
    assert pickle.price_paise == 24_000
    await stage.write(lead, "producer_price_change", "10 rupaye badhao", items, price_delta=10)
    assert pickle.price_paise == 25_000
    await stage.write(lead, "producer_price_change", "10 percent kam", items, discount_percent=10)
    assert pickle.price_paise == 22_500
    await stage.write(lead, "producer_price_change", "achar 25 ka", items, price=25)
    assert pickle.price_paise == 22_500  # nine times less may be a slip: a button first
    await stage.tap(lead, stage.buttons_to(lead)[0])
    assert pickle.price_paise == 2_500


async def test_nobody_prices_what_others_make_too(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    await stage.write(officer, "producer_price_change", "shawl 1000", (Item(sku="shawl"),), price=1000)
    assert (await stage.db.get_one(Product, "shawl")).price_paise == 95_000
    ticket = (await stage.db.scalars(select(Ticket))).one()
    assert ticket.kind == "price"
    stranger = await stage.contact("nahan", "officer")
    offer = await stage.db.scalar(select(Offer).where(Offer.sku == "pickle"))
    assert offer is not None
    await stage.tap(stranger, f"v1:reprice:{offer.id}:100")
    assert (await stage.db.get_one(Product, "pickle")).price_paise == 24_000


def test_words_lead_to_the_draft() -> None:
    said = Meaning("add_to_cart", 0.9, "deva", listing=Listing("आंवला कैंडी", 200_000, "gram", "packet", 6000, 30_000))
    assert meant(said, State(side="producer")).action == "producer_new_product"
    assert meant(Meaning("add_to_cart", 0.9, "deva"), State(side="producer")).action == "want_to_buy"
    telling = State(side="producer", awaiting="draft", about={"what": "name"})
    assert meant(Meaning("search_product", 0.9, "deva"), telling).action == "answered_draft"
    assert meant(Meaning("producer_accept_order", 0.95, "deva"), telling).action == "producer_accept_order"
    card = State(side="producer", awaiting="draft_card", about={"yes": "v1:draft_send:3"})
    assert meant(Meaning("confirm", 0.9, "deva"), card).action == "draft_send"
