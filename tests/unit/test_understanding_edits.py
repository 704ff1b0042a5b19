"""Changes of the cart as people spell them out: what is done, to what, how much of it."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.meaning import Edit, Item
from bot.understanding.edits import read_edits
from bot.understanding.facts import gather
from bot.understanding.places import IndianPincodes
from bot.understanding.reading import read_without_nlu
from catalog.lexicon import listed
from catalog.search import Index
from tests.nlu.shelf import shelf

TODAY = date(2026, 11, 23)
SPELLED: dict[str, str | None] = yaml.safe_load(Path(__file__).with_name("edits_spelled.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def index() -> Index:
    return shelf()


def told(edit: Edit) -> str:
    """ "set shawl 3", "swap muffler 2 for himachali cap", "set 3: 2 maroon 1 grey", "remove #1"."""
    parts = [edit.op, *_thing(edit.item)]
    parts += [f"#{edit.ref}"] if edit.ref else []
    parts += ["for", *_thing(edit.old)] if edit.old else []
    return (
        " ".join(parts) + (": " if edit.shares else "") + " ".join(f"{s.milli / 1000:g} {s.value}" for s in edit.shares)
    )


def _thing(item: Item) -> list[str]:
    amount = [] if item.qty_milli is None else [f"{item.qty_milli / 1000:g}", *([item.unit] if item.unit else [])]
    wishes = [item.attrs[name] for name in ("color", "size", "flavour") if name in item.attrs]
    return [*([item.product] if item.product else []), *amount, *wishes]


@pytest.mark.parametrize("text", SPELLED)
def test_what_is_spelled_out(text: str, index: Index) -> None:
    read = read_edits(gather(text, index, None, TODAY, IndianPincodes()))
    assert ("; ".join(told(one) for one in read.edits) if read.plain else None) == SPELLED[text]


SHELF = shelf()
WORDS = st.sampled_from(
    [word for kind in listed("edits").values() for word in kind]
    + [
        "shawl",
        "टोपी",
        "2",
        "teen",
        "maroon",
        "badi",
        "achar",
        "pehli",
        "ye",
        ",",
        "aur",
        "kitne ka hai",
        "177001",
        "upi",
        "naam",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=9))
def test_no_heap_of_words_breaks_it(words: list[str]) -> None:
    text = " ".join(words)
    for awaiting in (None, "quantity", "name", "confirm"):
        meaning = read_without_nlu(text, "buyer", awaiting, SHELF, TODAY)
        assert meaning is None or not meaning.plain or meaning.edits
