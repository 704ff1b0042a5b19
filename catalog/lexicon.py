"""Word lists a shopkeeper can read and extend (data/lexicon/*.yml): a meaning and the spellings seen for it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from catalog.spelling import _ENGLISH_WORDS, _HINDI_WORDS, fold, tokens

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml where the wheel has it, ten times as fast
_FOLDER = Path(__file__).resolve().parent.parent / "data" / "lexicon"


class Phrases:
    """Phrases of one or more words and what they mean; the longest one wins.

    Words are compared as normalised; those of five letters and more also by their soft fold, so that
    नादौन, nadaun and nadoun are one place, while short words ("do", "sau") must be spelled as listed.
    """

    def __init__(self, spellings: Mapping[str, Sequence[str]]) -> None:
        self._meaning: dict[tuple[str, ...], str] = {}
        for meaning, words in spellings.items():
            for spelling in words:
                key = tuple(spelling_key(word) for word in tokens(spelling) or [spelling])
                self._meaning.setdefault(key, meaning)
        self.longest = max((len(key) for key in self._meaning), default=0)
        self.meanings = tuple(spellings)

    def at(self, words: Sequence[str], start: int) -> tuple[str, int] | None:
        """The meaning of the longest phrase that begins at `start`, and how many words it takes."""
        for length in range(min(self.longest, len(words) - start), 0, -1):
            found = self._meaning.get(tuple(spelling_key(word) for word in words[start : start + length]))
            if found is not None:
                return found, length
        return None

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Every phrase as (start, end, meaning), left to right, without overlaps."""
        at = 0
        while at < len(words):
            found = self.at(words, at)
            if found:
                yield at, at + found[1], found[0]
                at += found[1]
            else:
                at += 1

    def first(self, words: Sequence[str]) -> str | None:
        return next((meaning for _, _, meaning in self.find(words)), None)

    def __contains__(self, word: str) -> bool:
        return (spelling_key(word),) in self._meaning


def spelling_key(word: str) -> str:
    """How a word is compared with the lists: long words by their soft fold, short ones as spelled."""
    folded = fold(word)
    return folded if len(folded) >= 5 else word


@lru_cache(maxsize=64)
def listed(name: str) -> dict[str, list[str]]:
    """The lists of `data/lexicon/<name>.yml`; everything is text (YAML's yes/no stay words)."""
    return {str(meaning): [str(word) for word in words] for meaning, words in content(name).items()}


def content(name: str) -> dict[str, Any]:
    """`data/lexicon/<name>.yml` as it stands, every value as text."""
    read: dict[str, Any] = yaml.load((_FOLDER / f"{name}.yml").read_text("utf-8"), Loader=_LOADER)
    return read


def list_names() -> list[str]:
    """The names of all lists of words, in the order of the alphabet (festivals have days too and are none)."""
    names = sorted(path.stem for path in _FOLDER.glob("*.yml"))
    return [name for name in names if all(isinstance(words, list) for words in content(name).values())]


@lru_cache(maxsize=64)
def phrases(name: str) -> Phrases:
    """The phrases of one word list, read once."""
    return Phrases(listed(name))


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Words that are never a product nor a typo of one: grammar, courtesy, units and numbers."""
    words: set[str] = set()
    for spelled in listed("common").values():
        words.update(spelled)
    for name in ("numbers", "units", "scales", "fractions", "yes_no", "words_of_change"):
        for spelled in listed(name).values():
            for spelling in spelled:
                parts = tokens(spelling)
                if len(parts) == 1:
                    words.add(parts[0])
    return frozenset(words | _HINDI_WORDS | _ENGLISH_WORDS)


@lru_cache(maxsize=1)
def _common_keys() -> frozenset[str]:
    return frozenset(fold(word) for word in common_words() if len(word) >= 3)


def is_common(word: str) -> bool:
    """Whether a word is grammar or small talk, in whatever script and spelling."""
    return word in common_words() or (len(word) >= 3 and sounds_common(word))


def sounds_common(word: str) -> bool:
    """Whether a word, however short, reads like grammar or small talk: रख like rakh."""
    return fold(word) in _common_keys()


def is_grammar(word: str) -> bool:
    """Whether a normalised word carries grammar in Hindi or English ("kab", "will"), so that it is nobody's name."""
    return word in _HINDI_WORDS or word in _ENGLISH_WORDS
