"""Debian's chromium behind playwright; without it these tests are skipped with one loud line."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.simulator.app import Simulator
from tests.contract.echo_shop import EchoShop, practice

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    if CHROMIUM:
        return
    for item in items:
        if here in item.path.parents:
            item.add_marker(
                pytest.mark.skip(reason="NO CHROMIUM: the browser tests did not run (apt-get install chromium)")
            )


@pytest_asyncio.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        await chromium.close()


@pytest_asyncio.fixture
async def shop(tmp_path: Path) -> AsyncIterator[tuple[EchoShop, Simulator]]:
    async with practice(tmp_path / "simulator.sqlite", echo=True) as ready:
        yield ready


async def opened(browser: Browser, address: str, *, telephone: bool = False) -> Page:
    """The phones page in a fresh browser; every script error and refused resource fails the test."""
    if telephone:
        context = await browser.new_context(
            viewport={"width": 360, "height": 740}, device_scale_factor=2, has_touch=True, is_mobile=True
        )
    else:
        context = await browser.new_context(viewport={"width": 1400, "height": 900})
    page = await context.new_page()
    page.wrong = []  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.wrong.append(str(error)))  # type: ignore[attr-defined]
    page.on("console", lambda said: page.wrong.append(said.text) if "Content Security Policy" in said.text else None)  # type: ignore[attr-defined]
    await page.goto(address)
    await page.wait_for_selector("body[data-ready]")
    return page
