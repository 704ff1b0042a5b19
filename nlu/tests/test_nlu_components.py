"""The parts behind the server: the contract, the classifier, training, the stand-in for TensorFlow."""

import subprocess
import sys
from pathlib import Path

import pytest

from nlu.components.features import marks
from nlu.components.linear import LinearIntents, fit
from nlu.contract import DOMAIN, LANGUAGES, ROOT, ContractBroken, contract, differences, domain_text
from nlu.model_files import current
from nlu.tests.conftest import SAID
from nlu.train import train


def test_the_domain_is_made_from_the_contract() -> None:
    assert DOMAIN.read_text(encoding="utf-8") == domain_text()


@pytest.mark.parametrize("task", contract())
def test_each_task_is_described(task: str) -> None:
    entry = contract()[task]
    assert entry["side"] in ("buyer", "producer", "both")
    assert entry["importance"] in ("critical", "high", "normal")
    assert set(entry["example"]) == set(LANGUAGES)
    assert all(entry["example"].values())
    assert entry["side"] != "buyer" or not task.startswith("producer_")


def test_the_sentences_keep_to_the_contract() -> None:
    assert differences() == []


def test_an_unknown_task_stops_training(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "teleport.yml").write_text("nlu:\n- intent: teleport\n  examples: |\n    - beam me up\n")
    with pytest.raises(ContractBroken, match="teleport"):
        train(tmp_path, tmp_path / "models")


def test_training_again_changes_nothing(folder: Path, models: Path) -> None:
    before = current(models)
    changed = (models / "current.json").stat().st_mtime_ns
    train(folder, models)
    assert current(models) == before
    assert (models / "current.json").stat().st_mtime_ns == changed


def _said() -> tuple[list[str], list[str]]:
    pairs = [(line, task) for task, said in SAID.items() for lines in said.values() for line in lines]
    return [text for text, _ in pairs], [task for _, task in pairs]


def test_the_same_sentences_give_the_same_weights(tmp_path: Path) -> None:
    one, *others = (fit(*_said()) for _ in range(20))  # what differed did so only now and then
    one.save(tmp_path)
    stored = LinearIntents.load(tmp_path)
    for text in ("mera order kab aayega", "नमस्ते", "qwerty"):
        assert all(one.ranking(text) == other.ranking(text) for other in (*others, stored))
        assert sum(odds for _, odds in one.ranking(text)) == pytest.approx(1, abs=1e-5)


def test_both_scripts_share_their_words() -> None:
    assert marks("मेरा सामान कब आएगा")["word"][:3] == marks("mera saman kab")["word"]


def test_numbers_are_seen_by_their_length_only() -> None:
    assert marks("pin 177033") == marks("pin 171001")
    assert marks("177033") != marks("9816012345")


def test_rasa_stands_without_tensorflow() -> None:
    code = (
        "from nlu import inert; inert.install(); inert.install()\n"
        "import sys, rasa.server, tensorflow as tf\n"
        "assert sum(type(f).__name__ == '_InertFinder' for f in sys.meta_path) == 1\n"
        "class Layer(tf.keras.layers.Layer): pass\n"
        "try: tf.keras.layers.Dense(3)\n"
        "except RuntimeError as told: print(told)\n"
    )
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "needs TensorFlow" in done.stdout


def test_rasa_falls_without_the_stand_in() -> None:
    """The control: this environment really has no TensorFlow."""
    done = subprocess.run([sys.executable, "-c", "import tensorflow"], cwd=ROOT, capture_output=True, text=True)
    assert "No module named 'tensorflow'" in done.stderr


def test_goods_leave_one_frame() -> None:
    """What is said about one thing is said about another, also where only a list names it."""

    def frame(text: str) -> list[str]:
        return marks(text)["frame"]

    assert frame("2 shawl bhej do") == frame("2 kambal bhej do") == frame("2 कंबल भेज दो") != frame("2 shawl hata do")
    assert frame("shawl do kilo") == frame("pickle teen kg")
    assert "[goods] ka" in frame("maharaja looking glass ka daam")
    assert "payments:cod" in marks("ghar pe cash")["list"]


def test_marks_never_seen_make_a_sentence_less_sure() -> None:
    model = fit(*_said())
    assert model.ranking("namaste")[0][1] > model.ranking("namaste qwertyuiop zxcvb")[0][1]
