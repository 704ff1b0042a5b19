"""Who answers for a group, in the chat: bringing somebody in by a code, and ending her rights."""

from actions import notice_forms as forms
from actions.door import actor, admitted_somewhere, refuse
from actions.messages import Buttons, Menu, Option, Phrase, Text, lines, say
from actions.paging import asked, page
from actions.payloads import write
from actions.registry import action
from actions.training import LESSONS
from actions.turn import Turn
from catalog import contacts, service
from catalog.roles import OFFICE, Act, roles_of
from catalog.tables import Contact, ProducerGroup
from catalog.words import Words
from orders import office_book


@action("colleagues")
async def colleagues(turn: Turn, group_id: str = "", number: str = "0") -> None:
    """The contacts of her group; who looks after several groups says of which."""
    if not await admitted_somewhere(turn, "invite"):
        return
    turn.state.ask(None)
    groups = await _groups(turn)
    chosen = groups[0] if len(groups) == 1 else next((group for group in groups if group.id == group_id), None)
    if chosen is not None:
        await _show(turn, chosen, asked(number))
        return
    rows = [
        Option[Phrase](write("colleagues", group.id), Words.read(group.name), Words.read(group.short))
        for group in groups
    ]
    shown = page(rows, asked(number), lambda n: write("colleagues", "-", n))
    turn.reply(Menu(say("colleagues-which-group"), say("office-choose-button"), shown))


async def _groups(turn: Turn) -> list[ProducerGroup]:
    """The groups whose contacts she may look after."""
    mine = await contacts.able(turn.db, turn.person.id, "invite")
    if not any(one.group_id == OFFICE for one in mine):
        return [await turn.db.get_one(ProducerGroup, one.group_id) for one in mine]
    groups = list(await service.groups(turn.db))
    if any(contacts.may(one.role, "appoint") for one in mine):
        groups.append(await turn.db.get_one(ProducerGroup, OFFICE))
    return groups


async def _show(turn: Turn, group: ProducerGroup, number: int = 0) -> None:
    rows = [Option[Phrase](write("colleague_roles", group.id), say("colleagues-invite"))]
    for one in await contacts.invited(turn.db, group.id):
        label = say("colleagues-row", who=forms.role(one.role), number=str(one.id))
        rows.append(Option(write("colleague", one.id), label, None, _standing(one)))
    shown = page(rows, number, lambda n: write("colleagues", group.id, n))
    turn.reply(Menu(say("colleagues-of", group=Words.read(group.name)), say("office-choose-button"), shown))


def _standing(one: Contact) -> Phrase:
    state = "suspended" if one.suspended_at else "joined" if one.person_id is not None else "invited"
    return say("colleagues-standing", state=state)


@action("colleague_roles")
async def colleague_roles(turn: Turn, group_id: str = "") -> None:
    """The roles she may give a code for."""
    group = await turn.db.get(ProducerGroup, group_id)
    roles = roles_of(group.id, group.kind) if group else ()
    able = [role for role in roles if await contacts.appointer(turn.db, turn.person.id, "invite", group_id, role)]
    if group is None or not able:
        await _not_hers(turn, "invite")
        return
    options = tuple(
        Option[Phrase](write("colleague_invite", group_id, role), forms.role(role), say("colleagues-role", who=role))
        for role in able
    )
    turn.reply(Buttons(say("colleagues-as-what", group=Words.read(group.name)), options))


@action("colleague_invite")
async def colleague_invite(turn: Turn, group_id: str = "", role: str = "") -> None:
    """A one-time code for one person; it is shown once and only its hash is kept."""
    mine = await contacts.appointer(turn.db, turn.person.id, "invite", group_id, role)
    group = await turn.db.get(ProducerGroup, group_id)
    if mine is None or group is None or role not in roles_of(group_id, group.kind):
        await _not_hers(turn, "invite")
        return
    code = await contacts.new_invite(turn.db, group_id, role, turn.now)
    await office_book.note(turn.db, actor(mine), "invite", f"{group_id} {role}", None, turn.now)
    body = say("colleagues-code", code=code, who=forms.role(role), group=Words.read(group.name))
    turn.reply(Buttons(body, (_back(group_id),)))


