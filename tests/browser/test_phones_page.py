"""The phones page, driven as a person would, against a shop of a few lines with the real clients."""

import asyncio

from playwright.async_api import Browser, Locator, Page, Route, expect

from bot.simulator.app import Simulator
from tests.browser.conftest import opened
from tests.contract.echo_shop import ACCOUNT, BUYER, WORKSHOP, EchoShop
from tests.contract.test_simulator_graph import template

Shop = tuple[EchoShop, Simulator]


def phone(page: Page, slot: str) -> Locator:
    return page.locator(f"#slot-{slot}")


async def write(on: Locator, text: str) -> None:
    await on.locator("textarea").fill(text)
    await on.locator("textarea").press("Enter")


async def send_template(shop: EchoShop, to: str = WORKSHOP.address) -> None:
    await shop.whatsapp.api.send_message(
        sender=ACCOUNT.phone_number_id,
        to=to,
        recipient=None,
        recipient_type="individual",
        typ="template",
        msg=template("HT-4827", "3 शॉल"),
    )


async def test_whatsapp_buyer_types_taps_and_chooses(browser: Browser, shop: Shop) -> None:
    page = await opened(browser, shop[0].url)
    buyer = phone(page, "whatsapp")
    await write(buyer, "नमस्ते")
    await expect(buyer.get_by_text("आपने कहा: नमस्ते")).to_be_visible()
    await buyer.get_by_role("button", name="हाँ").click()
    await expect(buyer.get_by_text("आपने कहा: हाँ")).to_be_visible()
    await expect(buyer.locator(".mine .read")).to_have_count(2)
    await write(buyer, "menu")
    await buyer.get_by_role("button", name="चुनिए").click()
    await buyer.get_by_role("button", name="कुल्लू शॉल 3").click()
    await expect(buyer.get_by_text("आपने कहा: कुल्लू शॉल 3")).to_be_visible()
    assert not page.wrong  # type: ignore[attr-defined]


async def test_cards_papers_links_and_places(browser: Browser, shop: Shop) -> None:
    page = await opened(browser, shop[0].url)
    buyer = phone(page, "whatsapp")
    await write(buyer, "card")
    await expect(buyer.get_by_role("button", name="टोकरी में डालें")).to_be_visible()
    picture = buyer.locator("img.picture")
    await expect(picture).to_have_js_property("naturalWidth", 640)
    await write(buyer, "paper")
    await expect(buyer.get_by_role("link", name="bill.pdf")).to_be_visible()
    await write(buyer, "link")
    await expect(buyer.get_by_role("link", name="खोलिए")).to_have_attribute("href", "https://example.org/pay")
    await write(buyer, "where")
    await buyer.get_by_role("button", name="Send location").click()
    await expect(buyer.get_by_text("आपने कहा: location")).to_be_visible()


async def test_telegram_buyer_starts_and_presses(browser: Browser, shop: Shop) -> None:
    page = await opened(browser, f"{shop[0].url}/?q=shawl-7")
    buyer = phone(page, "telegram")
    await buyer.get_by_role("button", name="START").click()
    await expect(buyer.get_by_text("आपने कहा: /start shawl-7")).to_be_visible()
    await buyer.get_by_role("button", name="नहीं").click()
    await expect(buyer.get_by_text("आपने कहा: no")).to_be_visible()
    await write(buyer, "card")
    await expect(buyer.locator("img.picture")).to_be_visible()
    await buyer.locator(".kebab").click()
    await buyer.get_by_role("button", name="Block the bot").click()
    await expect(buyer.get_by_text("You blocked this bot")).to_be_visible()


async def test_qr_code_prefills_whatsapp(browser: Browser, shop: Shop) -> None:
    page = await opened(browser, f"{shop[0].url}/?q=k7&text=शॉल k7")
    buyer = phone(page, "whatsapp")
    await expect(buyer.locator("textarea")).to_have_value("शॉल k7")
    await buyer.locator("button.send").click()
    await expect(buyer.get_by_text("आपने कहा: शॉल k7")).to_be_visible()


