"""What a buyer's money did: the books' own sums, signed; nobody named, no few people told, nothing changed unseen."""

import io
import random
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from starlette.applications import Starlette

from bot.commands import receipt as commands
from bot.commands.acts import Refused
from bot.database import sessions
from bot.receipts import Forged, Seal, read
from bot.web import receipt as pages
from orders import impact, ledger, payments, receipt, service, splits
from orders.money_tables import Payment
from orders.receipt import CELLS, Cell, NotACode, Receipt, packed, unpacked
from orders.shares import RECEIVERS, WHOLE, Share, split
from orders.tables import Order, SellerOrder
from tests.conftest import NOW
from tests.unit.stage import SHOP, Stage
from tests.unit.test_books import sent
from tests.unit.test_statements import sale
from tests.unit.till import sellers, the_payment

APRIL = date(2026, 4, 1)
RULE = (Share("wages", 5000), Share("victims", 1500), Share("society", 3500))
SOME = Receipt("HT-4827", date(2026, 11, 23), (Cell("wages", 45_123, 12), Cell("group", 1), Cell("tax", 4_524)))


@pytest.fixture
def seal(tmp_path: Path) -> Seal:
    return Seal.kept_in(tmp_path)


# --- the code


cells = st.lists(
    st.tuples(st.sampled_from(CELLS), st.integers(0, 2**40), st.none() | st.integers(0, 99_999)),
    max_size=len(CELLS),
    unique_by=lambda cell: cell[0],
)


@given(st.integers(1, 2**34), st.dates(date(2020, 1, 1), date(2090, 1, 1)), cells)
@settings(max_examples=300, deadline=None)
def test_what_is_packed_is_read_back(number: int, day: date, told: list[tuple[str, int, int | None]]) -> None:
    in_order = sorted((Cell(*cell) for cell in told), key=lambda cell: CELLS.index(cell.name))
    found = Receipt(f"HT-{number}", day, tuple(in_order))
    assert unpacked(packed(found)) == found


@given(st.binary(max_size=40))
@settings(max_examples=500, deadline=None)
def test_any_bytes_are_read_in_one_form_or_refused(data: bytes) -> None:
    try:
        found = unpacked(data)
    except NotACode:
        return
    assert packed(found) == data


def test_a_changed_code_is_refused(seal: Seal) -> None:
    code = seal.code(SOME)
    assert seal.read(code) == SOME
    assert len(code) < 120
    for at in range(len(code)):
        for other in "Aa0_":
            if other != code[at]:
                with pytest.raises(Forged):
                    seal.read(code[:at] + other + code[at + 1 :])
    for wrong in (code[:-1], code + "A", "", "héllo", code * 9, code + "=", " ".join(code)):
        with pytest.raises(Forged):
            seal.read(wrong)


def test_every_bit_of_a_code_counts(seal: Seal) -> None:
    data, signature = receipt.parts(seal.code(SOME))
    raw = data + signature
    for bit in range(8 * len(raw)):
        flipped = bytearray(raw)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises(Forged):
            seal.read(urlsafe_b64encode(bytes(flipped)).decode().rstrip("="))


def test_another_shops_signature_is_none(seal: Seal, tmp_path: Path) -> None:
    other = Seal.kept_in(tmp_path / "other")
    richer = replace(SOME, cells=(Cell("wages", 99_999, 12),))
    with pytest.raises(Forged):
        seal.read(other.code(richer))
    assert read(seal.code(SOME), seal.public) == SOME  # by the public key alone
    for key in (other.public, "", "x", "Ω"):
        with pytest.raises(Forged):
            read(seal.code(SOME), key)


def test_the_key_is_made_once_and_is_nobody_elses(tmp_path: Path) -> None:
    first, again = Seal.kept_in(tmp_path), Seal.kept_in(tmp_path)
    assert first.public == again.public
    assert (tmp_path / "receipt.key").stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["receipt.key"]


def test_ten_thousand_orders_are_told_to_the_paisa() -> None:
    dice = random.Random(11)
    for number in range(1, 10_001):
        names = dice.sample(RECEIVERS, dice.randint(1, 6))
        edges = [0, *sorted(dice.sample(range(1, WHOLE), len(names) - 1)), WHOLE]
        rule = [Share(name, edges[at + 1] - edges[at]) for at, name in enumerate(names)]
        net, tax = dice.randint(0, 10**7), dice.randint(0, 10**6)
        told = [Cell(to, paise, dice.choice((None, 5, 300))) for to, paise in split(net, rule).items() if paise]
        found = Receipt(f"HT-{number}", APRIL, (*told, Cell("tax", tax)))
        back = unpacked(packed(found))
        assert (back.paise, sorted(back.cells, key=str)) == (net + tax, sorted(found.cells, key=str))


