"""What the text itself says, before anybody guesses what it means: goods, amounts, codes, days, money. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.understanding.changes import Correction, change, correction, pointer, pointing_places
from bot.understanding.contacts import Found, Places, codes
from bot.understanding.dates import Day, days_in
from bot.understanding.money import Money, money
from bot.understanding.pairing import Line, lines
from bot.understanding.people import address_in, first_house_word, looks_like_address, name_in
from bot.understanding.quantities import Quantity, quantities
from catalog.lexicon import phrases
from catalog.search import Index, Mention
from catalog.utterance import Word, cut

_ADDRESS_MARK = re.compile(
    r"(?:\b(?:deliver|send|ship|courier|post)\s+(?:it\s+|this\s+)?(?:to|at)\b|\baddress\b|\bpata\b|पता\b|पता(?=\s)|\bpate\b|पते)",
    re.I,
)


@dataclass(frozen=True)
class Facts:
    """Everything the grammars found in one text; word places refer to `words`."""

    text: str
    words: tuple[Word, ...]
    texts: tuple[str, ...]
    awaiting: str | None
    codes: tuple[Found, ...] = ()
    mentions: tuple[Mention, ...] = ()
    lines: tuple[Line, ...] = ()
    money: Money = field(default_factory=Money)
    days: tuple[Day, ...] = ()
    correction: Correction | None = None
    change: str | None = None
    pointer: str | None = None
    payment: str | None = None
    lang: str | None = None
    service: str | None = None
    place: str | None = None
    category: str | None = None
    asks_price: bool = False
    maker_words: tuple[int, ...] = ()  # places of words that name a producer group or where it is
    name: str | None = None
    address: str | None = None
    housey: bool = False  # the words hold the talk of an address

    def code(self, kind: str) -> str | None:
        return next((found.value for found in self.codes if found.kind == kind), None)

    @property
    def amounts(self) -> tuple[Quantity, ...]:
        return tuple(line.quantity for line in self.lines if line.quantity)


def gather(text: str, index: Index, awaiting: str | None, today: date, places: Places | None = None) -> Facts:
    """Every grammar over one text, in the order in which they may claim words. Never raises on any text."""
    words = cut(text)
    texts = tuple(word.text for word in words)
    found = codes(text, places, awaiting)
    coded = {at for at, word in enumerate(words) if any(c.start < word.end and word.start < c.end for c in found)}
    address, address_words = _address(text, words, texts, found, awaiting)
    claimed = coded | address_words
    named = [m for m in index.mentions_of(words) if not claimed & set(range(m.first, m.last))]
    families = [range(start, end) for start, end, _ in phrases("categories").find(texts)]
    # "ऊनी कपड़े" is a family of goods even if one of them is also called so.
    mentions = [m for m in named if not index.is_service(m) and not _within_any(m, families)]
    things = {mention.first for mention in mentions}
    prices = money(texts, things)
    days = [day for day in days_in(texts, today) if not claimed & set(range(day.start, day.end))]
    claimed |= set(prices.places) | {place for day in days for place in range(day.start, day.end)}
    goods = {place for m in mentions for place in range(m.first, m.last)}
    corrected = correction(texts, things, goods)
    if corrected and claimed & set(range(corrected.start, corrected.end)):
        corrected = None
    counted = claimed | pointing_places(texts) | (set(range(corrected.start, corrected.end)) if corrected else set())
    amounts = [q for q in quantities(texts, things, counted) if not _inside(q, mentions)]
    return Facts(
        text,
        words,
        texts,
        awaiting,
        codes=tuple(found),
        mentions=tuple(mentions),
        lines=tuple(lines(words, mentions, amounts)),
        money=prices,
        days=tuple(days),
        correction=corrected,
        change=change(texts, things),
        pointer=pointer([word for at, word in enumerate(texts) if at not in claimed]),
        payment=phrases("payments").first(texts),
        lang=_language(texts),
        service=phrases("services").first(texts) or next((m.term for m in named if index.is_service(m)), None),
        place=phrases("places").first(texts),
        category=phrases("categories").first(texts),
        asks_price=phrases("price_questions").first(texts) is not None,
        maker_words=_maker_words(texts, index),
        name=name_in(text, awaiting),
        address=address,
        housey=looks_like_address(texts),
    )


def _maker_words(texts: Sequence[str], index: Index) -> tuple[int, ...]:
    named = {at for start, end, _ in phrases("makers").find(texts) for at in range(start, end)}
    return tuple(sorted(named | {at for at, word in enumerate(texts) if index.names_maker(word)}))


def _within_any(mention: Mention, spans: Sequence[range]) -> bool:
    return any(span.start <= mention.first and mention.last <= span.stop and len(span) > 1 for span in spans)


def _inside(quantity: Quantity, mentions: Sequence[Mention]) -> bool:
    return any(m.first <= quantity.start and quantity.end <= m.last for m in mentions)


def _address(
    text: str, words: Sequence[Word], texts: Sequence[str], found: Sequence[Found], awaiting: str | None
) -> tuple[str | None, set[int]]:
    """The address as typed, and the words it takes."""
    if awaiting == "address":
        address = address_in(text, found)
        return address, _words_of(address, text, words) if looks_like_address(texts) else set()
    pincode = any(code.kind == "pincode" for code in found)
    mark = _ADDRESS_MARK.search(text)
    if mark and (pincode or looks_like_address(texts)):
        address = address_in(text, found, after=mark.start())
    elif looks_like_address(texts):
        begin = first_house_word(words)
        address = address_in(text, found, after=words[begin].start if begin is not None else 0)
    elif pincode:
        address = _place_before_pincode(words, texts, found, text)
    else:
        address = None
    return address, _words_of(address, text, words)


def _place_before_pincode(words: Sequence[Word], texts: Sequence[str], found: Sequence[Found], text: str) -> str | None:
    """ "… nadaun 177033": a town and its pincode are an address of a sort."""
    pincode = next(code for code in found if code.kind == "pincode")
    for start, end, _ in phrases("places").find(texts):
        if words[end - 1].end <= pincode.start and pincode.start - words[end - 1].end <= 3:
            return text[words[start].start : words[end - 1].end].strip(" ,")
    return None


def _words_of(address: str | None, text: str, words: Sequence[Word]) -> set[int]:
    if not address:
        return set()
    start = text.find(address)
    return {at for at, word in enumerate(words) if start <= word.start < start + len(address)}


def _language(texts: Sequence[str]) -> str | None:
    """The language asked for; "english nahi aati, hindi me bolo" asks for Hindi."""
    named = [
        meaning
        for start, end, meaning in phrases("languages").find(texts)
        if not ({"nahi", "nhi", "नहीं", "नही"} & set(texts[end : end + 2]))
        and not ({"dont", "don't", "not", "no"} & set(texts[max(0, start - 2) : start]))
    ]
    return named[0] if named else None
