"""`python -m tests.dialogues.solved [part of a name …]`: how many of the scripted dialogues come out right."""

import asyncio
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.understanding.nlu_client import NluClient
from bot.wiring import load_actions, reader
from tests.conftest import NOW
from tests.dialogues.scripted import Theatre, load, wrong
from tests.nlu.score import server

FILE = Path(__file__).parent / "edits.yml"
CHANNELS = ("whatsapp", "telegram")


async def play_all(url: str, token: str, parts: list[str], channels: tuple[str, ...]) -> bool:
    load_actions()
    scenes, dialogues = load(FILE)
    chosen = [one for one in dialogues if not parts or any(part in one.name for part in parts)]
    right: Counter[str] = Counter()
    played: Counter[str] = Counter()
    nlu = NluClient([url], token, timeout=10)
    with TemporaryDirectory() as folder:
        for channel in channels:
            theatre = Theatre(Path(folder), NOW, channel, scenes)
            theatre.reader = reader(nlu)
            for one in chosen:
                scene = await theatre.prepare(one.at)
                played_out = await theatre.play(one)
                faults = wrong(one, scene, played_out)
                written = one.name.split(":", 1)[0]
                played[written] += 1
                right[written] += not faults
                if faults:
                    print(f"\n{one.name} on {channel}\n{played_out.told}", *faults, sep="\n  ! ")
    await nlu.close()
    for written in sorted(played):
        print(f"{written:8} {right[written]:4} of {played[written]:4} {right[written] / played[written]:7.1%}")
    print(f"{'all':8} {right.total():4} of {played.total():4} {right.total() / max(1, played.total()):7.1%}")
    return right == played


def main(arguments: list[str]) -> int:
    channels = tuple(one for one in CHANNELS if one in arguments) or CHANNELS
    with server() as (url, token):
        solved = asyncio.run(play_all(url, token, [one for one in arguments if one not in CHANNELS], channels))
    return 0 if solved else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
