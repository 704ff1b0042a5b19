"""Inbox, turn, outbox and delivery on both databases: order, once-ness, and what becomes of each refusal."""

import asyncio
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from actions import registry
from actions.meaning import Meaning
from actions.messages import Notice, Quoted, Text
from actions.turn import Shop, Turn
from bot import conversation, outbox
from bot.channels.channel import Piece, Status
from bot.channels.outcome import (
    BackOff,
    OurFault,
    Outcome,
    PersonGone,
    Retry,
    Sent,
    StopAll,
    Wait,
    WindowClosed,
)
from bot.conversation import LeaseLost
from bot.outbox import record_status
from bot.tables import Conversation, Identity, Inbox, Opening, Outbox, Timer
from bot.wiring import load_actions
from tests.conftest import NOW
from tests.unit.engine_parts import Engine

TASK = "echo_for_tests"


@pytest.fixture(scope="module", autouse=True)
def echo() -> Iterator[None]:
    """An action that answers with her words."""
    load_actions()

    async def say_back(turn: Turn) -> None:
        if turn.heard.text == "break":
            turn.reply(Text(Quoted("never said")))
            raise RuntimeError("an action that cannot")
        turn.reply(Text(Quoted(f"you said {turn.heard.text}")))

    registry.action(TASK)(say_back)
    yield
    registry._actions.pop(TASK)


@pytest.fixture
def shop(engine: AsyncEngine) -> Engine:
    return Engine(engine, TASK)


async def rows(shop: Engine, table: Any) -> list[Any]:
    async with shop.made() as db:
        return list(await db.scalars(select(table).order_by(table.id)))


async def test_a_message_is_answered_once_however_often_it_is_delivered(shop: Engine) -> None:
    for _ in range(5):
        await shop.hear("namaste")
    await shop.work()
    await shop.hear("namaste")
    await shop.work()
    assert shop.channel.sent == [("919800000001", "you said namaste")]
    assert [row.state for row in await rows(shop, Inbox)] == ["done"]


async def test_two_first_messages_at_once_make_one_person(shop: Engine) -> None:
    await asyncio.gather(*(shop.hear("a", start=number) for number in range(8)))
    assert len(await rows(shop, Identity)) == 1
    assert len(await rows(shop, Inbox)) == 8


async def test_one_talk_keeps_its_order_while_others_go_on(shop: Engine) -> None:
    entered: set[str] = set()
    both = asyncio.Event()

    async def understanding(text: str) -> None:
        entered.add(text)
        if {"a0", "b0"} <= entered:
            both.set()
        if text in ("a0", "b0"):  # neither ends before the other has begun: they must run side by side
            async with asyncio.timeout(30):
                await both.wait()

    shop.understanding = understanding
    await shop.hear(*(f"a{n}" for n in range(5)), who="911")
    await shop.hear(*(f"b{n}" for n in range(5)), who="922")
    await shop.work(workers=4)
    for who, letter in (("911", "a"), ("922", "b")):
        said = [text for to, text in shop.channel.sent if to == who]
        assert said == [f"you said {letter}{n}" for n in range(5)]


async def test_a_turn_that_cannot_be_done_leaves_nothing_half_and_is_set_aside(shop: Engine) -> None:
    await shop.hear("break", "after")
    for _ in range(6):
        await shop.work()
        shop.later(seconds=5)
    states = {row.raw["text"]: row.state for row in await rows(shop, Inbox)}
    assert states == {"break": "dead", "after": "done"}
    said = [text for _, text in shop.channel.sent]
    assert "never said" not in said
    assert said[-1] == "you said after"
    assert len(said) == 2  # one honest sentence about the trouble


async def test_a_turn_whose_lease_was_taken_changes_nothing(shop: Engine) -> None:
    await shop.hear("hello")
    async with shop.made.begin() as db:
        claimed = await conversation.claim(db, "slow", shop.now)
    assert claimed is not None
    shop.later(minutes=5)
    async with shop.made.begin() as db:
        again = await conversation.claim(db, "quick", shop.now)
    assert again is not None
    with pytest.raises(LeaseLost):
        async with shop.made.begin() as db:
            await conversation.hold_lease(db, claimed, "slow")
    async with shop.made.begin() as db:
        await conversation.hold_lease(db, again, "quick")


async def test_a_living_turn_is_not_taken_over_while_it_renews(shop: Engine) -> None:
    await shop.hear("hello")
    async with shop.made.begin() as db:
        assert await conversation.claim(db, "slow", shop.now) is not None
    for _ in range(10):
        shop.later(seconds=20)
        async with shop.made.begin() as db:
            await conversation.renew(db, ["slow"], shop.now)
            assert await conversation.claim(db, "other", shop.now) is None


