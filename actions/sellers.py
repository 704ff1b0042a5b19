"""What the law wants told of goods and of who sells them: declarations, certificates, the seller and where to complain.

Only what the office has said is told; a made-up seller of the simulator has a name and nothing else.
"""

from sqlalchemy import select

from actions import cards
from actions.declared import declared
from actions.messages import Buttons, Menu, Option, Phrase, Quoted, lines, say
from actions.paging import page
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from catalog import service
from catalog.product import CONFIRMED
from catalog.tables import ProducerGroup, Seller
from catalog.words import Words
from orders import book, phones
from orders import cart as carts


@action("details")
async def details(turn: Turn, sku: str = "") -> None:
    """All that is declared of a product, and who sells it."""
    product = await service.product(turn.db, sku)
    if product is None or not product.active:
        await seller(turn)
        return
    shown = await cards.look_at(turn, product)
    turn.state.product = sku
    sells = await _of_group(turn, shown.maker) if shown.maker else None
    facts = [*declared(product), *(_told(sells) if sells else [])]
    origin = None if product.service else say("details-origin")
    body = lines(Words.read(product.name), *(facts or [say("details-none")]), origin)
    turn.reply(Buttons(body, cards.options(shown)))


@action("seller")
async def seller(turn: Turn, seller_id: str = "") -> None:
    """Who sells by law, and to whom one complains: of what she looks at, has in her cart or ordered last."""
    row = await turn.db.get(Seller, seller_id) if seller_id else None
    found = [row] if row else await meant(turn)
    if len(found) != 1:
        await _choose(turn, found)
        return
    told = _told(found[0]) if found[0].source in CONFIRMED else [say("seller-unsaid")]
    ways = (
        Option[Phrase](write("complaint_return_refund"), say("order-help")),
        Option[Phrase](write("terms"), say("duties-terms")),
        Option[Phrase](write("menu"), say("menu")),
    )
    turn.reply(Buttons(lines(say("seller-name", name=Words.read(found[0].name)), *told), ways))


@action("sellers")
async def sellers(turn: Turn, number: str = "0") -> None:
    """Everybody who sells here by law."""
    every = list(await turn.db.scalars(select(Seller).order_by(Seller.id)))
    await _choose(turn, every, int(number) if number.isdecimal() else 0)


async def _choose(turn: Turn, among: list[Seller], number: int = 0) -> None:
    if not among:
        await sellers(turn)
        return
    options = [Option[Phrase](write("seller", one.id), Words.read(one.name)) for one in among]
    listed = page(options, number, lambda n: write("sellers", n))
    turn.reply(Menu(say("seller-which"), say("browse-choose"), listed))


async def meant(turn: Turn) -> list[Seller]:
    """The sellers of what she looks at, else of her cart, else of her last order."""
    product = await service.product(turn.db, turn.state.product) if turn.state.product else None
    ids: list[str] = []
    if product is not None:
        ids = [group.seller_id or "" for _, group in (await service.makers(turn.db, product.sku))[:1]]
    if not ids:
        view = await carts.view(turn.db, turn.person.id, turn.now, turn.shop.demo_sells)
        ids = [part.seller_id or "" for part in view.parts]
    if not ids:
        for order in await book.orders_of(turn.db, turn.person.id, 1):
            ids = [part.seller_id or "" for part in await book.parts_of(turn.db, order.id)]
    rows = [await turn.db.get(Seller, seller_id) for seller_id in dict.fromkeys(ids) if seller_id]
    return [row for row in rows if row is not None]


async def _of_group(turn: Turn, group: ProducerGroup) -> Seller | None:
    row = await turn.db.get(Seller, group.seller_id) if group.seller_id else None
    return row if row is not None and row.source in CONFIRMED else None


def complaints_to(row: Seller) -> Phrase | None:
    """A seller's own officer for complaints, if the office has said who that is."""
    whom = ", ".join(part for part in (row.grievance_name, row.grievance_role, row.grievance_contact) if part)
    if row.source not in CONFIRMED or not whom:
        return None
    return say("grievance-seller", name=Words.read(row.name), whom=Quoted(whom))


def _told(row: Seller) -> list[Phrase]:
    where = ", ".join(part for part in (row.address, row.pincode) if part)
    reached = " · ".join(part for part in (row.phone and phones.shown(row.phone), row.email) if part)
    whom = ", ".join(part for part in (row.grievance_name, row.grievance_role, row.grievance_contact) if part)
    facts: list[Phrase | None] = [
        say("details-seller", name=Words.read(row.name), where=Quoted(where)) if where else None,
        say("seller-reached", how=Quoted(reached)) if reached else None,
        say("seller-gst", status=row.gst_status or "", number=row.gstin or row.enrolment or ""),
        say("seller-grievance", whom=Quoted(whom)) if whom else say("seller-grievance-unsaid"),
    ]
    return [fact for fact in facts if fact is not None]
