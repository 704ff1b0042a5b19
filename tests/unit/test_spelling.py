"""What people type, beside the one spelling the shop reads."""

import pytest

from catalog.spelling import fold, normalise, romanise, script, tokens

NORMAL = [
    ("₹500", "₹ 500"),
    ("2kg", "2 kg"),
    ("५०० से कम", "500 से कम"),
    ("1,25,000.50", "125000.50"),
    ("1.5kg.", "1.5 kg"),
    ("2½ किलो", "2.5 किलो"),
    ("½ kg", "0.5 kg"),
    ("2–3 din", "2-3 din"),
    ("pin 177033.", "pin 177033"),
    ("HT-4827", "ht 4827"),
    ("Rs.500/-", "rs 500"),
    ("12/11/2026 ko", "12/11/2026 ko"),
    ("ram@okaxis", "ram @ okaxis"),
    ("haaaaan jiiii!!!", "haan jii"),
    ("9999999999", "9999999999"),
    ("हाँ", "हां"),
    ("ज़रूर", "जरूर"),
    ("मेज\u093c", "मेज"),
    ("द\u200dो कु\u200cर्सी", "दो कुर्सी"),
    ("कम्बल, सन्तरा", "कंबल संतरा"),
    ("शाॅल, दाे", "शॉल दो"),  # vowel signs typed in two parts
    ("कितने\u00a0का\u3000है\u001c?", "कितने का है ?"),
    ("ｓｈａｗｌ", "shawl"),
    ("Don’t send", "don't send"),
    ("ठीक है।", "ठीक है"),
    ("👍 ok", "👍 ok"),
    ("\u202eabc\u202c", "abc"),
    ("kullū", "kullu"),
    ("", ""),
    ("...", ""),
]


@pytest.mark.parametrize(("typed", "read"), NORMAL)
def test_one_spelling(typed: str, read: str) -> None:
    assert normalise(typed) == read
    assert normalise(read) == read


@pytest.mark.parametrize("slash", ["/", " /", "\u00a0/", "\u3000/", "\u001c/", "\u0085/", "\uff0f", "\u200b/", "//"])
def test_no_text_becomes_a_command(slash: str) -> None:
    """Rasa takes a text that begins with a slash as an intent with full confidence."""
    assert normalise(slash + 'confirm{"id":1}').startswith("confirm")


def test_devanagari_words_stay_whole() -> None:
    assert tokens("हाँ, मुझे कुर्सी चाहिए हैं") == ["हां", "मुझे", "कुर्सी", "चाहिए", "हैं"]


SCRIPTS = [
    ("मुझे एक शॉल चाहिए", "deva"),
    ("order कैंसल कर दो", "deva"),
    ("500 से कम", "deva"),
    ("do kilo aam ka achaar bhej do", "latin_hi"),
    ("kitne ka h", "latin_hi"),
    ("mera order kab aayega", "latin_hi"),
    ("shawl milega?", "latin_hi"),
    ("please cancel kar do", "latin_hi"),
    ("delivery kitne din me hogi", "latin_hi"),
    ("haan theek hai", "latin_hi"),
    ("nahi chahie", "latin_hi"),
    ("where is my order", "en"),
    ("do you have wooden chairs", "en"),
    ("i want to buy 2 kullu shawls", "en"),
    ("main road shimla", "en"),
    ("what is the price of the achaar", "en"),
    ("hello", "en"),
    ("ok", "en"),
    ("mujhe कुर्सी chahiye do", "mixed"),
    ("177033", "mixed"),
    ("👍", "mixed"),
    ("", "mixed"),
]


@pytest.mark.parametrize(("text", "expected"), SCRIPTS)
def test_script(text: str, expected: str) -> None:
    assert script(text) == expected


SAME = [
    ("achaar", "achar", "अचार"),
    ("topi", "topee", "टोपी"),
    ("kursi", "kursee", "कुर्सी"),
    ("kullu", "kulu", "कुल्लू"),
    ("kambal", "kambal", "कंबल"),
    ("mez", "mej", "मेज़"),
    ("phool", "fool", "फूल"),
    ("wala", "vala", "वाला"),
    ("shawl", "shaul", "शॉल"),
    ("pashmina", "pashmeena", "पश्मीना"),
    ("rajma", "rajmaa", "राजमा"),
    ("sabun", "saboon", "साबुन"),
]
APART = [
    ("sab", "sabun"),
    ("nahi", "nahan"),
    ("kul", "kullu"),
    ("kam", "kambal"),
    ("do", "dono"),
    ("kal", "kala"),
    ("cap", "cup"),
    ("mez", "maze"),
]


@pytest.mark.parametrize("spellings", SAME)
def test_fold_joins_spellings(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_fold_keeps_words_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


ROMAN = [
    ("लड़का", "ladkaa"),
    ("करना", "karnaa"),
    ("नमस्ते", "namaste"),
    ("भेज दो", "bhej do"),
    ("मेरा सामान", "meraa saamaan"),
    ("कंबल", "kambal"),
    ("किताब", "kitaab"),
    ("समझ", "samajh"),
    ("हाँ नहीं", "haan nahi"),
    ("2 kg आम", "2 kg aam"),
    ("shawl", "shawl"),
]


@pytest.mark.parametrize(("devanagari", "roman"), ROMAN)
def test_romanise(devanagari: str, roman: str) -> None:
    assert romanise(devanagari) == roman
