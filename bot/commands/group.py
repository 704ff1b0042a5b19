"""`haat group …` and `haat contact …`: who makes things, and who answers for them."""

from datetime import datetime
from typing import Annotated

import typer
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from actions.messages import say
from bot.clock import utc_now
from bot.commands import door
from bot.commands.acts import AsJson, Refused, Row, perform, show, tell
from bot.settings import read_settings
from bot.speech import speech
from bot.suspending import suspend
from bot.web.qr import Ways
from catalog import contacts
from catalog.roles import GROUP_ROLES, OFFICE_ROLES
from catalog.tables import Contact, ProducerGroup, Seller
from catalog.words import Words
from orders import office_book

cli = typer.Typer(no_args_is_help=True, callback=door.enter)
contact_cli = typer.Typer(no_args_is_help=True, callback=door.enter)

KINDS = ("prison_workshop", "self_help_group", "worker_group")


async def groups(db: AsyncSession) -> list[Row]:
    """Every group, and how many contacts have joined for it."""
    joined = (
        select(Contact.group_id, func.count().label("joined"))
        .where(Contact.active, Contact.person_id.is_not(None))
        .group_by(Contact.group_id)
        .subquery()
    )
    rows = await db.execute(
        select(ProducerGroup, joined.c.joined)
        .outerjoin(joined, joined.c.group_id == ProducerGroup.id)
        .order_by(ProducerGroup.id)
    )
    return [
        {"id": g.id, "kind": g.kind, "name": g.name["en"], "state": g.state, "active": g.active, "joined": n or 0}
        for g, n in rows
    ]


async def add_group(
    db: AsyncSession, group_id: str, kind: str, name: Words, place: Words, state: str, seller_id: str | None = None
) -> Row:
    """Without a seller it becomes its own, of whom nothing is known yet. Raises Refused for an id that is taken or not
    a slug, an unknown kind or seller."""
    if kind not in KINDS or not group_id.isascii() or not group_id.replace("-", "").isalnum():
        raise Refused(f"A group has an id of letters, digits and dashes, and is one of {', '.join(KINDS)}.")
    if await db.get(ProducerGroup, group_id) is not None:
        raise Refused(f"There is already a group {group_id}.")
    seller = await db.get(Seller, seller_id or group_id)
    if seller is None and seller_id:
        raise Refused(f"There is no seller {seller_id}; `haat seller list` names them.")
    if seller is None:
        seller = Seller(id=group_id, kind="group", name=name.stored(), state=state)
        db.add(seller)
        await db.flush()
    empty = Words("", "", "").stored()
    db.add(
        ProducerGroup(
            id=group_id,
            kind=kind,
            brand=None,
            name=name.stored(),
            short=name.stored(),
            place=place.stored(),
            district=None,
            state=state,
            pincode=None,
            scheme=empty,
            story=empty,
            aliases=[],
            seller_id=seller.id,
        )
    )
    await db.flush()
    return {"id": group_id, "kind": kind, "seller": seller.id}


async def invite(db: AsyncSession, group_id: str, role: str, now: datetime) -> Row:
    """Raises Refused for an unknown group, a role that it has not, and one that is not the caller's to give."""
    if not door.may_appoint("invite", role):
        raise Refused(f"A code for {role} is not yours to give.")
    try:
        code = await contacts.new_invite(db, group_id, role, now)
    except ValueError as wrong:
        raise Refused(f"Not possible: {wrong}. Roles: of the office {', '.join(OFFICE_ROLES)}; of other groups "
                      f"{', '.join(GROUP_ROLES)}.") from wrong  # fmt: skip
    await office_book.note(db, door.actor(), "invite", f"{group_id} {role}", None, now)
    return {"group": group_id, "role": role, "code": code, "expires_at": now + contacts.VALID_FOR, **_links(code)}


def _links(code: str) -> dict[str, str]:
    """Addresses that open the shop's chat with the code in it, for the channels whose name the settings tell."""
    settings = read_settings()
    ways = Ways(settings.whatsapp_number, settings.telegram_username, settings.simulated)
    text = speech().phrase(say("joining-link-text", code=code), "hi")
    links = {door: ways.link(door, text, code) for door in ways.doors}
    return {door: settings.base_url + link if link.startswith("/") else link for door, link in links.items()}


