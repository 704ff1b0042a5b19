"""Paying in the talk: the bill after the makers' yes, claims, the clocks, the office, and the question at the door."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions import notices
from actions.heard import Heard
from actions.messages import Notice, Outgoing, Pay, Phrase
from orders import cart as carts
from orders import cod_past, service
from orders.money_tables import Payment, Refund
from orders.tables import OfficeAct, Order, Person, SellerOrder, Ticket
from tests.conftest import NOW
from tests.unit.stage import Stage
from tests.unit.test_orders_placing import HOME, wants
from tests.unit.till import sellers, the_payment

UTR = "632812345678"


class Till(Stage):
    """The stage with sellers, a workshop's officer and two people of the office."""

    due: dict[str, Any]

    @classmethod
    async def opened(cls, db: AsyncSession) -> "Till":
        await sellers(db)
        made = cls(db)
        made.due = {}
        made.officer = await made.contact("kanda", "officer")  # type: ignore[attr-defined]
        made.office = [await made.contact("office", "office") for _ in range(2)]  # type: ignore[attr-defined]
        return made

    async def buys(self, payment: str = "upi", **milli: int) -> tuple[Order, list[SellerOrder]]:
        from actions import asking_pay

        await wants(self.db, **(milli or {"shawl": 2000}))
        person = await self.db.get_one(Person, 1)
        cart = await carts.view(self.db, 1, NOW, False)
        order = await service.place(self.db, person, cart, HOME, payment, f"messages:{next(self.causes)}", NOW, False)
        await self._begin(1, Heard("whatsapp", "messages:x", "tap"))
        assert self.turn is not None
        await asking_pay.placed(self.turn, order)
        await notices.order_placed(self.turn, order)
        self._open()
        self._keep()
        return order, list(await service.parts_of(self.db, order.id))

    async def tap(self, who: int, payload: str, at: Any = NOW) -> list[Outgoing]:
        said = await super().tap(who, payload, at)
        self._keep()
        return said

    async def rings(self, key: str) -> list[Outgoing]:
        """A timer that was set goes off at its time."""
        said = await self.timer(self.due[key])
        self._keep()
        return said

    def _keep(self) -> None:
        assert self.turn is not None
        self.due |= {due.key: due for due in self.turn.due if due.key not in self.due}


def bill_in(said: list[Outgoing], person: int) -> Pay[Phrase]:
    (found,) = [
        one.message.inside
        for one in said
        if one.person_id == person and isinstance(one.message, Notice) and isinstance(one.message.inside, Pay)
    ]
    return found


async def agreed(till: Any, **milli: int) -> tuple[Order, Payment]:
    order, (part,) = await till.buys(**milli)
    await till.tap(till.officer, f"v1:accept:{part.id}")
    return order, await the_payment(till.db, order)


async def test_the_bill_comes_with_the_makers_yes(seeded: AsyncSession) -> None:
    till: Any = await Till.opened(seeded)
    order, (part,) = await till.buys()
    assert not any(isinstance(one.message, Notice) and isinstance(one.message.inside, Pay) for one in till.turn.said)
    said = await till.tap(till.officer, f"v1:accept:{part.id}")
    payment, bill = await the_payment(seeded, order), bill_in(said, 1)
    assert bill.upi == (
        f"upi://pay?pa=samiti@bank&pn=SAMITI&am=1900.00&cu=INR&tr={payment.reference}&tn=Order%20{order.number}"
    )
    assert (bill.page, bill.total_paise) == (f"http://shop.test/pay/{payment.token}", 190000)
    assert len([one for one in said if one.person_id == 1]) == 1  # one message says agreed and asks
    assert "अभी पैक न कीजिए" in till.text_to(till.officer)


