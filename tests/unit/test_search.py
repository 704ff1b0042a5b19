"""Free search and mentions over a shelf of every product the word lists know."""

import pytest

from catalog.search import Entry, Index
from tests.nlu.shelf import shelf

# (query, a sku that must be among the first three)
QUERIES = [
    ("शॉल", "SHAWL-KANDA"),
    ("शाल दिखाओ", "SHAWL-KANDA"),
    ("कंडा जेल के शॉल", "SHAWL-KANDA"),
    ("नाहन की शॉल", "SHAWL-NAHAN"),
    ("स्वेटर चाहिए", "SWEATER"),
    ("जैकेट", "JACKET"),
    ("ऊनी मोज़े", "WOOLLEN-SOCKS"),
    ("जुराब", "WOOLLEN-SOCKS"),
    ("कम्बल", "BLANKET"),
    ("कंबलों का दाम", "BLANKET"),
    ("कुर्सी", "CHAIR"),
    ("कुर्सियाँ", "CHAIR"),
    ("मेज़", "TABLE"),
    ("अलमारी", "CUPBOARD"),
    ("बुक रैक", "BOOK-RACK"),
    ("बिस्कुट", "BISCUIT-NAHAN"),
    ("नाहन बेकरी के बिस्कुट", "BISCUIT-NAHAN"),
    ("आम का अचार", "PICKLE-MANGO"),
    ("नींबू का आचार", "PICKLE-LEMON"),
    ("आंवला कैंडी", "AMLA-CANDY"),
    ("शहद", "HONEY"),
    ("सरसों का तेल", "MUSTARD-OIL"),
    ("मधुबनी पेंटिंग", "PAINTING"),
    ("मक्की का आटा", "MAIZE-FLOUR"),
    ("टोपी", "HIMACHALI-CAP"),
    ("हिमाचली टोपियां", "HIMACHALI-CAP"),
    ("राजमा", "RAJMA"),
    ("दोना पत्तल", "DONA-PATTAL"),
    ("साबुन", "SOAP"),
    ("shol", "SHAWL-KANDA"),
    ("shal", "SHAWL-KANDA"),
    ("kanda jel ke shol", "SHAWL-KANDA"),
    ("swetar", "SWEATER"),
    ("svetr", "SWEATER"),
    ("jaket", "JACKET"),
    ("moje", "WOOLLEN-SOCKS"),
    ("ooni moze", "WOOLLEN-SOCKS"),
    ("kambal", "BLANKET"),
    ("kursi", "CHAIR"),
    ("kursiyan dikhao", "CHAIR"),
    ("mez", "TABLE"),
    ("almaari", "CUPBOARD"),
    ("biskut", "BISCUIT-NAHAN"),
    ("biscuts", "BISCUIT-NAHAN"),
    ("kaithu ke biskit", "BISCUIT-KAITHU"),
    ("aachar", "PICKLE-MANGO"),
    ("acchar", "PICKLE-MANGO"),
    ("Bhoranj ka achar", "PICKLE-MANGO"),
    ("aam ka achaar", "PICKLE-MANGO"),
    ("nimbu achar", "PICKLE-LEMON"),
    ("amla kandi", "AMLA-CANDY"),
    ("aanwla kaindi", "AMLA-CANDY"),
    ("shehad", "HONEY"),
    ("shahad chahiye", "HONEY"),
    ("sarso tel", "MUSTARD-OIL"),
    ("makki ka atta", "MAIZE-FLOUR"),
    ("topi", "HIMACHALI-CAP"),
    ("mombatti", "CANDLE"),
    ("gamcha", "GAMCHHA"),
    ("laddoo", "KODRA-LADDU"),
    ("himachali cap", "HIMACHALI-CAP"),
    ("shawls", "SHAWL-KANDA"),
    ("woolen socks", "WOOLLEN-SOCKS"),
    ("wollen socks", "WOOLLEN-SOCKS"),
    ("blankit", "BLANKET"),
    ("chocklates", "CHOCOLATE"),
    ("pastries", "PASTRY"),
    ("mango pickl", "PICKLE-MANGO"),
    ("honey", "HONEY"),
    ("book shelf", "BOOK-RACK"),
    ("bamboo basket", "BAMBOO-BASKET"),
    ("musturd oil", "MUSTARD-OIL"),
    ("turmric", "TURMERIC"),
    ("bedshet", "BEDSHEET"),
    ("rakhi gift box", "RAKHI-BOX"),
    ("candels", "CANDLE"),
    ("mukti masala", "SPICES"),
    ("jackets", "JACKET"),
]

