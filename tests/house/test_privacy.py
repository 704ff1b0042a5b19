"""Whatever the shop says or shows names no person behind a workshop's door: no inmate's name, number or photograph,
no offence or sentence, nothing of a victim; and nobody's phone, account or identity number."""

from collections.abc import Iterator
from pathlib import Path

from bot.settings import ROOT
from catalog.leaks import leaks

# What reaches people: the goods and groups, every text, template and picture, and what stands in the tree to read.
SAID = ("data/catalog", "data/texts", "data/templates", "data/pictures", "docs", "README.md")
READ = {".yml", ".yaml", ".ftl", ".svg", ".md", ".csv", ".json", ".txt"}

# A group of a god's name and "Shri Anna" (millet) are no persons; the brand Mukti's gift to families names nobody.
# Numbers that stand for any number, in examples:
SAMPLES = ("+91 90000 00000", "919816012345", "9816012345", "98160 12345", "919000000000")


PLANTED, CLEAN = (Path(__file__).parent / "leaks" / name for name in ("planted.txt", "clean.txt"))


def given_away(text: str) -> list[str]:
    """What a text of the tree gives away."""
    for sample in SAMPLES:
        text = text.replace(sample, "")
    text = text.replace("tests/kill/victim.py", "").replace("in the victim; on SQLite", "")  # a process that is killed
    return [f"{kind}: {words!r}" for kind, words in leaks(text)]


def lines_of(file: Path) -> list[str]:
    return [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def files() -> Iterator[Path]:
    for place in SAID:
        path = ROOT / place
        yield from sorted(f for f in path.rglob("*") if f.suffix in READ) if path.is_dir() else [path]


def test_nothing_that_reaches_people_names_a_person() -> None:
    found = {str(file.relative_to(ROOT)): given_away(file.read_text("utf-8")) for file in files()}
    assert {name: what for name, what in found.items() if what} == {}


def test_all_kinds_of_files_are_read() -> None:
    seen = {file.suffix for file in files()}
    assert {".yml", ".ftl", ".svg", ".md"} <= seen


def test_planted_leaks_are_caught() -> None:
    planted = lines_of(PLANTED)
    assert len(planted) >= 150
    assert [line for line in planted if not leaks(line)] == []


def test_clean_texts_raise_few_alarms() -> None:
    """The handwritten ones with prison words, and every text the shop says: two in a hundred at the most."""
    said = [line for file in (ROOT / "data" / "texts").rglob("*.ftl") for line in lines_of(file)]
    clean = lines_of(CLEAN)
    assert len(clean) >= 100
    alarms = [line for line in (*clean, *said) if leaks(line)]
    assert len(alarms) <= 0.02 * (len(clean) + len(said)), alarms
    assert len([line for line in clean if leaks(line)]) <= 0.02 * len(clean)
