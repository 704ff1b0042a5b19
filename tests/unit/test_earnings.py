"""In the chat: what a group has earned, read by its own people only; how it is shared, said by the office only."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions.messages import Buttons
from bot.speech import plain, speech
from orders import ledger, splits
from orders.money_tables import SplitRule
from orders.shares import Share
from orders.tables import OfficeAct
from tests.conftest import NOW
from tests.unit.stage import Stage
from tests.unit.test_statements import sale


@pytest.fixture
def stage(seeded: AsyncSession) -> Stage:
    return Stage(seeded)


async def test_a_lead_reads_her_groups_month_and_the_one_before(stage: Stage) -> None:
    db = stage.db
    lead = await stage.contact("anmol", "lead")
    shares = (Share("member-1", 6000), Share("member-2", 2000), Share("group", 2000))
    await splits.set_rule(db, "anmol", date(2026, 4, 1), shares, "resolution 3", "office:cli", NOW)
    await sale(db, "anmol", 10_000, NOW, bp=0, number=1)
    await sale(db, "anmol", 25_000, NOW, bp=0, number=2)
    await sale(db, "anmol", 99_900, NOW - timedelta(days=30), bp=0, number=3)
    await sale(db, "kanda", 77_700, NOW, number=4)
    await stage.write(lead, "producer_earnings", "kitni kamai hui")
    told = stage.text_to(lead)
    assert told.splitlines() == [
        "अनमोल समूह, इस महीने: ₹350, 2 पार्सल भेजे (टैक्स के बिना)।",
        "सदस्य: ₹280",
        "समूह: ₹70",
    ]
    await stage.tap(lead, "v1:producer_earnings:1")
    assert "अनमोल समूह, अक्टूबर 2026: ₹999" in stage.text_to(lead)
    await stage.tap(lead, "v1:producer_earnings:2")
    assert "सितंबर 2026: अभी कुछ नहीं भेजा गया" in stage.text_to(lead)


async def test_without_a_rule_it_is_said_and_what_came_back_too(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    await sale(stage.db, "kanda", 105_000, NOW, number=1)
    back = await sale(stage.db, "kanda", 105_000, NOW, number=2)
    await ledger.returned(stage.db, back, NOW)
    await stage.write(officer, "producer_earnings", "kamai")
    told = stage.text_to(officer)
    assert "₹1,000, 2 पार्सल" in told
    assert "1 पार्सल वापस आया" in told
    assert "₹1,000 कैसे बँटेंगे, यह दफ़्तर ने अभी नहीं बताया" in told


async def test_nobody_else_reads_it(stage: Stage) -> None:
    await sale(stage.db, "kanda", 105_000, NOW)
    dispatcher = await stage.contact("kanda", "dispatcher")
    for who in (1, dispatcher):
        await stage.write(who, "producer_earnings", "kamai")
        assert "₹" not in stage.text_to(who)


async def test_the_office_says_how_it_is_shared(stage: Stage) -> None:
    db = stage.db
    boss = await stage.contact("office", "office")
    await sale(db, "kanda", 105_000, NOW)
    await stage.tap(boss, "v1:splits")
    await stage.tap(boss, "v1:split:kanda")
    assert "अभी बँटने हैं: ₹1,000" in stage.text_to(boss)
    await stage.tap(boss, "v1:split_ask:kanda")
    assert stage.states[boss].awaiting == "split"
    await stage.write(boss, "answered_split", "मज़दूरी 60")
    assert "कुल 100 नहीं बनता" in stage.text_to(boss)
    await stage.write(boss, "answered_split", "मज़दूरी 60, पीड़ित परिवार 15, samiti 25")
    assert "पीड़ितों के परिवार: 15 %" in stage.text_to(boss)
    await stage.write(boss, "answered_split_paper", "आदेश 12, 3 नवंबर 2026")
    assert list((await db.scalars(select(SplitRule))).all()) == []  # nothing holds before her tap
    today, this_month, april, _ = stage.buttons_to(boss)
    assert ":2026-11-23:" in today
    assert ":2026-11-01:" in this_month
    assert ":2026-04-01:" in april
    await stage.tap(boss, this_month)
    assert "लागू है। एक रुके पार्सल का पैसा बँट गया।" in stage.text_to(boss)
    rule = (await db.scalars(select(SplitRule))).one()
    assert (rule.from_day, rule.source, rule.set_by[:7]) == (date(2026, 11, 1), "आदेश 12, 3 नवंबर 2026", "office:")
    assert await ledger.balance(db, "share:kanda:wages") == -60_000
    assert (await db.scalars(select(OfficeAct.act))).all() == ["split"]
    await stage.tap(boss, today)  # the same screen again: the talk is over, nothing is said twice
    assert len((await db.scalars(select(SplitRule))).all()) == 1


async def test_a_tap_on_an_older_screen_is_not_taken_for_this_one(stage: Stage) -> None:
    boss = await stage.contact("office", "office")
    screens = []
    for words in ("wages 60, society 40", "wages 10, society 90"):
        await stage.tap(boss, "v1:split_ask:kanda")
        await stage.write(boss, "answered_split", words)
        await stage.write(boss, "answered_split_paper", "order 12")
        screens.append(stage.buttons_to(boss)[0])
    await stage.tap(boss, screens[0])
    assert (await stage.db.scalars(select(SplitRule))).all() == []


async def test_a_paper_that_tells_of_a_prisoner_is_asked_again(stage: Stage) -> None:
    boss = await stage.contact("office", "office")
    await stage.tap(boss, "v1:split_ask:kanda")
    await stage.write(boss, "answered_split", "wages 100")
    for words in ("for the murder convict", "x"):
        await stage.write(boss, "answered_split_paper", words)
        await stage.tap(boss, stage.buttons_to(boss)[0])
        assert (await stage.db.scalars(select(SplitRule))).all() == []
        await stage.tap(boss, "v1:split_ask:kanda")
        await stage.write(boss, "answered_split", "wages 100")
    await stage.write(boss, "answered_split_paper", "order 12")
    await stage.tap(boss, stage.buttons_to(boss)[0])
    assert (await stage.db.scalars(select(SplitRule.source))).all() == ["order 12"]


@pytest.mark.parametrize("payload", ["splits", "split:kanda", "split_ask:kanda", "split_yes:2026-11-01:abc"])
async def test_a_forged_button_shares_nothing(stage: Stage, payload: str) -> None:
    officer = await stage.contact("kanda", "officer")
    for who in (1, officer):
        await stage.tap(who, f"v1:{payload}")
        assert "सिर्फ़ दफ़्तर" in stage.text_to(who)
        await stage.write(who, "answered_split", "wages 100")
        await stage.write(who, "answered_split_paper", "order 12")
    assert (await stage.db.scalars(select(SplitRule))).all() == []


async def test_the_same_in_three_languages(stage: Stage) -> None:
    lead = await stage.contact("anmol", "lead")
    await sale(stage.db, "anmol", 10_000, NOW, bp=0)
    said = await stage.write(lead, "producer_earnings", "kamai")
    (message,) = [one.message for one in said]
    assert isinstance(message, Buttons)
    assert plain(speech().message(message, "en")).startswith("Anmol group, this month: ₹100 from 1 parcel sent")
    assert plain(speech().message(message, "hi-Latn")).startswith("Anmol group, is mahine: ₹100, 1 parcel bheja")
