"""Joining by a one-time code: bound to one person, once, for a week; guesses end quickly."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions.heard import Heard
from actions.meaning import Item, Meaning
from actions.state import State
from bot import routing
from bot.commands import group as group_commands
from catalog import contacts
from catalog.codes import ALPHABET
from catalog.joining_code import LENGTH, joining_code
from catalog.tables import Contact, Invite
from tests.conftest import NOW
from tests.unit.stage import Stage

ROLES_AND_ACTS = {
    "officer": {"answer", "ready", "dispatch", "see_buyer", "goods"},
    "lead": {"answer", "ready", "dispatch", "see_buyer", "goods"},
    "deputy": {"answer", "ready", "goods"},
    "dispatcher": {"ready", "dispatch", "see_buyer"},
    "office": {"office"},
    "buyer": set(),
}
ACTS: tuple[contacts.Act, ...] = ("answer", "ready", "dispatch", "see_buyer", "goods", "office")


@pytest.fixture
def stage(seeded: AsyncSession) -> Stage:
    return Stage(seeded)


@pytest.mark.parametrize(("role", "acts"), ROLES_AND_ACTS.items())
def test_every_role_and_act(role: str, acts: set[str]) -> None:
    for act in ACTS:
        assert contacts.may(role, act, "self_help_group") is (act in acts)
        in_prison = act in acts and not (role == "lead" and act in ("dispatch", "see_buyer"))
        assert contacts.may(role, act, "prison_workshop") is in_prison


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ACDEF-34679", "ACDEF34679"),
        ("acdef34679", "ACDEF34679"),
        ("mera code acdef 34679 hai", "ACDEF34679"),
        ("यह रहा कोड: ACDEF-34679।", "ACDEF34679"),
        ("\uff21\uff23\uff24\uff25\uff26-34679", "ACDEF34679"),
        ("9736473496", None),  # a phone number
        ("namaskaram", None),
        ("HT-4827", None),
        ("XACDEF-34679", None),
        ("", None),
    ],
)
def test_a_code_in_a_message(text: str, code: str | None) -> None:
    assert joining_code(text) == code


async def test_codes_are_kept_as_hashes_and_differ(seeded: AsyncSession) -> None:
    codes = {await contacts.new_invite(seeded, "kanda", "officer", NOW) for _ in range(5)}
    assert len(codes) == 5
    stored = " ".join([invite.code_hash for invite in await seeded.scalars(select(Invite))])
    assert not any(code.replace("-", "") in stored.upper() for code in codes)
    assert all(joining_code(f"joining with {code}") for code in codes)


async def test_invites_for_wrong_groups_and_roles_are_refused(seeded: AsyncSession) -> None:
    for group, role in (("nowhere", "officer"), ("kanda", "boss"), ("kanda", "office"), ("office", "officer")):
        with pytest.raises(ValueError):
            await contacts.new_invite(seeded, group, role, NOW)


async def test_joining_makes_her_a_contact(stage: Stage) -> None:
    who = await stage.person("en")
    code = await contacts.new_invite(stage.db, "kanda", "officer", NOW)
    await stage.write(who, "join", f"hello, {code.lower()}")
    (mine,) = await contacts.of_person(stage.db, who)
    assert (mine.group_id, mine.role) == ("kanda", "officer")
    assert stage.states[who].side == "producer"
    assert stage.buttons_to(who) == ["v1:producer_orders_today", "v1:learn", "v1:side:buyer"]
    await stage.write(who, "join", code)  # once more by herself: nothing changes, nothing is refused
    assert [c.id for c in await contacts.of_person(stage.db, who)] == [mine.id]
    await stage.tap(who, "v1:side:buyer")
    assert stage.states[who].side == "buyer"
    await stage.tap(who, "v1:side:producer")
    assert stage.states[who].side == "producer"


async def test_a_used_code_is_another_persons(stage: Stage) -> None:
    first, second = await stage.person(), await stage.person()
    code = await contacts.new_invite(stage.db, "kanda", "officer", NOW)
    await stage.write(first, "join", code)
    await stage.write(second, "join", code)
    assert not await contacts.of_person(stage.db, second)
    used = stage.text_to(second)
    await stage.write(second, "join", "ACDEF-34679")
    assert stage.text_to(second) == used  # a used and an unknown code are refused alike


async def test_an_old_code_and_a_withdrawn_one_do_not_work(stage: Stage) -> None:
    who = await stage.person()
    old = await contacts.new_invite(stage.db, "kanda", "officer", NOW - contacts.VALID_FOR)
    await stage.write(who, "join", old)
    withdrawn = await contacts.new_invite(stage.db, "kanda", "officer", NOW)
    for contact in await stage.db.scalars(select(Contact)):
        assert await contacts.revoke(stage.db, contact.id)
        assert not await contacts.revoke(stage.db, contact.id)
    await stage.write(who, "join", withdrawn)
    assert not await contacts.of_person(stage.db, who)


async def test_guessing_ends_for_a_day(stage: Stage) -> None:
    who = await stage.person()
    right = await contacts.new_invite(stage.db, "kanda", "officer", NOW)
    for _ in range(contacts.GUESSES_A_DAY):
        await stage.write(who, "join", "ACDEF-34679")
    await stage.write(who, "join", right)
    assert not await contacts.of_person(stage.db, who)
    await stage.write(who, "join", right, at=NOW + timedelta(days=1, seconds=1))
    assert len(await contacts.of_person(stage.db, who)) == 1


async def test_one_persons_guesses_shut_nobody_else_out(stage: Stage) -> None:
    guesser, invited = await stage.person(), await stage.person()
    right = await contacts.new_invite(stage.db, "kanda", "officer", NOW)
    for _ in range(contacts.GUESSES_A_DAY + 3):
        await stage.tap(guesser, "v1:join:ACDEF-34679")  # by link as well as by words
    assert "दिन" in stage.text_to(guesser) or "कल" in stage.text_to(guesser)
    await stage.write(invited, "join", right)
    assert len(await contacts.of_person(stage.db, invited)) == 1


async def test_there_are_too_many_codes_to_guess(seeded: AsyncSession) -> None:
    """A thousand people guessing five a day for the week a code lives find it less than once in a hundred million."""
    space = len(ALPHABET) ** LENGTH
    assert 1000 * contacts.GUESSES_A_DAY * contacts.VALID_FOR.days / space < 1e-8


async def test_a_buyer_has_no_second_side(stage: Stage) -> None:
    await stage.tap(1, "v1:side:producer")
    assert stage.states[1].side == "buyer"


async def test_who_joins_late_finds_the_waiting_order(stage: Stage) -> None:
    boss = await stage.contact("office", "office", "en")
    _, (part,) = await stage.place(shawl=1000)
    assert part.number in stage.text_to(boss)  # nobody answers for the group: the office knows at once
    # Nobody is reminded; only the day is set on which an order that nobody took ends.
    assert {due.kind for due in stage.turn.due} == {"expire"}  # type: ignore[union-attr]
    officer = await stage.contact("kanda", "officer")
    await stage.tap(officer, "v1:producer_orders_today")
    assert stage.buttons_to(officer)[0] == f"v1:accept:{part.id}"


async def test_an_invitation_opens_the_chat_with_its_code(
    seeded: AsyncSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("WHATSAPP_TOKEN", "t"), ("WHATSAPP_PHONE_NUMBER_ID", "1"), ("WHATSAPP_NUMBER", "919000000000"),
                        ("WHATSAPP_APP_SECRET", "s"), ("TELEGRAM_USERNAME", "haat_bot")):  # fmt: skip
        monkeypatch.setenv(f"HAAT_{name}", value)
    row = await group_commands.invite(seeded, "kanda", "officer", NOW)
    chat = urlsplit(row["whatsapp"])
    assert (chat.hostname, chat.path) == ("wa.me", "/919000000000")
    typed = Heard("whatsapp", "k", "text", text=parse_qs(chat.query)["text"][0])
    assert routing.tapped(typed, State()) == routing.Step("join")
    assert joining_code(typed.text) == row["code"].replace("-", "")
    assert row["telegram"] == f"https://t.me/haat_bot?start={row['code']}"


async def test_who_answers_for_a_group_buys_with_one_tap(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    pickle = (Item("pickle", "pickle", qty_milli=2000, unit="kg"),)
    await stage.write(officer, "want_to_buy", "mujhe 2 kilo achar lena hai", pickle)
    assert stage.buttons_to(officer) == ["v1:side:buyer:pickle", "v1:producer_orders_today"]
    await stage.write(officer, "want_to_buy", "kuch kharidna hai")
    assert stage.buttons_to(officer) == ["v1:side:buyer", "v1:producer_orders_today"]
    await stage.tap(officer, "v1:side:buyer")
    assert stage.states[officer].side == "buyer"
    _, (part,) = await stage.place(shawl=1000)  # a new order brings her back
    assert (stage.states[officer].side, stage.states[officer].about) == ("producer", {"seller_order": part.id})


def test_a_producers_wish_to_buy_is_routed_to_the_switch() -> None:
    wish = Meaning("search_product", 0.9, "latin_hi")
    assert routing.meant(wish, State(side="producer")) == routing.Step("want_to_buy")
    assert routing.meant(wish, State(side="buyer")) == routing.Step("search_product")


@pytest.mark.parametrize("payload", ["ACDEF-34679", "ACDEF34679"])
def test_a_link_with_a_code_joins(payload: str) -> None:
    heard = Heard("telegram", "k", "deep_link", text=f"/start {payload}", payload=payload)
    assert routing.tapped(heard, State()) == routing.Step("join", (payload,))
