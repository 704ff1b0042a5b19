"""How goods are named: every name of the catalogue and of the word lists as a pattern of word keys. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from catalog.lexicon import is_common, listed
from catalog.likeness import forms
from catalog.spelling import tokens

CONNECTORS = frozenset(
    [
        "ka",
        "ki",
        "ke",
        "of",
        "the",
        "wala",
        "wali",
        "wale",
        "vala",
        "vali",
        "vale",
        "का",
        "की",
        "के",
        "वाला",
        "वाली",
        "वाले",
        "a",
        "an",
    ]
)


@dataclass(frozen=True)
class Entry:
    """One product as search sees it. `names` holds every name and short form in every language; `group_words` the
    names, aliases, places and brands of the groups that make it; `groups` their ids."""

    sku: str
    term: str
    names: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    category: str = ""
    category_words: tuple[str, ...] = ()
    group_words: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    attrs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Pattern:
    keys: tuple[str, ...]
    term: str
    skus: tuple[str, ...]


def idle(word: str) -> bool:
    return word in CONNECTORS or is_common(word)


def patterns(entries: Iterable[Entry], of_term: Mapping[str, Collection[str]]) -> dict[str, tuple[Pattern, ...]]:
    """Every way a product is named, by its first key. Names of one product point to it, words of a term to all."""
    skus: dict[tuple[str, ...], tuple[str, ...]] = defaultdict(tuple)
    terms: dict[tuple[str, ...], str] = {}
    for term, spellings in listed("products").items():
        for spelling in (term, *spellings):
            terms.setdefault(_phrase(spelling), term)
    for entry in entries:
        for name in dict.fromkeys((*entry.names, *entry.aliases)):
            keys = _phrase(name)
            if not keys or keys in terms or all(idle(key) for key in keys):
                continue
            if entry.sku not in skus[keys]:
                skus[keys] += (entry.sku,)
        terms.setdefault(_phrase(entry.term), entry.term)
    term_of = {entry.sku: entry.term for entry in entries}
    found: dict[str, tuple[Pattern, ...]] = defaultdict(tuple)
    for keys, term in terms.items():
        if keys:
            found[keys[0]] += (Pattern(keys, term, ()),)
    for keys, named in skus.items():
        found[keys[0]] += (Pattern(keys, term_of[named[0]], named),)
    return found


def _phrase(text: str) -> tuple[str, ...]:
    words = tokens(text)
    return tuple(forms(word)[0] for word in words if word not in CONNECTORS or len(words) == 1)


def fit(
    pattern: Pattern, texts: Sequence[str], readings: Sequence[Mapping[str, float]], at: int
) -> tuple[int, float] | None:
    """Whether the pattern stands at `at` (connectors between its words are skipped): (end, how sure)."""
    sure, place = 1.0, at
    for number, key in enumerate(pattern.keys):
        while number and place < len(texts) and texts[place] in CONNECTORS:
            place += 1
        if place >= len(texts) or key not in readings[place]:
            return None
        sure *= readings[place][key]
        place += 1
    return place, sure


def spelled(entries: Iterable[Entry]) -> frozenset[str]:
    """Words that name goods exactly as they are written; a common word only where the word lists name it alone."""
    words = {word for spellings in listed("products").values() for one in spellings for word in tokens(one)[:1]}
    words = {w for w in words if not is_common(w)} | {
        tokens(one)[0] for spellings in listed("products").values() for one in spellings if len(tokens(one)) == 1
    }
    named = {word for entry in entries for name in (*entry.names, *entry.aliases) for word in tokens(name)}
    return frozenset(words | {word for word in named if not idle(word)})
