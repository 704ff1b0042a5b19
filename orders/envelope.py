"""An address cut at the words that label its parts ("VPO", "तहसील", "near"), and where it lies. Pure but for the post's
packaged directory; no network."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from catalog.lexicon import Phrases, listed
from catalog.utterance import Word, cut
from orders import pincodes
from orders.districts import Area, Naming, all_areas, home_areas, namings

_LABELS = (
    "village",
    "post_office",
    "village+post_office",
    "tehsil",
    "thana",
    "district",
    "state",
    "care_of",
    "name",
    "address",
    "landmark",
    "house",
    "street",
)
_NUMBERED = frozenset(["house", "street"])
_ELSEWHERE = frozenset(["care_of", "name", "landmark"])  # what is named there is not where it lies
_TOGETHER = 4  # labels of one place
_LETTERS = frozenset(["ए", "बी", "सी", "डी"])
_HOME = frozenset(["Himachal Pradesh", "Bihar"])


@dataclass(frozen=True)
class Segment:
    """The words `start:end` and what their label says they are (several for "VPO"; none without a label). `first` is
    the label's own first word."""

    kinds: tuple[str, ...]
    start: int
    end: int
    first: int


@dataclass(frozen=True)
class Told:
    """Where an address lies as far as it and its pincode tell. `differs`: the place as typed that does not lie where
    the pincode does; then nothing is settled."""

    district: str | None = None
    state: str | None = None
    differs: str | None = None


def told(line: str, pincode: str | None = None) -> Told:
    """What the typed `line` and the pincode (if the post knows it) say together."""
    words = cut(line)
    within = pincodes.areas(pincode) if pincode else ()
    hints, claims = _namings(words, within)
    if not within:
        return _without_pincode(hints, claims)
    fits = {area for one in hints if one.kind != "state" for area in one.areas & set(within)}
    wrong = None if fits else _contradicting(claims, set(within))
    if wrong:
        return Told(differs=line[words[wrong.start].start : words[wrong.end - 1].end].strip(" .,;:()-"))
    states = {area.state for area in within}
    area = next(iter(fits or within)) if len(fits or within) == 1 else None
    state = area.state if area else states.pop() if len(states) == 1 else None
    return Told(area.district if area else None, state)


def segments(words: Sequence[Word]) -> list[Segment]:
    """The parts of an address, left to right; what stands before the first label of a chunk has none."""
    found: list[Segment] = []
    for start, end in _chunks(words):
        found += _cut(words, start, end)
    return found


