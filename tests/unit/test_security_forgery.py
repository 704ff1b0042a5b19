"""A button's id is a claim, never a right: every verb there is, pressed with other people's ids by people who have
nothing to do with them, changes nothing and shows nothing."""

import inspect
import itertools
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from actions import desk, payloads, registry
from actions.door import actor
from actions.heard import Heard
from actions.messages import Outgoing, options_of
from actions.state import State
from bot.speech import plain, speech
from catalog import contacts
from catalog.tables import Base, Contact, Offer
from orders.book import lines_of
from orders.tables import Person
from tests.conftest import NOW
from tests.unit.stage import Stage
from tests.unit.test_office_desk import sells

BUYER = 1
PRIVATE = ("+919816012345", "98160 12345", "9816012345", "Sunita", "Ward 3", "177033", "a secret complaint")
# What anybody may add for herself: a question to the office, goods in her cart, a guess at a code, a code for her own
# second chat.
MAY_ADD = {"consent", "product_draft", "ticket", "cart_line", "join_guess", "scan", "link_code", "pickup_guess"}
LEARNT = {"lessons", "practised_at"}  # how far somebody has come in the lessons is hers
FIRST = ("1", "2", "3", "4", "5", "HT-1001", "HT-1003", "shawl", "kanda", "producer")
REST = (("1", "yes"), ("accept", ""), ("decline", "yes"), ("withdraw", "yes"), ("cancel", "yes"), ("plain", ""),
        ("1", "1000"), ("0", "0"), ("kg", ""), ("nahan", ""))  # fmt: skip
ODD = ("", "-1", "0", "999999999999999999999", "9" * 40, "shawl.", "HT-", "NaN")


@pytest.fixture
def stage(seeded: AsyncSession) -> Stage:
    return Stage(seeded)


async def town(stage: Stage) -> None:
    """Orders of the buyer in five states, a ticket of hers, an officer and an office that are real."""
    officer = await stage.contact("kanda", "officer")
    await stage.contact("office", "office")
    await sells(stage.db, nahan="another")  # she is asked whether Nahan may make what Kanda does not
    declined = (await stage.place(shawl=2000))[1][0]
    await stage.tap(officer, f"v1:decline:{declined.id}")
    assert (declined.group_id, declined.state) == ("kanda", "declined")
    parts = [(await stage.place(table=2000))[1][0] for _ in range(4)]
    line = (await lines_of(stage.db, parts[1].id))[0]
    await stage.tap(officer, f"v1:part_of:{parts[1].id}:{line.id}:1000")
    await stage.tap(officer, f"v1:accept:{parts[2].id}")
    await stage.tap(officer, f"v1:accept:{parts[3].id}")
    await stage.tap(officer, f"v1:dispatch:{parts[3].id}:plain")
    assert [part.state for part in parts] == ["placed", "part_offered", "accepted", "dispatched"]
    await stage._begin(BUYER, Heard("whatsapp", "k", "text", text="a secret complaint"))
    assert stage.turn is not None
    await desk.open_ticket(stage.turn, "complaint", "a secret complaint", seller_order_id=parts[3].id)


async def outsider(stage: Stage, who: str) -> int:
    if who == "stranger":
        return await stage.person("en")
    group, role = {"another group's officer": ("nahan", "officer"), "a revoked officer": ("kanda", "officer"),
                   "a revoked office": ("office", "office")}[who]  # fmt: skip
    person = await stage.contact(group, role, "en")
    if who.startswith("a revoked"):
        (mine,) = await contacts.of_person(stage.db, person)
        await contacts.revoke(stage.db, mine.id)
    return person


async def rows(db: AsyncSession, but: int) -> dict[tuple[str, Any], tuple[Any, ...]]:
    """Every row of the shop, without the outsider's own person, what she may add, her own group's shelves and holidays,
    the goods that her group alone makes, what the book says of her, and how far she has come in the lessons."""
    await db.flush()
    hers = {contact.group_id for contact in await contacts.of_person(db, but)}
    in_book = {actor(contact) for contact in await contacts.of_person(db, but)}
    makers = [(offer.sku, offer.group_id in hers) for offer in await db.scalars(select(Offer))]
    alone = {sku for sku, _ in makers} - {sku for sku, mine in makers if not mine}
    found: dict[tuple[str, Any], tuple[Any, ...]] = {}
    for table in Base.metadata.sorted_tables:
        for row in await db.execute(select(table)):
            key = tuple(row._mapping[column] for column in table.primary_key)
            owner = row._mapping[table.c.person_id] if "person_id" in table.c else None
            if owner == but and table.name in MAY_ADD:
                continue
            own = table.name in ("offer", "closed_days") and row._mapping[table.c.group_id] in hers
            own = own or (table.name == "product" and key[0] in alone)
            own = own or (table.name == "office_act" and row._mapping[table.c.actor] in in_book)
            if not own and (table.name, key) != ("person", (but,)):
                found[table.name, key] = tuple(repr(row._mapping[c]) for c in table.c if c.name not in LEARNT)
    return found