async def test_two_makers_of_one_seller_are_asked_for_together(seeded: AsyncSession) -> None:
    till: Any = await Till.opened(seeded)
    nahan = await till.contact("nahan", "officer")
    _, (shawl, socks) = await till.buys(shawl=1000, socks=1000)
    first = await till.tap(till.officer, f"v1:accept:{shawl.id}")
    assert not [one for one in first if isinstance(one.message, Notice) and isinstance(one.message.inside, Pay)]
    bill = bill_in(await till.tap(nahan, f"v1:accept:{socks.id}"), 1)
    assert [charge.paise for charge in bill.charges] == [95000, 15000]


async def test_her_words_are_a_claim_and_the_office_confirms(seeded: AsyncSession) -> None:
    till: Any = await Till.opened(seeded)
    order, payment = await agreed(till)
    await till.write(1, "claim_paid", f"UTR {UTR}")
    assert (payment.state, payment.utr) == ("due", UTR)
    assert "दोबारा पैसे न दीजिए" in till.text_to(1)
    (ticket,) = await seeded.scalars(select(Ticket).where(Ticket.kind == "money"))
    assert UTR in ticket.text
    mine, other = till.office
    await till.tap(mine, f"v1:money_arrived:{payment.id}")
    assert payment.state == "due"  # asked once more, with the sum
    yes = till.buttons_to(mine)[0]
    await till.tap(mine, yes)
    assert payment.state == "paid"
    assert (payment.paid_by or "").startswith("office:")
    assert f"{order.number}" in till.text_to(1)
    assert "पैक कर दीजिए" in till.text_to(till.officer)
    await till.tap(other, yes)
    assert "पहले ही" in till.text_to(other)
    (act,) = await seeded.scalars(select(OfficeAct).where(OfficeAct.act == "paid"))
    assert (act.actor, act.about, act.value) == (payment.paid_by, payment.reference, "190000")


@pytest.mark.parametrize(
    "payload",
    ["money", "money_payment:1", "money_arrived:1", "money_arrived:1:190000", "payees", "payee:1", "payee_confirm:1",
     "payee_for:samiti", "money_refund:1", "refund_sent:1", "refund_done:1", "refund_failed:1"],
)  # fmt: skip
async def test_a_forged_button_pays_nothing(seeded: AsyncSession, payload: str) -> None:
    till: Any = await Till.opened(seeded)
    _, payment = await agreed(till)
    for who in (1, till.officer):
        await till.tap(who, f"v1:{payload}")
        assert "सिर्फ़ दफ़्तर" in till.text_to(who)
    assert payment.state == "due"


async def test_a_timer_cannot_be_tapped(seeded: AsyncSession) -> None:
    till: Any = await Till.opened(seeded)
    order, payment = await agreed(till)
    for verb in ("pay_expire", "pay_remind", "cod_confirm", "cod_lapse", "money_morning"):
        await till.tap(1, f"v1:{verb}")
    await seeded.refresh(payment)
    assert (payment.state, order.total_paise) == ("due", 190000)


async def test_a_sum_that_changed_is_asked_again(seeded: AsyncSession) -> None:
    till: Any = await Till.opened(seeded)
    _, payment = await agreed(till)
    await till.tap(till.office[0], f"v1:money_arrived:{payment.id}:100")
    assert payment.state == "due"
    assert "₹1,900" in till.text_to(till.office[0])


async def test_nobody_pays_and_the_order_ends(seeded: AsyncSession) -> None:
    till: Any = await Till.opened(seeded)
    order, payment = await agreed(till)
    reminded = await till.rings(f"pay_remind:{payment.reference}")
    assert bill_in(reminded, 1).reference == payment.reference
    await till.rings(f"pay_expire:{payment.reference}")
    (part,) = await service.parts_of(seeded, order.id)
    assert (payment.state, part.state) == ("expired", "cancelled")
    assert "अब पैसे न दीजिए" in till.text_to(1)
    assert len(till.to(1)) == 1
    assert "न बनाइए" in till.text_to(till.officer)
    await till.tap(till.office[0], f"v1:money_arrived:{payment.id}:190000")  # and then it comes after all
    assert payment.state == "paid"
    assert "लौटा" in till.text_to(1)
    (refund,) = await seeded.scalars(select(Refund))
    assert (refund.reason, refund.amount_paise) == ("late", 190000)


