"""Corrections and pointers: "4 नहीं 6", "make it double", "the second one". Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.understanding.numbers import number_at
from catalog.lexicon import phrases

_NOT = frozenset(["nahi", "nahin", "nhi", "nai", "na", "not", "नहीं", "नही", "नहि", "ना"])
_INSTEAD = (
    *(("ki", "jagah"), ("ki", "jgah"), ("ki", "jgh"), ("ke", "badle"), ("ke", "bajaye"), ("ki", "bajaye")),
    *(("की", "जगह"), ("के", "बदले"), ("के", "बजाय"), ("की", "बजाय")),
)
_FILLER = frozenset(
    [",", "but", "balki", "kar", "karo", "ab", "बल्कि", "make", "it", "only", "just", "sirf", "bas", "सिर्फ", "बस", "केवल"]
)
_LESS = frozenset(["less", "fewer", "kam", "km", "kum", "kamti", "कम"])
# "reduce it to 2", "ghata ke 2 karo": the number is what there is to be.
_DONE = frozenset(
    ["kar", "karo", "kr", "kardo", "bhej", "bhejo", "rakho", "likho", "make", "कर", "करो", "भेज", "रखो", "लिखो"]
)
_TO_NUMBER = frozenset(["to", "ke", "kar", "k", "kr", "के", "कर"])
_JOINED = frozenset([",", "and", "nahi", "नहीं"])
_SE = frozenset(["se", "से", "to"])
_MORE = frozenset(["more", "aur", "और", "extra"])
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


@dataclass(frozen=True)
class Correction:
    """A quantity that replaces another: thousandths, and the words that say it."""

    milli: int
    old_milli: int
    start: int
    end: int
    unit: str | None = None


def correction(words: Sequence[str], things: Collection[int] = (), goods: Collection[int] = ()) -> Correction | None:
    """`things` are the places where products begin, `goods` every place they take: "do shawl nahi teen",
    "4 nahi 6", "not 4, 6", "2 shawls not 5", "6 instead of 4", "4 ki jagah 6", "4 se 6 kar do"; None if nothing is
    corrected."""
    found = _corrected(words, things, goods)
    return replace(found, unit=_unit_of(words, found)) if found else None


def _unit_of(words: Sequence[str], found: Correction) -> str | None:
    """The unit said with the new number, else with the old one."""
    said: dict[int, str] = {}
    for at in range(found.start, min(found.end + 1, len(words))):
        number = number_at(words, at)
        unit = phrases("units").at(words, number.end) if number and number.end < len(words) else None
        if number and unit:
            said.setdefault(number.milli, unit[0])
    return said.get(found.milli) or said.get(found.old_milli)


def _corrected(words: Sequence[str], things: Collection[int], goods: Collection[int]) -> Correction | None:
    before: tuple[int, int] | None = None  # the number before: where it begins, and thousandths
    for at in range(len(words)):
        old = number_at(words, at, things)
        if old is None:
            continue
        earlier, before = before, (at, old.milli)
        after = old.end
        while after < len(words) and (after in goods or phrases("units").at(words, after)):
            after += 1
        if tuple(words[after : after + 2]) in _INSTEAD:
            return _with_new(words, old.milli, at, after + 2, things)
        if after < len(words) and words[after] in _NOT:
            new = _with_new(words, old.milli, at, after + 1, things)
            if new and words[after] == "not":  # "2 shawls not 5": English names the right one first
                return Correction(old.milli, new.milli, at, new.end)
            done = earlier and earlier[1] != old.milli and _DONE & set(words[earlier[0] : at])
            if new is None and after + 1 == len(words) and earlier and done:  # "10 kar do, 8 nahi"
                return Correction(earlier[1], old.milli, earlier[0], len(words))
            return new
        if tuple(words[after : after + 2]) == ("instead", "of"):
            past = number_at(words, after + 2, things) if after + 2 < len(words) else None
            return Correction(old.milli, past.milli, at, past.end) if past else None
        if at and words[at - 1] in ("not", "na"):
            found = _with_new(words, old.milli, at - 1, after, things)
            if found:
                return found
        if after < len(words) and words[after] in _SE:
            found = _with_new(words, old.milli, at, after + 1, things)
            if found and any(word in ("kar", "karo", "kardo", "make", "change", "कर", "करो") for word in words):
                return found
    return None


def _with_new(words: Sequence[str], old: int, start: int, at: int, things: Collection[int]) -> Correction | None:
    while at < len(words) and (words[at] in _FILLER or phrases("units").at(words, at)):
        at += 1
    new = number_at(words, at, things) if at < len(words) else None
    return Correction(new.milli, old, start, new.end) if new and new.milli != old else None


def change(words: Sequence[str], things: Collection[int] = (), counted: Collection[int] = ()) -> str | None:
    """increase | decrease | double, or None. `things` are the places where goods begin, `counted` those and where units
    do. "ek aur" is one more; in "ek shawl aur topi" the word only joins."""
    named = next(phrases("words_of_change").find(words), None)
    joins = named and named[2] == "increase" and named[0] - 1 in things  # "shawl ek aur topi ek"
    sized = named is not None and phrases("sizes").at(words, named[0]) is not None  # "double bed"
    if named and not joins and not sized:
        return None if named[2] != "double" and _to_number(words, named[1], things) else named[2]
    for at in range(len(words)):
        number = number_at(words, at, counted or things)
        if number and _puts_more(words, number.end, things):
            return "increase"
        if number and number.end < len(words) and words[number.end] in _LESS:  # "one less of the pickle"
            return "decrease"
        if number and number.end < len(words) and words[number.end] in _MORE and number.end + 1 not in things:
            after = number.end + 1
            return "increase" if after == len(words) or number_at(words, after, things) is None else None
    return None


def _puts_more(words: Sequence[str], at: int, things: Collection[int]) -> bool:
    """ "do packet | aur daal do", "do topi | aur jod do usme": nothing else is named behind the word."""
    for more in range(at, min(at + 3, len(words) - 1)):
        if words[more] in _MORE:
            verb = phrases("edits").at(words, more + 1)
            return verb is not None and verb[0] == "put" and not any(place > more for place in things)
        if words[more] in _JOINED:
            return False
    return False


def _to_number(words: Sequence[str], at: int, things: Collection[int]) -> bool:
    """ "reduce the soaps | to six", "ghata ke 3 kar do"."""
    return any(words[n - 1] in _TO_NUMBER and number_at(words, n, things) for n in range(at + 1, len(words)))


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
