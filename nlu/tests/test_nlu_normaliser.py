"""The first component by a table: what is typed, what the rest of the pipeline reads, and which spellings meet."""

from itertools import combinations

import pytest

from nlu.components.features import marks, words
from nlu.serve import quiet_rasa

READ = [
    ("decomposed letters become one", "दुका\u0928\u093c", "दुकान"),
    ("a letter with its own nukta loses it", "\u095eोन \u095bरूर प\u095dना", "फोन जरूर पढना"),
    ("a nukta typed apart goes too", "फ\u093cोन ज\u093cरूर", "फोन जरूर"),
    ("joiners inside a word go", "कु\u200cर्सी क्\u200dया", "कुर्सी क्या"),
    ("so does the soft hyphen and the mark at the start", "\ufeffsha\u00adwl", "shawl"),
    ("Devanagari digits are digits", "१२ कंबल १७७०३३", "12 कंबल 177033"),
    ("full-width letters and digits too", "ｓｈａｗｌ ５００", "shawl 500"),
    ("chandrabindu is anusvara", "हाँ कहाँ चाँदी", "हां कहां चांदी"),
    ("a nasal before its own class is anusvara", "कम्बल सन्तरा गङ्गा पञ्चायत घण्टा", "कंबल संतरा गंगा पंचायत घंटा"),
    ("a nasal before another letter stays", "जन्म उन्हें सन्यासी", "जन्म उन्हें सन्यासी"),
    ("long-drawn letters are two at most", "haaaaan plzzzz नमस्तेेेे", "haan plzz नमस्तेे"),
    ("a long number is not drawn out", "9999999999", "9999999999"),
    ("capitals and accents go", "KULLŪ Shawl Café", "kullu shawl cafe"),
    ("signs of money and measure stand apart", "₹500/- 2kg 50%", "₹ 500 2 kg 50 %"),
    ("thousands are written together", "1,25,000", "125000"),
    ("fractions are decimals", "2½ kilo ½", "2.5 kilo 0.5"),
    ("the danda and other stops go", "ठीक है। भेज दो॥", "ठीक है भेज दो"),
    ("a command is only its words", '/confirm_order{"id": 1}', "confirm order id 1"),
    ("however the slash is hidden", "\u3000\u200b／restart", "restart"),
    ("no text stays no text", "\u200b ।।", ""),
]

# Spellings of one word as people type it; the classifier sees them as one at least by their consonants.
MEET = [
    "chahiye chaiye chahie chaahiye chahea chiye chye चाहिए चाहिये",
    "nahi nhi nahin nahee नहीं नही नहि",
    "hai h he है",
    "karo kro krro करो",
    "bhejna bhjna bejna bhejnaa भेजना",
    "kitna ktna kitnaa कितना",
    "achar achaar aachar achhar अचार आचार",
    "theek thik thek ठीक थीक",
    "dijiye dijie dijye दीजिए दीजिये",
    "zyada jyada jyaada ज़्यादा ज्यादा",
    "wapas vapas wapis vapis वापस वापिस",
    "phone fone phon फ़ोन फोन",
    "shawl shaul shol शॉल शौल",
    "paise paisey pese पैसे",
]
# Words that must stay apart although they look alike: each is another meaning.
APART = ["sab sabun", "nahi nahan", "kul kullu", "do de", "mat mata", "din dena"]


@pytest.mark.parametrize(("typed", "read"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_every_text_in_one_spelling(typed: str, read: str) -> None:
    quiet_rasa()
    from rasa.shared.nlu.constants import TEXT
    from rasa.shared.nlu.training_data.message import Message

    from nlu.components.normaliser import Normaliser

    asked = Message({TEXT: typed})
    assert Normaliser().process([asked])[0].get(TEXT) == read
    assert Normaliser().process([Message({TEXT: read})])[0].get(TEXT) == read


def test_a_text_is_read_up_to_a_length() -> None:
    quiet_rasa()
    from rasa.shared.nlu.constants import TEXT
    from rasa.shared.nlu.training_data.message import Message

    from nlu.components.normaliser import MAX_CHARACTERS, Normaliser

    messages = [Message({TEXT: "shawl " * 20_000}), Message({})]
    long, none = Normaliser().process(messages)
    assert len(long.get(TEXT)) <= MAX_CHARACTERS
    assert none.get(TEXT) == ""


@pytest.mark.parametrize("spellings", MEET)
def test_spellings_of_one_word_meet(spellings: str) -> None:
    bones = {spelling: marks(spelling)["bones"][0] for spelling in spellings.split()}
    assert len(set(bones.values())) == 1, bones


@pytest.mark.parametrize("spellings", APART)
def test_words_that_only_look_alike_stay_apart(spellings: str) -> None:
    for one, other in combinations(spellings.split(), 2):
        assert words(one) != words(other)