async def all_contacts(db: AsyncSession, group_id: str | None = None) -> list[Row]:
    """Active contacts, joined or only invited. No names and no numbers."""
    query = select(Contact).where(Contact.active).order_by(Contact.group_id, Contact.id)
    if group_id:
        query = query.where(Contact.group_id == group_id)
    return [
        {
            "id": c.id,
            "group": c.group_id,
            "role": c.role,
            "person": c.person_id,
            "joined_at": c.joined_at,
            "waits": c.doubt,
            "lessons": c.lessons,
            "practised": c.practised_at,
        }
        for c in await db.scalars(query)
    ]


async def revoke(db: AsyncSession, contact_id: int, now: datetime) -> Row:
    contact = await db.get(Contact, contact_id)
    if contact is not None and not door.may_appoint("revoke", contact.role):
        raise Refused(f"Contact {contact_id} is not yours to revoke.")
    if contact is None or not await contacts.revoke(db, contact_id):
        raise Refused(f"There is no active contact {contact_id}.")
    await office_book.note(db, door.actor(), "revoke", f"{contact.group_id} {contact.role}", str(contact_id), now)
    return {"id": contact_id, "active": False}


async def fresh_code(db: AsyncSession, contact_id: int, now: datetime) -> Row:
    """Suspends the contact, if it is not, and makes the code that ends it. Raises Refused without such a contact."""
    contact = await db.get(Contact, contact_id)
    if contact is None or not contact.active:
        raise Refused(f"There is no active contact {contact_id}.")
    if not door.may_appoint("revoke", contact.role):
        raise Refused(f"Contact {contact_id} is not yours to confirm.")
    if contact.suspended_at is None:
        await suspend(db, contact, "office", now)
    code = await contacts.fresh_code(db, contact, now)
    await office_book.note(db, door.actor(), "fresh_code", f"{contact.group_id} {contact.role}", str(contact_id), now)
    return {"id": contact_id, "code": code, "expires_at": now + contacts.VALID_FOR}


@cli.command("list")
def list_groups(as_json: AsJson = False) -> None:
    """Every group and how many of its contacts have joined."""
    show(perform(groups), as_json)


@cli.command("add")
def add_command(
    group_id: str,
    kind: Annotated[str, typer.Option(help=", ".join(KINDS))],
    name_en: Annotated[str, typer.Option()],
    name_hi: Annotated[str, typer.Option()],
    name_latn: Annotated[str, typer.Option(help="The name in romanised Hindi.")] = "",
    place_en: Annotated[str, typer.Option()] = "",
    place_hi: Annotated[str, typer.Option()] = "",
    state: Annotated[str, typer.Option(help="As the post writes it.")] = "Himachal Pradesh",
    seller: Annotated[str | None, typer.Option(help="Who sells its goods by law; else it sells itself.")] = None,
    as_json: AsJson = False,
) -> None:
    """Adds a group of makers."""
    name, place = Words(name_en, name_hi, name_latn or name_en), Words(place_en, place_hi, place_en)
    row = perform(lambda db: add_group(db, group_id, kind, name, place, state, seller))
    next_ = f"haat group invite {group_id} --role officer, haat seller set {row['seller']}"
    tell(row, as_json, f"Group {group_id} is there. Next: {next_}")


@cli.command("invite")
def invite_command(
    group_id: str,
    role: Annotated[str, typer.Option(help=", ".join((*GROUP_ROLES, *OFFICE_ROLES)))] = "officer",
    as_json: AsJson = False,
) -> None:
    """Makes a one-time code by which one person joins a group."""
    row = perform(lambda db: invite(db, group_id, role, utc_now()))
    links = "".join(f"\n{row[door]}" for door in ("whatsapp", "telegram", "phones") if door in row)
    tell(row, as_json, f"Code: {row['code']}\nSend it in the shop's chat within 7 days. It works once.{links}")


@contact_cli.command("list")
def list_contacts(
    group: Annotated[str | None, typer.Option(help="Only this group.")] = None, as_json: AsJson = False
) -> None:
    """Who answers for the groups, by role."""
    show(perform(lambda db: all_contacts(db, group)), as_json)


@contact_cli.command("revoke")
def revoke_command(contact_id: int, as_json: AsJson = False) -> None:
    """Ends a contact's rights at once."""
    row = perform(lambda db: revoke(db, contact_id, utc_now()))
    tell(row, as_json, f"Contact {contact_id} no longer answers for the group.")


@contact_cli.command("confirm")
def confirm_command(contact_id: int, as_json: AsJson = False) -> None:
    """Asks a contact to confirm with a fresh code; until then it may do nothing and is sent nothing."""
    row = perform(lambda db: fresh_code(db, contact_id, utc_now()))
    tell(row, as_json, f"Code: {row['code']}\nContact {contact_id} writes it in the shop's chat within 7 days.")