@action("colleague")
async def colleague(turn: Turn, contact_id: str = "") -> None:
    """One contact, and what may be done about it."""
    one = await _hers(turn, contact_id, "invite")
    if one is None:
        return
    group = await turn.db.get_one(ProducerGroup, one.group_id)
    body = lines(
        say("colleagues-one", who=forms.role(one.role), group=Words.read(group.name)),
        _standing(one),
        say(
            "training-so-far",
            lessons=str(one.lessons),
            of=str(len(LESSONS)),
            practised=str(one.practised_at is not None),
        ),
    )
    options = (
        forms.button("colleagues-fresh", "colleague_code", one.id),
        forms.button("colleagues-revoke", "colleague_revoke", one.id),
        _back(one.group_id),
    )
    may = await contacts.appointer(turn.db, turn.person.id, "revoke", one.group_id, one.role)
    turn.reply(Buttons(body, options if may and one.person_id != turn.person.id else options[2:]))


@action("colleague_code")
async def colleague_code(turn: Turn, contact_id: str = "") -> None:
    """A fresh code for a contact that must confirm anew; from now on it may do nothing without it."""
    one = await _hers(turn, contact_id, "revoke")
    if one is None:
        return
    if one.suspended_at is None:
        await contacts.suspend(turn.db, one, "office", turn.now)
        turn.later(f"drop_unsent:{one.id}:{turn.now.isoformat()}", "drop_unsent", turn.now, contact=one.id)
    mine = await contacts.appointer(turn.db, turn.person.id, "revoke", one.group_id, one.role)
    assert mine is not None, "looked up by _hers"
    code = await contacts.fresh_code(turn.db, one, turn.now)
    await office_book.note(turn.db, actor(mine), "fresh_code", f"{one.group_id} {one.role}", str(one.id), turn.now)
    group = await turn.db.get_one(ProducerGroup, one.group_id)
    body = say("colleagues-code", code=code, who=forms.role(one.role), group=Words.read(group.name))
    turn.reply(Buttons(body, (_back(one.group_id),)))


@action("colleague_revoke")
async def colleague_revoke(turn: Turn, contact_id: str = "", sure: str = "") -> None:
    """Ends a contact's rights, and its unused code; asked once more first."""
    one = await _hers(turn, contact_id, "revoke")
    if one is None:
        return
    group = await turn.db.get_one(ProducerGroup, one.group_id)
    who, called = forms.role(one.role), Words.read(group.name)
    if sure != "yes":
        yes = forms.button("colleagues-revoke", "colleague_revoke", one.id, "yes")
        turn.reply(Buttons(say("colleagues-revoke-sure", who=who, group=called), (yes, _back(one.group_id))))
        return
    mine = await contacts.appointer(turn.db, turn.person.id, "revoke", one.group_id, one.role)
    assert mine is not None, "looked up by _hers"
    await contacts.revoke(turn.db, one.id)
    await office_book.note(turn.db, actor(mine), "revoke", f"{one.group_id} {one.role}", str(one.id), turn.now)
    turn.reply(Buttons(say("colleagues-revoked", who=who, group=called), (_back(one.group_id),)))


async def _hers(turn: Turn, contact_id: str, act: Act) -> Contact | None:
    """An active contact that she may do this about, but not herself; else she is answered here."""
    one = await turn.db.get(Contact, int(contact_id)) if contact_id.isdecimal() else None
    if one is None or not await contacts.appointer(turn.db, turn.person.id, act, one.group_id, one.role):
        await _not_hers(turn, act)
        return None
    if not one.active or (act == "revoke" and one.person_id == turn.person.id):
        turn.reply(Text(say("colleagues-gone" if not one.active else "colleagues-not-yourself")))
        return None
    return one


async def _not_hers(turn: Turn, act: Act) -> None:
    await refuse(turn, await contacts.of_person(turn.db, turn.person.id), act, say("producer-not-joined"))


def _back(group_id: str) -> Option[Phrase]:
    return forms.button("colleagues-back", "colleagues", group_id)
