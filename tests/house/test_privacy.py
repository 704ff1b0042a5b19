"""Whatever the shop says or shows names no person behind a workshop's door: no inmate's name, number or photograph,
no offence or sentence, nothing of a victim; and nobody's phone, account or identity number."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import ROOT

# What reaches people: the goods and groups, every text, template and picture, and what stands in the tree to read.
SAID = ("data/catalog", "data/texts", "data/templates", "data/pictures", "docs", "README.md")
READ = {".yml", ".yaml", ".ftl", ".svg", ".md", ".csv", ".json", ".txt"}

_ONE = (
    r"(?:inmate|prisoner|convict|detenu|under-?trial|qaidi|kaidi|bandi|bandhi|"
    r"क़?ैदी|क़ैदी|कैदी|बंदी|बन्दी|सज़ायाफ़्ता|सजायाफ्ता)"
)
RULES = {
    "an inmate's number": rf"(?i){_ONE}\s*(?:no\b|number|nambar|id\b|#|नं|नंबर|नम्बर|संख्या|क्रमांक)",
    "an inmate's name": (
        rf"(?:(?i:{_ONE})\s+(?:named\s+|called\s+|shri\s+)?[A-Z][a-z]+\b)|(?:{_ONE}\s+(?:श्री|श्रीमती|नाम)\s)"
    ),
    "a cell or barrack": r"(?i)\b(?:barrack|cell)\s*(?:no\.?|number)?\s*\d|बैरक\s*(?:नं|नंबर|संख्या)?\s*[\d०-९]",
    "an offence": (
        r"(?i)\b(?:murder\w*|homicide|rape\w*|robber\w*|dacoit\w*|burglar\w*|kidnap\w*|ndps|pocso|smuggl\w*|"
        r"hatya|qatl|katl|balatkar|dakaiti)\b|हत्या|क़त्ल|कत्ल|बलात्कार|डकैती|दुष्कर्म|तस्करी"
    ),
    "a section of law": r"(?i)\b(?:ipc|bns|crpc|u/s|under section)\s*\d|धारा\s*[\d०-९]{2,3}",
    "a sentence": (
        r"(?i)life (?:sentence|imprisonment|term|convict)|sentenced|serving (?:a|his|her) |years? in jail|"
        r"umar ?qaid|umarkaid|saza kaat|उम्र ?क़?ैद|उम्रकैद|आजीवन कारावास|सज़?ा काट|सजा काट|convicted (?:for|of)"
    ),
    "a victim": r"(?i)\bvictim\b|पीड़ित(?! परिवारों)|peedit(?! parivaron)",
    "somebody's phone": r"(?<![\d.])(?:\+?91[\s-]?)?[6-9]\d{4}[\s-]?\d{5}(?![\d.])",
    "an identity number": r"(?<!\d)[2-9]\d{3}[\s-]\d{4}[\s-]\d{4}(?!\d)|\b[A-Z]{5}\d{4}[A-Z]\b",
    "a person by her title": (
        r"\b(?:Mr|Mrs|Ms|Shri|Smt|Sh)\.? [A-Z][a-z]+|(?:श्री|श्रीमती|सुश्री)\s+(?!गणेश|अन्न)[\u0900-\u097f]+"
    ),
    "a photograph": r"(?i)\bIMG_\d|\bDSC_?\d|\.jpe?g\b",
}
# A group of a god's name and "Shri Anna" (millet) are no persons; the brand Mukti's gift to families names nobody.
# Numbers that stand for any number, in examples:
SAMPLES = ("+91 90000 00000", "919816012345", "9816012345", "98160 12345", "919000000000")


def leaks(text: str) -> list[str]:
    """What a text gives away, by rule."""
    for sample in SAMPLES:
        text = text.replace(sample, "")
    text = text.replace("tests/kill/victim.py", "").replace("in the victim; on SQLite", "")  # a process that is killed
    return [f"{name}: {found[0]!r}" for name, rule in RULES.items() for found in re.finditer(rule, text)]


def files() -> Iterator[Path]:
    for place in SAID:
        path = ROOT / place
        yield from sorted(f for f in path.rglob("*") if f.suffix in READ) if path.is_dir() else [path]


def test_nothing_that_reaches_people_names_a_person() -> None:
    found = {str(file.relative_to(ROOT)): leaks(file.read_text("utf-8")) for file in files()}
    assert {name: what for name, what in found.items() if what} == {}


def test_all_kinds_of_files_are_read() -> None:
    seen = {file.suffix for file in files()}
    assert {".yml", ".ftl", ".svg", ".md"} <= seen


# Invented, each of a kind that has stood in newspapers about prison stalls.
LEAKS = [
    ("an inmate's number", "Made by inmate no. 4512"),
    ("an inmate's number", "क़ैदी नंबर ४५१२ ने बनाया"),
    ("an inmate's number", "bandi sankhya: bandi number 77"),
    ("an inmate's name", "This shawl was woven by convict Ramlal"),
    ("an inmate's name", "prisoner named Sohan makes the biscuits"),
    ("an inmate's name", "कैदी श्री मोहन का काम"),
    ("a cell or barrack", "from barrack no. 3"),
    ("a cell or barrack", "बैरक नंबर 3"),
    ("an offence", "the baker, in for murder, learnt it here"),
    ("an offence", "हत्या के मामले में बंद"),
    ("an offence", "caught under NDPS"),
    ("a section of law", "booked u/s 302"),
    ("a section of law", "धारा 302 में"),
    ("a sentence", "who is serving a life sentence"),
    ("a sentence", "आजीवन कारावास काट रहे"),
    ("a sentence", "umar qaid wale karigar"),
    ("a victim", "money goes to the victim of his crime"),
    ("a victim", "पीड़ित परिवार को"),
    ("somebody's phone", "call 94180 54321"),
    ("somebody's phone", "+91-9418054321"),
    ("an identity number", "Aadhaar 4321 8765 1234"),
    ("an identity number", "PAN ABCDE1234F"),
    ("a person by her title", "contact Smt. Kamla"),
    ("a person by her title", "श्रीमती कमला से मिलिए"),
    ("a photograph", "picture: IMG_2041.JPG"),
]


@pytest.mark.parametrize(("kind", "text"), LEAKS)
def test_invented_leaks_are_found(kind: str, text: str) -> None:
    assert any(found.startswith(kind) for found in leaks(text)), leaks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Made in the workshop of Kanda jail, by people who learn a craft there.",
        "The inmates of the workshop are paid for their work.",
        "जेल कार्यशाला में बना, काम सीखने वालों के हाथ से।",
        "Order HT-1001, speed post EM123456785IN, PIN 177033, ₹1,25,000",
    ],
)
def test_what_the_shop_does_say_is_no_leak(text: str) -> None:
    assert leaks(text) == []