def _chunks(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    texts = [word.text for word in words]
    begin = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or (words[at].gap and not _shortened(texts, begin, at)):
            yield begin, at
            begin = at


def _shortened(texts: Sequence[str], begin: int, at: int) -> bool:
    """Whether the stop before `at` only ends a short form: "p.o. Naggar", "opp. ITI", "T. Nagar", "H. No. 221"."""
    if len(texts[at - 1]) == 1 and texts[at - 1].isalpha():
        return True
    label = next(
        (
            found
            for place in range(max(begin, at - _phrases().longest), at)
            if (found := _whole_label(texts, place, at))
        ),
        None,
    )
    if label is None or _label_at(texts, at, len(texts)):
        return False
    return texts[at][0].isdigit() if label in _NUMBERED else True


def _whole_label(texts: Sequence[str], at: int, end: int) -> str | None:
    """The label that the words `at:end` are and nothing else."""
    found = _phrases().at(texts[at : min(end, at + _phrases().longest)], 0)
    return found[0] if found and at + found[1] == end else None


def _cut(words: Sequence[Word], start: int, end: int) -> Iterator[Segment]:
    texts = [word.text for word in words]
    at = free = start
    while at < end:
        kinds, after = _labels(texts, at, end)
        if not kinds:
            at += 1
            continue
        if free < at:
            yield Segment((), free, at, free)
        stop = _value_end(texts, kinds, after, end)
        yield Segment(kinds, after, stop, at)
        at = free = stop
    if free < end:
        yield Segment((), free, end, free)


def _labels(texts: Sequence[str], at: int, end: int) -> tuple[tuple[str, ...], int]:
    """The labels that stand together at `at` ("gaon aur post", "teh & distt"), and where what they label begins."""
    kinds: list[str] = []
    place = at
    while place < end and len(kinds) < _TOGETHER:
        joined = bool(kinds) and texts[place] in _joins()
        found = _label_at(texts, place + joined, end)
        if found is None:
            break
        kinds += found[0].split("+")
        place += joined + found[1]
    # A label with nothing behind it is a word like others: "Thakur House", "main post".
    numbered = place < end and (texts[place][0].isdigit() or len(texts[place]) == 1)
    if place >= end or (set(kinds) <= _NUMBERED and not numbered and kinds[-1:] != ["street"]):
        return (), at
    return tuple(dict.fromkeys(kinds)), place


def _label_at(texts: Sequence[str], at: int, end: int) -> tuple[str, int] | None:
    found = _phrases().at(texts[at : min(end, at + _phrases().longest)], 0) if at < end else None
    if found and texts[at] in ("no", "floor", "building", "room") and not _numbers_follow(texts, at + found[1], end):
        return None
    return found


def _numbers_follow(texts: Sequence[str], at: int, end: int) -> bool:
    return at < end and texts[at][0].isdigit()


def _value_end(texts: Sequence[str], kinds: tuple[str, ...], at: int, end: int) -> int:
    """Houses, wards and sectors end with their number; other parts go on to the next label."""
    if set(kinds) <= _NUMBERED and (texts[at][0].isdigit() or len(texts[at]) == 1):
        letter = at + 1 < end and (texts[at + 1] in _LETTERS or (len(texts[at + 1]) == 1 and texts[at + 1].isalpha()))
        return at + 1 + letter
    stop = at + 1
    while stop < end and not _labels(texts, stop, end)[0]:
        stop += 1
    state = next((one for one in namings(texts[at:stop]) if one.kind == "state" and one.start > 0), None)
    return at + state.start if state and not set(kinds) & _ELSEWHERE else stop


@lru_cache(maxsize=1)
def _phrases() -> Phrases:
    return Phrases({kind: listed("address_labels")[kind] for kind in _LABELS})


@lru_cache(maxsize=1)
def _joins() -> frozenset[str]:
    return frozenset(listed("address_labels")["joins"])


def _namings(words: Sequence[Word], within: Sequence[Area]) -> tuple[list[Naming], list[Naming]]:
    """Places named anywhere that tells where it lies, and those of them that claim to be its district or state:
    labelled so, or all of an unlabelled part, or its end ("12 Mall Road Shimla")."""
    texts = [word.text for word in words]
    hints: list[Naming] = []
    claims: list[Naming] = []
    for segment in segments(words):
        # A village may lie in another district than its post office.
        if set(segment.kinds) & _ELSEWHERE or segment.kinds == ("post_office",):
            continue
        labelled = bool(set(segment.kinds) & {"district", "state"})
        near = all_areas() if labelled else frozenset(within) or home_areas()
        found = [
            Naming(one.start + segment.start, one.end + segment.start, one.kind, one.name, one.areas)
            for one in namings(texts[segment.start : segment.end], near)
        ]
        hints += found
        if labelled:
            claims += found[:1]
        elif not segment.kinds:
            claims += _at_the_end(found, segment.end)
    return hints, claims


def _at_the_end(found: Sequence[Naming], end: int) -> list[Naming]:
    claims: list[Naming] = []
    for one in reversed(found):
        if one.end != end:
            break
        claims.append(one)
        end = one.start
    return claims[::-1]


def _contradicting(claims: Sequence[Naming], within: set[Area]) -> Naming | None:
    """The district, town or state that was named and lies elsewhere. Towns are known of the home states only, and
    their names are found all over the country: they speak against a pincode at home alone."""
    states = {area.state for area in within}
    for one in claims:
        if one.kind == "state":
            if not states & {area.state for area in one.areas}:
                return one
        elif not one.areas & within and (one.kind == "district" or states & _HOME):
            return one
    return None


def _without_pincode(hints: Sequence[Naming], claims: Sequence[Naming]) -> Told:
    among: set[Area] = set()
    for one in [*claims, *hints]:
        if one.kind != "state":
            among = (among & one.areas) or among or set(one.areas)
    named = {area for one in [*claims, *hints] if one.kind == "state" for area in one.areas}
    among = (among & named) or among
    states = {area.state for area in among or named}
    state = states.pop() if len(states) == 1 else None
    return Told(among.pop().district if len(among) == 1 else None, state)
