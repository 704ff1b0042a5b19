"""Who may no longer be who she was: a changed number, a number given to somebody else, a long silence, the office's
wish. Nothing of an order reaches her until she writes a fresh code; the deputy has the orders meanwhile."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions.messages import Text as TextMessage
from actions.turn import Due
from bot import inbox, outbox, retention, suspending, timers
from bot.channels import whatsapp_hear
from bot.commands import group as group_commands
from bot.people import best_identity
from bot.tables import Identity, Outbox, Timer
from catalog import contacts
from catalog.tables import Contact
from orders.reaching import reach
from orders.tables import Order, Ticket
from tests.conftest import NOW
from tests.unit.stage import Stage

OLD, NEW, OLD_ID, NEW_ID = "919816000001", "919816000009", "IN.111", "IN.999"


class WhatsApp:
    """What the inbox needs of a channel: real webhooks split by the real code."""

    name = "whatsapp"

    def split(self, body: Any) -> Any:
        return whatsapp_hear.split(body)

    def status(self, raw: Any) -> Any:
        return whatsapp_hear.status(raw)


@pytest.fixture
def stage(seeded: AsyncSession) -> Stage:
    return Stage(seeded)


def body(message: dict[str, Any], wa_id: str | None, user_id: str | None) -> dict[str, Any]:
    contact = {
        "profile": {"name": "X"},
        **({"wa_id": wa_id} if wa_id else {}),
        **({"user_id": user_id} if user_id else {}),
    }
    whole = {"timestamp": "1", **({"from": wa_id} if wa_id else {}), **({"from_user_id": user_id} if user_id else {}),
             **message}  # fmt: skip
    value = {"messaging_product": "whatsapp", "metadata": {}, "contacts": [contact], "messages": [whole]}
    return {
        "object": "whatsapp_business_account",
        "entry": [{"id": "1", "changes": [{"field": "messages", "value": value}]}],
    }


async def hears(
    db: AsyncSession, message: dict[str, Any], wa_id: str | None = OLD, user_id: str | None = OLD_ID
) -> None:
    channel: Any = WhatsApp()
    await inbox.store(db, channel, channel.split(body(message, wa_id, user_id)), NOW)


async def writes(db: AsyncSession, wa_id: str | None, user_id: str | None, key: str) -> Identity:
    await hears(db, {"id": key, "type": "text", "text": {"body": "namaste"}}, wa_id, user_id)
    row = await db.scalar(select(inbox.Inbox).where(inbox.Inbox.key == f"messages:{key}"))
    assert row is not None
    return await db.get_one(Identity, row.identity_id)


async def of_kanda(stage: Stage) -> tuple[Identity, Contact, int]:
    """An officer with a WhatsApp number, and a deputy."""
    identity = await writes(stage.db, OLD, OLD_ID, "wamid.1")
    code = await contacts.new_invite(stage.db, "kanda", "officer", NOW)
    await stage.write(identity.person_id, "join", code)
    deputy = await stage.contact("kanda", "deputy")
    (mine,) = await contacts.of_person(stage.db, identity.person_id)
    return identity, mine, deputy


CHANGED = {
    "number alone": ({"type": "user_changed_number", "wa_id": NEW}, None, None),
    "number, the id stays": ({"type": "user_changed_number", "wa_id": NEW}, OLD_ID, OLD_ID),
    "number and id": ({"type": "user_changed_user_id", "user_id": NEW_ID, "wa_id": NEW}, OLD_ID, NEW_ID),
}


@pytest.mark.parametrize("how", CHANGED)
async def test_a_changed_number_waits_for_a_fresh_code(stage: Stage, how: str) -> None:
    system, before, after = CHANGED[how]
    identity = await writes(stage.db, OLD, before, "wamid.1")
    officer, deputy = identity.person_id, await stage.contact("kanda", "deputy")
    boss = await stage.contact("office", "office", "en")
    await stage.write(officer, "join", await contacts.new_invite(stage.db, "kanda", "officer", NOW))
    (mine,) = await contacts.of_person(stage.db, officer)
    await outbox.put(stage.db, identity.id, TextMessage("HT-1001: Ward 3, Nadaun"), NOW)

    await hears(stage.db, {"id": "wamid.S", "type": "system", "system": system}, OLD, before)
    await stage.db.refresh(identity)
    assert (identity.address, identity.wa_id, identity.person_id) == (after or NEW, NEW, officer)
    assert (mine.suspended_at, mine.doubt) == (NOW, "number")
    assert [row.state for row in await stage.db.scalars(select(Outbox))] == ["failed"]

    timer = (await stage.db.scalars(select(Timer).where(Timer.kind == "contact_suspended"))).one()
    await stage.timer(Due(timer.key, timer.kind, timer.due_at, timer.args))
    assert "कोड" in stage.text_to(officer)
    assert "no. " in stage.text_to(boss)

    _, (part,) = await stage.place(shawl=1000)  # the deputy has it, the unconfirmed number hears nothing
    assert not stage.to(officer)
    assert part.number in stage.text_to(deputy)
    await stage.tap(officer, f"v1:accept:{part.id}")
    assert part.state == "placed"
    assert "नया कोड" in stage.text_to(officer)
    await stage.tap(officer, f"v1:work:{part.id}")
    assert part.number not in stage.text_to(officer)

    await stage.tap(boss, f"v1:colleague_code:{mine.id}")
    await stage.write(officer, "join", stage.text_to(boss).split()[0])
    assert (mine.suspended_at, mine.doubt, mine.person_id) == (None, None, officer)
    await stage.tap(officer, f"v1:accept:{part.id}")
    assert part.state == "accepted"


async def test_who_gets_the_old_number_is_a_stranger_who_can_buy(stage: Stage) -> None:
    identity, mine, _ = await of_kanda(stage)
    await hears(stage.db, {"id": "wamid.S", "type": "system",
                           "system": {"type": "user_changed_user_id", "user_id": NEW_ID, "wa_id": NEW}})  # fmt: skip
    stranger = await writes(stage.db, OLD, "IN.222", "wamid.2")
    await _is_a_stranger(stage, stranger, identity, mine)
    again = await writes(stage.db, NEW, NEW_ID, "wamid.3")
    assert again.id == identity.id


async def test_a_number_given_away_without_a_word_is_a_strangers(stage: Stage) -> None:
    """No system message came; the platform's own id of the number is another, so another person holds it."""
    identity, mine, _ = await of_kanda(stage)
    await outbox.put(stage.db, identity.id, TextMessage("HT-1001: Ward 3, Nadaun"), NOW)
    stranger = await writes(stage.db, OLD, "IN.222", "wamid.2")
    await stage.db.refresh(identity)
    assert mine.doubt == "number"
    assert identity.address == f"gone:{identity.id}"
    assert await best_identity(stage.db, identity.person_id) is None
    assert [row.state for row in await stage.db.scalars(select(Outbox))] == ["failed"]
    await _is_a_stranger(stage, stranger, identity, mine)


