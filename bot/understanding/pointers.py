"""What is pointed at instead of named: "the second one", "iske", "wahi pata", "isi number pe". Pure."""

from collections.abc import Sequence
from itertools import pairwise

_THIS = frozenset(
    [
        "this",
        "ye",
        "yeh",
        "yah",
        "isko",
        "ise",
        "iska",
        "iske",
        "iski",
        "inke",
        "inka",
        "inki",
        "इनके",
        "इनका",
        "इनकी",
        "it",
        "isi",
        "yahi",
        "ये",
        "यह",
        "इसको",
        "इसे",
        "इसका",
        "इसके",
        "इसकी",
        "यही",
    ]
)
_ONE = frozenset(
    ["wala", "wali", "wale", "vala", "vali", "one", "वाला", "वाली", "वाले", "item", "number", "no", "nambar", "नंबर"]
)
_TH = frozenset(["st", "nd", "rd", "th"])  # "2nd" comes as two words
_ORDINALS = {
    "1": "first 1st pehla pehli pehle pahla pahli पहला पहली पहले",
    "2": "second 2nd dusra dusri doosra doosri dusre दूसरा दूसरी दूसरे",
    "3": "third 3rd teesra teesri tisra tisri तीसरा तीसरी",
    "4": "fourth 4th chautha chauthi चौथा चौथी",
    "5": "fifth 5th panchva panchvi paanchwa पांचवां पांचवा पांचवी",
    "last": "last aakhri akhri aakhiri आखिरी अंतिम",
}
_ORDINAL = {word: value for value, words in _ORDINALS.items() for word in words.split()}


def pointing_places(words: Sequence[str]) -> set[int]:
    """Where a number points ("2 wala", "number 3") instead of counting."""
    found: set[int] = set()
    for at, (word, following) in enumerate(pairwise(words)):
        if word.isdigit() and int(word) < 30 and (following in _ONE or following in _TH):
            found |= {at, at + 1}
        if word in _ONE and following.isdigit() and int(following) < 30 and word in ("number", "no", "नंबर", "item"):
            found |= {at, at + 1}
    return found


def orders(word: str) -> bool:
    """Whether a word is an ordinal: "pehli", "second", "last"."""
    return word in _ORDINAL


def points(word: str) -> bool:
    """Whether a word only points: "iske", "wali", "pehli"."""
    return word in _THIS or word in _ONE or word in _ORDINAL or word in _TH


def pointer(words: Sequence[str]) -> str | None:
    """What is pointed at: "this", "1" …, "last", "previous order", "saved address", "this number"; or None."""
    text = " ".join(words)
    for plain, seen in _LONGER.items():
        if any(f" {phrase} " in f" {text} " for phrase in seen):
            return plain
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        if word in _ORDINAL and following not in ("baar", "bar", "बार", "hafte", "week", "month"):
            return _ORDINAL[word]
        if word.isdigit() and int(word) < 30 and following in ("wala", "wali", "वाला", "वाली", "number", *_TH):
            return word
        if word in ("number", "no", "नंबर", "item") and following.isdigit() and int(following) < 30:
            return following
    if words and (words[0] in _THIS or any(a in _THIS and b in _ONE for a, b in pairwise(words))):
        return "this"
    return None


_LONGER = {
    "previous order": (
        "pichla order",
        "pichhla order",
        "purana order",
        "last order",
        "previous order",
        "pichli baar",
        "pichle baar",
        "last time",
        "पिछला ऑर्डर",
        "पुराना ऑर्डर",
        "पिछली बार",
    ),
    "saved address": (
        "saved address",
        "same address",
        "same place",
        "usual address",
        "usual place",
        "wahi jagah",
        "wahin bhej",
        "wahin pe",
        "वही जगह",
        "वहीं भेज",
        "wahi pata",
        "purana pata",
        "old address",
        "purane pate",
        "wahi address",
        "pehle wala pata",
        "वही पता",
        "पुराना पता",
        "पुराने पते",
        "पहले वाला पता",
        "usi pate",
        "उसी पते",
    ),
    "this number": (
        "this number",
        "isi number",
        "is number",
        "yahi number",
        "same number",
        "whatsapp number",
        "number i am messaging from",
        "one i am messaging from",
        "one i am texting from",
        "yahi no",
        "yhi no",
        "yehi number",
        "yahi hai number",
        "isi no",
        "इसी नंबर",
        "यही नंबर",
        "इस नंबर",
    ),
}