async def test_over_the_limit_messages_wait_and_none_is_lost(engine: AsyncEngine) -> None:
    shop = Engine(engine, TASK, per_minute=3)
    await shop.hear(*(str(n) for n in range(8)))
    await shop.work()
    said = [text for _, text in shop.channel.sent]
    assert said[:3] == ["you said 0", "you said 1", "you said 2"]
    assert len(said) == 4  # told once to slow down
    for _ in range(30):
        shop.later(seconds=15)
        await shop.work()
    answered = [text for _, text in shop.channel.sent if text.startswith("you said")]
    assert answered == [f"you said {n}" for n in range(8)]


async def test_a_knowingly_ignored_message_is_done_without_a_word(shop: Engine) -> None:
    await shop.ingress.take(shop.channel, [{"id": "r1", "from": "911", "text": "", "ignored": True}])
    await shop.work()
    assert [row.state for row in await rows(shop, Inbox)] == ["done"]
    assert shop.channel.sent == []


async def test_a_question_put_from_outside_is_merged_at_her_next_turn(shop: Engine) -> None:
    await shop.hear("hello")
    await shop.work()
    identity = (await rows(shop, Identity))[0]
    async with shop.made.begin() as db:
        db.add(Opening(identity_id=identity.id, data={"side": "producer", "awaiting": "producer_answer"}))
    await shop.hear("yes", start=1)
    await shop.work()
    async with shop.made() as db:
        talk = await db.get_one(Conversation, identity.id)
    assert (talk.state["side"], talk.state["awaiting"]) == ("producer", "producer_answer")
    assert await rows(shop, Opening) == []


@pytest.mark.parametrize(
    ("outcome", "state", "goes_out_after"),
    [
        (Wait(7, "chat", exact=True), "queued", timedelta(seconds=8)),
        (Wait(5, "number"), "queued", timedelta(seconds=6)),
        (Retry(ambiguous=False), "queued", timedelta(seconds=3)),
        (Retry(ambiguous=True), "queued", timedelta(seconds=25)),
        (StopAll("token"), "queued", timedelta(seconds=61)),
        (BackOff(3600.0), "queued", timedelta(hours=2)),
        (WindowClosed(), "parked", None),
        (PersonGone("blocked"), "failed", None),
        (BackOff(None), "failed", None),
    ],
)
async def test_each_refusal_has_its_consequence(
    shop: Engine, outcome: Outcome, state: str, goes_out_after: timedelta | None
) -> None:
    shop.channel.answers = [outcome]
    await shop.hear("hello")
    await shop.work()
    assert [row.state for row in await rows(shop, Outbox)] == [state]
    assert shop.channel.sent == []
    if goes_out_after is not None:
        shop.now += goes_out_after
    else:
        shop.later(days=2)
    await shop.work()
    assert len(shop.channel.sent) == (1 if goes_out_after is not None else 0)


async def test_a_refused_shape_goes_out_as_plain_words_once(shop: Engine) -> None:
    shop.channel.answers = [OurFault("131009")]
    await shop.hear("hello")
    await shop.work()
    assert len(shop.channel.sent) == 1
    row = (await rows(shop, Outbox))[0]
    assert row.state == "sent"
    assert "131009" in row.error


async def test_what_waited_for_an_open_window_goes_out_when_she_writes(shop: Engine) -> None:
    shop.channel.answers = [WindowClosed()]
    await shop.hear("hello")
    await shop.work()
    shop.later(days=3)
    await shop.hear("again", start=1)
    await shop.work()
    assert [text for _, text in shop.channel.sent] == ["you said hello", "you said again"]


async def test_one_chats_messages_keep_their_order_through_a_refusal(shop: Engine) -> None:
    shop.channel.answers = [Wait(30, "chat", exact=True)]
    await shop.hear("one", "two", "three")
    await shop.hear("other", who="922")
    await shop.work()
    assert [text for _, text in shop.channel.sent] == ["you said other"]
    shop.later(seconds=31)
    await shop.work(workers=3)
    assert [text for to, text in shop.channel.sent if to != "922"] == ["you said one", "you said two", "you said three"]


async def test_a_message_of_several_payloads_continues_after_the_last_sent(shop: Engine) -> None:
    shop.channel.parts = 3
    shop.channel.answers = [Sent("a"), Retry(ambiguous=False)]
    await shop.hear("hello")
    await shop.work()
    assert len(shop.channel.sent) == 1
    shop.later(seconds=5)
    await shop.work()
    assert len(shop.channel.sent) == 3


