"""A sentence without what may be exchanged in it: its goods, numbers, colours and places by their class. Pure."""

from functools import cache

from catalog.lexicon import listed
from catalog.spelling import fold, romanise

# What may be exchanged in a sentence without making it another one.
_CLASSES = {"products": "GOODS", "colours": "COLOUR", "flavours": "FLAVOUR", "places": "PLACE", "numbers": "NUMBER",
            "fractions": "NUMBER", "units": "UNIT", "materials": "MATERIAL"}  # fmt: skip


@cache
def _classes() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, label in _CLASSES.items():
        for meaning, spellings in listed(name).items():
            for spelling in (meaning, *spellings):
                words = romanise(spelling).split()
                if len(words) == 1 and (len(words[0]) > 2 or label == "NUMBER"):  # "ka" in a name is no name
                    found.setdefault(fold(words[0]), label)
    return found


def sound(text: str) -> str:
    """What the classifier hears: both scripts meet here, so a Devanagari twin is the same sentence."""
    return " ".join(fold(word) for word in romanise(text).split())


def frame(text: str) -> str:
    """The sentence as it sounds, its goods, numbers, colours and places by their class, each class once in a row."""
    kinds: list[str] = []
    for word in romanise(text).split():
        kind = "NUMBER" if word[0].isdigit() else _classes().get(fold(word), fold(word))
        if not (kinds and kind.isupper() and kinds[-1] == kind):
            kinds.append(kind)
    return " ".join(kinds) or text
