"""`haat office move`: a group answered on the phone, and the order is moved for it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from actions import notices, passing_on
from actions.turn import Shop
from bot.clock import utc_now
from bot.commands.acts import AsJson, Refused, Row, perform, tell
from bot.settings import read_settings
from bot.unasked import nobodys_turn
from catalog.search import Index
from orders import lifecycle, rerouting, service
from orders.office_book import CLI

# The command's word and the moves it may be, the first that is possible now.
WORDS = {
    "accept": ("accept",),
    "decline": ("decline",),
    "take-part": ("take_part",),
    "refuse-part": ("refuse_part",),
    "ready": ("mark_ready",),
    "dispatch": ("dispatch",),
    "deliver": ("deliver",),
    "withdraw": ("withdraw", "refuse", "cancel"),
    "come-back": ("come_back",),
    "ask-return": ("ask_return",),
    "agree-return": ("agree_return",),
    "close-return": ("close_return",),
    "receive-return": ("receive_return",),
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
    async with nobodys_turn(db, shop, now, f"move:{part.id}:{act}") as turn:
        await notices.moved(turn, moved, act)
    return {"number": moved.number, "state": moved.state}


async def give(db: AsyncSession, shop: Shop, number: str, group: str, now: datetime, why: str | None = None) -> Row:
    """Gives the declined seller order `number` to another group of the same seller, which is asked as for any order.

    Raises Refused when it cannot take it, naming those that can; another seller is the buyer's own to choose."""
    part = await service.seller_order_by_number(db, number)
    if part is None or part.state != "declined":
        raise Refused(
            f"There is no order {number}." if part is None else f"{part.number} is {part.state}, not declined."
        )
    found = await rerouting.routes(db, part, now, shop.demo_sells)
    able = [route.group_id for route in found if route.seller_id == part.seller_id]
    async with nobodys_turn(db, shop, now, f"give:{part.id}:{group}") as turn:
        if group not in able or not await passing_on.to_group(turn, part, group, CLI, why or "the office chose"):
            raise Refused(f"Groups that can take it: {', '.join(able) or 'none'}.")
    return {"number": part.number, "state": part.state, "group": part.group_id}


def shop_here() -> Shop:
    """The shop as a command sees it: no search, no channels."""
    settings = read_settings()
    within = timedelta(hours=settings.answer_hours)
    return Shop(settings.simulated, settings.base_url, Index([]), answer_within=within,
                awake=(settings.awake_from, settings.awake_to))  # fmt: skip


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
    row = perform(lambda db: move(db, shop_here(), number, word, utc_now(), why, sent))
    tell(row, as_json, f"{row['number']} is now {row['state']}. The buyer and the group are told.")


def give_command(
    number: str,
    group: str,
    why: Annotated[str | None, typer.Option(help="Kept in the journal.")] = None,
    as_json: AsJson = False,
) -> None:
    """Gives an order that its group cannot make to another group."""
    row = perform(lambda db: give(db, shop_here(), number, group, utc_now(), why))
    tell(row, as_json, f"{row['number']} is now with {row['group']}. The buyer and the group are told.")
