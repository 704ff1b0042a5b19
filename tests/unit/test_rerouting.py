"""What a group gives up goes to another one: stock, sums, journal, who hears of it, and that it happens once."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from catalog.tables import Offer, ProducerGroup
from orders import moving, refunds, rerouting
from orders.lifecycle import IllegalMove
from orders.money_tables import Payment, Refund
from orders.moving import Route, move
from orders.service import OutOfStock, lines_of, parts_of
from orders.splitting import rest, split
from orders.tables import JournalEntry, Order, SellerOrder, Ticket
from tests.conftest import NOW, words
from tests.unit.stage import Stage
from tests.unit.test_office_desk import sells
from tests.unit.test_orders_moving import contact, placed, shelf
from tests.unit.test_orders_placing import order, wants

BUYER = 1


@pytest.fixture
def stage(seeded: AsyncSession) -> Stage:
    return Stage(seeded)


async def third(db: AsyncSession, free: int = 10_000) -> None:
    """One more workshop that makes shawls."""
    name = words("Solan workshop", "सोलन कार्यशाला")
    facts = {"name": name, "short": name, "place": name, "scheme": name, "story": name}
    db.add(ProducerGroup(id="solan", kind="prison_workshop", state="HIMACHAL PRADESH", aliases=[], seller_id="samiti",
                         **facts))  # fmt: skip
    await db.flush()
    db.add(Offer(sku="shawl", group_id="solan", rank=2, on_hand_milli=free, stock_source="officer", lead_days=None))
    await db.flush()


async def journal(db: AsyncSession) -> list[tuple[str, str, str | None]]:
    entries = await db.scalars(select(JournalEntry).order_by(JournalEntry.id))
    return [(entry.move, entry.actor, entry.group_id) for entry in entries]


async def due(db: AsyncSession) -> dict[str | None, int]:
    """Paise that are due, by seller."""
    rows = await db.scalars(select(Payment).where(Payment.state == "due"))
    return {payment.seller_id: payment.amount_paise for payment in rows}


async def route_of(db: AsyncSession, part: SellerOrder) -> Route:
    return (await rerouting.routes(db, part, NOW, False))[0]


# --- services


async def test_what_one_group_declines_another_takes(seeded: AsyncSession) -> None:
    part, officer = await placed(seeded), await contact(seeded)
    await move(seeded, part.id, "decline", officer, NOW)
    assert (await seeded.scalars(select(Order.total_paise))).one() == 0
    part = await rerouting.take_over(seeded, part, await route_of(seeded, part), "timer", NOW, "declined")
    assert (part.group_id, part.state, part.taken_by) == ("nahan", "placed", None)
    assert part.match_reason == "nahan: has enough on the shelf; the only group"
    assert await shelf(seeded) == (10000, 0)
    assert await shelf(seeded, group="nahan") == (20000, 3000)
    whole = (await seeded.scalars(select(Order))).one()
    assert (whole.goods_paise, whole.total_paise) == (285000, 285000)
    assert await due(seeded) == {"samiti": 285000}
    assert await journal(seeded) == [
        ("place", "buyer:1", "kanda"), ("decline", officer, "kanda"), ("reroute", "timer", "nahan"),
    ]  # fmt: skip
    last = (await seeded.scalars(select(JournalEntry).order_by(JournalEntry.id.desc()))).first()
    assert last is not None
    assert last.why == "declined: nahan: has enough on the shelf; the only group"
    with pytest.raises(IllegalMove):  # the same route again
        await move(seeded, part.id, "reroute", "timer", NOW, route=Route("nahan", "samiti", NOW, "", {}))
    theirs = await contact(seeded, "nahan")
    part = await move(seeded, part.id, "dispatch", theirs, NOW) if part.state == "accepted" else part
    await move(seeded, part.id, "accept", theirs, NOW)
    await move(seeded, part.id, "dispatch", theirs, NOW)
    assert await shelf(seeded, group="nahan") == (17000, 0)


async def test_nobody_is_asked_twice_for_the_same_goods(seeded: AsyncSession) -> None:
    await third(seeded)
    part = await placed(seeded)
    asked = []
    while True:
        await move(seeded, part.id, "decline", await contact(seeded, part.group_id), NOW)
        asked.append(part.group_id)
        found = await rerouting.routes(seeded, part, NOW, False)
        if not found:
            break
        part = await rerouting.take_over(seeded, part, found[0], "timer", NOW, "declined")
    assert asked == ["kanda", "nahan", "solan"]
    reserved = await seeded.scalars(select(Offer.reserved_milli).where(Offer.sku == "shawl"))
    assert set(reserved) == {0}


@pytest.mark.parametrize("hindrance", ["too little", "withdrawn", "group closed", "unlawful", "unconfirmed"])
async def test_who_cannot_or_may_not_is_not_asked(seeded: AsyncSession, hindrance: str) -> None:
    part = await placed(seeded)
    nahan = (await seeded.scalars(select(Offer).where(Offer.sku == "shawl", Offer.group_id == "nahan"))).one()
    if hindrance == "too little":
        nahan.on_hand_milli = 2999
    elif hindrance == "withdrawn":
        nahan.active = False
    elif hindrance == "unconfirmed":
        nahan.stock_source = "demo"
    elif hindrance == "group closed":
        (await seeded.get_one(ProducerGroup, "nahan")).active = False
    elif hindrance == "unlawful":
        await sells(seeded, nahan="another", gst_status="unregistered", state="Bihar")
    await seeded.flush()
    assert await rerouting.routes(seeded, part, NOW, False) == []


async def test_a_shelf_that_is_empty_when_it_is_taken_changes_nothing(seeded: AsyncSession) -> None:
    part, officer = await placed(seeded), await contact(seeded)
    await move(seeded, part.id, "decline", officer, NOW)
    route = await route_of(seeded, part)
    await seeded.execute(
        update(Offer).where(Offer.group_id == "nahan", Offer.sku == "shawl").values(on_hand_milli=2000)
    )
    with pytest.raises(OutOfStock):
        await rerouting.take_over(seeded, part, route, "timer", NOW, "declined")
    await seeded.refresh(part)
    assert (part.group_id, part.state) == ("kanda", "declined")
    assert await shelf(seeded, group="nahan") == (2000, 0)
    assert [name for name, *_ in await journal(seeded)] == ["place", "decline"]


async def test_all_lines_go_together_or_not_at_all(seeded: AsyncSession) -> None:
    part = await placed(seeded, shawl=1000, table=1000)
    assert await rerouting.routes(seeded, part, NOW, False) == []  # nobody else makes tables
    seeded.add(Offer(sku="table", group_id="nahan", rank=1, on_hand_milli=None, stock_source="officer", lead_days=20))
    await seeded.flush()
    (route,) = await rerouting.routes(seeded, part, NOW, False)
    assert sorted(held for _, held in route.offers.values()) == [0, 1000]
    assert route.needed_by > part.needed_by  # twenty days instead of twelve: told as it is


async def test_a_part_is_split_with_another_group(seeded: AsyncSession) -> None:
    part, officer = await placed(seeded), await contact(seeded)
    line = (await lines_of(seeded, part.id))[0]
    await move(seeded, part.id, "offer_part", officer, NOW, accepted={line.id: 2000})
    (route,) = await rerouting.routes(seeded, part, NOW, False, rest(await lines_of(seeded, part.id)))
    more = await split(seeded, part, route, "buyer:1", NOW)
    await seeded.refresh(part)
    assert (part.state, more.state, more.number, more.group_id) == ("accepted", "placed", "HT-1001-2", "nahan")
    assert [line.qty_milli for each in (part, more) for line in await lines_of(seeded, each.id)] == [2000, 1000]
    assert await shelf(seeded) == (10000, 2000)
    assert await shelf(seeded, group="nahan") == (20000, 1000)
    whole = (await seeded.scalars(select(Order))).one()
    assert whole.total_paise == 3 * 95000 == part.goods_paise + more.goods_paise
    assert await due(seeded) == {"samiti": 285000}
    for each in (part, more):
        (line,) = await lines_of(seeded, each.id)
        assert line.taxable_paise + line.cgst_paise + line.sgst_paise == line.amount_paise
        assert (line.rate_bp, line.igst_paise) == (500, 0)
    with pytest.raises(IllegalMove):  # a second tap
        await split(seeded, part, route, "buyer:1", NOW)
    assert len(await parts_of(seeded, whole.id)) == 2
    await move(seeded, more.id, "decline", await contact(seeded, "nahan"), NOW)
    assert await rerouting.routes(seeded, more, NOW, False) == []  # kanda could make only a part: it is not asked


async def paid(db: AsyncSession, part: SellerOrder, paise: int) -> Payment:
    mine = select(Payment).where(Payment.order_id == part.order_id, Payment.seller_id == part.seller_id)
    payment = (await db.scalars(mine)).one()
    payment.method, payment.amount_paise, payment.state = "upi", paise, "paid"
    await db.flush()
    return payment


@pytest.mark.parametrize(("name", "actor"), [("cancel", "buyer:1"), ("expire", "timer"), ("refuse", "timer")])
async def test_what_was_paid_is_asked_back_once(seeded: AsyncSession, name: str, actor: str) -> None:
    part = await placed(seeded)
    payment = await paid(seeded, part, 285000)
    if name == "refuse":
        await move(seeded, part.id, "decline", await contact(seeded), NOW)
        assert not list(await seeded.scalars(select(Refund)))  # another group may still make it
    part = await move(seeded, part.id, name, actor, NOW)
    refund = (await seeded.scalars(select(Refund))).one()
    assert (refund.payment_id, refund.amount_paise, refund.state, refund.cause) == (
        payment.id, 285000, "requested", f"{name}:{part.id}",
    )  # fmt: skip
    assert await refunds.ask(seeded, part, 285000, name, NOW) is None
    assert await refunds.ask(seeded, part, 285000, "again", NOW) is None  # nothing is left of the payment


async def test_a_smaller_order_gives_the_difference_back(seeded: AsyncSession) -> None:
    part, officer = await placed(seeded), await contact(seeded)
    await paid(seeded, part, 285000)
    line = (await lines_of(seeded, part.id))[0]
    await move(seeded, part.id, "offer_part", officer, NOW, accepted={line.id: 2000})
    await move(seeded, part.id, "take_part", "buyer:1", NOW)
    assert (await seeded.scalars(select(Refund.amount_paise))).one() == 95000


async def test_what_was_never_paid_is_not_given_back(seeded: AsyncSession) -> None:
    part = await placed(seeded)
    (await paid(seeded, part, 285000)).state = "due"
    await move(seeded, part.id, "cancel", "buyer:1", NOW)
    assert not list(await seeded.scalars(select(Refund)))


async def test_who_has_paid_one_seller_is_not_sent_to_another(seeded: AsyncSession) -> None:
    await sells(seeded, nahan="another")
    part = await placed(seeded)
    assert [route.group_id for route in await rerouting.routes(seeded, part, NOW, False)] == ["nahan"]
    payment = await paid(seeded, part, 285000)
    assert await rerouting.routes(seeded, part, NOW, False) == []
    payment.state, payment.claimed_at = "due", NOW  # she says so: somebody looks first
    await seeded.flush()
    assert await rerouting.routes(seeded, part, NOW, False) == []


async def test_of_many_who_reroute_at_once_one_does(seeded: AsyncSession, engine: AsyncEngine) -> None:
    await third(seeded)
    part, officer = await placed(seeded), await contact(seeded)
    await move(seeded, part.id, "decline", officer, NOW)
    routes = await rerouting.routes(seeded, part, NOW, False)
    await seeded.commit()

    async def take(route: Route) -> str:
        async with AsyncSession(engine, expire_on_commit=False) as session:
            mine = await session.get_one(SellerOrder, part.id)
            try:
                await rerouting.take_over(session, mine, route, "timer", NOW, "declined")
            except IllegalMove:
                return "late"
            await session.commit()
            return "took"

    answers = await asyncio.gather(*(take(route) for route in routes * 3))
    assert sorted(answers) == ["late"] * 5 + ["took"]
    seeded.expire_all()
    assert sum(await seeded.scalars(select(Offer.reserved_milli).where(Offer.sku == "shawl"))) == 3000


async def crosswise(seeded: AsyncSession) -> tuple[list[SellerOrder], dict[str, str]]:
    """One order at Kanda and one at Nahan, each of which the other could take; and who answers for the two."""
    kanda = update(Offer).where(Offer.sku == "shawl", Offer.group_id == "kanda")
    part = await placed(seeded, shawl=1000)
    await seeded.execute(kanda.values(on_hand_milli=1000))
    await wants(seeded, shawl=1000)
    other = (await parts_of(seeded, (await order(seeded, cause="messages:2")).id))[0]
    assert (part.group_id, other.group_id) == ("kanda", "nahan")
    await seeded.execute(kanda.values(on_hand_milli=9000))
    actors = {group: await contact(seeded, group) for group in ("kanda", "nahan")}
    await seeded.commit()
    return [part, other], actors


async def give_up(engine: AsyncEngine, mine: SellerOrder, actor: str, met: asyncio.Barrier | None = None) -> str:
    async with AsyncSession(engine, expire_on_commit=False) as session:
        try:
            declined = await move(session, mine.id, "decline", actor, NOW)
            if met is not None:
                await met.wait()
            (route,) = await rerouting.routes(session, declined, NOW, False)
            await rerouting.take_over(session, declined, route, "timer", NOW, "declined")
            await session.commit()
        except DBAPIError as error:
            return str(error.orig)
    return "done"


async def test_two_groups_giving_up_crosswise_wait_for_nobody(seeded: AsyncSession, engine: AsyncEngine) -> None:
    """Kanda's order goes to Nahan and Nahan's to Kanda in the same moment: offers are locked by id, so no deadlock."""
    parts, actors = await crosswise(seeded)
    both = asyncio.gather(*(give_up(engine, part, actors[part.group_id]) for part in parts))
    assert await asyncio.wait_for(both, 30) == ["done", "done"]
    seeded.expire_all()
    assert list(await seeded.scalars(select(SellerOrder.group_id).order_by(SellerOrder.id))) == ["nahan", "kanda"]
    reserved = await seeded.scalars(select(Offer.reserved_milli).where(Offer.sku == "shawl").order_by(Offer.id))
    assert list(reserved) == [1000, 1000]


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
async def test_without_that_order_of_locks_they_wait_for_each_other(
    seeded: AsyncSession, engine: AsyncEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin: each has given back its own offer and wants the other's."""

    async def nothing(*_: object) -> None:
        return

    monkeypatch.setattr(moving, "_hold_makers", nothing)
    parts, actors = await crosswise(seeded)
    met = asyncio.Barrier(2)
    ends = await asyncio.gather(*(give_up(engine, part, actors[part.group_id], met) for part in parts))
    assert any("deadlock detected" in end for end in ends)


