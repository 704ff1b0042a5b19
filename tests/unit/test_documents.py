"""The bill of a part: which paper the seller may issue, issued once, numbered without a gap."""

from datetime import UTC, datetime

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.in_words import in_words
from catalog.tables import Seller
from orders import documents, series
from orders.tables import Order, OrderLine, SellerOrder
from tests.conftest import NOW
from tests.unit.test_ledger import sold


async def ready(db: AsyncSession, seller_id: str = "samiti") -> tuple[Order, SellerOrder]:
    order, part = await sold(db)
    part.seller_id = seller_id
    part.place_of_supply = "Himachal Pradesh"
    await db.flush()
    return order, part


def test_sums_are_written_out_by_the_indian_system() -> None:
    assert in_words(12_345_678, "en") == ("one crore twenty-three lakh forty-five thousand six hundred seventy-eight")
    assert in_words(125_099, "hi") == "एक लाख पच्चीस हज़ार निन्यानवे"
    assert in_words(0, "hi-Latn") == "shoonya"
    with pytest.raises(ValueError):
        in_words(-1, "en")


def test_a_number_is_never_longer_than_the_law_allows() -> None:
    assert len(series.written("bill_of_supply", "26-27", 999_999)) == series.LONGEST
    with pytest.raises(ValueError):
        series.written("invoice", "26-27", 1_000_000)


async def test_a_registered_seller_issues_one_tax_invoice(seeded: AsyncSession) -> None:
    _, part = await ready(seeded)
    first = await documents.bill(seeded, part, NOW)
    assert (first.kind, first.number) == ("invoice", "INV/26-27/0001")
    assert first.data["total_paise"] == 99_001
    line = first.data["lines"][0]
    assert line["taxable_paise"] + line["cgst_paise"] + line["sgst_paise"] + line["igst_paise"] == line["amount_paise"]
    part_line = await seeded.get_one(OrderLine, 1)
    part_line.amount_paise = 1  # what was issued does not change with the order
    again = await documents.bill(seeded, part, NOW)
    assert (again.id, documents.digest(again.data)) == (first.id, first.sha256)
    assert await series.given(seeded, "samiti", "invoice", "26-27") == 1


async def test_a_new_financial_year_begins_at_one(seeded: AsyncSession) -> None:
    last_evening, first_morning = datetime(2027, 3, 31, 18, 29, tzinfo=UTC), datetime(2027, 3, 31, 18, 30, tzinfo=UTC)
    assert await series.take(seeded, "samiti", "receipt", last_evening) == "RCT/26-27/0001"
    assert await series.take(seeded, "samiti", "receipt", first_morning) == "RCT/27-28/0001"


async def test_the_paper_follows_the_sellers_status(seeded: AsyncSession) -> None:
    _, part = await ready(seeded, "anmol")
    assert (await documents.bill(seeded, part, NOW)).number == "RCT/26-27/0001"
    assert documents.kind_for("composition", []) == "bill_of_supply"
    with pytest.raises(documents.NoBill):
        documents.kind_for(None, [])


@pytest.mark.parametrize("state", ["placed", "accepted", "cancelled"])
async def test_goods_that_are_not_ready_have_no_bill(seeded: AsyncSession, state: str) -> None:
    _, part = await ready(seeded)
    part.state = state
    await seeded.flush()
    with pytest.raises(documents.NoBill):
        await documents.bill(seeded, part, NOW)
    assert await series.given(seeded, "samiti", "invoice", "26-27") == 0


async def test_without_a_gstin_a_real_seller_issues_no_invoice(seeded: AsyncSession) -> None:
    _, part = await ready(seeded)
    seller = await seeded.get_one(Seller, "samiti")
    seller.gstin = None
    await seeded.flush()
    with pytest.raises(documents.NoBill):
        await documents.bill(seeded, part, NOW)
    seller.source = "demo"
    await seeded.flush()
    assert (await documents.bill(seeded, part, NOW)).data["practice"] is True
