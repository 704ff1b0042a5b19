"""Any text is read without failing and without running away; any number is read back from its words."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.address import split
from bot.understanding.contacts import codes
from bot.understanding.facts import gather
from bot.understanding.names import name_in
from bot.understanding.numbers import number_at
from bot.understanding.places import IndianPincodes
from catalog.figures import figures
from catalog.lexicon import listed
from catalog.spelling import tokens
from tests.nlu.addresses import rows as addresses
from tests.nlu.shelf import shelf
from tests.nlu.test_tables import rows

TODAY = date(2026, 11, 22)
PLACES = IndianPincodes()
INDEX = shelf()
LONGEST = 1000  # what the shop reads of one message
ASKED = (None, "name", "address", "pincode", "phone", "quantity", "tracking")

# What people really type, torn to pieces: the words of all tables and addresses.
PIECES = sorted(
    {word for name in ("quantities", "money", "dates") for row in rows(name) for word in row[-2].split()}
    | {word for row in addresses() for word in row["text"].split()}
)

piece = st.sampled_from([*PIECES, "\n", "  ", ", ", "."]) | st.text(max_size=6)
messages = st.lists(piece, max_size=120).map(lambda parts: " ".join(parts)[:LONGEST])


@settings(max_examples=150, deadline=None)
@given(messages, st.sampled_from(ASKED))
def test_any_message_is_read(text: str, awaiting: str | None) -> None:
    facts = gather(text, INDEX, awaiting, TODAY, PLACES)
    places = range(len(facts.words))
    for line in facts.lines:
        quantity = line.quantity
        if quantity:
            assert quantity.start in places
            assert quantity.start < quantity.end <= len(facts.words)
            assert quantity.milli >= 0
    assert set(facts.money.places) <= set(places)
    assert all(day.start in places and day.plain for day in facts.days)
    ends = [0, *(end for day in facts.days for end in (day.start, day.end))]
    assert ends == sorted(ends)


@settings(max_examples=150, deadline=None)
@given(messages)
def test_any_text_is_an_address_or_none(text: str) -> None:
    found = split(text)
    # A border between two parts is told by a comma and a blank.
    assert len(found.line) <= len(text) + sum(text.count(border) for border in "\n;।|,")
    assert found.pincode is None or PLACES.exists(found.pincode)
    assert found.district is None or found.state is not None
    assert not ({"pincode_differs"} & set(found.doubts) and found.district)
    assert all(value for value in found.parts.values())


RUNAWAYS = [
    *("do ", "एक ", "sau ", "2-", "1/", "9", "9 ", "98160 ", "9-", "+91 ", "(", "-", ". ", ",", "\n", "₹", "₹5 ", "@"),
    *("ke ", "se ", "ke naam ", "naam ", "to: ", "main ", "a ", "a.", "w/o ", "ward ", "near ", "pin ", "kal ", "पता "),
    *("diwali se pehle ", "5 din ", "2 kg 500 gram ", "500 se kam ", "500 gram ke 2 packet ", "shawl 2, ", "sau aur "),
    *("HT-", "A1-", "EK1", "1.", "1. a ", "½", "×", "a×1", "मकान ", "जिला ", "Shimla ", "शिमला ", "bhej do ", "x "),
    *("aaj kal ", "डेढ़ ", "do teen ", "2 x ", "500-500 ", "wali ", "_", "0", "A", "a b c 12 "),
]


@pytest.mark.timeout(120)
@pytest.mark.parametrize("piece", RUNAWAYS)
def test_no_pattern_runs_away(piece: str) -> None:
    """A text of one piece over and over, as long as may be, and broken off: all grammars, in ordinary time."""
    for text in ((piece * LONGEST)[:LONGEST], (piece * LONGEST)[: LONGEST - 1] + "!"):
        gather(text, INDEX, None, TODAY, PLACES)
        split(text)
        name_in(text, "name")
        codes(text, PLACES, "tracking")


# --- numbers, back from their words

WORDS = {int(number): spelled for number, spelled in listed("numbers").items()}
HINDI = {number: [word for word in spelled if "\u0900" <= word[0] <= "\u097f"] for number, spelled in WORDS.items()}
ROMAN = {number: [word for word in spelled if word.isascii()] for number, spelled in WORDS.items()}


def told(number: int, words: dict[int, list[str]], pick: int, sau: str, hazar: str, lakh: str) -> str:
    """A number as it is said in Hindi: "do lakh teen hazar paanch sau pachpan"."""
    parts = []
    for size, name in ((100_000, lakh), (1_000, hazar), (100, sau)):
        many, number = divmod(number, size)
        if many:
            parts += [words[many][pick % len(words[many])], name]
    if number or not parts:
        parts.append(words[number][pick % len(words[number])])
    return " ".join(parts)


@pytest.mark.parametrize("number", range(1, 101))
def test_every_number_to_a_hundred_in_both_scripts(number: int) -> None:
    spelled = ["सौ", "sau", "hundred"] if number == 100 else WORDS[number]
    assert any("\u0900" <= word[0] <= "\u097f" for word in spelled)
    assert any(word.isascii() for word in spelled)
    for word in spelled:
        words = [*tokens(word), "topi"]
        found = number_at(words, 0, {len(words) - 1})
        assert found is not None
        assert (found.milli, found.end) == (number * 1000, len(words) - 1), word


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 9_999_999), st.integers(0, 5), st.booleans())
def test_a_number_is_read_back_from_its_words(number: int, pick: int, roman: bool) -> None:
    scales = ("sau", "hazar", "lakh") if roman else ("सौ", "हज़ार", "लाख")
    words = [*tokens(told(number, ROMAN if roman else HINDI, pick, *scales)), "topi"]
    found = number_at(words, 0, {len(words) - 1})
    assert found is not None
    assert (found.milli, found.end, found.upto_milli) == (number * 1000, len(words) - 1, None)


@settings(max_examples=200, deadline=None)
@given(messages)
def test_one_spelling_of_figures_stays_itself(text: str) -> None:
    """Of the figures alone: between "21, 1/2" a comma stands, and when words are cut out it goes."""
    once = figures(text)
    assert figures(once) == once
