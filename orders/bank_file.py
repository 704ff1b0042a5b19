"""What a bank's statement says has come, read from its CSV. Pure.

Every bank names its columns in its own way, so they are found by the words banks use. Only money that came is read;
a row that cannot be read is named, never guessed.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

_COLUMNS = {
    "utr": ("utr", "rrn", "utr no", "rrn no", "transaction ref", "ref no", "reference no", "bank reference",
            "chq/ref no"),
    "amount": ("credit", "credit amount", "deposit", "deposit amt", "amount", "amount (inr)", "txn amount",
               "cr amount"),
    "note": ("narration", "description", "remarks", "particulars", "note", "transaction remarks", "details", "tr"),
    "direction": ("cr/dr", "dr/cr", "type", "txn type"),
}  # fmt: skip
_RRN = re.compile(r"(?<!\d)\d{12}(?!\d)")


class NotAStatement(ValueError):
    """The file has no column for what came."""


@dataclass(frozen=True)
class Credit:
    """One sum that came, in paise; `row` is its line in the file."""

    row: int
    paise: int
    utr: str | None
    note: str


@dataclass(frozen=True)
class Unread:
    row: int
    why: str


def read(text: str) -> Iterator[Credit | Unread]:
    """Every row that says money has come. Raises NotAStatement."""
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"))))
    head = next((at for at, row in enumerate(rows) if _named(row).keys() >= {"amount"} and len(_named(row)) > 1), None)
    if head is None:
        raise NotAStatement("no row names an amount and a reference or a narration")
    columns = _named(rows[head])
    for number, row in enumerate(rows[head + 1 :], head + 2):
        told = {name: row[at].strip() for name, at in columns.items() if at < len(row)}
        if not told.get("amount") or told.get("direction", "c").lower()[:1] not in ("c", ""):
            continue
        yield _credit(number, told)


def _credit(row: int, told: Mapping[str, str]) -> Credit | Unread:
    amount = re.sub(r"(?i)₹|rs\.?|inr|cr\.?|,|\s", "", told["amount"])
    try:
        paise = Decimal(amount) * 100
    except InvalidOperation:
        return Unread(row, "the amount is no number")
    if not paise.is_finite() or paise != paise.to_integral_value():
        return Unread(row, "the amount is finer than a paisa")
    if paise <= 0:
        return Unread(row, "nothing came")
    note = told.get("note", "")
    found = _RRN.findall(told.get("utr", "")) or _RRN.findall(note)
    return Credit(row, int(paise), found[0] if len(set(found)) == 1 else None, f"{told.get('utr', '')} {note}".strip())


def _named(row: Sequence[str]) -> dict[str, int]:
    """Which column is what, by a row of headings."""
    words = [" ".join(re.sub(r"[._]", " ", cell).lower().split()) for cell in row]
    found = {}
    for name, known in _COLUMNS.items():
        for word in known:
            if word in words:
                found[name] = words.index(word)
                break
    return found
