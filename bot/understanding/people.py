"""Names and addresses out of a sentence, as typed. Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.understanding.contacts import Found
from bot.understanding.numbers import number_at
from catalog.lexicon import listed, phrases
from catalog.spelling import normalise
from catalog.utterance import Word

_NAME_BEFORE = re.compile(
    r"(?:\bmy\s+name\s+is|\bname\s*(?:is|[:=-])|\bnam?e?\s*[:=-]|\b(?:mera|apna|hamara)\s+na+m(?:\s+(?:hai|h|he))?\b|\bna+m\b|"
    r"\bi\s*am\b|\bi'm\b|\bthis\s+is\b|\bits\b|\bit's\b|\bmain\b|\bmai\b|"
    r"(?:मेरा|हमारा|अपना)\s+नाम|नाम|मैं)\s*[:=-]?\s*",
    re.I,
)
_NAME_AFTER = re.compile(
    r"\s*(?:\b(?:hai|h|he|hu|hun|hoon|here|likho|likh|likhna|likhiye|likho|bol\s*rah[aie]+|kar\s*d(?:o|ijiye|ena)|kardo|rakh\s*do|se\b|ke\s+naam|and\b|aur\b|naam\s+se|speaking)\b|"
    r"(?:है|हे|हूं|हूँ|हू|लिखिए|लिखो|लिख|लिखना|बोल\s*रह[ाीे]|कर\s*(?:दो|दीजिए)|और|से)(?=[\s,;।.]|$)|[,.;।\n]).*$",
    re.I | re.S,
)
_COURTESY = re.compile(r"^(?:ji|sir|madam|haan|yes|जी|हां|हाँ|ok)\s+|\s+(?:ji|जी|sir|please)$", re.I)
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


def name_in(text: str, awaiting: str | None = None) -> str | None:
    """The name a person gives, as typed; under `awaiting` "name" a bare name counts."""
    lead = _NAME_BEFORE.search(text)
    if lead:
        name = _tidy_name(_NAME_AFTER.sub("", text[lead.end() :]))
        weak = lead[0].strip().casefold() in ("main", "mai", "मैं", "i am", "i'm", "its", "it's", "this is")
        # "main …" begins many sentences; it tells a name only before "bol raha hu", or when a name was asked for.
        said_so = re.search(r"bol\s*rah|बोल\s*रह|speaking|here\b", text, re.I) or awaiting == "name" or _capitals(name)
        if name and (not weak or said_so):
            return name
    if awaiting != "name":
        return None
    # "Sunita, ward 5, Nadaun": several answers at once begin with the one that was asked for.
    return _tidy_name(text) or _tidy_name(re.split(r"[,;\n]", text, maxsplit=1)[0])


def _capitals(name: str | None) -> bool:
    return bool(name) and all(word[:1].isupper() for word in (name or "").split()) and (name or "").isascii()


def _tidy_name(text: str) -> str | None:
    name = text.strip(" .,:;-!\n\t।\"'")
    for _ in range(2):
        name = _COURTESY.sub("", name).strip(" .,")
    words = name.split()
    if not 1 <= len(words) <= 5 or any(character.isdigit() for character in name) or "?" in name:
        return None
    if any(word.casefold().strip(".,") in _listed("not_names", "words") for word in words):
        return None
    if phrases("changing").first([normalise(word) for word in words]):  # "naam badlo"
        return None
    return name


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
