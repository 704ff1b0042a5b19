"""A notice of an order that nobody sees: her other chat, the deputy, the office's calls; each with a channel dead, and
a clock moved by hand."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from actions import notices
from actions.heard import Heard
from actions.state import State
from actions.turn import Shop, Turn
from bot import outbox, timers
from bot.channels.channel import Status
from bot.channels.outcome import Outcome, PersonGone, Retry, WindowClosed
from bot.commands import calls as commands
from bot.commands.acts import Refused
from bot.database import sessions
from bot.delivery import Delivery
from bot.people import phone_of
from bot.reaching import look
from bot.speech import speech
from bot.tables import Conversation, Identity, Opening, Outbox, Timer
from bot.throttle import Throttle
from bot.turn import Turns, commit_said
from catalog import contacts
from catalog.search import Index
from catalog.tables import Contact
from orders import reaching
from orders.reaching_tables import CallWish, Told
from orders.tables import JournalEntry, OfficeAct, Person, SellerOrder
from tests.conftest import NOW
from tests.unit.engine_parts import Plain
from tests.unit.stage import SHOP, Stage
from tests.unit.test_orders_placing import order, wants

DEAD = PersonGone("blocked")


@dataclass
class Switch(Plain):
    """A channel on which some addresses answer with a fault, for as long as it is switched on."""

    faults: dict[str, Outcome] = field(default_factory=dict)
    keys: list[str] = field(default_factory=list)

    async def send(self, address: str, payload: dict[str, Any], key: str) -> Outcome:
        if address in self.faults:
            return self.faults[address]
        self.keys.append(key)
        return await super().send(address, payload, key)


class Post:
    """Turns, timers and delivery with two channels, and the office and a workshop on them."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.now, self.joined = NOW, 0
        self.made = sessions(engine)
        self.whatsapp, self.telegram = Switch("whatsapp"), Switch("telegram")
        channels: Any = {"whatsapp": self.whatsapp, "telegram": self.telegram}
        self.turns = Turns(self.made, self.clock, speech(), channels, self._read, self._shop)
        self.delivery = Delivery(self.made, self.clock, channels, Throttle({}))

    def clock(self) -> datetime:
        return self.now

    async def _shop(self, db: AsyncSession) -> Shop:
        return Shop(True, "http://shop.test", Index([]))

    async def _read(self, *_: Any) -> None:
        return None

    async def joins(self, role: str, whatsapp: str, telegram: str | None = None, group: str = "kanda") -> int:
        """A contact with one or two chats; its id. She wrote a moment ago, on WhatsApp last."""
        async with self.made.begin() as db:
            person = Person(language="en", name=None, created_at=NOW)
            db.add(person)
            await db.flush()
            for channel, address, before in (("telegram", telegram, 2), ("whatsapp", whatsapp, 1)):
                if address is not None:
                    chat = Identity(person_id=person.id, channel=channel, address=address, wa_id=None, created_at=NOW,
                                    heard_at=NOW - timedelta(hours=before))  # fmt: skip
                    db.add(chat)
                    await db.flush()
                    db.add(Conversation(identity_id=chat.id, state={}, lease_by=None, lease_until=None))
            contact = Contact(group_id=group, person_id=person.id, role=role, active=True, joined_at=NOW)
            db.add(contact)
            await db.flush()
            return contact.id

    async def orders(self) -> SellerOrder:
        """The buyer orders a table that Kanda makes; the group is asked, and what is due now is done."""
        async with self.made.begin() as db:
            await wants(db, table=1000)
            placed = await order(db, cause="messages:1")
            heard = Heard("whatsapp", "messages:x", "tap")
            turn = Turn(db, self.now, SHOP, await db.get_one(Person, 1), 0, heard, State())
            await notices.order_placed(turn, placed)
            await commit_said(turn, speech())
        await self.goes_on()
        async with self.made() as db:
            return (await db.scalars(select(SellerOrder))).one()

    async def goes_on(self, **by: float) -> None:
        """Time passes; everything due is done, the kinds that belong to order clocks left alone."""
        self.now += timedelta(**by)
        for _ in range(30):
            while await self.delivery.take("w"):
                pass
            if not await self._one_timer():
                break

    async def _one_timer(self) -> bool:
        async with self.made.begin() as db:
            others = select(Timer).where(Timer.kind.not_in(("reach", "reach_next", "calls_morning")))
            for timer in await db.scalars(others):
                timer.state = "done"
        return await timers.fire(self.turns)

    async def seen(self, contact: int) -> None:
        """The platform tells that she has read what she was sent on WhatsApp."""
        async with self.made.begin() as db:
            for row in await self._rows(db, contact):
                await outbox.record_status(db, "whatsapp", Status(row.vendor_id or "", "read"), self.now)

    async def _rows(self, db: AsyncSession, contact: int) -> list[Outbox]:
        told = select(Told.outbox_id).where(Told.contact_id == contact)
        return list(await db.scalars(select(Outbox).where(Outbox.id.in_(told), Outbox.vendor_id.is_not(None))))

    async def ladder(self) -> list[tuple[int, str, str | None]]:
        async with self.made() as db:
            return [(one.contact_id, one.rung, one.outcome) for one in await db.scalars(select(Told).order_by(Told.id))]

    async def calls(self) -> list[str]:
        async with self.made() as db:
            return [wish.why for wish in await db.scalars(select(CallWish))]


