"""A typed address taken apart: the line before the pincode as typed, its parts, where it lies, and what must be asked.

One line or many, any order, three scripts. Pure but for the post's packaged directory."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bot.understanding.contacts import Found, codes
from bot.understanding.people import surname
from bot.understanding.places import IndianPincodes
from catalog.lexicon import listed, phrases
from catalog.utterance import Word, cut
from orders import pincodes
from orders.districts import Area, namings
from orders.envelope import Segment, segments, told

_PIN_LABEL = r"(?:pin\s*code|pincode|pin|zip|पिन\s*कोड|पिनकोड|पिन)"
_PHONE_LABEL = r"(?:mobile|mob|phone|ph|contact|mo|tel|फोन|फ़ोन|मोबाइल|मोब|मो)"
_NUMBER = r"(?:\s*(?:no|number|नंबर|नं|नम्बर))?"
# A code with the label and the dash before it: none of it belongs on the line.
_BEFORE_PIN = re.compile(rf"[\s,]*(?:[-–—]\s*)?(?:{_PIN_LABEL}{_NUMBER}\s*[.:=–—-]*\s*)?[\s(–—-]*$", re.I)
_BEFORE_PHONE = re.compile(rf"[\s,]*(?:{_PHONE_LABEL}{_NUMBER}\s*[.:=–—-]*\s*)?[\s(–—-]*$", re.I)
_SIX_DIGITS = re.compile(r"(?<![\d-])[1-9]\d{5}(?![\d-])")
_LEAD = re.compile(
    r"^\W*(?:(?:(?:mera|hamara|apna|ghar\s+ka|pura|poora|naya|मेरा|हमारा|घर\s+का|पूरा|नया|my|our|full|delivery|home|new|the|shipping)\s+)*"
    r"(?:pata|address|adress|addres|addr|पता|एड्रेस|ऐड्रेस)(?:\s+(?:hai|h|is|likho|likhiye|likh\s+lo|ye\s+hai|yeh\s+hai|है|लिखो|लिखिए|लिख\s+लो|ये\s+है|यह\s+है))*(?=[\s:=,-])"
    r"|(?:is|इस)\s+(?:pate|address|पते)\s+(?:pe|par|पर)(?:\s+(?:bhejna|bhejo|bhej\s+do|भेजना|भेजो|भेज\s+दो))?"
    r"|(?:please\s+)?(?:deliver|send|ship|courier|post)\s+(?:it\s+|this\s+)?(?:to|at)(?:\s+my\s+(?:office|home|house))?"
    r"|(?:bhej\s+do|bhejo|bhejna|भेज\s+दो|भेजो|भेजना)(?=\s+\S+\s+\S)"
    r"|to\s*(?=[,:\n]))\s*[:=,-]*\s*",
    re.I,
)
_TAIL = re.compile(
    r"(?:[\s,]+(?:pe|par|me|mein|hai|h|bhej\s+do|bhejo|bhejna|bhej\s+dena|bhej\s+dijiye|deliver\s+kar\s*(?:do|dena)?|"
    r"पर|में|है|भेज\s+दो|भेजो|भेजना|भेज\s+देना|भेज\s+दीजिए|india|bharat|भारत))+[\s,.।]*$",
    re.I,
)
_NAME_LABEL = re.compile(r"^\W*(?:name|naam|नाम)(?:\s*[:=–-]+\s*|\s+)", re.I)
_THEN_ADDRESS = re.compile(r"\s(?=(?:pata|address|adress|पता|एड्रेस)[\s:=–-])", re.I)
_HONORIFIC = frozenset(["smt", "shri", "sri", "sh", "mr", "mrs", "ms", "dr", "kumari", "श्री", "श्रीमती", "डॉ", "सुश्री"])
_NAME_LONGEST = 4
_PARTS = frozenset(["care_of", "house", "street", "post_office", "tehsil", "thana", "landmark"])
_NO_PLACE = (["city"], ["town"], ["शहर"], ["shahar"], ["shehar"])
_PLACES = IndianPincodes()


@dataclass(frozen=True)
class Address:
    """`line`: all that stands before the pincode on the envelope, as typed, without name and phone. The parts are as
    typed, without the words that label them (house and street keep theirs). `doubts`: pincode_unknown (the post has no
    such), pincode_differs (it lies elsewhere than the place that was named), district_open (the pincode spans several
    and none was named)."""

    line: str
    pincode: str | None = None
    district: str | None = None
    state: str | None = None
    name: str | None = None
    phone: str | None = None
    parts: dict[str, str] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()


def split(text: str, name: str | None = None) -> Address:
    """`text` taken apart; `name` is hers if it stands first. Never raises; what is not there stays None."""
    found = codes(text, _PLACES)
    pins = [code for code in found if code.kind == "pincode"]
    pins += _unclaimed_pins(text, found)
    known = next((code.value for code in pins if pincodes.areas(code.value)), None)
    phone = next((code.value for code in found if code.kind == "phone"), None)
    typed = _without(text, [*pins, *(code for code in found if code.kind == "phone")])
    typed = _THEN_ADDRESS.sub("\n", typed) if _NAME_LABEL.match(typed) else typed
    parts = re.split(r"[\n;।|]|,(?!\d{3}\D)", _strip(typed))
    chunks = [chunk for chunk in (_without_talk(_tidy(part)) for part in parts) if chunk]
    name, chunks = (name, chunks[1:]) if name and chunks[:1] == [name] else _name(chunks)
    line = ", ".join(chunks)
    where = told(line, known)
    doubts = [
        *(["pincode_unknown"] if pins and known is None else []),
        *(["pincode_differs"] if where.differs else []),
        *(["district_open"] if known and where.district is None and not where.differs else []),
    ]
    return Address(
        line, known, where.district, where.state, name, phone, _parts(line, where.district, where.state), tuple(doubts)
    )


def _unclaimed_pins(text: str, found: Sequence[Found]) -> list[Found]:
    plain = text.translate(_DIGITS)
    return [
        Found("pincode", six[0], *six.span())
        for six in _SIX_DIGITS.finditer(plain)
        if all(six.end() <= code.start or code.end <= six.start() for code in found)
    ]


_DIGITS = {0x0966 + n: ord(str(n)) for n in range(10)}


def _without(text: str, found: Sequence[Found]) -> str:
    """`text` with the codes and their labels left out."""
    for code in sorted(found, key=lambda one: -one.start):
        label = (_BEFORE_PIN if code.kind == "pincode" else _BEFORE_PHONE).search(text[: code.start])
        start = label.start() if label else code.start
        # A line of its own, or a comma, stays a border.
        border = "\n" if "\n" in text[start : code.start] else " "
        text = text[:start] + border + text[code.end :]
    return text


def _strip(text: str) -> str:
    """Without "mera pata hai", "deliver to" before it and "pe bhej do", "India" behind it."""
    return _TAIL.sub("", _LEAD.sub("", text, count=1))


def _tidy(part: str) -> str:
    part = re.sub(r"\s+", " ", _LEAD.sub("", part, count=1)).strip(" \t,:;-–—।")
    part = re.sub(r"\(\s*\)|\s\.$", "", part).strip()
    return part[:-1] if re.search(r"\w{4}\.$", part) else part


def _without_talk(chunk: str) -> str:
    """Without how to pay, "bhej do", "haan ji": what is said beside an address is no part of it."""
    words = cut(chunk)
    texts = [word.text for word in words]
    pays = next((start for start, _, _ in phrases("payments").find(texts)), None)
    if pays is not None:
        chunk, texts = chunk[: words[pays].start].strip(" ,.-"), texts[:pays]
    spans = [span for name in ("wants", "yes_no", "greetings", "payments") for span in phrases(name).find(texts)]
    talk = {place for start, end, _ in spans for place in range(start, end)}
    return "" if len(talk) == len(texts) else chunk


def _name(chunks: list[str]) -> tuple[str | None, list[str]]:
    """The receiver, when she stands first: labelled, with an honorific or a known last name, or before "w/o"."""
    if not chunks:
        return None, chunks
    first = chunks[0]
    label = _NAME_LABEL.match(first)
    words = cut(first[label.end() :] if label else first)
    shift = label.end() if label else 0
    cared = next((one for one in segments(words) if one.kinds == ("care_of",)), None)
    until = cared.first if cared else len(words)
    if not until or not _is_name(words[:until], sure=bool(label)):
        return None, chunks
    end = words[until - 1].end + shift
    rest = _tidy(first[end:])
    return first[shift:end].strip(" ,.-:"), [rest, *chunks[1:]] if rest else chunks[1:]


def _is_name(words: Sequence[Word], *, sure: bool) -> bool:
    texts = [word.text for word in words]
    if not 0 < len(texts) <= _NAME_LONGEST or any(character.isdigit() for text in texts for character in text):
        return False
    if any(word in _house_words() for word in texts) or any(one.kind == "state" for one in namings(texts)):
        return False
    return sure or texts[0] in _HONORIFIC or (len(texts) > 1 and surname(texts[-1]))


@lru_cache(maxsize=1)
def _house_words() -> frozenset[str]:
    lists = listed("address_labels")
    return frozenset(word for kind in ("street_after", "house_after", "house_first") for word in lists[kind])


def _parts(line: str, district: str | None, state: str | None) -> dict[str, str]:
    """The parts by name; those named twice joined with a comma, or as typed where they touch."""
    words = cut(line)
    texts = [word.text for word in words]
    near = [Area(district, state)] if district and state else []
    spans: dict[str, list[tuple[int, int]]] = {}
    last = ""
    for segment in segments(words):
        for kind, start, end in _kinds(texts, segment, near):
            if last == "locality" and kind == "street" and _touch(words, spans[last][-1], start):  # "DLF phase 3"
                start = spans[last].pop()[0]
            typed = spans.setdefault(kind, [])
            if typed and _touch(words, typed[-1], start):
                start = typed.pop()[0]
            typed.append((start, end))
            last = kind
    typed_parts = {kind: [_typed(line, words, *span) for span in found] for kind, found in spans.items()}
    parts = {kind: [one for one in found if one] for kind, found in typed_parts.items() if any(found)}  # "+" is none
    village = parts.pop("village", []) or parts.pop("town", [])[-1:] or parts.pop("locality", [])[-1:]
    kept = {kind: ", ".join(typed) for kind, typed in parts.items() if kind in _PARTS}
    return kept | ({"village": village[0]} if village else {})


def _touch(words: Sequence[Word], span: tuple[int, int], at: int) -> bool:
    return span[1] == at and not words[at].gap


def _typed(line: str, words: Sequence[Word], start: int, end: int) -> str:
    return line[words[start].start : words[end - 1].end].strip(" .,;:()-–+")


def _kinds(texts: Sequence[str], segment: Segment, near: Sequence[Area]) -> list[tuple[str, int, int]]:
    """What a segment is: by its label, else by the words it is made of."""
    if segment.kinds:
        begin = segment.first if set(segment.kinds) & {"house", "street", "landmark"} else segment.start
        return [(kind, begin, segment.end) for kind in segment.kinds]
    start, end = _without_places(texts, segment.start, segment.end, near)
    if start == end or list(texts[start:end]) in _NO_PLACE:
        return []
    lists = listed("address_labels")
    ordinal = end - start > 1 and texts[start + 1] in ("st", "nd", "rd", "th")
    if any(list(texts[at:end]) == phrase.split() for phrase in lists["landmark_after"] for at in range(start, end)):
        town = next((one.end for one in namings(texts[start:end]) if one.start == 0 and one.kind == "town"), 0)
        begin = (
            _without_places(texts, start + town, end, near)[0] if town else start
        )  # "Jogindernagar Mandi station ke paas"
        return [*([("town", start, start + town)] if town else []), ("landmark", begin, end)]
    if texts[start][0].isdigit() and end - start > 1 and not ordinal:
        rest = next((at for at in range(start, end) if not texts[at][0].isdigit()), end)
        return [("house", start, rest), *(_kinds(texts, Segment((), rest, end, rest), near) if rest < end else [])]
    if texts[end - 1] in lists["house_after"] or texts[start] in lists["house_first"]:
        return [("house", start, end)]
    if any(text in lists["street_after"] for text in texts[start:end]):
        return [("street", start, end)]
    if _is_number(texts[start:end]):
        return [("house", start, end)]
    town = any(one.kind == "town" and one.end == end - start for one in namings(texts[start:end]))
    return [("town" if town else "locality", start, end)]


def _is_number(texts: Sequence[str]) -> bool:
    """ "B-45"."""
    return len(texts) <= 3 and texts[-1][0].isdigit()


def _without_places(texts: Sequence[str], start: int, end: int, near: Sequence[Area]) -> tuple[int, int]:
    """The words left when states and districts at both ends are gone; in front only the address's own district."""
    places = [
        (one.start + start, one.end + start, one) for one in namings(texts[start:end], near) if one.kind != "town"
    ]
    for begin, stop, one in places:
        if begin == start and (one.kind == "state" or one.areas & set(near)):
            start = stop
    for begin, stop, _ in reversed(places):
        if stop == end and begin >= start:
            end = begin
    return start, end
