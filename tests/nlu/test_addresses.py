"""The file of typed addresses is taken apart right; the parts beside them nearly so."""

from tests.nlu.addresses import Score, rows, score

AT_LEAST = 0.95


def _parts(total: Score) -> float:
    names = [name for name in total.of if name.startswith("part ")]
    return sum(total.right[name] for name in names) / sum(total.of[name] for name in names)


def test_typed_addresses_are_taken_apart() -> None:
    total = score()
    assert total.asked >= 150
    assert total.share >= AT_LEAST, "\n".join(total.wrong)
    assert _parts(total) >= AT_LEAST


def test_every_script_and_every_doubt_stands_in_the_file() -> None:
    said = [row["text"] for row in rows()]
    assert sum(any("\u0900" <= letter <= "\u097f" for letter in text) for text in said) >= 30
    assert sum("\n" in text for text in said) >= 6
    doubts = {doubt for row in rows() for doubt in row.get("doubts", [])}
    assert doubts == {"pincode_unknown", "pincode_differs", "district_open"}
    assert len(set(said)) == len(said)
