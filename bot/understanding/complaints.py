"""What is said to be wrong in the order's form, with what it should be: "naam galat hai, Anita likho". Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.understanding.contacts import codes
from bot.understanding.people import not_a_name
from catalog.lexicon import listed, phrases
from catalog.spelling import tokens
from catalog.utterance import Word, cut

_NOT = frozenset(["nahi", "nahin", "nhi", "nai", "not", "नहीं", "नही"])
_NEAR = 4  # words between the part and that it is wrong
_CODES = frozenset(["phone", "pincode"])


@dataclass(frozen=True)
class Complaint:
    """A part of the form and the words that tell it anew: typed text from `start` to `end`."""

    part: str
    start: int
    end: int


def complaint(text: str) -> Complaint | None:
    """None when nothing is said to be wrong, or not what is right."""
    words = cut(text)
    texts = tuple(word.text for word in words)
    return _wrong(words, texts) or _not_this(text, words, texts)


def _wrong(words: Sequence[Word], texts: Sequence[str]) -> Complaint | None:
    """ "naam galat hai, Anita likho", "change my number to 94180…", "address badlo: ward 5"."""
    wrong = [(start, end) for start, end, _ in phrases("changing").find(texts)]
    for _, end, part in phrases("form_parts").find(texts):
        near = [one for one in wrong if -_NEAR <= one[0] - end <= _NEAR]
        if near:
            return _told(words, texts, part, max(end, *(one[1] for one in near)))
        refused = next((at for at in range(end, min(len(texts), end + 6)) if texts[at] in _NOT), None)
        if refused is not None and part == "name":
            instead = _told(words[:refused], texts[:refused], part, end) if texts[refused] == "not" else None
            # "my name is Anita, not Sunita"; "naam Sunita nahi Anita hai"
            return instead or _told(words, texts, part, refused + 1)
    return None


def _not_this(text: str, words: Sequence[Word], texts: Sequence[str]) -> Complaint | None:
    """ "9816012345 nahi 9418012345": the second number counts."""
    found = [code for code in codes(text, None, None) if code.kind in _CODES]
    for one, other in pairwise(found):
        between = [at for at, word in enumerate(words) if one.end <= word.start and word.end <= other.start]
        if one.kind == other.kind and any(texts[at] in _NOT for at in between):
            return Complaint(one.kind, other.start, len(text))
    return None


def _told(words: Sequence[Word], texts: Sequence[str], part: str, start: int) -> Complaint | None:
    end = len(words)
    while start < end and texts[start] in _around():
        start += 1
    while end > start and texts[end - 1] in _around():
        end -= 1
    if start == end or (part == "name" and any(not_a_name(word) for word in texts[start:end])):
        return None
    return Complaint(part, words[start].start, words[end - 1].end)


@lru_cache(maxsize=1)
def _around() -> frozenset[str]:
    """Verbs and grammar around what is told: "hai", "likho", "kar do"."""
    return frozenset(word for spelled in listed("around_values")["words"] for word in tokens(spelled))