# --- in talk


async def test_the_buyer_hears_honestly_who_takes_over(stage: Stage) -> None:
    officer, deputy = await stage.contact("kanda", "officer"), await stage.contact("kanda", "deputy")
    other, boss = await stage.contact("nahan", "officer"), await stage.contact("office", "office")
    placed, (part,) = await stage.place(shawl=3000)
    await stage.tap(officer, f"v1:decline:{part.id}")
    told = stage.text_to(BUYER)
    assert "कंडा" in told
    assert "अब नाहन कार्यशाला से पूछा है: दाम वही, बुधवार, 25 नवंबर तक" in told
    assert stage.buttons_to(BUYER) == [f"v1:cancel_order:{placed.number}"]
    assert stage.buttons_to(other) == [f"v1:accept:{part.id}", f"v1:part:{part.id}", f"v1:decline:{part.id}"]
    assert "नहीं बन पाएगा" in stage.text_to(deputy)
    assert not stage.to(boss)
    assert not list(await stage.db.scalars(select(Ticket)))
    assert stage.turn is not None
    assert {due.kind for due in stage.turn.due} == {"remind", "escalate"}
    await stage.tap(officer, f"v1:accept:{part.id}")  # an old button of the first group
    assert part.state == "placed"
    await stage.tap(other, f"v1:accept:{part.id}")
    assert (part.group_id, part.state) == ("nahan", "accepted")
    assert "नाहन" in stage.text_to(BUYER)


