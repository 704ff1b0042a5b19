"""Which district and state words name, in any script and with small typos. No network: the post's directory and
data/lexicon/{states,districts,towns}.yml."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import indian_pincode
from rapidfuzz.distance import OSA

from catalog.lexicon import listed
from catalog.spelling import fold, tokens

# Directory names that are everyday words: nobody's "East" is taken for a district of Delhi.
_WORDS = frozenset(
    {"Central", "East", "North", "North East", "North West", "South", "South East", "South West", "West"}
)
_HOME = ("Himachal Pradesh", "Bihar")
_LONGEST = 4  # words of a name


@dataclass(frozen=True)
class Area:
    district: str
    state: str


@dataclass(frozen=True)
class Naming:
    """The words `start:end` name a state, a district or a town; `areas` are all they may mean."""

    start: int
    end: int
    kind: str  # state | district | town
    name: str
    areas: frozenset[Area]


def namings(words: Sequence[str], near: Collection[Area] = ()) -> list[Naming]:
    """Every place the normalised words name, left to right, the longest name first. Names of `near` areas are known
    with a typo too."""
    found: list[Naming] = []
    heard_words = [heard(word) for word in words]
    at = 0
    while at < len(words):
        named = _exactly(heard_words, at) or _nearly(heard_words, at, frozenset(near))
        if named:
            found.append(named)
        at = named.end if named else at + 1
    return found


def home_areas() -> frozenset[Area]:
    """The districts of the states the shop is at home in: their names are known with a typo, without a pincode."""
    return frozenset(area for state in _HOME for area in _of_state()[state])


def all_areas() -> frozenset[Area]:
    return frozenset(area for areas in _of_state().values() for area in areas)


def heard(word: str) -> str:
    """A word as it sounds; ड़ is written r or d (Kangra, काँगड़ा)."""
    return re.sub(r"[^a-z]", "", fold(word)).replace("d", "r")


def _exactly(words: Sequence[str], at: int) -> Naming | None:
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        entry = _gazetteer().get(tuple(words[at : at + length]))
        if entry:
            return Naming(at, at + length, *entry)
    return None


def _nearly(words: Sequence[str], at: int, near: frozenset[Area]) -> Naming | None:
    """The one name within a typo or two; None when none or several are as near."""
    for length in range(min(2, len(words) - at), 0, -1):
        said = " ".join(words[at : at + length])
        if len(said) < 5 or any(word in _words_of_addresses() for word in words[at : at + length]):
            continue
        most = 1 if len(said) < 7 else 2
        like = [
            (distance, entry)
            for key, entry in _names_of(near)
            if key[0] == said[0] and (distance := OSA.distance(said, key, score_cutoff=most)) <= most
        ]
        closest = [entry for distance, entry in like if distance == min(far for far, _ in like)]
        if len({entry[1] for entry in closest}) == 1:
            return Naming(at, at + length, *closest[0])
    return None


@lru_cache(maxsize=256)
def _names_of(near: frozenset[Area]) -> tuple[tuple[str, tuple[str, str, frozenset[Area]]], ...]:
    """Names that `near` areas go by, of five letters and more, and all states', of six and more."""
    return tuple(
        (" ".join(key), entry)
        for key, entry in _gazetteer().items()
        if near and len(" ".join(key)) >= (6 if entry[0] == "state" else 5) and (entry[0] == "state" or entry[2] & near)
    )


@lru_cache(maxsize=1)
def _words_of_addresses() -> frozenset[str]:
    """Nagar, bazar, chowk: no typo of a town (Naggar, Banjar)."""
    return frozenset(
        heard(word) for spellings in listed("address_labels").values() for one in spellings for word in tokens(one)
    )


@lru_cache(maxsize=1)
def _of_state() -> Mapping[str, frozenset[Area]]:
    return {
        state.title(): frozenset(
            Area(district.title(), state.title()) for district in indian_pincode.list_districts(state)
        )
        for state in indian_pincode.list_states()
    }


@lru_cache(maxsize=1)
def _gazetteer() -> Mapping[tuple[str, ...], tuple[str, str, frozenset[Area]]]:
    """What is heard → (kind, name, areas). A district's own name wins over a town's, a state's over both."""
    of_district: dict[str, set[Area]] = defaultdict(set)
    for area in all_areas():
        of_district[area.district].add(area)
    entries: dict[tuple[str, ...], tuple[str, str, frozenset[Area]]] = {}

    def put(kind: str, name: str, spellings: Iterable[str], areas: Collection[Area]) -> None:
        for spelling in spellings:
            key = tuple(heard(word) for word in tokens(spelling))
            known = entries.get(key)
            if known and known[0] == kind:  # Mumbai and its suburbs, Dharampur here and there
                entries[key] = (kind, known[1], known[2] | frozenset(areas))
            else:
                entries[key] = (kind, name, frozenset(areas))

    for where, spellings in listed("towns").items():
        district, _, state = where.partition(", ")
        for spelling in spellings:
            put("town", spelling, [spelling], [Area(district, state)])
    for district, areas in of_district.items():
        if district not in _WORDS:
            put("district", district, [district], areas)
    for district, spellings in listed("districts").items():
        put("district", district, spellings, of_district[district])
    for state, spellings in listed("states").items():
        put("state", state, [state, *spellings], _of_state()[state])
    plain = {(word,) for word in _words_of_addresses()}
    return {key: entry for key, entry in entries.items() if all(key) and not (entry[0] == "town" and key in plain)}