async def test_a_status_settles_an_ambiguous_send_without_a_repeat(shop: Engine) -> None:
    shop.channel.answers = [Retry(ambiguous=True)]
    await shop.hear("hello")
    await shop.work()
    row = (await rows(shop, Outbox))[0]
    async with shop.made.begin() as db:
        await record_status(db, "whatsapp", Status("wamid.9", "sent", key=f"{row.key}.0"), shop.now)
    shop.later(minutes=5)
    await shop.work()
    assert shop.channel.sent == []  # it had arrived
    assert [(r.state, r.vendor_id) for r in await rows(shop, Outbox)] == [("sent", "wamid.9")]


async def test_a_send_that_died_midway_is_repeated_once_its_lease_is_over(shop: Engine) -> None:
    await shop.hear("hello")
    await shop.turns.take("w")
    async with shop.made.begin() as db:
        assert await outbox.claim(db, "dead-process", shop.now) is not None
    await shop.work()
    assert shop.channel.sent == []  # held by a process that may still live
    shop.later(minutes=2)
    await shop.work()
    shop.later(minutes=1)
    await shop.work()
    assert len(shop.channel.sent) == 1


async def test_the_window_is_judged_when_the_message_goes_out(shop: Engine) -> None:
    shop.channel.answers = [Retry(ambiguous=False)]
    await shop.hear("hello")
    await shop.work()
    shop.later(hours=23, minutes=59)
    await shop.work()
    assert shop.channel.windows == [True, False]


async def test_timers_fire_once_and_a_failing_one_is_tried_again(shop: Engine) -> None:
    from bot import timers

    fired: list[str] = []

    async def ring(turn: Turn) -> None:
        fired.append(str(turn.heard.extra["what"]))
        if len(fired) == 1:
            raise RuntimeError("not yet")

    registry.action("ring_for_tests")(ring)
    try:
        await shop.hear("hello")
        async with shop.made.begin() as db:
            args = {"what": "bell", "person_id": 1}
            db.add(Timer(key="bell", kind="ring_for_tests", args=args, due_at=shop.now + timedelta(hours=1)))
        assert not await timers.fire(shop.turns)
        shop.later(hours=2)
        await timers.fire(shop.turns)
        assert not await timers.fire(shop.turns)
        shop.later(minutes=10)
        assert await timers.fire(shop.turns)
        assert not await timers.fire(shop.turns)
        assert fired == ["bell", "bell"]
    finally:
        registry._actions.pop("ring_for_tests")


async def test_a_platforms_own_notice_waits_for_nobody(shop: Engine) -> None:
    async with shop.made.begin() as db:
        from bot import inbox

        piece = Piece("account_update:1", "notice", {"event": "x"})
        assert await inbox.store(db, shop.channel, [piece, piece], shop.now) == 0
    assert [row.state for row in await rows(shop, Inbox)] == ["done"]


async def test_a_notice_refused_for_the_window_goes_again_as_its_template(shop: Engine) -> None:
    await shop.hear("hello")
    await shop.work()
    identity = (await rows(shop, Identity))[0]
    async with shop.made.begin() as db:
        notice: Notice[str] = Notice("new_order", ("HT-1",), Text("a new order"))
        await outbox.put(db, identity.id, notice, shop.now)
    shop.channel.answers = [WindowClosed()]
    await shop.work()
    assert shop.channel.windows[-2:] == [True, False]
    assert shop.channel.sent[-1][1] == "a new order"


async def test_a_notice_that_failed_late_for_the_window_goes_again_too(shop: Engine) -> None:
    await shop.hear("hello")
    await shop.work()
    identity = (await rows(shop, Identity))[0]
    async with shop.made.begin() as db:
        notice: Notice[str] = Notice("new_order", ("HT-1",), Text("a new order"))
        await outbox.put(db, identity.id, notice, shop.now)
    await shop.work()
    sent = len(shop.channel.sent)
    row = (await rows(shop, Outbox))[-1]
    failed = Status(row.vendor_id, "failed", key=f"{row.key}.0", outcome=WindowClosed())
    async with shop.made.begin() as db:
        await record_status(db, "whatsapp", failed, shop.now)
    await shop.work()
    assert len(shop.channel.sent) == sent + 1
    assert shop.channel.windows[-1] is False


async def test_a_message_is_read_by_the_day_it_is_in_india(engine: AsyncEngine) -> None:
    """ "kal" at half past midnight in Patna is the day after, while it is still yesterday in Greenwich."""
    days: list[date] = []

    class Calendar(Engine):
        async def _read(self, text: str, side: str, awaiting: str | None, shop: Shop, today: date) -> Meaning | None:
            days.append(today)
            return await super()._read(text, side, awaiting, shop, today)

    shop = Calendar(engine, TASK)
    for hours in (0, 12.4, 12.6):
        shop.now = NOW + timedelta(hours=hours)  # 11:30, 23:54 and 00:06 in India
        await shop.hear("kal bhej dena", start=len(days))
        await shop.work()
    assert days == [date(2026, 11, 23), date(2026, 11, 23), date(2026, 11, 24)]
