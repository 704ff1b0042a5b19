"""What people type about themselves is shown to others: it may not format, hide, pretend or break anything there."""

import re
import unicodedata
from typing import Any

import pytest
from rich.console import Console
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from actions.messages import Notice
from bot.channels import telegram_render, whatsapp_render
from bot.commands.acts import cell
from bot.speech import speech
from catalog.words import LANGUAGES
from orders import tickets
from tests.unit.stage import Stage

BUYER = 1
EVIL = {
    "bidi": "Asha\u202egnp.ten\u202c \u2066x\u2069",
    "control": "Asha\x00\x07\x1b[2J\x1b]0;owned\x07",
    "lines": "Asha\nOrder HT-1001 is cancelled.\r\nPlease send to: Evil, Delhi\u2028Hi\u0085ho",
    "html": '<b>Asha</b><script>alert(1)</script><a href="http://evil.example">x</a> &amp;',
    "formatting": "*Asha* _x_ ~y~ ```z``` > q `w` [l](http://evil.example)",
    "fluent": "{ $number } { notice-value } {0} %s $1",
    "markup": "[bold]Asha[/bold] [/] [link=http://evil.example]x",
    "long": "अ" * 10_000,
    "joined": "क्षि\u200d\u200c\ufeff\u200b\u2060 " * 30,
    "formula": "=HYPERLINK(\"http://evil.example\")",
}  # fmt: skip
HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


@pytest.fixture
def stage(seeded: AsyncSession) -> Stage:
    return Stage(seeded)


def unlabelled(key: str, language: str) -> str:
    return "…"


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [one for part in value.values() for one in strings(part)]
    if isinstance(value, list | tuple):
        return [one for part in value for one in strings(part)]
    return [value] if isinstance(value, str) else []


def within(value: Any, keys: set[str]) -> list[Any]:
    """What stands anywhere under one of `keys`."""
    if isinstance(value, dict):
        return [one for key, part in value.items() for one in ([part] if key in keys else within(part, keys))]
    return [one for part in value for one in within(part, keys)] if isinstance(value, list | tuple) else []


def payloads(stage: Stage, who: int) -> list[tuple[str, dict[str, Any]]]:
    """Everything the last turn sends to a person, as each channel sends it, inside and outside the window."""
    assert stage.turn is not None
    found = []
    for outgoing in stage.turn.said:
        for language in LANGUAGES if outgoing.person_id == who else ():
            told = speech().message(outgoing.message, language)
            for open_window in (True, False) if isinstance(told, Notice) else (True,):
                rendered = whatsapp_render.render(told, language, open_window, unlabelled).payloads
                found += [("whatsapp", payload) for payload in rendered]
            found += [("telegram", payload) for payload in telegram_render.render(told, language, unlabelled).payloads]
    return found


def harmless(sent: list[tuple[str, dict[str, Any]]]) -> None:
    assert sent
    for channel, payload in sent:
        assert "parse_mode" not in str(payload)
        for word in strings(payload):
            assert not HIDDEN.search(word), (channel, word)
            assert len(word) <= 4096
            assert "Order HT-1001 is cancelled." not in word.splitlines()
        if channel == "whatsapp":  # formats bodies and parameters; rows and buttons it shows as they are
            body = " ".join(strings(within(payload, {"body", "parameters", "caption"})))
            assert not re.search(r"\*Asha\*|_x_|~y~|```", body), body


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("evil", EVIL.values(), ids=EVIL)
async def test_a_buyers_name_and_address_are_only_words(stage: Stage, evil: str) -> None:
    officer = await stage.contact("kanda", "officer")
    placed, (part,) = await stage.place(shawl=1000)
    placed.name, placed.line = evil[:120], evil[:400]
    await stage.db.flush()
    for verb in ("accept", "work", "ready", "dispatch"):
        await stage.tap(officer, f"v1:{verb}:{part.id}")
        harmless(payloads(stage, officer))


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("evil", EVIL.values(), ids=EVIL)
async def test_what_the_office_reads_and_answers_are_only_words(stage: Stage, evil: str) -> None:
    boss = await stage.contact("office", "office")
    await stage.write(BUYER, "talk_to_human", evil)
    harmless(payloads(stage, boss))
    (ticket,) = await tickets.waiting(stage.db)
    await stage.tap(boss, "v1:tickets")
    harmless(payloads(stage, boss))
    await stage.tap(boss, f"v1:ticket:{ticket.id}")
    harmless(payloads(stage, boss))
    await stage.tap(boss, f"v1:reply:{ticket.id}")
    await stage.write(boss, "answered_reply", evil)
    harmless(payloads(stage, BUYER))


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("evil", EVIL.values(), ids=EVIL)
async def test_a_producers_parcel_number_is_only_words(stage: Stage, evil: str) -> None:
    officer = await stage.contact("kanda", "officer")
    _, (part,) = await stage.place(shawl=1000)
    await stage.tap(officer, f"v1:accept:{part.id}")
    await stage.tap(officer, f"v1:dispatch:{part.id}")
    await stage.write(officer, "answered_tracking", evil, tracking=f"AB12345 {evil}", carrier=evil)
    assert part.state == "dispatched"
    harmless(payloads(stage, BUYER))


def test_the_check_sees_harm() -> None:
    """The control."""
    for word in ("a\u202eb", "x\nOrder HT-1001 is cancelled.", "*Asha*", "a\x1b[2J"):
        with pytest.raises(AssertionError):
            harmless([("whatsapp", {"text": {"body": word}})])


@pytest.mark.parametrize("evil", EVIL.values(), ids=EVIL)
def test_a_terminal_shows_words_and_obeys_none(evil: str) -> None:
    console = Console(record=True, width=200, file=open("/dev/null", "w"))  # noqa: SIM115
    console.print(cell(evil))
    shown = console.export_text()
    assert not HIDDEN.search(shown.replace("\n", "")), shown
    assert evil != EVIL["markup"] or "[bold]Asha[/bold]" in shown
    assert all(unicodedata.category(c) != "Cc" for c in shown if c != "\n")


async def test_an_error_of_the_database_names_no_value(engine: AsyncEngine) -> None:
    """Errors are logged; a statement's values are names and addresses."""
    canary = "Sunita of Ward 3"
    async with engine.connect() as connection:
        with pytest.raises(DBAPIError) as broken:
            await connection.execute(text("SELECT :who FROM nowhere"), {"who": canary})
    assert canary not in str(broken.value)
    assert canary not in repr(broken.value)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_romanised_hindi_gets_the_hindi_template_whole(stage: Stage) -> None:
    officer = await stage.contact("kanda", "officer")
    await stage.place(shawl=1000)
    assert stage.turn is not None
    (notice,) = [outgoing.message for outgoing in stage.turn.said if outgoing.person_id == officer]
    sent = {}
    for language in LANGUAGES:
        told = speech().message(notice, language)
        sent[language] = whatsapp_render.render(told, language, False, unlabelled).payloads[0]["template"]
    assert sent["hi-Latn"] == sent["hi"]
    assert sent["hi"]["language"] == {"code": "hi"}
    assert sent["en"]["language"] == {"code": "en"}
    assert "शॉल" in str(sent["hi-Latn"])
