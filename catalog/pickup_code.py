"""The shape of the code by which goods are fetched: "A7C-4FK", found in a message. Pure."""

import re
import secrets
import unicodedata
from collections.abc import Callable, Sequence

from catalog.codes import ALPHABET

LENGTH = 6
_CODE = re.compile(rf"(?:CODE|कोड)?[\s:\-]*([{ALPHABET}]{{3}})[\s\-‐-―]?([{ALPHABET}]{{3}})[\s.!।]*")


def new_pickup_code(choice: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """Six characters, told in two groups of three; no word and no order's number looks like one."""
    while True:
        code = "".join(choice(ALPHABET) for _ in range(LENGTH))
        if _mixed(code):
            return code


def pickup_code(text: str) -> str | None:
    """The code that a message is, without its dash; None when it is anything else."""
    found = _CODE.fullmatch(unicodedata.normalize("NFKC", text[:60]).upper().strip())
    code = found[1] + found[2] if found else ""
    return code if _mixed(code) else None


def shown(code: str) -> str:
    return f"{code[:3]}-{code[3:]}"


def _mixed(code: str) -> bool:
    """At least two digits and two letters; not what an order's number (HT-4367) or a printed code (QR) begins with."""
    digits = sum(letter.isdigit() for letter in code)
    return 2 <= digits <= LENGTH - 2 and not code.startswith(("HT", "QR"))
