"""A name typed in roman letters, in Devanagari: word by word from the word lists, or not at all. Pure."""

from functools import lru_cache

from catalog.lexicon import listed
from catalog.spelling import fold, romanise, tokens

_LISTS = ("products", "colours", "materials", "flavours", "sizes", "people_for", "purposes")
_BINDERS = {"ka": "का", "ki": "की", "ke": "के", "aur": "और", "wala": "वाला", "wali": "वाली", "wale": "वाले"}
SHORT = 20  # a button's label


def in_hindi(name: str) -> str | None:
    """ "aam ka achar" → "आम का अचार"; None as soon as one word of it is in no list: nobody's goods are misspelled."""
    known = _known()
    found = [word if _deva(word) else _BINDERS.get(word) or known.get(fold(word)) for word in tokens(name)]
    return " ".join(word for word in found if word) if found and all(found) else None


def in_roman(name: str) -> str:
    """ "आंवला कैंडी" → "Amla candy": as people type the words, letter by letter where no list has one."""
    typed = {fold("".join(tokens(word))): romans[0] for word, romans in listed("goods/hindi_words").items()}
    binders = {hindi: roman for roman, hindi in _BINDERS.items()}
    found = [typed.get(fold(word)) or binders.get(word) or romanise(word) for word in tokens(name)]
    roman = " ".join(found)
    return roman[:1].upper() + roman[1:]


def shortened(name: str, limit: int = SHORT) -> str:
    """Whole words of a name, as many as fit a button; a single longer word is cut."""
    words, kept = name.split(), ""
    for word in words:
        if len(f"{kept} {word}".strip()) > limit:
            break
        kept = f"{kept} {word}".strip()
    return kept or name[:limit]


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """By its sound, the Devanagari word that the lists spell so; what is listed for names comes first."""
    found = {fold(roman): word for word, typed in listed("goods/hindi_words").items() for roman in typed}
    for name in _LISTS:
        for spellings in listed(name).values():
            for spelling in spellings:
                for word in spelling.split():
                    if _deva(word):
                        found.setdefault(fold("".join(tokens(word))), word)
    return found


def _deva(word: str) -> bool:
    return any("\u0900" <= letter <= "\u097f" for letter in word)