# --- the books


async def paid_sale(db: AsyncSession, number: int, paise: int, group: str = "kanda", bp: int = 500) -> SellerOrder:
    part = await sale(db, group, paise, NOW, bp, number)
    payment = Payment(token=f"t{number}", reference=f"r{number}", order_id=part.order_id, seller_id="samiti",
                      method="upi", amount_paise=paise, state="paid", created_at=NOW, changed_at=NOW)  # fmt: skip
    db.add(payment)
    await db.flush()
    await ledger.paid(db, payment, NOW)
    return part


async def test_random_orders_equal_the_books(seeded: AsyncSession) -> None:
    """With and without a rule, counted and not, whole and partly returned: each cell is what stands in the books."""
    db, dice = seeded, random.Random(3)
    await splits.set_rule(db, "kanda", APRIL, RULE, "order 12", "office:cli", NOW)
    await splits.count_heads(db, "kanda", "wages", 40, APRIL, "office:cli", NOW)
    await splits.count_heads(db, "kanda", "victims", 4, APRIL, "office:cli", NOW)
    for number in range(1, 61):
        part = await paid_sale(db, number, dice.randrange(1, 10**6), dice.choice(("kanda", "nahan")),
                               dice.choice((0, 500, 1800)))  # fmt: skip
        (line,) = await service.lines_of(db, part.id)
        kept = dice.choice((0, dice.randrange(line.amount_paise + 1), line.amount_paise))
        await ledger.returned(db, part, NOW, kept={line.id: kept})
        order = await db.get_one(Order, part.order_id)
        found = await impact.of_order(db, order, NOW)
        held = await ledger.standing(db, part.id)
        assert kept == held.get(f"buyer:{order.number}", 0) == (found.paise if found else 0)
        if found is None:
            continue
        told = {cell.name: cell.paise for cell in found.cells}
        if part.group_id == "kanda":
            assert told.get("wages", 0) == -held.get("share:kanda:wages", 0)
            assert told.get("society", 0) == -held.get("share:kanda:society", 0)
            assert told.get("group", 0) == -held.get("share:kanda:victims", 0)  # too few to be told apart
            assert "victims" not in told
        else:
            assert told.get("unshared", 0) == -held.get("unshared:nahan", 0)
        assert told.get("tax", 0) == -sum(paise for account, paise in held.items() if account.startswith("tax:"))


async def test_before_she_has_paid_or_it_has_left_nothing_is_told(seeded: AsyncSession) -> None:
    db = seeded
    await sellers(db)
    order, part = await sent(db, "cod", shawl=1000)
    assert await impact.of_order(db, order, NOW) is None  # on its way, the money is not here
    await service.move(db, part.id, "deliver", "office:cli", NOW)
    await payments.settle(db, await the_payment(db, order), "office:cli", NOW)
    found = await impact.of_order(db, order, NOW)
    assert found is not None
    assert (found.order, found.paise) == (order.number, order.total_paise)


async def test_only_numbers_of_five_and_more_are_told(seeded: AsyncSession) -> None:
    db = seeded
    members = [Share(f"member-{number}", 2000) for number in range(1, 6)]
    await splits.set_rule(db, "anmol", APRIL, members, "resolution 3", "office:cli", NOW)
    await splits.set_rule(db, "kanda", APRIL, (Share("member-1", 10_000),), "order 12", "office:cli", NOW)
    five, one = await paid_sale(db, 1, 10_000, "anmol", 0), await paid_sale(db, 2, 10_000, "kanda", 0)
    told = [await impact.of_order(db, await db.get_one(Order, part.order_id), NOW) for part in (five, one)]
    assert [found and found.cells for found in told] == [(Cell("members", 10_000, 5),), (Cell("group", 10_000),)]


# --- the chat


