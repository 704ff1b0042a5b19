"""The shape of a joining code: "ACDEF-34679", found in whatever was written around it. Pure."""

import re
import unicodedata

from catalog.codes import ALPHABET

LENGTH = 10
_CODE = re.compile(rf"(?<![A-Z0-9])([{ALPHABET}]{{5}})[\s\-‐-―]?([{ALPHABET}]{{5}})(?![A-Z0-9])")


def joining_code(text: str) -> str | None:
    """A joining code anywhere in a message, without its dash; None when nothing there looks like one.

    Codes hold digits and letters both, so that neither a phone number nor a word is taken for one."""
    found = _CODE.search(unicodedata.normalize("NFKC", text[:200]).upper())
    if found is None:
        return None
    code = found[1] + found[2]
    return code if sum(c.isdigit() for c in code) >= 2 and sum(c.isalpha() for c in code) >= 3 else None
