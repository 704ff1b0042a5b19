"""UPI: the address that opens a payment in any UPI app, and what people write of one. Pure.

Source: NPCI, "UPI Linking Specifications": pa (whom), pn (his name), am (rupees, two decimals), cu, tr (reference, at
most 35 characters), tn (note). Apps differ in what they forgive, so only unreserved characters stand unescaped.
"""

import re
from urllib.parse import parse_qsl, quote, urlsplit

LONGEST_REFERENCE = 35
LONGEST_NOTE = 50
MOST_PAISE = 1_00_000_00  # NPCI: ₹1 lakh in one payment, for most payees
_VPA = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,63}@[A-Za-z][A-Za-z0-9]{1,63}", re.ASCII)
_REFERENCE = re.compile(r"[A-Za-z0-9]{1,35}", re.ASCII)
_UTR = re.compile(r"(?<!\d)\d{12}(?!\d)", re.ASCII)
_DIGITS = {0x0966 + n: ord(str(n)) for n in range(10)}


def vpa(text: str) -> str | None:
    """A UPI address as it is compared and written, "shop@bank"; None for what cannot be one (an e-mail address)."""
    said = text.strip().lower()
    return said if _VPA.fullmatch(said) else None


def link(pa: str, pn: str, paise: int, tr: str, tn: str) -> str:
    """Raises ValueError for an address, a reference or an amount that UPI does not take."""
    if vpa(pa) is None or not _REFERENCE.fullmatch(tr) or not 0 < paise <= MOST_PAISE:
        raise ValueError(f"no UPI payment of {paise} paise to {pa!r} as {tr!r}")
    fields = {
        "pa": pa,
        "pn": pn,
        "am": f"{paise // 100}.{paise % 100:02d}",
        "cu": "INR",
        "tr": tr,
        "tn": tn[:LONGEST_NOTE],
    }
    # "@" as it is: several apps read "%40" as a part of the name.
    safe = {"pa": "@"}
    return "upi://pay?" + "&".join(f"{name}={quote(said, safe=safe.get(name, ''))}" for name, said in fields.items())


def read(address: str) -> dict[str, str]:
    """What an app reads in such an address. Raises ValueError for another one."""
    parts = urlsplit(address)
    if (parts.scheme, parts.netloc) != ("upi", "pay"):
        raise ValueError(f"no UPI payment: {address!r}")
    return dict(parse_qsl(parts.query, strict_parsing=True))


def reference(number: str, payment: int, revision: int) -> str:
    """What the bank sends back: letters and digits only, the same payment with another amount is another reference.
    "HT-1001", payment 7, asked the second time: "HT1001P7R2"."""
    made = f"{re.sub(r'[^A-Za-z0-9]', '', number)}P{payment}R{revision}"
    if not _REFERENCE.fullmatch(made):
        raise ValueError(f"no reference: {made!r}")
    return made


def revision(of: str) -> int:
    return int(of.rpartition("R")[2])


def references_in(text: str) -> list[str]:
    """Our references in what a bank or a gateway writes, in any case."""
    return [found.upper() for found in re.findall(r"(?i)(?<![A-Z0-9])HT\d{1,12}P\d{1,12}R\d{1,6}(?![A-Z0-9])", text)]


def payment_id(of: str) -> int:
    """Which payment one of our references is about, whatever its revision."""
    return int(of.rpartition("R")[0].rpartition("P")[2])


def utr_in(text: str) -> str | None:
    """The one 12-digit number (RRN) by which a bank finds a UPI payment; None when there is none, or several."""
    found = set(_UTR.findall(text.translate(_DIGITS)))
    return found.pop() if len(found) == 1 else None
