"""`python -m tests.dialogues.solved [edits|questions|talks …] [whatsapp|telegram]`: how many scripted dialogues come
out right, with the real model: the changes of a cart (edits.yml), what comes in between at every question of a sale
(at_every_question.yml, in every way of writing), and the golden talks. A further word chooses by the name."""

import asyncio
import sys
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.database import open_engine
from bot.understanding.nlu_client import NluClient
from bot.wiring import load_actions, reader
from catalog.spelling import script
from catalog.tables import Base
from tests.conftest import NOW
from tests.dialogues import questions
from tests.dialogues.scripted import Dialogue, Theatre, load, wrong
from tests.dialogues.talks import TALKS, TYPED, play
from tests.dialogues.town import Town
from tests.nlu.score import server

FILE = Path(__file__).parent / "edits.yml"
CHANNELS = ("whatsapp", "telegram")
SUITES = ("edits", "questions", "talks")
WRITTEN = {"deva": "hi", "latin_hi": "ro", "en": "en", "mixed": "mix"}


@dataclass
class Tally:
    """Dialogues played and right, by suite and by way of writing."""

    played: Counter[tuple[str, str]] = field(default_factory=Counter)
    right: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, suite: str, written: str, title: str, told: str, faults: list[str]) -> None:
        self.played[suite, written] += 1
        self.right[suite, written] += not faults
        if faults:
            print(f"\n{suite}: {title}\n{told}", *faults, sep="\n  ! ", flush=True)

    def lines(self) -> list[str]:
        parts = [(suite, written) for suite, written in sorted(self.played)]
        rows = [(f"{suite} {written}", [(suite, written)]) for suite, written in parts]
        rows += [(written, [one for one in parts if one[1] == written]) for written in sorted({w for _, w in parts})]
        return [self._line(*row) for row in (*rows, ("all", parts))]

    def _line(self, title: str, keys: list[tuple[str, str]]) -> str:
        right, played = sum(self.right[key] for key in keys), sum(self.played[key] for key in keys)
        return f"{title:14} {right:4} of {played:4} {right / max(1, played):7.1%}"


async def edits(folder: Path, nlu: NluClient, channel: str) -> AsyncIterator[tuple[Theatre, Dialogue, str]]:
    scenes, dialogues = load(FILE)
    theatre = Theatre(folder, NOW, channel, scenes)
    theatre.reader = reader(nlu)
    for one in dialogues:
        yield theatre, one, one.name.split(":", 1)[0]


async def between(folder: Path, nlu: NluClient, channel: str) -> AsyncIterator[tuple[Theatre, Dialogue, str]]:
    theatre = Theatre(folder, NOW, channel, questions.scenes())
    theatre.reader = reader(nlu)
    for part in ("cart_changes", "form_changes", "digressions"):
        for kind in questions.WRITTEN[part]:
            for one in await questions.dialogues(theatre, part, kind, True):
                yield theatre, one, one.at.split()[0]


async def talk(folder: Path, nlu: NluClient, channel: str, file: Path) -> str:
    engine = open_engine(f"sqlite+aiosqlite:///{folder / f'{channel}-{file.stem}.db'}")
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    town = Town(engine, reader(nlu), NOW)
    await town.build()
    told = await play(town, TALKS[file], channel)
    await engine.dispose()
    return told


def how_written(talk: str) -> str:
    """The way of writing of most lines that are typed in it."""
    typed = [found["text"] for found in map(TYPED.fullmatch, talk.splitlines()) if found]
    ways = Counter(script(text) for text in typed if not text.startswith("["))
    return WRITTEN[ways.most_common(1)[0][0]]


async def play_all(url: str, token: str, suites: list[str], channels: list[str], parts: list[str]) -> Tally:
    load_actions()
    tally, nlu = Tally(), NluClient([url], token, timeout=10)
    for channel in channels:
        for suite, dialogues in (("edits", edits), ("questions", between)):
            if suite in suites:
                with TemporaryDirectory() as folder:
                    await play_dialogues(tally, suite, channel, dialogues(Path(folder), nlu, channel), parts)
        for file in sorted(TALKS) if "talks" in suites else ():
            if not parts or any(part in file.stem for part in parts):
                with TemporaryDirectory() as folder:
                    same = await talk(Path(folder), nlu, channel, file) == TALKS[file]
                faults = [] if same else ["not word for word as it is written"]
                tally.add("talks", how_written(TALKS[file]), f"{file.stem} on {channel}", "", faults)
    await nlu.close()
    return tally


async def play_dialogues(
    tally: Tally, suite: str, channel: str, every: AsyncIterator[tuple[Theatre, Dialogue, str]], parts: list[str]
) -> None:
    async for theatre, one, written in every:
        if not parts or any(part in f"{one.at} {one.name}" for part in parts):
            scene, played = await theatre.prepare(one.at), await theatre.play(one)
            tally.add(suite, written, f"{one.at}, {one.name} on {channel}", played.told, wrong(one, scene, played))


def main(arguments: list[str]) -> int:
    suites = [one for one in SUITES if one in arguments] or list(SUITES)
    channels = [one for one in CHANNELS if one in arguments] or list(CHANNELS)
    parts = [one for one in arguments if one not in (*SUITES, *CHANNELS)]
    with server() as (url, token):
        tally = asyncio.run(play_all(url, token, suites, channels, parts))
    print("\n".join(tally.lines()))
    return 0 if tally.right == tally.played else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
