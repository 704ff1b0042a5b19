"""What a person wrote, without anything by which she or another could be found. Pure.

Rather too much is taken out than too little: what is left is only read to learn how people speak."""

from itertools import groupby

import regex

from bot.understanding.address import split
from bot.understanding.contacts import codes
from bot.understanding.names import name_in
from bot.understanding.people import looks_like_address, surname
from bot.understanding.places import IndianPincodes
from catalog.lexicon import is_grammar, phrases
from catalog.spelling import tokens
from orders.tickets import legible

LIMIT = 300
NAME, ADDRESS, NUMBER, CONTACT = "‹name›", "‹address›", "‹number›", "‹contact›"
_PLACES = IndianPincodes()
_SPOKEN = 4  # so many number words in a row are somebody's number
_CONTACT = regex.compile(r"(?i)\b(?:https?://|www\.)\S+|[^\s@‹›]+@[^\s@‹›]+|(?<!\w)@\w{4,}")
_DIGITS = regex.compile(r"(?i)(?:\b[a-z]{1,4}-?)?\p{Nd}(?:[\s.()/+-]?\p{Nd}){3,}(?:[a-z]{1,3}\b)?")
_OF = regex.compile(
    r"(?i)(?<!\w)(?:[csdw]\s?[/.]\s?o\.?|care of|son of|wife of|daughter of|पुत्र|पुत्री|पत्नी)\s+(?:[\p{L}\p{M}.]+\s?){1,5}"
)
_CALLED = regex.compile(r"(?i)(?<!\w)(?:smt|shri|sri|mr|mrs|ms|dr|श्री|श्रीमती|डॉ|सुश्री)\.?\s+(?:[\p{L}\p{M}]+\s?){1,2}")
_RECEIVER = regex.compile(
    r"(?i)(?<![\p{L}\p{M}])([\p{L}\p{M}]{3,})\s+"
    r"((?:ko|ji|ke liye|k liye|ka ghar|ke ghar|ki dukan|को|जी|के\sलिए|का\sघर|के\sघर|की\sदुकान)(?![\p{L}\p{M}]))"
)
_PLACE = regex.compile(
    r"(?i)(?<![\p{L}\p{M}])(?:near|gaon|village|vill|mohalla|gali|opposite|गाँव|गांव|मोहल्ला|गली)\s+(?:[\p{L}\p{M}.]+\s?){1,3}"
)
_REFERENCE = regex.compile(
    r"(?i)(?<![\p{L}\p{M}])(?:order|track|tracking|awb|utr|ref|ऑर्डर|नंबर)\s+(?:no\.?\s*|number\s*)?(?=[a-z]*\p{Nd})[a-z\p{Nd}-]+"
)
_VOCABULARY = (
    "products",
    "colours",
    "materials",
    "flavours",
    "sizes",
    "services",
    "people_for",
    "places",
    "categories",
    "days",
    "months",
    "units",
)
_WORD = regex.compile(r"[\p{L}\p{M}]+")


def redact(text: str) -> str:
    """One line of at most 300 characters; names, places, numbers and addresses as marks."""
    shown = legible(text, LIMIT)
    shown = _CONTACT.sub(CONTACT, shown)
    name = name_in(shown)
    shown = _OF.sub(NAME + " ", shown)
    shown = _CALLED.sub(NAME + " ", shown)
    if name:
        shown = shown.replace(name, NAME)
    shown = _without_surnames(shown)
    shown = _without_receivers(shown)
    shown = _without_address(shown)
    shown = _PLACE.sub(ADDRESS + " ", shown)
    shown = _REFERENCE.sub(NUMBER, shown)
    for found in sorted(codes(shown, _PLACES), key=lambda one: -one.start):
        shown = shown[: found.start] + NUMBER + shown[found.end :]
    shown = _DIGITS.sub(NUMBER, shown)
    return " ".join(_without_spoken(shown).split())


def _without_spoken(text: str) -> str:
    """ "nau aath ek chhe …": a number told digit by digit."""
    digits = [phrases("numbers").at(tokens(word) or [word], 0) is not None for word in text.split()]
    kept: list[str] = []
    for is_digit, run in groupby(zip(digits, text.split(), strict=True), key=lambda pair: pair[0]):
        words = [word for _, word in run]
        kept += [NUMBER] if is_digit and len(words) >= _SPOKEN else words
    return " ".join(kept)


def _without_surnames(text: str) -> str:
    """ "Sunita Devi", "सुनीता देवी": the word before a surname, and the surname."""
    words = list(_WORD.finditer(text))
    gone: set[int] = set()
    for at, word in enumerate(words):
        heard = tokens(word[0])
        if at and heard and surname(heard[0]):
            gone |= {at - 1, at}
    for at in sorted(gone, reverse=True):
        text = text[: words[at].start()] + NAME + text[words[at].end() :]
    return regex.sub(rf"{NAME}(?:\s*{NAME})+", NAME, text)


def _without_receivers(text: str) -> str:
    """ "sunita ko bhejna", "Kamla ke liye", "mohan ji ka ghar": an unknown word before these is somebody's name."""

    def masked(found: regex.Match[str]) -> str:
        heard = tokens(found[1])
        known = not heard or is_grammar(heard[0]) or any(heard[0] in phrases(name) for name in _VOCABULARY)
        return found[0] if known else f"{NAME} {found[2]}"

    return _RECEIVER.sub(masked, text)


def _without_address(text: str) -> str:
    """The line of an address; the whole text when the line does not stand in it as one piece."""
    if not looks_like_address(tokens(text)) and not any(code.kind == "pincode" for code in codes(text, _PLACES)):
        return text
    line = split(text).line
    if not line:
        return text
    return text.replace(line, ADDRESS) if line in text else ADDRESS