@pytest_asyncio.fixture
async def post(engine: AsyncEngine, seeded: AsyncSession) -> AsyncIterator[Post]:
    await seeded.commit()
    yield Post(engine)


def words(channel: Switch, address: str) -> list[str]:
    return [text for to, text in channel.sent if to == address]


async def test_what_was_read_is_left_alone(post: Post) -> None:
    officer = await post.joins("officer", "91", "t1")
    deputy = await post.joins("deputy", "92")
    await post.orders()
    await post.seen(officer)
    await post.goes_on(hours=20)
    assert (officer, "first", "reached") in await post.ladder()
    assert not post.telegram.sent
    assert not await post.calls()
    assert len(words(post.whatsapp, "92")) == 1, deputy


async def test_who_writes_has_seen_it(post: Post) -> None:
    officer = await post.joins("officer", "91")
    await post.orders()
    async with post.made.begin() as db:
        (chat,) = await db.scalars(select(Identity).where(Identity.address == "91"))
        chat.heard_at = post.now + timedelta(minutes=5)
    await post.goes_on(hours=4)
    assert await post.ladder() == [(officer, "first", "reached")]


async def test_a_dead_chat_and_then_her_other_one_at_once(post: Post) -> None:
    officer = await post.joins("officer", "91", "t1")
    post.whatsapp.faults["91"] = DEAD
    part = await post.orders()
    assert part.number in words(post.telegram, "t1")[0]
    assert await post.ladder() == [(officer, "first", "failed"), (officer, "channel", None)]
    async with post.made() as db:  # and it can be answered there
        opened = (await db.scalars(select(Opening).order_by(Opening.id.desc()))).first()
        assert opened is not None
        assert opened.data["about"] == {"seller_order": part.id}
        assert opened.data["shown"][0][0] == f"v1:accept:{part.id}"
    assert not await post.calls()


async def test_unread_on_both_chats_and_then_the_deputy(post: Post) -> None:
    officer, deputy = await post.joins("officer", "91", "t1"), await post.joins("deputy", "92")
    part = await post.orders()
    await post.goes_on(hours=2, minutes=59)
    assert not post.telegram.sent
    await post.goes_on(minutes=1)
    assert part.number in words(post.telegram, "t1")[0]
    # the deputy had read nothing either, and the officer may still read the other chat
    assert [row for row in await post.ladder() if row[0] == deputy] == [(deputy, "first", "unread")]
    await post.goes_on(hours=3)
    assert (officer, "channel", "unread") in await post.ladder()
    assert await post.calls() == ["unread"]


async def test_the_deputy_is_told_again_when_the_lead_is_dead(post: Post) -> None:
    await post.joins("officer", "91")
    post.whatsapp.faults["91"] = DEAD
    part = await post.orders()
    deputy = await post.joins("deputy", "92")  # joins after the order: nobody has told her of it
    async with post.made.begin() as db:
        (told,) = await db.scalars(select(Told))
        told.outcome, told.decided_at = None, None
        db.add(Timer(key="reach:again", kind="reach", args={"outbox": told.outbox_id, "awake": [8, 20]},
                     due_at=post.now, state="waiting", attempts=0))  # fmt: skip
        await db.execute(Timer.__table__.delete().where(Timer.key == f"reach_next:{told.outbox_id}"))
        await db.execute(CallWish.__table__.delete())
    await post.goes_on()
    assert part.number in words(post.whatsapp, "92")[0]
    assert (deputy, "deputy", None) in await post.ladder()
    await post.seen(deputy)
    await post.goes_on(hours=6)
    assert not await post.calls()