async def test_the_refusal_five_times_over_is_one_refusal(stage: Stage) -> None:
    officer, other = await stage.contact("kanda", "officer"), await stage.contact("nahan", "officer")
    _, (part,) = await stage.place(shawl=3000)
    for _ in range(5):
        await stage.tap(officer, f"v1:decline:{part.id}")
    assert (part.group_id, part.state) == ("nahan", "placed")
    for _ in range(5):
        await stage.tap(other, f"v1:decline:{part.id}")
        await stage.tap(officer, f"v1:decline:{part.id}")
    assert part.state == "declined"
    assert [name for name, *_ in await journal(stage.db)] == ["place", "decline", "reroute", "decline"]
    assert [ticket.kind for ticket in await stage.db.scalars(select(Ticket))] == ["declined"]


@pytest.mark.parametrize("answer", ["yes", "no"])
async def test_another_seller_is_the_buyers_to_choose(stage: Stage, answer: str) -> None:
    await sells(stage.db, nahan="another")
    officer, other = await stage.contact("kanda", "officer"), await stage.contact("nahan", "officer")
    _, (part,) = await stage.place(shawl=3000)
    await stage.tap(officer, f"v1:decline:{part.id}")
    assert part.state == "declined"
    assert "बिल वहीं का होगा" in stage.text_to(BUYER)
    assert not stage.to(other)
    yes, no = stage.buttons_to(BUYER)
    assert (yes, no) == (f"v1:other_yes:{part.id}:nahan", f"v1:other_no:{part.id}")
    assert stage.states[BUYER].about == {"yes": yes, "no": no}
    stranger = await stage.person()
    for claimed in (yes, no):
        await stage.tap(stranger, claimed)
        assert part.state == "declined"
    for _ in range(5):
        await stage.tap(BUYER, yes if answer == "yes" else no)
    names = [name for name, *_ in await journal(stage.db)]
    if answer == "no":
        assert (part.state, names) == ("cancelled", ["place", "decline", "cancel"])
        return
    assert (part.group_id, part.seller_id, part.state) == ("nahan", "another", "placed")
    assert await due(stage.db) == {"another": 285000}
    (line,) = await lines_of(stage.db, part.id)
    assert (line.rate_bp, line.taxable_paise, line.amount_paise) == (None, 285000, 285000)  # it charges no tax
    assert names == ["place", "decline", "reroute"]


