"""Printed codes: read by another library than the one that draws them, counted, and leading into the chat."""

import io
import random
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import httpx
import pytest
import zxingcpp
from PIL import Image, ImageDraw
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from starlette.applications import Starlette

import bot.schema  # noqa: F401  (all tables)
import orders.tables  # noqa: F401
from actions.heard import Heard
from actions.state import State
from bot.database import open_engine, sessions
from bot.routing import Step, tapped
from bot.web import media
from bot.web import qr as pages
from catalog import importers, qr
from catalog.codes import ALPHABET, code_in, is_code, new_code
from catalog.tables import Base, QrCode, Scan

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
BASE = "https://haat.example.in"


def decoded(image: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image)]


def test_every_code_is_read_back() -> None:
    chance = random.Random(7)
    for _ in range(60):
        code = new_code(chance.choice)
        address = qr.address(BASE, code)
        assert len(address) < 60
        image = Image.open(io.BytesIO(qr.png(address)))
        assert decoded(image) == [address]


def test_a_code_on_a_dark_sheet_keeps_its_white_border() -> None:
    """The twin without the quiet zone shows why it is there."""
    address = qr.address(BASE, "ACDE3467")
    code = Image.open(io.BytesIO(qr.png(address))).convert("L")
    for margin, found in ((0, [address]), (48, [])):  # 48 pixels: the four white modules
        bare = code.crop((margin, margin, code.width - margin, code.height - margin))
        sheet = Image.new("L", (code.width + 200, code.height + 200), 0)
        sheet.paste(bare, (100, 100))
        # Inverted reading would find a code in the surrounding black, which telephones do not try.
        read = zxingcpp.read_barcodes(sheet, try_invert=False)
        assert [one.text for one in read] == found


def test_a_print_with_15_percent_gone_is_still_read() -> None:
    address = qr.address(BASE, "ACDE3467")
    image = Image.open(io.BytesIO(qr.png(address))).convert("RGB")
    modules = image.width - 96  # without the white border
    half = int((0.15 * modules * modules) ** 0.5 / 2)
    for across, down in ((0.5, 0.5), (0.6, 0.45), (0.45, 0.65), (0.62, 0.62)):
        damaged = image.copy()
        x, y = 48 + int(across * modules), 48 + int(down * modules)
        ImageDraw.Draw(damaged).rectangle((x - half, y - half, x + half, y + half), fill="white")
        assert decoded(damaged) == [address]


def test_the_svg_is_a_white_ground_and_one_path() -> None:
    drawn = qr.svg(qr.address(BASE, "ACDE3467")).decode()
    assert "<svg" in drawn
    assert 'fill="white"' in drawn


def test_codes_cannot_be_misread() -> None:
    assert not set("01258BILOSUVZ") & set(ALPHABET)
    codes = {new_code() for _ in range(300)}
    assert len(codes) == 300
    assert all(is_code(code) for code in codes)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("नमस्ते! कुल्लू शॉल देखना है (QR ACDE3467)", "ACDE3467"),
        ("Namaste! (qr acde3467)", "ACDE3467"),
        ("QR:ACDE3467", "ACDE3467"),
        (" acde3467 \n", "ACDE3467"),
        ("ＡＣＤＥ３４６７", "ACDE3467"),
        ("QR ACDE34679", None),
        ("my order is ACDE3467", None),
        ("DHAMAKAA", None),
        ("34679346", None),
        ("qr code kahan hai", None),
        ("", None),
        ("QR " * 2000, None),
    ],
)
def test_a_code_in_a_message(text: str, code: str | None) -> None:
    assert code_in(text) == code


def test_a_code_opens_its_product_but_a_tracking_number_stays_one() -> None:
    state = State()
    assert tapped(Heard("whatsapp", "m", "text", "ACDE3467"), state) == Step("scan", ("ACDE3467",))
    state.ask("tracking")
    bare = tapped(Heard("whatsapp", "m", "text", "ACDE3467"), state)
    assert bare is None or bare.action != "scan"
    assert tapped(Heard("whatsapp", "m", "text", "शॉल (QR ACDE3467)"), state) == Step("scan", ("ACDE3467",))


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    made = open_engine(f"sqlite+aiosqlite:///{tmp_path / 'haat.db'}")
    async with made.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with AsyncSession(made) as db:
        await importers.seed(db)
        await db.commit()
    yield made
    await made.dispose()


async def _code(engine: AsyncEngine, sku: str | None = None, stall: str | None = None) -> QrCode:
    async with AsyncSession(engine, expire_on_commit=False) as db:
        code = await qr.make(db, NOW, sku=sku, stall=stall)
        await db.commit()
        return code


