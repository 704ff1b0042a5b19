"""Every role and every act, through real turns: who may, does it; who may not is told so, and nothing else happens."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from typer.testing import CliRunner

from actions.door import OFFICE_RIGHTS
from actions.meaning import Item
from actions.registry import names
from bot.cli import cli
from bot.commands import door
from catalog import contacts, drafts
from catalog.roles import ACTS, GROUP_ROLES, MEANS, OFFICE_ROLES, Act, may, roles_of
from catalog.roles_page import PAGE, page
from catalog.tables import Base, Contact, Offer
from orders import reaching
from orders.book import lines_of
from orders.tables import OfficeAct, SellerOrder, Ticket
from tests.conftest import NOW
from tests.unit.stage import Stage

GROUPS = {"anmol": "self_help_group", "kanda": "prison_workshop"}


@pytest.fixture
def stage(seeded: AsyncSession) -> Stage:
    return Stage(seeded)


def test_the_page_is_written_from_the_table() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m catalog.roles_page"
    assert set(MEANS) == set(ACTS)


def test_every_named_action_of_the_office_exists() -> None:
    assert not set(OFFICE_RIGHTS) - names()


async def everything(db: AsyncSession) -> dict[Any, Any]:
    """Every row but the office's book, where a refusal is written down."""
    await db.flush()
    return {
        (table.name, tuple(row._mapping[key] for key in table.primary_key)): tuple(map(repr, row))
        for table in Base.metadata.sorted_tables
        if table.name != "office_act"
        for row in await db.execute(select(table))
    }


async def refusals(db: AsyncSession, contact: Contact) -> list[str]:
    who = f"{'office' if contact.group_id == 'office' else 'contact'}:{contact.id}"
    rows = await db.scalars(select(OfficeAct).where(OfficeAct.act == "refused", OfficeAct.actor == who))
    return [row.about for row in rows]


async def joined(stage: Stage, group: str, role: str) -> tuple[int, Contact]:
    """Somebody of this role, whether or not the group would have her: what she may do is asked here."""
    who = await stage.person("en")
    contact = Contact(group_id=group, person_id=who, role=role, active=True, joined_at=NOW)
    stage.db.add(contact)
    await stage.db.flush()
    return who, contact


Deed = Callable[[Stage, int, SellerOrder], Awaitable[bool]]


async def _moved(stage: Stage, who: int, part: SellerOrder, verb: str, *before: str) -> bool:
    """Whether her button moved the order, which others have brought so far."""
    lead = await stage.contact(part.group_id, "officer")
    for step in before:
        await stage.tap(lead, f"v1:{step.format(part.id)}")
    state = part.state
    await stage.tap(who, f"v1:{verb.format(part.id)}")
    return part.state != state


async def answer(stage: Stage, who: int, part: SellerOrder) -> bool:
    return await _moved(stage, who, part, "accept:{}")


async def ready(stage: Stage, who: int, part: SellerOrder) -> bool:
    return await _moved(stage, who, part, "ready:{}", "accept:{}")


async def dispatch(stage: Stage, who: int, part: SellerOrder) -> bool:
    return await _moved(stage, who, part, "dispatch:{}:plain", "accept:{}")


async def handover(stage: Stage, who: int, part: SellerOrder) -> bool:
    return await _moved(stage, who, part, "delivered:{}", "accept:{}", "dispatch:{}:plain")


async def see_buyer(stage: Stage, who: int, part: SellerOrder) -> bool:
    """The address and the phone, after acceptance; never before."""
    await stage.tap(who, f"v1:work:{part.id}")
    assert "Ward 3" not in stage.text_to(who)
    await _moved(stage, who, part, "work:{}", "accept:{}")
    return "Ward 3" in stage.text_to(who) and "98160 12345" in stage.text_to(who)


async def stock(stage: Stage, who: int, part: SellerOrder) -> bool:
    offer = await _offer(stage, part)
    before = offer.on_hand_milli
    await stage.write(who, "producer_stock_update", "5 bache", (Item("x", offer.sku, qty_milli=5000),))
    await stage.tap(who, f"v1:recount:{offer.id}:7000")
    return offer.on_hand_milli != before


