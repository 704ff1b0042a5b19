"""What the text itself says, before anybody guesses what it means: goods, amounts, codes, days, money. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.understanding.address import Address, split
from bot.understanding.changes import Correction, change, correction
from bot.understanding.contacts import Found, Places, codes
from bot.understanding.dates import Day, days_in
from bot.understanding.envelope import address_start, receiver, street_at
from bot.understanding.money import Money, money
from bot.understanding.names import name_in
from bot.understanding.packs import packed
from bot.understanding.pairing import Line, lines
from bot.understanding.people import address_in, first_house_word, looks_like_address
from bot.understanding.pointers import pointer, pointing_places
from bot.understanding.quantities import Quantity, quantities, unit_places
from catalog.lexicon import phrases
from catalog.search import Index, Mention
from catalog.spelt import as_listed
from catalog.utterance import Word, cut

_ADDRESS_MARK = re.compile(
    r"(?:\b(?:deliver|send|ship|courier|post)\s+(?:it\s+|this\s+)?(?:to|at)\b|\baddress\b|\bpata\b|पता\b|पता(?=\s)|\bpate\b|पते)",
    re.I,
)

_FORM = frozenset(["name", "address", "pincode", "district", "phone"])
_LIST_NUMBER = re.compile(r"(?:^|(?<=[\s,;]))(\d{1,2})[.)]\s?(?=[^\W\d])")
_WISHES = ("colours", "sizes")  # "do maroon": two of them
_NOT_BEFORE = frozenset(["dont", "don't", "not", "no"])
_NOT_AFTER = frozenset(["nahi", "nhi", "mat", "नहीं", "नही", "मत"])


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
    seen = index.mentions_of(words)
    texts = as_listed(texts, {at for m in seen for at in range(m.first, m.last)} | coded)
    name = _person(text, awaiting, seen)
    answers = awaiting in _FORM and not seen and looks_like_address(texts)
    whole = split(_without_name(text), name) if answers else None
    address, address_words = _address(text, words, texts, found, awaiting, seen, whole)
    claimed = coded | address_words
    named = [m for m in seen if not claimed & set(range(m.first, m.last))]
    families = [range(start, end) for start, end, _ in phrases("categories").find(texts)]
    # "ऊनी कपड़े" is a family of goods even if one of them is also called so.
    every = [range(start, end) for start, end, meaning in phrases("edits").find(texts) if meaning == "all"]
    goods_named = (m for m in named if not any(span.start == m.first and span.stop >= m.last for span in every))
    mentions = [m for m in goods_named if not index.is_service(m) and not _within_any(m, families)]
    things = {mention.first for mention in mentions}
    prices = money(texts, things, claimed)
    days = [day for day in days_in(texts, today) if not claimed & set(range(day.start, day.end))]
    claimed |= set(prices.places) | {place for day in days for place in range(day.start, day.end)}
    goods = {place for m in mentions for place in range(m.first, m.last)}
    corrected = correction(texts, things | unit_places(texts), goods)
    if corrected and claimed & set(range(corrected.start, corrected.end)):
        corrected = None
    counted = claimed | pointing_places(texts) | (set(range(corrected.start, corrected.end)) if corrected else set())
    counted |= _list_numbers(text, words)
    wished = things | {start for listing in _WISHES for start, _, _ in phrases(listing).find(texts)}
    found_amounts = packed(texts, quantities(texts, wished, counted), things)
    amounts = [q for q in found_amounts if not _inside(q, mentions)]
    taken = claimed | goods | {place for q in amounts for place in range(q.start, q.end)}
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
        change=change(texts, things, things | unit_places(texts)),
        pointer=pointer([word for at, word in enumerate(texts) if at not in claimed]),
        payment=_meant(texts, "payments"),
        lang=_meant(texts, "languages", whatever=False),
        service=phrases("services").first(texts) or next((m.term for m in named if index.is_service(m)), None),
        place=phrases("places").first(texts),
        category=phrases("categories").first(texts),
        asks_price=phrases("price_questions").first(texts) is not None,
        maker_words=_maker_words(texts, index),
        name=_of_letters(name)
        or (whole.name if whole else None)
        or (receiver(text, words, taken) if mentions and amounts and found else None),
        address=address,
        housey=looks_like_address(texts),
    )


def _of_letters(name: str | None) -> str | None:
    """A smile or a thumb is nobody's name."""
    return None if any(unicodedata.category(letter) in ("So", "Sk") for letter in name or "") else name


