"""Teaching new sentences: what is refused, what is written, and when a candidate is taken."""

import json
from pathlib import Path

import pytest

from bot import learning
from bot.learning import Change, Line, NotLearned, add, check, compare, read_lines


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


def test_what_is_measured_with_is_never_learned() -> None:
    rows = [
        json.loads(row) for row in (learning.KEPT_APART / "practice").glob("*.jsonl").__next__().open(encoding="utf-8")
    ]
    taught = learning._taught()
    apart = next(row for row in rows if learning.sound(str(row["text"])) not in taught)
    with pytest.raises(NotLearned, match="measured with") as refused:
        check([Line("greet", "en", str(apart["text"]))])
    assert str(apart["text"]) not in str(refused.value)


def test_lines_go_to_the_end_of_their_file(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "greet.yml").write_text(
        'version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    - hi\n', "utf-8"
    )
    assert add(tmp_path, [Line("greet", "en", "good day to you")]) == [Path("en/greet.yml")]
    assert (tmp_path / "en" / "greet.yml").read_text("utf-8").endswith("    - hi\n    - good day to you\n")


def test_a_measure_may_fall_by_one_sentence_and_no_more() -> None:
    before = {"en": {"task": [450, 500], "slots": [300, 400]}}
    kept, fallen = compare(before, {"en": {"task": [449, 500], "slots": [298, 400]}})
    assert not kept.falls
    assert fallen == Change("en", "slots", (300, 400), (298, 400))
    assert fallen.falls


def test_a_candidate_that_is_worse_changes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    data, models = tmp_path / "nlu", tmp_path / "models"
    (data / "en").mkdir(parents=True)
    greet = data / "en" / "greet.yml"
    greet.write_text('version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    - hi\n', "utf-8")
    models.mkdir()
    (models / "current.json").write_text('{"model": "old"}', "utf-8")
    monkeypatch.setattr(learning, "SENTENCES", data)
    monkeypatch.setattr(learning, "MODELS", models)
    scores = {"old": 450, "new": 440}

    def run(words: list[str]) -> str:
        if "nlu.train" in words:
            made = Path(words[words.index("--models") + 1])
            made.mkdir()
            (made / "new").write_text("a model", "utf-8")
            (made / "current.json").write_text('{"model": "new"}', "utf-8")
            return ""
        model = json.loads((Path(words[words.index("--models") + 1]) / "current.json").read_text("utf-8"))["model"]
        return json.dumps({"en": {"task": [scores[model], 500]}})

    monkeypatch.setattr(learning, "_run", run)
    line = Line("greet", "en", "zulu quebec romeo")
    with pytest.raises(NotLearned, match="450 of 500 before, 440 now"):
        learning.learn([line])
    assert "zulu" not in greet.read_text("utf-8")
    assert json.loads((models / "current.json").read_text("utf-8"))["model"] == "old"
    scores["new"] = 451
    learning.learn([line], only_say=True)
    assert "zulu" not in greet.read_text("utf-8")
    learning.learn([line])
    assert "    - zulu quebec romeo\n" in greet.read_text("utf-8")
    assert json.loads((models / "current.json").read_text("utf-8"))["model"] == "new"
    assert (models / "new").exists()
    assert sorted(path.name for path in models.iterdir()) == ["current.json", "new"]
