"""What a buyer's money did, as a few bytes that are signed and printed as one code. Pure.

    1 byte   version
    varint   number of the order (4827 of HT-4827)
    varint   days since EPOCH: the Indian day on which the books stood so
    per cell: 1 byte place in CELLS (+128 when people are told), varint paise, [varint people]

A varint is seven bits a byte, the lowest first, the highest bit set on all but the last. The signature (Ed25519, 64
bytes) follows in the code; both together are base64url without padding.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

VERSION = 1
EPOCH = date(2020, 1, 1)
SIGNATURE = 64
# The order is part of the format: new cells come at the end. "group": whose members or makers are too few, or not
# counted, to be told apart; "unshared": no rule says yet.
CELLS = ("wages", "victims", "staff", "society", "materials", "members", "group", "unshared", "tax", "delivery")
_TOLD = 128


class NotACode(ValueError):
    """Not written by this module."""


@dataclass(frozen=True)
class Cell:
    """`paise` for `name`; among how many people, where that may be told."""

    name: str
    paise: int
    people: int | None = None


@dataclass(frozen=True)
class Receipt:
    """Where the money of an order went, as the books stood on an Indian day."""

    order: str
    day: date
    cells: tuple[Cell, ...]

    @property
    def paise(self) -> int:
        """All of it: what the buyer paid."""
        return sum(cell.paise for cell in self.cells)


def packed(receipt: Receipt) -> bytes:
    """The signed bytes. Raises ValueError for what the format cannot hold."""
    out = bytearray([VERSION])
    _put(out, int(receipt.order.removeprefix("HT-")))
    _put(out, (receipt.day - EPOCH).days)
    for cell in sorted(receipt.cells, key=lambda one: CELLS.index(one.name)):
        out.append(CELLS.index(cell.name) | (_TOLD if cell.people is not None else 0))
        _put(out, cell.paise)
        if cell.people is not None:
            _put(out, cell.people)
    return bytes(out)


def unpacked(data: bytes) -> Receipt:
    """Raises NotACode unless `data` is exactly what `packed` makes."""
    stream = iter(data)
    try:
        if next(stream) != VERSION:
            raise NotACode("another version")
        order, day = f"HT-{_take(stream)}", EPOCH + timedelta(days=_take(stream))
        cells = []
        for mark in stream:
            paise = _take(stream)
            cells.append(Cell(CELLS[mark % _TOLD], paise, _take(stream) if mark & _TOLD else None))
        receipt = Receipt(order, day, tuple(cells))
        if packed(receipt) != data:
            raise NotACode("not in its one form")
    except (StopIteration, IndexError, OverflowError) as cut:
        raise NotACode("cut short or too long") from cut
    return receipt


def code(data: bytes, signature: bytes) -> str:
    return urlsafe_b64encode(data + signature).decode().rstrip("=")


def parts(text: str) -> tuple[bytes, bytes]:
    """The signed bytes and the signature in a code. Raises NotACode."""
    typed = text.strip()
    if not typed.isascii() or len(typed) > 400:
        raise NotACode("not a code")
    try:
        raw = urlsafe_b64decode(typed + "=" * (-len(typed) % 4))
    except ValueError as wrong:
        raise NotACode("not a code") from wrong
    if len(raw) <= SIGNATURE or code(raw[:-SIGNATURE], raw[-SIGNATURE:]) != typed:
        raise NotACode("not a code")
    return raw[:-SIGNATURE], raw[-SIGNATURE:]


def _put(out: bytearray, number: int) -> None:
    if number < 0:
        raise ValueError("nothing below nothing is told")
    while number > 127:
        out.append(number % 128 | 128)
        number //= 128
    out.append(number)


def _take(stream: Iterator[int]) -> int:
    number = 0
    for at in range(6):
        byte = next(stream)
        number |= (byte & 127) << (7 * at)
        if byte < 128:
            return number
    raise NotACode("a number too large")
