"""The words and figures of a bill, ready to be placed: bot/print/bill.typ only sets them."""

from datetime import date
from typing import Any, Literal

from bot.print.paper import pages
from bot.speech import clean, rupees, speech
from catalog.in_words import in_words
from catalog.money import Quantity
from catalog.words import Language
from orders.document_tables import IssuedDocument

HEADS = ("number", "day", "order", "seller", "buyer", "gstin", "enrolment", "place", "item", "hsn", "qty", "price",
         "value", "tax", "amount", "cgst", "sgst", "igst", "delivery", "total", "signature")  # fmt: skip
TAXES = ("cgst", "sgst", "igst")


def bill(row: IssuedDocument, language: Language, form: Literal["pdf", "png"]) -> list[bytes]:
    """The paper as it was issued: one PDF, or a PNG for each page."""
    return pages("bill", placed(row.data, language), row.at, form)


def beside(language: Language) -> Language:
    """The second language of a paper: the law is read in English, by many buyers in Hindi."""
    return "hi" if language == "en" else "en"


def placed(data: dict[str, Any], language: Language) -> dict[str, Any]:
    """All that is on the page, each word in both languages."""
    other = beside(language)

    def both(key: str, **args: str) -> list[str]:
        said = [speech().text(f"print-{key}", one, args) for one in (language, other)]
        return said if said[0] != said[1] else said[:1]

    taxed = any(line["rate_bp"] is not None for line in data["lines"])
    sums = {tax: sum(line[f"{tax}_paise"] for line in data["lines"]) for tax in TAXES}
    return {
        "head": {key: both(key) for key in HEADS},
        "title": both("title", kind=data["kind"]),
        "number": data["number"],
        "day": f"{date.fromisoformat(data['day']):%d-%m-%Y}",
        "order": data["order"],
        "practice": both("practice") if data["practice"] else [],
        "seller": _seller(data["seller"], language, other),
        "buyer": _buyer(data["buyer"]),
        "place": _state(data["place_of_supply"]) if data["kind"] == "invoice" else "",
        "taxed": taxed,
        "rows": [_row(line, language) for line in data["lines"]],
        "value": rupees(sum(line["taxable_paise"] for line in data["lines"])),
        "taxes": [[tax, rupees(paise)] for tax, paise in sums.items() if paise],
        "delivery": rupees(data["delivery_paise"]) if data["delivery_paise"] else "",
        "total": rupees(data["total_paise"]),
        "words": [_written(data["total_paise"], one) for one in (language, other)],
        "notes": _notes(data, taxed, both),
    }


def _notes(data: dict[str, Any], taxed: bool, both: Any) -> list[list[str]]:
    if data["seller"]["composition"]:
        return [both("composition")]
    return [both("taxed")] if taxed else [both("untaxed", status=data["kind"])]


def _seller(seller: dict[str, Any], language: Language, other: Language) -> dict[str, Any]:
    names = [seller["name"].get(one) or seller["name"]["en"] for one in (language, other)]
    address = ", ".join(part for part in (seller["address"], _state(seller["state"]), seller["pincode"]) if part)
    return {"names": list(dict.fromkeys(names)), "address": clean(address), "gstin": seller["gstin"] or "",
            "enrolment": seller["enrolment"] or ""}  # fmt: skip


def _buyer(buyer: dict[str, Any]) -> dict[str, str]:
    end = " ".join(part for part in (_state(buyer["state"]), buyer["pincode"]) if part)
    where = ", ".join(part for part in (buyer["line"], buyer["district"], end) if part)
    return {"name": clean(buyer["name"]), "address": clean(where)}


def _state(name: str | None) -> str:
    """The post writes HIMACHAL PRADESH."""
    return name.title() if name and name.isupper() else name or ""


def _row(line: dict[str, Any], language: Language) -> dict[str, str]:
    rate, tax = line["rate_bp"], sum(line[f"{tax}_paise"] for tax in TAXES)
    return {
        "name": line["name"].get(language) or line["name"]["en"],
        "hsn": line["hsn"] or "",
        "qty": speech().quantity(Quantity(line["qty_milli"], line["unit"]), language),
        "price": rupees(line["unit_price_paise"]),
        "value": rupees(line["taxable_paise"]),
        "rate": "" if rate is None else f"{rate / 100:g}%",
        "tax": "" if rate is None else rupees(tax),
        "amount": rupees(line["amount_paise"]),
    }


def _written(paise: int, language: Language) -> str:
    whole, rest = divmod(paise, 100)
    small = in_words(rest, language) if rest else "none"
    return speech().text("print-words", language, {"rupees": in_words(whole, language), "paise": small})
