"""Teaching new sentences: what is refused, what is written, and when a candidate is taken."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import kept_apart, learning
from bot.learning import Change, Line, NotLearned, added, check, compare, read_lines
from catalog.frames import frame, sound

LINE = Line("greet", "en", "zulu quebec romeo")
FILE = 'version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    - hi\n'


def first_taught(language: str, task: str) -> str:
    rows = (learning.SENTENCES / language / f"{task}.yml").read_text("utf-8").splitlines()
    return next(row.strip()[2:] for row in rows if row.startswith("    - "))


def test_lines_are_read() -> None:
    assert read_lines("# heading\n\ngreet\ten\tgood day to you\n") == [Line("greet", "en", "good day to you")]
    with pytest.raises(NotLearned, match="line 1"):
        read_lines("greet good day")


@pytest.mark.parametrize(("line", "why"), [
    (Line("no_task", "en", "hello there my good shop"), "no task"), (Line("greet", "ta", "vanakkam"), "no language"),
    (Line("greet", "en", ""), "not a sentence"), (Line("greet", "en", "/restart now"), "not a sentence"),
    (Line("greet", "en", "x" * 300), "not a sentence"), (Line("greet", "en", "zulu\n    - quebec"), "not a sentence"),
    (Line("greet", "en", "zulu [shawl](product)"), "not a sentence"),
    (Line("greet", "en", " /restart"), "not a sentence"),
    (Line("greet", "en", 'zulu [shawl]{"entity": "product"}'), "not a sentence"),
])  # fmt: skip
def test_what_cannot_be_learned_is_refused(line: Line, why: str) -> None:
    with pytest.raises(NotLearned, match=why):
        check([line])


def test_a_sentence_has_one_meaning() -> None:
    known = first_taught("en", "ask_price")
    with pytest.raises(NotLearned, match="already known"):
        check([Line("ask_price", "en", known)])
    with pytest.raises(NotLearned, match="already means ask_price"):
        check([Line("greet", "en", known)])
    with pytest.raises(NotLearned, match="already means greet"):
        check([Line("greet", "en", "zulu quebec romeo"), Line("bye", "en", "zulu quebec romeo")])


def measured_with() -> list[str]:
    folder = kept_apart.KEPT_APART / "practice"
    return [str(json.loads(row)["text"]) for row in (folder / "hi-Latn.jsonl").read_text("utf-8").splitlines()]


def refuses(text: str, shown: str) -> None:
    with pytest.raises(NotLearned, match="measured with") as refused:
        check([Line("greet", "en", text)])
    assert shown not in str(refused.value)


def test_what_is_measured_with_is_never_learned() -> None:
    taught = learning._taught()
    apart = next(text for text in measured_with() if sound(text) not in taught)
    refuses(apart, apart)


def test_what_is_measured_with_in_another_folder_is_not_learned_either() -> None:
    taught = learning._taught()
    rows = (kept_apart.KEPT_APART / "practice" / "third" / "en.jsonl").read_text("utf-8").splitlines()
    apart = next(text for text in (str(json.loads(row)["text"]) for row in rows) if sound(text) not in taught)
    refuses(apart, apart)


def in_another_order(text: str) -> str:
    return " ".join(reversed(text.split()))


def with_a_slip(text: str) -> str:
    return text + "n"


def with_another_number(text: str) -> str:
    return " ".join("17" if word.isdecimal() else word for word in text.split())


@pytest.mark.parametrize("twin", [in_another_order, with_a_slip, with_another_number])
def test_nor_is_a_near_copy(twin: Callable[[str], str]) -> None:
    taught = learning._taught()
    apart = [
        text for text in measured_with()
        if len(frame(text).split()) >= 5 and twin(text) != text and sound(twin(text)) not in taught
    ][:12]  # fmt: skip
    assert apart
    for text in apart:
        refuses(twin(text), text)


def test_a_sentence_of_ones_own_is_no_near_copy() -> None:
    for text in ("zulu quebec romeo", "bhai sahab dukan pe koi hai ya sab mele gaye", "दुकान वालों को राम राम पहुँचे"):
        check([Line("greet", "hi-Latn", text)])


def test_lines_go_to_the_end_of_their_file(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    greet = tmp_path / "en" / "greet.yml"
    greet.write_text(FILE, "utf-8")
    texts = added(tmp_path, [LINE, Line("greet", "en", "good day: to 'you' # all")])
    assert texts == {greet: f"{FILE}    - zulu quebec romeo\n    - good day: to 'you' # all\n"}
    assert greet.read_text("utf-8") == FILE


@pytest.mark.parametrize("text", [
    "nlu:\n- intent: bye\n  examples: |\n    - hi\n", "nlu:\n- intent: greet\n  examples: |\n      - hi\n", "nlu: [\n",
    f"{FILE}- intent: bye\n  examples: |\n    - hi\n",
])  # fmt: skip
def test_a_file_of_another_shape_takes_no_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "greet.yml").write_text(text, "utf-8")
    with pytest.raises(NotLearned, match=r"en/greet\.yml"):
        added(tmp_path, [LINE])


def test_a_measure_may_fall_by_one_sentence_and_no_more() -> None:
    before: dict[str, dict[str, list[float]]] = {"en": {"task": [450, 500], "slots": [300, 400.5]}}
    kept, fallen = compare(before, {"en": {"task": [449, 500], "slots": [298, 400.5]}})
    assert not kept.falls
    assert fallen == Change("en", "slots", (300, 400.5), (298, 400.5))
    assert fallen.falls


class House:
    """Sentences and models in folders of their own; training and measuring are played, quick as nothing."""

    def __init__(self, folder: Path) -> None:
        self.data, self.models = folder / "nlu", folder / "models"
        (self.data / "en").mkdir(parents=True)
        self.greet = self.data / "en" / "greet.yml"
        self.greet.write_text(FILE, "utf-8")
        self.models.mkdir()
        self.made("haat-old.tar.gz", self.models)
        self.scores = {"haat-old.tar.gz": 450, "haat-new.tar.gz": 451, "haat-third.tar.gz": 450}
        self.meanwhile: Callable[[], object] = lambda: None

    def made(self, name: str, models: Path) -> None:
        models.mkdir(exist_ok=True)
        (models / name).write_text(f"a model {len(list(self.models.iterdir()))}", "utf-8")
        (models / "current.json").write_text(json.dumps({"model": name, "sha256": "0123456789"}), "utf-8")

    def run(self, words: list[str]) -> str:
        models = Path(words[words.index("--models") + 1])
        if "nlu.train" in words:
            self.made("haat-new.tar.gz", models)
            self.meanwhile()
            return ""
        name = json.loads((models / "current.json").read_text("utf-8"))["model"]
        return json.dumps({"en": {"task": [self.scores[name], 500]}})

    def current(self) -> str:
        return str(json.loads((self.models / "current.json").read_text("utf-8"))["model"])

    def files(self) -> list[str]:
        return sorted(path.name for path in self.models.iterdir())


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> House:
    house = House(tmp_path)
    monkeypatch.setattr(learning, "SENTENCES", house.data)
    monkeypatch.setattr(learning, "MODELS", house.models)
    monkeypatch.setattr(learning, "_run", house.run)
    return house


def test_a_candidate_that_is_worse_changes_nothing(house: House) -> None:
    house.scores["haat-new.tar.gz"] = 440
    with pytest.raises(NotLearned, match="450 of 500 before, 440 of 500 now"):
        learning.learn([LINE])
    assert house.greet.read_text("utf-8") == FILE
    assert house.files() == ["current.json", "haat-old.tar.gz"]


def test_only_saying_changes_nothing(house: House) -> None:
    learning.learn([LINE], only_say=True)
    assert house.greet.read_text("utf-8") == FILE
    assert house.current() == "haat-old.tar.gz"


def test_what_was_learned_is_taken_and_the_model_before_stays(house: House) -> None:
    (house.models / "haat-older.tar.gz").write_text("a model", "utf-8")
    learning.learn([LINE])
    assert house.greet.read_text("utf-8") == f"{FILE}    - zulu quebec romeo\n"
    assert house.files() == ["current.json", "haat-new.tar.gz", "haat-old.tar.gz"]
    assert house.current() == "haat-new.tar.gz"


def test_a_model_of_the_same_name_is_not_written_over(house: House) -> None:
    """Its sentences were taken back by hand: current.json would tell of other bytes until it is written anew."""
    house.made("haat-new.tar.gz", house.models)
    before = (house.models / "haat-new.tar.gz").read_text("utf-8")
    learning.learn([LINE])
    assert (house.models / "haat-new.tar.gz").read_text("utf-8") == before
    assert house.current() == "haat-new-01234567.tar.gz"
    assert (house.models / house.current()).exists()


def test_sentences_edited_during_the_training_stay(house: House) -> None:
    edited = f"{FILE}    - alpha bravo charlie\n"
    house.meanwhile = lambda: house.greet.write_text(edited, "utf-8")
    learning.learn([LINE])
    assert house.greet.read_text("utf-8") == f"{edited}    - zulu quebec romeo\n"


@pytest.mark.parametrize("text", [
    f"{FILE}    - Zulu  Quebec Romeo\n", "nlu:\n- intent: bye\n  examples: |\n    - hi\n", None,
])  # fmt: skip
def test_an_edit_that_collides_is_told_plainly(house: House, text: str | None) -> None:
    house.meanwhile = lambda: house.greet.unlink() if text is None else house.greet.write_text(text, "utf-8")
    with pytest.raises(NotLearned, match="edited during the training"):
        learning.learn([LINE])
    assert (house.greet.read_text("utf-8") if house.greet.exists() else None) == text
    assert house.files() == ["current.json", "haat-old.tar.gz"]


def test_a_model_trained_meanwhile_is_not_written_over(house: House) -> None:
    house.meanwhile = lambda: house.made("haat-third.tar.gz", house.models)
    with pytest.raises(NotLearned, match="another model became current"):
        learning.learn([LINE])
    assert house.current() == "haat-third.tar.gz"
    assert house.greet.read_text("utf-8") == FILE


def test_what_a_killed_learning_left_is_cleared(house: House) -> None:
    (house.models / "candidate-abc" / "models").mkdir(parents=True)
    (house.data / "en" / ".greet.yml.new").write_text("half", "utf-8")
    (house.models / ".current.json.new").write_text("half", "utf-8")
    learning.learn([LINE], only_say=True)
    assert house.files() == ["current.json", "haat-old.tar.gz"]
    assert [path.name for path in (house.data / "en").iterdir()] == ["greet.yml"]


def test_two_do_not_learn_at_once(house: House) -> None:
    def second() -> None:
        with pytest.raises(NotLearned, match="another `haat learn add`"):
            learning.learn([Line("greet", "en", "kilo lima mike")])

    house.meanwhile = second
    learning.learn([LINE])
    assert house.current() == "haat-new.tar.gz"