async def test_what_people_type_stays_text(browser: Browser, shop: Shop) -> None:
    page = await opened(browser, shop[0].url)
    nasty = "<img src=x onerror=\"document.title='broken'\"> <script>document.title='broken'</script>"
    for slot in ("whatsapp", "telegram"):
        buyer = phone(page, slot)
        if slot == "telegram":
            await buyer.get_by_role("button", name="START").click()
        await write(buyer, nasty)
        await expect(buyer.get_by_text("आपने कहा: <img")).to_be_visible()
    assert await page.locator(".log img").count() == 0
    assert await page.title() != "broken"
    assert not page.wrong  # type: ignore[attr-defined]


async def test_nasty_names_stay_text(browser: Browser, shop: Shop) -> None:
    nasty = "<img src=x onerror=\"document.title='broken'\">"
    shop[1].world.store.put_phone("whatsapp", BUYER.address, nasty, "buyer")
    page = await opened(browser, shop[0].url)
    await expect(phone(page, "whatsapp").locator(".above")).to_contain_text("<img src=x")
    assert await page.title() != "broken"


async def test_attachments(browser: Browser, shop: Shop) -> None:
    page = await opened(browser, shop[0].url)
    for slot in ("whatsapp", "telegram"):
        buyer = phone(page, slot)
        if slot == "telegram":
            await buyer.get_by_role("button", name="START").click()
        for label, shown in (("Location", ".map"), ("Contact", ".card"), ("Voice note (sample)", "audio")):
            await buyer.locator(".attach").click()
            await buyer.get_by_role("button", name=label).click()
            await expect(buyer.locator(f".mine {shown}")).to_be_visible()


async def test_reply_to_a_message(browser: Browser, shop: Shop) -> None:
    page = await opened(browser, shop[0].url)
    buyer = phone(page, "whatsapp")
    await write(buyer, "शॉल")
    await buyer.locator(".theirs .bubble").click()
    await write(buyer, "इसके दो")
    await expect(buyer.locator(".mine .quote")).to_contain_text("आपने कहा: शॉल")
    first, second = [await shop[0].heard.get() for _ in range(2)]
    assert "context" not in first
    assert second["context"]["from"] == ACCOUNT.display_number


async def test_producer_answers_a_template_after_a_day(browser: Browser, shop: Shop) -> None:
    page = await opened(browser, shop[0].url)
    workshop = phone(page, "producer")
    await write(workshop, "नमस्ते")
    await expect(workshop.get_by_text("आपने कहा: नमस्ते")).to_be_visible()
    await workshop.locator(".kebab").click()
    await workshop.get_by_role("button", name="A day passes").click()
    await expect(workshop.locator(".notice")).to_be_visible()
    await shop[0].whatsapp.send_message(WORKSHOP.address, "बहुत देर से")
    await expect(workshop.locator(".failed")).to_contain_text("बहुत देर से")
    await send_template(shop[0])
    await workshop.get_by_role("button", name="बना देंगे").click()
    await expect(workshop.locator(".notice")).to_be_hidden()
    await expect(workshop.get_by_text("आपने कहा: button")).to_be_visible()


async def test_starting_over_is_a_stranger_with_an_empty_chat(browser: Browser, shop: Shop) -> None:
    page = await opened(browser, shop[0].url)
    buyer = phone(page, "whatsapp")
    await write(buyer, "hello")
    await expect(buyer.get_by_text("आपने कहा: hello")).to_be_visible()
    await buyer.locator(".kebab").click()
    await buyer.get_by_role("button", name="Start over").click()
    await expect(buyer.locator(".above")).to_contain_text("98765 00002")
    await expect(buyer.locator(".line")).to_have_count(0)
    await write(buyer, "again")
    await expect(buyer.get_by_text("आपने कहा: again")).to_be_visible()


async def with_a_spare_phone(browser: Browser, shop: EchoShop) -> tuple[Page, Locator]:
    """The page as it opens with a second producer's phone behind the workshop's, both silent so far."""
    page = await opened(browser, shop.url)
    await phone(page, "producer").locator("select").select_option(label="+ One more WhatsApp phone")
    await expect(phone(page, "producer").locator(".above")).to_contain_text("98765 00002")
    await page.reload()
    await page.wait_for_selector("body[data-ready]")
    return page, phone(page, "producer")


async def test_a_phone_that_rings_is_shown_when_nobody_is_busy(browser: Browser, shop: Shop) -> None:
    _page, producers = await with_a_spare_phone(browser, shop[0])
    await expect(producers.locator("select")).to_have_value(f"whatsapp:{WORKSHOP.address}")
    await send_template(shop[0], to="919876500002")
    await expect(producers.get_by_role("button", name="बना देंगे")).to_be_visible()
    await expect(producers.locator("select")).to_have_value("whatsapp:919876500002")


