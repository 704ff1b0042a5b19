"""Times of the day: "shaam 5 baje", "सुबह दस बजे", "10:30 am", "kal subah". Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.numbers import number_at

_PARTS = {
    "morning": frozenset(["subah", "savere", "morning", "सुबह", "सवेरे"]),
    "noon": frozenset(["dopahar", "dophar", "noon", "afternoon", "दोपहर"]),
    "evening": frozenset(["shaam", "sham", "evening", "शाम"]),
    "night": frozenset(["raat", "rat", "night", "रात"]),
}
_ALSO_A_NAME = frozenset(["sham", "rat"])  # "Sham Lal": the evening only where more says so
_OCLOCK = frozenset(["baje", "bje", "baj", "बजे", "o'clock", "oclock"])
_HALVES = {"am": 0, "pm": 12}
_JOINING = frozenset(["ko", "ke", "ki", "me", "mein", "at", "को", "के", "की", "में"])
_TOLD = frozenset(["ko", "tak", "me", "mein", "को", "तक", "में"])
_GREETING = frozenset(["good", "shubh", "shub", "gud", "शुभ"])


@dataclass(frozen=True)
class Time:
    """`value`: "17:00", or morning | noon | evening | night."""

    start: int
    end: int
    value: str


def time_at(words: Sequence[str], at: int, after_day: bool = False) -> Time | None:
    """The time named at word `at`; `after_day`: a day stands right before it ("kal subah")."""
    part = _part(words[at])
    if part and at and words[at - 1] in _GREETING:
        return None
    hour_at = at
    if part:
        hour_at = at + 2 if at + 1 < len(words) and words[at + 1] in _JOINING else at + 1
    clock = _clock(words, hour_at, part)
    if clock:
        return Time(at, clock[1], clock[0])
    if part is None:
        return None
    told = at + 1 < len(words) and words[at + 1] in _TOLD
    return Time(at, at + 1, part) if after_day or told or words[at] not in _ALSO_A_NAME else None


def _part(word: str) -> str | None:
    return next((part for part, names in _PARTS.items() if word in names), None)


def _clock(words: Sequence[str], at: int, part: str | None) -> tuple[str, int] | None:
    """("17:30", where it ends) for "sadhe paanch baje", "5 30 pm", "5.30 baje"."""
    number = number_at(words, at) if at < len(words) else None
    if number is None or number.upto_milli or not 0 < number.milli <= 24_000:
        return None
    hour, rest = divmod(number.milli, 1000)
    minutes, end = rest * 60 // 1000, number.end
    if "." in words[at]:  # "5.30" is no 5.3
        minutes = int((words[at].partition(".")[2] + "0")[:2])
    elif end < len(words) and len(words[end]) == 2 and words[end].isdigit() and words[at].isdigit():
        minutes, end = int(words[end]), end + 1
    if minutes > 59 or end >= len(words):
        return None
    if words[end] in _HALVES and hour <= 12:
        return f"{hour % 12 + _HALVES[words[end]]:02}:{minutes:02}", end + 1
    return (f"{_of_day(hour, part):02}:{minutes:02}", end + 1) if words[end] in _OCLOCK else None


def _of_day(hour: int, part: str | None) -> int:
    """The hour of 24: "raat 2 baje" is 2, "dopahar 2 baje" 14; without a part of the day the daytime is meant."""
    if hour > 12:
        return hour % 24
    if part == "morning":
        return hour
    if part == "night":
        return hour + 12 if 6 <= hour < 12 else hour % 12
    if part in ("noon", "evening"):
        return hour + 12 if hour < 11 else hour
    return hour + 12 if hour < 7 else hour
