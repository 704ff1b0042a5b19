"""A bill as it is printed: on one page, the same for ever, in both scripts, never without its font."""

import io
import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from sqlalchemy.ext.asyncio import AsyncSession

from bot.commands import printing
from bot.commands.acts import Refused
from bot.print import bill, paper
from orders import documents
from orders.document_tables import IssuedDocument
from tests.conftest import NOW
from tests.unit.test_documents import ready

needs_font = pytest.mark.skipif(not paper.FONTS.is_dir(), reason="the font is not here: run ./setup.sh")


async def issued(db: AsyncSession, seller_id: str = "samiti") -> IssuedDocument:
    _, part = await ready(db, seller_id)
    return await documents.bill(db, part, NOW)


async def test_an_invoice_says_what_the_law_asks(seeded: AsyncSession) -> None:
    row = await issued(seeded)
    page = bill.placed(row.data, "hi")
    assert page["title"] == ["टैक्स इनवॉइस", "Tax invoice"]
    assert page["rows"][0] | {"hsn": "6214", "rate": "5%", "value": "₹904.77", "tax": "₹45.24"} == page["rows"][0]
    assert page["taxes"] == [["cgst", "₹22.62"], ["sgst", "₹22.62"]]
    assert (page["place"], page["total"], page["delivery"]) == ("Himachal Pradesh", "₹990.01", "₹40")
    assert page["words"] == ["नौ सौ नब्बे रुपये एक पैसे मात्र", "Rupees nine hundred ninety and one paise only"]
    assert page["seller"]["gstin"] == row.data["seller"]["gstin"] != ""


async def test_a_receipt_shows_no_tax(seeded: AsyncSession) -> None:
    row = await issued(seeded, "anmol")
    row.data = row.data | {"lines": [line | {"rate_bp": None, "cgst_paise": 0, "sgst_paise": 0}
                                     for line in row.data["lines"]]}  # fmt: skip
    page = bill.placed(row.data, "en")
    assert page["title"] == ["Receipt", "रसीद"]
    assert not page["taxed"]
    assert page["taxes"] == []
    assert "not registered" in page["notes"][0][0]


@needs_font
async def test_a_bill_is_one_page_and_prints_the_same_again(seeded: AsyncSession) -> None:
    row = await issued(seeded)
    first, again = bill.bill(row, "hi", "png"), bill.bill(row, "hi", "png")
    assert len(first) == 1
    assert first == again
    assert bill.bill(row, "hi", "pdf")[0].startswith(b"%PDF")


@needs_font
async def test_a_long_bill_goes_on_over_pages(seeded: AsyncSession) -> None:
    row = await issued(seeded)
    row.data = row.data | {"lines": row.data["lines"] * 40}
    assert len(bill.bill(row, "en", "png")) > 1


@needs_font
@pytest.mark.parametrize("letters", ["क्षत्रिय", "₹", "0", "A"])
async def test_every_letter_is_in_the_font(seeded: AsyncSession, letters: str) -> None:
    """What the font lacks is set as one and the same box: a Chinese character, here."""
    row = await issued(seeded)
    drawn = []
    for name in (letters, "漢" * len(letters)):
        row.data = row.data | {"buyer": row.data["buyer"] | {"name": name}}
        drawn.append(Image.open(io.BytesIO(bill.bill(row, "hi", "png")[0])).convert("L"))
    assert ImageChops.difference(*drawn).getbbox() is not None


async def test_without_its_font_nothing_is_printed(
    seeded: AsyncSession, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    row = await issued(seeded)
    monkeypatch.setattr(paper, "FONTS", tmp_path)
    with pytest.raises(paper.NoFont):
        bill.bill(row, "hi", "png")


@needs_font
async def test_the_command_writes_the_bill_for_its_owner_alone(seeded: AsyncSession, tmp_path: Path) -> None:
    await ready(seeded)
    row = await printing.made(seeded, "ht-1001", "hi", tmp_path / "print")
    assert [Path(file).name for file in row["files"]] == ["HT-1001-INV-26-27-0001.pdf", "HT-1001-INV-26-27-0001-1.png"]
    assert all(os.stat(file).st_mode & 0o077 == 0 for file in row["files"])
    with pytest.raises(Refused):
        await printing.made(seeded, "HT-9", "hi", tmp_path)
