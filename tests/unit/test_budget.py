"""The bill of a month: dated prices, the free messages taken off once, the month's edge in India, a fair forecast."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot import budget
from bot.budget import Bill, price_on
from bot.tables import Identity, Outbox, SendCost
from tests.conftest import NOW

LISTED = 115_000


async def sends(db: AsyncSession, times: list[datetime], micro: int = LISTED, channel: str = "whatsapp") -> None:
    db.add(Identity(id=1, person_id=1, channel=channel, address="9198", wa_id=None, heard_at=None, created_at=NOW))
    await db.flush()
    outgoing = Outbox(key="k", identity_id=1, message={}, not_before=None, lease_by=None, lease_until=None,
                      vendor_id=None, status=None, error=None, created_at=NOW, sent_at=None)  # fmt: skip
    db.add(outgoing)
    await db.flush()
    db.add_all([
        SendCost(outbox_id=outgoing.id, part=part, channel=channel, party="buyer", category="service",
                 micro_rupees=micro, at=at)
        for part, at in enumerate(times)
    ])  # fmt: skip
    await db.flush()


def test_prices_have_their_days() -> None:
    october = price_on("whatsapp", date(2026, 10, 1))
    september = price_on("whatsapp", date(2026, 9, 30))
    assert october is not None
    assert september is not None
    assert (october.free, october.by_category["service"]) == (1000, LISTED)
    assert (september.free, september.by_category["service"]) == (0, 0)
    assert price_on("rasa", date(2026, 10, 1)) is None


async def test_a_thousand_are_free_and_the_next_ones_are_not(seeded: AsyncSession) -> None:
    await sends(seeded, [NOW] * 1003)
    (bill,) = await budget.bills(seeded, NOW.date())
    assert (bill.sends, bill.free_left, bill.billed) == (1003, 0, 3 * LISTED)
    assert bill.listed == 1003 * LISTED


async def test_the_month_ends_at_midnight_in_india(seeded: AsyncSession) -> None:
    edge = datetime(2026, 11, 30, 18, 30, tzinfo=UTC)  # 00:00 on 1 December in India
    await sends(seeded, [edge - timedelta(seconds=1), edge])
    (november,) = await budget.bills(seeded, date(2026, 11, 30))
    (december,) = await budget.bills(seeded, date(2026, 12, 1))
    assert (november.sends, december.sends) == (1, 1)


async def test_no_order_is_divided_by(seeded: AsyncSession) -> None:
    await sends(seeded, [NOW])
    told = await budget.per_order(seeded, NOW.date())
    assert (told["orders"], told["sends"], told["sends_per_order"]) == (0, 1, None)


def test_a_steady_month_is_forecast_within_two_percent() -> None:
    begin, end = budget.month_of(date(2026, 11, 1))
    per_day, days = 100, (end - begin).days
    real = LISTED * (per_day * days - 1000)
    for day in (5, 15, 25):
        so_far = Bill("whatsapp", per_day * day, 0, per_day * day * LISTED, 0)
        assert abs(budget.forecast(so_far, begin + timedelta(days=day)) - real) <= 0.02 * real