async def test_a_buyer_sees_her_own_only(seeded: AsyncSession, seal: Seal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.unit.stage.SHOP", replace(SHOP, seal=seal.code))
    stage, db = Stage(seeded), seeded
    await sellers(db)
    await splits.set_rule(db, "kanda", APRIL, RULE, "order 12", "office:cli", NOW)
    await splits.count_heads(db, "kanda", "wages", 40, APRIL, "office:cli", NOW)
    order, part = await sent(db, "cod", shawl=1000)
    await stage.tap(1, f"v1:receipt:{order.number}")
    assert "बाद यहाँ दिखेगा" in stage.text_to(1)
    await service.move(db, part.id, "deliver", "office:cli", NOW)
    await payments.settle(db, await the_payment(db, order), "office:cli", NOW)
    await stage.tap(1, "v1:order_status")
    button = f"v1:receipt:{order.number}"
    assert button in stage.buttons_to(1)
    await stage.write(1, "about_money", "mera paisa kahan jata hai")
    assert stage.buttons_to(1)[0] == button
    await stage.tap(1, button)
    told = stage.text_to(1)
    assert "कार्यशाला की मज़दूरी: ₹452.38 (40 लोगों में)" in told
    found = seal.read(told.rpartition("/r/")[2].split()[0])
    assert found.paise == order.total_paise
    other = await stage.person()
    await stage.tap(other, button)
    assert "₹" not in stage.text_to(other)


# --- the page


@pytest_asyncio.fixture
async def web(engine: AsyncEngine, seal: Seal) -> AsyncIterator[httpx.AsyncClient]:
    app = Starlette(routes=pages.routes(sessions(engine), lambda: NOW, "http://shop.test", seal))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://shop.test") as client:
        yield client


async def test_the_page_tells_what_the_code_says(seeded: AsyncSession, seal: Seal, web: httpx.AsyncClient) -> None:
    db = seeded
    await splits.set_rule(db, "kanda", APRIL, RULE, "order 12", "office:cli", NOW)
    await splits.count_heads(db, "kanda", "wages", 40, APRIL, "office:cli", NOW)
    part = await paid_sale(db, 4827, 105_000)
    await db.commit()
    code = (await commands.made(db, seal, "HT-4827", NOW))["code"]
    await db.commit()
    for language, words in (("hi", "40 लोगों में"), ("en", "shared by 40 people"), ("hi-Latn", "40 logon mein")):
        page = await web.get(f"/r/{code}", params={"l": language})
        assert page.status_code == 200
        assert words in page.text
        assert "₹1,050" in page.text
        assert f'lang="{language}"' in page.text
        assert 'class="note' not in page.text
    assert "script" not in (await web.get(f"/r/{code}")).text
    picture = await web.get(f"/r/{code}/qr.png")
    image = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture.content)))
    assert [one.text for one in image] == [f"http://shop.test/r/{code}"]
    # She sends half of it back: the old code stays genuine, and says that the books have changed.
    (line,) = await service.lines_of(db, part.id)
    await ledger.returned(db, part, NOW + timedelta(days=1), kept={line.id: 50_000})
    await db.commit()
    page = await web.get(f"/r/{code}", params={"l": "en"})
    assert "The books have changed" in page.text


async def test_a_forged_code_shows_no_sum(seal: Seal, web: httpx.AsyncClient, tmp_path: Path) -> None:
    forged = Seal.kept_in(tmp_path / "other").code(SOME)
    for code in (forged, "x", "%00", seal.code(SOME)[1:], "B" + seal.code(SOME)[1:]):
        page = await web.get(f"/r/{code}", params={"l": "en"})
        assert page.status_code == 404
        assert "Not ours" in page.text
        assert "₹" not in page.text
        assert (await web.get(f"/r/{code}/qr.png")).status_code == 404


async def test_the_key_page(seal: Seal, web: httpx.AsyncClient) -> None:
    page = await web.get("/r/key")
    key = page.text.split()[0]
    assert read(seal.code(SOME), key) == SOME


async def test_a_command_makes_and_checks(seeded: AsyncSession, seal: Seal) -> None:
    await paid_sale(seeded, 1, 105_000)
    row = await commands.made(seeded, seal, "ht1", NOW)
    rows = commands.rows(seal.read(row["code"]))
    assert [(one["for"], one["rupees"]) for one in rows] == [
        ("unshared", "1000.00"), ("tax", "50.00"), ("all", "1050.00"),
    ]  # fmt: skip
    with pytest.raises(Refused):
        await commands.made(seeded, seal, "HT-99", NOW)
