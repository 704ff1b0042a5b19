"""The name a person gives, as typed: "mera naam Sunita hai", "सुनीता देवी के नाम", "to: Ravi Sharma". Pure."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.understanding.people import not_a_name, surname
from catalog.lexicon import is_grammar, listed, phrases
from catalog.spelling import normalise

_NAAM = r"(?:name|naam|nam|nama|nm|नाम)"
# What stands in front of a name and tells it for sure.
_LABEL = re.compile(
    rf"(?<!\w)(?:receiver|recipient|consignee|customer)?\s?(?:{_NAAM}(?![\w\u0900-\u0902\u0904-\u0963])ः?\s*(?:is\b|of\b|hai\b|h\b|he\b|है)?|receiver|recipient|consignee)"
    r"\s*[:=–-]*\s*|(?:^|\n)\W*to\s*[:–-]+\s*",
    re.I,
)
# What begins many other sentences too: a name only where more says so.
_WEAK = re.compile(r"(?<!\w)(?:i\s*am|i'm|this\s+is|its|it's|myself|main|mai|मैं|मै)\s+", re.I)
_KE_NAAM = re.compile(rf"\s(?:ke|k|के)\s+{_NAAM}(?!\w)", re.I)
_SPEAKING = re.compile(r"\s(?:bol|बोल)\s*(?:rah|raha|rahi|रह)|\s(?:here|speaking|this\s+side)(?!\w)", re.I)
_SAID_SO = re.compile(r"bol\s*rah|बोल\s*रह|speaking|\bhere\b|\bmyself\b", re.I)
# Somebody of hers with a capital: "my friend Tsering", "gift it to Kavita ji".
_HERS = re.compile(
    r"\b(?:(?i:friend|sister|brother|bhabhi|behan|bhai|dost|wife|husband|mother|aunt|uncle|didi|cousin)|"
    r"(?i:gift|give|send|deliver)\s+(?:(?i:it|this|them)\s+)?to)\s+(?=[A-Z])"
)
# "meri mausi Kamla ko bhejna hai", "यह मेरी बहन सुनीता को …".
_TO_HER = re.compile(
    r"(?:behan|bahan|didi|bhai|maa|mausi|bua|chacha|chachi|mama|mami|dost|beti|bete|patni|भाभी|बहन|दीदी|भाई|मौसी|बुआ|चाचा|"
    r"चाची|मामा|मामी|दोस्त|बेटी|बेटे|पत्नी|bhabhi)\s+([^\s,]{3,})\s+(?:ko|को)(?!\w)",
    re.I,
)
_TOKEN = re.compile(r"[^\s,;:।|()\n]+|[,;:।|()\n]")
_BORDER = frozenset(",;:।|()\n")
_LONGEST = 4
_OTHER_WORDS = ("products", "units", "payments", "days")


def name_in(text: str, awaiting: str | None = None) -> str | None:
    """The name told in `text`; under `awaiting` "name" a bare name counts. None when nobody is named."""
    return next((name for name in _told(text, awaiting) if name), None)


def _told(text: str, awaiting: str | None) -> Iterator[str | None]:
    for found in (_KE_NAAM.search(text), _SPEAKING.search(text)):
        if found:
            sure = found.re is _KE_NAAM or not found[0].strip().casefold().startswith(("here", "this"))
            yield _before(text[: found.start()], sure=sure or awaiting == "name")
    label = _LABEL.search(text)
    if label:
        yield _after(text[label.end() :])
    weak = _WEAK.search(text)
    if weak:
        name = _after(text[weak.end() :])
        yield name if name and (_SAID_SO.search(text) or awaiting == "name" or _capitals(name)) else None
    to_her = _TO_HER.search(text)
    if to_her:
        yield _name([to_her[1]])
    hers = _HERS.search(text)
    if hers:
        name = _after(text[hers.end() :])
        yield name if name and not any(_plain(part) in phrases("places") for part in name.split()) else None
    if awaiting == "name" and not label:
        for chunk in re.split(r"[,;\n]", text, maxsplit=2)[:2]:
            yield _bare(chunk)


def _bare(chunk: str) -> str | None:
    """A chunk that is a name and at most words that may follow one: "ravi likh do", "Ravi Sharma 98160 12345"."""
    tokens = _TOKEN.findall(chunk)
    while tokens and _plain(tokens[0]) in _listed("courtesy"):
        tokens = tokens[1:]
    taken = _forward(tokens)
    rest = [_plain(token) for token in tokens[len(taken) :] if not any(letter.isdigit() for letter in token)]
    cared = any(word in _listed("relations") or "/" in word for word in rest)
    return _name(taken) if cared or all(word in _listed("after") or not word for word in rest) else None


def _after(text: str) -> str | None:
    """The name that stands in front: as far as words may be one."""
    tokens = _TOKEN.findall(text[:120])
    while tokens and _plain(tokens[0]) in _listed("courtesy"):  # "naam likho Savitri Rana"
        tokens = tokens[1:]
    return _name(_forward(tokens))


def _before(text: str, *, sure: bool) -> str | None:
    """The name that ends where `text` ends: "meri behan anita | ke naam"."""
    tokens = _TOKEN.findall(text[-120:])
    taken: list[str] = []
    while tokens and len(taken) < _LONGEST and _part(tokens[-1]) and _plain(tokens[-1]) not in _listed("relations"):
        if any(_plain(tokens[-1]) in phrases(name) for name in _OTHER_WORDS):
            break
        if not sure and not (tokens[-1][:1].isupper() or surname(_plain(tokens[-1]))):
            break
        taken.insert(0, tokens.pop())
    while taken and _plain(taken[-1]) in _listed("courtesy"):
        taken.pop()
    return _name(taken)


def _forward(tokens: Sequence[str]) -> list[str]:
    taken: list[str] = []
    for token in tokens:
        if not _part(token) or _plain(token) in _listed("after") | _listed("relations") or len(taken) > _LONGEST:
            break
        taken.append(token)
        if token.endswith(".") and len(token) > 4:  # the end of a sentence, not of "Dr." or "Smt."
            break
    return taken


def _part(token: str) -> bool:
    """Whether a token may stand in a name at all."""
    return token not in _BORDER and "/" not in token and "?" not in token and not any(one.isdigit() for one in token)


def _name(tokens: Sequence[str]) -> str | None:
    words = [_plain(token) for token in tokens]
    while words and words[0] in _listed("courtesy"):
        words, tokens = words[1:], tokens[1:]
    titled = bool(words) and words[0] in _listed("titles")
    if not 1 <= len(words) - titled <= _LONGEST:
        return None
    if any(not word or not_a_name(word) or (is_grammar(word) and len(word) > 1) for word in words):
        return None
    if phrases("changing").first(words) or phrases("payments").first(words):  # "naam badlo"
        return None
    return " ".join(tokens).strip(" .-–!\"'") or None


def _plain(token: str) -> str:
    return normalise(token).replace(" ", "")


def _capitals(name: str) -> bool:
    return all(word[:1].isupper() for word in name.split()) and name.isascii()


@lru_cache(maxsize=8)
def _listed(kind: str) -> frozenset[str]:
    return frozenset(normalise(word) for word in listed("name_words")[kind])