async def test_everybody_dead_and_the_office_calls(post: Post) -> None:
    await post.joins("officer", "91", "t1")
    await post.joins("deputy", "92")
    boss = await post.joins("office", "99", group="office")
    await post.joins("grievance", "98", group="office")
    post.whatsapp.faults |= {"91": DEAD, "92": DEAD}
    post.telegram.faults["t1"] = DEAD
    part = await post.orders()
    assert await post.calls() == ["failed"]
    assert not words(post.whatsapp, "99")
    await post.goes_on(hours=22)  # half past nine the next morning in India
    (morning,) = words(post.whatsapp, "99")
    assert "1 orders" in morning
    assert not words(post.whatsapp, "98")  # calls are not the grievance officer's
    await post.goes_on(hours=24)
    assert len(words(post.whatsapp, "99")) == 2
    async with post.made.begin() as db:
        (row,) = await commands.calls(db)
        assert (row["order"], row["why"]) == (part.number, "failed")
        assert [one["role"] for one in await commands.call(db, part.number, post.now)] == ["officer", "deputy"]
        await commands.call(db, part.number, post.now, "nobody")
        assert await commands.calls(db)
        await commands.call(db, part.number, post.now, "spoke")
        assert not await commands.calls(db)
        with pytest.raises(Refused):
            await commands.call(db, part.number, post.now)
        book = [(act.act, act.value) for act in await db.scalars(select(OfficeAct).order_by(OfficeAct.id))]
        assert book == [("numbers", None), ("called", "nobody"), ("called", "spoke")]
        assert len(await commands.told(db, part.number)) == 3
    await post.goes_on(hours=24)
    assert len(words(post.whatsapp, "99")) == 2, boss


async def test_a_shut_window_and_then_her_other_chat(post: Post) -> None:
    """Not even the template goes: it waits for her to write, and meanwhile goes the other way."""
    officer = await post.joins("officer", "91", "t1")
    post.whatsapp.faults["91"] = WindowClosed()
    part = await post.orders()
    assert await post.ladder() == [(officer, "first", "shut"), (officer, "channel", None)]
    assert part.number in words(post.telegram, "t1")[0]


async def test_refused_afterwards_by_the_platform(post: Post) -> None:
    """Sent, and told to be undeliverable a moment later (a status)."""
    officer = await post.joins("officer", "91", "t1")
    part = await post.orders()
    async with post.made.begin() as db:
        (row,) = await post._rows(db, officer)
        failed = Status(row.vendor_id or "", "failed", outcome=PersonGone("undeliverable"))
        await outbox.record_status(db, "whatsapp", failed, post.now)
    await post.goes_on()
    assert part.number in words(post.telegram, "t1")[0]


async def test_a_passing_fault_climbs_no_ladder(post: Post) -> None:
    officer = await post.joins("officer", "91", "t1")
    post.whatsapp.faults["91"] = Retry(False, "service unavailable")
    await post.orders()
    del post.whatsapp.faults["91"]
    await post.goes_on(minutes=10)
    assert await post.ladder() == [(officer, "first", None)]
    assert not post.telegram.sent


async def test_at_night_nobody_is_called_unread(post: Post) -> None:
    await post.joins("officer", "91", "t1")
    post.now = NOW.replace(hour=14)  # 19:30 in India
    await post.orders()
    await post.goes_on(hours=12)
    assert not post.telegram.sent
    await post.goes_on(hours=3, minutes=31)
    assert post.telegram.sent


async def test_an_answered_order_is_no_matter_any_more(post: Post) -> None:
    officer = await post.joins("officer", "91", "t1")
    part = await post.orders()
    async with post.made.begin() as db:
        (await db.get_one(SellerOrder, part.id)).state = "declined"
    await post.goes_on(hours=4)
    assert await post.ladder() == [(officer, "first", "moved")]
    assert not post.telegram.sent


async def test_a_suspended_contact_is_told_nowhere_else(post: Post) -> None:
    officer = await post.joins("officer", "91", "t1")
    await post.orders()
    async with post.made.begin() as db:
        await contacts.suspend(db, await db.get_one(Contact, officer), "number", post.now)
    await post.goes_on(hours=4)
    assert not post.telegram.sent
    assert await post.calls() == ["unread"]


# --- the office's chat, and who never answers


@pytest.fixture
def stage(seeded: AsyncSession) -> Stage:
    return Stage(seeded)


