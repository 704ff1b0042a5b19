"""`haat money …`: payees by two people, the bank's file twice, money by hand, refunds step by step."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.commands import money
from bot.commands.acts import Refused
from bot.people import identity_for
from bot.tables import Outbox
from orders import payees, payments, service
from orders.money_tables import LedgerEntry, Payment
from orders.tables import OfficeAct, Person, Ticket
from tests.conftest import NOW
from tests.unit.stage import SHOP
from tests.unit.test_payments import agreed, bought
from tests.unit.till import sellers

UTR = "632812345678"


async def due(db: AsyncSession) -> Payment:
    """An agreed order of a buyer with a phone."""
    await sellers(db)
    phone = await identity_for(db, "whatsapp", "919876500009", NOW, wa_id="919876500009")
    phone.person_id = 1
    await db.flush()
    return await agreed(db, await bought(db))


async def told(db: AsyncSession) -> list[str]:
    return [row.message["template"] for row in await db.scalars(select(Outbox).order_by(Outbox.id))]


def statement(*rows: str) -> str:
    return "\n".join(["Date,Narration,UTR,Credit", *rows])


async def test_the_banks_file_pays_what_it_names_and_twice_changes_nothing(seeded: AsyncSession) -> None:
    payment = await due(seeded)
    file = statement(
        f"24 Nov,UPI/CR/{UTR}/ASHA/{payment.reference},{UTR},1900.00",
        "24 Nov,NEFT rent,N1,5000.00",
        "24 Nov,odd,,words",
    )
    rows = await money.import_bank(seeded, SHOP, file, NOW)
    assert [row["how"] for row in rows] == ["paid", "not ours", "not read: the amount is no number"]
    assert (payment.state, payment.paid_by, payment.utr) == ("paid", "bank", UTR)
    again = await money.import_bank(seeded, SHOP, file, NOW + timedelta(days=1))
    assert [row["how"] for row in again] == ["known", "not ours", "not read: the amount is no number"]
    assert await seeded.scalar(select(func.count()).select_from(LedgerEntry)) == 1
    assert await told(seeded) == ["payment_received"]


async def test_a_number_a_buyer_told_is_found_in_the_file(seeded: AsyncSession) -> None:
    payment = await due(seeded)
    await payments.claim(seeded, payment.id, UTR, NOW)
    (row,) = await money.import_bank(seeded, SHOP, statement(f"24 Nov,UPI ASHA,{UTR},1900"), NOW)
    assert (row["how"], payment.state) == ("paid", "paid")


async def test_a_number_a_buyer_told_with_another_sum_pays_nothing(seeded: AsyncSession) -> None:
    payment = await due(seeded)
    await payments.claim(seeded, payment.id, UTR, NOW)
    (row,) = await money.import_bank(seeded, SHOP, statement(f"24 Nov,UPI ASHA,{UTR},19"), NOW)
    assert (row["how"], payment.state) == ("differs", "due")
    assert "19.00 came, 1900.00 due" in (await seeded.scalars(select(Ticket))).one().text


async def test_money_that_came_twice_is_a_ticket(seeded: AsyncSession) -> None:
    payment = await due(seeded)
    rows = (f"24 Nov,{payment.reference},{UTR},1900", f"24 Nov,{payment.reference},632812345679,1900")
    found = await money.import_bank(seeded, SHOP, statement(*rows), NOW)
    assert [row["how"] for row in found] == ["paid", "twice"]
    assert (await seeded.scalars(select(Ticket))).one().kind == "money"


async def test_another_file_is_refused(seeded: AsyncSession) -> None:
    with pytest.raises(Refused):
        await money.import_bank(seeded, SHOP, "hello", NOW)


async def test_by_hand_only_the_exact_sum_pays(seeded: AsyncSession) -> None:
    payment = await due(seeded)
    assert (await money.paid(seeded, SHOP, payment.reference, NOW, "1899.99"))["how"] == "differs"
    for wrong in ("19.001", "words", "-"):
        with pytest.raises(Refused):
            await money.paid(seeded, SHOP, payment.reference, NOW, wrong)
    with pytest.raises(Refused):
        await money.paid(seeded, SHOP, "HT1P999R1", NOW, "1900")
    row = await money.paid(seeded, SHOP, payment.reference, NOW, "1900", UTR)
    assert row == {"reference": payment.reference, "state": "paid", "how": "paid"}
    assert payment.paid_by == "office:cli"
    assert [act.act for act in await seeded.scalars(select(OfficeAct))] == ["paid"]


async def test_cash_taken_at_the_door(seeded: AsyncSession) -> None:
    await sellers(seeded)
    order = await bought(seeded, "cod")
    (part,) = await service.parts_of(seeded, order.id)
    for move in ("accept", "dispatch", "deliver"):
        await service.move(seeded, part.id, move, "office:cli", NOW)
    assert await money.waits(seeded, NOW) == []
    (row,) = await money.waits(seeded, NOW + timedelta(days=3))
    assert (row["what"], row["rupees"]) == ("cash", "1900.00")
    assert (await money.paid(seeded, SHOP, row["reference"], NOW, "1900"))["how"] == "paid"
    assert await money.waits(seeded, NOW + timedelta(days=3)) == []
    assert await told(seeded) == []


async def test_what_is_stuck_and_what_goes_back(seeded: AsyncSession) -> None:
    payment = await due(seeded)
    assert [row["what"] for row in await money.waits(seeded, NOW)] == ["due"]
    await money.paid(seeded, SHOP, payment.reference, NOW, "1900")
    (part,) = await payments.parts_paid(seeded, payment)
    await service.move(seeded, part.id, "cancel", "buyer:1", NOW)
    (row,) = await money.waits(seeded, NOW)
    assert (row["what"], row["rupees"]) == ("refund requested", "1900.00")
    with pytest.raises(Refused):
        await money.step(seeded, SHOP, row["refund"], "done", NOW)  # without the bank's number
    await money.step(seeded, SHOP, row["refund"], "sent", NOW, UTR)
    await money.step(seeded, SHOP, row["refund"], "done", NOW)
    with pytest.raises(Refused):
        await money.step(seeded, SHOP, row["refund"], "done", NOW)
    assert await told(seeded) == ["payment_received", "refund_sent", "refund_done"]
    assert await money.waits(seeded, NOW) == []


async def test_the_terminal_is_one_person(seeded: AsyncSession) -> None:
    row = await money.propose(seeded, SHOP, "samiti", "shop@bank", "SAMITI", NOW)
    with pytest.raises(Refused):
        await money.confirm(seeded, row["id"], NOW)
    with pytest.raises(Refused):
        await money.propose(seeded, SHOP, "samiti", "no address", "SAMITI", NOW)
    with pytest.raises(Refused):
        await money.propose(seeded, SHOP, "nobody", "shop@bank", "SAMITI", NOW)
    in_chat = await payees.propose(seeded, "samiti", "other@bank", "SAMITI", "office:7", NOW)
    assert (await money.confirm(seeded, in_chat.id, NOW))["state"] == "confirmed"
    states = [(row["seller"], row["state"]) for row in await money.all_payees(seeded)]
    assert states == [("samiti", "over"), ("samiti", "confirmed"), ("anmol", "none")]
    assert await seeded.get(Person, 0) is None
