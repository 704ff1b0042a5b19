"""A message about the cart cut into its parts: goods, amounts, wishes and what is to be done with them. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.understanding.changes import Correction
from bot.understanding.facts import Facts
from bot.understanding.names import name_in
from bot.understanding.pointers import orders, pointing_places
from bot.understanding.quantities import Quantity
from catalog.lexicon import phrases
from catalog.search import Mention

_WISHES = {"color": "colours", "size": "sizes", "flavour": "flavours"}
_JOINERS = frozenset(["aur", "and", "phir", "fir", "then", "plus", "+", "tatha", "और", "फिर", "तथा", "एवं"])
_TURNS = frozenset(["par", "pr", "lekin", "magar", "but", "balki", "पर", "लेकिन", "मगर", "बल्कि"])
# Verbs close a Hindi sentence: goods after one belong to the next.
VERBS = frozenset(["remove", "refuse", "swapping", "replace", "set", "keep", "put", "want", "less", "double", "undo"])
_AFTER_MORE = frozenset([None, "set", "put", "want", "keep", "label", "lead"])
_CONTENT = frozenset(["goods", "amount", "correction", "wish", "ref", "all"])
_IDLE = frozenset(["label", "lead", "sorry", "to"])


class Wish(NamedTuple):
    """What can be chosen of a product: ("color", "maroon")."""

    name: str
    value: str


class Piece(NamedTuple):
    """Words `start:end` and what they are: goods, amount, correction, wish, ref, a list of edits.yml, value (of the
    order's form), or other."""

    start: int
    end: int
    kind: str
    value: Mention | Quantity | Correction | Wish | None = None


@dataclass
class Segment:
    """Words that do one thing. `joined`: by an "and" to the segment before."""

    pieces: list[Piece] = field(default_factory=list)
    joined: bool = False

    def has(self, *kinds: str) -> bool:
        return any(piece.kind in kinds for piece in self.pieces)

    @property
    def goods(self) -> list[Mention]:
        return [piece.value for piece in self.pieces if isinstance(piece.value, Mention)]

    @property
    def amounts(self) -> list[Quantity]:
        return [piece.value for piece in self.pieces if isinstance(piece.value, Quantity)]

    @property
    def wishes(self) -> list[Wish]:
        return [piece.value for piece in self.pieces if isinstance(piece.value, Wish)]

    @property
    def shares(self) -> list[tuple[Quantity, Wish]]:
        """Amounts with the wish right beside them: "2 maroon 1 grey", "grey 1"."""
        found: list[tuple[Quantity, Wish]] = []
        close = [piece for piece in self.pieces if piece.kind not in _IDLE]
        at = 0
        while at < len(close) - 1:
            one, other = close[at].value, close[at + 1].value
            if isinstance(one, Wish) and isinstance(other, Quantity):
                one, other = other, one
            if isinstance(one, Quantity) and isinstance(other, Wish):
                found.append((one, other))
                at += 1
            at += 1
        return found


def segments(facts: Facts) -> list[Segment]:
    """The parts of the whole message in order; words that are none of the shop's are pieces "other"."""
    every = list(_pieces(facts))
    found = [Segment()]
    for number, piece in enumerate(every):
        word, now = facts.texts[piece.start], found[-1]
        if number and piece.start < every[number - 1].end:  # the flavour inside "nimbu ka achar"
            now.pieces.append(piece)
            continue
        single = piece.end == piece.start + 1  # "phir se" joins nothing
        joins = single and (word in _TURNS or (word in _JOINERS and not _means_more(word, every, number, now)))
        if joins or facts.words[piece.start].gap or _begins_anew(piece, now):
            found.append(Segment(joined=joins))
        if joins:
            continue
        found[-1].pieces.append(piece)
        if piece.kind == "swapping" or (piece.kind == "not" and now.has("goods", "wish")):
            found.append(Segment())
    return [segment for segment in found if segment.pieces]


def _begins_anew(piece: Piece, segment: Segment) -> bool:
    kinds = [one.kind for one in segment.pieces if one.kind not in _IDLE]
    verb = next((at for at, kind in enumerate(kinds) if kind in VERBS), None)
    if verb is None:
        return False
    if piece.kind in ("goods", "amount", "correction", "ref", "all"):  # "shawl hata do | topi 3 kar do"
        return bool(_CONTENT & set(kinds[:verb]))
    return verb == 0 and piece.kind in VERBS and bool(_CONTENT & set(kinds))  # "remove shawls | make caps 2"


def _means_more(word: str, every: Sequence[Piece], number: int, segment: Segment) -> bool:
    """ "ek aur", "ek aur shawl", "aur 2 de do"; in "ek shawl aur topi" the word only joins."""
    before = [piece.kind for piece in segment.pieces if piece.kind not in _IDLE]
    after = [piece.kind for piece in every[number + 1 :] if piece.kind not in _IDLE]
    following = after[0] if after else None
    if word == "and":
        return False
    match before[-1:]:
        case ["amount"]:
            return following in _AFTER_MORE or (following == "goods" and "goods" not in before)
        case ["goods" | "wish"]:
            return "amount" in before and following in _AFTER_MORE
        case []:
            return following == "amount" and not {"goods", "wish"} & set(after)
    return False


def _pieces(facts: Facts) -> Iterator[Piece]:
    known = {m.first: Piece(m.first, m.last, "goods", m) for m in facts.mentions}
    known |= {q.start: Piece(q.start, q.end, "amount", q) for q in facts.amounts}
    if facts.correction:
        replaced = facts.correction
        unit = phrases("units").at(facts.texts, replaced.end)
        known[replaced.start] = Piece(replaced.start, replaced.end + (unit[1] if unit else 0), "correction", replaced)
    pointed, values = pointing_places(facts.texts), _values(facts)
    at, last = 0, ""
    while at < len(facts.texts):
        piece = known.get(at) or (Piece(at, at + 1, "value") if at in values else _word(facts.texts, at, pointed))
        if piece.kind == "amount" and facts.texts[at] == "one" and last == "wish" and not facts.words[at].gap:
            piece = Piece(at, at + 1, "label")  # "the grey one"
        if piece.kind == "lead" and facts.texts[at] in ("no", "न") and piece.end in known:
            following = known[piece.end]  # "no shawls"; in "no, make it 3" and "no 3 shawls" it only begins
            bare = following.kind == "goods" and not facts.words[piece.end].gap
            piece = Piece(at, piece.end, "not") if bare else piece
        yield piece
        if piece.kind == "correction":  # "2 shawl nahi 3"
            yield from (known[one] for one in sorted(known) if piece.start < one < piece.end)
        if piece.kind == "goods":
            inside = phrases("flavours").first(facts.texts[piece.start : piece.end])
            if inside and isinstance(piece.value, Mention) and "flavour" in piece.value.attrs:
                yield Piece(piece.start, piece.end, "wish", Wish("flavour", inside))
        last, at = piece.kind, piece.end


def named_in(facts: Facts) -> str | None:
    """A name that is told as one: "naam Anita Devi"; not what would be one if a name were asked for."""
    return name_in(facts.text) if facts.name else None


def _values(facts: Facts) -> set[int]:
    """Words that answer the order's form: whom, where, codes and how to pay, and what they are called."""
    found = {at for start, end, _ in phrases("payments").find(facts.texts) for at in range(start, end)}
    told = [(code.start, code.end) for code in facts.codes]
    for value in (named_in(facts), facts.address if facts.awaiting != "address" else None):
        start = facts.text.find(value) if value else -1
        told += [(start, start + len(value))] if value and start >= 0 else []
    found |= {at for at, word in enumerate(facts.words) if any(a < word.end and word.start < b for a, b in told)}
    edits = {at for start, end, _ in phrases("edits").find(facts.texts) for at in range(start, end)}
    parts = {at for start, end, _ in phrases("form_parts").find(facts.texts) for at in range(start, end)}
    return found | (parts - edits)


def _word(texts: Sequence[str], at: int, pointed: set[int]) -> Piece:
    meant = phrases("edits").at(texts, at)
    if at in pointed or (orders(texts[at]) and (meant is None or meant[1] == 1)):
        return Piece(at, at + 1, "ref")
    for name, listing in _WISHES.items():
        wish = phrases(listing).at(texts, at)
        if wish and (meant is None or wish[1] >= meant[1]):
            return Piece(at, at + wish[1], "wish", Wish(name, wish[0]))
    return Piece(at, at + meant[1], meant[0]) if meant else Piece(at, at + 1, "other")