async def test_the_office_calls_in_its_chat(stage: Stage) -> None:
    boss = await stage.contact("office", "office", "en")
    officer = await stage.contact("kanda", "officer")
    (mine,) = await contacts.of_person(stage.db, officer)
    _, (part,) = await stage.place(table=1000)
    wish = await reaching.want_call(stage.db, part.id, mine.id, "failed", NOW)
    assert (await reaching.want_call(stage.db, part.id, mine.id, "unread", NOW)).id == wish.id
    await stage.tap(boss, "v1:calls")
    assert f"v1:call:{wish.id}" in stage.buttons_to(boss)
    await stage.tap(boss, f"v1:call:{wish.id}")
    assert part.number in stage.text_to(boss)
    await stage.tap(boss, f"v1:call_done:{wish.id}:nobody")
    assert wish.done_at is None
    await stage.tap(boss, f"v1:call_done:{wish.id}:spoke")
    assert (wish.done_at, (wish.done_by or "").partition(":")[0]) == (NOW, "office")
    await stage.tap(boss, f"v1:call_done:{wish.id}:spoke")
    await stage.tap(boss, "v1:calls")
    assert f"v1:call:{wish.id}" not in stage.buttons_to(boss)
    await stage.tap(officer, f"v1:call:{wish.id}")
    assert part.number not in stage.text_to(officer)


async def test_the_number_is_shown_on_the_card_and_noted(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.unit.stage.SHOP", replace(SHOP, phone_of=phone_of))
    boss, officer = await stage.contact("office", "office", "en"), await stage.contact("kanda", "officer")
    other = await stage.contact("kanda", "deputy")
    for who, number in ((officer, "919816000001"), (boss, "919816000002")):
        stage.db.add(Identity(person_id=who, channel="whatsapp", address=f"IN.{number}", wa_id=number, created_at=NOW))
    _, (part,) = await stage.place(table=1000)
    wish = await reaching.want_call(stage.db, part.id, None, "failed", NOW)
    await stage.tap(boss, "v1:calls")
    assert "98160" not in stage.text_to(boss)
    await stage.tap(boss, f"v1:call:{wish.id}")
    assert "98160 00001" in stage.text_to(boss)
    assert "98160 00002" not in stage.text_to(boss)
    noted = await stage.db.scalars(select(OfficeAct.about).where(OfficeAct.act == "numbers"))
    assert noted.all() == [part.number]
    assert await phone_of(stage.db, other) is None


async def test_what_is_decided_once_is_not_decided_again(post: Post) -> None:
    """Two workers with one notice, two of the office with one call."""
    await post.joins("officer", "91", "t1")
    post.whatsapp.faults["91"] = DEAD
    part = await post.orders()
    async with post.made.begin() as db:
        first = (await db.scalars(select(Told).order_by(Told.id))).first()
        assert first is not None
        assert await look(db, {"outbox": first.outbox_id, "awake": [8, 20]}, post.now) == []
        wish = await reaching.want_call(db, part.id, None, "failed", post.now)
        assert await reaching.spoke(db, wish, "office:cli", post.now)
        assert not await reaching.spoke(db, wish, "office:7", post.now)
        assert wish.done_by == "office:cli"
    assert len(await post.ladder()) == 2


async def test_what_a_timer_says_no_button_can(stage: Stage) -> None:
    who = await stage.person()
    for verb in ("reach_next", "calls_morning"):
        await stage.tap(who, f"v1:{verb}")
        assert stage.turn is not None
        assert {out.person_id for out in stage.turn.said} == {who}


async def test_groups_that_never_answer_are_named(stage: Stage) -> None:
    _, (part,) = await stage.place(table=1000)
    for day in range(3):
        at = NOW - timedelta(days=day)
        assert not await reaching.never_answering(stage.db, NOW)
        stage.db.add(JournalEntry(seller_order_id=part.id, move="expire", from_state="placed", to_state="expired",
                                  actor="timer", group_id="kanda", why=None, at=at))  # fmt: skip
        await stage.db.flush()
    (one,) = await reaching.never_answering(stage.db, NOW)
    assert (one.group_id, one.unanswered, one.last) == ("kanda", 3, NOW)
    assert [row["group_id"] for row in await commands.silent(stage.db, NOW)] == ["kanda"]
    assert not await reaching.never_answering(stage.db, NOW + timedelta(days=reaching.reach().never_days + 3))
    stage.db.add(JournalEntry(seller_order_id=part.id, move="accept", from_state="placed", to_state="accepted",
                              actor="contact:1", group_id="kanda", why=None, at=NOW))  # fmt: skip
    await stage.db.flush()
    assert not await reaching.never_answering(stage.db, NOW)
