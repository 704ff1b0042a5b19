"""Which of the three ways of writing a person is answered in. Pure."""

from catalog.joining_code import joining_code
from catalog.pickup_code import pickup_code
from catalog.spelling import script, tokens
from catalog.words import Language

_OF_SCRIPT: dict[str, Language] = {"deva": "hi", "latin_hi": "hi-Latn", "en": "en"}


def language_after(current: Language, text: str, *, first: bool) -> Language:
    """Her first words set the language; later ones change it only when they are plainly another way of writing
    (three words or more): one borrowed word, a name or an address never does."""
    written = script(text)
    if joining_code(text) or pickup_code(text):
        return current  # a code is nobody's language
    if written not in _OF_SCRIPT:
        return current
    words = [token for token in tokens(text) if not token.isdigit()]
    if not words:
        return current
    if first or (len(words) >= 3 and _clear(written, current, len(words))):
        return _OF_SCRIPT[written]
    return current


def _clear(written: str, current: Language, words: int) -> bool:
    # Romanised Hindi borrows so many English words that English must be a longer sentence to be believed.
    return not (written == "en" and current == "hi-Latn") or words >= 5
