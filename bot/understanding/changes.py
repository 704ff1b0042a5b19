"""Corrections and changes of an amount: "4 नहीं 6", "make it double", "ek aur". Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.understanding.numbers import number_at
from catalog.lexicon import phrases

_NOT = frozenset(["nahi", "nahin", "nhi", "nai", "na", "not", "नहीं", "नही", "नहि", "ना"])
_INSTEAD = (
    *(("ki", "jagah"), ("ki", "jgah"), ("ki", "jgh"), ("ke", "badle"), ("ke", "bajaye"), ("ki", "bajaye")),
    *(("की", "जगह"), ("के", "बदले"), ("के", "बजाय"), ("की", "बजाय")),
)
_SAID = frozenset(
    [
        *("thi", "tha", "likhi", "likha", "likhe", "kahi", "kaha", "kahe", "bola", "boli", "said", "was", "were"),
        *("थी", "था", "थे", "कही", "कहा", "लिखी", "लिखा", "बोला"),
    ]
)
_FILLER = _SAID | frozenset(
    [
        *(",", "but", "balki", "kar", "karo", "ab", "make", "it", "only", "just", "sirf", "bas", "send", "give"),
        *("badha", "badhakar", "badhake", "ghata", "ghatakar", "ke", "बल्कि", "सिर्फ", "बस", "केवल"),
        *("बढा", "बढाकर", "घटा", "घटाकर", "के"),
    ]
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
        if tuple(words[max(0, at - 2) : at]) == ("instead", "of"):  # "instead of 2 shawls send 3"
            found = _with_new(words, old.milli, at, after, things)
            if found:
                return found
        said = next((place for place in range(after, min(after + 3, len(words))) if words[place] in _SAID), None)
        if said is not None and _DONE & set(words[said:]):  # "topi 3 likhi thi, 5 kar do"
            found = _with_new(words, old.milli, at, said, things)
            if found:
                return found
        if at and words[at - 1] in ("not", "na"):
            found = _with_new(words, old.milli, at - 1, after, things)
            if found:
                return found
        if after < len(words) and words[after] in _SE:
            found = _with_new(words, old.milli, at, after + 1, things)
            if found and (at and words[at - 1] == "from"):
                return found
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
