"""Figures as people write them, in the one form that tokens do not tear apart. Pure and standard library only."""

import re

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{2,3}(?!\d))")
_BARE_POINT = re.compile(r"(?<![\w.])\.(?=\d)")
_AND_A_PART = re.compile(r"(?<![\d/.-])(\d{1,3})[- ](1/2|1/4|3/4)(?![\d/])")
_PARTS = {"1/2": ".5", "1/4": ".25", "3/4": ".75"}
_TIMES = re.compile(r"(?<=[\da-z])\s?[×✕✖]\s?(?=\d)|(?<=[\da-z])\*(?=\d)|(?<=[\da-z])\s\*\s(?=\d)")
_POINTED_DATE = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?![\d.])")
_ONLY = re.compile(r"(₹\s?|\brs\.?\s?)?(?<![\d.])(\d{1,9}(?:\.\d{1,2})?)\s?/-")


def figures(text: str) -> str:
    """`text` (lower case, ASCII digits) with 1,250 as 1250, .5 as 0.5, 2-1/2 as 2.5, 2×250 as 2 x 250, 15.12.2026 as
    15/12/2026, 500/- as 500 rs. Doing it twice changes nothing."""
    text = _BARE_POINT.sub("0.", _THOUSANDS.sub("", text))
    text = _POINTED_DATE.sub(r"\1/\2/\3", text)
    text = _AND_A_PART.sub(lambda found: found[1] + _PARTS[found[2]], text)
    text = _ONLY.sub(lambda found: f"{found[1] or ''}{found[2]}{'' if found[1] else ' rs'}", text)
    return _TIMES.sub(" x ", text)