async def _get(engine: AsyncEngine, ways: pages.Ways, path: str, **headers: str) -> httpx.Response:
    app = Starlette(routes=pages.routes(sessions(engine), lambda: NOW, ways))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=BASE) as client:
        return await client.get(path, headers=headers)


async def _scans(engine: AsyncEngine) -> list[tuple[str, str | None]]:
    async with AsyncSession(engine) as db:
        return [(scan.code, scan.opened) for scan in await db.scalars(select(Scan).order_by(Scan.id))]


BOTH = pages.Ways("+91 98050 00001", "haat_bot", False)


async def test_one_door_is_opened_at_once(engine: AsyncEngine) -> None:
    code = await _code(engine, sku="kullu-shawl")
    answer = await _get(engine, pages.Ways("+91 98050 00001", None, False), f"/q/{code.code.lower()}")
    assert answer.status_code == 302
    to = urlsplit(answer.headers["location"])
    assert (to.netloc, to.path) == ("wa.me", "/919805000001")
    greeting = unquote(parse_qs(to.query)["text"][0])
    assert greeting == f"नमस्ते! कुल्लू शॉल देखना है (QR {code.code})"
    assert code_in(greeting) == code.code
    assert await _scans(engine) == [(code.code, "whatsapp")]


async def test_the_visitor_chooses_and_it_is_counted_once(engine: AsyncEngine) -> None:
    code = await _code(engine, sku="honey")
    page = await _get(engine, BOTH, f"/q/{code.code}", **{"accept-language": "en-IN,en;q=0.9"})
    assert page.status_code == 200
    assert "Hill honey" in page.text
    assert "/media/honey.jpg" in page.text
    assert await _scans(engine) == [(code.code, None)]
    telegram = await _get(engine, BOTH, f"/q/{code.code}/telegram?scan=1")
    assert telegram.headers["location"] == f"https://t.me/haat_bot?start={code.code}"
    await _get(engine, BOTH, f"/q/{code.code}/whatsapp?scan=1")
    assert await _scans(engine) == [(code.code, "telegram")]


async def test_in_the_simulator_the_phones_page_opens(engine: AsyncEngine) -> None:
    code = await _code(engine, stall="Gaiety")
    answer = await _get(engine, pages.Ways(None, None, True), f"/q/{code.code}")
    to = urlsplit(answer.headers["location"])
    assert to.path == "/"
    assert parse_qs(to.query)["start"] == [code.code]
    assert code_in(parse_qs(to.query)["text"][0]) == code.code


@pytest.mark.parametrize("path", ["/q/AAAA3333", "/q/x", "/q/%3Cscript%3E", "/q/AAAA3333/whatsapp", "/q/AAAA3333/fax"])
async def test_an_unknown_code_still_finds_the_shop(engine: AsyncEngine, path: str) -> None:
    answer = await _get(engine, BOTH, path)
    assert answer.status_code == 404
    assert "https://wa.me/919805000001?text=" in answer.text
    assert "<script" not in answer.text
    assert await _scans(engine) == []


async def test_a_head_request_is_not_a_look(engine: AsyncEngine) -> None:
    code = await _code(engine, sku="honey")
    app = Starlette(routes=pages.routes(sessions(engine), lambda: NOW, BOTH))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=BASE) as client:
        await client.head(f"/q/{code.code}")
    assert await _scans(engine) == []


async def test_codes_are_for_something_real(engine: AsyncEngine) -> None:
    async with AsyncSession(engine) as db:
        for wrong in ({}, {"sku": "honey", "stall": "x"}):
            with pytest.raises(ValueError):
                await qr.make(db, NOW, **wrong)
        with pytest.raises(LookupError):
            await qr.make(db, NOW, sku="moon")
        with pytest.raises(LookupError):
            await qr.make(db, NOW, stall="x", group_id="moon")
        made = await qr.make(db, NOW, sku="honey")
        await qr.scanned(db, made.code, NOW, "telegram")
        assert [(code.code, number) for code, number in await qr.counts(db)] == [(made.code, 1)]


async def test_media_are_only_our_pictures(tmp_path: Path) -> None:
    folder = tmp_path / "media"
    folder.mkdir()
    (folder / "honey.jpg").write_bytes(b"\xff\xd8picture")
    (folder / "honey.part").write_bytes(b"half")
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    async with httpx.AsyncClient(transport=httpx.ASGITransport(Starlette(routes=media.routes(folder))),
                                 base_url=BASE) as client:  # fmt: skip
        good = await client.get("/media/honey.jpg")
        assert (good.status_code, good.headers["content-type"]) == (200, "image/jpeg")
        for name in ("honey.part", "moon.jpg", "..%2Fsecret.jpg", "%2e%2e/secret.jpg", "Honey.JPG", "a" * 300 + ".jpg"):
            assert (await client.get(f"/media/{name}")).status_code == 404, name
