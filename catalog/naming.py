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
        "da",
        "di",
        "de",
        "दा",
        "दी",
        "दे",
        "कि",
    ]
)
SERVICES = "services"  # the shelf of work, not goods


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


def patterns(entries: Sequence[Entry], of_term: Mapping[str, Collection[str]]) -> dict[str, tuple[Pattern, ...]]:
    """Every way a product is named, by its first key. Words of a term point to all its products, names to their own;
    one word that is both points to both, and as the last word of a name to what is of that kind as well ("jacket" is
    the woollen jacket too)."""
    skus: dict[tuple[str, ...], tuple[str, ...]] = defaultdict(tuple)
    for entry in entries:
        for keys in dict.fromkeys(map(_phrase, (*entry.names, *entry.aliases))):
            skus[keys] += (entry.sku,)
    terms, alike = _terms(entries), _of_that_kind(entries)
    term_of = {entry.sku: entry.term for entry in entries}
    found: dict[str, tuple[Pattern, ...]] = defaultdict(tuple)
    for keys in filter(None, dict.fromkeys((*terms, *skus))):
        named = skus.get(keys, ())
        term = terms[keys] if keys in terms else term_of[named[0]]
        if len(keys) == 1:
            kin = (*alike.get(keys[0], ()), *(alike.get(forms(term)[0], ()) if term.isalpha() else ()))
            named = tuple(dict.fromkeys((*(of_term.get(term, ()) if keys in terms else ()), *named, *kin)))
        found[keys[0]] += (Pattern(keys, term, named),)
    return found


def _terms(entries: Iterable[Entry]) -> dict[tuple[str, ...], str]:
    """What the word lists call a term; work is listed apart."""
    terms: dict[tuple[str, ...], str] = {}
    for term, spellings in listed("products").items():
        for spelling in (term, *spellings):
            terms.setdefault(_phrase(spelling), term)
    for entry in entries:
        work = listed("services").get(entry.term, []) if entry.category == SERVICES else []
        for spelling in (entry.term, *work):
            terms.setdefault(_phrase(spelling), entry.term)
    return terms


def _of_that_kind(entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """By the last word of names of several words, the skus so called."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for entry in entries:
        for keys in dict.fromkeys(map(_phrase, entry.names)):
            if len(keys) > 1 and not idle(keys[-1]) and entry.sku not in found[keys[-1]]:
                found[keys[-1]] += (entry.sku,)
    return found


def _phrase(text: str) -> tuple[str, ...]:
    """The keys of a name, without its connectors unless too little would be left: "bijli wala" is not "bijli"."""
    words = tokens(text)
    telling = [word for word in words if word not in CONNECTORS]
    if (len(telling) == 1 and is_common(telling[0])) or not telling:
        telling = words
    return tuple(forms(word)[0] for word in telling)


def joined(entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """Names of several words as they are typed without a space: what they are folded to, and their keys."""
    found: dict[str, tuple[str, ...]] = {}
    for name in _written(entries):
        words = tokens(name)
        for written in (words, [word for word in words if word not in CONNECTORS]):
            if len(written) > 1:
                found[forms("".join(written))[0]] = _phrase(name)
    return found


def fit(
    pattern: Pattern, texts: Sequence[str], readings: Sequence[Mapping[str, float]], at: int
) -> tuple[int, float] | None:
    """Whether the pattern stands at `at` (connectors between its words are skipped): (end, how sure)."""
    sure, place = 1.0, at
    for number, key in enumerate(pattern.keys):
        while number and place < len(texts) and texts[place] in CONNECTORS and key not in readings[place]:
            place += 1
        if place >= len(texts) or key not in readings[place]:
            return None
        sure *= readings[place][key]
        place += 1
    return place, sure


def alone(entries: Iterable[Entry]) -> frozenset[str]:
    """Words that are a whole name of the catalogue, as they are written there."""
    names = [tokens(name) for entry in entries for name in (*entry.names, *entry.aliases)]
    return frozenset(words[0] for words in names if len(words) == 1)


def spelled(entries: Iterable[Entry]) -> frozenset[str]:
    """The telling words of every name."""
    return frozenset(word for name in _written(entries) for word in tokens(name) if not idle(word))


def _written(entries: Iterable[Entry]) -> list[str]:
    """Every name of the word lists and of the catalogue."""
    listings = [spelling for term, spellings in listed("products").items() for spelling in (term, *spellings)]
    return [*listings, *(name for entry in entries for name in (*entry.names, *entry.aliases))]
