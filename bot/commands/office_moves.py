"""`haat office move`: a group answered on the phone, and the order is moved for it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from actions import notices
from actions.heard import Heard
from actions.state import State
from actions.turn import Shop, Turn
from bot.clock import utc_now
from bot.commands.acts import AsJson, Refused, Row, perform, tell
from bot.settings import read_settings
from bot.speech import speech
from bot.turn import commit_said, set_timers
from catalog.search import Index
from orders import lifecycle, service
from orders.office_book import CLI
from orders.tables import Person, SellerOrder

# The command's word and the moves it may be, the first that is possible now.
WORDS = {
    "accept": ("accept",),
    "decline": ("decline",),
    "take-part": ("take_part",),
    "refuse-part": ("refuse_part",),
    "ready": ("mark_ready",),
    "dispatch": ("dispatch",),
    "deliver": ("deliver",),
    "withdraw": ("withdraw", "cancel"),
}


@dataclass(frozen=True)
class Parcel:
    """How it was sent, when that is known."""

    carrier: str | None = None
    tracking: str | None = None


async def move(
    db: AsyncSession, shop: Shop, number: str, word: str, now: datetime, why: str | None = None, sent: Parcel = Parcel()
) -> Row:
    """Moves the seller order `number`, journalled as `CLI`; buyer and group are told as when the group answers itself.

    Raises Refused for an unknown word or order, and for a move that its state does not allow."""
    part = await service.seller_order_by_number(db, number)
    if part is None or word not in WORDS:
        raise Refused(f"There is no order {number}." if part is None else f"Moves are {', '.join(WORDS)}.")
    able = lifecycle.offered(part.state, "office")
    act = next((move for move in WORDS[word] if move in able), None)
    if act is None:
        raise Refused(f"{part.number} is {part.state}; it cannot be moved so.")
    moved = await service.move(db, part.id, act, CLI, now, why, carrier=sent.carrier, tracking=sent.tracking)
    await _tell(db, shop, moved, act, now)
    return {"number": moved.number, "state": moved.state}


async def _tell(db: AsyncSession, shop: Shop, part: SellerOrder, act: str, now: datetime) -> None:
    nobody = Person(id=0, language="hi")  # the terminal is no person of the shop: all who are concerned are told
    turn = Turn(db, now, shop, nobody, 0, Heard("terminal", f"move:{part.id}:{act}", "command"), State())
    await notices.moved(turn, part, act)
    await commit_said(turn, speech())
    await set_timers(db, turn.due)


def _shop() -> Shop:
    settings = read_settings()
    within = timedelta(hours=settings.answer_hours)
    return Shop(settings.simulated, settings.base_url, Index([]), answer_within=within)


def move_command(
    number: str,
    word: Annotated[str, typer.Argument(metavar="MOVE", help=", ".join(WORDS))],
    why: Annotated[str | None, typer.Option(help="Kept in the journal.")] = None,
    carrier: Annotated[str | None, typer.Option(help="Who carries the parcel.")] = None,
    tracking: Annotated[str | None, typer.Option(help="The parcel's number.")] = None,
    as_json: AsJson = False,
) -> None:
    """Moves an order for a group that answered on the phone."""
    sent = Parcel(carrier, tracking)
    row = perform(lambda db: move(db, _shop(), number, word, utc_now(), why, sent))
    tell(row, as_json, f"{row['number']} is now {row['state']}. The buyer and the group are told.")
