"""After the yes, in talk: where it is, cancelling, the part that was offered, the same again, the office."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.service import set_price
from orders.service import lines_of, move
from orders.tables import CartLine, Order, Person, SellerOrder, Ticket
from tests.conftest import NOW
from tests.unit.counter import Counter, item
from tests.unit.test_checkout import FORM
from tests.unit.test_orders_moving import contact, shelf


async def bought(db: AsyncSession, **milli: int) -> tuple[Counter, list[SellerOrder]]:
    her = Counter(db)
    for sku, qty in (milli or {"shawl": 3000}).items():
        await her.taps(f"add:{sku}:{qty}")
    await her.says("checkout", "…", payment="cod", **FORM)
    await her.says("confirm", "haan")
    return her, list(await db.scalars(select(SellerOrder).order_by(SellerOrder.id)))


async def states(db: AsyncSession) -> list[str]:
    return list(await db.scalars(select(SellerOrder.state).order_by(SellerOrder.id)))


async def test_where_it_is_needs_no_number(seeded: AsyncSession) -> None:
    her, parts = await bought(seeded)
    said = await her.says("order_status", "mera order kahan hai")
    assert said == "ऑर्डर HT-1001 · ₹2,850\n3 नग कुल्लू शॉल\nकंडा कार्यशाला को बता दिया है, जवाब आना है।"
    officer = await contact(seeded)
    await move(seeded, parts[0].id, "accept", officer, NOW)
    assert "बुधवार, 25 नवंबर तक" in await her.says("order_status")
    await move(seeded, parts[0].id, "dispatch", officer, NOW, tracking="EH123456789IN")
    assert "EH123456789IN" in await her.says("order_status", order_ref="1001")
    assert her.buttons == ["reorder:HT-1001", "complaint_return_refund:HT-1001"]


async def test_other_peoples_orders_are_not_found(seeded: AsyncSession) -> None:
    await bought(seeded)
    seeded.add(Person(id=7, language="hi", name=None, created_at=NOW))
    await seeded.flush()
    other = Counter(seeded, person_id=7)
    assert "कोई ऑर्डर नहीं" in await other.taps("order_status:HT-1001")
    await other.taps("cancel_yes:HT-1001")
    await other.taps("take_part:1")
    assert await states(seeded) == ["placed"]


async def test_cancelling_is_asked_once_and_free(seeded: AsyncSession) -> None:
    her, _ = await bought(seeded, shawl=1000, pickle=1000)
    await her.says("cancel_order", "order cancel karo")
    assert await states(seeded) == ["placed", "placed"]
    said = await her.says("confirm", "haan")
    assert await states(seeded) == ["cancelled", "cancelled"]
    assert said == "HT-1001 रद्द हो गया।\nकुछ नहीं देना है।"
    assert await shelf(seeded) == (10000, 0)


async def test_keeping_it(seeded: AsyncSession) -> None:
    her, _ = await bought(seeded)
    await her.taps("cancel_order:HT-1001")
    await her.says("deny", "nahi")
    assert await states(seeded) == ["placed"]


async def test_what_has_left_stays(seeded: AsyncSession) -> None:
    her, parts = await bought(seeded, shawl=1000, pickle=1000)
    officer = await contact(seeded)
    await move(seeded, parts[0].id, "accept", officer, NOW)
    await move(seeded, parts[0].id, "dispatch", officer, NOW)
    await her.says("cancel_order")
    said = await her.says("confirm", "haan")
    assert await states(seeded) == ["dispatched", "cancelled"]
    assert said.endswith("जो भेजा जा चुका है, वह रहेगा: ₹950।")
    assert "निकल चुका है" in await her.says("cancel_order")


async def test_of_several_orders_one_is_chosen(seeded: AsyncSession) -> None:
    her, _ = await bought(seeded)
    await her.taps("add:pickle:1000")
    await her.says("checkout", "…", payment="cod", **FORM)
    await her.says("confirm", "haan")
    await her.says("cancel_order")
    assert her.buttons == ["cancel_order:HT-1002", "cancel_order:HT-1001"]
    await her.writes("2")
    await her.says("confirm", "haan")
    assert await states(seeded) == ["cancelled", "placed"]
    await her.taps("my_orders")
    assert her.buttons == ["order_status:HT-1002", "order_status:HT-1001"]


@pytest.mark.parametrize(
    ("verb", "state", "total"), [("take_part", "accepted", 190000), ("refuse_part", "cancelled", 0)]
)
async def test_her_answer_to_a_part(seeded: AsyncSession, verb: str, state: str, total: int) -> None:
    her, parts = await bought(seeded)
    line = (await lines_of(seeded, parts[0].id))[0]
    await move(seeded, parts[0].id, "offer_part", await contact(seeded), NOW, accepted={line.id: 2000})
    await her.says("order_status")
    assert her.buttons == [f"{verb}:{parts[0].id}" for verb in ("take_part", "part_ways", "refuse_part")]
    await her.taps(f"{verb}:{parts[0].id}")
    assert await states(seeded) == [state]
    assert (await seeded.scalars(select(Order.total_paise))).one() == total
    await her.taps(f"{verb}:{parts[0].id}")
    assert await states(seeded) == [state]


async def test_the_same_again(seeded: AsyncSession) -> None:
    her, _ = await bought(seeded, shawl=2000, pickle=1500)
    await her.says("reorder", "wahi phir se")
    held = {line.sku: line.qty_milli for line in await seeded.scalars(select(CartLine))}
    assert held == {"shawl": 2000, "pickle": 1500}


@pytest.mark.parametrize(
    ("task", "kind"),
    [
        ("complaint_return_refund", "complaint"),
        ("payment_problem", "payment"),
        ("bulk_order", "bulk"),
    ],
)
async def test_what_a_person_must_answer_becomes_a_ticket(seeded: AsyncSession, task: str, kind: str) -> None:
    her, parts = await bought(seeded)
    said = await her.says(task, "shawl phati hui aayi", item("shawl"))
    ticket = (await seeded.scalars(select(Ticket).where(Ticket.kind == kind))).one()
    assert ticket.number in said
    assert ticket.seller_order_id == (parts[0].id if kind in ("complaint", "payment") else None)


async def test_the_same_again_tells_a_changed_price_first(seeded: AsyncSession) -> None:
    her, _ = await bought(seeded, shawl=2000)
    await set_price(seeded, "shawl", 99000)
    said = await her.says("reorder", "wahi phir se")
    assert said.index("₹950") < said.index("₹990")


async def test_starting_again_keeps_the_cart(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    await her.taps("add:shawl")
    await her.says("checkout", name="Sunita")
    await her.says("start_again")
    assert (her.state.form.name, her.state.awaiting, her.state.form.open) == (None, None, False)
    assert len(list(await seeded.scalars(select(CartLine)))) == 1


async def test_delivery_is_told_as_far_as_it_is_known(seeded: AsyncSession) -> None:
    her = Counter(seeded)
    assert (await her.says("delivery_info", pincode="171001")).startswith("171001 Shimla में है।")
    assert "नहीं मिला" in await her.says("delivery_info", pincode="999999")