def unharmed(before: dict[Any, Any], after: dict[Any, Any]) -> None:
    assert {key: after.get(key) for key in before} == before
    assert not set(after) - set(before)


def shows_nothing(said: list[Outgoing], who: int) -> None:
    for outgoing in said:
        if outgoing.person_id == who:
            told = speech().message(outgoing.message, "en")
            text = plain(told) + " ".join(f"{option.label} {option.hint}" for option in options_of(told))
            assert not [mark for mark in PRIVATE if mark in text], text


def claims(verb: str) -> list[tuple[str, ...]]:
    """Arguments for a verb: other people's ids in every place it takes one."""
    takes = len(inspect.signature(registry._actions[verb]).parameters) - 1
    if takes == 0:
        return [()]
    made = [(first, *rest)[:takes] for first, rest in itertools.product(FIRST, REST if takes > 1 else REST[:1])]
    return list(dict.fromkeys([*made, *((odd,) * takes for odd in ODD)]))


@pytest.mark.timeout(300)
@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("who", ["stranger", "another group's officer", "a revoked officer", "a revoked office"])
async def test_no_button_gives_a_right(stage: Stage, who: str) -> None:
    await town(stage)
    person = await outsider(stage, who)
    before = await rows(stage.db, person)
    for verb in sorted(registry.names()):
        for claimed in claims(verb):
            text = ":".join(["v1", verb, *claimed])
            if payloads.read(text) is None:  # the door takes it for an old button
                continue
            stage.states[person] = State(side="producer")
            shows_nothing(await stage.tap(person, text), person)
        unharmed(before, await rows(stage.db, person))


QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("producer_answer", {"seller_order": 1}), ("part", {"seller_order": 1, "line": 1, "amounts": {}}),
    ("tracking", {"seller_order": 3}), ("reply", {"ticket": 1}), ("price", {"sku": "shawl"}), ("hsn", {"sku": "shawl"}),
    ("stock", {"sku": "shawl", "group": "kanda"}),
]  # fmt: skip


@pytest.mark.timeout(300)
@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("who", ["stranger", "another group's officer", "a revoked officer", "a revoked office"])
async def test_no_words_give_a_right_either(stage: Stage, who: str) -> None:
    """Also when the question was put to her while she still had the right."""
    await town(stage)
    person = await outsider(stage, who)
    before = await rows(stage.db, person)
    for task in sorted(name for name in registry.names() if name.startswith(("producer_", "answered_"))):
        for awaiting, about in QUESTIONS:
            for ref in (None, "HT-1001", "1003"):
                state = State(side="producer")
                state.ask(awaiting, **about)
                stage.states[person] = state
                slots: dict[str, Any] = {"order_ref": ref} if ref else {}
                shows_nothing(await stage.write(person, task, "2 EM123456785IN", **slots), person)
        unharmed(before, await rows(stage.db, person))


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_the_check_sees_a_real_change(stage: Stage) -> None:
    """The control: a right used is seen as a change, and a buyer's address as shown."""
    await town(stage)
    officer = (await stage.db.scalars(select(Contact.person_id).where(Contact.group_id == "kanda"))).one()
    assert officer is not None
    before = await rows(stage.db, 0)
    said = await stage.tap(officer, "v1:accept:2")
    with pytest.raises(AssertionError):
        unharmed(before, await rows(stage.db, 0))
    with pytest.raises(AssertionError):
        shows_nothing(said, officer)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_a_prison_workshops_lead_is_never_told_who_buys(stage: Stage) -> None:
    """Through the whole life of orders, whoever moves them: no message to her holds name, street or phone."""
    lead, officer = await stage.contact("kanda", "lead"), await stage.contact("kanda", "officer")
    boss = await stage.contact("office", "office")
    stage.db.add(Person(id=77, language="en", name=None, created_at=NOW))
    said: list[Outgoing] = []
    told_others = 0
    for mover, verbs in (
        (lead, ("accept", "ready", "dispatch", "work")),
        (officer, ("accept", "ready", "dispatch:{}:plain", "delivered", "work")),
        (boss, ("office_move:{}:accept", "office_move:{}:mark_ready", "office_move:{}:withdraw:yes")),
    ):
        _, (part,) = await stage.place(shawl=1000)
        assert stage.turn is not None
        said += stage.turn.said
        for verb in verbs:
            said += await stage.tap(mover, f"v1:{verb.format(part.id)}" if ":" in verb else f"v1:{verb}:{part.id}")
            said += await stage.tap(lead, f"v1:work:{part.id}")
            said += await stage.tap(lead, "v1:producer_orders_today")
    for outgoing in said:
        if outgoing.person_id == lead:
            shows_nothing([outgoing], lead)
        elif outgoing.person_id == officer:
            told_others += any(mark in str(outgoing.message) for mark in PRIVATE)
    assert told_others  # the control: the officer was told, so there was something to hide
