"""What a printed code looks like, and finding one in a message. Pure."""

import re
import secrets
import unicodedata
from collections.abc import Callable, Sequence

# Without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V: what is printed must survive being read aloud and typed.
ALPHABET = "34679ACDEFGHJKMNPQRTWXY"
LENGTH = 8
_CODE = re.compile(rf"[{ALPHABET}]{{{LENGTH}}}")
_MARKED = re.compile(rf"\bQR[\s:\-]*([{ALPHABET}]{{{LENGTH}}})(?![A-Z0-9])")


def new_code(choice: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """Eight characters with at least two digits and two letters, so that no word of a message looks like one."""
    while True:
        code = "".join(choice(ALPHABET) for _ in range(LENGTH))
        if _mixed(code):
            return code


def is_code(text: str) -> bool:
    """Whether it has the shape of one; whether we printed it, the database knows."""
    return bool(_CODE.fullmatch(text)) and _mixed(text)


def code_in(text: str, *, alone: bool = True) -> str | None:
    """The code in a message, upper case: after the word QR, as our prefilled text has it, or (unless `alone` is
    off, for an answer that may look like one) standing by itself."""
    typed = unicodedata.normalize("NFKC", text[:400]).upper()
    marked = _MARKED.search(typed)
    if marked and _mixed(marked[1]):
        return marked[1]
    by_itself = typed.strip()
    return by_itself if alone and is_code(by_itself) else None


def _mixed(code: str) -> bool:
    digits = sum(letter.isdigit() for letter in code)
    return 2 <= digits <= LENGTH - 2