async def test_a_group_nobody_offered_cannot_be_claimed(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(table=1000)
    await stage.tap(officer, f"v1:decline:{part.id}")
    for group in ("anmol", "kanda", "office", "nobody"):
        await stage.tap(BUYER, f"v1:other_yes:{part.id}:{group}")
        assert (part.group_id, part.state) == ("kanda", "declined")


async def test_the_office_gives_it_to_a_group(stage: Stage) -> None:
    await sells(stage.db, nahan="another")
    officer, boss = await stage.contact("kanda", "officer"), await stage.contact("office", "office")
    _, (part,) = await stage.place(shawl=3000)
    await stage.tap(officer, f"v1:decline:{part.id}")
    await stage.tap(boss, f"v1:office_order:{part.id}")
    give = f"v1:office_give:{part.id}:nahan"
    assert give in stage.buttons_to(boss)
    await stage.tap(officer, give)  # a button is only a claim
    assert part.state == "declined"
    await stage.tap(boss, give)
    assert part.state == "declined"
    assert f"v1:other_yes:{part.id}:nahan" in stage.buttons_to(BUYER)
    (await stage.db.get_one(ProducerGroup, "nahan")).seller_id = "samiti"
    await stage.tap(boss, give)
    assert (part.group_id, part.state) == ("nahan", "placed")
    (who,) = [actor for name, actor, _ in await journal(stage.db) if name == "reroute"]
    assert who.startswith("office:")


async def offered(stage: Stage, officer: int, lead_days: int | None = None) -> tuple[Order, SellerOrder]:
    """Kanda can make two of three shawls."""
    whole, (part,) = await stage.place(shawl=3000)
    kanda = (await stage.db.scalars(select(Offer).where(Offer.sku == "shawl", Offer.group_id == "kanda"))).one()
    kanda.lead_days = lead_days
    line = (await lines_of(stage.db, part.id))[0].id
    await stage.tap(officer, f"v1:part:{part.id}")
    await stage.tap(officer, f"v1:part_of:{part.id}:{line}:2000")
    assert part.state == "part_offered"
    return whole, part


async def test_the_rest_from_another_group(stage: Stage) -> None:
    officer, other = await stage.contact("kanda", "officer"), await stage.contact("nahan", "officer")
    whole, part = await offered(stage, officer)
    await stage.tap(BUYER, f"v1:part_ways:{part.id}")
    assert stage.buttons_to(BUYER) == [
        f"v1:take_part:{part.id}", f"v1:split_part:{part.id}:nahan", "v1:category:goods", f"v1:refuse_part:{part.id}",
    ]  # fmt: skip
    for _ in range(5):
        await stage.tap(BUYER, f"v1:split_part:{part.id}:nahan")
    parts = await parts_of(stage.db, whole.id)
    assert [(each.number, each.group_id, each.state) for each in parts] == [
        ("HT-1001", "kanda", "accepted"), ("HT-1001-2", "nahan", "placed"),
    ]  # fmt: skip
    await stage.db.refresh(whole)
    assert whole.total_paise == 3 * 95000
    await stage.tap(other, f"v1:accept:{parts[1].id}")
    assert "1 कुल्लू शॉल" in stage.text_to(BUYER)
    await stage.tap(BUYER, "v1:cancel_yes:HT-1001")
    assert [each.state for each in await parts_of(stage.db, whole.id)] == ["cancelled", "cancelled"]
    assert sum(await stage.db.scalars(select(Offer.reserved_milli).where(Offer.sku == "shawl"))) == 0


async def test_waiting_for_all_of_it_asks_the_group_again(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    _, part = await offered(stage, officer, lead_days=12)
    before = part.needed_by
    await stage.tap(BUYER, f"v1:part_ways:{part.id}")
    assert f"v1:wait_part:{part.id}" in stage.buttons_to(BUYER)
    for _ in range(5):
        await stage.tap(BUYER, f"v1:wait_part:{part.id}")
    assert part.state == "placed"
    assert part.needed_by - before > timedelta(days=9)
    assert [name for name, *_ in await journal(stage.db)] == ["place", "offer_part", "wait"]
    assert (await lines_of(stage.db, part.id))[0].accepted_milli is None
    await stage.tap(officer, f"v1:accept:{part.id}")
    assert "शनिवार, 5 दिसंबर" in stage.text_to(BUYER)
    assert await shelf(stage.db) == (10000, 3000)


async def test_no_later_day_is_offered_that_nobody_has_said(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    _, part = await offered(stage, officer)
    before = part.needed_by
    await stage.tap(BUYER, f"v1:wait_part:{part.id}")
    assert (part.state, part.needed_by) == ("part_offered", before)
    stranger = await stage.person()
    for verb in ("wait_part", "part_ways", "split_part", "take_part"):
        await stage.tap(stranger, f"v1:{verb}:{part.id}")
        assert part.state == "part_offered"