async def test_a_phone_a_hand_has_chosen_stays_though_another_rings(browser: Browser, shop: Shop) -> None:
    _page, producers = await with_a_spare_phone(browser, shop[0])
    await producers.locator("select").select_option(value=f"whatsapp:{WORKSHOP.address}")
    await send_template(shop[0], to="919876500002")
    await expect(producers.locator("button.rings")).to_be_visible()
    await expect(producers.locator("select")).to_have_value(f"whatsapp:{WORKSHOP.address}")


async def test_a_phone_that_rings_waits_while_another_is_used(browser: Browser, shop: Shop) -> None:
    page = await opened(browser, shop[0].url)
    producers = phone(page, "producer")
    await producers.locator("select").select_option(label="+ One more WhatsApp phone")
    await expect(producers.locator(".above")).to_contain_text("98765 00002")
    await producers.locator("textarea").fill("JOIN-")
    await send_template(shop[0])
    await producers.get_by_role("button", name="Kanda workshop · 1").click()
    await expect(producers.get_by_role("button", name="बना देंगे")).to_be_visible()


async def test_what_comes_while_a_chat_is_loading_is_shown(browser: Browser, shop: Shop) -> None:
    """The chat is asked for, a message comes, and only then does the answer arrive, older than the message."""
    page = await opened(browser, shop[0].url)
    producers = phone(page, "producer")

    came = asyncio.Event()

    async def ring_meanwhile(route: Route) -> None:
        before = await route.fetch()
        for news in (send_template(shop[0]), shop[0].whatsapp.send_message(BUYER.address, "एक और बात")):
            async with page.expect_response(lambda answer: answer.url.endswith("/sim/phones")):  # the page has heard
                await news
        await route.fulfill(response=before)
        came.set()

    await page.route(f"**/sim/phones/whatsapp/{WORKSHOP.address}", ring_meanwhile, times=1)
    await producers.locator("select").select_option(label="+ One more Telegram phone")
    await expect(producers.locator(".above")).to_contain_text("@")
    await producers.locator("select").select_option(value=f"whatsapp:{WORKSHOP.address}")
    await came.wait()
    await write(producers, "ठीक है")
    await expect(producers.get_by_text("आपने कहा: ठीक है")).to_be_visible()
    await expect(producers.get_by_role("button", name="बना देंगे")).to_be_visible()
    assert not page.wrong  # type: ignore[attr-defined]


async def test_one_more_phone_can_join(browser: Browser, shop: Shop) -> None:
    page = await opened(browser, shop[0].url)
    spare = phone(page, "producer")
    await spare.locator("select").select_option(label="+ One more Telegram phone")
    await spare.get_by_role("button", name="START").click()
    await expect(spare.get_by_text("आपने कहा: /start")).to_be_visible()


async def test_in_hindi_on_a_telephone(browser: Browser, shop: Shop) -> None:
    page = await opened(browser, f"{shop[0].url}/?lang=hi", telephone=True)
    assert await page.evaluate("document.documentElement.scrollWidth") == 360
    buyer = phone(page, "whatsapp")
    await write(buyer, "नमस्ते")
    await expect(buyer.get_by_text("आपने कहा: नमस्ते")).to_be_visible()
    await page.get_by_role("tab", name="बनाने वाले").click()
    await expect(phone(page, "producer").locator("select")).to_be_in_viewport()
    await expect(buyer.locator("textarea")).not_to_be_in_viewport()
    await shop[0].whatsapp.send_message(BUYER.address, "एक और बात")
    await expect(page.get_by_role("tab", name="ग्राहक")).to_have_attribute("data-unread", "1")
    await page.get_by_role("tab", name="ग्राहक").click()
    await expect(page.get_by_role("tab", name="ग्राहक")).to_have_attribute("data-unread", "")


async def test_the_chat_is_still_there_after_a_reload(browser: Browser, shop: Shop) -> None:
    page = await opened(browser, shop[0].url)
    await write(phone(page, "whatsapp"), "hello")
    await expect(phone(page, "whatsapp").get_by_text("आपने कहा: hello")).to_be_visible()
    await page.reload()
    await expect(phone(page, "whatsapp").get_by_text("आपने कहा: hello")).to_be_visible()
