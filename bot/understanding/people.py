"""Words of names and addresses, and an address out of a sentence as typed. Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.understanding.contacts import Found
from bot.understanding.numbers import number_at
from catalog.lexicon import listed, phrases
from catalog.spelling import normalise
from catalog.utterance import Word

_ADDRESS_LEAD = re.compile(
    r"^\W*(?:(?:(?:mera|hamara|ghar\s+ka|pura|poora|naya|मेरा|हमारा|घर\s+का|पूरा|नया|my|our|full|delivery|home|new|the)\s+)*"
    r"(?:pata|address|adress|addres|पता|एड्रेस|ऐड्रेस)\b(?:\s+(?:hai|h|is|likho|likhiye|likh\s+lo|ye\s+hai|yeh\s+hai|है|लिखो|लिखिए|लिख\s+लो|ये\s+है|यह\s+है))*"
    r"|(?:is|इस)\s+(?:pate|address|पते)\s+(?:pe|par|पर)(?:\s+(?:bhejna|bhejo|bhej\s+do|भेजना|भेजो|भेज\s+दो))?"
    r"|(?:please\s+)?(?:deliver|send|ship|courier|post)\s+(?:it\s+|this\s+)?(?:to|at)(?:\s+my\s+(?:office|home|house))?"
    r"|(?:bhej\s+do|bhejo|भेज\s+दो|भेजना)\s+)\s*[:=,-]*\s*",
    re.I,
)
_ADDRESS_TAIL = re.compile(
    r"[\s,.-]*(?:\b(?:pe|par|me|mein|pin\s*code|pincode|pin|hai|bhej\s+do|bhejo|bhejna|bhej\s+dena|bhej\s+dijiye|deliver\s+kar\s*(?:do|dena)?|pe\s+bhej\s+do)\b|"
    r"(?:पर|में|पिन\s*कोड|पिनकोड|पिन|है|भेज\s+दो|भेजो|भेजना|भेज\s+देना|भेज\s+दीजिए)(?=\s|$|[,.]))[\s,.:-]*$",
    re.I,
)


@lru_cache(maxsize=8)
def _listed(name: str, kind: str) -> frozenset[str]:
    words = listed(name)[kind]
    return frozenset(words) | frozenset(normalise(word) for word in words)


def surname(word: str) -> bool:
    """Whether a normalised word is a common last name."""
    return word in _listed("surnames", "surnames")


def not_a_name(word: str) -> bool:
    return word in _listed("not_names", "words")


def address_word(word: str) -> bool:
    """Whether addresses are made of such words: ward, tehsil, road …"""
    return word in _listed("address_words", "strong") or word in _listed("address_words", "weak")


def house_word(words: Sequence[str], at: int) -> bool:
    """Whether a word begins (part of) an address; "ग्राम" is a village, but grams after a number."""
    weighs = words[at] in ("ग्राम", "gram") and at > 0 and number_at(words, at - 1) is not None
    return words[at] in _listed("address_words", "strong") and not weighs


def looks_like_address(words: Sequence[str]) -> bool:
    """Whether the words hold the talk of an address (ward, tehsil, makan …), enough to be one unasked."""
    strong = sum(house_word(words, at) for at in range(len(words)))
    any_kind = strong + sum(word in _listed("address_words", "weak") for word in words)
    return strong >= 1 and (any_kind >= 2 or any(word.isdigit() for word in words) or _place(words) is not None)


def _place(words: Sequence[str]) -> str | None:
    return phrases("places").first(words)


def address_in(text: str, codes: Sequence[Found], after: int = 0, whole: bool = True) -> str | None:
    """The address in `text` from offset `after`, as typed, without lead-in, phone and trailing pincode.

    `whole` takes all that is left; otherwise the first house word begins it. None when nothing is left.
    """
    end = len(text)
    for code in codes:
        if code.kind == "pincode" and code.start > after:
            end = min(end, code.start)
        if code.kind == "phone" and code.start > after + 10:
            end = min(end, code.start)
    part = _ADDRESS_LEAD.sub("", text[after:end], count=1)
    if not whole:
        begin = _first_house_word(part)
        part = part[begin:] if begin is not None else ""
    for _ in range(3):
        part = _ADDRESS_TAIL.sub("", part)
    part = part.strip(" \n\t,.:;-।")
    return part if len(part) >= 3 and not part.isdigit() else None


def _first_house_word(text: str) -> int | None:
    for match in re.finditer(r"\S+", text):
        if match[0].casefold().strip(",.:") in _listed("address_words", "strong") or match[0].casefold() in (
            "pe",
            "par",
        ):
            return match.start()
    return None


def first_house_word(words: Sequence[Word]) -> int | None:
    """The place of the first word that begins an address, or None."""
    texts = [word.text for word in words]
    return next((at for at in range(len(texts)) if house_word(texts, at)), None)
