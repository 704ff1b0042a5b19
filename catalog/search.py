"""Finding products in what people type, in every script and with typos. Pure: it works over `Entry` values.

`Index.mentions` links words of a message to goods ("do shawl", "kanda jail ke shol"); `Index.search` ranks goods
for a free query. Both compare soft folds of the words (`catalog.spelling.fold`), so अचार, achaar and aachar are one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from catalog.features import FLAVOURED, around_of, attrs_of
from catalog.lexicon import is_common, listed, phrases
from catalog.likeness import Consonants, Vocabulary, forms
from catalog.naming import CONNECTORS, SERVICES, Entry, Pattern, alone, fit, idle, joined, patterns, spelled
from catalog.ordinary import asked_for, is_somebody, standing
from catalog.ranking import Documents, keys_of
from catalog.spacing import mended
from catalog.spelling import normalise
from catalog.spelt import as_listed
from catalog.utterance import Word, cut

__all__ = ["Entry", "Hit", "Index", "Mention"]

_Found = tuple[int, int, Pattern, float]  # first and last word, what is named, how sure
_BED_SIZES = frozenset(["double", "single", "डबल", "सिंगल"])
_FOR_A_BED = frozenset(["bedsheet", "blanket", "pillow"])


@dataclass(frozen=True)
class Hit:
    sku: str
    score: float


@dataclass(frozen=True)
class Mention:
    """Typed text `start:end` (words `first:last`) names a product: its plain term, and the skus it may be, best
    first (empty when the shop has no such thing). `score` 1 is spelled as listed."""

    start: int
    end: int
    term: str
    skus: tuple[str, ...]
    attrs: Mapping[str, str]
    score: float
    first: int
    last: int


class Index:
    """Built once per catalogue change; immutable, safe to share between conversations."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = {entry.sku: entry for entry in entries}
        self._of_term: dict[str, tuple[str, ...]] = defaultdict(tuple)
        for entry in self.entries.values():
            self._of_term[entry.term] += (entry.sku,)
        listed_entries = tuple(self.entries.values())
        self._patterns = patterns(listed_entries, self._of_term)
        self._joined = joined(listed_entries)
        self._alone = alone(listed_entries)
        self._words = Vocabulary({key for starts in self._patterns.values() for p in starts for key in p.keys})
        self._shortened = Consonants(spelled(listed_entries))
        self._group_words = {sku: keys_of(entry.group_words) for sku, entry in self.entries.items()}
        self._documents = Documents(listed_entries)
        self._all_group_words = frozenset().union(*self._group_words.values()) if self.entries else frozenset()

    # --- mentions

    def mentions(self, text: str) -> list[Mention]:
        """Every product named in `text`, left to right, without overlaps."""
        return self.mentions_of(cut(text))

    def mentions_of(self, words: Sequence[Word]) -> list[Mention]:
        pieces, places = mended(words, self._words)
        texts = [piece.text for piece in pieces]
        found = self._named(texts)
        goods = frozenset(at for first, last, _, _ in found for at in range(first, last))
        gaps = [piece.gap for piece in pieces]
        found = [one for one in found if self._meant(texts, gaps, one, goods)]
        found = [one for one in found if not _only_kind(texts, gaps, one, found)]
        found = self._once(texts, gaps, found)
        return [self._mention(words, texts, gaps, places, one, found) for one in found]

    def _named(self, texts: Sequence[str]) -> list[_Found]:
        readings = [self._readings(word) for word in texts]
        found: list[_Found] = []
        at = 0
        while at < len(texts):
            best = self._pattern_at(texts, readings, at)
            if best:
                found.append((at, *best))
            at = best[0] if best else at + 1
        return found

    def _once(self, texts: Sequence[str], gaps: Sequence[bool], found: Sequence[_Found]) -> list[_Found]:
        """ "madubani panting", "jau atta": two names of one thing side by side name it once, the narrower counts."""
        kept: list[_Found] = []
        for one in found:
            before = kept[-1] if kept else None
            if before and _after(texts, before[1]) == one[0] and not gaps[one[0]]:
                narrow, wide = sorted((before, one), key=lambda each: len(self._skus(each[2])))
                if self._skus(narrow[2]) and set(self._skus(narrow[2])) <= set(self._skus(wide[2])):
                    kept[-1] = (before[0], one[1], narrow[2], min(before[3], one[3]))
                    continue
            kept.append(one)
        return kept

    def _skus(self, pattern: Pattern) -> tuple[str, ...]:
        return pattern.skus or self._of_term[pattern.term]

    def _meant(self, texts: Sequence[str], gaps: Sequence[bool], one: _Found, goods: frozenset[int]) -> bool:
        """Whether goods are meant by a word that may be ordinary talk or somebody's name."""
        first, last, pattern, _ = one
        if len(pattern.keys) > 1:
            return True
        if is_somebody(texts, first, last):
            return False
        if standing(texts[first], pattern.keys[0], self._alone) == "goods":
            return True
        return asked_for(texts, gaps, first, last, goods - set(range(first, last)))

    def _readings(self, word: str) -> dict[str, float]:
        """Vocabulary keys the word may be, with how sure: inflections are certain, a typo is less so."""
        exact = {form: 1.0 for form in forms(word) if form in self._words}
        place = word in phrases("places") or self.names_maker(word)
        if exact or place or word[0].isdigit() or is_common(word):
            return exact
        return self._words.near(word) or self._shortened.near(word)

    def _pattern_at(
        self, texts: Sequence[str], readings: Sequence[Mapping[str, float]], at: int
    ) -> tuple[int, Pattern, float] | None:
        other = _other_goods().get(texts[at])
        if other:
            return at + 1, Pattern((texts[at],), other, ()), 1.0
        together = self._together(texts[at])
        if together and not any(sure == 1.0 for sure in readings[at].values()):
            return at + 1, *together
        best: tuple[int, Pattern, float] | None = None
        for key in readings[at]:
            talk = standing(texts[at], key, self._alone) == "talk"
            for pattern in self._patterns.get(key, ()):
                found = fit(pattern, texts, readings, at)
                if found is None or (talk and len(pattern.keys) == 1):
                    continue
                weight = (len(pattern.keys), found[1])
                if best is None or weight > (len(best[1].keys), best[2]):
                    best = (found[0], pattern, found[1])
                elif weight == (len(best[1].keys), best[2]) and found[0] == best[0]:
                    best = (found[0], self._both(best[1], pattern), found[1])
        return best

    def _both(self, one: Pattern, other: Pattern) -> Pattern:
        """A word that is two names at once ("thaile": the cloth bag's own, and the plural of any bag)."""
        skus = [sku for pattern in (one, other) for sku in self._skus(pattern)]
        return Pattern(one.keys, one.term, tuple(dict.fromkeys(skus)))

    def _together(self, word: str) -> tuple[Pattern, float] | None:
        """The name of several words typed as this one: "amlacandy"."""
        for key in forms(word):
            keys = self._joined.get(key)
            if keys:
                return next((p, 1.0) for p in self._patterns[keys[0]] if p.keys == keys)
        return None

    def _mention(
        self,
        words: Sequence[Word],
        texts: Sequence[str],
        gaps: Sequence[bool],
        places: Sequence[int],
        one: _Found,
        everything: Sequence[_Found],
    ) -> Mention:
        first, last, pattern, score = one
        left = max((end for _, end, _, _ in everything if end <= first), default=0)
        right = min((start for start, _, _, _ in everything if start >= last), default=len(texts))
        around = around_of(texts, gaps, (left, first), (last, right))
        attrs = attrs_of(as_listed(texts), around, first, last, pattern.term)
        near = [texts[place] for place in around if not first <= place < last]
        skus = self._ranked(pattern, attrs, near, alone=len(everything) == 1, everything=texts)
        first, last = places[first], places[last]
        return Mention(words[first].start, words[last - 1].end, pattern.term, skus, attrs, score, first, last)

    def _ranked(
        self, pattern: Pattern, attrs: Mapping[str, str], near: Sequence[str], alone: bool, everything: Sequence[str]
    ) -> tuple[str, ...]:
        """The skus a mention may be, best first: narrowed by group or place words and by attributes nearby."""
        skus = self._skus(pattern)
        spoken = {form for word in (everything if alone else near) for form in forms(word) if len(word) > 2}
        spoken &= self._all_group_words
        points = {}
        for place, sku in enumerate(skus):
            mine = len(spoken & self._group_words[sku])
            fits = sum(1 for name, value in attrs.items() if self.entries[sku].attrs.get(name) == value)
            clashes = sum(1 for name, value in attrs.items() if self.entries[sku].attrs.get(name, value) != value)
            points[sku] = (2 * mine + fits - clashes, -place)
        best = sorted(skus, key=lambda sku: points[sku], reverse=True)
        top = points[best[0]][0] if best else 0
        # What was asked for by name of place or colour leaves the others out.
        return tuple(sku for sku in best if top <= 0 or points[sku][0] == top)

    def is_service(self, mention: Mention) -> bool:
        """Whether work is named, not goods: a plumber, the stitching of uniforms."""
        return bool(mention.skus) and all(self.entries[sku].category == SERVICES for sku in mention.skus)

    def names_maker(self, word: str) -> bool:
        """Whether a word belongs to the name or place of a producer group."""
        return len(word) > 2 and any(form in self._all_group_words for form in forms(word))

    # --- free search

    def search(self, text: str, limit: int = 9) -> list[Hit]:
        """Products for a free query, best first; score 0-1. Empty only when nothing is like anything said."""
        pieces, _ = mended(cut(text), self._words)
        words = [piece.text for piece in pieces if piece.text not in CONNECTORS]
        telling = [word for word in words if not idle(word) or standing(word, "", self._alone) == "goods"]
        found = self._points(text, telling)
        if not found:  # "likhne ki copy": words of two meanings count where no other does
            found = self._points(text, [w for w in words if standing(w, "", self._alone) == "either"] or words)
        hits = [Hit(sku, min(1.0, score)) for sku, score in found.items()]
        return sorted(hits, key=lambda hit: (-hit.score, hit.sku))[:limit]

    def _points(self, text: str, asked: Sequence[str]) -> dict[str, float]:
        points, whole = self._documents.points(asked)
        for mention in self.mentions(text):
            for place, sku in enumerate(mention.skus):
                points[sku] = points.get(sku, 0.0) + whole * mention.score * (1.0 - 0.02 * min(place, 20))
        return {sku: score / (2 * whole) for sku, score in points.items() if score > 0.15 * whole}


