"""The command line's door: whoever holds the machine may do everything; `--as <contact>` leaves a person of the office
what `catalog.roles` gives her, and writes her commands down in her name."""

from contextvars import ContextVar
from typing import Annotated, Any

import typer
from rich.console import Console
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import utc_now
from bot.commands.acts import perform
from catalog import contacts
from catalog.roles import OFFICE, Act, appoints
from catalog.tables import Contact
from orders import office_book

# What a command needs; one without a line needs the right to all of the office's work.
_NEEDS: dict[Act, tuple[str, ...]] = {
    "desk": ("office tickets", "office answer", "office close"),
    "see_orders": ("office waiting",),
    "move_orders": ("office move", "office give"),
    "complaints": ("office clocks", "office ratings"),
    "publish": ("office fill", "office declare", "office goods", "office publish", "office certify"),
    "invite": ("office people", "office invite", "group invite", "contact list"),
    "revoke": ("office revoke", "contact revoke", "office confirm", "contact confirm"),
    "sellers": ("seller list", "seller show", "seller set", "seller assign"),
    "calls": ("office calls", "office call", "office told", "office silent"),
}
NEEDS = {command: act for act, commands in _NEEDS.items() for command in commands}
_acting: ContextVar[Contact | None] = ContextVar("acting", default=None)

As = Annotated[
    int | None,
    typer.Option("--as", metavar="CONTACT", envvar="HAAT_AS", help="A contact of the office: acts with its rights."),
]


def enter(ctx: typer.Context, as_contact: As = None) -> None:
    """The callback of a group of commands."""
    path: list[str] = []
    at: typer.Context | Any = ctx
    while at.parent is not None:  # the root is `haat` itself, whatever it was called as
        path.insert(0, str(at.info_name))
        at = at.parent
    if len(path) == 1:
        _acting.set(None)
    if as_contact is None or ctx.invoked_subcommand is None:
        return
    command = " ".join([*path, ctx.invoked_subcommand])
    mine = perform(lambda db: admitted(db, as_contact, command))
    if mine is None:
        Console(stderr=True).print(f"{command} is not for contact {as_contact}. Who may do what: docs/roles.md.")
        raise typer.Exit(1)
    _acting.set(mine)


async def admitted(db: AsyncSession, contact_id: int, command: str) -> Contact | None:
    """The contact, when it is of the office and may give this command; either way it is written down."""
    mine = await contacts.standing(db, contact_id)
    needs = NEEDS.get(command, "money" if command.startswith("money ") else "office")
    may = mine is not None and mine.group_id == OFFICE and contacts.may(mine.role, needs)
    act = "command" if may else "refused"
    await office_book.note(db, f"office:{contact_id}", act, command, None if may else needs, utc_now())
    return mine if may else None


def acting() -> Contact | None:
    """In whose name the command runs; None: whoever holds the machine."""
    return _acting.get()


def actor() -> str:
    """That name in journals and books."""
    mine = acting()
    return office_book.CLI if mine is None else f"office:{mine.id}"


def may_appoint(act: Act, role: str) -> bool:
    """Whether it may bring in ("invite") or send away ("revoke") one of this role."""
    mine = acting()
    return mine is None or appoints(mine.role, act, None, role)
