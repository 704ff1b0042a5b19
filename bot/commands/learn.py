"""`haat learn …`: what was not understood, and teaching it."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from sqlalchemy.ext.asyncio import AsyncSession

from bot import learning
from bot.clock import utc_now
from bot.commands.acts import AsJson, Row, perform, show
from orders import misheard

cli = typer.Typer(no_args_is_help=True, help="What was not understood, and teaching it.")


async def listed(db: AsyncSession, now: datetime, days: int) -> list[Row]:
    """The misheard of the last days, grouped by what sounds alike."""
    return [
        {
            "times": one.times,
            "script": one.script,
            "words": one.words,
            "taken_for": ", ".join(f"{task} {count}" for task, count in one.likeliest.most_common(3)),
        }
        for one in await misheard.since(db, now - timedelta(days=days))
    ]


@cli.command("list")
def list_command(days: Annotated[int, typer.Option(min=1, max=60)] = 7, as_json: AsJson = False) -> None:
    """What was not understood in the last days; names, numbers and addresses are taken out before it is kept."""
    show(perform(lambda db: listed(db, utc_now(), days)), as_json)


@cli.command("add")
def add_command(
    file: Annotated[Path | None, typer.Argument(help="task<TAB>language<TAB>sentence, one a line.")] = None,
    task: Annotated[str | None, typer.Option(help="With --language and --sentence instead of a file.")] = None,
    language: Annotated[str | None, typer.Option(help="en, hi or hi-Latn")] = None,
    sentence: Annotated[str | None, typer.Option()] = None,
    dry: Annotated[bool, typer.Option("--dry", help="Only say what would happen.")] = False,
) -> None:
    """Trains a candidate with new sentences and takes it when no measure falls; running servers take it over."""
    console = Console()
    try:
        lines = learning.read_lines(file.read_text("utf-8")) if file else []
        if task and language and sentence:
            lines.append(learning.Line(task, language, sentence))
        changes = learning.learn(lines, only_say=dry)
    except (learning.NotLearned, OSError) as refused:
        Console(stderr=True).print(str(refused), markup=False)
        raise typer.Exit(1) from refused
    for one in changes:
        (old, of_old), (new, of_new) = one.before, one.after
        console.print(f"{one.language} {one.measure}: {old:g}/{of_old:g} -> {new:g}/{of_new:g}")
    console.print("Nothing falls; not taken, as asked." if dry else f"Learned: {len(lines)}.")
