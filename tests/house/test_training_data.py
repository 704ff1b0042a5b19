"""The sentences people taught the shop: complete in every language, and never one sentence with two meanings."""

import json
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
import yaml

from catalog.frames import frame, sound
from catalog.spelling import normalise, romanise
from nlu.coverage import ENOUGH, frames

ROOT = Path(__file__).resolve().parents[2]
SENTENCES = ROOT / "data" / "nlu"
HELD_OUT = ROOT / "tests" / "nlu" / "heldout"
LANGUAGES = ("en", "hi", "hi-Latn")
FEWEST = 30


def tasks() -> list[str]:
    """Every task of the contract."""
    return sorted(yaml.safe_load((ROOT / "nlu" / "intents.yml").read_text(encoding="utf-8")))


@cache
def taught(language: str, task: str) -> tuple[str, ...]:
    """The sentences of one file, as written; none if the file is missing."""
    path = SENTENCES / language / f"{task}.yml"
    if not path.exists():
        return ()
    blocks = yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
    assert [block["intent"] for block in blocks] == [task], f"{path} teaches something else"
    lines = [line.strip() for line in blocks[0]["examples"].splitlines()]
    assert all(line.startswith("- ") for line in lines), f"{path} has a line that is no sentence"
    return tuple(line[2:].strip() for line in lines)


def everything() -> list[tuple[str, str, str]]:
    """(sentence, language, task) of every file."""
    return [(text, language, task) for language in LANGUAGES for task in tasks() for text in taught(language, task)]


def with_two_meanings(sentences: list[tuple[str, str, str]]) -> dict[str, list[str]]:
    """Sentence as heard → its tasks, where there are several."""
    meanings = defaultdict(set)
    for text, _, task in sentences:
        meanings[sound(text) or text].add(task)
    return {heard: sorted(found) for heard, found in meanings.items() if len(found) > 1}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_task_has_sentences(language: str) -> None:
    thin = {task: len(taught(language, task)) for task in tasks() if len(set(taught(language, task))) < FEWEST}
    assert not thin
    strangers = {path.stem for path in (SENTENCES / language).glob("*.yml")} - set(tasks())
    assert not strangers


def test_no_sentence_has_two_meanings() -> None:
    assert with_two_meanings(everything()) == {}


def test_a_stolen_sentence_is_noticed() -> None:
    twin = romanise(taught("hi", "ask_price")[0])
    stolen = [*everything(), (twin, "hi-Latn", "add_to_cart")]
    assert list(with_two_meanings(stolen).values()) == [["add_to_cart", "ask_price"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_written_twice(language: str) -> None:
    for task in tasks():
        heard = [normalise(text) or text for text in taught(language, task)]
        twice = sorted({text for text in heard if heard.count(text) > 1})
        assert not twice, f"{language}/{task}"


def test_important_tasks_have_enough_truly_different_sentences() -> None:
    """Sixty that differ in more than a number, a product, a colour or a place (`python -m nlu.coverage`)."""
    contract = yaml.safe_load((ROOT / "nlu" / "intents.yml").read_text(encoding="utf-8"))
    found = frames()
    thin = {
        (task, language): len(found[task, language])
        for task, entry in contract.items()
        for language in LANGUAGES
        if len(found[task, language]) < ENOUGH[entry["importance"]]
    }
    assert thin == {}


def test_no_sentence_is_stamped_from_a_template() -> None:
    """A frame of several words that comes again and again was filled in, not written."""
    stamped = {
        (task, language, words): many
        for (task, language), cell in frames().items()
        for words, many in cell.items()
        if many > 3 and len(words.split()) >= 5
    }
    assert stamped == {}


def test_a_template_is_noticed() -> None:
    filled = ["2 shawl bhej do nadaun", "do kambal bhej do shimla", "5 topi bhej do mandi"]
    assert len({frame(text) for text in filled}) == 1
    assert frame("2 shawl bhej do nadaun") != frame("2 shawl hata do nadaun")


def test_no_contract_example_teaches_another_task() -> None:
    contract = yaml.safe_load((ROOT / "nlu" / "intents.yml").read_text(encoding="utf-8"))
    examples = [(text, language, task) for task in contract for language, text in contract[task]["example"].items()]
    assert with_two_meanings([*everything(), *examples]) == {}


@pytest.mark.skipif(not HELD_OUT.is_dir(), reason="no held-out sentences here")
def test_held_out_sentences_were_not_taught() -> None:
    """Says how many only: who reads a held-out sentence starts to tune towards it."""
    learned = {normalise(text) for text, _, _ in everything()}
    asked = [json.loads(line) for path in HELD_OUT.glob("*.jsonl") for line in path.read_text("utf-8").splitlines()]
    # A lone name, number or yes has only so many spellings; whole sentences must be new.
    known = sum(1 for line in asked if len(normalise(line["text"]).split()) > 2 and normalise(line["text"]) in learned)
    short = sum(1 for line in asked if len(normalise(line["text"]).split()) <= 2 and normalise(line["text"]) in learned)
    print(f"{len(asked)} held out; {known} sentences and {short} of one or two words are taught as well")
    assert known == 0
