"""Ratings: asked once a day after delivery, of her own goods, shown from five buyers on; words only for the office."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions import cards
from bot.commands.clocks import given
from bot.speech import plain, speech
from catalog import service as goods
from orders import privacy, ratings, service, tickets
from orders.rating_tables import Rating
from orders.tables import Order, Person, SellerOrder
from tests.conftest import NOW
from tests.unit.stage import Stage

BUYER = 1


@pytest.fixture
def stage(seeded: AsyncSession) -> Stage:
    return Stage(seeded)


async def on_its_way(stage: Stage) -> SellerOrder:
    _, (part,) = await stage.place(shawl=1000)
    for move in ("accept", "dispatch"):
        await service.move(stage.db, part.id, move, "office:cli", NOW)
    return part


async def test_asked_a_day_after_she_has_it_and_once(stage: Stage) -> None:
    part = await on_its_way(stage)
    await stage.tap(BUYER, f"v1:rate:{part.id}:5")
    assert await ratings.of_order(stage.db, part.id) is None  # she has nothing yet
    await stage.tap(BUYER, f"v1:received:{part.id}")
    assert stage.turn is not None
    (due,) = [due for due in stage.turn.due if due.kind == "ask_rating"]
    assert due.at == NOW + timedelta(days=1)
    await stage.timer(due)
    assert stage.buttons_to(BUYER) == [f"v1:rate:{part.id}:{stars}" for stars in (1, 2, 3, 4, 5)]
    await stage.tap(BUYER, f"v1:rate:{part.id}:4")
    await stage.tap(BUYER, f"v1:rate:{part.id}:1")
    assert (await stage.db.scalars(select(Rating.stars))).all() == [4]
    assert await stage.timer(due) == []


async def test_who_asked_for_quiet_or_has_complained_is_not_asked(stage: Stage) -> None:
    part = await on_its_way(stage)
    await stage.tap(BUYER, f"v1:received:{part.id}")
    assert stage.turn is not None
    (due,) = [due for due in stage.turn.due if due.kind == "ask_rating"]
    person = await stage.db.get_one(Person, BUYER)
    person.quiet_since = NOW
    assert await stage.timer(due) == []
    person.quiet_since = None
    ticket = await tickets.open_one(stage.db, "complaint", "x", NOW, person_id=BUYER, seller_order_id=part.id)
    assert await stage.timer(due) == []
    await tickets.close(stage.db, ticket, NOW)
    assert await stage.timer(due) != []


async def test_words_are_for_the_office(stage: Stage) -> None:
    part = await on_its_way(stage)
    await stage.tap(BUYER, f"v1:received:{part.id}")
    await stage.tap(BUYER, f"v1:rate:{part.id}:5")
    await stage.tap(BUYER, f"v1:rating_words:{part.id}")
    assert stage.states[BUYER].awaiting == "rating_words"
    await stage.write(BUYER, "answered_rating_words", "qaidi number 42 ne banaya")
    assert stage.states[BUYER].awaiting == "rating_words"
    await stage.write(BUYER, "answered_rating_words", "bahut garam hai")
    assert stage.states[BUYER].awaiting is None
    assert [(row["stars"], row["words"]) for row in await given(stage.db)] == [(5, "bahut garam hai")]
    rating = await ratings.of_order(stage.db, part.id)
    assert rating is not None
    assert not rating.let_through


async def test_her_words_go_when_she_is_forgotten(stage: Stage) -> None:
    """The stars stay: they say nothing of her. A complaint that waits is over, and nobody is alarmed about it."""
    part = await on_its_way(stage)
    await stage.tap(BUYER, f"v1:received:{part.id}")
    await stage.tap(BUYER, f"v1:rate:{part.id}:2")
    await ratings.say(stage.db, BUYER, part.id, "Sunita ke ghar aaya, rang kam hai")
    ticket = await tickets.open_one(stage.db, "complaint", "rang kam hai", NOW, person_id=BUYER)
    await tickets.answer(stage.db, ticket, "dekh rahe hain", NOW)
    await privacy.erase(stage.db, await stage.db.get_one(Person, BUYER), NOW)
    await stage.db.refresh(ticket)
    rating = await ratings.of_order(stage.db, part.id)
    assert rating is not None
    await stage.db.refresh(rating)
    assert (rating.stars, rating.words) == (2, None)
    assert (ticket.state, ticket.closed_at, ticket.text) == ("closed", NOW, "")


async def test_a_stranger_rates_nothing(stage: Stage) -> None:
    part = await on_its_way(stage)
    await stage.tap(BUYER, f"v1:received:{part.id}")
    stranger = await stage.person()
    for payload in (f"rate:{part.id}:1", f"rating_words:{part.id}"):
        await stage.tap(stranger, f"v1:{payload}")
        assert await ratings.of_order(stage.db, part.id) is None
        assert stage.states[stranger].awaiting is None
    for stars in ("0", "6", "x", ""):
        await stage.tap(BUYER, f"v1:rate:{part.id}:{stars}")
    assert await ratings.of_order(stage.db, part.id) is None


async def test_a_product_shows_stars_from_five_buyers_on(stage: Stage) -> None:
    """One buyer who orders often counts once."""
    part = await on_its_way(stage)
    await stage.tap(BUYER, f"v1:received:{part.id}")
    order = await stage.db.get_one(Order, part.order_id)
    for number, stars in enumerate((5, 5, 4, 4, 5)):
        product = await goods.product(stage.db, "shawl")
        assert stage.turn is not None
        assert product is not None
        shown = plain(speech().message(await cards.card(stage.turn, product), "en"))
        assert "★" not in shown
        if number:
            part = await on_its_way(stage)
            await service.move(stage.db, part.id, "deliver", "office:cli", NOW)
            order = await stage.db.get_one(Order, part.order_id)
            order.person_id = await stage.person()
            await stage.db.flush()
        assert await ratings.give(stage.db, order.person_id, part.id, stars, NOW)
    product = await goods.product(stage.db, "shawl")
    assert product is not None
    assert "★ 4.6 from 5 buyers" in plain(speech().message(await cards.card(stage.turn, product), "en"))
    pickle = await goods.product(stage.db, "pickle")
    assert pickle is not None
    assert "★" not in plain(speech().message(await cards.card(stage.turn, pickle), "en"))


def test_many_orders_of_one_buyer_lift_nothing() -> None:
    assert ratings.together([(1, 5)] * 50) is None
    few = [(2, 1), (3, 1), (4, 1), (5, 1)]
    assert ratings.together([(1, 5)] * 50 + few) == ratings.Shown(18, 5)