async def test_paid_in_time_nothing_rings(seeded: AsyncSession) -> None:
    till: Any = await Till.opened(seeded)
    order, payment = await agreed(till)
    await till.tap(till.office[0], f"v1:money_arrived:{payment.id}:190000")
    for key in ("pay_remind", "pay_expire"):
        assert await till.rings(f"{key}:{payment.reference}") == []
    (part,) = await service.parts_of(seeded, order.id)
    assert part.state == "accepted"


async def test_a_refund_is_told_step_by_step(seeded: AsyncSession) -> None:
    till: Any = await Till.opened(seeded)
    order, payment = await agreed(till)
    office = till.office[0]
    await till.tap(office, f"v1:money_arrived:{payment.id}:190000")
    await till.tap(1, f"v1:cancel_yes:{order.number}")
    assert "वापस मिलेंगे" in till.text_to(1)
    (refund,) = await seeded.scalars(select(Refund))
    await till.tap(office, f"v1:refund_sent:{refund.id}")
    await till.write(office, "answered_refund_reference", f"utr {UTR}")
    assert UTR in till.text_to(1)
    assert refund.state == "sent"
    await till.tap(office, f"v1:refund_done:{refund.id}")
    assert "लौट आए" in till.text_to(1)
    await till.tap(till.office[1], f"v1:refund_done:{refund.id}")
    assert till.to(1) == []  # a second officer finds it done, and nobody is told again


async def test_a_payee_is_said_by_one_and_confirmed_by_another(seeded: AsyncSession) -> None:
    till: Any = await Till.opened(seeded)
    mine, other = till.office
    await till.tap(mine, "v1:payee_for:samiti")
    await till.write(mine, "answered_vpa", "samiti.new@sbi")
    await till.write(mine, "answered_payee_name", "SAMITI SHIMLA")
    assert "samiti.new@sbi" in till.text_to(other)
    payee_id = next(b for b in till.buttons_to(other)).rpartition(":")[2]
    await till.tap(mine, f"v1:payee_confirm:{payee_id}")
    assert "दूसरे व्यक्ति" in till.text_to(mine)
    await till.tap(other, f"v1:payee_confirm:{payee_id}")
    assert "samiti.new@sbi" in till.text_to(other)
    _, (part,) = await till.buys()
    bill = bill_in(await till.tap(till.officer, f"v1:accept:{part.id}"), 1)
    assert "pa=samiti.new@sbi&" in bill.upi


async def test_at_the_door_she_is_asked_once_and_packing_waits(seeded: AsyncSession) -> None:
    till: Any = await Till.opened(seeded)
    order, (part,) = await till.buys("cod")
    await till.tap(till.officer, f"v1:accept:{part.id}")
    assert "अभी पैक न कीजिए" in till.text_to(till.officer)
    await till.rings(f"cod_confirm:{order.id}")
    assert till.due[f"cod_confirm:{order.id}"].at == NOW + timedelta(hours=2)
    assert "पैक करवा दें" in till.text_to(1)
    await till.tap(1, till.buttons_to(1)[0])
    assert "पैक होगा" in till.text_to(1)
    assert "पैक कर दीजिए" in till.text_to(till.officer)
    payment = await the_payment(seeded, order)
    assert payment.state == "due"
    assert payment.claimed_at is not None
    await till.rings(f"cod_lapse:{order.id}")
    assert part.state == "accepted"


