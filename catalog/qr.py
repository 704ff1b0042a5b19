"""Printed codes: eight characters that cannot be misread, kept in the database, drawn as QR images.

The image holds only the short redirect `<base>/q/<code>`: a wa.me link with Hindi text would need a code so fine
that a 25 mm print is not read any more.
"""

import io
from datetime import datetime
from typing import Any

import qrcode
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_M
from qrcode.image.pil import PilImage
from qrcode.image.svg import SvgPathFillImage
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalog.codes import is_code, new_code
from catalog.tables import ProducerGroup, Product, QrCode, Scan

LABEL_LENGTH = 120


def address(base_url: str, code: str) -> str:
    """What the image holds."""
    return f"{base_url.rstrip('/')}/q/{code}"


# --- images


def _drawn(text: str, correction: int) -> "qrcode.QRCode[Any]":
    made: qrcode.QRCode[Any] = qrcode.QRCode(error_correction=correction, box_size=12, border=4)
    made.add_data(text)
    made.make(fit=True)
    return made


def png(text: str, strong: bool = True) -> bytes:
    """Black on white with four white modules around: on a dark sheet a code without them is not read.

    `strong`: error correction H (read with 15 % of the print gone), else M."""
    out = io.BytesIO()
    image = _drawn(text, ERROR_CORRECT_H if strong else ERROR_CORRECT_M).make_image(
        image_factory=PilImage, fill_color="black", back_color="white"
    )
    image.save(out, "PNG")
    return out.getvalue()


def svg(text: str, strong: bool = True) -> bytes:
    """The same for print, with its white ground in it."""
    made = _drawn(text, ERROR_CORRECT_H if strong else ERROR_CORRECT_M)
    return bytes(made.make_image(image_factory=SvgPathFillImage).to_string(encoding="utf-8"))


# --- the codes of this shop; services flush, never commit


async def make(
    db: AsyncSession,
    now: datetime,
    *,
    sku: str | None = None,
    stall: str | None = None,
    group_id: str | None = None,
    label: str | None = None,
) -> QrCode:
    """A code for a product, or for a stall (of one group's goods, or of everything).

    Raises ValueError unless it is for exactly one of the two, LookupError for an unknown product or group."""
    if (sku is None) == (stall is None):
        raise ValueError("a code is for a product or for a stall")
    if sku is not None and await db.get(Product, sku) is None:
        raise LookupError(f"no product {sku}")
    if group_id is not None and await db.get(ProducerGroup, group_id) is None:
        raise LookupError(f"no group {group_id}")
    code = new_code()
    while await db.get(QrCode, code) is not None:
        code = new_code()
    named = (label or sku or stall or "")[:LABEL_LENGTH]
    row = QrCode(code=code, sku=sku, stall=stall, group_id=group_id, label=named, created_at=now)
    db.add(row)
    await db.flush()
    return row


async def find(db: AsyncSession, code: str) -> QrCode | None:
    """As printed or as typed (any case); None for one we never made."""
    typed = code.strip().upper()
    return await db.get(QrCode, typed) if is_code(typed) else None


async def scanned(db: AsyncSession, code: str, now: datetime, opened: str | None = None) -> Scan:
    """One look at the printed code; `opened` the channel the visitor chose, when known."""
    row = Scan(code=code, at=now, opened=opened)
    db.add(row)
    await db.flush()
    return row


async def counts(db: AsyncSession) -> list[tuple[QrCode, int]]:
    """Every code with its scans, newest first."""
    rows = await db.execute(
        select(QrCode, func.count(Scan.id))
        .outerjoin(Scan, Scan.code == QrCode.code)
        .group_by(QrCode.code)
        .order_by(QrCode.created_at.desc(), QrCode.code)
    )
    return [(code, number) for code, number in rows]
