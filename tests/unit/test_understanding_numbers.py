"""Numbers and amounts as people say them: every row exact, in thousandths."""

import pytest

from bot.understanding.numbers import number_at
from bot.understanding.quantities import in_kilos_or_pieces, quantities
from catalog.spelling import tokens

NUMBERS = [
    ("2", 2),
    ("२", 2),
    ("१२", 12),
    ("2.5", 2.5),
    ("1/2", 0.5),
    ("3/4", 0.75),
    ("½", 0.5),
    ("2½", 2.5),
    ("1,250", 1250),
    ("ek", 1),
    ("एक", 1),
    ("do", 2),
    ("दो", 2),
    ("teen", 3),
    ("तीन", 3),
    ("char", 4),
    ("chaar", 4),
    ("चार", 4),
    ("paanch", 5),
    ("panch", 5),
    ("पांच", 5),
    ("पाँच", 5),
    ("chhe", 6),
    ("छह", 6),
    ("छः", 6),
    ("saat", 7),
    ("सात", 7),
    ("aath", 8),
    ("आठ", 8),
    ("nau", 9),
    ("नौ", 9),
    ("das", 10),
    ("दस", 10),
    ("gyarah", 11),
    ("ग्यारह", 11),
    ("barah", 12),
    ("बारह", 12),
    ("pandrah", 15),
    ("पंद्रह", 15),
    ("पन्द्रह", 15),
    ("bees", 20),
    ("बीस", 20),
    ("pachis", 25),
    ("पच्चीस", 25),
    ("tees", 30),
    ("तीस", 30),
    ("chalis", 40),
    ("चालीस", 40),
    ("pachas", 50),
    ("पचास", 50),
    ("साठ", 60),
    ("sattar", 70),
    ("अस्सी", 80),
    ("nabbe", 90),
    ("सौ", 100),
    ("sau", 100),
    ("ek sau", 100),
    ("do sau", 200),
    ("दो सौ", 200),
    ("dedh sau", 150),
    ("डेढ़ सौ", 150),
    ("dhai sau", 250),
    ("ढाई सौ", 250),
    ("sawa sau", 125),
    ("सवा सौ", 125),
    ("paune do sau", 175),
    ("पौने दो सौ", 175),
    ("sadhe teen sau", 350),
    ("साढ़े तीन सौ", 350),
    ("paanch sau pachas", 550),
    ("पाँच सौ पचास", 550),
    ("ek hazar", 1000),
    ("हज़ार", 1000),
    ("dedh hazar", 1500),
    ("ढाई हज़ार", 2500),
    ("do hazar paanch sau", 2500),
    ("ek hazar do sau pachas", 1250),
    ("1 lakh", 100000),
    ("dedh lakh", 150000),
    ("1k", 1000),
    ("2.5k", 2500),
    ("two hundred", 200),
    ("two hundred fifty", 250),
    ("twenty five", 25),
    ("one thousand", 1000),
    ("aadha", 0.5),
    ("आधा", 0.5),
    ("आधी", 0.5),
    ("half", 0.5),
    ("paun", 0.75),
    ("पौन", 0.75),
    ("sawa", 1.25),
    ("सवा", 1.25),
    ("dedh", 1.5),
    ("डेढ़", 1.5),
    ("डेढ", 1.5),
    ("derh", 1.5),
    ("paune do", 1.75),
    ("पौने दो", 1.75),
    ("sawa do", 2.25),
    ("सवा दो", 2.25),
    ("dhai", 2.5),
    ("ढाई", 2.5),
    ("अढ़ाई", 2.5),
    ("sadhe teen", 3.5),
    ("साढ़े तीन", 3.5),
    ("saadhe char", 4.5),
    ("साढे पांच", 5.5),
    ("paune teen", 2.75),
    ("one and a half", 1.5),
    ("two and half", 2.5),
    ("do aur aadha", 2.5),
    ("quarter", 0.25),
    ("ek aadh", 1),
    ("एक आध", 1),
    ("2-3", 2),
    ("do teen", 2),
    ("दो तीन", 2),
    ("das bees", 10),
]