async def test_unconfirmed_it_lapses_after_a_day(seeded: AsyncSession) -> None:
    till: Any = await Till.opened(seeded)
    order, (part,) = await till.buys("cod")
    await till.tap(till.officer, f"v1:accept:{part.id}")
    await till.rings(f"cod_confirm:{order.id}")
    assert till.due[f"cod_lapse:{order.id}"].at == NOW + timedelta(hours=26)
    await till.rings(f"cod_lapse:{order.id}")
    await seeded.refresh(part)
    assert part.state == "cancelled"
    assert "रद्द" in till.text_to(1)
    assert "न बनाइए" in till.text_to(till.officer)
    assert (await cod_past.past(seeded, 1)).unanswered == 1


async def test_somebody_else_cannot_confirm_for_her(seeded: AsyncSession) -> None:
    till: Any = await Till.opened(seeded)
    order, _ = await till.buys("cod")
    await till.tap(await till.person(), f"v1:cod_yes:{order.id}")
    assert (await the_payment(seeded, order)).claimed_at is None


async def test_who_has_taken_parcels_before_is_not_asked(seeded: AsyncSession) -> None:
    till: Any = await Till.opened(seeded)
    _, (part,) = await till.buys("cod")
    for move in ("accept", "dispatch", "deliver"):
        await service.move(seeded, part.id, move, "office:cli", NOW)
    order, _ = await till.buys("cod")
    assert (await the_payment(seeded, order)).claimed_at is not None
    assert f"cod_confirm:{order.id}" not in till.due


async def test_each_morning_the_office_hears_of_stuck_money(seeded: AsyncSession) -> None:
    till: Any = await Till.opened(seeded)
    await agreed(till)
    (key,) = [key for key in till.due if key.startswith("money_morning")]
    assert till.due[key].at.isoformat() == "2026-11-24T09:00:00+05:30"
    await till.rings(key)
    assert all("भुगतान 1" in till.text_to(who) for who in till.office)
    assert sorted(key for key in till.due if key.startswith("money_morning"))[-1] == "money_morning:2026-11-25"
    await till.tap(till.office[0], "v1:money")
    assert any(button.startswith("v1:money_payment:") for button in till.buttons_to(till.office[0]))


async def test_nothing_stuck_nothing_said(seeded: AsyncSession) -> None:
    till: Any = await Till.opened(seeded)
    _, payment = await agreed(till)
    await till.tap(till.office[0], f"v1:money_arrived:{payment.id}:190000")
    (key,) = [key for key in till.due if key.startswith("money_morning")]
    assert await till.rings(key) == []
    assert len([key for key in till.due if key.startswith("money_morning")]) == 1


async def test_pay_again_is_hers_alone(seeded: AsyncSession) -> None:
    till: Any = await Till.opened(seeded)
    order, _ = await agreed(till)
    said = await till.tap(1, f"v1:pay_again:{order.number}")
    assert isinstance(said[0].message, Pay)
    stranger = await till.person()
    said = await till.tap(stranger, f"v1:pay_again:{order.number}")
    assert not isinstance(said[0].message, Pay)


async def test_a_part_that_seeks_another_group_holds_the_bill(seeded: AsyncSession) -> None:
    """Were the rest paid at once, the buyer could no longer let another seller make what is missing."""
    till: Any = await Till.opened(seeded)
    nahan = await till.contact("nahan", "officer")
    _, (shawl, socks) = await till.buys(shawl=1000, socks=1000)
    said = [*await till.tap(till.officer, f"v1:accept:{shawl.id}"), *await till.tap(nahan, f"v1:decline:{socks.id}")]
    said += await till.tap(nahan, till.buttons_to(nahan)[0]) if till.buttons_to(nahan) else []
    await seeded.refresh(socks)
    assert socks.state == "declined"
    assert not [one for one in said if isinstance(one.message, Notice) and isinstance(one.message.inside, Pay)]
    said = await till.tap(till.office[0], f"v1:office_move:{socks.id}:refuse:yes")
    assert [charge.paise for charge in bill_in(said, 1).charges] == [95000]
