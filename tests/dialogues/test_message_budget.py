"""What an order costs in messages: each send to anybody is booked, and the usual orders stay within their number."""

from collections import Counter

from sqlalchemy import select

from bot import budget
from bot.tables import SendCost
from orders.tables import Order, SellerOrder
from tests.dialogues.talks import CODE
from tests.dialogues.town import Phone, Town, shown

ONE_MESSAGE = "2 kullu shawl bhej do, Ravi Kumar, 12 Mall Road Shimla 171001, 9816012345, COD"
MOST = 8  # sends to buyer, group and office together (features X7, P7)


async def booked(town: Town) -> list[SendCost]:
    async with town.made() as db:
        return list(await db.scalars(select(SendCost).order_by(SendCost.id)))


async def sold(town: Town, buyer: Phone, *said: str) -> list[SendCost]:
    """What is booked from the buyer's first word of an order to the word that it is on its way."""
    before = len(await booked(town))
    for text in said:
        await town.type(buyer, text)
    answering = next(phone for name, phone in town.phones.items() if phone.screen and name not in ("office", "ravi"))
    for tap in ("[बना देंगे]", "[भेज दिया]"):
        await town.type(answering, tap)
    await town.type(answering, "EE123456789IN")
    return (await booked(town))[before:]


async def test_a_one_message_order_stays_within_its_number(town: Town) -> None:
    buyer = town.phone("ravi", "whatsapp")
    first = await sold(town, buyer, ONE_MESSAGE, "haan")
    assert 0 < len(first) <= MOST, Counter(one.party for one in first)


async def test_a_returning_buyer_needs_two_turns_and_stays_within_the_number(town: Town) -> None:
    buyer = town.phone("ravi", "whatsapp")
    await sold(town, buyer, ONE_MESSAGE, "haan")
    again = await sold(town, buyer, "wahi phir se", "haan")  # straight to the last screen: who, where, how stand there
    assert 0 < len(again) <= MOST, Counter(one.party for one in again)
    async with town.made() as db:
        first, second = await db.scalars(select(Order).order_by(Order.id))
    assert (first.line, first.phone, first.payment) == (second.line, second.phone, second.payment)


async def test_what_is_fetched_stays_within_the_number_too(town: Town) -> None:
    buyer = town.phone("ravi", "whatsapp")
    for text in ("2 kullu shawl bhej do, Ravi Kumar, 9816012345, COD, ISBT ki dukan se le lunga", "haan"):
        await town.type(buyer, text)
    answering = next(phone for name, phone in town.phones.items() if phone.screen and name not in ("office", "ravi"))
    for tap in ("[बना देंगे]", "[दुकान पर रख दिया]"):
        await town.type(answering, tap)
    told = "".join(map(shown, buyer.screen))
    code = CODE.search(told)
    assert code, told
    await town.type(answering, code[0])
    rows = await booked(town)
    assert 0 < len(rows) <= MOST, Counter(one.party for one in rows)
    async with town.made() as db:
        assert (await db.scalars(select(SellerOrder))).one().state == "delivered"


async def test_the_bill_says_who_was_told_and_what_it_costs(town: Town) -> None:
    buyer = town.phone("ravi", "whatsapp")
    await town.type(buyer, "namaste")
    rows = await booked(town)
    assert {(row.party, row.channel, row.category) for row in rows} == {("buyer", "whatsapp", "service")}
    assert all(row.micro_rupees == 115_000 for row in rows)
    async with town.made() as db:
        (bill,) = await budget.bills(db, town.now.date())
    assert (bill.sends, bill.billed, bill.free_left) == (len(rows), 0, 1000 - len(rows))


async def test_telegram_costs_nothing(town: Town) -> None:
    await town.type(town.phone("ravi", "telegram"), "namaste")
    assert {row.micro_rupees for row in await booked(town)} == {0}