# (text, products named in order)
MENTIONED = [
    ("do shawl aur teen topi bhej do", ["shawl", "himachali cap"]),
    ("लाल शॉल और दो जोड़ी मोज़े", ["shawl", "woollen socks"]),
    ("आम का अचार दो किलो", ["pickle"]),
    ("2 shawls, 3 caps and one blanket", ["shawl", "himachali cap", "blanket"]),
    ("amla kandi ke do packet", ["amla candy"]),
    ("bamboo basket 250 rs", ["bamboo basket"]),
    ("टोपियों का दाम", ["himachali cap"]),
    ("mojon ki jodi", ["woollen socks"]),
]

# Sentences without any product: grammar, names, places and the shop's own words.
NOTHING = [
    "pichle saal ka hisab",
    "mera order kahan hai",
    "main bol raha hu",
    "sab hata do",
    "kya kya milta hai",
    "basket me kya hai",
    "Rakesh Kumar",
    "Sunita Sharma",
    "nahi chahiye",
    "pata badlo",
    "paise kat gaye",
    "hisab dikhao",
    "chutti hai kal",
    "kab tak aayega",
    "डिलीवरी का कितना लगेगा",
    "मेरा पार्सल कहाँ है",
    "स्टॉल कहां लगा है",
    "बन गया",
    "ठीक है",
    "आज छुट्टी है",
    "what can you do",
    "is it better",
    "show my cart",
    "put it there",
    "call me back",
    "aap kaise hain",
    "kaun banata hai",
    "Kanda se aaya",
    "haan ji bilkul",
    "mujhe madad chahiye",
    "ghar par dunga",
    "wapas karna hai",
    "shaam tak bata dena",
]


@pytest.fixture(scope="module")
def index() -> Index:
    return shelf()


def test_nineteen_of_twenty_queries_find_the_product_among_the_first_three(index: Index) -> None:
    assert len(QUERIES) >= 60
    missed = [(q, sku) for q, sku in QUERIES if sku not in [hit.sku for hit in index.search(q, 3)]]
    assert len(missed) <= 0.05 * len(QUERIES), missed


@pytest.mark.parametrize(("text", "terms"), MENTIONED)
def test_products_are_found_in_sentences(index: Index, text: str, terms: list[str]) -> None:
    assert [mention.term for mention in index.mentions(text)] == terms


@pytest.mark.parametrize("text", NOTHING)
def test_ordinary_words_are_no_products(index: Index, text: str) -> None:
    assert index.mentions(text) == []


@pytest.mark.parametrize(
    ("text", "skus"),
    [
        ("कंडा जेल के शॉल", ("SHAWL-KANDA",)),
        ("nahan ki shawl", ("SHAWL-NAHAN",)),
        ("shawl", ("SHAWL-KANDA", "SHAWL-NAHAN")),
        ("aam ka achar", ("PICKLE-MANGO",)),
        ("नाहन बेकरी के बिस्कुट", ("BISCUIT-NAHAN",)),
        ("kaithu ke biscuit", ("BISCUIT-KAITHU",)),
        ("kullu shawl", ("SHAWL-KANDA",)),
    ],
)
def test_place_group_and_kind_narrow_what_is_meant(index: Index, text: str, skus: tuple[str, ...]) -> None:
    assert [mention.skus for mention in index.mentions(text)] == [skus]


def test_a_span_is_given_as_typed_with_what_was_said_of_it(index: Index) -> None:
    text = "मुझे लाल शॉल, 2 चाहिए"
    (mention,) = index.mentions(text)
    assert text[mention.start : mention.end] == "शॉल"
    assert mention.attrs == {"color": "red"}


def test_a_word_the_shop_does_not_sell_is_still_understood() -> None:
    (mention,) = Index([Entry("HONEY", "honey", ("Honey",))]).mentions("ek mez chahiye")
    assert (mention.term, mention.skus) == ("table", ())


def test_an_empty_shelf_and_nonsense_give_nothing(index: Index) -> None:
    assert Index([]).search("shawl") == []
    assert Index([]).mentions("shawl")[0].skus == ()
    assert index.search("", 3) == index.search("qqqq zzzz", 3) == []