# (text, [(thousandths / 1000, unit)])
AMOUNTS = [
    ("2 kg", [(2, "kg")]),
    ("2kg", [(2, "kg")]),
    ("२ किलो", [(2, "kg")]),
    ("do kilo", [(2, "kg")]),
    ("दो किलो", [(2, "kg")]),
    ("half kg", [(0.5, "kg")]),
    ("half a kilo", [(0.5, "kg")]),
    ("aadha kilo", [(0.5, "kg")]),
    ("आधा किलो", [(0.5, "kg")]),
    ("dedh kilo", [(1.5, "kg")]),
    ("डेढ़ किलो", [(1.5, "kg")]),
    ("ढाई किलो", [(2.5, "kg")]),
    ("sawa kilo", [(1.25, "kg")]),
    ("paune do kilo", [(1.75, "kg")]),
    ("पौने दो किलो", [(1.75, "kg")]),
    ("sadhe teen kilo", [(3.5, "kg")]),
    ("paun kilo", [(0.75, "kg")]),
    ("paune kilo", [(0.75, "kg")]),
    ("500g", [(500, "gram")]),
    ("500 gm", [(500, "gram")]),
    ("२५० ग्राम", [(250, "gram")]),
    ("dhai sau gram", [(250, "gram")]),
    ("ढाई सौ ग्राम", [(250, "gram")]),
    ("pav", [(1, "pav")]),
    ("पाव भर", [(1, "pav")]),
    ("ek pav", [(1, "pav")]),
    ("aadha pav", [(0.5, "pav")]),
    ("तीन पाव", [(3, "pav")]),
    ("1 kg 500 gram", [(1.5, "kg")]),
    ("1 dozen", [(1, "dozen")]),
    ("darjan", [(1, "dozen")]),
    ("दर्जन", [(1, "dozen")]),
    ("do darjan", [(2, "dozen")]),
    ("half dozen", [(0.5, "dozen")]),
    ("half a dozen", [(0.5, "dozen")]),
    ("आधा दर्जन", [(0.5, "dozen")]),
    ("जोड़ी", [(1, "pair")]),
    ("do jodi", [(2, "pair")]),
    ("दो जोड़ी", [(2, "pair")]),
    ("3 pairs", [(3, "pair")]),
    ("3 joda", [(3, "pair")]),
    ("5 packet", [(5, "packet")]),
    ("5 pkt", [(5, "packet")]),
    ("पांच पैकेट", [(5, "packet")]),
    ("2 pcs", [(2, "piece")]),
    ("do peice", [(2, "piece")]),
    ("4 नग", [(4, "piece")]),
    ("2 box", [(2, "box")]),
    ("do dabbe", [(2, "box")]),
    ("२ डिब्बे", [(2, "box")]),
    ("3 meter", [(3, "metre")]),
    ("तीन मीटर", [(3, "metre")]),
    ("1 pound", [(1, "pound")]),
    ("do botal", [(2, "bottle")]),
    ("2 शीशी", [(2, "bottle")]),
    ("1 set", [(1, "set")]),
    ("एक सेट", [(1, "set")]),
    ("1 litre", [(1, "litre")]),
    ("दो लीटर", [(2, "litre")]),
    ("2 shawl", [(2, None)]),
    ("do chahiye", [(2, None)]),
    ("do bhej do", [(2, None)]),
    ("bhej do", []),
    ("भेज दो", []),
    ("de do", []),
    ("kar do", []),
    ("hata do", []),
    ("दो दे दो", [(2, None)]),
    ("do do", [(2, None)]),
    ("चार कर दो", [(4, None)]),
    ("do hi hai", [(2, None)]),
    ("mujhe bata do", []),
    ("ek darjan aur do packet", [(1, "dozen"), (2, "packet")]),
    ("25 more packets", [(25, "packet")]),
    ("can you do it", []),
    ("what do you sell", []),
    ("x2", [(2, None)]),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_numbers(text: str, value: float) -> None:
    words = tokens(text)
    number = number_at(words, 0)
    assert number is not None
    assert (number.milli, number.end) == (round(value * 1000), len(words))


@pytest.mark.parametrize(
    ("text", "upto"), [("2-3", 3), ("do teen", 3), ("das bees", 20), ("do", None), ("do sau", None)]
)
def test_an_estimate_keeps_its_upper_end(text: str, upto: int | None) -> None:
    number = number_at(tokens(text), 0)
    assert number is not None
    assert number.upto_milli == (upto * 1000 if upto else None)


@pytest.mark.parametrize(("text", "amounts"), AMOUNTS)
def test_amounts(text: str, amounts: list[tuple[float, str | None]]) -> None:
    assert [(q.milli / 1000, q.unit) for q in quantities(tokens(text))] == amounts


@pytest.mark.parametrize("text", ["do shawl", "दो शॉल", "do laal shawl", "do badi shawl", "shawl do chahiye"])
def test_do_before_a_product_is_two(text: str) -> None:
    words = tokens(text)
    thing = next(at for at, word in enumerate(words) if word in ("shawl", "शॉल"))
    assert [q.milli for q in quantities(words, {thing})] == [2000]


@pytest.mark.parametrize("text", ["shawl do", "शॉल दो", "shawl de do", "mujhe shawl do", "shawl bhej do topi"])
def test_do_after_a_product_or_a_verb_is_give(text: str) -> None:
    words = tokens(text)
    things = {at for at, word in enumerate(words) if word in ("shawl", "शॉल", "topi")}
    assert quantities(words, things) == []


def test_a_unit_the_shop_does_not_sell_by_is_named_not_guessed() -> None:
    (quantity,) = quantities(tokens("do tola"))
    assert (quantity.unit, quantity.unknown_unit) == (None, "tola")


def test_words_that_belong_to_a_price_are_left_alone() -> None:
    assert quantities(tokens("500 se kam"), skip={0, 1, 2}) == []


@pytest.mark.parametrize(
    ("milli", "unit", "normal"),
    [
        (250_000, "gram", (250, "kg")),
        (1_000, "pav", (250, "kg")),
        (1_500, "dozen", (18_000, "piece")),
        (1_000, "quintal", (100_000, "kg")),
        (2_000, "pair", (2_000, "pair")),
        (2_000, None, (2_000, None)),
    ],
)
def test_grams_and_dozens_in_kilos_and_pieces(milli: int, unit: str | None, normal: tuple[int, str | None]) -> None:
    assert in_kilos_or_pieces(milli, unit) == normal