@lru_cache(maxsize=1)
def _other_goods() -> dict[str, str]:
    """Words that sound like our goods but name others."""
    return {normalise(word): meaning for meaning, words in listed("other_goods").items() for word in words}


def _only_kind(texts: Sequence[str], gaps: Sequence[bool], one: _Found, everything: Sequence[_Found]) -> bool:
    """ "khadi ka kurta", "chocolate cake": the first of the two says of what kind the second is."""
    first, last, pattern, _ = one
    if pattern.term == "bed" and _told_its_size(texts, first, last):  # "a blanket for a double bed"
        return any(other.term in _FOR_A_BED for _, _, other, _ in everything)
    after = _after(texts, last)
    beside = next((other.term for start, _, other, _ in everything if start == after and not gaps[start]), None)
    if beside is None:
        return False
    taste = pattern.term in listed("flavours") or phrases("flavours").at(texts, first) is not None
    if taste and beside in FLAVOURED and beside != pattern.term:
        return True
    return phrases("materials").at(texts, first) is not None or (pattern.term == "bed" and beside in _FOR_A_BED)


def _after(texts: Sequence[str], at: int) -> int:
    """The place after connectors: "gobar | ke | diye"."""
    while at < len(texts) and texts[at] in CONNECTORS:
        at += 1
    return at


def _told_its_size(texts: Sequence[str], first: int, last: int) -> bool:
    """Whether a bed is named by its size alone and not counted: "double bed ki chadar"; "ek double bed" is one."""
    sized = [at for at in range(max(0, first - 1), last) if texts[at] in _BED_SIZES]
    before = texts[sized[0] - 1] if sized and sized[0] else ""
    return bool(sized) and not (before.isdigit() or before in phrases("numbers"))
