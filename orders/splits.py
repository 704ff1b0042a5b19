"""How a group's proceeds are to be shared, and how many people each receiver is: said by the office, dated, journalled.

Services flush, never commit. A rule shares what leaves from its day on; what stood unshared until it was entered is
shared by an entry of its own, so that nothing in the books is rewritten.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

import yaml
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog import contacts
from catalog.leaks import tells_of_a_prisoner
from catalog.tables import ProducerGroup
from orders import ledger, office_book
from orders.dates import IST
from orders.ledger import About
from orders.money_tables import Headcount, LedgerEntry, SplitRule
from orders.shares import MEMBER, RECEIVERS, WHOLE, Share, checked
from orders.tables import SellerOrder
from orders.tickets import legible

MEMBERS = "members"  # all members of a self-help group together: a single one is nobody else's business
FEWEST = 5  # a number about fewer people is not published (features X1)
WORDS = Path(__file__).parent.parent / "data" / "receivers.yml"
_SHARE = re.compile(r"(.+?)\s*[:=]?\s*(\d{1,3})(?:\.(\d{1,2}))?\s*(?:%|percent|pratishat|प्रतिशत|फ़ीसदी|फीसदी)?")
_NUMBERED = re.compile(r"(.+?)[ -]*(\d+)")


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    read: dict[str, list[str]] = yaml.safe_load(WORDS.read_text("utf-8"))
    return {spelling.casefold(): to for to, spellings in read.items() for spelling in spellings}


def read_shares(words: str) -> tuple[Share, ...]:
    """ "wages 50, victims 20.5, samiti 29.5" (percent). Raises ValueError unless that is a whole rule."""
    found = []
    for one in filter(None, (piece.strip(" .") for piece in re.split(r"[,;\n]", words))):
        said = _SHARE.fullmatch(one)
        if said is None:
            raise ValueError(f'"{one[:40]}" is no share: wages 50')
        name, whole, part = said.groups()
        found.append({"to": _receiver(name), "bp": int(whole) * 100 + int((part or "0").ljust(2, "0"))})
    return checked(found)


def _receiver(name: str) -> str:
    """The books' name for what the office wrote; what nobody is called is left for `checked` to refuse."""
    said = " ".join(name.casefold().split())
    numbered = _NUMBERED.fullmatch(said)
    if numbered is not None and _names().get(numbered[1]) == "member":
        return f"{MEMBER}{int(numbered[2])}"
    return _names().get(said, said)


def told(shares: Sequence[Share]) -> str:
    """ "wages 50 %, society 50 %"."""
    return ", ".join(f"{share.to} {share.bp * 100 / WHOLE:g} %" for share in shares)


async def set_rule(
    db: AsyncSession, group_id: str, from_day: date, shares: Sequence[Share], source: str, by: str, now: datetime
) -> int:
    """A rule from an Indian day on; returns how many parts that stood unshared are shared by it now.

    Raises LookupError for no such group, ValueError when the shares are no rule or nobody says where it stands."""
    if await db.get(ProducerGroup, group_id) is None:
        raise LookupError(group_id)
    said = [{"to": share.to, "bp": share.bp} for share in shares]
    checked(said)
    paper = legible(source, 200)
    if len(paper) < 3 or tells_of_a_prisoner(paper):
        raise ValueError("a rule names the order or the resolution that says so")
    await ledger.hold_rules(db, group_id, changing=True)
    db.add(SplitRule(group_id=group_id, from_day=from_day, shares=said, source=paper, set_by=by, set_at=now))
    await db.flush()
    await office_book.note(db, by, "split", group_id, f"{from_day}: {told(shares)}", now)
    return await _share_what_waits(db, group_id, now)


async def _share_what_waits(db: AsyncSession, group_id: str, now: datetime) -> int:
    supplied = (
        select(SellerOrder, LedgerEntry.at)
        .join(LedgerEntry, LedgerEntry.seller_order_id == SellerOrder.id)
        .where(LedgerEntry.kind == "supply", LedgerEntry.group_id == group_id)
        .order_by(SellerOrder.id)
    )
    count = 0
    for part, at in (await db.execute(supplied)).all():
        waits = -(await ledger.standing(db, part.id)).get(f"unshared:{group_id}", 0)
        shares = await ledger.shares_on(db, group_id, at)
        if waits <= 0 or not shares:
            continue
        given = {account: -paise for account, paise in ledger.shared(group_id, waits, shares).items()}
        about = About(part.seller_id, group_id, part.order_id, part.id)
        lines = {f"unshared:{group_id}": waits, **given}
        count += await ledger.post(db, "share", f"share:{part.id}", lines, now, about) is not None
    return count


async def groups(db: AsyncSession) -> Sequence[ProducerGroup]:
    """Who makes goods and may have a rule, by id."""
    makers = select(ProducerGroup).where(ProducerGroup.active, ProducerGroup.id != contacts.OFFICE)
    return (await db.scalars(makers.order_by(ProducerGroup.id))).all()


async def rules_of(db: AsyncSession, group_id: str) -> Sequence[SplitRule]:
    """Every rule that was ever said, the oldest first."""
    found = select(SplitRule).where(SplitRule.group_id == group_id).order_by(SplitRule.from_day, SplitRule.id)
    return (await db.scalars(found)).all()


async def count_heads(
    db: AsyncSession, group_id: str, receiver: str, people: int, from_day: date, by: str, now: datetime
) -> None:
    """How many people `receiver` is from a day on. Raises LookupError, ValueError."""
    if await db.get(ProducerGroup, group_id) is None:
        raise LookupError(group_id)
    if receiver not in (*RECEIVERS, MEMBERS) or not 0 <= people < 100_000:
        raise ValueError(f"people are counted for {', '.join((*RECEIVERS, MEMBERS))}")
    db.add(Headcount(group_id=group_id, receiver=receiver, people=people, from_day=from_day, set_by=by, set_at=now))
    await office_book.note(db, by, "headcount", f"{group_id} {receiver}", f"{from_day}: {people}", now)


async def people(db: AsyncSession, group_id: str, receiver: str, at: datetime) -> int | None:
    """How many people `receiver` is on the Indian day of `at`; None when nobody has said, or they are fewer than may
    be told."""
    found = select(Headcount.people).where(
        Headcount.group_id == group_id,
        Headcount.receiver == receiver,
        Headcount.from_day <= at.astimezone(IST).date(),
    )
    said = await db.scalar(found.order_by(Headcount.from_day.desc(), Headcount.id.desc()).limit(1))
    return said if said is not None and said >= FEWEST else None


def is_member(receiver: str) -> bool:
    return receiver.startswith(MEMBER)
