"""Who may answer for a group: invitations by a one-time code, joining, roles and what each may do.

A right comes from the row that ties a person to a group, never from what she writes or taps. Services flush;
the caller commits.
"""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.codes import ALPHABET
from catalog.joining_code import LENGTH, joining_code
from catalog.roles import MAY, OFFICE, PRISON, ROLES, Act, appoints, may, roles_of
from catalog.tables import Contact, Invite, JoinGuess, ProducerGroup

VALID_FOR = timedelta(days=7)
GUESSES_A_DAY = 5

Refusal = Literal["not_valid", "too_many"]
Doubt = Literal["number", "silent", "office"]
"""Why a contact must confirm anew: her number changed, she has not written for long, the office asks for it."""
_ACTS = Contact.active, Contact.suspended_at.is_(None)

__all__ = ["MAY", "OFFICE", "PRISON", "ROLES", "Act", "may"]


def _new_code() -> str:
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        if joining_code(code):
            return code


def _hash(code: str) -> str:
    # Slow on purpose: a stolen table must not give its codes away within their week.
    return hashlib.scrypt(code.encode(), salt=b"haat invite", n=2**14, r=8, p=1, dklen=32).hex()


async def new_invite(db: AsyncSession, group_id: str, role: str, now: datetime) -> str:
    """A code like "ACDEF-34679" by which one person may join a group in a role, once, within a week.

    Only its hash is kept. Raises ValueError for an unknown group, or a role that it has not."""
    group = await db.get(ProducerGroup, group_id)
    if group is None:
        raise ValueError(f"no group {group_id}")
    if role not in roles_of(group_id, group.kind):
        raise ValueError(f"no role {role} in group {group_id}")
    contact = Contact(group_id=group_id, person_id=None, role=role, active=True, joined_at=None)
    db.add(contact)
    await db.flush()
    return await _code_for(db, contact, now)


async def _code_for(db: AsyncSession, contact: Contact, now: datetime) -> str:
    code = _new_code()
    db.add(
        Invite(code_hash=_hash(code), contact_id=contact.id, created_at=now, expires_at=now + VALID_FOR, used_at=None)
    )
    await db.flush()
    return f"{code[:5]}-{code[5:]}"


async def suspend(db: AsyncSession, contact: Contact, why: Doubt, now: datetime) -> None:
    """The contact may do nothing, and is sent nothing, until a fresh code is written; codes given before are void."""
    contact.suspended_at, contact.doubt = now, why
    await _void(db, contact, now)


async def fresh_code(db: AsyncSession, contact: Contact, now: datetime) -> str:
    """A code for a suspended contact; whoever writes it answers for the group in that role from then on.

    Raises ValueError for a contact that is not suspended."""
    if not contact.active or contact.suspended_at is None:
        raise ValueError(f"contact {contact.id} is not suspended")
    await _void(db, contact, now)
    return await _code_for(db, contact, now)


async def _void(db: AsyncSession, contact: Contact, now: datetime) -> None:
    unused = Invite.contact_id == contact.id, Invite.used_at.is_(None), Invite.expires_at > now
    await db.execute(update(Invite).where(*unused).values(expires_at=now))
    await db.flush()


async def join(db: AsyncSession, person_id: int, text: str, now: datetime) -> Contact | Refusal:
    """Binds the person to the group her message's code was made for.

    Unknown, used and expired codes get one and the same refusal, so that guesses teach nothing; who has
    guessed `GUESSES_A_DAY` times is not listened to for a day. The same person's second try with her own
    code gives her contact again."""
    recent = select(func.count()).where(JoinGuess.person_id == person_id, JoinGuess.at > now - timedelta(days=1))
    if (await db.scalar(recent) or 0) >= GUESSES_A_DAY:
        return "too_many"
    code = joining_code(text)
    contact = await _redeem(db, person_id, code, now) if code else None
    if contact is None:
        db.add(JoinGuess(person_id=person_id, at=now))
        await db.flush()
        return "not_valid"
    return contact


