"""Whatever is typed: the grammars never fail, and what they cut out stands in the text."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.facts import gather
from bot.understanding.nlu_client import MAX_CHARACTERS, safe_text
from bot.understanding.places import IndianPincodes
from bot.understanding.reading import read_without_nlu
from catalog.utterance import cut
from tests.nlu.shelf import shelf

INDEX, PLACES, TODAY = shelf(), IndianPincodes(), date(2026, 11, 22)
_WORDS = st.sampled_from(
    [
        "do",
        "दो",
        "teen",
        "aadha",
        "डेढ़",
        "paune",
        "sadhe",
        "sau",
        "500",
        "2-3",
        "1/2",
        "kg",
        "पाव",
        "darjan",
        "shawl",
        "शॉल",
        "achar",
        "ka",
        "aur",
        ",",
        "nahi",
        "से",
        "tak",
        "₹",
        "kam",
        "177033",
        "177",
        "033",
        "9816012345",
        "HT-12",
        "order",
        "kal",
        "31/12",
        "ward",
        "mera",
        "naam",
        "hai",
        "bhej",
        "कर",
        "/",
        "+",
        "#",
        "x",
        "@",
        "%",
        "?",
        "\n",
        "👍",
        "\u200c",
        "k",
        "lakh",
        "pata",
        "address",
        "जेल",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=14).map(" ".join))
AWAITING = st.sampled_from(
    [None, "address", "name", "pincode", "phone", "quantity", "payment", "confirm", "tracking", "part"]
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, AWAITING, st.sampled_from(["buyer", "producer"]))
def test_no_text_breaks_the_reading(text: str, awaiting: str | None, side: str) -> None:
    meaning = read_without_nlu(text, "producer" if side == "producer" else "buyer", awaiting, INDEX, TODAY, PLACES)
    if meaning is not None:
        assert 0 < meaning.confidence <= 1
        assert all(item.qty_milli is None or item.qty_milli >= 0 for item in meaning.items)


@settings(max_examples=300, deadline=None)
@given(TEXTS, AWAITING)
def test_spans_lie_in_the_text_and_no_two_products_overlap(text: str, awaiting: str | None) -> None:
    clean = safe_text(text)
    facts = gather(clean, INDEX, awaiting, TODAY, PLACES)
    ends = [(mention.start, mention.end) for mention in facts.mentions]
    assert all(0 <= start < end <= len(clean) for start, end in ends)
    assert all(one.last <= other.first for one, other in zip(facts.mentions, facts.mentions[1:], strict=False))
    # As typed; a pincode in the middle of it stands elsewhere on the envelope.
    assert facts.address is None or all(word in clean for word in facts.address.replace(",", " ").split())
    assert facts.name is None or facts.name in clean


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_nothing_that_reaches_the_server_is_a_command_or_too_long(text: str) -> None:
    safe = safe_text(text)
    assert len(safe) <= MAX_CHARACTERS
    assert not safe.startswith(("/", "\uff0f"))
    assert safe == safe.strip()


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_words_stand_where_they_say(text: str) -> None:
    last = 0
    for word in cut(text):
        assert word.text
        assert last <= word.start < word.end <= len(text)
        last = word.start
