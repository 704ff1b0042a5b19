"""Whose goods a text asks for: by the name, place, district, brand or kind of those who make them. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from catalog.lexicon import is_common, listed, phrases
from catalog.likeness import Vocabulary, forms
from catalog.naming import CONNECTORS
from catalog.spelling import tokens

_KIND = {"prison workshop": "prison_workshop", "self-help group": "self_help_group", "worker group": "worker_group"}
_SHORTEST = 4  # letters of a word that tells one maker from others


@dataclass(frozen=True)
class Maker:
    """A producer group as it is spoken of. `names` in every language with the aliases; `whereabouts` are its place,
    district, state and brand; `pincode` and `district` where it is."""

    id: str
    kind: str
    names: tuple[str, ...]
    whereabouts: tuple[str, ...] = ()
    district: str | None = None
    pincode: str | None = None


class Makers:
    """Built once for a set of makers; immutable."""

    def __init__(self, makers: Sequence[Maker]) -> None:
        self.makers = tuple(makers)
        self._by_name, self._by_place = _Sayings(), _Sayings()
        for maker in makers:
            self._by_name.learn(maker.id, maker.names)
            self._by_place.learn(maker.id, (*maker.names, *maker.whereabouts))

    def named(self, text: str, by_place: bool = True) -> tuple[str, ...]:
        """The ids of those whom `text` names best, in their order; empty when it names none. Without `by_place` their
        own names count only. "jail" or "samuh" decides between those who are named equally well."""
        words = [word for word in tokens(text) if word not in CONNECTORS]
        points = (self._by_place if by_place else self._by_name).points(words)
        best = max(points.values(), default=0)
        found = [maker for maker in self.makers if best and points.get(maker.id) == best]
        said = {kind for word in words for kind in _kinds(word)}
        fitting = [maker for maker in found if maker.kind in said]
        return tuple(maker.id for maker in fitting or found)

    def near(self, pincode: str, districts: Iterable[str]) -> tuple[str, ...]:
        """Those at a pincode first, then those of its district; `districts` are all that the pincode lies in."""
        there = [maker for maker in self.makers if maker.pincode == pincode]
        around = {forms(maker.district)[0] for maker in there if maker.district}
        around = around or {forms(district)[0] for district in districts}
        same = [m for m in self.makers if m not in there and m.district and forms(m.district)[0] in around]
        return tuple(maker.id for maker in (*there, *same))


class _Sayings:
    """Words, and phrases of words that tell nothing alone, that name makers."""

    def __init__(self) -> None:
        self._words: dict[str, set[str]] = defaultdict(set)
        self._phrases: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._known = Vocabulary(())

    def learn(self, maker_id: str, names: Iterable[str]) -> None:
        for name in names:
            words = [word for word in tokens(name) if word not in CONNECTORS]
            telling = [word for word in words if _tells(word)]
            if len(words) > 1 and not telling:  # "gaya jail": gaya alone is "went"
                self._phrases[tuple(forms(word)[0] for word in words)].add(maker_id)
            # A long official title is a phrase only: "central" names nobody.
            for word in telling if len(telling) <= 2 or len(telling) == len(words) else ():
                self._words[forms(word)[0]].add(maker_id)
        self._known = Vocabulary(self._words)

    def points(self, words: Sequence[str]) -> dict[str, int]:
        found: dict[str, set[str]] = defaultdict(set)  # by maker, what of the text named it
        keys = [forms(word) for word in words]
        for size in (3, 2):
            for at in range(len(words) - size + 1):
                part = tuple(key[0] for key in keys[at : at + size])
                for maker_id in self._phrases.get(part, ()):
                    found[maker_id].add(" ".join(part))
        apart = ["".join(pair) for pair in pairwise(words)]  # "sunder nagar"
        for word in (*filter(_tells, words), *apart):
            for key in self._read(word, guess=word in words):
                for maker_id in self._words[key]:
                    found[maker_id].add(key)
        return {maker_id: len(said) for maker_id, said in found.items()}

    def _read(self, word: str, guess: bool) -> Iterable[str]:
        exact = [form for form in forms(word) if form in self._known]
        return exact or (self._known.near(word) if guess else ())


@lru_cache(maxsize=4096)
def _tells(word: str) -> bool:
    """Whether a word may tell one maker from another: no number, no grammar, no "jail"."""
    return not word[0].isdigit() and len(forms(word)[0]) >= _SHORTEST and not is_common(word) and not _any_maker(word)


def _any_maker(word: str) -> bool:
    return any(form in _kind_words() for form in forms(word))


def _kinds(word: str) -> set[str]:
    return {_KIND[kind] for form in forms(word) if (kind := _kind_words().get(form)) in _KIND}


@lru_cache(maxsize=1)
def _kind_words() -> dict[str, str]:
    """The single words for kinds of makers, by key."""
    return {
        forms(words[0])[0]: kind
        for kind, spellings in listed("makers").items()
        for words in map(tokens, spellings)
        if len(words) == 1
    }


def is_near(words: Sequence[str], at: int) -> bool:
    """Whether something is asked for near the pincode at place `at`: "177033 ke paas", "near 177033"."""
    return any(start - at in (1, 2) or end == at for start, end, _ in phrases("near").find(words))


def asks_here(text: str) -> bool:
    """Whether it is her own place that is meant: "mere aas paas"."""
    return any(meaning == "here" for _, _, meaning in phrases("near").find(tokens(text)))