async def _redeem(db: AsyncSession, person_id: int, code: str, now: datetime) -> Contact | None:
    invite = await db.get(Invite, _hash(code))
    contact = await db.get(Contact, invite.contact_id) if invite else None
    if invite is None or contact is None or not contact.active:
        return None
    if contact.person_id == person_id and contact.suspended_at is None:
        return contact
    taken = await db.execute(
        update(Invite)
        .where(Invite.code_hash == invite.code_hash, Invite.used_at.is_(None), Invite.expires_at > now)
        .values(used_at=now)
    )
    if taken.rowcount != 1:  # type: ignore[attr-defined]
        return None
    contact.person_id, contact.joined_at = person_id, now
    contact.suspended_at, contact.doubt = None, None
    await db.flush()
    return contact


async def of_group(db: AsyncSession, group_id: str, act: Act | None = None) -> Sequence[Contact]:
    """Joined, confirmed contacts of a group who may do `act` (all of them when None), oldest first."""
    group = await db.get(ProducerGroup, group_id)
    rows = await db.scalars(
        select(Contact).where(Contact.group_id == group_id, *_ACTS, Contact.person_id.is_not(None)).order_by(Contact.id)
    )
    kind = group.kind if group else None
    return [contact for contact in rows if act is None or may(contact.role, act, kind)]


async def invited(db: AsyncSession, group_id: str) -> Sequence[Contact]:
    """Every active contact of a group, joined or only invited, oldest first."""
    rows = await db.scalars(select(Contact).where(Contact.group_id == group_id, Contact.active).order_by(Contact.id))
    return rows.all()


async def standing(db: AsyncSession, contact_id: int) -> Contact | None:
    """A contact that may act; None for any other number."""
    contact = await db.get(Contact, contact_id)
    return contact if contact is not None and contact.active and contact.suspended_at is None else None


async def of_person(db: AsyncSession, person_id: int) -> Sequence[Contact]:
    """What a person answers for; empty for somebody who only buys."""
    rows = await db.scalars(select(Contact).where(Contact.person_id == person_id, *_ACTS).order_by(Contact.id))
    return rows.all()


async def suspended(db: AsyncSession, person_id: int) -> Sequence[Contact]:
    """What she would answer for, had she written a fresh code."""
    hers = Contact.person_id == person_id, Contact.active, Contact.suspended_at.is_not(None)
    return (await db.scalars(select(Contact).where(*hers).order_by(Contact.id))).all()


async def allowed(db: AsyncSession, person_id: int, group_id: str, act: Act) -> Contact | None:
    """The contact by which this person may do this for this group; None when she may not."""
    return next((c for c in await of_group(db, group_id, act) if c.person_id == person_id), None)


async def able(db: AsyncSession, person_id: int, act: Act) -> Sequence[Contact]:
    """The contacts by which this person may do this, one for each group where she may."""
    found: dict[str, Contact] = {}
    for contact in await of_person(db, person_id):
        group = await db.get(ProducerGroup, contact.group_id)
        if may(contact.role, act, group.kind if group else None):
            found.setdefault(contact.group_id, contact)
    return list(found.values())


async def appointer(db: AsyncSession, person_id: int, act: Act, group_id: str, role: str) -> Contact | None:
    """The contact by which this person may bring in (`act` "invite") or send away ("revoke") one of `role` in the
    group: a contact of that group, or of the office. None when she may not."""
    kind = await db.scalar(select(ProducerGroup.kind).where(ProducerGroup.id == group_id))
    mine = [c for c in await of_person(db, person_id) if c.group_id in (group_id, OFFICE)]
    return next((c for c in mine if kind is not None and appoints(c.role, act, kind, role)), None)


async def revoke(db: AsyncSession, contact_id: int) -> bool:
    """Ends a contact's rights and its unused code at once; False when there is no such active contact."""
    contact = await db.get(Contact, contact_id)
    if contact is None or not contact.active:
        return False
    contact.active = False
    await db.flush()
    return True