async def price(stage: Stage, who: int, part: SellerOrder) -> bool:
    offer, before = await _offer(stage, part), len(await _acts(stage, "price"))
    await stage.write(who, "producer_price_change", "250 kar do", (Item("x", offer.sku),))
    await stage.tap(who, f"v1:reprice:{offer.id}:26000")
    return len(await _acts(stage, "price")) > before


async def _acts(stage: Stage, act: str) -> list[OfficeAct]:
    return list(await stage.db.scalars(select(OfficeAct).where(OfficeAct.act == act)))


async def _offer(stage: Stage, part: SellerOrder) -> Offer:
    """What the group makes of it."""
    sku = (await lines_of(stage.db, part.id))[0].sku
    return (await stage.db.scalars(select(Offer).where(Offer.group_id == part.group_id, Offer.sku == sku))).one()


async def draft(stage: Stage, who: int, part: SellerOrder) -> bool:
    await stage.write(who, "producer_new_product", "amla candy 200 gram 60 rupaye 30 packet")
    return await drafts.open_one(stage.db, who, NOW) is not None


async def goods(stage: Stage, who: int, part: SellerOrder) -> bool:
    await stage.write(who, "producer_holiday", "3 din chutti", days=3)
    return any("shut" in payload or "unshut" in payload for payload in stage.buttons_to(who))


async def earnings(stage: Stage, who: int, part: SellerOrder) -> bool:
    await stage.write(who, "producer_earnings", "kamai")
    return "v1:producer_earnings:1" in stage.buttons_to(who)


async def invite(stage: Stage, who: int, part: SellerOrder) -> bool:
    await stage.tap(who, f"v1:colleague_invite:{part.group_id}:dispatcher")
    return bool(await _acts(stage, "invite"))


async def revoke(stage: Stage, who: int, part: SellerOrder) -> bool:
    _, other = await joined(stage, part.group_id, "dispatcher")
    await stage.tap(who, f"v1:colleague_revoke:{other.id}:yes")
    return not other.active


GROUP_DEEDS: dict[Act, Deed] = {
    "answer": answer, "ready": ready, "dispatch": dispatch, "handover": handover, "see_buyer": see_buyer,
    "stock": stock, "price": price, "draft": draft, "goods": goods, "earnings": earnings, "invite": invite,
    "revoke": revoke,
}  # fmt: skip


def test_every_act_of_a_group_is_tried() -> None:
    assert {act for act in ACTS if any(may(role, act) for role in GROUP_ROLES)} == set(GROUP_DEEDS)


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("role", GROUP_ROLES)
@pytest.mark.parametrize("act", GROUP_DEEDS)
async def test_a_groups_contact(stage: Stage, group: str, role: str, act: Act) -> None:
    goods_ordered = {"anmol": {"pickle": 1000}, "kanda": {"table": 1000}}[group]
    _, (part,) = await stage.place(**goods_ordered)
    assert part.group_id == group
    who, contact = await joined(stage, group, role)
    allowed = may(role, act, GROUPS[group])
    assert await GROUP_DEEDS[act](stage, who, part) is allowed
    if not allowed and act != "see_buyer":
        assert stage.text_to(who)  # a polite word
        assert act in await refusals(stage.db, contact)


OFFICE_DEEDS: dict[Act, tuple[str, ...]] = {
    "desk": ("office", "tickets"),
    "see_orders": ("waiting", "office_orders", "office_order:{part}"),
    "move_orders": ("office_move:{part}:accept",),
    "tickets": ("ticket:{ticket}", "reply:{ticket}", "close_ticket:{ticket}"),
    "complaints": ("ticket:{complaint}", "reply:{complaint}", "close_ticket:{complaint}"),
    "publish": ("gaps", "fill:cap", "office_goods", "publish:cap"),
    "money": ("money", "payees", "split_ask:anmol"),
    "workers": ("office_workers",),
    "sellers": ("office_sellers", "office_seller:samiti"),
    "reports": ("splits", "split:anmol"),
    "invite": ("colleagues", "colleague_roles:kanda", "colleague_invite:kanda:deputy"),
    "revoke": ("colleague_revoke:{other}:yes",),
    "calls": ("calls", "call:{wish}", "call_done:{wish}:nobody"),
    "appoint": ("colleague_invite:office:district",),
}


