"""Golden dialogues: every `*.talk` file is a talk that must come out word for word, on WhatsApp and on Telegram.

How they are written: `tests/dialogues/talks.py`. UPDATE_TALKS=1 writes what the shop says now: read it aloud before you
commit it."""

import asyncio
import os
from pathlib import Path

import pytest

from tests.dialogues.talks import TALKS, play
from tests.dialogues.town import Town


@pytest.mark.parametrize("channel", ["whatsapp", "telegram"])
@pytest.mark.parametrize("file", sorted(TALKS), ids=lambda file: file.stem)
async def test_talk(file: Path, channel: str, town: Town) -> None:
    golden = TALKS[file]
    told = await play(town, golden, channel)
    if os.environ.get("UPDATE_TALKS"):
        await asyncio.to_thread(file.write_text, told, "utf-8")
    assert told == golden