async def _is_a_stranger(stage: Stage, stranger: Identity, known: Identity, contact: Contact) -> None:
    assert stranger.id != known.id
    assert stranger.person_id != known.person_id
    who = stranger.person_id
    _, (part,) = await stage.place(shawl=1000)
    assert not stage.to(who)
    await stage.tap(who, f"v1:accept:{part.id}")
    assert part.state == "placed"
    assert part.number not in stage.text_to(who)
    await stage.write(who, "join", "ACDEF-34679")
    assert not await contacts.of_person(stage.db, who)
    await stage.tap(who, "v1:add:shawl:1000")  # and she buys as anybody does
    assert stage.text_to(who)
    assert (await stage.db.scalars(select(Order.person_id))).all() == [1]
    assert contact.person_id == known.person_id


async def test_somebody_who_hid_her_number_is_still_herself(stage: Stage) -> None:
    """An id that becomes known later, or a number that becomes hidden, is no change of person."""
    first = await writes(stage.db, OLD, None, "wamid.1")
    assert (await writes(stage.db, OLD, OLD_ID, "wamid.2")).id == first.id
    assert (await writes(stage.db, None, OLD_ID, "wamid.3")).id == first.id


async def test_a_move_to_an_address_that_somebody_has(stage: Stage) -> None:
    identity, mine, _ = await of_kanda(stage)
    other = await writes(stage.db, NEW, NEW_ID, "wamid.2")
    await hears(stage.db, {"id": "wamid.S", "type": "system",
                           "system": {"type": "user_changed_user_id", "user_id": NEW_ID, "wa_id": NEW}})  # fmt: skip
    assert mine.doubt == "number"
    assert not await contacts.of_person(stage.db, other.person_id)
    assert identity.id != other.id


