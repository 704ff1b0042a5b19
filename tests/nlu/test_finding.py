"""Goods are found as people name them, over the shop's own catalogue; and only where they are named."""

import asyncio
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from actions.makers import meant
from catalog.search import Index
from catalog.tables import ProducerGroup
from tests.nlu.queries import found, maker_queries, queries, recall, report, right_makers, seeded

HERE = Path(__file__).parent
AT_LEAST = 0.95
LINKED = 0.99
CARRIERS = (
    *("{}", "2 {} bhej do", "{} chahiye", "mujhe ek {} dikhao", "{} kitne ka hai"),
    *("दो {} भेज दो", "मुझे {} चाहिए", "{} मिलेगा क्या", "क्या आपके पास {} है"),
    *("do you have {}", "i want 3 {}", "what is the price of {}"),
)
PAIRED = (
    *("2 {} aur ek packet {} bhej do nadaun 177033", "दो {} और तीन {} भेज दीजिए", "3 {} and 5 {} please", "4 {}, 2 {}"),
)


@pytest.fixture(scope="module")
def shop() -> tuple[Index, list[ProducerGroup]]:
    return asyncio.run(seeded())


@pytest.fixture(scope="module")
def index(shop: tuple[Index, list[ProducerGroup]]) -> Index:
    return shop[0]


@pytest.fixture(scope="module")
def groups(shop: tuple[Index, list[ProducerGroup]]) -> list[ProducerGroup]:
    return shop[1]


def test_what_is_looked_for_is_among_the_first_three(index: Index) -> None:
    asked = queries()
    assert len(asked) >= 300
    assert len({query.query for query in asked}) == len(asked)
    answers = found(index)
    print("\n".join(["", *report(answers)]))
    for script, (number, _, three) in recall(answers).items():
        assert number >= 60, script
        assert three >= AT_LEAST, script


def test_the_makers_asked_for_are_the_makers_meant(groups: list[ProducerGroup]) -> None:
    asked = maker_queries()
    assert len(asked) >= 60
    assert sum(right_makers(query, groups) for query in asked) / len(asked) >= AT_LEAST


@pytest.mark.parametrize(
    "text",
    [
        *("shawl dikhao", "ek kilo achar", "jail ka saman", "samuh ka saman", "mera order kahan hai", "2 model dikhao"),
        *("main bazar gaya tha", "बेकरी का सामान", "central me kya hai", "aapke paas kya hai", "177033", "🙂", ""),
    ],
)
def test_no_maker_is_meant_where_none_is_named(groups: list[ProducerGroup], text: str) -> None:
    assert meant(text, groups) == ()


def test_near_her_is_where_she_told_us_she_lives(groups: list[ProducerGroup]) -> None:
    assert meant("mere aas paas kya banta hai", groups) == ()
    assert meant("mere aas paas kya banta hai", groups, home="173001") == ("nahan",)
    assert meant("177033 ke paas", groups, home="173001")[:2] == ("nadaun-groups", "nadaun-workers")
    assert meant("aapke paas shawl hai", groups, home="173001") == ()


def everyday() -> list[str]:
    return (HERE / "everyday.txt").read_text("utf-8").splitlines()


def test_everyday_talk_names_no_goods(index: Index) -> None:
    assert len(everyday()) >= 80
    assert {text: mentioned for text in everyday() if (mentioned := index.mentions(text))} == {}


def named() -> list[tuple[str, list[set[str]]]]:
    """Each text with the goods it names in order; one of several may be meant by a word."""
    rows = (line.split("\t") for line in (HERE / "named.tsv").read_text("utf-8").splitlines())
    return [(text, [set(each.split(",")) for each in goods.split(";")]) for text, goods in rows]


@pytest.mark.parametrize(("text", "goods"), named())
def test_goods_are_named_in_every_form(index: Index, text: str, goods: list[set[str]]) -> None:
    assert [set(mention.skus) for mention in index.mentions(text)] == goods


def names(index: Index) -> Iterator[tuple[str, str]]:
    for entry in index.entries.values():
        yield from ((name, entry.sku) for name in dict.fromkeys((*entry.names, *entry.aliases)))


def test_every_name_is_linked_in_every_carrier(index: Index) -> None:
    asked = [(carrier.format(name), sku) for name, sku in names(index) for carrier in CARRIERS]
    missed = [(text, sku) for text, sku in asked if not any(sku in m.skus for m in index.mentions(text))]
    assert len(asked) > 10_000
    assert 1 - len(missed) / len(asked) >= LINKED, missed


def test_two_things_in_one_order_are_both_linked(index: Index) -> None:
    """A seeded sample of pairs: there are too many to try them all."""
    dice, listed = random.Random(0), list(names(index))
    missed = []
    for number in range(2000):
        (one, sku), (other, second) = dice.sample(listed, 2)
        text = PAIRED[number % len(PAIRED)].format(one, other)
        seen = {sku for mention in index.mentions(text) for sku in mention.skus}
        missed += [(text, each) for each in (sku, second) if each not in seen]
    assert 1 - len(missed) / 4000 >= LINKED, missed
