"""`haat understand`: one JSON line in, one out, in order, so that the understanding can be measured from outside."""

import json
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, Protocol

from actions.meaning import Meaning, Side
from bot.understanding.contract import as_contract

ReadText = Callable[[str, Side, str | None], Awaitable[Meaning | None]]


class Out(Protocol):
    def write(self, text: str, /) -> Any: ...

    def flush(self) -> Any: ...


async def understand_lines(lines: Iterable[str], out: Out, read_text: ReadText) -> None:
    """Each line {"id", "text", "side", "awaiting"} answered by one line; a line that is no such object is answered
    with an "error" and the rest go on. `read_text` may give None when nothing could be understood."""
    for line in lines:
        if line.strip():
            out.write(json.dumps(await _answer(line, read_text), ensure_ascii=False) + "\n")
            out.flush()


async def _answer(line: str, read_text: ReadText) -> dict[str, Any]:
    id: str | None = None
    try:
        asked = json.loads(line)
        id = asked.get("id")
        text = asked["text"]
        side: Side = "producer" if asked.get("side") == "producer" else "buyer"
        if not isinstance(text, str):
            raise TypeError
    except (ValueError, KeyError, TypeError, AttributeError):
        return {"id": id, "error": "not a JSON object with a text"}
    meaning = await read_text(text, side, asked.get("awaiting"))
    return as_contract(meaning, id) if meaning else {"id": id, "task": None, "error": "no understanding server"}