async def test_a_long_silence_is_noticed_in_the_night(stage: Stage) -> None:
    identity, mine, deputy = await of_kanda(stage)
    identity.heard_at = None  # WhatsApp has said that her window is shut: her message of today counts all the same
    days = reach().silent_days
    await suspending.suspend_silent(stage.db, NOW + timedelta(days=days))
    assert mine.suspended_at is None
    mine.joined_at = NOW - timedelta(days=days)
    await suspending.suspend_silent(stage.db, NOW + timedelta(days=1))
    assert mine.suspended_at is None
    (second,) = await contacts.of_person(stage.db, deputy)
    second.joined_at = NOW + timedelta(days=1)
    await retention.sweep(stage.db, {}, NOW + timedelta(days=days, seconds=1))
    assert mine.doubt == "silent"
    assert [c.person_id for c in await contacts.of_group(stage.db, "kanda", "answer")] == [deputy]


async def test_without_a_deputy_the_office_gets_what_waits(stage: Stage) -> None:
    boss, officer = await stage.contact("office", "office", "en"), await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(shawl=1000)
    (mine,) = await contacts.of_person(stage.db, officer)
    await suspending.suspend(stage.db, mine, "office", NOW)
    (due,) = await suspending.drop_unsent(stage.db, {"contact": mine.id}, NOW)
    await stage.timer(due)
    assert part.number in stage.text_to(boss)
    kinds = (await stage.db.scalars(select(Ticket.kind).order_by(Ticket.id))).all()
    assert kinds == ["contact", "no_contact"]


async def test_the_timer_is_no_button(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    (mine,) = await contacts.of_person(stage.db, officer)
    await contacts.suspend(stage.db, mine, "office", NOW)
    await stage.tap(officer, "v1:contact_suspended")
    assert not (await stage.db.scalars(select(Ticket))).all()


async def test_the_office_asks_for_a_fresh_code_by_command(seeded: AsyncSession) -> None:
    stage = Stage(seeded)
    officer = await stage.contact("kanda", "officer")
    (mine,) = await contacts.of_person(seeded, officer)
    first = await group_commands.fresh_code(seeded, mine.id, NOW)
    assert mine.doubt == "office"
    row = await group_commands.fresh_code(seeded, mine.id, NOW)  # lost: another one, and the first is void
    await stage.write(officer, "join", first["code"])
    assert mine.suspended_at is not None
    another = await stage.person()
    await stage.write(another, "join", row["code"])  # a new phone without a word of the platform: the code decides
    assert (mine.suspended_at, mine.person_id) == (None, another)
    assert not await contacts.of_person(seeded, officer)
    assert [row["waits"] for row in await group_commands.all_contacts(seeded, "kanda")] == [None]


async def test_the_code_she_joined_by_confirms_nothing(stage: Stage) -> None:
    who = await stage.person()
    code = await contacts.new_invite(stage.db, "kanda", "officer", NOW)
    await stage.write(who, "join", code)
    (mine,) = await contacts.of_person(stage.db, who)
    await contacts.suspend(stage.db, mine, "number", NOW)
    await stage.write(who, "join", code)
    assert mine.suspended_at is not None


async def test_a_chats_suspension_drops_what_waits(seeded: AsyncSession) -> None:
    stage = Stage(seeded)
    identity, mine, _ = await of_kanda(stage)
    await outbox.put(seeded, identity.id, TextMessage("HT-1001: Ward 3, Nadaun"), NOW)
    boss = await stage.contact("office", "office")
    await stage.tap(boss, f"v1:colleague_code:{mine.id}")
    assert stage.turn is not None
    (due,) = stage.turn.due
    assert timers.AT_THE_DOOR[due.kind] is suspending.drop_unsent
    made = await suspending.drop_unsent(seeded, due.args, NOW)
    assert [one.kind for one in made] == ["contact_suspended"]
    assert [row.state for row in await seeded.scalars(select(Outbox))] == ["failed"]
