"""Sums, amounts and stock: whatever is bought and however it moves, everything adds up."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import open_engine
from catalog.money import amount
from catalog.tables import Base, Contact, Offer, Product
from catalog.words import Words
from orders import cart as carts
from orders import rerouting
from orders.dates import IST, needed_by
from orders.lifecycle import MOVES, UNOWED, IllegalMove
from orders.matching import Candidate, choose
from orders.quantities import BULK_MILLI, NotSoldSo, TooMuch, changed, check, convert
from orders.service import NotTheirs, OutOfStock, Recipient, lines_of, move, parts_of, place, promised
from orders.splitting import rest, split
from orders.tables import JournalEntry, Order, OrderLine, Person, SellerOrder
from orders.totals import Cart, Item, Part, fingerprint
from tests.conftest import NOW, fill

SENT = ("dispatched", "delivered", "return_asked", "return_agreed", "returned")
NAME = Words("Shawl", "शॉल", "Shawl")
milli = st.integers(1, 50_000)
lines = st.lists(st.tuples(st.sampled_from("abcd"), milli, st.integers(0, 10_000_000)), min_size=1, max_size=12)


def cart_of(drawn: list[tuple[str, int, int]]) -> Cart:
    items = [
        Item(f"p{n}", NAME, NAME, "piece", qty, price, False, n, group, "", NOW, None)
        for n, (group, qty, price) in enumerate(drawn)
    ]
    groups = dict.fromkeys(item.group_id for item in items)
    return Cart(tuple(Part(g, NAME, tuple(i for i in items if i.group_id == g)) for g in groups))


@given(lines)
def test_totals_are_the_sum_of_their_parts(drawn: list[tuple[str, int, int]]) -> None:
    cart = cart_of(drawn)
    assert cart.goods_paise == sum(part.goods_paise for part in cart.parts)
    assert cart.goods_paise == sum(amount(price, qty) for _, qty, price in drawn)
    assert cart.total_paise == cart.goods_paise + cart.delivery_paise
    assert len(cart.items) == len(drawn)


@given(lines, st.integers(0, 11), st.sampled_from(["qty", "price", "gone"]))
def test_a_fingerprint_changes_with_what_is_shown(drawn: list[tuple[str, int, int]], at: int, what: str) -> None:
    at %= len(drawn)
    group, qty, price = drawn[at]
    other = list(drawn)
    if what == "gone":
        del other[at]
    else:
        other[at] = (group, qty + (what == "qty"), price + (what == "price"))
    assert fingerprint(cart_of(drawn), "a") == fingerprint(cart_of(drawn), "a")
    assert fingerprint(cart_of(drawn), "a") != fingerprint(cart_of(other), "a")
    assert fingerprint(cart_of(drawn), "a") != fingerprint(cart_of(drawn), "b")


@given(st.integers(-10_000, 100_000), st.sampled_from([1, 250, 500, 1000, 12_000]))
def test_only_whole_steps_are_sold(qty: int, step: int) -> None:
    try:
        assert check(qty, step) == qty
    except NotSoldSo:
        assert qty <= 0 or qty % step
    except TooMuch:
        assert qty >= BULK_MILLI
    else:
        assert 0 < qty < BULK_MILLI
        assert qty % step == 0


@given(milli)
def test_units_are_exact(qty: int) -> None:
    assert convert(qty * 1000, "gram", "kg") == qty
    assert convert(convert(qty, "kg", "gram") or 0, "gram", "kg") == qty
    assert convert(qty, "dozen", "piece") == 12 * qty
    assert convert(qty, None, "metre") == qty
    assert convert(qty, "kg", "piece") is None


@given(milli, milli)
def test_changes_go_where_they_say(now: int, by: int) -> None:
    assert changed(changed(now, "increase", by), "decrease", by) == now
    assert changed(now, "decrease", by) == max(0, now - by)
    assert changed(now, "set", by) == by
    assert changed(now, "double", None) == 2 * now


candidates = st.lists(
    st.builds(
        Candidate,
        offer_id=st.integers(1, 99),
        group_id=st.sampled_from(["anmol", "kanda", "nahan", "beur"]),
        rank=st.integers(0, 3),
        active=st.booleans(),
        state=st.sampled_from(["Himachal Pradesh", "Bihar"]),
        free_milli=st.none() | st.integers(-1000, 30_000),
        lead_days=st.none() | st.integers(1, 30),
    ),
    max_size=6,
    unique_by=lambda c: c.group_id,
)


@given(st.sampled_from(["stock", "made_to_order", "seasonal"]), milli, candidates, st.sampled_from([None, "Bihar"]))
def test_the_choice_is_one_active_group_and_always_the_same(
    mode: str, qty: int, able: list[Candidate], state: str | None
) -> None:
    choice = choose(mode, qty, able, state)
    again = choose(mode, qty, list(reversed(able)), state)
    active = [c for c in able if c.active]
    if choice is None or again is None:
        assert not active
        return
    assert choice == again
    assert choice.candidate in active
    assert "\n" not in choice.reason
    assert len(choice.reason) <= 200
    if mode != "made_to_order" and any((c.free_milli or 0) >= qty for c in active):
        assert (choice.candidate.free_milli or 0) >= qty


@given(st.integers(0, 20_000), st.none() | st.integers(1, 60))
def test_a_date_is_a_working_day_not_before_its_time(hours: int, lead: int | None) -> None:
    now = NOW + timedelta(hours=hours)
    day = needed_by(now, lead).astimezone(IST)
    assert day.weekday() != 6
    assert (day.date() - now.astimezone(IST).date()) >= timedelta(days=lead or 2)
    assert (day.date() - now.astimezone(IST).date()) <= timedelta(days=(lead or 2) + 1)


@asynccontextmanager
async def shop() -> AsyncIterator[AsyncSession]:
    """A shop of its own for each example."""
    with TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite+aiosqlite:///{Path(folder) / 'haat.db'}")
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with AsyncSession(engine, expire_on_commit=False) as db:
            await fill(db)
            yield db
        await engine.dispose()


basket = st.dictionaries(st.sampled_from(["shawl", "pickle", "table", "socks"]), st.integers(1, 12), min_size=1)
steps = st.tuples(
    st.sampled_from(sorted(MOVES)),
    st.sampled_from(["buyer:1", "buyer:9", "kanda", "anmol", "nahan", "office:cli", "timer"]),
    st.integers(0, 3), st.integers(0, 12_000),
)  # fmt: skip


@pytest.mark.timeout(240)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(basket, min_size=1, max_size=3), st.lists(steps, max_size=25))
def test_stock_and_sums_hold_through_any_walk(
    baskets: list[dict[str, int]], walk: list[tuple[str, str, int, int]]
) -> None:
    """Orders are placed and moved at random, legally or not: promised stock is always what living lines hold, and
    an order's sum is that of its living parts."""
    asyncio.run(_walk(baskets, walk))


