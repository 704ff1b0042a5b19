"""Whom and where to send it, out of an order in one message: "2 topi, Ravi Sharma, 12 Mall Road Shimla 171001". Pure.

The address is read backwards from its pincode, chunk by chunk, for as long as the words belong on an envelope; a name
stands before it, after "to", or before "ko" and "ke naam"."""

from collections.abc import Collection, Sequence
from functools import lru_cache

from bot.understanding.contacts import Found
from bot.understanding.people import address_word, not_a_name, surname
from catalog.lexicon import is_common, listed, phrases
from catalog.spelling import normalise
from catalog.utterance import Word

_LONGEST = 10  # words of one chunk of an address
_NAME_LONGEST = 4
_ENDS = frozenset(["pe", "par", "to", "at", "for", "ko", "kar", "karke", "hai", "पर", "पे", "को", "कर", "करके", "है"])
_TO = frozenset(["to", "for"])
_KO = frozenset(["ko", "को"])
_KE = frozenset(["ke", "के"])
_NAME_WORD = frozenset(["naam", "nam", "liye", "lie", "नाम", "लिए", "लिये"])
_BEFORE = frozenset(["contact", "main", "mai", "myself", "मैं", "मै"])
_STREETS = frozenset(["road", "street", "lane", "marg", "rd", "रोड", "मार्ग", "सड़क", "लेन", "गली", "gali"])


def street_at(words: Sequence[str]) -> int | None:
    """Where "14 Station Road" begins: a number and a street within three words after it."""
    for at, word in enumerate(words):
        if word[0].isdigit() and any(following in _STREETS for following in words[at + 1 : at + 4]):
            return at
    return None


def address_start(words: Sequence[Word], goods: Collection[int], codes: Sequence[Found]) -> int | None:
    """The word with which the address before the pincode begins; None when nothing stands before it.

    `goods` are the places of words that name products."""
    pincode = next((code for code in codes if code.kind == "pincode"), None)
    last = next((at for at, word in enumerate(words) if pincode and word.end > pincode.start), None)
    if pincode is None or not last:
        return None
    stops = _stops(words, goods, codes, pincode)
    begin = last
    while begin and begin - 1 not in stops and not words[begin].gap:
        begin -= 1
    own = words[begin:last]
    if not _of_envelope(own) and any(is_common(word.text) for word in own):
        return None  # "no wait, the pincode is 171001"
    while begin and words[begin].gap:
        chunk = max([_chunk_before(words, begin), *(at + 1 for at in stops if at < begin)])
        if not _of_envelope(words[chunk:begin]):
            break
        begin = chunk
    return begin if begin < last else None


def _stops(words: Sequence[Word], goods: Collection[int], codes: Sequence[Found], pincode: Found) -> set[int]:
    """Words that are no part of an envelope: goods, "send", how to pay, other numbers."""
    texts = [word.text for word in words]
    stops = set(goods) | {at for at, text in enumerate(texts) if text in _ENDS}
    for listing, kinds in (("wants", {"want", "send"}), ("payments", None), ("changing", None)):
        for start, end, meaning in phrases(listing).find(texts):
            stops |= set(range(start, end)) if kinds is None or meaning in kinds else set()
    others = [code for code in codes if code is not pincode]
    return stops | {at for at, w in enumerate(words) if any(c.start < w.end and w.start < c.end for c in others)}


def _chunk_before(words: Sequence[Word], at: int) -> int:
    chunk = at - 1
    while chunk and not words[chunk].gap:
        chunk -= 1
    return chunk


def _of_envelope(chunk: Sequence[Word]) -> bool:
    texts = [word.text for word in chunk]
    if not 0 < len(texts) <= _LONGEST:
        return False
    numbered = any(text[0].isdigit() for text in texts)
    return numbered or any(address_word(text) for text in texts) or phrases("places").first(texts) is not None


def receiver(text: str, words: Sequence[Word], taken: Collection[int]) -> str | None:
    """The name on the envelope of an ordering message, as typed. `taken` are the words of goods, amounts, codes and
    of the address; what is no plain name is left alone, the shop will ask."""
    texts = [word.text for word in words]
    for at, word in enumerate(texts):
        following = texts[at + 1] if at + 1 < len(texts) else ""
        if word in _TO:
            found = _name(text, words, at + 1, _end(words, at + 1, taken), taken, surely=False)
        elif word in _KO or (word in _KE and following in _NAME_WORD):
            found = _name(text, words, _begin(words, at, taken), at, taken, surely=word in _KE and "na" in following)
        else:
            found = None
        if found:
            return found
    at = 0
    while at < len(words):
        end = at + 1
        while end < len(words) and not words[end].gap:
            end += 1
        begin = at + 1 if texts[at] in _BEFORE and end - at > 1 else at
        found = _name(text, words, begin, end, taken, surely=False)
        calls = end < len(words) and texts[end].isdigit() and len(texts[end]) >= 10  # "Abhinav, 98350…"
        if found and (end - at > 1 or calls):
            return found
        at = end
    return None


def _end(words: Sequence[Word], at: int, taken: Collection[int]) -> int:
    end = at
    while end < len(words) and end not in taken and words[end].text not in _ENDS:
        if end > at and words[end].gap and words[end - 1].text not in _titles():  # "Dr. Meena" goes on
            break
        end += 1
    return end


def _begin(words: Sequence[Word], end: int, taken: Collection[int]) -> int:
    begin = end
    while begin and begin - 1 not in taken and end - begin < _NAME_LONGEST and not words[begin].gap:
        if not_a_name(words[begin - 1].text) or _in_a_list(words[begin - 1].text):
            break
        begin -= 1
    return begin


def _name(
    text: str, words: Sequence[Word], start: int, end: int, taken: Collection[int], *, surely: bool
) -> str | None:
    """The words `start:end` if they are a name: capitals or a known last name, and nothing the shop knows."""
    if not 0 < end - start <= _NAME_LONGEST or set(range(start, end)) & set(taken):
        return None
    inside = words[start:end]
    if any(not_a_name(word.text) or _in_a_list(word.text) or not word.text.isprintable() for word in inside):
        return None
    typed = text[inside[0].start : inside[-1].end].strip(" .,;:-")
    capitals = all(part[:1].isupper() for part in typed.split()) and typed.isascii()
    known = surname(inside[-1].text)
    return typed if (capitals or known or surely) and not any(c.isdigit() for c in typed) else None


def _in_a_list(word: str) -> bool:
    """Whether the shop knows the word as something else than a name."""
    return any(word in phrases(name) for name in _OTHER_WORDS)


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(normalise(word) for word in listed("name_words")["titles"])


_OTHER_WORDS = ("wants", "payments", "yes_no", "units", "places", "greetings", "changing", "purposes", "makers", "days")