@pytest.mark.parametrize("role", OFFICE_ROLES)
@pytest.mark.parametrize("act", OFFICE_DEEDS)
async def test_a_person_of_the_office(stage: Stage, role: str, act: Act) -> None:
    _, (part,) = await stage.place(shawl=1000)
    db = stage.db
    await stage.write(1, "talk_to_human", "koi hai?")
    await stage.write(1, "complaint_return_refund", "kapda fata hai")
    ticket = (await db.scalars(select(Ticket.id).where(Ticket.kind == "handover"))).one()
    complaint = Ticket(number="T-900", kind="complaint", state="open", text="torn", last_turns=[], opened_at=NOW)
    db.add(complaint)
    await db.flush()
    _, other = await joined(stage, "kanda", "deputy")
    who, contact = await joined(stage, "office", role)
    wish = (await reaching.want_call(db, part.id, other.id, "failed", NOW)).id
    ids = {"wish": wish, "part": part.id, "ticket": ticket, "complaint": complaint.id, "other": other.id}
    for payload in OFFICE_DEEDS[act]:
        before = await everything(db)
        await stage.tap(who, "v1:" + payload.format(**ids))
        told = stage.text_to(who)
        assert told
        refused = "हिस्से का नहीं" in told
        assert refused is not may(role, act), payload
        if refused:
            assert await everything(db) == before
            assert await refusals(db, contact)


async def test_the_list_of_tickets_holds_what_is_hers(stage: Stage) -> None:
    await stage.write(1, "talk_to_human", "koi hai?")
    who, _ = await joined(stage, "office", "grievance")
    boss, _ = await joined(stage, "office", "admin")
    await stage.tap(who, "v1:tickets")
    assert not [payload for payload in stage.buttons_to(who) if payload.startswith("v1:ticket:")]
    await stage.tap(boss, "v1:tickets")
    assert [payload for payload in stage.buttons_to(boss) if payload.startswith("v1:ticket:")]


async def test_a_complaint_reaches_the_grievance_officer_and_a_question_does_not(stage: Stage) -> None:
    who, _ = await joined(stage, "office", "grievance")
    await stage.write(1, "talk_to_human", "koi hai?")
    assert not stage.to(who)


async def test_the_desk_shows_what_is_hers(stage: Stage) -> None:
    who, _ = await joined(stage, "office", "grievance")
    await stage.write(who, "greet", "namaste")
    shown = {payload.split(":")[1] for payload in stage.buttons_to(who)}
    assert shown == {"tickets", "waiting", "office_orders", "splits"}


def test_who_appoints_whom() -> None:
    assert set(roles_of("kanda", "prison_workshop")) == {"officer", "lead", "deputy", "dispatcher", "stall"}
    assert roles_of("anmol", "self_help_group") == GROUP_ROLES
    assert roles_of("office", "office") == OFFICE_ROLES


@pytest.mark.parametrize(
    ("group", "role", "to", "able"),
    [
        ("anmol", "lead", "deputy", True),
        ("anmol", "lead", "lead", False),
        ("anmol", "lead", "officer", False),
        ("anmol", "deputy", "member", False),
        ("kanda", "officer", "dispatcher", True),
        ("kanda", "officer", "member", False),  # a prison workshop has no members in a chat
        ("kanda", "lead", "deputy", False),
        ("office", "office", "officer", True),
        ("office", "district", "lead", True),
        ("office", "grievance", "lead", False),
    ],
)
async def test_a_code_in_the_chat(stage: Stage, group: str, role: str, to: str, able: bool) -> None:
    """Codes carry the role; her own group's, or any group's for the office."""
    who, _ = await joined(stage, group, role)
    at = "kanda" if group == "office" else group
    before = len(await contacts.invited(stage.db, at))
    await stage.tap(who, f"v1:colleague_invite:{at}:{to}")
    assert len(await contacts.invited(stage.db, at)) == before + able
    if able:
        code = stage.text_to(who).split()[0]
        new = await stage.person()
        await stage.write(new, "join", code)
        (mine,) = await contacts.of_person(stage.db, new)
        assert (mine.group_id, mine.role) == (at, to)
        assert [act.about for act in await _acts(stage, "invite")] == [f"{at} {to}"]
    await stage.tap(who, f"v1:colleague_invite:nahan:{to}")  # another group's is the office's alone
    assert len(await contacts.invited(stage.db, "nahan")) == (group == "office" and able)