async def _walk(baskets: list[dict[str, int]], walk: list[tuple[str, str, int, int]]) -> None:
    async with shop() as db:
        before = {row.id: row.on_hand_milli for row in await db.execute(select(Offer.id, Offer.on_hand_milli))}
        actors = {}
        for group in ("kanda", "anmol", "nahan"):
            contact = Contact(group_id=group, person_id=None, role="officer", joined_at=NOW)
            db.add(contact)
            await db.flush()
            actors[group] = f"contact:{contact.id}"
        person = await db.get_one(Person, 1)
        for number, wanted in enumerate(baskets):
            await carts.clear(db, 1)
            for sku, steps_wanted in wanted.items():
                product = await db.get_one(Product, sku)
                await carts.put(db, 1, product, steps_wanted * product.step_milli, NOW)
            home = Recipient("A", "B", "171001", "+919816012345")
            try:
                await place(db, person, await carts.view(db, 1, NOW, False), home, "cod", f"m:{number}", NOW, False)
            except OutOfStock:
                continue
        parts = list(await db.scalars(select(SellerOrder.id).order_by(SellerOrder.id)))
        for name, actor, which, qty in walk if parts else []:
            part = parts[which % len(parts)]
            try:
                await _step(db, await db.get_one(SellerOrder, part), name, actors.get(actor, actor), qty)
            except (IllegalMove, NotTheirs, ValueError):
                continue
        await _adds_up(db, before)


async def _step(db: AsyncSession, part: SellerOrder, name: str, actor: str, qty: int) -> None:
    """One move with all that belongs to it: another group is one that can, the rest is made somewhere."""
    lines = await lines_of(db, part.id)
    if name in ("reroute", "split"):
        wanted = rest(lines) if name == "split" else None
        for route in (await rerouting.routes(db, part, NOW, False, wanted))[:1]:
            if name == "split":
                await split(db, part, route, actor, NOW)
            else:
                await rerouting.take_over(db, part, route, actor, NOW, "declined")
        return
    promise = {line.id: min(qty, line.qty_milli) for line in lines}
    later = part.needed_by + timedelta(days=3)
    await move(db, part.id, name, actor, NOW, accepted=promise, needed_by=later if name == "wait" else None)


async def _adds_up(db: AsyncSession, before: dict[int, int | None]) -> None:
    held = select(OrderLine.offer_id, func.sum(OrderLine.reserved_milli)).group_by(OrderLine.offer_id)
    promised_now = {row[0]: row[1] for row in await db.execute(held)}
    sent = dict.fromkeys(before, 0)
    for order in await db.scalars(select(Order)):
        living = 0
        for part in await parts_of(db, order.id):
            assert part.goods_paise == sum(line.amount_paise for line in await lines_of(db, part.id))
            for line in await lines_of(db, part.id):
                living += line.amount_paise if part.state not in UNOWED else 0
                taxes = line.cgst_paise + line.sgst_paise + line.igst_paise
                assert line.taxable_paise + taxes == line.amount_paise
                assert (line.rate_bp is None) == (part.seller_id == "anmol")
                if part.state in SENT:
                    assert line.amount_paise == amount(line.unit_price_paise, promised(line))
                    sent[line.offer_id] += promised(line)
        assert (order.goods_paise, order.total_paise) == (living, living + order.delivery_paise)
    for offer in await db.scalars(select(Offer).execution_options(populate_existing=True)):
        assert offer.reserved_milli == promised_now.get(offer.id, 0)
        if offer.on_hand_milli is not None:
            assert offer.on_hand_milli == (before[offer.id] or 0) - sent[offer.id] >= offer.reserved_milli >= 0
    for part in await db.scalars(select(SellerOrder)):
        history = list(await db.scalars(select(JournalEntry).where(JournalEntry.seller_order_id == part.id).order_by(JournalEntry.id)))  # fmt: skip # noqa: E501
        states = [entry.to_state for entry in history]
        assert [entry.from_state for entry in history] == [None, *states[:-1]]
        assert part.state == states[-1]