def _person(text: str, awaiting: str | None, mentions: Sequence[Mention]) -> str | None:
    """The name told; goods named while a name was asked for are nobody's ("शॉल मैरून कर दो")."""
    name = name_in(text, awaiting)
    start = text.find(name) if name else -1
    goods = any(mention.start < start + len(name or "") and start < mention.end for mention in mentions)
    return name_in(text) if goods else name


def _list_numbers(text: str, words: Sequence[Word]) -> set[int]:
    """The places of "1." and "2)" in a list of things: they count nothing."""
    starts = [(int(found[1]), found.start(1)) for found in _LIST_NUMBER.finditer(text)]
    if len(starts) < 2 or [number for number, _ in starts] != list(range(1, len(starts) + 1)):
        return set()
    offsets = {start for _, start in starts}
    return {at for at, word in enumerate(words) if word.start in offsets and word.text.isdigit()}


def _maker_words(texts: Sequence[str], index: Index) -> tuple[int, ...]:
    named = {at for start, end, _ in phrases("makers").find(texts) for at in range(start, end)}
    return tuple(sorted(named | {at for at, word in enumerate(texts) if index.names_maker(word)}))


def _within_any(mention: Mention, spans: Sequence[range]) -> bool:
    return any(span.start <= mention.first and mention.last <= span.stop and len(span) > 1 for span in spans)


def _inside(quantity: Quantity, mentions: Sequence[Mention]) -> bool:
    return any(m.first <= quantity.start and quantity.end <= m.last for m in mentions)


def _address(
    text: str,
    words: Sequence[Word],
    texts: Sequence[str],
    found: Sequence[Found],
    awaiting: str | None,
    mentions: Sequence[Mention],
    whole: Address | None,
) -> tuple[str | None, set[int]]:
    """The address as typed, and the words it takes. `whole`: the text is nothing but one, an answer to the form."""
    if whole and whole.line:
        return whole.line, set(range(len(words)))
    if awaiting == "address":
        address = address_in(_without_name(text), found)
        return address, _words_of(address, text, words) if looks_like_address(texts) else set()
    pincode = any(code.kind == "pincode" for code in found)
    mark = _ADDRESS_MARK.search(text)
    goods = {place for mention in mentions for place in range(mention.first, mention.last)}
    begin = street_at(texts)
    if begin is None:
        begin = first_house_word(words) if looks_like_address(texts) else None
    if mark and (pincode or begin is not None):
        address = address_in(text, found, after=mark.start())
    elif pincode:
        start = address_start(words, goods, found)
        address = address_in(text, found, after=words[start].start) if start is not None else None
    elif begin is not None:
        address = address_in(text, found, after=words[begin].start)
    else:
        address = None
    return address, _words_of(address, text, words)


def _without_name(text: str) -> str:
    """ "mera naam Sunita hai, gaon Badu …": the address begins after the clause that tells the name."""
    name = name_in(text)
    clause, comma, rest = text.partition(",")
    return rest.strip() if name and comma and name in clause and rest.strip() else text


def _words_of(address: str | None, text: str, words: Sequence[Word]) -> set[int]:
    if not address:
        return set()
    start = text.find(address)
    return {at for at, word in enumerate(words) if start <= word.start < start + len(address)}


def _meant(texts: Sequence[str], listing: str, whatever: bool = True) -> str | None:
    """What is asked for, not what is refused: "english nahi aati, hindi me bolo", "cash nahi upi". With `whatever`
    a refused one alone still counts as named ("cod nahi hai kya")."""
    named = list(phrases(listing).find(texts))
    wanted, last = list[str](), 0
    for start, end, meaning in named:
        refused = _NOT_AFTER & set(texts[end : end + 2]) or _NOT_BEFORE & set(texts[max(last, start - 2) : start])
        last = end  # "not cod, upi": a "not" before the one before is not about this one
        if not refused:
            wanted.append(meaning)
    if wanted:
        return wanted[0]
    return named[0][2] if whatever and named else None


def after_greeting(words: Sequence[Word]) -> int | None:
    """Where the talk goes on after a greeting (an offset in the text); None without one, or when it says no more."""
    texts = [word.text for word in words]
    greeted = phrases("greetings").at(texts, 0)
    at = greeted[1] if greeted and greeted[0] == "greeting" else 0
    while at and at < len(texts) and phrases("greetings").at(texts, at):
        at += 1
    return words[at].start if at and len(texts) - at >= 2 else None
