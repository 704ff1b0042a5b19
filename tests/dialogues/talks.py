"""Golden talks: the `*.talk` files, and how one is played again.

A line `asha> text` is typed (`[Label]` taps a button), `+ 5h` lets time pass; all other lines are what the phones
show."""

import re
from datetime import timedelta
from pathlib import Path

from catalog.codes import ALPHABET
from tests.dialogues.town import Town, shown

FOLDER = Path(__file__).parent
TALKS = {file: file.read_text("utf-8") for file in FOLDER.glob("*.talk")}
TYPED = re.compile(r"(?P<who>[\w-]+)> (?P<text>.*)")
# WhatsApp knows the number she writes from and offers it in a tap; Telegram does not.
OWN_NUMBER = re.compile(r"\[98765 \d{5}\]")
# The address of a pay page is another one each time.
TOKEN = re.compile(r"(?<=/pay/)[A-Za-z0-9_-]{22}")
# So is a code for fetching; `<code>` is typed as the last one that was told.
CODE = re.compile(rf"\b[{ALPHABET}]{{3}}-[{ALPHABET}]{{3}}\b")
LATER = re.compile(r"\+ (\d+)h")


async def play(town: Town, script: str, channel: str) -> str:
    """The transcript that comes out when the typed lines of `script` are said again."""
    out: list[str] = []
    code = ""
    for line in script.splitlines():
        typed, later = TYPED.fullmatch(line), LATER.fullmatch(line)
        if line.startswith("#"):
            out.append(line)
        elif typed:
            out += ["", line]
            await town.type(town.phone(typed["who"], channel), typed["text"].replace("<code>", code))
        elif later:
            out += ["", line]
            await town.pass_time(timedelta(hours=int(later[1])))
        if typed or later:
            told = [
                f"  {name}: {row}" if at == 0 else f"      {row}"
                for name, phone in town.phones.items()
                for message in phone.read()
                for at, row in enumerate(shown(message).splitlines())
                if not OWN_NUMBER.fullmatch(row)
            ]
            code = next((found[0] for row in told if (found := CODE.search(row))), code)
            out += [CODE.sub("•••-•••", TOKEN.sub("…", row)) for row in told]
    return "\n".join(out).strip() + "\n"
