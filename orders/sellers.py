"""What the office says of those who sell by law. Services flush; the caller commits and notes the act.

A tax status of the office ends what was made up for practice: papers not told with it are then missing.
"""

import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from stdnum.exceptions import ValidationError
from stdnum.in_ import gstin as gstins

from catalog.product import CONFIRMED
from catalog.tables import ProducerGroup, Seller
from orders import phones, pincodes
from orders.eligibility import STATUSES, Rule

WORDS = {"address": (8, 300), "grievance_name": (3, 120), "grievance_role": (3, 80), "grievance_contact": (6, 120)}
"""Facts that are a person's words, with their shortest and longest length."""
WHAT = ("gst_status", "gstin", "pan", "enrolment", "address", "pincode", "phone", "email", "grievance_name",
        "grievance_role", "grievance_contact")  # fmt: skip
_PAPERS = frozenset({"gstin", "pan", "enrolment"})
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(?:\.[^@\s.]+)+")


async def all_sellers(db: AsyncSession) -> list[Seller]:
    return list(await db.scalars(select(Seller).order_by(Seller.id)))


async def tell(db: AsyncSession, seller_id: str, facts: Mapping[str, str]) -> Seller:
    """Takes facts by their names in `WHAT`, all or none. Raises LookupError for an unknown seller, ValueError with
    what is wrong with a fact."""
    row = await db.get(Seller, seller_id)
    if row is None:
        raise LookupError(f"there is no seller {seller_id}")
    for what in sorted(facts, key=WHAT.index):  # the status first: it decides which papers there are
        _take(row, what, " ".join(facts[what].split()))
    await db.flush()
    return row


def _take(row: Seller, what: str, said: str) -> None:
    if what == "gst_status":
        _take_status(row, said)
    elif what in _PAPERS:
        if row.source not in CONFIRMED:
            raise ValueError("the GST status comes first")
        _take_paper(row, what, said)
    elif what in WORDS:
        least, most = WORDS[what]
        if not least <= len(said) <= most:
            raise ValueError(f"between {least} and {most} letters")
        setattr(row, what, said)
    else:
        setattr(row, what, _contact(what, said))


def _take_status(row: Seller, said: str) -> None:
    if said not in STATUSES:
        raise ValueError(f"a GST status is {', '.join(STATUSES)}")
    if row.source not in CONFIRMED or row.gst_status != said:
        row.gstin = row.enrolment = None
        row.pan_on_file = False
    row.gst_status, row.source = said, "officer"


def _take_paper(row: Seller, what: str, said: str) -> None:
    unregistered = row.gst_status == "unregistered"
    if what == "pan":
        if said not in ("yes", "no"):
            raise ValueError("the PAN is on file: yes or no; its number is not kept")
        row.pan_on_file = said == "yes"
    elif what == "enrolment":
        number = said.replace(" ", "").upper()
        if not unregistered:
            raise ValueError("only an unregistered seller has an enrolment number")
        if not (6 <= len(number) <= 20 and number.isascii() and number.isalnum()):
            raise ValueError("an enrolment number has 6 to 20 letters and digits")
        row.enrolment = number
    else:
        if unregistered:
            raise ValueError("an unregistered seller has no GSTIN")
        row.gstin = _gstin(said, row.state)


def _gstin(said: str, state: str) -> str:
    """Checked by form, check digit and the state in its first two digits."""
    try:
        number = str(gstins.validate(said.replace(" ", "").upper()))
    except ValidationError as wrong:
        raise ValueError("this GSTIN has a slip in it: 15 letters and digits, the last one a check") from wrong
    where = str(gstins.info(number)["state"])
    if where.casefold() != state.casefold():
        raise ValueError(f"this GSTIN is of {where}, the seller of {state}")
    return number


def _contact(what: str, said: str) -> str:
    if what == "pincode":
        if not pincodes.areas(said):
            raise ValueError(f"the post knows no PIN code {said}")
        return said
    if what == "phone":
        number = phones.read(said)
        if number is None:
            raise ValueError(f"{said} is no phone number")
        return number
    if what == "email" and _EMAIL.fullmatch(said) and len(said) <= 120:
        return said
    raise ValueError(f"{said} is no {what}")


def wanting(row: Seller, rules: Mapping[str, Rule]) -> tuple[str, ...]:
    """What the law or a careful buyer asks for and nobody has said, in the order in which it is asked."""
    if row.source not in CONFIRMED or row.gst_status is None:
        papers: frozenset[str] = frozenset()
        missing = ["gst_status"]
    else:
        papers, missing = rules[row.gst_status].papers, []
    have: dict[str, Any] = {what: row.pan_on_file if what == "pan" else getattr(row, what) for what in WHAT[1:]}
    return (*missing, *(what for what in WHAT[1:] if not have[what] and (what not in _PAPERS or what in papers)))


async def assign(db: AsyncSession, group_id: str, seller_id: str) -> ProducerGroup:
    """Says who sells what a group makes, e.g. a society for a group that may not sell to other states. Orders that
    were placed keep their seller. Raises LookupError."""
    group, seller = await db.get(ProducerGroup, group_id), await db.get(Seller, seller_id)
    if group is None or seller is None or group_id == "office":
        raise LookupError(f"there is no {'group ' + group_id if seller else 'seller ' + seller_id}")
    group.seller_id = seller.id
    await db.flush()
    return group
