"""A printed code was scanned: the talk opens on its product, or on the goods of its stall."""

from actions import browse, cards
from actions.messages import Menu, Option, Phrase, say
from actions.paging import asked
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from catalog import qr, service
from catalog.tables import QrCode
from catalog.words import Words

SHARED = "g-"  # a card that somebody shared in another chat: "g-<sku>"


@action("scan")
async def scan(turn: Turn, code: str = "", number: str = "0") -> None:
    """The code is a claim: one we never printed, or whose product is gone, leads to what there is."""
    shared = code.removeprefix(SHARED) if code.startswith(SHARED) else None
    if shared is not None and (row := await service.product(turn.db, shared)) is not None and row.active:
        turn.state.greeted = True
        await browse.product(turn, row.sku)
        return
    found = await qr.find(turn.db, code)
    if found is None:
        await _shelves(turn, say("qr-unknown"))
        return
    turn.state.campaign, turn.state.greeted = found.code, True
    if found.sku is None:
        await _stall(turn, found, number)
        return
    row = await service.product(turn.db, found.sku)
    if row is None or not row.active:
        await _shelves(turn, say("qr-product-gone"))
        return
    await browse.product(turn, row.sku)


async def _stall(turn: Turn, code: QrCode, number: str) -> None:
    group = await service.group(turn.db, code.group_id) if code.group_id else None
    made = list(await service.of_group(turn.db, group.id)) if group else []
    turn.state.ask(None)
    if group is None or not made:
        await _shelves(turn, say("qr-stall"))
        return
    at = asked(number)
    body = say("qr-stall-of", group=Words.read(group.name))
    turn.reply(await cards.shelf(turn, body, made, at, "scan", code.code))


async def _shelves(turn: Turn, body: Phrase) -> None:
    turn.state.ask(None)
    rows = tuple(
        Option[Phrase](write("category", shelf.id), Words.read(shelf.name), Words.read(shelf.short))
        for shelf in await service.categories(turn.db)
    )
    turn.reply(Menu(body, say("browse-choose"), rows))
