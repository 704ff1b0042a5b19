"""The shape of a linking code, "LINK-34679ACDEF", found in a message. Pure."""

import re
import unicodedata

from catalog.codes import ALPHABET

LENGTH = 10
_CODE = re.compile(rf"\bLINK[\s\-]*([{ALPHABET}]{{{LENGTH}}})(?![A-Z0-9])")


def link_code(text: str) -> str | None:
    """The code in a message, None when there is none."""
    found = _CODE.search(unicodedata.normalize("NFKC", text[:200]).upper())
    return found[1] if found else None