async def test_one_officer_of_two_groups_and_several_contacts_of_one(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    await stage.write(officer, "join", await contacts.new_invite(stage.db, "nahan", "officer", NOW))
    await stage.contact("kanda", "deputy")
    await stage.tap(officer, "v1:colleagues")
    assert {"v1:colleagues:kanda", "v1:colleagues:nahan"} == set(stage.buttons_to(officer))
    await stage.tap(officer, "v1:colleagues:kanda")
    assert len(stage.buttons_to(officer)) == 3  # herself, the deputy, a new code


async def test_revoked_in_the_chat_it_ends_at_once(stage: Stage) -> None:
    officer, deputy = await stage.contact("kanda", "officer"), await stage.contact("kanda", "deputy")
    mine, other = await contacts.invited(stage.db, "kanda")
    _, (part,) = await stage.place(table=1000)
    await stage.tap(officer, f"v1:colleague_revoke:{other.id}")
    assert other.active  # asked first
    await stage.tap(officer, f"v1:colleague_revoke:{other.id}:yes")
    assert not other.active
    await stage.tap(deputy, f"v1:accept:{part.id}")
    assert part.state == "placed"
    assert [(act.actor, act.value) for act in await _acts(stage, "revoke")] == [(f"contact:{mine.id}", str(other.id))]
    await stage.tap(officer, f"v1:colleague_revoke:{mine.id}:yes")
    assert mine.active  # nobody locks herself out


@pytest.mark.parametrize(
    ("role", "command", "able"),
    [
        ("admin", "office move", True),
        ("office", "money payee list", True),
        ("district", "office tickets", True),
        ("district", "money stuck", False),
        ("district", "office revoke", False),
        ("grievance", "office clocks", True),
        ("grievance", "office publish", False),
        ("office", "office something new", True),
        ("district", "office something new", False),
    ],
)
async def test_the_same_table_on_the_command_line(stage: Stage, role: str, command: str, able: bool) -> None:
    _, contact = await joined(stage, "office", role)
    assert (await door.admitted(stage.db, contact.id, command) is not None) is able
    written = (await stage.db.scalars(select(OfficeAct))).one()
    assert (written.actor, written.act, written.about) == (
        f"office:{contact.id}", "command" if able else "refused", command,
    )  # fmt: skip


@pytest.mark.parametrize("called", ["haat", "python -m bot.cli"])
def test_what_is_asked_is_the_command(monkeypatch: pytest.MonkeyPatch, called: str) -> None:
    """However the program is called, and however deep its command stands."""
    asked: list[str] = []
    monkeypatch.setattr(door, "perform", lambda act: act(None))
    monkeypatch.setattr(door, "admitted", lambda db, contact, command: asked.append(f"{contact} {command}"))
    for words in (
        ["office", "--as", "7", "tickets"],
        ["money", "--as", "7", "stuck"],
        ["money", "payee", "--as", "7", "list"],
    ):
        result = CliRunner().invoke(cli, words, prog_name=called)
        assert result.exit_code == 1
        assert "not for contact 7" in result.output
    assert asked == ["7 office tickets", "7 money stuck", "7 money payee list"]


async def test_a_groups_contact_has_no_command(stage: Stage) -> None:
    _, contact = await joined(stage, "kanda", "officer")
    assert await door.admitted(stage.db, contact.id, "office tickets") is None
    assert await door.admitted(stage.db, 10**6, "office tickets") is None
